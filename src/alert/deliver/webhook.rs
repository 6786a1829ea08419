//! The channel `webhook`: one JSON object, posted to an address of the user's and signed.
//!
//! Signed as Standard Webhooks says, so that receivers need not write their own check: HMAC-SHA256
//! over id, time and body. The id is the outbox row's, the same at every attempt: it is the receiver's
//! key to leave repetitions out.
//! One connection for each post; certificates are verified; nothing is followed: a redirect is an
//! answer like any other.

mod answer;
mod signature;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{
    ACCEPT, CONNECTION, CONTENT_TYPE, HOST, HeaderName, LOCATION, RETRY_AFTER, USER_AGENT,
};
use hyper::{Method, Request, Uri};
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::{CourierError, secret, words};
use crate::alert::due::Outcome;
use crate::config::{Config, Recipient};
use crate::model::alert::{AlertRow, Channel};

use answer::Answer;

/// Posts rows.
pub(super) struct Hooks {
    tls: TlsConnector,
    limit: Duration,
}

impl std::fmt::Debug for Hooks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hooks").field("limit", &self.limit).finish_non_exhaustive()
    }
}

/// What came of a post.
pub(super) struct Posted {
    /// What became of the row.
    pub(super) outcome: Outcome,
    /// Whether the other side cannot take anything now, so that other rows need not try.
    pub(super) closed: bool,
}

impl Hooks {
    /// None where no recipient has this channel.
    pub(super) fn new(config: &Config) -> Result<Option<Self>, CourierError> {
        if config.recipients.iter().all(|recipient| recipient.channel != Channel::Webhook) {
            return Ok(None);
        }
        let limit = config.webhook.timeout.0;
        Ok(Some(Self { tls: trusting(config.webhook.ca_file.as_deref())?, limit }))
    }

    /// Posts a row, once.
    pub(super) async fn post(
        &self,
        row: &AlertRow,
        recipient: &Recipient,
        now: Timestamp,
    ) -> Posted {
        let key = secret::read(
            "secret",
            recipient.secret_file.as_deref(),
            recipient.secret_credential.as_deref(),
        );
        let key = key.and_then(|words| signature::key(&words.unwrap_or_default()));
        let (uri, request) = match key.and_then(|key| request(row, recipient, &key, now)) {
            Ok(request) => request,
            Err(words) => return Posted { outcome: Outcome::Temporary(words), closed: true },
        };
        let silence = || {
            let seconds = self.limit.as_secs_f32();
            Err(format!("no answer from {} within {seconds} seconds", host(&uri)))
        };
        let answered = timeout(self.limit, self.exchange(&uri, request));
        match answered.await.unwrap_or_else(|_| silence()) {
            Ok(answer) => answer.verdict(now),
            Err(words) => Posted { outcome: Outcome::Temporary(words), closed: true },
        }
    }

    async fn exchange(&self, uri: &Uri, request: Request<Full<Bytes>>) -> Result<Answer, String> {
        let encrypted = uri.scheme_str() != Some("http");
        let (host, default) = (host(uri), if encrypted { 443 } else { 80 });
        let port = uri.port_u16().unwrap_or(default);
        let bare = host.trim_matches(['[', ']']);
        let stream = TcpStream::connect((bare, port))
            .await
            .map_err(|error| format!("connect to {host}:{port}: {}", words(&error)))?;
        if !encrypted {
            return exchange(stream, request).await;
        }
        let name = ServerName::try_from(bare.to_owned())
            .map_err(|error| format!("verify {host}: {}", words(&error)))?;
        let stream = self.tls.connect(name, stream).await;
        let stream = stream
            .map_err(|error| format!("encrypt the connection to {host}: {}", words(&error)))?;
        exchange(stream, request).await
    }
}

fn host(uri: &Uri) -> &str {
    uri.host().unwrap_or_default()
}

/// Sends the request and hears the answer. The connection ends with the call, whatever happens.
async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Full<Bytes>>,
) -> Result<Answer, String> {
    let said = |error: hyper::Error| format!("post the alert: {}", words(&error));
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(said)?;
    let mut driver = JoinSet::new();
    // What it ends with, the answer's error tells as well.
    driver.spawn(async move { drop(connection.await) });
    let response = sender.send_request(request).await.map_err(said)?;
    let header = |name: HeaderName| {
        let value = response.headers().get(name)?;
        Some(value.to_str().unwrap_or_default().to_owned())
    };
    let (status, retry_after, location) =
        (response.status(), header(RETRY_AFTER), header(LOCATION));
    let words = if status.is_success() {
        String::new()
    } else {
        answer::beginning(response.into_body()).await
    };
    Ok(Answer { status, retry_after, location, words })
}

fn request(
    row: &AlertRow,
    recipient: &Recipient,
    key: &[u8],
    now: Timestamp,
) -> Result<(Uri, Request<Full<Bytes>>), String> {
    let url = recipient.url.as_ref().ok_or("this recipient has no address")?;
    let uri: Uri = url.get_ref().parse().map_err(|_| "the address cannot be understood")?;
    let authority = uri.authority().ok_or("the address names no host")?.as_str();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let (body, seconds) = (super::json(row).to_string(), now.as_second());
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(HOST, authority)
        .header(CONNECTION, "close")
        .header(ACCEPT, "*/*")
        .header(USER_AGENT, concat!("inspectwatch/", env!("CARGO_PKG_VERSION")))
        .header(CONTENT_TYPE, "application/json")
        .header("idempotency-key", &row.id)
        .header("webhook-id", &row.id)
        .header("webhook-timestamp", seconds)
        .header("webhook-signature", signature::sign(key, &row.id, seconds, &body))
        .body(Full::new(Bytes::from(body)));
    Ok((uri, request.map_err(|error| words(&error))?))
}

/// Trusts whom the system trusts and, if there is one, a private authority.
fn trusting(ca_file: Option<&Path>) -> Result<TlsConnector, CourierError> {
    let mut roots = RootCertStore::empty();
    // A system without certificates, or with broken ones, still has the private authority.
    let found = rustls_native_certs::load_native_certs();
    roots.add_parsable_certificates(found.certs);
    if let Some(path) = ca_file {
        let pem = fs::read(path)
            .map_err(|source| CourierError::Read { path: path.to_owned(), source })?;
        let complain = |problem: String| CourierError::Key { path: path.to_owned(), problem };
        let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
        let certificates = certificates.map_err(|error| complain(words(&error)))?;
        if certificates.is_empty() {
            return Err(complain("there is no certificate in it".into()));
        }
        for certificate in certificates {
            roots.add(certificate).map_err(|error| complain(words(&error)))?;
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider speaks TLS 1.2 and 1.3");
    let config = config.with_root_certificates(roots).with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
