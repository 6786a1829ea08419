//! Items that stand before the words that say what they are: "X was one of the areas for
//! improvement", "X and Y are among the weaknesses".

use crate::extract::release::grammar::{BE, after_adding};
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::priorities::announce::names_faults;
use crate::extract::release::priorities::bearing::{at, has};
use crate::extract::release::priorities::core::{Trim, after_leads};
use crate::extract::release::priorities::heads::run;
use crate::extract::release::priorities::idle::is_own;
use crate::extract::release::priorities::speech::{after_saying, before_attribution};
use crate::extract::release::priorities::verbs::{is_open, main};
use crate::extract::release::priorities::{Item, kind};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// What is called for as well stands so many bytes after what is called for.
const NEAR: usize = 24;

/// Words that name nothing, and first words of clauses of their own.
const NOTHING: [&str; 14] = [
    "these",
    "they",
    "it",
    "this",
    "that",
    "there",
    "what",
    "which",
    "here",
    "we",
    "below",
    "those",
    "all",
    "following",
];

/// The items of a sentence that ends by saying what they are.
pub fn items(page: &Page, sentence: &Sentence) -> Vec<Item> {
    let Some((place, kind)) = named(page, sentence) else { return called_for(page, sentence) };
    let before = page.words(sentence.start, place).trim_end();
    let is = |kind| move |word: &str| page.knowledge.lexicon.is(kind, word);
    let linked = strip(before, is(Kind::HeadLink));
    let verbed = strip(linked, |w| BE.contains(&w) || is(Kind::HeadVerb)(w));
    let subject = strip(verbed, |w| ["also", "both", "all", "together"].contains(&w));
    let first = subject.split([' ', ',']).next().unwrap_or_default();
    // The words themselves may begin so: "among the weaknesses".
    let among = page.words(place, sentence.end).starts_with("among ");
    let joined = (among || linked.len() < before.len()) && verbed.len() < linked.len();
    let vague = at(page, Kind::Vague, sentence.start, sentence.end);
    if vague.is_some_and(|h| h.end >= sentence.start + subject.len()) {
        return Vec::new();
    }
    if !joined && verbed.len() == before.len() {
        return called_for(page, sentence);
    }
    if !joined || NOTHING.contains(&first) || subject.split(' ').count() < 2 {
        return Vec::new();
    }
    let end = sentence.start + subject.len();
    let mut items = run(page, sentence.start, end, kind, None, Trim::Clause);
    // "X is one area for improvement and Y another."
    let rest = page.words(place, sentence.end).trim_end_matches('.');
    let other = rest.strip_suffix(" another").and_then(|r| r.split_once(" and ")).map(|(_, y)| y);
    if let Some(other) = other {
        let end = place + rest.len() - " another".len();
        items.extend(run(page, end - other.len(), end, kind, None, Trim::Clause));
    }
    if let Some(more) = beside(rest).filter(|_| !items.is_empty()) {
        let end = place + rest.len();
        items.extend(run(page, end - more.len(), end, kind, None, Trim::Clause));
    }
    items
}

/// "..., along with the offer of homes": what is of the same kind.
fn beside(rest: &str) -> Option<&str> {
    const BESIDE: [&str; 4] =
        [", along with ", ", together with ", ", as well as ", ", alongside "];
    BESIDE.iter().filter_map(|w| rest.split_once(w)).map(|(_, more)| more).next()
}

/// "The speed of calls and the quality of plans must improve": what is called for ends the sentence.
fn called_for(page: &Page, sentence: &Sentence) -> Vec<Item> {
    let need = page.in_sentence(sentence, Kind::Need).next().filter(|h| {
        let wanted = |w: &Hit| {
            // "..., inspectors said."
            let rest = page.words(w.end, before_attribution(page, w.end, sentence.end));
            let ends = rest.split_whitespace().count() <= 2 || added(rest).is_some();
            w.kind == Kind::Wanting && w.start <= h.end + 1 && w.end >= h.end && ends
        };
        let after = page.hits_in(h.start, sentence.end).take_while(|w| w.start <= h.end + 1);
        ["", "own"].contains(&h.means) && after.into_iter().any(wanted)
    });
    let Some(need) = need.filter(|_| page.told_before(sentence.end, Kind::Inspectorate)) else {
        return Vec::new();
    };
    let subject = strip(page.words(sentence.start, need.start), |w| {
        ["also", "both", "all", "now"].contains(&w)
    });
    let (start, end) = (sentence.start, sentence.start + subject.len());
    let start = after_saying(page, start, end);
    // "In some cases, the timing of ... needed to be better".
    let led = after_leads(page, start, sentence.end, Trim::Clause);
    let start = if page.words(start, led).ends_with(", ") { led } else { start };
    let words = page.words(start, end);
    let first = words.split([' ', ',']).next().unwrap_or_default();
    let nothing = [Kind::Vague, Kind::Nobody, Kind::Author];
    let vague = nothing.iter().any(|&k| at(page, k, start, end).is_some_and(|h| h.end >= end));
    let vague = vague || has(page, Kind::Statement, start, end) || is_open(page, start, end);
    // "The quality of talks after children go missing": when is no clause of its own.
    let when = [" after ", " before ", " once "].iter().filter_map(|w| words.find(w)).min();
    let thing = when.map_or(end, |at| start + at);
    let own = is_own(words) || NOTHING.contains(&first) || main(page, start, thing).is_some();
    if vague || own || words.split(' ').count() < 2 {
        return Vec::new();
    }
    let items = run(page, start, end, PriorityKind::Improvement, None, Trim::Clause);
    let last = items.len().saturating_sub(1);
    let proven = |i: usize, proof: usize| if i == last { sentence.end } else { proof };
    let place = added(page.words(need.end, sentence.end));
    let place = place.map(|rest| (sentence.end - rest.len(), sentence.end));
    let more = place
        .map(|(start, end)| run(page, start, end, PriorityKind::Improvement, None, Trim::Clause));
    let proven = |i: usize, proof: usize| if place.is_some() { proof } else { proven(i, proof) };
    let items = items.into_iter().enumerate();
    let items = items.map(|(i, item)| Item { proof: proven(i, item.proof), ..item });
    items.chain(more.into_iter().flatten()).collect()
}

/// "..., as should the offer of homes": what is called for as well.
fn added(rest: &str) -> Option<&str> {
    let commas = rest.match_indices(", ").map(|(at, _)| at).take_while(|at| *at <= NEAR);
    commas.filter_map(|at| after_adding(&rest[at..])).next()
}

/// Where the words begin that say what the items are, near the end of the sentence.
fn named(page: &Page, sentence: &Sentence) -> Option<(usize, PriorityKind)> {
    let mut hits = page.hits_in(sentence.start, sentence.end);
    hits.find(|h| {
        let head = h.kind == Kind::ImproveHead && !h.means.ends_with("open");
        let worst = |h: &Hit| {
            page.hits_in(sentence.start, h.start)
                .any(|s| s.kind == Kind::Shortcoming && s.end + 1 == h.start)
        };
        let thing = h.kind == Kind::Thing && (names_faults(page, h, sentence.end) || worst(h));
        let rest = page.words(h.end, sentence.end);
        let rest = beside(rest).map_or(rest, |more| &rest[..rest.len() - more.len()]);
        (head || thing) && rest.split_whitespace().nth(8).is_none()
    })
    .map(|h| (h.start, kind(h)))
}

/// What is left when words are taken from the end.
fn strip(words: &str, is_end: impl Fn(&str) -> bool) -> &str {
    let mut kept = words.trim_end();
    while let Some((rest, last)) = kept.rsplit_once(' ') {
        if !is_end(last.trim_matches(',')) {
            break;
        }
        kept = rest.trim_end();
    }
    kept
}
