//! Durations and sizes as people write them.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;
use serde::de::{self, Visitor};

/// A duration written as a number of seconds or in words such as `1 hour 30 minutes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period(pub Duration);

/// A size written as a number of bytes or in words such as `50 MB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bytes(pub u64);

/// Unit: seconds.
const PERIODS: &[(&str, u64)] = &[
    ("s", 1),
    ("sec", 1),
    ("second", 1),
    ("m", 60),
    ("min", 60),
    ("minute", 60),
    ("h", 3600),
    ("hour", 3600),
    ("d", 86_400),
    ("day", 86_400),
    ("w", 604_800),
    ("week", 604_800),
];

/// Unit: bytes.
const SIZES: &[(&str, u64)] = &[
    ("b", 1),
    ("byte", 1),
    ("kb", 1_000),
    ("kib", 1 << 10),
    ("mb", 1_000_000),
    ("mib", 1 << 20),
    ("gb", 1_000_000_000),
    ("gib", 1 << 30),
];

impl Period {
    /// The duration in whole seconds.
    pub fn seconds(self) -> u64 {
        self.0.as_secs()
    }
}

/// Adds up `number unit` pairs; `None` for anything else, or past 64 bits.
fn sum(words: &str, units: &[(&str, u64)]) -> Option<u64> {
    let mut rest = words.trim();
    let mut total: Option<u64> = None;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: u64 = rest[..digits].parse().ok()?;
        rest = rest[digits..].trim_start();
        let letters = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let unit = rest[..letters].to_ascii_lowercase();
        let find = |name: &str| units.iter().find(|(unit, _)| *unit == name);
        let (_, factor) = find(&unit).or_else(|| find(unit.strip_suffix('s')?))?;
        total = Some(total.unwrap_or(0).checked_add(number.checked_mul(*factor)?)?);
        rest = rest[letters..].trim_start();
    }
    total
}

struct Measure(&'static [(&'static str, u64)], &'static str);

impl Visitor<'_> for Measure {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<u64, E> {
        u64::try_from(number).map_err(|_| E::invalid_value(de::Unexpected::Signed(number), &self))
    }

    fn visit_str<E: de::Error>(self, words: &str) -> Result<u64, E> {
        sum(words, self.0).ok_or_else(|| E::invalid_value(de::Unexpected::Str(words), &self))
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a duration such as \"5 minutes\", or a number of seconds";
        let seconds = deserializer.deserialize_any(Measure(PERIODS, expected))?;
        Ok(Self(Duration::from_secs(seconds)))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a size such as \"50 MB\", or a number of bytes";
        deserializer.deserialize_any(Measure(SIZES, expected)).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(words: &str, units: &[(&str, u64)], want: Option<u64>) {
        assert_eq!(sum(words, units), want, "{words}");
    }

    #[test]
    fn measures_are_words_with_units() {
        case("2 seconds", PERIODS, Some(2));
        case("1 hour 30min", PERIODS, Some(5400));
        case("30 days", PERIODS, Some(2_592_000));
        case("50 MB", SIZES, Some(50_000_000));
        case("512KiB", SIZES, Some(524_288));
        case("", PERIODS, None);
        case("5", PERIODS, None);
        case("5 fortnights", PERIODS, None);
        case("-5 s", PERIODS, None);
        case("99999999999999999999 s", PERIODS, None);
        case("9999999999999999999 weeks", PERIODS, None);
    }
}
