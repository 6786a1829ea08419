//! Days and ranges of days, as inspections and publications have them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// First and last day of something, both included. A date known to the month spans the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// First day.
    pub from: Date,
    /// Last day; never before `from`.
    pub to: Date,
}

impl DateRange {
    /// A range of one day.
    pub fn day(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// All days of a month; `None` if there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let from = Date::new(year, month, 1).ok()?;
        Some(Self { from, to: from.last_of_month() })
    }

    /// All days of a year; `None` outside years 1 to 9999.
    pub fn year(year: i16) -> Option<Self> {
        Some(Self { from: Date::new(year, 1, 1).ok()?, to: Date::new(year, 12, 31).ok()? })
    }

    /// Whether the two ranges share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// The English names of the months, in order.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month, 1 to 12, whose name or its first three letters a word begins with, in
/// whatever letters: "Sept", "JUNE".
pub fn month_of(name: &str) -> Option<i8> {
    let short = name.as_bytes().get(..3)?;
    let is = |month: &&str| month.as_bytes()[..3].eq_ignore_ascii_case(short);
    (1..).zip(MONTHS).find(|(_, month)| is(month)).map(|(number, _)| number)
}

/// How a publication date became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateBasis {
    /// The text says it.
    Stated,
    /// The file's format carries it.
    Metadata,
    /// Resolved from other dates in the text.
    Inferred,
}

/// When a release was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// First possible day.
    pub from: Date,
    /// Last possible day.
    pub to: Date,
    /// How this is known.
    pub basis: DateBasis,
}
