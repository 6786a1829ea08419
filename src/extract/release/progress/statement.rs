//! Written statements of action: whether one is required, and how releases say that none is.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::extract::release::time;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::Span;

/// Whether a written statement of action is required, with the words; none where nothing says.
/// `year` is that of the inspection, if known: what an earlier one led to is not told of this one.
pub fn statement(page: &Page, year: Option<i16>) -> Option<(bool, Span)> {
    let (mut yes, mut no) = (None, None);
    let past = |s: &Sentence| {
        let before = |year: i16| {
            let mut years = time::years(page, s, None).into_iter().map(|(.., y)| y).peekable();
            years.peek().is_some() && years.all(|y| y < year)
        };
        is_of_earlier(page, s) || year.is_some_and(before)
    };
    for (index, sentence) in page.sentences.iter().enumerate() {
        if past(sentence) {
            continue;
        }
        let name = page.in_sentence(sentence, Kind::Statement).find(|h| h.means == "name");
        let end = name.map_or(sentence.end, |h| h.start);
        let nation = is_of_nation(page, sentence, end);
        let words = page.words(sentence.start, sentence.end);
        let latest = words.contains("latest ") || words.contains("another ");
        if latest
            && let Some(latest) = LATEST
                .find(words)
                .filter(|_| !is_open(words) && page.voice_of(index) == Voice::Release)
        {
            let at = sentence.start + latest.start();
            yes.get_or_insert(page.folded.original(at, at + latest.as_str().len()));
        }
        let unlike = page.words(sentence.start, sentence.end).starts_with("unlike ");
        if nation && !unlike && page.mentions_in(sentence).next().is_none() {
            if let Some(span) = none_of_these(page, sentence).or_else(|| not_here(page, index)) {
                return Some((false, span));
            }
            continue;
        }
        for hit in page.in_sentence(sentence, Kind::Statement) {
            match (hit.means, negated(page, sentence.start, hit)) {
                ("name", Some(negation)) => {
                    return Some((false, page.folded.original(negation, hit.end)));
                }
                ("name", None) => match required(page, index, hit) {
                    Some((true, span)) => {
                        yes.get_or_insert(span);
                    }
                    Some((false, span)) => return Some((false, span)),
                    None => {}
                },
                ("weakness", Some(negation)) => {
                    no.get_or_insert(page.folded.original(negation, hit.end));
                }
                ("weakness", None)
                    if !page.has(sentence, Kind::Progress)
                        && !is_conditional(page.words(sentence.start, sentence.end)) =>
                {
                    yes.get_or_insert(page.folded.original(hit.start, hit.end));
                }
                _ => {}
            }
        }
    }
    yes.map(|span| (true, span)).or(no.map(|span| (false, span)))
}

/// Whether what stands before a statement's name speaks of many areas.
fn is_of_nation(page: &Page, sentence: &Sentence, end: usize) -> bool {
    let mut hits = page.hits_in(sentence.start, end).filter(|h| h.kind == Kind::National);
    let Some(first) = hits.next() else { return false };
    let aside = ALIKE.is_match(page.words(sentence.start, first.start));
    let comma = page.words(first.start, end).find(',').map(|at| first.start + at);
    !aside || comma.is_none_or(|comma| hits.any(|h| h.start > comma))
}

/// "In line with a third of areas": what is said of them is said of this one.
static ALIKE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^|[ ,])(?:in line with|in common with|like|along with|as with|as in)(?: about| around| nearly| almost| some| many| over)* $")
        .expect("fixed grammar")
});

/// "The latest area to be told to write a plan".
static LATEST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:the latest|another)(?: [a-z]+){1,3} (?:to (?:be|have been) )?(?:told|ordered|asked|required|made) to (?:write|produce|draw up|prepare|submit) (?:a|an|its) (?:[a-z]+ ){0,2}(?:plan|statement)\b")
        .expect("fixed grammar")
});

/// "The previous inspection did not require one": of the one before, whenever this one was.
fn is_of_earlier(page: &Page, sentence: &Sentence) -> bool {
    let opens = |h: &Hit| distance(page, sentence.start, h.start) <= 1;
    // The "last" inspection may be the one told.
    let last = |h: &Hit| page.words(h.start, h.end).starts_with("last");
    page.in_sentence(sentence, Kind::Earlier).any(|h| opens(h) && !last(h))
}

/// "A third of areas were sent away to write one. Leeds was not."
fn not_here(page: &Page, index: usize) -> Option<Span> {
    let about =
        page.in_sentence(&page.sentences[index], Kind::Statement).any(|h| h.means == "name");
    let next = page.sentences.get(index + 1).filter(|_| about)?;
    NOT_HERE.is_match(page.words(next.start, next.end)).then(|| page.span(next))
}

static NOT_HERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[a-z&']+ ){1,5}(?:has|have|was|were|is|are|did|does|do)(?: not|n't)(?: been| be)?(?: [a-z]+)?(?:[.!,;]|$)")
        .expect("fixed grammar")
});

/// Whether a statement that is named is said to be required.
fn required(page: &Page, index: usize, hit: &Hit) -> Option<(bool, Span)> {
    let sentence = &page.sentences[index];
    let words = page.words(sentence.start, sentence.end);
    if REFUSED.is_match(page.words(hit.end, sentence.end)) {
        return Some((false, page.span(sentence)));
    }
    if is_open(words) {
        return answered(page, index);
    }
    let gap = |h: &&Hit| distance(page, h.end, hit.start).max(distance(page, hit.end, h.start));
    let near = page
        .in_sentence(sentence, Kind::Statement)
        .filter(|h| h.means == "required")
        .min_by_key(gap)
        .filter(|h| gap(h) <= 10);
    let told = || {
        index > 0
            && page.voice_of(index) == Voice::Release
            && !page
                .in_sentence(sentence, Kind::Progress)
                .any(|h| page.words(h.start, h.end).contains(' '))
            && !is_conditional(words)
    };
    // "Ofsted may require a statement".
    let before = |h: &Hit| page.words(sentence.start, h.start).trim_end().rsplit(' ').next();
    let modal = |h: &Hit| before(h).is_some_and(|w| matches!(w, "may" | "can" | "might" | "could"));
    let span = match near {
        Some(near) if modal(near) => return None,
        Some(near) => (near.start.min(hit.start), near.end.max(hit.end)),
        None if told() => (hit.start, hit.end),
        None => return None,
    };
    Some((true, page.folded.original(span.0, span.1)))
}

/// "..., but did not", "is not needed": what follows a statement's name denies it.
static REFUSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?: [a-z']+){0,4}? (?:is|was|were|has|had|have|will|would|did)(?: not|n't)(?: been| be)? (?:needed|required|requested|asked|called|necessary|ordered|recommended|imposed|issued)|^[^.;]{0,40}(?:but|and|yet)(?: they| it| inspectors| we)?(?: did not| didn't| have not| has not| chose not| decided not| were not| was not)(?: to|[.,!]|$)|^ (?:is|was) un(?:necessary|needed)")
        .expect("fixed grammar")
});

/// Whether a sentence asks, or says what could have come.
fn is_open(words: &str) -> bool {
    let open = [" if ", "whether", "could have", "can ask", "may ask", "might "];
    words.trim_end().ends_with('?') || open.iter().any(|w| words.contains(w))
}

/// "They say if one is needed. One is.": the short answer right after, or in the next clause.
fn answered(page: &Page, index: usize) -> Option<(bool, Span)> {
    let here = &page.sentences[index];
    let words = page.words(here.start, here.end);
    let clause = words.rfind(", and ").map(|at| &words[at + ", and ".len()..]);
    let answer =
        |words: &str, span: Span| ANSWER.captures(words).map(|c| (c.name("no").is_none(), span));
    let next = page.sentences.get(index + 1);
    clause
        .and_then(|c| answer(c, page.span(here)))
        .or_else(|| next.and_then(|n| answer(page.words(n.start, n.end), page.span(n))))
}

/// An answer to whether a statement is needed.
pub static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
    let own = "(?:in (?:our|this|its|[a-z]+'s?) case,? |for (?:us|[a-z]+),? |here,? |(?:and )?the answer (?:is|was):? )?";
    let who = "(?:one|it|we|they|the area)";
    Regex::new(&format!("^[\"']?{own}(?:(?P<no>no\\b|none |{who}(?: is| was| do| does| did| were)(?: not|n't))|yes\\b|{who} (?:is|was|does|do|did|will|must|are)\\b)[^?]{{0,60}}$"))
        .expect("fixed grammar")
});

/// Whether a sentence says when a statement would be required, or asks.
fn is_conditional(words: &str) -> bool {
    let open = [" if ", "whether", "would ", "could ", " may ", " can ", "might ", "when "];
    words.trim_end().ends_with('?') || open.iter().any(|w| words.contains(w))
}

/// "Most areas get one; we didn't receive one of these."
fn none_of_these(page: &Page, sentence: &Sentence) -> Option<Span> {
    let words = page.words(sentence.start, sentence.end);
    let one = ["one of these", "receive one", "get one", "given one", "need one", "asked for one"];
    let at = one.iter().filter_map(|w| words.rfind(w)).max()?;
    let not = page.hits_in(sentence.start, sentence.start + at).rfind(|h| h.kind == Kind::Negation);
    let denied = not.is_some_and(|h| distance(page, h.end, sentence.start + at) <= 2);
    let did_not = ["didn't", "did not", "weren't", "were not", "have not"].iter().any(|w| {
        words[..at].trim_end().ends_with(w) || words[..at].contains(&format!("{w} receive"))
    });
    let about = page.in_sentence(sentence, Kind::Statement).any(|h| h.means == "name");
    (about && (denied || did_not)).then(|| page.span(sentence))
}

/// Where a negation right before begins.
pub fn negated(page: &Page, from: usize, hit: &Hit) -> Option<usize> {
    let plain = page
        .hits_in(from, hit.start)
        .filter(|h| {
            h.kind == Kind::Negation
                && !PART_OF.is_match(page.words(h.end, hit.start))
                && distance(page, h.end, hit.start) <= 6
                && !page.words(h.end, hit.start).contains([',', ';', ':'])
        })
        .map(|h| h.start)
        .next_back();
    let words = page.words(from, hit.start);
    let no = words.rfind("no ").filter(|&at| {
        (at == 0 || words.as_bytes()[at - 1] == b' ')
            && distance(page, from + at + 3, hit.start) <= 3
    });
    plain.or(no.map(|at| from + at)).or_else(|| {
        let spared = SPARED.find(words)?;
        Some(from + spared.start())
    })
}

/// "Not part of the statement".
static PART_OF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:part of|covered (?:by|in)|included in|mentioned in|named in|in|about) (?:the|its|our|this|that) $")
        .expect("fixed grammar")
});

/// "Avoids having to write", "did not find it necessary to ask for".
static SPARED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^| )(?:avoid(?:s|ed|ing)?|escap(?:es|ed|ing)|spared|dodg(?:es|ed|ing))(?: [a-z-]+){0,6} $|(?: not|n't)(?: [a-z]+){0,2} (?:it )?(?:necessary|needful|appropriate|right)(?: [a-z-]+){0,6} $")
        .expect("fixed grammar")
});
