//! The channel `email`: SMTP over a few connections that are kept and reused.
//!
//! lettre speaks the protocol; its own timeout covers only the connecting, so a limit of wall-clock
//! time lies around every sending and every connection that ran into it is dropped.
//! What concerns the server (no connection, certificate, sign-in) is never the mail's fault: such
//! mails are tried again. Answers to a mail decide about that mail alone.

mod line;

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use lettre::message::dkim::DkimConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use super::{Brake, CourierError, Delivered, Desk, report, secret, words};
use crate::alert::due::Outcome;
use crate::alert::letter;
use crate::config::{Config, Smtp, Tls};
use crate::model::alert::AlertRow;

use line::{Attempt, Line};

/// Connections at once. One recipient's slow server holds up one of them.
pub(super) const LINES: usize = 4;

/// A connection that was idle for longer is not used again: servers hang up after minutes.
const IDLE: Duration = Duration::from_secs(30);

/// The mail server, and open connections to it.
#[derive(Debug)]
pub(super) struct Post {
    server: Arc<Server>,
    dkim: Option<DkimConfig>,
    idle: Vec<(Instant, Line)>,
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
        Ok(Self { server, dkim, idle: Vec::new(), next_slot: Instant::now(), interval })
    }

    /// Sends each row as a mail, a few at a time.
    pub(super) async fn send(
        &mut self,
        desk: &Desk,
        rows: Vec<AlertRow>,
        brake: Option<&Brake>,
        done: &UnboundedSender<Delivered>,
    ) {
        let mut waiting = VecDeque::from(rows);
        let mut under_way: JoinSet<(AlertRow, Attempt)> = JoinSet::new();
        let mut down: Option<String> = None;
        loop {
            while down.is_none() && under_way.len() < LINES {
                let Some(row) = waiting.pop_front() else { break };
                let mut mail = match desk.letter(&row) {
                    Ok(mail) => mail,
                    Err(outcome) => {
                        report(done, (row, outcome));
                        continue;
                    }
                };
                if let Some(dkim) = &self.dkim {
                    mail.sign(dkim);
                }
                // Fewer mails are under way than the brake lets pass, so what it waits for is only
                // to be noted, not to be sent.
                Brake::wait(brake).await;
                self.wait_for_slot().await;
                let (server, line) = (Arc::clone(&self.server), self.idle_line());
                under_way.spawn(async move { (row, line::attempt(server, line, mail).await) });
            }
            let Some(joined) = under_way.join_next().await else { break };
            // A task that panicked leaves its row as it was; it is due again at the next round.
            let Ok((row, Attempt { outcome, line, server_down })) = joined else { continue };
            self.idle.extend(line.map(|line| (Instant::now(), line)));
            if let (true, Outcome::Temporary(words)) = (server_down, &outcome) {
                down.get_or_insert_with(|| words.clone());
            }
            report(done, (row, outcome));
        }
        let words = down.unwrap_or_default();
        for row in waiting {
            report(done, (row, Outcome::Temporary(words.clone())));
        }
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
