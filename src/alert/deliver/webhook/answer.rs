//! What an answer means: taken, try again, or never.

use std::time::Duration;

use http_body_util::BodyExt;
use hyper::StatusCode;
use hyper::body::Incoming;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use tokio::time::timeout;

use super::Posted;
use crate::alert::due::Outcome;
use crate::alert::render::clean;

/// Bytes of an answer that are read for people.
const LONGEST: usize = 2_000;

/// Characters of it that are kept.
const KEPT: usize = 300;

/// The words of an answer whose status is known are not waited for longer.
const WORDS_LIMIT: Duration = Duration::from_secs(2);

/// What the other side said.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) retry_after: Option<String>,
    pub(super) location: Option<String>,
    /// How the body begins.
    pub(super) words: String,
}

impl Answer {
    pub(super) fn verdict(self, now: Timestamp) -> Posted {
        let status = self.status;
        if status.is_success() {
            return Posted { outcome: Outcome::Accepted, closed: false };
        }
        let mut said = format!("answered {status}");
        if status.is_redirection() {
            let to = clean(self.location.as_deref().unwrap_or("elsewhere"));
            said =
                format!("{said}, to {to}: redirects are not followed, so configure that address");
        } else if !self.words.is_empty() {
            said = format!("{said}: {}", self.words);
        }
        let busy = [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE];
        let outcome = match self.retry_after.as_deref().and_then(|words| wait(words, now)) {
            _ if !may_pass_later(status) => Outcome::Permanent(said),
            Some(wait) => Outcome::After(said, wait),
            None => Outcome::Temporary(said),
        };
        Posted { outcome, closed: busy.contains(&status) }
    }
}

fn may_pass_later(status: StatusCode) -> bool {
    let waiting =
        [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_EARLY, StatusCode::TOO_MANY_REQUESTS];
    status.is_server_error() || waiting.contains(&status)
}

/// How long `retry-after` asks to wait: seconds, or until a date.
fn wait(words: &str, now: Timestamp) -> Option<Duration> {
    let words = words.trim();
    if let Ok(seconds) = words.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = rfc2822::DateTimeParser::new().parse_timestamp(words).ok()?;
    Duration::try_from(until.duration_since(now)).ok()
}

/// The beginning of a body in one line; what does not come in time is left out.
pub(super) async fn beginning(mut body: Incoming) -> String {
    let mut bytes = Vec::new();
    let reading = async {
        while bytes.len() < LONGEST {
            let Some(Ok(frame)) = body.frame().await else { break };
            bytes.extend(frame.into_data().unwrap_or_default());
        }
    };
    timeout(WORDS_LIMIT, reading).await.unwrap_or_default();
    bytes.truncate(LONGEST);
    clean(&String::from_utf8_lossy(&bytes)).chars().take(KEPT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(status: u16, retry_after: Option<&str>, want: Outcome) {
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().expect("a moment");
        let answer = Answer {
            status: StatusCode::from_u16(status).expect("a status"),
            retry_after: retry_after.map(str::to_owned),
            location: Some("https://elsewhere.test/".into()),
            words: "no".into(),
        };
        assert_eq!(answer.verdict(now).outcome, want, "{status} {retry_after:?}");
    }

    #[test]
    fn the_status_decides() {
        let temporary = |words: &str| Outcome::Temporary(format!("answered {words}: no"));
        let permanent = |words: &str| Outcome::Permanent(format!("answered {words}: no"));
        let after = |words: &str, seconds| {
            Outcome::After(format!("answered {words}: no"), Duration::from_secs(seconds))
        };
        case(200, None, Outcome::Accepted);
        case(202, Some("60"), Outcome::Accepted);
        case(204, None, Outcome::Accepted);
        case(400, None, permanent("400 Bad Request"));
        case(401, Some("60"), permanent("401 Unauthorized"));
        case(404, None, permanent("404 Not Found"));
        case(410, None, permanent("410 Gone"));
        case(408, None, temporary("408 Request Timeout"));
        case(425, None, temporary("425 Too Early"));
        case(429, None, temporary("429 Too Many Requests"));
        case(429, Some("120"), after("429 Too Many Requests", 120));
        case(500, None, temporary("500 Internal Server Error"));
        case(502, Some("soon"), temporary("502 Bad Gateway"));
        let until = Some("Mon, 02 Mar 2026 09:10:00 GMT");
        case(503, until, after("503 Service Unavailable", 600));
        case(503, Some("Mon, 02 Mar 2026 08:00:00 GMT"), temporary("503 Service Unavailable"));
        let moved = "answered 301 Moved Permanently, to https://elsewhere.test/: redirects are not \
                     followed, so configure that address";
        case(301, None, Outcome::Permanent(moved.into()));
    }
}
