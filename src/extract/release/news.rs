//! Whether a release tells an inspection of the area as its news, or something else: a review by peers,
//! a plan, an inspection to come, the nation, another area, a rating mentioned in passing.
//!
//! What a page is about shows in its title and in what stands before the sentence that reports an
//! inspection ([`anchor`]); what stands after it is company.

mod anchor;
mod learned;
mod passing;
mod section;
pub use anchor::anchor;
#[cfg(test)]
mod oblique_tests;
#[cfg(test)]
mod tests;

use crate::extract::area::{Mention, Naming};
use crate::extract::release::claims::{Claim, GradeWords, distance};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::time::{self, When};
use crate::extract::release::{programme, subject};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::area::AreaCode;
use crate::model::reading::Judgement;
use crate::model::text::Span;

/// How many sentences, title and all, say what the news is.
const LEAD: usize = 5;

/// How many sentences are the head of a page.
const HEAD: usize = 2;

/// How many words of offers of work make a page one.
const JOBS: usize = 3;

/// What is known of a release when it is asked whether it tells a result.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The area.
    pub area: Option<&'a AreaCode>,
    /// Whether it is known when the inspection was.
    pub dated: bool,
    /// The sentence that reports an inspection.
    pub anchor: Option<usize>,
    /// All claims.
    pub claims: &'a [Claim<'a>],
    /// Those that were chosen.
    pub judgements: &'a [Judgement],
    /// Whether anything that must improve is told.
    pub listed: bool,
    /// Whether what must improve is told outright.
    pub improves: bool,
}

/// Why no result of the area is told, if none is.
pub fn untold(page: &Page, told: Told) -> Option<&'static str> {
    let anchor = told.anchor;
    let reported = told.dated || anchor.is_some();
    unsigned(page)
        .or_else(|| shared(page, told))
        .or_else(|| about_others(page, told, anchor))
        .or_else(|| of_many(page, told))
        .or_else(|| about_else(page, told, anchor))
        .or_else(|| passing::in_passing(page, told, anchor))
        .or_else(|| unpublished(page, told, anchor))
        .or_else(|| {
            if !told.judgements.is_empty() {
                return None;
            }
            let visited = anchor.is_some_and(|at| page.has(&page.sentences[at], Kind::Event));
            let found = told.improves || visited || passing::is_joint(page, anchor);
            elsewhere(told.claims, found)
                .or_else(|| ahead(page, told, anchor))
                .or_else(|| no_finding(page, told.improves, reported))
        })
}

/// An inspection of whatever kind is spoken of, and nobody who inspects councils.
fn unsigned(page: &Page) -> Option<&'static str> {
    let named = |h: &Hit| h.kind == Kind::Inspectorate && is_named(page, h);
    let signed = page.hits.iter().any(|h| named(h) || h.kind == Kind::Framework);
    (!signed && !subject::is_official(page)).then_some("no inspectorate is named")
}

/// What stands before the inspection is reported; the lead where it is not.
fn before<'p>(page: &'p Page, anchor: Option<usize>) -> &'p [Sentence] {
    let end = anchor.unwrap_or(LEAD).min(page.sentences.len());
    &page.sentences[opening(page, anchor)..end]
}

/// Where the part of a page begins that reports the inspection.
fn opening(page: &Page, anchor: Option<usize>) -> usize {
    let far = anchor.filter(|at| *at >= anchor::OPENING);
    far.and_then(|at| section::heading(page, at)).unwrap_or(0)
}

/// The title, or what stands in its place: a page's name may come first.
fn titles<'p>(page: &'p Page) -> impl Iterator<Item = &'p Sentence> {
    let heads = |(index, s): &(usize, &Sentence)| {
        *index == 0 || matches!(s.role, Role::Title | Role::Heading)
    };
    page.sentences.iter().take(2).enumerate().filter(heads).map(|(_, s)| s)
}

/// Whether the title tells a result: a grade of now, an inspectorate or a kind of visit.
fn is_titled(page: &Page, claims: &[Claim]) -> bool {
    let tells = [Kind::Place, Kind::Outcome];
    let graded = |span: Span| {
        let now = |c: &&Claim| matches!(c.mood, Mood::Stated) && matches!(c.when, When::Now(_));
        claims.iter().filter(now).any(|c| span.contains(c.span))
    };
    titles(page).any(|s| {
        tells.iter().any(|kind| page.has(s, *kind))
            || page.in_sentence(s, Kind::Event).any(|h| !is_wanted(page, h))
            || graded(page.span(s))
            || (page.has(s, Kind::Published) && is_report(page.words(s.start, s.end)))
            || page.in_sentence(s, Kind::Inspectorate).any(|h| is_named(page, h))
    }) || page.sentences.iter().take(6).any(|s| is_item(page, s))
}

/// "12. SEND local area inspection": the heading of an item in minutes.
fn is_item(page: &Page, sentence: &Sentence) -> bool {
    let strong = |h: &Hit| h.means.ends_with(" strong");
    sentence.role == Role::Heading
        && page.in_sentence(sentence, Kind::Programme).any(strong)
        && page.words(sentence.start, sentence.end).contains("inspection")
        && !page.has(sentence, Kind::Coming)
}

/// "Inspectors must go back": what somebody plans or calls for.
fn is_wanted(page: &Page, hit: &Hit) -> bool {
    let overlaps = |h: &&Hit| h.start < hit.end && hit.start < h.end;
    page.hits.iter().filter(|h| h.kind == Kind::Coming).any(|h| overlaps(&h))
}

/// "Assessment published".
fn is_report(words: &str) -> bool {
    ["assessment", "inspection", "report", "findings", "verdict", "judgement", "rating", "outcome"]
        .iter()
        .any(|w| words.contains(w))
}

/// "Ofsted", "inspectors", "the watchdog": not "inspection", which may be of anything.
fn is_named(page: &Page, hit: &Hit) -> bool {
    let words = page.words(hit.start, hit.end);
    let any = ["inspector", "watchdog", "regulator", "government inspectors", "assessors"];
    hit.means != "any" || any.iter().any(|named| words.starts_with(named))
}

fn others<'p, 'k>(
    page: &'p Page<'k>,
    sentences: impl Iterator<Item = &'p Sentence>,
    means: &str,
) -> impl Iterator<Item = &'p Hit<'k>> {
    sentences.flat_map(|s| page.in_sentence(s, Kind::OtherThing)).filter(move |h| h.means == means)
}

/// Another area has a finding of its own, told like that of this one, and the title is of neither.
fn shared(page: &Page, told: Told) -> Option<&'static str> {
    let own = |m: &Mention| Some(page.knowledge.areas.series_code(&m.area)) == told.area;
    let named = titles(page).any(|s| page.mentions_in(s).any(own));
    let of_another = |s: &&Sentence| {
        let span = page.span(s);
        let Some(first) = page.mentions_in(s).next() else { return false };
        let at = page.folded.of_original(first.span.start);
        let others = first.naming > Naming::Initials && page.mentions_in(s).all(|m| !own(m));
        let claims: Vec<_> = told.claims.iter().filter(|c| span.contains(c.span)).collect();
        let past = !claims.is_empty() && claims.iter().all(|c| matches!(c.when, When::Before(_)));
        let aside = [Kind::Elsewhere, Kind::Earlier, Kind::Before].iter().any(|k| page.has(s, *k));
        let found = [Kind::Finding, Kind::Judging, Kind::Statement, Kind::Outcome, Kind::Grade]
            .iter()
            .any(|k| page.has(s, *k));
        let listed = page.words(s.start, at).ends_with(": ");
        let heads = found && (listed || distance(page, s.start, at) <= 1);
        let graded =
            claims.iter().any(|c| c.mood == Mood::OtherArea && first.span.end <= c.span.end);
        let dated = time::in_figures(page.words(s.start, s.end)).next().is_some();
        others && !past && !aside && !dated && (heads || graded) && s.voice == Voice::Release
    };
    let several = !named && told.area.is_some() && page.sentences.iter().any(|s| of_another(&s));
    several.then_some("it tells the results of several areas")
}

/// Others than the area were looked at, or by others.
fn about_others(page: &Page, told: Told, anchor: Option<usize>) -> Option<&'static str> {
    // The police's inspectorate takes part in joint inspections; alone it inspects something else.
    let joint =
        page.sentences.iter().any(|s| {
            programme::names_police(page, s)
                && page.in_sentence(s, Kind::Inspectorate).any(|h| h.means == "ofsted")
        }) || page.hits.iter().any(|h| h.kind == Kind::Programme && h.means == "jtai strong");
    // "The regulator" in a title: the next sentence says which.
    let known = |s: &Sentence| page.in_sentence(s, Kind::Inspectorate).any(|h| h.means != "any");
    let first = page.sentences.iter().position(known).unwrap_or(LEAD);
    let upto = anchor.map_or(LEAD, |at| at.max(first.min(LEAD)) + 1).min(page.sentences.len());
    // What stands before a grade that is news is how it came to it.
    let upto = if passing::is_fresh(page, told) && !told.judgements.is_empty() { 0 } else { upto };
    let named = titles(page).chain(&page.sentences[opening(page, anchor).min(upto)..upto]);
    let body = others(page, named, "body").any(|h| {
        let words = page.words(h.start, h.end);
        !joint
            || !(words.starts_with("hmic") || words.contains("constab") || words.contains("police"))
    });
    body.then_some("it tells a review by others or of the nation, not an inspection")
}

/// Many services are counted by grade, and the area is named far down: an example of theirs.
fn of_many(page: &Page, told: Told) -> Option<&'static str> {
    let many = |c: &&Claim| matches!(c.mood, Mood::National | Mood::Recited | Mood::Counted);
    let lead = page.sentences.iter().take(LEAD);
    let late = lead.flat_map(|s| page.mentions_in(s)).next().is_none();
    let counted = told.claims.iter().filter(many).count() >= 2;
    (late && counted && told.judgements.is_empty())
        .then_some("it tells of many services, and of the area as one of them")
}

/// The title or what stands before the report is about something else.
fn about_else(page: &Page, told: Told, anchor: Option<usize>) -> Option<&'static str> {
    let titled = is_titled(page, told.claims);
    // A dated inspection and a visit are news after whatever preamble.
    let visit =
        |s: &Sentence| page.in_sentence(s, Kind::Event).any(|h| !h.means.starts_with("revisit"));
    let fresh = !told.judgements.is_empty() && passing::is_fresh(page, told);
    let outright = anchor.is_some_and(|at| told.dated || fresh || visit(&page.sentences[at]));
    if others(page, page.sentences.iter(), "opinion").next().is_some() {
        return Some("it is somebody's opinion");
    }
    let jobs = page.hits.iter().filter(|h| h.kind == Kind::OtherThing && h.means == "job").count();
    let early = |means: &str| {
        let title = !titled && others(page, titles(page), means).next().is_some();
        title || others(page, before(page, anchor).iter(), means).next().is_some()
    };
    let inspectorate = titles(page).any(|s| page.has(s, Kind::Inspectorate));
    let offer = !inspectorate && others(page, titles(page), "job").next().is_some();
    // "Their report, published this morning, says that we are now good": news, whatever is offered.
    let published =
        fresh && anchor.is_some_and(|at| page.has(&page.sentences[at], Kind::Published));
    if (offer || early("job") && !(titled && anchor.is_some()) || jobs >= JOBS) && !published {
        return Some("it offers work, and mentions an inspection");
    }
    let common = !titled && others(page, titles(page), "common matter").next().is_some()
        || anchor.is_none_or(|at| at >= LEAD)
            && others(page, before(page, anchor).iter(), "common matter").next().is_some();
    ((early("matter") || common) && !(titled && anchor.is_some()) && !outright)
        .then_some("it is about something else, and no inspection is reported in its lead")
}

/// An inspection is told, but not what it found.
fn unpublished(page: &Page, told: Told, anchor: Option<usize>) -> Option<&'static str> {
    let coming = |means: &'static str| move |h: &&Hit| h.kind == Kind::Coming && h.means == means;
    let planned =
        before(page, anchor).iter().any(|s| page.in_sentence(s, Kind::Coming).next().is_some());
    let awaited = told.judgements.is_empty() && page.hits.iter().any(|h| coming("unpublished")(&h));
    (awaited || planned && (anchor.is_none() && !told.dated))
        .then_some("an inspection is expected or explained, not told")
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
fn ahead(page: &Page, told: Told, anchor: Option<usize>) -> Option<&'static str> {
    let announced = before(page, anchor).iter().any(|s| page.has(s, Kind::Coming))
        // "Ofsted let us know that we are to be inspected."
        || anchor.is_some_and(|at| learned::is_to_come(page, &page.sentences[at]) && !told.improves);
    let coming =
        page.hits.iter().any(|h| h.kind == Kind::Coming) && anchor.is_none() && !told.dated;
    let mut outcomes: Vec<&str> = told
        .claims
        .iter()
        .filter_map(|c| match c.grade {
            GradeWords::Sentence(grade) if matches!(c.when, When::Now(_)) => Some(grade),
            _ => None,
        })
        .collect();
    outcomes.sort_unstable();
    outcomes.dedup();
    let recited = outcomes.len() > 1
        || (anchor.is_none() && told.claims.iter().any(|c| c.mood == Mood::Recited));
    let explained = !told.improves && recited;
    (announced || coming || explained).then_some("an inspection is expected or explained, not told")
}

/// Without a grade only findings of a named inspectorate, told early, make a result.
fn no_finding(page: &Page, improves: bool, reported: bool) -> Option<&'static str> {
    let saw = |h: &&Hit| h.kind == Kind::Judging && page.words(h.start, h.end).starts_with('f');
    let moved = |h: &&Hit| h.kind == Kind::Progress && page.words(h.start, h.end).contains(' ');
    let found = |h: &&Hit| matches!(h.kind, Kind::Finding | Kind::Published) || saw(h) || moved(h);
    let none = !reported && !page.hits.iter().any(|h| found(&h));
    (none || (!improves && !reported)).then_some("no result of an inspection is told")
}
