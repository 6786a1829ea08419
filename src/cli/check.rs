//! `inspectwatch check`: is everything in order before the service starts?

use inspectwatch::alert::deliver::{self, Courier};
use inspectwatch::cases;
use inspectwatch::config::Config;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::alert::AlertState;
use inspectwatch::model::sighting::Fate;
use inspectwatch::store::outbox::AlertFilter;
use jiff::Timestamp;

use super::args::{Check, Global};
use super::exit::{DONE, Failure, Outcome};
use super::{naming, session};

/// Checks configuration, knowledge and store, in this order; stops at the first that is wrong.
pub fn run(global: &Global, options: &Check) -> Outcome {
    let config = session::config(global)?;
    let from = global.config.as_ref().map_or("built in".into(), |path| path.display().to_string());
    say!("configuration  in order ({from})");
    let knowledge = session::knowledge(&config)?;
    names(&config, &knowledge)?;
    say!(
        "knowledge      in order ({} areas, {} frameworks)",
        knowledge.areas.iter().count(),
        knowledge.frameworks.iter().count()
    );
    cases(&config, &knowledge)?;
    deliver::templates(&config).map_err(Failure::usage)?;
    say!("templates      in order");
    watched(&config)?;
    store(&config)?;
    if let Some(address) = &options.mail {
        trial(&config, address)?;
        say!("test mail      accepted for {address}");
    }
    Ok(DONE)
}

/// Reads the test cases in the knowledge files and names those that are read otherwise.
fn cases(config: &Config, knowledge: &Knowledge) -> Result<(), Failure> {
    let all = Knowledge::cases(config.knowledge.overlay.as_deref()).map_err(Failure::usage)?;
    let failing = cases::failing(&all, knowledge);
    if failing.is_empty() {
        say!("cases          {} read as their files say", all.len());
        return Ok(());
    }
    let told: Vec<_> = failing.iter().map(ToString::to_string).collect();
    Err(Failure::Usage(miette::miette!(
        "{} of {} cases are read otherwise than their files say:\n{}",
        failing.len(),
        all.len(),
        told.join("\n")
    )))
}

/// Sends one mail through the configured server.
fn trial(config: &Config, address: &str) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut courier = Courier::new(config).map_err(Failure::usage)?;
    runtime
        .block_on(courier.trial(address, Timestamp::now()))
        .map_err(|words| Failure::Other(miette::miette!("the test mail was not sent: {words}")))
}

/// Names in the routes that no knowledge file has.
fn names(config: &Config, knowledge: &Knowledge) -> Result<(), Failure> {
    let frameworks = &knowledge.frameworks;
    let unknown = config.unknown_names(|key, name| match key {
        "area" => session::area(knowledge, name).is_ok(),
        "region" => knowledge.areas.iter().any(|area| area.region == name),
        "programme" => frameworks.programme(&name.into()).is_some(),
        "judgement" => frameworks.iter().flat_map(|f| &f.judgements).any(|j| j.id.as_str() == name),
        "grade" => frameworks
            .iter()
            .flat_map(|f| &f.judgements)
            .filter_map(|j| frameworks.scale(&j.scale))
            .any(|scale| scale.place(&name.into()).is_some()),
        _ => true,
    });
    match unknown.first() {
        None => Ok(()),
        Some((key, name)) => Err(Failure::Usage(miette::miette!(
            "the configuration matches the {key} `{name}`, which no knowledge file has"
        ))),
    }
}

fn watched(config: &Config) -> Result<(), Failure> {
    for watch in &config.watch {
        let path = watch.path.display();
        if !watch.path.is_dir() {
            return Err(Failure::Usage(miette::miette!(
                "the watched directory `{path}` is not there: create it or change [[watch]] path"
            )));
        }
        say!("watching       {path}");
    }
    Ok(())
}

fn store(config: &Config) -> Result<(), Failure> {
    let path = config.store.path.display();
    if !config.store.path.exists() {
        say!("store          {path} (will be created)");
        return Ok(());
    }
    let store = session::store(config)?;
    store.verify().map_err(Failure::other)?;
    say!("store          in order ({path})");
    for file in store.failed_files().map_err(Failure::other)? {
        if let Fate::Failed(failure) = &file.fate {
            say!("not read       {}: {failure}", file.path.display());
        }
    }
    for release in super::doubts::open(&store, config)? {
        let name = naming::release(&store, &release.digest).map_err(Failure::other)?;
        say!("in doubt       {name}: `inspectwatch doubts` says what to look at");
    }
    let failed = AlertFilter { state: Some(AlertState::Failed), ..AlertFilter::default() };
    for row in store.alerts(&failed).map_err(Failure::other)? {
        let error = row.last_error.unwrap_or_default();
        say!("not delivered  {} to {}: {error}", row.id, row.recipient);
    }
    Ok(())
}
