//! Where the items begin that a heading of improvement introduces, and how many it announces.

use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::Hit;

/// A number before a heading: "two areas for improvement".
pub fn count_before(page: &Page, sentence: &Sentence, head: &Hit) -> Option<usize> {
    const NUMBERS: [&str; 12] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen",
    ];
    let words = page.words(sentence.start, head.end);
    words.split(' ').rev().take(8).find_map(|w| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        let named = || NUMBERS.iter().position(|n| *n == w).map(|i| i + 2);
        w.parse().ok().filter(|n| (2..=20).contains(n)).or_else(named)
    })
}

/// Where items begin after a heading: after a colon, "include", "such as", "were" and their like;
/// at once where the heading itself ends so.
pub fn opening(head: &str, rest: &str) -> Option<usize> {
    const ENDS: [&str; 9] =
        ["include", "included", "includes", "including", "about", ":", "over", "around", " on"];
    const MARKS: [&str; 27] = [
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
        " include: ",
        " are: ",
        " were: ",
        ", with attention to ",
        " with attention to ",
        ", namely ",
        ", particularly ",
        ", on ",
        ", that ",
        ", among them that ",
        ", among them ",
        ", to ",
        " concern ",
        ", which were ",
        ", which are ",
        ", these being ",
    ];
    if ENDS.iter().any(|w| head.ends_with(w)) {
        return Some(rest.len() - rest.trim_start_matches([' ', ':']).len());
    }
    if let Some(at) = rest.find(": ") {
        return (!rest[..at].contains([';', '"'])).then_some(at + 2);
    }
    // "Areas for improvement were the timeliness of ..."
    for verb in [" are ", " were ", " is "] {
        let next = rest.strip_prefix(verb).and_then(|r| r.split(' ').next()).unwrap_or_default();
        let acted = [
            "being", "already", "now", "not", "also", "set", "in", "on", "part", "known", "our",
            "a", "to", "still", "needed", "required", "found", "made", "seen", "drawn", "put",
            "due", "given", "shown",
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

/// Where items begin in "These include ..." and "They are ...", after a heading without items.
pub fn continued(page: &Page, sentence: &Sentence) -> Option<usize> {
    const VERBS: [&str; 9] = [
        "include: ",
        "include ",
        "included ",
        "includes ",
        "are: ",
        "are ",
        "were ",
        "relate to ",
        "cover ",
    ];
    let words = page.words(sentence.start, sentence.end);
    let subjects = [
        "these ",
        "they ",
        "it ",
        "this ",
        "which ",
        "those ",
        "among them ",
        "the chief ones ",
        "the main ones ",
        "the most important ",
        "chief among them ",
    ];
    let rest = subjects.iter().find_map(|s| words.strip_prefix(s));
    let rest = rest.and_then(|rest| VERBS.iter().find_map(|v| rest.strip_prefix(v)));
    rest.map(|rest| sentence.end - rest.len())
}
