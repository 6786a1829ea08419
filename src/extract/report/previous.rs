//! What a report says of the inspection before it.

use super::trace::Trace;
use crate::knowledge::Knowledge;
use crate::knowledge::reports::Shape;
use crate::model::date::DateRange;
use crate::model::reading::PreviousGrade;
use crate::model::text::{Block, Text};

/// Reads the grades given before.
pub fn previous(
    _shape: &Shape,
    _text: &Text,
    _body: &[&Block],
    _inspected: Option<DateRange>,
    _knowledge: &Knowledge,
    _trace: &mut Trace,
) -> Vec<PreviousGrade> {
    Vec::new()
}
