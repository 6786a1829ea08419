//! The log that is recorded against the log that is right now: what to append and what to withdraw.
//!
//! In:  the entries recorded as current, and the current log worked out anew. Out: [`Revision`].
//! A withdrawn entry is paired with the one that stands in its place: the same kind of statement
//! about the same subject at the same inspection.

use std::collections::BTreeSet;

use super::identity;
use super::when::gap;
use crate::model::change::{Change, ChangeKind, Direction, PriorityStatus, Side};
use crate::model::framework::{GradeId, JudgementId};

/// Two sides are the same inspection, newly dated, if no further apart than this.
const SAME_INSPECTION_DAYS: i64 = 200;

/// What must be done to the recorded log of a series.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Revision {
    /// Entries that no longer hold, each with the one that stands in its place.
    pub withdrawn: Vec<Replaced>,
    /// Entries that say something new, in the order of the log.
    pub added: Vec<Change>,
    /// Entries that say what they said, with releases, likeness or reason brought up to date.
    pub touched: Vec<Change>,
}

/// An entry that no longer holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The entry.
    pub change: Change,
    /// What stands in its place.
    pub instead: Option<Change>,
}

impl Replaced {
    /// Whether what it said holds no longer; false where only dates, framework or the basis of the
    /// earlier grade differ.
    pub fn differs(&self) -> bool {
        self.instead.as_ref().is_none_or(|instead| said(instead) != said(&self.change))
    }
}

/// Compares the recorded log of a series with the log that is right now.
pub fn revise(recorded: &[Change], now: &[Change]) -> Revision {
    let held: BTreeSet<_> = recorded.iter().map(|c| &c.id).collect();
    let right: BTreeSet<_> = now.iter().map(|c| &c.id).collect();
    let added: Vec<_> = now.iter().filter(|c| !held.contains(&c.id)).cloned().collect();
    let mut free: Vec<&Change> = added.iter().collect();
    let mut gone: Vec<_> = recorded.iter().filter(|c| !right.contains(&c.id)).collect();
    gone.sort_by(|a, b| a.order().cmp(&b.order()));
    let mut withdrawn: Vec<Replaced> =
        gone.into_iter().map(|c| Replaced { change: c.clone(), instead: None }).collect();
    // The closest pairs first, so that a mere new date does not take what another entry became.
    for closeness in [said_alike, same_subject] {
        for replaced in withdrawn.iter_mut().filter(|r| r.instead.is_none()) {
            let found = free.iter().position(|c| closeness(&replaced.change, c));
            replaced.instead = found.map(|at| free.remove(at).clone());
        }
    }
    let touched = now.iter().filter(|c| recorded.iter().any(|r| r.id == c.id && !same(r, c)));
    Revision { withdrawn, touched: touched.cloned().collect(), added }
}

/// The entry that records a withdrawal. `why` says what brought it about, `seq` is the place of the
/// withdrawn entry in the log: one that comes back and goes again has two corrections.
pub fn correction(replaced: &Replaced, seq: i64, why: &str) -> Change {
    let instead = match &replaced.instead {
        Some(instead) if replaced.differs() => format!("Now: {}.", headline(instead)),
        Some(_) => "The same is said with other dates.".to_owned(),
        None => "Nothing stands in its place.".to_owned(),
    };
    let correction = identity::named(Change {
        kind: ChangeKind::Correction,
        withdraws: vec![replaced.change.id.clone()],
        reason: Some(format!("{why} Recorded before: {}. {instead}", headline(&replaced.change))),
        ..replaced.change.clone()
    });
    identity::again(correction, seq)
}

/// An entry in one line.
pub fn headline(change: &Change) -> String {
    let judgement = change.judgement.as_ref().map_or("grade", JudgementId::as_str);
    let grade = |grade: &Option<GradeId>| grade.as_ref().map_or("-", GradeId::as_str).to_owned();
    let (from, to) = (grade(&change.from), grade(&change.to));
    let when = inspected(&change.later);
    match change.kind {
        ChangeKind::Rating => {
            let before = change.earlier.as_ref().map(inspected).unwrap_or_default();
            format!("{judgement} {from} ({before}) to {to} ({when})")
        }
        ChangeKind::Priority => {
            let text = change.later_text.as_ref().or(change.earlier_text.as_ref());
            let status = change.status.map_or("priority", status);
            format!("{status} ({when}): \"{}\"", text.map_or("", String::as_str))
        }
        ChangeKind::First => format!("first inspection of the series ({when})"),
        ChangeKind::NotComparable => format!("{judgement} {from} and {to} ({when}) not comparable"),
        ChangeKind::Correction => format!("correction ({when})"),
    }
}

fn inspected(side: &Side) -> String {
    side.inspected.map_or("undated".to_owned(), |days| format!("inspected from {}", days.from))
}

fn status(status: PriorityStatus) -> &'static str {
    match status {
        PriorityStatus::New => "new priority",
        PriorityStatus::Carried => "priority carried over",
        PriorityStatus::Reworded => "priority reworded",
        PriorityStatus::NoLongerRaised => "priority no longer raised",
    }
}

type Said<'a> = (ChangeKind, [Option<&'a str>; 5], Option<PriorityStatus>, Option<Direction>);

/// What an entry states, dates and sources left out.
fn said(change: &Change) -> Said<'_> {
    let words = [
        change.judgement.as_ref().map(JudgementId::as_str),
        change.from.as_ref().map(GradeId::as_str),
        change.to.as_ref().map(GradeId::as_str),
        change.earlier_text.as_deref(),
        change.later_text.as_deref(),
    ];
    (change.kind, words, change.status, change.direction)
}

fn said_alike(one: &Change, other: &Change) -> bool {
    said(one) == said(other) && same_inspection(one, other)
}

fn same_subject(one: &Change, other: &Change) -> bool {
    let subject = |change: &Change| match change.kind {
        ChangeKind::Priority => {
            let text = change.later_text.clone().or_else(|| change.earlier_text.clone());
            (true, text)
        }
        _ => (false, change.judgement.as_ref().map(|j| j.0.clone())),
    };
    subject(one) == subject(other) && same_inspection(one, other)
}

fn same_inspection(one: &Change, other: &Change) -> bool {
    match (one.later.inspected, other.later.inspected) {
        (Some(a), Some(b)) => gap(&a, &b) <= SAME_INSPECTION_DAYS,
        (a, b) => a == b,
    }
}

/// Whether two entries are the same in all but the moment of recording.
fn same(one: &Change, other: &Change) -> bool {
    one.similarity == other.similarity
        && one.reason == other.reason
        && one.earlier == other.earlier
        && one.later == other.later
}
