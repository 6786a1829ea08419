//! Outcomes of SEND inspections that are no grade of a scale: a written statement of action or none,
//! and progress since one, counted over its areas of weakness.

mod statement;

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::number;
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::Span;

pub use statement::statement;
use statement::{ANSWER, negated};

static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    let number = format!(r"(\d\d?|every one|each one|each|{}|none|all)", number::pattern());
    Regex::new(&format!(r"(?-u:\b){number} (?:out )?of (?:the |its |our |their )?{number}(?-u:\b)"))
        .expect("fixed grammar")
});

static THROUGHOUT: LazyLock<Regex> = LazyLock::new(|| {
    let number = number::pattern();
    Regex::new(&format!(
        "(?:against|on|in|with|for) (?:all|every|both) (?:{number})\\b|(?:all|every|each|both)(?: one|)(?: of (?:the|its|our|these|them)|)(?: [a-z-]+){{0,3}} (?:areas?|weakness|weaknesses|concerns?|counts)|(?:all|each|every one|both) of (?:these|them|those)|(?:on|in|with|against|for) (?:every|each) one(?:[^a-z]|$)|(?:in|with|at|on|by) [a-z]+ing (?:with )?(?:all|both|each)(?: of| the| (?:{number})|[!.,;]|$)|(?:that|and|but) all (?:of (?:them|these) )?(?:had|have) (?:now )?been|(?:addressing|tackling) the (?:significant )?(?:areas of )?(?:significant )?weaknesses",
    ))
    .expect("fixed grammar")
});

/// The sentence that letters about revisits themselves use.
static OFFICIAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:area|partnership) has not made sufficient progress").expect("fixed grammar")
});

/// "3 of the 5", "three out of five", "every one of the five": both numbers.
pub fn share(words: &str) -> Option<(u8, u8)> {
    let found = SHARE.captures(words)?;
    let total = number::of_word(&found[2])?;
    let part = match &found[1] {
        "all" | "every one" | "each one" | "each" => total,
        "none" => 0,
        part => number::of_word(part)?,
    };
    (part <= total).then_some((part, total))
}

/// "Five weaknesses found in 2019, and enough progress in four": both numbers.
fn part_of_total(words: &str) -> Option<(u8, u8)> {
    let total = TOTAL.captures(words)?;
    let part = PART
        .captures_iter(words)
        .find(|c| c.get(0).map(|m| m.start()) > total.get(0).map(|m| m.start()))?;
    let (part, total) = (number::of_word(&part[1])?, number::of_word(&total[1])?);
    (part <= total).then_some((part, total))
}

static TOTAL: LazyLock<Regex> = LazyLock::new(|| {
    let number = number::pattern();
    Regex::new(&format!(r"(?-u:\b)({number}) (?:(?:significant|serious|key|main|original) )*(?:areas? of (?:significant |serious )?(?:weakness|concern)|weaknesses|concerns)(?-u:\b)"))
        .expect("fixed grammar")
});
static PART: LazyLock<Regex> = LazyLock::new(|| {
    let number = number::pattern();
    Regex::new(&format!(r"(?-u:\b)(?:progress|enough|improvements?|satisfied)(?-u:\b)[^.;:]{{0,40}}? (?:in|on|against|with) (?:only |just )?({number})(?: of (?:these|them|those))?(?:[:.,;]| and | but |$)"))
        .expect("fixed grammar")
});

/// Whether progress was sufficient throughout, with the words; none where nothing says.
pub fn progress(page: &Page) -> Option<(bool, Span)> {
    let mut found = Found::default();
    for index in 0..page.sentences.len() {
        if let Some(answer) = too_little(page, index, &mut found) {
            return Some((false, answer));
        }
    }
    let good = found.good.map(|span| (true, span));
    good.or(found.slow.or(found.quoted).map(|span| (false, span)))
}

/// What sentences tell, the firmest kind of each.
#[derive(Debug, Default)]
struct Found {
    /// Enough, throughout.
    good: Option<Span>,
    /// Too little of something.
    slow: Option<Span>,
    /// Too little, in the letter's own words, whoever quotes them.
    quoted: Option<Span>,
    /// Whether the sentence before spoke of progress.
    told: bool,
}

/// Reads a sentence; gives its words where they say that progress was not enough.
fn too_little(page: &Page, index: usize, found: &mut Found) -> Option<Span> {
    let sentence = &page.sentences[index];
    let told = std::mem::take(&mut found.told);
    let words = page.words(sentence.start, sentence.end);
    let span = page.span(sentence);
    let release = sentence.voice == Voice::Release;
    let hit = page
        .in_sentence(sentence, Kind::Progress)
        .max_by_key(|h| (h.means == "insufficient", h.means == "sufficient", h.end - h.start));
    if page.has(sentence, Kind::National) || words.trim_end().ends_with('?') {
        found.told = told || hit.is_some();
        return None;
    }
    found.told = hit.is_some();
    let about = hit.is_some() || WEAKNESS.is_match(words);
    let counted = share(words).or_else(|| part_of_total(words)).filter(|_| about);
    let partly = counted.is_some_and(|(part, total)| part < total)
        || (hit.is_some() && is_of_some(words))
        || (told || hit.is_some()) && NO_FOR_SOME.is_match(words);
    let left = LEFT.is_match(words);
    let none_left = left && counted.is_some_and(|(part, _)| part == 0) || NONE_LEFT.is_match(words);
    if none_left {
        found.good = found.good.or(Some(span));
        return None;
    }
    let others = (told || about) && OTHERS.is_match(words);
    if release && (partly || others || (left && about)) {
        return Some(span);
    }
    let Some(hit) = hit else {
        let yes = told && ANSWER.captures(words).is_some_and(|c| c.name("no").is_none());
        found.good = found.good.or(Some(span).filter(|_| yes && THROUGHOUT.is_match(words)));
        return None;
    };
    let denied = hit.means == "insufficient" || is_denied(page, sentence, hit);
    if denied && release {
        return Some(span);
    }
    let slot = match hit.means {
        _ if denied => Some(&mut found.quoted).filter(|_| OFFICIAL.is_match(words)),
        "slow" => Some(&mut found.slow).filter(|_| release),
        _ => Some(&mut found.good).filter(|_| !partly && is_throughout(page, words, hit, counted)),
    };
    if let Some(slot) = slot {
        slot.get_or_insert(span);
    }
    None
}

/// Whether progress is said of all that was weak.
fn is_throughout(page: &Page, words: &str, hit: &Hit, counted: Option<(u8, u8)>) -> bool {
    let whole = page.words(hit.start, hit.end);
    counted.is_some()
        || is_plain(words, whole)
        || (THROUGHOUT.is_match(words) && whole.contains(' '))
}

/// "Sufficient progress has not been made", "in some but not all".
fn is_denied(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    negated(page, sentence.start, hit).is_some()
        || DENIED.is_match(page.words(hit.end, sentence.end))
}

static DENIED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ (?:has|had|have|was|were|is|are)(?: not|n't) |^[^.;]{0,60} not (?:on |in |for |with |against )?(?:all|every|each|the (?:others?|rest|remaining|last))\b")
        .expect("fixed grammar")
});

static WEAKNESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("weakness|areas? of (?:significant )?concern").expect("fixed grammar")
});

/// "One weakness remains", "of the seven weaknesses, four remain".
static LEFT: LazyLock<Regex> = LazyLock::new(|| {
    let number = format!("(?:none|{})", number::pattern());
    Regex::new(&format!(r"(?:^|[^a-z]){number}(?: (?:of (?:the|its|our|these|them)|more|others?|significant|serious|of|areas?|the|weakness(?:es)?|{number}))* (?:still )?(?:remains?|persists?|(?:is|are) (?:still )?(?:left|there|outstanding))\b"))
        .expect("fixed grammar")
});

/// Whether it is said of some of them: not of "every one of them".
fn is_of_some(words: &str) -> bool {
    SOME_OF_THEM.find_iter(words).any(|some| {
        let before = words[..some.start()].trim_end();
        !["every", "each"].iter().any(|w| before.ends_with(w))
    })
}

/// "On six of these", "in only two areas".
static SOME_OF_THEM: LazyLock<Regex> = LazyLock::new(|| {
    let number = number::pattern();
    Regex::new(&format!(r"\b(?:{number}|some|most) of (?:these|them|those)\b|\b(?:only|just) (?:(?:on|in|against|with|for) )?(?:{number})\b|\b(?:on|in|against|with) (?:{number}) [a-z ]{{3,25}} (?:only|alone)\b|\b(?:on|in|against|with) (?:some|most|several|a few)\b"))
        .expect("fixed grammar")
});

/// "For most of them it's a no."
static NO_FOR_SOME: LazyLock<Regex> = LazyLock::new(|| {
    let number = number::pattern();
    Regex::new(&format!(r#"\b(?:for|on|in|against) (?:most|some|many|several|{number})(?: of (?:them|these|those))?,? (?:the answer (?:is|was)|it(?:'s| is| was))(?: an?)? ['"]?no\b"#))
        .expect("fixed grammar")
});

/// Whether progress is told of all, or of some, of what was just named: "on every one of them".
pub fn is_of_them(words: &str) -> bool {
    share(words).is_some() || THROUGHOUT.is_match(words) || is_of_some(words)
}

static NONE_LEFT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\bnone (?:now |of them )?(?:remains?|(?:is|are) left)\b").expect("fixed grammar")
});

/// "In the other two it has not", "but not on the fifth".
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    let number = number::pattern();
    let rest = "(?:others?|rest|remaining|fifth|fourth|sixth|third|seventh|last)";
    Regex::new(&format!(r"\b{rest}\b[^.;]{{0,90}}(?: not\b|n't\b|insufficient)|\bnot (?:yet )?(?:been )?(?:[a-z]+ ){{0,4}}(?:on|in|for|with|against|of) (?:the )?{rest}\b|^the ones? [^.;]{{3,60}} (?:has|have|was|were|is|are)(?: not|n't)\b|\bon (?:{number}) (?:of (?:them|these) )?(?:they|it|inspectors) (?:were|was|had|did|are|is|have)(?: not|n't)|(?:;|,| and| but| while) (?:the other )?(?:{number}) (?:has|have|had|was|were)(?: not|n't)"))
        .expect("fixed grammar")
});

/// "Sufficient progress in putting the weakness right": of no part only.
fn is_plain(words: &str, hit: &str) -> bool {
    const PARTS: [&str; 8] = ["some", "most", "many", "several", "only", "just", "but", "if"];
    let whole = hit.contains("sufficient progress") || hit.contains("enough progress");
    let about = ["weakness", "concern"].iter().any(|w| words.contains(w));
    let is_part = |w: &str| PARTS.contains(&w) || number::spelled(w).is_some();
    let part = words.split(|c: char| !c.is_alphanumeric()).any(is_part);
    whole && about && !part
}
