//! What recording something changed in one series: what the rules of `alert` decide about.
//!
//! `pipeline` makes it, in the transaction that appends the entries; the rules answer with rows for
//! the outbox, and the same transaction puts them there.

use jiff::civil::Date;

use super::alert::{AlertRow, Quote};
use super::change::Change;
use super::doubt::Doubt;
use super::reading::Telling;
use super::series::SeriesKey;

/// All entries that one recorded release, or one person's correction, added to the log of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// The series.
    pub series: SeriesKey,
    /// Entries added, in the order of the log: by inspection, a correction before what stands in
    /// its place.
    pub entries: Vec<NewEntry>,
}

/// Why an entry was added.
#[derive(Debug, Clone, PartialEq)]
pub enum Cause {
    /// It is about the newest inspection of its series and says something that no entry said.
    Fresh,
    /// An older inspection came late: the entry fills history or compares with what came.
    /// Nobody is alerted.
    Late,
    /// It says what an entry said that was withdrawn at the same time, but for details such as
    /// dates; whoever was told need not be told again. Where the withdrawn entry's alert had not
    /// been sent the cause is `Fresh`.
    Restated,
    /// It is a correction.
    Correction(Box<Withdrawn>),
    /// A person's correction or reading again added it, not a release. Nobody is alerted.
    Revised,
}

/// What a correction withdrew.
#[derive(Debug, Clone, PartialEq)]
pub struct Withdrawn {
    /// The entry as it stood.
    pub change: Change,
    /// The entry that stands in its place, if one does.
    pub instead: Option<Change>,
    /// Whether what it said holds no longer: false where only details such as dates differ.
    pub differs: bool,
    /// Alerts that told of it and were sent: their recipients get a correction where it differs.
    /// (Alerts not yet sent are suppressed by `pipeline`.)
    pub told: Vec<AlertRow>,
}

/// One entry added to the log.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// The entry.
    pub change: Change,
    /// Why it was added.
    pub cause: Cause,
    /// Of the later inspection: what all its releases tell, put together.
    pub inspection: Option<Telling>,
    /// First day on which a release that tells the later inspection may have been published.
    pub published: Option<Date>,
    /// Whether a person should look before anybody is told: readings conflict or were guessed.
    pub doubts: Vec<Doubt>,
    /// Words of the releases that prove what the entry says.
    pub quotes: Vec<Quote>,
}
