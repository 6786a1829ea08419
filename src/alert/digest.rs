//! Digests: which window is due, and what one message says about all that was held for it.
//!
//! A window runs from the end of the last one to the latest due moment. After downtime one window
//! covers all that was missed: late, once. What is decided at or after the due moment waits for the
//! next. Without anything held there is no message, unless asked for.
//! Invariant: with the store's rule (a row is carried once, a window of a recipient is dealt with
//! once) each held row stands in exactly one digest, through clock changes and restarts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::Timestamp;

use super::rules::{message_id, row_id};
use crate::config::schedule::Schedule;
use crate::config::{Config, DigestSpec, Recipient};
use crate::model::alert::{AlertKind, AlertRow, AlertState, Channel, Notice, PriorityLine, Window};
use crate::model::date::DateRange;

/// The window that is due now, if any.
///
/// `last` is the window of the recipient's last digest; `held` what waits; `started` when the daemon
/// began to watch, which counts where there is neither.
pub fn due(
    schedule: &Schedule,
    last: Option<Window>,
    held: &[AlertRow],
    started: Timestamp,
    now: Timestamp,
) -> Option<Window> {
    let to = schedule.latest(now)?;
    let oldest = held.iter().map(|row| row.created_at).min();
    // The due moment before the oldest row; a row decided at that moment belongs after it.
    let before_oldest = oldest.and_then(|oldest| schedule.latest(oldest));
    let from = last.map(|window| window.to).or(before_oldest).unwrap_or(started);
    (from < to).then_some(Window { from, to })
}

/// The message for a window and the ids of the rows that it carries; none if there is nothing to
/// say, or while this is a trial run that leaves the recipient out.
pub fn compose(
    config: &Config,
    spec: &DigestSpec,
    recipient: &Recipient,
    window: Window,
    held: &[AlertRow],
    now: Timestamp,
) -> Option<(AlertRow, Vec<String>)> {
    let carried: Vec<&AlertRow> = held.iter().filter(|row| row.created_at < window.to).collect();
    if is_left_out(config, recipient) || (carried.is_empty() && !spec.when_empty) {
        return None;
    }
    let (name, digest) = (recipient.name.get_ref(), spec.name.get_ref());
    let id = row_id([name, digest, &window.to.to_string()], &[]);
    let mailed = matches!(recipient.channel, Channel::Email | Channel::File);
    let row = AlertRow {
        message_id: mailed.then(|| message_id(config, &id)),
        id,
        kind: AlertKind::Digest,
        change_ids: sorted(carried.iter().flat_map(|row| row.change_ids.clone())),
        recipient: name.clone(),
        route: sorted(carried.iter().map(|row| row.route.clone())).join(", "),
        channel: recipient.channel,
        state: AlertState::Pending,
        attempts: 0,
        next_due: Some(now),
        last_error: None,
        created_at: now,
        sent_at: None,
        why: reasons(digest, &carried),
        thread: String::new(),
        digest: Some(digest.clone()),
        window: Some(window),
        carrier: None,
        notices: merge(&carried),
    };
    Some((row, carried.iter().map(|row| row.id.clone()).collect()))
}

/// Whether this is a trial run that leaves the recipient out.
pub fn is_left_out(config: &Config, recipient: &Recipient) -> bool {
    super::rules::trial_run(config, recipient).is_some()
}

/// What the next digest would say if it went out with what is held now, and when it will. None if
/// there would be none.
pub fn preview(
    config: &Config,
    spec: &DigestSpec,
    recipient: &Recipient,
    last: Option<Window>,
    held: &[AlertRow],
    now: Timestamp,
) -> Option<AlertRow> {
    let schedule = Schedule::new(spec).ok()?;
    let to = schedule.next(now)?;
    let before = || schedule.latest(now);
    let from = last.map(|window| window.to).or_else(before).unwrap_or(now);
    compose(config, spec, recipient, Window { from, to }, held, now).map(|(row, _)| row)
}

fn reasons(digest: &str, carried: &[&AlertRow]) -> String {
    let reasons = sorted(carried.iter().map(|row| row.why.clone()));
    let colon = if reasons.is_empty() { "" } else { ": " };
    format!("digest {digest}{colon}{}", reasons.join("; "))
}

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.sort();
    words.dedup();
    words
}

/// One notice for each inspection: those of one area and programme together, the newest first, so that
/// nothing is laid to an inspection that did not find it; the most severe first, then by name.
fn merge(carried: &[&AlertRow]) -> Vec<Notice> {
    let mut threads: BTreeMap<&str, Vec<&Notice>> = BTreeMap::new();
    for row in carried {
        threads.entry(&row.thread).or_default().extend(&row.notices);
    }
    let mut series: Vec<Vec<Notice>> = threads.into_values().map(inspections).collect();
    series.sort_by_cached_key(|notices| {
        let severity = notices.iter().map(|notice| notice.severity).max();
        let name = notices.first().map(|n| (n.area.name.clone(), n.programme.clone()));
        (Reverse(severity), name)
    });
    series.into_iter().flatten().collect()
}

/// The inspections of a series, the newest first, each in its newest state.
fn inspections(notices: Vec<&Notice>) -> Vec<Notice> {
    let mut each: BTreeMap<Reverse<Option<DateRange>>, Vec<&Notice>> = BTreeMap::new();
    for notice in notices {
        each.entry(Reverse(notice.inspected)).or_default().push(notice);
    }
    each.into_values().filter_map(newest).collect()
}

/// What was decided last of an inspection, completed by what only earlier notices of it say.
fn newest(mut notices: Vec<&Notice>) -> Option<Notice> {
    let mut newest = notices.pop()?.clone();
    for older in notices.into_iter().rev() {
        newest.severity = newest.severity.max(older.severity);
        let grades = older.grades.iter();
        let new = grades.filter(|g| !newest.grades.iter().any(|n| n.judgement == g.judgement));
        let new: Vec<_> = new.cloned().collect();
        newest.grades.extend(new);
        let known = |line: &PriorityLine| {
            newest.priorities.iter().any(|n| words(n).is_some() && words(n) == words(line))
        };
        let new: Vec<_> = older.priorities.iter().filter(|line| !known(line)).cloned().collect();
        newest.priorities.extend(new);
        extend(&mut newest.corrections, &older.corrections);
        extend(&mut newest.notes, &older.notes);
        extend(&mut newest.quotes, &older.quotes);
        extend(&mut newest.releases, &older.releases);
        extend(&mut newest.doubts, &older.doubts);
    }
    newest.priorities.sort_by_key(|line| (line.status, line.kind));
    Some(newest)
}

fn words(line: &PriorityLine) -> Option<&String> {
    line.later_text.as_ref().or(line.earlier_text.as_ref())
}

fn extend<T: Clone + PartialEq>(all: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
}

#[cfg(test)]
mod tests;
