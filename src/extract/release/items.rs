//! One run of words to improvement items: where it is a list in prose, each of its items whole.
//!
//! Semicolons part items. Commas and "and" part them only before words that open an item ("better",
//! "the need for"), or where every part is three to twelve words long; "timeliness, quality and
//! consistency of plans" stays whole, as do names with commas ("education, health and care").

/// Words that open an item.
const OPENERS: [&str; 94] = [
    "the need",
    "a need",
    "need for",
    "better",
    "more",
    "fewer",
    "improved",
    "improving",
    "reducing",
    "reduce",
    "increasing",
    "waits",
    "waiting",
    "the time",
    "the timeliness",
    "timeliness",
    "access",
    "how",
    "the quality",
    "quality",
    "strengthening",
    "developing",
    "ensuring",
    "ensure",
    "the way",
    "delays",
    "support for",
    "the support",
    "work to",
    "making",
    "a lack",
    "lack of",
    "too many",
    "too few",
    "too long",
    "poor",
    "weak",
    "the oversight",
    "the consistency",
    "the pace",
    "the impact",
    "management",
    "communication",
    "the number",
    "long",
    "caseloads",
    "the local",
    "inconsistent",
    "working",
    "work with",
    "preparation",
    "oversight",
    "transitions",
    "the transition",
    "understanding",
    "providing",
    "speeding",
    "a clear",
    "families",
    "children",
    "protecting",
    "tackling",
    "addressing",
    "an effective",
    "less",
    "the use",
    "education, health and care",
    "stronger",
    "clearer",
    "quicker",
    "faster",
    "greater",
    "closer",
    "earlier",
    "fuller",
    "timely",
    "consistent",
    "work on",
    "unequal",
    "slow",
    "limited",
    "insufficient",
    "unclear",
    "the need to",
    "a shortage",
    "shortages",
    "gaps in",
    "drift",
    "weaknesses in",
    "the range",
    "the choice",
    "the local offer",
    "the lack",
    "co-production",
];

/// Names that contain commas or "and".
const WHOLE: [&str; 16] = [
    "education, health and care",
    "education, health & care",
    "education, health and social care",
    "education health and care",
    "speech, language and communication",
    "speech and language",
    "education, employment or training",
    "education, employment and training",
    "education, training and employment",
    "health, education and social care",
    "children and young people",
    "parents and carers",
    "children and families",
    "special educational needs and disabilities",
    "leadership, management and governance",
    "social, emotional and mental health",
];

/// Splits folded words into items, as ranges within them, punctuation at the ends left off.
pub fn split(words: &str) -> Vec<(usize, usize)> {
    let mut parts =
        cut(words, |rest| ["; and ", "; "].iter().find(|s| rest.starts_with(**s)).map(|s| s.len()));
    if parts.len() == 1 {
        parts = attributes(words, by_openers(words));
    }
    if parts.len() == 1 {
        parts = by_length(words);
    }
    parts.into_iter().filter_map(|(s, e)| trim(words, s, e)).collect()
}

/// Cuts where `separator` says how many bytes of the rest part two items.
fn cut(words: &str, separator: impl Fn(&str) -> Option<usize>) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let (mut from, mut skip) = (0, 0);
    for (at, _) in words.char_indices() {
        if at < skip {
            continue;
        }
        if let Some(whole) = WHOLE.iter().find(|w| words[at..].starts_with(**w)) {
            skip = at + whole.len();
        } else if let Some(length) = separator(&words[at..]) {
            parts.push((from, at));
            from = at + length;
            skip = from;
        }
    }
    parts.push((from, words.len()));
    parts
}

fn by_openers(words: &str) -> Vec<(usize, usize)> {
    cut(words, |rest| {
        let separator = [", and ", ", as well as ", " as well as ", ", ", " and "]
            .iter()
            .find(|s| rest.starts_with(**s))?;
        let next = &rest[separator.len()..];
        let opens = OPENERS
            .iter()
            .any(|o| next.strip_prefix(o).is_some_and(|r| !r.starts_with(char::is_alphanumeric)));
        opens.then_some(separator.len())
    })
}

/// "The timeliness" before "quality and ..." is an attribute of the same thing, not an item.
fn attributes(words: &str, parts: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    const NOUNS: [&str; 9] = [
        "quality",
        "timeliness",
        "communication",
        "management",
        "oversight",
        "transitions",
        "preparation",
        "understanding",
        "consistency",
    ];
    let mut merged: Vec<(usize, usize)> = Vec::new();
    for (start, end) in parts {
        let noun = words[start..end].split(' ').next().is_some_and(|w| NOUNS.contains(&w));
        match merged.last_mut() {
            Some(last) if noun && words[last.0..last.1].trim().split(' ').count() <= 2 => {
                last.1 = end
            }
            _ => merged.push((start, end)),
        }
    }
    merged
}

fn by_length(words: &str) -> Vec<(usize, usize)> {
    let parts =
        cut(words, |rest| [", and ", ", "].iter().find(|s| rest.starts_with(**s)).map(|s| s.len()));
    // "A, B and C": the last comma part holds two items.
    let last = parts.last().copied().unwrap_or((0, words.len()));
    let tail = cut(&words[last.0..last.1], |rest| rest.starts_with(" and ").then_some(5));
    let mut all = parts[..parts.len() - 1].to_vec();
    if tail.len() == 2 && parts.len() > 1 {
        all.extend(tail.iter().map(|(s, e)| (last.0 + s, last.0 + e)));
    } else {
        all.push(last);
    }
    let subordinate = [
        "so that",
        "which",
        "who",
        "to ensure",
        "where",
        "because",
        "including",
        "such as",
        "with",
        "although",
        "but",
    ];
    let whole = all.len() < 3
        || all.iter().any(|&(s, e)| {
            let part = words[s..e].trim();
            let count = part.split(' ').count();
            !(3..=12).contains(&count) || subordinate.iter().any(|w| part.starts_with(w))
        });
    if whole { vec![(0, words.len())] } else { all }
}

/// Leaves off punctuation and quotation marks at the ends; none where fewer than two words remain.
fn trim(words: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let part = &words[start..end];
    let marks = [' ', ';', ',', '.', ':', '-', '"', '\''];
    let left = part.len() - part.trim_start_matches(marks).len();
    let right = part.trim_end_matches([' ', ';', ',', '.', ':', '-', '"']).len();
    let kept = part.get(left..right)?;
    (kept.split(' ').count() >= 2).then_some((start + left, start + right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(words: &str, want: &[&str]) {
        let found: Vec<_> = split(words).into_iter().map(|(s, e)| &words[s..e]).collect();
        assert_eq!(found, want);
    }

    #[test]
    fn a_list_in_prose_parts_into_whole_items() {
        case(
            "fewer exclusions, better education, health and care plans and more timely reviews.",
            &["fewer exclusions", "better education, health and care plans", "more timely reviews"],
        );
        case(
            "the accuracy, pace and reach of local plans and the need to agree a shared budget",
            &["the accuracy, pace and reach of local plans", "the need to agree a shared budget"],
        );
        case(
            "how plans are checked; and the need for one strategy",
            &["how plans are checked", "the need for one strategy"],
        );
        case(
            "stronger sharing of records between teams, so that schools, clinics and nurses know",
            &[
                "stronger sharing of records between teams, so that schools, clinics and nurses know",
            ],
        );
        case(
            "waiting lists for autism, the oversight of caseloads, and communication with families",
            &[
                "waiting lists for autism",
                "the oversight of caseloads",
                "communication with families",
            ],
        );
    }
}
