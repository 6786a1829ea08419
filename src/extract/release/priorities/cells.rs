//! Rows of tables in running text: "waits | director of nursing", "plans - education manager". What
//! stands beside the concern, such as who leads on it, is no part of it.

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::priorities::lists::{is_item, marks};
use crate::knowledge::lexicon::Kind;

/// Who leads on something is told in so many words at most.
const OWNER: usize = 6;

/// So many rows on each side are asked whether they tell who leads on them.
const NEAR: usize = 12;

/// What parts the cells of a row.
const BAR: &str = " | ";

/// What parts a concern from who leads on it.
const DASH: &str = " - ";

/// The cell of the row that begins at `index` and ends at `end`, without who leads on it; the whole of
/// what is no row.
pub fn cell(page: &Page, index: usize, end: usize) -> (usize, usize) {
    let start = page.sentences[index].start;
    let words = page.words(start, end);
    let mut cells = words.split(BAR).filter(|c| c.contains(char::is_alphabetic));
    let named = cells.find(|c| c.contains(' ')).filter(|_| words.contains(BAR));
    let (start, end) = named.map_or((start, end), |c| {
        // A cell lies in the words of its row.
        let at = start + (c.as_ptr() as usize - words.as_ptr() as usize);
        (at, at + c.len())
    });
    let dash = page.words(start, end).rfind(DASH).map(|at| start + at);
    let owned = dash.filter(|&at| distance(page, start, at) >= 2 && is_owned(page, index));
    (start, owned.unwrap_or(end))
}

/// Whether all rows of the list around a row end with who leads on each, as one at least shows.
fn is_owned(page: &Page, index: usize) -> bool {
    let own = marks(page, page.sentences[index].block);
    let row = |s: &&Sentence| is_item(page, s) && marks(page, s.block) == own;
    let after = page.sentences[index..].iter().take(NEAR).take_while(row);
    let before = page.sentences[..index].iter().rev().take(NEAR).take_while(row);
    let mut rows = before.chain(after);
    let tail = |s: &Sentence| page.words(s.start, s.end).rfind(DASH).map(|at| s.start + at);
    let owned = |s: &Sentence| tail(s).is_some_and(|at| is_owner(page, at + DASH.len(), s.end));
    let all = rows.clone().all(|s| tail(s).is_some());
    all && rows.any(owned)
}

/// "Director of nursing", "CCG": somebody, by office or initials.
fn is_owner(page: &Page, start: usize, end: usize) -> bool {
    let original = page.text.slice(page.folded.original(start, end));
    let initials = (2..=6).contains(&original.len())
        && original.chars().all(|c| c.is_ascii_uppercase() || c == '/');
    let office = page.hits_in(start, end).any(|h| h.kind == Kind::Speaker);
    initials || office && distance(page, start, end) <= OWNER && !original.contains(['.', ','])
}
