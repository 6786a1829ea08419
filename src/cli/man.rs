//! `inspectwatch man DIR`: one manual page for the program and one for each command.

use std::fs;

use clap::CommandFactory;

use super::args::{Args, Man};
use super::exit::{DONE, Outcome};

/// Writes the manual pages.
pub fn run(options: &Man) -> Outcome {
    fs::create_dir_all(&options.directory)?;
    clap_mangen::generate_to(Args::command(), &options.directory)?;
    Ok(DONE)
}
