//! The inspectorates' own reports and letters, read by their parts.

use crate::knowledge::Knowledge;
use crate::model::reading::Extraction;
use crate::model::text::Text;

/// Extracts a report; none where the text is not an inspectorate's own.
pub fn extract(_text: &Text, _knowledge: &Knowledge) -> Option<Extraction> {
    None
}
