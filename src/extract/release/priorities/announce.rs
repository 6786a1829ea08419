//! Words that announce what must improve, put together from their parts: things ("three areas"),
//! words of wanting ("could be better"), and a mark or verb after which the items stand.
//!
//! Announced so: "The areas that inspectors wish to see developed are ...", "What remains to be
//! improved is ...", "More work is needed on ...", "Still to improve are ...". Praise, plans and
//! what is done announce nothing.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{BE, HAVE};
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::priorities::bearing::is_denied;
use crate::extract::release::priorities::core::Trim;
use crate::extract::release::priorities::openings::{count_before, introduces, names};
use crate::extract::release::priorities::wanting::{asks_to, is_answer, is_rest, is_wanting};
use crate::extract::release::priorities::{kind, runs};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// Words that announce are no more than these.
const LONGEST: usize = 26;

/// A label ("To improve:") has no more words.
const LABEL: usize = 5;

/// Between words of wanting and a colon stand no more words.
const CLOSE: usize = 2;

/// Between things and what is added after a comma ("..., among them ...") stand no more words.
const ASIDE: usize = 4;

/// A result stands so many bytes before the reasons for it.
const RESULT: usize = 240;

/// What a sentence announces.
#[derive(Debug, Clone, Copy)]
pub struct Announced {
    /// Where the items begin.
    pub at: usize,
    /// What kind they are.
    pub kind: PriorityKind,
    /// How many it says there are.
    pub count: Option<usize>,
}

/// Marks and verbs before items, besides the words that introduce them; those that are `bare` may also say something of the areas.
const MARKS: [(&str, bool); 13] = [
    (": ", false),
    (", from ", false),
    (" is on ", false),
    (" is in ", false),
    (" was in ", false),
    (" were in ", false),
    (" is about ", false),
    (" is for ", false),
    (" are ", true),
    (" were ", true),
    (" is ", true),
    (" was ", true),
    (" - ", false),
];

/// Before items whose number has been told: "two areas were named, on X and on Y".
const LINKS: [&str; 7] =
    [", about ", ", on ", ", over ", ", concerning ", ", in ", ", for ", ", the "];

/// Finds where the sentence of an index, having announced them, goes on to name items.
pub fn announced(page: &Page, index: usize) -> Option<Announced> {
    page.announced.get(index, || {
        let sentence = &page.sentences[index];
        by_mark(page, sentence)
            .or_else(|| by_need(page, sentence))
            .or_else(|| by_fault(page, sentence))
    })
}

fn by_mark(page: &Page, sentence: &Sentence) -> Option<Announced> {
    let words = page.words(sentence.start, sentence.end);
    let found = words.char_indices().find_map(|(offset, _)| {
        let rest = &words[offset..];
        if !rest.starts_with([' ', ',', ':']) {
            return None;
        }
        let counted = || count(page, sentence, sentence.start + offset);
        // All those counted, and nothing else, stand after a mere comma.
        let all = |n: usize| {
            let at = sentence.start + offset + 2;
            runs::split(page, at, sentence.end, Some(n), Trim::Listed).len() == n
        };
        let link = || {
            let link = LINKS.iter().find(|m| rest.starts_with(**m));
            link.filter(|_| counted().is_some_and(all))
        };
        let known = introduces(page, sentence.start + offset, sentence.end);
        let known = known.map(|(n, verb)| (&rest[..n], false, verb));
        let mark = || MARKS.iter().find(|(m, _)| rest.starts_with(m));
        let known = known.or_else(|| mark().map(|(m, bare)| (*m, *bare, false)));
        let (mark, bare, verb) = known.or_else(|| link().map(|m| (*m, false, false)))?;
        // An article belongs to the item.
        let length = if mark == ", the " { 2 } else { mark.len() };
        let (left, at) = (sentence.start + offset, sentence.start + offset + length);
        let thing = || {
            page.hits_in(sentence.start, sentence.start + offset)
                .any(|h| h.kind == Kind::Thing && h.end == sentence.start + offset)
        };
        if verb && !thing() {
            return None;
        }
        // "... people, among them families on boats": of the people, unless things are named before.
        let near = |h: &Hit| {
            let left = sentence.start + offset;
            matches!(h.kind, Kind::Thing | Kind::ImproveHead | Kind::Wanting)
                && h.end <= left
                && distance(page, h.end, left) <= ASIDE
        };
        let aside = rest.starts_with(", ")
            && introduces(page, sentence.start + offset, sentence.end).is_some();
        if aside && !page.hits_in(sentence.start, sentence.start + offset).any(near) {
            return None;
        }
        let clause = ["that", "which", "who", "there"].iter().any(|w| words[..offset].ends_with(w));
        // "Grants - which few knew of - were late": words put in between are no items.
        let inserted = mark == " - "
            && ["which ", "who ", "whose ", "where "].iter().any(|w| rest[3..].starts_with(w));
        let named = !inserted && (!bare || !clause && names(&rest[mark.len()..]));
        (named && announces(page, sentence.start, left, mark.trim() == ":")).then_some((left, at))
    });
    let (left, at) = found?;
    let at = after_attribution(page, at, sentence.end);
    Some(Announced {
        at,
        kind: kind_of(page, sentence.start, left),
        count: count(page, sentence, left),
    })
}

/// "More work is needed, inspectors say, on ...": a need that is nobody's.
fn by_need(page: &Page, sentence: &Sentence) -> Option<Announced> {
    // "There is more to do on ...", but not "we have more to do on ...".
    let there = page.words(sentence.start, sentence.end).starts_with("there ");
    let nobodys = |h: &&Hit| h.means == "work" || there && h.means == "own";
    let need = page.in_sentence(sentence, Kind::Need).find(nobodys)?;
    // "A written statement of action is required."
    let demanded = |h: &Hit| h.kind == Kind::Statement && h.means == "name" && h.end > need.start;
    if page.hits_in(sentence.start, need.end).any(demanded) {
        return None;
    }
    if vetoes(page, sentence.start, need.end) || is_denied(page, sentence.start, need) {
        return None;
    }
    let at = after_attribution(page, need.end, sentence.end);
    const LINKS: &str = "to on in around for with about over by regarding at";
    let links = |word: &str| LINKS.split(' ').any(|link| link == word);
    let rest = page.words(at, sentence.end).trim_start();
    let start = sentence.end - rest.len();
    let ends = || page.words(need.start, need.end).rsplit(' ').next().is_some_and(links);
    let at = match rest.split_once(' ').filter(|(word, _)| links(word)) {
        Some((_, named)) => sentence.end - named.len(),
        None => ends().then_some(start)?,
    };
    let count = count(page, sentence, need.end);
    Some(Announced { at, kind: kind_of(page, sentence.start, need.end), count })
}

/// "Concerns were raised about ...", "problems remain with ...".
fn by_fault(page: &Page, sentence: &Sentence) -> Option<Announced> {
    const LINKS: [&str; 9] =
        ["about", "over", "in", "with", "around", "regarding", "concerning", "on", "that"];
    let tells = |word: &str| {
        BE.contains(&word)
            || HAVE.contains(&word)
            || ["also", "still", "again", "found"].contains(&word)
            || page.knowledge.lexicon.is(Kind::HeadVerb, word)
    };
    let fault = |h: &&Hit| h.kind == Kind::Thing && h.means == "fault";
    let thing = page.hits_in(sentence.start, sentence.end).find(fault)?;
    let rest = page.words(thing.end, sentence.end);
    let verbs = rest.split_whitespace().take_while(|w| tells(w)).count();
    // "There was criticism of ...".
    let there = ["there ", "it contains ", "it includes "]
        .iter()
        .any(|w| page.words(sentence.start, thing.start).starts_with(w));
    // "Recommendations for the police to ...": who must do it follows.
    let advice = page.words(thing.start, thing.end).ends_with("recommendations");
    let to = rest.split([',', '.']).next().is_some_and(|w| w.contains(" to "));
    let advised = advice && to && rest.starts_with(" for ");
    let links = |w: &&str| LINKS.contains(w) || there && *w == "of" || advised && *w == "for";
    let link = rest.split_whitespace().nth(verbs).filter(links)?;
    let at = thing.end + rest.find(&format!(" {link} "))? + link.len() + 2;
    let vetoed = vetoes(page, sentence.start, at) || is_denied(page, sentence.start, thing);
    let subject = distance(page, sentence.start, thing.start) <= 3;
    ((verbs > 0 || there || advised) && subject && !vetoed).then(|| Announced {
        at,
        kind: kind_of(page, sentence.start, at),
        count: count(page, sentence, at),
    })
}

/// Whether words announce what must improve; `label`: a colon stands after them.
pub fn announces(page: &Page, start: usize, end: usize, label: bool) -> bool {
    let length = distance(page, start, end);
    if length > LONGEST || vetoes(page, start, end) {
        return false;
    }
    let mut things = page.hits_in(start, end).filter(|h| h.kind == Kind::Thing);
    // "They ask us and the trust to: ..."
    if label && asks_to(page, page.words(start, end)) {
        return true;
    }
    let wanting: Vec<&Hit> =
        page.hits_in(start, end).filter(|h| is_wanting(page, start, h)).collect();
    if page.hits_in(start, end).any(is_urgent) {
        return true;
    }
    if wanting.is_empty() {
        let fault = things.find(|h| h.means == "fault" || is_task(page, start, h, end));
        return fault.is_some_and(|h| !is_denied(page, start, h));
    }
    let words = page.words(start, end).trim_start_matches(['"', ' ']);
    let cleft = ["what ", "where ", "and what ", "but what "].iter().any(|w| words.starts_with(w));
    // "The other two judgements are ...": others than which, nothing says.
    let front = |h: &&Hit| {
        h.kind == Kind::Wanting && distance(page, start, h.start) <= 1 && !is_rest(page, h)
    };
    let fronted = wanting.iter().any(front) && (!label || length <= LABEL);
    // "The partnership is asked to improve: ..."
    let close = label && wanting.iter().any(|h| distance(page, h.end, end) <= CLOSE);
    things.next().is_some() || cleft || fronted || close
}

/// "Four jobs" that inspectors give; "the reasons" for a poor result told just before.
fn is_task(page: &Page, start: usize, thing: &Hit, end: usize) -> bool {
    let poor = |h: &Hit| match h.kind {
        Kind::Statement => h.means != "no",
        Kind::Grade => ["requires-improvement", "inadequate"].contains(&h.means),
        _ => is_urgent(h),
    };
    match thing.means {
        "task" => page.hits_in(start, end).any(|h| h.kind == Kind::Inspectorate),
        // A label ("Reasons:") may be of anything.
        "reason" if thing.start > start => {
            page.hits_in(start.saturating_sub(RESULT), end).any(poor)
        }
        _ => false,
    }
}

/// Whether a thing is a fault by its name, or by the words of wanting right after it.
pub fn names_faults(page: &Page, thing: &Hit, end: usize) -> bool {
    let near = |h: &&Hit| h.start <= thing.end + 2 && is_wanting(page, thing.start, h);
    thing.means == "fault"
        || page.hits_in(thing.end, end).take_while(|h| h.start <= thing.end + 2).any(|h| near(&h))
}

/// Praise, plans, what is done, and other places announce nothing.
fn vetoes(page: &Page, start: usize, end: usize) -> bool {
    let answers = || page.hits_in(start, end).any(|h| is_answer(page, start, h));
    page.hits_in(start, end).any(|h| match h.kind {
        Kind::Excuse if page.words(h.start, h.end).starts_with("will ") => !answers(),
        Kind::Excuse => ["", "plan", "past"].contains(&h.means) && !is_denied(page, start, h),
        Kind::OtherHead => {
            let own = ["we ", "the council has"]
                .iter()
                .any(|w| page.words(h.start, h.end).starts_with(w));
            !own && !is_denied(page, start, h)
        }
        Kind::Coming | Kind::National => true,
        _ => false,
    })
}

fn kind_of(page: &Page, start: usize, end: usize) -> PriorityKind {
    let mut heads = page.hits_in(start, end).filter(|h| h.kind == Kind::ImproveHead);
    heads.next_back().map_or(PriorityKind::Improvement, kind)
}

/// "Areas for priority action".
fn is_urgent(hit: &Hit) -> bool {
    hit.kind == Kind::ImproveHead && hit.means.starts_with("priority-action")
}

/// The number before the last thing named.
fn count(page: &Page, sentence: &Sentence, end: usize) -> Option<usize> {
    let named = |h: &&Hit| h.kind == Kind::Thing || is_urgent(h);
    let thing = page.hits_in(sentence.start, end).rfind(named)?;
    count_before(page, sentence, thing)
}

/// After ", inspectors say," and "according to the report,".
fn after_attribution(page: &Page, at: usize, end: usize) -> usize {
    let rest = page.words(at, end);
    let inner = rest.trim_start_matches([',', ' ']);
    let start = end - inner.len();
    let said = page.hits_in(start, end).find(|h| h.kind == Kind::Finding);
    let near = said.filter(|h| distance(page, start, h.start) <= 3);
    let close = near.and_then(|h| page.words(h.end, end).find(", ").map(|c| h.end + c + 2));
    close.filter(|&c| distance(page, start, c) <= 8).unwrap_or(at)
}
