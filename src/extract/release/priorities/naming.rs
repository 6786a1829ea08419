//! Where the words that name a concern end: "caseloads" of "caseloads are far too high".
//!
//! A predicate that says nothing but that something is bad is left off, from its verb on. One that
//! says more ("families wait too long for a first call") stays whole.

use crate::extract::release::grammar::{DETERMINERS, binds, is_preposition};
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::at;
use crate::extract::release::priorities::verbs::{is_adverb, is_nested, is_open, words};
use crate::knowledge::lexicon::{Hit, Kind};

/// A thing of so few words is told without what is said of it.
const THING: usize = 3;

/// Words that say nothing themselves inside a predicate that says nothing else.
const FILLING: [&str; 8] = ["as", "it", "they", "to", "than", "the", "and", "all"];

/// Of these, both things that follow are meant: "lack of challenge and of records".
const NONE_OF: [&str; 5] = ["lack", "absence", "shortage", "lots", "number"];

/// Whether a word names persons.
pub fn is_person(page: &Page, word: &str) -> bool {
    page.knowledge.lexicon.is(Kind::Person, word)
}

/// "Training for carers": a thing, and at once of what it is. Of persons this says which.
pub fn said_of(page: &Page, (start, end): (usize, usize)) -> bool {
    let mut inner = words(page, start, end)
        .skip_while(|(_, w)| DETERMINERS.contains(w) || ["no", "more", "better"].contains(w));
    let head = inner.next();
    let link = inner.next();
    head.zip(link).is_some_and(|((_, head), (_, link))| {
        // "... and met in time": a second predicate is no thing.
        let verb = page.knowledge.lexicon.is(Kind::Finite, head);
        is_preposition(link) && !verb && !is_person(page, head) && !NONE_OF.contains(&head)
    })
}

/// The end of the words that name the concern of a range. None where they name nothing ("many are
/// poor").
pub fn named(page: &Page, start: usize, end: usize) -> Option<usize> {
    let plain: Vec<&Hit> = page.hits_in(start, end).filter(|h| h.kind == Kind::Plain).collect();
    let kept = tidied(page, start, before_predicate(page, &plain, start, end));
    if is_empty(page, &plain, start, start + kept) {
        return None;
    }
    let nobody = at(page, Kind::Nobody, start, end);
    if nobody.is_some_and(|h| h.end >= start + kept) {
        return None;
    }
    // "Too many plans are late": of many it must be said what they are.
    let words = page.words(start, start + kept);
    let whole = kept == 0 || page.knowledge.lexicon.starts(Kind::Quantity, words).is_some();
    // "Children are seen too rarely": what happens to them.
    let alone = !words.contains(' ') && is_person(page, words);
    Some(if whole || alone { end } else { start + kept })
}

/// Where the predicate begins that only says "bad", or the end of the range.
fn before_predicate(page: &Page, plain: &[&Hit], start: usize, end: usize) -> usize {
    let mut name = end;
    // "Are often not completed on time": one participle may stand in it, and how or when.
    let (mut done, mut degree) = (false, false);
    let mut last = "";
    for (after, (here, word)) in words(page, start, end).rev().enumerate() {
        let covering = || plain.iter().filter(|h| h.start <= here && here < h.end);
        // "Not frequent enough": how, whatever the word.
        let how = last == "enough" && is_degree(page, start, here);
        last = word;
        if covering().next().is_none() && !is_adverb(word) && !FILLING.contains(&word) && !how {
            if done || !is_participle(word) {
                break;
            }
            (done, degree) = (true, after > 0);
        }
        degree |= done && is_adverb(word);
        // "Children with special educational needs": no verb.
        let noun = word == "needs" && is_noun(page, start, here);
        let opens = !noun
            && covering().any(|h| {
                let long = || words(page, start, here).nth(1).is_some();
                h.start == here
                    && match h.means {
                        // A verb with nothing after it ends a clause of its own: "the help that they need".
                        "verb" => after > 0,
                        "verb full" => after > 0 && long(),
                        "verb alone" => long(),
                        _ => false,
                    }
            });
        // "..., it has not".
        let again = ["it", "they"].contains(&word) && page.words(start, here).ends_with(", ");
        let opens = opens || again && after > 0;
        // "Caseloads that were simply too big".
        let of_it = (opens && !done).then(|| before_relative(page, start, here)).flatten();
        if let Some(thing) = of_it {
            name = thing;
        } else if opens
            && names(page, start, here)
            && (!done || is_phrase(page, start, here) || degree && is_thing(page, start, here))
        {
            name = here;
        }
    }
    name
}

/// Whether "needs" after a word is a noun.
fn is_noun(page: &Page, start: usize, here: usize) -> bool {
    const OF: [&str; 6] = ["special", "educational", "additional", "complex", "care", "their"];
    words(page, start, here).next_back().is_some_and(|(_, w)| OF.contains(&w))
}

/// Where "that" or "which" begins right before a verb, after a thing that it stands for.
fn before_relative(page: &Page, start: usize, here: usize) -> Option<usize> {
    let (at, word) = words(page, start, here).next_back()?;
    let (_, thing) = words(page, start, at).next_back()?;
    // "Support for leavers, which is uneven": said of it after a comma.
    let long = word == "which" && page.words(start, at).ends_with(", ");
    let of_thing = ["that", "which"].contains(&word) && !binds(thing);
    let of_thing = of_thing && (long || !is_person(page, thing));
    let short = words(page, start, at).count() <= THING;
    let named = (long || short) && !is_nested(page, start, at);
    (of_thing && named).then_some(at)
}

/// How long the words are that a predicate left behind, without what belonged to it: adverbs, an
/// aside between dashes, "in some teams".
fn tidied(page: &Page, start: usize, end: usize) -> usize {
    const MARKS: [char; 5] = [' ', ',', '\n', '-', '"'];
    let whole = page.words(start, end);
    if !whole.ends_with([' ', ',']) {
        return whole.len();
    }
    let mut kept = whole.trim_end_matches([' ', ',', '\n']);
    if let Some((name, aside)) = kept.split_once(" - ")
        && words(page, end - whole.len() + name.len(), end).next().is_some_and(|(_, w)| binds(w))
        && !aside.contains(" - ")
    {
        kept = name;
    }
    loop {
        let last = kept.rsplit([' ', '\n']).next().unwrap_or_default();
        let some = ["in some ", "in a few ", "in many ", "in too many "];
        let some = some.iter().filter_map(|w| kept.rfind(w)).max();
        let some = some.filter(|at| *at > 0 && kept[*at..].matches(' ').count() <= 3);
        kept = match some {
            Some(at) => &kept[..at],
            None if is_adverb(last) || ["though", "however", "too"].contains(&last) => {
                &kept[..kept.len() - last.len()]
            }
            None => return kept.len(),
        }
        .trim_end_matches(MARKS);
    }
}

/// Whether the words before a place are a thing with a complement: "plans for children in care".
fn is_phrase(page: &Page, start: usize, here: usize) -> bool {
    let mut head = "";
    if is_nested(page, start, here) {
        return false;
    }
    for (_, word) in words(page, start, here) {
        if is_preposition(word) {
            return !head.is_empty() && !is_person(page, head);
        }
        head = word;
    }
    false
}

/// Whether a word says how far only: "not frequent enough".
fn is_degree(page: &Page, start: usize, here: usize) -> bool {
    const BEFORE: [&str; 9] = ["not", "is", "are", "was", "were", "be", "always", "quite", "yet"];
    let before = words(page, start, here).next_back();
    before.is_some_and(|(_, w)| BEFORE.contains(&w) || w.ends_with("n't"))
}

/// Whether a word is what was done: "completed", "understood".
fn is_participle(word: &str) -> bool {
    const OTHERS: [&str; 17] = [
        "understood",
        "met",
        "made",
        "seen",
        "heard",
        "kept",
        "known",
        "given",
        "held",
        "taken",
        "shown",
        "built",
        "written",
        "sent",
        "found",
        "told",
        "put",
    ];
    word.ends_with("ed") || OTHERS.contains(&word)
}

/// Whether the words before a place are a thing that more than one word names: "annual reviews".
fn is_thing(page: &Page, start: usize, here: usize) -> bool {
    let name = || words(page, start, here).filter(|(_, w)| !is_adverb(w));
    (2..=THING + 1).contains(&name().count())
        && !name().any(|(_, w)| is_person(page, w))
        && name().next_back().is_some_and(|(_, w)| !binds(w))
        && !is_nested(page, start, here)
}

/// Whether a name can end at a place: not in a subordinate clause without its verb, nor on a word
/// that binds what follows.
fn names(page: &Page, start: usize, here: usize) -> bool {
    let aside = ["though", "however", "meanwhile"];
    let last = words(page, start, here).rfind(|(_, w)| !aside.contains(w));
    let helps = |at| page.begins(Kind::Finite, at, here).is_some();
    last.is_some_and(|(at, word)| !binds(word) && !helps(at)) && !is_open(page, start, here)
}

/// Whether no word names anything: "not swiftly enough".
fn is_empty(page: &Page, plain: &[&Hit], start: usize, end: usize) -> bool {
    words(page, start, end).all(|(here, word)| {
        let covers = |h: &Hit| h.start <= here && here < h.end;
        ["it", "they"].contains(&word)
            || plain.iter().any(|h| covers(h))
            || page.hits_in(start, end).any(|h| {
                matches!(h.kind, Kind::Deny | Kind::Good) && h.means != "thing" && covers(h)
            })
    })
}
