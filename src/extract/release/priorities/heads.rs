//! Improvement items that a sentence introduces: after a heading of improvement ("areas for
//! improvement include ..."), after words that announce them, in what inspectors ask for, and as a
//! need that somebody names; and in the sentences that go on with these.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::number::of_things;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::announce::{Announced, announced, announces};
use crate::extract::release::priorities::aside::aside;
use crate::extract::release::priorities::asks::{asked, needed};
use crate::extract::release::priorities::bearing::Ear;
use crate::extract::release::priorities::core::{Trim, core};
use crate::extract::release::priorities::lists::{Zone, is_item, zones};
use crate::extract::release::priorities::naming::named;
use crate::extract::release::priorities::openings::{continued, count_before, opening};
use crate::extract::release::priorities::sequence::{Step, step};
use crate::extract::release::priorities::verbs::is_clause;
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
        if aside(page, scope, sentence, zones[index], voice).is_some() {
            before.clear();
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
            run(page, at, sentence.end, PriorityKind::Improvement, None, Trim::Clause)
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
    for opening in openings(page, sentence) {
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

/// Words that introduce items.
#[derive(Debug, Clone, Copy)]
struct Opening {
    /// One past their last byte.
    end: usize,
    /// Where items begin in the same sentence.
    at: Option<usize>,
    /// What kind they are.
    kind: PriorityKind,
    /// How many there are said to be.
    count: Option<usize>,
    /// Whether sentence upon sentence goes on with them.
    open: bool,
}

/// The ways in which a sentence may introduce items, surest first.
fn openings(page: &Page, sentence: &Sentence) -> Vec<Opening> {
    let head = heads(page, sentence).next().map(|head| {
        let rest = page.words(head.end, sentence.end);
        let at = opening(page.words(head.start, head.end), rest).map(|at| head.end + at);
        let count = count_before(page, sentence, head);
        let open = head.means.ends_with("open");
        Opening { end: head.end, at, kind: kind(head), count, open }
    });
    // An item of a list holds no list of its own, unless it says how many.
    let own = |a: &Announced| a.count.is_some() || !is_item(page, sentence);
    let put = announced(page, sentence).filter(own).map(|a| Opening {
        end: a.at,
        at: Some(a.at),
        kind: a.kind,
        count: a.count,
        open: false,
    });
    head.into_iter().chain(put).collect()
}

/// Words that announce items and name none: "There was homework, too."
fn bare_opening(page: &Page, sentence: &Sentence) -> Option<Opening> {
    let end = sentence.end;
    let kind = PriorityKind::Improvement;
    let opening = Opening { end, at: None, kind, count: None, open: true };
    announces(page, sentence.start, end, false).then_some(opening)
}

/// What follows words that introduce items in their sentence, else in the next ones.
fn under(page: &Page, scope: &Scope, index: usize, opening: &Opening) -> Found {
    let sentence = &page.sentences[index];
    let &Opening { end, at, kind, count, open } = opening;
    let mut own =
        at.map(|at| run(page, at, sentence.end, kind, count, Trim::Listed)).unwrap_or_default();
    // "Two areas have been named, and leaders plan to further improve ..."
    if own.is_empty() && count.is_some() {
        let mut needs = page.hits_in(end, sentence.end);
        let need = needs.find(|h| h.kind == Kind::Need && h.means == "own");
        let item = need.and_then(|n| core(page, n.end, sentence.end, Trim::Clause));
        own.extend(item.map(|(start, end)| Item::new(start, end, kind)));
    }
    let following = page.sentences[index + 1..].iter();
    let same = |s: &&Sentence| s.role == Role::Prose || s.block == sentence.block;
    for next in following.take_while(|s| s.voice == sentence.voice && same(s)) {
        let wanted = count.is_some_and(|n| own.len() < n) || open;
        let step = step(page, next);
        let told = if let Some(Step::One(at)) = step {
            run(page, at, next.end, kind, Some(1), Trim::Clause)
        } else if step.is_some() {
            Vec::new()
        } else if own.is_empty()
            && let Some(at) = continued(page, next)
        {
            run(page, at, next.end, kind, count, Trim::Listed)
        } else if wanted || next.block == sentence.block && !own.is_empty() {
            let ear = if wanted { Ear::Soft } else { Ear::Needs };
            shortcomings::of_sentence(page, scope, next, ear, kind)
        } else {
            Vec::new()
        };
        let far = next.block != sentence.block && open;
        if far || told.is_empty() && !open {
            break;
        }
        own.extend(told);
    }
    let words = page.words(sentence.start, end);
    let some = words.contains("among ") || count.is_some_and(|n| own.len() < n);
    // One or two may be all that a sentence names of many.
    let complete = !some && (own.len() > 2 || count.is_some());
    Found { complete, items: own }
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
        .map(|(start, proof)| Item { start, end: tell(page, start, proof), proof, kind })
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
fn is_count(page: &Page, start: usize, end: usize) -> bool {
    let words = page.words(start, end);
    let bare = words.split(' ').all(|w| {
        ["the", "other", "these", "all", "of", "them", "remaining"].contains(&w)
            || of_things(w).is_some()
    });
    let mut things = page.hits_in(start, end).filter(|h| h.kind == Kind::Thing);
    let counted = |h: &Hit| {
        let before = page.words(start, h.start).trim_end();
        before
            .split(' ')
            .rev()
            .take(2)
            .any(|w| w == "several" || of_things(w).is_some_and(|n| n > 1))
    };
    let short = distance(page, start, end) <= 2 && of_things(words).is_some();
    bare || short || distance(page, start, end) <= 8 && things.any(counted)
}

/// "We will ...", "it was ...": a sentence of its own, no item.
fn is_clause_of_plan(words: &str) -> bool {
    let first = ["we ", "i ", "and we", "that we", "this ", "we'll ", "again", "too "];
    let subjects = ["it ", "they ", "the council "];
    let verbs = ["is ", "are ", "was ", "were ", "has ", "have ", "had ", "will ", "said "];
    let rest = subjects.iter().find_map(|s| words.strip_prefix(s));
    first.iter().any(|w| words.starts_with(w))
        || rest.is_some_and(|r| verbs.iter().any(|v| r.starts_with(v)))
}
