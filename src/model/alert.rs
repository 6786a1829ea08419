//! Alerts: what was decided, for whom, and what became of it (stream 3 of the contract).
//!
//! Decide, remember, send are three steps. `alert::rules` decides and returns rows; the store
//! remembers them in the transaction that records the inspection; `alert::deliver` sends what is
//! due and the store notes the outcome that `alert::due` works out.
//! Invariants: `id` derives from recipient and content, so the same decision taken twice is one
//! row; a recipient is told of a change once; a silence is a row too, in state `suppressed`.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::area::AreaRef;
use super::change::{Comparability, Direction, PriorityStatus};
use super::date::DateRange;
use super::doubt::Doubt;
use super::framework::{GradeId, JudgementId, ProgrammeId};
use super::reading::PriorityKind;

/// The recipient of a silence that holds for everyone.
pub const EVERYONE: &str = "*";

/// Why nobody is told of an inspection without any date; people are asked for one.
pub const UNDATED: &str = "the inspection has no date to tell old news from new";

/// How an alert travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A structured log event.
    Log,
    /// A mail over SMTP.
    Email,
    /// An `.eml` file or a JSON line in a directory.
    File,
    /// A program fed with JSON on its standard input.
    Command,
    /// An HTTP endpoint of the user's.
    Webhook,
    /// Nowhere: a silence that no recipient's channel had a part in.
    None,
}

/// Where an alert stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlertState {
    /// To be sent at `next_due`.
    Pending,
    /// Waits for its recipient's next digest.
    HeldForDigest,
    /// In doubt and held back until a person has looked, or the doubt is gone. `alerts` prints it as
    /// `suppressed`, the word that programs know, with the key `held_for_review`.
    HeldForReview,
    /// Accepted by the channel.
    Sent,
    /// Given up; `last_error` has the reason. `alerts retry` makes it pending again.
    Failed,
    /// Decided not to be sent; `why` says the reason.
    Suppressed,
}

/// What kind of message an alert is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlertKind {
    /// The changes that one recorded inspection brings.
    Change,
    /// Something told before was withdrawn or altered.
    Correction,
    /// Held alerts of one recipient and window, in one message.
    Digest,
}

/// One alert of one recipient. The store keeps every field; serialised (without the notices) it is
/// a line of `inspectwatch alerts --format json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertRow {
    /// Derives from recipient, delivery and content. Unique.
    pub id: String,
    /// What kind of message.
    pub kind: AlertKind,
    /// Ids of the changes it tells, sorted. Empty for an empty digest that was asked for.
    pub change_ids: Vec<String>,
    /// Name of the recipient in the configuration, or [`EVERYONE`].
    pub recipient: String,
    /// Path of the route that matched, such as `default/north`; empty where none did.
    pub route: String,
    /// How it travels.
    pub channel: Channel,
    /// Where it stands.
    pub state: AlertState,
    /// How often sending was tried.
    pub attempts: u32,
    /// When to try (again); only while pending.
    pub next_due: Option<Timestamp>,
    /// The channel's words at the last failure.
    pub last_error: Option<String>,
    /// Of a mail, without angle brackets. Derives from `id`.
    pub message_id: Option<String>,
    /// When it was decided.
    pub created_at: Timestamp,
    /// When the channel accepted it.
    pub sent_at: Option<Timestamp>,
    /// The rule that matched, or why it was suppressed.
    pub why: String,
    /// Area code and programme, such as `E08000036/send`; mails of one thread refer to each other.
    /// Empty for digests.
    pub thread: String,
    /// Name of the digest that it waits for or is; none for an immediate alert.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// Of a digest row: the window it covers. Unique per recipient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// Of a held row: id of the digest row that carries it, once there is one. The held row's
    /// state, `sent_at` and `message_id` then follow the carrier's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// What it says; empty for suppressed rows. A column of its own in the store, as JSON.
    #[serde(skip)]
    pub notices: Vec<Notice>,
}

/// A digest's span of time: from `from` up to but not including `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Window {
    /// Start, included.
    pub from: Timestamp,
    /// End, excluded: the moment the digest becomes due.
    pub to: Timestamp,
}

/// What the store changes in a row after an attempt or a retry on request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertUpdate {
    /// New state.
    pub state: AlertState,
    /// New count of attempts.
    pub attempts: u32,
    /// New time to try again.
    pub next_due: Option<Timestamp>,
    /// New last error; none clears it.
    pub last_error: Option<String>,
    /// When it was accepted.
    pub sent_at: Option<Timestamp>,
    /// New reason, where the reason changes.
    pub why: Option<String>,
}

/// What one inspection says to one recipient: enough to write the message without the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The area.
    pub area: AreaRef,
    /// Its region of England.
    pub region: String,
    /// The programme.
    pub programme: ProgrammeId,
    /// The programme for people, such as "Children's services".
    pub programme_name: String,
    /// The framework for people, where known.
    pub framework_name: Option<String>,
    /// Fieldwork dates.
    pub inspected: Option<DateRange>,
    /// Day of publication, where known.
    pub published: Option<Date>,
    /// How much it matters: the most severe of its changes.
    pub severity: Severity,
    /// Whether it is the first inspection of its series.
    #[serde(default)]
    pub first: bool,
    /// Grades, overall first.
    pub grades: Vec<GradeLine>,
    /// Priorities, new ones first.
    pub priorities: Vec<PriorityLine>,
    /// What else to know: a first inspection, scales that do not compare.
    pub notes: Vec<String>,
    /// Of a correction: what was said and no longer holds, and what holds now.
    pub corrections: Vec<CorrectionLine>,
    /// Of a correction: Message-ID of the mail that it corrects, without angle brackets.
    #[serde(default)]
    pub replies_to: Option<String>,
    /// The words of the release.
    pub quotes: Vec<Quote>,
    /// Names of the releases that tell it.
    pub releases: Vec<String>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
    /// Page of the local web view, if it is served.
    pub link: Option<String>,
}

/// One judgement that changed or is new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradeLine {
    /// Id of the change that it tells.
    pub change_id: String,
    /// Which judgement.
    pub judgement: JudgementId,
    /// The judgement for people.
    pub label: String,
    /// Grade before, and for people.
    pub from: Option<(GradeId, String)>,
    /// Grade now, and for people.
    pub to: Option<(GradeId, String)>,
    /// Which way; none where grades cannot be ordered.
    pub direction: Option<Direction>,
    /// How far the two compare; none where they do not.
    pub comparability: Option<Comparability>,
    /// Said where the earlier grade is only stated by the later release, or the scope changed.
    pub note: Option<String>,
}

/// One priority and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityLine {
    /// Id of the change that it tells.
    pub change_id: String,
    /// What became of it.
    pub status: PriorityStatus,
    /// Urgent or not.
    pub kind: PriorityKind,
    /// What it was before, where that differs.
    pub earlier_kind: Option<PriorityKind>,
    /// Its words before.
    pub earlier_text: Option<String>,
    /// Its words now.
    pub later_text: Option<String>,
}

/// What was said, and what holds now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionLine {
    /// Id of the change that no longer holds.
    pub change_id: String,
    /// Ids of the changes that hold instead.
    pub now_ids: Vec<String>,
    /// What the recipient was told, in one line.
    pub said: String,
    /// What holds now, in one line; none where it is withdrawn without a successor.
    pub now: Option<String>,
    /// Why.
    pub reason: String,
}

/// Words of a release that prove something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// What they prove, such as "Overall effectiveness".
    pub about: String,
    /// The words themselves.
    pub words: String,
}

/// How much a change matters. Ordered: the most severe is greatest.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Reworded, carried or no longer raised; scales that do not compare.
    #[default]
    Low,
    /// An improved grade, a new improvement area, a first inspection.
    Normal,
    /// A declined grade, a new priority action.
    High,
    /// A grade that fell to the lowest of its scale.
    Urgent,
}
