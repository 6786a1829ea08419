//! What changed between inspections: stream 2 of the contract (`inspectwatch log --format json`).

use serde::{Deserialize, Serialize};

use super::area::AreaRef;
use super::date::DateRange;
use super::framework::{FrameworkId, GradeId, JudgementId, ProgrammeId};
use super::reading::PriorityKind;

/// What kind of entry the change log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// A judgement has another grade than before, on scales that compare.
    Rating,
    /// An improvement area is new, carried, reworded or no longer raised.
    Priority,
    /// The first inspection of a series.
    First,
    /// The frameworks' scales do not compare.
    NotComparable,
    /// Something recorded before was altered or withdrawn.
    Correction,
}

/// Which way a grade moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// To a better grade.
    Improved,
    /// To a worse grade.
    Declined,
    /// Never logged as a rating change.
    Unchanged,
}

/// How far two judgements of different inspections compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparability {
    /// The same judgement of the same or an equivalent framework version.
    Full,
    /// The same words but a changed scope.
    Partly,
}

/// What became of a priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PriorityStatus {
    /// Not on the list before.
    New,
    /// On the list before, in the same words or nearly so.
    Carried,
    /// The same concern in other words.
    Reworded,
    /// On the list before, not now.
    NoLongerRaised,
}

/// Whether the earlier inspection is in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EarlierBasis {
    /// The store holds it.
    Recorded,
    /// Only the later release states its grade and year.
    Stated,
}

/// How alike two wordings are, in hundredths (0 to 100); printed as 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "f64", into = "f64")]
pub struct Similarity(pub u8);

impl From<f64> for Similarity {
    fn from(share: f64) -> Self {
        // In range after the clamp, so the cast cannot lose anything but the fraction.
        Self((share.clamp(0.0, 1.0) * 100.0).round() as u8)
    }
}

impl From<Similarity> for f64 {
    fn from(similarity: Similarity) -> Self {
        f64::from(similarity.0) / 100.0
    }
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Only on the earlier side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<EarlierBasis>,
    /// Framework version, where known.
    pub framework: Option<FrameworkId>,
    /// Fieldwork dates, where known.
    pub inspected: Option<DateRange>,
    /// Whether no release states the fieldwork, so that `inspected` is only the time before a
    /// publication in which it must have been.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bounded: bool,
    /// Digests of the releases that tell it, sorted: names and arrival do not matter.
    pub releases: Vec<String>,
}

/// One entry of the change log, as the contract prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Derives from what the change says, not from when or from which file it came.
    pub id: String,
    /// When it was appended, RFC 3339, UTC. Empty until the store has recorded it.
    pub recorded_at: String,
    /// What kind of entry.
    pub kind: ChangeKind,
    /// The area.
    pub area: AreaRef,
    /// The programme.
    pub programme: ProgrammeId,
    /// `rating`, `not-comparable`: which judgement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<JudgementId>,
    /// `rating`: the grade before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<GradeId>,
    /// `rating`: the grade now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<GradeId>,
    /// `rating`: which way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// `rating`: how far the two compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparability: Option<Comparability>,
    /// `priority`: what became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<PriorityStatus>,
    /// `priority`: urgent before or now (the later item's kind; the earlier's when no longer raised).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority_kind: Option<PriorityKind>,
    /// `priority`: marked when it became, or ceased to be, a priority action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_kind: Option<PriorityKind>,
    /// `priority`: its words before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_text: Option<String>,
    /// `priority`: its words now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later_text: Option<String>,
    /// `priority`: 0 to 1, rounded to two places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub similarity: Option<Similarity>,
    /// Why, in plain words: what matched, why scales do not compare, what was corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// `correction`: the ids of the entries it withdraws.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdraws: Vec<String>,
    /// The inspection before; none for `first`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Side>,
    /// The inspection that the entry is about.
    pub later: Side,
}

/// Place of an entry among all, by what it says: oldest inspection first.
pub type Order<'a> = (
    (Option<jiff::civil::Date>, &'a AreaRef, &'a ProgrammeId, Option<DateRange>),
    (u8, Option<&'a JudgementId>, Option<PriorityStatus>),
    (Option<&'a str>, Option<&'a str>, &'a str),
);

impl Change {
    /// Key by which entries are ordered, whatever the order in which they came.
    pub fn order(&self) -> Order<'_> {
        let inspected = self.later.inspected;
        let kind = match self.kind {
            ChangeKind::First => 0,
            ChangeKind::Rating => 1,
            ChangeKind::NotComparable => 2,
            ChangeKind::Priority => 3,
            ChangeKind::Correction => 4,
        };
        (
            (inspected.map(|days| days.from), &self.area, &self.programme, inspected),
            (kind, self.judgement.as_ref(), self.status),
            (self.later_text.as_deref(), self.earlier_text.as_deref(), &self.id),
        )
    }
}
