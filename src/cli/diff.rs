//! `inspectwatch diff EARLIER LATER`: two releases compared without any store.

use std::io::{self, Write};
use std::path::Path;

use inspectwatch::history::pair;
use inspectwatch::history::priority::matcher;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::series::{TellingRef, Told};

use super::args::{Diff, Format, Global};
use super::exit::{DONE, Failure, Outcome};
use super::{changes, log, session};

/// Compares two releases about one area and programme.
pub fn run(global: &Global, options: &Diff) -> Outcome {
    let knowledge = session::knowledge(&session::config(global)?)?;
    let earlier = told(&options.earlier, &knowledge)?;
    let later = told(&options.later, &knowledge)?;
    let (earlier, later) = common(&earlier, &later, &knowledge).ok_or_else(|| {
        Failure::Usage(miette::miette!(
            "the two releases tell no inspections of the same area and programme: \
             `inspectwatch read` shows what they tell"
        ))
    })?;
    let matcher = matcher(&knowledge.concerns);
    let found = pair::compare(earlier, later, &knowledge, &matcher);
    let mut out = io::stdout().lock();
    match options.format {
        Format::Json => log::json(&mut out, &found)?,
        Format::Text if found.is_empty() => writeln!(out, "no change")?,
        Format::Text => changes::print(&mut out, &found, &knowledge)?,
    }
    Ok(DONE)
}

fn told(path: &Path, knowledge: &Knowledge) -> Result<Vec<Told>, Failure> {
    let mut all = Vec::new();
    for examined in session::examine(path, knowledge) {
        let reading = examined.reading;
        if let Some(failure) = reading.error {
            return Err(Failure::Other(miette::miette!("{}: {failure}", reading.path)));
        }
        for (nth, telling) in (0..).zip(reading.inspections) {
            let at = TellingRef { release: reading.digest.clone(), nth };
            all.push(Told { at, published: reading.published, telling });
        }
    }
    Ok(all)
}

/// The first pair of the same series.
fn common<'t>(
    earlier: &'t [Told],
    later: &'t [Told],
    knowledge: &Knowledge,
) -> Option<(&'t Told, &'t Told)> {
    let series = |told: &Told| {
        let area = told.telling.area.as_ref()?;
        Some((knowledge.areas.series_code(&area.code).clone(), told.telling.programme.clone()))
    };
    earlier.iter().find_map(|one| {
        let own = series(one)?;
        Some((one, later.iter().find(|two| series(two).as_ref() == Some(&own))?))
    })
}
