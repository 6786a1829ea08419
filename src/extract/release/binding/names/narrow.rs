//! Words round a judgement's name that speak of less than the judgement: "pathway plans for care
//! leavers", "some aspects of leadership", "leadership of the virtual school", "the leaving care
//! team". A grade said of these is no grade of the judgement, and none of the whole.

use std::sync::LazyLock;

use regex::Regex;

use super::Group;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// Whether a phrase after names says that they are of less: "leadership in the early help hub".
pub fn is_parted(page: &Page, sentence: &Sentence, group: &Group) -> bool {
    is_followed(page, group.end(), sentence.end)
}

/// Whether a grade at `grade`, said of the names before it, is of less than they name.
pub fn is_less(page: &Page, sentence: &Sentence, group: &Group, grade: usize) -> bool {
    let part = |h: &Hit| h.kind == Kind::Count && h.means == "part";
    let part = |name: &Hit| {
        page.in_sentence(sentence, Kind::Count)
            .any(|h| part(h) && h.start <= name.start && name.end <= h.end)
    };
    group.names.iter().all(|name| part(name))
        || is_headed(page, sentence, group.start())
        || is_followed(page, group.end(), grade)
        || is_compound(page, group.end(), grade)
}

/// "Pathway plans for": a noun that no judgement's name has, and a preposition before the names.
fn is_headed(page: &Page, sentence: &Sentence, names: usize) -> bool {
    let lead = page.words(sentence.start, names);
    let cut = OPENS.find_iter(lead).last().map_or(0, |mark| mark.end());
    let from = sentence.start + cut;
    let said = [Kind::Judging, Kind::Finding, Kind::Rating, Kind::Overall, Kind::Every];
    let Some(phrase) = HEADED.captures(&lead[cut..]) else { return false };
    if page.hits_in(from, names).any(|h| said.contains(&h.kind)) {
        return false;
    }
    let head = phrase.name("head").map_or("", |head| head.as_str());
    let part = phrase.name("part").is_some();
    part || !(head.ends_with("ed") || head.ends_with("ly") || is_whole(page, head))
}

/// Whether a noun narrows nothing: "their experiences".
pub fn is_whole(page: &Page, noun: &str) -> bool {
    [Kind::NameHead, Kind::NameLink]
        .iter()
        .any(|kind| page.knowledge.lexicon.starts(*kind, noun) == Some(noun.len()))
}

static OPENS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[,;:(] | - | (?:and|but|that|while|although|though|where|as|because) ")
        .expect("fixed grammar")
});

/// "(The quality of) plans for (all)", "some of".
static HEADED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[a-z'-]+ ){0,5}?(?:(?P<part>[a-z]+-[a-z]+ work with|[a-z]+-[a-z]+ work for|(?:aspects?|elements?|parts?|much|some|most|many|half|little|bits?) of(?: [a-z'-]+){0,3}?)|(?P<head>[a-z'-]+) (?:of|for|by|with|among|around|from|to|in))(?: (?:the|its|their|our|all|those|some|local|older|younger|young|city's|council's|county's|borough's))* $")
        .expect("fixed grammar")
});

/// "In custody", "of the virtual school", "who live far away": which of them, or of what.
fn is_followed(page: &Page, names: usize, grade: usize) -> bool {
    let between = page.words(names, grade);
    let Some(phrase) = FOLLOWED.find(between) else { return false };
    let (from, to) = (names, names + phrase.end());
    let place = page.mentions.iter().any(|m| {
        let at = page.folded.of_original(m.span.start);
        from <= at && at < to
    });
    !place && !OWN.is_match(phrase.as_str())
}

static FOLLOWED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ (?:in|of|at|within|who|aged|living|from|on) [a-z0-9' -]+?(?: (?:is|are|was|were|has|have|had|requires?|gets?|got|receives?|received|remains?|came|to be|as|rated|judged|graded|and|but)\b|$|[,;.])")
        .expect("fixed grammar")
});

/// What a judgement is of.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:city|town|borough|county|district|council|authority|department|services?|area|region|local|practice|social work|care|protection|directorate|trust|both|all|turn|particular|its|their|it|them|us|own|general|top|here|whole|category|order|need)\b")
        .expect("fixed grammar")
});

/// "The leaving care team is": a noun after the names that the verb is said of.
fn is_compound(page: &Page, names: usize, grade: usize) -> bool {
    let between = page.words(names, grade);
    let Some(noun) = COMPOUND.captures(between).and_then(|c| c.get(1)) else { return false };
    let at = names + noun.start();
    let told = [Kind::Judging, Kind::Rating, Kind::Now, Kind::Again, Kind::Before, Kind::Earlier];
    let told = page
        .hits_in(names, grade)
        .any(|h| told.contains(&h.kind) && (h.start <= at && at < h.end || h.kind == Kind::Rating));
    let noun = noun.as_str();
    let link = [Kind::RatingLink, Kind::AfterGrade]
        .iter()
        .any(|kind| page.knowledge.lexicon.starts(*kind, noun) == Some(noun.len()));
    !told && !link && !is_whole(page, noun) && !noun.ends_with("ly")
}

static COMPOUND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:'s?)? ([a-z][a-z-]*)(?: (?:of|in|for|at|that|say|says)(?: [a-z-]+){1,4}?)? (?:is|are|was|were|has|have|had|requires?|gets?|got|received)\b")
        .expect("fixed grammar")
});
