//! What may be written after `inspectwatch correct`, and its help.

use clap::{Args, Subcommand};

/// Options of `correct`.
#[derive(Debug, Args)]
#[command(
    after_help = "RELEASE is a file's name or path, or the first characters of its digest, as \
    `inspectwatch show AREA` prints them; of a release that tells several inspections, NAME:2 is the \
    second. CHANGE is the id of an entry, or its first characters, as `inspectwatch log` prints \
    them.\n\nA correction holds for the whole inspection that the release tells, outranks every \
    release, survives reading again, and can be taken back."
)]
pub struct Correct {
    /// What to correct
    #[command(subcommand)]
    pub what: What,
    /// Who corrects; kept and shown with the correction
    #[arg(long, global = true, value_name = "NAME")]
    pub by: Option<String>,
    /// Why; kept and shown with the correction
    #[arg(long, global = true, value_name = "WORDS")]
    pub why: Option<String>,
    /// Show what would change in the log, and change nothing
    #[arg(long, global = true)]
    pub dry_run: bool,
}

/// What may be corrected.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Set the grade of a judgement, or clear it with `none`
    Grade {
        /// A release that tells the inspection
        release: String,
        /// The judgement, such as overall or leaders
        judgement: String,
        /// The grade, such as good or requires-improvement; or none
        grade: String,
    },
    /// Set the days of the fieldwork, or clear them with `none`
    Date {
        /// A release that tells the inspection
        release: String,
        /// The first day, such as 2024-03-18; or none
        from: String,
        /// The last day; the first unless given
        to: Option<jiff::civil::Date>,
    },
    /// Set the framework version, or clear it with `none`
    Framework {
        /// A release that tells the inspection
        release: String,
        /// The version, such as ilacs-2018; or none
        framework: String,
    },
    /// Say what kind of visit it was
    Event {
        /// A release that tells the inspection
        release: String,
        /// inspection, revisit, focused-visit or monitoring-visit
        event: String,
    },
    /// Add an improvement area, or say whether one of the list is a priority action
    Priority {
        /// A release that tells the inspection
        release: String,
        /// Its text, or enough words of one on the list to tell it apart
        text: String,
        /// It is a priority action; an improvement area otherwise
        #[arg(long)]
        urgent: bool,
    },
    /// Take an improvement area off the list
    NoPriority {
        /// A release that tells the inspection
        release: String,
        /// Its text, or enough words to tell it apart
        text: String,
    },
    /// Say which area a release is about
    Area {
        /// The release
        release: String,
        /// The area: its name, another name for it, or its ONS code
        area: String,
    },
    /// Say that a release tells no inspection result at all
    Dismiss {
        /// The release
        release: String,
    },
    /// Say that two releases tell one inspection
    Merge {
        /// One release
        one: String,
        /// The other
        other: String,
    },
    /// Say that two releases tell different inspections
    Split {
        /// One release
        one: String,
        /// The other
        other: String,
    },
    /// Say that a later priority continues an earlier one
    Link {
        /// The entry of the log that has the earlier priority
        #[arg(value_name = "CHANGE")]
        earlier: String,
        /// The entry that has the later one
        #[arg(value_name = "CHANGE")]
        later: String,
    },
    /// Say that a carried or reworded priority is not the earlier one
    Unlink {
        /// The entry of the log that joins the two
        change: String,
    },
    /// Show the corrections that were made
    List {
        /// Only those of this area
        #[arg(long)]
        area: Option<String>,
    },
    /// Take a correction back
    Undo {
        /// Its number, as `correct list` shows it
        number: i64,
    },
}
