//! `inspectwatch run` and `inspectwatch scan`: the daemon, for good or for one pass.

use std::io;

use inspectwatch::config::Config;
use inspectwatch::daemon::{self, ScanReport, Setting, logging};
use inspectwatch::store::Store;

use super::args::{Global, Run, Scan};
use super::exit::{DONE, Failure, Outcome, SOME_UNREADABLE};
use super::{doubts, session};

/// Watches until a signal ends it.
pub fn run(global: &Global, options: &Run) -> Outcome {
    let setting = || {
        let mut setting = setting(global)?;
        setting.config.alerts.dry_run |= options.dry_run;
        Ok::<_, Failure>(setting)
    };
    let again = || setting().map_err(|failure| failure.to_string());
    let setting = setting()?;
    logging::start(&setting.config.log).map_err(Failure::usage)?;
    let store = open(&setting.config)?;
    daemon::serve(setting, store, again).map_err(Failure::other)?;
    Ok(DONE)
}

/// Records what directories hold now, sends what is due, and lists what could not be read.
pub fn scan(global: &Global, options: &Scan) -> Outcome {
    let mut setting = setting(global)?;
    if options.quiet {
        setting.config.alerts.dry_run = true;
    }
    if let Some(missing) = options.directories.iter().find(|path| !path.exists()) {
        let path = missing.display();
        return Err(Failure::Usage(miette::miette!("there is no `{path}` to scan")));
    }
    let directories = if options.directories.is_empty() {
        setting.config.watch.iter().map(|watch| watch.path.clone()).collect()
    } else {
        options.directories.clone()
    };
    logging::start(&setting.config.log).map_err(Failure::usage)?;
    let store = open(&setting.config)?;
    let config = setting.config.clone();
    let report = daemon::scan(setting, &directories, store).map_err(Failure::other)?;
    summary(&report);
    let store = session::store(&config)?;
    doubts::point(&mut io::stderr(), &store, &config)?;
    Ok(if report.failed.is_empty() { DONE } else { SOME_UNREADABLE })
}

/// Goes to standard error: the log does too, and standard output is for data.
fn summary(report: &ScanReport) {
    for failed in &report.failed {
        eprintln!("not read: {}: {}", failed.path.display(), failed.failure);
    }
    eprintln!(
        "{} files: {} recorded, {} without an inspection result, {} seen before, {} unchanged, \
         {} not read; {} changes, {} alerts",
        report.files,
        report.recorded,
        report.set_aside,
        report.known,
        report.unchanged,
        report.failed.len(),
        report.changes,
        report.alerts
    );
}

fn setting(global: &Global) -> Result<Setting, Failure> {
    let config = session::config(global)?;
    let knowledge = session::knowledge(&config)?;
    // This very program, even after an upgrade has put another in its place.
    let worker = Some("/proc/self/exe".into());
    Ok(Setting { config, knowledge, worker })
}

fn open(config: &Config) -> Result<Store, Failure> {
    Store::open(&config.store.path).map_err(Failure::other)
}
