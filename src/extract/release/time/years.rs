//! Years that sentences name: in figures, "that year", "last November", "four years ago".

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Sentence};

/// A year in figures.
pub static YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(?:19|20)\d\d(?-u:\b)").expect("fixed grammar"));

/// Whether the words name a year.
pub fn has_year(words: &str) -> bool {
    YEAR.is_match(words)
}

static LAST: LazyLock<Regex> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    Regex::new(&format!("(?:^|(?:since|in|from|by|of|inspectors|ofsted|inadequate|good|outstanding|improvement|after|[,'\"]) )last ({months}|year)(?-u:\\b)"))
        .expect("fixed grammar")
});

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Years of a sentence and where they stand: in figures, "that year" for the one just named, "last
/// year" and "last November" by the year of the release.
pub fn years(page: &Page, sentence: &Sentence, scope: Option<&Scope>) -> Vec<(usize, usize, i16)> {
    let words = page.words(sentence.start, sentence.end);
    let mut found: Vec<(usize, usize, i16)> = YEAR
        .find_iter(words)
        .map(|y| (sentence.start + y.start(), sentence.start + y.end(), y.as_str()))
        .filter(|(start, ..)| !is_of_something_else(page, sentence, *start))
        .filter_map(|(start, end, y)| Some((start, end, y.parse().ok()?)))
        .collect();
    let at = |phrase: &str| words.find(phrase).map(|at| sentence.start + at);
    if let Some(start) = at("that year")
        && let Some(year) = year_before(page, sentence)
    {
        found.push((start, start + "that year".len(), year));
    }
    let published = scope.and_then(|s| s.published);
    let seen = published.and_then(|day| relative(words, day));
    let seen = seen.or_else(|| {
        let known = scope.and_then(|s| s.known).filter(|_| found.is_empty())?;
        years_after(words, known)
    });
    found.extend(seen.map(|(from, to, year)| (sentence.start + from, sentence.start + to, year)));
    found.sort_unstable();
    found
}

/// "Five years after it was judged good", "three years ago": whole years, counted from the year known.
fn years_after(words: &str, known: i16) -> Option<(usize, usize, i16)> {
    let found = AGO.captures(words)?;
    let whole = found.get(0)?;
    let about = words[..whole.start()].trim_end().rsplit(' ').next().unwrap_or_default();
    let vague = ["than", "over", "nearly", "almost", "about", "around", "some", "under"];
    let years = number(&found[1])?;
    (!vague.contains(&about)).then_some((whole.start(), whole.end(), known - years))
}

fn number(word: &str) -> Option<i16> {
    const NUMBERS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let index = NUMBERS.iter().position(|n| *n == word);
    index.and_then(|i| i16::try_from(i + 1).ok()).or_else(|| word.parse().ok())
}

static AGO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)([a-z]+|\d\d?) years (?:ago|after|earlier)(?-u:\b)")
        .expect("fixed grammar")
});

/// "Last year" and "last November", seen from the day of the release.
fn relative(words: &str, day: Date) -> Option<(usize, usize, i16)> {
    let found = LAST.captures(words)?;
    let whole = found.get(0)?;
    let year = match MONTHS.iter().position(|m| *m == &found[1]) {
        Some(month) if i8::try_from(month + 1).is_ok_and(|m| m < day.month()) => day.year(),
        _ => day.year() - 1,
    };
    Some((whole.start(), whole.end(), year))
}

/// The last year that the two sentences before name.
fn year_before(page: &Page, sentence: &Sentence) -> Option<i16> {
    let until = page.sentences.partition_point(|s| s.start < sentence.start);
    page.sentences[until.saturating_sub(2)..until].iter().rev().find_map(|s| {
        let mut found = YEAR.find_iter(page.words(s.start, s.end));
        found.by_ref().last().and_then(|y| y.as_str().parse().ok())
    })
}

/// The year of an act, a strategy, a framework or the future is no inspection's.
pub fn is_of_something_else(page: &Page, sentence: &Sentence, at: usize) -> bool {
    let words = page.words(sentence.start, at);
    let last: Vec<&str> = words
        .trim_end_matches([' ', '('])
        .rsplit(' ')
        .filter(|w| !MONTHS.contains(w))
        .take(2)
        .collect();
    let last = |i: usize| last.get(i).copied().unwrap_or_default();
    let set_up = last(0) == "in" && last(1) == "up" && words.contains("set up");
    set_up
        || matches!(
            last(0),
            "act" | "by" | "until" | "before" | "reforms" | "framework" | "strategy" | "to"
        )
        || (matches!(last(0), "in" | "of" | "from")
            && matches!(
                last(1),
                "introduced"
                    | "reforms"
                    | "law"
                    | "framework"
                    | "force"
                    | "began"
                    | "formed"
                    | "created"
            ))
}

/// The latest year that the text names of what has been, less one: earlier ones are past for sure.
pub fn latest_year(page: &Page) -> Option<i16> {
    let of = |s: &Sentence| {
        let words = page.words(s.start, s.end);
        let found = YEAR.find_iter(words).filter(|y| {
            let start = s.start + y.start();
            !is_of_something_else(page, s, start)
        });
        found.filter_map(|y| y.as_str().parse::<i16>().ok()).max()
    };
    page.sentences.iter().filter_map(of).max().map(|year| year - 1)
}
