//! Shortcomings that the release tells of the inspection, clause by clause.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::ends_adding;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::aside::{A_PERSON, OTHER, elsewhere};
use crate::extract::release::priorities::bearing::{Ear, signal, suffers};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, after_said, bare, core};
use crate::extract::release::priorities::excuses::{EARLIER, excuse, is_past};
use crate::extract::release::priorities::idle::{NAMELESS, idle, is_predicate};
use crate::extract::release::priorities::lists::{Zone, zones};
use crate::extract::release::priorities::naming::named;
use crate::extract::release::priorities::some::{is_some, is_some_of, runs_on};
use crate::extract::release::priorities::speech::{after_people, after_saying, teller};
use crate::extract::release::priorities::subjects::{
    neither, referred, subject, subjects, with_inversion,
};
use crate::extract::release::priorities::tone;
use crate::extract::release::priorities::verbs::{is_clause, main};
use crate::extract::release::priorities::{Item, faults, series};
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// A clause of fewer words names nothing.
const LEAST: usize = 3;

/// So many shortcomings tell in full what the first sentence sums up.
const FULL: usize = 2;

/// A last line of so many words is no title of anything.
const WHOLE: usize = 8;

/// A clause that has words for a shortcoming: what it tells, or why that is none.
pub type Weighed = Result<Item, Reason>;

/// Finds the shortcomings of all sentences in the release's own voice.
///
/// `known` counts those that were found besides.
pub fn items(page: &Page, scope: &Scope, known: usize) -> Vec<Item> {
    let lead = page.sentences.iter().position(|s| s.role == Role::Prose);
    let (mut led, mut found) = (Vec::new(), Vec::new());
    for (index, weighed) in heard(page, scope).into_iter().enumerate() {
        let told = if lead == Some(index) { &mut led } else { &mut found };
        told.extend(weighed.into_iter().flatten().flatten());
    }
    faults::add(page, scope, zones(page), &mut found);
    // What news sums up at its head it tells in full below.
    let sums_up = lead.is_some_and(|lead| is_summary(page, &page.sentences[lead]));
    if found.len() + known >= FULL || sums_up && !found.is_empty() {
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

/// "Who checks?"; "How had it come to this, one member wanted to know".
fn asks(words: &str) -> bool {
    const ASKED: [&str; 4] = [" wanted to know", " asked", " wondered", " queried"];
    let first = words.trim_start_matches(['"', '\'']).split(' ').next().unwrap_or_default();
    let asking = ["how", "why", "what", "where", "when"].contains(&first);
    words.ends_with('?') || asking && ASKED.iter().any(|w| words.contains(w))
}

/// The clauses of one sentence that have words for a shortcoming, each weighed.
fn weighed(
    page: &Page,
    scope: &Scope,
    sentence: &Sentence,
    ear: Ear,
    kind: PriorityKind,
) -> Vec<Weighed> {
    if asks(page.words(sentence.start, sentence.end)) {
        return vec![Err("it asks")];
    }
    if let Some(reason) = elsewhere(page, scope, sentence) {
        return vec![Err(reason)];
    }
    let start = after_saying(page, sentence.start, sentence.end);
    let start = after_announcing(page, start, sentence.end);
    let start = after_said(page, start, sentence.end).unwrap_or(start);
    let teller = teller(page, sentence.start, sentence.end);
    let start = teller.map_or(start, |(_, told)| told);
    let mut teller = teller.map(|(who, _)| who);
    let things = things(page, sentence.start, start, sentence.end);
    let listed = things.is_some();
    let clauses = things.unwrap_or_else(|| clauses(page, start, sentence.end));
    // Beside a shortcoming, a need or a denial is another one.
    let firm = clauses.iter().any(|&(s, e)| signal(page, s, e, Ear::Firm).is_some());
    let ear = if firm { Ear::Soft } else { ear };
    let heard = |s: usize| if after_turn(page, sentence.start, s) { Ear::Soft } else { ear };
    let adds = |s: usize| adds(page, sentence.start, s) && signal(page, start, s, ear).is_some();
    let tells = |&(s, e): &(usize, usize)| {
        let ear = heard(s);
        let suffers = || ear == Ear::Soft && suffers(page, s, e);
        adds(s) || signal(page, s, e, ear).is_some() || suffers()
    };
    // "However, logbooks fell behind and plans are late": all of it is criticism.
    let parts = || clauses.iter().filter(|&&(s, e)| distance(page, s, e) > 1);
    let least = if tone::opens_turn(page, sentence) { 2 } else { 3 };
    let alike = parts().count() >= least && parts().filter(|c| !tells(c)).count() == 1;
    let joined = |c: &(usize, usize)| listed || alike && is_joined(page, &clauses, *c);
    let mut before = None;
    let told = clauses.iter().copied().map(|clause| (before.replace(clause), clause));
    let told =
        told.filter(|(before, c)| tells(c) || joined(c) || before.is_some() && is_some(page, *c));
    let mut weighed: Vec<Weighed> = Vec::new();
    for (before, clause) in told {
        let beside = weighed.last().is_some_and(Result::is_ok);
        if !beside && !tells(&clause) && !joined(&clause) {
            continue;
        }
        // What is added is told only where what it is added to is.
        if adds(clause.0) && !beside {
            continue;
        }
        let teller = teller.take().filter(|_| before.is_none());
        match weigh(page, scope, sentence, clause, kind, (before, beside), teller) {
            Ok(item) => {
                let items = neither(page, item).unwrap_or_else(|| subjects(page, item));
                weighed.extend(items.into_iter().map(Ok));
            }
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
    (before, beside): (Option<(usize, usize)>, bool),
    teller: Option<(usize, usize)>,
) -> Weighed {
    let added = adds(page, sentence.start, clause.0);
    let core = core(page, clause.0, clause.1, Trim::Clause);
    let bare = || added.then(|| bare(page, clause.0, clause.1));
    let (start, proof) = core.or_else(bare).ok_or(NAMELESS)?;
    let start = with_inversion(page, after_people(page, start, proof), proof);
    let again = before.and_then(|before| referred(page, before, start, proof));
    let start = again.as_ref().map_or(start, |r| r.after);
    let owns = again.as_ref().is_some_and(|r| r.owns);
    let headless = is_predicate(page, start, proof);
    let shared = || before.filter(|_| headless).and_then(|before| subject(page, before));
    let subject = again.map(|r| r.subject).or_else(shared).or(teller.filter(|_| headless));
    if headless && subject.is_none() {
        return Err(NAMELESS);
    }
    // "... who said that they are ...": who, stands in another clause.
    if subject.is_none() && page.words(start, proof).starts_with("they ") {
        return Err(NAMELESS);
    }
    // "Plans drift."
    let least = if main(page, start, proof).is_some() { LEAST - 1 } else { LEAST };
    if !added && distance(page, start, proof) < least {
        return Err(NAMELESS);
    }
    // "Files are thin and some had been lost": some of what the clause before tells of.
    let of_them = is_some_of(page, start, proof) && (beside || runs_on(page, sentence, start));
    if let Some(reason) = idle(page, start, proof).filter(|_| !of_them) {
        return Err(reason);
    }
    if let Some(reason) = excuse(page, scope, start, proof) {
        return Err(reason);
    }
    if is_past(page, scope, sentence.start, proof) {
        return Err(EARLIER);
    }
    let end = named(page, start, proof).ok_or(NAMELESS)?;
    if let Some(reason) = idle(page, start, end).filter(|_| !of_them) {
        return Err(reason);
    }
    let end = if subject.is_some() && !owns { proof } else { end };
    Ok(Item { subject, end, ..Item::new(start, proof, kind) })
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
    // "Leavers do well - but for infants, ...": the dash has parted it.
    let opens =
        before.ends_with(" -") && page.words(start, page.folded.text.len()).starts_with("but ");
    opens || ["but", "although", "though", "yet", "however,"].iter().any(|w| before.ends_with(w))
}
