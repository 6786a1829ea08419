//! Which programme of inspection a release is about.
//!
//! Names of it weigh most in titles; offices that bear its name weigh little; outcomes and documents
//! that only one programme has speak for it. Each programme has its inspectorate.

use std::collections::HashMap;

use crate::extract::area::Naming;
use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::Span;

/// The programme, with where it is named; none where no programme or no inspectorate is.
pub fn programme<'k>(page: &Page<'k>) -> Option<(&'k str, Span)> {
    let mut points: HashMap<&'k str, (u32, Span)> = HashMap::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        let place = match (sentence.role, index) {
            (Role::Title, _) => 4,
            (_, 0..=3) => 2,
            _ => 1,
        };
        for hit in page.in_sentence(sentence, Kind::Programme) {
            let (programme, strong) =
                hit.means.split_once(' ').map_or((hit.means, false), |(p, _)| (p, true));
            let entry =
                points.entry(programme).or_insert((0, page.folded.original(hit.start, hit.end)));
            let named = strong && !is_office(page, sentence, hit);
            entry.0 += if named { 3 * place } else { 1 };
        }
        // Together they inspect services for children with special needs.
        let named =
            |means: &str| page.in_sentence(sentence, Kind::Inspectorate).any(|h| h.means == means);
        if named("ofsted") && named("cqc") && !names_police(page, sentence) {
            points.entry("send").or_insert((0, page.span(sentence))).0 += 2 * place;
        }
        // A framework's own sentence says whose it is, what only one has hints at it.
        for hit in page.in_sentence(sentence, Kind::Framework).filter(|h| !is_body(page, h)) {
            let first = hit.means.split('|').next().unwrap_or_default();
            if let Some(framework) = page.knowledge.frameworks.get(&first.into()) {
                let span = page.folded.original(hit.start, hit.end);
                points.entry(framework.programme.as_str()).or_insert((0, span)).0 += 1;
            }
        }
        for hit in page.in_sentence(sentence, Kind::Outcome).filter(|h| is_own(page, h)) {
            let span = page.folded.original(hit.start, hit.end);
            if let Some(programme) = programme_of(page, hit) {
                points.entry(programme).or_insert((0, span)).0 += 3 * place;
            }
        }
    }
    let joint = points.get("jtai").map(|(total, span)| (*total, *span)).filter(|(p, _)| *p >= 6);
    if let Some(span) = joint.map(|(_, span)| span).or_else(|| four_inspectorates(page)) {
        return Some(("jtai", span));
    }
    points.remove("jtai");
    let named =
        |means: &str| page.hits.iter().any(|h| h.kind == Kind::Inspectorate && h.means == means);
    // Each programme has its inspectorate: a passing mention of another programme is not one.
    if points.len() > 1 {
        points.retain(|programme, _| match *programme {
            "youth-justice" => named("hmip"),
            "adult-social-care" => named("cqc"),
            _ => true,
        });
    }
    let first = |(programme, (total, span)): &(&'k str, (u32, Span))| {
        (*total, std::cmp::Reverse(span.start), *programme)
    };
    let inspected = page.hits.iter().any(|h| h.kind == Kind::Inspectorate);
    let named = points.iter().map(|(programme, found)| (*programme, *found)).max_by_key(first);
    match named {
        Some((programme, (total, span))) if total >= 2 => inspected.then_some((programme, span)),
        _ => by_inspectorate(page),
    }
}

/// The programme that an inspectorate looks at councils for, where none is named: together Ofsted and
/// the CQC inspect services for children with special needs, the CQC alone judges councils on adult
/// social care, Ofsted alone on children's services.
fn by_inspectorate<'k>(page: &Page<'k>) -> Option<(&'k str, Span)> {
    let lead = &page.sentences[..page.sentences.len().min(6)];
    let named = |s: &Sentence, means: &str| {
        page.in_sentence(s, Kind::Inspectorate).any(|h| h.means == means)
    };
    let anywhere = |means: &str| page.sentences.iter().any(|s| named(s, means));
    if let Some(s) = lead.iter().find(|s| named(s, "ofsted") && named(s, "cqc")) {
        let police = page.sentences.iter().any(|s| names_police(page, s));
        return (!police).then(|| ("send", page.span(s)));
    }
    // Alone each of them looks at schools, homes and hospitals, too.
    if page.hits.iter().filter(|h| h.kind == Kind::Provider).count() > 1
        || lead.iter().take(2).any(|s| page.has(s, Kind::Provider))
    {
        return None;
    }
    let (means, programme) = match (anywhere("ofsted"), anywhere("cqc")) {
        (true, false) => ("ofsted", "childrens-services"),
        (false, true) => ("cqc", "adult-social-care"),
        _ => return None,
    };
    let hinted = page.hits.iter().any(|h| h.kind == Kind::Programme && h.means == programme)
        || page.knowledge.lexicon.has(Kind::Served, programme, &page.folded.text);
    let sentence = lead.iter().find(|s| named(s, means))?;
    let council = lead.iter().any(|s| page.mentions_in(s).next().is_some())
        || page.mentions.iter().any(|m| m.naming == Naming::Body);
    (hinted && council).then(|| (programme, page.span(sentence)))
}

/// The programme of the framework whose own sentence a hit is.
fn programme_of<'k>(page: &Page<'k>, hit: &Hit<'k>) -> Option<&'k str> {
    let (framework, _) = hit.means.split_once('/')?;
    Some(page.knowledge.frameworks.get(&framework.into())?.programme.as_str())
}

/// "Cabinet member for children's services", "Adult Social Care Committee": an office, no inspection.
fn is_office(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let after = page.words(hit.end, sentence.end).strip_prefix(' ');
    let body = after.is_some_and(|a| page.knowledge.lexicon.starts(Kind::Office, a).is_some());
    let speaker = page.hits_in(sentence.start, hit.start).rfind(|h| h.kind == Kind::Speaker);
    let office = speaker.is_some_and(|h| {
        let between = page.words(h.end, hit.start);
        distance(page, h.end, hit.start) <= 4
            && !between.contains([',', '.', ':', ';'])
            && (between.starts_with(" for ")
                || between.starts_with(" of ")
                || page.words(h.start, h.end).ends_with(" of"))
    });
    office || body
}

/// Ofsted and another inspectorate with the police's: no other inspection has them all.
fn four_inspectorates(page: &Page) -> Option<Span> {
    let youth = page.hits.iter().any(|h| {
        h.means == "youth-justice strong" && page.words(h.start, h.end).starts_with("youth")
    });
    let together = page.sentences.iter().find(|s| {
        let named = |means: &str| page.in_sentence(s, Kind::Inspectorate).any(|h| h.means == means);
        named("ofsted") && (named("cqc") || named("hmip")) && names_police(page, s)
    })?;
    (!youth).then(|| page.span(together))
}

/// Whether a sentence names the police's inspectorate.
pub fn names_police(page: &Page, sentence: &Sentence) -> bool {
    page.in_sentence(sentence, Kind::OtherThing).any(|h| {
        let words = page.words(h.start, h.end);
        words.starts_with("hmic")
            || words.contains("constab")
            || words == "police inspectorate"
            || words.starts_with("police and probation")
    })
}

/// "Integrated care board": such bodies do much else.
fn is_body(page: &Page, hit: &Hit) -> bool {
    let words = page.words(hit.start, hit.end);
    ["board", "icb", "ccg", "commissioning group"].iter().any(|w| words.contains(w))
}

/// Whether an outcome is told in words that are the framework's alone: many fail widely.
pub fn is_own(page: &Page, hit: &Hit) -> bool {
    let words = page.words(hit.start, hit.end);
    !hit.means.ends_with("systemic-failings") || words.contains("systemic")
}
