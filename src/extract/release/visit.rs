//! Which kind of visit a release tells: an inspection, a revisit, a focused or a monitoring visit.
//!
//! A visit counts where it is told as news: not one to come, an earlier one, or one that led to the
//! inspection told.

use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::progress;
use crate::extract::release::time;
use crate::knowledge::lexicon::Kind;
use crate::model::framework::{Event, FrameworkId};
use crate::model::text::Span;

/// Bytes before a visit in which the ministry is named whose it is.
const NEAR: usize = 20;

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
        let told = s.voice == Voice::Release && told(page, visit.end, s.end, "ongoing");
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
            let before = || {
                let all = page.hits_in(sentence.start, hit.start);
                all.filter(|h| h.kind == Kind::VisitTold && h.end + 1 == hit.start)
            };
            let past = before().any(|h| h.means == "other");
            // Grades that follow a visit are another inspection's; without any, the visit is the news.
            let led_to_more = graded && before().any(|h| h.means == "cause");
            let near = hit.start.saturating_sub(NEAR).max(sentence.start);
            let ministry = told(page, near, hit.start, "ministry");
            let planned = page.has(sentence, Kind::Coming)
                || told(page, sentence.start, sentence.end, "planned")
                || told(page, hit.end, sentence.end, "ahead");
            // It is inspectors who return, not children to school.
            let came = hit.means == "revisit came";
            let theirs = !told(page, hit.start, sentence.end, "home")
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

/// Whether a range has words that tell a visit so.
fn told(page: &Page, start: usize, end: usize, means: &str) -> bool {
    page.hits_in(start, end).any(|h| h.kind == Kind::VisitTold && h.means == means)
}

/// "Progress in 3 of the 5 areas of significant weakness" is said of a revisit only; so is enough
/// progress "on each of them" after a sentence of the weaknesses that an earlier inspection found.
fn counted_weaknesses(page: &Page) -> Option<Span> {
    page.sentences.iter().enumerate().find_map(|(index, s)| {
        let words = page.words(s.start, s.end);
        let share = progress::share(words).is_some();
        let counted = share || page.in_sentence(s, Kind::Counted).any(|h| h.means == "count");
        let about = page.in_sentence(s, Kind::Counted).any(|h| h.means.is_empty());
        // Progress with the reforms is judged by a first inspection.
        let about = about && page.has(s, Kind::Progress) && !words.contains("reforms");
        let enough = page.in_sentence(s, Kind::Progress).any(|h| {
            let words = page.words(h.start, h.end);
            words.contains("sufficient") || words.contains("enough")
        });
        let of_them = || enough && progress::is_of_them(words) && follows_weaknesses(page, index);
        (counted && about || of_them()).then(|| page.span(s))
    })
}

/// Whether one of the two sentences before tells which weaknesses an earlier inspection found.
fn follows_weaknesses(page: &Page, index: usize) -> bool {
    page.sentences[index.saturating_sub(2)..index].iter().any(|s| {
        let words = page.words(s.start, s.end);
        let named = words.contains("weakness") || words.contains("areas of concern");
        named && (page.has(s, Kind::Earlier) || time::in_figures(words).next().is_some())
    })
}
