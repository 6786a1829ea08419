//! Whose grade it is, where it is not this area's own: many councils', another area's, another
//! programme's, a school's or home's.

use std::sync::LazyLock;

use regex::Regex;

use super::Scope;
use crate::extract::release::claims::{breaks, distance};
use crate::extract::release::page::{Page, Role, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::area::AreaCode;

/// A verb with which one council comes to be among several.
static JOINS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^| )(?:is|are|was|were|has been|have been|becomes?|became|joins?|joined|joining|makes? (?:it|us|them)|making (?:it|us|them))(?: (?:now|also|just|only))*(?: (?:part of|among|amongst|one of|in|the|a|an|ranks|elite|select|small|exclusive|group|club|band|few|of|only|handful|latest|first|[a-z]+teen|twenty|ten|[0-9]+))* $")
        .expect("fixed grammar")
});

pub fn is_national(page: &Page, sentence: &Sentence, from: usize, at: (usize, usize)) -> bool {
    if sentence.role == Role::Title {
        return false;
    }
    let mut joined = false;
    // "The others are good": the other judgements.
    let rest = |h: &&Hit| {
        page.words(h.start, h.end).starts_with("others")
            && page.words(sentence.start, h.start).ends_with("the ")
    };
    let many = |h: &&Hit| h.kind == Kind::National && !rest(h);
    let before = page.hits_in(from, at.0).filter(many).any(|h| {
        // "One of a handful in the country": what is said of the few goes on being said of them.
        joined |= is_joined_by(page, sentence, h);
        !joined
            && (!breaks(page, h.end, at.0)
                || APPOSED.is_match(page.words(h.end, at.0))
                || (h.start == sentence.start && distance(page, h.end, at.0) <= 8))
    });
    // "Of the last ten inspections, six were good": what opens the sentence holds over its commas.
    let opens = page.words(sentence.start, sentence.end).starts_with("of ")
        && page.hits_in(sentence.start, at.0).any(|h| {
            h.kind == Kind::National
                && distance(page, sentence.start, h.start) <= 6
                && !breaks(page, sentence.start, h.start)
        });
    let after = page.hits_in(at.1, sentence.end).any(|h| {
        h.kind == Kind::National
            && distance(page, at.1, h.start) <= 4
            && !breaks(page, at.1, h.start)
            && !page.words(at.1, h.start).contains('-')
            // "Given the top grade in 2018 and is one of few to have kept it".
            && !page.words(at.1, h.start).contains(" and ")
    });
    before || opens || after
}

/// "Leeds is one of only twenty councils rated so", "joins the few councils": what holds for them
/// holds for it.
fn is_joined_by(page: &Page, sentence: &Sentence, national: &Hit) -> bool {
    let start = national.start;
    // "..., and one of only a handful".
    let one = page.words(start, national.end).starts_with("one of");
    if one && [", ", " and ", " as "].iter().any(|w| page.words(sentence.start, start).ends_with(w))
    {
        return true;
    }
    let before = page.words(sentence.start, start);
    let from = before.len().saturating_sub(60);
    let from = (from..before.len()).find(|i| before.is_char_boundary(*i)).unwrap_or_default();
    JOINS.is_match(&before[from..])
}

/// "The best councils, rated".
static APPOSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^, (?:which (?:are|were) |all |each |both )?(?:rated |judged |graded )?['"]?$"#)
        .expect("fixed grammar")
});

/// Another area in the clause, or in the sentence where the release's own is not.
pub fn is_elsewhere(page: &Page, index: usize, at: (usize, usize), scope: &Scope) -> bool {
    let sentence = &page.sentences[index];
    let own = |code: &AreaCode| Some(page.knowledge.areas.series_code(code)) == scope.area;
    let mut nearest: Option<(usize, bool)> = None;
    let mut both = false;
    let mut beside = false;
    for mention in page.mentions_in(sentence) {
        let (start, end) = (
            page.folded.of_original(mention.span.start),
            page.folded.of_original(mention.span.end),
        );
        // "The city was inadequate, and for a time Kent helped to run it": of another clause.
        let after = if at.1 < start { page.words(at.1, start) } else { "" };
        if after.contains(", and ") || after.contains("; ") {
            continue;
        }
        let gap = distance(page, end, at.0).max(distance(page, at.1, start));
        both |= own(&mention.area);
        // "Bradford, where help and protection is inadequate".
        beside = match () {
            () if start > at.0 => beside,
            () if own(&mention.area) => false,
            () => end <= at.0 && WHERE.is_match(page.words(end, at.0)),
        };
        if nearest.is_none_or(|(other, _)| gap < other) {
            nearest = Some((gap, own(&mention.area)));
        }
    }
    beside || nearest.is_some_and(|(gap, own)| !own && (!both || gap <= 4))
}

static WHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:, (?:where|whose) [^,;.]*| [^,;.]{3,40}, (?:rated|judged|graded|found|deemed) (?:to be |as )?['\"]?)$").expect("fixed grammar")
});

pub fn is_other_programme(
    page: &Page,
    sentence: &Sentence,
    from: usize,
    at: (usize, usize),
    scope: &Scope,
) -> bool {
    let nearest = page
        .in_sentence(sentence, Kind::Programme)
        .filter(|h| h.means.ends_with(" strong") && h.start >= from.min(sentence.start))
        .map(|h| {
            (
                distance(page, h.end, at.0).max(distance(page, at.1, h.start)),
                h.means.split(' ').next().unwrap_or_default(),
            )
        });
    let mut others = None;
    let mut own = None;
    for (gap, programme) in nearest {
        let side = if programme == scope.programme { &mut own } else { &mut others };
        *side = Some(side.map_or(gap, |known: usize| known.min(gap)));
    }
    match (own, others) {
        (None, Some(_)) => true,
        (Some(own), Some(other)) => other < own && other <= 4,
        _ => false,
    }
}

/// Only inspectorates are named that do not inspect this programme.
pub fn is_other_inspectorate(page: &Page, sentence: &Sentence, scope: &Scope) -> bool {
    let named: Vec<&str> =
        page.in_sentence(sentence, Kind::Inspectorate).map(|h| h.means).collect();
    let mut others = named.iter().filter(|means| **means != "any").peekable();
    others.peek().is_some() && !others.any(|means| inspects(page, means, scope.programme))
}

/// Whether an inspectorate, as the wordings call it, inspects a programme.
fn inspects(page: &Page, means: &str, programme: &str) -> bool {
    let frameworks = page.knowledge.frameworks.iter().filter(|f| f.programme.as_str() == programme);
    frameworks.flat_map(|f| &f.inspectorates).any(|name| {
        let name = name.to_lowercase();
        page.knowledge
            .lexicon
            .hits(&name)
            .iter()
            .any(|h| h.kind == Kind::Inspectorate && h.means == means)
    })
}

/// "Rated by managers as good", "parents rated it good": no inspector's grade.
pub fn is_of_others(page: &Page, sentence: &Sentence, from: usize, at: (usize, usize)) -> bool {
    let (grade, end) = at;
    // "A peer review found leadership to be good."
    let led = || {
        let peer = PEERS.find(page.words(sentence.start, grade))?;
        let spoken = page
            .hits_in(sentence.start + peer.end(), grade)
            .all(|h| h.kind != Kind::Inspectorate && h.kind != Kind::Finding);
        spoken.then_some(())
    };
    BY_OTHERS.is_match(page.words(from, grade))
        || led().is_some()
        || is_said_by_users(page, sentence, from, grade)
        || RATED_BY.is_match(page.words(end, sentence.end))
        || is_of_partner(page.words(sentence.start, grade))
}

/// "The hospital trust was rated outstanding": the grade of a body that works beside the council.
fn is_of_partner(before: &str) -> bool {
    ["trust", "constabulary", "police", "service"].iter().any(|w| before.contains(w))
        && PARTNER.is_match(before)
}

static PARTNER: LazyLock<Regex> = LazyLock::new(|| {
    let who = "(?:(?:nhs|hospitals?|foundation|ambulance|healthcare|mental health) trust|constabulary|police(?: force| service)?|fire(?: and rescue)? service|ambulance service|probation service)";
    Regex::new(&format!(r#"\b{who}(?: itself|,|, [^,.;]{{2,40}},)? (?:was|is|has been|had been|remains|got|received)(?: (?:also|now|again|since|itself|an?|its|the|overall|rated|judged|graded|found|given|awarded|assessed|named|to be|as|rating|grade|of))* ?['"]?$"#))
        .expect("fixed grammar")
});

/// "One parent told inspectors that the help was outstanding", "inspectors heard from head teachers
/// that it is good": what is said by those who use the services or work beside them.
fn is_said_by_users(page: &Page, sentence: &Sentence, from: usize, grade: usize) -> bool {
    let Some(said) = SAID_BY.find(page.words(from, grade)) else { return false };
    let after = (from + said.end(), grade);
    page.hits_in(after.0, after.1)
        .all(|h| !matches!(h.kind, Kind::Inspectorate | Kind::Finding | Kind::Document))
        && !page.words(sentence.start, sentence.end).ends_with('?')
}

/// Who uses the services or works beside them.
const USERS: &str = "(?:young (?:person|people|man|woman)|child(?:ren)?|parents?(?: and carers)?|mothers?|fathers?|foster carers?|carers?|famil(?:y|ies)|pupils?|students?|care leavers?|head ?teachers?|schools?|partners?|partner agencies|residents?|service users?|customers?|clients?|judges?|volunteers?|those who (?:took|use|attended|came)[a-z ]{0,20})";

/// Who finds fault, or looks into one case.
const CRITICS: &str = "(?:unions?|whistle-?blowers?|campaigners?|charit(?:y|ies)|protesters?|activists?|coroners?|judges?|former (?:staff|workers?|employees?)|(?:serious case|practice|independent|internal) reviews?|survey|petition)";

// A verb that may stand for "were rated" has an object: "care leavers rated good" is no voter's word.
static SAID_BY: LazyLock<Regex> = LazyLock::new(|| {
    let says = "(?:told (?:the )?(?:inspectors|inspection team|ofsted|us|them)|said|says?|claim(?:s|ed)|thought|felt|feels?|think|(?:call(?:s|ed)|brand(?:s|ed)|describ(?:es?|ed)|rat(?:es?|ed)|found|considered) (?:that )?(?:the|it|its|their|them|our))";
    Regex::new(&format!(r"(?:(?:^|[;,] )(?:people|{USERS}) {says}|\b(?:the |a |an |one |some |local |[a-z]+'s )?{CRITICS} (?:[a-z]+ )?{says}|\b(?:leader|director|councillors?|executive|minister|spokes[a-z]+|he|she|they) (?:insist|argu|claim|maintain)(?:s|es|ed)|\b(?:one|a|an|some|many|most|several|two|another|local|more|[0-9]+) (?:[a-z-]+ ){{0,2}}{USERS}(?: who [^,;.]{{2,40}})? {says}|\b(?:told|heard)(?: this)? (?:by|from) (?:[a-z-]+ ){{0,2}}{USERS})\b"))
        .expect("fixed grammar")
});

/// "Described as outstanding by one young person".
static RATED_BY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r#"^['"]? by (?:[a-z-]+ (?:of )?){{0,3}}{USERS}\b"#))
        .expect("fixed grammar")
});

static PEERS: LazyLock<Regex> = LazyLock::new(|| {
    let own = "(?:self-?assessments?|self-?evaluations?|own (?:view|assessment|evaluation|audits?|scorecard|scoring|verdict|marking))";
    Regex::new(&format!(r"\b(?:peer (?:reviews?|reviewers?|challenges?|teams?|assessments?)|(?:council|authority|department|service) itself(?: had| has)? (?:thought|believed|considered|put|rated|judged|graded|felt|scored|marked)|{own}) "))
        .expect("fixed grammar")
});

static BY_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    let who = "(?:managers|auditors|staff|parents|families|residents|carers|peers|customers|service users|social workers|the council itself)";
    let verb = "(?:rat|judg|grad|scor|mark|describ|assess)(?:es?|ed)";
    Regex::new(&format!(r"\b{verb}(?: [a-z]+){{0,2}} by (?:its |their |the |our )?(?:own |senior |team )?{who}\b[^.;]*$|(?:^|[,;] |\band |\bbut |\bof |\bmost |\bmany )(?:its |their |the |our )?{who} (?:had |have |also )?{verb} (?:it|them|the|their|its|our|services?|support)\b[^.;]*$"))
        .expect("fixed grammar")
});

/// A provider is nearer to the grade than anything of the area's.
pub fn is_provider(page: &Page, sentence: &Sentence, at: (usize, usize)) -> bool {
    let gap = |h: &Hit| distance(page, h.end, at.0).max(distance(page, at.1, h.start));
    let provider = page
        .in_sentence(sentence, Kind::Provider)
        .filter(|h| {
            (h.end <= at.0 && gap(h) <= 10)
                || (h.start >= at.1 && gap(h) <= 6 && is_for(page, at.1, h.start))
        })
        .map(gap)
        .min();
    // "Care homes" speak of adult social care, too.
    let apart = |h: &&Hit| {
        !page.in_sentence(sentence, Kind::Provider).any(|p| p.start <= h.start && h.end <= p.end)
    };
    let own = page
        .in_sentence(sentence, Kind::Programme)
        .chain(page.in_sentence(sentence, Kind::Judgement))
        .filter(apart)
        .chain(page.in_sentence(sentence, Kind::Overall))
        .map(gap)
        .min();
    provider.is_some_and(|p| own.is_none_or(|o| p < o))
}

/// "Rating for Hill House, the secure home": the words after a grade say whose it is.
fn is_for(page: &Page, from: usize, to: usize) -> bool {
    let words = format!(" {} ", page.words(from, to));
    [" for ", " at ", " of ", " to ", " given to "].iter().any(|w| words.contains(w))
}
