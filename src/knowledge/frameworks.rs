//! Programmes, scales and frameworks, from `programmes.toml`, `scales.toml`, `frameworks/*.toml`.
//!
//! Which version applies follows from the first day of the inspection, never from publication.

use std::cmp::Reverse;
use std::ops::Range;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::KnowledgeError;
use super::embedded::Files;
use super::file;
use super::pattern::{Flaw, Pattern};
use crate::model::change::Comparability;
use crate::model::framework::{Event, FrameworkId, GradeId, JudgementId, ProgrammeId, ScaleId};

/// A programme of inspection.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Identifier.
    pub id: ProgrammeId,
    /// For people.
    pub name: String,
}

/// One grade of a scale.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Identifier.
    pub id: GradeId,
    /// For people.
    pub label: String,
    /// How reports print it; the label itself where none is given.
    #[serde(default)]
    pub printed: Vec<Pattern>,
}

/// Grades, best first.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Identifier.
    pub id: ScaleId,
    /// Best first.
    pub grades: Vec<Grade>,
}

impl Scale {
    /// A grade that it has twice.
    fn grade_told_twice(&self) -> Option<&GradeId> {
        let before = |i: usize| self.grades[..i].iter().any(|g| g.id == self.grades[i].id);
        (0..self.grades.len()).find(|&i| before(i)).map(|i| &self.grades[i].id)
    }

    /// The grade that stands first in `words`, and where; the longer of two that start together.
    pub fn first_in(&self, words: &str) -> Option<(&Grade, Range<usize>)> {
        let found = self.grades.iter().flat_map(|g| {
            let places = g.printed.iter().filter_map(|p| p.find(words));
            places.map(move |place| (g, place.range()))
        });
        found.min_by_key(|(_, range)| (range.start, Reverse(range.end)))
    }

    /// Place of a grade, 0 for the best.
    pub fn place(&self, grade: &GradeId) -> Option<usize> {
        self.grades.iter().position(|g| g.id == *grade)
    }
}

/// A judgement that a framework gives.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgementSpec {
    /// Identifier; the same across versions where the question is the same.
    pub id: JudgementId,
    /// The event that gives it; full inspections unless said.
    #[serde(default = "inspection")]
    pub event: Event,
    /// For people.
    pub label: String,
    /// The scale of its grades.
    pub scale: ScaleId,
    /// What it covers: judgements of one id, scale and scope compare fully; of one id and scale
    /// but another scope, partly; otherwise not at all.
    pub scope: String,
    /// How reports print the row of the judgement table.
    #[serde(default)]
    pub rows: Vec<Pattern>,
    /// Sentences that give a grade which the group `grade` holds in the scale's words.
    #[serde(default)]
    pub sentences: Vec<Pattern>,
    /// Whether such a sentence counts anywhere, not only in the opening.
    #[serde(default)]
    pub anywhere: bool,
    /// The framework's own sentences for its grades.
    #[serde(default, rename = "outcome")]
    pub outcomes: Vec<Outcome>,
    /// The grade of a whole document that has none of these sentences, where the framework says so.
    #[serde(default)]
    pub otherwise: Option<GradeId>,
}

/// The sentences with which a framework gives one grade.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The grade.
    pub grade: GradeId,
    /// Any of them gives it.
    pub says: Vec<Pattern>,
}

fn inspection() -> Event {
    Event::Inspection
}

/// A version of an inspection framework.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Identifier.
    pub id: FrameworkId,
    /// Its programme.
    pub programme: ProgrammeId,
    /// What the programme is called, where `programmes.toml` does not have it.
    #[serde(default)]
    pub programme_name: Option<String>,
    /// For people.
    pub name: String,
    /// Scales that `scales.toml` does not have.
    #[serde(default, rename = "scale")]
    pub scales: Vec<Scale>,
    /// Who inspects.
    pub inspectorates: Vec<String>,
    /// First day on which an inspection may start.
    pub first_day: Date,
    /// Last day on which an inspection may start.
    pub last_day: Option<Date>,
    /// What it grades; empty for narrative inspections.
    #[serde(default, rename = "judgement")]
    pub judgements: Vec<JudgementSpec>,
    /// Read by [`super::cases`].
    #[serde(default, rename = "case")]
    _cases: IgnoredAny,
}

impl Framework {
    /// Whether an inspection may start on `day` under this version.
    pub fn covers(&self, day: Date) -> bool {
        self.first_day <= day && self.last_day.is_none_or(|last| day <= last)
    }

    /// Compiles its patterns, one after another.
    fn proofs(&self) -> impl Iterator<Item = Result<(), Flaw>> {
        let rows = self.judgements.iter().flat_map(|j| j.rows.iter().chain(&j.sentences));
        let outcomes = self.judgements.iter().flat_map(|j| &j.outcomes).flat_map(|o| &o.says);
        let grades = self.scales.iter().flat_map(|scale| &scale.grades);
        let printed = grades.flat_map(|grade| &grade.printed);
        rows.chain(outcomes).chain(printed).map(Pattern::prove)
    }

    /// The judgement of an id as `event` gives it.
    pub fn judgement(&self, id: &JudgementId, event: Event) -> Option<&JudgementSpec> {
        self.judgements.iter().find(|j| j.id == *id && j.event == event)
    }
}

/// All programmes, scales and frameworks.
#[derive(Debug, Default)]
pub struct Frameworks {
    programmes: Vec<Programme>,
    scales: Vec<Scale>,
    frameworks: Vec<Framework>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProgrammeFile {
    programme: Vec<Programme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleFile {
    scale: Vec<Scale>,
}

impl Frameworks {
    /// Reads the files.
    ///
    /// # Errors
    /// A file that is not well formed, or that names an unknown programme or scale.
    pub fn parse(files: &Files) -> Result<Self, KnowledgeError> {
        let mut all = Self {
            programmes: file::toml::<ProgrammeFile>(files, "programmes.toml")?.programme,
            scales: file::toml::<ScaleFile>(files, "scales.toml")?.scale,
            frameworks: Vec::new(),
        };
        let grades = all.scales.iter().flat_map(|scale| &scale.grades);
        let printed = grades.flat_map(|grade| &grade.printed).map(Pattern::prove);
        file::accept(files, "scales.toml", printed)?;
        let mut brought = Vec::new();
        for file in files.keys().filter(|name| name.starts_with("frameworks/")) {
            let framework: Framework = file::toml(files, file)?;
            file::accept(files, file, framework.proofs())?;
            all.learn(file, &framework)?;
            brought.push((file, framework));
        }
        for (file, framework) in brought {
            all.check(file, &framework)?;
            all.frameworks.push(framework);
        }
        Ok(all)
    }

    /// Takes the programme and the scales that a framework brings with it.
    fn learn(&mut self, file: &str, framework: &Framework) -> Result<(), KnowledgeError> {
        if let (None, Some(name)) =
            (self.programme(&framework.programme), framework.programme_name.clone())
        {
            self.programmes.push(Programme { id: framework.programme.clone(), name });
        }
        for scale in &framework.scales {
            if self.scale(&scale.id).is_some() {
                let problem = format!("`{}` is in another file already", scale.id);
                return Err(wrong(file, "scale.id", problem));
            }
            if let Some(twice) = scale.grade_told_twice() {
                return Err(wrong(file, "scale.grades", format!("`{twice}` is told twice")));
            }
            self.scales.push(scale.clone());
        }
        Ok(())
    }

    fn check(&self, file: &str, framework: &Framework) -> Result<(), KnowledgeError> {
        if self.programme(&framework.programme).is_none() {
            let id = &framework.programme;
            let problem = format!("`{id}` is not in programmes.toml: give `programme_name`");
            return Err(wrong(file, "programme", problem));
        }
        if let Some(judgement) =
            framework.judgements.iter().find(|j| self.scale(&j.scale).is_none())
        {
            let problem =
                format!("`{}` is neither in scales.toml nor a [[scale]] here", judgement.scale);
            return Err(wrong(file, "judgement.scale", problem));
        }
        let named = |i: usize| (&framework.judgements[i].id, framework.judgements[i].event);
        let twice = |i: usize| (0..i).any(|before| named(before) == named(i));
        if let Some(again) = (0..framework.judgements.len()).find(|&i| twice(i)) {
            let problem = format!("`{}` is told twice", framework.judgements[again].id);
            return Err(wrong(file, "judgement.id", problem));
        }
        if framework.last_day.is_some_and(|last| last < framework.first_day) {
            return Err(wrong(file, "last_day", "it lies before `first_day`".into()));
        }
        if self.get(&framework.id).is_some() {
            let problem = format!("`{}` is in another file already", framework.id);
            return Err(wrong(file, "id", problem));
        }
        Ok(())
    }

    /// All frameworks, by file name.
    pub fn iter(&self) -> impl Iterator<Item = &Framework> {
        self.frameworks.iter()
    }

    /// All programmes, in the order of the file.
    pub fn programmes(&self) -> impl Iterator<Item = &Programme> {
        self.programmes.iter()
    }

    /// The framework of an id.
    pub fn get(&self, id: &FrameworkId) -> Option<&Framework> {
        self.frameworks.iter().find(|f| f.id == *id)
    }

    /// The programme of an id.
    pub fn programme(&self, id: &ProgrammeId) -> Option<&Programme> {
        self.programmes.iter().find(|p| p.id == *id)
    }

    /// The scale of an id.
    pub fn scale(&self, id: &ScaleId) -> Option<&Scale> {
        self.scales.iter().find(|s| s.id == *id)
    }

    /// All scales.
    pub fn scales(&self) -> impl Iterator<Item = &Scale> {
        self.scales.iter()
    }

    /// Versions of `programme` under which an inspection may start on `day`.
    pub fn covering<'a>(
        &'a self,
        programme: &'a ProgrammeId,
        day: Date,
    ) -> impl Iterator<Item = &'a Framework> {
        self.frameworks.iter().filter(move |f| f.programme == *programme && f.covers(day))
    }

    /// How far two judgements compare; none where they do not.
    pub fn comparability(
        &self,
        earlier: &JudgementSpec,
        later: &JudgementSpec,
    ) -> Option<Comparability> {
        if earlier.id != later.id || earlier.scale != later.scale {
            None
        } else if earlier.scope == later.scope {
            Some(Comparability::Full)
        } else {
            Some(Comparability::Partly)
        }
    }
}

fn wrong(file: &str, key: &str, problem: String) -> KnowledgeError {
    KnowledgeError::Invalid { file: file.into(), place: format!("key `{key}`"), problem }
}
