//! Grades that a verb or a mark says of a judgement's name: "help and protection is now good",
//! "leadership, good; adoption, outstanding".

use std::sync::LazyLock;

use regex::Regex;

use super::{distance, nearest_before, past_aside};
use crate::extract::release::page::{Page, Role, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// "Help and protection is now good", "care leavers get a good service".
pub fn is_said_of_judgement(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    // "Overall: good."
    let whole = [Kind::Overall, Kind::Programme].iter().any(|kind| {
        let named = nearest_before(page, sentence, hit.start, *kind);
        named.is_some_and(|o| matches!(page.words(o.end, hit.start), ": " | " - " | ": '" | " - '"))
    });
    // "Overall, good."
    let opening = nearest_before(page, sentence, hit.start, Kind::Overall).is_some_and(|o| {
        distance(page, sentence.start, o.start) == 0
            && distance(page, o.end, hit.start) == 0
            && distance(page, hit.end, sentence.end) == 0
    });
    if whole || opening {
        return true;
    }
    let Some(judgement) = nearest_before(page, sentence, hit.start, Kind::Judgement) else {
        // "Good leadership was key" is no finding of anybody's.
        let said = [Kind::Finding, Kind::Inspectorate, Kind::Judging, Kind::Rating];
        let said = sentence.role != Role::Prose || said.iter().any(|k| page.has(sentence, *k));
        let next = page.hits_in(hit.end, sentence.end).next();
        let seen = SEEN.is_match(page.words(sentence.start, hit.start));
        return said
            && !seen
            && next.is_some_and(|h| {
                h.kind == Kind::Judgement && distance(page, hit.end, h.start) == 0
            });
    };
    let whole = page.words(judgement.end, hit.start);
    let between = past_aside(whole);
    let after = page.words(hit.end, sentence.end);
    let lived = [" experience", " service"].iter().any(|w| after.starts_with(w))
        && (between.ends_with(" have a ") || between.ends_with(" has a "));
    let verb = lived
        // "Adoption is good and fostering is weak": the verb after another grade has another subject.
        || (is_copula(between)
            && !is_adjective(page, after)
            && !page.hits_in(judgement.end, hit.start).any(|h| h.kind == Kind::Grade))
        || hit.means == "requires-improvement"
        || is_mark(between)
        || (matches!(
            between.trim_matches([' ', '\'', '"']),
            "also" | "too" | "all" | "each" | "both"
        ) && after
            .trim_start_matches(['"', '\''])
            .find(['.', ',', ';'])
            .is_none_or(|at| at == 0))
        || (is_labelled(page, sentence, judgement, hit) && between.trim() == ",")
        || between.trim() == ":"
        || between.trim() == "-";
    verb && distance(page, hit.start - between.len(), hit.start) <= 6
        && !between.contains([';', '.'])
}

/// Whether nothing but signs stands between that part no clauses: "leaders ✔ good".
pub fn is_mark(between: &str) -> bool {
    !between.contains(|c: char| c.is_alphanumeric() || ",;.:?!-)\"".contains(c))
}

/// "Inspectors saw good leadership": what they met with is praise.
static SEEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\b(?:saw|sees?|seen|noted|noticed|observed|witnessed|heard|met|there (?:is|was|were|are)|thanks to|because of|through|under|praised?|highlight(?:s|ed))(?: also)?(?: (?:the|a|an|some|both|evidence of))?(?: [a-z'-]+,?){0,6} ['"]?$"#)
        .expect("fixed grammar")
});

/// "Leadership, good; adoption, outstanding.": nothing but a name and its grade between the marks.
fn is_labelled(page: &Page, sentence: &Sentence, name: &Hit, hit: &Hit) -> bool {
    let lead = page.words(sentence.start, name.start);
    let from = lead.rfind([';', ':']).map_or(sentence.start, |at| sentence.start + at + 1);
    let rest = page.words(hit.end, sentence.end);
    let to = rest.find(';').map_or(sentence.end, |at| hit.end + at);
    distance(page, from, name.start) <= 1 && distance(page, hit.end, to) == 0
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
pub fn is_adjective(page: &Page, after: &str) -> bool {
    let next = after.strip_prefix(' ').filter(|a| a.starts_with(char::is_alphanumeric));
    next.is_some_and(|words| page.knowledge.lexicon.starts(Kind::AfterGrade, words).is_none())
}
