//! Sentences that go on with what the one before told or announced: "First, ...", "The other is
//! ...", "So did ...", "The same goes for ...".

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::after_likewise;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::Kind;

/// How a sentence goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It tells one of those announced, from this place on.
    One(usize),
    /// It adds others to those told, from this place on.
    More(usize),
}

/// Tell one of those announced at the head of a sentence.
const ONE: [&str; 23] = [
    "area one",
    "area two",
    "area three",
    "priority one",
    "priority two",
    "priority three",
    "point one",
    "point two",
    "point three",
    "firstly",
    "first",
    "secondly",
    "second",
    "thirdly",
    "third",
    "fourth",
    "fourthly",
    "fifth",
    "sixth",
    "the first",
    "one",
    "finally",
    "lastly",
];

/// Tell one more of them, at the head of a sentence or after one of its own.
const ONE_MORE: [&str; 17] = [
    "another",
    "the other",
    "the others",
    "the last",
    "the last one",
    "the final one",
    "a further one",
    "the second",
    "the third",
    "the fourth",
    "the fifth",
    "the sixth",
    "a second",
    "a third",
    "a fourth",
    "a fifth",
    "a sixth",
];

/// What stands between such a word and the item.
const LINKS: [&str; 25] = [
    " asks for ",
    " asked for ",
    " calls for ",
    " called for ",
    ", ",
    ": ",
    " is that ",
    " was that ",
    " is about ",
    " was about ",
    " is for ",
    " was for ",
    " is to ",
    " was to ",
    " is ",
    " was ",
    " are ",
    " were ",
    " concerns ",
    " concerned ",
    " relates to ",
    " related to ",
    " covers ",
    " being ",
    " has to do with ",
];

/// Whether a sentence says that it adds to those before: "And ...", "Finally, ...".
pub fn goes_on(words: &str) -> bool {
    ["and ", "finally", "lastly", "also", "last,", "equally", "similarly", "likewise"]
        .iter()
        .any(|w| words.starts_with(w))
}

/// How a sentence goes on; none where it begins otherwise.
pub fn step(page: &Page, sentence: &Sentence) -> Option<Step> {
    let words = page.words(sentence.start, sentence.end);
    let begun = words.strip_prefix("and ").or(words.strip_prefix("but ")).unwrap_or(words);
    let place = |rest: &str| sentence.end - rest.len();
    let added = || page.knowledge.lexicon.starts(Kind::Added, begun).map(|n| &begun[n..]);
    if let Some(rest) = after_likewise(begun).or_else(|| added()?.strip_prefix(' ')) {
        return Some(Step::More(place(rest)));
    }
    // The longest first: "the first" before "first".
    let ones = ONE.iter().chain(&ONE_MORE).filter_map(|one| begun.strip_prefix(one));
    let mut ones: Vec<&str> = ones.collect();
    ones.sort_by_key(|rest| rest.len());
    let named = |rest: &str| {
        let (start, end) = (place(rest), sentence.end);
        let thing = page.hits_in(start, end).find(|h| h.kind == Kind::Thing)?;
        let near = distance(page, start, thing.start) <= 2;
        Some(thing.end).filter(|_| near)
    };
    ones.into_iter().find_map(|rest| {
        let at = linked(rest).map(|n| place(rest) + n);
        let after = || {
            let noun = named(rest)?;
            Some(noun + linked(page.words(noun, sentence.end))?)
        };
        at.or_else(after).map(Step::One)
    })
}

/// How long the words are that tell one more of those announced, with what stands before the item:
/// "another is ", "the last: ".
pub fn one_more(words: &str) -> Option<usize> {
    let one = ONE_MORE.iter().filter(|one| words.starts_with(**one)).max_by_key(|one| one.len())?;
    let rest = &words[one.len()..];
    // "Another the supervision of ...": the verb is that of the first.
    let bare = || {
        let named = rest.strip_prefix(' ').filter(|_| *one == "another")?;
        ["the ", "a ", "how "].iter().any(|a| named.starts_with(a)).then_some(1)
    };
    Some(one.len() + linked(rest).or_else(bare)?)
}

/// How long the link is that words begin with.
fn linked(rest: &str) -> Option<usize> {
    LINKS.iter().find(|link| rest.starts_with(**link)).map(|link| link.len())
}
