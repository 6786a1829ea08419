//! Regular expressions in knowledge files.
//!
//! They ignore the case of ASCII letters; a space matches any white space, a straight apostrophe any
//! apostrophe, and a hyphen outside brackets any dash, because releases differ in these and in
//! nothing that matters. `\d`, `\w` and `\b` mean ASCII, as texts are English.
//!
//! A pattern is compiled when it is first asked: commands and releases pay only for the patterns
//! they use. [`Pattern::prove`] compiles it at once; loading does so for every file that a user
//! wrote, a test for those that are built in.

use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use regex::{Captures, Match, Regex, RegexBuilder};
use serde::{Deserialize, Deserializer};

use super::needed::needed;

/// Bytes that a pattern may keep to be quicker next time: more helps no pattern here, and there are
/// hundreds of them.
const CACHE: usize = 1 << 17;

/// A pattern that is looked for anywhere.
#[derive(Debug, Clone)]
pub struct Pattern(Lazy);

impl Pattern {
    /// Whether it stands anywhere in `words`.
    pub fn is_in(&self, words: &str) -> bool {
        self.0.get().is_match(words)
    }

    /// Where it stands first.
    pub fn find<'w>(&self, words: &'w str) -> Option<Match<'w>> {
        self.0.get().find(words)
    }

    /// Everywhere it stands.
    pub fn all<'p, 'w>(&'p self, words: &'w str) -> impl Iterator<Item = Match<'w>> + use<'p, 'w> {
        self.0.get().find_iter(words)
    }

    /// Everywhere it stands, with its groups.
    pub fn captures<'p, 'w>(
        &'p self,
        words: &'w str,
    ) -> impl Iterator<Item = Captures<'w>> + use<'p, 'w> {
        self.0.get().captures_iter(words)
    }

    /// Whether it has a group of that name.
    pub fn has_group(&self, name: &str) -> bool {
        ["(?P<", "(?<"].iter().any(|open| self.0.source.contains(&format!("{open}{name}>")))
    }

    /// Words in small letters, one of which stands wherever it does; none where nothing is sure.
    pub fn needed(&self) -> Option<Vec<String>> {
        needed(&tolerant(&self.0.source))
    }

    /// Compiles it now.
    ///
    /// # Errors
    /// Where its file is wrong about it.
    pub fn prove(&self) -> Result<(), Flaw> {
        self.0.prove()
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.source)
    }
}

impl TryFrom<String> for Pattern {
    type Error = Flaw;

    fn try_from(source: String) -> Result<Self, Self::Error> {
        let pattern = Self(Lazy::new(source, 0..0, false));
        pattern.prove().map(|()| pattern)
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Lazy::read(deserializer, false).map(Self)
    }
}

/// A pattern that must cover the words from their first to their last.
#[derive(Debug, Clone)]
pub struct Whole(Lazy);

impl Whole {
    /// Whether it covers `words`.
    pub fn covers(&self, words: &str) -> bool {
        self.0.get().is_match(words)
    }

    /// Compiles it now.
    ///
    /// # Errors
    /// Where its file is wrong about it.
    pub fn prove(&self) -> Result<(), Flaw> {
        self.0.prove()
    }
}

impl TryFrom<String> for Whole {
    type Error = Flaw;

    fn try_from(source: String) -> Result<Self, Self::Error> {
        let whole = Self(Lazy::new(source, 0..0, true));
        whole.prove().map(|()| whole)
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Lazy::read(deserializer, true).map(Self)
    }
}

/// What is wrong with a pattern.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("correct the pattern `{pattern}`: {source}")]
pub struct Flaw {
    /// The pattern as the file has it.
    pub pattern: String,
    /// Bytes of the file that it takes.
    pub place: Range<usize>,
    /// Why it is no regular expression, or too large a one.
    pub source: regex::Error,
}

/// A pattern as its file has it, and what it compiles to.
#[derive(Debug, Clone)]
struct Lazy {
    source: String,
    place: Range<usize>,
    whole: bool,
    /// None where it does not compile, which `prove` has said before anybody asks.
    regex: OnceLock<Regex>,
}

impl Lazy {
    fn new(source: String, place: Range<usize>, whole: bool) -> Self {
        Self { source, place, whole, regex: OnceLock::new() }
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D, whole: bool) -> Result<Self, D::Error> {
        let spanned = toml::Spanned::<String>::deserialize(deserializer)?;
        let place = spanned.span();
        Ok(Self::new(spanned.into_inner(), place, whole))
    }

    fn prove(&self) -> Result<(), Flaw> {
        if self.regex.get().is_none() {
            // Losing a race only means that another thread compiled the same.
            let _ = self.regex.set(self.compile()?);
        }
        Ok(())
    }

    fn get(&self) -> &Regex {
        let proven = "loading proved the patterns of an overlay, a test those that are built in";
        self.regex.get_or_init(|| self.compile().expect(proven))
    }

    fn compile(&self) -> Result<Regex, Flaw> {
        let source = tolerant(&self.source);
        let source = if self.whole { format!("^(?:{source})$") } else { source };
        // ASCII wherever words allow: many times faster to compile and to run.
        RegexBuilder::new(&source)
            .case_insensitive(true)
            .unicode(false)
            .size_limit(1 << 22)
            .dfa_size_limit(CACHE)
            .build()
            .map_err(|source| Flaw {
                pattern: self.source.clone(),
                place: self.place.clone(),
                source,
            })
    }
}

/// The pattern for an engine that knows ASCII only, except where `(?u:…)` asks for more.
fn tolerant(source: &str) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some(c @ ('s' | 'S' | 'D' | 'W')) => out.extend(["(?u:\\", &c.to_string(), ")"]),
                Some(c) => out.extend(['\\', c]),
                None => out.push('\\'),
            },
            '[' => class(&mut chars, &mut out),
            '.' => out.push_str("(?u:.)"),
            ' ' => out.push_str(r"(?u:\s+)"),
            '\'' => out.push_str("(?u:['’‘ʼ])"),
            '-' => out.push_str("(?u:[-‐‑‒–—])"),
            c if !c.is_ascii() => out.extend(["(?u:", &c.to_string(), ")"]),
            c => out.push(c),
        }
    }
    out
}

/// A class in brackets, up to its end, after its opening bracket.
fn class(chars: &mut std::str::Chars<'_>, out: &mut String) {
    out.push_str("(?u:[");
    let mut depth = 1_u32;
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(['\\', chars.next().unwrap_or('\\')]),
            '\'' => out.push_str("'’‘ʼ"),
            c => out.push(c),
        }
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return out.push(')');
        }
    }
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
        found(r"b.ch\s\w{3}\b", "béch\u{a0}row", true);
        found(r"bé?ch\s\w{3}", "bch\u{a0}réw", false);
        found("[^é[:digit:]]x’s? é", "5x’s é", false);
        found("[^é[:digit:]]x’s? é", "ax’s é", true);
    }

    #[test]
    fn a_flaw_is_told_with_its_place() {
        #[derive(Deserialize)]
        struct File {
            list: Vec<Pattern>,
        }
        let text = "list = ['fine', '(open']\n";
        let file: File = toml::from_str(text).expect("well formed");
        let flaw = file.list.iter().find_map(|p| p.prove().err()).expect("one is wrong");
        assert_eq!((flaw.pattern.as_str(), &text[flaw.place]), ("(open", "'(open'"));
        assert!(Pattern::try_from("a{9999999}".to_owned()).is_err());
    }

    #[test]
    fn whole_patterns_cover_all_words() {
        let whole = Whole::try_from("next steps?|what follows".to_owned()).expect("pattern");
        assert!(whole.covers("Next step"));
        assert!(!whole.covers("next steps for all"));
    }
}
