//! A text with structure: what every format becomes before anything is concluded from it.
//!
//! Invariants: `blocks` are in reading order, do not overlap, and start and end on character
//! boundaries of `content`. White space inside a block is one space; blocks are separated by one
//! newline. Typography (curly quotes, dashes) is the release's own. Soft hyphens are gone and words
//! that a line break hyphenated are joined.

use serde::{Deserialize, Serialize};

use super::date::DateRange;

/// A half-open range of bytes of [`Text::content`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Whether `other` lies wholly inside this span.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words of `text` that the span covers.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// The exact words that prove a field: `quote` equals the bytes `start..end` of the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evidence {
    /// First byte in [`Text::content`].
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words themselves.
    pub quote: String,
}

/// What a block is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// A heading; level 1 is the title.
    Heading {
        /// 1 (title) to 6.
        level: u8,
    },
    /// Running prose.
    Paragraph,
    /// One item of a bulleted or numbered list; the marker itself is not part of the block.
    Item {
        /// 0 for the outer list.
        depth: u8,
        /// Whether the marker was a number or letter.
        numbered: bool,
    },
    /// One table cell, whole, even where it broke across pages.
    Cell {
        /// Counts the tables of the text from 0.
        table: u32,
        /// Row within the table, from 0.
        row: u32,
        /// Column within the row, from 0.
        column: u32,
    },
    /// Words set apart as somebody's (HTML blockquote).
    Quotation,
    /// Words that belong to a picture.
    Caption,
    /// Running headers, footers, page numbers, footnotes, contents pages, navigation, cookie
    /// notices, related stories: kept so that offsets are honest, never evidence.
    Furniture,
}

/// A part of the text with one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its role.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// Page from 1; 0 where the format has none.
    pub page: u32,
}

/// What a format says about itself outside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// Publication date as the format carries it (HTML time and meta elements, mail Date header,
    /// a scraper's date prefix). A PDF's creation date is not one.
    pub published: Option<DateRange>,
    /// Title, if the format has one.
    pub title: Option<String>,
    /// Sender of a mail.
    pub sender: Option<String>,
    /// Who a mail says it is from, address left out.
    pub sender_name: Option<String>,
}

/// What a reader of the text should know about its quality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextWarning {
    /// So many glyphs had no Unicode value.
    UnmappedGlyphs(u32),
    /// The file ends before its format says it should.
    Truncated,
    /// The character set was guessed or had errors.
    DoubtfulCharset,
}

/// The text of a release.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// All words, as `inspectwatch read --text` prints them.
    pub content: String,
    /// Its structure.
    pub blocks: Vec<Block>,
    /// What the format says of itself.
    pub metadata: Metadata,
    /// Doubts about the text as such.
    pub warnings: Vec<TextWarning>,
    /// Number of pages, 0 where the format has none.
    pub pages: u32,
}

impl Text {
    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.content)
    }

    /// The evidence that a span gives.
    pub fn evidence(&self, span: Span) -> Evidence {
        Evidence { start: span.start, end: span.end, quote: self.slice(span).to_owned() }
    }

    /// Blocks that may serve as evidence: all but furniture.
    pub fn body(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|b| b.kind != BlockKind::Furniture)
    }

    /// Whether blocks are in order, do not overlap, lie within the content and start and end on
    /// character boundaries.
    pub fn is_sound(&self) -> bool {
        let mut from = 0;
        self.blocks.iter().all(|block| {
            let Span { start, end } = block.span;
            let fits = from <= start && start <= end;
            from = end;
            fits && self.content.get(start..end).is_some()
        })
    }

    /// Appends a block, collapsing its white space; an empty one is left out.
    /// Returns the span it got.
    pub fn push(&mut self, kind: BlockKind, words: &str, page: u32) -> Option<Span> {
        let shown = |part: &&str| part.chars().any(|c| c != '\u{ad}');
        let mut parts = words.split_whitespace().filter(shown).peekable();
        parts.peek()?;
        if !self.content.is_empty() {
            self.content.push('\n');
        }
        let start = self.content.len();
        for (i, part) in parts.enumerate() {
            if i > 0 {
                self.content.push(' ');
            }
            match part.contains('\u{ad}') {
                true => self.content.extend(part.chars().filter(|c| *c != '\u{ad}')),
                false => self.content.push_str(part),
            }
        }
        let span = Span { start, end: self.content.len() };
        self.blocks.push(Block { kind, span, page });
        Some(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pushing_blocks_collapses_space_and_keeps_honest_offsets() {
        let mut text = Text::default();
        text.push(BlockKind::Heading { level: 1 }, " Report\u{a0}on  care ", 1);
        assert_eq!(text.push(BlockKind::Paragraph, " \n ", 1), None);
        let span = text.push(BlockKind::Paragraph, "co\u{ad}operation\nmatters", 1).expect("words");
        assert_eq!(text.push(BlockKind::Paragraph, "\u{ad}", 1), None);
        assert_eq!(text.content, "Report on care\ncooperation matters");
        assert_eq!(text.evidence(span).quote, "cooperation matters");
    }
}
