//! Dates as texts write them.

use crate::model::date::DateRange;
use crate::model::text::Span;

/// A date or range that the text writes out with its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The days meant.
    pub range: DateRange,
    /// The words.
    pub span: Span,
}

/// Finds all explicit dates and ranges with a year, in order: `15 to 19 July 2024`,
/// `27 February – 3 March 2023`, `2025-05-09`, `November 2021` (spans the month).
pub fn dates(_content: &str) -> Vec<Dated> {
    Vec::new()
}
