//! `inspectwatch show AREA`: its inspections, what stands, and how long it has.

mod standing;
mod timeline;

use std::io::{self, Write};

use inspectwatch::alert::rules::Decisions;
use inspectwatch::history::History;
use inspectwatch::history::priority::matcher;
use inspectwatch::knowledge::{Area, Knowledge};
use inspectwatch::model::series::SeriesKey;
use inspectwatch::pipeline::Pipeline;
use inspectwatch::store::Store;
use jiff::Timestamp;

use super::args::{Global, Show};
use super::exit::{DONE, Failure, Outcome};
use super::session;

/// Tells an area's history, programme by programme.
pub fn run(global: &Global, options: &Show) -> Outcome {
    let config = session::config(global)?;
    let knowledge = session::knowledge(&config)?;
    let store = session::store(&config)?;
    let area = session::area(&knowledge, &options.area)?;
    let programme =
        options.programme.as_deref().map(|id| session::programme(&knowledge, id)).transpose()?;
    let code = knowledge.areas.series_code(&area.code);
    let mut series = store.series(Some(code)).map_err(Failure::other)?;
    series.retain(|key| programme.as_ref().is_none_or(|wanted| key.programme == *wanted));
    let mut out = io::stdout().lock();
    heading(&mut out, area, &knowledge)?;
    if series.is_empty() {
        writeln!(out, "\nNothing is recorded.")?;
    }
    for key in series {
        let history = history(&store, &knowledge, &key)?;
        let told = Told { store: &store, knowledge: &knowledge, key: &key, history: &history };
        told.print(&mut out)?;
    }
    Ok(DONE)
}

/// The history of a series as the store has it.
pub fn history(store: &Store, knowledge: &Knowledge, key: &SeriesKey) -> Result<History, Failure> {
    let matcher = matcher(&knowledge.concerns);
    let pipeline = Pipeline {
        store,
        knowledge,
        matcher: &matcher,
        decide: &|_| Decisions::default(),
        reader: env!("CARGO_PKG_VERSION"),
        now: Timestamp::now(),
    };
    pipeline.history(key).map_err(Failure::other)
}

fn heading(out: &mut impl Write, area: &Area, knowledge: &Knowledge) -> io::Result<()> {
    writeln!(out, "{} ({}), {}", area.name, area.code, area.region)?;
    for succession in knowledge.areas.predecessors(&area.code) {
        if let Some(before) = knowledge.areas.get(&succession.predecessor) {
            writeln!(out, "Since {}; before that, {}.", succession.date, before.name)?;
        }
    }
    if let Some(last) = area.valid_to {
        writeln!(out, "Until {last}.")?;
    }
    Ok(())
}

/// One series and what is told of it.
struct Told<'a> {
    store: &'a Store,
    knowledge: &'a Knowledge,
    key: &'a SeriesKey,
    history: &'a History,
}

impl Told<'_> {
    fn print(&self, out: &mut impl Write) -> Result<(), Failure> {
        let programme = self.knowledge.frameworks.programme(&self.key.programme);
        let name = programme.map_or(self.key.programme.as_str(), |p| p.name.as_str());
        writeln!(out, "\n{name}\n{}", "-".repeat(name.chars().count()))?;
        self.timeline(out)?;
        self.standing(out)?;
        Ok(())
    }
}

/// `1 priority`, `2 priorities`.
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
