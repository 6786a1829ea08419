//! One connection to the mail server, and one mail over it.

use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::{Address, Message};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};

use super::Server;
use crate::alert::deliver::words;
use crate::alert::due::Outcome;
use crate::config::Tls;

/// Answers that speak of our sign-in, not of the mail.
const SIGN_IN: &[&str] = &["530", "534", "535", "538"];

/// A kept connection that does not answer so fast is not worth waiting for.
const STALE: Duration = Duration::from_secs(5);

/// An open connection, signed in.
pub(super) struct Line(AsyncSmtpConnection);

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Line")
    }
}

/// What came of trying to send a mail.
pub(super) struct Attempt {
    /// What became of the mail.
    pub(super) outcome: Outcome,
    /// The connection, if it can be used again.
    pub(super) line: Option<Line>,
    /// What went wrong beyond this mail.
    pub(super) fault: Option<Fault>,
}

/// What a failure says about other mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The server cannot be reached at all: no other mail need try.
    Server,
    /// The server fell silent over this mail: others to the same recipient need not try.
    Silence,
}

/// Why a mail did not pass.
enum Refusal {
    /// The server's answer; the connection is still good.
    Answer(Outcome),
    /// The server's answer speaks of our sign-in: no mail will pass.
    SignIn(String),
    /// The connection broke.
    Broken(String),
}

/// Sends a mail over `line`, or over a new connection if there is none or it has gone stale.
pub(super) async fn attempt(server: Arc<Server>, line: Option<Line>, mail: Message) -> Attempt {
    let limit = server.smtp.timeout.0;
    let deadline = Instant::now() + limit;
    let down = |words| Attempt {
        outcome: Outcome::Temporary(words),
        line: None,
        fault: Some(Fault::Server),
    };
    let kept = match line {
        Some(mut line) => match timeout(STALE.min(limit), line.fresh()).await {
            Ok(true) => Some(line),
            _ => None,
        },
        None => None,
    };
    let opened = match kept {
        Some(line) => Ok(Ok(line)),
        None => timeout_at(deadline, Line::open(&server)).await,
    };
    let mut line = match opened {
        Ok(Ok(line)) => line,
        Ok(Err(words)) => return down(words),
        Err(_) => return down(silent(limit)),
    };
    let (outcome, line, fault) = match timeout_at(deadline, line.send(&mail)).await {
        Ok(Ok(())) => (Outcome::Accepted, Some(line), None),
        Ok(Err(Refusal::Answer(outcome))) => (outcome, Some(line), None),
        Ok(Err(Refusal::Broken(words))) => (Outcome::Temporary(words), None, None),
        Ok(Err(Refusal::SignIn(words))) => return down(words),
        Err(_) => (Outcome::Temporary(silent(limit)), None, Some(Fault::Silence)),
    };
    Attempt { outcome, line, fault }
}

/// What is said of a server that does not answer.
pub(super) fn silent(limit: Duration) -> String {
    format!("no answer from the mail server within {} seconds", limit.as_secs_f32())
}

impl Line {
    /// Connects, encrypts and signs in as configured.
    pub(super) async fn open(server: &Server) -> Result<Self, String> {
        let smtp = &server.smtp;
        let host = smtp.host.as_deref().ok_or("`smtp.host` is not set")?;
        let hello = ClientId::default();
        let address = (host, smtp.port);
        let opened = match server.tls.clone().filter(|_| smtp.tls == Tls::Implicit) {
            Some(tls) => {
                AsyncSmtpConnection::connect_tokio1(address, None, &hello, Some(tls), None).await
            }
            None => {
                let stream = prompt(address).await.map_err(|error| refused(address, &error))?;
                AsyncSmtpConnection::connect_with_transport(Box::new(stream), &hello).await
            }
        };
        let mut connection = opened.map_err(|error| refused(address, &error))?;
        if let (Tls::Starttls, Some(tls)) = (smtp.tls, &server.tls) {
            let encrypting = connection.starttls(tls.clone(), &hello).await;
            encrypting.map_err(|error| format!("encrypt the connection: {}", words(&error)))?;
        }
        if let Some(credentials) = server.credentials()? {
            let signing_in =
                connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).await;
            signing_in.map_err(|error| format!("sign in to {host}: {}", words(&error)))?;
        }
        Ok(Self(connection))
    }

    /// Whether a kept connection still answers; clears what an earlier mail left.
    async fn fresh(&mut self) -> bool {
        self.0.command(Rset).await.is_ok()
    }

    async fn send(&mut self, mail: &Message) -> Result<(), Refusal> {
        let envelope = mail.envelope();
        let mut parameters = Vec::new();
        if envelope.from().into_iter().chain(envelope.to()).any(|a| !is_ascii(a)) {
            if !self.0.server_info().supports_feature(Extension::SmtpUtfEight) {
                let words = "the mail server does not take addresses beyond ASCII".to_owned();
                return Err(Refusal::Answer(Outcome::Permanent(words)));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let from = Mail::new(envelope.from().cloned(), parameters);
        self.0.command(from).await.map_err(|e| refusal("MAIL FROM", &e))?;
        for to in envelope.to() {
            let rcpt = Rcpt::new(to.clone(), Vec::new());
            self.0.command(rcpt).await.map_err(|e| refusal("RCPT TO", &e))?;
        }
        self.0.command(Data).await.map_err(|e| refusal("DATA", &e))?;
        let accepted = self.0.message(&mail.formatted()).await;
        accepted.map(|_| ()).map_err(|e| refusal("the message", &e))
    }
}

/// A connection that sends at once what it is given: lettre writes a mail and its final dot apart, and
/// the system would keep the dot back until the server has confirmed the mail, for 40 ms.
async fn prompt(address: (&str, u16)) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

fn refused((host, port): (&str, u16), error: &dyn std::error::Error) -> String {
    format!("connect to {host}:{port}: {}", words(error))
}

fn is_ascii(address: &Address) -> bool {
    address.user().is_ascii() && address.domain().is_ascii()
}

fn refusal(step: &str, error: &Error) -> Refusal {
    let said = format!("{step}: {}", words(error));
    let code = error.status().map(|code| code.to_string());
    match code {
        Some(code) if SIGN_IN.contains(&code.as_str()) => Refusal::SignIn(said),
        // The server is about to hang up.
        Some(code) if code == "421" => Refusal::Broken(said),
        Some(_) if error.is_permanent() => Refusal::Answer(Outcome::Permanent(said)),
        Some(_) => Refusal::Answer(Outcome::Temporary(said)),
        None => Refusal::Broken(said),
    }
}
