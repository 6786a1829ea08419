//! Change-log entries for people: one heading per inspection, one line per change.

use std::io::{self, Write};

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::change::{
    Change, ChangeKind, Comparability, Direction, EarlierBasis, PriorityStatus, Side,
};
use inspectwatch::model::framework::GradeId;
use inspectwatch::model::reading::PriorityKind;

use super::naming::SHORT;
use super::summary::days;

/// Prints entries that belong together under one heading, in the order given, each after the
/// beginning of its id.
pub fn print(out: &mut impl Write, changes: &[Change], knowledge: &Knowledge) -> io::Result<()> {
    let mut last: Option<&Change> = None;
    for change in changes {
        if last.is_none_or(|l| heading_key(l) != heading_key(change)) {
            if last.is_some() {
                writeln!(out)?;
            }
            writeln!(out, "{}", heading(change, knowledge))?;
        }
        let lines = lines(change, knowledge);
        let id = change.id.get(..SHORT).unwrap_or(&change.id);
        for (place, line) in lines.iter().enumerate() {
            writeln!(out, "  {:SHORT$}  {line}", if place == 0 { id } else { "" })?;
        }
        last = Some(change);
    }
    Ok(())
}

fn heading_key(change: &Change) -> impl PartialEq + '_ {
    (&change.area.code, &change.programme, &change.later.inspected, &change.later.framework)
}

fn heading(change: &Change, knowledge: &Knowledge) -> String {
    let programme =
        knowledge.frameworks.programme(&change.programme).map_or("", |p| p.name.as_str());
    format!("{}, {programme}: {}", change.area.name, when(&change.later))
}

fn when(side: &Side) -> String {
    side.inspected.map_or_else(|| "date not stated".to_owned(), days)
}

/// One entry in words; a priority's reason follows on lines of its own.
pub fn lines(change: &Change, knowledge: &Knowledge) -> Vec<String> {
    match change.kind {
        ChangeKind::Rating => vec![rating(change, knowledge)],
        ChangeKind::Priority => priority(change),
        ChangeKind::First => vec![with_reason("first inspection of this series", change)],
        ChangeKind::NotComparable => {
            let judgement = judgement_name(change, knowledge);
            vec![with_reason(&format!("{judgement}: not comparable"), change)]
        }
        ChangeKind::Correction => vec![with_reason("corrected", change)],
    }
}

fn with_reason(words: &str, change: &Change) -> String {
    match &change.reason {
        Some(reason) => format!("{words} ({reason})"),
        None => words.to_owned(),
    }
}

fn rating(change: &Change, knowledge: &Knowledge) -> String {
    let arrow = match change.direction {
        Some(Direction::Improved) => "▲ improved",
        Some(Direction::Declined) => "▼ declined",
        _ => "changed",
    };
    let mut notes = Vec::new();
    if let Some(earlier) = &change.earlier {
        let stated = earlier.basis == Some(EarlierBasis::Stated);
        let year = earlier.inspected.map_or(String::new(), |r| format!(" {}", r.from.year()));
        notes.push(format!("before:{year}{}", if stated { ", as the release states" } else { "" }));
    }
    if change.comparability == Some(Comparability::Partly) {
        notes.push("compares in part: the judgement's scope changed".to_owned());
    }
    let judgement = judgement_name(change, knowledge);
    let from = grade_name(change, change.from.as_ref(), change.earlier.as_ref(), knowledge);
    let to = grade_name(change, change.to.as_ref(), Some(&change.later), knowledge);
    format!("{arrow}: {judgement}: {from} → {to} ({})", notes.join("; "))
}

fn priority(change: &Change) -> Vec<String> {
    let urgent = match change.priority_kind {
        Some(PriorityKind::PriorityAction) => "priority action",
        _ => "priority",
    };
    let earlier = change.earlier_text.as_deref().unwrap_or_default();
    let later = change.later_text.as_deref().unwrap_or_default();
    match change.status {
        Some(PriorityStatus::New) => vec![format!("+ new {urgent}: {later}")],
        Some(PriorityStatus::Carried) => vec![format!("= carried {urgent}: {later}")],
        Some(PriorityStatus::NoLongerRaised) => {
            vec![format!("- no longer raised {urgent}: {earlier}")]
        }
        Some(PriorityStatus::Reworded) => {
            vec![format!("~ reworded {urgent}: {later}"), format!("    was: {earlier}")]
        }
        None => vec![with_reason(urgent, change)],
    }
}

fn judgement_name(change: &Change, knowledge: &Knowledge) -> String {
    let Some(id) = &change.judgement else { return "judgement".to_owned() };
    knowledge.frameworks.judgement_label(change.later.framework.as_ref(), id)
}

/// A grade as the framework of its own inspection calls it.
fn grade_name(
    change: &Change,
    grade: Option<&GradeId>,
    side: Option<&Side>,
    knowledge: &Knowledge,
) -> String {
    let (Some(grade), Some(judgement)) = (grade, &change.judgement) else { return "?".to_owned() };
    let framework = side.and_then(|side| side.framework.as_ref());
    let framework = framework.or(change.later.framework.as_ref());
    knowledge.frameworks.grade_label(framework, judgement, grade)
}
