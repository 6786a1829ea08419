//! Real releases that may stand beside the checkout but are never part of it.

use std::env;
use std::path::{Path, PathBuf};

/// The path below `../shared`; none where it is missing, which CI does not put up with.
pub fn shared(below: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(below);
    if path.exists() {
        return Some(path);
    }
    let missing = format!("{} is missing: what rests on it is not tested", path.display());
    assert!(env::var_os("CI").is_none(), "{missing}");
    eprintln!("{missing}");
    None
}
