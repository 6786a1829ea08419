//! What must improve, from lists and from prose, as whole items with their words.
//!
//! Firmest first: a list under a heading of improvement; words after such a heading in a sentence;
//! a need that the report is said to see; at last, shortcomings that inspectors are said to have
//! found. A person's quotation counts only where the release's own words give nothing, so that what
//! a councillor repeats is not counted twice. Praise, plans and what is done are no items.

use crate::extract::release::page::{Page, Voice};
use crate::extract::release::{lists, prose, shortcomings};
use crate::knowledge::lexicon::Hit;
use crate::model::reading::{ImprovementArea, PriorityKind};
use crate::model::text::Span;

/// An item before it is told.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// First byte of the folded text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Urgent or not.
    pub kind: PriorityKind,
}

/// Two items that share more of their words than this are one, told twice.
const SAME: f64 = 0.6;

/// Finds improvement areas.
pub fn areas(page: &Page) -> Vec<ImprovementArea> {
    let mut found = lists::items(page);
    if found.is_empty() {
        found = prose::introduced(page, Voice::Release);
        found.extend(prose::needs(page, &found));
        found.sort_by_key(|i| i.start);
    }
    if found.is_empty() {
        found = prose::introduced(page, Voice::Person);
    }
    if found.is_empty() {
        found = shortcomings::items(page);
    }
    tell(page, found)
}

/// The kind of item that a heading introduces.
pub fn kind(head: &Hit) -> PriorityKind {
    if head.means == "priority-action" {
        PriorityKind::PriorityAction
    } else {
        PriorityKind::Improvement
    }
}

fn tell(page: &Page, found: Vec<Item>) -> Vec<ImprovementArea> {
    let mut told: Vec<(Vec<String>, ImprovementArea)> = Vec::new();
    for item in found {
        let span = page.folded.original(item.start, item.end);
        let stems = stems(page.words(item.start, item.end));
        let again = told.iter().any(|(known, area)| {
            let crossing =
                |e: &crate::model::text::Evidence| e.start < span.end && span.start < e.end;
            overlap(known, &stems) > SAME || area.evidence.iter().any(crossing)
        });
        if !again {
            let evidence = vec![page.text.evidence(span)];
            let text = page.text.slice(span).replace('\n', " ");
            let area = ImprovementArea { kind: item.kind, text, responsible: None, evidence };
            told.push((stems, area));
        }
    }
    told.into_iter().map(|(_, area)| area).collect()
}

/// The first five letters of each word that says something.
fn stems(words: &str) -> Vec<String> {
    let long = words.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 3);
    let mut stems: Vec<String> = long.map(|w| w.chars().take(5).collect()).collect();
    stems.sort();
    stems.dedup();
    stems
}

/// Dice's coefficient.
fn overlap(a: &[String], b: &[String]) -> f64 {
    let shared = a.iter().filter(|w| b.contains(w)).count() * 2;
    let total = (a.len() + b.len()).max(1);
    // Small counts: exact in f64.
    shared as f64 / total as f64
}

/// Spans of all items, for the trace.
pub fn spans(areas: &[ImprovementArea]) -> Vec<Span> {
    areas.iter().flat_map(|a| &a.evidence).map(|e| Span { start: e.start, end: e.end }).collect()
}
