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
