//! Improvement items that a sentence introduces: after a heading of improvement ("areas for
//! improvement include ..."), in what inspectors ask for, and as a need that somebody names.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::bearing::{
    Ear, at, has, is_denied, is_elsewhere, is_excused, is_past, says,
};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, core, named};
use crate::extract::release::priorities::lists::{Zone, is_item, zones};
use crate::extract::release::priorities::openings::{continued, count_before, opening};
use crate::extract::release::priorities::{Found, Item, kind, runs, shortcomings};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// Finds the items that sentences of one voice introduce.
pub fn items(page: &Page, scope: &Scope, voice: Voice) -> Found {
    let zones = zones(page);
    let mut found = Found::default();
    for (index, sentence) in page.sentences.iter().enumerate() {
        let other = zones[index] == Zone::Other || sentence.role == Role::Title;
        let elsewhere = voice == Voice::Release && is_elsewhere(page, scope, sentence);
        let past = is_past(page, scope, sentence.start, sentence.end);
        if sentence.voice != voice || other || elsewhere || past || is_plan(page, sentence) {
            continue;
        }
        let told = of_sentence(page, scope, index, zones[index]);
        found.complete |= told.complete && told.items.len() > 1;
        found.items.extend(told.items);
    }
    found
}

fn of_sentence(page: &Page, scope: &Scope, index: usize, zone: Zone) -> Found {
    let sentence = &page.sentences[index];
    if let Some(head) = heads(page, sentence).next() {
        let under = under(page, scope, index, head);
        if !under.items.is_empty() {
            return under;
        }
    }
    let mut found = Found::default();
    if let Zone::Improve(kind) = zone
        && sentence.role == Role::Prose
        && !is_item(page, sentence)
    {
        found.items = shortcomings::of_sentence(page, scope, sentence, Ear::Soft, kind);
    }
    if found.items.is_empty() {
        found.items = asked(page, sentence);
    }
    if found.items.is_empty() {
        found.items = needed(page, scope, sentence);
    }
    found
}

/// Headings of improvement in a sentence; some need a number before them.
pub fn heads<'a>(
    page: &'a Page,
    sentence: &'a Sentence,
) -> impl DoubleEndedIterator<Item = &'a Hit<'a>> {
    page.in_sentence(sentence, Kind::ImproveHead)
        .filter(move |h| !h.means.ends_with("counted") || count_before(page, sentence, h).is_some())
}

/// What follows a heading in its sentence, else in the next ones.
fn under(page: &Page, scope: &Scope, index: usize, head: &Hit) -> Found {
    let sentence = &page.sentences[index];
    let count = count_before(page, sentence, head);
    let mut own = after_head(page, sentence, head, count);
    // "Two areas have been named, and leaders plan to further improve ..."
    if own.is_empty() && count.is_some() {
        let mut needs = page.hits_in(head.end, sentence.end);
        let need = needs.find(|h| h.kind == Kind::Need && h.means == "own");
        let item = need.and_then(|n| core(page, n.end, sentence.end, Trim::Clause));
        own.extend(item.map(|(start, end)| Item::new(start, end, kind(head))));
    }
    let following = page.sentences[index + 1..].iter();
    let same = |s: &&Sentence| s.role == Role::Prose || s.block == sentence.block;
    for next in following.take_while(|s| s.voice == sentence.voice && same(s)) {
        let more = continued(page, next);
        let more = more.map(|at| run(page, at, next.end, kind(head), count, Trim::Listed));
        let more = more.unwrap_or_default();
        let open = count.is_some_and(|n| own.len() < n) || head.means.ends_with("open");
        if own.is_empty() && !more.is_empty() {
            own = more;
        } else if open {
            let mut told = shortcomings::of_sentence(page, scope, next, Ear::Soft, kind(head));
            if told.is_empty() && is_numbered(page.words(next.start, next.end)) {
                let item = core(page, next.start, next.end, Trim::Clause);
                told.extend(item.map(|(start, end)| Item::new(start, end, kind(head))));
            }
            let far = next.block != sentence.block && head.means.ends_with("open");
            if far || told.is_empty() && !head.means.ends_with("open") {
                break;
            }
            own.extend(told);
        } else {
            break;
        }
    }
    let words = page.words(sentence.start, head.end);
    let some = words.contains("among ") || count.is_some_and(|n| own.len() < n);
    Found { complete: !some, items: own }
}

/// "First, ...": one of those announced.
fn is_numbered(words: &str) -> bool {
    let first = ["first", "second", "third", "fourth", "one is ", "the other is ", "another is "];
    first.iter().any(|w| words.starts_with(w))
}

fn after_head(page: &Page, sentence: &Sentence, head: &Hit, count: Option<usize>) -> Vec<Item> {
    let rest = page.words(head.end, sentence.end);
    let Some(at) = opening(page.words(head.start, head.end), rest) else { return Vec::new() };
    run(page, head.end + at, sentence.end, kind(head), count, Trim::Listed)
}

fn run(
    page: &Page,
    start: usize,
    end: usize,
    kind: PriorityKind,
    count: Option<usize>,
    trim: Trim,
) -> Vec<Item> {
    runs::split(page, start, end, count, trim)
        .into_iter()
        .filter(|&(s, e)| !is_clause_of_plan(page.words(s, e)))
        .filter(|&(s, e)| {
            let void = |h: &Hit| h.kind == Kind::Excuse && h.means == "void";
            !page.hits_in(s, e).any(void)
        })
        .map(|(start, end)| Item::new(start, end, kind))
        .collect()
}

/// "We will ...", "it was ...": a sentence of its own, no item.
fn is_clause_of_plan(words: &str) -> bool {
    let first = ["we ", "i ", "and we", "that we", "this "];
    let subjects = ["it ", "they ", "the council "];
    let verbs = ["is ", "are ", "was ", "were ", "has ", "have ", "had ", "will ", "said "];
    let rest = subjects.iter().find_map(|s| words.strip_prefix(s));
    first.iter().any(|w| words.starts_with(w))
        || rest.is_some_and(|r| verbs.iter().any(|v| r.starts_with(v)))
}

/// What inspectors ask for or complain of: "Ofsted would like to see ...".
fn asked(page: &Page, sentence: &Sentence) -> Vec<Item> {
    let needs = |ask: &Hit| {
        let need = at(page, Kind::Lead, ask.end + 1, sentence.end);
        need.is_some_and(|h| h.means == "need")
    };
    let mut asks = page.in_sentence(sentence, Kind::Ask);
    let Some(ask) = asks.find(|h| !h.means.ends_with("need") || needs(h)) else {
        return Vec::new();
    };
    let trim = if needs(ask) { Trim::Listed } else { Trim::Clause };
    let author = page.hits_in(sentence.start, ask.end).any(|h| {
        matches!(h.kind, Kind::Inspectorate | Kind::Author) && distance(page, h.end, ask.start) <= 4
    });
    if !author {
        return Vec::new();
    }
    let count = count_before(page, sentence, ask);
    run(page, ask.end, sentence.end, kind(ask), count, trim)
}

/// Needs that inspectors are said to see, or that a person of the council owns to.
fn needed(page: &Page, scope: &Scope, sentence: &Sentence) -> Vec<Item> {
    let person = sentence.voice == Voice::Person;
    let block = page.text.blocks[sentence.block].span;
    let told = page.folded.of_original(block.start);
    if !person && !says(page, told, sentence.end) {
        return Vec::new();
    }
    let start = after_saying(page, sentence.start, sentence.end);
    let mut found = Vec::new();
    for (start, end) in clauses(page, start, sentence.end) {
        let Some(need) = page.hits_in(start, end).find(|h| h.kind == Kind::Need) else { continue };
        if is_excused(page, scope, start, end) || is_denied(page, start, need) {
            continue;
        }
        if person {
            let own = ["we ", "we've ", "there is ", "there's ", "i "];
            let owned = own.iter().any(|w| page.words(start, need.start + 1).contains(w));
            if owned && need.means == "own" {
                found.extend(run(
                    page,
                    need.end,
                    end,
                    PriorityKind::Improvement,
                    None,
                    Trim::Clause,
                ));
            }
        } else if sentence.role == Role::Prose {
            let item = core(page, start, end, Trim::Clause);
            let item = item.filter(|&(s, e)| !shortcomings::is_own(page.words(s, e)));
            found.extend(item.and_then(|(start, proof)| {
                let end = named(page, start, proof)?;
                Some(Item { start, end, proof, kind: PriorityKind::Improvement })
            }));
        }
    }
    found
}

/// Where words begin after "inspectors found that" and "according to the report,".
pub fn after_saying(page: &Page, start: usize, end: usize) -> usize {
    let finding = page
        .hits_in(start, end)
        .find(|h| h.kind == Kind::Finding && !page.words(h.start, h.end).ends_with("made"));
    let Some(at) = finding.filter(|h| distance(page, start, h.start) <= 4).map(|h| h.end) else {
        return start;
    };
    let rest = page.words(at, end).trim_start_matches([' ', '"', '\'', ',', ':']);
    let rest = rest.strip_prefix("that ").unwrap_or(rest).trim_start_matches(['"', '\'']);
    if rest.split(' ').count() >= 3 { end - rest.len() } else { start }
}

/// What the council will do with the findings is no finding.
fn is_plan(page: &Page, sentence: &Sentence) -> bool {
    page.in_sentence(sentence, Kind::Excuse).any(|h| h.means == "plan")
        || has(page, Kind::Coming, sentence.start, sentence.end)
}
