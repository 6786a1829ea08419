//! ODT: the content part of the package, with its styles.
//!
//! In:  an open package. Out: a [`Text`]. Notes, comments, tracked deletions and descriptions of
//! pictures are left out; contents lists are furniture.

use std::collections::HashMap;

use super::pages::Pages;
use super::styles::{heading_level, kind_of_name};
use super::xml::{self, Element, Step, Unread};
use crate::model::reading::{FailureCode, ReadFailure};
use crate::model::text::{BlockKind, Metadata, Text, TextWarning};
use crate::read::draft::Draft;
use crate::read::failure;
use crate::read::office::package::Package;

/// Elements within which nothing is read. `title` and `desc` describe pictures.
const UNREAD: &[&str] =
    &["note", "annotation", "tracked-changes", "forms", "title", "desc", "ruby-text"];
/// Elements that hold a list of contents or an index.
const CONTENTS: &[&str] = &[
    "table-of-content",
    "alphabetical-index",
    "illustration-index",
    "table-index",
    "bibliography",
];
/// Most spaces that one element stands for.
const MOST_REPEATED: u32 = 64;

/// Reads an ODT package.
///
/// # Errors
/// As [`Package::part`]; `encrypted` where parts are encrypted.
pub fn read(package: &mut Package<'_>) -> Result<Text, ReadFailure> {
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(failure(
            FailureCode::Encrypted,
            "the file needs a password: save it without one",
        ));
    }
    let missing = || failure(FailureCode::Unreadable, "the file is damaged: its text is missing");
    let source = package.part("content.xml")?.ok_or_else(missing)?;
    let mut styles = Styles::default();
    styles.read(&package.part("styles.xml")?.unwrap_or_default());
    styles.read(&source);
    let mut body = Body { styles, unread: Unread::within(UNREAD), ..Body::default() };
    let whole = xml::walk(&source, |step| body.step(step));
    let title = xml::words_of(&package.part("meta.xml")?.unwrap_or_default(), "title");
    let mut text = body.finish().finish(Metadata { title, ..Metadata::default() }, false);
    if !whole {
        text.warnings.push(TextWarning::Truncated);
    }
    Ok(text)
}

/// What automatic styles stand for.
#[derive(Debug, Default)]
struct Styles {
    parents: HashMap<String, String>,
    bold: HashMap<String, bool>,
    /// Lists whose levels count, from 1.
    numbered: HashMap<(String, u32), bool>,
}

impl Styles {
    fn read(&mut self, source: &str) {
        let (mut style, mut list) = (String::new(), String::new());
        xml::walk(source, |step| {
            let Step::Open(element) = step else { return };
            match element.name() {
                "style" => {
                    style = element.attribute("name").unwrap_or_default();
                    if let Some(parent) = element.attribute("parent-style-name") {
                        self.parents.insert(style.clone(), parent);
                    }
                }
                "text-properties" => {
                    if let Some(weight) = element.attribute("font-weight") {
                        self.bold.insert(style.clone(), weight == "bold");
                    }
                }
                "list-style" => list = element.attribute("name").unwrap_or_default(),
                "list-level-style-number" | "list-level-style-bullet" => {
                    let numbered = element.name().ends_with("number")
                        && element.attribute("num-format").is_some_and(|format| !format.is_empty());
                    let level = element.number("level").unwrap_or(1);
                    self.numbered.insert((list.clone(), level), numbered);
                }
                _ => {}
            }
        });
    }

    fn kind(&self, style: &str) -> Option<BlockKind> {
        kind_of_name(style).or_else(|| kind_of_name(self.parents.get(style)?))
    }

    fn is_bold(&self, style: &str) -> bool {
        self.bold.get(style).copied().unwrap_or(style.contains("Strong"))
    }
}

#[derive(Default)]
struct Paragraph {
    kind: Option<BlockKind>,
    words: String,
    bold: usize,
    is_bold: bool,
}

#[derive(Default)]
struct Body {
    styles: Styles,
    pages: Pages,
    /// Open paragraphs: one within another is in a text box.
    open: Vec<Paragraph>,
    /// Open spans, and whether each is bold.
    spans: Vec<bool>,
    /// Styles of open lists.
    lists: Vec<String>,
    /// Whether the open list item has given its block.
    item_is_given: bool,
    unread: Unread,
    contents: u32,
}

impl Body {
    fn step(&mut self, step: Step<'_>) {
        if self.unread.skips(&step) {
            return;
        }
        match step {
            Step::Open(element) => self.open(&element),
            Step::Close(name) => self.close(name),
            Step::Words(words) => self.add(&words.replace('\n', " ")),
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name() {
            "p" | "h" => self.open_paragraph(element),
            "span" => {
                let style = element.attribute("style-name").unwrap_or_default();
                self.spans.push(self.styles.is_bold(&style));
            }
            "s" => {
                self.add(&" ".repeat(element.number("c").unwrap_or(1).min(MOST_REPEATED) as usize))
            }
            "tab" => self.add(" "),
            "line-break" => self.add("\n"),
            "list" => {
                let inherited = self.lists.last().cloned().unwrap_or_default();
                self.lists.push(element.attribute("style-name").unwrap_or(inherited));
            }
            "list-item" => self.item_is_given = false,
            "table" => self.pages.open_table(),
            "table-row" => self.pages.open_row(),
            "table-cell" | "covered-table-cell" => {
                self.pages.open_cell();
                let repeated = element.number("number-columns-repeated").unwrap_or(1);
                self.pages.take_columns(repeated);
            }
            name if CONTENTS.contains(&name) => self.contents += 1,
            _ => {}
        }
    }

    fn open_paragraph(&mut self, element: &Element<'_>) {
        let style = element.attribute("style-name").unwrap_or_default();
        let heading = element.name() == "h" && self.open.is_empty();
        let kind = if heading {
            let level = heading_level(element.number("outline-level").unwrap_or(1));
            Some(BlockKind::Heading { level })
        } else {
            self.styles.kind(&style)
        };
        let is_bold = self.styles.is_bold(&style);
        self.open.push(Paragraph { kind, is_bold, ..Paragraph::default() });
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => self.close_paragraph(),
            "span" => drop(self.spans.pop()),
            "list" => drop(self.lists.pop()),
            "table" => self.pages.close_table(),
            name if CONTENTS.contains(&name) => self.contents = self.contents.saturating_sub(1),
            _ => {}
        }
    }

    fn add(&mut self, words: &str) {
        let bold = self.spans.last().copied();
        if let Some(paragraph) = self.open.last_mut() {
            let bold = bold.unwrap_or(paragraph.is_bold) || words.trim().is_empty();
            paragraph.words.push_str(words);
            paragraph.bold += if bold { words.len() } else { 0 };
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let kind = match paragraph.kind {
            _ if self.contents > 0 => BlockKind::Furniture,
            Some(kind) => kind,
            None => self.item().unwrap_or(BlockKind::Paragraph),
        };
        self.item_is_given |= !paragraph.words.trim().is_empty();
        self.pages.paragraph(kind, paragraph.words, paragraph.bold);
    }

    /// The first paragraph of a list item is the item.
    fn item(&self) -> Option<BlockKind> {
        let list = self.lists.last().filter(|_| !self.item_is_given)?;
        let level = u32::try_from(self.lists.len()).unwrap_or(1);
        let numbered =
            self.styles.numbered.get(&(list.clone(), level)).copied().unwrap_or_default();
        let depth = u8::try_from(level - 1).unwrap_or(u8::MAX);
        Some(BlockKind::Item { depth, numbered })
    }

    /// Closes what a damaged file leaves open.
    fn finish(mut self) -> Draft {
        while !self.open.is_empty() {
            self.close_paragraph();
        }
        self.pages.finish()
    }
}
