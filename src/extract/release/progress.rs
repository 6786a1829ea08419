//! Outcomes of SEND inspections that are no grade of a scale: a written statement of action or none,
//! and progress since one, counted over its areas of weakness.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::Span;

static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"(\d\d?|every one|each one|each|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|none|all)";
    Regex::new(&format!(r"(?-u:\b){number} (?:out )?of (?:the |its |our |their )?{number}(?-u:\b)"))
        .expect("fixed grammar")
});

static THROUGHOUT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:against|on|in|with|for) (?:all|every|both) (?:two|three|four|five|six|seven|eight|nine|ten|one)\\b|(?:all|every|each|both)(?: one|)(?: of (?:the|its|our|these|them)|)(?: [a-z-]+){0,3} (?:areas?|weakness|weaknesses|concerns?)|(?:addressing|tackling) the (?:significant )?(?:areas of )?(?:significant )?weaknesses",
    )
    .expect("fixed grammar")
});

/// The sentence that letters about revisits themselves use.
static OFFICIAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:area|partnership) has not made sufficient progress").expect("fixed grammar")
});

/// "3 of the 5", "three out of five", "every one of the five": both numbers.
pub fn share(words: &str) -> Option<(u32, u32)> {
    let found = SHARE.captures(words)?;
    let total = number(&found[2])?;
    let part = match &found[1] {
        "all" | "every one" | "each one" | "each" => total,
        "none" => 0,
        part => number(part)?,
    };
    (part <= total).then_some((part, total))
}

fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen",
    ];
    let index = WORDS.iter().position(|w| *w == word);
    word.parse().ok().or(index.and_then(|i| u32::try_from(i + 1).ok()))
}

/// Whether a written statement of action is required, with the words; none where nothing says.
pub fn statement(page: &Page) -> Option<(bool, Span)> {
    let mut yes = None;
    for (index, sentence) in page.sentences.iter().enumerate() {
        let name = page.in_sentence(sentence, Kind::Statement).find(|h| h.means == "name");
        let end = name.map_or(sentence.end, |h| h.start);
        let nation = page.hits_in(sentence.start, end).any(|h| h.kind == Kind::National);
        if nation && page.mentions_in(sentence).next().is_none() {
            if let Some(span) = none_of_these(page, sentence) {
                return Some((false, span));
            }
            continue;
        }
        for hit in page.in_sentence(sentence, Kind::Statement) {
            let span = |from: usize, to: usize| page.folded.original(from, to);
            match hit.means {
                "name" => {
                    if let Some(negation) = negated(page, sentence.start, hit) {
                        return Some((false, span(negation, hit.end)));
                    }
                    let near = page
                        .in_sentence(sentence, Kind::Statement)
                        .filter(|h| h.means == "required")
                        .min_by_key(|h| {
                            distance(page, h.end, hit.start).max(distance(page, hit.end, h.start))
                        });
                    if let Some(near) = near.filter(|h| {
                        distance(page, h.end, hit.start).max(distance(page, hit.end, h.start)) <= 10
                    }) {
                        yes.get_or_insert(span(near.start.min(hit.start), near.end.max(hit.end)));
                    } else if index > 0
                        && page.voice_of(index) == Voice::Release
                        && !page.has(sentence, Kind::Progress)
                        && !is_conditional(page.words(sentence.start, sentence.end))
                    {
                        yes.get_or_insert(span(hit.start, hit.end));
                    }
                }
                "weakness"
                    if negated(page, sentence.start, hit).is_none()
                        && !page.has(sentence, Kind::Progress) =>
                {
                    yes.get_or_insert(span(hit.start, hit.end));
                }
                _ => {}
            }
        }
    }
    yes.map(|span| (true, span))
}

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

/// "Sufficient progress in putting the weakness right": of no part only.
fn is_plain(words: &str, hit: &str) -> bool {
    const PARTS: [&str; 17] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "some", "most",
        "many", "several", "only", "just", "but", "if",
    ];
    let whole = hit.contains("sufficient progress") || hit.contains("enough progress");
    let about = ["weakness", "concern"].iter().any(|w| words.contains(w));
    let part = words.split(|c: char| !c.is_alphanumeric()).any(|w| PARTS.contains(&w));
    whole && about && !part
}

/// Where a negation right before begins.
fn negated(page: &Page, from: usize, hit: &Hit) -> Option<usize> {
    let plain = page
        .hits_in(from, hit.start)
        .filter(|h| {
            h.kind == Kind::Negation
                && distance(page, h.end, hit.start) <= 6
                && !page.words(h.end, hit.start).contains([',', ';'])
        })
        .map(|h| h.start)
        .next_back();
    let words = page.words(from, hit.start);
    let no = words.rfind("no ").filter(|&at| {
        (at == 0 || words.as_bytes()[at - 1] == b' ')
            && distance(page, from + at + 3, hit.start) <= 3
    });
    plain.or(no.map(|at| from + at))
}

/// Whether progress was sufficient throughout, with the words; none where nothing says.
pub fn progress(page: &Page) -> Option<(bool, Span)> {
    let mut good = None;
    let mut quoted = None;
    for sentence in &page.sentences {
        let words = page.words(sentence.start, sentence.end);
        if page.has(sentence, Kind::National) {
            continue;
        }
        let Some(hit) = page
            .in_sentence(sentence, Kind::Progress)
            .max_by_key(|h| (h.means == "insufficient", h.end - h.start))
        else {
            continue;
        };
        let span = page.span(sentence);
        if hit.means == "insufficient" || negated(page, sentence.start, hit).is_some() {
            if sentence.voice == Voice::Release {
                return Some((false, span));
            }
            // In the letter's own words, whoever quotes them.
            if OFFICIAL.is_match(words) {
                quoted.get_or_insert(span);
            }
            continue;
        }
        match share(words) {
            Some((part, total)) if part < total => return Some((false, span)),
            Some(_) => {
                good.get_or_insert(span);
            }
            None if is_plain(words, page.words(hit.start, hit.end)) => {
                good.get_or_insert(span);
            }
            None if THROUGHOUT.is_match(words) && page.words(hit.start, hit.end).contains(' ') => {
                good.get_or_insert(span);
            }
            None => {}
        }
    }
    good.map(|span| (true, span)).or(quoted.map(|span| (false, span)))
}
