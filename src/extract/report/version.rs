//! Which version of its framework a document belongs to, and what that version grades.
//!
//! The first day of the fieldwork decides. Where no date is known, or the judgement table has all
//! rows of another version and not of this one, the table is asked.

use super::grades::{self, Graded, Sources};
use super::trace::{Trace, span};
use crate::knowledge::reports::Shape;
use crate::knowledge::{Framework, Knowledge};
use crate::model::date::DateRange;
use crate::model::framework::{Event, FrameworkId};
use crate::model::reading::{Basis, Judgement};

/// With what a whole letter ends.
const FAREWELLS: [&str; 2] = ["Yours sincerely", "Yours faithfully"];

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
    sources: &Sources,
    knowledge: &'k Knowledge,
    trace: &mut Trace,
) -> Version<'k> {
    let all = versions(shape, knowledge);
    let covers = |f: &Framework| inspected.is_some_and(|days| f.covers(days.from));
    let fitting: Vec<&Framework> = all.iter().copied().filter(|f| covers(f)).collect();
    let mut tabled = None;
    if shape.event == Event::Inspection && all.len() > 1 {
        let read = |f: &'k Framework| {
            let graded = grades::graded(f, shape.event, sources, &knowledge.frameworks);
            (f, graded.judgements.len(), graded.missing.is_empty())
        };
        let (_, dated, complete) = fitting.first().map_or((all[0], 0, false), |f| read(f));
        let rival = all.iter().map(|f| read(f)).filter(|(_, rows, whole)| *whole && *rows > dated);
        tabled = rival.max_by_key(|(_, rows, _)| *rows).filter(|_| !complete).map(|(f, ..)| f);
    }
    let only = (all.len() == 1).then(|| all[0]);
    let framework = tabled.or(fitting.last().copied()).or(only);
    let fits = |f: &Framework| fitting.iter().any(|other| other.id == f.id);
    let version = Version {
        framework,
        outside: inspected.is_some() && framework.is_some_and(|f| !fits(f)),
        ambiguous: fitting.len() > 1 || (inspected.is_none() && framework.is_none()),
    };
    told(&version, inspected, trace);
    version
}

/// Frameworks that publish in this shape, oldest first.
pub fn versions<'k>(shape: &Shape, knowledge: &'k Knowledge) -> Vec<&'k Framework> {
    let get = |id: &FrameworkId| knowledge.frameworks.get(id);
    shape.frameworks.iter().filter_map(get).collect()
}

fn told(version: &Version, inspected: Option<DateRange>, trace: &mut Trace) {
    match version.framework.map(|f| f.id.as_str()) {
        Some(id) if version.outside => {
            let reason =
                "judgement table or title show it, though it did not apply on the first day";
            trace.likely("framework", id, reason, &[]);
        }
        Some(id) if inspected.is_some() => {
            trace.sure("framework", id, "the fieldwork began while it applied", &[]);
        }
        Some(id) => trace.likely("framework", id, "judgement table or title show it", &[]),
        None => trace.nothing("framework", "neither dates nor table decide between versions"),
    }
}

/// Reads the grades of the version chosen.
pub fn graded(
    shape: &Shape,
    version: &Version,
    sources: &Sources,
    knowledge: &Knowledge,
    trace: &mut Trace,
) -> Graded {
    let Some(framework) = version.framework else {
        trace.nothing("judgements", "which are given depends on the framework version");
        return Graded::default();
    };
    let mut graded = grades::graded(framework, shape.event, sources, &knowledge.frameworks);
    otherwise(framework, shape, sources, &mut graded);
    for judgement in &graded.judgements {
        let field = format!("judgement {}", judgement.id);
        let spans: Vec<_> = judgement.evidence.iter().map(span).collect();
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

/// Gives the grade that a whole letter implies by not saying otherwise.
fn otherwise(framework: &Framework, shape: &Shape, sources: &Sources, graded: &mut Graded) {
    let words = sources.whole.words();
    let farewell = FAREWELLS.iter().find_map(|f| words.rfind(f).map(|at| at..at + f.len()));
    let Some(end) = farewell else { return };
    for id in std::mem::take(&mut graded.missing) {
        let spec = framework.judgement(&id, shape.event);
        match spec.and_then(|spec| spec.otherwise.clone()) {
            Some(grade) => graded.judgements.push(Judgement {
                id,
                grade,
                basis: Basis::Implied,
                evidence: sources.whole.evidence(end.clone()),
            }),
            None => graded.missing.push(id),
        }
    }
}
