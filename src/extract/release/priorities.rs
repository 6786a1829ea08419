//! What must improve, from lists and from prose, as whole items with their words.
//!
//! Firmest first: a list under a heading of improvement; words after such a heading in a sentence;
//! a need that the report is said to see; at last, shortcomings that inspectors are said to have
//! found. A person's quotation counts only where the release's own words give nothing, so that what
//! a councillor repeats is not counted twice. Praise, plans and what is done are no items.

use crate::extract::release::claims::distance;
use crate::extract::release::items;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::{ImprovementArea, PriorityKind};
use crate::model::text::{BlockKind, Span};

/// An item before it is told: folded range and kind.
#[derive(Debug, Clone, Copy)]
struct Item {
    start: usize,
    end: usize,
    kind: PriorityKind,
}

/// Finds improvement areas. `statement` is whether a written statement of action is required: then
/// the items under its heading are priority actions.
pub fn areas(page: &Page) -> Vec<ImprovementArea> {
    let mut found = lists(page);
    if found.is_empty() {
        found = introduced(page, Voice::Release);
        found.extend(needs(page, &found));
    }
    if found.is_empty() {
        found = introduced(page, Voice::Person);
    }
    if found.is_empty() {
        found = shortcomings(page);
    }
    tell(page, found)
}

fn tell(page: &Page, found: Vec<Item>) -> Vec<ImprovementArea> {
    let mut told: Vec<(Vec<String>, ImprovementArea)> = Vec::new();
    for item in found {
        let span = page.folded.original(item.start, item.end);
        let stems = stems(page.words(item.start, item.end));
        let again = told.iter().any(|(known, area)| {
            overlap(known, &stems) > 0.6
                || area.evidence.iter().any(|e| e.start < span.end && span.start < e.end)
        });
        if !again {
            let evidence = vec![page.text.evidence(span)];
            let text = page.text.slice(span).replace('\n', " ");
            told.push((
                stems,
                ImprovementArea { kind: item.kind, text, responsible: None, evidence },
            ));
        }
    }
    told.into_iter().map(|(_, area)| area).collect()
}

/// The first five letters of each word that says something.
fn stems(words: &str) -> Vec<String> {
    let mut stems: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 3)
        .map(|w| w.chars().take(5).collect())
        .collect();
    stems.sort();
    stems.dedup();
    stems
}

/// Dice's coefficient.
fn overlap(a: &[String], b: &[String]) -> f64 {
    let shared = a.iter().filter(|w| b.contains(w)).count() * 2;
    let total = (a.len() + b.len()).max(1);
    // Small counts: exact in f64.
    shared as f64 / total as f64
}

fn kind(hit: &Hit) -> PriorityKind {
    if hit.means == "priority-action" {
        PriorityKind::PriorityAction
    } else {
        PriorityKind::Improvement
    }
}

/// Lists whose introduction is a heading of improvement, and items that are one themselves.
fn lists(page: &Page) -> Vec<Item> {
    let mut found = Vec::new();
    let mut under: Option<PriorityKind> = None;
    let mut last_block = usize::MAX;
    for (index, sentence) in page.sentences.iter().enumerate() {
        let is_item = is_item(page, sentence);
        if !is_item {
            under = introduction(page, index).or(
                if sentence.role == Role::Prose && !ends_open(page, sentence) {
                    None
                } else {
                    under.filter(|_| !page.has(sentence, Kind::OtherHead))
                },
            );
            last_block = usize::MAX;
            continue;
        }
        let Some(kind) = under else { continue };
        // One block is one item, even of several sentences.
        if sentence.block != last_block {
            last_block = sentence.block;
            let end = page.sentences[index..]
                .iter()
                .take_while(|s| s.block == sentence.block)
                .last()
                .map_or(sentence.end, |s| s.end);
            if let Some((start, end)) = whole(page, sentence.start, end) {
                found.push(Item { start, end, kind });
            }
        }
    }
    found
}

fn is_item(page: &Page, sentence: &Sentence) -> bool {
    sentence.role == Role::Item
        || (sentence.role == Role::Cell
            && page.words(sentence.start, sentence.end).split(' ').count() > 4)
        || matches!(page.text.blocks[sentence.block].kind, BlockKind::Item { .. })
}

/// The kind of list that a sentence before it introduces.
fn introduction(page: &Page, index: usize) -> Option<PriorityKind> {
    let sentence = &page.sentences[index];
    let head = page.in_sentence(sentence, Kind::ImproveHead).next_back()?;
    let opens =
        sentence.role != Role::Prose || ends_open(page, sentence) || next_is_item(page, index);
    let other = page.in_sentence(sentence, Kind::OtherHead).any(|h| h.start >= head.end);
    (opens && !other).then(|| kind(head))
}

fn next_is_item(page: &Page, index: usize) -> bool {
    page.sentences.get(index + 1).is_some_and(|next| is_item(page, next))
}

fn ends_open(page: &Page, sentence: &Sentence) -> bool {
    page.words(sentence.start, sentence.end).trim_end().ends_with(':')
}

/// A whole item without end marks; none where it is a sentence fragment of a word.
fn whole(page: &Page, start: usize, end: usize) -> Option<(usize, usize)> {
    let words = page.words(start, end);
    let marks: &[char] = if words.trim_end().ends_with('.') { &[' '] } else { &[' ', ';', ','] };
    let mut kept = words.trim_end_matches(marks);
    kept = kept.strip_suffix("; and").or(kept.strip_suffix(", and")).unwrap_or(kept);
    (kept.split(' ').count() >= 2).then_some((start, start + kept.len()))
}

/// Items that follow a heading of improvement in its own sentence, or in the next one ("These
/// include ...").
fn introduced(page: &Page, voice: Voice) -> Vec<Item> {
    let mut found = Vec::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        if sentence.voice != voice || sentence.role == Role::Title || !is_told(page, sentence) {
            continue;
        }
        let Some(head) = page.in_sentence(sentence, Kind::ImproveHead).next() else { continue };
        let announced = count_before(page, sentence, head);
        let mut own = after_head(page, sentence, head);
        if own.is_empty() && announced.is_some() {
            own.extend(need_of(page, sentence, head.end).map(|(start, end)| Item {
                start,
                end,
                kind: kind(head),
            }));
        }
        let mut next = index + 1;
        while let Some(following) =
            page.sentences.get(next).filter(|s| s.voice == voice && s.role == Role::Prose)
        {
            let more = continued(page, following, kind(head));
            let counted = announced.is_some_and(|n| own.len() < n);
            if !more.is_empty() && own.is_empty() {
                own = more;
            } else if counted && !own.is_empty() {
                own.extend(clause_of(page, following, kind(head)));
            } else {
                break;
            }
            next += 1;
        }
        found.extend(own);
    }
    found
}

/// A number before a heading: "two areas for improvement".
fn count_before(page: &Page, sentence: &Sentence, head: &Hit) -> Option<usize> {
    const NUMBERS: [&str; 9] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let words = page.words(sentence.start, head.end);
    words.split(' ').rev().take(8).find_map(|w| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        w.parse()
            .ok()
            .filter(|n| (2..=20).contains(n))
            .or_else(|| NUMBERS.iter().position(|n| *n == w).map(|i| i + 2))
    })
}

/// What follows a heading in its sentence after a colon or "include".
fn after_head(page: &Page, sentence: &Sentence, head: &Hit) -> Vec<Item> {
    let rest = page.words(head.end, sentence.end);
    let Some(at) = opening(page.words(head.start, head.end), rest) else { return Vec::new() };
    from_run(page, head.end + at, sentence.end, kind(head))
}

fn from_run(page: &Page, start: usize, end: usize, kind: PriorityKind) -> Vec<Item> {
    let words = page.words(start, end);
    items::split(words)
        .into_iter()
        .map(|(s, e)| Item { start: start + s, end: start + e, kind })
        .filter(|i| !is_excused(page, i))
        .collect()
}

fn is_excused(page: &Page, item: &Item) -> bool {
    let words = page.words(item.start, item.end);
    ["we ", "it ", "this ", "they ", "i ", "the council ", "and we", "that we"]
        .iter()
        .any(|w| words.starts_with(w))
        && !words.starts_with("this needs")
}

/// Where items begin after a heading: after ":", "include", "such as", "were" and their like, few
/// words on; at once where the heading itself ends so.
fn opening(head: &str, rest: &str) -> Option<usize> {
    if [" include", " included", " includes", " including", " about", ":", " over", " around"]
        .iter()
        .any(|w| head.ends_with(w))
    {
        return Some(rest.len() - rest.trim_start_matches([' ', ':']).len());
    }
    let window =
        &rest[..(0..=rest.len().min(70)).rev().find(|&i| rest.is_char_boundary(i)).unwrap_or(0)];
    let marks = [
        ": ",
        " include ",
        " includes ",
        " included ",
        " including ",
        ", including ",
        " such as ",
        ", such as ",
        " - ",
        " are to ",
        " were to ",
        " is to ",
        " such as: ",
        " include: ",
        " are: ",
        " were: ",
    ];
    let (at, mark) = marks
        .iter()
        .filter_map(|m| window.find(m).map(|at| (at, *m)))
        .min_by_key(|(at, m)| (*at + m.len(), *at))?;
    let clean = !rest[..at].contains([';', '.', '"']) && rest[..at].split(' ').count() <= 9;
    clean.then_some(at + mark.len())
}

/// "These include ...", "They are ..." after a heading that had no items of its own.
fn continued(page: &Page, sentence: &Sentence, kind: PriorityKind) -> Vec<Item> {
    let words = page.words(sentence.start, sentence.end);
    let starts = [
        "these include ",
        "these included ",
        "they include ",
        "they included ",
        "these are ",
        "these were ",
        "they are ",
        "they were ",
        "it includes ",
        "this includes ",
        "this included ",
        "among them are ",
        "these relate to ",
        "they relate to ",
        "these cover ",
        "they cover ",
        "the first is ",
        "these include: ",
        "including ",
    ];
    starts
        .iter()
        .find_map(|s| {
            words
                .starts_with(s)
                .then(|| from_run(page, sentence.start + s.len(), sentence.end, kind))
        })
        .unwrap_or_default()
}

/// The sentence as an item where it tells a need, up to a "so that" or "but".
fn clause_of(page: &Page, sentence: &Sentence, kind: PriorityKind) -> Option<Item> {
    let needs = page.has(sentence, Kind::Need) || page.has(sentence, Kind::Shortcoming);
    let words = page.words(sentence.start, sentence.end);
    let end = [", but ", " but this ", ", although "]
        .iter()
        .filter_map(|w| words.find(w))
        .min()
        .unwrap_or(words.len());
    let kept = words[..end].trim_end_matches(['.', ' ', ',']);
    needs.then_some(Item { start: sentence.start, end: sentence.start + kept.len(), kind })
}

/// What follows words of need after `from`.
fn need_of(page: &Page, sentence: &Sentence, from: usize) -> Option<(usize, usize)> {
    let need = page.hits_in(from, sentence.end).find(|h| h.kind == Kind::Need)?;
    let rest = page.words(need.end, sentence.end);
    let rest = [" to ensure ", ", but ", " so that "]
        .iter()
        .filter_map(|w| rest.find(w))
        .min()
        .map_or(rest, |at| &rest[..at]);
    let start = need.end + rest.len() - rest.trim_start().len();
    let end = start + rest.trim().trim_end_matches(['.', ',', ';', ' ', '"']).len();
    (distance(page, start, end) >= 2).then_some((start, end))
}

/// Whether the release says it of the inspection and not of plans or praise.
fn is_told(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    !["will be used", "we will continue", "we are already", "will publish", "has already been"]
        .iter()
        .any(|w| words.contains(w))
}

/// Needs that the report or its inspectors are said to see.
fn needs(page: &Page, known: &[Item]) -> Vec<Item> {
    let mut found = Vec::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        let taken = known.iter().any(|i| i.start < sentence.end && sentence.start < i.end);
        if taken || sentence.voice != Voice::Release || sentence.role != Role::Prose || index < 2 {
            continue;
        }
        let Some(finding) = page.in_sentence(sentence, Kind::Finding).next() else { continue };
        let firm = [
            "the need for",
            "need for",
            "a need to",
            "the need to",
            "must",
            "should",
            "more work",
            "more needs to be done",
            "needs to",
            "need to",
            "needed to",
            "work must go on",
            "could be",
        ];
        let after = page.words(finding.end, sentence.end);
        let Some(at) = firm.iter().filter_map(|f| after.find(f)).min() else { continue };
        if page.hits_in(finding.end, finding.end + at).any(|h| h.kind == Kind::Excuse)
            || page.has(sentence, Kind::Grade)
        {
            continue;
        }
        let start = finding.end + after.len() - after.trim_start().len();
        let start = ["that ", ": "]
            .iter()
            .find(|w| page.words(start, sentence.end).starts_with(**w))
            .map_or(start, |w| start + w.len());
        found.extend(from_run(page, start, sentence.end, PriorityKind::Improvement));
    }
    found
}

/// Shortcomings that inspectors are said to have found, clause by clause.
fn shortcomings(page: &Page) -> Vec<Item> {
    let mut found = Vec::new();
    let mut inspectors = false;
    for (index, sentence) in page.sentences.iter().enumerate() {
        inspectors =
            page.has(sentence, Kind::Finding) || (inspectors && sentence.voice == Voice::Release);
        let prose = matches!(sentence.role, Role::Prose | Role::Item);
        if !prose || sentence.voice != Voice::Release || index == 0 || !inspectors {
            continue;
        }
        let graded = page.has(sentence, Kind::Place)
            || page.has(sentence, Kind::Rating)
            || page.in_sentence(sentence, Kind::Grade).any(|h| h.means != "good");
        if graded {
            continue;
        }
        for (start, end) in clauses(page, sentence) {
            let weak = page.hits_in(start, end).any(|h| h.kind == Kind::Shortcoming);
            let excused = page.hits_in(start, end).any(|h| h.kind == Kind::Excuse);
            if weak && !excused && distance(page, start, end) >= 3 {
                found.push(Item { start, end, kind: PriorityKind::Improvement });
            }
        }
    }
    found
}

/// Clauses of a sentence, parted by semicolons, "but", and ", and" or a comma before a new subject.
fn clauses(page: &Page, sentence: &Sentence) -> Vec<(usize, usize)> {
    let words = page.words(sentence.start, sentence.end);
    let mut cuts = vec![(0, 0)];
    for separator in ["; ", ", but ", " but ", ", and ", ", "] {
        for (at, _) in words.match_indices(separator) {
            let next = &words[at + separator.len()..];
            let verb = page
                .hits_in(sentence.start + at + separator.len(), sentence.end)
                .next()
                .is_some_and(|h| {
                    h.kind == Kind::Shortcoming
                        && distance(page, sentence.start + at + separator.len(), h.start) <= 4
                });
            if separator.contains(';') || separator.contains("but") || (verb && next.len() > 12) {
                cuts.push((at, at + separator.len()));
            }
        }
    }
    cuts.sort_unstable();
    let mut parts = Vec::new();
    for (i, &(_, from)) in cuts.iter().enumerate() {
        let to = cuts.get(i + 1).map_or(words.len(), |c| c.0);
        if from < to {
            let part = words[from..to].trim_end_matches(['.', ' ', ',', ';', '"']);
            let lead = part.len() - part.trim_start().len();
            parts.push((sentence.start + from + lead, sentence.start + from + part.len()));
        }
    }
    parts
}

/// Spans of all items, for the trace.
pub fn spans(areas: &[ImprovementArea]) -> Vec<Span> {
    areas.iter().flat_map(|a| &a.evidence).map(|e| Span { start: e.start, end: e.end }).collect()
}
