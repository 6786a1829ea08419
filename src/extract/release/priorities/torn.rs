//! Items that are torn from what they belong to, or only stand for it.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{BE, HAVE, after, is_preposition, opens};
use crate::extract::release::number;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::at;
use crate::extract::release::priorities::idle::points;
use crate::extract::release::priorities::naming::is_person;
use crate::extract::release::priorities::verbs::words;
use crate::knowledge::lexicon::{Hit, Kind};

/// So few words that end on a preposition lack what it binds; more may end so ("what is going on").
const CUT: usize = 4;

/// So few words that end on "not" lack what is denied.
const ELLIPTIC: usize = 8;

/// Whether words are torn from what they belong to, or only stand for it: "on which the police
/// sit", "the rest", "fragile, is growing", "help and protection (good)".
pub fn is_torn(page: &Page, start: usize, end: usize) -> bool {
    const RELATIVE: [&str; 9] = [
        "which ",
        "who ",
        "whom ",
        "whose ",
        "on which ",
        "to which ",
        "in which ",
        "of which ",
        "for which ",
    ];
    const VERBS: [&str; 9] =
        ["is ", "are ", "was ", "were ", "has ", "had ", "does ", "did ", "needs to "];
    let text = page.words(start, end);
    let graded = |h: &Hit| {
        let before = page.words(start, h.start);
        h.kind == Kind::Grade
            && (before.ends_with('(') && page.words(h.end, end).starts_with(')')
                || before.ends_with(", ") && h.end == end)
    };
    let begins = |list: &[&str]| list.iter().any(|w| text.starts_with(w));
    let verb = |text: &str| VERBS.iter().any(|v| text.starts_with(v));
    let aside = text.split_once(", ").is_some_and(|(w, rest)| !w.contains(' ') && verb(rest));
    let last = words(page, start, end).next_back().map_or("", |(_, w)| w);
    let nobody = at(page, Kind::Nobody, start, end).is_some_and(|h| h.end == end);
    // "To be taken up by the board": what becomes of what is told.
    let done = text.starts_with("be ") && text.split(' ').take(5).any(|w| w == "by");
    let of_them = begins(&["their ", "its ", "these ", "those "]);
    // "A quarter of which were late": which they are stands before.
    let of_which = [" of which ", " of whom "].iter().filter_map(|w| text.find(w)).min();
    let of_which = of_which
        .is_some_and(|at| words(page, start, start + at).all(|(_, w)| points(w) || w == "number"));
    // "Four aspects of our provision": so many, of no kind.
    let second = words(page, start, end).nth(1).map(|(at, _)| at);
    let first = words(page, start, end).next().map_or("", |(_, w)| w);
    let first = number::spelled(first).is_some() || ["some", "several"].contains(&first);
    let so_many = first
        && second.is_some_and(|second| at(page, Kind::Thing, second, end).is_some())
        && distance(page, start, end) <= ELLIPTIC;
    // "Go too long without a check", "speed up work on them": of what stands before.
    let bare = page.begins(Kind::BareVerb, start, end).is_some()
        && text.split(' ').nth(1).is_some_and(|w| w == "too");
    let of_it = [" on them", " on it", " of them", " of it"].iter().any(|w| text.ends_with(w));
    let of_it = of_it && distance(page, start, end) <= CUT + 1;
    // "On the third it has not": what it has not done stands before.
    let elliptic =
        (text.ends_with(" not") || text.ends_with("n't")) && distance(page, start, end) <= ELLIPTIC;
    // "These are being agreed".
    let said_of_them = after(text, &["these", "those", "them"])
        .is_some_and(|said| opens(said, &BE) || opens(said, &HAVE) || opens(said, &["will"]));
    begins(&RELATIVE)
        || bare
        || of_it
        || elliptic
        || said_of_them
        || so_many
        || begins(&["none of this ", "none of these ", "none, "])
        || of_which
        || verb(text)
        || aside
        || done
        || nobody
        || is_preposition(last) && distance(page, start, end) <= CUT
        || page.hits_in(start, end).any(graded)
        || words(page, start, end)
            .all(|(here, w)| points(w) || at(page, Kind::Thing, here, end).is_some())
        || of_them && (distance(page, start, end) <= 2 || is_person(page, last))
}
