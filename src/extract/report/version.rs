//! Which version of its framework a document belongs to, and what that version grades.
//!
//! The first day of the fieldwork decides. Where the judgement table shows another version's rows,
//! or no date is known, the table is asked.

use super::flow::Flow;
use super::grades::{self, Graded};
use super::trace::Trace;
use crate::knowledge::reports::Shape;
use crate::knowledge::{Framework, Knowledge};
use crate::model::date::DateRange;
use crate::model::reading::{Basis, Judgement};

/// The version chosen.
#[derive(Debug, Default)]
pub struct Version<'k> {
    /// The version; none where nothing decides.
    pub framework: Option<&'k Framework>,
    /// Whether the first day lies in no version, or in another than the table shows.
    pub outside: bool,
    /// Whether several versions fit.
    pub ambiguous: bool,
}

/// Chooses the version.
pub fn chosen<'k>(
    shape: &Shape,
    inspected: Option<DateRange>,
    opening: &Flow,
    knowledge: &'k Knowledge,
    trace: &mut Trace,
) -> Version<'k> {
    let all: Vec<&Framework> =
        shape.frameworks.iter().filter_map(|id| knowledge.frameworks.get(id)).collect();
    let by_date: Vec<&Framework> = match inspected {
        Some(days) => all.iter().copied().filter(|f| f.covers(days.from)).collect(),
        None => all.clone(),
    };
    let complete = |f: &&&Framework| rows(f, &all, shape, opening, knowledge).missing.is_empty();
    let version = match (by_date.as_slice(), inspected) {
        ([one], Some(_))
            if all.len() == 1 || shape.event != crate::model::framework::Event::Inspection =>
        {
            Version { framework: Some(one), ..Version::default() }
        }
        ([one], Some(_)) => match all.iter().find(complete) {
            Some(other) if !complete(&one) && other.id != one.id => {
                Version { framework: Some(other), outside: true, ambiguous: false }
            }
            _ => Version { framework: Some(one), ..Version::default() },
        },
        (fitting, dated) => {
            let mut tabled = all.iter().filter(complete);
            let by_table = tabled.next().filter(|_| tabled.next().is_none() && all.len() > 1);
            let only = (all.len() == 1).then(|| all[0]);
            Version {
                framework: by_table
                    .copied()
                    .or(only)
                    .or(fitting.last().copied().filter(|_| dated.is_some())),
                outside: dated.is_some() && fitting.is_empty(),
                ambiguous: fitting.len() > 1 && by_table.is_none(),
            }
        }
    };
    match version.framework {
        Some(framework) => {
            let reason = if version.outside {
                "the judgement table or the title shows it, though the dates do not fit"
            } else {
                "the fieldwork began while it applied"
            };
            let days = inspected.filter(|_| !version.outside);
            match days {
                Some(_) => trace.sure("framework", framework.id.as_str(), reason, &[]),
                None => trace.likely(
                    "framework",
                    framework.id.as_str(),
                    "the title or table shows it",
                    &[],
                ),
            }
        }
        None => trace.nothing("framework", "neither dates nor table decide between versions"),
    }
    version
}

fn rows(
    framework: &Framework,
    all: &[&Framework],
    shape: &Shape,
    opening: &Flow,
    knowledge: &Knowledge,
) -> Graded {
    grades::graded((framework, all), shape.event, (opening, opening), &knowledge.frameworks)
}

/// Reads the grades of the version chosen.
pub fn graded(
    shape: &Shape,
    version: &Version,
    flows: (&Flow, &Flow),
    knowledge: &Knowledge,
    trace: &mut Trace,
) -> Graded {
    let Some(framework) = version.framework else {
        trace.nothing("judgements", "which are given depends on the framework version");
        return Graded::default();
    };
    let all: Vec<&Framework> =
        shape.frameworks.iter().filter_map(|id| knowledge.frameworks.get(id)).collect();
    let mut graded = grades::graded((framework, &all), shape.event, flows, &knowledge.frameworks);
    otherwise(framework, shape, flows.1, &mut graded);
    for judgement in &graded.judgements {
        let field = format!("judgement {}", judgement.id);
        let spans: Vec<_> = judgement.evidence.iter().map(super::trace::span).collect();
        match judgement.basis {
            Basis::Stated => {
                let reason = "row of the judgement table, or the framework's own sentence";
                trace.sure(&field, judgement.grade.as_str(), reason, &spans);
            }
            Basis::Implied => {
                let reason = "a whole letter without the sentence that would say otherwise";
                trace.likely(&field, judgement.grade.as_str(), reason, &spans);
            }
        }
    }
    for id in &graded.missing {
        trace.nothing(&format!("judgement {id}"), "no row or sentence gives it a grade");
    }
    graded
}

/// Gives the grade that a whole document implies by not saying otherwise.
fn otherwise(framework: &Framework, shape: &Shape, whole: &Flow, graded: &mut Graded) {
    let words = whole.words();
    let Some(end) = words.rfind("Yours sincerely").or_else(|| words.rfind("Yours faithfully"))
    else {
        return;
    };
    let missing = std::mem::take(&mut graded.missing);
    for id in missing {
        let spec = framework.judgement(&id, shape.event);
        match spec.and_then(|spec| spec.otherwise.clone()) {
            Some(grade) => graded.judgements.push(Judgement {
                id,
                grade,
                basis: Basis::Implied,
                evidence: whole.evidence(end..end + "Yours sincerely".len()),
            }),
            None => graded.missing.push(id),
        }
    }
}
