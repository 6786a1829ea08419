//! Grade words that something judges: a verb of judging or a word like "rating" beside them,
//! quotation marks round them alone, a judgement's name or the service they are said of, a grade
//! before them that they go on from, or a headline.

use std::sync::LazyLock;

use regex::Regex;

use super::{Candidate, GradeWords, Strength, breaks, distance, nearest_before, question_before};
use crate::extract::release::binding;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::extract::release::predicate;
use crate::knowledge::lexicon::{Hit, Kind};

/// "Help and protection, which", "adoption, the only area that".
static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^,?(?: ?the (?:only|one|sole|single) (?:area|part|judgement|service|one|category))? ?(?:which|that)$")
        .expect("fixed grammar")
});

/// Grade words of a sentence that something judges.
pub fn candidates<'k>(page: &Page<'k>, sentence: &Sentence) -> Vec<Candidate<'k>> {
    let mut found: Vec<Candidate<'k>> = Vec::new();
    for hit in page.hits_in(sentence.start, sentence.end) {
        let grade = match hit.kind {
            Kind::Grade => GradeWords::Named(hit.means),
            Kind::Place if is_listed(page, sentence, hit) => GradeWords::Place(hit.means),
            Kind::Outcome => GradeWords::Sentence(hit.means),
            _ => continue,
        };
        let praised = page
            .in_sentence(sentence, Kind::NotGrade)
            .any(|n| n.start <= hit.start && hit.end <= n.end);
        // "What requires improvement" is praise's contrary; "to be good" makes it the grade.
        let whole = page.words(hit.start, hit.end).ends_with("to be good");
        // "Help and protection, which requires improvement".
        let named = nearest_before(page, sentence, hit.start, Kind::Judgement)
            .is_some_and(|j| RELATIVE.is_match(page.words(j.end, hit.start).trim()));
        let dated = || is_dated(page, sentence, hit);
        if hit.kind == Kind::Grade && praised && !whole && !named && !dated() {
            continue;
        }
        let answer = || answered(page, sentence, hit).map(|_| Strength::Rated);
        let onward = || goes_on(page, sentence, hit, found.last());
        let more = !found.is_empty();
        if let Some(strength) = strength(page, sentence, hit, more).or_else(answer).or_else(onward)
        {
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

fn answered(page: &Page, sentence: &Sentence, hit: &Hit) -> Option<()> {
    let question = question_before(page, sentence, (hit.start, hit.end))?;
    let about = [Kind::Judgement, Kind::Overall, Kind::Rating];
    about.iter().any(|kind| page.has(question, *kind)).then_some(())
}

/// "The last of these" is a grade only where the sentence before lists them all.
fn is_listed(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let words = page.words(hit.start, hit.end);
    if ![" these", " them", " those"].iter().any(|w| words.ends_with(w)) {
        return true;
    }
    let before = page.sentences.partition_point(|s| s.start < sentence.start);
    let Some(before) = before.checked_sub(1).map(|i| &page.sentences[i]) else { return false };
    let mut listed: Vec<&str> = page
        .hits_in(before.start, before.end)
        .filter(|h| matches!(h.kind, Kind::Grade | Kind::Outcome))
        .map(|h| h.means.rsplit('/').next().unwrap_or_default())
        .collect();
    listed.sort_unstable();
    listed.dedup();
    listed.len() >= 3
}

/// "Rated good overall, good for help and outstanding for leadership": a grade that goes on from the
/// one before, and what it is of right after it.
fn goes_on(
    page: &Page,
    sentence: &Sentence,
    hit: &Hit,
    before: Option<&Candidate>,
) -> Option<Strength> {
    let before = before.filter(|b| b.at.1 <= hit.start)?;
    let between = page.words(before.at.1, hit.start).trim_end_matches(['"', '\'', ' ']);
    let joins = [",", ";", " and", " but", " with", " a", " an", " two", " three"]
        .iter()
        .any(|w| between.ends_with(w));
    let after = page.words(hit.end, sentence.end).trim_start_matches(['"', '\'', ' ']);
    let of =
        ["for ", "in ", "one for ", "ones for ", "ones, for "].iter().any(|w| after.starts_with(w));
    let reach = if after.starts_with("in the way") || after.starts_with("in how") { 7 } else { 4 };
    let named = page.hits_in(hit.end, sentence.end).any(|h| {
        matches!(h.kind, Kind::Judgement | Kind::Overall)
            && distance(page, hit.end, h.start) <= reach
    });
    (joins && of && named).then_some(Strength::Judged.min(before.strength))
}

/// How firmly a grade's words judge; none where nothing does.
fn strength(page: &Page, sentence: &Sentence, hit: &Hit, more: bool) -> Option<Strength> {
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
    // "Good: that is the verdict".
    let opens = distance(page, sentence.start, hit.start) == 0
        && page
            .words(hit.end, sentence.end)
            .trim_start_matches(['"', '\''])
            .starts_with([':', ',']);
    if opens && !everyday && rated_after.is_some_and(|h| distance(page, hit.end, h.start) <= 6) {
        return Some(Strength::Rated);
    }
    // "The verdict on Leeds: good", "in 2019: good".
    let before = page.words(sentence.start, hit.start).trim_end_matches(['"', '\'', ' ']);
    let rated = nearest_before(page, sentence, hit.start, Kind::Rating)
        .is_some_and(|h| distance(page, h.end, hit.start) <= 4);
    if before.ends_with(':') && (rated || YEAR_LED.is_match(before)) {
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
    if left.is_some_and(|h| {
        distance(page, h.end, hit.start) <= 1
            && !everyday
            && page.words(h.start, h.end) != "had been"
    }) {
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
    // "Considers the services for ... to be good".
    let considered = page
        .words(sentence.start, hit.start)
        .trim_end_matches(['"', '\'', ' '])
        .ends_with(" to be")
        && judged.is_some_and(|gap| gap <= 25);
    if considered && !everyday {
        return Some(Strength::Judged);
    }
    if is_journey(page, sentence, hit)
        || is_said_once_more(page, sentence, hit)
        || is_dated(page, sentence, hit)
    {
        return Some(Strength::Judged);
    }
    // The grade's full official name is said of nothing but a result.
    let official = page.words(hit.start, hit.end).ends_with("to be good");
    if official
        || is_said_of_judgement(page, sentence, hit)
        || predicate::is_said(page, sentence, hit, more)
    {
        return Some(Strength::Judged);
    }
    (sentence.role == Role::Title || is_row(page, sentence, hit)).then_some(Strength::Headline)
}

/// "Was inadequate, as was leadership".
fn is_said_once_more(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let after = page.words(hit.end, sentence.end).trim_start_matches(['"', '\'', ',', ';']);
    let more =
        ["as is", "as are", "as was", "as were", "so is", "so are", "so was", "so were", "and so"];
    more.iter().any(|w| after.trim_start().starts_with(w))
        && page
            .hits_in(hit.end, sentence.end)
            .any(|h| h.kind == Kind::Judgement && distance(page, hit.end, h.start) <= 5)
}

/// "The good of 2019 stood".
fn is_dated(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let before = page.words(sentence.start, hit.start).trim_end_matches(['"', '\'']);
    let noun =
        ["the ", " a ", " an ", " its ", " their ", " our "].iter().any(|w| before.ends_with(w));
    noun && DATED.is_match(page.words(hit.end, sentence.end))
}

static YEAR_LED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:19|20)\d\d\)?:$").expect("fixed grammar"));

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]? (?:of|from|in|given in|awarded in) (?:[a-z]+ )?(?:19|20)\d\d"#)
        .expect("fixed grammar")
});

/// "From good in 2019 to outstanding": how a headline or a sentence opens.
fn is_journey(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let grades: Vec<&Hit> = page.in_sentence(sentence, Kind::Grade).collect();
    let led = |h: &Hit, word: &str| {
        let before = page.words(sentence.start, h.start).trim_end_matches(['"', '\'', ' ']);
        before.strip_suffix(word).is_some_and(|b| !b.ends_with(char::is_alphanumeric))
    };
    let opens =
        |h: &Hit| sentence.role == Role::Title || distance(page, sentence.start, h.start) <= 1;
    grades.windows(2).any(|pair| {
        let [from, to] = pair else { return false };
        (from.start == hit.start || to.start == hit.start)
            && led(from, "from")
            && led(to, "to")
            && opens(from)
            && distance(page, from.end, to.start) <= 6
    })
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
    // "Overall: good."
    let overall = nearest_before(page, sentence, hit.start, Kind::Overall);
    if overall.is_some_and(|o| matches!(page.words(o.end, hit.start), ": " | " - ")) {
        return true;
    }
    let Some(judgement) = nearest_before(page, sentence, hit.start, Kind::Judgement) else {
        return page
            .hits_in(hit.end, sentence.end)
            .next()
            .is_some_and(|h| h.kind == Kind::Judgement && distance(page, hit.end, h.start) == 0);
    };
    let between = page.words(judgement.end, hit.start);
    let after = page.words(hit.end, sentence.end);
    let lived = [" experience", " service"].iter().any(|w| after.starts_with(w))
        && (between.ends_with(" have a ") || between.ends_with(" has a "));
    let verb = lived
        || (is_copula(between) && !is_adjective(page, after))
        || hit.means == "requires-improvement"
        || between.trim_matches([' ', '\'']).is_empty()
        || between.trim() == ":"
        || between.trim() == "-";
    verb && distance(page, judgement.end, hit.start) <= 6 && !between.contains([';', '.'])
}

/// "Is now", "all receive a": a verb near a grade, and no other thing between.
fn is_copula(between: &str) -> bool {
    const AWAY: [&str; 12] =
        ["for", "of", "with", "in", "by", "from", "on", "about", "because", "who", "where", "than"];
    let Some(verb) = COPULA.find_iter(between).last() else { return false };
    let words: Vec<&str> = between[verb.end()..]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words.len() <= 4 && !words.iter().any(|w| AWAY.contains(w))
}

static COPULA: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^| )(?:is|are|was|were|gets?|receives?|remains?|being)\b")
        .expect("fixed grammar")
});

/// A grade before a noun that is no word for a service or a rating: "outstanding personal advisers".
fn is_adjective(page: &Page, after: &str) -> bool {
    let next = after.strip_prefix(' ').filter(|a| a.starts_with(char::is_alphanumeric));
    next.is_some_and(|words| page.knowledge.lexicon.starts(Kind::AfterGrade, words).is_none())
}

/// A table row or a line like "Overall effectiveness: Good".
fn is_row(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let named = page
        .hits_in(sentence.start, hit.start)
        .any(|h| matches!(h.kind, Kind::Judgement | Kind::Overall));
    let short = page.words(hit.end, sentence.end).trim().len() <= 3;
    sentence.role != Role::Prose && named && short
}
