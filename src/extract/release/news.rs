//! Whether a release tells an inspection of the area as its news, or something else: a review by peers,
//! a plan, an inspection to come, the nation, another area, a rating mentioned in passing.

use crate::extract::release::claims::{Claim, GradeWords};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::extract::release::time::When;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::Judgement;

/// How many sentences, title and all, say what the news is.
const LEAD: usize = 5;

/// How many sentences may go by before an inspection is reported: minutes take a while.
const OPENING: usize = 8;

/// Why no result of the area is told, if none is. `improves` says whether what must improve is told
/// outright, `dated` whether it is known when the inspection was.
pub fn untold(
    page: &Page,
    dated: bool,
    claims: &[Claim],
    judgements: &[Judgement],
    improves: bool,
) -> Option<&'static str> {
    if ["peer", "thematic", "national review", "hmicfrs", "constabulary"]
        .iter()
        .any(|w| is_other(page, w))
    {
        return Some("it tells a review by others or of the nation, not an inspection");
    }
    let opening = page.sentences.iter().take(OPENING);
    let reported =
        dated || opening.clone().any(|s| is_reported(page, s) && !is_past(page, s, claims));
    if !reported && is_other(page, "") {
        return Some("it is about something else, and no inspection is reported in its lead");
    }
    let announced = lead(page).any(|s| page.has(s, Kind::Coming));
    if !judgements.is_empty() {
        return (announced && !reported)
            .then_some("an inspection is expected or explained, not told");
    }
    elsewhere(claims, improves)
        .or_else(|| ahead(page, claims, improves, reported))
        .or_else(|| no_finding(page, improves, reported))
}

fn lead<'p>(page: &'p Page) -> impl Iterator<Item = &'p Sentence> {
    page.sentences.iter().take(LEAD)
}

/// Whether the lead names something that is no inspection, in words that hold `words`.
fn is_other(page: &Page, words: &str) -> bool {
    // The police's inspectorate takes part in joint inspections; alone it inspects something else.
    let joint = page.hits.iter().any(|h| h.kind == Kind::Programme && h.means == "jtai strong");
    let mut named = lead(page)
        .flat_map(|s| page.in_sentence(s, Kind::OtherThing))
        .map(|h| page.words(h.start, h.end))
        .filter(|other| !joint || !(*other == "hmicfrs" || other.ends_with("constabulary")));
    named.any(|other| other.contains(words))
}

/// A sentence whose grades are all of an earlier inspection.
fn is_past(page: &Page, sentence: &Sentence, claims: &[Claim]) -> bool {
    let span = page.span(sentence);
    let mut own = claims.iter().filter(|c| span.contains(c.span)).peekable();
    own.peek().is_some() && own.all(|c| matches!(c.when, When::Before(_)))
}

/// A sentence that reports what inspectors found, published or came for.
fn is_reported(page: &Page, sentence: &Sentence) -> bool {
    if sentence.voice == Voice::Person || page.has(sentence, Kind::Earlier) {
        return false;
    }
    let report = page.has(sentence, Kind::Published) && page.has(sentence, Kind::Inspectorate);
    let outcome = page.has(sentence, Kind::Inspectorate)
        && ["outcome", "report", "letter", "findings"]
            .iter()
            .any(|w| page.words(sentence.start, sentence.end).contains(w));
    // A chief inspector who only visits finds nothing.
    let finding = page
        .in_sentence(sentence, Kind::Finding)
        .any(|h| !page.words(h.start, h.end).starts_with("chief inspector"));
    let statement = page.in_sentence(sentence, Kind::Statement).any(|h| h.means != "required");
    let progress = page
        .in_sentence(sentence, Kind::Progress)
        .any(|h| page.words(h.start, h.end).contains("progress "));
    // "Ofsted has rated it good": not "rated good by Ofsted", which may stand for long.
    let judged = page
        .in_sentence(sentence, Kind::Inspectorate)
        .any(|h| page.hits_in(h.end, sentence.end).any(|j| matches!(j.kind, Kind::Judging)));
    let visit = judged || progress || page.has(sentence, Kind::Event);
    report || outcome || finding || statement || visit
}

/// Grades there are, but all of others.
fn elsewhere(claims: &[Claim], improves: bool) -> Option<&'static str> {
    let aside = |c: &Claim| {
        matches!(c.mood, Mood::Provider | Mood::OtherArea | Mood::OtherProgramme | Mood::National)
    };
    let mut now = claims.iter().filter(|c| matches!(c.when, When::Now(_))).peekable();
    let all = now.peek().is_some() && now.all(aside);
    (all && !improves).then_some("the grades it tells are not of this area")
}

/// An inspection is to come, or only explained.
fn ahead(page: &Page, claims: &[Claim], improves: bool, reported: bool) -> Option<&'static str> {
    let announced = lead(page).any(|s| page.has(s, Kind::Coming));
    let coming = page.hits.iter().any(|h| h.kind == Kind::Coming) && !reported;
    let mut outcomes: Vec<&str> = claims
        .iter()
        .filter_map(|c| match c.grade {
            GradeWords::Sentence(grade) if matches!(c.when, When::Now(_)) => Some(grade),
            _ => None,
        })
        .collect();
    outcomes.sort_unstable();
    outcomes.dedup();
    let recited = outcomes.len() > 1 || claims.iter().any(|c| c.mood == Mood::Recited);
    let explained = !improves && recited;
    (announced || coming || explained).then_some("an inspection is expected or explained, not told")
}

/// Without a grade only findings of a named inspectorate, told early, make a result.
fn no_finding(page: &Page, improves: bool, reported: bool) -> Option<&'static str> {
    if ["strategy", "consultation", "views", "have your"].iter().any(|w| is_other(page, w)) {
        return Some("it is about a plan or asks for views");
    }
    let named = |h: &Hit| h.means != "any" || page.words(h.start, h.end).starts_with("inspector");
    let titled = is_other(page, "") && {
        let mut first = page.sentences.iter().take(2);
        let other = first.clone().any(|s| page.has(s, Kind::OtherThing));
        other && !first.any(|s| page.in_sentence(s, Kind::Inspectorate).any(named))
    };
    if titled {
        return Some("its title is about something else");
    }
    let inspected = lead(page).any(|s| page.in_sentence(s, Kind::Inspectorate).any(named));
    if !inspected && is_other(page, "") {
        return Some("it is about something else, and its lead names no inspectorate");
    }
    let saw = |h: &&Hit| h.kind == Kind::Judging && page.words(h.start, h.end).starts_with('f');
    let moved = |h: &&Hit| h.kind == Kind::Progress && page.words(h.start, h.end).contains(' ');
    let found = |h: &&Hit| matches!(h.kind, Kind::Finding | Kind::Published) || saw(h) || moved(h);
    let none = !reported && !page.hits.iter().any(|h| found(&h));
    (none || (!improves && !reported)).then_some("no result of an inspection is told")
}
