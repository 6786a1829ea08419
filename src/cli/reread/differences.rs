//! What differs between two readings of one release, field by field, in words.

use std::collections::BTreeSet;

use inspectwatch::model::date::{DateRange, Published};
use inspectwatch::model::reading::{PriorityKind, Reading, Telling};

use crate::cli::summary::days;

/// One line per field that differs; none where only the path does.
pub fn between(old: &Reading, new: &Reading) -> Vec<String> {
    let mut lines = Vec::new();
    field(&mut lines, "media type", &old.media_type, &new.media_type);
    field(&mut lines, "published", &published(old.published), &published(new.published));
    let (before, now) = (&old.inspections, &new.inspections);
    for nth in 0..before.len().max(now.len()) {
        let name =
            if before.len().max(now.len()) > 1 { format!("{}: ", nth + 1) } else { String::new() };
        match (before.get(nth), now.get(nth)) {
            (Some(one), Some(other)) => {
                lines.extend(told(one, other).into_iter().map(|line| format!("{name}{line}")));
            }
            (Some(one), None) => lines.push(format!("{name}no longer told: {}", heading(one))),
            (None, Some(other)) => lines.push(format!("{name}now told: {}", heading(other))),
            (None, None) => {}
        }
    }
    let doubts = |reading: &Reading| {
        reading.doubts.iter().map(|doubt| doubt.message.clone()).collect::<BTreeSet<_>>()
    };
    set(&mut lines, "in doubt", &doubts(old), &doubts(new));
    if lines.is_empty() && before != now {
        lines.push("the same is read from other words".to_owned());
    }
    lines
}

fn told(one: &Telling, other: &Telling) -> Vec<String> {
    let mut lines = Vec::new();
    field(&mut lines, "inspection", &heading(one), &heading(other));
    let framework = |t: &Telling| t.framework.as_ref().map_or(nothing(), ToString::to_string);
    field(&mut lines, "framework", &framework(one), &framework(other));
    let inspected = |t: &Telling| t.inspected.map_or(nothing(), days);
    field(&mut lines, "inspected", &inspected(one), &inspected(other));
    let grades = |t: &Telling| {
        t.judgements.iter().map(|j| format!("{} {}", j.id, j.grade)).collect::<BTreeSet<_>>()
    };
    set(&mut lines, "grade", &grades(one), &grades(other));
    let items = |t: &Telling| {
        let item = |kind, text: &str| match kind {
            PriorityKind::PriorityAction => format!("{text} (priority action)"),
            PriorityKind::Improvement => text.to_owned(),
        };
        t.improvement_areas.iter().map(|i| item(i.kind, &i.text)).collect::<BTreeSet<_>>()
    };
    set(&mut lines, "improvement area", &items(one), &items(other));
    let previous = |t: &Telling| {
        let year = |year: Option<i16>| year.map_or(String::new(), |year| format!(" in {year}"));
        let all = t.previous.iter().map(|p| format!("{} {}{}", p.id, p.grade, year(p.year)));
        all.collect::<BTreeSet<_>>()
    };
    set(&mut lines, "grade before", &previous(one), &previous(other));
    let doubts = |t: &Telling| t.doubts.iter().map(|d| d.message.clone()).collect::<BTreeSet<_>>();
    set(&mut lines, "doubt", &doubts(one), &doubts(other));
    lines
}

fn heading(telling: &Telling) -> String {
    let event = telling.event.as_str();
    let area = telling.area.as_ref().map_or("area not stated", |area| area.name.as_str());
    format!("{area}, {}, {event}", telling.programme)
}

fn published(published: Option<Published>) -> String {
    published.map_or(nothing(), |p| days(DateRange { from: p.from, to: p.to }))
}

fn nothing() -> String {
    "not stated".to_owned()
}

fn field(lines: &mut Vec<String>, name: &str, one: &str, other: &str) {
    if one != other {
        lines.push(format!("{name}: {one} → {other}"));
    }
}

fn set(lines: &mut Vec<String>, name: &str, one: &BTreeSet<String>, other: &BTreeSet<String>) {
    lines.extend(one.difference(other).map(|gone| format!("- {name}: {gone}")));
    lines.extend(other.difference(one).map(|new| format!("+ {name}: {new}")));
}
