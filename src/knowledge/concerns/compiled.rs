//! The words and phrases of `concerns.toml` as an item is compared with them: words are stems, phrases
//! are indexed by their first.

use regex::Regex;

use super::phrase::Phrases;
use super::words::{Token, Words};
use super::{File, invalid};
use crate::knowledge::KnowledgeError;

/// What reads an item.
#[derive(Debug)]
pub(super) struct Compiled {
    tags: Vec<Regex>,
    words: Words,
    /// Phrases of concerns; noise comes after them, so its index is one that no concern has.
    pub concerns: Phrases,
    /// Phrases of cohorts.
    pub cohorts: Phrases,
    /// Phrases of aspects.
    pub aspects: Phrases,
}

impl Compiled {
    /// Compiles a file.
    ///
    /// # Errors
    /// A phrase without a telling word, or a pattern that is no regular expression.
    pub fn new(file: &File) -> Result<Self, KnowledgeError> {
        let tags = file.tags.patterns.iter().map(|p| tag(p)).collect::<Result<_, _>>()?;
        let words = Words::new(&file.words, &file.purpose);
        let concerns = file.concern.iter().map(|c| (c.id.as_str(), &c.phrases));
        let concerns = concerns.chain([("noise", &file.noise.phrases)]);
        let cohorts = file.cohort.iter().map(|c| (c.id.as_str(), &c.phrases));
        let aspects = file.aspect.iter().map(|a| (a.id.as_str(), &a.phrases));
        Ok(Self {
            concerns: Phrases::new(concerns, &words)?,
            cohorts: Phrases::new(cohorts, &words)?,
            aspects: Phrases::new(aspects, &words)?,
            tags,
            words,
        })
    }

    /// The telling words of an item, without what the tags match.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut text = text.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'");
        for tag in &self.tags {
            if tag.is_match(&text) {
                text = tag.replace_all(&text, " ").into_owned();
            }
        }
        self.words.tokens(&text)
    }
}

fn tag(pattern: &str) -> Result<Regex, KnowledgeError> {
    Regex::new(pattern).map_err(|e| invalid("tags", format!("correct the pattern: {e}")))
}
