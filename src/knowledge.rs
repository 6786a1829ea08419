//! What inspectwatch knows: `config/` compiled in as defaults, overridable file by file at run time.
//!
//! In:  the embedded files, and optionally a directory with the same layout whose files replace
//!      embedded ones of the same name or add new ones.
//! Out: [`Knowledge`], an immutable value that is passed by reference, never global.
//! Invariant: every complaint names the file and, where known, the line.

pub mod areas;
pub mod cases;
pub mod concerns;
pub mod embedded;
pub mod error;
mod file;
pub mod frameworks;
pub mod labels;
pub mod lexicon;
mod meanings;
pub mod names;
mod needed;
pub mod pattern;
mod quick;
pub mod reports;

use std::path::Path;

pub use areas::{Area, Areas, Succession, SuccessionKind};
pub use cases::Case;
pub use concerns::Concerns;
pub use error::KnowledgeError;
pub use frameworks::{Framework, Frameworks, JudgementSpec, Scale};
pub use lexicon::Lexicon;
pub use names::Names;
pub use reports::Reports;

/// Everything known about areas and frameworks.
#[derive(Debug)]
pub struct Knowledge {
    /// Local authority areas and which followed which.
    pub areas: Areas,
    /// Programmes, frameworks and scales.
    pub frameworks: Frameworks,
    /// What improvement areas are about.
    pub concerns: Concerns,
    /// Spellings of the areas' names.
    pub names: Names,
    /// How the inspectorates' own documents look.
    pub reports: Reports,
    /// How people word results.
    pub lexicon: Lexicon,
}

impl Knowledge {
    /// Builds the knowledge that is compiled in.
    ///
    /// # Errors
    /// Never for a released binary: a test loads it.
    pub fn embedded() -> Result<Self, KnowledgeError> {
        Self::load(None)
    }

    /// Builds the knowledge, files under `overlay` taking the place of embedded ones.
    ///
    /// # Errors
    /// The first file that cannot be read or understood.
    pub fn load(overlay: Option<&Path>) -> Result<Self, KnowledgeError> {
        Self::parse(&embedded::files(overlay)?)
    }

    /// The test cases in the embedded files and in those under `overlay`.
    ///
    /// # Errors
    /// The first file that cannot be read or understood, or a case that wants nothing.
    pub fn cases(overlay: Option<&Path>) -> Result<Vec<Case>, KnowledgeError> {
        cases::parse(&embedded::files(overlay)?)
    }

    fn parse(files: &embedded::Files) -> Result<Self, KnowledgeError> {
        let areas = Areas::parse(files)?;
        let names = Names::parse(files, &areas)?;
        let frameworks = Frameworks::parse(files)?;
        let reports = Reports::parse(files, &frameworks)?;
        let concerns = Concerns::parse(files)?;
        let lexicon = Lexicon::parse(files)?;
        meanings::prove(files, &frameworks, &lexicon)?;
        Ok(Self { areas, frameworks, concerns, names, reports, lexicon })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_knowledge_loads() {
        let knowledge = Knowledge::embedded().expect("embedded files are well formed");
        assert!(knowledge.areas.iter().count() >= 153);
        assert!(knowledge.frameworks.iter().count() >= 10);
    }

    /// Breaks the first pattern of every list of a file, one after another.
    #[track_caller]
    fn every_pattern_is_proved(file: &str) {
        let files = embedded::files(None).expect("embedded");
        let lines: Vec<&str> = files[file].lines().collect();
        let mut broken = 0;
        for (at, line) in lines.iter().enumerate().take_while(|(_, l)| **l != "[[case]]") {
            let key = line.split_once(" = [").map(|(key, _)| key.trim());
            let printed = line.contains("printed = [");
            if !printed
                && key.is_none_or(|k| ["frameworks", "inspectorates", "grades"].contains(&k))
            {
                continue;
            }
            let open = if printed { "printed = [" } else { " = [" };
            let mut text = lines.clone();
            let line = line.replacen(open, &format!("{open} '(', "), 1);
            text[at] = &line;
            let mut files = files.clone();
            files.insert(file.to_owned(), text.join("\n"));
            let error = Knowledge::parse(&files).err().map(|e| e.to_string()).unwrap_or_default();
            let said = format!("accept `{file}`, line {}: correct the pattern `(`", at + 1);
            assert!(error.starts_with(&said), "{line}: {error}");
            broken += 1;
        }
        assert!(broken > 2, "{broken} lists of patterns in {file}");
    }

    #[test]
    fn patterns_that_a_user_changes_are_proved_wherever_they_stand() {
        every_pattern_is_proved("reports/ilacs.toml");
        every_pattern_is_proved("reports/area-send.toml");
        every_pattern_is_proved("reports/sif.toml");
        every_pattern_is_proved("frameworks/sif-2013.toml");
        every_pattern_is_proved("frameworks/area-send-2023.toml");
        every_pattern_is_proved("scales.toml");
    }

    #[test]
    fn built_in_patterns_are_proved_as_a_users_are() {
        let mut files = embedded::files(None).expect("embedded");
        for (name, text) in &mut files {
            if name.ends_with(".toml") {
                text.push_str("# changed\n");
            }
        }
        Knowledge::parse(&files).expect("every pattern compiles");
    }
}
