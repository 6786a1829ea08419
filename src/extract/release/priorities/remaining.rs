//! What a revisit or a monitoring visit found still not put right, in running words: "Progress was
//! not sufficient in one, namely X"; "On the other two, X and Y, too little has been done".

use crate::extract::release::claims::distance;
use crate::extract::release::number::of_things;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::Item;
use crate::extract::release::priorities::core::Trim;
use crate::extract::release::priorities::heads::run;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::reading::PriorityKind;

/// Finds them in all sentences.
pub fn items(page: &Page) -> Vec<Item> {
    let told = page.sentences.iter().filter(|s| s.role == Role::Prose && s.voice == Voice::Release);
    told.flat_map(|sentence| of_sentence(page, sentence)).collect()
}

/// The words by which a sentence says that something is not yet put right, those first that say most.
pub fn signals<'a>(page: &'a Page, sentence: &Sentence) -> Vec<&'a Hit<'a>> {
    let says = |h: &&Hit| match h.kind {
        Kind::Wanting => h.means == "remaining",
        Kind::Progress => h.means == "insufficient",
        _ => false,
    };
    // "The other two" tells only where nothing says more.
    let rest = |h: &&Hit| {
        let words = page.words(h.start, h.end);
        ["other ", "remaining ", "outstanding "].iter().any(|w| words.starts_with(w))
    };
    let mut signals: Vec<_> = page.hits_in(sentence.start, sentence.end).filter(says).collect();
    signals.sort_by_key(|h| rest(h));
    signals
}

fn of_sentence(page: &Page, sentence: &Sentence) -> Vec<Item> {
    let named = signals(page, sentence).into_iter().find_map(|signal| {
        before(page, sentence, signal).or_else(|| after(page, sentence, signal))
    });
    let Some((start, end, count)) = named else { return Vec::new() };
    run(page, start, end, PriorityKind::Improvement, count, Trim::Listed)
}

/// A range, and how many things it names.
type Named = (usize, usize, Option<usize>);

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
    Some((inner, end, count))
}

/// "... progress in one, namely X"; "... progress on X and Y".
fn after(page: &Page, sentence: &Sentence, signal: &Hit) -> Option<Named> {
    let rest = page.words(signal.end, sentence.end);
    const MARKS: [&str; 6] =
        [": ", ", which include ", ", which are ", ", namely ", ", including ", " include "];
    if let Some(named) = MARKS.iter().find_map(|m| rest.strip_prefix(m)) {
        let end = [", will ", ", is ", ", are ", ", remain ", ", has ", ", have "]
            .iter()
            .filter_map(|m| named.find(m))
            .min()
            .unwrap_or(named.len());
        let start = sentence.end - named.len();
        let count = of_things(page.words(signal.start, signal.end));
        return Some((start, start + end, count));
    }
    let rest = rest.trim_start();
    let linked = ["on ", "in ", "with ", "against "].iter().find_map(|w| rest.strip_prefix(w))?;
    let first = linked.split([',', ':', '-']).next().unwrap_or_default();
    let count = of_things(first).filter(|_| first.split_whitespace().count() <= 6);
    let start = sentence.end - linked.len();
    match count {
        None => Some((start, sentence.end, None)),
        Some(_) => {
            let inner = start + first.len();
            let named = page.words(inner, sentence.end).trim_start_matches([',', ':', '-', ' ']);
            let named = named.strip_prefix("namely ").unwrap_or(named);
            (!named.is_empty()).then_some((sentence.end - named.len(), sentence.end, count))
        }
    }
}
