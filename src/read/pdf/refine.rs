//! What a file says of its parts against what they look like.
//!
//! Word files mark many bullets and headings as plain paragraphs, and now and then a whole list as
//! headings. Here each draft is held against its marker, weight and size.

use super::draft::Draft;
use super::lists;
use super::words::Words;
use crate::model::text::BlockKind;

/// Longest text, in characters, that a heading may have.
const HEADING_CHARS: usize = 220;

/// How far behind its marker an item may begin, in font sizes.
const WIDEST_INDENT: f32 = 5.0;

/// Corrects the roles of all drafts.
pub fn refine(drafts: Vec<Draft>) -> Vec<Draft> {
    let body = body_size(&drafts);
    let mut refined = Vec::with_capacity(drafts.len());
    for draft in labels(drafts) {
        match draft.kind {
            BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Item { .. } => {
                refined.extend(split_bullets(draft).into_iter().map(|d| item(heading(d, body))));
            }
            _ => refined.push(draft),
        }
    }
    contents(&mut refined);
    nest(&mut refined);
    join_headings(refined)
}

/// Gives words the marker that stands beside them as a part of its own, as in printed web pages.
fn labels(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut labelled: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let label = labelled.last().filter(|last| is_label(last, &draft)).map(|last| last.left);
        let Some(left) = label else {
            labelled.push(draft);
            continue;
        };
        if let Some(label) = labelled.pop() {
            let depth = if let BlockKind::Item { depth, .. } = draft.kind { depth } else { 0 };
            let kind = BlockKind::Item { depth, numbered: lists::counts(&label.words.text) };
            labelled.push(Draft { kind, left, marked: true, ..draft });
        }
    }
    labelled
}

/// Whether a draft is a marker alone, on the line on which the words of the next begin.
fn is_label(label: &Draft, next: &Draft) -> bool {
    let fits = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item { .. });
    let (Some(line), Some(beside)) = (label.words.lines.first(), next.words.lines.first()) else {
        return false;
    };
    let gap = beside.x - label.words.right;
    fits(label.kind)
        && fits(next.kind)
        && !next.marked
        && lists::is_marker(&label.words.text)
        && line.page == beside.page
        && (line.y - beside.y).abs() < 0.5 * next.words.size
        && (-1.0..WIDEST_INDENT * next.words.size).contains(&gap)
}

/// The font size that most letters have.
pub fn body_size(drafts: &[Draft]) -> f32 {
    let mut sizes: Vec<(u32, usize)> = Vec::new();
    for draft in drafts.iter().filter(|d| d.kind != BlockKind::Furniture) {
        let tenths = (draft.words.size * 10.0).round() as u32;
        match sizes.iter_mut().find(|(size, _)| *size == tenths) {
            Some((_, letters)) => *letters += draft.words.text.len(),
            None => sizes.push((tenths, draft.words.text.len())),
        }
    }
    let common = sizes.into_iter().max_by_key(|&(_, letters)| letters);
    common.map_or(12.0, |(tenths, _)| tenths as f32 / 10.0)
}

/// Splits a paragraph in which several lines begin with a bullet.
fn split_bullets(draft: Draft) -> Vec<Draft> {
    let starts: Vec<usize> = draft.words.lines.iter().skip(1).map(|l| l.start).collect();
    // A dash is one where the paragraph begins with it, too.
    let first = draft.words.text.trim_start().chars().next();
    let begins = |start: &usize| {
        let line = draft.words.text.get(*start..).unwrap_or("").trim_start();
        let ended = draft.words.text.get(..*start).is_some_and(ends);
        let dash = |c: char| Some(c) == first && "-–—−".contains(c) && ended;
        line.starts_with(|c| lists::is_bullet(c) || dash(c)) && lists::bullet(line).is_some()
    };
    let cuts: Vec<usize> = starts.into_iter().filter(begins).collect();
    if cuts.is_empty() {
        return vec![draft];
    }
    let mut parts = Vec::new();
    let mut rest = draft;
    for cut in cuts.into_iter().rev() {
        let words = rest.words.split_off(cut);
        parts.push(Draft::new(rest.kind, words));
    }
    parts.push(rest);
    parts.reverse();
    parts.retain(|part| !part.words.is_blank());
    parts
}

/// Whether an item may end with this text.
fn ends(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(['.', ';', ':', ',']) || text.ends_with(" and") || text.ends_with(" or")
}

/// Makes an item of what begins with a marker.
fn item(mut draft: Draft) -> Draft {
    while let Some(marker) = lists::bullet(&draft.words.text) {
        let depth = if let BlockKind::Item { depth, .. } = draft.kind { depth } else { 0 };
        draft.words.cut(marker.length);
        draft.marked = true;
        draft.kind = BlockKind::Item { depth, numbered: marker.numbered };
    }
    if let (BlockKind::Paragraph, Some(marker)) = (draft.kind, lists::marker(&draft.words.text)) {
        draft.words.cut(marker.length);
        draft.marked = true;
        draft.kind = BlockKind::Item { depth: 0, numbered: true };
    }
    draft
}

/// Makes a heading of a short paragraph set in bold or large type, and prose of a "heading" that runs on.
fn heading(mut draft: Draft, body: f32) -> Draft {
    let text = draft.words.text.trim_end();
    let long = text.len() > HEADING_CHARS;
    let sentence = text.ends_with(['.', ';', ',']);
    let large = draft.words.size > 1.08 * body;
    let stands_out = draft.words.is_bold() && draft.words.size > 0.9 * body || large;
    match draft.kind {
        BlockKind::Heading { .. } if long || (sentence && text.len() > 100 && !stands_out) => {
            draft.kind = BlockKind::Paragraph;
        }
        BlockKind::Paragraph if stands_out && !long && !sentence => {
            draft.kind = BlockKind::Heading { level: level(&draft.words, body) };
        }
        _ => {}
    }
    draft
}

fn level(words: &Words, body: f32) -> u8 {
    match words.size / body {
        ratio if ratio > 1.6 => 1,
        ratio if ratio > 1.25 => 2,
        ratio if ratio > 1.08 => 3,
        _ => 4,
    }
}

/// A contents page is furniture: what follows its heading as long as it ends in page numbers.
fn contents(drafts: &mut [Draft]) {
    let mut inside = false;
    let number = |d: &Draft| {
        let text = d.words.text.trim();
        (1..4).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit())
    };
    for at in 0..drafts.len() {
        // Without a structure tree the page number is often a draft of its own.
        let apart = drafts.get(at + 1).is_some_and(number);
        let draft = &mut drafts[at];
        let text = draft.words.text.trim();
        let leads = text.contains("....") || text.contains("……");
        let numbered = text.ends_with(|c: char| c.is_ascii_digit());
        let title =
            text.eq_ignore_ascii_case("contents") || text.eq_ignore_ascii_case("table of contents");
        inside = title || (inside && (numbered || apart) && text.len() < 200);
        if inside || (leads && numbered) {
            draft.kind = BlockKind::Furniture;
        }
    }
}

/// Puts items that stand further right than the list they interrupt one level deeper.
fn nest(drafts: &mut [Draft]) {
    let mut outer: Option<Outer> = None;
    for draft in drafts.iter_mut() {
        match &mut draft.kind {
            BlockKind::Item { depth, .. } if *depth == 0 && draft.marked => {
                match outer.filter(|outer| outer.holds(&draft.words, draft.left)) {
                    Some(_) => *depth = 1,
                    None => outer = Outer::of(&draft.words, draft.left),
                }
            }
            BlockKind::Item { .. } | BlockKind::Furniture => {}
            _ => outer = None,
        }
    }
}

/// The last item that is not nested.
#[derive(Clone, Copy)]
struct Outer {
    page: u32,
    y: f32,
    left: f32,
    /// How much further right what is nested stands at least.
    indent: f32,
}

impl Outer {
    fn of(words: &Words, left: f32) -> Option<Self> {
        // Below a colon a small step is enough.
        let indent = if words.text.trim_end().ends_with(':') { 3.0 } else { 12.0 };
        words.lines.first().map(|line| Self { page: line.page, y: line.y, left, indent })
    }

    /// Whether an item is nested in this one; what stands higher is in the next column.
    fn holds(&self, words: &Words, left: f32) -> bool {
        let higher = words.lines.first().is_some_and(|l| l.page == self.page && l.y < self.y);
        left > self.left + self.indent && !higher
    }
}

/// Joins the lines of a heading that the file holds as two.
fn join_headings(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        if let Some(last) = joined.last_mut()
            && matches!(
                (last.kind, draft.kind),
                (BlockKind::Heading { .. }, BlockKind::Heading { .. })
            )
            && runs_on(&last.words, &draft.words)
        {
            last.words.append(&draft.words, "");
            continue;
        }
        joined.push(draft);
    }
    joined
}

fn runs_on(first: &Words, second: &Words) -> bool {
    let (Some(above), Some(below)) = (first.lines.last(), second.lines.first()) else {
        return false;
    };
    above.page == below.page
        && (first.size - second.size).abs() < 0.5
        && (0.0..1.6 * first.size).contains(&(below.y - above.y))
        && second.text.trim_start().starts_with(|c: char| c.is_lowercase())
}
