//! Sentences that go on from the one before: pronouns for what it named, "so is ...", "these are ...",
//! a question that a grade alone answers.

use std::sync::LazyLock;

use regex::Regex;

use super::{Candidate, Claim, distance};
use crate::extract::release::binding::What;
use crate::extract::release::grammar::points_back;
use crate::extract::release::mood::{self, Mood, Scope};
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::extract::release::time::When;
use crate::knowledge::lexicon::{Hit, Kind};

/// What a pronoun of a sentence with one grade stands for: the judgement that the sentence before
/// ended with ("... help and protection. It was graded ..."), or asked for.
pub fn anaphor(page: &Page, index: usize, candidates: &[Candidate]) -> Option<What> {
    let [only] = candidates else { return None };
    let sentence = &page.sentences[index];
    if let Some(question) = question_before(page, sentence, only.at) {
        let names: Vec<String> =
            page.in_sentence(question, Kind::Judgement).map(|h| h.means.to_owned()).collect();
        return (!names.is_empty()).then_some(What::Named(names));
    }
    if PART.is_match(page.words(sentence.start, only.at.0)) {
        return Some(part(page, index, only));
    }
    let words = page.words(sentence.start, sentence.end);
    let named_here = [Kind::Judgement, Kind::Overall].iter().any(|kind| page.has(sentence, *kind));
    if !points_back(words) || named_here {
        return None;
    }
    let before = page.sentences[..index].last()?;
    let last = page.in_sentence(before, Kind::Judgement).next_back()?;
    (distance(page, last.end, before.end) == 0).then(|| What::Named(vec![last.means.to_owned()]))
}

/// "That part of the service was rated".
static PART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[ ,])(?:(?:grade|rating|mark|judgement|verdict) there|(?:that|this|which|the latter) (?:part|area|aspect|side|strand|element|judgement|category))\b[^,;.]{0,40}$")
        .expect("fixed grammar")
});

/// What "that part" stands for: the judgement last named, in the sentence or the one before.
fn part(page: &Page, index: usize, only: &Candidate) -> What {
    let from = &page.sentences[index.saturating_sub(1)];
    let last = page.hits_in(from.start, only.at.0).rfind(|h| h.kind == Kind::Judgement);
    last.map_or(What::Part, |h| What::Named(vec![h.means.to_owned()]))
}

/// "So is the work with care leavers", "help and protection got the same grade": the grade of the
/// claim before, of another judgement.
pub fn likewise<'k>(
    page: &Page,
    index: usize,
    (start, end): (usize, usize),
    all: &[Claim<'k>],
    scope: &Scope,
) -> Option<Claim<'k>> {
    let sentence = &page.sentences[index];
    let words = page.words(start, end);
    let before = index.checked_sub(1)?;
    let now = |l: &&Claim| matches!(l.when, When::Now(_));
    // "All three are the same as the overall one", wherever that was told.
    let overall = || {
        let whole =
            |c: &&Claim| matches!(c.what, What::Overall | What::Unnamed) && c.mood == Mood::Stated;
        all.iter().rfind(|c| now(c) && whole(c))
    };
    let near = |l: &&Claim| l.span.start >= page.span(&page.sentences[before]).start;
    // "Rated good, as in 2018. Leaders got that grade, too": the same grade, told of now and then.
    let newest = all.last()?;
    let told = |l: &&Claim| near(l) && now(l) && l.grade == newest.grade;
    let last =
        if words.contains("same as the overall ") { overall()? } else { all.iter().rfind(told)? };
    let span = page.folded.original(start, end);
    if let Some(what) = listed(page, sentence, last) {
        return Some(Claim { what, mood: Mood::Stated, again: false, span, ..last.clone() });
    }
    if last.mood != Mood::Stated {
        return None;
    }
    let past = page.has(sentence, Kind::Earlier) || page.has(sentence, Kind::Before);
    if past || page.has(sentence, Kind::Hope) || words.trim_end().ends_with('?') {
        return None;
    }
    if mood::is_elsewhere(page, index, (start, start), scope) {
        return None;
    }
    let so = page.knowledge.lexicon.starts(Kind::Likewise, words);
    let so = so.filter(|_| !words.starts_with("as "));
    let same = || page.hits_in(start, end).find(|h| h.kind == Kind::Same && h.means != "before");
    let negated = |h: &Hit| page.hits_in(start, h.start).any(|n| n.kind == Kind::Negation);
    if so.is_none() && same().is_none_or(negated) {
        return None;
    }
    let what = once_more(page, sentence, (start, end))?;
    Some(Claim { what, again: false, span, ..last.clone() })
}

/// What the grade told once more is of: those named, or all that there are.
fn once_more(page: &Page, sentence: &Sentence, (start, end): (usize, usize)) -> Option<What> {
    let named = |from: usize, to: usize| {
        let names = page.hits_in(from, to).filter(|h| h.kind == Kind::Judgement);
        names.map(|h| h.means.to_owned()).collect::<Vec<String>>()
    };
    let mut names = named(start, end);
    let every = page.hits_in(start, end).find(|h| h.kind == Kind::Every);
    if let Some(every) = every.filter(|_| names.is_empty()) {
        // "All but one of its areas got that mark; leaders were judged good."
        let but = named(end, sentence.end);
        return match every.means {
            "others" if but.len() == 1 => Some(What::Others { but, whole: false }),
            "others" => None,
            _ => Some(What::Every),
        };
    }
    if page.hits_in(start, end).any(|h| h.kind == Kind::Overall) {
        names.push("overall".to_owned());
    }
    (!names.is_empty()).then_some(What::Named(names))
}

/// "These are leaders, help and protection and children in care": what the grades just counted are of.
fn listed(page: &Page, sentence: &Sentence, last: &Claim) -> Option<What> {
    let words = page.words(sentence.start, sentence.end);
    let opening = LISTED.find(words)?;
    let counted = matches!(last.mood, Mood::Stated | Mood::Counted)
        && matches!(last.what, What::Unnamed | What::Part | What::Every | What::Others { .. });
    let mut names: Vec<String> = Vec::new();
    let mut end = sentence.start + opening.end();
    for hit in page.hits_in(end, sentence.end).filter(|h| h.kind == Kind::Judgement) {
        if distance(page, end, hit.start) > 4 {
            return None;
        }
        names.push(hit.means.to_owned());
        end = hit.end;
    }
    (counted && !names.is_empty() && distance(page, end, sentence.end) <= 2)
        .then_some(What::Named(names))
}

static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:these|those|they|the (?:two|three|four)(?: areas| judgements)?)(?: are| were| being|:)(?: for)? ")
        .expect("fixed grammar")
});

/// Finds what "the others" leaves out where their own sentence names nothing: what other sentences
/// grade by name. Where none does, such a grade is of nothing for sure.
pub fn settle(claims: &mut [Claim]) {
    let open = |c: &Claim| matches!(&c.what, What::Others { but, .. } if but.is_empty());
    if !claims.iter().any(open) {
        return;
    }
    let result =
        |c: &&Claim| matches!(c.mood, Mood::Stated | Mood::Told) && matches!(c.when, When::Now(_));
    let named = claims.iter().filter(result).filter_map(|c| match &c.what {
        What::Named(names) => Some(names.as_slice()),
        _ => None,
    });
    let named: Vec<String> = named.flatten().filter(|n| *n != "overall").cloned().collect();
    for claim in claims.iter_mut().filter(|c| open(c)) {
        claim.what = match claim.what {
            What::Others { whole, .. } if !named.is_empty() => {
                What::Others { but: named.clone(), whole }
            }
            What::Others { whole: true, .. } => What::Unnamed,
            _ => What::Part,
        };
    }
}

/// "The impact of leaders? Outstanding.": the question that a grade alone answers.
pub fn question_before<'p>(
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
