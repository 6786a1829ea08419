//! Claims: who, what sentence by sentence, was given which grade, when, and in what mood.
//!
//! A grade word is a claim only where something judges: a verb of judging or a word like "rating"
//! beside it, quotation marks round it alone, a judgement's name it is said of, or a headline.
//! Distances are counted in words. What is no result (hoped for, denied, nearly, recited, of many
//! councils, of a school) stays a claim with that mood, so that `--explain` can say why it is not one.

mod candidates;

use crate::extract::release::binding::{self, What};
use crate::extract::release::earlier;
use crate::extract::release::mood::{self, Mood};
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::extract::release::time::{self, When};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::Span;

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
        let candidates = candidates::candidates(page, sentence);
        if candidates.is_empty() {
            all.extend(likewise(page, sentence, all.last()));
            all.extend(earlier::same(page, sentence, all.last(), scope));
            continue;
        }
        let bound = binding::bind(page, sentence, &candidates);
        let when = time::of(page, sentence, &candidates, scope);
        for (i, candidate) in candidates.iter().enumerate() {
            let binding = &bound[i];
            let what = match &binding.what {
                What::Unnamed => anaphor(page, index, &candidates).unwrap_or(What::Unnamed),
                what => what.clone(),
            };
            let mood = mood::of(page, index, i, &candidates, &bound, scope);
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
        if candidates.len() == 1 {
            all.extend(earlier::same(page, sentence, all.last(), scope));
        }
    }
    earlier::settle(&mut all);
    all
}

/// What a pronoun of a sentence with one grade stands for: a judgement that the sentence opens with
/// ("young people leaving care ... their experiences require improvement"), or that the sentence
/// before ended with ("... help and protection. It was graded ...").
fn anaphor(page: &Page, index: usize, candidates: &[Candidate]) -> Option<What> {
    let [only] = candidates else { return None };
    let sentence = &page.sentences[index];
    if let Some(question) = question_before(page, sentence, only.at) {
        let names: Vec<String> =
            page.in_sentence(question, Kind::Judgement).map(|h| h.means.to_owned()).collect();
        return (!names.is_empty()).then_some(What::Named(names));
    }
    let named = |hit: &Hit| What::Named(vec![hit.means.to_owned()]);
    let mut names = page.in_sentence(sentence, Kind::Judgement);
    if let Some(first) = names.next() {
        let between = page.words(first.end, only.at.0);
        let opens = distance(page, sentence.start, first.start) <= 1 && first.end <= only.at.0;
        let stands = [" their ", " they ", " it "].iter().any(|w| between.contains(w));
        return (opens && stands && names.next().is_none()).then(|| named(first));
    }
    let words = page.words(sentence.start, sentence.end);
    let pronoun = [
        "it was ",
        "it is ",
        "it's ",
        "this was ",
        "this is ",
        "they were ",
        "they are ",
        "they're ",
        "these were ",
        "these are ",
    ];
    if !pronoun.iter().any(|w| words.starts_with(w)) || page.has(sentence, Kind::Overall) {
        return None;
    }
    let before = page.sentences[..index].last()?;
    let last = page.in_sentence(before, Kind::Judgement).next_back()?;
    (distance(page, last.end, before.end) == 0).then(|| named(last))
}

/// "So is the work with care leavers", "help and protection got the same grade": the grade of the
/// claim before, of another judgement.
fn likewise<'k>(page: &Page, sentence: &Sentence, last: Option<&Claim<'k>>) -> Option<Claim<'k>> {
    let words = page.words(sentence.start, sentence.end);
    let last = last.filter(|l| l.mood == Mood::Stated && matches!(l.when, When::Now(_)))?;
    let past = page.has(sentence, Kind::Earlier) || page.has(sentence, Kind::Before);
    if past || page.has(sentence, Kind::Hope) || words.trim_end().ends_with('?') {
        return None;
    }
    let so = page.knowledge.lexicon.starts(Kind::Likewise, words);
    let same = || page.in_sentence(sentence, Kind::Same).next();
    let negated = |h: &Hit| page.hits_in(sentence.start, h.start).any(|n| n.kind == Kind::Negation);
    if so.is_none() && same().is_none_or(negated) {
        return None;
    }
    let mut names: Vec<String> =
        page.in_sentence(sentence, Kind::Judgement).map(|h| h.means.to_owned()).collect();
    if page.has(sentence, Kind::Overall) {
        names.push("overall".to_owned());
    }
    let span = page.span(sentence);
    (!names.is_empty()).then(|| Claim { what: What::Named(names), span, ..last.clone() })
}

/// "The impact of leaders? Outstanding.": the question that a grade alone answers.
fn question_before<'p>(
    page: &'p Page,
    sentence: &Sentence,
    (start, end): (usize, usize),
) -> Option<&'p Sentence> {
    let lead = page.words(sentence.start, start).trim_matches(['"', '\'', ' ']);
    let alone = matches!(lead, "" | "both" | "all" | "each" | "both are" | "all are")
        && distance(page, end, sentence.end) <= 1
        && sentence.voice == Voice::Release;
    let before = page.sentences.iter().take_while(|s| s.start < sentence.start).last()?;
    let asks = page.words(before.start, before.end).trim_end().ends_with('?');
    (alone && asks).then_some(before)
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
    if from >= to {
        return 0;
    }
    page.words(from, to).split([' ', '\n']).filter(|w| w.chars().any(char::is_alphanumeric)).count()
}

/// Whether a clause ends between two places.
pub fn breaks(page: &Page, from: usize, to: usize) -> bool {
    from < to && page.words(from, to).contains([',', ';', '.', ':', '(', ')'])
}
