//! Lists of what must improve that are not announced right before them: an earlier sentence says how
//! many there are, and the list has as many items.

use crate::extract::release::lines;
use crate::extract::release::number::of_word;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::announce::{announced, announces};
use crate::extract::release::priorities::heads::heads;
use crate::extract::release::priorities::kind;
use crate::extract::release::priorities::lists::{is_item, marks};
use crate::extract::release::priorities::openings::{count_before, opening};
use crate::extract::release::priorities::verbs::main;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// So many sentences may stand between.
const BETWEEN: usize = 8;

/// Words that point to what was announced are no more than these.
const POINTER: usize = 6;

/// What kind of items a list is of that begins at `index` and has as many items as an earlier sentence
/// announced without naming any; none where something else is announced between.
pub fn of_list(page: &Page, index: usize) -> Option<PriorityKind> {
    let items = length(page, index);
    let ends = |i: usize| is_item(page, &page.sentences[i]) || is_other(page, &page.sentences[i]);
    let mut near = near(index).take_while(|i| !ends(*i));
    near.find_map(|i| promised(page, i).filter(|(count, _)| *count == items).map(|(_, kind)| kind))
}

/// Words before a list that tell a need ("there was more to do on:"), or point to ones that do
/// ("there are four:").
pub fn needs(page: &Page, index: usize) -> bool {
    let sentence = &page.sentences[index];
    let words = page.words(sentence.start, sentence.end);
    let before = index.checked_sub(1).map(|i| &page.sentences[i]);
    let headed = |s: &Sentence| heads(page, s).next().is_some();
    let told = |s: &Sentence| headed(s) || announces(page, s.start, s.end, false);
    // A label ("The members:") heads a list of its own.
    let clause = || words.ends_with(':') && main(page, sentence.start, sentence.end).is_some();
    let kinds = [Kind::OtherHead, Kind::Turn, Kind::Statement];
    let praised = || page.hits_in(sentence.start, sentence.end).any(|h| kinds.contains(&h.kind));
    let goes_on = || clause() && !praised() && before.is_some_and(headed);
    let asked = words.ends_with([':', '?']) && sentence.voice == Voice::Release;
    let plan = page.has(sentence, Kind::Statement) || page.has(sentence, Kind::Coming);
    let pointed = is_pointer(words) && before.is_some_and(told) || goes_on() || points(page, index);
    !plan && (asked && page.has(sentence, Kind::Need) || pointed)
}

/// "Which four?", "These are:": words before a list that only point to what was announced before, also
/// in an item of another list.
pub fn points(page: &Page, index: usize) -> bool {
    let sentence = &page.sentences[index];
    let items = || length(page, index + 1);
    is_pointer(page.words(sentence.start, sentence.end))
        && near(index).any(|i| promised(page, i).is_some_and(|(count, _)| count == items()))
}

/// The sentences that stand near before one, the nearest first.
fn near(index: usize) -> impl Iterator<Item = usize> {
    (index.saturating_sub(BETWEEN)..index).rev()
}

/// "They are", "the four are:", "which ones?": words that only point to what was announced.
pub fn is_pointer(words: &str) -> bool {
    const FIRST: [&str; 14] = [
        "which ",
        "they ",
        "these ",
        "those ",
        "this ",
        "it ",
        "there are ",
        "there were ",
        "what are they",
        "what were they",
        "namely",
        "here they ",
        "here are ",
        "in short",
    ];
    let counted = || {
        let rest = words.strip_prefix("the ").or(words.strip_prefix("all ")).unwrap_or_default();
        rest.split([' ', ':']).next().and_then(of_word).is_some()
    };
    let open = words.ends_with(['?', ':']) || lines::breaks_off(words);
    let short = words.split(' ').count() <= POINTER;
    open && short && (FIRST.iter().any(|w| words.starts_with(w)) || counted())
}

/// How many blocks of one list, marked alike, begin at a sentence.
fn length(page: &Page, index: usize) -> usize {
    let Some(first) = page.sentences.get(index).map(|s| marks(page, s.block)) else { return 0 };
    let alike = |s: &&Sentence| is_item(page, s) && marks(page, s.block) == first;
    let mut last = None;
    let list = page.sentences[index..].iter().take_while(alike);
    list.filter(|s| last.replace(s.block) != Some(s.block)).count()
}

/// How many things to improve a sentence announces without naming one, and of what kind.
fn promised(page: &Page, index: usize) -> Option<(usize, PriorityKind)> {
    let sentence = &page.sentences[index];
    let own = sentence.voice == Voice::Release && sentence.role != Role::Title;
    if !own || announced(page, index).is_some() {
        return None;
    }
    let head = heads(page, sentence).next();
    let named =
        |h: &Hit| opening(page, h, sentence.end).is_some_and(|at| h.end + at < sentence.end);
    if let Some(head) = head {
        let count = count_before(page, sentence, head).filter(|_| !named(head))?;
        return Some((count, kind(head)));
    }
    let thing = page.in_sentence(sentence, Kind::Thing).next_back()?;
    let count = count_before(page, sentence, thing)?;
    announces(page, sentence.start, sentence.end, false)
        .then_some((count, PriorityKind::Improvement))
}

/// Whether a sentence announces something else, or says what is done with what was announced.
fn is_other(page: &Page, sentence: &Sentence) -> bool {
    let other = |h: &Hit| match h.kind {
        Kind::OtherHead | Kind::Turn | Kind::Progress => true,
        Kind::Excuse => h.means == "plan",
        _ => false,
    };
    let will = page.words(sentence.start, sentence.end).contains(" will ");
    will || page.hits_in(sentence.start, sentence.end).any(other)
        && heads(page, sentence).next().is_none()
}
