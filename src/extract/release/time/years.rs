//! Years that sentences name: in figures, "that year", "last November", "four years ago".

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::extract::release::mood::Scope;
use crate::extract::release::number;
use crate::extract::release::page::{Page, Sentence};
use crate::model::date::MONTHS;

/// So many bytes before a year may say that it is that of a law.
const NEAR: usize = 36;

static FIGURES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(?:199|20\d)\d(?-u:\b)").expect("fixed grammar"));

/// Years in figures that can be an inspection's, and where they stand; not those that name a law or
/// its like: "the 2014 reforms", "the Care Act 2014".
pub fn in_figures(words: &str) -> impl Iterator<Item = (usize, usize, i16)> {
    FIGURES.find_iter(words).filter_map(|y| {
        let number = y.as_str().parse().ok()?;
        (!names_law(&words[..y.start()], &words[y.end()..])).then_some((y.start(), y.end(), number))
    })
}

/// Whether what stands before or after a year makes it the name of a law, a plan or a framework.
fn names_law(before: &str, after: &str) -> bool {
    const BEFORE: [&str; 7] =
        ["act", "reforms", "code", "regulations", "framework", "practice", "strategy"];
    const AFTER: [&str; 6] = ["act", "reforms", "code", "regulations", "framework", "strategy"];
    let apart = |c: char| !c.is_ascii_alphanumeric();
    let last = before.trim_end_matches(apart).rsplit(apart).next().unwrap_or_default();
    let next = after.trim_start_matches(apart).split(apart).next().unwrap_or_default();
    BEFORE.contains(&last) || AFTER.contains(&next)
}

/// "Reforms that came into force in 2014", "the law of 2014": the year of a law, further away.
pub fn is_of_law(before: &str) -> bool {
    const LAW: [&str; 7] =
        ["into force", "brought in", "introduced", "the law of", "passed in", "dating", "since"];
    let near = before.len().saturating_sub(NEAR);
    let near = before.get(near..).unwrap_or(before);
    LAW.iter().any(|w| near.contains(w))
}

static LAST: LazyLock<Regex> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    Regex::new(&format!("(?:^|(?:since|in|from|by|of|inspectors|ofsted|inadequate|good|outstanding|improvement|after|[,'\"]) )last ({months}|year)(?-u:\\b)"))
        .expect("fixed grammar")
});

/// "Last year's 'good' still stands".
static LAST_ONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^| )last (year)'s (?:[a-z]+ )?['\"]?(?:inadequate|good|outstanding|require|rating|verdict|judgement|grade)")
        .expect("fixed grammar")
});

/// Years of a sentence and where they stand: in figures, "that year" for the one just named, "last
/// year" and "last November" by the year of the release.
pub fn years(page: &Page, sentence: &Sentence, scope: Option<&Scope>) -> Vec<(usize, usize, i16)> {
    let words = page.words(sentence.start, sentence.end);
    let mut found: Vec<_> = of_inspections(page, sentence).collect();
    let at = |phrase: &str| words.find(phrase).map(|at| sentence.start + at);
    if let Some(start) = at("that year")
        && let Some(year) = year_before(page, sentence)
    {
        found.push((start, start + "that year".len(), year));
    }
    let published = scope.and_then(|s| s.published);
    let seen = published.and_then(|day| relative(words, day));
    let seen = seen.or_else(|| {
        // "Three years ago it was good, and before that, in 2018, it was not."
        let apart = found.is_empty() || words.contains("before that");
        let known = scope.and_then(|s| s.known).filter(|_| apart)?;
        years_after(words, known).or_else(|| {
            let last = LAST_ONE.find(words)?;
            Some((last.start(), last.end(), known - 1))
        })
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
    let years = number::of_word(&found[1])?;
    (!vague.contains(&about)).then_some((whole.start(), whole.end(), known - i16::from(years)))
}

static AGO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)([a-z]+|\d\d?) years (?:ago|after|earlier|on from|since (?:ofsted|inspectors|it was|they were|we were|services were|being))(?-u:\b)")
        .expect("fixed grammar")
});

/// "In just three years": the year in which a move began that is told to have taken so long.
pub fn taken(page: &Page, sentence: &Sentence, known: i16) -> Option<i16> {
    let found = TAKEN.captures(page.words(sentence.start, sentence.end))?;
    Some(known - i16::from(number::of_word(&found[1])?))
}

static TAKEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)in (?:just |only |the space of |a mere |the last |the past )?([a-z]+|\d\d?) years(?-u:\b)")
        .expect("fixed grammar")
});

/// "Last year" and "last November", seen from the day of the release.
fn relative(words: &str, day: Date) -> Option<(usize, usize, i16)> {
    let found = LAST.captures(words).or_else(|| LAST_ONE.captures(words))?;
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
    let last = |s: &Sentence| in_figures(page.words(s.start, s.end)).last();
    page.sentences[until.saturating_sub(2)..until].iter().rev().find_map(last).map(|(.., y)| y)
}

/// Years in figures of a sentence that no words give to something else.
fn of_inspections(page: &Page, sentence: &Sentence) -> impl Iterator<Item = (usize, usize, i16)> {
    let words = page.words(sentence.start, sentence.end);
    in_figures(words)
        .filter(move |(start, end, _)| !is_of_something_else(&words[..*start], &words[*end..]))
        .map(|(start, end, year)| (sentence.start + start, sentence.start + end, year))
}

/// The year of a strategy, a law that is told, or the future is no inspection's.
pub fn is_of_something_else(words: &str, after: &str) -> bool {
    let last: Vec<&str> = words
        .trim_end_matches([' ', '('])
        .rsplit(' ')
        .filter(|w| !MONTHS.contains(w))
        .take(2)
        .collect();
    let last = |i: usize| last.get(i).copied().unwrap_or_default();
    let set_up = last(0) == "in" && last(1) == "up" && words.contains("set up");
    // "The first good rating since 2012", "by 2017 this had risen to good".
    let first = last(0) == "since"
        && ["first", "best", "highest", "only"].iter().any(|w| words.contains(&format!("{w} ")));
    let reached = last(0) == "by" && REACHED.is_match(after);
    // "Set up in 2015 after Ofsted rated services inadequate": the year of both.
    let set_up =
        set_up && ![" after ", " when ", " following "].iter().any(|w| after.starts_with(w));
    set_up
        || first
        || (matches!(last(0), "by" | "until" | "before" | "to") && !reached)
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

static REACHED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^,?(?: [a-z']+){1,4} had ").expect("fixed grammar"));

/// The latest year that the text names of what has been, less one: earlier ones are past for sure.
pub fn latest_year(page: &Page) -> Option<i16> {
    let all = page.sentences.iter().flat_map(|s| of_inspections(page, s));
    all.map(|(.., year)| year - 1).max()
}

/// The latest year in figures of the whole text, which is asked once.
pub fn latest_in_figures(page: &Page) -> Option<i16> {
    let all = || in_figures(&page.folded.text).map(|(.., year)| year);
    *page.latest_in_figures.get_or_init(|| all().max())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_in_figures_is_told_unless_it_names_a_law() {
        #[track_caller]
        fn case(words: &str, want: &[i16]) {
            let found: Vec<_> = in_figures(words).map(|(.., year)| year).collect();
            assert_eq!(found, want, "{words}");
        }
        case("it was good in 2019 and in 2023.", &[2019, 2023]);
        case("the 2015-16 school year", &[2015]);
        case("(2021)", &[2021]);
        case("in 2019 practice was weak", &[2019]);
        case("the 2014 reforms were slow to come", &[]);
        case("the care act 2014, and the 2023 framework", &[]);
        case("the code of practice (2015)", &[]);
        case("since the councils of 1974", &[]);
        case("case 20190 of 12023", &[]);
    }
}
