//! Lists of what inspectors found wrong under words that do not say so ("What did they say?").
//!
//! A list that mostly finds fault is one of faults: each of its items is a concern, whole. So is one
//! that says why ("Why? Because:") and finds fault at all.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Voice};
use crate::extract::release::priorities::Item;
use crate::extract::release::priorities::aside::elsewhere;
use crate::extract::release::priorities::bearing::{Ear, has, signal};
use crate::extract::release::priorities::excuses::{excuse, is_past};
use crate::extract::release::priorities::idle::is_own;
use crate::extract::release::priorities::lists::{Zone, is_item, item};
use crate::extract::release::priorities::verbs::main;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// A block of more words is a paragraph with a number.
const LONGEST: usize = 45;

/// What only says of what an item is has so many words at most.
const LABEL: usize = 5;

/// Adds the items of all such lists in which their sentences told nothing by themselves.
pub fn add(page: &Page, scope: &Scope, zones: &[Zone], found: &mut Vec<Item>) {
    let listed = |i: usize| {
        let sentence = &page.sentences[i];
        is_item(page, sentence) && zones[i] == Zone::Plain && sentence.voice == Voice::Release
    };
    let mut index = 0;
    while index < page.sentences.len() {
        let end = (index..page.sentences.len()).find(|&i| !listed(i));
        let end = end.unwrap_or(page.sentences.len());
        for item in of_list(page, scope, index, end) {
            let inside = |i: &Item| item.start <= i.start && i.start < item.proof;
            if is_labelled(page, &item) {
                found.retain(|i| !inside(i));
            }
            if !found.iter().any(inside) {
                found.push(item);
            }
        }
        index = end + 1;
    }
}

/// "Plans. Where do we start?": the first sentence only says of what the others are.
fn is_labelled(page: &Page, item: &Item) -> bool {
    let words = page.words(item.start, item.proof);
    let label = words.find(". ").map(|at| item.start + at);
    label.is_some_and(|at| {
        distance(page, item.start, at) <= LABEL && main(page, item.start, at).is_none()
    })
}

/// The items of one list, if it finds fault.
fn of_list(page: &Page, scope: &Scope, start: usize, end: usize) -> Vec<Item> {
    let blocks: Vec<usize> = (start..end)
        .filter(|&i| i == start || page.sentences[i].block != page.sentences[i - 1].block)
        .collect();
    let of_block = |first: usize| {
        let block = page.sentences[first].block;
        page.sentences[first..end].iter().take_while(move |s| s.block == block)
    };
    let faulty = |first: &&usize| {
        of_block(**first).any(|s| {
            signal(page, s.start, s.end, Ear::Soft).is_some()
                && excuse(page, scope, s.start, s.end).is_none()
        })
    };
    let before = page.sentences.get(start).map_or(0, |s| s.start);
    if blocks.len() < 2 || !page.told_before(before, Kind::Inspectorate) {
        return Vec::new();
    }
    let barred = |first: &usize| {
        of_block(*first).any(|s| {
            elsewhere(page, scope, s).is_some()
                || is_past(page, scope, s.start, s.end)
                || is_own(page.words(s.start, s.end))
        })
    };
    let long = |first: &usize| {
        let last = of_block(*first).last().map_or(0, |s| s.end);
        distance(page, page.sentences[*first].start, last) > LONGEST
    };
    let told = blocks.iter().filter(faulty).count();
    if told * 3 < blocks.len() * 2 || blocks.iter().any(|b| barred(b) || long(b)) {
        return Vec::new();
    }
    let kind = PriorityKind::Improvement;
    let praised = |first: &&usize| {
        !faulty(first)
            && !of_block(**first).any(|s| has(page, Kind::Deny, s.start, s.end))
            && of_block(**first).any(|s| {
                let good = |h: &Hit| h.kind == Kind::Good && h.means.is_empty();
                page.hits_in(s.start, s.end).any(good)
                    || excuse(page, scope, s.start, s.end).is_some()
            })
    };
    let told = blocks.iter().filter(|b| !praised(b));
    told.filter_map(|&i| item(page, i, kind)).collect()
}
