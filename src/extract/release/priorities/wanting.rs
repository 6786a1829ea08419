//! Words that say that something wants improvement: "could be better", "needs work", "is asked to".

use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::is_denied;
use crate::knowledge::lexicon::{Hit, Kind};

/// A statement that is answered stands so many bytes before.
const NEAR: usize = 240;

/// Whether words ask somebody to do what follows.
pub fn asks_to(page: &Page, words: &str) -> bool {
    let asks = |w: &str| page.knowledge.lexicon.is(Kind::Asking, w);
    words.ends_with(" to") && words.split(' ').any(asks)
}

/// Whether a hit says that something wants improvement.
pub fn is_wanting(page: &Page, start: usize, hit: &Hit) -> bool {
    let says = match hit.kind {
        Kind::Wanting if hit.means == "verb" => {
            let words = page.words(start, hit.start);
            is_called_for(words) || is_question_of(words) || is_answer(page, start, hit)
        }
        Kind::Wanting | Kind::Need => true,
        Kind::Ask => !hit.means.ends_with("need"),
        _ => false,
    };
    says && !is_denied(page, start, hit)
}

/// "The other two", "what is outstanding from": wanting as the rest of what was told, if at all.
pub fn is_rest(page: &Page, hit: &Hit) -> bool {
    let words = page.words(hit.start, hit.end);
    ["other ", "remaining ", "outstanding "].iter().any(|w| words.starts_with(w))
}

/// "Where could things be ...": the verb stands before its subject.
fn is_question_of(before: &str) -> bool {
    const ASKED: [&str; 6] = ["could", "should", "can", "must", "might", "do"];
    let mut words = before.split_whitespace();
    let asks = words.next().is_some_and(|w| ["what", "where", "how"].contains(&w));
    asks && words.next().is_some_and(|w| ASKED.contains(&w))
}

/// "A written statement will set out how they will improve ...": it answers what was found.
pub fn is_answer(page: &Page, start: usize, hit: &Hit) -> bool {
    let asked = |h: &Hit| h.kind == Kind::Statement && h.means == "name";
    page.words(start, hit.start).trim_end().ends_with(" will")
        && page.hits_in(start.saturating_sub(NEAR), hit.start).any(asked)
}

/// Whether words end in "to", "must", "could be" and their like.
fn is_called_for(before: &str) -> bool {
    const MODALS: [&str; 8] = ["to", "must", "should", "could", "can", "might", "ought", "to be"];
    const BETWEEN: [&str; 10] =
        ["also", "still", "now", "further", "even", "be", "do", "much", "get", "itself"];
    let mut words = before.split_whitespace().rev().skip_while(|w| BETWEEN.contains(w));
    words.next().is_some_and(|w| MODALS.contains(&w))
}
