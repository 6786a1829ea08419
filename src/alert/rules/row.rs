//! Rows of the outbox: what every one of them carries, and the ids that make decisions repeatable.

use jiff::Timestamp;

use super::routes::Hit;
use super::{About, Recorded, Silence, notice};
use crate::config::route::IMMEDIATE;
use crate::config::{Config, Doubtful, Recipient};
use crate::knowledge::Knowledge;
use crate::model::alert::{AlertKind, AlertRow, AlertState, Channel, Notice};
use crate::model::change::Change;

/// What all decisions of one recording share.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) recorded: &'a Recorded<'a>,
    pub(super) config: &'a Config,
    pub(super) knowledge: &'a Knowledge,
    pub(super) now: Timestamp,
}

impl Desk<'_> {
    pub(super) fn alert(
        self,
        recipient: &Recipient,
        deliver: &str,
        changes: &[&Change],
        hits: &[Hit<'_>],
        about: &About,
    ) -> AlertRow {
        let why = hits.iter().map(|hit| hit.why.as_str()).collect::<Vec<_>>().join("; ");
        let paths = hits.iter().map(|hit| hit.path.as_str()).collect::<Vec<_>>().join(", ");
        let notice = notice::compose(changes, about, self.knowledge, self.config);
        let mut row = self.row(AlertKind::Change, recipient, deliver, changes, notice, why);
        row.route = paths;
        row
    }

    /// A row to be sent at once or held, for a digest or a person; suppressed where this is a trial
    /// run.
    pub(super) fn row(
        self,
        kind: AlertKind,
        recipient: &Recipient,
        deliver: &str,
        changes: &[&Change],
        notice: Notice,
        why: String,
    ) -> AlertRow {
        let name = recipient.name.get_ref();
        let change_ids = ids(changes);
        let told_before =
            change_ids.iter().map(|id| self.rows_about(name, id).count()).sum::<usize>();
        let kind_word = format!("{kind:?} {told_before}");
        let id = row_id([name.as_str(), deliver, &kind_word], &change_ids);
        let immediate = deliver == IMMEDIATE;
        // Who was told something wrong is put right at once, with the doubt in plain words.
        let review = kind == AlertKind::Change
            && !notice.doubts.is_empty()
            && self.config.alerts.doubtful == Doubtful::Hold;
        let mailed = matches!(recipient.channel, Channel::Email | Channel::File);
        let mut row = AlertRow {
            message_id: mailed.then(|| message_id(self.config, &id)),
            id,
            kind,
            change_ids,
            recipient: name.clone(),
            route: String::new(),
            channel: recipient.channel,
            state: match (review, immediate) {
                (true, _) => AlertState::HeldForReview,
                (false, true) => AlertState::Pending,
                (false, false) => AlertState::HeldForDigest,
            },
            attempts: 0,
            next_due: (immediate && !review).then_some(self.now),
            last_error: None,
            created_at: self.now,
            sent_at: None,
            why,
            thread: format!("{}/{}", notice.area.code, notice.programme),
            digest: (!immediate).then(|| deliver.to_owned()),
            window: None,
            carrier: None,
            notices: vec![notice],
        };
        if let Some(silence) = trial_run(self.config, recipient) {
            row.state = AlertState::Suppressed;
            row.next_due = None;
            row.why = format!("{silence}; {}", row.why);
        }
        row
    }

    pub(super) fn silent(
        self,
        recipient: &str,
        route: &str,
        changes: &[&Change],
        silence: &Silence,
    ) -> AlertRow {
        let why = silence.to_string();
        let change_ids = ids(changes);
        let first = changes.first().expect("a silence is about a change");
        AlertRow {
            id: row_id([recipient, "silence", &why], &change_ids),
            kind: AlertKind::Change,
            change_ids,
            recipient: recipient.to_owned(),
            route: route.to_owned(),
            channel: self.config.recipient(recipient).map_or(Channel::None, |r| r.channel),
            state: AlertState::Suppressed,
            attempts: 0,
            next_due: None,
            last_error: None,
            message_id: None,
            created_at: self.now,
            sent_at: None,
            why,
            thread: format!("{}/{}", first.area.code, first.programme),
            digest: None,
            window: None,
            carrier: None,
            notices: Vec::new(),
        }
    }
}

/// Why a recipient is left out of a trial run, if so.
pub(in crate::alert) fn trial_run(config: &Config, recipient: &Recipient) -> Option<Silence> {
    if config.alerts.dry_run {
        return Some(Silence::DryRun);
    }
    (recipient.channel == Channel::Email && !may_be_mailed(config, recipient))
        .then_some(Silence::NotAllowed)
}

/// Whether `alerts.allow` lets mail go to a recipient's address.
pub fn may_be_mailed(config: &Config, recipient: &Recipient) -> bool {
    recipient.address.as_ref().is_none_or(|address| is_allowed(config, address.get_ref()))
}

/// Whether `alerts.allow` lets any mail go to an address, with a name before it or not.
pub fn is_allowed(config: &Config, address: &str) -> bool {
    let allowed = &config.alerts.allow;
    let plain = |words: &str| {
        let bare = words.rsplit_once('<').map_or(words, |(_, rest)| rest.trim_end_matches('>'));
        bare.trim().to_lowercase()
    };
    allowed.is_empty() || allowed.iter().any(|a| plain(a) == plain(address))
}

/// Why a row that was decided before stays unsent under the configuration in force, whatever held
/// when it was decided; none where nothing keeps it back. It goes out once that is changed.
pub fn kept_back(config: &Config, row: &AlertRow) -> Option<&'static str> {
    if !matches!(row.state, AlertState::Pending | AlertState::HeldForDigest) {
        return None;
    }
    if config.alerts.dry_run {
        return Some("this is a dry run (`alerts.dry_run`)");
    }
    let mailed = row.channel == Channel::Email;
    let recipient = config.recipient(&row.recipient).filter(|_| mailed)?;
    (!may_be_mailed(config, recipient)).then_some("the address is not in `alerts.allow`")
}

fn ids(changes: &[&Change]) -> Vec<String> {
    let mut ids: Vec<String> = changes.iter().map(|c| c.id.clone()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// The id of a row: a hash of what makes it one decision.
pub(in crate::alert) fn row_id(parts: [&str; 3], change_ids: &[String]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts.into_iter().chain(change_ids.iter().map(String::as_str)) {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    format!("al-{}", &hasher.finalize().to_hex()[..20])
}

/// The Message-ID of a row, without angle brackets.
pub(in crate::alert) fn message_id(config: &Config, id: &str) -> String {
    let from = config.smtp.from.as_deref().unwrap_or_default();
    let domain = from.rsplit_once('@').map(|(_, domain)| domain.trim_end_matches('>').trim());
    format!("{id}@{}", domain.filter(|d| !d.is_empty()).unwrap_or("inspectwatch.invalid"))
}
