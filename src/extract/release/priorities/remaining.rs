//! What a revisit or a monitoring visit found still not put right, in running words: "Progress was
//! not sufficient in one, namely X"; "On the other two, X and Y, too little has been done"; "X. Not
//! enough progress."

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::number::of_things;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::announce::announced;
use crate::extract::release::priorities::bearing::{Ear, is_denied};
use crate::extract::release::priorities::core::{Trim, core};
use crate::extract::release::priorities::heads::run;
use crate::extract::release::priorities::speech::is_attribution;
use crate::extract::release::priorities::verbs::main;
use crate::extract::release::priorities::wanting::is_rest;
use crate::extract::release::priorities::{Item, shortcomings};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// A label has no more words.
const LABEL: usize = 9;

/// Between words for too little and a colon stand no more words.
const NEAR: usize = 6;

/// Finds them in all sentences.
pub fn items(page: &Page, scope: &Scope) -> Vec<Item> {
    let told = |s: &Sentence| {
        matches!(s.role, Role::Prose | Role::Cell | Role::Heading) && s.voice == Voice::Release
    };
    let told = (1..page.sentences.len()).filter(|&i| told(&page.sentences[i]));
    told.flat_map(|index| of_sentence(page, scope, index)).collect()
}

/// Whether a release says that nothing of what was found before has been put right: then all that it
/// tells of is left.
pub fn is_all(page: &Page) -> bool {
    const NONE: [&str; 8] = [
        "none of ",
        "not one of ",
        "neither of ",
        "not any of ",
        "not a single one of ",
        "in none of ",
        "not one had ",
        "not one has ",
    ];
    page.sentences.iter().filter(|s| s.voice == Voice::Release).any(|s| {
        let words = page.words(s.start, s.end);
        let none = NONE.iter().find_map(|n| words.find(n).map(|at| at + n.len()));
        let of = none.and_then(|at| words[at..].get(..).map(|w| w.split(' ').take(4)));
        let areas = of.is_some_and(|mut w| {
            w.any(|w| of_things(w.trim_matches(|c: char| !c.is_alphanumeric())).is_some())
        });
        let done = ["progress", "satisf", "dealt", "put right", "enough", "action", "addressed"];
        none.is_some()
            && (areas || words.contains("not one ha"))
            && done.iter().any(|d| words.contains(d))
    })
}

/// "Inspectors listed four things to put right: ...": those found before, told one by one.
pub fn counted(page: &Page) -> Vec<Item> {
    let all = page.sentences.iter().enumerate();
    let told = all.filter(|(_, s)| s.role == Role::Prose && s.voice == Voice::Release);
    let mut listed = told.filter_map(|(index, s)| {
        let announced = announced(page, index)?;
        let count = announced.count?;
        let items = run(page, announced.at, s.end, announced.kind, Some(count), Trim::Listed);
        (count > 1 && items.len() == count).then_some(items)
    });
    listed.next_back().unwrap_or_default()
}

/// The words by which a sentence says that something is not yet put right, those first that say most.
pub fn signals<'a>(page: &'a Page, sentence: &Sentence) -> Vec<&'a Hit<'a>> {
    let says = |h: &&Hit| match h.kind {
        Kind::Wanting => h.means == "remaining",
        Kind::Progress => h.means == "insufficient",
        Kind::Need => h.means == "work" && !is_denied(page, sentence.start, h),
        _ => false,
    };
    // "The other two" tells only where nothing says more.
    let mut signals: Vec<_> = page.hits_in(sentence.start, sentence.end).filter(says).collect();
    signals.sort_by_key(|h| is_rest(page, h));
    signals
}

/// One past the first sentence of the release's own that says that something is not yet put right.
pub fn first(page: &Page) -> Option<usize> {
    let own = |s: &&Sentence| s.voice == Voice::Release && s.role == Role::Prose;
    let mut told = page.sentences.iter().filter(own);
    told.find(|s| !signals(page, s).is_empty()).map(|s| s.end)
}

fn of_sentence(page: &Page, scope: &Scope, index: usize) -> Vec<Item> {
    let sentence = &page.sentences[index];
    let signals = signals(page, sentence);
    let kind = PriorityKind::Improvement;
    if sentence.role == Role::Prose {
        if let Some((start, end)) = last_one(page, sentence, &signals) {
            return run(page, start, end, kind, Some(1), Trim::Listed);
        }
        let named = signals.iter().find_map(|signal| {
            before(page, sentence, signal)
                .or_else(|| inserted(page, sentence, signal))
                .or_else(|| after(page, sentence, signal))
        });
        if let Some((start, end, count)) = named {
            return run(page, start, end, kind, count, Trim::Listed);
        }
    }
    let label = signals.iter().find_map(|signal| label(page, index, signal));
    let label = label.and_then(|(start, end)| core(page, start, end, Trim::Listed));
    if let Some((start, end)) = label {
        return vec![Item::new(start, end, kind)];
    }
    // "With the other two it has been slower. Waits are still long, as are ..."
    let points = |h: &&Hit| of_things(page.words(h.start, h.end)).is_some();
    let next = page.sentences.get(index + 1).filter(|s| s.block == sentence.block);
    match next.filter(|_| signals.iter().any(points)) {
        Some(next) => shortcomings::of_sentence(page, scope, next, Ear::Soft, kind),
        None => Vec::new(),
    }
}

/// "In the fifth, late letters, they were not"; "late letters are the fifth, where more is to do": the
/// only one of several that is left.
fn last_one(page: &Page, sentence: &Sentence, signals: &[&Hit]) -> Option<(usize, usize)> {
    const ONES: [&str; 9] = [
        "the last",
        "the other",
        "the second",
        "the third",
        "the fourth",
        "the fifth",
        "the sixth",
        "the other one",
        "the remaining one",
    ];
    let words = page.words(sentence.start, sentence.end);
    let begun = ["and ", "but ", "only ", "however, "].iter().find_map(|w| words.strip_prefix(w));
    let begun = begun.unwrap_or(words);
    let begun =
        ["in ", "on ", "with ", "for "].iter().find_map(|w| begun.strip_prefix(w)).unwrap_or(begun);
    let start = sentence.end - begun.len();
    let not = words.trim_end_matches('.').ends_with(" not");
    if let Some((one, rest)) = begun.split_once(", ")
        && ONES.contains(&one)
    {
        let start = sentence.end - rest.len();
        let signal = signals.iter().map(|h| h.start).find(|at| *at > start);
        let told = page.words(start, signal.unwrap_or(sentence.end));
        let end = start + told.rfind(", ")?;
        let left = not || signal.is_some();
        return (left && !is_attribution(page, start, end)).then_some((start, end));
    }
    let is_one = |rest: &str| rest.split(',').next().is_some_and(|one| ONES.contains(&one));
    let mut parts = [" is ", " are "].iter().filter_map(|w| begun.split_once(w));
    let (named, _) = parts.find(|(_, rest)| is_one(rest))?;
    let end = start + named.len();
    let left = page.hits_in(end, sentence.end).any(|h| h.kind == Kind::Need);
    (left && main(page, start, end).is_none()).then_some((start, end))
}

/// A range, and how many things it names.
type Named = (usize, usize, Option<usize>);

/// "Local offer. Not enough progress."; "Local offer: not enough progress".
fn label(page: &Page, index: usize, signal: &Hit) -> Option<(usize, usize)> {
    let sentence = &page.sentences[index];
    let own = page.words(sentence.start, signal.start);
    let (start, end) = if own.is_empty() {
        let before = &page.sentences[index - 1];
        (before.block == sentence.block).then_some((before.start, before.end))?
    } else {
        let marks = [":", " -", " |"];
        let name = marks.iter().find_map(|m| own.trim_end().strip_suffix(m))?;
        (sentence.start, sentence.start + name.len())
    };
    let opens = |h: &Hit| matches!(h.kind, Kind::Progress | Kind::Inspectorate | Kind::Vague);
    let named = distance(page, start, end) <= LABEL
        && main(page, start, end).is_none()
        && !page.words(start, end).ends_with(['?', '!'])
        && !page.hits_in(start, end).any(opens);
    named.then_some((start, end))
}

/// "On X, progress was not ..."; "On the other two, X and Y, ...".
fn before(page: &Page, sentence: &Sentence, signal: &Hit) -> Option<Named> {
    let words = page.words(sentence.start, signal.start);
    let begun = ["and ", "but ", "only ", "however, "].iter().find_map(|w| words.strip_prefix(w));
    let begun = begun.unwrap_or(words);
    let rest =
        ["on ", "in ", "over ", "with ", "for "].iter().find_map(|w| begun.strip_prefix(w))?;
    let start = signal.start - rest.len();
    let (close, length) =
        [", ", " - "].iter().filter_map(|m| Some((rest.find(m)?, m.len()))).min()?;
    let count = of_things(&rest[..close]);
    if count.is_none() {
        return (distance(page, start, start + close) >= 2).then_some((start, start + close, None));
    }
    let inner = start + close + length;
    let mark = if length == 2 { ", " } else { " - " };
    let end = page.words(inner, signal.start).rfind(mark).map(|at| inner + at)?;
    // "In four of the five, they found, ...": who says so.
    (!is_attribution(page, inner, end)).then_some((inner, end, count))
}

/// "Progress in the other three - X, Y and Z - was not ...".
fn inserted(page: &Page, sentence: &Sentence, signal: &Hit) -> Option<Named> {
    const DASH: &str = " - ";
    let words = page.words(sentence.start, signal.end);
    let open = words.find(DASH)?;
    let close = open + DASH.len() + words[open + DASH.len()..].find(DASH)?;
    let pointer: Vec<&str> = words[..open].rsplit(' ').take(3).collect();
    let count = pointer.iter().find_map(|w| of_things(w))?;
    let start = sentence.start + open + DASH.len();
    Some((start, sentence.start + close, Some(count)))
}

/// "... progress in one, namely X"; "... progress on X and Y".
fn after(page: &Page, sentence: &Sentence, signal: &Hit) -> Option<Named> {
    let rest = page.words(signal.end, sentence.end);
    const MARKS: [&str; 6] =
        [": ", ", which include ", ", which are ", ", namely ", ", including ", " include "];
    if let Some(named) = MARKS.iter().find_map(|m| rest.strip_prefix(m)) {
        let start = sentence.end - named.len();
        let count = of_things(page.words(signal.start, signal.end));
        return Some((start, start + before_verb(named), count));
    }
    let rest = rest.trim_start();
    // "... but not in addressing two others: X and Y".
    let colon = rest.find(": ").filter(|&at| {
        let start = sentence.end - rest.len();
        distance(page, start, start + at) <= NEAR && of_things(&rest[..at]).is_some()
    });
    if let Some(at) = colon {
        let start = sentence.end - rest.len() + at + 2;
        return Some((start, sentence.end, of_things(&rest[..at])));
    }
    const LINKS: [&str; 6] = ["on ", "in ", "with ", "against ", "about ", "for "];
    let linked = LINKS.iter().find_map(|w| rest.strip_prefix(w))?;
    let first = linked.split([',', ':', '-']).next().unwrap_or_default();
    let count = of_things(first).filter(|_| first.split_whitespace().count() <= 6);
    let start = sentence.end - linked.len();
    match count {
        None => Some((start, start + linked.find(", where ").unwrap_or(linked.len()), None)),
        Some(_) => {
            let inner = start + first.len();
            let named = page.words(inner, sentence.end).trim_start_matches([',', ':', '-', ' ']);
            let named = named.strip_prefix("namely ").unwrap_or(named);
            (!named.is_empty()).then_some((sentence.end - named.len(), sentence.end, count))
        }
    }
}

/// Where the verb begins that says something of what was named: "X and Y, will continue".
fn before_verb(named: &str) -> usize {
    [", will ", ", is ", ", are ", ", remain ", ", has ", ", have "]
        .iter()
        .filter_map(|m| named.find(m))
        .min()
        .unwrap_or(named.len())
}
