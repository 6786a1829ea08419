//! Enough grammar to tell a clause from a name: finite verbs, and the words that open subordinate
//! clauses.
//!
//! Verbs that are nouns as well ("waits", "plans") are no verbs here unless a plural stands before
//! them ("families wait"). What is not known to be a verb is none: a clause is then left whole.

use crate::extract::release::grammar::{
    is_irregular_plural, is_preposition, is_subject, subordinates,
};
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::at;
use crate::knowledge::lexicon::Kind;

/// The words of a range, without marks around them, and where each begins.
pub fn words<'a>(
    page: &'a Page,
    start: usize,
    end: usize,
) -> impl DoubleEndedIterator<Item = (usize, &'a str)> {
    page.each_word(start, end)
}

/// Where the main verb of a range begins: the first finite one that no subordinate clause owns.
pub fn main(page: &Page, start: usize, end: usize) -> Option<usize> {
    let mut open = false;
    finite(page, start, end, |word, verb| {
        let owned = open || subordinates(word);
        open = owned && !verb;
        verb && !owned
    })
}

/// Whether a subordinate clause begins that has no verb yet.
pub fn is_open(page: &Page, start: usize, end: usize) -> bool {
    let mut open = false;
    finite(page, start, end, |word, verb| {
        open = (open || subordinates(word)) && !verb;
        false
    });
    open
}

/// Whether a subordinate clause begins.
pub fn is_nested(page: &Page, start: usize, end: usize) -> bool {
    words(page, start, end).any(|(_, w)| subordinates(w))
}

/// Whether a range is a clause that ends where it ends.
pub fn is_closed(page: &Page, start: usize, end: usize) -> bool {
    main(page, start, end).is_some() && !is_open(page, start, end)
}

/// Whether a range begins with a subject that names something, and tells something of it.
pub fn is_clause(page: &Page, start: usize, end: usize) -> bool {
    let mut begun = words(page, start, end).map(|(_, w)| w);
    let Some(first) = begun.next() else { return false };
    // "About a third of staff are new."
    let share = ["about", "over", "around"].contains(&first)
        && begun.next().is_some_and(|w| ["a", "one", "two", "half", "three"].contains(&w));
    let named = share || is_subject(first) && !is_adverb(first);
    let verb = main(page, start, end).filter(|_| named);
    // "... care deeply and have stayed": a second verb of one subject.
    let subject = verb.and_then(|verb| words(page, start, verb).next_back());
    subject.is_some_and(|(_, last)| !["and", "or", "but", "nor"].contains(&last))
}

/// Whether a word tells how, how often or how far.
pub fn is_adverb(word: &str) -> bool {
    const NOUNS: [&str; 9] = [
        "family", "supply", "reply", "assembly", "elderly", "anomaly", "monthly", "weekly", "early",
    ];
    const OTHERS: [&str; 7] = ["often", "still", "also", "never", "always", "sometimes", "even"];
    OTHERS.contains(&word) || (word.len() > 4 && word.ends_with("ly") && !NOUNS.contains(&word))
}

/// The first word for which `wanted`, given the word and whether it is a finite verb, says so.
fn finite(
    page: &Page,
    start: usize,
    end: usize,
    mut wanted: impl FnMut(&str, bool) -> bool,
) -> Option<usize> {
    let (mut before, mut skip) = ("", start);
    for (here, word) in words(page, start, end) {
        if here < skip {
            before = word;
            continue;
        }
        // "In May", "6 May".
        let month = word == "may" && (is_preposition(before) || before.parse::<u8>().is_ok());
        let verb = || before != "to" && !month && page.begins(Kind::Finite, here, end).is_some();
        let both = || is_plural(before) && page.begins(Kind::BareVerb, here, end).is_some();
        let relative = || {
            ["who", "which", "that", "what"].contains(&before)
                && ["s", "ed"].iter().any(|ending| word.ends_with(ending))
        };
        if let Some(name) = at(page, Kind::WholeName, here, end) {
            skip = name.end;
        } else if wanted(word, verb() || both() || relative()) {
            return Some(here);
        }
        if !is_adverb(word) {
            before = word;
        }
    }
    None
}

/// Whether a word is a noun that stands for several.
pub fn is_plural(word: &str) -> bool {
    let own = word.ends_with("'s") || word.ends_with("ss");
    is_irregular_plural(word)
        || ["who", "that", "which"].contains(&word)
        || (word.ends_with('s') && !own && word.len() > 3)
}
