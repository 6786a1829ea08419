//! How releases are named to people: by their file, and by the first characters of their digest.

use std::path::Path;

use inspectwatch::model::series::TellingRef;
use inspectwatch::store::{Store, StoreError};

/// Characters of a digest or id that tell it from any other in practice.
pub const SHORT: usize = 8;

/// A release's file and the beginning of its digest, such as `letter.pdf (3f2a91c0)`.
pub fn release(store: &Store, digest: &str) -> Result<String, StoreError> {
    let path = match store.paths_of(digest)?.into_iter().next() {
        Some(path) => Some(path),
        None => store.release(digest)?.map(|kept| kept.reading.path.into()),
    };
    let name = path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy());
    let short = short(digest);
    Ok(name.map_or_else(|| short.to_owned(), |name| format!("{name} ({short})")))
}

/// The same of one of the inspections that a release tells: the second is `letter.pdf:2 (…)`.
pub fn telling(store: &Store, at: &TellingRef) -> Result<String, StoreError> {
    let name = release(store, &at.release)?;
    Ok(match at.nth {
        0 => name,
        nth => name.replacen(" (", &format!(":{} (", nth + 1), 1),
    })
}

/// The first characters of a digest, without the name of the hash.
pub fn short(digest: &str) -> &str {
    let hex = digest.rsplit(':').next().unwrap_or(digest);
    hex.get(..SHORT).unwrap_or(hex)
}
