//! Improvement items that a sentence introduces: after a heading of improvement ("areas for
//! improvement include ..."), after words that announce them, in what inspectors ask for, and as a
//! need that somebody names; and in the sentences that go on with these.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{BE, HAVE, opens};
use crate::extract::release::mood::Scope;
use crate::extract::release::number::of_things;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::aside::{OTHER, aside};
use crate::extract::release::priorities::asks::{asked, needed};
use crate::extract::release::priorities::bearing::Ear;
use crate::extract::release::priorities::core::Trim;
use crate::extract::release::priorities::lists::{Zone, is_item, zones};
use crate::extract::release::priorities::naming::named;
use crate::extract::release::priorities::openings::{continued, count_before};
use crate::extract::release::priorities::sequence::{Step, goes_on, step};
use crate::extract::release::priorities::under::{bare_opening, openings, under, whole};
use crate::extract::release::priorities::verbs::{is_clause, main};
use crate::extract::release::priorities::{Found, Item, inverse, kind, runs, shortcomings};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// "It" stands so many bytes after what it stands for at most.
const NEAR: usize = 240;

/// Finds the items that sentences of one voice introduce.
pub fn items(page: &Page, scope: &Scope, voice: Voice) -> Found {
    let zones = zones(page);
    let mut found = Found::default();
    let mut before = Vec::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        if let Some(reason) = aside(page, scope, sentence, zones[index], voice) {
            before.clear();
            // "What next? We've been asked to ...": asked for all the same.
            if reason == OTHER && is_demand(page, sentence) {
                found.items.extend(asked(page, scope, index));
            }
            continue;
        }
        let mut told = of_sentence(page, scope, index, zones[index]);
        if told.items.is_empty() {
            told.items = more(page, scope, index, &before);
        }
        found.complete |= told.complete && told.items.len() > 1;
        before.clone_from(&told.items);
        found.items.extend(told.items);
    }
    found
}

/// Whether a sentence says that inspectors ask for something, and does not only point to it.
fn is_demand(page: &Page, sentence: &Sentence) -> bool {
    const DEMANDS: [&str; 5] = ["ask", "told", "urge", "recommend", "would like"];
    let inspected = page.has(sentence, Kind::Inspectorate);
    page.in_sentence(sentence, Kind::Ask).any(|h| {
        let words = page.words(h.start, h.end);
        (inspected || words.ends_with(" to")) && DEMANDS.iter().any(|d| words.contains(d))
    })
}

/// "So did ...": what is added to what the sentence before told.
fn more(page: &Page, scope: &Scope, index: usize, before: &[Item]) -> Vec<Item> {
    let sentence = &page.sentences[index];
    let Some(Step::More(at)) = step(page, sentence) else { return Vec::new() };
    let told = || {
        let last = index.checked_sub(1).map(|i| &page.sentences[i]);
        let kind = PriorityKind::Improvement;
        last.is_some_and(|s| {
            !shortcomings::of_sentence(page, scope, s, Ear::Needs, kind).is_empty()
        })
    };
    match before.last() {
        Some(last) => run(page, at, sentence.end, last.kind, None, Trim::Clause),
        None if told() => {
            let kind = PriorityKind::Improvement;
            run(page, at, sentence.end, kind, None, Trim::Clause)
        }
        None => Vec::new(),
    }
}

fn of_sentence(page: &Page, scope: &Scope, index: usize, zone: Zone) -> Found {
    let sentence = &page.sentences[index];
    // "Inspectors asked the partnership to ...": what is asked begins the items.
    let head = heads(page, sentence).next();
    let asks = |h: &Hit| {
        page.in_sentence(sentence, Kind::Ask).any(|a| a.start < h.end && h.start < a.start)
    };
    if head.is_some_and(asks) {
        let items = asked(page, scope, index);
        if !items.is_empty() {
            return Found { complete: false, items };
        }
    }
    for opening in openings(page, index) {
        let under = under(page, scope, index, &opening);
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
        if found.items.is_empty() && answers_question(page, index) {
            let items = run(page, sentence.start, sentence.end, kind, None, Trim::Listed);
            found.items = Some(items).filter(|i| i.len() > 1).unwrap_or_default();
        }
        if found.items.is_empty() && goes_on(page.words(sentence.start, sentence.end)) {
            found.items.extend(whole(page, scope, sentence, kind));
        }
    }
    if found.items.is_empty() {
        found = resumed(page, index);
    }
    if found.items.is_empty() {
        found.items = inverse::items(page, sentence);
    }
    if found.items.is_empty()
        && let Some(bare) = bare_opening(page, sentence)
    {
        found = under(page, scope, index, &bare);
    }
    if found.items.is_empty() {
        found.items = asked(page, scope, index);
    }
    if found.items.is_empty() {
        found.items = needed(page, scope, sentence);
    }
    found
}

/// "What must we do better? Check rotas and visit new families sooner.": an answer that is no clause.
fn answers_question(page: &Page, index: usize) -> bool {
    let sentence = &page.sentences[index];
    let asked = index.checked_sub(1).map(|i| &page.sentences[i]);
    let asked = asked.is_some_and(|s| page.words(s.start, s.end).ends_with('?'));
    let acts = page.begins(Kind::Act, sentence.start, sentence.end).is_some();
    asked && (acts || main(page, sentence.start, sentence.end).is_none())
}

/// "The seven: ...": those that an earlier paragraph has counted.
fn resumed(page: &Page, index: usize) -> Found {
    let sentence = &page.sentences[index];
    let words = page.words(sentence.start, sentence.end);
    let count = words.strip_prefix("the ").and_then(|w| of_things(w.split(':').next()?));
    let Some((count, at)) = count.zip(continued(page, sentence)) else { return Found::default() };
    let counted = |s: &&Sentence| heads(page, s).any(|h| count_before(page, s, h) == Some(count));
    let Some(head) = page.sentences[..index].iter().rfind(counted) else {
        return Found::default();
    };
    let kind = heads(page, head).next().map_or(PriorityKind::Improvement, kind);
    let items = run(page, at, sentence.end, kind, Some(count), Trim::Listed);
    Found { complete: items.len() == count, items }
}

/// Headings of improvement in a sentence; some need a number before them.
pub fn heads<'a>(
    page: &'a Page,
    sentence: &'a Sentence,
) -> impl DoubleEndedIterator<Item = &'a Hit<'a>> {
    page.in_sentence(sentence, Kind::ImproveHead).filter(move |h| {
        let counted = h.means.ends_with("counted");
        let covers = page.words(h.start, h.end).starts_with("cover");
        (!counted || count_before(page, sentence, h).is_some()) && (!covers || answers(page, h))
    })
}

/// "It covers three things": said of a statement or plan that answers what inspectors found.
fn answers(page: &Page, head: &Hit) -> bool {
    let asked = |h: &Hit| h.kind == Kind::Statement || h.means.starts_with("priority-action");
    page.hits_in(head.start.saturating_sub(NEAR), head.start).any(asked)
}

/// The items of a run of words.
pub fn run(
    page: &Page,
    start: usize,
    end: usize,
    kind: PriorityKind,
    count: Option<usize>,
    trim: Trim,
) -> Vec<Item> {
    let (start, count) = after_count(page, start, end).unwrap_or((start, count));
    runs::split(page, start, end, count, trim)
        .into_iter()
        .filter(|&(s, e)| !is_clause_of_plan(page.words(s, e)))
        .filter(|&(s, e)| {
            let void = |h: &Hit| h.kind == Kind::Excuse && h.means == "void";
            !page.hits_in(s, e).any(void)
        })
        .filter(|&(s, e)| !is_count(page, s, e))
        .map(|(start, proof)| Item {
            end: tell(page, start, proof),
            ..Item::new(start, proof, kind)
        })
        .collect()
}

/// "Two things: ...": where those counted begin, and how many they are.
fn after_count(page: &Page, start: usize, end: usize) -> Option<(usize, Option<usize>)> {
    let words = page.words(start, end);
    let at = words.find(": ")?;
    is_count(page, start, start + at).then(|| (start + at + 2, of_things(&words[..at])))
}

/// The end of the words that name the concern where an item is a clause.
pub fn tell(page: &Page, start: usize, end: usize) -> usize {
    named(page, start, end).filter(|_| is_clause(page, start, end)).unwrap_or(end)
}

/// "Action on two matters", "the other three": says that items follow, and is none.
pub fn is_count(page: &Page, start: usize, end: usize) -> bool {
    let words = page.words(start, end);
    let bare = words.split(' ').all(|w| {
        ["the", "other", "these", "rest", "all", "of", "them", "remaining"].contains(&w)
            || of_things(w).is_some()
    });
    const SEVERAL: [&str; 6] =
        ["number of", "range of", "series of", "list of", "string of", "catalogue of"];
    let things = || page.hits_in(start, end).filter(|h| h.kind == Kind::Thing);
    let several = |h: &Hit| {
        let before = page.words(start, h.start).trim_end();
        h.end == end
            && distance(page, start, h.start) <= 3
            && SEVERAL.iter().any(|w| before.ends_with(w))
    };
    let counted = |h: &Hit| {
        let before = page.words(start, h.start).trim_end();
        before
            .split(' ')
            .rev()
            .take(2)
            .any(|w| w == "several" || of_things(w).is_some_and(|n| n > 1))
    };
    let short = distance(page, start, end) <= 2 && of_things(words).is_some();
    // "Ofsted set out six areas where the council should improve."
    let inspected = page.hits_in(start, end).any(|h| h.kind == Kind::Inspectorate);
    let near = inspected || distance(page, start, end) <= 8;
    let none = words.starts_with("none,") || words.ends_with('?');
    bare || short || none || things().any(|h| several(h) || near && counted(h))
}

/// "We will ...", "it was ...": a sentence of its own, no item.
fn is_clause_of_plan(words: &str) -> bool {
    let first = ["we ", "i ", "and we", "that we", "this ", "we'll ", "again", "too "];
    let subjects = ["it ", "they ", "the council "];
    let rest = subjects.iter().find_map(|s| words.strip_prefix(s));
    first.iter().any(|w| words.starts_with(w))
        || rest.is_some_and(|r| opens(r, &BE) || opens(r, &HAVE) || opens(r, &["will", "said"]))
}
