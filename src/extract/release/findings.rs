//! What a release found: grades, what must improve, earlier grades, and the doubts about them.

use crate::extract::release::claims::Claim;
use crate::extract::release::framework::Version;
use crate::extract::release::mood::Scope;
use crate::extract::release::outcomes::{self, Grading};
use crate::extract::release::page::Page;
use crate::extract::release::priorities::{self, Improvement};
use crate::extract::release::progress;
use crate::extract::release::trace::Trace;
use crate::extract::release::when::Dates;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::framework::{Event, GradeId};
use crate::model::reading::{Basis, Judgement, PreviousGrade};
use crate::model::text::Span;

/// What is known of the inspection that a release speaks of before its findings are read.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// When it was.
    pub dates: &'a Dates,
    /// All claims.
    pub claims: &'a [Claim<'a>],
    /// The framework version.
    pub version: &'a Version,
    /// The kind of visit.
    pub event: Event,
    /// The judgement that is the result as a whole.
    pub main: &'static str,
}

/// What a release finds, before it is known whether it tells an inspection.
#[derive(Debug)]
pub struct Findings {
    /// Grades.
    pub judgements: Vec<Judgement>,
    /// What must improve.
    pub improvement: Improvement,
    /// Grades of earlier inspections.
    pub previous: Vec<PreviousGrade>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Reads grades, what must improve and earlier grades.
pub fn findings(page: &Page, scope: &Scope, known: &Known, trace: &mut Trace) -> Findings {
    let &Known { dates, claims, version, event, main } = known;
    let grading = Grading::new(page, version, event);
    let (judgements, mut doubts) = results(page, known, &grading);
    trace.judgements(&judgements, claims, page);
    let improvement = priorities::areas(page, scope, event);
    let spans = priorities::spans(&improvement.areas);
    let count = improvement.areas.len().to_string();
    trace.some("improvement areas", &count, "lists and sentences of what must improve", spans);
    trace.passed(|| priorities::passed_over(page, scope, &improvement));
    // A visit gives no grade of its own: those it tells are of full inspections.
    let full = is_visit(event).then(|| Grading::new(page, version, Event::Inspection));
    let earlier = full.as_ref().unwrap_or(&grading);
    let previous = outcomes::previous(page, claims, earlier, main, dates.year(), full.is_some());
    add_doubts(&mut doubts, page, known, &grading, &judgements);
    if scope.area.is_none() {
        doubts.push(Doubt {
            code: DoubtCode::AreaNotStated,
            message: "The release names no local authority area.".into(),
        });
    }
    Findings { judgements, improvement, previous, doubts }
}

fn is_visit(event: Event) -> bool {
    matches!(event, Event::FocusedVisit | Event::MonitoringVisit)
}

/// Judgements from claims, or from what takes the place of grades in local area SEND inspections.
fn results(page: &Page, known: &Known, grading: &Grading) -> (Vec<Judgement>, Vec<Doubt>) {
    let &Known { dates, claims, event, main, .. } = known;
    if is_visit(event) {
        return (Vec::new(), Vec::new());
    }
    let old_send = grading.framework.is_some_and(|f| f.id.as_str() == "local-area-send-2016");
    if !old_send {
        return outcomes::judgements(page, claims, grading, main);
    }
    let (found, yes, no) = match event {
        Event::Revisit => {
            (progress::progress(page), "sufficient-progress", "insufficient-progress")
        }
        _ => {
            let year = dates.inspected.map(|i| i.range.from.year());
            (progress::statement(page, year), "wsoa", "no-wsoa")
        }
    };
    let judgement = |(is, span): (bool, Span)| Judgement {
        id: main.into(),
        grade: GradeId::from(if is { yes } else { no }),
        basis: Basis::Stated,
        evidence: vec![page.text.evidence(span)],
    };
    (found.map(judgement).into_iter().collect(), Vec::new())
}

fn add_doubts(
    doubts: &mut Vec<Doubt>,
    page: &Page,
    known: &Known,
    grading: &Grading,
    judgements: &[Judgement],
) {
    let &Known { dates, version, main, .. } = known;
    let mut add = |code: DoubtCode, message: String| doubts.push(Doubt { code, message });
    if let Some((code, message)) = &version.doubt {
        add(*code, message.clone());
    }
    if let Some(found) = dates.inspected.filter(|f| f.inferred) {
        add(
            DoubtCode::DateInferred,
            format!("The inspection date is resolved from \"{}\".", page.text.slice(found.span)),
        );
    }
    if let Some(span) = dates.impossible {
        let words = page.text.slice(span);
        let message =
            format!("The release tells an inspection of \"{words}\", after its own publication.");
        add(DoubtCode::ConflictingDates, message);
    }
    let has_main = grading.specs.iter().any(|s| s.id.as_str() == main);
    let conflict = doubts.iter().any(|d| d.code == DoubtCode::ConflictingGrades);
    if has_main && !judgements.iter().any(|j| j.id.as_str() == main) && !conflict {
        doubts.push(Doubt {
            code: DoubtCode::GradeNotStated,
            message: "The release tells an inspection but not its overall result.".into(),
        });
    }
    doubts.sort();
    doubts.dedup();
}
