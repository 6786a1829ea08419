//! Marks of an earlier grade that stand behind it: "as in 2019", "no more", "leaves it behind".

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::claims::Candidate;
use crate::extract::release::page::{Page, Sentence};

/// "Good, as in 2019", "just as it was last time": now and before.
pub fn is_as_before(page: &Page, sentence: &Sentence, candidate: &Candidate) -> bool {
    AS_BEFORE.is_match(page.words(candidate.at.1, sentence.end))
}

static AS_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]?(?: overall)?,?(?: -)? (?:(?:just|exactly|much) )?as (?:(?:it|they|we|the [a-z]+|services) )?(?:(?:was|were|did|got) )?(?:in (?:[a-z]+ )?(?:19|20)\d\d|last time|before(?:$|[.,;])|(?:at|in) (?:its|their|our|the) (?:last|previous)\b)"#)
        .expect("fixed grammar")
});

/// "Leaves 'inadequate' behind", "an inadequate authority no more".
pub fn is_left_behind(page: &Page, sentence: &Sentence, at: (usize, usize)) -> bool {
    let after = page.words(at.1, sentence.end);
    NO_MORE.is_match(after)
        || BEHIND.is_match(after) && LEAVES.is_match(page.words(sentence.start, at.0))
}

static NO_MORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]?(?: (?:council|authority|service|services|department|county|city|borough|town))? no (?:more|longer)\b"#)
        .expect("fixed grammar")
});
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"^['"]?(?: (?:rating|grade|judgement|label|tag|verdict|status|years|days))* behind\b"#,
    )
    .expect("fixed grammar")
});
static LEAVES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"\b(?:leav(?:es?|ing)|left|put(?:s|ting)?)(?: (?:its|their|our|the|that|an?))? ['"]?$"#,
    )
    .expect("fixed grammar")
});
