//! What an improvement area is about, from `concerns.toml`: concerns, cohorts, aspects, and the
//! weights by which two items are compared.
//!
//! In:  the file. Out: [`Concerns`], whose words and phrases are compiled when the first item is read;
//!      at once where somebody wrote or changed the file, as a test proves the one that is built in.
//! Not here: reading an item or comparing two, which `history::priority` does.
//! Invariant: ids are unique, and every `part_of` names a cohort of the file.

mod compiled;
pub mod phrase;
pub mod words;

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::KnowledgeError;
use super::embedded::{self, Files};
use super::file;
use compiled::Compiled;
use phrase::Mention;

const FILE: &str = "concerns.toml";

/// Index of a concern in [`Concerns::concerns`], of a cohort in [`Concerns::cohorts`], or of an
/// aspect.
pub type Index = usize;

/// One thing that inspectors ask to improve: a function of the service.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concern {
    /// Identifier.
    pub id: String,
    /// For people, as it fits after "both raise".
    pub name: String,
    /// How much it tells: 1 is usual, less where many different items mention it, more where
    /// naming it is enough.
    #[serde(default = "whole")]
    pub weight: f64,
    /// Whether it is rather an attribute where the item first raises something more specific.
    #[serde(default)]
    pub general: bool,
    /// Whether it is the same concern only for the same children.
    #[serde(default)]
    pub cohort: bool,
    /// Whether it is the same concern only in the same respect.
    #[serde(default)]
    pub aspect: bool,
    /// How it is worded.
    phrases: Vec<String>,
}

/// A group of children or adults.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cohort {
    /// Identifier.
    pub id: String,
    /// For people.
    pub name: String,
    /// Whether it is so large a part that an item about all means it too.
    #[serde(default)]
    pub broad: bool,
    /// Cohorts that contain it.
    #[serde(default)]
    part_of: Vec<String>,
    phrases: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Aspect {
    id: String,
    phrases: Vec<String>,
}

/// The weights of the comparison; the file says how they were found.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Before anything is known; negative.
    pub base: f64,
    /// For the weightiest concern that both raise.
    pub concern: f64,
    /// For the share that common concerns have in the item with fewer.
    pub overlap: f64,
    /// For likeness of the words.
    pub wording: f64,
    /// How much counts what only says what an improvement is for, 0 to 1.
    pub purpose: f64,
    /// How much counts a word that says little, 0 to 1.
    pub weak_word: f64,
    /// What remains of a concern where one item is about all, the other about a broad cohort.
    pub broad_cohort: f64,
    /// What remains where one item is about all, the other about some.
    pub narrow_cohort: f64,
    /// What remains where the two are about different cohorts.
    pub other_cohort: f64,
    /// What remains of a general concern after a specific one, 0 to 1.
    pub after_specific: f64,
    /// What remains where the two name different aspects.
    pub other_aspect: f64,
    /// Likeness of words from which two items are the same, whatever they are about.
    pub same_words: f64,
    /// The same where one of them names no known concern.
    pub unknown_concern: f64,
}

impl Model {
    fn is_sound(&self) -> bool {
        let weights = [self.base, self.concern, self.overlap, self.wording];
        weights.iter().all(|weight| weight.abs() <= 1_000.0)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    model: Model,
    tags: Tags,
    words: words::Section,
    purpose: words::Purpose,
    noise: Noise,
    concern: Vec<Concern>,
    cohort: Vec<Cohort>,
    aspect: Vec<Aspect>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tags {
    patterns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Noise {
    phrases: Vec<String>,
}

/// Everything known about concerns.
#[derive(Debug)]
pub struct Concerns {
    file: File,
    /// For each cohort, itself and those that contain it.
    wider: Vec<Vec<Index>>,
    compiled: OnceLock<Compiled>,
}

impl Concerns {
    /// Reads `concerns.toml`.
    ///
    /// # Errors
    /// A file that is not well formed, a phrase without a telling word, an id that stands twice.
    pub fn parse(files: &Files) -> Result<Self, KnowledgeError> {
        let file: File = file::toml(files, FILE)?;
        if file.concern.iter().any(|c| !(0.0..=10.0).contains(&c.weight)) || !file.model.is_sound()
        {
            return Err(invalid("weights", "give ordinary numbers, 0 to 10 for a concern".into()));
        }
        check_ids(file.concern.iter().map(|c| &c.id))?;
        let ids = check_ids(file.cohort.iter().map(|c| &c.id))?;
        let wider = file
            .cohort
            .iter()
            .enumerate()
            .map(|(own, cohort)| wider(own, cohort, &ids))
            .collect::<Result<_, _>>()?;
        let compiled = match embedded::is_built_in(FILE, file::text(files, FILE)) {
            true => OnceLock::new(),
            false => OnceLock::from(Compiled::new(&file)?),
        };
        Ok(Self { file, wider, compiled })
    }

    fn compiled(&self) -> &Compiled {
        let proven = "loading proved a file that somebody changed, a test the one that is built in";
        self.compiled.get_or_init(|| Compiled::new(&self.file).expect(proven))
    }

    /// The weights.
    pub fn model(&self) -> &Model {
        &self.file.model
    }

    /// All concerns, in the order of the file.
    pub fn concerns(&self) -> &[Concern] {
        &self.file.concern
    }

    /// All cohorts, in the order of the file.
    pub fn cohorts(&self) -> &[Cohort] {
        &self.file.cohort
    }

    /// The telling words of an item, without references such as paragraph numbers.
    pub fn tokens(&self, text: &str) -> Vec<words::Token> {
        self.compiled().tokens(text)
    }

    /// The concerns raised, each once.
    pub fn concerns_in(&self, tokens: &[words::Token]) -> Vec<Mention> {
        self.compiled().concerns.find_longest(tokens, self.concerns().len())
    }

    /// The cohorts named.
    pub fn cohorts_in(&self, tokens: &[words::Token]) -> Vec<Index> {
        self.compiled().cohorts.find(tokens).into_iter().map(|m| m.means).collect()
    }

    /// The aspects named of what must improve.
    pub fn aspects_in(&self, tokens: &[words::Token]) -> Vec<Index> {
        let found = self.compiled().aspects.find(tokens);
        found.into_iter().filter(|m| m.main).map(|m| m.means).collect()
    }

    /// A cohort and those that contain it.
    pub fn wider(&self, cohort: Index) -> &[Index] {
        &self.wider[cohort]
    }
}

fn check_ids<'a>(
    ids: impl Iterator<Item = &'a String>,
) -> Result<HashMap<&'a str, Index>, KnowledgeError> {
    let mut seen = HashMap::new();
    for (index, id) in ids.enumerate() {
        if seen.insert(id.as_str(), index).is_some() {
            return Err(invalid(id, "this id stands twice: merge the two tables".into()));
        }
    }
    Ok(seen)
}

fn wider(
    own: Index,
    cohort: &Cohort,
    ids: &HashMap<&str, Index>,
) -> Result<Vec<Index>, KnowledgeError> {
    let mut wider = vec![own];
    for name in &cohort.part_of {
        let problem = || format!("`part_of` names `{name}`, which is no cohort of this file");
        wider.push(*ids.get(name.as_str()).ok_or_else(|| invalid(&cohort.id, problem()))?);
    }
    Ok(wider)
}

fn invalid(place: &str, problem: String) -> KnowledgeError {
    KnowledgeError::Invalid { file: FILE.into(), place: place.into(), problem }
}

fn whole() -> f64 {
    1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::knowledge::embedded;

    #[track_caller]
    fn refuses(from: &str, to: &str, say: &str) {
        let mut files = embedded::files(None).expect("embedded");
        let text = files[FILE].replacen(from, to, 1);
        assert_ne!(text, files[FILE], "`{from}` is not in the file");
        files.insert(FILE.into(), text);
        let error = Concerns::parse(&files).expect_err("must be refused").to_string();
        assert!(error.contains(say), "{error}");
    }

    #[test]
    fn a_mistake_in_the_file_is_named() {
        refuses("id = \"audit\"", "id = \"iro\"", "stands twice");
        refuses("part_of = [\"in-care\"]", "part_of = [\"in-cars\"]", "`in-cars`");
        refuses("phrases = [\"leisure\"", "phrases = [\"of the\", \"leisure\"", "`of the`");
        refuses("[model]", "[model]\nextra = 1", "extra");
        refuses("weight = 1.25", "weight = nan", "ordinary numbers");
    }

    #[test]
    fn finds_what_an_item_is_about() {
        let knowledge = Knowledge::embedded().expect("embedded");
        let concerns = &knowledge.concerns;
        let tokens = concerns.tokens(
            "Raise the standard of pathway plans, so that more care leavers have a job. \
             (Outcome 4, national framework)",
        );
        let found: Vec<_> = concerns
            .concerns_in(&tokens)
            .into_iter()
            .map(|m| (concerns.concerns()[m.means].id.as_str(), m.main))
            .collect();
        assert!(found.contains(&("pathway-plans", true)), "{found:?}");
        assert!(!found.iter().any(|(id, _)| *id == "plans"), "hidden by the longer: {found:?}");
        assert!(tokens.iter().any(|t| t.depth > 0), "the purpose is known as such");
    }
}
