//! When the inspection was and when the release was published, as far as the text establishes it.
//!
//! A date belongs to the word that stands nearest to it: of inspecting, of publishing, or of
//! something else (an act, a meeting, an earlier inspection). Days without a year and "last month"
//! are resolved only against a publication date that the text states.

mod path;
mod told;
pub use told::{deadline, since, told};

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;
use regex::Regex;

use crate::extract::dates::Dated;
use crate::extract::release::claims::distance;
use crate::extract::release::number;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::knowledge::lexicon::Kind;
use crate::model::date::{DateBasis, DateRange, Published};
use crate::model::text::Span;

/// How many words before a date an earlier inspection is named whose it is.
const EARLIER: usize = 14;

/// A date with the words it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The days.
    pub range: DateRange,
    /// The words.
    pub span: Span,
    /// Whether it was resolved from another date.
    pub inferred: bool,
}

/// The dates of a release.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// Of the inspection.
    pub inspected: Option<Found>,
    /// Of the publication, and the words if the text has them.
    pub published: Option<(Published, Option<Span>)>,
    /// Days of an inspection that are told as past, and lie behind the day of publication.
    pub impossible: Option<Span>,
}

impl Dates {
    /// The year of the inspection or, failing that, the one before the publication's.
    pub fn year(&self) -> Option<i16> {
        let published = self.published.as_ref().map(|(p, _)| p.to.year() - 1);
        self.inspected.map(|i| i.range.from.year()).or(published)
    }

    /// The best known day of the events told.
    pub fn day(&self) -> Option<DateRange> {
        let published = self.published.as_ref().map(|(p, _)| DateRange { from: p.from, to: p.to });
        self.inspected.map(|i| i.range).or(published)
    }
}

/// Finds both dates.
pub fn dates(page: &Page) -> Dates {
    let stated = published(page);
    let metadata = page.text.metadata.published.map(|r| (basis(r, DateBasis::Metadata), None));
    let anchor = stated.map(|(p, _)| p);
    let inspected =
        inspected(page, anchor.or(metadata.map(|(p, _): (Published, Option<Span>)| p)), anchor);
    let impossible = anchor.filter(|_| inspected.is_none()).and_then(|p| impossible(page, p));
    let inferred = || inferred_publication(page, inspected);
    let published = stated.map(|(p, s)| (p, Some(s))).or(metadata).or_else(inferred);
    Dates { inspected, published, impossible }
}

fn basis(range: DateRange, basis: DateBasis) -> Published {
    Published { from: range.from, to: range.to, basis }
}

fn published(page: &Page) -> Option<(Published, Span)> {
    // A line that is nothing but a date, near the top; failing that, a byline or dateline.
    let top = |fits: &dyn Fn(&Sentence, &Dated) -> bool| {
        page.sentences.iter().take(8).find_map(|s| {
            let span = page.span(s);
            page.dates.iter().find(|d| span.contains(d.span) && fits(s, d))
        })
    };
    let is_day = |d: &Dated| d.range.from == d.range.to;
    let alone = top(&|s, d| is_day(d) && is_alone(page, s, d.span));
    // "March 2024" under the title.
    let month = || top(&|s, d| is_alone(page, s, d.span) && days(d.range) <= 31);
    let byline = || top(&|s, d| is_day(d) && is_byline(page, s, d.span));
    // "The February 2018 edition of the bulletin."
    let issue = || {
        let named = |s: &Sentence| {
            matches!(s.role, Role::Title | Role::Heading) && page.has(s, Kind::Periodical)
        };
        top(&|s, d| named(s) && days(d.range) <= 31)
    };
    let said = || {
        page.dates.iter().find(|d| {
            page.sentence_at(page.folded.of_original(d.span.start))
                .is_some_and(|(_, s)| nearest(page, s, d.span) == Some(Kind::Published))
                && d.range.from == d.range.to
        })
    };
    let said = said();
    let found =
        alone.or(said).or_else(byline).or_else(month).or_else(issue).map(|d| (d.range, d.span));
    let found = found.or_else(|| path::date(&page.text.content)).or_else(|| foot(page));
    found.map(|(range, span)| (basis(range, DateBasis::Stated), span))
}

/// "Newsroom / 2 August 2024": a line at the foot of the page that is nothing but its date.
fn foot(page: &Page) -> Option<(DateRange, Span)> {
    page.sentences.iter().rev().take(3).find_map(|s| {
        let span = page.span(s);
        let alone = |d: &&Dated| {
            d.range.from == d.range.to && span.contains(d.span) && is_alone(page, s, d.span)
        };
        page.dates.iter().find(alone).map(|d| (d.range, d.span))
    })
}

fn is_alone(page: &Page, sentence: &Sentence, date: Span) -> bool {
    let span = page.span(sentence);
    let rest = |s: Span| s.of(&page.text.content).chars().filter(|c| c.is_alphanumeric()).count();
    let outside = rest(Span { start: span.start, end: date.start })
        + rest(Span { start: date.end, end: span.end });
    outside <= 12
}

/// A date in a short line without a verb's full stop, or at the head of the first paragraph.
fn is_byline(page: &Page, sentence: &Sentence, date: Span) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let before = page.words(sentence.start, page.folded.of_original(date.start));
    let after = page.words(page.folded.of_original(date.end), sentence.end);
    let short =
        words.split(' ').count() <= 12 && !matches!(sentence.role, Role::Prose | Role::Item);
    let dateline = before.split(' ').count() <= 4 && after.starts_with(" - ");
    let told = page.has(sentence, Kind::Inspected) || page.has(sentence, Kind::Coming);
    (short || dateline) && !told
}

/// The kind of the word that stands nearest to a date in its sentence.
fn nearest(page: &Page, sentence: &Sentence, date: Span) -> Option<Kind> {
    let (start, end) = (page.folded.of_original(date.start), page.folded.of_original(date.end));
    let kinds = [Kind::Inspected, Kind::Published, Kind::OtherDate, Kind::Earlier];
    page.hits_in(sentence.start, sentence.end)
        .filter(|h| kinds.contains(&h.kind) && (h.end <= start || h.start >= end))
        // "The inspection was back in March" is of this one.
        .filter(|h| page.words(h.start, h.end) != "back in")
        .map(|h| {
            let gap = distance(page, h.end, start).max(distance(page, end, h.start));
            // A word after the date binds less than one before it.
            (gap + if h.start >= end { 3 } else { 0 }, h.kind != Kind::Earlier, h.kind)
        })
        .min_by_key(|(gap, later, _)| (*gap, *later))
        .filter(|(gap, _, _)| *gap <= 12)
        .map(|(_, _, kind)| kind)
}

fn inspected(page: &Page, latest: Option<Published>, anchor: Option<Published>) -> Option<Found> {
    let mut found: Vec<Found> = Vec::new();
    for dated in &page.dates {
        let Some((_, sentence)) = page.sentence_at(page.folded.of_original(dated.span.start))
        else {
            continue;
        };
        let future = latest.is_some_and(|p| dated.range.from > p.to);
        // What is told years later is not the news.
        let old = latest
            .and_then(|p| p.from.checked_sub(18.months()).ok())
            .is_some_and(|day| dated.range.to < day);
        if !(future || old)
            && nearest(page, sentence, dated.span) == Some(Kind::Inspected)
            && !is_earlier(page, sentence, dated.span)
        {
            found.push(Found { range: dated.range, span: dated.span, inferred: false });
        }
    }
    // The latest one; of those in it, the one with exact days.
    let last = found.iter().map(|f| f.range).max_by_key(|r| r.to);
    let exact = last.and_then(|last| {
        found.iter().filter(|f| f.range.overlaps(&last)).min_by_key(|f| days(f.range)).copied()
    });
    exact.or_else(|| resolved(page, anchor?))
}

/// An inspection that took place after the release told of it: one of the two dates is wrong.
fn impossible(page: &Page, published: Published) -> Option<Span> {
    let ahead = [Kind::Coming, Kind::Ahead];
    page.dates.iter().filter(|d| d.range.from > published.to).find_map(|dated| {
        let (_, sentence) = page.sentence_at(page.folded.of_original(dated.span.start))?;
        let told = nearest(page, sentence, dated.span) == Some(Kind::Inspected)
            && !ahead.iter().any(|kind| page.has(sentence, *kind))
            && PAST.is_match(page.words(sentence.start, sentence.end));
        told.then_some(dated.span)
    })
}

/// What was, or was done.
static PAST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:was|were|took|came|ran|visited|inspected|spent|carried out)\b")
        .expect("fixed grammar")
});

fn days(range: DateRange) -> i32 {
    let days = range.from.until(range.to).map_or(0, |d| d.get_days());
    // A single day is rather when something happened than how long fieldwork took.
    if days == 0 { 40 } else { days }
}

/// An earlier inspection's date: "weakness from the 2018 inspection", "the inspection of July 2022
/// that the plan answers".
fn is_earlier(page: &Page, sentence: &Sentence, date: Span) -> bool {
    let start = page.folded.of_original(date.start);
    page.hits_in(sentence.start, start)
        .any(|h| h.kind == Kind::EarlierDate && distance(page, h.start, start) <= EARLIER)
}

/// Days without a year, and "last month", against the publication date that the text states.
fn resolved(page: &Page, anchor: Published) -> Option<Found> {
    let explicit = page.yearless.iter().filter_map(|yearless| {
        let (_, sentence) = page.sentence_at(page.folded.of_original(yearless.span.start))?;
        let kind = nearest(page, sentence, yearless.span);
        if kind != Some(Kind::Inspected) || is_earlier(page, sentence, yearless.span) {
            return None;
        }
        let year = anchor.to.year();
        let range = [year, year - 1]
            .into_iter()
            .find_map(|y| yearless.in_year(y).filter(|r| r.to <= anchor.to))?;
        Some(Found { range, span: yearless.span, inferred: true })
    });
    explicit.max_by_key(|f| f.range.to).or_else(|| last_month(page, anchor))
}

fn last_month(page: &Page, anchor: Published) -> Option<Found> {
    let at = page.folded.text.find("last month")?;
    let (_, sentence) = page.sentence_at(at)?;
    page.in_sentence(sentence, Kind::Inspected).next()?;
    let before = anchor.from.first_of_month().checked_sub(1.day()).ok()?;
    let range = DateRange::month(before.year(), before.month())?;
    Some(Found { range, span: page.folded.original(at, at + "last month".len()), inferred: true })
}

/// "The inspection last month" and the month of the inspection give the month of the release; "(9
/// April)" and an area "two years old" give its year.
fn inferred_publication(
    page: &Page,
    inspected: Option<Found>,
) -> Option<(Published, Option<Span>)> {
    let at = page.folded.text.find("last month");
    if let (Some(at), Some(found)) = (at, inspected) {
        let after = found.range.to.last_of_month().checked_add(1.day()).ok()?;
        let month = DateRange::month(after.year(), after.month())?;
        let (_, sentence) = page.sentence_at(at)?;
        page.in_sentence(sentence, Kind::Inspected).next()?;
        return Some((
            basis(month, DateBasis::Inferred),
            Some(page.folded.original(at, at + "last month".len())),
        ));
    }
    by_age(page)
}

/// A publication day without a year, of an area that says how many years ago it was formed.
fn by_age(page: &Page) -> Option<(Published, Option<Span>)> {
    let day = page.yearless.iter().find(|y| {
        page.sentence_at(page.folded.of_original(y.span.start))
            .is_some_and(|(_, s)| nearest(page, s, y.span) == Some(Kind::Published))
    })?;
    let formed =
        page.mentions.iter().find_map(|m| page.knowledge.areas.get(&m.area)?.valid_from)?;
    let year = formed.year().checked_add(age(page)?)?;
    let range = day.in_year(year).filter(|r| r.from >= formed)?;
    Some((basis(range, DateBasis::Inferred), Some(day.span)))
}

/// "Following reorganisation only 2 years ago".
fn age(page: &Page) -> Option<i16> {
    let words = page.folded.text.as_str();
    let at = page.hits.iter().find(|h| h.kind == Kind::Formed)?.end;
    let ago = at + words.get(at..)?.find(" ago")?;
    let between: Vec<&str> = words[at..ago].split(' ').collect();
    let number = number::of_word(between.iter().rev().nth(1)?)?;
    let years = between.last().is_some_and(|w| w.starts_with("year"));
    (years && between.len() <= 5 && (1..=20).contains(&number)).then_some(number.into())
}

/// The first day on which an inspection told in a release of `day` can have been made: reports follow
/// within about five months.
pub fn earliest_inspection(day: Date) -> Date {
    day.checked_sub(5.months()).unwrap_or(day)
}
