//! What a telling says about when its inspection was.
//!
//! Council releases date loosely: "last month" in August may mean the publication of a report about
//! fieldwork in March. So only reports and plainly stated dates are firm; a publication bounds.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::model::date::DateRange;
use crate::model::doubt::DoubtCode;
use crate::model::reading::Source;
use crate::model::series::Told;

/// Fieldwork lies within this many days before its first publication. The longest lag known is
/// about 150.
const LONGEST_LAG: i32 = 180;

/// A publication known less precisely than this many days gives no hold.
const LOOSEST_PUBLICATION: i64 = 92;

/// When an inspection was, as one telling has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// On these days, or, where only the month is stated, within them.
    Firm(DateRange),
    /// Some time within these days, because it was published or spoken of at their end.
    Bounded(DateRange),
    /// No hold at all.
    Unknown,
}

impl When {
    /// What a telling says.
    pub fn of(told: &Told) -> Self {
        let telling = &told.telling;
        let doubted = |codes: &[DoubtCode]| telling.doubts.iter().any(|d| codes.contains(&d.code));
        let loose = [DoubtCode::DateInferred, DoubtCode::ConflictingDates];
        let wrong = [DoubtCode::DateOutsideFramework, DoubtCode::Undated];
        match telling.inspected {
            Some(days) if telling.source == Source::Report => return Self::Firm(days),
            Some(days) if !doubted(&loose) && !doubted(&wrong) => return Self::Firm(days),
            _ => {}
        }
        let spoken = telling.inspected.filter(|_| !doubted(&wrong));
        let published = told.published.map(|p| DateRange { from: p.from, to: p.to });
        let precise = |days: &DateRange| days_between(days.from, days.to) <= LOOSEST_PUBLICATION;
        match published.filter(precise).or(spoken.filter(precise)) {
            Some(known) => Self::Bounded(DateRange {
                from: back(known.from, LONGEST_LAG.days()),
                to: known.to,
            }),
            None => Self::Unknown,
        }
    }
}

/// Days from `from` to `to`; negative where `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// Days between two ranges; 0 where they touch or overlap.
pub fn gap(one: &DateRange, other: &DateRange) -> i64 {
    days_between(one.to, other.from).max(days_between(other.to, one.from)).max(0)
}

fn back(day: Date, by: Span) -> Date {
    day.saturating_sub(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_count_days_between_ranges_in_either_order() {
        let range = |from: &str, to: &str| DateRange {
            from: from.parse().expect("a day"),
            to: to.parse().expect("a day"),
        };
        let (one, other) = (range("2021-03-01", "2021-03-05"), range("2021-03-10", "2021-03-12"));
        assert_eq!((gap(&one, &other), gap(&other, &one)), (5, 5));
        assert_eq!(gap(&one, &range("2021-03-04", "2021-04-01")), 0);
    }
}
