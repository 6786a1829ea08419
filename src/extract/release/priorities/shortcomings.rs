//! Shortcomings that the release tells of the inspection, clause by clause.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::Item;
use crate::extract::release::priorities::bearing::{
    Ear, at, is_elsewhere, is_excused, is_past, says, signal,
};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, core};
use crate::extract::release::priorities::lists::{Zone, zones};
use crate::extract::release::priorities::naming::named;
use crate::extract::release::priorities::speech::after_saying;
use crate::extract::release::priorities::tone;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// A clause of fewer words names nothing.
const LEAST: usize = 3;

/// A last line of so many words is no title of anything.
const WHOLE: usize = 8;

/// Finds the shortcomings of all sentences in the release's own voice.
pub fn items(page: &Page, scope: &Scope) -> Vec<Item> {
    let zones = zones(page);
    let mut inspected = false;
    let told = page.sentences.iter().enumerate().filter(|&(index, sentence)| {
        inspected |= page.has(sentence, Kind::Inspectorate);
        let told = matches!(sentence.role, Role::Prose | Role::Item) || breaks_off(page, index);
        index > 0
            && told
            && inspected
            && sentence.voice == Voice::Release
            && zones[index] != Zone::Other
    });
    let told: Vec<&Sentence> = told.map(|(_, sentence)| sentence).collect();
    let of = |s: &Sentence, ear| of_sentence(page, scope, s, ear, PriorityKind::Improvement);
    let plain: Vec<Vec<Item>> = told.iter().map(|s| of(s, Ear::Firm)).collect();
    let firm: Vec<bool> = plain.iter().map(|items| !items.is_empty()).collect();
    let tones = tone::ears(page, &told, &firm);
    let heard = told.iter().zip(plain).zip(tones).filter_map(|((s, plain), ear)| match ear? {
        Ear::Firm => Some((s, plain)),
        ear => Some((s, of(s, ear))),
    });
    let lead = page.sentences.iter().find(|s| s.role == Role::Prose);
    let (mut led, mut found) = (Vec::new(), Vec::new());
    for (sentence, items) in heard {
        let sums_up = lead == Some(*sentence) && is_summary(page, sentence);
        if sums_up { led.extend(items) } else { found.extend(items) }
    }
    // What news sums up at its head it tells in full below.
    if found.is_empty() { led } else { found }
}

/// "Families wait too long for help": of no kind of help in particular.
fn is_summary(page: &Page, sentence: &Sentence) -> bool {
    page.has(sentence, Kind::Summary)
}

/// Whether the last line is a sentence that breaks off, as where a page was cut short.
fn breaks_off(page: &Page, index: usize) -> bool {
    let sentence = &page.sentences[index];
    let words = page.words(sentence.start, sentence.end);
    index + 1 == page.sentences.len()
        && sentence.role == Role::Heading
        && !words.contains([':', '|', '/', '@'])
        && words.split(' ').count() >= WHOLE
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
        .filter(|&(s, e)| !is_of_inspectors(page, s, e) && !is_of_nobody(page.words(s, e)))
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

/// "The inspectors had not said ...": what they did not do.
fn is_of_inspectors(page: &Page, start: usize, end: usize) -> bool {
    let article = if page.words(start, end).starts_with("the ") { 4 } else { 0 };
    let subject = at(page, Kind::Inspectorate, start + article, end);
    let denied = |h: &Hit| {
        page.hits_in(h.end, end).any(|d| d.kind == Kind::Deny && distance(page, h.end, d.start) < 2)
    };
    subject.is_some_and(denied) && !says(page, start, end)
}

/// "Nearly half had been ...", "Some described ...": of nobody in particular.
fn is_of_nobody(words: &str) -> bool {
    const SHARES: [&str; 9] = [
        "half ",
        "a third ",
        "a quarter ",
        "many ",
        "some ",
        "most ",
        "others ",
        "several ",
        "few ",
    ];
    const VERBS: [&str; 14] = [
        "had",
        "have",
        "has",
        "were",
        "was",
        "are",
        "is",
        "feel",
        "felt",
        "described",
        "said",
        "told",
        "spoke",
        "could",
    ];
    // "It was not": what was not stands elsewhere.
    let subjects = ["it ", "they ", "this ", "that "];
    let bare =
        subjects.iter().find_map(|s| words.strip_prefix(s)).and_then(|r| r.split_once(" not"));
    if bare.is_some_and(|(verb, rest)| VERBS.contains(&verb) && !rest.starts_with(' ')) {
        return true;
    }
    let words = ["nearly ", "almost ", "about ", "around ", "over ", "more than "]
        .iter()
        .find_map(|w| words.strip_prefix(w))
        .unwrap_or(words);
    let rest = SHARES.iter().find_map(|s| words.strip_prefix(s));
    rest.is_some_and(|r| VERBS.contains(&r.split(' ').next().unwrap_or_default()))
}

/// What the council says of itself is no finding.
pub fn is_own(words: &str) -> bool {
    let first =
        ["this ", "we ", "our ", "i ", "i'm ", "we're ", "we've ", "we'd ", "we'll ", "i'd "];
    let inside = [" we must", " we know", " we have", " we need", " we want", " we will"];
    first.iter().any(|w| words.starts_with(w)) || inside.iter().any(|w| words.contains(w))
}
