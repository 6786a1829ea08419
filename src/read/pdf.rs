//! PDF to text with structure.
//!
//! In: bytes. Out: [`Text`]. Nearly all releases are Word files with a structure tree, which says
//! what is a heading, an item, a table cell and what a running footer: `tags` and `tagged` read it.
//! Where there is none, or it does not cover the words, `layout` goes by the places of the glyphs.
//! Both end in drafts, which `refine` corrects and `pages` joins across page breaks.

mod boxes;
mod dots;
mod draft;
mod glyphs;
mod grid;
mod layout;
mod lists;
mod pages;
mod refine;
mod rows;
mod tables;
mod tagged;
mod tags;
mod words;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::model::reading::{FailureCode, ReadFailure};
use crate::model::text::{BlockKind, Text, TextWarning};
use draft::Draft;
use glyphs::{Run, Runs};

/// Reads a PDF.
///
/// # Errors
/// `encrypted` for files that need a password, `unreadable` for damaged ones, `no-text` for scans
/// without a text layer, `empty` for files without pages.
pub fn read(bytes: &[u8]) -> Result<Text, ReadFailure> {
    // The parsers are written not to panic; should one, this release fails and says so.
    catch_unwind(AssertUnwindSafe(|| read_or_panic(bytes))).unwrap_or_else(|_| {
        Err(failure(
            FailureCode::Unreadable,
            "the PDF is damaged in a way that its reader cannot handle",
        ))
    })
}

fn read_or_panic(bytes: &[u8]) -> Result<Text, ReadFailure> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            failure(FailureCode::Encrypted, "the PDF needs a password: save it without one")
        }
        LoadPdfError::Decryption(_) => failure(
            FailureCode::Encrypted,
            "the PDF is encrypted in a way that is not supported: save it without a password",
        ),
        LoadPdfError::Invalid => {
            failure(FailureCode::Unreadable, "the PDF is damaged: fetch it again")
        }
    })?;
    if pdf.pages().is_empty() {
        return Err(failure(FailureCode::Empty, "the PDF has no pages"));
    }
    let runs = glyphs::collect(&pdf);
    if runs.text.chars().filter(|c| c.is_alphanumeric()).count() < 20 {
        let hint = "the PDF has no text layer, as scans have none: run OCR on it first, for instance with ocrmypdf";
        return Err(failure(FailureCode::NoText, hint));
    }
    let drafts = drafts(&pdf, &runs);
    let drafts = pages::join(refine::refine(drafts), &runs);
    let mut text = compose(&drafts);
    text.pages = runs.pages.len() as u32;
    text.warnings = warnings(bytes, &runs);
    Ok(text)
}

/// Share of the letters that a structure tree must reach to be believed.
const TAGGED: f64 = 0.9;

/// Reads by the structure tree where it covers the words, else by their places.
fn drafts(pdf: &Pdf, runs: &Runs) -> Vec<Draft> {
    let body = |run: &Run| !run.artifact;
    if let Some(tree) = tags::tree(pdf) {
        let reached = tagged::reached(&tree);
        let read = |run: &Run| reached.contains(&(run.page, run.mark));
        let letters = |keep: &dyn Fn(&Run) -> bool| -> usize {
            runs.runs.iter().filter(|r| keep(r)).map(|r| runs.words(r).trim().len()).sum()
        };
        let all = letters(&body);
        let covered = letters(&|run| body(run) && read(run));
        if all > 0 && covered as f64 >= TAGGED * all as f64 {
            let mut drafts = tagged::drafts(runs, &tree);
            if covered < all {
                drafts.extend(layout::drafts(runs, |run| body(run) && !read(run)));
                drafts.sort_by_key(|d| d.words.page());
            }
            return drafts;
        }
    }
    layout::drafts(runs, body)
}

fn failure(code: FailureCode, message: &str) -> ReadFailure {
    ReadFailure { code, message: message.to_owned() }
}

fn warnings(bytes: &[u8], runs: &Runs) -> Vec<TextWarning> {
    let mut warnings = Vec::new();
    if runs.unmapped > 0 {
        warnings.push(TextWarning::UnmappedGlyphs(runs.unmapped));
    }
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    if !tail.windows(5).any(|w| w == b"%%EOF") {
        warnings.push(TextWarning::Truncated);
    }
    warnings
}

fn compose(drafts: &[Draft]) -> Text {
    let mut text = Text::default();
    let mut tables: Vec<u32> = Vec::new();
    for draft in drafts {
        let mut kind = draft.kind;
        if let BlockKind::Cell { table, .. } = &mut kind {
            if tables.last() != Some(&*table) {
                tables.push(*table);
            }
            *table = tables.len() as u32 - 1;
        }
        text.push(kind, &draft.words.text, draft.words.page() + 1);
    }
    text
}
