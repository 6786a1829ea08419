//! Where the items begin that a heading of improvement introduces, and how many it announces.

use crate::extract::release::number;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::Hit;

/// A number before a heading: "two areas for improvement".
pub fn count_before(page: &Page, sentence: &Sentence, head: &Hit) -> Option<usize> {
    let words = page.words(sentence.start, head.end);
    let mut after = "";
    words.split(' ').rev().take(8).find_map(|word| {
        let w = word.trim_matches(|c: char| !c.is_alphanumeric());
        let some = w == "one" && after == "of";
        after = w;
        let several = |n: &u8| (2..=20).contains(n) || w == "one" && !some;
        number::of_word(w).filter(several).map(usize::from)
    })
}

/// Whether what follows "are" names things, and does not say something of them.
pub fn names(rest: &str) -> bool {
    const SAID: [&str; 38] = [
        "being", "already", "now", "not", "also", "set", "in", "on", "part", "known", "our", "to",
        "still", "needed", "required", "found", "made", "seen", "drawn", "put", "due", "given",
        "shown", "as", "few", "clear", "similar", "all", "very", "well", "among", "under", "at",
        "said", "strong", "good", "those", "there",
    ];
    const OF_THEM: [&str; 18] = [
        "priority",
        "focus",
        "key",
        "concern",
        "matter",
        "part",
        "reason",
        "sign",
        "result",
        "fair",
        "challenge",
        "reminder",
        "testament",
        "blow",
        "big",
        "long",
        "step",
        "true",
    ];
    let mut words = rest.split([' ', ',']);
    let first = words.next().unwrap_or_default();
    if first.ends_with([':', '.', ';']) {
        return false;
    }
    let second = words.next().unwrap_or_default();
    let said = SAID.contains(&first) || first.ends_with("ed") || first.is_empty();
    let said = said || first.starts_with('"');
    let of_them = ["a", "an"].contains(&first) && OF_THEM.contains(&second);
    // "... are minor by comparison: X": the mark that follows comes before the items.
    let begun: Vec<&str> = rest.split(' ').take(6).collect();
    let marked = begun.iter().take_while(|w| !w.ends_with(',')).any(|w| w.ends_with(':'));
    if marked {
        return false;
    }
    // "... are priorities that we already knew": said of the areas, not naming them.
    !said && !of_them && !rest.contains(" already ")
}

/// Where items begin after a heading: after a colon, "include", "such as", "were" and their like;
/// at once where the heading itself ends so.
pub fn opening(head: &str, rest: &str) -> Option<usize> {
    const ENDS: [&str; 9] =
        ["include", "included", "includes", "including", "about", ":", "over", "around", " on"];
    const MARKS: [&str; 36] = [
        " relates to ",
        " relate to ",
        " concerns ",
        " covers ",
        " centres on ",
        " is on ",
        " concerned ",
        " covered ",
        " related to ",
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
    // "More work is needed on X, on Y and on Z."
    let wanted = ["needed", "required", "necessary"].iter().any(|w| head.ends_with(w));
    let direct = [" on ", " in ", " to ", " around ", " about ", " with "];
    if let Some(link) = direct.iter().find(|l| wanted && rest.starts_with(**l)) {
        return Some(link.len());
    }
    if let Some(at) = rest.find(": ") {
        return (!rest[..at].contains([';', '"'])).then_some(at + 2);
    }
    // "Areas for improvement were the timeliness of ..."
    for verb in [" are ", " were ", " is ", " was "] {
        if rest.strip_prefix(verb).is_some_and(names) {
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
    const VERBS: [&str; 19] = [
        "take in ",
        "range from ",
        "touch on ",
        "concern ",
        "deal with ",
        "ask for ",
        "call for ",
        "centre on ",
        "focus on ",
        "are about ",
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
    // "The seven: ..."
    let named = words.strip_prefix("the ").and_then(|w| w.split_once(':'));
    if let Some((_, rest)) =
        named.filter(|(n, _)| !n.contains(' ') && number::of_things(n).is_some())
    {
        return Some(sentence.end - rest.len());
    }
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
        "here they ",
        "here these ",
        "chief among them ",
    ];
    let rest = subjects.iter().find_map(|s| words.strip_prefix(s));
    let rest = rest.and_then(|rest| VERBS.iter().find_map(|v| rest.strip_prefix(v)));
    rest.map(|rest| sentence.end - rest.len())
}
