//! Blocks on their way to a text: what every format but PDF fills.
//!
//! In:  blocks with their words, in reading order.
//! Out: a [`Text`] that keeps its invariants: control signs, soft hyphens and invisible spaces are
//!      gone, and empty blocks are left out.
//! Not here: which blocks are furniture by what they say; that is `extract::furniture`.

use std::borrow::Cow;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::wrap::starts_small;
use crate::model::date::DateRange;
use crate::model::text::{BlockKind, Metadata, Text, TextWarning};

static PREFIX: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?:date|Date|DATE)\s+(\d{4}-\d{2}-\d{2})(?:\s|$)").expect("fixed pattern")
});
/// Longest bold line, in bytes, that is taken for a heading.
const LONGEST_BOLD_HEADING: usize = 120;

/// Blocks before they have offsets.
#[derive(Debug, Default)]
pub struct Draft {
    parts: Vec<Part>,
    /// The day of a scraper's prefix.
    day: Option<Date>,
}

/// One block of a [`Draft`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its role.
    pub kind: BlockKind,
    /// Its words, white space as it comes.
    pub words: String,
}

impl Draft {
    /// Adds a block; one without words is left out.
    pub fn push(&mut self, kind: BlockKind, words: impl Into<String>) {
        let words = clean(words.into());
        if !words.trim().is_empty() {
            self.parts.push(Part { kind, words });
        }
    }

    /// Returns the number of a table that comes after all there are.
    pub fn next_table(&self) -> u32 {
        let number = |part: &Part| match part.kind {
            BlockKind::Cell { table, .. } => Some(table + 1),
            _ => None,
        };
        self.parts.iter().rev().find_map(number).unwrap_or(0)
    }

    /// Takes a scraper's prefix off the start of a text: `date 2024-08-02` becomes furniture and
    /// the publication date. Returns the rest.
    pub fn take_date_prefix<'t>(&mut self, text: &'t str) -> &'t str {
        let Some((prefix, day)) = date_prefix(text) else { return text };
        self.push(BlockKind::Furniture, prefix);
        self.day = Some(day);
        &text[prefix.len()..]
    }

    /// Makes the text.
    pub fn finish(mut self, mut metadata: Metadata, doubtful_charset: bool) -> Text {
        self.split_date_prefix();
        metadata.published = metadata.published.or(self.day.map(DateRange::day));
        let mut text = Text { metadata, ..Text::default() };
        for part in &self.parts {
            text.push(part.kind, &part.words, 0);
        }
        if doubtful_charset {
            text.warnings.push(TextWarning::DoubtfulCharset);
        }
        text
    }

    /// Splits a scraper's prefix off the first paragraph that is the release's own.
    fn split_date_prefix(&mut self) {
        let own = |part: &Part| part.kind != BlockKind::Furniture;
        let Some(first) = self.parts.iter().position(own).filter(|_| self.day.is_none()) else {
            return;
        };
        let Some((prefix, day)) = date_prefix(&self.parts[first].words) else { return };
        let (prefix, words) = self.parts[first].words.split_at(prefix.len());
        let (prefix, words) = (prefix.to_owned(), words.to_owned());
        self.parts[first].words = words;
        self.parts.insert(first, Part { kind: BlockKind::Furniture, words: prefix });
        self.day = Some(day);
    }
}

fn date_prefix(text: &str) -> Option<(&str, Date)> {
    let found = PREFIX.captures(text)?;
    let date = found.get(1)?;
    Some((&text[..date.end()], date.as_str().parse().ok()?))
}

/// Whether a paragraph, `bold` of whose bytes are bold, is a short bold line that does not end like
/// a sentence: what people type for a heading.
pub fn is_bold_heading(words: &str, bold: usize) -> bool {
    let line = words.trim();
    bold >= line.len()
        && line.len() <= LONGEST_BOLD_HEADING
        && !line.contains('\n')
        && !line.ends_with(['.', ':', ',', ';'])
        && !starts_small(line)
}

/// Drops what has no width; other control signs become spaces.
fn clean(words: String) -> String {
    let invisible =
        |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let odd = |c: char| invisible(c) || c.is_control();
    if !words.contains(odd) {
        return words;
    }
    let kept = words.chars().filter(|c| !invisible(*c));
    kept.map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Ends every line with one `\n`, whatever ended it; a page break is an empty line, and a space of
/// whatever width is a space.
pub fn unix_lines(text: &str) -> Cow<'_, str> {
    let ends = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let wide = |c: char| matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}');
    if text.contains(wide) {
        return Cow::Owned(unix_lines(&text.replace(wide, " ")).into_owned());
    }
    if !text.contains(ends) {
        return Cow::Borrowed(text);
    }
    let text =
        text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace(['\u{c}', '\u{2029}'], "\n\n");
    Cow::Owned(text.replace(ends, "\n"))
}
