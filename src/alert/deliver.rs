//! Delivering: the only place that sends. Rows that are due go out by their channel; what became of
//! each is handed back at once, for the store to note.
//!
//! In:  rows of the outbox. Out: an [`Outcome`] for every row, in the order in which they are known.
//! Invariants: nothing waits longer than its limit, however silent the other side; one mail's failure
//! delays no other; a server that cannot be reached is tried once per call, not once per row.
//! Commands and webhooks run one after the other: who must not wait for another has its own courier.
//! At least once, under one id: a crash between "accepted" and "noted" repeats that one row. The
//! channel `file` finds such a repetition and leaves the file as it is.

mod brake;
mod command;
mod file;
mod log;
mod secret;
mod smtp;
mod webhook;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use thiserror::Error;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

pub use brake::Brake;

use super::due::Outcome;
use super::letter;
use super::render::{TemplateError, Templates};
use super::rules::{is_allowed, kept_back};
use crate::config::{Config, Recipient};
use crate::model::alert::{AlertRow, Channel};

/// Characters of an error that are kept.
const LONGEST_ERROR: usize = 500;

/// A row that was tried, and what the channel said.
pub type Delivered = (AlertRow, Outcome);

/// Why nothing at all can be delivered.
#[derive(Debug, Error)]
pub enum CourierError {
    /// A file that the configuration names.
    #[error("read `{}`", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// The operating system's reason.
        source: std::io::Error,
    },
    /// A template.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A certificate or key.
    #[error("use `{}`: {problem}", path.display())]
    Key {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
}

/// Delivers rows. Keeps connections to the mail server between calls.
#[derive(Debug)]
pub struct Courier {
    desk: Arc<Desk>,
    post: smtp::Post,
    hooks: Option<webhook::Hooks>,
    mails: Option<Brake>,
    others: Option<Brake>,
}

/// What is needed to put a row into words.
#[derive(Debug)]
struct Desk {
    config: Config,
    templates: Templates,
    zone: TimeZone,
}

impl Courier {
    /// Reads templates, certificates and keys that the configuration names.
    ///
    /// # Errors
    /// The first of them that cannot be used. The password is read when it is needed.
    pub fn new(config: &Config) -> Result<Self, CourierError> {
        let desk = Desk {
            config: config.clone(),
            templates: templates(config)?,
            zone: TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC),
        };
        let post = smtp::Post::new(config)?;
        let hooks = webhook::Hooks::new(config)?;
        Ok(Self { desk: Arc::new(desk), post, hooks, mails: None, others: None })
    }

    /// The brake of a channel. Once asked for, every row of the channel must be noted with it, in
    /// time, or delivery waits.
    pub fn brake(&mut self, channel: Channel) -> Brake {
        let (brake, most) = match channel {
            Channel::Email => (&mut self.mails, smtp::LINES),
            _ => (&mut self.others, 1),
        };
        brake.get_or_insert_with(|| Brake::new(most)).clone()
    }

    /// Tries each row once and hands `done` what became of it. In a dry run nothing is tried, and
    /// every row stays as it is.
    pub async fn deliver(&mut self, rows: Vec<AlertRow>, done: &UnboundedSender<Delivered>) {
        if self.desk.config.alerts.dry_run {
            return;
        }
        let mut mails = Vec::new();
        let mut commands = Vec::new();
        let mut posts = Vec::new();
        for row in rows {
            match row.channel {
                Channel::Email => mails.push(row),
                Channel::Command => commands.push(row),
                Channel::Log => {
                    if !Brake::wait(self.others.as_ref()).await {
                        return;
                    }
                    report(done, self.desk.logged(row));
                }
                Channel::File => {
                    if !Brake::wait(self.others.as_ref()).await {
                        return;
                    }
                    let (desk, same) = (Arc::clone(&self.desk), row.clone());
                    let filed = tokio::task::spawn_blocking(move || desk.filed(row)).await;
                    let failed = |_| {
                        let words = "writing failed within inspectwatch: please report it";
                        (same, Outcome::Temporary(words.to_owned()))
                    };
                    report(done, filed.unwrap_or_else(failed));
                }
                Channel::Webhook => posts.push(row),
                Channel::None => {
                    let words = "this channel cannot be delivered to".to_owned();
                    report(done, (row, Outcome::Permanent(words)));
                }
            }
        }
        tokio::join!(
            self.post.send(&self.desk, mails, None, self.mails.as_ref(), done),
            self.desk.run(commands, self.others.as_ref(), done),
            self.desk.call(posts, self.hooks.as_ref(), self.others.as_ref(), done)
        );
    }

    /// Delivers what comes, until nobody gives any more. A mail that comes while others are under way
    /// need not wait for them. When the brake is stopped, what is not under way stays as it is.
    pub async fn attend(
        &mut self,
        channel: Channel,
        rows: &mut UnboundedReceiver<Vec<AlertRow>>,
        done: &UnboundedSender<Delivered>,
    ) {
        if channel == Channel::Email && !self.desk.config.alerts.dry_run {
            let brake = self.mails.as_ref();
            return self.post.send(&self.desk, Vec::new(), Some(rows), brake, done).await;
        }
        while let Some(rows) = rows.recv().await {
            self.deliver(rows, done).await;
        }
    }

    /// Connects to the mail server and signs in, without sending anything.
    ///
    /// # Errors
    /// What the server or the network said, in words.
    pub async fn probe(&mut self) -> Result<(), String> {
        self.post.probe().await
    }

    /// Sends a test mail to an address, whatever the routes say.
    ///
    /// # Errors
    /// An address that `alerts.allow` leaves out, or what the server, the network or the address's
    /// form said, in words.
    pub async fn trial(&mut self, address: &str, now: Timestamp) -> Result<(), String> {
        if !is_allowed(&self.desk.config, address) {
            return Err(
                "`alerts.allow` leaves this address out: add it there, or take one that it \
                        has"
                .into(),
            );
        }
        let mail = letter::trial(address, &self.desk.config, now).map_err(|e| words(&e))?;
        match self.post.one(mail).await {
            Outcome::Accepted => Ok(()),
            Outcome::Temporary(words)
            | Outcome::After(words, _)
            | Outcome::Permanent(words)
            | Outcome::Withheld(words) => Err(words),
        }
    }
}

impl Desk {
    /// The recipient of a row; none once it is gone from the configuration.
    fn recipient(&self, row: &AlertRow) -> Result<&Recipient, Outcome> {
        self.config.recipient(&row.recipient).ok_or_else(|| {
            let words = format!("the recipient `{}` is not configured any more", row.recipient);
            Outcome::Permanent(words)
        })
    }

    /// The mail of a row; none that the configuration keeps back.
    fn letter(&self, row: &AlertRow) -> Result<lettre::Message, Outcome> {
        let recipient = self.recipient(row)?;
        if let Some(reason) = kept_back(&self.config, row) {
            return Err(Outcome::Withheld(reason.to_owned()));
        }
        letter::write(row, recipient, &self.config, &self.templates, &self.zone)
            .map_err(|error| Outcome::Temporary(words(&error)))
    }

    fn logged(&self, row: AlertRow) -> Delivered {
        log::event(&row);
        (row, Outcome::Accepted)
    }

    fn filed(&self, row: AlertRow) -> Delivered {
        let outcome = match self.recipient(&row) {
            Ok(recipient) => file::write(self, &row, recipient),
            Err(outcome) => outcome,
        };
        (row, outcome)
    }

    async fn run(
        &self,
        rows: Vec<AlertRow>,
        brake: Option<&Brake>,
        done: &UnboundedSender<Delivered>,
    ) {
        for row in rows {
            if !Brake::wait(brake).await {
                return;
            }
            let outcome = match self.recipient(&row) {
                Ok(recipient) => command::run(&row, &recipient.command).await,
                Err(outcome) => outcome,
            };
            report(done, (row, outcome));
        }
    }

    /// Posts rows one after the other. One whose other side cannot take anything now is not called
    /// again: its other rows have the same outcome.
    async fn call(
        &self,
        rows: Vec<AlertRow>,
        hooks: Option<&webhook::Hooks>,
        brake: Option<&Brake>,
        done: &UnboundedSender<Delivered>,
    ) {
        let mut closed: BTreeMap<String, Outcome> = BTreeMap::new();
        for row in rows {
            if !Brake::wait(brake).await {
                return;
            }
            let known = closed.get(&row.recipient).cloned();
            let outcome = match (known, self.recipient(&row), hooks) {
                (Some(outcome), ..) | (None, Err(outcome), _) => outcome,
                (None, Ok(_), None) => {
                    Outcome::Permanent("this recipient has another channel now".into())
                }
                (None, Ok(recipient), Some(hooks)) => {
                    let posted = hooks.post(&row, recipient, Timestamp::now()).await;
                    if posted.closed {
                        closed.insert(row.recipient.clone(), posted.outcome.clone());
                    }
                    posted.outcome
                }
            };
            report(done, (row, outcome));
        }
    }
}

/// The templates that a configuration asks for.
///
/// # Errors
/// A directory that cannot be read, or a template that is not well formed or fails on what it may
/// have to show.
pub fn templates(config: &Config) -> Result<Templates, CourierError> {
    let mut overrides = BTreeMap::new();
    if let Some(directory) = &config.alerts.templates {
        let complain = |path: &Path, source| CourierError::Read { path: path.to_owned(), source };
        for entry in fs::read_dir(directory).map_err(|e| complain(directory, e))? {
            let path = entry.map_err(|e| complain(directory, e))?.path();
            let named = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let is_template = path.extension().is_some_and(|e| e == "txt" || e == "html");
            if let (true, Some(name)) = (is_template, named) {
                let text = fs::read_to_string(&path).map_err(|e| complain(&path, e))?;
                overrides.insert(name, text);
            }
        }
    }
    let templates = Templates::new(&overrides)?;
    if !overrides.is_empty() {
        super::render::check(&templates)?;
    }
    Ok(templates)
}

/// An alert for machines: the contract's fields, the subject and the notices.
fn json(row: &AlertRow) -> serde_json::Value {
    let mut value = serde_json::to_value(row).unwrap_or_default();
    value["subject"] = super::render::subject(row).into();
    value["notices"] = serde_json::to_value(&row.notices).unwrap_or_default();
    value
}

/// The receiver is gone only when the daemon ends; the row is then tried again after the next start.
fn report(done: &UnboundedSender<Delivered>, delivered: Delivered) {
    done.send(delivered).unwrap_or_default();
}

/// An error with its causes in one line.
fn words(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        let said = source.to_string();
        if !words.contains(&said) {
            words = format!("{words}: {said}");
        }
        cause = source.source();
    }
    super::render::clean(&words).chars().take(LONGEST_ERROR).collect()
}

#[cfg(test)]
mod tests;
