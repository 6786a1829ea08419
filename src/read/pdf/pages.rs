//! Across page breaks: joins what a break split, drops repeated table heads, places furniture.
//!
//! A paragraph, item or table row that goes on overleaf comes as two drafts. They are joined where
//! the words or the geometry say so: a sentence left open, a small letter, an item without a marker
//! at the hanging indent, a last line so full that the next word would not have fitted.

use super::draft::Draft;
use super::glyphs::{Run, Runs};
use super::rows;
use super::words::Words;
use crate::model::text::BlockKind;

/// Joins drafts over page breaks and sets furniture before the first words of its page.
pub fn join(drafts: Vec<Draft>, runs: &Runs) -> Vec<Draft> {
    let (mut furniture, body): (Vec<Draft>, Vec<Draft>) =
        drafts.into_iter().partition(|d| d.kind == BlockKind::Furniture);
    let (body, heads) = rows::join(body, &runs.text);
    furniture.extend(heads);
    let right = right_edge(&body);
    let mut joined: Vec<Draft> = Vec::with_capacity(body.len());
    for draft in body {
        match joined.last_mut() {
            Some(last) if continues(last, &draft, right) || wraps(last, &draft, right) => {
                last.words.append(&draft.words, &runs.text)
            }
            _ => joined.push(draft),
        }
    }
    interleave(joined, furniture, artifacts(runs))
}

/// The right edge of the text: what all but a few wide lines keep to.
fn right_edge(body: &[Draft]) -> f32 {
    let mut edges: Vec<f32> =
        body.iter().filter(|d| d.words.lines.len() > 2).map(|d| d.words.right).collect();
    edges.sort_by(f32::total_cmp);
    edges.get(edges.len() * 9 / 10).copied().unwrap_or(f32::MAX)
}

/// Whether `next` is the rest of `last` after a page break.
fn continues(last: &Draft, next: &Draft, right: f32) -> bool {
    let prose = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item { .. });
    if next.words.page() != last.words.last_page() + 1
        || next.marked
        || !prose(last.kind)
        || !prose(next.kind)
        || (last.words.size - next.words.size).abs() > 0.6
    {
        return false;
    }
    let small = next.words.text.starts_with(|c: char| c.is_lowercase());
    let stops_short = !closed_end(&last.words.text).ends_with([':', ';']);
    let hanging = last.marked && at_hanging_indent(last, next);
    is_open(&last.words.text) || hanging || (stops_short && (small || is_full(last, next, right)))
}

/// Whether an item without a marker stands where the wrapped lines of the item before it stand.
fn at_hanging_indent(last: &Draft, next: &Draft) -> bool {
    let is_item = matches!(next.kind, BlockKind::Item { .. });
    let indent = last.words.lines.get(1).map_or(last.left + 18.0, |l| l.x);
    is_item && (next.left - indent).abs() < 6.0 && next.left > last.left + 6.0
}

/// Whether the last line had no room for the first word overleaf, which then may belong to the same
/// paragraph. Word leaves at least two lines of a paragraph on either side of a break.
fn is_full(last: &Draft, next: &Draft, right: f32) -> bool {
    let lines_here = last.words.lines.iter().filter(|l| l.page == last.words.last_page()).count();
    lines_here > 1
        && next.words.lines.len() > 1
        && same_left(last, next)
        && no_room(last, next, right)
}

/// Whether `next` is the next line of a paragraph whose author ended each line by hand.
fn wraps(last: &Draft, next: &Draft, right: f32) -> bool {
    let (Some(above), Some(below)) = (last.words.lines.last(), next.words.lines.first()) else {
        return false;
    };
    matches!(last.kind, BlockKind::Paragraph | BlockKind::Item { .. })
        && next.kind == BlockKind::Paragraph
        && above.page == below.page
        && (0.5..1.35).contains(&((below.y - above.y) / last.words.size.max(1.0)))
        && is_open(&last.words.text)
        && same_left(last, next)
        && (no_room(last, next, right) || goes_on_small(last, next))
}

/// Whether a sentence goes on with a small letter.
fn goes_on_small(last: &Draft, next: &Draft) -> bool {
    next.words.text.starts_with(|c: char| c.is_lowercase())
        && last.words.text.split(' ').count() > 6
        && next.words.text.contains(' ')
}

fn is_open(text: &str) -> bool {
    !closed_end(text).ends_with(['.', '!', '?', ':', ';'])
}

/// The text without white space and closing quotes or brackets at its end.
fn closed_end(text: &str) -> &str {
    text.trim_end().trim_end_matches(['’', '”', '"', ')', '\''])
}

fn same_left(last: &Draft, next: &Draft) -> bool {
    last.words.lines.last().is_some_and(|line| (line.x - next.words.left()).abs() < 4.0)
}

/// Whether the first word of `next` would not have fitted behind the last line.
fn no_room(last: &Draft, next: &Draft, right: f32) -> bool {
    let first_word = next.words.text.split(' ').next().unwrap_or("");
    let width = 0.5 * next.words.size * (first_word.chars().count() + 1) as f32;
    last.words.end_x() + width > right + 1.0
}

/// Running headers, footers and page numbers, as the file marks them.
fn artifacts(runs: &Runs) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let marked: Vec<&Run> = runs.runs.iter().filter(|r| r.artifact).collect();
    for line in marked.chunk_by(|a, b| a.page == b.page && (a.y - b.y).abs() < 2.0) {
        let mut words = Words::default();
        line.iter().for_each(|run| words.write(run, runs.words(run), &runs.text));
        if !words.is_blank() {
            drafts.push(Draft::new(BlockKind::Furniture, words));
        }
    }
    drafts
}

/// Puts the furniture of a page before the first body draft that begins on it or later.
fn interleave(body: Vec<Draft>, furniture: Vec<Draft>, artifacts: Vec<Draft>) -> Vec<Draft> {
    let mut waiting: Vec<Draft> = artifacts.into_iter().chain(furniture).collect();
    waiting.sort_by_key(|d| d.words.page());
    let mut waiting = waiting.into_iter().peekable();
    let mut drafts = Vec::new();
    for draft in body {
        let page = draft.words.page();
        while let Some(piece) = waiting.next_if(|w| w.words.page() <= page) {
            drafts.push(piece);
        }
        drafts.push(draft);
    }
    drafts.extend(waiting);
    drafts
}
