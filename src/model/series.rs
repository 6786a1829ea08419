//! Series of inspections, and what one release tells of one of them.

use serde::{Deserialize, Serialize};

use super::area::AreaCode;
use super::date::Published;
use super::framework::ProgrammeId;
use super::reading::Telling;

/// All inspections of one area and programme. The area is the one under which the series is kept
/// (`Areas::series_code`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SeriesKey {
    /// Series code of the area.
    pub area: AreaCode,
    /// The programme.
    pub programme: ProgrammeId,
}

/// Names one telling: the release by its digest, and its place among those that the release tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TellingRef {
    /// Digest of the release.
    pub release: String,
    /// Place in the reading, from 0.
    #[serde(default)]
    pub nth: u32,
}

/// One telling as the store holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Which telling.
    pub at: TellingRef,
    /// When the release was published.
    pub published: Option<Published>,
    /// What it tells.
    pub telling: Telling,
}
