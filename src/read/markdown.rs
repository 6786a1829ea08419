//! Markdown to blocks: headings, lists, quotations, tables; marks of emphasis and links drop out.
//!
//! In:  characters. Out: a [`Text`]. What is not marked up is read as plain text, wraps and all.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::charset::Decoded;
use super::draft::{self, Draft};
use super::plain;
use crate::model::text::{BlockKind, Metadata, Text};

static HEADING: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^ {0,3}(#{1,6})\s+(\S.*?)\s*#*\s*$").expect("fixed pattern"));
static UNDERLINE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^ {0,3}(={3,}|-{3,})\s*$").expect("fixed pattern"));
static RULE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|`{3,}\S*|~{3,}\S*)$")
        .expect("fixed pattern")
});
static IMAGE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\s*!\[([^\]]*)\]\([^)]*\)\s*$").expect("fixed pattern"));
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\]]*\])").expect("fixed pattern")
});
static EMPHASIS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\*{1,3}([^\s*](?:[^*]*[^\s*])?)\*{1,3}|\b_{1,3}([^\s_](?:[^_]*[^\s_])?)_{1,3}\b|`([^`]+)`|<(https?://[^>\s]+)>|\\([!-/:-@\[-`{-~])")
        .expect("fixed pattern")
});
static DIVIDER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$").expect("fixed pattern")
});

/// Whether a text is Markdown: it has a heading that nothing else would write so.
pub fn is_markdown(text: &str) -> bool {
    text.lines().take(400).any(|line| HEADING.is_match(line))
}

/// Reads Markdown.
pub fn read(decoded: &Decoded<'_>) -> Text {
    let text = draft::unix_lines(&decoded.text);
    let mut reading = Reading::default();
    for line in text.split('\n') {
        reading.line(line);
    }
    reading.flush();
    reading.draft.finish(Metadata::default(), decoded.doubtful)
}

#[derive(Default)]
struct Reading {
    draft: Draft,
    /// Lines that may still become a paragraph, a list or an underlined heading.
    pending: String,
    quoted: String,
    tables: u32,
    rows: Vec<Vec<String>>,
}

impl Reading {
    fn line(&mut self, line: &str) {
        if let Some(quoted) = line.trim_start().strip_prefix('>') {
            self.flush_lines();
            self.flush_table();
            self.quoted.push_str(quoted);
            return self.quoted.push('\n');
        }
        self.flush_quotation();
        if line.trim_start().starts_with('|') {
            self.flush_lines();
            return self.row(line);
        }
        self.flush_table();
        if let Some(found) = HEADING.captures(line) {
            self.flush_lines();
            let level = u8::try_from(found[1].len()).unwrap_or(6);
            self.draft.push(BlockKind::Heading { level }, unmarked(&found[2]));
        } else if let Some(found) = IMAGE.captures(line) {
            self.flush_lines();
            self.draft.push(BlockKind::Caption, &found[1]);
        } else if UNDERLINE.is_match(line) && self.underlines(line) {
        } else if RULE.is_match(line) {
            self.flush_lines();
        } else {
            self.pending.push_str(line);
            self.pending.push('\n');
        }
    }

    /// Makes a heading of the line before an underline.
    fn underlines(&mut self, line: &str) -> bool {
        let before = self.pending.trim_end();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        if before.is_empty() || !self.pending.ends_with(&format!("{}\n", &before[start..])) {
            return false;
        }
        let title = before[start..].to_owned();
        self.pending.truncate(start);
        self.flush_lines();
        let level = if line.contains('=') { 1 } else { 2 };
        self.draft.push(BlockKind::Heading { level }, unmarked(&title));
        true
    }

    fn row(&mut self, line: &str) {
        if !DIVIDER.is_match(line) {
            let cells = line.trim().trim_matches('|').split('|');
            self.rows.push(cells.map(|cell| unmarked(cell.trim()).into_owned()).collect());
        }
    }

    fn flush(&mut self) {
        self.flush_lines();
        self.flush_quotation();
        self.flush_table();
    }

    fn flush_lines(&mut self) {
        let lines = std::mem::take(&mut self.pending);
        plain::prose(&unmarked(&lines), &mut self.draft);
    }

    fn flush_quotation(&mut self) {
        for paragraph in std::mem::take(&mut self.quoted).split("\n\n") {
            self.draft.push(BlockKind::Quotation, unmarked(paragraph));
        }
    }

    fn flush_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        for (row, cells) in (0..).zip(&rows) {
            for (column, cell) in (0..).zip(cells) {
                self.draft.push(BlockKind::Cell { table: self.tables, row, column }, cell);
            }
        }
        self.tables += u32::from(!rows.is_empty());
    }
}

/// Words without the marks of links and emphasis.
fn unmarked(words: &str) -> Cow<'_, str> {
    if !words.contains(['*', '_', '`', '[', '<', '\\']) {
        return Cow::Borrowed(words);
    }
    let linked = LINK.replace_all(words, "$1");
    Cow::Owned(EMPHASIS.replace_all(&linked, "$1$2$3$4$5").into_owned())
}

#[cfg(test)]
mod tests {
    use super::super::charset;
    use super::*;

    #[test]
    fn marks_become_structure_and_drop_out_of_words() {
        let source = "Council news\n===\n\n## Rated **good**\n\nThe [council](https://example.org/a_b \"t\") was\n\
                      rated *good* by `Ofsted`.\n\n* waits\n  and plans\n- reviews\n\n> We are glad,\n> she said.\n\n\
                      | Judgement | Grade |\n|---|:--|\n| Overall | Good |\n\n![Town hall](x.jpg)\n";
        let text = read(&charset::decode(source.as_bytes(), None));
        let found: Vec<_> = text.blocks.iter().map(|b| (b.kind, text.slice(b.span))).collect();
        let cell = |row, column| BlockKind::Cell { table: 0, row, column };
        let item = BlockKind::Item { depth: 0, numbered: false };
        assert_eq!(
            found,
            [
                (BlockKind::Heading { level: 1 }, "Council news"),
                (BlockKind::Heading { level: 2 }, "Rated good"),
                (BlockKind::Paragraph, "The council was rated good by Ofsted."),
                (item, "waits and plans"),
                (item, "reviews"),
                (BlockKind::Quotation, "We are glad, she said."),
                (cell(0, 0), "Judgement"),
                (cell(0, 1), "Grade"),
                (cell(1, 0), "Overall"),
                (cell(1, 1), "Good"),
                (BlockKind::Caption, "Town hall"),
            ]
        );
    }

    #[test]
    fn hash_tags_do_not_make_markdown() {
        assert!(!is_markdown("#SEND news\n\nRated good."));
    }
}
