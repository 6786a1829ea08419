//! Words without which a pattern stands nowhere, so that one look for all such words leaves few
//! patterns to try.
//!
//! In:  a pattern in the syntax of its engine. Out: words in small letters, one of which stands,
//!      whatever the case of its letters, wherever the pattern does; none where nothing is sure.
//! Invariant: a pattern that stands in a text is never left out.

use aho_corasick::AhoCorasick;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind};

/// Shorter words stand nearly everywhere.
const SHORTEST: usize = 3;

/// The words of which a pattern needs one, none where it may do without.
pub fn needed(pattern: &str) -> Option<Vec<String>> {
    let parsed = ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).ok()?;
    of(&parsed)
}

fn of(part: &Hir) -> Option<Vec<String>> {
    match part.kind() {
        HirKind::Literal(literal) => {
            let word = std::str::from_utf8(&literal.0).ok()?.to_ascii_lowercase();
            (word.is_ascii() && word.len() >= SHORTEST).then(|| vec![word])
        }
        HirKind::Capture(inner) => of(&inner.sub),
        HirKind::Repetition(repeated) if repeated.min > 0 => of(&repeated.sub),
        // Of all that must stand, what is longest at its shortest.
        HirKind::Concat(parts) => parts.iter().filter_map(of).max_by_key(|words| shortest(words)),
        HirKind::Alternation(parts) => {
            let each: Option<Vec<Vec<String>>> = parts.iter().map(of).collect();
            each.map(|words| words.concat())
        }
        _ => None,
    }
}

fn shortest(words: &[String]) -> usize {
    words.iter().map(String::len).min().unwrap_or_default()
}

/// Many things, each of which needs words.
#[derive(Debug)]
pub struct Needs {
    words: Option<AhoCorasick>,
    /// Of each thing: all of these, of each of which one word, by its place.
    all: Vec<Vec<Vec<usize>>>,
}

impl Needs {
    /// Puts together what things need: all of a list, of each entry one word.
    pub fn new(things: impl Iterator<Item = Vec<Vec<String>>>) -> Self {
        let mut known: Vec<String> = Vec::new();
        let mut place = |word: String| {
            known.iter().position(|k| *k == word).unwrap_or_else(|| {
                known.push(word);
                known.len() - 1
            })
        };
        let all = things
            .map(|needs| {
                let one = |words: Vec<String>| words.into_iter().map(&mut place).collect();
                needs.into_iter().map(one).collect()
            })
            .collect();
        let words = AhoCorasick::builder().ascii_case_insensitive(true).build(&known).ok();
        Self { words, all }
    }

    /// Of each thing, whether a text has the words that it needs.
    pub fn met(&self, text: &str) -> Vec<bool> {
        let Some(words) = &self.words else { return vec![true; self.all.len()] };
        let mut has = vec![false; words.patterns_len()];
        for found in words.find_overlapping_iter(text) {
            has[found.pattern().as_usize()] = true;
        }
        let met = |needs: &Vec<Vec<usize>>| needs.iter().all(|one| one.iter().any(|at| has[*at]));
        self.all.iter().map(met).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(pattern: &str, words: Option<&[&str]>) {
        let found = needed(pattern);
        let found: Option<Vec<&str>> =
            found.as_ref().map(|f| f.iter().map(String::as_str).collect());
        assert_eq!(found.as_deref(), words, "{pattern}");
    }

    #[test]
    fn what_a_pattern_needs_is_its_surest_words() {
        case(r"\bDear\b", Some(&["dear"]));
        case(
            r"(?:inspection dates?|dates of the visit)\b",
            Some(&["inspection date", "dates of the visit"]),
        );
        case(r"(?u:\s+)lead(?:ers|ership)? on", Some(&["lead"]));
        case(r"joint(?u:.{0,60})inspection", Some(&["inspection"]));
        case(r"(?:visits)+ of", Some(&["visits"]));
        case(r"(?:visits)* of", Some(&[" of"]));
        case(r"rated|\d+", None);
        case(r"a.b|é", None);
    }

    #[test]
    fn a_thing_is_possible_where_all_it_needs_stands() {
        let words = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        let needs =
            [vec![words(&["letter", "report"]), words(&["dear"])], vec![words(&["let"])], vec![]];
        let needs = Needs::new(needs.into_iter());
        assert_eq!(needs.met("DEAR all, this letter"), [true, true, true]);
        assert_eq!(needs.met("this report"), [false, false, true]);
    }
}
