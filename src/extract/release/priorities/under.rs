//! Words that introduce items, and what stands under them: in the same sentence, else in those that
//! follow.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::extract::release::priorities::announce::{Announced, announced, announces};
use crate::extract::release::priorities::aside::aside;
use crate::extract::release::priorities::asks::asked;
use crate::extract::release::priorities::bearing::{Ear, is_denied};
use crate::extract::release::priorities::clauses::clauses;
use crate::extract::release::priorities::core::{Trim, core};
use crate::extract::release::priorities::excuses::excuse;
use crate::extract::release::priorities::heads::{heads, run};
use crate::extract::release::priorities::idle::idle;
use crate::extract::release::priorities::lists::{Zone, is_item};
use crate::extract::release::priorities::openings::{continued, count_before, opening};
use crate::extract::release::priorities::sequence::{Step, step};
use crate::extract::release::priorities::verbs::is_clause;
use crate::extract::release::priorities::{Found, Item, kind, runs, shortcomings};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// Words that introduce items end their sentence where no more words follow.
const BARE: usize = 2;

/// Words that introduce items.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    /// One past their last byte.
    pub end: usize,
    /// Where items begin in the same sentence.
    pub at: Option<usize>,
    /// What kind they are.
    pub kind: PriorityKind,
    /// How many there are said to be.
    pub count: Option<usize>,
    /// Whether sentence upon sentence goes on with them.
    pub open: bool,
}

/// The ways in which a sentence may introduce items, surest first.
pub fn openings(page: &Page, index: usize) -> Vec<Opening> {
    let sentence = &page.sentences[index];
    let head = heads(page, sentence).next().map(|head| {
        let at = opening(page, head, sentence.end).map(|at| head.end + at);
        let count = count_before(page, sentence, head);
        let open = head.means.ends_with("open");
        Opening { end: head.end, at, kind: kind(head), count, open }
    });
    // An item of a list holds no list of its own, unless it says how many.
    let own = |a: &Announced| a.count.is_some() || !is_item(page, sentence);
    let put = announced(page, index).filter(own).map(|a| Opening {
        end: a.at,
        at: Some(a.at),
        kind: a.kind,
        count: a.count,
        open: false,
    });
    head.into_iter().chain(put).collect()
}

/// Words that announce items and name none: "There was homework, too."
pub fn bare_opening(page: &Page, sentence: &Sentence) -> Option<Opening> {
    let end = sentence.end;
    let kind = PriorityKind::Improvement;
    let opening = Opening { end, at: None, kind, count: None, open: true };
    announces(page, sentence.start, end, false).then_some(opening)
}

/// What follows words that introduce items in their sentence, else in the next ones.
pub fn under(page: &Page, scope: &Scope, index: usize, opening: &Opening) -> Found {
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
    for (after, next) in page.sentences[index + 1..].iter().enumerate() {
        let same = next.role == Role::Prose || next.block == sentence.block;
        if next.voice != sentence.voice || !same {
            break;
        }
        let told = goes_on_with(page, scope, index, index + 1 + after, opening, own.len());
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

/// What a sentence after one that introduced items adds to the `known` ones.
fn goes_on_with(
    page: &Page,
    scope: &Scope,
    index: usize,
    after: usize,
    opening: &Opening,
    known: usize,
) -> Vec<Item> {
    let (sentence, next) = (&page.sentences[index], &page.sentences[after]);
    let &Opening { kind, count, open, .. } = opening;
    // "There are points to work on too. ...": the next sentence names them.
    let bare = opening.at.is_none() && distance(page, opening.end, sentence.end) <= BARE;
    let first = bare && known == 0 && after == index + 1 && next.block == sentence.block;
    let wanted = count.is_some_and(|n| known < n) || open || first;
    match step(page, next) {
        Some(Step::One(at)) => {
            let ones = runs::by_ones(page, at, next.end).into_iter();
            return ones.flat_map(|(s, e)| run(page, s, e, kind, Some(1), Trim::Clause)).collect();
        }
        Some(Step::More(_)) => return Vec::new(),
        None => {}
    }
    if known == 0
        && let Some(at) = continued(page, next)
    {
        return run(page, at, next.end, kind, count, Trim::Listed);
    }
    if !wanted && (next.block != sentence.block || known == 0) {
        return Vec::new();
    }
    let aside = aside(page, scope, next, Zone::Plain, sentence.voice).is_some();
    let asked = if aside { Vec::new() } else { asked(page, scope, after) };
    let ear = if wanted { Ear::Soft } else { Ear::Needs };
    let told = if asked.is_empty() {
        shortcomings::of_sentence(page, scope, next, ear, kind)
    } else {
        asked
    };
    if wanted && !told.is_empty() && !aside {
        return with_others(page, scope, next, kind, told);
    }
    if told.is_empty() && wanted && known > 0 && next.block == sentence.block {
        return whole(page, scope, next, kind).into_iter().collect();
    }
    told
}

/// "More carers could be reached, and plans are late": clauses beside those that told something, in a
/// sentence that was announced.
fn with_others(
    page: &Page,
    scope: &Scope,
    sentence: &Sentence,
    kind: PriorityKind,
    mut told: Vec<Item>,
) -> Vec<Item> {
    let parts = clauses(page, sentence.start, sentence.end);
    let alone = parts.len() < 2 || page.words(sentence.start, sentence.end).contains(" but ");
    if alone || !parts.iter().all(|&(s, e)| is_clause(page, s, e)) {
        return told;
    }
    let known = told.clone();
    let other = |&&(s, e): &&(usize, usize)| !known.iter().any(|k| k.start < e && s < k.proof);
    let others = parts.iter().filter(other);
    told.extend(others.filter_map(|&(start, end)| {
        whole(page, scope, &Sentence { start, end, ..*sentence }, kind)
    }));
    told
}

/// "Meetings need a nurse in the room": what stands among those that were announced is one of them
/// whatever its words, unless it praises, plans, or speaks of those before it.
pub fn whole(page: &Page, scope: &Scope, sentence: &Sentence, kind: PriorityKind) -> Option<Item> {
    const BACK: [&str; 13] = [
        "it", "they", "this", "these", "both", "we", "he", "she", "all", "there", "each", "you",
        "our",
    ];
    let words = page.words(sentence.start, sentence.end);
    let first = words.split([' ', '\'']).next().unwrap_or_default();
    let good = |h: &Hit| match h.kind {
        Kind::Good => h.means.is_empty() && !is_denied(page, sentence.start, h),
        kind => [Kind::Turn, Kind::Published, Kind::Grade, Kind::Statement].contains(&kind),
    };
    let other = words.ends_with('?')
        || BACK.contains(&first)
        || words.contains(" will ")
        || page.hits_in(sentence.start, sentence.end).any(good)
        || aside(page, scope, sentence, Zone::Plain, sentence.voice).is_some()
        || excuse(page, scope, sentence.start, sentence.end).is_some();
    let item = core(page, sentence.start, sentence.end, Trim::Clause).filter(|_| !other);
    // "Many feel unheard": of nobody in particular.
    let (start, end) = item.filter(|&(s, e)| idle(page, s, e).is_none())?;
    Some(Item::new(start, end, kind))
}
