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
mod findings;
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
use crate::model::doubt::Doubt;
use crate::model::framework::{Event, ProgrammeId};
use crate::model::reading::{Extraction, Source, Telling};
use crate::model::text::Text;

use claims::{Claim, GradeWords};
use findings::{Findings, Known, findings};
pub use folded::fold;
use framework::Version;
use mood::{Mood, Scope};
use page::Page;
use subject::Place;
use time::When;
use trace::{Reason, Trace};
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
        let reason = "no programme of inspection with an inspectorate is named";
        trace.untold("programme", reason, Vec::new());
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
    let event = event(page, programme, &version, &claims, trace);
    let main = if programme == "send" { "outcome" } else { "overall" };
    let known = Known { dates, claims: &claims, version: &version, event, main };
    let found = findings(page, &scope, &known, trace);
    if let Some(reason) = untold(page, &scope, &known, &found, trace) {
        trace.untold("inspection", reason, Vec::new());
        return None;
    }
    trace.doubts(&found.doubts);
    unread.extend(unread::of_another_programme(page, &claims));
    Some(Telling {
        area: area.and_then(|code| page.knowledge.areas.series(&code)),
        programme: id,
        framework: version.id,
        event,
        inspected: dates.inspected.map(|i| i.range),
        judgements: found.judgements,
        improvement_areas: found.improvement.areas,
        previous: found.previous,
        doubts: found.doubts,
        source: Source::Release,
    })
}

/// The kind of visit.
fn event(
    page: &Page,
    programme: &str,
    version: &Version,
    claims: &[Claim],
    trace: &mut Trace,
) -> Event {
    let now = |c: &Claim| c.mood == Mood::Stated && matches!(c.when, When::Now(_));
    let graded = claims.iter().any(now);
    let (event, span) = visit::event(page, programme, version.id.as_ref(), graded);
    trace.version(version);
    let reason = "the kind of visit that is named, else a full inspection";
    trace.some("event", event.as_str(), reason, span.into_iter().collect());
    event
}

/// Why the release tells no inspection, whatever was found in it.
fn untold(
    page: &Page,
    scope: &Scope,
    known: &Known,
    found: &Findings,
    trace: &mut Trace,
) -> Option<Reason> {
    let anchor = news::anchor(page, known.claims);
    trace.report(page, anchor);
    let listed = !found.improvement.areas.is_empty();
    let told = news::Told {
        anchor,
        area: scope.area,
        dated: known.dates.inspected.is_some(),
        claims: known.claims,
        judgements: &found.judgements,
        listed,
        improves: found.improvement.outright,
    };
    news::untold(page, told).or_else(|| {
        let official = subject::is_official(page);
        let lead =
            |length: usize, kind| page.sentences.iter().take(length).any(|s| page.has(s, kind));
        let empty = found.judgements.is_empty() && (!listed && !official || anchor.is_none());
        let other = lead(4, Kind::National) || !official && lead(3, Kind::Provider) || empty;
        (scope.area.is_none() && other).then_some("neither an area nor its own result is told")
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
