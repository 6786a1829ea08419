//! Corrections: telling those who were told something that no longer holds.
//!
//! Sent: a correction in the same thread, by the same delivery, that names what was said.
//! Not yet sent: the row is suppressed, and a new one tells what still holds and what holds instead.
//! Where what holds instead reads the same, nobody is told, and the record of that stands for telling.

use std::collections::BTreeMap;

use super::{Decisions, Desk, Silence, notice, sentence};
use crate::config::Recipient;
use crate::config::route::IMMEDIATE;
use crate::model::alert::{
    AlertKind, AlertRow, AlertState, AlertUpdate, CorrectionLine, EVERYONE, Notice,
};
use crate::model::change::{Change, ChangeKind};

/// One withdrawn change, its correction, and what holds instead.
#[derive(Clone)]
struct Withdrawal<'a> {
    correction: &'a Change,
    old: &'a Change,
    now: Vec<&'a Change>,
    same: bool,
}

/// Adds the rows and updates that corrections need. Returns which recipients thereby know which
/// changes.
pub(super) fn decide(desk: Desk<'_>, decisions: &mut Decisions) -> Vec<(String, String)> {
    let mut covered = Vec::new();
    let corrections = || desk.recorded.appended.iter().filter(|c| c.kind == ChangeKind::Correction);
    if desk.recorded.quiet {
        let rows = corrections().map(|c| desk.silent(EVERYONE, "", &[c], &Silence::Quiet));
        decisions.rows.extend(rows);
        return covered;
    }
    let withdrawals: Vec<Withdrawal<'_>> =
        corrections().flat_map(|c| withdrawals(desk, c)).collect();
    let mut heard: Vec<&str> = Vec::new();
    for recipient in &desk.config.recipients {
        let name = recipient.name.get_ref();
        let mut by_row: BTreeMap<&str, (&AlertRow, Vec<&Withdrawal<'_>>)> = BTreeMap::new();
        for withdrawal in &withdrawals {
            if let Some(row) = desk.standing(name, &withdrawal.old.id) {
                heard.push(&withdrawal.correction.id);
                covered.extend(withdrawal.now.iter().map(|c| (name.clone(), c.id.clone())));
                by_row.entry(&row.id).or_insert((row, Vec::new())).1.push(withdrawal);
            }
        }
        let (unsent, sent): (Vec<_>, Vec<_>) =
            by_row.into_values().partition(|(row, _)| is_unsent(row));
        for (row, withdrawn) in unsent {
            replace(desk, recipient, row, &withdrawn, decisions);
        }
        decisions.rows.extend(correct(desk, recipient, &sent));
    }
    for correction in corrections().filter(|c| !heard.contains(&c.id.as_str())) {
        decisions.rows.push(desk.silent(EVERYONE, "", &[correction], &Silence::NobodyTold));
    }
    covered
}

fn withdrawals<'a>(desk: Desk<'a>, correction: &'a Change) -> Vec<Withdrawal<'a>> {
    let old = |id: &String| desk.recorded.withdrawn.iter().find(|change| change.id == *id);
    let describe = |old: &'a Change| {
        let now: Vec<&Change> =
            desk.recorded.appended.iter().filter(|new| holds_instead(old, new)).collect();
        let said = sentence(old, desk.knowledge);
        let same = matches!(now[..], [one] if sentence(one, desk.knowledge) == said);
        Withdrawal { correction, old, now, same }
    };
    correction.withdraws.iter().filter_map(old).map(describe).collect()
}

/// Whether `new` says of the same thing what `old` said before.
fn holds_instead(old: &Change, new: &Change) -> bool {
    if new.kind == ChangeKind::Correction
        || old.area.code != new.area.code
        || old.programme != new.programme
    {
        return false;
    }
    let same_inspection = old.later.inspected == new.later.inspected
        || old.later.releases.iter().any(|digest| new.later.releases.contains(digest));
    match old.kind {
        ChangeKind::Priority if new.kind == ChangeKind::Priority => {
            same_inspection
                && match &old.later_text {
                    Some(text) => new.later_text.as_ref() == Some(text),
                    None => new.later_text.is_none() && new.earlier_text == old.earlier_text,
                }
        }
        ChangeKind::Priority | ChangeKind::Correction => false,
        _ if old.judgement.is_some() => same_inspection && new.judgement == old.judgement,
        _ => same_inspection && new.kind != ChangeKind::Priority,
    }
}

/// Whether nobody can have seen a row. After an attempt somebody may have.
fn is_unsent(row: &AlertRow) -> bool {
    match row.state {
        AlertState::Pending => row.attempts == 0 && row.carrier.is_none(),
        AlertState::HeldForDigest | AlertState::HeldForReview => row.carrier.is_none(),
        AlertState::Failed => true,
        AlertState::Sent | AlertState::Suppressed => false,
    }
}

fn delivery<'a>(desk: Desk<'_>, row: &'a AlertRow) -> &'a str {
    let digest = row.digest.as_deref().filter(|name| desk.config.digest(name).is_some());
    digest.unwrap_or(IMMEDIATE)
}

/// Suppresses a row that was not sent and queues what still holds, unless it all reads the same.
fn replace(
    desk: Desk<'_>,
    recipient: &Recipient,
    row: &AlertRow,
    withdrawn: &[&Withdrawal<'_>],
    decisions: &mut Decisions,
) {
    if withdrawn.iter().all(|w| w.same) {
        decisions.rows.push(same_in_substance(desk, recipient, row, withdrawn));
        return;
    }
    let reason = withdrawn.iter().find_map(|w| w.correction.reason.clone());
    let silence = Silence::WithdrawnUnsent { reason: reason.unwrap_or_default() };
    decisions.updates.push((row.id.clone(), suppressed(row, &silence)));
    let gone = |id: &str| withdrawn.iter().any(|w| w.old.id == id);
    let now: Vec<&Change> = withdrawn.iter().flat_map(|w| w.now.iter().copied()).collect();
    let mut notices: Vec<Notice> = row.notices.clone();
    for notice in &mut notices {
        notice.grades.retain(|line| !gone(&line.change_id));
        notice.priorities.retain(|line| !gone(&line.change_id));
    }
    let kept: Vec<String> = row.change_ids.iter().filter(|id| !gone(id)).cloned().collect();
    if kept.is_empty() && now.is_empty() {
        return;
    }
    let Some(mut notice) = fresh(desk, &now, notices) else { return };
    notice.corrections.clear();
    let why = row.why.clone();
    let mut fresh = desk.row(AlertKind::Change, recipient, delivery(desk, row), &now, notice, why);
    fresh.change_ids.extend(kept);
    fresh.change_ids.sort();
    fresh.change_ids.dedup();
    fresh.id = super::row::row_id([&row.id, "instead", &fresh.recipient], &fresh.change_ids);
    fresh.message_id = fresh.message_id.map(|_| super::row::message_id(desk.config, &fresh.id));
    fresh.route.clone_from(&row.route);
    decisions.rows.push(fresh);
}

/// What still holds of old notices, joined with what holds instead.
fn fresh(desk: Desk<'_>, now: &[&Change], old: Vec<Notice>) -> Option<Notice> {
    let mut old = old.into_iter();
    let Some(first) = now.first() else { return old.next() };
    let about = desk.about(first);
    let mut notice = notice::compose(now, &about, desk.knowledge, desk.config);
    for kept in old {
        notice.severity = notice.severity.max(kept.severity);
        notice.grades.extend(kept.grades);
        notice.priorities.extend(kept.priorities);
    }
    notice.priorities.sort_by_key(|line| (line.status, line.kind));
    Some(notice)
}

fn suppressed(row: &AlertRow, silence: &Silence) -> AlertUpdate {
    AlertUpdate {
        state: AlertState::Suppressed,
        attempts: row.attempts,
        next_due: None,
        last_error: row.last_error.clone(),
        sent_at: None,
        why: Some(silence.to_string()),
    }
}

/// The correction to one recipient of everything it was sent that a recording withdraws.
fn correct(
    desk: Desk<'_>,
    recipient: &Recipient,
    sent: &[(&AlertRow, Vec<&Withdrawal<'_>>)],
) -> Option<AlertRow> {
    let (told, _) = sent.first()?;
    let all: Vec<&Withdrawal<'_>> = sent.iter().flat_map(|(_, w)| w.iter().copied()).collect();
    let differing: Vec<&Withdrawal<'_>> = all.iter().copied().filter(|w| !w.same).collect();
    if differing.is_empty() {
        return Some(same_in_substance(desk, recipient, told, &all));
    }
    Some(correction_row(desk, recipient, told, &differing, &all))
}

fn same_in_substance(
    desk: Desk<'_>,
    recipient: &Recipient,
    told: &AlertRow,
    all: &[&Withdrawal<'_>],
) -> AlertRow {
    let mut row = correction_row(desk, recipient, told, all, all);
    row.state = AlertState::Suppressed;
    row.next_due = None;
    row.why = Silence::SameInSubstance.to_string();
    row
}

fn correction_row(
    desk: Desk<'_>,
    recipient: &Recipient,
    told: &AlertRow,
    lines: &[&Withdrawal<'_>],
    all: &[&Withdrawal<'_>],
) -> AlertRow {
    let mut changes: Vec<&Change> = all.iter().map(|w| w.correction).collect();
    let about = desk.about(changes[0]);
    let mut notice = notice::compose(&changes, &about, desk.knowledge, desk.config);
    let severities = all.iter().map(|w| super::severity(w.old, desk.knowledge));
    notice.severity = severities.max().unwrap_or_default();
    notice.notes.clear();
    notice.replies_to.clone_from(&told.message_id);
    notice.corrections = lines.iter().map(|w| line(desk, w)).collect();
    changes.extend(all.iter().flat_map(|w| w.now.iter().copied().chain([w.old])));
    let why = "corrects what this recipient was told".to_owned();
    let deliver = delivery(desk, told);
    let mut row = desk.row(AlertKind::Correction, recipient, deliver, &changes, notice, why);
    row.route.clone_from(&told.route);
    row
}

fn line(desk: Desk<'_>, withdrawal: &Withdrawal<'_>) -> CorrectionLine {
    let now: Vec<String> = withdrawal.now.iter().map(|c| sentence(c, desk.knowledge)).collect();
    CorrectionLine {
        change_id: withdrawal.old.id.clone(),
        now_ids: withdrawal.now.iter().map(|c| c.id.clone()).collect(),
        said: sentence(withdrawal.old, desk.knowledge),
        now: (!now.is_empty()).then(|| now.join("; ")),
        reason: withdrawal.correction.reason.clone().unwrap_or_default(),
    }
}
