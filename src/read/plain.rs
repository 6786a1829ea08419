//! Plain text to blocks: paragraphs, list items and titles, however the lines are wrapped.
//!
//! In:  characters. Out: a [`Text`] of the same words.
//! Invariant: a paragraph gives the same block on one line and wrapped at any usual width.

use std::sync::LazyLock;

use regex::Regex;

use super::charset::Decoded;
use super::columns::{self, Stretch};
use super::draft::{self, Draft};
use super::paragraphs::{Paragraph, Wraps, paragraphs};
use crate::model::text::{BlockKind, Metadata, Text};

/// Longest title, in bytes.
const LONGEST_TITLE: usize = 140;

static DATE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix) ^(?:(?:first\ |date\ )?published|(?:last\ |page\ last\ )?updated|posted|date|modified)\b.*\d\d
        | ^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[:./]\d\d|\d{1,2}(?:st|nd|rd|th)?\ \p{L}+|\p{L}{3,9}\ \d{1,2}).*\b(?:19|20)\d\d
        | ^\p{L}+\ (?:19|20)\d\d$",
    )
    .expect("fixed pattern")
});

/// Reads plain text.
pub fn read(decoded: &Decoded<'_>) -> Text {
    let text = draft::unix_lines(&decoded.text);
    let mut draft = Draft::default();
    let rest = draft.take_date_prefix(&text);
    blocks(rest, &mut draft);
    draft.finish(Metadata::default(), decoded.doubtful)
}

/// Adds the blocks of a plain text whose lines end with `\n`.
pub fn blocks(text: &str, draft: &mut Draft) {
    for stretch in columns::stretches(text) {
        match stretch {
            Stretch::Lines(lines) => lines_of(lines, draft),
            Stretch::Table(rows) => table(&rows, draft),
        }
    }
}

fn table(rows: &[Vec<&str>], draft: &mut Draft) {
    let table = draft.next_table();
    for (row, cells) in (0..).zip(rows) {
        for (column, words) in (0..).zip(cells) {
            draft.push(BlockKind::Cell { table, row, column }, *words);
        }
    }
}

fn lines_of(text: &str, draft: &mut Draft) {
    let paragraphs = paragraphs(text, Wraps::AsSeen);
    let titles: Vec<bool> = paragraphs.iter().map(is_title).collect();
    // In a row of short lines only the first is a title; the others may well be a list.
    let opens = |i: usize| titles[i] && i + 1 < titles.len() && (i < 2 || !titles[i - 1]);
    add(paragraphs.iter(), |i| opens(i).then_some(if i == 0 { 1 } else { 2 }), draft);
}

/// Adds paragraphs and list items of a text that marks its headings and wraps as it likes.
pub fn prose(text: &str, draft: &mut Draft) {
    add(paragraphs(text, Wraps::All).iter(), |_| None, draft);
}

fn add<'p>(
    paragraphs: impl Iterator<Item = &'p Paragraph>,
    title_level: impl Fn(usize) -> Option<u8>,
    draft: &mut Draft,
) {
    let mut indents = Vec::new();
    for (i, paragraph) in paragraphs.enumerate() {
        let kind = if let Some((marker, indent)) = paragraph.item {
            BlockKind::Item { depth: depth(&mut indents, indent), numbered: marker.numbered() }
        } else {
            indents.clear();
            title_level(i).map_or(BlockKind::Paragraph, |level| BlockKind::Heading { level })
        };
        draft.push(kind, paragraph.words.as_str());
    }
}

/// Counts the list markers that stand further left in the same list.
fn depth(indents: &mut Vec<usize>, indent: usize) -> u8 {
    while indents.last().is_some_and(|last| *last > indent) {
        indents.pop();
    }
    if indents.last().is_none_or(|last| *last < indent) {
        indents.push(indent);
    }
    u8::try_from(indents.len() - 1).unwrap_or(u8::MAX)
}

/// Whether a line is short, starts like a sentence, does not end like one and is no date.
fn is_title(paragraph: &Paragraph) -> bool {
    let words = paragraph.words.trim();
    let starts = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let ends =
        words.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', ',', ';', ':', '…']);
    let is_date = || words.split_whitespace().count() <= 10 && DATE_LINE.is_match(words);
    paragraph.item.is_none()
        && words.len() <= LONGEST_TITLE
        && starts
        && !ends
        && !words.contains(". ")
        && !is_date()
}

#[cfg(test)]
mod tests {
    use super::super::charset;
    use super::*;
    use crate::model::date::DateRange;

    fn shape(text: &str) -> Vec<(&'static str, String)> {
        let text = read(&charset::decode(text.as_bytes(), None));
        let name = |kind: BlockKind| match kind {
            BlockKind::Heading { level: 1 } => "title",
            BlockKind::Heading { .. } => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Item { depth: 0, numbered: false } => "item",
            BlockKind::Item { depth: 0, numbered: true } => "numbered",
            BlockKind::Item { .. } => "inner item",
            BlockKind::Caption => "caption",
            BlockKind::Furniture => "furniture",
            BlockKind::Cell { .. } | BlockKind::Quotation => "other",
        };
        text.blocks.iter().map(|b| (name(b.kind), text.slice(b.span).to_owned())).collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[(&'static str, &str)]) {
        let shape = shape(text);
        let found: Vec<_> = shape.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_paragraphs_and_lists_are_told_apart() {
        case(
            "Council rated good by inspectors\n\n3 May 2024\n\nInspectors came in March.\n\nWhat must improve\n\n\
             1. Waits\n2. Plans:\n   a) reviews\n\nHe said so.",
            &[
                ("title", "Council rated good by inspectors"),
                ("paragraph", "3 May 2024"),
                ("paragraph", "Inspectors came in March."),
                ("heading", "What must improve"),
                ("numbered", "Waits"),
                ("numbered", "Plans:"),
                ("inner item", "reviews"),
                ("paragraph", "He said so."),
            ],
        );
    }

    #[test]
    fn a_scrapers_date_is_metadata_not_text() {
        let text =
            read(&charset::decode(b" date 2024-05-03 Services in the borough are good.", None));
        assert_eq!(text.metadata.published, DateRange::day(jiff::civil::date(2024, 5, 3)).into());
        case(
            " date 2024-05-03 Services in the borough are good.",
            &[("furniture", "date 2024-05-03"), ("paragraph", "Services in the borough are good.")],
        );
        case("date 2024-99-03 is no day.", &[("paragraph", "date 2024-99-03 is no day.")]);
    }

    #[test]
    fn line_ends_of_every_system_are_the_same() {
        for end in ["\n", "\r\n", "\r", "\r\r\n"] {
            case(
                &["Services are good.", "", "They were not.", "  • waits"].join(end),
                &[
                    ("paragraph", "Services are good."),
                    ("paragraph", "They were not."),
                    ("item", "waits"),
                ],
            );
        }
    }
}
