//! Whom or what a clause is of, where that does not stand in it: several subjects of one predicate,
//! several predicates of one subject, and "it" and "they".

use crate::extract::release::grammar::binds;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::has;
use crate::extract::release::priorities::core::{Trim, core};
use crate::extract::release::priorities::idle::{is_headless, is_own, points};
use crate::extract::release::priorities::naming::{is_person, said_of};
use crate::extract::release::priorities::verbs::{is_adverb, is_plural, main, words};
use crate::extract::release::priorities::{Item, series};
use crate::knowledge::lexicon::Kind;

/// A subject of more words is not told again before a second predicate.
const SUBJECT: usize = 8;

/// "The speed of calls, the quality of plans and the checks on them are poor": several subjects of
/// one predicate.
pub fn subjects(page: &Page, item: Item) -> Vec<Item> {
    if item.end == item.proof || item.subject.is_some() {
        return vec![item];
    }
    let parts = series::parts(page, item.start, item.end, None);
    let last = parts.len() - 1;
    // "Assessments, and the notes on them, are late": one concern.
    if parts.len() == 2 && !parts.iter().all(|&p| said_of(page, p)) {
        return vec![item];
    }
    let proven = |i: usize, end: usize| if i == last { item.proof } else { end };
    let parts = parts.into_iter().enumerate();
    parts.map(|(i, (start, end))| Item { start, end, proof: proven(i, end), ..item }).collect()
}

/// "Neither the quality of plans nor the timeliness of visits is good enough": two things.
pub fn neither(page: &Page, item: Item) -> Option<Vec<Item>> {
    const NEITHER: &str = "neither ";
    let text = page.words(item.start, item.proof);
    let pair = text.strip_prefix(NEITHER).filter(|_| item.subject.is_none())?;
    let (first, second) = pair.split_once(" nor ")?;
    let start = item.start + NEITHER.len();
    let (end, next) = (start + first.len(), item.proof - second.len());
    let verb = main(page, next, item.proof)?;
    let last = words(page, next, verb).next_back().map(|(at, w)| at + w.len())?;
    let is = ["is ", "are ", "was ", "were "]
        .iter()
        .any(|v| page.words(verb, item.proof).starts_with(v));
    let plain = is && main(page, start, end).is_none() && last > next;
    let one = Item { start, end, proof: end, ..item };
    let other = Item { start: next, end: last, ..item };
    plain.then(|| vec![one, other])
}

/// The subject of a clause, which the predicate after it shares: "supervision takes place but
/// seldom helps".
pub fn subject(page: &Page, clause: (usize, usize)) -> Option<(usize, usize)> {
    let (start, end) = core(page, clause.0, clause.1, Trim::Clause)?;
    let verb = main(page, start, end)?;
    let names: Vec<_> = words(page, start, verb).filter(|(_, w)| !is_adverb(w)).collect();
    let (&(_, first), &(last, word)) = names.first().zip(names.last())?;
    let named = !points(first) && !is_own(page.words(start, end)) && !binds(word);
    let named = named && !has(page, Kind::Inspectorate, start, verb);
    (named && names.len() <= SUBJECT).then_some((start, last + word.len()))
}

/// What a pronoun that opens a clause stands for.
pub struct Referred {
    /// Where the subject of the clause before stands.
    pub subject: (usize, usize),
    /// The place after the pronoun.
    pub after: usize,
    /// Whether it says whose something is: "its quality varies".
    pub owns: bool,
}

/// What "it", "they", "its" or "their" stands for where that is the subject of the clause before:
/// "supervision happens, though it is rarely ...".
pub fn referred(page: &Page, before: (usize, usize), start: usize, end: usize) -> Option<Referred> {
    const PRONOUNS: [(&str, bool, bool); 4] = [
        ("it ", false, false),
        ("they ", true, false),
        ("its ", false, true),
        ("their ", true, true),
    ];
    let text = page.words(start, end);
    let (rest, many, owns) = PRONOUNS
        .iter()
        .find_map(|&(word, many, owns)| Some((text.strip_prefix(word)?, many, owns)))?;
    // "It is hard for families to ...": it stands for what follows.
    let empty = rest.split(' ').skip(2).take(2).any(|w| ["to", "that", "for"].contains(&w));
    let after = end - rest.len();
    let subject = subject(page, before)?;
    let (_, thing) = words(page, before.0, subject.1).next_back()?;
    let told = if owns {
        !is_person(page, thing)
    } else {
        (many || !empty) && is_headless(page, after, end)
    };
    (many == is_plural(thing) && told).then_some(Referred { subject, after, owns })
}

/// "Nor have leaders ...": the verb stands before its subject, and "nor" before both.
pub fn with_inversion(page: &Page, start: usize, end: usize) -> usize {
    const NOR: &str = "nor ";
    let inverted = page.words(0, start).ends_with(NOR) && is_headless(page, start, end);
    if inverted { start - NOR.len() } else { start }
}
