//! Words of an item: stems, with commonplace words left out and purposes marked.
//!
//! A purpose says what an improvement is for ("so that children are safer"): it raises nothing
//! itself, so what stands in it counts for less.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    ignored: String,
    weak: String,
    same: HashMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Purpose {
    phrases: Vec<String>,
    ends: Vec<String>,
}

/// A word stem, as a number that depends on nothing but the stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stem(u64);

/// One telling word of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its stem.
    pub stem: Stem,
    /// Counts sentences from 0; phrases do not cross them.
    pub sentence: u16,
    /// 0 in what must improve, 1 in what for, 2 in what that is for, and so on.
    pub depth: u8,
    /// Whether it says little about which concern it is.
    pub weak: bool,
}

/// How words are read.
pub(super) struct Words {
    stemmer: Stemmer,
    ignored: HashSet<String>,
    weak: HashSet<Stem>,
    same: HashMap<String, Stem>,
    purposes: Vec<Vec<String>>,
    ends: Vec<Vec<String>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("ignored", &self.ignored.len()).finish_non_exhaustive()
    }
}

impl Words {
    pub(super) fn new(section: &Section, purpose: &Purpose) -> Self {
        let split = |phrases: &[String]| {
            phrases.iter().map(|p| p.split_whitespace().map(str::to_owned).collect()).collect()
        };
        let mut words = Self {
            stemmer: Stemmer::create(Algorithm::English),
            ignored: section.ignored.split_whitespace().map(str::to_owned).collect(),
            weak: HashSet::new(),
            same: section.same.iter().map(|(from, to)| (from.clone(), stem(to))).collect(),
            purposes: split(&purpose.phrases),
            ends: split(&purpose.ends),
        };
        words.weak = section.weak.split_whitespace().map(|word| words.stem(word)).collect();
        words
    }

    /// The stem of a lower-case word.
    pub(super) fn stem(&self, word: &str) -> Stem {
        self.same.get(word).copied().unwrap_or_else(|| stem(&self.stemmer.stem(word)))
    }

    pub(super) fn is_ignored(&self, word: &str) -> bool {
        self.ignored.contains(word)
    }

    /// The telling words of a lower-case text with straight apostrophes.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let raw = split(text);
        let mut tokens = Vec::with_capacity(raw.len());
        let (mut sentence, mut depth, mut told) = (0_u16, 0_u8, false);
        for (place, word) in raw.iter().enumerate() {
            if word.is_empty() {
                (sentence, depth, told) = (sentence.saturating_add(1), 0, false);
                continue;
            }
            // "Work with partners to improve referrals" has told nothing before its "to improve".
            let rest = &raw[place..];
            if told && self.purposes.iter().any(|purpose| starts(rest, purpose)) {
                depth = depth.saturating_add(1);
            } else if depth > 0 && self.ends.iter().any(|end| starts(rest, end)) {
                depth = 0;
            }
            if !self.is_ignored(word) {
                let stem = self.stem(word);
                let weak = self.weak.contains(&stem);
                tokens.push(Token { stem, sentence, depth, weak });
                told |= !weak;
            }
        }
        tokens
    }
}

/// Words without apostrophes; an empty one ends a sentence.
fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in text.split_inclusive(['.', ';', '\u{2022}']) {
        let parts = piece.split(|c: char| !c.is_alphanumeric() && c != '\'');
        for part in parts.filter(|part| !part.is_empty()) {
            let word = part.strip_suffix("'s").unwrap_or(part).replace('\'', "");
            if !word.is_empty() {
                words.push(word);
            }
        }
        if piece.ends_with(['.', ';', '\u{2022}']) {
            words.push(String::new());
        }
    }
    words
}

fn starts(words: &[String], phrase: &[String]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, want)| word == want)
}

fn stem(stem: &str) -> Stem {
    let mut hasher = DefaultHasher::new();
    stem.hash(&mut hasher);
    Stem(hasher.finish())
}
