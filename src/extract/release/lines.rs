//! Lists whose marks were lost: bare lines under a heading of what must improve.

use crate::extract::release::folded::Folded;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::{BlockKind, Text};

/// A line before prose of no more words heads that.
const HEADING: usize = 3;

/// One past the last block of the lines under a heading that are items; the one after the heading
/// where none are. Two at least are a list.
pub fn end(text: &Text, folded: &Folded, hits: &[Hit], heading: usize) -> usize {
    let words = |block: usize| {
        let span = text.blocks[block].span;
        (folded.of_original(span.start), folded.of_original(span.end))
    };
    let has = |block: usize, kinds: &[Kind]| {
        let (start, end) = words(block);
        let from = hits.partition_point(|h| h.start < start);
        hits[from..].iter().take_while(|h| h.start < end).any(|h| kinds.contains(&h.kind))
    };
    let none = heading + 1;
    if !has(heading, &[Kind::ImproveHead, Kind::Wanting]) || has(heading, &[Kind::OtherHead]) {
        return none;
    }
    let other = [Kind::ImproveHead, Kind::OtherHead, Kind::Grade];
    let bare = |&block: &usize| {
        let (start, end) = words(block);
        let line = folded.text[start..end].trim_end();
        text.blocks[block].kind == BlockKind::Paragraph
            && line.len() <= 120
            && line.contains(' ')
            && !line.ends_with(['.', ':', '?', '!', '"', ','])
            && !has(block, &other)
    };
    let blocks = none..text.blocks.len();
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

/// "(a) ...", "B. ...", "iv) ...".
pub fn is_counted(words: &str) -> bool {
    let words = words.strip_prefix('(').unwrap_or(words);
    let counter = words.split([')', '.']).next().unwrap_or_default();
    let letter = counter.len() == 1 && counter.chars().all(|c| c.is_ascii_alphanumeric());
    let roman = (1..=4).contains(&counter.len()) && counter.chars().all(|c| "ivx".contains(c));
    (letter || roman) && words[counter.len()..].get(1..2) == Some(" ")
}
