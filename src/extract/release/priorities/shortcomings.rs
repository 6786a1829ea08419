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
use crate::knowledge::lexicon::Kind;
use crate::model::reading::PriorityKind;

/// A clause of fewer words names nothing.
const LEAST: usize = 3;

/// Finds the shortcomings of all sentences in the release's own voice.
pub fn items(page: &Page, scope: &Scope) -> Vec<Item> {
    let zones = zones(page);
    let mut found = Vec::new();
    let mut inspected = false;
    for (index, sentence) in page.sentences.iter().enumerate() {
        inspected |= page.has(sentence, Kind::Inspectorate);
        let told = matches!(sentence.role, Role::Prose | Role::Item) && inspected && index > 0;
        if told && sentence.voice == Voice::Release && zones[index] != Zone::Other {
            let ear = if is_criticism(page, sentence) { Ear::Soft } else { Ear::Firm };
            found.extend(of_sentence(page, scope, sentence, ear, PriorityKind::Improvement));
        }
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
    let clauses = clauses(page, start, sentence.end);
    // Beside a shortcoming, a need is another one.
    let firm = clauses.iter().any(|&(s, e)| signal(page, s, e, Ear::Firm).is_some());
    let ear = if firm { ear.max(Ear::Needs) } else { ear };
    let told = clauses.into_iter().filter(|&(s, e)| signal(page, s, e, ear).is_some());
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

/// What the council says of itself is no finding.
pub fn is_own(words: &str) -> bool {
    let first = ["this ", "we ", "our ", "i ", "i'm ", "we're ", "we've "];
    let inside = [" we must", " we know", " we have", " we need", " we want", " we will"];
    first.iter().any(|w| words.starts_with(w)) || inside.iter().any(|w| words.contains(w))
}

/// "However, ...", "But ...": what follows praise is criticism.
fn is_criticism(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let turns = ["however", "but ", "nor ", "yet "];
    turns.iter().any(|t| words.trim_start_matches('"').starts_with(t))
}
