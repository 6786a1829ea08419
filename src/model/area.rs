//! Local authority areas by their ONS (GSS) codes.

use serde::{Deserialize, Serialize};

/// A nine-character ONS GSS code such as `E08000036`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AreaCode(pub String);

impl std::fmt::Display for AreaCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// An area as the contract prints it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AreaRef {
    /// ONS code.
    pub code: AreaCode,
    /// Everyday name.
    pub name: String,
}
