//! A correction in words: what was set, by whom, why, and whether it was taken back.

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::correction::{Action, Field, KeptCorrection};
use inspectwatch::model::reading::PriorityKind;
use inspectwatch::model::series::TellingRef;
use inspectwatch::store::{Store, StoreError};

use crate::cli::naming;
use crate::cli::summary::days;

/// A kept correction in one line.
pub fn entry(
    kept: &KeptCorrection,
    store: &Store,
    knowledge: &Knowledge,
) -> Result<String, StoreError> {
    let correction = &kept.correction;
    let series = &correction.series;
    let area = knowledge.areas.get(&series.area).map_or(series.area.0.as_str(), |a| &a.name);
    let said = of(&correction.action, store, knowledge)?;
    let signed = signed(kept);
    let undone = kept.undone.as_ref().map_or(String::new(), |undone| {
        let on = undone.at.strftime("%F");
        format!("; taken back by {} on {on}: {}", undone.who, undone.why)
    });
    Ok(format!("{area}, {}: {said} ({signed}{undone})", series.programme))
}

/// By whom, when and why.
pub fn signed(kept: &KeptCorrection) -> String {
    let correction = &kept.correction;
    let on = correction.made_at.strftime("%F");
    format!("{} on {on}: {}", correction.who, correction.why)
}

/// What an action sets, with the release that it names.
pub fn of(action: &Action, store: &Store, knowledge: &Knowledge) -> Result<String, StoreError> {
    let name = |at: &TellingRef| naming::telling(store, at);
    Ok(match action {
        Action::Field { of, field } => format!("{} ({})", self::field(field), name(of)?),
        Action::Merge { one, other } => {
            format!("{} and {} tell one inspection", name(one)?, name(other)?)
        }
        Action::Split { one, other } => {
            format!("{} and {} tell different inspections", name(one)?, name(other)?)
        }
        Action::Area { of, area } => {
            let area = knowledge.areas.get(&area.code).map_or(&area.name, |known| &known.name);
            format!("{} is about {area}", name(of)?)
        }
        Action::Dismiss { of } => format!("{} tells no inspection result", name(of)?),
        Action::Link { .. } | Action::Unlink { .. } => pair(action),
    })
}

/// What an action sets, where the reader sees which release is meant.
pub fn short(action: &Action) -> String {
    match action {
        Action::Field { field, .. } => self::field(field),
        Action::Merge { .. } => "two releases tell one inspection".to_owned(),
        Action::Split { .. } => "two releases tell different inspections".to_owned(),
        Action::Area { area, .. } => format!("it is about {}", area.name),
        Action::Dismiss { .. } => "a release tells no inspection result".to_owned(),
        Action::Link { .. } | Action::Unlink { .. } => pair(action),
    }
}

fn pair(action: &Action) -> String {
    match action {
        Action::Link { earlier, later } => format!("“{later}” continues “{earlier}”"),
        Action::Unlink { earlier, later } => format!("“{later}” does not continue “{earlier}”"),
        _ => String::new(),
    }
}

fn field(field: &Field) -> String {
    match field {
        Field::Inspected(Some(range)) => format!("fieldwork: {}", days(*range)),
        Field::Inspected(None) => "fieldwork: dates cleared".to_owned(),
        Field::Framework(Some(framework)) => format!("framework: {framework}"),
        Field::Framework(None) => "framework: cleared".to_owned(),
        Field::Event(event) => format!("kind of visit: {}", event.as_str()),
        Field::Grade(id, Some(grade)) => format!("{id}: {grade}"),
        Field::Grade(id, None) => format!("{id}: grade cleared"),
        Field::Priority(PriorityKind::PriorityAction, text) => format!("priority action: “{text}”"),
        Field::Priority(PriorityKind::Improvement, text) => format!("improvement area: “{text}”"),
        Field::NoPriority(text) => format!("no improvement area: “{text}”"),
    }
}
