//! Improvement items that stand in a list, or in the paragraphs under a heading of improvement.
//!
//! One block is one item, even of several sentences. A heading of something else ends the list; the
//! marks of a list may be lost, then small letters after a colon show it.

use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::{Item, kind};
use crate::extract::release::prose;
use crate::knowledge::lexicon::Kind;
use crate::model::reading::PriorityKind;
use crate::model::text::BlockKind;

/// Finds the items of all lists of improvement areas.
pub fn items(page: &Page) -> Vec<Item> {
    let mut found = Vec::new();
    // What list is open, and whether a heading stands over prose.
    let (mut under, mut headed): (Option<PriorityKind>, Option<PriorityKind>) = (None, None);
    let mut block = usize::MAX;
    for (index, sentence) in page.sentences.iter().enumerate() {
        if !is_item(page, sentence) {
            block = usize::MAX;
            under = introduction(page, index).or(under.filter(|_| stays_open(page, sentence)));
            if matches!(sentence.role, Role::Heading | Role::Title) {
                headed = introduction(page, index).filter(|_| sentence.role == Role::Heading);
            } else if let Some(kind) = headed.filter(|_| is_prose_item(page, index)) {
                found.extend(prose::clause_of(page, sentence, kind));
            }
            continue;
        }
        headed = None;
        if let Some(kind) = under.filter(|_| sentence.block != block) {
            block = sentence.block;
            found.extend(whole(page, index).map(|(start, end)| Item { start, end, kind }));
        }
    }
    found
}

/// Whether a list goes on after a sentence between its heading and its items.
fn stays_open(page: &Page, sentence: &Sentence) -> bool {
    let prose = sentence.role == Role::Prose && !ends_open(page, sentence);
    !prose && !page.has(sentence, Kind::OtherHead)
}

/// A paragraph under a heading that tells a shortcoming itself.
fn is_prose_item(page: &Page, index: usize) -> bool {
    let sentence = &page.sentences[index];
    sentence.voice == Voice::Release
        && sentence.role == Role::Prose
        && !next_is_item(page, index)
        && !page.has(sentence, Kind::Excuse)
}

fn is_item(page: &Page, sentence: &Sentence) -> bool {
    let long = || page.words(sentence.start, sentence.end).split(' ').count() > 4;
    let listed = matches!(page.text.blocks[sentence.block].kind, BlockKind::Item { .. });
    listed || sentence.role == Role::Item || (sentence.role == Role::Cell && long())
}

/// The kind of list that a sentence before it introduces.
fn introduction(page: &Page, index: usize) -> Option<PriorityKind> {
    let sentence = &page.sentences[index];
    let head = page.in_sentence(sentence, Kind::ImproveHead).next_back()?;
    if page.has(sentence, Kind::Recital) || page.has(sentence, Kind::Coming) {
        return None;
    }
    let opens =
        sentence.role != Role::Prose || ends_open(page, sentence) || next_is_item(page, index);
    let other = page.in_sentence(sentence, Kind::OtherHead).any(|h| h.start >= head.end);
    (opens && !other).then(|| kind(head))
}

fn next_is_item(page: &Page, index: usize) -> bool {
    page.sentences.get(index + 1).is_some_and(|next| is_item(page, next))
}

fn ends_open(page: &Page, sentence: &Sentence) -> bool {
    page.words(sentence.start, sentence.end).trim_end().ends_with(':')
}

/// The whole block without end marks; none where it is one word or a score.
fn whole(page: &Page, index: usize) -> Option<(usize, usize)> {
    let first = &page.sentences[index];
    let same = page.sentences[index..].iter().take_while(|s| s.block == first.block);
    let end = same.last().map_or(first.end, |s| s.end);
    let words = page.words(first.start, end);
    let kept = words.trim_end_matches([' ', ';', ',']);
    let kept = kept.strip_suffix("; and").or(kept.strip_suffix(", and")).unwrap_or(kept);
    let scored = kept.rsplit(['-', ':', ' ']).next().is_some_and(|w| w.parse::<u8>().is_ok());
    (kept.split(' ').count() >= 2 && !scored).then_some((first.start, first.start + kept.len()))
}
