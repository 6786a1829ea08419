//! How firmly a grade's words judge: a verb of judging or a word like "rating" beside them, quotation
//! marks round them alone, a judgement's name or the service they are said of.

use std::sync::LazyLock;

use regex::Regex;

use super::candidates::is_everyday;
use super::fragments;
use super::said_of::{is_adjective, is_said_of_judgement};
use super::{Strength, breaks, distance, nearest_before};
use crate::extract::release::binding;
use crate::extract::release::grammar::after_likewise;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::predicate;
use crate::extract::release::time;
use crate::knowledge::lexicon::{Hit, Kind};

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
pub fn strength(page: &Page, sentence: &Sentence, hit: &Hit, more: bool) -> Option<Strength> {
    if hit.kind != Kind::Grade || is_rated(page, sentence, hit) {
        return Some(Strength::Rated);
    }
    // The three outcomes of area SEND are everyday words: only a rating or quotes make them grades.
    let everyday = is_everyday(hit);
    if !everyday && is_left(page, sentence, hit) {
        return Some(Strength::Judged);
    }
    let quoted = is_quoted(page, hit);
    let judged = verb_of(page, sentence, hit, quoted).map(|h| distance(page, h.end, hit.start));
    match judged {
        Some(0..=3) if !everyday || quoted => return Some(Strength::Rated),
        Some(0..=12) if quoted => return Some(Strength::Judged),
        Some(0..=8) if !everyday => return Some(Strength::Judged),
        _ if everyday => return None,
        _ => {}
    }
    let judges = quoted
        || is_judged_far(page, sentence, hit, judged)
        || is_failing(page, sentence, hit)
        || fragments::is_journey(page, sentence, hit)
        || time::is_left_behind(page, sentence, (hit.start, hit.end))
        || is_said_once_more(page, sentence, hit)
        || is_dated(page, sentence, hit)
        // The grade's full official name is said of nothing but a result.
        || page.words(hit.start, hit.end).ends_with("to be good")
        || is_said_of_judgement(page, sentence, hit)
        || predicate::is_said(page, sentence, hit, more);
    if judges {
        return Some(Strength::Judged);
    }
    (sentence.role == Role::Title || fragments::is_row(page, sentence, hit))
        .then_some(Strength::Headline)
}

/// Whether "rating", "verdict" and their like stand beside a grade.
fn is_rated(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let after = page.hits_in(hit.end, sentence.end).find(|h| h.kind == Kind::Rating);
    let gap = after.map(|h| distance(page, hit.end, h.start));
    if after.is_some_and(|h| gap <= Some(1) && !breaks(page, hit.end, h.start)) {
        return true;
    }
    // "Good: that is the verdict".
    let rest = page.words(hit.end, sentence.end).trim_start_matches(['"', '\'']);
    let opens = distance(page, sentence.start, hit.start) == 0 && rest.starts_with([':', ',']);
    if opens && !is_everyday(hit) && gap.is_some_and(|gap| gap <= 6) {
        return true;
    }
    let rating = nearest_before(page, sentence, hit.start, Kind::Rating);
    let near = rating.filter(|h| distance(page, h.end, hit.start) <= 4);
    // "The verdict on Leeds: good", "in 2019: good".
    let before = page.words(sentence.start, hit.start).trim_end_matches(['"', '\'', ' ']);
    let label = before.ends_with([':', '|']);
    if label && (before.ends_with(':') && near.is_some() || LABEL.is_match(before)) {
        return true;
    }
    let links = |h: &Hit| binding::are_links(page, page.words(h.end, hit.start), Kind::RatingLink);
    near.is_some_and(links)
        || rating.is_some_and(|h| RATED_THEN.is_match(page.words(h.end, hit.start)))
}

/// "Up from inadequate".
fn is_left(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let left = nearest_before(page, sentence, hit.start, Kind::Before);
    left.is_some_and(|h| {
        distance(page, h.end, hit.start) <= 1 && page.words(h.start, h.end) != "had been"
    })
}

/// The verb of judging before a grade. "Received good feedback" grades nothing, unless the grade is
/// `quoted`; "received a good rating" needs no verb.
fn verb_of<'p>(
    page: &'p Page,
    sentence: &Sentence,
    hit: &Hit,
    quoted: bool,
) -> Option<&'p Hit<'p>> {
    const LIVED: [&str; 7] =
        [" service", " support", " care", " help", " experience", " standard", " deal"];
    let thing = || {
        let after = page.words(hit.end, sentence.end);
        let whole = |h: &Hit| h.kind == Kind::Overall && distance(page, hit.end, h.start) <= 2;
        let lived = LIVED.iter().any(|thing| after.starts_with(thing))
            && !page.hits_in(hit.end, sentence.end).any(whole);
        lived || is_adjective(page, after)
    };
    nearest_before(page, sentence, hit.start, Kind::Judging)
        .filter(|verb| quoted || !is_loose(page, verb) || !thing())
}

/// Whether a verb of judging that stands further off is said of a grade; `gap` words part them.
fn is_judged_far(page: &Page, sentence: &Sentence, hit: &Hit, gap: Option<usize>) -> bool {
    let before = page.words(sentence.start, hit.start).trim_end_matches(['"', '\'', ' ']);
    // "Considers the services for ... to be good".
    if before.ends_with(" to be") && gap.is_some_and(|gap| gap <= 25) {
        return true;
    }
    let verb = nearest_before(page, sentence, hit.start, Kind::Judging);
    // "Graded the way it meets its duties as good".
    let as_one = verb.is_some_and(|verb| {
        before.ends_with(" as")
            && !is_loose(page, verb)
            && distance(page, verb.end, hit.start) <= 14
            && !breaks(page, verb.end, hit.start)
    });
    // "Judged that the services for ... are good".
    let that = verb.is_some_and(|verb| {
        let between = page.words(verb.end, hit.start);
        (between.starts_with(" that ") || page.words(verb.start, verb.end).ends_with(" that"))
            && distance(page, verb.end, hit.start) <= 16
            && !between.contains([';', '.'])
            && OF_SERVICE.is_match(between)
    });
    // "Rated the trust, the company that runs them, outstanding".
    let apposed = || {
        let firm = page
            .hits_in(sentence.start, hit.start)
            .rfind(|h| h.kind == Kind::Judging && !is_loose(page, h));
        firm.is_some_and(|verb| {
            distance(page, verb.end, hit.start) <= 25
                && APPOSITION.is_match(page.words(verb.end, hit.start))
                && CLOSED.is_match(page.words(hit.end, sentence.end))
        })
    };
    // "Downgraded the services, which were outstanding in 2019, to good".
    let moved = || before.ends_with(" to") && MOVED.is_match(before);
    as_one || that || apposed() || moved()
}

/// "Systemic failings have been found": nobody else uses the words but in anger.
fn is_failing(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let found = |h: &Hit| {
        let words = page.words(h.start, h.end);
        words.contains("found") || words.contains("identif")
    };
    hit.means == "systemic-failings"
        && sentence.voice == Voice::Release
        && (page.has(sentence, Kind::Inspectorate)
            || page.in_sentence(sentence, Kind::Judging).any(found))
}

/// "Was inadequate, as was leadership".
fn is_said_once_more(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let after = page.words(hit.end, sentence.end).trim_start_matches(['"', '\'', ',', ';']);
    let after = after.trim_start();
    (after.starts_with("and so ") || after_likewise(after).is_some())
        && page
            .hits_in(hit.end, sentence.end)
            .any(|h| h.kind == Kind::Judgement && distance(page, hit.end, h.start) <= 5)
}

/// "The good of 2019 stood".
pub fn is_dated(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
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
    // "Once inadequate, Leeds ...".
    let once = || {
        let led = ["once ", "formerly ", "long "].iter().any(|w| {
            before.strip_suffix(w).is_some_and(|b| b.is_empty() || b.ends_with([' ', '(']))
        });
        led && after.trim_start_matches(['"', '\'']).starts_with(',')
    };
    (noun && DATED.is_match(after)) || apposed() || once()
}

/// "Its last verdict, in 2019, was inadequate".
static RATED_THEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^,? (?:in|from|of|given in|back in) (?:[a-z]+ )?(?:19|20)\d\d,? (?:is|was|were|had been|of)(?: an?| also| then)* ['"]?$"#)
        .expect("fixed grammar")
});

/// "The trust, the company that runs them,".
static APPOSITION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^ [^,;.:]{2,60}, (?:the|an?|which|who|whose|that|once|long|now|formerly|still) [^;.:]{3,120}, (?:as )?['"]?$"#)
        .expect("fixed grammar")
});
static MOVED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:upgrad|downgrad|demot|promot|lift|rais|lower)(?:ed|es|ing|s) [^,;.]{2,60}, (?:which|once|rated|judged|that|last) [^,;.]{3,60}, to$")
        .expect("fixed grammar")
});
static CLOSED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^['\"]?(?:$|[.,;])").expect("fixed grammar"));

/// "The city's services for children and their families are".
static OF_SERVICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^(?: that)? (?:the |its |their |[a-z]+'s )?(?:[a-z]+'s? )?(?:children's |youth justice |adult )?(?:services?|social care|council|authority|department)\b.* (?:is|are|was|were) ['"]?$"#)
        .expect("fixed grammar")
});

static THEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]? (?:back )?in (?:[a-z]+ )?(?:19|20)\d\d(?:[,;.)]|$| and | but )"#)
        .expect("fixed grammar")
});

/// "2019:", "last inspection (2019):", "now:".
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:(?:19|20)\d\d\)?|(?:^|[ (])(?:(?:last|previous|this|current|latest|new|earlier) (?:full |ofsted )?(?:inspection|visit|report|time)|previously|now|then|before)(?: \((?:[a-z]+ )?(?:19|20)\d\d\))?)(?::| ?\|)$")
        .expect("fixed grammar")
});

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]? (?:of|from|in|given in|awarded in|(?:that |which )?(?:it|they|we|the [a-z]+|inspectors|ofsted) (?:got|had|won|earned|received|gave|was given|were given|was awarded|achieved|secured|held)(?: [a-z]+){0,3} (?:in|from)) (?:[a-z]+ )?(?:19|20)\d\d"#)
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
