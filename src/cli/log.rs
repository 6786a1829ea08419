//! `inspectwatch log`: the change log, for people and for programs.

use std::io::{self, BufWriter, Write};

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::change::{Change, ChangeKind, Side};
use inspectwatch::model::word::word;
use inspectwatch::store::Store;
use inspectwatch::store::changes::ChangeFilter;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Serialize;

use super::args::{Global, Kind, Log, TableFormat};
use super::exit::{DONE, Failure, Outcome};
use super::{changes, doubts, session};

/// Prints the entries that were asked for.
pub fn run(global: &Global, options: &Log) -> Outcome {
    let config = session::config(global)?;
    let knowledge = session::knowledge(&config)?;
    let store = session::store(&config)?;
    let found = entries(&store, options, &knowledge)?;
    let mut out = BufWriter::new(io::stdout().lock());
    match options.format {
        TableFormat::Text => {
            changes::print(&mut out, &found, &knowledge)?;
            doubts::point(&mut out, &store, &config)?;
        }
        TableFormat::Json => json(&mut out, &found)?,
        TableFormat::Csv => csv(&mut out, &found)?,
    }
    out.flush()?;
    Ok(DONE)
}

fn entries(store: &Store, options: &Log, knowledge: &Knowledge) -> Result<Vec<Change>, Failure> {
    let area = options.area.as_deref().map(|name| session::area(knowledge, name)).transpose()?;
    let programme = options.programme.as_deref().map(|id| session::programme(knowledge, id));
    let filter = ChangeFilter {
        area: area.map(|a| knowledge.areas.series_code(&a.code).clone()),
        programme: programme.transpose()?,
        recorded_since: options.since.map(start_of).transpose()?,
        recorded_before: options
            .until
            .map(|day| start_of(day.saturating_add(1.day())))
            .transpose()?,
        current: options.current,
        ..ChangeFilter::default()
    };
    let mut found = store.changes(&filter).map_err(Failure::other)?;
    if !options.kind.is_empty() {
        found.retain(|change| options.kind.iter().any(|kind| kind_of(*kind) == change.kind));
    }
    Ok(found)
}

fn kind_of(kind: Kind) -> ChangeKind {
    match kind {
        Kind::Rating => ChangeKind::Rating,
        Kind::Priority => ChangeKind::Priority,
        Kind::First => ChangeKind::First,
        Kind::NotComparable => ChangeKind::NotComparable,
        Kind::Correction => ChangeKind::Correction,
    }
}

/// Days begin where the user is.
fn start_of(day: Date) -> Result<Timestamp, Failure> {
    let start = day.to_zoned(TimeZone::system()).map_err(Failure::usage)?;
    Ok(start.timestamp())
}

/// One JSON object a line, as the contract says.
pub fn json<T: Serialize>(out: &mut impl Write, rows: &[T]) -> Result<(), Failure> {
    for row in rows {
        serde_json::to_writer(&mut *out, row).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    Ok(())
}

const COLUMNS: [&str; 19] = [
    "id",
    "recorded_at",
    "kind",
    "area_code",
    "area",
    "programme",
    "judgement",
    "from",
    "to",
    "direction",
    "comparability",
    "status",
    "earlier_text",
    "later_text",
    "similarity",
    "reason",
    "earlier_inspected",
    "later_inspected",
    "later_framework",
];

fn csv(out: &mut impl Write, rows: &[Change]) -> Result<(), Failure> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS).map_err(not_written)?;
    for change in rows {
        let fields = cells(change);
        table.write_record(fields.iter().map(|field| inert(field))).map_err(not_written)?;
    }
    table.flush()?;
    Ok(())
}

fn not_written(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => Failure::Other(miette::miette!("write the table: {other:?}")),
    }
}

fn cells(change: &Change) -> [String; 19] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let first_day = |side: Option<&Side>| {
        side.and_then(|s| s.inspected).map_or(String::new(), |range| range.from.to_string())
    };
    [
        change.id.clone(),
        change.recorded_at.clone(),
        word(&change.kind),
        change.area.code.to_string(),
        change.area.name.clone(),
        change.programme.to_string(),
        word(&change.judgement),
        word(&change.from),
        word(&change.to),
        word(&change.direction),
        word(&change.comparability),
        word(&change.status),
        text(&change.earlier_text),
        text(&change.later_text),
        word(&change.similarity),
        text(&change.reason),
        first_day(change.earlier.as_ref()),
        first_day(Some(&change.later)),
        word(&change.later.framework),
    ]
}

/// Spreadsheets run cells that begin like a formula: a leading apostrophe keeps them words.
fn inert(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{field}")
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn words_of_a_release_never_become_a_formula() {
        assert_eq!(inert("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(inert("Quality of plans"), "Quality of plans");
    }
}
