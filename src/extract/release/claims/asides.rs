//! What parts a subject from its verb and says nothing of either: "care leavers - young adults whose
//! parent it is - receive", "the department, said inspectors, was".

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

/// What follows an aside: "care leavers - young adults whose parent it is - receive".
pub fn past_aside(between: &str) -> &str {
    let marks = [
        (" - ", " - "),
        (" (", ")"),
        (", who ", ","),
        (", which ", ","),
        (", the latter ", ","),
        (", whose ", ","),
        (", where ", ","),
    ];
    if let Some(said) = PARENTHETIC.find(between) {
        return &between[said.end()..];
    }
    let rest = marks.iter().find_map(|(open, close)| {
        let inner = between.strip_prefix(open)?;
        let end = inner.find(close)?;
        Some(&inner[end + close.trim_end().len()..])
    });
    rest.unwrap_or(between)
}

/// ", however,", ", said the inspectors,": what parts a subject from its verb and says nothing of either.
static PARENTHETIC: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!("^{ASIDE}")).expect("fixed grammar"));

/// One such aside, anywhere.
static ASIDES: LazyLock<Regex> = LazyLock::new(|| Regex::new(ASIDE).expect("fixed grammar"));

const ASIDE: &str = "(?:,| -) (?:however|though|too|meanwhile|by contrast|in contrast|on the other hand|likewise|for (?:its|their) part|in (?:its|their) (?:words?|view|opinion|judgement)|according to [a-z' ]{3,40}|i am (?:glad|pleased|proud|delighted|sorry) to say|as (?:it|they) puts? it|(?:it|they|he|she|inspectors|ofsted|(?:the )?(?:cqc|care quality commission|report|inspectors|watchdog|regulator|inspectorate)) (?:say|says|said|find|finds|found|add|adds|added|conclude|concludes|concluded|write|writes|wrote|note|notes|noted)|(?:say|says|said|find|finds|found|add|adds|added|conclude|concludes|concluded|write|writes|wrote) (?:it|they|inspectors|ofsted|(?:the )?(?:cqc|care quality commission|report|inspectors|watchdog|regulator|inspectorate)))(?:,| -)";

/// Words without such asides.
pub fn without_asides(words: &str) -> Cow<'_, str> {
    if words.contains([',', '-']) { ASIDES.replace_all(words, "") } else { words.into() }
}
