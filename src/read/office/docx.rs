//! DOCX: the main part of the package, with its styles and lists.
//!
//! In:  an open package. Out: a [`Text`]. Deleted, moved-away and hidden words are left out;
//! contents lists are furniture; text boxes are read where they are anchored.

use super::pages::Pages;
use super::styles::{Lists, Styles, heading_level};
use super::xml::{self, Element, Step, Unread};
use crate::model::reading::{FailureCode, ReadFailure};
use crate::model::text::{BlockKind, Metadata, Text, TextWarning};
use crate::read::draft::Draft;
use crate::read::failure;
use crate::read::office::package::Package;

/// Elements within which nothing is read.
const UNREAD: &[&str] =
    &["del", "moveFrom", "Fallback", "instrText", "delText", "pPrChange", "rPrChange"];

/// The name of the main part of a DOCX package; `None` if it is none.
///
/// # Errors
/// As [`Package::part`].
pub fn main_part(package: &mut Package<'_>) -> Result<Option<String>, ReadFailure> {
    let mut target = None;
    if let Some(links) = package.part("_rels/.rels")? {
        xml::walk(&links, |step| {
            if let Step::Open(link) = step
                && link.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                target = link.attribute("Target");
            }
        });
    }
    let target = target.unwrap_or_else(|| "word/document.xml".to_owned());
    let target = target.trim_start_matches('/').to_owned();
    Ok((target.starts_with("word/") && package.has(&target)).then_some(target))
}

/// Reads a DOCX package.
///
/// # Errors
/// As [`Package::part`].
pub fn read(package: &mut Package<'_>, main: &str) -> Result<Text, ReadFailure> {
    let missing = || failure(FailureCode::Unreadable, "the file is damaged: its text is missing");
    let source = package.part(main)?.ok_or_else(missing)?;
    let mut body = Body {
        styles: Styles::read(&package.part("word/styles.xml")?.unwrap_or_default()),
        lists: Lists::read(&package.part("word/numbering.xml")?.unwrap_or_default()),
        unread: Unread::within(UNREAD),
        ..Body::default()
    };
    let whole = xml::walk(&source, |step| body.step(step));
    let title = xml::words_of(&package.part("docProps/core.xml")?.unwrap_or_default(), "title");
    let mut text = body.finish().finish(Metadata { title, ..Metadata::default() }, false);
    if !whole {
        text.warnings.push(TextWarning::Truncated);
    }
    Ok(text)
}

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    style: String,
    /// Its own outline level, from 0.
    outline: Option<u32>,
    list: Option<u32>,
    depth: Option<u32>,
    words: String,
    bold: usize,
}

/// What holds for the run of words that is open.
#[derive(Default)]
struct Run {
    open: bool,
    bold: bool,
    hidden: bool,
    /// Within the element that holds words.
    words: bool,
}

#[derive(Default)]
struct Body {
    styles: Styles,
    lists: Lists,
    pages: Pages,
    /// Open paragraphs: one within another is in a text box.
    open: Vec<Paragraph>,
    run: Run,
    unread: Unread,
    /// Open content controls, and which of them is a list of contents.
    controls: u32,
    contents: Option<u32>,
}

impl Body {
    fn step(&mut self, step: Step<'_>) {
        if self.unread.skips(&step) {
            return;
        }
        match step {
            Step::Open(element) if element.prefix() != "a" => self.open(&element),
            Step::Open(_) => {}
            Step::Close(name) => self.close(name),
            Step::Words(words) if self.run.words => self.add(&words),
            Step::Words(_) => {}
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name() {
            "p" => self.open.push(Paragraph::default()),
            "r" => self.run = Run { open: true, ..Run::default() },
            "t" => self.run.words = self.run.open,
            "tab" if self.run.open => self.add(" "),
            "br" | "cr" if self.run.open => self.add("\n"),
            "noBreakHyphen" => self.add("-"),
            "b" if self.run.open => self.run.bold = is_on(element),
            "vanish" | "webHidden" if self.run.open => self.run.hidden = is_on(element),
            "sdt" => self.controls += 1,
            "docPartGallery"
                if element.attribute("val").is_some_and(|v| v.contains("Contents")) =>
            {
                self.contents = self.contents.or(Some(self.controls));
            }
            "tbl" => self.pages.open_table(),
            "tr" => self.pages.open_row(),
            "tc" => self.pages.open_cell(),
            _ => self.property(element),
        }
    }

    /// Notes a property of the open paragraph or cell.
    fn property(&mut self, element: &Element<'_>) {
        if element.name() == "gridSpan" {
            // The cell itself takes the last of the columns when it closes.
            if let Some(further @ 1..) = element.number("val").map(|all| all.saturating_sub(1)) {
                self.pages.take_columns(further);
            }
            return;
        }
        let Some(paragraph) = self.open.last_mut().filter(|_| !self.run.open) else { return };
        match element.name() {
            "pStyle" => paragraph.style = element.attribute("val").unwrap_or_default(),
            "outlineLvl" => paragraph.outline = element.number("val"),
            "numId" => paragraph.list = element.number("val"),
            "ilvl" => paragraph.depth = element.number("val"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.close_paragraph(),
            "r" => self.run = Run::default(),
            "t" => self.run.words = false,
            "tc" => self.pages.take_columns(1),
            "tbl" => self.pages.close_table(),
            "sdt" => {
                if self.contents == Some(self.controls) {
                    self.contents = None;
                }
                self.controls = self.controls.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn add(&mut self, words: &str) {
        if let Some(paragraph) = self.open.last_mut().filter(|_| !self.run.hidden) {
            paragraph.words.push_str(words);
            paragraph.bold +=
                if self.run.bold || words.trim().is_empty() { words.len() } else { 0 };
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let kind =
            if self.contents.is_some() { BlockKind::Furniture } else { self.kind(&paragraph) };
        self.pages.paragraph(kind, paragraph.words, paragraph.bold);
    }

    fn kind(&self, paragraph: &Paragraph) -> BlockKind {
        let style = self.styles.of(&paragraph.style);
        if let Some(kind) = style.kind {
            return kind;
        }
        if let Some(level @ 0..=8) = paragraph.outline.or(style.outline) {
            return BlockKind::Heading { level: heading_level(level + 1) };
        }
        match paragraph.list.or(style.list) {
            Some(list) if list > 0 => {
                let depth = paragraph.depth.or(style.depth).unwrap_or_default();
                let numbered = self.lists.is_numbered(list, depth);
                BlockKind::Item { depth: u8::try_from(depth).unwrap_or(u8::MAX), numbered }
            }
            _ => BlockKind::Paragraph,
        }
    }

    /// Closes what a damaged file leaves open.
    fn finish(mut self) -> Draft {
        while !self.open.is_empty() {
            self.close_paragraph();
        }
        self.pages.finish()
    }
}

/// Whether a property that may be switched off is on.
fn is_on(element: &Element<'_>) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
}
