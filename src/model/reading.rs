//! What one release says: stream 1 of the contract (`inspectwatch read --format json`).

use serde::{Deserialize, Serialize};

use super::area::AreaRef;
use super::date::{DateRange, Published};
use super::doubt::Doubt;
use super::framework::{Event, FrameworkId, GradeId, JudgementId, ProgrammeId};
use super::text::{Evidence, Span};

/// The reading of one release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The path that was given.
    pub path: String,
    /// `blake3:` and the hash of the bytes, in hex.
    pub digest: String,
    /// Media type found in the bytes, whatever the name says.
    pub media_type: String,
    /// Why it could not be read, if it could not.
    pub error: Option<ReadFailure>,
    /// When it was published.
    pub published: Option<Published>,
    /// What it tells; empty where it tells no local area's inspection.
    pub inspections: Vec<Telling>,
    /// Results that it seems to tell, but that were not read: a person should look.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
}

/// Why a release could not be read; the file stays where it lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
pub struct ReadFailure {
    /// For machines.
    pub code: FailureCode,
    /// One plain sentence for people.
    pub message: String,
}

/// Kinds of failure, as the contract names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureCode {
    /// No format that is read, or a web server's error page.
    Unsupported,
    /// The right format, but damaged; or the file cannot be opened.
    Unreadable,
    /// Needs a password.
    Encrypted,
    /// Over the size limit.
    TooLarge,
    /// No bytes, or no words.
    Empty,
    /// Pages without a text layer, such as scans.
    NoText,
}

/// Whose words a release is. A report outranks a release about the same inspection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A press release, news item, minute or web page.
    Release,
    /// The inspectorate's own report or letter.
    Report,
}

/// What a release tells of one inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// The area inspected; none where the release does not say which. Such a telling stands in no
    /// series until a person says whose it is.
    pub area: Option<AreaRef>,
    /// The programme.
    pub programme: ProgrammeId,
    /// The framework version; none where the text does not decide it.
    pub framework: Option<FrameworkId>,
    /// The kind of visit.
    pub event: Event,
    /// Fieldwork dates.
    pub inspected: Option<DateRange>,
    /// Grades given.
    pub judgements: Vec<Judgement>,
    /// What must improve.
    pub improvement_areas: Vec<ImprovementArea>,
    /// Grades of earlier inspections that the release states.
    pub previous: Vec<PreviousGrade>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
    /// Whose words these are.
    pub source: Source,
}

/// How firmly a grade is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// In so many words, or in the framework's own outcome sentence.
    Stated,
    /// A paraphrase that the framework's data resolves.
    Implied,
}

/// One grade given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Which judgement.
    pub id: JudgementId,
    /// Which grade.
    pub grade: GradeId,
    /// How firmly.
    pub basis: Basis,
    /// The words; never empty.
    pub evidence: Vec<Evidence>,
}

/// Whether something is urgent in the framework's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PriorityKind {
    /// Area for priority action, written statement of action area, priority and immediate action.
    PriorityAction,
    /// Area for improvement, recommendation.
    Improvement,
}

/// One thing that must improve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImprovementArea {
    /// Urgent or not.
    pub kind: PriorityKind,
    /// The whole item, white space normalised, without list marker.
    pub text: String,
    /// Who must act, where the report names a body beside the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// The words; never empty.
    pub evidence: Vec<Evidence>,
}

/// A grade of an earlier inspection that the release states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviousGrade {
    /// Which judgement.
    pub id: JudgementId,
    /// Which grade.
    pub grade: GradeId,
    /// The year it was given, if stated.
    pub year: Option<i16>,
    /// The words; never empty.
    pub evidence: Vec<Evidence>,
}

/// Why a field was or was not filled: what `read --explain` shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The field, such as `area`, `judgement overall`, `inspected`.
    pub field: String,
    /// What was decided: the value, or none for an abstention.
    pub value: Option<String>,
    /// The rule that decided, in plain words.
    pub reason: String,
    /// The words it rests on.
    pub spans: Vec<Span>,
    /// How much it weighs.
    pub weight: Weight,
}

/// How much a decision weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// By a rule whose results are as good as certain.
    Sure,
    /// By another rule.
    Likely,
    /// Of an inspection that the text then does not tell; where nothing was decided, why it does not.
    Untold,
}

impl Decision {
    /// Marks what was decided so far of an inspection that is not told after all; when the text was
    /// published is told without one.
    pub fn leave_untold(decided: &mut [Self]) {
        for decision in decided.iter_mut().filter(|d| d.value.is_some() && d.field != "published") {
            decision.weight = Weight::Untold;
        }
    }
}

/// Everything extraction concludes from one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extraction {
    /// When the release was published.
    pub published: Option<Published>,
    /// What it tells.
    pub inspections: Vec<Telling>,
    /// Results that it seems to tell, but that were not read.
    pub doubts: Vec<Doubt>,
    /// Why, field by field.
    pub decisions: Vec<Decision>,
}
