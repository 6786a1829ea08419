//! The words of an item, with the short names that the field uses: "EHC plans" for "education, health
//! and care plans".
//!
//! Releases name the same plan in four ways; lists and alerts call it by one. The evidence quotes what
//! the release says.

use crate::extract::release::page::Page;
use crate::knowledge::lexicon::Kind;

/// The words of a range, on one line.
pub fn named(page: &Page, (start, end): (usize, usize)) -> String {
    let words = |start, end| page.text.slice(page.folded.original(start, end));
    let mut text = String::new();
    let mut told = start;
    for long in page.hits_in(start, end).filter(|h| h.kind == Kind::LongName) {
        if long.start < told {
            continue; // Inside the brackets of the one before.
        }
        let repeated = bracketed(&page.folded.text[long.end..end], long.means);
        if repeated > 0 || long.means.contains(' ') {
            text.push_str(words(told, long.start));
            text.push_str(long.means);
            told = long.end + repeated;
        }
    }
    text.push_str(words(told, end));
    text.replace('\n', " ")
}

/// The length of the brackets at the start of the words that hold the short name or its letters:
/// " (EHC)", " (EHCPs)".
fn bracketed(words: &str, short: &str) -> usize {
    let first = short.split(' ').next().unwrap_or(short);
    let inner = words.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
    inner.map_or(0, |(inner, rest)| {
        let same = inner.get(..first.len()).is_some_and(|f| f.eq_ignore_ascii_case(first));
        if same { words.len() - rest.len() } else { 0 }
    })
}
