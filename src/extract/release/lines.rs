//! Lists whose marks were lost: bare lines, and lines that begin with what they are about, under words
//! that announce what must improve; and lines that count themselves ("1 waits", "WS2 plans").

use crate::extract::release::folded::Folded;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::{BlockKind, Text};

/// A line before prose of no more words heads that.
const HEADING: usize = 3;

/// What a line is about, told before a colon or dash, has no more words.
const LABEL: usize = 5;

/// A bare line is no longer, in bytes.
const LINE: usize = 120;

/// A line that says what it is about, or counts itself, is no longer, in bytes.
const FULL: usize = 320;

/// A counter has no more letters before its number, as in "recommendation 1".
const LETTERS: usize = 14;

/// One past the last block of the lines under words that announce them; the one after these where none
/// are items. Two at least are a list.
pub fn end(text: &Text, folded: &Folded, hits: &[Hit], heading: usize) -> usize {
    let words = |block: usize| {
        let span = text.blocks[block].span;
        (folded.of_original(span.start), folded.of_original(span.end))
    };
    let hits_in = |start: usize, end: usize| {
        let from = hits.partition_point(|h| h.start < start);
        hits[from..].iter().take_while(move |h| h.start < end)
    };
    let has = |block: usize, kinds: &[Kind]| {
        let (start, end) = words(block);
        hits_in(start, end).any(|h| kinds.contains(&h.kind))
    };
    let none = heading + 1;
    if !has(heading, &[Kind::ImproveHead, Kind::Wanting]) || has(heading, &[Kind::OtherHead]) {
        return none;
    }
    let other = [Kind::ImproveHead, Kind::OtherHead, Kind::Grade];
    let labelled = |&block: &usize| {
        let (start, end) = words(block);
        let line = folded.text[start..end].trim_end();
        let told = label(line).is_some_and(|n| {
            !hits_in(start, start + n).any(|h| h.kind == Kind::Speaker || h.kind == Kind::Judgement)
        });
        let whole = line.len() <= FULL && !line.ends_with([':', '?', '!', '"', ',']);
        text.blocks[block].kind == BlockKind::Paragraph && told && whole && !has(block, &other)
    };
    let bare = |&block: &usize| {
        let (start, end) = words(block);
        let line = folded.text[start..end].trim_end();
        text.blocks[block].kind == BlockKind::Paragraph
            && line.len() <= LINE
            && line.contains(' ')
            && !line.ends_with(['.', ':', '?', '!', '"', ','])
            && !has(block, &other)
    };
    let blocks = none..text.blocks.len();
    let all = none + blocks.clone().take_while(labelled).count();
    if all - none >= 2 {
        return all;
    }
    let mut last = none + blocks.take_while(bare).count();
    // A short line before prose heads that.
    let prose = text.blocks.get(last).is_some_and(|b| {
        b.kind == BlockKind::Paragraph && text.slice(b.span).trim_end().ends_with(['.', '"', '!'])
    });
    if prose && last > none {
        let (start, end) = words(last - 1);
        let short = folded.text[start..end].split_whitespace().count() <= HEADING;
        last -= usize::from(short);
    }
    if last - none >= 2 { last } else { none }
}

/// How long what a line is about is, before the colon or dash after it: "plans: too many are late".
fn label(line: &str) -> Option<usize> {
    let (at, mark) = [": ", " - "].iter().filter_map(|m| Some((line.find(m)?, m.len()))).min()?;
    let (label, rest) = (&line[..at], &line[at + mark..]);
    let spoken = rest.starts_with(['"', '\'']) || label.contains(['"', '.', ',']);
    let told = rest.split(' ').count() >= 2 && rest.starts_with(char::is_alphabetic);
    (told && !spoken && label.split(' ').count() <= LABEL).then_some(at)
}

/// How many bytes of each block are a counter from which the next block counts on: "1 waits" and
/// "2 plans", "area 1: waits" and "area 2: plans".
pub fn counters(text: &Text, folded: &Folded) -> Vec<usize> {
    let mut lengths = vec![0; text.blocks.len()];
    let mut run: Vec<(usize, usize)> = Vec::new();
    let mut name = "";
    for (index, block) in text.blocks.iter().enumerate() {
        let (start, end) =
            (folded.of_original(block.span.start), folded.of_original(block.span.end));
        let found = counter(&folded.text[start..end]);
        let next =
            found.filter(|&(label, n, _)| n == run.len() + 1 && (run.is_empty() || label == name));
        if next.is_none() {
            run.clear();
        }
        // What does not count on may be the first of others.
        let Some((label, _, length)) = next.or(found.filter(|&(_, n, _)| n == 1)) else { continue };
        name = label;
        run.push((index, length));
        if run.len() > 1 {
            lengths[index] = length;
            let (first, length) = run[0];
            lengths[first] = length;
        }
    }
    lengths
}

/// The letters, the number and the whole length of a counter that a line begins with.
fn counter(line: &str) -> Option<(&str, usize, usize)> {
    let letters = line.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (label, rest) = line.split_at(letters);
    let spaced = if letters > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest };
    let digits = spaced.bytes().take_while(u8::is_ascii_digit).count();
    let number = spaced.get(..digits).filter(|d| (1..=2).contains(&d.len()))?.parse().ok()?;
    let marked = spaced[digits..].trim_start_matches([':', '.', ')']);
    let told = marked.strip_prefix(" - ").or_else(|| marked.strip_prefix(' '))?.trim_start();
    let fits = letters <= LETTERS && line.len() <= FULL;
    (fits && told.starts_with(|c: char| c.is_alphabetic() || "'\"".contains(c)))
        .then(|| (label, number, line.len() - told.len()))
}

/// Whether words break off where items must follow: "they are", "these include".
pub fn breaks_off(words: &str) -> bool {
    [" are", " were", " include", " included", " including", " namely"]
        .iter()
        .any(|w| words.ends_with(w))
}

/// "(a) ...", "B. ...", "iv) ...".
pub fn is_counted(words: &str) -> bool {
    let words = words.strip_prefix('(').unwrap_or(words);
    let counter = words.split([')', '.']).next().unwrap_or_default();
    let letter = counter.len() == 1 && counter.chars().all(|c| c.is_ascii_alphanumeric());
    let roman = (1..=4).contains(&counter.len()) && counter.chars().all(|c| "ivx".contains(c));
    (letter || roman) && words[counter.len()..].get(1..2) == Some(" ")
}
