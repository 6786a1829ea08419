//! `inspectwatch diff EARLIER LATER`: two releases compared without any store.

use super::args::{Diff, Global};
use super::exit::{DONE, Outcome};

/// Compares two releases.
pub fn run(_global: &Global, _options: &Diff) -> Outcome {
    Ok(DONE)
}
