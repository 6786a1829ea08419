//! Grades as reports print them: rows of the judgement table, and the framework's own sentences.
//!
//! Invariant: a row without a grade beside it gives none.

use std::ops::Range;

use super::flow::Flow;
use crate::knowledge::{Framework, Frameworks, JudgementSpec, Scale};
use crate::model::framework::{Event, GradeId, JudgementId};
use crate::model::reading::{Basis, Judgement};

/// How far behind its row's label a grade may stand, in bytes: the rest of the label and a line.
const ROW_REACH: usize = 48;
/// How near two outcome sentences that contradict each other make both doubtful, in bytes.
const OUTCOME_REACH: usize = 3000;

/// How far before the framework's own sentence the word that makes it a question may stand, in bytes.
const ASKED_REACH: usize = 120;

/// One grade found, with its place in the flow.
#[derive(Debug)]
struct Found<'k> {
    spec: &'k JudgementSpec,
    grade: &'k GradeId,
    at: Range<usize>,
}

/// What the rows and sentences of one framework version give.
#[derive(Debug, Default)]
pub struct Graded {
    /// The grades.
    pub judgements: Vec<Judgement>,
    /// Judgements of the framework that the document gives no grade for.
    pub missing: Vec<JudgementId>,
    /// Judgements for which it says two things.
    pub conflicting: Vec<JudgementId>,
}

/// The parts of a document that grades are read from.
#[derive(Debug)]
pub struct Sources<'d, 't> {
    /// Its opening, with the judgement table.
    pub opening: &'d Flow<'t>,
    /// All of it.
    pub whole: &'d Flow<'t>,
    /// Its headings, which repeat the grades.
    pub headings: &'d [&'t str],
    /// Where the opening has rows of any version's table, as [`labels`] finds them.
    pub labels: Vec<Range<usize>>,
}

/// Finds the labels of judgement rows of all `versions`. A label that is part of a longer one is
/// not a row: "children in care" inside "children in care and care leavers".
pub fn labels(versions: &[&Framework], opening: &Flow) -> Vec<Range<usize>> {
    let specs = versions.iter().flat_map(|f| &f.judgements);
    let rows = specs.flat_map(|spec| &spec.rows);
    let mut all: Vec<_> =
        rows.flat_map(|row| row.all(opening.words())).map(|m| m.range()).collect();
    all.sort_by_key(|label| (label.start, std::cmp::Reverse(label.end)));
    let mut labels: Vec<Range<usize>> = Vec::new();
    for label in all {
        if labels.last().is_none_or(|last| label.start >= last.end) {
            labels.push(label);
        }
    }
    labels
}

/// Reads what `framework` grades from the opening, and from the whole document where needed.
pub fn graded(
    framework: &Framework,
    event: Event,
    sources: &Sources,
    frameworks: &Frameworks,
) -> Graded {
    let (opening, whole) = (sources.opening, sources.whole);
    let mut all = Graded::default();
    for spec in framework.judgements.iter().filter(|spec| spec.event == event) {
        let Some(scale) = frameworks.scale(&spec.scale) else { continue };
        let reach = if spec.anywhere { whole } else { opening };
        let row = row(spec, scale, sources).map(|found| (found, opening));
        let row = row.or_else(|| sentence(spec, scale, reach).map(|found| (found, reach)));
        match row {
            Some((found, flow)) => {
                all.judgements.push(judgement(&found, Basis::Stated, flow));
                if contradicted(&found, scale, sources.headings) {
                    all.conflicting.push(spec.id.clone());
                }
            }
            None => outcome(spec, whole, &mut all),
        }
    }
    all
}

fn judgement(found: &Found, basis: Basis, flow: &Flow) -> Judgement {
    Judgement {
        id: found.spec.id.clone(),
        grade: found.grade.clone(),
        basis,
        evidence: flow.evidence(found.at.clone()),
    }
}

/// Finds the first row of the judgement that has its grade before anything else. Where rows were
/// run together, all labels stand before all grades: the first grade is that of the first label.
fn row<'k>(spec: &'k JudgementSpec, scale: &'k Scale, sources: &Sources) -> Option<Found<'k>> {
    let words = sources.opening.words();
    let labels = &sources.labels;
    spec.rows.iter().flat_map(|row| row.all(words)).find_map(|place| {
        let own = labels.iter().position(|l| l.start <= place.start() && place.end() <= l.end)?;
        if labels[own].len() > place.len() {
            return None;
        }
        let joined = |n: usize| beside(&words[labels[n].end..labels[n + 1].start]);
        let first = (0..own).rev().take_while(|n| joined(*n)).last().unwrap_or(own);
        let last = (own..labels.len() - 1).take_while(|n| joined(*n)).last().map_or(own, |n| n + 1);
        let grades = grades_behind(words, labels[last].end, scale);
        if last > first && grades.len() != last - first + 1 {
            return None;
        }
        let (grade, at) = grades.into_iter().nth(own - first)?;
        let at = if last > first { at } else { place.start()..at.end };
        Some(Found { spec, grade, at })
    })
}

/// The grades that stand behind byte `from`, one after the other with nothing in between.
fn grades_behind<'k>(
    words: &str,
    mut from: usize,
    scale: &'k Scale,
) -> Vec<(&'k GradeId, Range<usize>)> {
    let mut grades = Vec::new();
    while let Some((grade, at)) = scale.first_in(&words[from..floor(words, from + ROW_REACH)])
        && beside(&words[from..from + at.start])
    {
        let start = from + at.start;
        from = whole_grade(words, start, scale);
        grades.push((&grade.id, start..from));
    }
    grades
}

/// The end of the grade that begins at `start`, also where the row's reach cut it.
fn whole_grade(words: &str, start: usize, scale: &Scale) -> usize {
    let reach = floor(words, start + ROW_REACH);
    scale.first_in(&words[start..reach]).map_or(start, |(_, at)| start + at.end)
}

/// Whether nothing but the end of a label, or the number of the next, stands in between.
fn beside(between: &str) -> bool {
    let mark = |c: char| c.is_ascii_punctuation() || c.is_ascii_digit() || "–—’|".contains(c);
    between.chars().all(|c| c.is_whitespace() || mark(c))
}

fn sentence<'k>(spec: &'k JudgementSpec, scale: &'k Scale, opening: &Flow) -> Option<Found<'k>> {
    let words = opening.words();
    spec.sentences.iter().flat_map(|sentence| sentence.captures(words)).find_map(|found| {
        let (all, group) = (found.get(0)?, found.name("grade")?);
        let (grade, _) = scale.first_in(group.as_str())?;
        Some(Found { spec, grade: &grade.id, at: opening.sentence(all.range()) })
    })
}

/// Whether a heading of the findings repeats the judgement with another grade.
fn contradicted(found: &Found, scale: &Scale, headings: &[&str]) -> bool {
    headings.iter().any(|heading| {
        let mut places = found.spec.rows.iter().filter_map(|row| row.find(heading));
        let rest = places.next().map(|place| &heading[place.end()..]);
        let grade = rest.and_then(|rest| scale.first_in(rest));
        grade.is_some_and(|(grade, _)| grade.id != *found.grade)
    })
}

/// Finds the framework's own sentence; two that differ close to each other give nothing.
fn outcome(spec: &JudgementSpec, whole: &Flow, all: &mut Graded) {
    let words = whole.words();
    let mut found: Vec<Found> = spec
        .outcomes
        .iter()
        .filter_map(|outcome| {
            let all = outcome.says.iter().flat_map(|says| says.all(words));
            let told = all.map(|m| m.range()).filter(|at| !is_asked(words, at.start));
            let at = told.min_by_key(|at| at.start)?;
            Some(Found { spec, grade: &outcome.grade, at })
        })
        .collect();
    found.sort_by_key(|f| f.at.start);
    match found.as_slice() {
        [first, second, ..] if second.at.start < first.at.start + OUTCOME_REACH => {
            all.conflicting.push(spec.id.clone());
        }
        [first, ..] => {
            let at = whole.sentence(first.at.clone());
            let first = Found { spec, grade: first.grade, at };
            all.judgements.push(judgement(&first, Basis::Stated, whole));
        }
        [] => all.missing.push(spec.id.clone()),
    }
}

/// Whether the sentence only asks what follows byte `at`: "to decide whether the area has ...".
fn is_asked(words: &str, at: usize) -> bool {
    let before = &words[floor(words, at.saturating_sub(ASKED_REACH))..at];
    before.rsplit(['.', ':']).next().is_some_and(|sentence| sentence.contains(" whether "))
}

/// The last character boundary at or before `at`.
fn floor(words: &str, at: usize) -> usize {
    let mut at = at.min(words.len());
    while !words.is_char_boundary(at) {
        at -= 1;
    }
    at
}
