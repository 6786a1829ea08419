//! Items of newsletters and minutes: an inspection reported right under a heading of its own is news,
//! however far down the page, and what stands before the heading is of something else.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::claims::{Claim, Strength};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::time::When;
use crate::knowledge::lexicon::Kind;

/// How many sentences under a heading may go by before an inspection is reported.
const REACH: usize = 2;

/// How many words a heading has at most.
const WORDS: usize = 8;

/// The first sentence from `from` on that reports an inspection right under a heading.
pub fn item(page: &Page, claims: &[Claim], from: usize) -> Option<usize> {
    (from..page.sentences.len()).find(|&at| {
        is_news(page, &page.sentences[at], claims)
            && heading(page, at).is_some_and(|h| at - h <= REACH)
    })
}

/// Where the item of a page begins that a sentence stands in: its heading.
pub fn heading(page: &Page, at: usize) -> Option<usize> {
    let prose = |i: usize| page.sentences.get(i).is_some_and(|s| s.role == Role::Prose);
    (1..at).rev().find(|&i| {
        let sentence = &page.sentences[i];
        let words = page.words(sentence.start, sentence.end);
        matches!(sentence.role, Role::Heading | Role::Item)
            && prose(i + 1)
            && words.split(' ').count() <= WORDS
            && !words.trim_end().ends_with(['.', ';', ','])
    })
}

/// "Ofsted has published its letter", "the service has been called outstanding by HMI Probation".
fn is_news(page: &Page, sentence: &Sentence, claims: &[Claim]) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let named = page.in_sentence(sentence, Kind::Inspectorate).any(|h| h.means != "any");
    let elsewhere = [Kind::Coming, Kind::Earlier, Kind::National, Kind::Provider];
    if !named
        || sentence.voice == Voice::Person
        || words.trim_end().ends_with('?')
        || elsewhere.iter().any(|kind| page.has(sentence, *kind))
    {
        return false;
    }
    let span = page.span(sentence);
    let graded = claims.iter().any(|c| {
        c.mood == Mood::Stated
            && c.strength == Strength::Rated
            && matches!(c.when, When::Now(_))
            && span.contains(c.span)
    });
    let document = ["report", "letter", "findings", "outcome"].iter().any(|w| words.contains(w));
    graded && HAS_BEEN.is_match(words) || document && page.has(sentence, Kind::Published)
}

static HAS_BEEN: LazyLock<Regex> = LazyLock::new(|| {
    let given = "(?:called|rated|judged|graded|found|given|awarded|assessed)";
    Regex::new(&format!(r"\b(?:has|have) (?:(?:just|now|also|today) )*(?:been )?{given}\b"))
        .expect("fixed grammar")
});
