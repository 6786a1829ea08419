//! What may be written on the command line, and its help.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::alerts::Standing;
use super::backup::Backup;
use super::correct::args::Correct;
use super::doubts::Doubts;

/// Watches releases about inspections of English councils and tells you which ratings and
/// priorities changed, with the words that prove it.
#[derive(Debug, Parser)]
#[command(
    name = "inspectwatch",
    version,
    after_help = "Start with `inspectwatch demo`. Exit codes: 0 done; 1 failed; 2 wrong arguments \
                  or configuration; 3 some files could not be read (they are listed).",
    propagate_version = true,
    disable_help_subcommand = true
)]
pub struct Args {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
pub struct Global {
    /// Configuration file; without it, built-in defaults apply
    #[arg(long, global = true, value_name = "FILE", env = "INSPECTWATCH_CONFIG")]
    pub config: Option<PathBuf>,
    /// Store (a SQLite file; `run` and `scan` make it); overrides the configuration's
    #[arg(long, global = true, value_name = "PATH", env = "INSPECTWATCH_STORE")]
    pub store: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show the whole product at work on example releases, in a directory of its own
    Demo(Demo),
    /// Watch directories and alert, until told to stop (the service)
    Run(Run),
    /// Record what directories hold, alert, and exit
    ///
    /// Exit code 0: every file was read or rightly set aside. 3: some could not be read; they are
    /// listed.
    Scan(Scan),
    /// Show the change log
    Log(Log),
    /// Show an area's inspections, standing grades and open priorities
    Show(Show),
    /// Show what was decided for whom, and what became of it
    Alerts(Alerts),
    /// Show releases that a person should look at, such as those that tell what was not read
    Doubts(Doubts),
    /// Explain, for each recipient, why an alert about a change went out or did not
    Explain(Explain),
    /// Show what the next digests would say
    Digest(Digest),
    /// Set right what was read, merged or matched wrongly
    Correct(Correct),
    /// After an upgrade: show what recorded releases would now be read as, and apply it on request
    ///
    /// Nobody is alerted of what this changes. What people corrected stays corrected.
    Reread(Reread),
    /// Check the configuration, the knowledge and the store
    Check(Check),
    /// Copy the store, also while the service is running
    ///
    /// To restore, stop the service, put the copy in the place of the store, remove the files beside
    /// it whose names end in -wal and -shm, and start again.
    Backup(Backup),
    /// Print figures about store and alerts in Prometheus' text format
    Metrics,
    /// Read releases and print what they say, without storing anything
    Read(Read),
    /// Compare two releases of one area without storing anything
    Diff(Diff),
    /// Print completions for your shell
    Completions(Completions),
    /// Write the manual pages into a directory
    Man(Man),
    /// Decode formats for another process, with limits
    #[command(hide = true)]
    Worker,
}

/// How a table is shown to machines or people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// For people
    Text,
    /// JSON Lines, for programs
    Json,
    /// For spreadsheets
    Csv,
}

/// How machines or people are shown something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// JSON Lines, for programs
    Json,
}

/// Options of `demo`.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// Where the demo's files go; a new directory below the temporary one unless given
    #[arg(long, value_name = "DIR")]
    pub directory: Option<PathBuf>,
}

/// Options of `run`.
#[derive(Debug, clap::Args)]
pub struct Run {
    /// A trial: record and decide as always, but send no alert; `alerts` shows what would have been
    #[arg(long)]
    pub dry_run: bool,
}

/// Options of `scan`.
#[derive(Debug, clap::Args)]
pub struct Scan {
    /// Directories (or single files) to read, instead of those of the configuration
    #[arg(value_name = "DIR")]
    pub directories: Vec<PathBuf>,
    /// Record the changes, but send no alert
    #[arg(long, visible_alias = "dry-run")]
    pub quiet: bool,
}

/// Options of `log`.
#[derive(Debug, clap::Args)]
pub struct Log {
    /// Only this area: its name, another name for it, or its ONS code
    #[arg(long)]
    pub area: Option<String>,
    /// Only this programme, such as childrens-services or send
    #[arg(long)]
    pub programme: Option<String>,
    /// Only entries recorded on or after this day
    #[arg(long, value_name = "DATE")]
    pub since: Option<jiff::civil::Date>,
    /// Only entries recorded on or before this day
    #[arg(long, value_name = "DATE")]
    pub until: Option<jiff::civil::Date>,
    /// Only this kind of entry; may be repeated
    #[arg(long, value_enum)]
    pub kind: Vec<Kind>,
    /// Only what holds now: without entries that a later correction withdrew
    #[arg(long)]
    pub current: bool,
    /// How to print the entries
    #[arg(long, value_enum, default_value = "text")]
    pub format: TableFormat,
}

/// Kinds of entry of the change log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A judgement has another grade than before
    Rating,
    /// A priority is new, carried, reworded or no longer raised
    Priority,
    /// The first inspection of a series
    First,
    /// Scales that do not compare
    NotComparable,
    /// Something recorded before was altered or withdrawn
    Correction,
}

/// Options of `show`.
#[derive(Debug, clap::Args)]
pub struct Show {
    /// The area: its name, another name for it, or its ONS code
    pub area: String,
    /// Only this programme
    #[arg(long)]
    pub programme: Option<String>,
}

/// Options of `reread`.
#[derive(Debug, clap::Args)]
pub struct Reread {
    /// Only these releases: a file's name or path, or the first characters of its digest
    #[arg(value_name = "RELEASE")]
    pub releases: Vec<String>,
    /// Also what this version has read already, as after a change of the knowledge
    #[arg(long)]
    pub all: bool,
    /// Put the new readings in the place of the old and bring the log up to date
    #[arg(long)]
    pub apply: bool,
}

/// Options of `alerts`.
#[derive(Debug, clap::Args)]
pub struct Alerts {
    /// What to do with alerts; shows them unless given
    #[command(subcommand)]
    pub action: Option<AlertAction>,
    /// Only alerts that stand so; may be repeated
    #[arg(long, value_enum)]
    pub state: Vec<Standing>,
    /// How to print the alerts
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// What may be done with alerts.
#[derive(Debug, Subcommand)]
pub enum AlertAction {
    /// Try a failed alert again
    Retry {
        /// Its id, as `alerts` shows it
        id: String,
    },
    /// Let go what is held for review: the reading is right
    Release {
        /// Their ids, as `alerts` shows them
        #[arg(required = true)]
        ids: Vec<String>,
        /// Who has looked, for the record; you unless said
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
    /// Tell nobody what is held for review
    Drop {
        /// Their ids, as `alerts` shows them
        #[arg(required = true)]
        ids: Vec<String>,
        /// Why nobody should be told; `explain` shows it
        #[arg(long, value_name = "WORDS")]
        why: String,
        /// Who has looked, for the record; you unless said
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
}

/// Options of `explain`.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// Id of the change, or its first characters
    pub change: String,
}

/// Options of `digest`.
#[derive(Debug, clap::Args)]
pub struct Digest {
    /// Of this recipient only
    #[arg(long, value_name = "RECIPIENT", num_args = 0..=1, required = true)]
    pub preview: Option<Option<String>>,
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Also send a test mail to this address
    #[arg(long, value_name = "ADDRESS")]
    pub mail: Option<String>,
}

/// Options of `read`.
#[derive(Debug, clap::Args)]
pub struct Read {
    /// Releases: PDF, HTML, mail, DOCX, ODT, Markdown or plain text
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print the readings
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Print the extracted text instead: the offsets of all evidence count its bytes
    #[arg(long, conflicts_with_all = ["format", "explain"])]
    pub text: bool,
    /// Show why each field was or was not filled, and sentences passed over, with the words underlined
    #[arg(long, conflicts_with = "format")]
    pub explain: bool,
}

/// Options of `diff`.
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// The release about the earlier inspection
    pub earlier: PathBuf,
    /// The release about the later inspection
    pub later: PathBuf,
    /// How to print the changes
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// Options of `completions`.
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// Which shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Options of `man`.
#[derive(Debug, clap::Args)]
pub struct Man {
    /// Where the pages go; created when missing
    #[arg(value_name = "DIR")]
    pub directory: PathBuf,
}
