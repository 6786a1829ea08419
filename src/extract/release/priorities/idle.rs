//! Clauses that have a word for a shortcoming and yet name no concern: what the council says of
//! itself or the reader is told, what inspectors did not do, and what says nothing without the
//! sentence before it ("all three must be tackled", "those delays", "were years out of date").

use crate::extract::release::claims::distance;
use crate::extract::release::number;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::{at, says};
use crate::extract::release::priorities::vacant::{is_reassuring, is_whole};
use crate::extract::release::priorities::verbs::{main, words};
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::{Hit, Kind};

/// What is said of nobody in particular needs more words to tell something.
const TELLING: usize = 5;

/// Words that stand for something told before, or for so many of it.
const POINTING: [&str; 40] = [
    "any",
    "it",
    "they",
    "this",
    "that",
    "these",
    "those",
    "all",
    "both",
    "each",
    "none",
    "some",
    "many",
    "most",
    "few",
    "others",
    "several",
    "half",
    "everything",
    "nothing",
    "something",
    "everyone",
    "not",
    "of",
    "them",
    "the",
    "a",
    "too",
    "other",
    "third",
    "quarter",
    "rest",
    "here",
    "much",
    "more",
    "even",
    "two-thirds",
    "here's",
    "it's",
    "that's",
];

/// Whether a word stands for something told before, or counts it.
pub fn points(word: &str) -> bool {
    POINTING.contains(&word) || number::spelled(word).is_some()
}

/// Why words that name nothing are passed over.
pub const NAMELESS: Reason = "its words name no concern";

/// Why a range names no concern.
pub fn idle(page: &Page, start: usize, end: usize) -> Option<Reason> {
    let words = page.words(start, end);
    if is_own(words) {
        Some("the council says so of itself")
    } else if is_of_inspectors(page, start, end) {
        Some("it says what inspectors did not do")
    } else if is_to_reader(words) {
        Some("it speaks to the reader")
    } else if is_reassuring(page, start, end) {
        Some("it sets minds at rest")
    } else {
        let nothing = is_pointing(page, start, end) || is_of_nobody(page, words);
        (nothing || is_whole(words)).then_some(NAMELESS)
    }
}

/// "Leadership was judged to be good", "help and protection: requires improvement": a grade of the
/// scale, no concern.
pub fn is_grade(page: &Page, start: usize, end: usize) -> bool {
    const BEFORE: [&str; 9] = [":", ",", "-", "(", " is", " are", " was", " were", " be"];
    let mut grades = page.hits_in(start, end).filter(|h| h.kind == Kind::Grade);
    let last = grades.find(|g| {
        let rest = page.words(g.end, end).trim_matches([')', '\'', '"', '.', ' ']);
        rest.is_empty() || rest == "overall"
    });
    last.is_some_and(|grade| {
        let before = page.words(start, grade.start).trim_end_matches([' ', '\'', '"']);
        let judged = |h: &Hit| h.kind == Kind::Judging && h.end <= grade.start;
        let judged = page.hits_in(start, grade.start).any(judged);
        let named = at(page, Kind::Judgement, start, end);
        let marked = BEFORE.iter().any(|b| before.ends_with(b));
        let alone = named.is_some_and(|h| distance(page, h.end, grade.start) <= 1);
        judged || named.is_some() && marked || alone
    })
}

/// What the council says of itself is no finding.
pub fn is_own(words: &str) -> bool {
    let first =
        ["this ", "we ", "our ", "i ", "i'm ", "we're ", "we've ", "we'd ", "we'll ", "i'd "];
    let inside = [
        " my surger",
        " my inbox",
        " my constituents",
        " my postbag",
        " my ward",
        " we must",
        " we know",
        " we have",
        " we need",
        " we want",
        " we will",
    ];
    first.iter().any(|w| words.starts_with(w)) || inside.iter().any(|w| words.contains(w))
}

/// "You don't need to wait", "before you read it, ..."; not "you ring and nobody answers".
fn is_to_reader(words: &str) -> bool {
    const OPENINGS: [&str; 10] = [
        "anyone worried",
        "anyone concerned",
        "anyone who is ",
        "before you",
        "if you",
        "when you",
        "until you",
        "as you",
        "should you",
        "for anyone who ",
    ];
    const ADVICE: [&str; 9] = [
        "don't need ",
        "do not need ",
        "can ",
        "may ",
        "might ",
        "will ",
        "need ",
        "should ",
        "must ",
    ];
    let advised =
        words.strip_prefix("you ").is_some_and(|w| ADVICE.iter().any(|a| w.starts_with(a)));
    advised || words.starts_with("you'll ") || OPENINGS.iter().any(|o| words.starts_with(o))
}

/// Whether a range begins with the verb of something that stands before it.
pub fn is_headless(page: &Page, start: usize, end: usize) -> bool {
    // Nouns and words that describe a noun ("lost records"), or begin what is asked ("do more").
    const OTHERS: [&str; 6] = ["lost", "missed", "means", "do", "keeps", "finds"];
    let rest = page.words(start, end);
    let first = rest.split(' ').next().unwrap_or_default();
    let finite = page.begins(Kind::Finite, start, end).is_some();
    let past = ["spent", "be", "been", "set"].contains(&first);
    past || finite && !first.ends_with("ed") && !OTHERS.contains(&first)
}

/// Whether a range is a predicate whose subject stands before it: "seldom helps a worker to think".
pub fn is_predicate(page: &Page, start: usize, end: usize) -> bool {
    const OFTEN: [&str; 9] =
        ["seldom", "rarely", "never", "often", "still", "frequently", "hardly", "not", "too often"];
    let rest = page.words(start, end);
    let adverb = OFTEN.iter().find_map(|w| rest.strip_prefix(w)).and_then(|r| r.strip_prefix(' '));
    let lexicon = &page.knowledge.lexicon;
    let verb = |rest: &str| {
        let first = rest.split(' ').next().unwrap_or_default();
        let bare = first.strip_suffix('s').unwrap_or(first);
        lexicon.starts(Kind::Finite, rest).is_some()
            || lexicon.starts(Kind::BareVerb, bare).is_some()
    };
    is_headless(page, start, end) || adverb.is_some_and(verb)
}

/// "Those delays", "all three must be tackled", "it was fewer than a third".
fn is_pointing(page: &Page, start: usize, end: usize) -> bool {
    let first = words(page, start, end).next().map_or("", |(_, w)| w);
    if ["those", "these", "such", "this"].contains(&first) && distance(page, start, end) <= 2 {
        return true;
    }
    let Some(verb) = main(page, start, end) else { return false };
    // "These had been too slow to have an effect."
    let second = words(page, start, end).nth(1).map(|(at, _)| at);
    if ["these", "those"].contains(&first) && second == Some(verb) {
        return true;
    }
    let least = if first == "it" { TELLING + 3 } else { TELLING };
    verb > start
        && words(page, start, verb).all(|(_, w)| points(w))
        && distance(page, verb, end) <= least
}

/// "The inspectors had not said ...": what they did not do.
fn is_of_inspectors(page: &Page, start: usize, end: usize) -> bool {
    let article = if page.words(start, end).starts_with("the ") { 4 } else { 0 };
    let subject = at(page, Kind::Inspectorate, start + article, end);
    // "The report does not name anybody."
    let subject =
        subject.or_else(|| at(page, Kind::Author, start, end).filter(|h| is_paper(page, h)));
    let denied = |h: &Hit| {
        page.hits_in(h.end, end).any(|d| d.kind == Kind::Deny && distance(page, h.end, d.start) < 2)
    };
    let thought = [" not think ", " not consider ", " not believe ", "n't think "];
    let thought = thought.iter().any(|w| page.words(start, end).contains(w));
    subject.is_some_and(denied) && !thought && !says(page, start, end)
}

fn is_paper(page: &Page, author: &Hit) -> bool {
    ["report", "letter"].iter().any(|w| page.words(author.start, author.end).ends_with(w))
}

/// "Nearly half had been ...", "Some described ...": of nobody in particular.
fn is_of_nobody(page: &Page, words: &str) -> bool {
    const VERBS: [&str; 14] = [
        "had",
        "have",
        "has",
        "were",
        "was",
        "are",
        "is",
        "feel",
        "felt",
        "described",
        "said",
        "told",
        "spoke",
        "could",
    ];
    // "It was not": what was not stands elsewhere.
    let subjects = ["it ", "they ", "this ", "that "];
    let bare =
        subjects.iter().find_map(|s| words.strip_prefix(s)).and_then(|r| r.split_once(" not"));
    if bare.is_some_and(|(verb, rest)| VERBS.contains(&verb) && !rest.starts_with(' ')) {
        return true;
    }
    let rest = page.knowledge.lexicon.starts(Kind::Quantity, words).map(|n| &words[n..]);
    let verb = rest.and_then(|rest| rest.trim_start().split(' ').next());
    verb.is_some_and(|verb| VERBS.contains(&verb))
}
