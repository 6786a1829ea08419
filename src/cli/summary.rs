//! A reading in words for people, as `read`, `read --explain` and other commands print it.

use std::io::{self, Write};

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::date::{DateBasis, DateRange};
use inspectwatch::model::reading::{Basis, PriorityKind, Reading, Telling};

/// Prints a reading for people.
pub fn print(out: &mut impl Write, reading: &Reading, knowledge: &Knowledge) -> io::Result<()> {
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
    for doubt in &reading.doubts {
        writeln!(out, "  ? {}", doubt.message)?;
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
