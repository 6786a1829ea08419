//! A sentence cut into clauses that each may tell a need or a shortcoming.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{ADDING, DUTIES, after_adding, is_preposition};
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::{Ear, at, signal};
use crate::extract::release::priorities::inserted::{is_inserted, opens_where, stop};
use crate::extract::release::priorities::speech::{after_saying, is_attribution};
use crate::extract::release::priorities::verbs::{
    is_adverb, is_clause, is_closed, is_nested, main, words,
};
use crate::knowledge::lexicon::{Hit, Kind};

/// Words that always part clauses.
const PARTING: [&str; 17] = [
    "; ",
    ", \"but ",
    ", \"although ",
    ", \"though ",
    " - ",
    ", but ",
    " but ",
    ", although ",
    " although ",
    ", though ",
    ", while ",
    " while ",
    ", whereas ",
    ", yet ",
    " whereas ",
    ", however ",
    ", because ",
];

/// Words that part clauses where each tells something.
const JOINING: [&str; 6] = [", and ", " and ", ", nor ", ". nor ", ", or ", ", "];

/// Words that part a reason from a grade.
const REASONS: [&str; 16] = [
    " because ",
    " after ",
    ", after ",
    ", with ",
    " since ",
    ", as ",
    ", noting ",
    ", saying ",
    ", finding ",
    ", warning ",
    ", citing ",
    ", blaming ",
    ", criticising ",
    ", pointing to ",
    ", highlighting ",
    ", owing to ",
];

/// First letters of what parts clauses after a space: most words begin with none.
const AFTER_SPACE: u128 =
    seconds(&PARTING) | seconds(&JOINING) | seconds(&REASONS) | seconds(&ADDING) | seconds(&AFTER);

const AFTER: [&str; 1] = [" after "];

/// The second bytes of those that begin with a space.
const fn seconds(words: &[&str]) -> u128 {
    let (mut set, mut at) = (0, 0);
    while at < words.len() {
        if let [b' ', second, ..] = words[at].as_bytes() {
            set |= 1 << *second;
        }
        at += 1;
    }
    set
}

/// Cuts a range of the folded text into clauses, in order.
pub fn clauses(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut found = cut(page, start, end, |from, here| joint(page, from, here, end));
    found.retain(|(s, e)| s < e);
    found
}

/// Cuts a range where `separator`, given the beginning of the part and a place in it, says how many
/// bytes there part it from the next; names stay whole. It is asked where a space or one of the marks
/// `,;.` stands: all else parts nothing.
pub fn cut(
    page: &Page,
    start: usize,
    end: usize,
    mut separator: impl FnMut(usize, usize) -> Option<usize>,
) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let (mut from, mut skip) = (start, start);
    for (here, byte) in (start..).zip(page.words(start, end).bytes()) {
        if here < skip {
            continue;
        }
        if let Some(whole) = at(page, Kind::WholeName, here, end) {
            skip = whole.end;
        } else if let b' ' | b',' | b';' | b'.' = byte
            && let Some(length) = separator(from, here)
        {
            parts.push((from, here));
            from = here + length;
            skip = from;
        }
    }
    parts.push((from, end));
    parts
}

/// How many bytes of what stands at a place part two clauses.
fn joint(page: &Page, from: usize, here: usize, end: usize) -> Option<usize> {
    let rest = page.words(here, end);
    if let [b' ', next, ..] = rest.as_bytes()
        && (!next.is_ascii() || AFTER_SPACE & 1 << *next == 0)
    {
        return None;
    }
    if let Some(added) = after_adding(rest) {
        return (here > from).then_some(rest.len() - added.len());
    }
    if rest.starts_with(" - ") && is_inserted(page, from, here, end) {
        return None;
    }
    if let Some(parting) = PARTING.iter().find(|p| rest.starts_with(**p)) {
        return (here > from).then_some(parting.len());
    }
    // "It was graded so because ...": the grade stays behind.
    let graded = || page.hits_in(from, here).any(|h| h.kind == Kind::Grade);
    if let Some(reason) = REASONS.iter().find(|r| rest.starts_with(**r)).filter(|_| graded()) {
        return Some(reason.len());
    }
    // "... at the council, where ...": what is told of the place is the clause.
    if rest.starts_with(", where ") && (is_place(page, here) || opens_where(page, from, here, end))
    {
        return Some(", where ".len());
    }
    if let Some(length) = attribution(page, from, here, end) {
        return Some(length);
    }
    let joining = JOINING.iter().find(|j| rest.starts_with(**j))?;
    // Inside quotation marks: "drift and delay".
    if page.words(from, here).matches('"').count() % 2 == 1 && rest.contains('"') {
        return None;
    }
    let next = here + joining.len();
    let tells = |s, e| signal(page, s, e, Ear::Soft).is_some_and(|h| h.kind != Kind::Need);
    let both = || joining.starts_with(", ") && tells(from, here) && tells(next, end);
    let that = page.words(next, end).starts_with("that ")
        && (page.words(from.saturating_sub(5), here).contains("that ") || both());
    let opened = leads_subordinate(page, from, here) && joining.starts_with(", ");
    let parts = || {
        two_clauses(page, from, here, next, end)
            || (stands_alone(page, from, here, next, end, joining) || is_graded(page, next, end))
                && signal(page, from, here, Ear::Soft).is_some()
    };
    (that || opened || asks(page, next, end) || again(page, from, here, next) || parts())
        .then_some(joining.len())
}

/// "The police should keep notes, and should send them": the same modal, of the same subject.
fn again(page: &Page, from: usize, here: usize, next: usize) -> bool {
    let rest = page.words(next, page.folded.text.len());
    let is_open = |m: &&&str| rest.strip_prefix(**m).is_some_and(|r| r.starts_with(' '));
    let modal = DUTIES.iter().find(is_open);
    modal.is_some_and(|m| page.words(from, here).contains(&format!(" {m} ")))
}

/// "... and they'd like ...": what inspectors ask for is a clause of its own.
fn asks(page: &Page, next: usize, end: usize) -> bool {
    let author = page.hits_in(next, end).take_while(|h| h.start == next);
    let mut author = author.filter(|h| matches!(h.kind, Kind::Author | Kind::Inspectorate));
    author.any(|h| {
        let ask = page.hits_in(h.end, end).find(|a| a.kind == Kind::Ask);
        let wish = ["'d like ", "'d want "].iter().any(|w| page.words(h.end, end).starts_with(w));
        wish || ask.is_some_and(|a| distance(page, h.end, a.start) <= 1)
    })
}

/// Whether a clause ends at a joint and another one with a subject of its own follows, of which one
/// tells something.
fn two_clauses(page: &Page, from: usize, here: usize, next: usize, end: usize) -> bool {
    let stop = stop(page, next, end);
    let tells = |s, e| signal(page, s, e, Ear::Soft).is_some();
    distance(page, next, stop) >= 3
        && is_clause(page, next, stop)
        && is_closed(page, from, here)
        && (tells(next, stop) || tells(from, here) && !is_nested(page, from, here))
}

/// "..., and leadership requires improvement": a grade is told apart from what stands before it.
fn is_graded(page: &Page, next: usize, end: usize) -> bool {
    let words = page.words(next, end);
    let stop = words.find([',', ';']).map_or(end, |at| next + at);
    let grade = page.hits_in(next, stop).find(|h| h.kind == Kind::Grade);
    grade.is_some_and(|h| h.means == "requires-improvement" && distance(page, next, h.start) >= 1)
}

/// Whether the council or its area is named right before a place.
fn is_place(page: &Page, here: usize) -> bool {
    let at = page.folded.original(here, here).start;
    page.mentions.iter().any(|m| m.span.end == at)
        || page
            .hits_in(here.saturating_sub(40), here)
            .any(|h| h.kind == Kind::Vague && h.end == here)
}

/// How long "..., the report says, and" is where it ends a clause, and " after inspectors found".
fn attribution(page: &Page, from: usize, here: usize, end: usize) -> Option<usize> {
    let rest = page.words(here, end);
    if let Some(after) = AFTER.iter().find(|a| rest.starts_with(**a)) {
        let said = after_saying(page, here + after.len(), end);
        return (said > here + after.len()).then_some(said - here);
    }
    let mark = [", ", ",\" ", ",' "].iter().find(|m| rest.starts_with(**m))?.len();
    let close = rest[mark..].find([',', '.']).map_or(end, |at| here + mark + at);
    if !is_attribution(page, here + mark, close) {
        return None;
    }
    let after = page.words(close, end);
    let joints = [", and ", ", but ", ", while ", ", although ", "."];
    let joint = joints.iter().find(|j| after.starts_with(**j)).map(|j| j.len());
    let next = close + if after.is_empty() { 0 } else { joint? };
    // "..., it says, and did not ...": of the same subject.
    let verb = at(page, Kind::Plain, next, end).is_some_and(|h| h.means == "verb");
    (!verb && signal(page, from, here, Ear::Soft).is_some()).then_some(next - here)
}

/// "Although most plans are good," and "However,": what follows the comma is the clause.
fn leads_subordinate(page: &Page, from: usize, here: usize) -> bool {
    const WORDS: [&str; 13] = [
        "although ",
        "though ",
        "while ",
        "whilst ",
        "despite ",
        "even though ",
        "whereas ",
        "however",
        "when ",
        "after ",
        "until ",
        "once ",
        "even so",
    ];
    let words = page.words(from, here).trim_start();
    let words = words.strip_prefix("and").or(words.strip_prefix("but")).unwrap_or(words);
    let words = words.trim_start_matches([',', ' ']);
    WORDS.iter().any(|w| words.starts_with(w))
}

/// Whether what follows a joint tells something itself, with its own subject or opening.
fn stands_alone(
    page: &Page,
    from: usize,
    here: usize,
    next: usize,
    end: usize,
    joining: &str,
) -> bool {
    let stop = stop(page, next, end);
    let Some(told) = signal(page, next, stop, Ear::Soft) else { return false };
    // "Waits for autism and hearing tests are long": two subjects of one verb.
    let subjects = !joining.starts_with([',', '.']) && main(page, next, stop).is_some();
    if subjects && !is_closed(page, from, here) {
        return false;
    }
    let verb = at(page, Kind::Plain, next, end).is_some_and(|h| h.means == "verb");
    let aside = verb || at(page, Kind::Aside, next.saturating_sub(2), end).is_some();
    let before = distance(page, next, told.start);
    let comma = joining.starts_with(',');
    // "... are late and of poor quality": one subject for both.
    let first = words(page, next, end).next().map_or("", |(_, w)| w);
    // "Talks of delays, of lost files and ...": the same word stands before the first.
    let last = words(page, from.saturating_sub(6), from).next_back().map_or("", |(_, w)| w);
    let again = first == last || page.words(from, here).trim_start().starts_with(first);
    let part = ["in", "at", "of"].contains(&first) && !again && main(page, next, stop).is_none();
    let part = part || first == "so";
    // "... in situations of neglect and abuse for too long": one verb for both.
    let alone = first != "that" && distance(page, next, stop) <= 4;
    let part =
        part || alone && !comma && main(page, next, stop).is_none() && is_closed(page, from, here);
    // "... took place late, or without the police".
    let comma = comma && (joining != ", or " || main(page, next, stop).is_some());
    // "... are confused and frustrated because ...": a second thing that they are.
    let second = words(page, next, end).nth(1).map_or("", |(_, w)| w);
    let links = ["because", "by", "with", "that", "at"].contains(&second);
    let part = part || first.ends_with("ed") && links;
    let shared = is_adverb(first) || part || !comma && !again && is_preposition(first);
    let subject = |h: &Hit| (1..=14).contains(&before) && h.kind != Kind::Opener && !shared;
    let opens = at(page, Kind::Opener, next, end).is_some();
    // "..., and out of date by the time they land": said of what stands before.
    let said = told.start == next && {
        let after = words(page, told.end, stop).next();
        after.is_none_or(|(_, w)| is_preposition(w)) && main(page, next, stop).is_none()
    };
    let named = subject(told) || opens || comma && before == 0 && !said;
    !aside && distance(page, next, stop) >= 3 && named
}
