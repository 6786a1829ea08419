//! Test cases in knowledge files: `[[case]]` tables with a text and how it must be read.
//!
//! Any file of `frameworks/`, `reports/` and `wording/` may have them. Loading passes them over;
//! [`parse`] reads them for `inspectwatch check` and the tests.
//! Not here: reading the texts, which `crate::cases` does.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::KnowledgeError;
use super::embedded::Files;
use super::file;

/// A text and how it must be read. What is none is not asked; what is given must be so exactly.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its file, below `config/`.
    #[serde(skip)]
    pub file: String,
    /// The line of its text, from 1.
    #[serde(skip)]
    pub line: usize,
    /// A release in plain text, Markdown, HTML or as a mail.
    pub text: Spanned<String>,
    /// That it tells no inspection.
    #[serde(default)]
    pub nothing: bool,
    /// Name of the area; `""` where none is told.
    pub area: Option<String>,
    /// Identifier of the programme.
    pub programme: Option<String>,
    /// Identifier of the framework; `""` where none is told.
    pub framework: Option<String>,
    /// Kind of event.
    pub event: Option<String>,
    /// First and last day of the fieldwork, as `2031-03-03/2031-03-07`; `""` where none is told.
    pub inspected: Option<String>,
    /// All grades by judgement.
    pub judgements: Option<BTreeMap<String, String>>,
    /// All improvement areas that are no priority actions, in order.
    pub improvement_areas: Option<Vec<String>>,
    /// All priority actions, in order.
    pub priority_actions: Option<Vec<String>>,
    /// All grades given before, by judgement.
    pub previous: Option<BTreeMap<String, String>>,
}

impl Case {
    fn says_how(&self) -> bool {
        let words = [&self.area, &self.programme, &self.framework, &self.event, &self.inspected];
        let lists = [&self.improvement_areas, &self.priority_actions];
        let grades = [&self.judgements, &self.previous];
        self.nothing
            || words.iter().any(|w| w.is_some())
            || lists.iter().any(|l| l.is_some())
            || grades.iter().any(|g| g.is_some())
    }
}

#[derive(Deserialize)]
struct CaseFile {
    #[serde(default)]
    case: Vec<Case>,
}

/// Reads the cases of all files.
///
/// # Errors
/// A case that is not well formed, or one that wants nothing in particular.
pub fn parse(files: &Files) -> Result<Vec<Case>, KnowledgeError> {
    let mut cases = Vec::new();
    let with_cases = |name: &&String| {
        ["frameworks/", "reports/", "wording/"].iter().any(|d| name.starts_with(d))
            && name.ends_with(".toml")
    };
    for file in files.keys().filter(with_cases) {
        for mut case in file::toml::<CaseFile>(files, file)?.case {
            case.file.clone_from(file);
            case.line = file::line_of(file::text(files, file), case.text.span().start);
            if !case.says_how() {
                return Err(KnowledgeError::Invalid {
                    file: case.file,
                    place: format!("line {}", case.line),
                    problem: "say how this case must be read: `judgements`, `nothing`…".into(),
                });
            }
            cases.push(case);
        }
    }
    Ok(cases)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(toml: &str) -> Result<Vec<Case>, KnowledgeError> {
        parse(&Files::from([("frameworks/x.toml".to_owned(), toml.to_owned())]))
    }

    #[test]
    fn a_case_knows_its_file_and_line() {
        let cases = parsed(
            "id = 'x'\n\n[[case]]\nframework = 'x'\ntext = 'words'\njudgements = { overall = 'good' }\n",
        )
        .expect("well formed");
        let [case] = cases.as_slice() else { panic!("one case") };
        assert_eq!((case.file.as_str(), case.line), ("frameworks/x.toml", 5));
        assert_eq!(case.framework.as_deref(), Some("x"));
        assert_eq!(case.area, None);
    }

    #[test]
    fn slips_in_a_case_are_complaints() {
        for slip in ["text = 'x'", "text = 'x'\nnothing = true\njugdements = {}", "nothing = true"]
        {
            assert!(parsed(&format!("[[case]]\n{slip}\n")).is_err(), "{slip}");
        }
    }
}
