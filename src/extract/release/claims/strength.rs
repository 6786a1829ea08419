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
    let label = before.ends_with([':', '|']);
    if label && (before.ends_with(':') && rated || LABEL.is_match(before)) {
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
    // "Judged that the services for ... are good".
    let that = nearest_before(page, sentence, hit.start, Kind::Judging).is_some_and(|verb| {
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
            let between = page.words(verb.end, hit.start);
            distance(page, verb.end, hit.start) <= 25
                && APPOSITION.is_match(between)
                && CLOSED.is_match(page.words(hit.end, sentence.end))
        })
    };
    // "Downgraded the services, which were outstanding in 2019, to good".
    let moved = || before.ends_with(" to") && MOVED.is_match(before);
    let considered = considered || as_one || that || apposed() || moved();
    if considered && !everyday {
        return Some(Strength::Judged);
    }
    // "Systemic failings have been found": nobody else uses the words but in anger.
    let found = page.in_sentence(sentence, Kind::Judging).any(|h| {
        page.words(h.start, h.end).contains("found")
            || page.words(h.start, h.end).contains("identif")
    });
    let found = found || page.has(sentence, Kind::Inspectorate);
    if hit.means == "systemic-failings" && found && sentence.voice == Voice::Release {
        return Some(Strength::Judged);
    }
    if fragments::is_journey(page, sentence, hit)
        || time::is_left_behind(page, sentence, (hit.start, hit.end))
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
