//! Improvement items told in sentences: after a heading of improvement, or as a need that the report
//! sees.

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::{Item, kind};
use crate::extract::release::{items, shortcomings};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// Items that follow a heading of improvement in its own sentence, or in the next one ("These
/// include ...").
pub fn introduced(page: &Page, voice: Voice) -> Vec<Item> {
    let mut found = Vec::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        if sentence.voice != voice || sentence.role == Role::Title || is_plan(page, sentence) {
            continue;
        }
        if let Some(head) = page.in_sentence(sentence, Kind::ImproveHead).next() {
            found.extend(under(page, index, head, voice));
        }
    }
    found
}

fn under(page: &Page, index: usize, head: &Hit, voice: Voice) -> Vec<Item> {
    let sentence = &page.sentences[index];
    let announced = count_before(page, sentence, head);
    let mut own = after_head(page, sentence, head);
    if own.is_empty() && announced.is_some() {
        let need = need_of(page, sentence, head.end);
        own.extend(need.map(|(start, end)| Item { start, end, kind: kind(head) }));
    }
    let next = page.sentences[index + 1..].iter();
    for following in next.take_while(|s| s.voice == voice && s.role == Role::Prose) {
        let more = continued(page, following, kind(head));
        if !more.is_empty() && own.is_empty() {
            own = more;
        } else if announced.is_some_and(|n| own.len() < n) && !own.is_empty() {
            own.extend(clause_of(page, following, kind(head)));
        } else {
            break;
        }
    }
    own
}

/// A number before a heading: "two areas for improvement".
fn count_before(page: &Page, sentence: &Sentence, head: &Hit) -> Option<usize> {
    const NUMBERS: [&str; 9] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let words = page.words(sentence.start, head.end);
    words.split(' ').rev().take(8).find_map(|w| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        let named = || NUMBERS.iter().position(|n| *n == w).map(|i| i + 2);
        w.parse().ok().filter(|n| (2..=20).contains(n)).or_else(named)
    })
}

/// What follows a heading in its sentence after a colon or "include".
fn after_head(page: &Page, sentence: &Sentence, head: &Hit) -> Vec<Item> {
    let rest = page.words(head.end, sentence.end);
    let Some(at) = opening(page.words(head.start, head.end), rest) else { return Vec::new() };
    from_run(page, head.end + at, sentence.end, kind(head))
}

fn from_run(page: &Page, start: usize, end: usize, kind: PriorityKind) -> Vec<Item> {
    let words = page.words(start, end);
    let items = items::split(words).into_iter();
    items
        .map(|(s, e)| Item { start: start + s, end: start + e, kind })
        .filter(|i| !is_plan_clause(page.words(i.start, i.end)))
        .collect()
}

/// "We will ...", "it was ...": a sentence of its own, no item.
fn is_plan_clause(words: &str) -> bool {
    ["we ", "it ", "they ", "i ", "the council ", "and we", "that we", "this "]
        .iter()
        .any(|w| words.starts_with(w))
}

/// Where items begin after a heading: after ":", "include", "such as", "were" and their like, few
/// words on; at once where the heading itself ends so.
fn opening(head: &str, rest: &str) -> Option<usize> {
    const ENDS: [&str; 8] =
        [" include", " included", " includes", " including", " about", ":", " over", " around"];
    const MARKS: [&str; 20] = [
        ": ",
        " include ",
        " includes ",
        " included ",
        " including ",
        ", including ",
        " such as ",
        ", such as ",
        " - ",
        " are to ",
        " were to ",
        " is to ",
        " such as: ",
        " include: ",
        " are: ",
        " were: ",
        ", with attention to ",
        " with attention to ",
        ", namely ",
        ", particularly ",
    ];
    if ENDS.iter().any(|w| head.ends_with(w)) {
        return Some(rest.len() - rest.trim_start_matches([' ', ':']).len());
    }
    // "Areas for improvement were the timeliness of ..."
    for verb in [" are ", " were "] {
        let next = rest.strip_prefix(verb).and_then(|r| r.split(' ').next()).unwrap_or_default();
        let acted = [
            "being", "already", "now", "not", "also", "set", "in", "on", "part", "known", "our",
            "a", "to",
        ];
        // "... are priorities that we already knew": said of the areas, not naming them.
        let known = rest.contains(" already ");
        if !next.is_empty() && !known && !next.ends_with("ed") && !acted.contains(&next) {
            return Some(verb.len());
        }
    }
    let end = (0..=rest.len().min(70)).rev().find(|&i| rest.is_char_boundary(i)).unwrap_or(0);
    let found = MARKS.iter().filter_map(|m| rest[..end].find(m).map(|at| (at, m.len())));
    let (at, length) = found.min_by_key(|(at, length)| (at + length, *at))?;
    let clean = !rest[..at].contains([';', '.', '"']) && rest[..at].split(' ').count() <= 9;
    clean.then_some(at + length)
}

/// "These include ...", "They are ..." after a heading that had no items of its own.
fn continued(page: &Page, sentence: &Sentence, kind: PriorityKind) -> Vec<Item> {
    let words = page.words(sentence.start, sentence.end);
    for subject in ["these ", "they ", "it ", "this ", "which ", "those "] {
        for verb in [
            "include: ",
            "include ",
            "included ",
            "includes ",
            "are: ",
            "are ",
            "were ",
            "relate to ",
            "cover ",
        ] {
            let rest = words.strip_prefix(subject).and_then(|rest| rest.strip_prefix(verb));
            if let Some(rest) = rest {
                return from_run(page, sentence.end - rest.len(), sentence.end, kind);
            }
        }
    }
    Vec::new()
}

/// The sentence as an item where it tells a need or shortcoming, up to a "so that" or "but".
pub fn clause_of(page: &Page, sentence: &Sentence, kind: PriorityKind) -> Option<Item> {
    let needs = page.has(sentence, Kind::Need) || page.has(sentence, Kind::Shortcoming);
    let words = page.words(sentence.start, sentence.end);
    let marks = [", but ", " but this ", ", although ", " so that "];
    let end = marks.iter().filter_map(|w| words.find(w)).min().unwrap_or(words.len());
    let kept = words[..end].trim_end_matches(['.', ' ', ',']);
    needs.then_some(Item { start: sentence.start, end: sentence.start + kept.len(), kind })
}

/// What follows words of need after `from`.
fn need_of(page: &Page, sentence: &Sentence, from: usize) -> Option<(usize, usize)> {
    let need = page.hits_in(from, sentence.end).find(|h| h.kind == Kind::Need)?;
    let rest = page.words(need.end, sentence.end);
    let marks = [" to ensure ", ", but ", " so that "];
    let cut = marks.iter().filter_map(|w| rest.find(w)).min().unwrap_or(rest.len());
    let start = need.end + rest.len() - rest.trim_start().len();
    let end = start + rest[..cut].trim().trim_end_matches(['.', ',', ';', ' ', '"']).len();
    (distance(page, start, end) >= 2).then_some((start, end))
}

/// What the council will do with the findings is no finding.
fn is_plan(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    ["will be used", "we will continue", "we are already", "will publish", "has already been"]
        .iter()
        .any(|w| words.contains(w))
}

/// Needs that the report or its inspectors are said to see.
pub fn needs(page: &Page, known: &[Item]) -> Vec<Item> {
    const FIRM: [&str; 12] = [
        "the need for",
        "need for",
        "a need to",
        "the need to",
        "must",
        "should",
        "more work",
        "more needs to be done",
        "needs to",
        "need to",
        "needed to",
        "could be",
    ];
    let mut found = Vec::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        let taken = known.iter().any(|i| i.start < sentence.end && sentence.start < i.end);
        let prose = sentence.voice == Voice::Release && sentence.role == Role::Prose;
        if taken || !prose || index < 2 || shortcomings::is_graded(page, sentence) {
            continue;
        }
        let Some(finding) = page.in_sentence(sentence, Kind::Finding).next() else { continue };
        let after = page.words(finding.end, sentence.end);
        let Some(at) = FIRM.iter().filter_map(|f| after.find(f)).min() else { continue };
        let lead = page.hits_in(finding.end, finding.end + at);
        let statement = page.has(sentence, Kind::Statement)
            && page.words(sentence.start, sentence.end).contains("statement");
        if statement || lead.into_iter().any(|h| h.kind == Kind::Excuse) {
            continue;
        }
        let start = finding.end + after.len() - after.trim_start().len();
        let that =
            ["that ", ": "].iter().find(|w| page.words(start, sentence.end).starts_with(**w));
        let start = that.map_or(start, |w| start + w.len());
        found.extend(from_run(page, start, sentence.end, PriorityKind::Improvement));
    }
    found
}
