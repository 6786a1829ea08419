//! Press releases, news items, minutes and web pages, read by the claims of their sentences.
//!
//! A grade in a sentence is a claim: who, what, which grade, when, in what mood. Results are chosen
//! from all claims of a release; where they conflict or are missing nothing is chosen, and a doubt
//! says why. Every decision, abstentions too, goes into the trace.

mod binding;
#[cfg(test)]
mod cases;
mod claims;
mod earlier;
mod folded;
mod framework;
mod grammar;
mod lines;
mod masthead;
mod mood;
mod news;
mod number;
mod outcomes;
mod page;
mod places;
mod predicate;
mod priorities;
mod programme;
mod progress;
mod rows;
mod subject;
mod time;
mod trace;
mod unread;
mod visit;
mod voice;
mod when;

use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Kind;
use crate::model::area::AreaCode;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::framework::{Event, GradeId, ProgrammeId};
use crate::model::reading::{Basis, Extraction, Judgement, Source, Telling};
use crate::model::text::{Span, Text};

use claims::{Claim, GradeWords};
pub use folded::fold;
use mood::{Mood, Scope};
use outcomes::Grading;
use page::Page;
use priorities::Improvement;
use subject::Place;
use trace::Trace;
use when::Dates;

/// Extracts a release.
pub fn extract(text: &Text, knowledge: &Knowledge) -> Extraction {
    traced(text, knowledge, Trace::default())
}

/// Extracts a release, and tells of each sentence of something to improve why it was passed over.
pub fn explain(text: &Text, knowledge: &Knowledge) -> Extraction {
    traced(text, knowledge, Trace::of_each_sentence())
}

fn traced(text: &Text, knowledge: &Knowledge, mut trace: Trace) -> Extraction {
    let page = Page::new(text, knowledge);
    let dates = when::dates(&page);
    trace.dates(&dates);
    let mut unread = Vec::new();
    let inspections = telling(&page, &dates, &mut trace, &mut unread).into_iter().collect();
    trace.doubts(&unread);
    Extraction {
        published: dates.published.map(|(p, _)| p),
        inspections,
        doubts: unread,
        decisions: trace.into_decisions(),
    }
}

/// The one inspection that the release tells, if it tells one of one area.
fn telling(
    page: &Page,
    dates: &Dates,
    trace: &mut Trace,
    unread: &mut Vec<Doubt>,
) -> Option<Telling> {
    let Some((programme, span)) = programme::programme(page) else {
        trace.untold(
            "programme",
            "no programme of inspection with an inspectorate is named",
            Vec::new(),
        );
        return None;
    };
    trace.some("programme", programme, "named most, and earliest", vec![span]);
    let area = area(page, programme, dates, trace, unread)?;
    if let Some((reason, span)) = subject::no_result(page) {
        trace.untold("inspection", reason, vec![span]);
        return None;
    }
    let id = ProgrammeId::from(programme);
    let scope = Scope {
        area: area.as_ref(),
        programme,
        year: dates.year().or_else(|| time::latest_year(page)),
        known: dates.day().map(|day| day.from.year()),
        published: dates.published.as_ref().map(|(p, _)| p.to),
    };
    let claims = recited(claims::claims(page, &scope));
    let version = framework::version(page, &id, area.as_ref(), dates, &claims);
    let graded = claims
        .iter()
        .any(|c| matches!(c.mood, Mood::Stated) && matches!(c.when, time::When::Now(_)));
    let (event, event_span) = visit::event(page, programme, version.id.as_ref(), graded);
    trace.version(&version);
    trace.some(
        "event",
        event.as_str(),
        "the kind of visit that is named, else a full inspection",
        event_span.into_iter().collect(),
    );
    let grading = Grading::new(page, &version, event);
    let main = if programme == "send" { "outcome" } else { "overall" };
    let year = dates.inspected.map(|i| i.range.from.year());
    let (judgements, mut doubts) = results(page, &claims, &grading, main, event, year);
    trace.judgements(&judgements, &claims, page);
    let improvement = priorities::areas(page, &scope, event);
    trace.some(
        "improvement areas",
        &improvement.areas.len().to_string(),
        "lists and sentences of what must improve",
        priorities::spans(&improvement.areas),
    );
    trace.passed(|| priorities::passed_over(page, &scope, &improvement));
    let Improvement { areas: improvement_areas, outright, .. } = improvement;
    let full = Grading::new(page, &version, Event::Inspection);
    let graded = if is_visit(event) { &full } else { &grading };
    let previous = outcomes::previous(page, &claims, graded, main, dates.year(), is_visit(event));
    let anchor = news::anchor(page, &claims);
    trace.report(page, anchor);
    let told = news::Told {
        anchor,
        area: area.as_ref(),
        dated: dates.inspected.is_some(),
        claims: &claims,
        judgements: &judgements,
        listed: !improvement_areas.is_empty(),
        improves: outright,
    };
    if let Some(reason) = news::untold(page, told) {
        trace.untold("inspection", reason, Vec::new());
        return None;
    }
    let area = area.and_then(|code| page.knowledge.areas.series(&code));
    let official = subject::is_official(page);
    let national = page.sentences.iter().take(4).any(|s| page.has(s, Kind::National));
    let provider = !official && page.sentences.iter().take(3).any(|s| page.has(s, Kind::Provider));
    let empty =
        judgements.is_empty() && (improvement_areas.is_empty() && !official || anchor.is_none());
    if area.is_none() && (national || provider || empty) {
        trace.untold("inspection", "neither an area nor its own result is told", Vec::new());
        return None;
    }
    add_doubts(&mut doubts, page, dates, &version, &grading, &judgements, main);
    if area.is_none() {
        doubts.push(Doubt {
            code: DoubtCode::AreaNotStated,
            message: "The release names no local authority area.".into(),
        });
    }
    trace.doubts(&doubts);
    unread.extend(unread::of_another_programme(page, &claims));
    Some(Telling {
        area,
        programme: id,
        framework: version.id,
        event,
        inspected: dates.inspected.map(|i| i.range),
        judgements,
        improvement_areas,
        previous,
        doubts,
        source: Source::Release,
    })
}

/// The area, none within where none is named; none at all where several share the release.
fn area(
    page: &Page,
    programme: &str,
    dates: &Dates,
    trace: &mut Trace,
    unread: &mut Vec<Doubt>,
) -> Option<Option<AreaCode>> {
    match subject::place(page, dates.day()) {
        Place::One(code, span) => {
            trace.some(
                "area",
                &code.0,
                "the area that the title, the first sentences and the bodies named speak of",
                vec![span],
            );
            Some(Some(code))
        }
        Place::Unnamed => {
            trace.none("area", "no local authority area is named", Vec::new());
            Some(None)
        }
        Place::RoundUp(spans) => {
            trace.untold("area", "several areas share the release", spans);
            None
        }
        Place::Several(spans) => {
            unread.extend(unread::of_some_area(page, programme, &spans));
            trace.untold("area", "several areas share the release", spans);
            None
        }
    }
}

fn is_visit(event: Event) -> bool {
    matches!(event, Event::FocusedVisit | Event::MonitoringVisit)
}

/// A text that gives every grade of a scale in its own sentences explains the scale.
fn recited(mut claims: Vec<Claim>) -> Vec<Claim> {
    let mut sentences: Vec<&str> = claims
        .iter()
        .filter_map(|c| match c.grade {
            GradeWords::Sentence(s) if c.mood == Mood::Stated => Some(s),
            _ => None,
        })
        .collect();
    sentences.sort_unstable();
    sentences.dedup();
    if sentences.len() >= 3 {
        for claim in claims.iter_mut().filter(|c| matches!(c.grade, GradeWords::Sentence(_))) {
            claim.mood = Mood::Recited;
        }
    }
    claims
}

/// Judgements from claims, or from what takes the place of grades in local area SEND inspections.
fn results(
    page: &Page,
    claims: &[Claim],
    grading: &Grading,
    main: &str,
    event: Event,
    year: Option<i16>,
) -> (Vec<Judgement>, Vec<Doubt>) {
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
        _ => (progress::statement(page, year), "wsoa", "no-wsoa"),
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
    dates: &Dates,
    version: &framework::Version,
    grading: &Grading,
    judgements: &[Judgement],
    main: &str,
) {
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
