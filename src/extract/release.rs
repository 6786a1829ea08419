//! Press releases, news items, minutes and web pages, read by the claims of their sentences.

use crate::knowledge::Knowledge;
use crate::model::reading::Extraction;
use crate::model::text::Text;

/// Extracts a release.
pub fn extract(_text: &Text, _knowledge: &Knowledge) -> Extraction {
    Extraction::default()
}
