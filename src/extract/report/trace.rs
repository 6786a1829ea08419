//! The record of what was decided and why, as `read --explain` shows it.

use super::place::{Nowhere, Place};
use crate::model::area::AreaRef;
use crate::model::reading::{Decision, PriorityKind, Weight};
use crate::model::text::{Evidence, Span};

/// Decisions in the order in which they were taken.
#[derive(Debug, Default)]
pub struct Trace {
    /// The decisions.
    pub decisions: Vec<Decision>,
}

impl Trace {
    /// Records a value that is as good as certain.
    pub fn sure(&mut self, field: &str, value: &str, reason: &str, spans: &[Span]) {
        self.note(field, Some(value), reason, spans, Weight::Sure);
    }

    /// Records a value that a person may want to look at.
    pub fn likely(&mut self, field: &str, value: &str, reason: &str, spans: &[Span]) {
        self.note(field, Some(value), reason, spans, Weight::Likely);
    }

    /// Records that nothing was concluded.
    pub fn nothing(&mut self, field: &str, reason: &str) {
        self.note(field, None, reason, &[], Weight::Likely);
    }

    /// Records which area was found, or why none; gives it on.
    pub fn area(&mut self, place: Result<Place, Nowhere>) -> Option<AreaRef> {
        match place {
            Ok(place) => {
                let value = format!("{} ({})", place.area.name, place.area.code);
                self.note(
                    "area",
                    Some(&value),
                    "named in title or address",
                    &place.spans,
                    place.weight,
                );
                Some(place.area)
            }
            Err(nowhere) => {
                self.untold("area", &nowhere.reason);
                None
            }
        }
    }

    /// Records why the report tells no inspection: what was found of one is told to nobody.
    fn untold(&mut self, field: &str, reason: &str) {
        Decision::leave_untold(&mut self.decisions);
        self.note(field, None, reason, &[], Weight::Untold);
    }

    fn note(
        &mut self,
        field: &str,
        value: Option<&str>,
        reason: &str,
        spans: &[Span],
        weight: Weight,
    ) {
        self.decisions.push(Decision {
            field: field.to_owned(),
            value: value.map(str::to_owned),
            reason: reason.to_owned(),
            spans: spans.to_vec(),
            weight,
        });
    }
}

/// A kind as the contract prints it.
pub fn kind(kind: PriorityKind) -> &'static str {
    match kind {
        PriorityKind::PriorityAction => "priority-action",
        PriorityKind::Improvement => "improvement",
    }
}

/// The bytes of an evidence.
pub fn span(evidence: &Evidence) -> Span {
    Span { start: evidence.start, end: evidence.end }
}
