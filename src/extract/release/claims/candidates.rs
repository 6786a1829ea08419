//! Grade words that something judges: a verb of judging or a word like "rating" beside them,
//! quotation marks round them alone, a judgement's name or the service they are said of, a grade
//! before them that they go on from, or a headline.

use std::sync::LazyLock;

use regex::Regex;

use super::fragments;
use super::{Candidate, GradeWords, Strength, breaks, distance, nearest_before, past_aside};
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
            Kind::Place if fragments::is_listed(page, sentence, hit) => {
                GradeWords::Place(hit.means)
            }
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
            RELATIVE.is_match(page.words(j.end, hit.start).trim_matches(['"', '\'', ' ']))
        });
        // "It had been good at the last inspection" is no skill.
        let before = page
            .hits_in(hit.end, sentence.end)
            .any(|h| h.kind == Kind::Earlier && distance(page, hit.end, h.start) <= 2);
        let dated = || before || is_dated(page, sentence, hit);
        let lived = hit.means == "inconsistent" && is_lived(page, sentence, hit);
        if hit.kind == Kind::Grade && praised && !whole && !named && !lived && !dated() {
            continue;
        }
        let answer = || {
            let said = fragments::answered(page, sentence, hit).is_some() || lived;
            said.then_some(Strength::Rated)
        };
        let onward = || fragments::goes_on(page, sentence, hit, found.last());
        let more = !found.is_empty();
        let alone = || {
            let everyday = is_everyday(hit);
            let said = fragments::is_verdict(page, sentence, hit)
                || fragments::is_gapped(page, sentence, hit, found.last())
                || fragments::is_named_aside(page, sentence, hit)
                || fragments::is_service(page, sentence, hit);
            (said && !everyday).then_some(Strength::Judged)
        };
        if let Some(strength) =
            strength(page, sentence, hit, more).or_else(answer).or_else(onward).or_else(alone)
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

fn is_everyday(hit: &Hit) -> bool {
    matches!(hit.means, "positive" | "inconsistent")
}

/// "Experiences and outcomes, they say, are inconsistent": what the outcome of area SEND is said of.
fn is_lived(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    LIVED.is_match(page.words(sentence.start, hit.start))
        && ["", ".", ",", ";", "'", "\""].iter().any(|mark| {
            let after = page.words(hit.end, sentence.end);
            if mark.is_empty() { after.is_empty() } else { after.starts_with(mark) }
        })
}

static LIVED: LazyLock<Regex> = LazyLock::new(|| {
    let whose = "(?:,? (?:for|of|that) (?:the )?(?:children|young people|pupils|families|them)[a-z ]{0,40})?";
    let what = "(?:experiences(?: and outcomes)?|outcomes and experiences)";
    Regex::new(&format!("(?:^|[ '\"]){what}{whose}(?:, [^,;.]{{3,40}},)?(?: is| are| was| were| to be| as| had been)(?: too| also| often| still| all too often)* ['\"]?$|(?:found|judged|called|considered|ruled) (?:that )?(?:the |their )?(?:{what}|outcomes) ['\"]?$"))
        .expect("fixed grammar")
});

/// Verbs that any good thing may follow: "received good feedback".
fn is_loose(page: &Page, verb: &Hit) -> bool {
    const FIRM: [&str; 12] = [
        "rat", "judg", "grad", "rank", "deem", "class", "brand", "declar", "scor", "call", "label",
        "mark",
    ];
    let words = page.words(verb.start, verb.end);
    !FIRM.iter().any(|firm| words.contains(firm))
}

/// How firmly a grade's words judge; none where nothing does.
fn strength(page: &Page, sentence: &Sentence, hit: &Hit, more: bool) -> Option<Strength> {
    if hit.kind != Kind::Grade {
        return Some(Strength::Rated);
    }
    // The three outcomes of area SEND are everyday words: only a rating or quotes make them grades.
    let everyday = is_everyday(hit);
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
            || RATED_THEN.is_match(page.words(h.end, hit.start))
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
    // "Received good feedback" grades nothing, "received a good rating" was read above.
    let thing = |verb: &&Hit| {
        let after = page.words(hit.end, sentence.end);
        let lived = [" service", " support", " care", " help", " experience", " standard", " deal"];
        let lived = lived.iter().any(|thing| after.starts_with(thing))
            && !page
                .hits_in(hit.end, sentence.end)
                .any(|h| h.kind == Kind::Overall && distance(page, hit.end, h.start) <= 2);
        !quoted && is_loose(page, verb) && (lived || is_adjective(page, after))
    };
    let judged = nearest_before(page, sentence, hit.start, Kind::Judging)
        .filter(|verb| !thing(verb))
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
    // "Graded the way it meets its duties as good".
    let as_one = before.ends_with(" as")
        && nearest_before(page, sentence, hit.start, Kind::Judging).is_some_and(|verb| {
            !is_loose(page, verb)
                && distance(page, verb.end, hit.start) <= 14
                && !breaks(page, verb.end, hit.start)
        });
    let considered = considered || as_one;
    if considered && !everyday {
        return Some(Strength::Judged);
    }
    let found = [Kind::Finding, Kind::Inspectorate, Kind::Judging]
        .iter()
        .any(|kind| page.has(sentence, *kind));
    if hit.means == "systemic-failings" && found {
        return Some(Strength::Judged);
    }
    if fragments::is_journey(page, sentence, hit)
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
    (sentence.role == Role::Title || fragments::is_row(page, sentence, hit))
        .then_some(Strength::Headline)
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
    let after = page.words(hit.end, sentence.end);
    // "Leeds, outstanding in 2019, ...", "which was outstanding in 2019".
    let apposed = || {
        [", ", "(", "which was ", "that was ", "who were ", "which were ", "once "]
            .iter()
            .any(|w| before.ends_with(w))
            && THEN.is_match(after)
    };
    (noun && DATED.is_match(after)) || apposed()
}

/// "Its last verdict, in 2019, was inadequate".
static RATED_THEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^,? (?:in|from|of|given in|back in) (?:[a-z]+ )?(?:19|20)\d\d,? (?:is|was|were|had been|of)(?: an?| also| then)* ['"]?$"#)
        .expect("fixed grammar")
});

static THEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]? (?:back )?in (?:[a-z]+ )?(?:19|20)\d\d(?:[,;.)]|$| and | but )"#)
        .expect("fixed grammar")
});

static YEAR_LED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:19|20)\d\d\)?:$").expect("fixed grammar"));

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]? (?:of|from|in|given in|awarded in) (?:[a-z]+ )?(?:19|20)\d\d"#)
        .expect("fixed grammar")
});

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
        return said
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
        || (is_copula(between) && !is_adjective(page, after))
        || hit.means == "requires-improvement"
        || between.trim_matches([' ', '\'']).is_empty()
        || between.trim() == ":"
        || between.trim() == "-";
    verb && distance(page, hit.start - between.len(), hit.start) <= 6
        && !between.contains([';', '.'])
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
