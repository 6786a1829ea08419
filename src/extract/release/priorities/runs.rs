//! A run of words that names several concerns, parted into them.
//!
//! Semicolons part first; then "that ... and that ..." and the like; then commas before words that
//! open an item, or commas between parts that can stand alone. "The timeliness, quality and
//! consistency of plans" stays whole, as do names with commas ("education, health and care").

use crate::extract::release::claims::distance;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::{at, has};
use crate::extract::release::priorities::clauses::cut;
use crate::extract::release::priorities::core::{Trim, after_leads, core};
use crate::knowledge::lexicon::Kind;

/// A part that can stand alone has so many words.
const ALONE: std::ops::RangeInclusive<usize> = 2..=16;

/// Parts a run into items without what leads into them; `count`: how many the release says.
pub fn split(
    page: &Page,
    start: usize,
    end: usize,
    count: Option<usize>,
    trim: Trim,
) -> Vec<(usize, usize)> {
    let start = after_leads(page, start, end, trim);
    let parts = [by_marks, by_repeats, by_openers, by_commas]
        .into_iter()
        .map(|part| part(page, start, end))
        .find(|parts| parts.len() > 1)
        .or_else(|| Some(by_pair(page, start, end)).filter(|_| count == Some(2)))
        .unwrap_or_else(|| vec![(start, end)]);
    parts.into_iter().filter_map(|(s, e)| core(page, s, e, trim)).collect()
}

/// How long the first separator is that stands at a place.
fn starts(page: &Page, here: usize, end: usize, separators: &[&str]) -> Option<usize> {
    let rest = page.words(here, end);
    separators.iter().find(|s| rest.starts_with(**s)).map(|s| s.len())
}

/// Parts at semicolons.
pub fn by_marks(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    cut(page, start, end, |_, here| starts(page, here, end, &["; and ", "; "]))
}

/// "That X, that Y and that Z"; "on X, on Y and on Z".
fn by_repeats(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    const WORDS: [&str; 11] = [
        "that ", "on ", "over ", "in ", "about ", "at ", "for ", "to ", "with ", "how ", "whether ",
    ];
    let before = page.words(start.saturating_sub(12), start);
    let words = page.words(start, end);
    let first = |w: &&&str| words.starts_with(**w) || before.ends_with(&format!(" {w}"));
    let Some(word) = WORDS.iter().find(first) else { return vec![(start, end)] };
    cut(page, start, end, |_, here| {
        let length = starts(page, here, end, &[", and ", ", ", " and "])?;
        let repeated = page.words(here + length, end).starts_with(word);
        (repeated && distance(page, here + length, end) > 2).then_some(length + word.len())
    })
}

fn by_openers(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    const SEPARATORS: [&str; 5] = [", and ", ", as well as ", " as well as ", ", ", " and "];
    let parts = cut(page, start, end, |_, here| {
        let length = starts(page, here, end, &SEPARATORS)?;
        let next = here + length;
        (at(page, Kind::Opener, next, end).is_some() && distance(page, start, here) > 1)
            .then_some(length)
    });
    // "The quality and ..." before "timeliness of": attributes of one thing.
    let mut merged: Vec<(usize, usize)> = Vec::new();
    for part in parts {
        match merged.last_mut() {
            Some(last) if bare_words(page, *last) < 2 => last.1 = part.1,
            _ => merged.push(part),
        }
    }
    // A list that goes on: "A, B, the C": parts that no opener begins are parted as well.
    let more = |&(s, e): &(usize, usize)| parted(page, s, e, 2);
    if merged.len() > 1 { merged.iter().flat_map(more).collect() } else { merged }
}

/// How many words a part has besides an article.
fn bare_words(page: &Page, (start, end): (usize, usize)) -> usize {
    let words = page.words(start, end);
    let article = ["the ", "a ", "an "].iter().any(|a| words.starts_with(a));
    distance(page, start, end) - usize::from(article)
}

/// Commas between parts that can stand alone; the last two may be joined by "and".
fn by_commas(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    parted(page, start, end, 3)
}

/// Parts at commas where there are `least` parts at least; of two, each must say more.
fn parted(page: &Page, start: usize, end: usize, least: usize) -> Vec<(usize, usize)> {
    let mut all = cut(page, start, end, |_, here| starts(page, here, end, &[", and ", ", "]));
    if all.len() > 1
        && let Some(last) = all.pop()
    {
        let tail = cut(page, last.0, last.1, |_, here| starts(page, here, last.1, &[" and "]));
        let two = tail.len() == 2 && tail.iter().all(|&(s, e)| distance(page, s, e) > 1);
        if two { all.extend(tail) } else { all.push(last) }
    }
    let alone = |&(s, e): &(usize, usize)| {
        let aside = s > start && at(page, Kind::Aside, s - 2, e).is_some();
        let short = least == 2 && distance(page, s, e) < 3;
        ALONE.contains(&distance(page, s, e)) && !short && !aside
    };
    if all.len() >= least && all.iter().all(alone) { all } else { vec![(start, end)] }
}

/// Two items joined by the last "and" that has enough words on both sides.
fn by_pair(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    let words = page.words(start, end);
    let joints = [", and ", " and "]
        .into_iter()
        .flat_map(|s| words.match_indices(s).map(move |(at, _)| (at, s.len())));
    let fits = joints.filter(|(at, length)| {
        let (left, right) = (start + at, start + at + length);
        let named = page
            .hits_in(start, end)
            .any(|h| h.kind == Kind::WholeName && h.start < left && right < h.end);
        !named && distance(page, start, left) >= 2 && distance(page, right, end) >= 2
    });
    match fits.min_by_key(|(at, _)| at.abs_diff(words.len() / 2)) {
        Some((at, length)) if !has(page, Kind::Aside, start, start + at) => {
            vec![(start, start + at), (start + at + length, end)]
        }
        _ => vec![(start, end)],
    }
}
