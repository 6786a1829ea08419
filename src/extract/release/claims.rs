//! Claims: who, what sentence by sentence, was given which grade, when, and in what mood.
//!
//! A grade word is a claim only where something judges: a verb of judging or a word like "rating"
//! beside it, quotation marks round it alone, a judgement's name it is said of, or a headline.
//! Distances are counted in words. What is no result (hoped for, denied, nearly, recited, of many
//! councils, of a school) stays a claim with that mood, so that `--explain` can say why it is not one.

use crate::extract::release::binding::{self, What};
use crate::extract::release::mood::{self, Mood};
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::predicate;
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
        let candidates = candidates(page, sentence);
        if candidates.is_empty() {
            all.extend(likewise(page, sentence, all.last()));
            continue;
        }
        let bound = binding::bind(page, sentence, &candidates);
        let when = time::of(page, sentence, &candidates, scope.year, scope.known);
        for (i, candidate) in candidates.iter().enumerate() {
            let binding = &bound[i];
            let what = match &binding.what {
                What::Unnamed => anaphor(page, index, &candidates).unwrap_or(What::Unnamed),
                what => what.clone(),
            };
            all.push(Claim {
                grade: candidate.grade,
                what,
                when: when[i],
                again: time::is_again(page, sentence, candidate),
                mood: mood::of(page, index, i, &candidates, &bound, scope),
                strength: candidate.strength,
                span: page.folded.original(binding.hull.0, binding.hull.1),
            });
        }
    }
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
    let pronoun = ["it was ", "it is ", "this was ", "they were ", "these were "];
    if !pronoun.iter().any(|w| words.starts_with(w)) || page.has(sentence, Kind::Overall) {
        return None;
    }
    let before = page.sentences[..index].last()?;
    let last = page.in_sentence(before, Kind::Judgement).next_back()?;
    (distance(page, last.end, before.end) == 0).then(|| named(last))
}

/// "So is the work with care leavers": the grade of the claim before, of another judgement.
fn likewise<'k>(page: &Page, sentence: &Sentence, last: Option<&Claim<'k>>) -> Option<Claim<'k>> {
    let words = page.words(sentence.start, sentence.end);
    let so = [
        "so is ",
        "so are ",
        "so was ",
        "so were ",
        "the same is true ",
        "the same goes ",
        "the same went ",
        "the same was true ",
        "the same applies ",
        "that is what ",
        "that was also ",
        "that is also ",
    ];
    let last =
        last.filter(|l| l.mood == Mood::Stated && so.iter().any(|s| words.starts_with(s)))?;
    let mut names: Vec<String> =
        page.in_sentence(sentence, Kind::Judgement).map(|h| h.means.to_owned()).collect();
    if page.has(sentence, Kind::Overall) {
        names.push("overall".to_owned());
    }
    let span = page.span(sentence);
    (!names.is_empty()).then(|| Claim { what: What::Named(names), span, ..last.clone() })
}

/// Grade words of a sentence that something judges.
fn candidates<'k>(page: &Page<'k>, sentence: &Sentence) -> Vec<Candidate<'k>> {
    let mut found: Vec<Candidate<'k>> = Vec::new();
    for hit in page.hits_in(sentence.start, sentence.end) {
        let grade = match hit.kind {
            Kind::Grade => GradeWords::Named(hit.means),
            Kind::Place => GradeWords::Place(hit.means),
            Kind::Outcome => GradeWords::Sentence(hit.means),
            _ => continue,
        };
        let praised = page
            .in_sentence(sentence, Kind::NotGrade)
            .any(|n| n.start <= hit.start && hit.end <= n.end);
        // "What requires improvement" is praise's contrary; "to be good" makes it the grade.
        let whole = page.words(hit.start, hit.end).ends_with("to be good");
        // "Help and protection, which requires improvement".
        let named = nearest_before(page, sentence, hit.start, Kind::Judgement).is_some_and(|j| {
            matches!(page.words(j.end, hit.start).trim(), ", which" | "which" | "that" | ", that")
        });
        if hit.kind == Kind::Grade && praised && !whole && !named {
            continue;
        }
        let answer = || answered(page, sentence, hit).map(|_| Strength::Rated);
        if let Some(strength) = strength(page, sentence, hit).or_else(answer) {
            let candidate = Candidate { at: (hit.start, hit.end), grade, strength };
            // "inconsistent" inside the framework's own sentence.
            match found.last_mut() {
                Some(last) if last.at.1 > hit.start => {
                    if hit.end - hit.start > last.at.1 - last.at.0 {
                        *last = candidate;
                    }
                }
                _ => found.push(candidate),
            }
        }
    }
    found
}

/// "The impact of leaders? Outstanding.": the question that a grade alone answers.
fn question_before<'p>(
    page: &'p Page,
    sentence: &Sentence,
    (start, end): (usize, usize),
) -> Option<&'p Sentence> {
    let alone = distance(page, sentence.start, start) == 0
        && distance(page, end, sentence.end) <= 1
        && sentence.voice == Voice::Release;
    let before = page.sentences.iter().take_while(|s| s.start < sentence.start).last()?;
    let asks = page.words(before.start, before.end).trim_end().ends_with('?');
    (alone && asks).then_some(before)
}

fn answered(page: &Page, sentence: &Sentence, hit: &Hit) -> Option<()> {
    let question = question_before(page, sentence, (hit.start, hit.end))?;
    let about = [Kind::Judgement, Kind::Overall, Kind::Rating];
    about.iter().any(|kind| page.has(question, *kind)).then_some(())
}

/// How firmly a grade's words judge; none where nothing does.
fn strength(page: &Page, sentence: &Sentence, hit: &Hit) -> Option<Strength> {
    if hit.kind != Kind::Grade {
        return Some(Strength::Rated);
    }
    // The three outcomes of area SEND are everyday words: only a rating or quotes make them grades.
    let everyday = matches!(hit.means, "positive" | "inconsistent");
    let rated_after = page.hits_in(hit.end, sentence.end).find(|h| h.kind == Kind::Rating);
    if rated_after
        .is_some_and(|h| distance(page, hit.end, h.start) <= 1 && !breaks(page, hit.end, h.start))
    {
        return Some(Strength::Rated);
    }
    let rated_before = nearest_before(page, sentence, hit.start, Kind::Rating);
    if rated_before.is_some_and(|h| {
        distance(page, h.end, hit.start) <= 4
            && binding::are_links(page, page.words(h.end, hit.start), Kind::RatingLink)
    }) {
        return Some(Strength::Rated);
    }
    let left = nearest_before(page, sentence, hit.start, Kind::Before);
    if left.is_some_and(|h| distance(page, h.end, hit.start) <= 1 && !everyday) {
        return Some(Strength::Judged);
    }
    let quoted = is_quoted(page, hit);
    let judged = nearest_before(page, sentence, hit.start, Kind::Judging)
        .map(|h| distance(page, h.end, hit.start));
    match judged {
        Some(0..=3) if !everyday || quoted => return Some(Strength::Rated),
        Some(0..=12) if quoted => return Some(Strength::Judged),
        Some(0..=8) if !everyday => return Some(Strength::Judged),
        _ => {}
    }
    if everyday {
        return None;
    }
    if quoted {
        return Some(Strength::Judged);
    }
    // The grade's full official name is said of nothing but a result.
    let official = page.words(hit.start, hit.end).ends_with("to be good");
    if official
        || is_said_of_judgement(page, sentence, hit)
        || predicate::is_said(page, sentence, hit)
    {
        return Some(Strength::Judged);
    }
    (sentence.role == Role::Title || is_row(page, sentence, hit)).then_some(Strength::Headline)
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

fn is_quoted(page: &Page, hit: &Hit) -> bool {
    let bytes = page.folded.text.as_bytes();
    if bytes.get(hit.start) == Some(&b'\'') {
        return true;
    }
    let before = hit.start.checked_sub(1).and_then(|i| bytes.get(i));
    let after = bytes.get(hit.end);
    let mark = |b: Option<&u8>| matches!(b, Some(b'\'' | b'"'));
    let stop = matches!(after, Some(b'.' | b',')) && mark(bytes.get(hit.end + 1));
    mark(before) && (mark(after) || stop)
}

/// "Help and protection is now good", "care leavers get a good service".
fn is_said_of_judgement(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let Some(judgement) = nearest_before(page, sentence, hit.start, Kind::Judgement) else {
        return page
            .hits_in(hit.end, sentence.end)
            .next()
            .is_some_and(|h| h.kind == Kind::Judgement && distance(page, hit.end, h.start) == 0);
    };
    let between = page.words(judgement.end, hit.start);
    let copula = [
        " is",
        " are",
        " was",
        " were",
        " get",
        " gets",
        " receive",
        " receives",
        " remain",
        " remains",
        " being",
    ];
    let experience = page.words(hit.end, sentence.end);
    let lived = [" experience", " service"].iter().any(|w| experience.starts_with(w))
        && (between.ends_with(" have a ") || between.ends_with(" has a "));
    let verb = lived
        || copula.iter().any(|c| between.contains(&format!("{c} ")))
        || hit.means == "requires-improvement"
        || between.trim_matches([' ', '\'']).is_empty()
        || between.trim() == ":"
        || between.trim() == "-";
    verb && distance(page, judgement.end, hit.start) <= 6 && !between.contains([';', '.'])
}

/// A table row or a line like "Overall effectiveness: Good".
fn is_row(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let named = page
        .hits_in(sentence.start, hit.start)
        .any(|h| matches!(h.kind, Kind::Judgement | Kind::Overall));
    let short = page.words(hit.end, sentence.end).trim().len() <= 3;
    sentence.role != Role::Prose && named && short
}
