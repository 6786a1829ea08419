//! Grades that are only explained: which there are, and what a score must come to.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::binding::{Bound, What};
use crate::extract::release::claims::{Candidate, GradeWords, breaks, distance};
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::extract::release::time;
use crate::knowledge::lexicon::{Hit, Kind};

/// Three or more grades without as many names, or words of explaining a scale.
pub fn is_recital(page: &Page, sentence: &Sentence, all: &[Candidate], bound: &[Bound]) -> bool {
    // "Ours is the second", "it was given the second of three possible outcomes".
    let given = |c: &Candidate| {
        let own = GIVEN.is_match(page.words(c.at.0, c.at.1));
        matches!(c.grade, GradeWords::Place(_))
            && (own
                || page.hits_in(sentence.start, c.at.0).any(|h| {
                    h.kind == Kind::Judging
                        && distance(page, h.end, c.at.0) <= 8
                        && !breaks(page, h.end, c.at.0)
                }))
    };
    if page.words(sentence.start, sentence.end).contains(" ours ") || all.iter().any(given) {
        return false;
    }
    // "A good rating starts at 63", "scores of 63 to 87 are rated good".
    let explained = |c: &Candidate| {
        let after = page.hits_in(c.at.1, sentence.end).find(|h| h.kind == Kind::Recital);
        after.is_some_and(|h| distance(page, c.at.1, h.start) == 0)
            || BAND.is_match(page.words(sentence.start, c.at.0))
    };
    if all.iter().any(explained) || is_choice(page, sentence) {
        return true;
    }
    let mut grades: Vec<&str> = page
        .hits_in(sentence.start, sentence.end)
        .filter(|h| matches!(h.kind, Kind::Grade | Kind::Outcome))
        .map(|h| h.means.rsplit('/').next().unwrap_or_default())
        .collect();
    grades.sort_unstable();
    grades.dedup();
    let named = bound.iter().filter(|b| !matches!(b.what, What::Unnamed | What::Part)).count();
    // "Good in 2015, outstanding before that, it has dropped to inadequate" is a history.
    let words = page.words(sentence.start, sentence.end);
    let told = time::in_figures(words).next().is_some();
    let history = told || page.has(sentence, Kind::Earlier) || page.has(sentence, Kind::Before);
    let led = page.in_sentence(sentence, Kind::Recital).any(|h| {
        all.iter().any(|c| {
            h.start <= c.at.0
                && distance(page, h.end, c.at.0) <= 6
                && !page.words(h.end.min(c.at.0), c.at.0).contains(';')
        })
    });
    (grades.len() >= 3 && named < 2 && !history)
        || (all.len() >= 2 && led && named == 0)
        || (led
            && sentence.voice == Voice::Release
            && !page.has(sentence, Kind::Judging)
            && !all.iter().any(|c| matches!(c.grade, GradeWords::Place(_))))
}

/// "Given the middle one".
static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:giv(?:en|es?)|gave|got|gets|received|awarded|was|is|handed|chose|choosing|picked|reached) (?:[a-z]+ ){0,2}(?:the|number) ").expect("fixed grammar")
});

/// "A rating of outstanding, good, requires improvement or inadequate": which there are.
fn is_choice(page: &Page, sentence: &Sentence) -> bool {
    let grades: Vec<&Hit> = page.in_sentence(sentence, Kind::Grade).collect();
    let between = |two: &[&Hit]| {
        page.words(two[0].end, two[1].start.max(two[0].end)).trim_matches(['"', '\'', ' '])
    };
    let row = |two: &[&Hit]| {
        two[0].means != two[1].means && matches!(between(two), "," | "or" | ", or" | "/")
    };
    let or = |two: &[&Hit]| matches!(between(two), "or" | ", or");
    grades.windows(3).any(|w| row(&w[..2]) && row(&w[1..]) && or(&w[1..]))
}

/// A stretch of scores that a grade stands for.
static BAND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:scores?|marks?|points|totals?|anything|percentages?)(?: [a-z]+){0,3} \d+(?:%| per cent)? (?:to|and|or|-) (?:\d+|more|above|over)[^.;]{0,40}$")
        .expect("fixed grammar")
});
