//! Which kind of visit a release tells: an inspection, a revisit, a focused or a monitoring visit.
//!
//! A visit counts where it is told as news: not one to come, an earlier one, or one that led to the
//! inspection told.

use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::progress;
use crate::knowledge::lexicon::Kind;
use crate::model::framework::{Event, FrameworkId};
use crate::model::text::Span;

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
            } else if let Some(span) = short_visit(page).filter(|_| !graded) {
                (Event::FocusedVisit, Some(span))
            } else {
                inspection
            }
        }
        _ => inspection,
    }
}

/// "Two inspectors came to see us": a visit that is short or gives no grade, whatever it is called.
fn short_visit(page: &Page) -> Option<Span> {
    let told = |s: &&Sentence| {
        let visit = page.words(s.start, s.end).contains("visit") || page.has(s, Kind::Inspected);
        visit && !page.has(s, Kind::Coming) && s.voice == Voice::Release
    };
    let mut hits =
        page.sentences.iter().filter(told).flat_map(|s| page.in_sentence(s, Kind::ShortVisit));
    hits.next().map(|h| page.folded.original(h.start, h.end))
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
            let home = [
                "back to school",
                "back to work",
                "back home",
                "back to lessons",
                "returned to ofsted",
                "returned to the department",
                "returned to inspectors",
            ]
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
        let counted = progress::share(words).is_some()
            || words.contains("both areas")
            || words.contains("sufficient progress");
        let about = words.contains("weakness") && page.has(s, Kind::Progress);
        (counted && about).then(|| page.span(s))
    })
}
