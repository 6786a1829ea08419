//! When a release was written about, where it dates neither its inspection nor itself.
//!
//! The latest day, month or year that it tells of, if that is not of an earlier inspection or of
//! something else: what a release tells with a date lies close to its news. Good enough to choose
//! between versions of a framework, and doubted there; never the date of the inspection.

use std::sync::LazyLock;

use regex::Regex;

use super::{is_earlier, nearest};
use crate::extract::release::claims::Claim;
use crate::extract::release::number;
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::time::{self, When};
use crate::knowledge::lexicon::Kind;
use crate::model::date::DateRange;
use crate::model::text::Span;

/// The days, and the words that tell them.
pub fn told(page: &Page, claims: &[Claim]) -> Option<(DateRange, Span)> {
    let latest = time::latest_year(page)? + 1;
    let now = claims.iter().filter(|c| matches!(c.when, When::Now(_)));
    let first = now.map(|c| c.span.start).min();
    let of_now = |s: &Sentence| {
        let span = page.span(s);
        let before = |c: &Claim| span.contains(c.span) && matches!(c.when, When::Before(_));
        // What is graded after the news was graded earlier.
        let later = |c: &Claim| span.contains(c.span) && first.is_some_and(|f| f < span.start);
        !page.has(s, Kind::Earlier) && !claims.iter().any(|c| before(c) || later(c))
    };
    let exact = page.dates.iter().filter(|d| d.range.to.year() == latest).filter(|d| {
        let at = page.folded.of_original(d.span.start);
        page.sentence_at(at).is_some_and(|(_, s)| {
            of_now(s)
                && nearest(page, s, d.span) != Some(Kind::OtherDate)
                && !is_earlier(page, s, d.span)
        })
    });
    let exact = exact.max_by_key(|d| d.range.to).map(|d| (d.range, d.span));
    exact.or_else(|| year(page, latest, of_now))
}

/// The first year that the text looks ahead to, "a plan to be good by 2022": it was written before
/// that year was over.
pub fn deadline(page: &Page) -> Option<i16> {
    let ahead =
        |s: &&Sentence| page.has(s, Kind::Ahead) && !page.words(s.start, s.end).contains("had ");
    let by = |s: &Sentence| {
        let words = page.words(s.start, s.end);
        let mut years = time::in_figures(words).filter(|(start, ..)| {
            [" by ", " by the end of ", " before the end of "]
                .iter()
                .any(|by| words[..*start].ends_with(by))
        });
        years.next().map(|(.., year)| year)
    };
    page.sentences.iter().filter(ahead).filter_map(by).min()
}

/// "Inspectors spent a fortnight there in the summer of 2021."
fn year(page: &Page, year: i16, of_now: impl Fn(&Sentence) -> bool) -> Option<(DateRange, Span)> {
    let figures = year.to_string();
    let inspected = |s: &&Sentence| page.has(s, Kind::Inspected) && of_now(s);
    page.sentences.iter().filter(inspected).find_map(|s| {
        let start = s.start + page.words(s.start, s.end).find(&figures)?;
        let span = page.folded.original(start, start + figures.len());
        let whole = |month| DateRange::month(year, month);
        let range = DateRange { from: whole(1)?.from, to: whole(12)?.to };
        let own = !time::is_of_something_else(
            page.words(s.start, start),
            page.words(start + figures.len(), s.end),
        ) && !is_earlier(page, s, span);
        own.then_some((range, span))
    })
}

/// "Two years after", where one earlier inspection's year is told: the years that it leaves.
pub fn since(page: &Page, claims: &[Claim]) -> Option<(DateRange, Span)> {
    let mut years = claims.iter().filter_map(|c| match c.when {
        When::Before(year) => year,
        When::Now(_) => None,
    });
    let first = years.next().filter(|first| years.all(|y| y == *first))?;
    let found = SINCE.captures(&page.folded.text)?;
    let whole = found.get(0)?;
    let year = first + i16::from(number::of_word(&found[1])?);
    let range =
        DateRange { from: DateRange::month(year, 1)?.from, to: DateRange::month(year + 1, 6)?.to };
    Some((range, page.folded.original(whole.start(), whole.end())))
}

static SINCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b([a-z]+|\d\d?) years (?:after (?:the|it|its|they|ofsted|inspectors|being|services|an?)|on from|(?:earlier|ago),?) ")
        .expect("fixed grammar")
});
