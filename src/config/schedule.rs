//! When a digest is due: local wall-clock times in an IANA time zone.
//!
//! In:  a [`DigestSpec`] and moments. Out: the moments at which the digest is due.
//! Clock changes: a time that is skipped is due at the first moment after the gap, a time that comes
//! twice is due the first time (croner's rule for fixed times; tests below hold it to that).
//! No clock in here: `now` is an argument.

use std::ops::Range;

use croner::Cron;
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::route::{DigestSpec, Every, On};

/// A compiled digest schedule.
#[derive(Debug, Clone)]
pub struct Schedule {
    cron: Cron,
    zone: TimeZone,
}

/// What is wrong, and where in the file.
type Complaint = (Range<usize>, String);

const WEEKDAYS: &[&str] = &["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

impl Schedule {
    /// Compiles the schedule of a digest.
    ///
    /// # Errors
    /// The place in the file and what is wrong there.
    pub fn new(spec: &DigestSpec) -> Result<Self, Complaint> {
        let zone = TimeZone::get(spec.time_zone.get_ref()).map_err(|_| {
            let zone = spec.time_zone.get_ref().escape_debug();
            (spec.time_zone.span(), format!("`{zone}` is not an IANA time zone"))
        })?;
        let (pattern, span) = match (&spec.cron, spec.every) {
            (Some(cron), None) if spec.on.is_none() && spec.at.is_none() => {
                (cron.get_ref().clone(), cron.span())
            }
            (None, Some(every)) => (pattern(spec, every)?, spec.name.span()),
            (Some(cron), _) => {
                let problem = "`cron` says it all: leave out `every`, `on` and `at`";
                return Err((cron.span(), problem.into()));
            }
            (None, None) => return Err((spec.name.span(), "say `every` or `cron`".into())),
        };
        let cron: Cron = pattern
            .parse()
            .map_err(|error| (span.clone(), format!("`{pattern}` is no schedule: {error}")))?;
        let schedule = Self { cron, zone };
        if schedule.next(Timestamp::UNIX_EPOCH).is_none() {
            return Err((span, format!("`{pattern}` never comes")));
        }
        Ok(schedule)
    }

    /// The latest moment due at or before `now`.
    pub fn latest(&self, now: Timestamp) -> Option<Timestamp> {
        let now = Timestamp::from_second(now.as_second()).ok()?.to_zoned(self.zone.clone());
        Some(self.cron.find_previous_occurrence(&now, true).ok()?.timestamp())
    }

    /// The first moment due after `now`.
    pub fn next(&self, now: Timestamp) -> Option<Timestamp> {
        let now = Timestamp::from_second(now.as_second()).ok()?.to_zoned(self.zone.clone());
        Some(self.cron.find_next_occurrence(&now, false).ok()?.timestamp())
    }

    /// The zone that its times are in.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

/// The cron pattern of `every`, `on` and `at`.
fn pattern(spec: &DigestSpec, every: Every) -> Result<String, Complaint> {
    let at = match &spec.at {
        None => Time::midnight(),
        Some(at) => Time::strptime("%H:%M", at.get_ref()).map_err(|_| {
            let words = at.get_ref().escape_debug();
            (at.span(), format!("`{words}` is not a time such as 08:00"))
        })?,
    };
    let (minute, hour) = (at.minute(), at.hour());
    let Some(on) = &spec.on else {
        return match every {
            Every::Day => Ok(format!("{minute} {hour} * * *")),
            Every::Week | Every::Month => {
                Err((spec.name.span(), "say `on` which day it goes out".into()))
            }
        };
    };
    let day = match (every, on.get_ref()) {
        (Every::Week, On::Weekday(name)) => weekday(name).map(|day| format!("* * {day}")),
        (Every::Month, On::Day(day)) if (1..=28).contains(day) => Some(format!("{day} * *")),
        (Every::Month, On::Weekday(last)) if last == "last" => Some("L * *".into()),
        _ => None,
    };
    day.map(|day| format!("{minute} {hour} {day}")).ok_or_else(|| {
        let problem = match every {
            Every::Day => "`on` is for weeks and months",
            Every::Week => "say a weekday such as \"monday\"",
            Every::Month => "say a day of the month from 1 to 28, or \"last\"",
        };
        (on.span(), problem.into())
    })
}

fn weekday(name: &str) -> Option<usize> {
    let name = name.to_ascii_lowercase();
    let full = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    full.iter().position(|f| *f == name).or_else(|| WEEKDAYS.iter().position(|w| *w == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(toml: &str) -> Schedule {
        let spec: DigestSpec = toml::from_str(&format!("name = 'd'\n{toml}")).expect("keys exist");
        Schedule::new(&spec).expect("a schedule")
    }

    #[track_caller]
    fn case(toml: &str, now: &str, latest: &str, next: &str) {
        let (schedule, now) = (schedule(toml), now.parse().expect("a moment"));
        let words = |moment: Option<Timestamp>| moment.expect("comes").to_string();
        assert_eq!(words(schedule.latest(now)), latest, "latest");
        assert_eq!(words(schedule.next(now)), next, "next");
    }

    #[test]
    fn wall_clock_times_hold_through_clock_changes() {
        let eight = "every='day'\nat='08:00'";
        case(eight, "2026-03-28T08:00:00Z", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z");
        case(eight, "2026-10-24T07:00:00.9Z", "2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z");
        // 01:30 on 29 March 2026 does not exist in London: the first moment after the gap.
        let skipped = "every='day'\nat='01:30'";
        case(skipped, "2026-03-29T00:59:59Z", "2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z");
        case(skipped, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
        // 01:30 on 25 October 2026 comes twice: the first counts.
        case(skipped, "2026-10-25T00:31:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        case(skipped, "2026-10-25T01:31:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    #[test]
    fn weeks_months_and_cron() {
        let monday = "every='week'\non='monday'\nat='08:00'\ntime_zone='America/New_York'";
        case(monday, "2026-11-22T00:00:00Z", "2026-11-16T13:00:00Z", "2026-11-23T13:00:00Z");
        let first = "every='month'\non=1";
        case(first, "2026-02-10T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
        let last = "every='month'\non='last'\nat='18:00'";
        case(last, "2028-02-29T18:00:00Z", "2028-02-29T18:00:00Z", "2028-03-31T17:00:00Z");
        let cron = "cron='0 9 * * MON-FRI'\ntime_zone='UTC'";
        case(cron, "2026-11-22T12:00:00Z", "2026-11-20T09:00:00Z", "2026-11-23T09:00:00Z");
    }
}
