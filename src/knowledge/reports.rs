//! How the inspectorates' own documents look, from `reports/*.toml`: one file per kind of document.
//!
//! A [`Shape`] says how to know such a document by its opening, where its area and fieldwork dates
//! stand, and which headings open and close its lists. Which framework version applies follows from
//! the date; what the version grades stands in `frameworks/*.toml`.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::KnowledgeError;
use super::embedded::Files;
use super::file;
use super::frameworks::Frameworks;
use super::needed::Needs;
use super::pattern::{Flaw, Pattern, Whole};
use crate::model::framework::{Event, FrameworkId, ProgrammeId};
use crate::model::reading::PriorityKind;

/// One kind of document that inspectorates publish.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// Identifier, for explanations.
    pub id: String,
    /// For people.
    pub name: String,
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// What it tells.
    pub event: Event,
    /// Versions that publish in this shape, oldest first.
    pub frameworks: Vec<FrameworkId>,
    /// One of them must stand in the opening.
    pub title: Vec<Pattern>,
    /// All of them must stand in the opening too: press releases quote titles, not these.
    #[serde(default)]
    pub marks: Vec<Pattern>,
    /// None of them may stand in the opening: others write letters about visits, too.
    #[serde(default)]
    pub unless: Vec<Pattern>,
    /// Where the area is named, surest first; the group `area` holds the words to look into.
    pub area: Vec<Pattern>,
    /// What the fieldwork dates follow.
    #[serde(default)]
    pub fieldwork: Vec<Pattern>,
    /// What the publication date follows.
    #[serde(default)]
    pub published: Vec<Pattern>,
    /// Whether a date that stands alone at the head is the publication date.
    #[serde(default)]
    pub letter: bool,
    /// Whether the page headers repeat the fieldwork dates.
    #[serde(default)]
    pub dated_furniture: bool,
    /// The summary that may tell the overall grade given before.
    #[serde(default)]
    pub summary: Option<Summary>,
    /// Lists of what must improve.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
    /// Headings and phrases that close any list.
    #[serde(default)]
    pub closing: Vec<Whole>,
    /// Beginnings of paragraphs that close any list.
    #[serde(default)]
    pub closing_words: Vec<Pattern>,
    /// Headings after which the document is about something else.
    #[serde(default)]
    pub ends: Vec<Whole>,
    /// Read by [`super::cases`].
    #[serde(default, rename = "case")]
    _cases: IgnoredAny,
}

/// Where the summary of a report stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// The heading before which it ends.
    pub before: Vec<Whole>,
    /// Words that give a grade, with the group `grade`.
    pub says: Vec<Pattern>,
    /// Words that say that a grade goes on, with the group `grade`.
    #[serde(default)]
    pub continues: Vec<Pattern>,
    /// Where a clause begins: what stands before it says nothing about the grade in it.
    #[serde(default)]
    pub clause: Vec<Pattern>,
    /// What makes a clause, up to its grade, tell something else than the whole.
    #[serde(default)]
    pub unless: Vec<Pattern>,
    /// What makes the year behind it that of something else than a full inspection.
    #[serde(default)]
    pub visits: Vec<Pattern>,
    /// What begins with "for" behind a grade, yet says how often or long it was given, not for what.
    #[serde(default)]
    pub times: Vec<Pattern>,
    /// What points back to the inspection that the sentence before dates.
    #[serde(default)]
    pub then: Vec<Pattern>,
}

/// One list of what must improve.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// What its items are.
    pub kind: PriorityKind,
    /// The words of its heading, or of the sentence that leads into the list.
    pub heading: Vec<Whole>,
    /// Whether headings that are not named anywhere divide the list instead of ending it.
    #[serde(default)]
    pub subheadings: bool,
    /// Whether only the first such list of the document counts.
    #[serde(default)]
    pub first_only: bool,
    /// Whether paragraphs are items where the list has no bullets.
    #[serde(default)]
    pub prose: bool,
    /// Paragraphs that say that there is nothing to list.
    #[serde(default)]
    pub nothing: Vec<Pattern>,
    /// Heads of the table column that names who must act.
    #[serde(default)]
    pub responsible: Vec<Whole>,
}

impl Shape {
    /// Words that its documents have: of each list one.
    fn needed(&self) -> Vec<Vec<String>> {
        let title: Option<Vec<_>> = self.title.iter().map(Pattern::needed).collect();
        let title = title.map(|words| words.concat());
        title.into_iter().chain(self.marks.iter().filter_map(Pattern::needed)).collect()
    }

    /// Compiles its patterns, one after another.
    fn proofs(&self) -> impl Iterator<Item = Result<(), Flaw>> {
        let opening =
            [&self.title, &self.marks, &self.unless, &self.area, &self.fieldwork, &self.published];
        let summary = self.summary.iter().flat_map(|summary| {
            // By name, so that whoever adds a list is asked about it here.
            let Summary { before: _, says, continues, clause, unless, visits, times, then } =
                summary;
            [says, continues, clause, unless, visits, times, then].into_iter().flatten()
        });
        let nothing = self.sections.iter().flat_map(|s| &s.nothing);
        let patterns = opening.into_iter().flatten().chain(&self.closing_words);
        let before = self.summary.iter().flat_map(|s| &s.before);
        let headings = self.sections.iter().flat_map(|s| s.heading.iter().chain(&s.responsible));
        let wholes = self.closing.iter().chain(&self.ends).chain(before).chain(headings);
        let patterns = patterns.chain(summary).chain(nothing).map(Pattern::prove);
        patterns.chain(wholes.map(Whole::prove))
    }
}

/// All shapes, by file name.
#[derive(Debug, Default)]
pub struct Reports {
    shapes: Vec<Shape>,
    needs: OnceLock<Needs>,
}

impl Reports {
    /// Reads `reports/*.toml`.
    ///
    /// # Errors
    /// A file that is not well formed, a pattern that is no regular expression, or a shape of an
    /// unknown framework or one of another programme.
    pub fn parse(files: &Files, frameworks: &Frameworks) -> Result<Self, KnowledgeError> {
        let mut all = Self::default();
        let mut ids = BTreeSet::new();
        for file in files.keys().filter(|name| name.starts_with("reports/")) {
            let shape: Shape = file::toml(files, file)?;
            file::accept(files, file, shape.proofs())?;
            check(file, &shape, frameworks)?;
            if !ids.insert(shape.id.clone()) {
                let problem = format!("`{}` is in another file already", shape.id);
                return Err(invalid(file, "id", problem));
            }
            all.shapes.push(shape);
        }
        Ok(all)
    }

    /// All shapes.
    pub fn iter(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.iter()
    }

    /// Shapes that a document which opens with `words` may have: it has words that their titles and
    /// marks need.
    pub fn possible(&self, words: &str) -> impl Iterator<Item = &Shape> {
        let needs = self.needs.get_or_init(|| Needs::new(self.iter().map(Shape::needed)));
        let met = needs.met(words).into_iter();
        self.iter().zip(met).filter_map(|(shape, met)| met.then_some(shape))
    }
}

fn check(file: &str, shape: &Shape, frameworks: &Frameworks) -> Result<(), KnowledgeError> {
    for id in &shape.frameworks {
        match frameworks.get(id) {
            None => {
                let problem = format!("`{id}` is not in frameworks/: add it there first");
                return Err(invalid(file, "frameworks", problem));
            }
            Some(framework) if framework.programme != shape.programme => {
                let problem = format!("`{id}` belongs to `{}`", framework.programme);
                return Err(invalid(file, "programme", problem));
            }
            Some(_) => {}
        }
    }
    if let Some(pattern) = shape.area.iter().find(|p| !p.has_group("area")) {
        let problem = format!("`{pattern}` has no group `(?P<area>...)`");
        return Err(invalid(file, "area", problem));
    }
    let says = shape.summary.iter().flat_map(|s| s.says.iter().chain(&s.continues));
    if let Some(pattern) = says.into_iter().find(|p| !p.has_group("grade")) {
        let problem = format!("`{pattern}` needs the group `grade`");
        return Err(invalid(file, "summary.says", problem));
    }
    Ok(())
}

fn invalid(file: &str, key: &str, problem: String) -> KnowledgeError {
    KnowledgeError::Invalid { file: file.into(), place: format!("key `{key}`"), problem }
}
