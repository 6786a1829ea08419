//! Explaining: for each recipient, why an alert about a change went out or did not.

use super::rules::kept_back;
use crate::config::Config;
use crate::model::alert::{AlertKind, AlertRow, AlertState, EVERYONE};

/// What one recipient was told of a change, or why nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Name in the configuration.
    pub recipient: String,
    /// What became of each message about it, oldest first, in plain words; never empty.
    pub said: Vec<String>,
}

/// Explains a change from the rows that mention it (`Store::alerts_of`). Recipients stand in the
/// order of the configuration, followed by those that are configured no more.
pub fn explain(rows: &[AlertRow], config: &Config) -> Vec<Explanation> {
    let mut names: Vec<&str> = config.recipients.iter().map(|r| r.name.as_ref().as_str()).collect();
    for row in rows.iter().filter(|row| row.recipient != EVERYONE) {
        if !names.contains(&row.recipient.as_str()) {
            names.push(&row.recipient);
        }
    }
    names.into_iter().map(|name| about(name, rows, config)).collect()
}

fn about(recipient: &str, rows: &[AlertRow], config: &Config) -> Explanation {
    let own = |row: &&AlertRow| row.recipient == recipient && row.kind != AlertKind::Digest;
    let told = |row| {
        let held = kept_back(config, row).map(|reason| format!("; kept back: {reason}"));
        sentence(row, rows) + &held.unwrap_or_default()
    };
    let mut said: Vec<String> = rows.iter().filter(own).map(told).collect();
    if said.is_empty() {
        let all = rows.iter().filter(|row| row.recipient == EVERYONE);
        said.extend(all.map(|row| format!("not told: {}", row.why)));
    }
    if said.is_empty() {
        said.push("not told: no route leads to this recipient".into());
    }
    Explanation { recipient: recipient.to_owned(), said }
}

fn sentence(row: &AlertRow, rows: &[AlertRow]) -> String {
    let what = match row.kind {
        AlertKind::Change | AlertKind::Digest => "alert",
        AlertKind::Correction => "correction",
    };
    let carrier = row.carrier.as_ref().and_then(|id| rows.iter().find(|row| row.id == *id));
    let digest = match (&row.digest, carrier) {
        (Some(digest), Some(carrier)) => format!(" in digest {digest} ({})", carrier.id),
        (Some(digest), None) => format!(" in digest {digest}"),
        (None, _) => String::new(),
    };
    let error = row.last_error.as_ref().map_or(String::new(), |e| format!("; last error: {e}"));
    let (id, why) = (&row.id, &row.why);
    match (row.state, row.sent_at) {
        (AlertState::Suppressed, _) => format!("not told: {why}"),
        (AlertState::Sent, Some(at)) => format!("{what} {id} sent at {at}{digest}: {why}"),
        (AlertState::Sent, None) => format!("{what} {id} sent{digest}: {why}"),
        (AlertState::HeldForReview, _) => {
            let doubts = doubts(row);
            format!(
                "{what} {id} is held for review, because the reading is in doubt ({doubts}); \
                 `inspectwatch alerts release {id}` or `drop {id}` decides: {why}"
            )
        }
        (AlertState::HeldForDigest, _) => {
            format!("{what} {id} waits for digest{}: {why}", tail(row))
        }
        (AlertState::Pending, _) => {
            let tries = row.attempts;
            format!(
                "{what} {id} is about to be sent{digest} ({tries} attempts so far{error}): {why}"
            )
        }
        (AlertState::Failed, _) => {
            format!("{what} {id} given up after {} attempts{error}: {why}", row.attempts)
        }
    }
}

/// What is in doubt, in the words of the reading.
pub fn doubts(row: &AlertRow) -> String {
    let all = row.notices.iter().flat_map(|notice| &notice.doubts);
    let words: Vec<&str> = all.map(|doubt| doubt.message.trim_end_matches('.')).collect();
    words.join("; ")
}

fn tail(row: &AlertRow) -> String {
    row.digest.as_ref().map_or(String::new(), |digest| format!(" {digest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::render::sample::{notice, row};

    #[test]
    fn every_recipient_is_accounted_for() {
        let config = Config::from_text(
            "[[recipient]]\nname='jo'\nchannel='log'\n[[recipient]]\nname='al'\nchannel='log'\n\
             [[recipient]]\nname='li'\nchannel='log'\n[route]\nname='d'\nrecipients=['jo']",
        );
        let config = config.expect("well formed");
        let base = row(AlertKind::Change, vec![notice()]);
        let to = |name: &str, state| AlertRow { recipient: name.into(), state, ..base.clone() };
        let held =
            AlertRow { digest: Some("monday".into()), ..to("jo", AlertState::HeldForDigest) };
        let muted = AlertRow {
            why: "muted until 2027-01-01: x".into(),
            ..to("al", AlertState::Suppressed)
        };
        let review = explain(&[to("jo", AlertState::HeldForReview)], &config).remove(0);
        assert_eq!(
            review.said,
            ["alert al-0123456789abcdef0123 is held for review, because the reading is in doubt \
              (The day of the inspection was worked out, not stated); `inspectwatch alerts release \
              al-0123456789abcdef0123` or `drop al-0123456789abcdef0123` decides: route \
              all/yorkshire: region is Yorkshire and the Humber"]
        );
        let gone =
            AlertRow { last_error: Some("550 no".into()), ..to("former", AlertState::Failed) };
        let told = explain(&[held, muted, gone], &config);
        let words: Vec<String> =
            told.iter().map(|e| format!("{}: {}", e.recipient, e.said.join(" "))).collect();
        assert!(words[0].starts_with("jo: alert al-0123456789abcdef0123 waits for digest monday"));
        assert_eq!(words[1], "al: not told: muted until 2027-01-01: x");
        assert_eq!(words[2], "li: not told: no route leads to this recipient");
        assert!(words[3].contains("given up after 0 attempts; last error: 550 no"), "{}", words[3]);
        let late = AlertRow { why: "late arrival".into(), ..to(EVERYONE, AlertState::Suppressed) };
        let told = explain(&[late], &config);
        assert_eq!(told.len(), 3);
        assert!(told.iter().all(|e| e.said == ["not told: late arrival"]));
    }
}
