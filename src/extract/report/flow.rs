//! Words of several blocks read on as one line, with the way back to their bytes.
//!
//! Titles, judgement rows and sentences run over lines, cells and pages. A flow leaves the furniture
//! between them out and joins the rest with one space; evidence is given back piece by piece.

use std::ops::Range;

use super::sentences;
use crate::model::text::{Block, Evidence, Span, Text};

/// Blocks read on as one line.
#[derive(Debug)]
pub struct Flow<'t> {
    text: &'t Text,
    words: String,
    /// Where each block begins in `words`, and what it covers of the text.
    pieces: Vec<(usize, Span)>,
}

impl<'t> Flow<'t> {
    /// Joins `blocks`, stopping before the first that begins beyond `limit` bytes of words.
    pub fn of(text: &'t Text, blocks: impl IntoIterator<Item = &'t Block>, limit: usize) -> Self {
        let mut flow = Self { text, words: String::new(), pieces: Vec::new() };
        for block in blocks {
            if flow.words.len() >= limit {
                break;
            }
            if !flow.words.is_empty() {
                flow.words.push(' ');
            }
            flow.pieces.push((flow.words.len(), block.span));
            flow.words.push_str(text.slice(block.span));
        }
        flow
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The bytes of the text that a range of the words covers, one span for each block.
    pub fn spans(&self, range: Range<usize>) -> Vec<Span> {
        let pieces = self.pieces.iter().filter_map(|&(at, span)| {
            let start = range.start.max(at) - at;
            let end = range.end.min(at + (span.end - span.start)).checked_sub(at)?;
            (start < end).then(|| Span { start: span.start + start, end: span.start + end })
        });
        pieces.map(|span| self.trimmed(span)).filter(|span| span.start < span.end).collect()
    }

    /// The evidence that a range of the words gives.
    pub fn evidence(&self, range: Range<usize>) -> Vec<Evidence> {
        self.spans(range).into_iter().map(|span| self.text.evidence(span)).collect()
    }

    /// The sentence that holds a range of the words, within the blocks that the range touches.
    pub fn sentence(&self, range: Range<usize>) -> Range<usize> {
        let bounds = |&(at, span): &(usize, Span)| (at, at + (span.end - span.start));
        let touched = self.pieces.iter().map(bounds);
        let mut touched = touched.filter(|&(start, end)| start < range.end && range.start < end);
        let Some((start, mut end)) = touched.next() else { return range };
        end = touched.next_back().map_or(end, |(_, last)| last);
        let local = sentences::around(
            &self.words[start..end],
            range.start.saturating_sub(start)..range.end.min(end) - start,
        );
        start + local.start..start + local.end
    }

    fn trimmed(&self, span: Span) -> Span {
        let words = self.text.slice(span);
        let start = span.start + (words.len() - words.trim_start().len());
        Span { start, end: start + words.trim().len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::BlockKind;

    #[test]
    fn evidence_leaves_out_what_stands_between_the_blocks() {
        let mut text = Text::default();
        text.push(BlockKind::Paragraph, "Overall grade: requires", 1);
        text.push(BlockKind::Furniture, "Page 2 of 9", 2);
        text.push(BlockKind::Paragraph, "improvement.", 2);
        let flow = Flow::of(&text, text.body(), 500);
        assert_eq!(flow.words(), "Overall grade: requires improvement.");
        let at = flow.words().find("requires").expect("there");
        let quotes: Vec<_> =
            flow.evidence(at..at + 21).into_iter().map(|evidence| evidence.quote).collect();
        assert_eq!(quotes, ["requires", "improvement."]);
    }
}
