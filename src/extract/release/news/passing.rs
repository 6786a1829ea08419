//! Whether a page only mentions an inspection in passing: by how many of its sentences speak of one,
//! and by how far down the first that reports it stands.

use super::{HEAD, LEAD, Told, is_titled, opening};
use crate::extract::dates::Dated;
use crate::extract::release::claims::{Claim, GradeWords};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::extract::release::time::When;
use crate::knowledge::lexicon::Kind;

/// One sentence of many speaks of an inspection, and not at the head of the page.
pub fn in_passing(page: &Page, told: Told, anchor: Option<usize>) -> Option<&'static str> {
    let topic = [
        Kind::Inspectorate,
        Kind::Finding,
        Kind::Judgement,
        Kind::Grade,
        Kind::Outcome,
        Kind::Place,
        Kind::Statement,
        Kind::Progress,
        Kind::Event,
        Kind::ImproveHead,
    ];
    let speaks = |s: &&Sentence| topic.iter().any(|kind| page.has(s, *kind));
    let count = page.sentences.iter().filter(speaks).count();
    // Dates, bylines and the names of committees take no place.
    let from = opening(page, anchor);
    let lines = |at: usize| page.sentences[from..at].iter().skip(1).filter(|s| is_line(page, s));
    let at = anchor.map(|at| at - from - lines(at).count());
    let early = at.is_some_and(|at| at <= 1) || is_titled(page, told.claims);
    // Who mentions an inspection in passing does not quote its outcome.
    let official = |c: &Claim| matches!(c.grade, GradeWords::Sentence(_)) && c.mood == Mood::Stated;
    let quoted = !told.judgements.is_empty() && told.claims.iter().any(official);
    let late = count <= 2 && !quoted && at.is_some_and(|at| at >= 3);
    let rare = count <= 1 && !quoted && page.sentences.len() >= LEAD;
    // Without a grade it takes more than two sentences, or the head of the page.
    let bare = count <= 2 || !(told.listed || told.dated);
    let joint = is_joint(page, anchor);
    let thin = told.judgements.is_empty() && bare && !joint && at.is_none_or(|at| at >= HEAD);
    // A page of a few sentences is about what a third of them tell.
    let brief = page.sentences.len() < 2 * LEAD && count >= 2 && count * 3 >= page.sentences.len();
    let told_early = is_fresh(page, told) || early || brief && at.is_some_and(|at| at <= HEAD);
    let passing = !told_early && (rare || late || thin || (anchor.is_none() && !told.dated));
    passing.then_some("it mentions an inspection in passing")
}

/// "Yesterday Ofsted called it good", "on 3 May inspectors said that ...": news of the day.
///
/// The sentence that reports or one beside it.
pub fn is_fresh(page: &Page, told: Told) -> bool {
    let around = |at: usize| at.saturating_sub(1)..=(at + 1).min(page.sentences.len() - 1);
    told.anchor.is_some_and(|at| around(at).any(|at| is_dated(page, told, at)))
}

fn is_dated(page: &Page, told: Told, at: usize) -> bool {
    let sentence = &page.sentences[at];
    let span = page.span(sentence);
    let exact = |d: &Dated| d.range.from == d.range.to && span.contains(d.span);
    let dated = page.has(sentence, Kind::Fresh) || page.dates.iter().any(exact);
    // "They said", "the report came out": the sentences before say whose it is.
    let named = page.sentences[at.saturating_sub(2)..=at]
        .iter()
        .flat_map(|s| page.in_sentence(s, Kind::Inspectorate))
        .any(|h| h.means != "any" || page.words(h.start, h.end).starts_with("inspectors"));
    let report = page.in_sentence(sentence, Kind::Document).any(|h| h.means.is_empty());
    let found = page.has(sentence, Kind::Finding)
        || report && page.has(sentence, Kind::Published)
        || told.claims.iter().any(|c| {
            c.mood == Mood::Stated && matches!(c.when, When::Now(_)) && span.contains(c.span)
        });
    dated && named && found && !page.has(sentence, Kind::Coming)
}

/// Whether the sentence that reports names Ofsted and the CQC: together they come for nothing else.
pub fn is_joint(page: &Page, anchor: Option<usize>) -> bool {
    anchor.is_some_and(|at| {
        let sentence = &page.sentences[at];
        let named =
            |means: &str| page.in_sentence(sentence, Kind::Inspectorate).any(|h| h.means == means);
        named("ofsted") && named("cqc")
    })
}

/// A date, a byline, a heading or a salutation.
fn is_line(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    if sentence.role == Role::Heading || words.starts_with("dear ") && words.ends_with(',') {
        return true;
    }
    let span = page.span(sentence);
    let date = page.dates.iter().find(|d| span.contains(d.span));
    date.is_some_and(|d| span.end - span.start <= d.span.end - d.span.start + 12)
}
