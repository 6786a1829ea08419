//! Claims: who, what sentence by sentence, was given which grade, when, and in what mood.
//!
//! A grade word is a claim only where something judges: a verb of judging or a word like "rating"
//! beside it, quotation marks round it alone, a judgement's name it is said of, or a headline.
//! Distances are counted in words. What is no result (hoped for, denied, nearly, recited, of many
//! councils, of a school) stays a claim with that mood, so that `--explain` can say why it is not one.

mod asides;
mod candidates;
mod columns;
mod fragments;
mod listed;
mod onward;
mod said_of;
mod strength;
mod turned;

use crate::extract::release::binding::{self, What};
use crate::extract::release::earlier;
use crate::extract::release::mood::{self, Mood};
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::time::{self, When};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::Span;

pub use asides::{past_aside, without_asides};
pub use said_of::is_mark;
pub use turned::INVERTED;

/// A grade as the text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradeWords<'k> {
    /// By name.
    Named(&'k str),
    /// As a place on the scale.
    Place(&'k str),
    /// In a framework's own sentence, `framework/grade`.
    Sentence(&'k str),
}

/// How firmly the words judge, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// A headline's adjective, or quotation marks alone.
    Headline,
    /// A judging verb some words before, or a judgement's name.
    Judged,
    /// "Rated good", "rating of good", the framework's own sentence.
    Rated,
}

/// One claim.
#[derive(Debug, Clone)]
pub struct Claim<'k> {
    /// Which grade.
    pub grade: GradeWords<'k>,
    /// Of what.
    pub what: What,
    /// Now or before.
    pub when: When,
    /// Whether the words say it was the same before.
    pub again: bool,
    /// Whether it stands in reported speech that moved its tense back.
    pub reported: bool,
    /// In what mood.
    pub mood: Mood,
    /// How firmly.
    pub strength: Strength,
    /// The words that prove it, in the original text.
    pub span: Span,
}

/// A grade's words found in a sentence, before it is known what they claim.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'k> {
    /// Folded range.
    pub at: (usize, usize),
    /// Which grade.
    pub grade: GradeWords<'k>,
    /// How firmly.
    pub strength: Strength,
}

/// Finds the claims of all sentences. `scope` says what the release is about.
pub fn claims<'k>(page: &Page<'k>, scope: &mood::Scope) -> Vec<Claim<'k>> {
    let mut all = Vec::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        if let Some(row) = columns::claims(page, sentence) {
            all.extend(row);
            continue;
        }
        let candidates = candidates::candidates(page, sentence);
        if candidates.is_empty() {
            let whole = (sentence.start, sentence.end);
            all.extend(onward::likewise(page, index, whole, &all, scope));
            all.extend(earlier::same(page, sentence, all.last(), scope));
            listed::claims(page, index, all.len(), &mut all);
            continue;
        }
        let first = all.len();
        // "Help and protection got the same grade; children in care are good."
        let lead = page.words(sentence.start, candidates[0].at.0);
        if let Some(mark) = lead.find(';') {
            let clause = (sentence.start, sentence.start + mark);
            all.extend(onward::likewise(page, index, clause, &all, scope));
        }
        let bound = binding::bind(page, sentence, &candidates);
        let when = time::of(page, sentence, &candidates, scope);
        for (i, candidate) in candidates.iter().enumerate() {
            let binding = &bound[i];
            let what = match &binding.what {
                What::Unnamed => onward::anaphor(page, index, &candidates).unwrap_or(What::Unnamed),
                what => what.clone(),
            };
            let mood = mood::of(page, index, i, &candidates, &bound, scope);
            // "Few councils have gone from inadequate to good": both ends are theirs.
            let mood = match all.last() {
                Some(first)
                    if first.mood > Mood::Told
                        && i > 0
                        && (binding::is_move(page, sentence, &candidates, i)
                            || (matches!(first.mood, Mood::Provider | Mood::National)
                                && time::is_gapped(
                                    page,
                                    sentence,
                                    candidates[i - 1].at.1,
                                    candidate.at,
                                ))) =>
                {
                    first.mood
                }
                _ => mood,
            };
            // "In 2019 we were inadequate" is no boast.
            let told = mood == Mood::Remarked && matches!(when[i], When::Before(Some(_)));
            all.push(Claim {
                grade: candidate.grade,
                what,
                when: when[i],
                again: time::is_again(page, sentence, candidate),
                reported: matches!(when[i], When::Now(_))
                    && time::is_pluperfect(page, sentence, &candidates, i),
                mood: if told { Mood::Told } else { mood },
                strength: candidate.strength,
                span: page.folded.original(binding.hull.0, binding.hull.1),
            });
        }
        listed::claims(page, index, first, &mut all);
        if candidates.len() == 1 {
            all.extend(earlier::same(page, sentence, all.last(), scope));
        }
    }
    earlier::settle(&mut all);
    onward::settle(&mut all);
    all
}

/// The nearest hit of a kind that ends before `at`.
pub fn nearest_before<'p, 'k>(
    page: &'p Page<'k>,
    sentence: &Sentence,
    at: usize,
    kind: Kind,
) -> Option<&'p Hit<'k>> {
    page.hits_in(sentence.start, at).rfind(|h| h.kind == kind)
}

/// Words between two places, touching quotation marks and punctuation not counted.
pub fn distance(page: &Page, from: usize, to: usize) -> usize {
    page.count(from, to)
}

/// Whether a clause ends between two places.
pub fn breaks(page: &Page, from: usize, to: usize) -> bool {
    from < to && page.words(from, to).contains([',', ';', '.', ':', '(', ')'])
}
