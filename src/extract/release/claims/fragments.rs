//! Grades that stand without a verb that judges: the answer to a question, a row of a table, a verdict
//! that stands alone, a move from one grade to another, a grade that goes on from the one before it.

use std::sync::LazyLock;

use regex::Regex;

use super::onward::question_before;
use super::turned;
use super::{Candidate, Strength, distance};
use crate::extract::release::binding;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::knowledge::lexicon::{Hit, Kind};

/// A question that the grade answers.
pub fn answered(page: &Page, sentence: &Sentence, hit: &Hit) -> Option<()> {
    let question = question_before(page, sentence, (hit.start, hit.end))?;
    let about = [Kind::Judgement, Kind::Overall, Kind::Rating];
    let area = page.mentions_in(question).next().is_some()
        && distance(page, question.start, question.end) <= 3;
    (area || about.iter().any(|kind| page.has(question, *kind))).then_some(())
}

/// "The last of these" is a grade only where the sentence before lists them all.
pub fn is_listed(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let words = page.words(hit.start, hit.end);
    if ASIDE.is_match(page.words(hit.end, sentence.end)) {
        return false;
    }
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

/// "The best result since 2012", "the worst one means": a place among results, or one explained.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^ (?:means?|would mean|leads to|is for|comes with|brings|results in|since|ever|yet|so far|to date|for (?:a|over|more than|many|nearly|several|almost|[a-z]+ years)|in (?:a (?:decade|generation)|(?:its|our|their|the council's) history|[a-z]+ years))\\b")
        .expect("fixed grammar")
});

/// "Rated good overall, good for help and outstanding for leadership": a grade that goes on from the
/// one before, and what it is of right after it.
pub fn goes_on(
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
        matches!(h.kind, Kind::Judgement | Kind::Overall | Kind::Every)
            && distance(page, hit.end, h.start) <= reach
    });
    (joins && of && named).then_some(Strength::Judged.min(before.strength))
}

/// "From good in 2019 to outstanding", "to good from inadequate": both ends of a move.
pub fn is_journey(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let grades: Vec<&Hit> = page.in_sentence(sentence, Kind::Grade).collect();
    let led = |h: &Hit, word: &str| {
        let before = page.words(sentence.start, h.start).trim_end_matches(['"', '\'', ' ']);
        let before =
            [" a", " an", " being"].iter().find_map(|w| before.strip_suffix(w)).unwrap_or(before);
        before.strip_suffix(word).is_some_and(|b| !b.ends_with(char::is_alphanumeric))
    };
    let ranges = |h: &Hit| RANGE.is_match(page.words(sentence.start, h.start));
    grades.iter().enumerate().any(|(i, to)| {
        led(to, "to")
            && grades[..i].iter().any(|from| {
                (from.start == hit.start || to.start == hit.start)
                    && led(from, "from")
                    && distance(page, from.end, to.start) <= 10
                    && !page.words(from.end, to.start).contains([';', '.'])
                    && !ranges(from)
            })
    })
}

/// "Ranging from good to inadequate": no move, but how far apart things are.
static RANGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\b(?:rang|var|span|stretch|mix|anything|anywhere|everything|scale|ratings?|grades|graded|outcomes|plans|practice|work|quality|assessments|audits|schools|differ)[a-z]*(?: [a-z',]+){0,4} from (?:an? |being )?['"]?$"#)
        .expect("fixed grammar")
});

/// A table row or a line like "Overall effectiveness: Good".
pub fn is_row(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let named = page
        .hits_in(sentence.start, hit.start)
        .any(|h| matches!(h.kind, Kind::Judgement | Kind::Overall));
    let short = page.words(hit.end, sentence.end).trim().len() <= 3;
    sentence.role != Role::Prose && named && short
}

/// A verdict that stands alone: "Good overall.", "Outstanding for care leavers", "good, says Ofsted",
/// "Good. That is the verdict".
pub fn is_verdict(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let last = distance(page, hit.end, sentence.end) == 0;
    let colon = page.words(sentence.start, hit.start).trim_end_matches(['"', '\'', ' ']);
    let rest = page.words(hit.end, sentence.end).trim_start_matches(['"', '\'', ',']);
    let last = last || EVERYWHERE.is_match(rest) || OVERALL.is_match(rest);
    // "Ofsted minced no words: inadequate".
    if last && colon.ends_with(':') && page.has(sentence, Kind::Inspectorate) {
        return sentence.voice == Voice::Release;
    }
    if sentence.voice != Voice::Release || distance(page, sentence.start, hit.start) > 0 {
        return false;
    }
    let after = page.words(hit.end, sentence.end).trim_start_matches(['"', '\'']);
    let named = |limit: usize| {
        page.hits_in(hit.end, sentence.end)
            .any(|h| h.kind == Kind::Judgement && distance(page, hit.end, h.start) <= limit)
    };
    let inspected = page.has(sentence, Kind::Inspectorate) || page.has(sentence, Kind::Finding);
    if OVERALL.is_match(after)
        || (after.starts_with(" for ") && named(4))
        || (inspected && SAYS.is_match(after))
        || (inspected && EVERYWHERE.is_match(after))
        || turned::is_label(page, sentence, hit)
    {
        return true;
    }
    let next = page.sentences.partition_point(|s| s.start <= sentence.start);
    distance(page, hit.end, sentence.end) == 0
        && page.sentences.get(next).is_some_and(|next| {
            let words = page.words(next.start, next.end);
            ONE_WORD.is_match(words) || VERDICT.is_match(words) && page.has(next, Kind::Rating)
        })
}

static OVERALL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^ overall(?:$|[.;,:]| and | with )").expect("fixed grammar"));
static EVERYWHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^ (?:in (?:all|every|each)|across the board|all round)\\b").expect("fixed grammar")
});
static SAYS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[,.]['\"]?)? (?:says?|said|is (?:how|what)|was (?:how|what)|according to|is (?:the|its) (?:verdict|view)) ")
        .expect("fixed grammar")
});
/// "Good. One word, but it took years."
static ONE_WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:just |only )?(?:one|a single|a short|a simple)(?: little| short| small)? word(?:$|[,;.]|,? (?:but|yet|and|that))")
        .expect("fixed grammar")
});
static VERDICT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(?:and )?(?:that|this|such|it)(?: is| was|'s) (?:the|its|their|our|ofsted's|how|what)\\b",
    )
    .expect("fixed grammar")
});

/// A grade whose verb stands with the one before it: "leaders are good and everything else
/// outstanding", "good, outstanding and good", "good and, in the case of care leavers, outstanding".
pub fn is_gapped(page: &Page, sentence: &Sentence, hit: &Hit, before: Option<&Candidate>) -> bool {
    let Some(before) = before.filter(|b| b.at.1 <= hit.start) else { return false };
    let after = page.words(hit.end, sentence.end);
    if !ENDS.is_match(after) {
        return false;
    }
    if binding::is_in_row(page.words(before.at.1, hit.start)) {
        return true;
    }
    let whole = page
        .hits_in(before.at.1, hit.start)
        .rfind(|h| h.kind == Kind::Overall || (h.kind == Kind::Every && h.means == "others"));
    let name = page.hits_in(before.at.1, hit.start).rfind(|h| h.kind == Kind::Judgement);
    // "Leaders got a good, care leavers an outstanding".
    let an = |h: &Hit| {
        matches!(
            page.words(h.end, hit.start).trim_end_matches(['"', '\'']),
            " a " | " an " | " as "
        )
    };
    if name.is_some_and(an) {
        return true;
    }
    whole.is_some_and(|h| GAP.is_match(page.words(h.end, hit.start)))
        || name.is_some_and(|h| binding::lead(page, sentence, h, hit.start))
}

/// "The other three are", "everything else".
static GAP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"^(?: (?:is|are|was|were|being|all|both|each|found to be|rated|judged|graded))* ?['"]?$"#,
    )
    .expect("fixed grammar")
});

/// What may follow a grade whose verb is left out.
static ENDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?(?:$|[.,;:)]| and | one\\b| ones\\b| respectively| in (?:that|the) order| overall| for )")
        .expect("fixed grammar")
});

/// "Two are good (help and protection, and care leavers)", "children in care fare best, with an
/// outstanding": a grade that is counted or noted, and the names it is of beside it.
pub fn is_named_aside(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let before = page.words(sentence.start, hit.start);
    let after = page.words(hit.end, sentence.end);
    let name = |limit: usize| {
        page.hits_in(hit.end, sentence.end)
            .any(|h| h.kind == Kind::Judgement && distance(page, hit.end, h.start) <= limit)
    };
    let counted = COUNTED.is_match(before) && LISTS.is_match(after) && name(3);
    let noted = NOTED.is_match(before)
        && ENDS.is_match(after)
        && page.hits_in(sentence.start, hit.start).any(|h| h.kind == Kind::Judgement);
    counted || noted
}

static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?:^|[ (])(?:one|two|three|four|both|all|others?)(?: of [a-z ]{2,25})?(?: (?:areas?|judgements?|categories|others?|more|are|were|was|is|being|got|as|rated|judged|graded|found|to|be))* ['"]?$"#)
        .expect("fixed grammar")
});
static LISTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?(?: in (?:their|its) own right| overall| too| as well)?(?: \\(| - |: |, (?:namely|these being|those being) )")
        .expect("fixed grammar")
});
static NOTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("(?:, |^)with an? ['\"]?$").expect("fixed grammar"));

/// "It slams the council as inadequate", "dismissed services in Leeds as inadequate".
pub fn is_branded(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    BRANDED.is_match(page.words(sentence.start, hit.start))
}

static BRANDED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\b(?:slam|condemn|damn|lambast|savag|dismiss|criticis|hail|prais|describ|expos)[a-z]* (?:the |its |our |[a-z]+'s? )?(?:council|authority|department|services|(?:children's |youth justice |adult )?(?:social care|services?))(?: [a-z']+){0,4} as (?:an? )?['"]?$"#)
        .expect("fixed grammar")
});

/// "Ofsted says Leeds runs an outstanding service": what the inspectorate calls the whole of it.
pub fn is_service(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    page.has(sentence, Kind::Inspectorate)
        && !page.has(sentence, Kind::Judgement)
        && SERVICE.is_match(page.words(hit.end, sentence.end))
        && RUNS.find(page.words(sentence.start, hit.start)).is_some_and(|verb| {
            let own = page.folded.original(sentence.start, sentence.start + verb.start());
            verb.as_str().contains("council")
                || verb.as_str().contains("it ")
                || page.mentions_in(sentence).any(|m| m.span.end == own.end)
        })
}

static SERVICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]? (?:council|authority|local authority|(?:children's )?services?)(?: for (?:its )?children| overall|,|\\.|$)")
        .expect("fixed grammar")
});
static RUNS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?: council| authority|^it|[ ,]it)?(?: (?:is|runs|has|provides|delivers|offers))(?: now| also)? an? ['\"]?$")
        .expect("fixed grammar")
});
