//! The inspectorates' own reports and letters, read by their parts.
//!
//! In:  a text and the knowledge. Out: one telling, or none where the text is nobody's own report.
//! The kind of document decides which parts are read (`config/reports/`), the first day of the
//! fieldwork which framework version applies, and that version what is graded.
//! Invariant: what the document does not say in its own place stays empty, with the reason.

#[cfg(test)]
mod covers;
mod doubts;
mod fieldwork;
mod flow;
mod grades;
mod items;
mod place;
mod previous;
mod published;
mod sections;
mod sentences;
mod shape;
#[cfg(test)]
mod tests;
mod trace;
mod version;

use crate::knowledge::Knowledge;
use crate::knowledge::reports::Shape;
use crate::model::date::DateRange;
use crate::model::reading::{Extraction, ImprovementArea, PriorityKind, Source, Telling};
use crate::model::text::{Block, BlockKind, Span, Text};
use doubts::Flaws;
use flow::Flow;
use grades::Sources;
use sections::List;
use trace::Trace;

/// How much of the body is searched for titles, tables and dates, in bytes.
const OPENING: usize = 6000;
/// Longest heading that may repeat a grade, in bytes.
const LONGEST_HEADING: usize = 160;

/// Extracts a report; none where the text is not an inspectorate's own.
pub fn extract(text: &Text, knowledge: &Knowledge) -> Option<Extraction> {
    let body: Vec<&Block> = text.body().collect();
    let opening = Flow::of(text, body.iter().copied(), OPENING);
    let known = shape::known(&opening, &knowledge.reports)?;
    let shape = known.shape;
    let mut trace = Trace::default();
    let title = opening.spans(known.title.clone());
    trace.sure("programme", shape.programme.as_str(), &format!("titled as {}", shape.name), &title);
    trace.sure("event", shape.event.as_str(), &format!("titled as {}", shape.name), &title);
    let inspected = inspected(shape, &opening, &mut trace);
    let published = published::published(shape, text, &opening, &mut trace);
    let place = place::area(shape, text, &opening, inspected.map(|d| d.from), knowledge);
    let area = trace.area(place);
    let Some(area) = area else {
        return Some(Extraction {
            published,
            inspections: Vec::new(),
            doubts: Vec::new(),
            decisions: trace.decisions,
        });
    };
    let whole = Flow::of(text, body.iter().copied(), usize::MAX);
    let headings = headings(text, &body);
    let labels = grades::labels(&version::versions(shape, knowledge), &opening);
    let sources = Sources { opening: &opening, whole: &whole, headings: &headings, labels };
    let version = version::chosen(shape, inspected, &sources, knowledge, &mut trace);
    let graded = version::graded(shape, &version, &sources, knowledge, &mut trace);
    let improvements = improvement_areas(shape, text, &body, &mut trace);
    let table =
        graded.judgements.iter().flat_map(|j| &j.evidence).map(|e| e.end).max().unwrap_or(0);
    let previous = previous::previous(
        (shape, version.framework),
        (text, &body, table),
        inspected,
        knowledge,
        &mut trace,
    );
    let Improvements { areas: improvement_areas, unread } = improvements;
    let flaws = Flaws { missing: graded.missing, conflicting: graded.conflicting, unread };
    let mut telling = Telling {
        area: Some(area),
        programme: shape.programme.clone(),
        framework: version.framework.map(|f| f.id.clone()),
        event: shape.event,
        inspected,
        judgements: graded.judgements,
        improvement_areas,
        previous,
        doubts: Vec::new(),
        source: Source::Report,
    };
    telling.doubts = doubts::doubts(&telling, shape, text, &version, &flaws, published);
    Some(Extraction {
        published,
        inspections: vec![telling],
        doubts: Vec::new(),
        decisions: trace.decisions,
    })
}

/// What may be a heading of the findings, whatever kind of block the format made of it.
fn headings<'t>(text: &'t Text, body: &[&Block]) -> Vec<&'t str> {
    let short = |b: &&&Block| b.span.end - b.span.start <= LONGEST_HEADING;
    let item = |b: &&&Block| matches!(b.kind, BlockKind::Item { .. } | BlockKind::Cell { .. });
    body.iter().filter(short).filter(|b| !item(b)).map(|b| text.slice(b.span)).collect()
}

fn inspected(shape: &Shape, opening: &Flow, trace: &mut Trace) -> Option<DateRange> {
    let words = opening.words();
    for label in shape.fieldwork.iter().filter_map(|label| label.find(words)) {
        // A month right behind its label, before days further on, which are another event's.
        let rest = &words[label.end()..];
        if let Some((range, at)) = fieldwork::month(rest).or_else(|| fieldwork::days(rest)) {
            let at = label.end() + at.start..label.end() + at.end;
            let value = format!("{} to {}", range.from, range.to);
            let reason = format!("follows “{}”", label.as_str());
            trace.sure("inspected", &value, &reason, &opening.spans(at));
            return Some(range);
        }
    }
    trace.nothing("inspected", "no days with a year follow the words that introduce the fieldwork");
    None
}

/// What must improve, and the kinds of which a heading stands but no item could be read.
#[derive(Debug, Default)]
struct Improvements {
    areas: Vec<ImprovementArea>,
    unread: Vec<PriorityKind>,
}

fn improvement_areas(
    shape: &Shape,
    text: &Text,
    body: &[&Block],
    trace: &mut Trace,
) -> Improvements {
    let lists = sections::lists(shape, text, body);
    let read: Vec<_> = lists.iter().map(|list| items::items(list, text, body)).collect();
    let mut found = Improvements::default();
    for (list, items) in lists.iter().zip(&read) {
        let kind = list.section.kind;
        let same = |other: &&List| other.section.kind == kind;
        let heading = text.slice(list.heading.span);
        let value = format!("{} of kind {}", items.len(), trace::kind(kind));
        if !items.is_empty() {
            let evidence = items.iter().flat_map(|i| &i.evidence).map(trace::span);
            let spans: Vec<Span> = std::iter::once(list.heading.span).chain(evidence).collect();
            trace.sure("improvement areas", &value, &format!("listed under “{heading}”"), &spans);
        } else if lists.iter().filter(same).any(|list| list.says_nothing(text)) {
            let reason = format!("“{heading}” stands over words that there are none");
            trace.sure("improvement areas", &value, &reason, &[list.heading.span]);
        } else if !lists.iter().zip(&read).any(|(l, items)| same(&l) && !items.is_empty())
            && !found.unread.contains(&kind)
        {
            let reason = format!("“{heading}” stands there, but no item could be read under it");
            trace.nothing("improvement areas", &reason);
            found.unread.push(kind);
        }
    }
    found.areas = read.into_iter().flatten().collect();
    if lists.is_empty() {
        trace.nothing("improvement areas", "no heading of such a list with anything under it");
    }
    found
}
