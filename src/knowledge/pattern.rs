//! Regular expressions in knowledge files.
//!
//! They ignore case; a space matches any white space, a straight apostrophe any apostrophe, and a
//! hyphen outside brackets any dash, because releases differ in these and in nothing that matters.

use std::fmt;

use regex::{Captures, Match, Regex, RegexBuilder};
use serde::Deserialize;

/// A pattern that is looked for anywhere.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct Pattern {
    source: String,
    regex: Regex,
}

impl Pattern {
    /// Whether it stands anywhere in `words`.
    pub fn is_in(&self, words: &str) -> bool {
        self.regex.is_match(words)
    }

    /// Where it stands first.
    pub fn find<'w>(&self, words: &'w str) -> Option<Match<'w>> {
        self.regex.find(words)
    }

    /// Everywhere it stands.
    pub fn all<'p, 'w>(&'p self, words: &'w str) -> impl Iterator<Item = Match<'w>> + use<'p, 'w> {
        self.regex.find_iter(words)
    }

    /// Everywhere it stands, with its groups.
    pub fn captures<'p, 'w>(
        &'p self,
        words: &'w str,
    ) -> impl Iterator<Item = Captures<'w>> + use<'p, 'w> {
        self.regex.captures_iter(words)
    }

    /// Whether it has a group of that name.
    pub fn has_group(&self, name: &str) -> bool {
        self.regex.capture_names().flatten().any(|group| group == name)
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

impl TryFrom<String> for Pattern {
    type Error = regex::Error;

    fn try_from(source: String) -> Result<Self, Self::Error> {
        let regex = compile(&tolerant(&source))?;
        Ok(Self { source, regex })
    }
}

/// A pattern that must cover the words from their first to their last.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct Whole(Regex);

impl Whole {
    /// Whether it covers `words`.
    pub fn covers(&self, words: &str) -> bool {
        self.0.is_match(words)
    }
}

impl TryFrom<String> for Whole {
    type Error = regex::Error;

    fn try_from(source: String) -> Result<Self, Self::Error> {
        compile(&format!("^(?:{})$", tolerant(&source))).map(Self)
    }
}

fn compile(source: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(source).case_insensitive(true).size_limit(1 << 22).build()
}

fn tolerant(source: &str) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    let mut bracket = false;
    let mut escaped = false;
    for c in source.chars() {
        match c {
            // Word bounds of ASCII: texts are English, and these are many times faster.
            'b' if escaped && !bracket => {
                out.pop();
                out.push_str(r"(?-u:\b)");
            }
            _ if escaped => out.push(c),
            '[' => out.push(c),
            ' ' if !bracket => out.push_str(r"(?:\s+)"),
            '\'' if !bracket => out.push_str("['’‘ʼ]"),
            '\'' => out.push_str("'’‘ʼ"),
            '-' if !bracket => out.push_str("[-‐‑‒–—]"),
            _ => out.push(c),
        }
        if !escaped {
            match c {
                '[' => bracket = true,
                ']' => bracket = false,
                _ => {}
            }
        }
        escaped = c == '\\' && !escaped;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(pattern: &str, words: &str, want: bool) {
        let pattern = Pattern::try_from(pattern.to_owned()).expect("pattern");
        assert_eq!(pattern.is_in(words), want);
    }

    #[test]
    fn patterns_forgive_typography_and_nothing_else() {
        found("children's homes", "Two Children’s\nhomes opened", true);
        found("ill ?treated", "illtreated", true);
        found("well-run [a-c]", "Well–run b", true);
        found("well-run [a-c]", "well run b", false);
        found(r"one\-two", "one-two", true);
    }

    #[test]
    fn whole_patterns_cover_all_words() {
        let whole = Whole::try_from("next steps?|what follows".to_owned()).expect("pattern");
        assert!(whole.covers("Next step"));
        assert!(!whole.covers("next steps for all"));
    }
}
