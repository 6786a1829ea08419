//! `inspectwatch completions SHELL`.

use std::io;

use clap::CommandFactory;

use super::args::{Args, Completions};
use super::exit::{DONE, Outcome};

/// Prints the completions of a shell.
pub fn run(options: &Completions) -> Outcome {
    clap_complete::generate(options.shell, &mut Args::command(), "inspectwatch", &mut io::stdout());
    Ok(DONE)
}
