//! Phrases over word stems: `a|b` for either word, `..` for up to [`GAP`] other words.
//!
//! Bound: a phrase is tried only where its first word stands; the search for the rest looks at no
//! more than (GAP + 1)^gaps places, and no phrase of the file has more than two gaps.

use std::collections::HashMap;

use super::words::{Stem, Token, Words};
use super::{Index, invalid};
use crate::knowledge::KnowledgeError;

/// How many telling words `..` may stand for.
const GAP: usize = 4;

#[derive(Debug)]
struct Word {
    gap_before: bool,
    any_of: Vec<Stem>,
}

#[derive(Debug)]
struct Phrase {
    means: Index,
    rest: Vec<Word>,
}

/// Phrases by the stem of their first word.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: HashMap<Stem, Vec<Phrase>>,
}

/// One meaning found in an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// What was found.
    pub means: Index,
    /// Whether in what must improve, not only in what for.
    pub main: bool,
    /// Its first telling word, counted from 0.
    pub place: usize,
}

/// Where a phrase was found: places of its own words, in order.
struct Found {
    means: Index,
    places: Vec<usize>,
}

impl Phrases {
    pub(super) fn new<'a>(
        lists: impl Iterator<Item = (&'a str, &'a Vec<String>)>,
        words: &Words,
    ) -> Result<Self, KnowledgeError> {
        let mut phrases = Self::default();
        for (means, (id, list)) in lists.enumerate() {
            for text in list {
                let mut parsed = parse(text, words).map_err(|problem| invalid(id, problem))?;
                let first = parsed.remove(0);
                let tail = std::mem::take(&mut parsed);
                for stem in first.any_of {
                    let rest = tail.iter().map(Word::copy).collect();
                    phrases.by_first.entry(stem).or_default().push(Phrase { means, rest });
                }
            }
        }
        Ok(phrases)
    }

    /// What is found, each once, in order of index.
    pub(super) fn find(&self, tokens: &[Token]) -> Vec<Mention> {
        summary(self.all(tokens).iter().map(|f| f.mention(tokens[f.places[0]].depth == 0)))
    }

    /// The same without meanings from `limit` on, and without phrases that lie wholly inside a
    /// longer one of another meaning. What is said at the least depth of its
    /// sentence counts as outside purposes.
    pub(super) fn find_longest(&self, tokens: &[Token], limit: Index) -> Vec<Mention> {
        let all = self.all(tokens);
        let hidden = |found: &Found| {
            all.iter().any(|other| {
                other.means != found.means
                    && other.places.len() > found.places.len()
                    && found.places.iter().all(|place| other.places.contains(place))
            })
        };
        let seen: Vec<&Found> =
            all.iter().filter(|found| found.means < limit && !hidden(found)).collect();
        let first = |found: &Found| tokens[found.places[0]];
        let mut least = HashMap::<u16, u8>::new();
        for token in seen.iter().map(|found| first(found)) {
            let known = least.entry(token.sentence).or_insert(token.depth);
            *known = token.depth.min(*known);
        }
        let main = |found: &Found| first(found).depth == least[&first(found).sentence];
        summary(seen.iter().map(|found| found.mention(main(found))))
    }

    fn all(&self, tokens: &[Token]) -> Vec<Found> {
        let mut all = Vec::new();
        for (place, token) in tokens.iter().enumerate() {
            for phrase in self.by_first.get(&token.stem).into_iter().flatten() {
                let mut places = vec![place];
                if complete(&phrase.rest, tokens, &mut places) {
                    all.push(Found { means: phrase.means, places });
                }
            }
        }
        all
    }
}

impl Word {
    fn copy(&self) -> Self {
        Self { gap_before: self.gap_before, any_of: self.any_of.clone() }
    }
}

/// Extends `places` by the nearest places of the remaining words; true if all are there.
fn complete(rest: &[Word], tokens: &[Token], places: &mut Vec<usize>) -> bool {
    let Some((word, rest)) = rest.split_first() else {
        return true;
    };
    let from = places[places.len() - 1];
    let reach = if word.gap_before { GAP } else { 0 };
    for place in from + 1..tokens.len().min(from + 2 + reach) {
        if tokens[place].sentence != tokens[from].sentence {
            return false;
        }
        if word.any_of.contains(&tokens[place].stem) {
            places.push(place);
            if complete(rest, tokens, places) {
                return true;
            }
            places.pop();
        }
    }
    false
}

impl Found {
    fn mention(&self, main: bool) -> Mention {
        Mention { means: self.means, main, place: self.places[0] }
    }
}

fn summary(found: impl Iterator<Item = Mention>) -> Vec<Mention> {
    let mut all: Vec<Mention> = found.collect();
    // The first main mention, where there is one, stays.
    all.sort_by_key(|m| (m.means, !m.main, m.place));
    all.dedup_by_key(|m| m.means);
    all
}

fn parse(text: &str, words: &Words) -> Result<Vec<Word>, String> {
    let mut parsed: Vec<Word> = Vec::new();
    let mut gap_before = false;
    for part in text.split_whitespace() {
        if part == ".." {
            gap_before = true;
            continue;
        }
        if let Some(word) = part.split('|').find(|word| words.is_ignored(word)) {
            return Err(format!("leave `{word}` out of phrase `{text}`: it is an ignored word"));
        }
        let any_of = part.split('|').map(|word| words.stem(word)).collect();
        parsed.push(Word { gap_before, any_of });
        gap_before = false;
    }
    if parsed.is_empty() || gap_before || parsed[0].gap_before {
        return Err(format!("let phrase `{text}` begin and end with a word"));
    }
    Ok(parsed)
}
