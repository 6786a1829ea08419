//! Why someone is not told. Shown alike in `alerts`, `explain` and the log.

use std::fmt;

use jiff::civil::Date;

use crate::model::alert::UNDATED;

/// A reason for silence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// The news is older than `alerts.max_age`.
    OldNews {
        /// The day from which its age counts.
        day: Date,
        /// The configured age in days.
        max_days: i64,
    },
    /// A later inspection of the series is recorded already.
    LateArrival,
    /// An earlier inspection arrived late and altered the comparison.
    Consequence,
    /// A person corrected the record.
    ByCorrection,
    /// Read again after an upgrade.
    Quiet,
    /// The inspection has no date to go by.
    Undated,
    /// Every priority is carried over and no grade changed.
    NothingNew,
    /// No route leads to anyone.
    NoRoute,
    /// A mute bites.
    Muted {
        /// Why it was set.
        reason: String,
        /// Its last day.
        until: Date,
    },
    /// This recipient knows already.
    AlreadyTold,
    /// A correction to this recipient says it.
    Covered,
    /// Nobody was told what is corrected.
    NobodyTold,
    /// What replaces it says the same to a reader.
    SameInSubstance,
    /// `alerts.dry_run` is on.
    DryRun,
    /// The address is not in `alerts.allow`.
    NotAllowed,
    /// The change was withdrawn before it was sent.
    WithdrawnUnsent {
        /// Why it was withdrawn.
        reason: String,
    },
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OldNews { day, max_days } => {
                write!(f, "old news: of {day}, more than {max_days} days ago (`alerts.max_age`)")
            }
            Self::LateArrival => {
                f.write_str("late arrival: a later inspection of this series is recorded already")
            }
            Self::Consequence => f.write_str(
                "a consequence for the record only: another inspection of this series arrived",
            ),
            Self::ByCorrection => {
                f.write_str("a person corrected the record: only those who were told hear of it")
            }
            Self::Quiet => f.write_str("read again on request, which alerts nobody"),
            Self::Undated => f.write_str(UNDATED),
            Self::NothingNew => f.write_str("nothing new: every priority is carried over"),
            Self::NoRoute => f.write_str("no route leads to a recipient"),
            Self::Muted { reason, until } => write!(f, "muted until {until}: {reason}"),
            Self::AlreadyTold => f.write_str("this recipient was told before"),
            Self::Covered => f.write_str("told as part of a correction"),
            Self::NobodyTold => {
                f.write_str("nobody was told what is corrected, so nobody needs the correction")
            }
            Self::SameInSubstance => {
                f.write_str("what replaces the corrected entry says the same to a reader")
            }
            Self::DryRun => f.write_str("dry run: would have been sent (`alerts.dry_run`)"),
            Self::NotAllowed => f.write_str(
                "trial run: would have been sent, but the address is not in `alerts.allow`",
            ),
            Self::WithdrawnUnsent { reason } => {
                write!(f, "withdrawn before it was sent: {reason}")
            }
        }
    }
}
