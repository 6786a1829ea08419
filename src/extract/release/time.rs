//! When a grade was given: now, or at an earlier inspection and perhaps in which year.
//!
//! Words right before a grade ("no longer", "up from", "previously"), "from X to Y", words of an
//! earlier inspection in its clause, and the year that stands nearest to it decide.

mod dated;
mod marks;
mod years;

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::claims::{Candidate, breaks, distance};
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

pub use marks::is_left_behind;
pub use years::{
    in_figures, is_of_law, is_of_something_else, latest_in_figures, latest_year, years,
};

/// When a grade was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// By the inspection told, the year perhaps said.
    Now(Option<i16>),
    /// By an earlier one, the year perhaps said.
    Before(Option<i16>),
}

/// "Had recently been found to be", right before a grade.
static HAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^| )(?:had(?: (?:[a-z]+ly|also|already|just|since|all|both))*(?: been(?: [a-z]+){0,3})?|(?:we|it|they|i)'d(?: (?:[a-z]+ly|also|already|just|since|all|both))* been(?: [a-z]+){0,3}) ['\"]?$")
        .expect("fixed grammar")
});

/// "Good (was: requires improvement)".
static NOTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\((?:it )?(?:was|were|had been|formerly|previously|before|from|up from|down from)(?: rated| judged| graded)?[:,]? ?['"]?$|^(?:previously|formerly|before): ?['"]?$|(?:^|[ (])(?:once|formerly|long)(?: rated| judged| graded)? (?:as )?['"]?$"#)
        .expect("fixed grammar")
});

/// Says when, for each candidate of a sentence.
pub fn of(page: &Page, sentence: &Sentence, candidates: &[Candidate], scope: &Scope) -> Vec<When> {
    let (year, known) = (scope.year, scope.known);
    let years = dated::bind(page, sentence, candidates, scope);
    let mut whens: Vec<When> = (0..candidates.len())
        .map(|i| {
            let bound = years[i];
            let pinned = !is_from_earlier(page, sentence, candidates[i].at.1)
                && (is_pinned(page, sentence, candidates[i].at.0)
                    || marks::is_as_before(page, sentence, &candidates[i])
                    || (is_again(page, sentence, &candidates[i])
                        && !bound
                            .is_some_and(|y| is_led_by(page, sentence, y, candidates[i].at.0))));
            let dated = bound.zip(year).is_some_and(|(bound, year)| bound < year)
                || bound.is_some_and(|b| is_bare(page, sentence, b) && known.is_none_or(|k| b < k));
            let dated = dated || is_last_year(page.words(candidates[i].at.1, sentence.end));
            let alone = candidates.len() == 1 && is_after(page, sentence, candidates, i);
            let back = is_pluperfect(page, sentence, candidates, i)
                && !is_reported(page, sentence)
                && !alone
                // "Ofsted had inspected in May and had judged them good": of the inspection told.
                && bound.is_none_or(|b| known != Some(b));
            let past = is_before(page, sentence, candidates, i)
                || back
                || (dated && !pinned)
                || (!pinned
                    && is_earlier(page, sentence, candidates, i)
                    && bound.is_none_or(|b| year != Some(b)));
            if past { When::Before(bound) } else { When::Now(bound) }
        })
        .collect();
    for i in 1..whens.len() {
        let between = page.words(candidates[i - 1].at.1, candidates[i].at.0);
        // "In 2015 it was good with outstanding leadership".
        let same = matches!(
            between.trim_matches(['"', '\'', ' ', ',']),
            "with" | "with an" | "with a" | "and"
        ) || ((between.contains(", with ") || between.starts_with(" with "))
            && ![" now", " is ", " are ", " was ", " were ", " but ", ";"]
                .iter()
                .any(|w| between.contains(w)))
            || is_gapped(page, sentence, candidates[i - 1].at.1, candidates[i].at);
        if let (true, When::Before(year), When::Now(None)) = (same, whens[i - 1], whens[i]) {
            whens[i] = When::Before(year);
        }
        // "In just three years they have gone from inadequate to good".
        if let (When::Before(None), When::Now(_), Some(known)) = (whens[i - 1], whens[i], known)
            && between.contains("to ")
        {
            whens[i - 1] = When::Before(years::taken(page, sentence, known));
        }
    }
    whens
}

/// "In 2019 leadership was good and everything else outstanding": the verb of the grade before, which
/// ended at `from`, is that of the one at `at`, and so is its time.
pub fn is_gapped(page: &Page, sentence: &Sentence, from: usize, at: (usize, usize)) -> bool {
    let between = page.words(from.min(at.0), at.0);
    let joined = [" and ", ", and ", "' and ", "\" and "].iter().any(|w| between.starts_with(w));
    joined
        && distance(page, from, at.0) <= 6
        && !VERB.is_match(between)
        && !NOW.is_match(page.words(at.1, sentence.end))
}

static VERB: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:is|are|was|were|ha[sd]|have|now|this|today|latest|rated|judged|graded|gets?|got|requires?|become|becomes|then|by|to|that|which|it|they|this)\b|[0-9;:]")
        .expect("fixed grammar")
});
static NOW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]? (?:now|today|this|at present|currently|in 20)").expect("fixed grammar")
});

/// "In 2018 it was judged inadequate for the second time": the year leads the clause.
fn is_led_by(page: &Page, sentence: &Sentence, year: i16, grade: usize) -> bool {
    let words = page.words(sentence.start, grade);
    let led = words.rfind(&format!("in {year} ")).or(words.rfind(&format!("in {year}, ")));
    led.is_some_and(|at| !words[at..].contains(';'))
}

/// "Celebrates after being rated good": news, or what was before it, as the rest of the text says.
fn is_after(page: &Page, sentence: &Sentence, candidates: &[Candidate], i: usize) -> bool {
    let from = if i == 0 { sentence.start } else { candidates[i - 1].at.1 };
    let at = candidates[i].at.0;
    page.hits_in(from, at.max(from)).any(|h| is_before_mark(page, h, at) && is_after_mark(page, h))
}

fn is_after_mark(page: &Page, hit: &Hit) -> bool {
    ["after being", "having been"].contains(&page.words(hit.start, hit.end))
}

/// "Had been rated good", of which the tense alone says that it was before.
pub fn is_pluperfect(page: &Page, sentence: &Sentence, candidates: &[Candidate], i: usize) -> bool {
    let from = if i == 0 { sentence.start } else { candidates[i - 1].at.1 };
    let at = candidates[i].at.0;
    let had = HAD.find(page.words(from, at.max(from))).is_some();
    had || is_after(page, sentence, candidates, i)
        || page.hits_in(from, at.max(from)).any(|h| is_before_mark(page, h, at) && is_had(page, h))
}

fn is_had(page: &Page, hit: &Hit) -> bool {
    page.words(hit.start, hit.end).starts_with("had")
}

/// In speech that is reported the tense moves back: "members heard that it had been rated good".
pub fn is_reported(page: &Page, sentence: &Sentence) -> bool {
    page.has(sentence, Kind::Reporting) || goes_on(page, sentence)
}

/// "The Director reported that Ofsted had been. Services had been judged good.": still what she said.
fn goes_on(page: &Page, sentence: &Sentence) -> bool {
    let next = page.sentences.partition_point(|s| s.start < sentence.start);
    let before = next.checked_sub(1).map(|i| &page.sentences[i]);
    before.is_some_and(|s| {
        let words = page.words(s.start, s.end);
        let told = words.find(" that ").is_some_and(|at| words[at..].contains(" had "));
        told && s.block == sentence.block && page.has(s, Kind::Reporting)
    }) && !page.has(sentence, Kind::Earlier)
}

/// A year without a month: nobody dates what is news so.
fn is_bare(page: &Page, sentence: &Sentence, year: i16) -> bool {
    let words = page.words(sentence.start, sentence.end);
    words.match_indices(&format!("in {year}")).any(|(at, _)| {
        let before = words[..at].trim_end().rsplit(' ').next().unwrap_or_default();
        !before.chars().all(|c| c.is_ascii_digit()) || before.is_empty()
    })
}

/// "Rated good last year".
fn is_last_year(after: &str) -> bool {
    let after = after.trim_start_matches(['\'', '"', ' ']);
    let after = after.strip_prefix("by ofsted ").unwrap_or(after);
    ["last year", "the year before last", "two years ago", "three years ago"]
        .iter()
        .any(|w| after.starts_with(w))
}

/// "Now", "still" right before a grade: whatever year stands near belongs to something else.
fn is_pinned(page: &Page, sentence: &Sentence, at: usize) -> bool {
    page.hits_in(sentence.start, at).any(|h| {
        // "In 2019 they were still inadequate" is told of then.
        let then = page.words(h.start, h.end) == "still"
            && [" was ", " were "].iter().any(|w| page.words(sentence.start, h.start).ends_with(w));
        h.kind == Kind::Now && !then && distance(page, h.end, at) <= 3 && !breaks(page, h.end, at)
    })
}

/// "Keeps the 'good' that it was given in an earlier inspection": what stands is not this one's.
fn is_from_earlier(page: &Page, sentence: &Sentence, end: usize) -> bool {
    let given = |h: &&Hit| {
        let between = page.words(end, h.start);
        h.kind == Kind::Earlier
            && distance(page, end, h.start) <= 8
            && [" given in ", " from ", " received in ", " awarded in ", " got in "]
                .iter()
                .any(|w| between.contains(w))
    };
    page.hits_in(end, sentence.end).any(|h| given(&h))
}

/// Whether the words say that the grade is the same as before.
pub fn is_again(page: &Page, sentence: &Sentence, candidate: &Candidate) -> bool {
    if marks::is_as_before(page, sentence, candidate) {
        return true;
    }
    page.in_sentence(sentence, Kind::Again).any(|h| {
        let overlaps = h.start < candidate.at.1 && candidate.at.0 < h.end;
        let gap =
            distance(page, h.end, candidate.at.0).max(distance(page, candidate.at.1, h.start));
        overlaps
            || (gap <= 4
                && !page
                    .words(h.end.min(candidate.at.1), h.start.max(candidate.at.0))
                    .contains([';', '.']))
            || (gap <= 8 && h.end <= candidate.at.0 && {
                let between = page.words(h.end, candidate.at.0);
                !between.contains([',', ';', '.', ':']) && !between.contains(" and ")
            })
    })
}

/// Words of leaving a grade behind right before it, or "from X to Y".
fn is_before(page: &Page, sentence: &Sentence, candidates: &[Candidate], i: usize) -> bool {
    let at = candidates[i].at;
    let from = if i == 0 { sentence.start } else { candidates[i - 1].at.1 };
    let marked = page
        .hits_in(from, at.0.max(from))
        .any(|h| is_before_mark(page, h, at.0) && !is_had(page, h) && !is_after_mark(page, h));
    let words = page.words(from, at.0);
    let from_word = words.rfind("from ").is_some_and(|w| {
        (w == 0 || words.as_bytes()[w - 1] == b' ')
            && distance(page, from + w + 5, at.0) <= 5
            && !breaks(page, from + w + 5, at.0)
    });
    let to = candidates.get(i + 1).map_or(sentence.end, |c| c.at.0);
    let then_to =
        candidates.get(i + 1).is_some() && format!("{} ", page.words(at.1, to)).contains(" to ");
    // "To good from inadequate".
    let lead = words.trim_end_matches(['"', '\'', ' ']);
    let back = [" from", " from a", " from an", " from its", " from the"]
        .iter()
        .any(|w| lead.ends_with(w) || lead == w.trim_start())
        && ![" away", " far", " different", " apart"]
            .iter()
            .any(|w| lead.contains(&format!("{w} from")));
    marked
        || back
        || NOTED.is_match(page.words(sentence.start, at.0))
        || marks::is_left_behind(page, sentence, at)
        || (from_word && then_to)
}

fn is_before_mark(page: &Page, hit: &Hit, grade: usize) -> bool {
    let words = page.words(hit.start, hit.end);
    let limit = if words.starts_with("since") || words.starts_with("when") { 8 } else { 6 };
    // "28 points out of 36 and a rating of good" leaves nothing behind.
    let limit = if words.ends_with("out of") { 2 } else { limit };
    hit.kind == Kind::Before
        && distance(page, hit.end, grade) <= limit
        && !breaks(page, hit.end, grade)
        && !is_spent(page.words(hit.end, grade))
}

/// "Tops its own score with 'outstanding'", "56 points out of 100 and good": the mark has its thing.
fn is_spent(between: &str) -> bool {
    between.contains(" with ")
        || between.contains(" and ")
            && between.split(' ').any(|w| w.parse::<u16>().is_ok_and(|n| n <= 100))
}

/// Words of an earlier inspection in the clause, and none of the present one nearer.
fn is_earlier(page: &Page, sentence: &Sentence, candidates: &[Candidate], i: usize) -> bool {
    let at = candidates[i].at;
    let from = if i == 0 { sentence.start } else { candidates[i - 1].at.1 };
    let to = candidates.get(i + 1).map_or(sentence.end, |c| c.at.0);
    let from = page.words(from, at.0.max(from)).rfind(';').map_or(from, |stop| from + stop + 1);
    let to = page.words(at.1.min(to), to).find(';').map_or(to, |stop| at.1 + stop);
    let gap = |h: &Hit| distance(page, h.end, at.0).max(distance(page, at.1, h.start));
    let earlier = page
        .hits_in(from, to)
        .filter(|h| h.kind == Kind::Earlier && !is_comparison(page, sentence, h.start, h.end, at.0))
        .filter(|h| !is_of_the_one_before(page, candidates, i, h))
        .map(gap)
        .min();
    let now = page.hits_in(from, to).filter(|h| h.kind == Kind::Now).map(gap).min();
    earlier.is_some_and(|e| e <= 14 && now.is_none_or(|n| e < n))
}

/// "Good at its last inspection, it is now inadequate": words that close the clause of the grade before.
fn is_of_the_one_before(page: &Page, candidates: &[Candidate], i: usize, hit: &Hit) -> bool {
    let Some(before) = i.checked_sub(1).map(|i| candidates[i].at) else { return false };
    let at = candidates[i].at.0;
    before.1 <= hit.start
        && hit.end <= at
        && distance(page, before.1, hit.start) <= 5
        && page.words(hit.end, at).contains(',')
}

/// "Improved since the last inspection and rated good": compared with it, not said of it.
fn is_comparison(page: &Page, sentence: &Sentence, start: usize, end: usize, grade: usize) -> bool {
    // "Good, five years after they were called inadequate".
    let words = page.words(start, end);
    if words.starts_with("than ") {
        return grade < start;
    }
    if words.starts_with("years ") || words.starts_with("months ") {
        return !words.ends_with(" ago") && !words.ends_with(" earlier") && grade < start;
    }
    let before = page.words(sentence.start, start);
    let compared = before
        .trim_end()
        .rsplit(' ')
        .take(3)
        .any(|w| matches!(w, "since" | "than" | "from" | "on" | "after" | "following"));
    let said_of_it = start < grade
        && distance(page, end, grade) <= 8
        && page.words(end.min(grade), grade).contains("which");
    compared && !said_of_it
}
