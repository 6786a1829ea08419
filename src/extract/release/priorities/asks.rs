//! What inspectors ask for or complain of ("Ofsted would like to see ..."), what the council has
//! been asked to do, and needs that inspectors are said to see or a person of the council owns to.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{BE, DO, HAVE, first};
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::bearing::{Ear, at, is_denied, says};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, after_subject, core};
use crate::extract::release::priorities::excuses::excuse;
use crate::extract::release::priorities::heads::run;
use crate::extract::release::priorities::idle::idle;
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

/// What is done with words alone.
const COURTESIES: [&str; 6] =
    ["to thank ", "thank ", "to congratulate ", "to pay tribute", "to praise ", "to acknowledge "];

/// What inspectors ask for or complain of: "Ofsted would like to see ...".
pub fn asked(page: &Page, scope: &Scope, index: usize) -> Vec<Item> {
    let sentence = &page.sentences[index];
    let needs = |ask: &Hit| {
        let need = at(page, Kind::Lead, ask.end + 1, sentence.end);
        need.is_some_and(|h| h.means == "need")
    };
    // "What they want us to do next" heads what they want.
    if sentence.role == Role::Heading
        && page.words(sentence.start, sentence.end).starts_with("what ")
    {
        return Vec::new();
    }
    let mut asks = page.in_sentence(sentence, Kind::Ask);
    let fits = |h: &&Hit| {
        // "14 points out of a possible 36".
        let score = page.words(h.start, h.end).ends_with(" out")
            && page.words(h.end, sentence.end).starts_with(" of ");
        // "They did not ask for a statement."
        !score
            && !is_denied(page, sentence.start, h)
            && (!h.means.ends_with("need") || needs(h))
            && (asks_itself(page, index, h) || is_bidden(page, sentence, h))
    };
    let Some(ask) = asks.find(fits) else { return Vec::new() };
    // "Would like to thank everyone" asks for nothing.
    if COURTESIES.iter().any(|w| page.words(ask.end, sentence.end).trim_start().starts_with(w)) {
        return Vec::new();
    }
    // "We've been asked to look at ..." is no purpose of the inspection.
    let bidden = is_bidden(page, sentence, ask);
    let purpose = |h: &Hit| h.kind == Kind::Purpose && !(bidden && h.start >= ask.start);
    if page.hits_in(sentence.start, sentence.end).any(|h| purpose(h) && h.start <= ask.end) {
        return Vec::new();
    }
    let trim = if needs(ask) { Trim::Listed } else { Trim::Clause };
    let count = count_before(page, sentence, ask);
    let words = page.words(ask.start, ask.end);
    let bids = words.ends_with(" that") || words.starts_with("suggest");
    let rest = page.words(ask.end, sentence.end).trim_start();
    let rest = rest.strip_prefix("that ").unwrap_or(rest);
    let done = after_doer(page, sentence.end - rest.len(), sentence.end);
    // "Encourage the partnership, with its schools, to ..."
    let aside = words.ends_with(',').then(|| page.words(ask.end, sentence.end).find(", to "));
    let start = match aside.flatten() {
        Some(at) => ask.end + at + 5,
        None if bids => done,
        None => ask.end,
    };
    let mut items = run(page, start, sentence.end, kind(ask), count, trim);
    if bids {
        for item in &mut items {
            item.start = after_doer(page, item.start, item.end);
        }
    }
    // "Records could be fuller and they'd like ...": what stands before is another one.
    let doer = |h: &&Hit| h.kind == Kind::Author || bidden && h.kind == Kind::Vague;
    let author = page.hits_in(sentence.start, ask.start).rfind(doer);
    let joint = author.map(|h| page.words(sentence.start, h.start).trim_end());
    let left = joint
        .and_then(|w| [" and", ", and", ", but", " but"].iter().find_map(|j| w.strip_suffix(j)));
    if let Some(left) = left.filter(|_| !items.is_empty()) {
        let first = Sentence { end: sentence.start + left.len(), ..*sentence };
        let kind = PriorityKind::Improvement;
        let told = shortcomings::of_sentence(page, scope, &first, Ear::Needs, kind);
        items.splice(..0, told);
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
        // "Inspectors were critical of": what they felt is not what was done to them.
        let felt = [" of", " about", " with", " at", " by", " on", " that"].iter();
        let felt = felt.into_iter().any(|w| page.words(ask.start, ask.end).ends_with(w));
        let other = |w: &str| OTHERS.contains(&w) && !(felt && w == "were");
        let same = !between.split([' ', ',']).any(other);
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
    // "They want ... They want ...": what the first stands for, the others do.
    let they = |i: &usize| page.words(page.sentences[*i].start, sentence.end).starts_with("they ");
    let first = (0..index).rev().take(4).take_while(they).last().unwrap_or(index);
    let last = &page.sentences[first.saturating_sub(2)..first];
    let person = last.last().is_some_and(|s| {
        let quoted = s.voice == Voice::Person && !page.has(s, Kind::Inspectorate);
        page.has(s, Kind::Speaker) || quoted
    });
    inner || !person && last.iter().any(|s| page.hits_in(s.start, s.end).any(inspects))
}

/// "The council has been asked to ...": by whom needs no saying.
fn is_bidden(page: &Page, sentence: &Sentence, ask: &Hit) -> bool {
    const PASSIVE: [&str; 12] =
        ["has", "have", "had", "was", "were", "is", "are", "'ve", "'d", "'s", "being", "been"];
    let before = page.words(sentence.start, ask.start).trim_end();
    let kept = before.trim_end_matches(" being").trim_end_matches(" been");
    let kept = kept.trim_end_matches(" also").trim_end_matches(" now");
    let kept = PASSIVE[..10].iter().find_map(|p| kept.strip_suffix(*p)).unwrap_or(kept).trim_end();
    let first = page.words(ask.start, ask.end).split(' ').next().unwrap_or_default();
    let passive = kept.len() < before.len() || PASSIVE.contains(&first);
    let end = sentence.start + kept.len();
    let mut vague = page.hits_in(sentence.start, end).filter(|h| h.kind == Kind::Vague);
    passive && vague.any(|h| h.end == end)
}

/// "That the council look at ...": the place after who must do it.
fn after_doer(page: &Page, start: usize, end: usize) -> usize {
    const OTHERS: [&str; 3] = ["will", "can", "could"];
    if let Some(done) = after_subject(page, start, end) {
        return done;
    }
    let Some(doer) = at(page, Kind::Vague, start, end) else { return start };
    let rest = page.words(doer.end, end).strip_prefix(' ').unwrap_or_default();
    let next = first(rest);
    let done = [&BE[..], &HAVE, &DO, &OTHERS];
    let stays = next.is_empty() || done.iter().any(|class| class.contains(&next));
    if stays { start } else { core(page, doer.end, end, Trim::Clause).map_or(start, |(s, _)| s) }
}

/// Needs that inspectors are said to see, or that a person of the council owns to.
pub fn needed(page: &Page, scope: &Scope, sentence: &Sentence) -> Vec<Item> {
    let person = sentence.voice == Voice::Person;
    let block = page.text.blocks[sentence.block].span;
    let told = page.folded.of_original(block.start);
    let start = after_saying(page, sentence.start, sentence.end);
    let bidden = !person && bidden_here(page, sentence, start);
    if !person && !bidden && !says(page, told, sentence.end) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (start, end) in clauses(page, start, sentence.end) {
        let Some(need) = page.hits_in(start, end).find(|h| h.kind == Kind::Need) else { continue };
        if excuse(page, scope, start, end).is_some() || is_denied(page, start, need) {
            continue;
        }
        let listed = |at, end| run(page, at, end, PriorityKind::Improvement, None, Trim::Clause);
        if person {
            let own = ["we ", "we've ", "there is ", "there's ", "i "];
            let owned = own.iter().any(|w| page.words(start, need.start + 1).contains(w));
            if owned && need.means == "own" {
                found.extend(listed(need.end, end));
            }
        } else if let Some(at) = after_subject(page, start, end) {
            found.extend(listed(at, sentence.end));
            break;
        } else if sentence.role == Role::Prose {
            let item = core(page, start, end, Trim::Clause);
            let item = item.filter(|&(s, e)| idle(page, s, e).is_none());
            found.extend(item.and_then(|(start, proof)| {
                let end = named(page, start, proof)?;
                Some(Item { end, ..Item::new(start, proof, PriorityKind::Improvement) })
            }));
        }
    }
    found
}

/// "The council needs to ..." once inspectors have been named; not "we".
fn bidden_here(page: &Page, sentence: &Sentence, start: usize) -> bool {
    let own =
        ["we ", "it ", "this "].iter().any(|w| page.words(start, sentence.end).starts_with(w));
    !own && after_subject(page, start, sentence.end).is_some()
        && sentence.role == Role::Prose
        && page.told_before(sentence.start, Kind::Inspectorate)
}
