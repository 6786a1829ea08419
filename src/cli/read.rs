//! `inspectwatch read FILE...`: what releases say, without storing anything.

use std::io::{self, BufWriter, Write};

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::date::{DateBasis, DateRange};
use inspectwatch::model::reading::{Basis, PriorityKind, Reading, Telling};
use inspectwatch::release::Examined;

use super::args::{Format, Global, Read};
use super::exit::{DONE, Failure, Outcome, SOME_UNREADABLE};
use super::{explain, session};

/// Reads each file and prints what was asked for.
pub fn run(global: &Global, options: &Read) -> Outcome {
    let knowledge = session::knowledge(&session::config(global)?)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut unreadable = false;
    for path in &options.files {
        for examined in session::examine(path, &knowledge) {
            unreadable |= examined.reading.error.is_some();
            print(&mut out, options, &examined, &knowledge)?;
        }
    }
    out.flush()?;
    Ok(if unreadable { SOME_UNREADABLE } else { DONE })
}

fn print(
    out: &mut impl Write,
    options: &Read,
    examined: &Examined,
    knowledge: &Knowledge,
) -> Result<(), Failure> {
    if options.text {
        if let Some(failure) = &examined.reading.error {
            eprintln!("{}: {failure}", examined.reading.path);
        }
        out.write_all(examined.text.content.as_bytes())?;
    } else if options.explain {
        explain::print(out, examined, knowledge)?;
    } else if options.format == Format::Json {
        serde_json::to_writer(&mut *out, &examined.reading).map_err(Failure::other)?;
        writeln!(out)?;
    } else {
        summary(out, &examined.reading, knowledge)?;
    }
    Ok(())
}

/// Prints a reading for people.
pub fn summary(out: &mut impl Write, reading: &Reading, knowledge: &Knowledge) -> io::Result<()> {
    writeln!(out, "{}", reading.path)?;
    if let Some(failure) = &reading.error {
        return writeln!(out, "  not read: {failure}");
    }
    if let Some(published) = &reading.published {
        let range = DateRange { from: published.from, to: published.to };
        let basis = match published.basis {
            DateBasis::Stated => "",
            DateBasis::Metadata => " (from the file)",
            DateBasis::Inferred => " (inferred)",
        };
        writeln!(out, "  published     {}{basis}", days(range))?;
    }
    if reading.inspections.is_empty() {
        writeln!(out, "  no inspection result of a local area")?;
    }
    for telling in &reading.inspections {
        told(out, telling, knowledge)?;
    }
    Ok(())
}

fn told(out: &mut impl Write, telling: &Telling, knowledge: &Knowledge) -> io::Result<()> {
    let frameworks = &knowledge.frameworks;
    let programme = frameworks.programme(&telling.programme).map_or("", |p| p.name.as_str());
    let framework = telling.framework.as_ref().map_or("framework not stated", |f| f.as_str());
    let event = telling.event.as_str().replace('-', " ");
    let area = telling.area.as_ref().map_or("area not stated", |area| area.name.as_str());
    writeln!(out, "  {area}: {programme}, {event} ({framework})")?;
    match telling.inspected {
        Some(range) => writeln!(out, "  inspected     {}", days(range))?,
        None => writeln!(out, "  inspected     not stated")?,
    }
    for judgement in &telling.judgements {
        let basis = if judgement.basis == Basis::Implied { " (implied)" } else { "" };
        let quotes: Vec<_> = judgement.evidence.iter().map(|e| format!("“{}”", e.quote)).collect();
        let quotes = quotes.join(" … ");
        writeln!(out, "  {:<19} {}{basis}  {quotes}", judgement.id, judgement.grade)?;
    }
    for previous in &telling.previous {
        let year = previous.year.map_or(String::new(), |y| format!(" in {y}"));
        writeln!(out, "  before{year}: {} {}", previous.id, previous.grade)?;
    }
    for item in &telling.improvement_areas {
        let mark = if item.kind == PriorityKind::PriorityAction { "!" } else { "-" };
        writeln!(out, "  {mark} {}", item.text)?;
    }
    for doubt in &telling.doubts {
        writeln!(out, "  ? {}", doubt.message)?;
    }
    Ok(())
}

/// A range of days in words that sort and paste well.
pub fn days(range: DateRange) -> String {
    if range.from == range.to {
        range.from.to_string()
    } else {
        format!("{} to {}", range.from, range.to)
    }
}
