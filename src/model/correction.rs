//! Corrections by people: they outrank every release and survive reading again.
//!
//! A correction names a telling, never a row or an inspection, because inspections are worked out
//! anew from what is told. What it says holds for the whole inspection that the telling is part of.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::area::AreaRef;
use super::date::DateRange;
use super::framework::{Event, FrameworkId, GradeId, JudgementId};
use super::reading::PriorityKind;
use super::series::{SeriesKey, TellingRef};

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The series that it concerns.
    pub series: SeriesKey,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it.
    pub who: String,
    /// Why, in their words.
    pub why: String,
    /// What is corrected.
    pub action: Action,
}

/// A correction as it is kept: it stays visible when it is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCorrection {
    /// Its number, by which people name it.
    pub number: i64,
    /// What was corrected.
    pub correction: Correction,
    /// Who took it back, if anybody did; then it has no effect.
    pub undone: Option<Undone>,
}

/// That a correction was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub who: String,
    /// Why, in their words.
    pub why: String,
}

/// What a person corrects. A later action of the same kind about the same thing wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "kebab-case")]
pub enum Action {
    /// Sets a field of an inspection, or clears it.
    Field {
        /// A telling of the inspection.
        of: TellingRef,
        /// The field and its new value.
        #[serde(flatten)]
        field: Field,
    },
    /// Two tellings tell one inspection.
    Merge {
        /// One.
        one: TellingRef,
        /// The other.
        other: TellingRef,
    },
    /// Two tellings tell different inspections.
    Split {
        /// One.
        one: TellingRef,
        /// The other.
        other: TellingRef,
    },
    /// A later priority continues an earlier one; both by their texts.
    Link {
        /// The earlier item.
        earlier: String,
        /// The later item.
        later: String,
    },
    /// A later priority does not continue an earlier one.
    Unlink {
        /// The earlier item.
        earlier: String,
        /// The later item.
        later: String,
    },
    /// A telling is about another area.
    Area {
        /// The telling.
        of: TellingRef,
        /// The right area.
        area: AreaRef,
    },
    /// A telling tells no inspection result at all.
    Dismiss {
        /// The telling.
        of: TellingRef,
    },
}

impl Action {
    /// The tellings that it names; none where it is about priorities by their words.
    pub fn tellings(&self) -> Vec<&TellingRef> {
        match self {
            Self::Field { of, .. } | Self::Area { of, .. } | Self::Dismiss { of } => vec![of],
            Self::Merge { one, other } | Self::Split { one, other } => vec![one, other],
            Self::Link { .. } | Self::Unlink { .. } => Vec::new(),
        }
    }
}

/// A field and what it is to hold; none clears it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "kebab-case")]
pub enum Field {
    /// Fieldwork dates.
    Inspected(Option<DateRange>),
    /// Framework version.
    Framework(Option<FrameworkId>),
    /// Kind of visit.
    Event(Event),
    /// The grade of one judgement.
    Grade(JudgementId, Option<GradeId>),
    /// Adds an improvement area, or changes the kind of the one with this text.
    Priority(PriorityKind, String),
    /// Takes out the improvement area with this text.
    NoPriority(String),
}
