//! The channel `email`: SMTP over a few connections that are kept and reused.
//!
//! lettre speaks the protocol; its own timeout covers only the connecting, so a limit of wall-clock
//! time lies around every sending and every connection that ran into it is dropped.
//! What concerns the server (no connection, certificate, sign-in) is never the mail's fault: such
//! mails are tried again. Answers to a mail decide about that mail alone.

mod line;
mod queue;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use lettre::message::dkim::DkimConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::task::{Id, JoinSet};
use tokio::time::{Instant, sleep_until};

use super::{Brake, CourierError, Delivered, Desk, report, secret, words};
use crate::alert::due::Outcome;
use crate::alert::letter;
use crate::config::{Config, Smtp, Tls};
use crate::model::alert::AlertRow;

use line::{Attempt, Fault, Line};
use queue::Queue;

/// Connections at once: so many mails may be under way, and repeat after a kill.
pub(super) const LINES: usize = 4;

/// A connection that was idle for longer is not used again: servers hang up after minutes.
const IDLE: Duration = Duration::from_secs(30);

/// The mail server, and open connections to it.
#[derive(Debug)]
pub(super) struct Post {
    server: Arc<Server>,
    dkim: Option<DkimConfig>,
    idle: Vec<(Instant, Line)>,
    queue: Queue,
    next_slot: Instant,
    interval: Duration,
}

/// How the mail server is reached.
pub(super) struct Server {
    smtp: Smtp,
    tls: Option<TlsParameters>,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Server").field(&self.smtp.host).finish()
    }
}

impl Post {
    pub(super) fn new(config: &Config) -> Result<Self, CourierError> {
        let smtp = config.smtp.clone();
        let tls = match (&smtp.host, smtp.tls) {
            (Some(host), Tls::Starttls | Tls::Implicit) => Some(tls(host, &smtp)?),
            _ => None,
        };
        let interval = match smtp.messages_per_minute {
            0 => Duration::ZERO,
            most => Duration::from_secs(60) / most,
        };
        let dkim = dkim(config)?;
        let server = Arc::new(Server { smtp, tls });
        let (idle, queue, next_slot) = (Vec::new(), Queue::default(), Instant::now());
        Ok(Self { server, dkim, idle, queue, next_slot, interval })
    }

    /// Sends each row as a mail, a few at a time, and what comes through `more` meanwhile, until that
    /// is closed.
    pub(super) async fn send(
        &mut self,
        desk: &Desk,
        rows: Vec<AlertRow>,
        mut more: Option<&mut UnboundedReceiver<Vec<AlertRow>>>,
        brake: Option<&Brake>,
        done: &UnboundedSender<Delivered>,
    ) {
        self.queue.add(rows);
        let mut lines: JoinSet<Attempt> = JoinSet::new();
        let mut under_way: HashMap<Id, AlertRow> = HashMap::new();
        loop {
            while lines.len() < LINES {
                let Some(row) = self.queue.next() else { break };
                match self.written(desk, &row) {
                    Ok(mail) => {
                        // Fewer mails are under way than the brake lets pass, so what it waits for
                        // is only to be noted, not to be sent.
                        if !Brake::wait(brake).await {
                            self.queue.take();
                            break;
                        }
                        self.wait_for_slot().await;
                        let (server, line) = (Arc::clone(&self.server), self.idle_line());
                        let task = lines.spawn(line::attempt(server, line, mail));
                        under_way.insert(task.id(), row);
                    }
                    Err(outcome) => {
                        self.queue.answered(&row.recipient, true);
                        report(done, (row, outcome));
                    }
                }
            }
            tokio::select! {
                Some(joined) = lines.join_next_with_id() => {
                    let (id, attempt) = joined.unwrap_or_else(|failed| (failed.id(), failed_attempt()));
                    let row = under_way.remove(&id).expect("every line has its row");
                    self.answered(row, attempt, done);
                }
                Some(rows) = next_of(&mut more) => self.queue.add(rows),
                else => break,
            }
        }
    }

    fn written(&self, desk: &Desk, row: &AlertRow) -> Result<lettre::Message, Outcome> {
        let mut mail = desk.letter(row)?;
        if let Some(dkim) = &self.dkim {
            mail.sign(dkim);
        }
        Ok(mail)
    }

    /// Hands back what became of a mail and of those that need not be tried now.
    fn answered(&mut self, row: AlertRow, attempt: Attempt, done: &UnboundedSender<Delivered>) {
        let Attempt { outcome, line, fault } = attempt;
        self.idle.extend(line.map(|line| (Instant::now(), line)));
        let mut others = self.queue.answered(&row.recipient, fault != Some(Fault::Silence));
        if fault == Some(Fault::Server) {
            others.extend(self.queue.take());
        }
        for other in others {
            report(done, (other, outcome.clone()));
        }
        report(done, (row, outcome));
    }

    /// Sends one mail now.
    pub(super) async fn one(&mut self, mut mail: lettre::Message) -> Outcome {
        if let Some(dkim) = &self.dkim {
            mail.sign(dkim);
        }
        let (server, line) = (Arc::clone(&self.server), self.idle_line());
        let Attempt { outcome, line, .. } = line::attempt(server, line, mail).await;
        self.idle.extend(line.map(|line| (Instant::now(), line)));
        outcome
    }

    pub(super) async fn probe(&mut self) -> Result<(), String> {
        let limit = self.server.smtp.timeout.0;
        match tokio::time::timeout(limit, Line::open(&self.server)).await {
            Ok(Ok(line)) => {
                self.idle.push((Instant::now(), line));
                Ok(())
            }
            Ok(Err(words)) => Err(words),
            Err(_) => Err(line::silent(limit)),
        }
    }

    fn idle_line(&mut self) -> Option<Line> {
        self.idle.retain(|(since, _)| since.elapsed() < IDLE);
        self.idle.pop().map(|(_, line)| line)
    }

    async fn wait_for_slot(&mut self) {
        let slot = self.next_slot.max(Instant::now());
        self.next_slot = slot + self.interval;
        sleep_until(slot).await;
    }
}

/// What is said of an attempt that broke off in our own code.
fn failed_attempt() -> Attempt {
    let words = "sending failed within inspectwatch: please report it".to_owned();
    Attempt { outcome: Outcome::Temporary(words), line: None, fault: None }
}

/// The next rows; none, or never, where no more will come.
async fn next_of(
    more: &mut Option<&mut UnboundedReceiver<Vec<AlertRow>>>,
) -> Option<Vec<AlertRow>> {
    more.as_mut()?.recv().await
}

impl Server {
    /// Name and password, if the configuration has a user. Read anew for each connection, so that a
    /// password that was put right is used without a restart.
    fn credentials(&self) -> Result<Option<Credentials>, String> {
        let Some(user) = &self.smtp.user else { return Ok(None) };
        let smtp = &self.smtp;
        let (file, credential) =
            (smtp.password_file.as_deref(), smtp.password_credential.as_deref());
        let password = secret::read("password", file, credential)?.unwrap_or_default();
        Ok(Some(Credentials::new(user.clone(), password)))
    }
}

fn read(path: &Path) -> Result<String, CourierError> {
    fs::read_to_string(path).map_err(|source| CourierError::Read { path: path.to_owned(), source })
}

/// The server's name that its certificate must have, and whom to trust.
fn tls(host: &str, smtp: &Smtp) -> Result<TlsParameters, CourierError> {
    let mut builder = TlsParameters::builder(host.to_owned());
    let path = smtp.ca_file.clone().unwrap_or_default();
    let complain = |problem: lettre::transport::smtp::Error| CourierError::Key {
        path: path.clone(),
        problem: words(&problem),
    };
    if smtp.ca_file.is_some() {
        let pem = read(&path)?;
        builder =
            builder.add_root_certificate(Certificate::from_pem(pem.as_bytes()).map_err(complain)?);
    }
    builder.build().map_err(complain)
}

fn dkim(config: &Config) -> Result<Option<DkimConfig>, CourierError> {
    let smtp = &config.smtp;
    let (file, credential) = (smtp.dkim_key_file.as_deref(), smtp.dkim_key_credential.as_deref());
    let path = file.map(Path::to_owned).or_else(|| credential.map(PathBuf::from));
    let complain = |problem| CourierError::Key { path: path.clone().unwrap_or_default(), problem };
    match secret::read("signing key", file, credential).map_err(complain)? {
        Some(pem) => letter::dkim(config, &pem).map_err(complain),
        None => Ok(None),
    }
}
