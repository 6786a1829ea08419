//! Improvement items that stand in a list, or in the paragraphs under a heading of improvement.
//!
//! One block is one item, even of several sentences. A heading of something else ends the list; the
//! marks of a list may be lost, then small letters after a colon show it.

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::extract::release::priorities::announce::announces;
use crate::extract::release::priorities::core::{Trim, bare, core};
use crate::extract::release::priorities::void::is_end;
use crate::extract::release::priorities::{Item, cells, heads, kind, pointed, remaining, runs};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;
use crate::model::text::BlockKind;

/// A heading of more words tells something, and is no heading of a section.
const HEADING: usize = 9;

/// A word that is an item has so many letters.
const SHORTEST: usize = 8;

/// What the headings above a sentence make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Nothing.
    Plain,
    /// What must improve.
    Improve(PriorityKind),
    /// Strengths, plans, contacts.
    Other,
}

/// The zone of each sentence; a list takes that of the words that introduce it.
pub fn zones<'p>(page: &'p Page) -> &'p [Zone] {
    page.zones.get_or_init(|| all_zones(page))
}

fn all_zones(page: &Page) -> Vec<Zone> {
    let (mut headed, mut listed, mut asked) = (Zone::Plain, None, None);
    let mut outer: Option<(usize, Option<Zone>)> = None;
    let mut zones = Vec::with_capacity(page.sentences.len());
    for (index, sentence) in page.sentences.iter().enumerate() {
        // Below stand notes to those who print it.
        if is_end(page, sentence) {
            (headed, asked, outer, listed) = (Zone::Plain, None, None, Some(Zone::Other));
            zones.push(Zone::Other);
            continue;
        }
        // A question inside a paragraph heads the rest of it only.
        if asked.is_some_and(|block| block != sentence.block) {
            listed = Some(headed).filter(|_| is_item(page, sentence));
            (headed, asked) = (Zone::Plain, None);
        }
        // A list inside an item of another one ends with the next item of that one.
        if let Some((_, was)) = outer.take_if(|(of, _)| !is_inside(page, sentence.block, *of)) {
            listed = was;
        }
        if heads_inner(page, index) {
            zones.push(listed.unwrap_or(headed));
            outer = Some((sentence.block, listed));
            listed = Some(introduced(page, index));
            continue;
        }
        if is_item(page, sentence) {
            let before = index.checked_sub(1).map(|i| &page.sentences[i]);
            let before = before.filter(|s| is_item(page, s)).map(|s| marks(page, s.block));
            let first = before.is_none();
            // A numbered line after lines without marks is none of them.
            if before == Some(None) && marks(page, sentence.block).is_some_and(|m| m.1) {
                listed = None;
            }
            let open =
                listed.is_none_or(|z| z == Zone::Plain && index > 0 && only_list(page, index - 1));
            if first && open && !matches!(headed, Zone::Improve(_)) {
                listed = pointed::of_list(page, index).map(Zone::Improve).or(listed);
            }
            zones.push(listed.unwrap_or(headed));
            continue;
        }
        let opened = opens(page, index).then(|| introduced(page, index));
        match sentence.role {
            // A title names the news: what stands under it is not all of that kind.
            Role::Title => (headed, listed) = (Zone::Plain, opened),
            _ if is_question(page, sentence) => {
                headed = introduced(page, index);
                asked = runs_on(page, index).then_some(sentence.block);
                listed = None;
            }
            Role::Heading => {
                let short = distance(page, sentence.start, sentence.end) <= HEADING;
                headed = opened.filter(|_| short && !only_list(page, index)).unwrap_or(Zone::Plain);
                listed = opened;
            }
            _ => {
                listed = opened.filter(|z| *z != Zone::Plain).or(listed.filter(|_| {
                    // A line between the introduction and the list keeps it open.
                    !matches!(sentence.role, Role::Prose)
                }))
            }
        }
        zones.push(headed);
    }
    zones
}

/// Finds the items of all lists of improvement areas; of a revisit, only those of what remains.
pub fn items(page: &Page, revisit: bool) -> Vec<Item> {
    let zones = zones(page);
    let mut found = Vec::new();
    let mut block = usize::MAX;
    for (index, sentence) in page.sentences.iter().enumerate() {
        let Zone::Improve(kind) = zones[index] else { continue };
        let own =
            heads::heads(page, sentence).any(|h| page.words(h.end, sentence.end).contains(": "));
        let listed = is_item(page, sentence) && sentence.block != block && !own;
        if listed && (!revisit || remains(page, index)) {
            block = sentence.block;
            found.extend(item(page, index, kind));
        }
    }
    // A list that runs on in one block: "(a) ...; (b) ...".
    if let [only] = found[..]
        && let parts = runs::by_marks(page, only.start, only.end)
        && parts.len() > 1
    {
        let parts = parts.into_iter();
        let parts = parts.filter_map(|(s, e)| core(page, s, e, Trim::Listed));
        found = parts.map(|(start, end)| Item::new(start, end, only.kind)).collect();
    }
    found
}

/// Whether the words that introduce a list say that its items are not yet put right.
fn remains(page: &Page, index: usize) -> bool {
    let before = page.sentences[..index].iter().rev();
    let mut before = before.skip_while(|s| is_item(page, s));
    before.next().is_some_and(|s| {
        !remaining::signals(page, s).is_empty()
            || page.in_sentence(s, Kind::ImproveHead).any(|h| h.means.ends_with("remaining"))
    })
}

pub fn is_item(page: &Page, sentence: &Sentence) -> bool {
    // A row of grades names nothing to improve.
    let graded = || page.in_sentence(sentence, Kind::Grade).nth(1).is_some();
    let long = || page.words(sentence.start, sentence.end).split(' ').count() > 4 && !graded();
    let listed = matches!(page.text.blocks[sentence.block].kind, BlockKind::Item { .. });
    listed && sentence.role != Role::Heading
        || sentence.role == Role::Item
        || (sentence.role == Role::Cell && long())
}

/// How deep an item stands whose marks are not lost, and whether these count.
pub fn marks(page: &Page, block: usize) -> Option<(u8, bool)> {
    match page.text.blocks[block].kind {
        BlockKind::Item { depth, numbered } => Some((depth, numbered)),
        _ => None,
    }
}

/// Whether a block is an item of a list inside the item of another block.
fn is_inside(page: &Page, block: usize, outer: usize) -> bool {
    match (marks(page, block), marks(page, outer)) {
        (Some((depth, numbered)), Some((of, marked))) => {
            depth > of || depth == of && marked && !numbered
        }
        // The marks of the outer list may be lost.
        (Some((_, numbered)), None) => !numbered,
        (None, _) => false,
    }
}

/// "3. The areas for improvement are:": an item that ends so, before a list inside it.
fn heads_inner(page: &Page, index: usize) -> bool {
    let sentence = &page.sentences[index];
    page.words(sentence.start, sentence.end).ends_with(':')
        && is_item(page, sentence)
        && page.sentences.get(index + 1).is_some_and(|n| is_inside(page, n.block, sentence.block))
}

/// Whether a sentence can introduce a list: a heading, or words right before one.
fn opens(page: &Page, index: usize) -> bool {
    let sentence = &page.sentences[index];
    let words = page.words(sentence.start, sentence.end);
    sentence.role != Role::Prose
        || words.trim_end().ends_with(':')
        || page.sentences.get(index + 1).is_some_and(|next| is_item(page, next))
}

/// Whether a sentence goes on in the same block.
fn runs_on(page: &Page, index: usize) -> bool {
    let block = page.sentences[index].block;
    page.sentences.get(index + 1).is_some_and(|next| next.block == block)
}

/// Whether the words before a list end in a colon: they head the list, not what comes after it.
fn only_list(page: &Page, index: usize) -> bool {
    let sentence = &page.sentences[index];
    page.words(sentence.start, sentence.end).trim_end().ends_with(':')
        && page.sentences.get(index + 1).is_some_and(|next| is_item(page, next))
}

fn introduced(page: &Page, index: usize) -> Zone {
    let sentence = &page.sentences[index];
    // A heading is about what it names first: "Inspection - outcome and next steps" is about more.
    let heads_it =
        |o: &&Hit| sentence.role != Role::Heading || distance(page, sentence.start, o.start) <= 3;
    // "We have summed up their letter." tells, and heads nothing.
    let ended = page.words(sentence.start, sentence.end).ends_with('.');
    let narrates = |o: &Hit| {
        let words = page.words(o.start, o.end);
        ended && ["we ", "the council has", "has already"].iter().any(|w| words.starts_with(w))
    };
    let other = page.in_sentence(sentence, Kind::OtherHead);
    let other = other.filter(|o| !narrates(o)).rfind(heads_it);
    let words = page.words(sentence.start, sentence.end).trim_end_matches([':', ' ']);
    let will = |o: &Hit| page.words(o.start, o.end).ends_with("will");
    // "What is in the plan?"
    let plan = || words.ends_with(" plan?") && is_question(page, sentence);
    if plan() && is_action_plan(page, index) {
        return Zone::Improve(PriorityKind::PriorityAction);
    }
    if other.is_some_and(will) && is_action_plan(page, index) {
        return Zone::Improve(PriorityKind::PriorityAction);
    }
    // "... a written statement of how they will": what it answers was found.
    let doers = ["they", "we", "it", "leaders", "the council", "the partnership"];
    let colon = words.len() < page.words(sentence.start, sentence.end).len();
    let how = doers.iter().map(|d| format!("how {d} will"));
    let how = how.into_iter().any(|h| words.ends_with(&h) || colon && words.contains(&h));
    if how && page.has(sentence, Kind::Statement) {
        return Zone::Improve(PriorityKind::PriorityAction);
    }
    let Some(head) = heads::heads(page, sentence).next_back() else {
        let announced = || announces(page, sentence.start, sentence.start + words.len(), true);
        return match other {
            None if pointed::needs(page, index) || announced() => {
                Zone::Improve(PriorityKind::Improvement)
            }
            Some(o) if page.words(o.start, o.end).starts_with("we ") && announced() => {
                Zone::Improve(PriorityKind::Improvement)
            }
            Some(_) => Zone::Other,
            None => Zone::Plain,
        };
    };
    if page.has(sentence, Kind::Recital) || page.has(sentence, Kind::Coming) {
        return Zone::Plain;
    }
    if other.is_some_and(|o| o.start >= head.end) { Zone::Other } else { Zone::Improve(kind(head)) }
}

/// "What do we need to work on?": a question that heads the sentences that answer it.
fn is_question(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let asks =
        ["what ", "where ", "why ", "how ", "who ", "when ", "will ", "is ", "so what ", "which "];
    words.ends_with('?')
        && asks.iter().any(|w| words.starts_with(w))
        && distance(page, sentence.start, sentence.end) <= HEADING
}

/// "The partnership will:" after a plan for priority action: what it will do answers what must.
fn is_action_plan(page: &Page, index: usize) -> bool {
    let before = &page.sentences[index.saturating_sub(6)..=index];
    let urgent = |h: &Hit| h.means.starts_with("priority-action");
    before.iter().any(|s| page.in_sentence(s, Kind::ImproveHead).any(urgent))
}

/// The item that a block is; of a clause that only says "bad", what it says so of.
pub fn item(page: &Page, index: usize, kind: PriorityKind) -> Option<Item> {
    let (start, proof) = whole(page, index)?;
    // What is said of the words before a mark says nothing without them.
    let several = [". ", ": ", " - "].iter().any(|m| page.words(start, proof).contains(m));
    let end = if several { proof } else { heads::tell(page, start, proof) };
    Some(Item { end, ..Item::new(start, proof, kind) })
}

/// The whole block; none where it is one word or a score.
fn whole(page: &Page, index: usize) -> Option<(usize, usize)> {
    let first = &page.sentences[index];
    let same = page.sentences[index..].iter().take_while(|s| s.block == first.block);
    let end = same.last().map_or(first.end, |s| s.end);
    let (start, end) = cells::cell(page, index, end);
    let (start, _) = bare(page, start, end);
    let small = |at| page.text.slice(page.folded.original(at, end)).starts_with(char::is_lowercase);
    // "... that visits be made sooner", as minutes word it; a sentence of a report stays whole.
    let that = small(start) && page.words(start, end).starts_with("that ");
    let start = start + if that { 5 } else { 0 };
    let words = page.words(start, end).trim_end_matches([' ', ';', ',']);
    let words = words.strip_suffix("; and").or(words.strip_suffix(", and")).unwrap_or(words);
    // A sentence keeps its full stop; the last of a run of small letters has the run's.
    let words =
        if small(start) && !words.contains(". ") { words.trim_end_matches('.') } else { words };
    let end = start + words.len();
    let scored = [" - ", ": "].iter().filter_map(|m| words.rsplit_once(m));
    let scored = scored.into_iter().any(|(_, w)| w.trim().parse::<u8>().is_ok());
    let named = words.contains(' ') || words.len() >= SHORTEST;
    (named && !scored).then_some((start, end))
}
