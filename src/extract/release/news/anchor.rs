//! The sentence that reports an inspection: what the rest of a page is about follows from where it stands.
//!
//! It is the page's own words, early, in a main clause and of now: "which Ofsted rated good", "a year
//! after inspectors rated it" and "a report last year found" stand behind other news.

use std::sync::LazyLock;

use regex::Regex;

use super::learned::is_learned;
use super::section;
use super::{is_titled, is_wanted};
use crate::extract::release::binding::What;
use crate::extract::release::claims::{Claim, GradeWords, Strength, distance};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::time::When;
use crate::knowledge::lexicon::{Hit, Kind};

/// How many sentences may go by before an inspection is reported: minutes take a while.
pub const OPENING: usize = 8;

/// How far "rated good by Ofsted", which may stand for long, can be news.
const HEAD: usize = 3;

/// The index of the first sentence that reports what inspectors found, published or came for.
pub fn anchor(page: &Page, claims: &[Claim]) -> Option<usize> {
    let reports = |(index, s): (usize, &Sentence)| is_reported(page, s, index < HEAD, claims);
    let first = page.sentences.iter().take(OPENING).enumerate().position(reports);
    first.or_else(|| section::item(page, claims, OPENING))
}

/// `head` says whether the sentence stands at the head of the page.
fn is_reported(page: &Page, sentence: &Sentence, head: bool, claims: &[Claim]) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let asks = words.trim_end().ends_with('?');
    if asks || sentence.voice == Voice::Person {
        return false;
    }
    let span = page.span(sentence);
    let own = || claims.iter().filter(|c| span.contains(c.span));
    let behind = background(page, sentence);
    let is_behind = |at: usize| behind.iter().any(|(from, to)| *from <= at && at < *to);
    let before = |h: &&Hit| !is_behind(h.start);
    let hits: Vec<&Hit> = page.hits_in(sentence.start, sentence.end).filter(before).collect();
    let told = |c: &&Claim| {
        c.mood == Mood::Stated
            && matches!(c.when, When::Now(_))
            && !is_behind(page.folded.of_original(c.span.end) - 1)
    };
    // "After a third visit since it was found inadequate": the visit is the news.
    let visit = hits.iter().any(|h| h.kind == Kind::Event && !h.means.starts_with("revisit"));
    if is_learned(page, sentence, &hits) {
        return true;
    }
    let past = own().next().is_some() && own().all(|c| matches!(c.when, When::Before(_)));
    if past && !visit {
        return false;
    }
    let graded = own().any(|c| told(&c));
    let given = own().any(|c| matches!(c.mood, Mood::Stated | Mood::National));
    let official = own().any(|c| {
        told(&c) && matches!(c.grade, GradeWords::Sentence(_) | GradeWords::Place("middle"))
    });
    // "When inspectors last came": but "rated good, up from what it was years ago" is of now.
    let event = hits.iter().any(|h| h.kind == Kind::Event);
    if page.has(sentence, Kind::Earlier) && !event && !graded {
        return false;
    }
    // "Leeds has been rated good": the area's own grade at the head of the page.
    let main = |c: &&Claim| {
        told(c) && c.strength == Strength::Rated && matches!(c.what, What::Overall | What::Unnamed)
    };
    let named = page.mentions_in(sentence).next().is_some();
    // Under a title about something else "Leeds is rated good by Ofsted" may stand for years.
    let stands = sentence.role == Role::Prose && STANDS.is_match(words) && !is_titled(page, claims);
    let official = official || (head && named && !stands && own().any(|c| main(&c)));
    let written = graded && page.in_sentence(sentence, Kind::Document).any(is_report);
    official
        || written
        || says(page, &hits, sentence, head && given && !stands)
        || says_after_aside(page, sentence, &hits)
        || reports(page, &hits, graded && !stands)
}

/// "Are rated good by Ofsted".
static STANDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#" (?:is|are)(?: currently| now)? (?:rated|judged|graded|ranked) (?:as )?['"]?[a-z ]{4,25}['"]? (?:overall )?by "#)
        .expect("fixed grammar")
});

/// "Ofsted, which came in May, says", "the letter (out today) finds".
fn says_after_aside(page: &Page, sentence: &Sentence, hits: &[&Hit]) -> bool {
    let authors = hits.iter().filter(|h| match h.kind {
        Kind::Inspectorate => h.means != "any" || page.words(h.start, h.end) != "inspection",
        Kind::Author => !["they", "it"].contains(&page.words(h.start, h.end)),
        _ => false,
    });
    let says = |rest: &str, open: &str, close: &str| {
        rest.strip_prefix(open).is_some_and(|aside| {
            aside.match_indices(close).take(2).any(|(at, close)| {
                let verb = &aside[at + close.len()..];
                page.knowledge.lexicon.starts(Kind::Report, verb).is_some()
            })
        })
    };
    authors
        .map(|h| page.words(h.end, sentence.end))
        .any(|rest| says(rest, ", ", ", ") || says(rest, " (", ") "))
}

/// Inspectors find, write or judge; `given` says whether a grade of theirs stands at the head of the page.
fn says(page: &Page, hits: &[&Hit], sentence: &Sentence, given: bool) -> bool {
    let has = |kind: Kind| hits.iter().any(|h| h.kind == kind);
    let inspectorate = hits.iter().find(|h| h.kind == Kind::Inspectorate);
    let document = page.in_sentence(sentence, Kind::Document).any(is_report);
    // "The report on Leeds has been published", under a title that names the inspection.
    let known = || {
        let title = page.sentences.first().map(|s| page.words(s.start, s.end));
        title.is_some_and(|t| t.contains("inspection"))
            && page.mentions_in(sentence).next().is_some()
    };
    let whose = inspectorate.is_some() || document && (given_out(hits) || known());
    let report = whose && has(Kind::Published);
    let outcome =
        inspectorate.is_some() && !has(Kind::Coming) && page.has(sentence, Kind::Document);
    // A chief inspector who only visits finds nothing.
    let finding = hits
        .iter()
        .filter(|h| h.kind == Kind::Finding && !announces(page, sentence, h))
        .filter(|h| !foretells(page, hits, h))
        .any(|h| h.means != "person");
    // "Ofsted has rated it good": not "rated good by Ofsted", which may stand for long.
    let judged = inspectorate.is_some_and(|i| {
        hits.iter().any(|h| {
            let yet =
                h.start >= i.end && is_future(page.words(i.end, h.start)) || is_wanted(page, h);
            h.kind == Kind::Judging && !yet && (given || h.start >= i.end)
        })
    });
    report || outcome || finding || judged
}

/// "Inspections will be led by others, Ofsted has said": what is to come, said at the end.
fn announces(page: &Page, sentence: &Sentence, finding: &Hit) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let said = page.words(finding.start, finding.end);
    words.trim_end_matches(['.', '"']).ends_with(said)
        && words.find(" will ").is_some_and(|will| words.rfind(said).is_some_and(|at| will < at))
}

/// "The CQC has told the council that it will be assessed": nothing is found yet.
fn foretells(page: &Page, hits: &[&Hit], finding: &Hit) -> bool {
    let planned = |h: &&&Hit| {
        h.kind == Kind::Coming
            && h.start >= finding.end
            && page.words(h.start, h.end).starts_with("will be ")
    };
    hits.iter().find(planned).is_some_and(|coming| {
        let said = page.words(finding.end, coming.start);
        distance(page, finding.end, coming.start) <= 10
            && !said.contains([',', ';'])
            && [" that ", " its ", " it "].iter().any(|w| said.contains(w))
    })
}

/// "Ofsted will stop giving": told between an inspectorate and what it does.
fn is_future(between: &str) -> bool {
    ["will", "would", "can", "could", "may", "might"]
        .iter()
        .any(|modal| between.split(' ').any(|word| word == *modal))
}

/// "The report has landed", "the letter is out": said of nothing but an inspection's.
fn given_out(hits: &[&Hit]) -> bool {
    hits.iter().any(|h| h.kind == Kind::Published && h.means == "landed")
}

/// A grade stands beside an inspectorate, or it is told that inspectors came and what follows from it.
fn reports(page: &Page, hits: &[&Hit], graded: bool) -> bool {
    let words = |h: &Hit| page.words(h.start, h.end);
    let mut inspectorates = hits.iter().filter(|h| h.kind == Kind::Inspectorate);
    let coming = hits.iter().any(|h| h.kind == Kind::Coming);
    // A chief inspector who spends a day somewhere inspects nothing.
    let guest = hits.iter().any(|h| h.kind == Kind::Finding && h.means == "person");
    let came = |h: &Hit| h.kind == Kind::Inspected && h.means == "came" && !is_to_be(page, h);
    let held = !(coming || guest) && hits.iter().any(|h| came(h));
    let statement = hits.iter().any(|h| h.kind == Kind::Statement && h.means != "required");
    let progress = hits.iter().any(|h| {
        let told = words(h);
        h.kind == Kind::Progress
            && (told.contains("progress ")
                || ["sufficient progress", "insufficient progress", "enough progress"]
                    .contains(&told))
    });
    let framework = hits.iter().any(|h| h.kind == Kind::Framework && h.means.contains("ilacs"));
    let named = inspectorates.next().is_some();
    let inspected = named || framework;
    let of_inspectors =
        |before: &str| named || before.ends_with("they ") || before.ends_with("they have ");
    // "Councils will still get focused visits", "services return to the council".
    let event = hits.iter().any(|h| {
        let before = page.sentence_at(h.start).map_or("", |(_, s)| page.words(s.start, h.start));
        h.kind == Kind::Event
            && !is_future(before)
            && !is_wanted(page, h)
            && (h.means != "revisit came" || of_inspectors(before))
    });
    // Progress towards the goals of a statement is told by anybody.
    let statement = statement && !hits.iter().any(|h| h.kind == Kind::Progress);
    statement || progress || event || inspected && (graded || held)
}

/// "Leeds to be assessed by the CQC", in a title.
fn is_to_be(page: &Page, hit: &Hit) -> bool {
    page.sentence_at(hit.start).is_some_and(|(_, s)| {
        s.role == Role::Title && page.words(s.start, hit.start).ends_with(" to be ")
    })
}

/// The parts of a sentence that stand behind its news.
fn background(page: &Page, sentence: &Sentence) -> Vec<(usize, usize)> {
    let comma = |from: usize| {
        page.words(from, sentence.end).find([',', ';']).map_or(sentence.end, |at| from + at)
    };
    let clause = |at: usize| {
        page.words(sentence.start, at)
            .rfind([',', ';'])
            .map_or(sentence.start, |comma| sentence.start + comma)
    };
    let beside = |h: &Hit| {
        let reports =
            [Kind::Judging, Kind::Finding, Kind::Grade, Kind::Published, Kind::Inspectorate];
        page.hits_in(sentence.start, sentence.end).filter(|o| reports.contains(&o.kind)).any(|o| {
            (o.end <= h.start && distance(page, o.end, h.start) == 0)
                || (h.end <= o.start && distance(page, h.end, o.start) == 0)
        })
    };
    let part = |h: &Hit| match h.means {
        "rest" => Some((h.start, sentence.end)),
        "then" => beside(h).then(|| (clause(h.start), comma(h.end))),
        // "The report, which says", "Ofsted, whose inspectors say": it is the report that speaks.
        _ => {
            let whose = page.words(h.start, h.end).ends_with("whose")
                && page.in_sentence(sentence, Kind::Inspectorate).any(|i| i.end == h.start);
            let names = |d: &Hit| is_report(d) && d.end == h.start;
            let speaks = whose || page.in_sentence(sentence, Kind::Document).any(names);
            // "Inspectors, who have rated it good": what they have done is of now.
            let after = page.words(h.end, sentence.end);
            let done = [" have ", " has "].iter().any(|w| after.starts_with(w))
                && page.in_sentence(sentence, Kind::Inspectorate).any(|i| i.end == h.start);
            (!speaks && !done).then(|| (h.start, comma(h.end)))
        }
    };
    page.in_sentence(sentence, Kind::Background).filter_map(part).collect()
}

/// Whether inspectors publish it: not what stands in it.
fn is_report(document: &Hit) -> bool {
    document.means.is_empty()
}
