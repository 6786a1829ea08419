//! Doubts: contradictions and gaps that a person should look at. All codes stand here.

use serde::{Deserialize, Serialize};

/// Why a person should look at a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtCode {
    /// The inspection date lies outside the framework that the text names or implies.
    DateOutsideFramework,
    /// The text gives one judgement two grades.
    ConflictingGrades,
    /// More than one area could be meant.
    AreaAmbiguous,
    /// A result of another programme is told beside the one that was read.
    OtherResult,
    /// The text tells an inspection but names no area.
    AreaNotStated,
    /// A date was resolved from other dates, not stated.
    DateInferred,
    /// The text tells a result but not its grade.
    GradeNotStated,
    /// The text is damaged, truncated or guessed.
    TextQuality,
    /// Dates in the text contradict each other.
    ConflictingDates,
    /// The inspection fits two versions of a framework.
    FrameworkAmbiguous,
    /// The inspection cannot be placed in its series for want of any date.
    Undated,
    /// Several releases tell the same inspection differently.
    ConflictingTellings,
    /// A number of priorities is announced that the list does not have.
    CountMismatch,
    /// A heading announces a list of which no item could be read.
    ListNotRead,
    /// A person corrected a field, but the corrected release says otherwise now.
    CorrectionOverridden,
}

/// One doubt, in words for a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Doubt {
    /// What kind of doubt.
    pub code: DoubtCode,
    /// One plain sentence.
    pub message: String,
}
