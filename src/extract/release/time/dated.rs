//! Years to grades: each year of a sentence belongs to the grade that is told of it.

use std::sync::LazyLock;

use regex::Regex;

use super::{in_figures, years};
use crate::extract::release::claims::{Candidate, distance};
use crate::extract::release::earlier;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// What follows is compared with, and its year is its own.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:years?|months) (?:after|since|on from|before)|, (?:after|following) ")
        .expect("fixed grammar")
});

/// "2019, when services were called inadequate": what follows tells the year.
static THEN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^,? (?:when|where|in which|at which) ").expect("fixed grammar"));
/// "Where in 2019 it had been inadequate": a year that leads a clause, and the clause.
static LED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:^|[,;(] ?|\b(?:where|when|while|whereas|whilst|but|and) )(?:back )?in (?:[a-z]+ )?$",
    )
    .expect("fixed grammar")
});
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^,? (?:it|they|we|this|its|their|our|the|services?|inspectors|ofsted|hmip|(?:[a-z]+ )?(?:was|were|had|got|rated|judged)) ")
        .expect("fixed grammar")
});

/// "In 2012, again in 2013 and most recently in May 2015": the last inspection of those told.
fn runs(page: &Page, sentence: &Sentence, scope: &Scope) -> Vec<(usize, usize, i16)> {
    let mut runs: Vec<(usize, usize, i16)> = Vec::new();
    for (start, end, year) in years(page, sentence, Some(scope)) {
        // "Inadequate in 2019 and in 2024 it is good".
        let opens =
            |link: &str| link.contains(" in ") && CLAUSE.is_match(page.words(end, sentence.end));
        let goes_on = |until: usize| {
            let link = if until <= start { page.words(until, start) } else { "" };
            MORE.is_match(link) && !opens(link) && scope.known.is_none_or(|known| year < known)
        };
        match runs.last_mut() {
            Some(run) if goes_on(run.1) => *run = (run.0, end, run.2.max(year)),
            _ => runs.push((start, end, year)),
        }
    }
    runs
}

static MORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:,| and|, and|,? then|,? and then) (?:(?:then|again|once more|more recently|most recently|later|lastly|latterly) )*(?:in )?(?:[a-z]+ )?$")
        .expect("fixed grammar")
});

/// Gives each year to the nearest grade within twelve words, the one before it on a tie.
pub fn bind(
    page: &Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    scope: &Scope,
) -> Vec<Option<i16>> {
    let mut bound: Vec<Option<(usize, i16)>> = vec![None; candidates.len()];
    for (start, end, year) in runs(page, sentence, scope) {
        // "Unchanged from 2019: good" is told of both.
        let unchanged = |h: &Hit| h.kind == Kind::Same && distance(page, h.end, start) == 0;
        let lead = page.words(sentence.start, start);
        // "In 2019, as in 2016, it was inadequate", "in both 2016 and 2019": the one inspection told.
        let likewise =
            [", as in ", ", as it was in ", ", like in "].iter().any(|w| lead.ends_with(w))
                && in_figures(lead).next().is_some();
        if likewise || page.hits_in(sentence.start, start).any(unchanged) {
            continue;
        }
        let next = candidates.iter().find(|c| end <= c.at.0);
        let leads = next.is_some_and(|c| {
            let onward = page.words(end, c.at.0);
            !onward.trim_start_matches(',').contains([';', ','])
                && (THEN.is_match(onward)
                    || (LED.is_match(page.words(sentence.start, start)) && CLAUSE.is_match(onward)))
        });
        let gaps = candidates.iter().enumerate().filter_map(|(i, c)| {
            let (from, to) = if c.at.1 <= start { (c.at.1, start) } else { (end, c.at.0) };
            let between = if from < to { page.words(from, to) } else { "" };
            // "The grade given in 2019, and is now good": the year is of what stands before it.
            let onward = end <= c.at.0
                && !leads
                && (between.trim_start_matches(',').starts_with(" to ")
                    || (i > 0 && (between.contains(" and ") || between.starts_with(','))));
            let then = c.at.1 <= start
                && (page.words(start, end).ends_with(" after")
                    || (leads && distance(page, c.at.1, start) > 1));
            let matched = c.at.1 <= start && earlier::is_same_as(between);
            let apart = matched
                || [";", ", but ", " but ", ", while ", " than "]
                    .iter()
                    .any(|b| between.contains(b))
                || between.matches(" - ").count() % 2 == 1
                || between.contains(" before that")
                || AFTER.is_match(between)
                || page.hits_in(from.min(to), to).any(|h| h.kind == Kind::Same);
            // "2019: requires improvement".
            let led = end <= c.at.0 && between.trim_end_matches(['"', '\'', ' ']).ends_with(':');
            let gap = 2 * distance(page, from, to) + usize::from(!led);
            (!apart && !onward && !then).then_some((gap, c.at.0 > start, i))
        });
        if let Some((gap, _, i)) = gaps.min().filter(|(gap, _, _)| *gap <= 25)
            && bound[i].is_none_or(|(other, _)| gap < other)
        {
            bound[i] = Some((gap, year));
        }
    }
    bound.into_iter().map(|b| b.map(|(_, year)| year)).collect()
}
