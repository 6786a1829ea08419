//! Where the items begin that a heading of improvement introduces, and how many it announces.

use crate::extract::release::number;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

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
    const SAID: [&str; 43] = [
        "being",
        "already",
        "now",
        "not",
        "also",
        "set",
        "in",
        "on",
        "part",
        "known",
        "our",
        "to",
        "still",
        "needed",
        "required",
        "found",
        "made",
        "seen",
        "drawn",
        "put",
        "due",
        "given",
        "shown",
        "as",
        "few",
        "clear",
        "similar",
        "all",
        "very",
        "well",
        "among",
        "under",
        "at",
        "said",
        "strong",
        "good",
        "those",
        "there",
        "here",
        "causing",
        "leading",
        "leaving",
        "resulting",
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
    // "Were nevertheless identified."
    let mut words = rest.split([' ', ',']).skip_while(|w| {
        ["nevertheless", "nonetheless", "therefore", "then", "thus", "again", "only"].contains(w)
            || w.ends_with("ly") && w.len() > 5
    });
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
pub fn opening(page: &Page, head: &Hit, end: usize) -> Option<usize> {
    const ENDS: [&str; 9] =
        ["include", "included", "includes", "including", "about", ":", "over", "around", " on"];
    const MARKS: [&str; 11] = [
        " - ",
        " is on ",
        " are to ",
        " were to ",
        " is to ",
        " are: ",
        " were: ",
        " with attention to ",
        ", on ",
        ", that ",
        ", to ",
    ];
    let rest = page.words(head.end, end);
    let head_words = page.words(head.start, head.end);
    if ENDS.iter().any(|w| head_words.ends_with(w)) {
        return Some(rest.len() - rest.trim_start_matches([' ', ':']).len());
    }
    // "More work is needed on X, on Y and on Z."
    let wanted = ["needed", "required", "necessary"].iter().any(|w| head_words.ends_with(w));
    let direct = [" on ", " in ", " to ", " around ", " about ", " with "];
    if let Some(link) = direct.iter().find(|l| wanted && rest.starts_with(**l)) {
        return Some(link.len());
    }
    // "It must cover X, Y and Z."
    const DEALS: [&str; 5] = [" deal with", " cover", " tackle", " address", " put right"];
    let pronoun = ["it ", "which ", "statement "].iter().any(|w| head_words.starts_with(w));
    if pronoun && DEALS.iter().any(|w| head_words.ends_with(w)) && !rest.contains(':') {
        return rest.starts_with(' ').then_some(1);
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
    let near = &rest[..end];
    let fixed = MARKS.iter().filter_map(|m| near.find(m).map(|at| (at, m.len())));
    let known = near.match_indices([' ', ',']);
    let mark = |at: usize| introduces(page, head.end + at, head.end + near.len());
    let known = known.filter_map(|(at, _)| mark(at).map(|mark| (at, mark.0)));
    let (at, length) = fixed.chain(known).min_by_key(|(at, length)| (at + length, *at))?;
    let clean = !rest[..at].contains([';', '.', '"']) && rest[..at].split(' ').count() <= 9;
    clean.then_some(at + length)
}

/// How long the words are, with the marks around them, that stand at the start of a range and
/// introduce items; and whether they are said of the things that want improvement ("concern").
pub fn introduces(page: &Page, start: usize, end: usize) -> Option<(usize, bool)> {
    let rest = page.words(start, end);
    let aside = rest.strip_prefix(", ");
    let words = aside.or_else(|| rest.strip_prefix(' '))?;
    let starts = |kind| page.begins(kind, end - words.len(), end);
    let other = if aside.is_some() { Kind::Namely } else { Kind::Concerning };
    let plain = starts(Kind::Introducing).map(|length| (length, false));
    let known = plain.or_else(|| Some((starts(other)?, other == Kind::Concerning)));
    let (length, concerning) = known?;
    let mark = [" ", ": "].iter().find(|mark| words[length..].starts_with(**mark))?;
    Some((rest.len() - words.len() + length + mark.len(), concerning))
}

/// Where items begin in "These include ..." and "They are ...", after a heading without items.
pub fn continued(page: &Page, sentence: &Sentence) -> Option<usize> {
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
    let subject = subjects.iter().find(|s| words.starts_with(**s))?;
    // The space before the verb is that after the subject.
    let verb = &words[subject.len() - 1..];
    let known = || introduces(page, sentence.end - verb.len(), sentence.end).map(|known| known.0);
    let linked =
        || [" are: ", " are ", " were "].iter().find(|v| verb.starts_with(**v)).map(|v| v.len());
    let length = known().or_else(linked)?;
    Some(sentence.end - verb.len() + length)
}
