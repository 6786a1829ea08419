//! Which version of a framework, and which kind of visit.
//!
//! The version follows from the day of the inspection; failing that from the months before the
//! publication; failing that from what only one version has. Where what the text names contradicts
//! its date the names win and the date is doubted, never mended.

use jiff::civil::Date;

use crate::extract::release::binding::What;
use crate::extract::release::claims::{Claim, Strength};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Role, Voice};
use crate::extract::release::time::{self, When};
use crate::extract::release::when::{Dates, earliest_inspection};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::area::AreaCode;
use crate::model::doubt::DoubtCode;
use crate::model::framework::{Event, FrameworkId, ProgrammeId};
use crate::model::text::Span;

/// The version decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// None where two fit.
    pub id: Option<FrameworkId>,
    /// The versions that fit.
    pub candidates: Vec<FrameworkId>,
    /// Why, in plain words.
    pub reason: String,
    /// The words it rests on.
    pub spans: Vec<Span>,
    /// A contradiction or ambiguity.
    pub doubt: Option<(DoubtCode, String)>,
}

/// Decides the version.
pub fn version(
    page: &Page,
    programme: &ProgrammeId,
    area: Option<&AreaCode>,
    dates: &Dates,
    claims: &[Claim],
) -> Version {
    let mut by_date = family(page, by_date(page, programme, dates, claims));
    // No area was inspected before it began.
    let began = area.and_then(|code| page.knowledge.areas.get(code)?.valid_from);
    by_date.retain(|id| {
        let last = page.knowledge.frameworks.get(id).and_then(|f| f.last_day);
        began.is_none_or(|began| last.is_none_or(|last| began <= last))
    });
    by_date = giving(page, by_date, claims);
    let (named, spans) = match by_name(page, programme) {
        (None, _) => by_judgement(page, programme, claims),
        found => found,
    };
    let decided = |id: Option<FrameworkId>, reason: &str, spans: Vec<Span>| Version {
        candidates: id.iter().cloned().collect(),
        id,
        reason: reason.to_owned(),
        spans,
        doubt: None,
    };
    match (by_date.as_slice(), named) {
        ([only], Some(named)) if *only != named && dates.inspected.is_some() => Version {
            doubt: Some((
                DoubtCode::DateOutsideFramework,
                format!(
                    "The text names what only {named} has, but dates the inspection outside it."
                ),
            )),
            ..decided(Some(named), "names what only this version has, against its date", spans)
        },
        (_, Some(named))
            if by_date.is_empty() || by_date.len() > 1 || dates.inspected.is_none() =>
        {
            decided(Some(named), "names what only this version has", spans)
        }
        ([only], _) => {
            let span =
                dates.inspected.map(|i| i.span).or(dates.published.as_ref().and_then(|(_, s)| *s));
            decided(
                Some(only.clone()),
                "the version in force at that date",
                span.into_iter().collect(),
            )
        }
        ([], _) => decided(None, "no version was in force at that date", Vec::new()),
        (several, _) => {
            let names: Vec<_> = several.iter().map(FrameworkId::as_str).collect();
            Version {
                candidates: several.to_vec(),
                doubt: Some((
                    DoubtCode::FrameworkAmbiguous,
                    format!("The inspection fits {}.", names.join(" and ")),
                )),
                ..decided(None, "the text fits more than one version", Vec::new())
            }
        }
    }
}

/// Versions that the dates allow; all of the programme where there is no date.
fn by_date(
    page: &Page,
    programme: &ProgrammeId,
    dates: &Dates,
    claims: &[Claim],
) -> Vec<FrameworkId> {
    let window = match (dates.inspected, &dates.published) {
        (Some(found), _) => Some((found.range.from, found.range.from)),
        (None, Some((published, _))) => Some((earliest_inspection(published.from), published.to)),
        (None, None) => None,
    };
    let earlier = |c: &Claim| match c.when {
        When::Before(year) => year,
        When::Now(_) => None,
    };
    let after = claims.iter().filter_map(earlier).max();
    // A text that names a year of what has been was written in it or later.
    let written = time::latest_year(page)
        .and_then(|year| Date::new(year + 1, 1, 1).ok())
        .map(earliest_inspection);
    let all = page.knowledge.frameworks.iter().filter(|f| f.programme == *programme);
    all.filter(|f| match window {
        Some((from, to)) => f.first_day <= to && f.last_day.is_none_or(|last| from <= last),
        // Later than every earlier inspection that is told of.
        None => f.last_day.is_none_or(|last| {
            last.year() >= after.unwrap_or(2014) && written.is_none_or(|day| day <= last)
        }),
    })
    .map(|f| f.id.clone())
    .collect()
}

/// Versions of those that a name common to several leaves; all where there is no such name.
fn family(page: &Page, by_date: Vec<FrameworkId>) -> Vec<FrameworkId> {
    let names = page.hits.iter().filter(|h| h.kind == Kind::Framework && h.means.contains('|'));
    let named: Vec<&str> = names.flat_map(|h| h.means.split('|')).collect();
    let kept: Vec<_> = by_date.iter().filter(|id| named.contains(&id.as_str())).cloned().collect();
    if kept.is_empty() { by_date } else { kept }
}

/// Versions of several that give each judgement which the release grades; all where none does.
fn giving(page: &Page, fitting: Vec<FrameworkId>, claims: &[Claim]) -> Vec<FrameworkId> {
    let now = claims
        .iter()
        .filter(|c| c.mood == Mood::Stated && matches!(c.when, When::Now(_)))
        .filter(|c| c.strength > Strength::Headline);
    let mut ids: Vec<&str> = Vec::new();
    for claim in now {
        match &claim.what {
            What::Overall | What::Unnamed => ids.push("overall"),
            // A joint name may be one judgement or two.
            What::Named(names) => {
                ids.extend(names.iter().map(String::as_str).filter(|n| !n.contains('+')));
            }
            What::Every | What::Part => {}
        }
    }
    let gives = |id: &&FrameworkId| {
        let framework = page.knowledge.frameworks.get(id);
        framework.is_some_and(|f| {
            let known = |id: &str| f.judgements.iter().any(|j| j.id.as_str() == id);
            f.judgements.is_empty() || ids.iter().all(|id| known(id))
        })
    };
    let kept: Vec<FrameworkId> = fitting.iter().filter(gives).cloned().collect();
    if fitting.len() > 1 && !kept.is_empty() { kept } else { fitting }
}

/// The version that alone is named by what only it has.
fn by_name(page: &Page, programme: &ProgrammeId) -> (Option<FrameworkId>, Vec<Span>) {
    let mut named: Vec<(FrameworkId, Vec<Span>)> = Vec::new();
    let own = |id: &str| {
        page.knowledge.frameworks.get(&id.into()).is_some_and(|f| f.programme == *programme)
    };
    // "The top category of the three": only area SEND inspections have three outcomes.
    let of_three = |h: &Hit| {
        let after = page.words(h.start, page.folded.text.len());
        after.split([' ', ',', '.']).take(9).any(|w| w == "three")
    };
    let hits = page.hits.iter().filter_map(|h| match h.kind {
        Kind::Framework => Some((h, h.means)),
        Kind::Outcome => h.means.split_once('/').map(|(framework, _)| (h, framework)),
        Kind::Place if h.means == "middle" || of_three(h) => Some((h, "area-send-2023")),
        _ => None,
    });
    for (hit, id) in hits.filter(|(_, id)| own(id)) {
        let span = page.folded.original(hit.start, hit.end);
        match named.iter_mut().find(|(known, _)| known.as_str() == id) {
            Some((_, spans)) => spans.push(span),
            None => named.push((id.into(), vec![span])),
        }
    }
    named.sort_by_key(|(_, spans)| std::cmp::Reverse(spans.len()));
    match named.as_slice() {
        [(id, spans)] => (Some(id.clone()), spans.clone()),
        // Both eras are spoken of: the inspection told is the one spoken of far more.
        [(id, spans), (_, fewer), ..] if spans.len() >= fewer.len() * 3 => {
            (Some(id.clone()), spans.clone())
        }
        _ => (None, Vec::new()),
    }
}

/// The version that alone gives a judgement which the release grades.
fn by_judgement(
    page: &Page,
    programme: &ProgrammeId,
    claims: &[Claim],
) -> (Option<FrameworkId>, Vec<Span>) {
    let versions: Vec<_> =
        page.knowledge.frameworks.iter().filter(|f| f.programme == *programme).collect();
    for claim in claims.iter().filter(|c| c.mood == Mood::Stated) {
        let What::Named(names) = &claim.what else { continue };
        for name in names {
            let mut giving =
                versions.iter().filter(|f| f.judgements.iter().any(|j| j.id.as_str() == name));
            if let (Some(only), None) = (giving.next(), giving.next()) {
                return (Some(only.id.clone()), vec![claim.span]);
            }
        }
    }
    (None, Vec::new())
}

/// Decides the kind of visit, with the words that show it.
pub fn event(
    page: &Page,
    programme: &str,
    framework: Option<&FrameworkId>,
    graded: bool,
) -> (Event, Option<Span>) {
    let first = visits(page, graded);
    let in_lead =
        |wanted: Event| first.iter().find(|(e, _, lead)| *e == wanted && *lead).map(|(_, s, _)| *s);
    let anywhere = |wanted: Event| first.iter().find(|(e, _, _)| *e == wanted).map(|(_, s, _)| *s);
    let inspection = (Event::Inspection, None);
    match programme {
        "send" => {
            let old = framework.is_some_and(|f| f.as_str() == "local-area-send-2016");
            let new = framework.is_some_and(|f| f.as_str() == "area-send-2023");
            // What an earlier council had, far down.
            let revisit = if new { in_lead(Event::Revisit) } else { anywhere(Event::Revisit) };
            let found = revisit
                .or_else(|| anywhere(Event::MonitoringVisit))
                .or_else(|| old.then(|| counted_weaknesses(page)).flatten());
            let monitored = in_lead(Event::MonitoringVisit).filter(|_| !old);
            match found {
                _ if monitored.is_some() => (Event::MonitoringVisit, monitored),
                Some(span) if old => (Event::Revisit, Some(span)),
                Some(span) if !graded => (Event::MonitoringVisit, Some(span)),
                _ => inspection,
            }
        }
        "childrens-services"
            if !graded
                || in_lead(Event::MonitoringVisit).is_some()
                || in_lead(Event::FocusedVisit).is_some() =>
        {
            if let Some(span) = in_lead(Event::MonitoringVisit) {
                (Event::MonitoringVisit, Some(span))
            } else if let Some(span) = in_lead(Event::FocusedVisit) {
                (Event::FocusedVisit, Some(span))
            } else if let Some(span) = ongoing_visits(page) {
                (Event::MonitoringVisit, Some(span))
            } else {
                inspection
            }
        }
        _ => inspection,
    }
}

/// "Monitoring visits have been taking place since": one of them is the news.
fn ongoing_visits(page: &Page) -> Option<Span> {
    page.sentences.iter().take(5).find_map(|s| {
        let mut visits = page.in_sentence(s, Kind::Event).filter(|h| h.means == "monitoring-visit");
        let visit = visits.next()?;
        let after = page.words(visit.end, s.end);
        let ongoing = [
            "have been taking place",
            "have taken place",
            "have been made",
            "are made",
            "take place",
        ];
        let told = s.voice == Voice::Release && ongoing.iter().any(|w| after.contains(w));
        told.then(|| page.folded.original(visit.start, visit.end))
    })
}

/// Visits that the release tells as news, with their words and whether they stand in its lead.
fn visits(page: &Page, graded: bool) -> Vec<(Event, Span, bool)> {
    let mut first: Vec<(Event, Span, bool)> = Vec::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        for hit in page.in_sentence(sentence, Kind::Event) {
            let plural = page.words(hit.start, hit.end).ends_with('s');
            let lead = !plural && (index < 5 || matches!(sentence.role, Role::Title));
            let event = match hit.means {
                "focused-visit" => Event::FocusedVisit,
                "monitoring-visit" => Event::MonitoringVisit,
                _ => Event::Revisit,
            };
            let words = page.words(sentence.start, hit.start);
            let past = [
                "not for a",
                "not a",
                "no",
                "without a",
                "any",
                "last year",
                "since a",
                "previous",
                "earlier",
                "identified in a",
                "before the",
            ]
            .iter()
            .any(|w| words.ends_with(&format!("{w} ")));
            // Grades that follow a visit are another inspection's; without any, the visit is the news.
            let led_to_more =
                graded && (words.ends_with("following a ") || words.ends_with("after a "));
            let ministry = page
                .words(hit.start.saturating_sub(20).max(sentence.start), hit.start)
                .contains("dfe");
            let planned = page.in_sentence(sentence, Kind::Coming).next().is_some()
                || page.words(sentence.start, sentence.end).contains("usually")
                || will_be(page.words(sentence.start, sentence.end))
                || is_ahead(page.words(hit.end, sentence.end))
                || page.words(sentence.start, sentence.end).contains(" months' time");
            // It is inspectors who return, not children to school.
            let came = ["return", "came", "went", "been", "gone", "have"]
                .iter()
                .any(|w| page.words(hit.start, hit.end).starts_with(w));
            let home = ["back to school", "back to work", "back home", "back to lessons"]
                .iter()
                .any(|w| page.words(hit.start, sentence.end).contains(w));
            let theirs = !home
                && (page.has(sentence, Kind::Inspectorate)
                    || ["they ", "they have ", "they had ", "they've "]
                        .iter()
                        .any(|w| words.ends_with(w))
                    || page.words(sentence.start, sentence.end).starts_with("they "));
            // A visit that is only mentioned, far down and without a day, is not the news.
            let mentioned = index >= 6
                && event == Event::Revisit
                && !page.has(sentence, Kind::Inspected)
                && !page.has(sentence, Kind::Progress);
            if !past
                && !led_to_more
                && !ministry
                && !planned
                && !mentioned
                && (theirs || !came)
                && sentence.voice == Voice::Release
            {
                first.push((event, page.folded.original(hit.start, hit.end), lead));
            }
        }
    }
    first
}

/// "A monitoring visit by Ofsted is likely in the spring."
fn is_ahead(after: &str) -> bool {
    [
        " is likely",
        " are likely",
        " is due",
        " is expected",
        " is planned",
        " can be expected",
        " should follow",
        " would follow",
        " follows in",
        " should be",
        " is to ",
    ]
    .iter()
    .any(|w| after.contains(w))
}

/// "A visit will follow", "inspectors will return": not "many of you will remember the visit".
fn will_be(words: &str) -> bool {
    const COMES: [&str; 15] = [
        "be",
        "follow",
        "return",
        "come",
        "visit",
        "take",
        "carry",
        "make",
        "have",
        "receive",
        "get",
        "happen",
        "undertake",
        "conduct",
        "now",
    ];
    words.match_indices("will ").any(|(at, will)| {
        let next = words[at + will.len()..].split(' ').next().unwrap_or_default();
        COMES.contains(&next)
    })
}

/// "Progress in 3 of the 5 areas of significant weakness" is said of a revisit only.
fn counted_weaknesses(page: &Page) -> Option<Span> {
    page.sentences.iter().find_map(|s| {
        let words = page.words(s.start, s.end);
        let counted = super::progress::share(words).is_some()
            || words.contains("both areas")
            || words.contains("sufficient progress");
        let about = words.contains("weakness") && page.has(s, Kind::Progress);
        (counted && about).then(|| page.span(s))
    })
}
