//! Where the words that name a concern end: "caseloads" of "caseloads are far too high".
//!
//! A predicate that says nothing but that something is bad is left off, from its verb on. One that
//! says more ("families wait too long for a first call") stays whole.

use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::at;
use crate::extract::release::priorities::verbs::{binds, is_adverb, is_open, words};
use crate::knowledge::lexicon::{Hit, Kind};

/// What opens so says how many are concerned, not what concerns.
const QUANTITIES: [&str; 15] = [
    "too many ",
    "some ",
    "many ",
    "most ",
    "several ",
    "not all ",
    "a few ",
    "a number of ",
    "half ",
    "a third of ",
    "a quarter of ",
    "two thirds of ",
    "three quarters of ",
    "nearly ",
    "almost ",
];

/// Words that say nothing themselves inside a predicate that says nothing else.
const FILLING: [&str; 7] = ["as", "it", "they", "to", "than", "the", "and"];

/// The end of the words that name the concern of a range. None where they name nothing ("many are
/// poor").
pub fn named(page: &Page, start: usize, end: usize) -> Option<usize> {
    let plain: Vec<&Hit> = page.hits_in(start, end).filter(|h| h.kind == Kind::Plain).collect();
    let mut name = end;
    for (after, (here, word)) in words(page, start, end).rev().enumerate() {
        let covering = || plain.iter().filter(|h| h.start <= here && here < h.end);
        if covering().next().is_none() && !is_adverb(word) && !FILLING.contains(&word) {
            break;
        }
        // A verb with nothing after it ends a clause of its own: "the help that they need".
        let opens = covering().any(|h| {
            let long = || words(page, start, here).nth(1).is_some();
            h.start == here
                && match h.means {
                    "verb" => after > 0,
                    "verb full" => after > 0 && long(),
                    "verb alone" => long(),
                    _ => false,
                }
        });
        // "..., it has not".
        let again = ["it", "they"].contains(&word) && page.words(start, here).ends_with(", ");
        if (opens || again && after > 0) && names(page, start, here) {
            name = here;
        }
    }
    let kept = page.words(start, name).trim_end_matches([' ', ',', '\n']);
    if is_empty(page, &plain, start, start + kept.len()) {
        return None;
    }
    let nobody = at(page, Kind::Nobody, start, end);
    if nobody.is_some_and(|h| h.end >= start + kept.len()) {
        return None;
    }
    // "Too many plans are late": of many it must be said what they are.
    let whole = kept.is_empty() || QUANTITIES.iter().any(|q| kept.starts_with(q));
    Some(if whole { end } else { start + kept.len() })
}

/// Whether a name can end at a place: not in a subordinate clause without its verb, nor on a word
/// that binds what follows.
fn names(page: &Page, start: usize, here: usize) -> bool {
    let last = words(page, start, here).next_back();
    last.is_some_and(|(_, word)| !binds(word)) && !is_open(page, start, here)
}

/// Whether no word names anything: "not swiftly enough".
fn is_empty(page: &Page, plain: &[&Hit], start: usize, end: usize) -> bool {
    words(page, start, end).all(|(here, _)| {
        let covers = |h: &Hit| h.start <= here && here < h.end;
        plain.iter().any(|h| covers(h))
            || page.hits_in(start, end).any(|h| {
                matches!(h.kind, Kind::Deny | Kind::Good) && h.means != "thing" && covers(h)
            })
    })
}
