//! A run of words that names several concerns, parted into them.
//!
//! Semicolons and counters part first; then "that ... and that ..." and the like; then commas and
//! the last "and", as people list things. "The timeliness, quality and consistency of plans" stays
//! whole, as do names with commas ("education, health and care") and asides. Where the release says
//! how many there are, the way of parting that gives so many is taken.

use crate::extract::release::claims::distance;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::at;
use crate::extract::release::priorities::clauses::cut;
use crate::extract::release::priorities::core::{Trim, after_leads, bare, core};
use crate::extract::release::priorities::sequence::one_more;
use crate::extract::release::priorities::series;
use crate::extract::release::priorities::speech::before_attribution;
use crate::knowledge::lexicon::Kind;

/// Words that may stand before each part of a run.
const REPEATED: [&str; 16] = [
    "should ",
    "must ",
    "need to ",
    "needs to ",
    "that ",
    "on ",
    "over ",
    "in ",
    "about ",
    "at ",
    "for ",
    "to ",
    "with ",
    "how ",
    "whether ",
    "around ",
];

/// A word that is an item has so many letters.
const SHORTEST: usize = 8;

/// Parts a run into items without what leads into them; `count`: how many the release says.
pub fn split(
    page: &Page,
    start: usize,
    end: usize,
    count: Option<usize>,
    trim: Trim,
) -> Vec<(usize, usize)> {
    let start = after_leads(page, start, end, trim);
    // "..., inspectors said": who says so is no part of the last.
    let end = before_attribution(page, start, end);
    let parts = [by_range, by_marks, by_counters, by_repeats]
        .into_iter()
        .map(|part| part(page, start, end))
        .find(|parts| parts.len() > 1)
        .unwrap_or_else(|| series::parts(page, start, end, count));
    let listed = parts.len() > 2 || parts.len() == 2 && trim == Trim::Listed;
    parts
        .into_iter()
        .filter_map(|(s, e)| core(page, s, e, trim).or_else(|| word(page, s, e, listed)))
        .collect()
}

/// A part of one word, which only a list makes an item.
fn word(page: &Page, start: usize, end: usize, listed: bool) -> Option<(usize, usize)> {
    let (start, end) = bare(page, start, end);
    (listed && end - start >= SHORTEST && distance(page, start, end) == 1).then_some((start, end))
}

/// How long the first separator is that stands at a place.
fn starts(page: &Page, here: usize, end: usize, separators: &[&str]) -> Option<usize> {
    let rest = page.words(here, end);
    separators.iter().find(|s| rest.starts_with(**s)).map(|s| s.len())
}

/// "Ranging from X to Y."
fn by_range(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    const RANGE: [&str; 5] =
        ["range from ", "ranged from ", "ranges from ", "ranging from ", "everything from "];
    let before = page.words(start.saturating_sub(16), start);
    let words = page.words(start, end);
    let inner = RANGE.iter().find(|r| words.starts_with(**r)).map_or(0, |r| r.len());
    if inner == 0 && !RANGE.iter().any(|r| before.ends_with(r)) {
        return Vec::new();
    }
    let act = |at: usize| at_act(page, start + at + 4, end);
    let to = words.rmatch_indices(" to ").map(|(at, _)| at).find(|&at| at > inner && !act(at));
    to.map_or_else(Vec::new, |at| {
        let mut parts = series::parts(page, start + inner, start + at, None);
        parts.push((start + at + 4, end));
        parts
    })
}

fn at_act(page: &Page, start: usize, end: usize) -> bool {
    at(page, Kind::Act, start, end).is_some()
}

/// Parts at semicolons.
pub fn by_marks(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    cut(page, start, end, |_, here| starts(page, here, end, &["; and ", "; "]))
}

/// "First, X, second, Y and third, Z"; "(a) X, (b) Y and (c) Z".
fn by_counters(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut known = usize::from(counter(page.words(start, end), 0).is_some());
    cut(page, start, end, |_, here| {
        let length = starts(page, here, end, &[", and ", ", ", " and ", " "])?;
        let counter = counter(page.words(here + length, end), known)?;
        known += 1;
        (here > start).then_some(length + counter)
    })
}

/// How long a counter is that stands first and is the one after `known` others.
fn counter(words: &str, known: usize) -> Option<usize> {
    const WORDS: [[&str; 4]; 6] = [
        ["first", "firstly", "(a)", "(i)"],
        ["second", "secondly", "(b)", "(ii)"],
        ["third", "thirdly", "(c)", "(iii)"],
        ["fourth", "fourthly", "(d)", "(iv)"],
        ["fifth", "fifthly", "(e)", "(v)"],
        ["sixth", "sixthly", "(f)", "(vi)"],
    ];
    let numbered = [format!("({})", known + 1), format!("{})", known + 1)];
    let named = WORDS.get(known)?.iter().copied();
    named.chain(numbered.iter().map(String::as_str)).find_map(|word| {
        let rest = words.strip_prefix(word)?;
        let kept = rest.trim_start_matches([',', ':']);
        let marked = word.ends_with(')') || kept.len() < rest.len() || kept.starts_with(" that ");
        (marked && kept.starts_with(' ')).then_some(words.len() - kept.len() + 1)
    })
}

/// "X, another Y, and the last is Z", after "one is".
pub fn by_ones(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    const JOINTS: [&str; 6] = [", and ", "; and ", ", ", "; ", " and ", " while "];
    cut(page, start, end, |from, here| {
        let joint = starts(page, here, end, &JOINTS)?;
        let length = one_more(page.words(here + joint, end))?;
        (distance(page, from, here) > 0).then_some(joint + length)
    })
}

/// "That X, that Y and that Z"; "on X, on Y and on Z"; "want X, and want Y".
fn by_repeats(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    let before = page.words(start.saturating_sub(12), start);
    let words = page.words(start, end);
    let first = |w: &&&str| words.starts_with(**w) || before.ends_with(&format!(" {w}"));
    let word = REPEATED.iter().find(first);
    let asks = |here| {
        let they = if page.words(here, end).starts_with("they ") { 5 } else { 0 };
        let ask = at(page, Kind::Ask, here + they, end);
        let ask =
            ask.filter(|h| !h.means.ends_with("need") && page.words(h.end, end).contains(' '));
        ask.map(|h| h.end - here)
    };
    cut(page, start, end, |from, here| {
        let length = starts(page, here, end, &[", and ", ", or ", ", ", " and ", " or "])?;
        let next = here + length;
        let word = word.filter(|w| page.words(next, end).starts_with(**w));
        let lead = word.map(|w| w.len()).or_else(|| asks(next))?;
        let enough = distance(page, next, end) > 2 && distance(page, from, here) > 0;
        enough.then_some(length + lead)
    })
}
