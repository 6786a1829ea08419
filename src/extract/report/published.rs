//! When a report was published, where it says so.

use super::fieldwork;
use super::flow::Flow;
use super::trace::Trace;
use crate::knowledge::reports::Shape;
use crate::model::date::{DateBasis, DateRange, Published};
use crate::model::text::{Span, Text};

/// How close to its label the date must begin, in bytes.
const REACH: usize = 12;
/// A letter's date is among its first blocks.
const HEAD: usize = 12;

/// Finds the publication date: after its label, or alone at the head of a letter.
pub fn published(
    shape: &Shape,
    text: &Text,
    opening: &Flow,
    trace: &mut Trace,
) -> Option<Published> {
    let words = opening.words();
    let labelled = shape.published.iter().filter_map(|label| label.find(words)).find_map(|label| {
        let rest = &words[label.end()..];
        let whole_month = fieldwork::month(rest);
        let (day, at) = whole_month.clone().or_else(|| fieldwork::days(rest))?;
        let near = at.start <= REACH && (whole_month.is_some() || day.from == day.to);
        near.then(|| (day, opening.spans(label.start()..label.end() + at.end)))
    });
    let found = labelled.or_else(|| if shape.letter { letter_date(text) } else { None });
    match found {
        Some((day, spans)) => {
            trace.sure("published", &day.from.to_string(), "the date that it bears", &spans);
            Some(Published { from: day.from, to: day.to, basis: DateBasis::Stated })
        }
        None => {
            trace.nothing("published", "it bears no publication date");
            None
        }
    }
}

fn letter_date(text: &Text) -> Option<(DateRange, Vec<Span>)> {
    text.body().take(HEAD).find_map(|block| {
        let words = text.slice(block.span).trim();
        let (day, at) = fieldwork::days(words)?;
        let alone = at.start == 0 && day.from == day.to;
        let span = Span { start: block.span.start, end: block.span.start + at.end };
        alone.then(|| (day, vec![span]))
    })
}
