//! The subject: the change itself, in one line.

use super::clean::clean;
use super::headline::{correction, count, headline};
use crate::model::alert::{AlertKind, AlertRow};
use crate::model::change::Direction;

/// Characters that a subject has at most; mail programs cut earlier, so the news stands first.
const LONGEST: usize = 180;

/// The subject of a row, such as `Wakefield children's services: Inadequate → Good; 2 new priorities`.
pub fn subject(row: &AlertRow) -> String {
    let words = match (row.kind, row.notices.first()) {
        (AlertKind::Digest, _) => digest(row),
        (_, None) => "Inspection changes".to_owned(),
        (AlertKind::Change, Some(notice)) => headline(notice),
        (AlertKind::Correction, Some(notice)) => format!("Correction: {}", correction(notice)),
    };
    shorten(&clean(&words))
}

fn digest(row: &AlertRow) -> String {
    let Some(first) = row.notices.first() else {
        return "Inspection digest: nothing changed".to_owned();
    };
    let mut areas: Vec<&str> = row.notices.iter().map(|n| n.area.name.as_str()).collect();
    areas.sort_unstable();
    areas.dedup();
    let fell = row.notices.iter().flat_map(|n| &n.grades);
    let fell = fell.filter(|line| line.direction == Some(Direction::Declined)).count();
    let fell =
        if fell > 0 { format!("; {} down", count(fell, "grade", "grades")) } else { String::new() };
    if row.notices.len() == 1 {
        return format!("Inspection digest: {}", headline(first));
    }
    let others = areas.len().saturating_sub(1);
    let others = if others > 0 {
        format!(" and {}", count(others, "more area", "more areas"))
    } else {
        String::new()
    };
    format!("Inspection digest: {}{others}{fell}", first.area.name)
}

fn shorten(words: &str) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let cut: String = words.chars().take(LONGEST - 1).collect();
    let whole = cut.rfind(' ').filter(|space| *space > cut.len() / 2);
    let whole = whole.map_or(cut.as_str(), |space| &cut[..space]);
    format!("{whole}…")
}
