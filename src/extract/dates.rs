//! Dates as texts write them: day and month in either order, ranges over days, months and years,
//! lists of days, two windows, numeric and ISO dates, months. Seasons and bare years are none.
//!
//! Word bounds are ASCII ones: with Unicode ones the engine is slow on typographic quotes.
//! A range that runs over New Year and states one year ends in it. Day before month in numeric
//! dates. Cost: linear in the text.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use crate::model::date::{DateRange, month_of};
use crate::model::text::Span;

/// A date or range that the text writes out with its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The days meant.
    pub range: DateRange,
    /// The words.
    pub span: Span,
}

/// Days and months that the text writes without a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yearless {
    /// Month and day, in the order of the text; a day of 0 means the whole month.
    pub days: Vec<(i8, i8)>,
    /// The words.
    pub span: Span,
}

impl Yearless {
    /// The days meant if the last of them lies in `year`.
    pub fn in_year(&self, year: i16) -> Option<DateRange> {
        range(&self.days, year)
    }
}

const MONTH: &str = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)";
const WEEKDAY: &str =
    "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?(?:the )?";
const DAY: &str = r"[0-3]?\d(?: ?(?:st|nd|rd|th))?";
const JOIN: &str = "(?: ?[-–—−‐‑] ?| to | until | till | through | and | & |, ?)";

/// One or more days of one or more months, without the year.
fn unit() -> String {
    let days = format!("{WEEKDAY}{DAY}(?:{JOIN}{WEEKDAY}{DAY})*");
    let day_first = format!(r"{days} (?:of )?{MONTH}(?-u:\b)");
    let month_first = format!(r"{WEEKDAY}{MONTH}\.? {days}(?-u:\b)");
    let one = format!("(?:{day_first}|{month_first})");
    format!("{one}(?:{JOIN}(?:and )?{one})*")
}

static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    let unit = unit();
    Regex::new(&format!(r"(?-u:\b){unit},? (?:of )?(?P<year>(?:19|20)\d\d)(?:(?-u:\b)|[A-Z])"))
        .expect("fixed grammar")
});
static WITHOUT_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    let months = format!(r"{MONTH}(?-u:\b)(?:{JOIN}{MONTH}(?-u:\b))?");
    Regex::new(&format!(r"(?-u:\b)(?:{}|{months})", unit())).expect("fixed grammar")
});
static MONTHS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?-u:\b)({MONTH})(?-u:\b)\.?(?:(?: ?[-–—/] ?| to | and )({MONTH})(?-u:\b))?,? (?:of )?((?:19|20)\d\d)(?-u:\b)"
    ))
    .expect("fixed grammar")
});
static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)(?:((?:19|20)\d\d)-(\d\d)-(\d\d)|([0-3]?\d)([/.])([01]?\d)([/.])((?:19|20)?\d\d))(?-u:\b)",
    )
    .expect("fixed grammar")
});
static ATOMS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r"\d+|(?-u:\b){MONTH}(?-u:\b)")).expect("fixed grammar"));

/// Words with which every month begins: a date without one is in figures alone.
static MONTH_BEGINS: LazyLock<Regex> = LazyLock::new(|| {
    let months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let capitals = months.map(str::to_uppercase);
    Regex::new(&format!("{}|{}", months.join("|"), capitals.join("|"))).expect("fixed grammar")
});

/// Lines, over whose ends no date runs, with where they begin.
fn lines(content: &str) -> impl Iterator<Item = (usize, &str)> {
    let begun = content.split('\n').scan(0, |next, line| {
        let start = std::mem::replace(next, *next + line.len() + 1);
        Some((start, line))
    });
    begun.filter(|(_, line)| !line.is_empty())
}

/// Finds all explicit dates and ranges with a year, in order: `15 to 19 July 2024`,
/// `27 February – 3 March 2023`, `2025-05-09`, `November 2021` (spans the month).
pub fn dates(content: &str) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    for (start, line) in lines(content) {
        if line.bytes().any(|b| b.is_ascii_digit()) {
            let at = |span: Span| Span { start: span.start + start, end: span.end + start };
            let dated = of_line(line).into_iter();
            found.extend(dated.map(|dated| Dated { span: at(dated.span), ..dated }));
        }
    }
    found.sort_by_key(|d| d.span);
    join(content, found)
}

fn of_line(line: &str) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    let mut add = |dated: Dated| {
        if !found.iter().any(|f| f.span.start < dated.span.end && dated.span.start < f.span.end) {
            found.push(dated);
        }
    };
    let named = MONTH_BEGINS.is_match(line);
    let all = |dates: &'static Regex, may: bool| {
        may.then(|| dates.captures_iter(line)).into_iter().flatten()
    };
    // A day that does not exist ("31 February 2021") is no month either.
    let mut impossible = Vec::new();
    for captures in all(&WRITTEN, named) {
        match written(&captures) {
            Some(dated) => add(dated),
            None => impossible.extend(captures.get(0).map(|m| m.range())),
        }
    }
    for captures in all(&NUMERIC, true) {
        numeric(&captures).into_iter().for_each(&mut add);
    }
    for captures in all(&MONTHS, named) {
        let dated = months(&captures);
        let possible = |d: &Dated| !impossible.iter().any(|range| range.contains(&d.span.start));
        dated.filter(possible).into_iter().for_each(&mut add);
    }
    found
}

/// Finds days and months without a year, outside the dates that have one.
pub fn yearless(content: &str, dated: &[Dated]) -> Vec<Yearless> {
    let named = lines(content).filter(|(_, line)| MONTH_BEGINS.is_match(line));
    let found = named.flat_map(|(start, line)| {
        let all = WITHOUT_YEAR.find_iter(line);
        all.map(move |found| Span { start: start + found.start(), end: start + found.end() })
    });
    let has_year = |span: &Span| {
        let next = dated.partition_point(|d| d.span.end <= span.start);
        dated.get(next).is_some_and(|d| d.span.start < span.end)
    };
    found
        .filter(|span| !has_year(span) && !year_follows(&content[span.end..]))
        .filter_map(|span| Some(Yearless { days: days(span.of(content))?, span }))
        .collect()
}

/// Whether a year follows: "29 February 2025" is no day, and so none of another year.
fn year_follows(after: &str) -> bool {
    let after = after.strip_prefix(',').unwrap_or(after);
    let digits = after.strip_prefix(' ').unwrap_or(after).as_bytes();
    let (year, rest) = digits.split_at(digits.len().min(4));
    let century = year.starts_with(b"19") || year.starts_with(b"20");
    century
        && year.len() == 4
        && year.iter().all(u8::is_ascii_digit)
        && !rest.first().is_some_and(u8::is_ascii_alphanumeric)
}

fn written(captures: &Captures) -> Option<Dated> {
    let whole = captures.get(0)?;
    let year = captures.name("year")?;
    let days = days(&whole.as_str()[..year.start() - whole.start()])?;
    let number = year.as_str().parse().ok()?;
    // "15:15, 08 May 2025": a number before the days may be none of them.
    let range = (0..days.len()).find_map(|skip| range(&days[skip..], number))?;
    Some(Dated { range, span: Span { start: whole.start(), end: year.end() } })
}

/// Gives each number its month: the next one, or the one before where the month stands first.
fn days(words: &str) -> Option<Vec<(i8, i8)>> {
    let mut days = Vec::new();
    let mut waiting: Vec<i8> = Vec::new();
    let mut month_first = None;
    for atom in ATOMS.find_iter(words) {
        if let Ok(number) = atom.as_str().parse::<i8>() {
            match month_first {
                Some(month) => days.push((month, number)),
                None => waiting.push(number),
            }
        } else {
            let month = month_of(atom.as_str())?;
            if waiting.is_empty() {
                month_first = Some(month);
            }
            days.extend(waiting.drain(..).map(|day| (month, day)));
        }
    }
    if days.is_empty() {
        let months = ATOMS.find_iter(words).filter_map(|m| month_of(m.as_str()));
        days.extend(months.map(|month| (month, 0)));
    }
    (!days.is_empty() && waiting.is_empty()).then_some(days)
}

/// First to last day, the last lying in `year`.
fn range(days: &[(i8, i8)], year: i16) -> Option<DateRange> {
    let (last_month, last_day) = *days.last()?;
    let (first_month, first_day) = *days.first()?;
    let to = if last_day == 0 {
        DateRange::month(year, last_month)?.to
    } else {
        Date::new(year, last_month, last_day).ok()?
    };
    // "28 November to 9 December" in one year, "30 December to 4 January" over New Year.
    let from_year = if first_month > last_month { year - 1 } else { year };
    let from = Date::new(from_year, first_month, first_day.max(1)).ok()?;
    (from <= to).then_some(DateRange { from, to })
}

fn numeric(captures: &Captures) -> Option<Dated> {
    let whole = captures.get(0)?;
    let number = |i: usize| captures.get(i).and_then(|m| m.as_str().parse::<i16>().ok());
    let (year, month, day) = match (number(1), number(2), number(3)) {
        (Some(year), Some(month), Some(day)) => (year, month, day),
        _ => {
            if captures.get(5)?.as_str() != captures.get(7)?.as_str() {
                return None;
            }
            let year = number(8)?;
            (if year < 100 { 2000 + year } else { year }, number(6)?, number(4)?)
        }
    };
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Dated {
        range: DateRange::day(day),
        span: Span { start: whole.start(), end: whole.end() },
    })
}

fn months(captures: &Captures) -> Option<Dated> {
    let whole = captures.get(0)?;
    let first = month_of(&captures[1])?;
    let last = captures.get(2).and_then(|m| month_of(m.as_str())).unwrap_or(first);
    let range = range(&[(first, 0), (last, 0)], captures[3].parse().ok()?)?;
    Some(Dated { range, span: Span { start: whole.start(), end: whole.end() } })
}

/// Joins neighbours that the text joins: "20 November 2023 to 1 December 2023", "between ... and",
/// and two windows of one inspection ("... 2022 and 10 to 14 October 2022").
fn join(content: &str, found: Vec<Dated>) -> Vec<Dated> {
    let mut joined: Vec<Dated> = Vec::new();
    for next in found {
        match joined.last_mut() {
            Some(last) if are_one(content, last, &next) => {
                last.range.to = next.range.to;
                last.span.end = next.span.end;
            }
            _ => joined.push(next),
        }
    }
    joined
}

fn are_one(content: &str, earlier: &Dated, later: &Dated) -> bool {
    let between = content[earlier.span.end..later.span.start].trim();
    let starts = content[..earlier.span.start].trim_end().as_bytes();
    let ordered = earlier.range.from <= later.range.from && earlier.range.to <= later.range.to;
    let windows = earlier.range.from != earlier.range.to
        && later.range.from != later.range.to
        && earlier.range.to.until(later.range.from).is_ok_and(|gap| gap.get_days() <= 60);
    let weekday = between.rsplit(' ').next().is_some_and(|w| w.ends_with("day"));
    let link = if weekday { between.rsplit_once(' ').map_or("", |(l, _)| l) } else { between };
    ordered
        && match link {
            "to" | "-" | "–" | "—" | "until" | "till" | "through" => true,
            "and" => {
                windows
                    || starts.last_chunk::<7>().is_some_and(|w| w.eq_ignore_ascii_case(b"between"))
            }
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, want: &[(&str, &str)]) {
        let found: Vec<_> = dates(text)
            .into_iter()
            .map(|d| (d.range.from.to_string(), d.range.to.to_string()))
            .collect();
        let found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, want, "{text}");
    }

    #[test]
    fn single_days() {
        case("on 9 May 2025", &[("2025-05-09", "2025-05-09")]);
        case("Friday, 08 December 2023", &[("2023-12-08", "2023-12-08")]);
        case("Tuesday 5th February 2019", &[("2019-02-05", "2019-02-05")]);
        case("March 8th, 2018", &[("2018-03-08", "2018-03-08")]);
        case("Jul 23 2024", &[("2024-07-23", "2024-07-23")]);
        case(
            "22/04/2025 and 03.12.21",
            &[("2025-04-22", "2025-04-22"), ("2021-12-03", "2021-12-03")],
        );
        case("date 2024-08-02", &[("2024-08-02", "2024-08-02")]);
        case("the 3rd of June 2021", &[("2021-06-03", "2021-06-03")]);
        case("on 31 February 2021 or 2019/20", &[]);
        case("15:15, 08 May 2025Updated", &[("2025-05-08", "2025-05-08")]);
    }

    #[test]
    fn ranges() {
        case("15 to 19 July 2024", &[("2024-07-15", "2024-07-19")]);
        case("11-15 October, 2021", &[("2021-10-11", "2021-10-15")]);
        case("20 and 21 February 2024", &[("2024-02-20", "2024-02-21")]);
        case("27 February – 3 March 2023", &[("2023-02-27", "2023-03-03")]);
        case("15 July to 19 July 2024", &[("2024-07-15", "2024-07-19")]);
        case("February 26th - March 8th 2018", &[("2018-02-26", "2018-03-08")]);
        case("between November 28 and December 9, 2022", &[("2022-11-28", "2022-12-09")]);
        case("Monday 27 January to Friday 31 January 2025", &[("2025-01-27", "2025-01-31")]);
        case("between 20 November 2023 and 1 December 2023", &[("2023-11-20", "2023-12-01")]);
        case("30 December to 4 January 2024", &[("2023-12-30", "2024-01-04")]);
        case("5, 6 and 7 May 2024", &[("2024-05-05", "2024-05-07")]);
        case("from 8 to 12 and 15 to 19 May 2023", &[("2023-05-08", "2023-05-19")]);
        case("26 to 30 September 2022 and 10 to 14 October 2022", &[("2022-09-26", "2022-10-14")]);
        // Two events, not one.
        case(
            "on 4 May 2022 and 9 June 2022",
            &[("2022-05-04", "2022-05-04"), ("2022-06-09", "2022-06-09")],
        );
    }

    #[test]
    fn months_and_what_is_no_date() {
        case("in November 2021", &[("2021-11-01", "2021-11-30")]);
        case("October and November 2023", &[("2023-10-01", "2023-11-30")]);
        case("Jan/Feb 2024", &[("2024-01-01", "2024-02-29")]);
        case("you may 2023 see, in summer 2023, since 2011", &[]);
    }

    #[test]
    fn a_day_that_its_year_does_not_have_is_none_of_another_year() {
        let text = "It ran from 29 February 2025 and from 31 April, 2024 on. It ended on 4 May.";
        let found = yearless(text, &dates(text));
        let words: Vec<_> = found.iter().map(|y| y.span.of(text)).collect();
        assert_eq!(words, ["4 May"]);
    }

    #[test]
    fn days_without_a_year_wait_for_one() {
        let text = "Published today (9 April). Seen 27 and 29 September and in June 2018.";
        let found = yearless(text, &dates(text));
        let ranges: Vec<_> = found.iter().filter_map(|y| y.in_year(2025)).collect();
        let shown: Vec<_> = ranges.iter().map(|r| (r.from.to_string(), r.to.to_string())).collect();
        assert_eq!(
            shown,
            [("2025-04-09".into(), "2025-04-09".into()), ("2025-09-27".into(), "2025-09-29".into())]
                as [(String, String); 2]
        );
    }
}
