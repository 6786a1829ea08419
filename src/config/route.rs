//! Who is told what, how and when: recipients, the tree of routes, digests and mutes.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use crate::model::alert::{Channel, Severity};
use crate::model::change::{ChangeKind, Direction, PriorityStatus};

/// The delivery that is not a digest.
pub const IMMEDIATE: &str = "immediate";

/// Someone or something that can be told.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Unique name.
    pub name: Spanned<String>,
    /// How it is told.
    pub channel: Channel,
    /// `email`: `address` or `Name <address>`.
    pub address: Option<Spanned<String>>,
    /// `file`: where to.
    pub directory: Option<PathBuf>,
    /// `file`: in what form; `eml` unless said.
    #[serde(default)]
    pub format: FileFormat,
    /// `command`: program and arguments.
    #[serde(default)]
    pub command: Vec<String>,
    /// `webhook`: where to.
    pub url: Option<Spanned<String>>,
    /// `webhook`: file that holds the secret that signs.
    pub secret_file: Option<PathBuf>,
    /// `webhook`: name of the systemd credential that holds it.
    pub secret_credential: Option<String>,
    /// `immediate` or the name of a digest, where the route does not say.
    pub deliver: Option<Spanned<String>>,
}

/// Form of the messages of the channel `file`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileFormat {
    /// One mail per file.
    #[default]
    Eml,
    /// One JSON line per alert.
    Json,
}

/// A node of the tree of routes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// For people; shown with its parents' names as the alert's route.
    #[serde(default = "unnamed")]
    pub name: String,
    /// What fits; everything unless said.
    #[serde(default, rename = "match")]
    pub matcher: Matcher,
    /// Who is told where no child fits; the parent's unless said.
    pub recipients: Option<Vec<Spanned<String>>>,
    /// `immediate` or the name of a digest; the parent's unless said.
    pub deliver: Option<Spanned<String>>,
    /// Whether routes after this one are tried too.
    #[serde(default, rename = "continue")]
    pub continues: bool,
    /// Children, tried in order.
    #[serde(default)]
    pub routes: Vec<Route>,
}

fn unnamed() -> String {
    "default".to_owned()
}

/// What fits. Every key that is given must fit; a list fits when one of its entries does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Matcher {
    /// Codes or names of areas.
    pub area: Vec<String>,
    /// Regions of England.
    pub region: Vec<String>,
    /// Programmes.
    pub programme: Vec<String>,
    /// Kinds of change.
    pub kind: Vec<ChangeKind>,
    /// Judgements.
    pub judgement: Vec<String>,
    /// Ways a grade moved.
    pub direction: Vec<Direction>,
    /// Grades reached.
    pub grade: Vec<String>,
    /// What became of a priority.
    pub status: Vec<PriorityStatus>,
    /// At least this severe.
    pub severity: Option<Severity>,
    /// In doubt, or not in doubt.
    pub doubtful: Option<bool>,
    /// Words, in any case.
    pub text: Vec<String>,
}

/// When held alerts go out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DigestSpec {
    /// Unique name, other than `immediate`.
    pub name: Spanned<String>,
    /// How often; or none, and `cron`.
    pub every: Option<Every>,
    /// Weekday or day of the month.
    pub on: Option<Spanned<On>>,
    /// Local time, `HH:MM`; midnight unless said.
    pub at: Option<Spanned<String>>,
    /// Minute, hour, day, month, weekday.
    pub cron: Option<Spanned<String>>,
    /// IANA name.
    #[serde(default = "london")]
    pub time_zone: Spanned<String>,
    /// Whether a message goes out when nothing changed.
    #[serde(default)]
    pub when_empty: bool,
}

fn london() -> Spanned<String> {
    Spanned::new(0..0, "Europe/London".into())
}

/// How often a digest goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    /// Each day.
    Day,
    /// Each week, on a weekday.
    Week,
    /// Each month, on a day.
    Month,
}

/// The day on which a digest goes out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum On {
    /// Day of the month.
    Day(i8),
    /// Weekday, in English.
    Weekday(String),
}

/// What not to tell.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mute {
    /// Why; shown wherever it bites.
    pub reason: String,
    /// Last day on which it holds.
    pub until: TomlDate,
    /// What it covers.
    #[serde(rename = "match")]
    pub matcher: Matcher,
    /// Whom it covers; everyone if empty.
    #[serde(default)]
    pub recipients: Vec<Spanned<String>>,
}

/// A day, written as TOML's own date or as a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "toml::Value")]
pub struct TomlDate(pub Date);

impl TryFrom<toml::Value> for TomlDate {
    type Error = String;

    fn try_from(value: toml::Value) -> Result<Self, String> {
        let words = match &value {
            toml::Value::String(words) => words.clone(),
            other => other.to_string(),
        };
        words.parse().map(Self).map_err(|_| format!("`{words}` is not a date such as 2027-03-31"))
    }
}
