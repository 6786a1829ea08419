//! What a report's summary says of the inspection before it.
//!
//! Only the overall grade with its year counts. A sentence tells one where words of judging lead to
//! a grade and a year of an inspection stands beside them; clauses about one service or the present,
//! and years of visits, are left alone, and so is a year that is not past.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::flow::Flow;
use super::sections::is_heading;
use super::sentences;
use super::trace::{Trace, span};
use crate::knowledge::reports::{Shape, Summary};
use crate::knowledge::{Framework, Knowledge, Scale};
use crate::model::date::DateRange;
use crate::model::framework::{Event, JudgementId};
use crate::model::reading::PreviousGrade;
use crate::model::text::{Block, Text};

/// How much of the summary is read, in bytes.
const LENGTH: usize = 9000;
/// The judgement that such sentences tell.
const OVERALL: &str = "overall";
/// How far from a year the words that say whose it is may stand, in bytes.
const BESIDE: usize = 70;
/// How far behind a grade its year may stand, in bytes.
const BEHIND: usize = 160;

/// How far behind a grade its year and no other stands, in bytes: "to be good in November".
const AT_ONCE: usize = 26;

static YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)20\d\d(?-u:\b)").expect("a fixed pattern"));

/// What stands between years in a row: "in 2015 and again in March 2018".
static ROW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^,?(?: and)?(?: then)?(?: again)?(?: in)?(?: [A-Z][a-z]+)? ?$")
        .expect("a fixed pattern")
});

/// Reads the grades given before, the latest first, from what stands behind the judgement table, which ends at `table`.
pub fn previous(
    (shape, framework): (&Shape, Option<&Framework>),
    (text, body, table): (&Text, &[&Block], usize),
    inspected: Option<DateRange>,
    knowledge: &Knowledge,
    trace: &mut Trace,
) -> Vec<PreviousGrade> {
    let Some(summary) = &shape.summary else { return Vec::new() };
    let Some(scale) = scale(shape, framework, knowledge) else { return Vec::new() };
    let behind = body.iter().copied().skip_while(|b| b.span.start < table);
    let blocks = behind.take_while(|b| !is_heading(&summary.before, text, b));
    let flow = Flow::of(text, blocks, LENGTH);
    let mut found: Vec<PreviousGrade> = Vec::new();
    let mut before: Option<(i16, Range<usize>)> = None;
    for sentence in sentences::all(flow.words()) {
        let words = &flow.words()[sentence.clone()];
        let years = years(words, summary);
        let mut told = told(words, &years, summary, scale);
        let mut at = sentence.clone();
        // "... inspected in 2018. At that time, services were judged to be good."
        if years.is_empty()
            && let Some((year, dated)) = &before
            && summary.then.iter().any(|then| then.is_in(words))
        {
            told.extend(grades(words, summary, scale).map(|(grade, _)| (grade, *year)).take(1));
            at.start = dated.start;
        }
        before = years.last().map(|(year, _)| (*year, sentence.clone()));
        for (grade, year) in told {
            let past = inspected.is_none_or(|days| year < days.from.year());
            if past && !found.iter().any(|p| p.year == Some(year)) {
                let evidence = flow.evidence(at.clone());
                let value = format!("{grade} in {year}");
                let spans: Vec<_> = evidence.iter().map(span).collect();
                let reason = "the summary tells it with its year";
                trace.likely("previous overall", &value, reason, &spans);
                let id = JudgementId::from(OVERALL);
                found.push(PreviousGrade { id, grade: grade.into(), year: Some(year), evidence });
            }
        }
    }
    found.sort_by_key(|p| std::cmp::Reverse(p.year));
    if found.is_empty() {
        trace.nothing("previous", "the summary tells no overall grade with a year before this one");
    }
    found
}

/// The scale of the overall judgement, also where the version at hand no longer gives one.
fn scale<'k>(
    shape: &Shape,
    framework: Option<&'k Framework>,
    knowledge: &'k Knowledge,
) -> Option<&'k Scale> {
    let others = shape.frameworks.iter().filter_map(|id| knowledge.frameworks.get(id));
    let spec = framework
        .into_iter()
        .chain(others)
        .find_map(|f| f.judgement(&JudgementId::from(OVERALL), Event::Inspection))?;
    knowledge.frameworks.scale(&spec.scale)
}

/// The years of a sentence that are those of inspections; of several in a row the last, which the
/// others only lead up to.
fn years(words: &str, summary: &Summary) -> Vec<(i16, Range<usize>)> {
    let all: Vec<Range<usize>> = YEAR.find_iter(words).map(|m| m.range()).collect();
    let mut kept = Vec::new();
    for (n, at) in all.iter().enumerate() {
        let next = all.get(n + 1).map_or(words.len(), |next| next.start);
        let listed = next < words.len() && ROW.is_match(&words[at.end..next]);
        let from =
            n.checked_sub(1).map_or(0, |last| all[last].end).max(floor(words, at.start, BESIDE));
        let beside = &words[from..at.start];
        let other = summary.visits.iter().any(|visit| visit.is_in(beside));
        if let Some(year) = words[at.clone()].parse().ok().filter(|_| !listed && !other) {
            kept.push((year, at.clone()));
        }
    }
    kept
}

/// The start of the `reach` bytes before `at`.
fn floor(words: &str, at: usize, reach: usize) -> usize {
    let mut from = at.saturating_sub(reach);
    while !words.is_char_boundary(from) {
        from -= 1;
    }
    from
}

/// The overall grades that a sentence tells, each with the year that follows at once ("judged good
/// in 2018"), else the nearest before it, else behind it.
fn told<'k>(
    words: &str,
    years: &[(i16, Range<usize>)],
    summary: &Summary,
    scale: &'k Scale,
) -> Vec<(&'k str, i16)> {
    if years.is_empty() {
        return Vec::new();
    }
    let dated = grades(words, summary, scale).filter_map(|(grade, at)| {
        let before = years.iter().rev().find(|(_, year)| year.end <= at.start);
        let near = |year: &Range<usize>| year.start >= at.end && year.start - at.end <= BEHIND;
        let behind = years.iter().find(|(_, year)| near(year));
        let at_once = behind.filter(|(_, year)| {
            let gap = &words[at.end..year.start];
            gap.len() <= AT_ONCE && !gap.contains(',') && !gap.contains(" and ")
        });
        at_once.or(before).or(behind).map(|(year, _)| (grade, *year))
    });
    dated.collect()
}

/// The grades that a sentence says the whole was given, with the words that say so.
fn grades<'k>(
    words: &str,
    summary: &Summary,
    scale: &'k Scale,
) -> impl Iterator<Item = (&'k str, Range<usize>)> {
    let says = summary.says.iter().map(|says| (says, true));
    let continues = summary.continues.iter().map(|says| (says, false));
    let found = says
        .chain(continues)
        .flat_map(|(says, cut)| says.captures(words).map(move |found| (found, cut)));
    found.filter_map(|(found, cut)| {
        let (all, grade) = (found.get(0)?, found.name("grade")?);
        let (known, _) = scale.first_in(grade.as_str())?;
        let rest = words[grade.end()..].trim_start();
        let often = summary.times.iter().any(|times| times.is_in(rest));
        let partial = rest.starts_with("for ") && !often && !rest.contains("overall");
        let from = if cut { clause(words, all.start(), summary) } else { 0 };
        let clause = &words[from..grade.end()];
        let whole = !partial && !summary.unless.iter().any(|unless| unless.is_in(clause));
        whole.then(|| (known.id.as_str(), all.start()..grade.end()))
    })
}

/// Where the clause that holds byte `at` begins. A comma begins one only with words of its own: in
/// "areas named in 2019, still weak" what is weak stands before it.
fn clause(words: &str, at: usize, summary: &Summary) -> usize {
    let starts = summary.clause.iter().flat_map(|clause| clause.all(&words[..at]));
    let own = |m: &regex::Match| {
        !m.as_str().ends_with(',') || words[m.end()..at].contains(char::is_alphabetic)
    };
    starts.filter(own).map(|m| m.end()).max().unwrap_or(0)
}
