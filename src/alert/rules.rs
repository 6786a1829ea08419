//! Deciding: from what a recording appended to one series to rows for the outbox.
//!
//! In:  the appended changes with their facts, what recipients were told before, the configuration.
//! Out: rows to insert (alerts, corrections and silences) and updates of rows not yet sent.
//! One alert holds what one inspection brings for one recipient. Every appended change ends up in at
//! least one row, if only with the reason for silence.
//! Not here: SQL, clock, words of messages (`render`), sending (`deliver`).

mod correct;
mod notice;
mod routes;
mod row;
mod severity;
mod silence;

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

pub use notice::sentence;
pub use severity::severity;
pub use silence::Silence;

use routes::{Hit, Subject};
use row::Desk;
pub use row::{is_allowed, kept_back, may_be_mailed};
pub(super) use row::{message_id, row_id, trial_run};

use crate::config::Config;
use crate::knowledge::Knowledge;
use crate::model::alert::{AlertKind, AlertRow, AlertState, AlertUpdate, EVERYONE, UNDATED};
use crate::model::change::{Change, ChangeKind, PriorityStatus};
use crate::model::doubt::Doubt;
use crate::model::reading::Judgement;

/// Months that a report may take from the end of an inspection to its publication.
const PUBLICATION_DELAY_MONTHS: i32 = 3;

/// What one recording appended to one series.
#[derive(Debug, Clone, Copy)]
pub struct Recorded<'a> {
    /// Digests of the releases that were recorded now; empty when a person corrected something.
    pub arrived: &'a [String],
    /// Appended entries, corrections included.
    pub appended: &'a [Change],
    /// Entries that the corrections among them withdraw.
    pub withdrawn: &'a [Change],
    /// Facts of the inspections that appended entries are about.
    pub about: &'a [About],
    /// Rows that hold any of the appended or withdrawn ids.
    pub told: &'a [AlertRow],
    /// Record without alerting anyone: reading again after an upgrade.
    pub quiet: bool,
}

/// What is known of one inspection beside its changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Digests of the releases that tell it, sorted: equal to `later.releases` of its changes.
    pub releases: Vec<String>,
    /// Names of those releases for people.
    pub names: Vec<String>,
    /// First day on which any of them was published.
    pub published: Option<Date>,
    /// Whether no other inspection of the series began later.
    pub newest: bool,
    /// Grades given.
    pub judgements: Vec<Judgement>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// What to write to the outbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// Rows to insert; one whose id exists already is left as it is.
    pub rows: Vec<AlertRow>,
    /// Rows to change, by id.
    pub updates: Vec<(String, AlertUpdate)>,
}

/// Decides who is told what of a recording.
///
/// Invariants: no recipient is told twice of a change that stands; the same input gives the same ids.
pub fn decide(
    recorded: &Recorded<'_>,
    config: &Config,
    knowledge: &Knowledge,
    now: Timestamp,
) -> Decisions {
    let desk = Desk { recorded, config, knowledge, now };
    let mut decisions = Decisions::default();
    let covered = correct::decide(desk, &mut decisions);
    for group in groups(recorded.appended) {
        let about = desk.about(group.first().expect("a group has a change"));
        desk.decide_group(&group, &about, &covered, &mut decisions);
    }
    decisions
}

/// Changes of one inspection each, corrections left out, in order of appearance.
fn groups(appended: &[Change]) -> Vec<Vec<&Change>> {
    let mut groups: Vec<Vec<&Change>> = Vec::new();
    for change in appended.iter().filter(|c| c.kind != ChangeKind::Correction) {
        match groups.iter_mut().find(|g| g[0].later == change.later) {
            Some(group) => group.push(change),
            None => groups.push(vec![change]),
        }
    }
    groups
}

/// Recipient and delivery: what makes one alert.
type Target<'a> = (&'a str, &'a str);

impl<'a> Desk<'a> {
    /// The facts of the inspection that a change is about.
    fn about(self, change: &Change) -> About {
        let releases = &change.later.releases;
        let known = self.recorded.about.iter().find(|about| about.releases == *releases);
        known.cloned().unwrap_or_else(|| About { releases: releases.clone(), ..About::default() })
    }

    fn decide_group(
        self,
        group: &[&'a Change],
        about: &About,
        covered: &[(String, String)],
        decisions: &mut Decisions,
    ) {
        if let Some(silence) = self.silence_for_all(group, about) {
            decisions.rows.push(self.silent(EVERYONE, "", group, &silence));
            return;
        }
        let mut alerts: BTreeMap<Target<'a>, (Vec<&Change>, Vec<Hit<'a>>)> = BTreeMap::new();
        let mut silences: BTreeMap<(&str, String), (Vec<&Change>, Silence)> = BTreeMap::new();
        for &change in group.iter().filter(|c| is_news(c)) {
            for (recipient, outcome) in self.route(change, about, covered) {
                match outcome {
                    Ok(hit) => {
                        let (changes, hits) = alerts.entry((recipient, hit.deliver)).or_default();
                        changes.push(change);
                        if !hits.iter().any(|h| h.path == hit.path) {
                            hits.push(hit);
                        }
                    }
                    Err(silence) => {
                        let key = (recipient, silence.to_string());
                        silences.entry(key).or_insert((Vec::new(), silence)).0.push(change);
                    }
                }
            }
        }
        let context: Vec<&Change> = group.iter().copied().filter(|c| !is_news(c)).collect();
        for ((recipient, deliver), (mut changes, hits)) in alerts {
            changes.extend(&context);
            let recipient = self.config.recipient(recipient).expect("configuration is checked");
            decisions.rows.push(self.alert(recipient, deliver, &changes, &hits, about));
        }
        for ((recipient, _), (changes, silence)) in silences {
            decisions.rows.push(self.silent(recipient, "", &changes, &silence));
        }
    }

    /// Why nobody at all is told of an inspection, if so.
    fn silence_for_all(self, group: &[&Change], about: &About) -> Option<Silence> {
        let later = &group[0].later;
        if self.recorded.quiet {
            return Some(Silence::Quiet);
        }
        let arrived = self.recorded.arrived;
        if arrived.is_empty() && !self.waited_for_a_date() {
            return Some(Silence::ByCorrection);
        }
        if !arrived.is_empty() && !arrived.iter().any(|digest| later.releases.contains(digest)) {
            return Some(Silence::Consequence);
        }
        let Some(day) = news_day(group[0], about) else { return Some(Silence::Undated) };
        if !about.newest {
            return Some(Silence::LateArrival);
        }
        let today = self.now.to_zoned(TimeZone::UTC).date();
        let max_days = i64::try_from(self.config.alerts.max_age.seconds() / 86_400).ok();
        let age = i64::from((today - day).get_days());
        if max_days.is_some_and(|most| age > most) {
            return Some(Silence::OldNews { day, max_days: max_days.unwrap_or_default() });
        }
        (!group.iter().any(|c| is_news(c))).then_some(Silence::NothingNew)
    }

    /// Whether nobody was told of what a person corrected for want of a date only: given one, it is as
    /// if it had arrived now.
    fn waited_for_a_date(self) -> bool {
        let told = self.recorded.told;
        let undated = |row: &AlertRow| row.state == AlertState::Suppressed && row.why == UNDATED;
        !told.is_empty() && told.iter().all(undated)
    }

    /// For each recipient that a route names: the route, or why it is not told.
    fn route(
        self,
        change: &'a Change,
        about: &About,
        covered: &[(String, String)],
    ) -> Vec<(&'a str, Result<Hit<'a>, Silence>)> {
        let subject = Subject::new(change, !about.doubts.is_empty(), self.knowledge);
        let hits = routes::hits(self.config, &subject);
        if hits.is_empty() {
            return vec![(EVERYONE, Err(Silence::NoRoute))];
        }
        let today = self.now.to_zoned(routes::london()).date();
        let judge = |(recipient, hit): (&'a str, Hit<'a>)| {
            let is_covered = covered.iter().any(|(r, id)| r == recipient && *id == change.id);
            let outcome = if is_covered {
                Err(Silence::Covered)
            } else if self.stands_told(recipient, &change.id) {
                Err(Silence::AlreadyTold)
            } else if let Some(mute) = routes::mute(self.config, recipient, &subject, today) {
                Err(Silence::Muted { reason: mute.reason.clone(), until: mute.until.0 })
            } else {
                Ok(hit)
            };
            (recipient, outcome)
        };
        hits.into_iter().map(judge).collect()
    }

    /// Whether the last row about a change for a recipient tells it, rather than takes it back.
    fn stands_told(self, recipient: &str, change: &str) -> bool {
        self.standing(recipient, change).is_some()
    }

    /// The last row about a change for a recipient, if it tells it.
    fn standing(self, recipient: &str, change: &str) -> Option<&'a AlertRow> {
        let last = self.rows_about(recipient, change).max_by_key(|row| row.created_at)?;
        let mut lines = last.notices.iter().flat_map(|notice| &notice.corrections);
        let tells = last.kind == AlertKind::Change
            || lines.any(|line| line.now_ids.iter().any(|id| id == change));
        tells.then_some(last)
    }

    /// Rows that are or will be sent to a recipient about a change.
    fn rows_about(self, recipient: &str, change: &str) -> impl Iterator<Item = &'a AlertRow> {
        self.recorded.told.iter().filter(move |row| {
            row.recipient == recipient
                && row.kind != AlertKind::Digest
                && (row.state != AlertState::Suppressed || row.kind == AlertKind::Correction)
                && row.change_ids.iter().any(|id| id == change)
        })
    }
}

/// Whether a change is news; the rest goes along with news as context.
fn is_news(change: &Change) -> bool {
    let same_kind = change.earlier_kind.is_none() || change.earlier_kind == change.priority_kind;
    change.status != Some(PriorityStatus::Carried) || !same_kind
}

/// The day from which the age of an inspection's news counts.
fn news_day(change: &Change, about: &About) -> Option<Date> {
    let delay = PUBLICATION_DELAY_MONTHS.months();
    about.published.or_else(|| change.later.inspected?.to.checked_add(delay).ok())
}

#[cfg(test)]
mod tests;
