//! What a grade in a sentence is of: a judgement by name, every one, or the whole.
//!
//! A judgement's name binds to the nearest grade of its clause when only linking words stand
//! between ("good for help and protection", "leaders were rated good, as was adoption"). Names that
//! bind to no grade bind to nothing: praise of care leavers' support is no grade for it.

mod names;

use std::sync::LazyLock;

use regex::Regex;

pub use names::lead;
pub use names::order::{is_in_row, is_move};

use crate::extract::release::claims::{Candidate, distance};
use crate::extract::release::number;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// What a grade is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The whole, in so many words.
    Overall,
    /// Each judgement.
    Every,
    /// Each judgement but those named, and the whole too if `whole`.
    Others {
        /// Those it is not of, as the wordings' meanings; where none is named here, those that
        /// other sentences grade by name.
        but: Vec<String>,
        /// Whether it is said of the service: "good in all areas but one".
        whole: bool,
    },
    /// Each of so many judgements, where there are as many: "four goods".
    Count(usize),
    /// Judgements by name, as the wordings' meanings (ids joined by "+").
    Named(Vec<String>),
    /// A part that opens its clause, in words that do not say the grade of it for sure.
    Part,
    /// Nothing is named.
    Unnamed,
}

/// What a grade is of, and the folded range that shows it.
#[derive(Debug, Clone)]
pub struct Bound {
    /// Of what.
    pub what: What,
    /// From the first to the last of the words that belong together.
    pub hull: (usize, usize),
}

/// Binds each candidate of a sentence.
pub fn bind(page: &Page, sentence: &Sentence, candidates: &[Candidate]) -> Vec<Bound> {
    let mut bound: Vec<Bound> =
        candidates.iter().map(|c| Bound { what: What::Unnamed, hull: c.at }).collect();
    names::bind(page, sentence, candidates, &mut bound);
    for (i, candidate) in candidates.iter().enumerate() {
        if matches!(bound[i].what, What::Named(_))
            && let Some(overall) = overall_before(page, sentence, candidates, i)
            && is_own(page, candidates, i, overall)
            && !bound.iter().any(|b| b.hull.0 <= overall.start && overall.end <= b.hull.1)
        {
            let overall = *overall;
            extend(&mut bound[i], &overall);
            if let What::Named(names) = &mut bound[i].what {
                names.push("overall".to_owned());
            }
        }
        // "Every judgement - leaders, adoption, care leavers - was good" is more than it names.
        if matches!(bound[i].what, What::Named(_))
            && is_every_listed(page, sentence, candidates, bound[i].hull)
        {
            bound[i].what = What::Every;
        }
        // "Everything else was good, as was the service": the whole besides the others.
        let whole =
            matches!(&bound[i].what, What::Named(names) if names.iter().all(|n| n == "overall"));
        if bound[i].what != What::Unnamed && !whole {
            continue;
        }
        if let Some(count) = counted(page.words(candidate.at.0, candidate.at.1)) {
            bound[i].what = What::Count(count);
            continue;
        }
        let (from, to) = reach(sentence, candidates, i);
        let near = |kind: Kind, limit: usize| {
            let hits =
                page.hits_in(from, to).filter(|h| h.kind == kind && !clause(page, candidate, h));
            hits.map(|h| (gap(page, candidate, h), h))
                .filter(|(gap, _)| *gap <= limit)
                .min_by_key(|(gap, _)| *gap)
                .map(|(_, h)| h)
        };
        // "Its top mark, 'outstanding'": the same thing said twice.
        if i > 0
            && !page.words(candidates[i - 1].at.1, candidate.at.0).contains(char::is_alphanumeric)
        {
            bound[i].what = bound[i - 1].what.clone();
            continue;
        }
        if let Some((what, every)) = near(Kind::Every, 6)
            .and_then(|every| Some((of_every(page, sentence, candidate, every)?, every)))
        {
            bound[i].what = match what {
                What::Others { but, .. } if whole => What::Others { but, whole },
                what => what,
            };
            extend(&mut bound[i], every);
        } else if whole {
            continue;
        } else if let Some(overall) =
            near(Kind::Overall, 8).filter(|h| is_own(page, candidates, i, h))
        {
            bound[i].what = What::Overall;
            extend(&mut bound[i], overall);
        }
    }
    names::order::leave(page, candidates, &mut bound);
    // "The same mark" of nothing by name is no second grade of the whole.
    for (i, c) in candidates.iter().enumerate() {
        let again = page.hits_in(c.at.0, c.at.1).any(|h| h.kind == Kind::Same);
        if again && bound[i].what == What::Unnamed {
            bound[i].what = What::Part;
        }
    }
    for (i, one) in bound.iter_mut().enumerate() {
        let (from, to) = reach(sentence, candidates, i);
        one.hull = if sentence.role == Role::Title {
            (sentence.start, sentence.end)
        } else {
            clause_hull(page, one.hull, from, to)
        };
    }
    bound
}

/// "Four goods".
fn counted(words: &str) -> Option<usize> {
    let number = words.strip_suffix(" goods").or_else(|| words.strip_suffix(" outstandings"))?;
    number::of_word(number).map(usize::from)
}

/// Of two grades round words for the whole, the nearer one; a new clause's own comes after "and".
fn is_own(page: &Page, candidates: &[Candidate], i: usize, overall: &Hit) -> bool {
    let reach = |c: &Candidate| {
        let (from, to) =
            if c.at.1 <= overall.start { (c.at.1, overall.start) } else { (overall.end, c.at.0) };
        let between = page.words(from.min(to), to);
        let apart = between.contains(',') || between.contains("and ");
        distance(page, from, to) + if apart { 5 } else { 0 }
    };
    let own = reach(&candidates[i]);
    let mut others = candidates.iter().enumerate().filter(|(j, _)| j.abs_diff(i) == 1);
    others.all(|(j, c)| own < reach(c) || (own == reach(c) && i < j))
}

fn is_every_listed(
    page: &Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    hull: (usize, usize),
) -> bool {
    let every = page.hits_in(sentence.start, hull.0).rfind(|h| h.kind == Kind::Every);
    every.filter(|h| h.means.is_empty()).is_some_and(|h| {
        let between = page.words(h.end, hull.0);
        let lists = [" - ", ": ", " (", ", including", ", among them", ", from "]
            .iter()
            .any(|mark| between.contains(mark));
        let other = candidates.iter().any(|c| h.end <= c.at.0 && c.at.1 <= hull.0);
        lists && !other && !BAR.is_match(between) && distance(page, h.end, hull.0) <= 5
    })
}

/// "In all areas", "in all areas but one", "the other three": what a grade beside such words is of;
/// nothing where it is unclear what is left out.
fn of_every(page: &Page, sentence: &Sentence, grade: &Candidate, every: &Hit) -> Option<What> {
    let after = [every.end, grade.at.1].map(|end| page.words(end, sentence.end));
    let bar = after.iter().any(|after| BAR.is_match(after))
        || BAR_LED.is_match(page.words(sentence.start, every.start));
    let others = every.means == "others" || after[0].starts_with(" else");
    if !bar && !others {
        return (!after.iter().any(|after| after.starts_with(" but "))).then_some(What::Every);
    }
    let names = page.in_sentence(sentence, Kind::Judgement);
    let but: Vec<String> = names.map(|h| h.means.to_owned()).collect();
    // "Good overall and in every other area".
    let between = grade.at.1.min(every.start)..every.start;
    let overall = page.hits_in(between.start, between.end).any(|h| h.kind == Kind::Overall);
    if overall && but.is_empty() {
        return Some(What::Every);
    }
    Some(What::Others { but, whole: bar })
}

/// "In all areas bar one".
static BAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^,? (?:(?:except|bar|barring|other than|apart from|aside from|excluding|save)\b|with the (?:sole )?exception of|but (?:one|for|not|in|care|leader|help|child|looked|adoption|those)\b)")
        .expect("fixed grammar")
});
static BAR_LED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^| )(?:except for|bar|barring|apart from|aside from|other than|with the (?:sole )?exception of) [^;.]{3,80}$")
        .expect("fixed grammar")
});

/// "Overall effectiveness is good, as it is for care leavers": the whole right before the grade.
fn overall_before<'p>(
    page: &'p Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    i: usize,
) -> Option<&'p Hit<'p>> {
    let at = candidates[i].at.0;
    let (from, _) = reach(sentence, candidates, i);
    let fits = |overall: &&Hit| {
        let name = page.hits_in(overall.end, at).any(|h| h.kind == Kind::Judgement);
        let gap = distance(page, overall.end, at);
        let nearer = i == 0 || distance(page, from, overall.start) > gap;
        !name && nearer && gap <= 8 && !clause(page, &candidates[i], overall)
    };
    let before = page.hits_in(from, at).rfind(|h| h.kind == Kind::Overall);
    if let Some(before) = before.filter(fits) {
        return Some(before);
    }
    // "Good overall and for help and protection".
    let (_, to) = reach(sentence, candidates, i);
    let after = page.hits_in(candidates[i].at.1, to).find(|h| h.kind == Kind::Overall)?;
    (distance(page, candidates[i].at.1, after.start) == 0).then_some(after)
}

/// The clause round words that belong together: what a person reads as the proof.
fn clause_hull(page: &Page, hull: (usize, usize), from: usize, to: usize) -> (usize, usize) {
    let from = from.min(hull.0);
    let to = to.max(hull.1);
    let before = page.words(from, hull.0);
    let marks =
        ["; ", ", but ", " but ", ", and ", ", which ", ": ", ", with ", ", ", " to ", " - "];
    let cut =
        marks.iter().filter_map(|m| before.rfind(m).map(|at| at + m.len())).max().unwrap_or(0);
    let start = from
        + cut
        + (before[cut..].len()
            - before[cut..].trim_start_matches(|c: char| !c.is_alphanumeric()).len());
    let after = page.words(hull.1, to);
    let marks = ["; ", ", ", " but ", ". ", " - ", " to ", ": ", " and "];
    let cut = marks.iter().filter_map(|m| after.find(m)).min().unwrap_or(after.len());
    let end = hull.1 + after[..cut].trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    (start.min(hull.0), end)
}

fn extend(bound: &mut Bound, hit: &Hit) {
    bound.hull = (bound.hull.0.min(hit.start), bound.hull.1.max(hit.end));
}

/// From the grade before to the grade after.
fn reach(sentence: &Sentence, candidates: &[Candidate], i: usize) -> (usize, usize) {
    let from = if i == 0 { sentence.start } else { candidates[i - 1].at.1 };
    let to = candidates.get(i + 1).map_or(sentence.end, |c| c.at.0);
    (from, to)
}

fn gap(page: &Page, candidate: &Candidate, hit: &Hit) -> usize {
    distance(page, hit.end, candidate.at.0).max(distance(page, candidate.at.1, hit.start))
}

fn clause(page: &Page, candidate: &Candidate, hit: &Hit) -> bool {
    let (from, to) = if hit.end <= candidate.at.0 {
        (hit.end, candidate.at.0)
    } else {
        (candidate.at.1, hit.start)
    };
    from < to && (page.words(from, to).contains(';') || page.words(from, to).contains(" but "))
}

/// Whether only linking words stand between.
fn is_link(page: &Page, between: &str) -> bool {
    !between.contains([';', '.']) && are_links(page, between, Kind::NameLink)
}

/// Whether each word between is one of a kind of linking words.
pub fn are_links(page: &Page, between: &str, kind: Kind) -> bool {
    let words = between
        .split([' ', '\n'])
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty());
    words.into_iter().all(|w| page.knowledge.lexicon.starts(kind, w) == Some(w.len()))
}
