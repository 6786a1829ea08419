//! `inspectwatch doubts`: releases that a person should look at, because they seem to tell what was
//! not read or do not say of which area; and that somebody has.

use std::io::{self, BufWriter, Write};

use clap::Subcommand;
use inspectwatch::config::Config;
use inspectwatch::model::doubt::DoubtCode;
use inspectwatch::store::doubts::{DoubtfulRelease, Settled};
use inspectwatch::store::{Store, StoreError};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::args::{Format, Global};
use super::exit::{DONE, Failure, Outcome};
use super::{log, naming, session};

/// Options of `doubts`.
#[derive(Debug, clap::Args)]
pub struct Doubts {
    /// What to do with them; shows them unless given
    #[command(subcommand)]
    pub action: Option<Action>,
    /// Also those that somebody has settled
    #[arg(long)]
    pub all: bool,
    /// How to print them
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// What may be done with releases in doubt.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Somebody has looked and nothing is left to be done
    Settle {
        /// Releases: a file's name or path, or the first characters of its digest
        #[arg(required = true, value_name = "RELEASE")]
        releases: Vec<String>,
        /// Why nothing is left to be done; kept with it
        #[arg(long, value_name = "WORDS")]
        why: String,
        /// Who has looked, for the record; you unless said
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
}

/// Shows releases in doubt, or settles some.
pub fn run(global: &Global, options: &Doubts) -> Outcome {
    let config = session::config(global)?;
    let store = session::store(&config)?;
    if let Some(Action::Settle { releases, why, by }) = &options.action {
        return settle(&store, &config, releases, why, &session::person(by.as_deref()));
    }
    let mut found = all(&store, &config)?;
    found.retain(|release| options.all || release.is_open());
    let mut out = BufWriter::new(io::stdout().lock());
    match options.format {
        Format::Json => log::json(&mut out, &found)?,
        Format::Text if found.is_empty() => writeln!(out, "No release is in doubt.")?,
        Format::Text => print(&mut out, &store, &found)?,
    }
    out.flush()?;
    Ok(DONE)
}

/// All releases in doubt. One without a date lapses when it would be old news in any case.
fn all(store: &Store, config: &Config) -> Result<Vec<DoubtfulRelease>, Failure> {
    let news = Timestamp::now().checked_sub(config.alerts.max_age.0).unwrap_or(Timestamp::MIN);
    store.doubtful_releases(news).map_err(Failure::other)
}

/// Releases that nobody has settled.
pub fn open(store: &Store, config: &Config) -> Result<Vec<DoubtfulRelease>, Failure> {
    let mut found = all(store, config)?;
    found.retain(DoubtfulRelease::is_open);
    Ok(found)
}

/// Says where releases in doubt are shown, if there are any.
pub fn point(out: &mut impl Write, store: &Store, config: &Config) -> Result<(), Failure> {
    match open(store, config)?.len() {
        0 => {}
        1 => writeln!(out, "\n1 release is in doubt: `inspectwatch doubts` says why.")?,
        many => writeln!(out, "\n{many} releases are in doubt: `inspectwatch doubts` says why.")?,
    }
    Ok(())
}

/// Prints releases in doubt for people, with what may be done about each.
pub fn print(
    out: &mut impl Write,
    store: &Store,
    found: &[DoubtfulRelease],
) -> Result<(), Failure> {
    for release in found {
        let name = naming::release(store, &release.digest).map_err(Failure::other)?;
        let day = release.recorded_at.to_zoned(TimeZone::system());
        let state = if release.is_open() { "RELEASE IN DOUBT" } else { "settled" };
        writeln!(out, "{}  {state}  {name}", day.strftime("%F %H:%M"))?;
        for doubt in &release.doubts {
            writeln!(out, "    ? {}", doubt.message)?;
        }
        match &release.settled {
            Some(Settled { who, why, .. }) => writeln!(out, "    {who} has looked: {why}")?,
            None => advise(out, release)?,
        }
    }
    Ok(())
}

fn advise(out: &mut impl Write, release: &DoubtfulRelease) -> io::Result<()> {
    let id = naming::short(&release.digest);
    let has = |wanted| release.doubts.iter().any(|doubt| doubt.code == wanted);
    if has(DoubtCode::AreaNotStated) {
        writeln!(out, "    `inspectwatch correct area {id} AREA …` says whose inspection it is")?;
    }
    if has(DoubtCode::Undated) {
        writeln!(
            out,
            "    `inspectwatch correct date {id} FROM TO …` says when it was; then those concerned are told"
        )?;
    }
    if has(DoubtCode::AreaAmbiguous) || has(DoubtCode::OtherResult) {
        writeln!(out, "    read it; a result that counts comes in with its own report or release")?;
    }
    writeln!(out, "    `inspectwatch doubts settle {id} --why …` when nothing is left to do")
}

/// Settles all of them or, where one is not in doubt, none.
fn settle(store: &Store, config: &Config, names: &[String], why: &str, who: &str) -> Outcome {
    let doubtful = open(store, config)?;
    let mut meant = Vec::new();
    for name in names {
        let digests = store.releases_named(name).map_err(Failure::other)?;
        let release = doubtful.iter().find(|release| digests.contains(&release.digest));
        meant.push(release.ok_or_else(|| {
            Failure::Usage(miette::miette!(
                "no release in doubt is called `{name}`: `inspectwatch doubts` shows them"
            ))
        })?);
    }
    let settled = Settled { at: Timestamp::now(), who: who.to_owned(), why: why.to_owned() };
    let settle =
        |store: &Store| meant.iter().try_for_each(|one| store.settle_doubts(one, &settled));
    store.atomically::<_, StoreError>(settle).map_err(Failure::other)?;
    say!("settled; `inspectwatch doubts --all` shows it still");
    Ok(DONE)
}
