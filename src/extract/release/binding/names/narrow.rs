//! Words round a judgement's name that speak of less than the judgement: "pathway plans for care
//! leavers", "some aspects of leadership", "leadership of the virtual school", "the leaving care
//! team". A grade said of these is no grade of the judgement, and none of the whole.

use std::sync::LazyLock;

use regex::Regex;

use super::Group;
use crate::extract::release::grammar::first;
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
    if SOME.is_match(&lead[cut..]) {
        return true;
    }
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

/// "Unaccompanied": which of them.
static SOME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^| )(?:unaccompanied|disabled|missing|exploited|homeless|older|younger|deaf) $")
        .expect("fixed grammar")
});

/// "(The quality of) plans for (all)", "some of".
static HEADED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[a-z'-]+ ){0,5}?(?:(?P<part>[a-z]+-[a-z]+ work with|[a-z]+-[a-z]+ work for|(?:aspects?|elements?|parts?|much|some|most|many|half|little|bits?) of(?: [a-z'-]+){0,3}?)|(?P<head>[a-z'-]+) (?:of|for|by|with|among|around|from|to|in))(?: (?:the|its|their|our|all|those|some|local|older|younger|young|city's|council's|county's|borough's))* $")
        .expect("fixed grammar")
});

/// "In custody", "of the virtual school", "who live far away": which of them, or of what.
fn is_followed(page: &Page, names: usize, grade: usize) -> bool {
    const LED: [&str; 9] =
        [" in ", " of ", " at ", " within ", " who ", " aged ", " living ", " from ", " on "];
    let between = page.words(names, grade);
    let Some(led) = LED.iter().find(|led| between.starts_with(**led)) else { return false };
    let Some(length) = phrase(page, &between[led.len()..]) else { return false };
    let (from, to) = (names, names + led.len() + length);
    let place = page.mentions.iter().any(|m| {
        let at = page.folded.of_original(m.span.start);
        from <= at && at < to
    });
    !place && !OWN.is_match(page.words(from, to))
}

/// How long the phrase is that words begin with: as far as a verb or what joins another phrase, else
/// to a mark that ends it; none where anything else breaks it off.
fn phrase(page: &Page, words: &str) -> Option<usize> {
    const JOINING: [&str; 3] = ["as", "and", "but"];
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "' -".contains(c);
    let mark = words.find(|c: char| !plain(c));
    let clause = &words[..mark.unwrap_or(words.len())];
    let known = |kind, rest: &str| page.knowledge.lexicon.starts(kind, rest).is_some();
    let ends = |rest: &str| {
        JOINING.contains(&first(rest))
            || known(Kind::Finite, rest)
            || known(Kind::Judging, rest)
            || rest.starts_with("to be ")
    };
    let verb = clause.match_indices(' ').map(|(at, _)| at);
    let verb = verb.filter(|at| *at > 0).find(|at| ends(&clause[at + 1..]));
    verb.or_else(|| {
        let ended = mark.is_none_or(|at| words[at..].starts_with([',', ';', '.']));
        (ended && !clause.is_empty()).then_some(clause.len())
    })
}

/// What a judgement is of.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:city|town|borough|county|district|council|authority|department|services?|area|region|local|practice|social work|care|protection|directorate|trust|both|all|turn|particular|its|their|it|them|us|own|general|top|here|whole|category|order|need)\b")
        .expect("fixed grammar")
});

/// "The leaving care team is": a noun after the names that the verb is said of.
fn is_compound(page: &Page, names: usize, grade: usize) -> bool {
    let Some((at, noun)) = compound(page, names, grade) else { return false };
    let told = [Kind::Judging, Kind::Rating, Kind::Now, Kind::Again, Kind::Before, Kind::Earlier];
    let told = page
        .hits_in(names, grade)
        .any(|h| told.contains(&h.kind) && (h.start <= at && at < h.end || h.kind == Kind::Rating));
    // "For its work with care leavers Leeds was rated".
    let place = page.mentions.iter().any(|m| page.folded.of_original(m.span.start) == at);
    let link = [Kind::RatingLink, Kind::AfterGrade]
        .iter()
        .any(|kind| page.knowledge.lexicon.starts(*kind, noun) == Some(noun.len()));
    !told && !link && !place && !is_whole(page, noun) && !noun.ends_with("ly")
}

/// The noun right after names, and where it begins, if a verb follows it; between may stand of what it
/// is, or whose words they are.
fn compound<'p>(page: &'p Page, names: usize, grade: usize) -> Option<(usize, &'p str)> {
    const LED: [&str; 7] = ["of", "in", "for", "at", "that", "say", "says"];
    const MOST: usize = 4;
    let between = page.words(names, grade);
    let own = ["'s ", "' ", " "].iter().find_map(|mark| between.strip_prefix(mark))?;
    let plain = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    let (noun, rest) = own.split_once(' ').filter(|(noun, _)| plain(noun))?;
    let led = rest.split_once(' ').filter(|(word, _)| LED.contains(word)).map(|(_, rest)| rest);
    let is_verb = |words: &str| page.knowledge.lexicon.starts(Kind::Finite, words).is_some();
    let verb = is_verb(rest)
        || led.is_some_and(|words| {
            let starts = words.match_indices(' ').map(|(at, _)| at);
            let near = starts.take(MOST).take_while(|at| words[..*at].split(' ').all(plain));
            near.into_iter().any(|at| is_verb(&words[at + 1..]))
        });
    verb.then_some((grade - own.len(), noun))
}
