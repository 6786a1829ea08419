//! Grade words that something judges: a verb of judging or a word like "rating" beside them,
//! quotation marks round them alone, a judgement's name or the service they are said of, a grade
//! before them that they go on from, or a headline.

use std::sync::LazyLock;

use regex::Regex;

use super::fragments;
use super::strength::{is_dated, strength};
use super::turned;
use super::{Candidate, GradeWords, Strength, distance, nearest_before};
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::time;
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
            Kind::Same => {
                found.extend(said_again(page, sentence, hit, found.last()));
                continue;
            }
            Kind::Grade => GradeWords::Named(hit.means),
            Kind::Place if fragments::is_listed(page, sentence, hit) => {
                GradeWords::Place(hit.means)
            }
            Kind::Outcome => GradeWords::Sentence(hit.means),
            _ => continue,
        };
        let features = is_praise(page, sentence, hit);
        let praised = features
            || page
                .in_sentence(sentence, Kind::NotGrade)
                .any(|n| n.start <= hit.start && hit.end <= n.end);
        // "What requires improvement" is praise's contrary; "to be good" makes it the grade.
        let served = [" service that ", " services that ", " service which "]
            .iter()
            .any(|w| page.words(sentence.start, hit.start).ends_with(w));
        // "All areas require improvement".
        let all = nearest_before(page, sentence, hit.start, Kind::Every)
            .is_some_and(|every| distance(page, every.end, hit.start) == 0);
        let whole = served || all || page.words(hit.start, hit.end).ends_with("to be good");
        // "Help and protection, which requires improvement".
        let named = nearest_before(page, sentence, hit.start, Kind::Judgement).is_some_and(|j| {
            RELATIVE.is_match(page.words(j.end, hit.start).trim_matches(['"', '\'', ' ']))
        });
        // "It had been good at the last inspection" is no skill.
        let before = page
            .hits_in(hit.end, sentence.end)
            .any(|h| h.kind == Kind::Earlier && distance(page, hit.end, h.start) <= 2);
        let dated = || before || is_dated(page, sentence, hit);
        // "Doing a good job, and that is the official rating, too."
        let rated_too = RATED_TOO.is_match(page.words(hit.end, sentence.end));
        if hit.kind == Kind::Grade && rated_too && !is_everyday(hit) {
            found.push(Candidate { at: (hit.start, hit.end), grade, strength: Strength::Rated });
            continue;
        }
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
                || fragments::is_branded(page, sentence, hit)
                || turned::is_inverted(page, sentence, hit)
                || page.words(hit.start, hit.end).ends_with(" goods")
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

/// "Good for leaders, with care leavers given the same mark": words that stand for the grade before.
fn said_again<'k>(
    page: &Page<'k>,
    sentence: &Sentence,
    hit: &Hit,
    last: Option<&Candidate<'k>>,
) -> Option<Candidate<'k>> {
    let last = last.filter(|last| last.at.1 <= hit.start && hit.means.is_empty())?;
    let past = page.has(sentence, Kind::Earlier)
        || time::in_figures(page.words(sentence.start, sentence.end)).next().is_some();
    let name = |h: &Hit| h.kind == Kind::Judgement && distance(page, hit.end, h.start) <= 4;
    let named = page.hits_in(last.at.1, hit.start).any(|h| h.kind == Kind::Judgement)
        || page.hits_in(hit.end, sentence.end).any(name);
    (named && !past).then_some(Candidate {
        at: (hit.start, hit.end),
        grade: last.grade,
        strength: last.strength.min(Strength::Judged),
    })
}

static RATED_TOO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?(?: [a-z]+){1,3},? (?:and|-) (?:that|this|which)(?: is|'s| was)(?: also| now)? (?:the|our|its|their|ofsted's|the cqc's) (?:[a-z]+ )?(?:rating|grade|verdict|judgement|result)\\b")
        .expect("fixed grammar")
});

/// An adjective of plain praise, by what follows it: "outstanding leaders", "good at listening",
/// "good, kind people", "a good, ambitious parent", "outstanding social worker of the year".
fn is_praise(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let after = page.words(hit.end, sentence.end);
    let before = page.words(sentence.start, hit.start).trim_end_matches(['"', '\'']);
    let noun = || [" a ", " an "].iter().any(|w| before.ends_with(w));
    // "Found to be good at looking after children".
    let skilled = || SKILLED.is_match(after) && !before.ends_with(" to be ");
    FEATURES.is_match(after)
        || skilled()
        || PRAISE.captures(after).is_some_and(|found| found.name("who").is_some() || noun())
}

/// "With 'outstanding' features".
static FEATURES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^(?:['"] (?:features?|elements?|aspects?|practice|examples?)\b| (?:leaders?|managers?)\b|['"]? [a-z' -]{3,40} of the (?:year|month)\b)"#)
        .expect("fixed grammar")
});

static SKILLED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"^['"]? at [a-z]+ing\b"#).expect("fixed grammar"));

/// One more adjective that no inspector grades by, and perhaps a person's noun.
static PRAISE: LazyLock<Regex> = LazyLock::new(|| {
    let kind = "(?:kind|caring|decent|honest|hard-?working|committed|dedicated|ambitious|strong|stable|loving|warm|visible|supportive|experienced|capable|passionate|talented|effective|responsible|reliable|trusted|professional|clever|thoughtful|generous)";
    let who = "(?:people|person|parents?|leaders?|managers?|staff|workers?|carers?|famil(?:y|ies)|homes?|professionals?|teams?|practitioners?|colleagues?)";
    Regex::new(&format!("^(?:,| and|, and|, but| but|, yet) {kind}\\b(?:(?:(?:,| and)? [a-z-]+){{0,2}} (?P<who>{who})\\b)?"))
        .expect("fixed grammar")
});

/// Whether a grade is an everyday word, too.
pub fn is_everyday(hit: &Hit) -> bool {
    matches!(hit.means, "positive" | "inconsistent")
}

/// "Experiences and outcomes, they say, are inconsistent": what the outcome of area SEND is said of.
fn is_lived(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    LIVED.is_match(page.words(sentence.start, hit.start))
        && ["", ".", ",", ";", "'", "\"", " by "].iter().any(|mark| {
            let after = page.words(hit.end, sentence.end);
            if mark.is_empty() { after.is_empty() } else { after.starts_with(mark) }
        })
}

static LIVED: LazyLock<Regex> = LazyLock::new(|| {
    let whose = "(?:,? (?:for|of|that) (?:the |our |its |local |all )?(?:children|young people|pupils|families|them)[a-z ]{0,40})?";
    let what = "(?:experiences(?: and outcomes)?|outcomes and experiences)";
    let service = "(?:send|special (?:educational )?needs(?: and disabilit(?:y|ies))?)(?: and disabilit(?:y|ies))?(?: \\(send\\))? (?:provision|services?|support|system|help|arrangements|partnership)(?: (?:in|across|for) [a-z' ]{3,40})? (?:is|are|was|were|has been|have been|being)(?: (?:found|judged|rated|called|deemed|branded|labelled|considered|described))?(?: to be| as)? ['\"]?$";
    Regex::new(&format!("(?:^|[ '\"]){what}{whose}(?:, [^,;.]{{3,40}},)?(?:(?: is| are| was| were| have been| had been)(?: said| found| judged| deemed| considered| rated| described)?(?: to be| as)?| to be| as)(?: too| also| often| still| all too often)* ['\"]?$|(?:found|judged|called|considered|ruled) (?:that )?(?:the |their )?(?:{what}|outcomes) ['\"]?$|(?:^|[ '\"]){service}"))
        .expect("fixed grammar")
});
