//! Matching the improvement areas of one inspection with those of the next.

use crate::model::change::PriorityStatus;
use crate::model::reading::ImprovementArea;

/// What became of one priority; every item of both sides stands in exactly one link.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Index on the earlier side.
    pub earlier: Option<usize>,
    /// Index on the later side.
    pub later: Option<usize>,
    /// What became of it.
    pub status: PriorityStatus,
    /// 0 to 1; none where only one side has it.
    pub similarity: Option<f64>,
    /// What matched, in plain words.
    pub reason: Option<String>,
}

/// Matches by optimal assignment.
pub fn match_priorities(_earlier: &[ImprovementArea], _later: &[ImprovementArea]) -> Vec<Link> {
    Vec::new()
}
