//! Earlier inspections that other words than a grade point to: "the same result as in 2019", and the
//! year of the one earlier inspection that a release names.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::area::Mention;
use crate::extract::release::binding::What;
use crate::extract::release::claims::{Claim, distance};
use crate::extract::release::mood::{Mood, Scope};
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::time::{self, When};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::framework::JudgementId;
use crate::model::reading::PreviousGrade;
use crate::model::text::Span;

/// "The same grade had been given in 2019": the grade just told, of an earlier inspection.
pub fn same<'k>(
    page: &Page,
    sentence: &Sentence,
    last: Option<&Claim<'k>>,
    scope: &Scope,
) -> Option<Claim<'k>> {
    let last = last.filter(|l| l.mood == Mood::Stated && matches!(l.when, When::Now(_)))?;
    let said = || {
        let words = page.words(sentence.start, sentence.end);
        is_same_as(words) || is_of_now_too(words)
    };
    if page.in_sentence(sentence, Kind::Same).next().is_none() && !said() {
        return None;
    }
    let known = scope.known.or(scope.year);
    let told = page.has(sentence, Kind::Earlier);
    let past = time::years(page, sentence, Some(scope))
        .into_iter()
        .map(|(.., year)| year)
        .filter(|year| known.is_some_and(|k| *year < k) || told && scope.known.is_none())
        .max();
    let own = |m: &Mention| Some(page.knowledge.areas.series_code(&m.area)) == scope.area;
    let mut areas = page.mentions_in(sentence).peekable();
    if areas.peek().is_some() && !areas.any(own) {
        return None;
    }
    // "The rating has not moved" denies a change.
    let inside = |n: &Hit| {
        page.in_sentence(sentence, Kind::Same).any(|h| h.start <= n.start && n.end <= h.end)
    };
    let denied = page.in_sentence(sentence, Kind::Negation).any(|n| !inside(n))
        || page.has(sentence, Kind::Hope);
    let said = |h: &Hit| page.words(h.start, h.end).ends_with(" before");
    let before = past.is_some() || told || page.in_sentence(sentence, Kind::Same).any(said);
    let span = page.span(sentence);
    (before && !denied).then(|| Claim {
        when: When::Before(past),
        again: false,
        span,
        ..last.clone()
    })
}

/// "The grade Leeds also got in 2019", "the word that inspectors used then".
pub fn is_same_as(words: &str) -> bool {
    SAME_AS.is_match(words)
}

/// "For the third time - 2016, 2020 and now -".
fn is_of_now_too(words: &str) -> bool {
    AND_NOW.is_match(words)
}

static AND_NOW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:19|20)\d\d,? and (?:again )?(?:now|this (?:time|year|week))(?-u:\b)")
        .expect("fixed grammar")
});

static SAME_AS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:,|-|is|was) (?:also )?the(?: very)?(?: same)? (?:grade|rating|judgement|judgment|verdict|mark|result|word|outcome|label|tag|status|conclusion)(?: that| which)?(?: [a-z']+){1,4} (?:got|had|received|earned|used|gave|heard|given|awarded|won|handed|reached|held|enjoyed)\\b")
        .expect("fixed grammar")
});

/// Decides about grades told in reported speech: where the release gives the same thing another grade
/// in its own tense, the tense of those said that they were before.
pub fn settle(claims: &mut [Claim]) {
    for i in 0..claims.len() {
        if !claims[i].reported {
            continue;
        }
        let one = &claims[i];
        let whole = |c: &Claim| matches!(c.what, What::Overall | What::Unnamed | What::Every);
        let told = |c: &Claim| matches!(c.mood, Mood::Stated | Mood::Told);
        let other = claims.iter().any(|c| {
            !c.reported
                && told(c)
                && matches!(c.when, When::Now(_))
                && c.grade != one.grade
                && (c.what == one.what || (whole(c) && whole(one)))
        });
        if let (true, When::Now(year)) = (other, claims[i].when) {
            claims[i].when = When::Before(year);
        }
    }
}

/// Gives grades without a year the year of the one earlier inspection that the release names.
pub fn date(page: &Page, previous: &mut [PreviousGrade], year: Option<i16>) {
    if previous.iter().all(|p| p.year.is_some()) {
        return;
    }
    let Some((found, span)) = only_year(page, year) else { return };
    let dated: Vec<JudgementId> =
        previous.iter().filter(|p| p.year == Some(found)).map(|p| p.id.clone()).collect();
    for entry in previous.iter_mut().filter(|p| p.year.is_none() && !dated.contains(&p.id)) {
        entry.year = Some(found);
        let evidence = page.text.evidence(span);
        if !entry.evidence.contains(&evidence) {
            entry.evidence.push(evidence);
        }
    }
}

/// The year of the earlier inspection, where all that is said of one names the same year.
fn only_year(page: &Page, before: Option<i16>) -> Option<(i16, Span)> {
    let mut found: Option<(i16, Span)> = None;
    for sentence in &page.sentences {
        let words = page.words(sentence.start, sentence.end);
        for (start, end, number) in time::in_figures(words) {
            let at = (sentence.start + start, sentence.start + end);
            // Where nothing dates the inspection told, words of an earlier one must stand by.
            let past = before.map_or_else(|| page.has(sentence, Kind::Earlier), |b| number < b);
            if !past || !is_of_inspection(page, sentence, at) {
                continue;
            }
            if found.is_some_and(|(known, _)| known != number) {
                return None;
            }
            found = found.or(Some((number, page.span(sentence))));
        }
    }
    found
}

static BEFORE_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:inspection|inspected|report|judged|rated|graded|verdict|rating|judgement|grade|(?:failings|weaknesses|faults|concerns|shortcomings) (?:found|uncovered|identified|named|exposed|raised)|most recently)(?: by ofsted| by the cqc)?,? (?:in|of|from) (?:the )?(?:spring|summer|autumn|winter|early|late|[a-z]+ber|[a-z]+ary|march|april|may|june|july|august)? ?(?:of )?$")
        .expect("fixed grammar")
});

/// "The last inspection, in 2019", "the 2019 verdict", "in 2019 inspectors found".
fn is_of_inspection(page: &Page, sentence: &Sentence, at: (usize, usize)) -> bool {
    let after = page.words(at.1, sentence.end);
    let noun = [
        " inspection",
        " report",
        " verdict",
        " judgement",
        " judgment",
        " rating",
        " visit",
        " grade",
        " findings",
    ];
    let gap = |h: &Hit| distance(page, h.end, at.0).max(distance(page, at.1, h.start));
    let near = |kind: Kind, limit: usize| {
        page.in_sentence(sentence, kind).any(|h| h.kind == kind && gap(h) <= limit)
    };
    let before = BEFORE_YEAR.is_match(page.words(sentence.start, at.0));
    let visit = page.has(sentence, Kind::Event) || page.has(sentence, Kind::National);
    let of = noun.iter().any(|n| after.starts_with(n));
    let inspectors = after.starts_with(" inspectors")
        || after.starts_with(" ofsted")
        || after.starts_with(", inspectors")
        || after.starts_with(", ofsted");
    !visit && (of || before || inspectors || near(Kind::Earlier, 4))
}
