//! What inspectors ask for or complain of ("Ofsted would like to see ..."), what the council has
//! been asked to do, and needs that inspectors are said to see or a person of the council owns to.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::bearing::{at, is_denied, is_excused, says};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, after_subject, core};
use crate::extract::release::priorities::heads::run;
use crate::extract::release::priorities::naming::named;
use crate::extract::release::priorities::openings::count_before;
use crate::extract::release::priorities::speech::after_saying;
use crate::extract::release::priorities::{Item, kind, shortcomings};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// Between who asks and the asking, words that bring in somebody else.
const OTHERS: [&str; 14] = [
    "that", "said", "says", "say", "told", "heard", "staff", "parents", "children", "families",
    "people", "carers", "who", "were",
];

/// What inspectors ask for or complain of: "Ofsted would like to see ...".
pub fn asked(page: &Page, index: usize) -> Vec<Item> {
    let sentence = &page.sentences[index];
    let needs = |ask: &Hit| {
        let need = at(page, Kind::Lead, ask.end + 1, sentence.end);
        need.is_some_and(|h| h.means == "need")
    };
    if page.has(sentence, Kind::Purpose) {
        return Vec::new();
    }
    let mut asks = page.in_sentence(sentence, Kind::Ask);
    let fits = |h: &&Hit| {
        (!h.means.ends_with("need") || needs(h))
            && (asks_itself(page, index, h) || is_bidden(page, sentence, h))
    };
    let Some(ask) = asks.find(fits) else { return Vec::new() };
    let trim = if needs(ask) { Trim::Listed } else { Trim::Clause };
    let count = count_before(page, sentence, ask);
    let mut items = run(page, ask.end, sentence.end, kind(ask), count, trim);
    if page.words(ask.start, ask.end).ends_with(" that") {
        for item in &mut items {
            item.start = after_doer(page, item.start, item.end);
        }
    }
    items
}

/// Whether an inspectorate, its report or "they" asks.
fn asks_itself(page: &Page, index: usize, ask: &Hit) -> bool {
    let sentence = &page.sentences[index];
    page.hits_in(sentence.start, ask.end).any(|h| {
        let who = matches!(h.kind, Kind::Inspectorate | Kind::Author);
        if !who || h.end > ask.start {
            return who && h.kind == Kind::Inspectorate;
        }
        let between = page.words(h.end, ask.start).trim();
        let same = !between.split([' ', ',']).any(|w| OTHERS.contains(&w));
        let both = ["but", "but also", "and also"].iter().any(|w| between.ends_with(w));
        let near = distance(page, h.end, ask.start) <= 4;
        let pronoun = ["they", "it"].contains(&page.words(h.start, h.end));
        let known = !pronoun || between == "was" || between == "is" || stands_for(page, index, h);
        same && known && (near || both && h.kind == Kind::Inspectorate)
    })
}

/// Whether "they" or "it" stands for inspectors or their report.
fn stands_for(page: &Page, index: usize, pronoun: &Hit) -> bool {
    let inspects = |h: &Hit| {
        let noun = !["they", "it"].contains(&page.words(h.start, h.end));
        h.kind == Kind::Inspectorate || h.kind == Kind::Author && noun
    };
    let sentence = &page.sentences[index];
    let before = page.words(sentence.start, pronoun.start);
    if OTHERS.iter().any(|w| before.starts_with(w)) {
        return false;
    }
    let inner = page.hits_in(sentence.start, pronoun.start).any(inspects);
    let last = &page.sentences[index.saturating_sub(2)..index];
    let person =
        last.last().is_some_and(|s| page.has(s, Kind::Speaker) || s.voice == Voice::Person);
    inner || !person && last.iter().any(|s| page.hits_in(s.start, s.end).any(inspects))
}

/// "The council has been asked to ...": by whom needs no saying.
fn is_bidden(page: &Page, sentence: &Sentence, ask: &Hit) -> bool {
    const PASSIVE: [&str; 6] = ["has", "have", "had", "was", "were", "been"];
    let before = page.words(sentence.start, ask.start).trim_end();
    let kept = before.trim_end_matches(" been").trim_end_matches(" also");
    let kept = PASSIVE[..5].iter().find_map(|p| kept.strip_suffix(*p)).unwrap_or(kept).trim_end();
    let first = page.words(ask.start, ask.end).split(' ').next().unwrap_or_default();
    let passive = kept.len() < before.len() || PASSIVE.contains(&first);
    let end = sentence.start + kept.len();
    let mut vague = page.hits_in(sentence.start, end).filter(|h| h.kind == Kind::Vague);
    passive && vague.any(|h| h.end == end)
}

/// "That the council look at ...": the place after who must do it.
fn after_doer(page: &Page, start: usize, end: usize) -> usize {
    const NOT_DONE: [&str; 12] =
        ["has", "have", "had", "is", "are", "was", "were", "will", "can", "could", "do", "does"];
    let Some(doer) = at(page, Kind::Vague, start, end) else { return start };
    let rest = page.words(doer.end, end).strip_prefix(' ').unwrap_or_default();
    let next = rest.split(' ').next().unwrap_or_default();
    let stays = next.is_empty() || NOT_DONE.contains(&next);
    if stays { start } else { core(page, doer.end, end, Trim::Clause).map_or(start, |(s, _)| s) }
}

/// Needs that inspectors are said to see, or that a person of the council owns to.
pub fn needed(page: &Page, scope: &Scope, sentence: &Sentence) -> Vec<Item> {
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
        } else if let Some(at) = after_subject(page, start, end) {
            found.extend(run(
                page,
                at,
                sentence.end,
                PriorityKind::Improvement,
                None,
                Trim::Clause,
            ));
            break;
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
