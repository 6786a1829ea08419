//! Who says so, before and after what is said: "the report on a visit in May says that ...",
//! "..., the watchdog has found".

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::is_preposition;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::idle::is_headless;
use crate::extract::release::priorities::naming::is_person;
use crate::extract::release::priorities::verbs::{is_adverb, is_clause, main, words};
use crate::knowledge::lexicon::{Hit, Kind};

/// A subject of so many words at most stands before a verb of saying.
const SUBJECT: usize = 14;

/// Who says so takes so many words at most at the end.
const TAIL: usize = 9;

/// A longer end says more of the report, where its verb is one of the first so many words.
const LONG: usize = 18;

/// A verb of saying stands near where it is one of so many words.
const NEAR: usize = 4;

/// Where words begin after "inspectors found that" and "according to the report,".
pub fn after_saying(page: &Page, start: usize, end: usize) -> usize {
    if let Some(said) = after_verb(page, start, end).or_else(|| after_telling(page, start, end)) {
        return said;
    }
    let finding = page
        .hits_in(start, end)
        .find(|h| h.kind == Kind::Finding && !is_praise(page.words(h.start, h.end)));
    let Some(at) = finding.filter(|h| distance(page, start, h.start) <= 4).map(|h| h.end) else {
        return start;
    };
    let after = page.words(at, end);
    let rest = after.trim_start_matches([' ', '"', '\'', ',', ':']);
    // "Leaders, the report says, do not ...": said of who stands before.
    if at > start && after.starts_with(',') && is_headless(page, end - rest.len(), end) {
        return start;
    }
    let rest = rest.strip_prefix("that ").unwrap_or(rest).trim_start_matches(['"', '\'']);
    if rest.split(' ').count() >= 3 { end - rest.len() } else { start }
}

/// "Inspectors praised ...": what follows is no concern.
fn is_praise(words: &str) -> bool {
    ["made", "praised", "praises", "commended"].iter().any(|w| words.ends_with(w))
}

/// After a verb of saying whose subject is an inspectorate or its report, whatever stands by it.
fn after_verb(page: &Page, start: usize, end: usize) -> Option<usize> {
    let said = |here: usize| page.begins(Kind::Report, here, end);
    // "The report counsels that ...": whatever the verb.
    let any = |here: usize, word: &str| {
        let that = page.words(here + word.len(), end).starts_with(" that ");
        let author = || page.hits_in(start, here).any(|h| h.end + 1 == here);
        (that && word.ends_with('s') && author()).then_some(word.len())
    };
    let (verb, length) = words(page, start, end)
        .take(SUBJECT)
        .find_map(|(at, word)| said(at).or_else(|| any(at, word)).map(|n| (at, n)))?;
    let subject = page.words(start, verb);
    // "... has also said": the helping verb stands right before.
    let near = |helping: usize| {
        // "Goes on to say".
        let goes = page.words(helping, verb).ends_with("on to ");
        distance(page, helping, verb) <= if goes { 3 } else { 2 }
    };
    let told = main(page, start, verb).is_none_or(near);
    let rest = page.words(verb + length, end);
    // "They say, rightly, that ...".
    if let Some((_, that)) = rest.strip_prefix(", ").and_then(|r| r.split_once(", that "))
        && distance(page, verb + length, end - that.len()) <= 3
        && is_author(page, start, verb)
    {
        return Some(end - that.len());
    }
    // "Staff, inspectors say, are ..." goes on after who says so.
    let inner = subject.contains([':', ';', '"']) || rest.starts_with(',');
    if !told || inner || !is_author(page, start, verb) {
        return None;
    }
    // "Found during the visit, which ended in May, that ...".
    let mut after = words(page, verb + length, end);
    let set = after.next().is_some_and(|(_, w)| is_preposition(w));
    let mut after = after.take(if set { SUBJECT } else { NEAR });
    let near = words(page, verb + length, end).next().filter(|(_, w)| *w == "that");
    let near = near.or_else(|| after.find(|(_, w)| *w == "that"));
    // "Saw plans that were late": what "that" stands for is told.
    let near = near.filter(|(that, _)| {
        let next = page.words(*that, end).trim_start_matches("that").trim_start();
        !is_headless(page, end - next.len(), end)
    });
    let at = match near {
        Some((that, _)) if main(page, verb + length, that).is_none() => that + "that".len(),
        _ => verb + length + (rest.len() - rest.trim_start_matches(" of").len()),
    };
    let rest = page.words(at, end).trim_start_matches([' ', ':', ',', '"', '\'']);
    let rest = rest.strip_prefix("to ").unwrap_or(rest);
    (rest.split(' ').count() >= 3).then_some(end - rest.len())
}

/// After "parents told inspectors that": what was told was found.
fn after_telling(page: &Page, start: usize, end: usize) -> Option<usize> {
    let (told, word) = words(page, start, end).take(SUBJECT).find(|(_, w)| *w == "told")?;
    let rest = page.words(told + word.len(), end).trim_start();
    let whom = ["inspectors that ", "the inspectors that ", "ofsted that ", "the team that "];
    let that = whom.iter().find_map(|w| rest.strip_prefix(w))?;
    let named = !["they ", "it ", "he ", "she "].iter().any(|w| that.starts_with(w));
    (named && told > start).then_some(end - that.len())
}

/// After "families said that": what those concerned say of it stands in the release's own words.
pub fn after_people(page: &Page, start: usize, end: usize) -> usize {
    const SAID: [&str; 8] =
        ["said", "say", "told", "felt", "feel", "reported", "complained", "described"];
    let mut begun = words(page, start, end).take(NEAR);
    let Some((verb, word)) = begun.find(|(_, w)| SAID.contains(w)) else { return start };
    // "Unpaid carers said ...": of whom it is so.
    let mut who = words(page, start, verb).filter(|(_, w)| !is_adverb(w));
    let person = who.next().is_some_and(|(_, w)| is_person(page, w)) && who.next().is_none();
    let rest = page.words(verb + word.len(), end).trim_start();
    // "Told the inspectors that ...".
    let heard = |h: &&Hit| matches!(h.kind, Kind::Inspectorate | Kind::Author);
    let from = end - rest.len();
    let article = if rest.starts_with("the ") { 4 } else { 0 };
    let whom = page.hits_in(from, end).take_while(|h| h.start <= from + article).filter(heard);
    let whom = whom.map(|h| h.end).max().filter(|_| word == "told");
    let rest = page.words(whom.unwrap_or(from), end).trim_start();
    let rest = rest.strip_prefix("that ").unwrap_or(rest);
    let at = end - rest.len();
    if person && is_clause(page, at, end) { at } else { start }
}

/// Who told inspectors what, where "they" stands for them: "carers told assessors they felt ...";
/// and the place after "they".
pub fn teller(page: &Page, start: usize, end: usize) -> Option<((usize, usize), usize)> {
    let (told, word) = words(page, start, end).take(NEAR * 2).find(|(_, w)| *w == "told")?;
    let (they, pronoun) = words(page, told, end).take(SUBJECT).find(|(_, w)| *w == "they")?;
    let hears = |h: &Hit| matches!(h.kind, Kind::Inspectorate | Kind::Author);
    let heard = page.hits_in(told + word.len(), they).any(hears);
    let between = page.words(told + word.len(), they);
    let plain = main(page, told + word.len(), they).is_none()
        && (!between.contains(" that ") || between.ends_with(" that "));
    let who = page.words(start, told).trim_end();
    let who = ["also", "have", "had"].iter().fold(who, |w, end| w.trim_end_matches(end).trim_end());
    let persons = words(page, start, start + who.len()).any(|(_, w)| is_person(page, w));
    let plain = plain && main(page, start, start + who.len()).is_none();
    let from = who.len() - who.trim_start_matches(['"', ' ']).len();
    let after = they + pronoun.len() + 1;
    (heard && plain && persons && after < end).then_some(((start + from, start + who.len()), after))
}

/// Whether a range names an inspectorate or its report, and nobody else before it.
fn is_author(page: &Page, start: usize, end: usize) -> bool {
    let said = |h: &Hit| page.words(h.start, h.end);
    let author = |h: &&Hit| match h.kind {
        Kind::Inspectorate => !said(h).ends_with("ed"),
        Kind::Author => !["they", "it", "team", "findings"].contains(&said(h)),
        _ => false,
    };
    let Some(author) = page.hits_in(start, end).find(author) else { return false };
    let other = |h: &Hit| matches!(h.kind, Kind::Vague | Kind::Speaker) && h.start < author.start;
    !page.hits_in(start, author.start).any(other)
}

/// Where a range ends before who says so: ", the watchdog has found", "says the report".
pub fn before_attribution(page: &Page, start: usize, end: usize) -> usize {
    let text = page.words(start, end);
    let marks = text.rmatch_indices([',', '"']).map(|(at, mark)| (start + at, mark.len()));
    let mut marks = marks.filter(|&(at, length)| is_attribution(page, at + length, end));
    marks.next().map_or(end, |(at, _)| at)
}

/// Whether nothing stands in a range but who says so, and what is said of that one.
pub fn is_attribution(page: &Page, start: usize, end: usize) -> bool {
    let text = page.words(start, end);
    let (said, of) = text.split_once(", ").unwrap_or((text, "which "));
    let relative = ["which ", "who ", "whose "].iter().any(|w| of.starts_with(w));
    let end = start + said.len();
    let says = |(here, _): (usize, &str)| page.begins(Kind::Report, here, end).is_some();
    let said = said.trim_start();
    // "They say", "says one": only an inspectorate is left off with a long tail.
    let short = distance(page, start, end) <= TAIL;
    let near = words(page, start, end).take(if short { TAIL } else { NEAR }).any(says);
    let pronoun = short
        && ["they ", "it "].iter().any(|w| said.starts_with(w))
        && near
        && distance(page, start, end) <= NEAR;
    let found = ["say the findings", "the findings say", "the findings show", "found the report"];
    relative && found.contains(&said)
        || relative
            && (2..=LONG).contains(&distance(page, start, end))
            && (is_author(page, start, end) && (near || short && said.starts_with("according to "))
                || pronoun)
}
