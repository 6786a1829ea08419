//! Days and moments in words.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, fmt::strtime};

use crate::model::date::DateRange;

/// `17 March 2025`.
pub(super) fn day(day: Date) -> String {
    let (number, year) = (day.day(), day.year());
    format!("{number} {} {year}", strtime::format("%B", day).unwrap_or_default())
}

/// `17 to 21 March 2025`, `28 February to 4 March 2025`, `March 2025`, `2025`.
pub(super) fn days(range: DateRange) -> String {
    let (from, to) = (range.from, range.to);
    let whole_months = from.day() == 1 && to == to.last_of_month();
    let month = || strtime::format("%B %Y", to).unwrap_or_default();
    if from == to {
        day(to)
    } else if whole_months && from.year() == to.year() && from.month() == 1 && to.month() == 12 {
        to.year().to_string()
    } else if whole_months && from.first_of_month() == to.first_of_month() {
        month()
    } else if from.first_of_month() == to.first_of_month() {
        format!("{} to {}", from.day(), day(to))
    } else if from.year() == to.year() {
        let month = strtime::format("%B", from).unwrap_or_default();
        format!("{} {month} to {}", from.day(), day(to))
    } else {
        format!("{} to {}", day(from), day(to))
    }
}

/// `Monday 2 March 2026, 08:00`.
pub(super) fn moment(moment: Timestamp, zone: &TimeZone) -> String {
    let local = moment.to_zoned(zone.clone());
    let clock = strtime::format("%H:%M", local.datetime()).unwrap_or_default();
    let weekday = strtime::format("%A", local.date()).unwrap_or_default();
    format!("{weekday} {}, {clock}", day(local.date()))
}
