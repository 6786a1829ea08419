//! Text to findings, pure: the same text and knowledge always give the same findings.
//!
//! An inspectorate's own report is read by its parts (`report`); everything else by the claims its
//! sentences make (`release`).

pub mod area;
pub mod dates;
pub mod forwarded;
pub mod furniture;
pub mod release;
pub mod report;

use crate::knowledge::Knowledge;
use crate::model::reading::Extraction;
use crate::model::text::Text;

/// Extracts what a release tells.
pub fn extract(text: &Text, knowledge: &Knowledge) -> Extraction {
    report::extract(text, knowledge).unwrap_or_else(|| release::extract(text, knowledge))
}

/// Extracts the same, and adds to the decisions why each sentence of a press release that told of
/// something to improve was passed over.
pub fn explain(text: &Text, knowledge: &Knowledge) -> Extraction {
    report::extract(text, knowledge).unwrap_or_else(|| release::explain(text, knowledge))
}
