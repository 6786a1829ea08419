//! The days of the fieldwork, as covers and letters print them.
//!
//! In:  the words that follow "Inspection dates:" or the like.
//! Out: first and last day of the first run of days in them that ends with a year: `15 to 19 July
//!      2024`, `30 October to 10 November 2023`, `the 2, 3 and 9 of May 2018`, two windows too.
//! Invariant: a part that is missing (month, year) comes from the part after it, never from a guess.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::model::date::{DateRange, month_of};

/// How far behind its label the run may begin, in bytes.
const REACH: usize = 330;

static PART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:(?P<numeric>(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>20\d\d))|(?P<year>20\d\d)|(?P<day>\d{1,2})(?:st|nd|rd|th)?|(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|(?P<glue>to|and|until|through|of|the|between|on|from|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[-‐‑‒–—−,;&/]|\s+)",
    )
    .expect("a fixed pattern")
});
static START: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b\d{1,2}[/.]\d{1,2}[/.]20\d\d|\b\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s*(?:(?:to|and|until|or)\b|[-‐‑‒–—−,&]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))")
        .expect("a fixed pattern")
});

static MONTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[\s:,(]{0,4}(?:in\s+)?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?P<year>20\d\d)\b")
        .expect("a fixed pattern")
});

#[derive(Default, Clone, Copy)]
struct Part {
    day: i8,
    month: Option<i8>,
    year: Option<i16>,
}

/// Reads the first run of days in `words`; gives it and the bytes that it covers.
pub fn days(words: &str) -> Option<(DateRange, std::ops::Range<usize>)> {
    let mut from = 0;
    while let Some(start) = START.find_at(words, from).map(|m| m.start()) {
        if start > REACH {
            return None;
        }
        let (parts, end) = run(&words[start..]);
        if let Some(range) = resolve(&parts) {
            return Some((range, start..start + end));
        }
        from = start + words[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(1).max(1);
    }
    None
}

/// Reads a month with its year that `words` begin with, as all its days; gives the bytes too.
pub fn month(words: &str) -> Option<(DateRange, std::ops::Range<usize>)> {
    let found = MONTH.captures(words)?;
    let range = DateRange::month(found["year"].parse().ok()?, month_of(&found["month"])?)?;
    Some((range, found.name("month")?.start()..found.get(0)?.end()))
}

/// Takes days, months and years as long as nothing else comes between them; ends with a year.
fn run(words: &str) -> (Vec<Part>, usize) {
    let mut parts: Vec<Part> = Vec::new();
    let (mut at, mut whole) = (0, (0, 0));
    while let Some(found) = PART.captures(&words[at..]) {
        let number = |name| found.name(name).and_then(|m| m.as_str().parse::<i16>().ok());
        if found.name("numeric").is_some() {
            let small = |name| number(name).and_then(|n| i8::try_from(n).ok());
            let day = small("d").unwrap_or_default();
            parts.push(Part { day, month: small("m"), year: number("y") });
            at += found[0].len();
            whole = (parts.len(), at);
            continue;
        }
        let last = parts.last_mut();
        match (number("day"), found.name("month"), number("year"), last) {
            (Some(day), ..) => {
                parts.push(Part { day: i8::try_from(day).unwrap_or_default(), ..Part::default() });
            }
            (_, Some(month), _, Some(last)) => last.month = month_of(month.as_str()),
            (.., Some(year), Some(last)) => {
                last.year = Some(year);
                whole = (parts.len(), at + found[0].len());
            }
            _ => {}
        }
        at += found[0].len();
    }
    // "13 May 2019 to 24 May": the year said once, in front.
    let year = parts.get(whole.0.wrapping_sub(1)).and_then(|p| p.year);
    for part in parts.iter_mut().skip(whole.0).take_while(|p| p.month.is_some()) {
        part.year = year;
        whole = (whole.0 + 1, at);
    }
    parts.truncate(whole.0);
    (parts, whole.1)
}

/// Fills months and years from the back, then spans all days.
fn resolve(parts: &[Part]) -> Option<DateRange> {
    let mut days: Vec<Date> = Vec::with_capacity(parts.len());
    let (mut month, mut year) = (None, None);
    for part in parts.iter().rev() {
        let own_year = part.year.is_some();
        (month, year) = (part.month.or(month), part.year.or(year));
        let mut day = Date::new(year?, month?, part.day).ok()?;
        // December to January under one year.
        if let Some(next) = days.last().filter(|next| day > **next && !own_year) {
            year = Some(next.year() - 1);
            day = Date::new(year?, month?, part.day).ok()?;
        }
        days.push(day);
    }
    let from = *days.iter().min()?;
    let to = *days.iter().max()?;
    Some(DateRange { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(words: &str, want: &str) {
        let got = days(words).map(|(range, _)| format!("{}/{}", range.from, range.to));
        assert_eq!(got.unwrap_or_default(), want, "{words}");
    }

    #[test]
    fn runs_of_days_span_from_the_first_to_the_last() {
        case(": 15 to 19 July 2024 Lead inspector", "2024-07-15/2024-07-19");
        case(" 30 October to 10 November 2023", "2023-10-30/2023-11-10");
        case(" 24 February 2025 to 7 March 2025", "2025-02-24/2025-03-07");
        case(" 05 July 2016–27 July 2016 Report published: 2 May 2017", "2016-07-05/2016-07-27");
        case(" 18 Feb 2014 – 12 March 2014", "2014-02-18/2014-03-12");
        case(" in a town on the 2, 3 and 9 of May 2018. They", "2018-05-02/2018-05-09");
        case(" on 11 December and 12 December 2018.", "2018-12-11/2018-12-12");
        case(" on Monday 9 to Friday 13 May 2022", "2022-05-09/2022-05-13");
        case(" on 19 March 2019. The", "2019-03-19/2019-03-19");
        case(" 5 to 9 July 2019 and 6 August 2019 to 8 August 2019", "2019-07-05/2019-08-08");
        case(" 13 May 2019 to 24 May Lead inspector", "2019-05-13/2019-05-24");
        case(" 13 May 2019 and 24 schools", "2019-05-13/2019-05-13");
        case(" 12 December to 10 January 2020", "2019-12-12/2020-01-10");
        case(" 6 – 10 March 2023", "2023-03-06/2023-03-10");
        case(" between 6 and 10 March 2023", "2023-03-06/2023-03-10");
        case(" 6th - 10th March, 2023", "2023-03-06/2023-03-10");
        case(" Monday 6 March 2023 to Friday 10 March 2023", "2023-03-06/2023-03-10");
        case(" 6 to 10 February and 13 to 17 February 2023", "2023-02-06/2023-02-17");
        case(" 6 to 10 and 13 to 17 February 2023", "2023-02-06/2023-02-17");
        case(" 27 February to 3 March 2023 and 6 to 10 March 2023", "2023-02-27/2023-03-10");
        case(" 29 November to 3 December 2021; 6 to 10 December 2021", "2021-11-29/2021-12-10");
        case(" 13 December 2021 to 14 January 2022", "2021-12-13/2022-01-14");
        case(" from 8 January 2018 until 2 February 2018", "2018-01-08/2018-02-02");
        case(" 06/03/2023 to 10/03/2023", "2023-03-06/2023-03-10");
        case(" 20March2018", "2018-03-20/2018-03-20");
        case(" 5 to 9July 20191", "2019-07-05/2019-07-09");
    }

    #[test]
    fn a_month_spans_its_days_where_nothing_but_its_label_precedes_it() {
        let case = |words: &str, want: &str| {
            let got = month(words).map(|(range, _)| format!("{}/{}", range.from, range.to));
            assert_eq!(got.unwrap_or_default(), want, "{words}");
        };
        case(" June 2024", "2024-06-01/2024-06-30");
        case(": Feb. 2024 Score 12", "2024-02-01/2024-02-29");
        case(" and again in June 2024", "");
        case(" 3 June 2024", "");
        case(" June", "");
    }

    #[test]
    fn days_without_a_year_or_month_are_not_dates() {
        case("on 3 and 4 May last year", "");
        case("in 2021 and on 45 May 2021", "");
        case("May 2021", "");
    }

    #[test]
    fn a_number_that_is_no_day_does_not_hide_the_dates_behind_it() {
        case("of 12 and more schools on 3 June 2021", "2021-06-03/2021-06-03");
    }
}
