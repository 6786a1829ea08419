//! Shortcomings that the release tells of the inspection, clause by clause.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::Item;
use crate::extract::release::priorities::bearing::{
    Ear, is_elsewhere, is_excused, is_past, signal,
};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, core, named};
use crate::extract::release::priorities::heads::after_saying;
use crate::extract::release::priorities::lists::{Zone, zones};
use crate::extract::release::priorities::tone::Tones;
use crate::knowledge::lexicon::Kind;
use crate::model::reading::PriorityKind;

/// A clause of fewer words names nothing.
const LEAST: usize = 3;

/// So many shortcomings below a news item's first sentence are what it sums up.
const FULL: usize = 2;

/// Finds the shortcomings of all sentences in the release's own voice.
pub fn items(page: &Page, scope: &Scope) -> Vec<Item> {
    let zones = zones(page);
    let (mut found, mut led) = (Vec::new(), 0);
    let mut tones = Tones::new();
    let (mut inspected, mut lead) = (false, true);
    for (index, sentence) in page.sentences.iter().enumerate() {
        inspected |= page.has(sentence, Kind::Inspectorate);
        let told = matches!(sentence.role, Role::Prose | Role::Item) && index > 0;
        let own = sentence.voice == Voice::Release && zones[index] != Zone::Other;
        if told
            && own
            && let Some(ear) = tones.hear(page, sentence)
            && inspected
        {
            let items = of_sentence(page, scope, sentence, ear, PriorityKind::Improvement);
            if !items.is_empty() {
                tones.told();
            }
            if lead {
                led = items.len();
            }
            found.extend(items);
        }
        lead &= !told;
    }
    // What news sums up at its head it tells in full below.
    if found.len() >= led + FULL {
        found.drain(..led);
    }
    found
}

/// Shortcomings of one sentence.
pub fn of_sentence(
    page: &Page,
    scope: &Scope,
    sentence: &Sentence,
    ear: Ear,
    kind: PriorityKind,
) -> Vec<Item> {
    let asks = page.words(sentence.start, sentence.end).ends_with('?');
    if asks || is_elsewhere(page, scope, sentence) {
        return Vec::new();
    }
    let start = after_saying(page, sentence.start, sentence.end);
    let start = after_announcing(page, start, sentence.end);
    let clauses = clauses(page, start, sentence.end);
    // Beside a shortcoming, a need is another one.
    let firm = clauses.iter().any(|&(s, e)| signal(page, s, e, Ear::Firm).is_some());
    let ear = if firm { ear.max(Ear::Needs) } else { ear };
    let heard = |s: usize| if after_turn(page, sentence.start, s) { Ear::Soft } else { ear };
    let told = clauses.into_iter().filter(|&(s, e)| signal(page, s, e, heard(s)).is_some());
    told.filter_map(|(s, e)| core(page, s, e, Trim::Clause))
        .filter(|&(s, e)| distance(page, s, e) >= LEAST && !is_own(page.words(s, e)))
        .filter(|&(s, e)| {
            !is_excused(page, scope, s, e) && !is_past(page, scope, sentence.start, e)
        })
        .filter_map(|(start, proof)| {
            let end = named(page, start, proof)?;
            Some(Item { start, end, proof, kind })
        })
        .collect()
}

/// "They did find faults: ..."
fn after_announcing(page: &Page, start: usize, end: usize) -> usize {
    let Some(turn) = page.hits_in(start, end).find(|h| h.kind == Kind::Turn) else { return start };
    let rest = page.words(turn.end, end);
    rest.find(": ").filter(|at| !rest[..*at].contains(',')).map_or(start, |at| turn.end + at + 2)
}

/// Whether a clause stands right after "but" and its like, which turn from praise.
fn after_turn(page: &Page, from: usize, start: usize) -> bool {
    let before = page.words(from, start).trim_end();
    ["but", "although", "though", "yet", "however,"].iter().any(|w| before.ends_with(w))
}

/// What the council says of itself is no finding.
pub fn is_own(words: &str) -> bool {
    let first = ["this ", "we ", "our ", "i ", "i'm ", "we're ", "we've "];
    let inside = [" we must", " we know", " we have", " we need", " we want", " we will"];
    first.iter().any(|w| words.starts_with(w)) || inside.iter().any(|w| words.contains(w))
}
