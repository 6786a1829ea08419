//! `inspectwatch completions SHELL`.

use std::io::{self, Write};

use clap::CommandFactory;

use super::args::{Args, Completions};
use super::exit::{DONE, Outcome};

/// Prints the completions of a shell.
pub fn run(options: &Completions) -> Outcome {
    let mut words = Vec::new();
    clap_complete::generate(options.shell, &mut Args::command(), "inspectwatch", &mut words);
    io::stdout().write_all(&words)?;
    Ok(DONE)
}
