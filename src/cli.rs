//! The command line: one file per command below `cli/`; this one only knows their names.

/// Prints a line for people, as `println!` does, but ends the command where nobody reads any more.
macro_rules! say {
    ($($words:tt)*) => {
        std::io::Write::write_fmt(
            &mut std::io::stdout(),
            format_args!("{}\n", format_args!($($words)*)),
        )?
    };
}

mod alerts;
mod args;
mod backup;
mod changes;
mod check;
mod completions;
mod correct;
mod demo;
mod diff;
mod digest;
mod doubts;
mod effect;
mod exit;
mod explain;
mod log;
mod man;
mod metrics;
mod naming;
mod read;
mod reread;
mod service;
mod session;
mod show;
mod summary;
mod underline;
mod why;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use inspectwatch::read::isolate;

/// Parses the arguments, runs the command and returns its exit code.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let result = match args.command {
        Command::Log(options) => log::run(&args.global, &options),
        Command::Alerts(options) => alerts::run(&args.global, &options),
        Command::Doubts(options) => doubts::run(&args.global, &options),
        Command::Demo(options) => demo::run(&options),
        Command::Check(options) => check::run(&args.global, &options),
        Command::Backup(options) => backup::run(&args.global, &options),
        Command::Metrics => metrics::run(&args.global),
        Command::Explain(options) => why::run(&args.global, &options),
        Command::Digest(options) => digest::run(&args.global, &options),
        Command::Run(options) => service::run(&args.global, &options),
        Command::Scan(options) => service::scan(&args.global, &options),
        Command::Correct(options) => correct::run(&args.global, &options),
        Command::Reread(options) => reread::run(&args.global, &options),
        Command::Show(options) => show::run(&args.global, &options),
        Command::Worker => {
            isolate::work(isolate::MEMORY).map(|()| exit::DONE).map_err(exit::Failure::from)
        }
        Command::Read(options) => read::run(&args.global, &options),
        Command::Diff(options) => diff::run(&args.global, &options),
        Command::Completions(options) => completions::run(&options),
        Command::Man(options) => man::run(&options),
    };
    exit::report(result)
}
