//! What may be written on the command line, and its help.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

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
    /// Store (a SQLite file, created when missing); overrides the configuration's
    #[arg(long, global = true, value_name = "PATH", env = "INSPECTWATCH_STORE")]
    pub store: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read releases and print what they say, without storing anything
    Read(Read),
    /// Compare two releases of one area without storing anything
    Diff(Diff),
    /// Print completions for your shell
    Completions(Completions),
    /// Write the manual pages into a directory
    Man(Man),
}

/// How machines or people are shown something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// JSON Lines, for programs
    Json,
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
    /// Show why each field was or was not filled, with the words underlined
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
