//! Pronouns that stand for names told before them: "they", "whose overall experiences".

use super::narrow::is_whole;
use crate::extract::release::page::Page;

/// Stand for names by themselves.
const ALONE: [&str; 6] = ["they", "it", "both", "each", "these", "those"];

/// Stand for names before a noun that narrows nothing.
const POSSESSIVE: [&str; 3] = ["their", "its", "whose"];

/// One past the last pronoun of a range, with its noun; none where that noun speaks of less than was
/// named ("their files").
pub fn last(page: &Page, start: usize, end: usize) -> Option<usize> {
    let stands = |word: &str| ALONE.contains(&word) || POSSESSIVE.contains(&word);
    let (at, word) = page.each_word(start, end).rfind(|(_, word)| stands(word))?;
    let after = at + word.len();
    if ALONE.contains(&word) {
        return Some(after);
    }
    let (at, noun) = page.each_word(after, end).find(|(_, word)| *word != "overall")?;
    is_whole(page, noun).then_some(at + noun.len())
}
