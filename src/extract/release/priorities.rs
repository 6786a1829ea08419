//! What must improve, from lists and from prose: the words that name each concern, and no more.
//!
//! Firmest first: lists and sentences that say outright what must improve or what inspectors ask
//! for; then, where these are not said to be all, shortcomings that the release tells of the
//! inspection; at last, what a person of the council names as to be done. Praise, plans, what is
//! mended, earlier inspections and other areas tell nothing here.

mod announce;
mod aside;
mod asks;
mod bearing;
mod cells;
mod clauses;
mod core;
#[cfg(test)]
mod core_tests;
mod counted;
#[cfg(test)]
mod cut_tests;
mod excuses;
mod faults;
mod heads;
mod idle;
mod inserted;
mod inverse;
#[cfg(test)]
mod list_tests;
mod lists;
mod naming;
mod openings;
#[cfg(test)]
mod parting_tests;
mod passed;
mod pointed;
#[cfg(test)]
mod prose_tests;
mod remaining;
mod runs;
mod sequence;
mod series;
#[cfg(test)]
mod series_tests;
mod short;
mod shortcomings;
mod some;
mod speech;
mod subjects;
#[cfg(test)]
mod tests;
mod tone;
mod torn;
mod under;
mod vacant;
mod verbs;
mod void;
mod wanting;

use std::collections::HashMap;

use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Voice};
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::Hit;
use crate::model::framework::Event;
use crate::model::reading::{ImprovementArea, PriorityKind};
use crate::model::text::Span;

pub use announce::Announced;
pub use lists::Zone;
pub use passed::over as passed_over;

/// What a release tells of improvement.
#[derive(Debug, Default)]
pub struct Improvement {
    /// The areas, in order.
    pub areas: Vec<ImprovementArea>,
    /// Whether it says outright that something must improve.
    pub outright: bool,
    /// Why no other sentences were asked than those that announce, if so.
    closed: Option<Reason>,
}

/// An item before it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Item {
    /// The subject, where the words that tell the concern stand apart from it.
    subject: Option<(usize, usize)>,
    /// First byte of the folded text.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// One past the last byte of the words that prove it.
    proof: usize,
    /// Urgent or not.
    kind: PriorityKind,
}

impl Item {
    fn new(start: usize, end: usize, kind: PriorityKind) -> Self {
        Self { subject: None, start, end, proof: end, kind }
    }
}

/// Items, and whether they are all that the release says there are.
#[derive(Debug, Default)]
struct Found {
    items: Vec<Item>,
    complete: bool,
}

/// Two items that share more of their words than this are one, told twice.
const SAME: f64 = 0.6;

/// Finds improvement areas.
pub fn areas(page: &Page, scope: &Scope, event: Event) -> Improvement {
    // Where nothing has been put right, all that is told is left.
    let unmended = event == Event::Revisit && remaining::is_all(page);
    let revisit = event == Event::Revisit && !unmended;
    let mut listed = lists::items(page, revisit);
    listed.retain(|i| !void::is_void(page, i.start, i.end));
    listed.retain(|i| !vacant::is_beside(page, i.start, i.end));
    if listed.is_empty() && unmended {
        listed = remaining::counted(page);
    }
    if listed.is_empty() && event != Event::Inspection {
        listed = remaining::items(page, scope);
    }
    let mut found = if listed.is_empty() || revisit {
        Found { complete: !listed.is_empty(), items: listed }
    } else {
        let mut told = heads::items(page, scope, Voice::Release);
        told.items.retain(|i| i.kind != listed[0].kind);
        told.items.extend(listed);
        told.complete = true;
        told
    };
    if found.items.is_empty() && !revisit {
        found = heads::items(page, scope, Voice::Release);
    }
    let outright = !found.items.is_empty();
    let complete = found.complete.then_some("the list of what must improve is told as the whole");
    // Where a revisit found too little done and names nothing, what it tells from there on is left.
    let lacking = if revisit { remaining::first(page) } else { Some(0) };
    let left = revisit && (!found.items.is_empty() || lacking.is_none());
    let closed = if left { Some("a revisit tells what is left in its list") } else { complete };
    if closed.is_none() {
        let known = std::mem::take(&mut found.items);
        let crosses = |i: &Item| known.iter().any(|k| k.start < i.end && i.start < k.end);
        found.items = shortcomings::items(page, scope, known.len());
        let lacking = lacking.unwrap_or_default();
        found.items.retain(|i| i.start > lacking && !crosses(i));
        found.items.extend(known);
    }
    if found.items.is_empty() && !revisit {
        found = heads::items(page, scope, Voice::Person);
    }
    for item in &mut found.items {
        // "Children" alone says nothing of what happens to them.
        let named = page.words(item.start, item.end);
        if item.subject.is_none() && naming::is_person(page, named) {
            item.end = item.proof;
        }
    }
    let counts = |i: &Item| heads::is_count(page, i.start, i.end);
    found.items.retain(|i| !counts(i) && !idle::is_grade(page, i.start, i.proof));
    found.items.retain(|i| !vacant::is_beside(page, i.start, i.end));
    found.items.retain(|i| i.subject.is_some() || !vacant::is_whole(page.words(i.start, i.end)));
    found.items.retain(|i| i.subject.is_some() || !torn::is_torn(page, i.start, i.end));
    found.items.retain(|i| i.subject.is_some() || !void::is_void(page, i.start, i.end));
    found.items.sort_by_key(|i| (i.start, i.end));
    Improvement { areas: tell(page, found.items), outright, closed }
}

/// The kind of item that a heading introduces.
fn kind(head: &Hit) -> PriorityKind {
    if head.means.starts_with("priority-action") {
        PriorityKind::PriorityAction
    } else {
        PriorityKind::Improvement
    }
}

fn tell(page: &Page, found: Vec<Item>) -> Vec<ImprovementArea> {
    let mut told = Told::default();
    for item in found {
        let span = page.folded.original(item.start, item.proof);
        let subject = item.subject.map(|(start, end)| page.folded.original(start, end));
        let stems = stems(page.words(item.start, item.end));
        // They come by start.
        if span.start >= told.end && !told.has_like(&stems) {
            let parts = item.subject.into_iter().chain([(item.start, item.end)]);
            let text = parts.map(|part| short::named(page, part)).collect::<Vec<_>>().join(" ");
            let evidence = subject.into_iter().chain([span]).map(|part| page.text.evidence(part));
            let evidence = evidence.collect();
            let area = ImprovementArea { kind: item.kind, text, responsible: None, evidence };
            told.add(area, stems, span.end);
        }
    }
    told.areas
}

/// Areas that are told.
#[derive(Default)]
struct Told {
    areas: Vec<ImprovementArea>,
    /// How many stems each has.
    sizes: Vec<usize>,
    /// Those that have a stem.
    by_stem: HashMap<String, Vec<usize>>,
    /// Where the last of their words ends.
    end: usize,
}

impl Told {
    fn add(&mut self, area: ImprovementArea, stems: Vec<String>, end: usize) {
        self.sizes.push(stems.len());
        for stem in stems {
            self.by_stem.entry(stem).or_default().push(self.areas.len());
        }
        self.areas.push(area);
        self.end = self.end.max(end);
    }

    /// Whether one has so many of the stems that it is the same: by Dice's coefficient.
    fn has_like(&self, stems: &[String]) -> bool {
        let mut shared = vec![0_usize; self.sizes.len()];
        for &area in stems.iter().filter_map(|stem| self.by_stem.get(stem)).flatten() {
            shared[area] += 1;
        }
        // Small counts: exact in f64.
        let likeness = |(shared, size): (&usize, &usize)| {
            (shared * 2) as f64 / (size + stems.len()).max(1) as f64
        };
        shared.iter().zip(&self.sizes).any(|both| likeness(both) > SAME)
    }
}

/// The first five letters of each word that says something.
fn stems(words: &str) -> Vec<String> {
    let long = words.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 3);
    let mut stems: Vec<String> = long.map(|w| w.chars().take(5).collect()).collect();
    stems.sort();
    stems.dedup();
    stems
}

/// Spans of all items, for the trace.
pub fn spans(areas: &[ImprovementArea]) -> Vec<Span> {
    areas.iter().flat_map(|a| &a.evidence).map(|e| Span { start: e.start, end: e.end }).collect()
}
