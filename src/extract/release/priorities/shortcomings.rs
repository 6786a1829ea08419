//! Shortcomings that the release tells of the inspection, clause by clause.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{binds, ends_adding};
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::aside::{A_PERSON, OTHER, elsewhere};
use crate::extract::release::priorities::bearing::{
    EARLIER, Ear, excuse, has, is_past, signal, suffers,
};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, after_said, bare, core};
use crate::extract::release::priorities::idle::{
    NAMELESS, idle, is_headless, is_own, is_predicate, points,
};
use crate::extract::release::priorities::lists::{Zone, zones};
use crate::extract::release::priorities::naming::{named, said_of};
use crate::extract::release::priorities::speech::after_saying;
use crate::extract::release::priorities::tone;
use crate::extract::release::priorities::verbs::{is_adverb, is_clause, main, words};
use crate::extract::release::priorities::{Item, faults, series};
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// A clause of fewer words names nothing.
const LEAST: usize = 3;

/// So many shortcomings tell in full what the first sentence sums up.
const FULL: usize = 2;

/// A subject of more words is not told again before a second predicate.
const SUBJECT: usize = 8;

/// A last line of so many words is no title of anything.
const WHOLE: usize = 8;

/// A clause that has words for a shortcoming: what it tells, or why that is none.
pub type Weighed = Result<Item, Reason>;

/// Finds the shortcomings of all sentences in the release's own voice.
pub fn items(page: &Page, scope: &Scope) -> Vec<Item> {
    let lead = page.sentences.iter().position(|s| s.role == Role::Prose);
    let (mut led, mut found) = (Vec::new(), Vec::new());
    for (index, weighed) in heard(page, scope).into_iter().enumerate() {
        let told = if lead == Some(index) { &mut led } else { &mut found };
        told.extend(weighed.into_iter().flatten().flatten());
    }
    faults::add(page, scope, zones(page), &mut found);
    // What news sums up at its head it tells in full below.
    let sums_up = lead.is_some_and(|lead| is_summary(page, &page.sentences[lead]));
    if found.len() >= FULL || sums_up && !found.is_empty() {
        return found;
    }
    led.extend(found);
    led
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
    let start = after_said(page, start, sentence.end).unwrap_or(start);
    let things = things(page, sentence.start, start, sentence.end);
    let listed = things.is_some();
    let clauses = things.unwrap_or_else(|| clauses(page, start, sentence.end));
    // Beside a shortcoming, a need is another one.
    let firm = clauses.iter().any(|&(s, e)| signal(page, s, e, Ear::Firm).is_some());
    let ear = if firm { ear.max(Ear::Needs) } else { ear };
    let heard = |s: usize| if after_turn(page, sentence.start, s) { Ear::Soft } else { ear };
    let adds = |s: usize| adds(page, sentence.start, s) && signal(page, start, s, ear).is_some();
    let tells = |&(s, e): &(usize, usize)| {
        let ear = heard(s);
        let suffers = || ear == Ear::Soft && suffers(page, s, e);
        adds(s) || signal(page, s, e, ear).is_some() || suffers()
    };
    let alike = clauses.len() > 2 && clauses.iter().filter(|c| !tells(c)).count() == 1;
    let joined = |c: &(usize, usize)| listed || alike && is_joined(page, &clauses, *c);
    let mut before = None;
    let told = clauses.iter().copied().map(|clause| (before.replace(clause), clause));
    let told = told.filter(|(_, c)| tells(c) || joined(c));
    let mut weighed: Vec<Weighed> = Vec::new();
    for (before, clause) in told {
        // What is added is told only where what it is added to is.
        if adds(clause.0) && !weighed.last().is_some_and(Result::is_ok) {
            continue;
        }
        match weigh(page, scope, sentence, clause, kind, before) {
            Ok(item) => weighed.extend(subjects(page, item).into_iter().map(Ok)),
            Err(reason) => weighed.push(Err(reason)),
        }
    }
    weighed
}

/// "The report talks of plans without dates, thin oversight and letters that nobody can follow": things
/// listed after who says so, which mostly find fault and never praise. None where it is no such list.
fn things(page: &Page, from: usize, start: usize, end: usize) -> Option<Vec<(usize, usize)>> {
    if start == from || main(page, start, end).is_some() {
        return None;
    }
    let parts = series::parts(page, start, end, None);
    let fault = |s, e| signal(page, s, e, Ear::Soft).is_some();
    let good = |&(s, e): &(usize, usize)| {
        !fault(s, e) && page.hits_in(s, e).any(|h| h.kind == Kind::Good && h.means.is_empty())
    };
    let faults = parts.iter().filter(|&&(s, e)| fault(s, e)).count();
    (parts.len() > 2 && faults * 2 > parts.len() && !parts.iter().any(good)).then_some(parts)
}

/// "Visits are rushed, reviews cancelled and plans lost": a clause among others that find fault, and
/// no praise itself.
fn is_joined(page: &Page, clauses: &[(usize, usize)], clause: (usize, usize)) -> bool {
    let plain = |w: &[(usize, usize)]| {
        let between = page.words(w[0].1, w[1].0);
        [", ", ", and ", " and ", "; ", "; and "].contains(&between)
    };
    let that = if page.words(clause.0, clause.1).starts_with("that ") { 5 } else { 0 };
    let good = |h: &Hit| match h.kind {
        Kind::Good => h.means.is_empty(),
        kind => [Kind::Author, Kind::Inspectorate].contains(&kind),
    };
    clauses.windows(2).all(plain)
        && is_clause(page, clause.0 + that, clause.1)
        && !page.hits_in(clause.0, clause.1).any(good)
}

/// Whether a clause only adds another subject to what the one before says.
fn adds(page: &Page, from: usize, start: usize) -> bool {
    ends_adding(page.words(from, start))
}

fn weigh(
    page: &Page,
    scope: &Scope,
    sentence: &Sentence,
    clause: (usize, usize),
    kind: PriorityKind,
    before: Option<(usize, usize)>,
) -> Weighed {
    let added = adds(page, sentence.start, clause.0);
    let core = core(page, clause.0, clause.1, Trim::Clause);
    let bare = || added.then(|| bare(page, clause.0, clause.1));
    let (start, proof) = core.or_else(bare).ok_or(NAMELESS)?;
    let start = with_inversion(page, start, proof);
    let headless = is_predicate(page, start, proof);
    let subject = before.filter(|_| headless).and_then(|before| subject(page, before));
    if headless && subject.is_none() {
        return Err(NAMELESS);
    }
    if !added && distance(page, start, proof) < LEAST {
        return Err(NAMELESS);
    }
    if let Some(reason) = idle(page, start, proof) {
        return Err(reason);
    }
    if let Some(reason) = excuse(page, scope, start, proof) {
        return Err(reason);
    }
    if is_past(page, scope, sentence.start, proof) {
        return Err(EARLIER);
    }
    let end = named(page, start, proof).ok_or(NAMELESS)?;
    if let Some(reason) = idle(page, start, end) {
        return Err(reason);
    }
    let end = if subject.is_some() { proof } else { end };
    Ok(Item { subject, end, ..Item::new(start, proof, kind) })
}

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

/// The subject of a clause, which the predicate after it shares: "supervision takes place but
/// seldom helps".
fn subject(page: &Page, clause: (usize, usize)) -> Option<(usize, usize)> {
    let (start, end) = core(page, clause.0, clause.1, Trim::Clause)?;
    let verb = main(page, start, end)?;
    let names: Vec<_> = words(page, start, verb).filter(|(_, w)| !is_adverb(w)).collect();
    let (&(_, first), &(last, word)) = names.first().zip(names.last())?;
    let named = !points(first) && !is_own(page.words(start, end)) && !binds(word);
    let named = named && !has(page, Kind::Inspectorate, start, verb);
    (named && names.len() <= SUBJECT).then_some((start, last + word.len()))
}

/// "Nor have leaders ...": the verb stands before its subject, and "nor" before both.
fn with_inversion(page: &Page, start: usize, end: usize) -> usize {
    const NOR: &str = "nor ";
    let inverted = page.words(0, start).ends_with(NOR) && is_headless(page, start, end);
    if inverted { start - NOR.len() } else { start }
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
