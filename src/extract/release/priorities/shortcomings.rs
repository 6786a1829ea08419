//! Shortcomings that the release tells of the inspection, clause by clause.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::aside::{A_PERSON, OTHER, elsewhere};
use crate::extract::release::priorities::bearing::{
    EARLIER, Ear, at, excuse, is_past, says, signal,
};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, bare, core};
use crate::extract::release::priorities::lists::{Zone, zones};
use crate::extract::release::priorities::naming::named;
use crate::extract::release::priorities::sequence::ADDING;
use crate::extract::release::priorities::speech::after_saying;
use crate::extract::release::priorities::tone;
use crate::extract::release::priorities::{Item, faults, series};
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// A clause of fewer words names nothing.
const LEAST: usize = 3;

/// A last line of so many words is no title of anything.
const WHOLE: usize = 8;

/// A clause that has words for a shortcoming: what it tells, or why that is none.
pub type Weighed = Result<Item, Reason>;

/// Finds the shortcomings of all sentences in the release's own voice.
pub fn items(page: &Page, scope: &Scope) -> Vec<Item> {
    let lead = page.sentences.iter().position(|s| s.role == Role::Prose);
    let (mut led, mut found) = (Vec::new(), Vec::new());
    for (index, weighed) in heard(page, scope).into_iter().enumerate() {
        let sums_up = lead == Some(index) && is_summary(page, &page.sentences[index]);
        let told = if sums_up { &mut led } else { &mut found };
        told.extend(weighed.into_iter().flatten().flatten());
    }
    faults::add(page, scope, &zones(page), &mut found);
    // What news sums up at its head it tells in full below.
    if found.is_empty() { led } else { found }
}

/// What each sentence of the page tells of shortcomings, or why it is not heard.
pub fn heard(page: &Page, scope: &Scope) -> Vec<Result<Vec<Weighed>, Reason>> {
    let zones = zones(page);
    let of = |s: &Sentence, ear| weighed(page, scope, s, ear, PriorityKind::Improvement);
    let mut inspected = false;
    let plain = page.sentences.iter().enumerate().map(|(index, sentence)| {
        inspected |= page.has(sentence, Kind::Inspectorate);
        let unheard = unheard(page, index, zones[index], inspected);
        unheard.map_or_else(|| Ok(of(sentence, Ear::Firm)), Err)
    });
    let mut heard: Vec<Result<Vec<Weighed>, Reason>> = plain.collect();
    let told = heard.iter().enumerate().filter_map(|(index, w)| Some((index, w.as_ref().ok()?)));
    let (told, firm): (Vec<usize>, Vec<bool>) =
        told.map(|(index, weighed)| (index, weighed.iter().any(Result::is_ok))).unzip();
    let sentences: Vec<&Sentence> = told.iter().map(|&index| &page.sentences[index]).collect();
    for (index, ear) in told.into_iter().zip(tone::ears(page, &sentences, &firm)) {
        match ear {
            Ok(Ear::Firm) => {}
            Ok(ear) => heard[index] = Ok(of(&page.sentences[index], ear)),
            Err(reason) => heard[index] = Err(reason),
        }
    }
    heard
}

/// Why a sentence is not asked for shortcomings. `inspected` says whether an inspectorate has been
/// named by then.
fn unheard(page: &Page, index: usize, zone: Zone, inspected: bool) -> Option<Reason> {
    let sentence = &page.sentences[index];
    let told = matches!(sentence.role, Role::Prose | Role::Item) || breaks_off(page, index);
    if index == 0 || !told {
        Some("a title, heading or cell tells nothing by itself")
    } else if !inspected {
        Some("no inspectorate has been named by then")
    } else if sentence.voice != Voice::Release {
        Some(A_PERSON)
    } else {
        (zone == Zone::Other).then_some(OTHER)
    }
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
    weighed(page, scope, sentence, ear, kind).into_iter().flatten().collect()
}

/// The clauses of one sentence that have words for a shortcoming, each weighed.
fn weighed(
    page: &Page,
    scope: &Scope,
    sentence: &Sentence,
    ear: Ear,
    kind: PriorityKind,
) -> Vec<Weighed> {
    if page.words(sentence.start, sentence.end).ends_with('?') {
        return vec![Err("it asks")];
    }
    if let Some(reason) = elsewhere(page, scope, sentence) {
        return vec![Err(reason)];
    }
    let start = after_saying(page, sentence.start, sentence.end);
    let start = after_announcing(page, start, sentence.end);
    let clauses = clauses(page, start, sentence.end);
    // Beside a shortcoming, a need is another one.
    let firm = clauses.iter().any(|&(s, e)| signal(page, s, e, Ear::Firm).is_some());
    let ear = if firm { ear.max(Ear::Needs) } else { ear };
    let heard = |s: usize| if after_turn(page, sentence.start, s) { Ear::Soft } else { ear };
    let adds = |s: usize| adds(page, sentence.start, s) && signal(page, start, s, ear).is_some();
    let told =
        clauses.into_iter().filter(|&(s, e)| adds(s) || signal(page, s, e, heard(s)).is_some());
    let weighed = told.map(|(s, e)| weigh(page, scope, sentence, (s, e), kind));
    weighed
        .flat_map(|weighed| match weighed {
            Ok(item) => subjects(page, item).into_iter().map(Ok).collect(),
            Err(reason) => vec![Err(reason)],
        })
        .collect()
}

/// Whether a clause only adds another subject to what the one before says.
fn adds(page: &Page, from: usize, start: usize) -> bool {
    let before = page.words(from, start);
    ADDING.iter().any(|a| before.ends_with(a))
}

fn weigh(
    page: &Page,
    scope: &Scope,
    sentence: &Sentence,
    clause: (usize, usize),
    kind: PriorityKind,
) -> Weighed {
    const NAMELESS: Reason = "its words name no concern";
    let added = adds(page, sentence.start, clause.0);
    let core = core(page, clause.0, clause.1, Trim::Clause);
    let bare = || added.then(|| bare(page, clause.0, clause.1));
    let (start, proof) = core.or_else(bare).ok_or(NAMELESS)?;
    let words = page.words(start, proof);
    if !added && distance(page, start, proof) < LEAST || is_of_nobody(words) {
        return Err(NAMELESS);
    }
    if is_own(words) {
        return Err("the council says so of itself");
    }
    if is_of_inspectors(page, start, proof) {
        return Err("it says what inspectors did not do");
    }
    if let Some(reason) = excuse(page, scope, start, proof) {
        return Err(reason);
    }
    if is_past(page, scope, sentence.start, proof) {
        return Err(EARLIER);
    }
    let end = named(page, start, proof).ok_or(NAMELESS)?;
    Ok(Item { start, end, proof, kind })
}

/// "The speed of calls, the quality of plans and the checks on them are poor": several subjects of
/// one predicate.
pub fn subjects(page: &Page, item: Item) -> Vec<Item> {
    if item.end == item.proof {
        return vec![item];
    }
    let parts = series::parts(page, item.start, item.end, None);
    let last = parts.len() - 1;
    // "Assessments, and the notes on them, are late": one concern.
    if parts.len() == 2 && !parts.iter().all(|&p| series::said_of(page, p)) {
        return vec![item];
    }
    let proven = |i: usize, end: usize| if i == last { item.proof } else { end };
    let parts = parts.into_iter().enumerate();
    parts.map(|(i, (start, end))| Item { start, end, proof: proven(i, end), ..item }).collect()
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
