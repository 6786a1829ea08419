//! How names hold to the grades beside them: to the one before ("good for leaders", "good, as were
//! leaders"), and to the one after ("leaders were rated good").

use std::sync::LazyLock;

use regex::Regex;

use super::super::{are_links, is_link};
use super::Group;
use crate::extract::release::claims::{
    Candidate, GradeWords, INVERTED, distance, is_mark, past_aside,
};
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::Kind;

/// What ties a grade to the names after it: "good for", "good: ", an adjective.
static DIRECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?(?: ?[:(]| - | ?$| (?:both |each |given |awarded )*(?:for|in|of|at|to|around|on)\\b| (?:rating|grade|judgement|judgment|mark|one|verdict)s?,? (?:for|in|of|on)\\b|,? (?:these being|those being|namely)\\b)")
        .expect("fixed grammar")
});

/// "Good in the way it looks after", "good is the word for".
static ROUND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?,? (?:the same (?:grade|rating|mark|judgement|result|verdict|score) (?:as )?(?:for|in|of|on)(?: the| its| their)?|in (?:their|its) own right:?|(?:in|for|at|on) (?:the way|how)(?: [a-z']+){1,5}|(?:rating|grade|judgement|judgment|mark|verdict)s? (?:was|were|is|are|has been|have been|went|goes|go)(?: [a-z]+){0,2} (?:for|to|in)(?: the| its| their)?|(?:when|where) it comes to(?: the| its| their)?|(?:with|in) regard to(?: the| its| their)?|(?:went|goes|go|has gone|was given|were given|was awarded|were awarded|is given) (?:to|for)(?: the| its| their)?|(?:(?:rating|grade|judgement|judgment|mark)s? )?(?:in|for) (?:the other )?(?:one|two|three|four)(?: others?)?(?: of (?:these|them|those|the(?: three| four| five)?))?(?: areas?| judgements?| categories| grades| headings)?(?:,|:| -)(?: the)?|(?:is|was) (?:the word|its grade|the grade|the verdict|the mark|the rating|the judgement) (?:for|on|of)) $")
        .expect("fixed grammar")
});

/// A verb that says the grade of the names before it.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^| )(?:is|are|was|were|gets?|receives?|being|getting|receiving|earning|achieving|given|awarded|scoring|coming out|rising to|falling to|dropping to|fares?|fared|came out|ha(?:s|ve) been|ha(?:s|ve) an?|to be|wins?|won|merits?|merited|deserves?|deserved|earns?|earned) |(?:was|is) '|: | - | (?:the|as the) (?:only|one|sole) (?:area|part|judgement|one|service|category)|experiences and progress")
        .expect("fixed grammar")
});

/// The grade that follows is that of others: "leaders - and two outstanding".
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:and|but|,|-|while|with) (?:the (?:other|remaining) )?(?:one|two|three|four)(?: others?| more)?(?: are| were| was| is| being| got| rated| as)* ['\"]?$")
        .expect("fixed grammar")
});

/// A new clause about the service.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:services?|council|authority|department|it|they|we|us|its|our|area|trust|overall|inspectors|ofsted|rating|grade|judgement|verdict|report|said|says)\b")
        .expect("fixed grammar")
});

/// How a group holds to the grade before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// "Good for leaders".
    Direct,
    /// "Good, as were leaders".
    Likewise,
    /// "Good, and leaders ...".
    Joined,
}

/// How a group holds to the grade after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// "Leaders were rated good".
    Said,
    /// "Leaders good".
    Bare,
    /// "Leaders, good".
    Apart,
}

/// Where words end that say the grade before them once more: "as were", "and the same goes".
pub fn likewise(page: &Page, between: &str) -> Option<usize> {
    // "Inadequate, inspectors said, as is leadership".
    let rest = past_aside(between.trim_start_matches(['"', '\'']));
    let rest = rest.trim_start_matches(['"', '\'', ',', ';', ' ']);
    let rest = ["and ", "just "].iter().find_map(|w| rest.strip_prefix(w)).unwrap_or(rest);
    let says = ["as ", "so ", "the same "].iter().any(|w| rest.starts_with(w));
    let length = page.knowledge.lexicon.starts(Kind::Likewise, rest).filter(|_| says)?;
    Some(between.len() - rest.len() + length)
}

/// Whether a clause speaks of the service.
pub fn is_of_service(words: &str) -> bool {
    SUBJECT.is_match(words)
}

/// "Good was".
fn is_inverted(page: &Page, between: &str) -> bool {
    INVERTED.find(between).is_some_and(|verb| is_link(page, &between[verb.end()..]))
}

/// "Leaders, previously good,".
static APART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:,| \\() ?(?:(?:previously|formerly|once|long|then|earlier|hitherto|rated|judged|graded|found|was|were|to be|had been)(?: |$))+['\"]?$")
        .expect("fixed grammar")
});

/// "With leaders and care leavers also good".
static ALSO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^ (?:also|too|all|each|both|likewise|similarly|alone|still) ['\"]?$")
        .expect("fixed grammar")
});

/// The grade right before the names.
pub fn left(
    page: &Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    group: &Group,
) -> Option<(usize, Left)> {
    let i = candidates.iter().rposition(|c| c.at.1 <= group.start())?;
    let between = page.words(candidates[i].at.1, group.start());
    if let Some(end) = likewise(page, between) {
        let rest = &between[end..];
        let own = !rest.contains([',', ';', ':'])
            && ![" - ", " but "].iter().any(|w| rest.contains(w))
            && !page.hits_in(candidates[i].at.1, group.start()).any(|h| h.kind == Kind::Judgement);
        let near = distance(page, candidates[i].at.1, group.start()) <= 8;
        return (own && near).then_some((i, Left::Likewise));
    }
    if ROUND.is_match(between) || is_inverted(page, between) {
        return Some((i, Left::Direct));
    }
    if !is_link(page, between) {
        return None;
    }
    if DIRECT.is_match(between) {
        return Some((i, Left::Direct));
    }
    // "Good, with leaders praised for ..." says nothing of leaders.
    let to = candidates.get(i + 1).map_or(sentence.end, |c| c.at.0);
    let after = page.words(group.end(), to);
    let clause = after.find(['.', ',', ';', ':', '(']).map_or(after, |end| &after[..end]);
    let same = after.starts_with(" in the same ");
    let ends = same
        || is_link(page, clause) && distance(page, group.end(), group.end() + clause.len()) <= 3;
    (ends || to < sentence.end).then_some((i, Left::Joined))
}

/// The verb of "leaders, whose impact on practice was judged": the name's own.
pub fn past_whose(between: &str) -> Option<&str> {
    WHOSE.captures(between).and_then(|c| c.get(1)).map(|verb| &between[verb.start()..])
}

/// Whether a clause has another subject than the names before it.
pub fn has_subject(words: &str) -> bool {
    OTHER.is_match(words)
}

/// "The partnership was".
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:partnership|area|council|services?|authority|provision|department|trust|city|county|borough|place|place's) (?:is|are|was|were|has|have|had)\b")
        .expect("fixed grammar")
});

/// "Whose impact on social work practice was".
static WHOSE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^,? (?:whose|where the) (?:impact|effect|work|support|experiences?(?: and progress)?|progress|help|effectiveness)(?: (?:on|with|of|for) [a-z' -]{3,60}?)?( (?:is|are|was|were|has been|have been) [^,;]*)$")
        .expect("fixed grammar")
});

/// The grade that is said of the names.
pub fn right(
    page: &Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    group: &Group,
) -> Option<(usize, Right)> {
    let i = candidates.iter().position(|c| group.end() <= c.at.0)?;
    let name = group.names[group.names.len() - 1];
    let whole = page.words(group.end(), candidates[i].at.0);
    let between = past_whose(whole).unwrap_or_else(|| past_aside(whole));
    let end = candidates[i].at.0 - between.len();
    let crossing = [";", " but ", ". ", " while ", ")"].iter().any(|w| between.contains(w));
    // "Leaders are good at listening, services require improvement".
    let praised = page.hits_in(end, candidates[i].at.0).any(|h| h.kind == Kind::Grade);
    let far = distance(page, end, candidates[i].at.0) > 8;
    if crossing || far || praised || OTHERS.is_match(between) {
        return None;
    }
    let verb = page
        .hits_in(end, candidates[i].at.0)
        .any(|h| matches!(h.kind, Kind::Judging | Kind::Rating));
    let listed = matches!(between.trim_start_matches('"'), ": " | " - " | ": '");
    // "Leaders good at listening".
    let closed = page.words(candidates[i].at.1, sentence.end).trim_start_matches(['"', '\'']);
    let closed = closed.is_empty() || closed.starts_with([';', ',', '.']);
    if page.words(name.start, name.end) == "leaders" && !verb && !listed && !closed {
        return None;
    }
    if verb
        || SAID.is_match(between)
        || is_led(page, group, between)
        || is_required(page, between, &candidates[i])
        || is_given(page, group, between)
    {
        return Some((i, Right::Said));
    }
    let plain = between.trim() == "services"
        || (closed && ALSO.is_match(between))
        || is_mark(between.trim_matches([' ', '\'', '"', ',', '|', '\n', '(', '=']))
        || APART.is_match(between);
    // "Graded leaders as good and care leavers as outstanding".
    let last = between.trim_end_matches(['"', '\'']);
    let article = i > 0 && matches!(last, " a " | " an " | ", a " | ", an " | " as ");
    let bare = match between.contains(',') {
        _ if article => Right::Said,
        true => Right::Apart,
        false => Right::Bare,
    };
    let plain = plain || article;
    plain.then_some((i, bare))
}

/// "For help and protection, the council requires improvement".
fn is_led(page: &Page, group: &Group, between: &str) -> bool {
    let from = page.sentence_at(group.start()).map_or(group.start(), |(_, s)| s.start);
    let lead = page.words(from, group.start());
    let lead = lead.rfind(['.', ';', ',']).map_or(lead, |at| &lead[at + 1..]);
    let whose = |b: &str| {
        let end = group.end() + between.len();
        let area = || {
            page.mentions.iter().any(|m| {
                let at = page.folded.of_original(m.span.start);
                group.end() <= at && at < end
            })
        };
        SUBJECT.is_match(b) || area()
    };
    // A comma may be left out where a verb of judging has its own subject.
    let clause = between.strip_prefix(',').or(Some(between));
    OPENS.is_match(lead.trim()) && clause.is_some_and(|b| !b.contains(',') && whose(b))
}

/// What leads a name whose grade follows: "for its work with".
static OPENS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:for|in|on|when it comes to)(?: (?:the|its|their|our)(?: (?:work|support|care|help|services?|provision|record|performance|treatment)(?: (?:with|for|of|to|on))?(?: the)?)?)?$")
        .expect("fixed grammar")
});

/// "Care leavers' experiences require improvement", "care leavers, whose experience requires
/// improvement": the grade is the verb.
fn is_required(page: &Page, between: &str, candidate: &Candidate) -> bool {
    let words = between.trim_matches(['"', '\'', ' ']);
    let whose = words
        .strip_prefix(", whose ")
        .is_some_and(|things| are_links(page, things, Kind::NameLink));
    let parted = || {
        !between.contains(',')
            || matches!(words, ", which" | ", both" | ", each" | ", all" | ", all of which")
    };
    matches!(candidate.grade, GradeWords::Named("requires-improvement"))
        && (whose || (is_link(page, between) && parted()))
}

/// "Gave leadership its top mark".
fn is_given(page: &Page, group: &Group, between: &str) -> bool {
    let start = group.start();
    let mut verbs =
        page.hits_in(start.saturating_sub(40), start).filter(|h| h.kind == Kind::Judging);
    verbs.any(|h| distance(page, h.end, start) == 0)
        && is_link(page, between)
        && between.split(' ').filter(|w| !w.is_empty()).count() <= 2
}
