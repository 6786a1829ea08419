//! `inspectwatch backup FILE`: a whole copy of the store, made while the service goes on.

use std::path::PathBuf;

use super::args::Global;
use super::exit::{DONE, Failure, Outcome};
use super::session;

/// Options of `backup`.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// Where the copy goes; nothing may be there
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Copies the store.
pub fn run(global: &Global, options: &Backup) -> Outcome {
    let store = session::store(&session::config(global)?)?;
    store.copy_to(&options.file).map_err(Failure::other)?;
    say!("copied to {}", options.file.display());
    Ok(DONE)
}
