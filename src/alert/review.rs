//! Alerts held for review: let go or dropped, each once. Pure; the store sees to it that a row that
//! was decided meanwhile stays as it is.

use jiff::Timestamp;

use crate::model::alert::{AlertRow, AlertState};

/// What is noted in a message that a person let go although its reading is in doubt.
const LOOKED_AT: &str = "A person has looked at this and let it go.";

/// What becomes of an alert that is held for review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// A person (by name) says that the reading is right.
    Release(&'a str),
    /// A person (by name) says why nobody should be told.
    Drop(&'a str, &'a str),
    /// Another release or a correction left nothing in doubt.
    Cleared,
}

/// The row as it is to be kept; none unless it is held for review. One that is let go counts from
/// now, so that a digest takes it into its next window and a mail has today's date.
pub fn decide(row: &AlertRow, verdict: Verdict<'_>, now: Timestamp) -> Option<AlertRow> {
    if row.state != AlertState::HeldForReview {
        return None;
    }
    let mut row = row.clone();
    let why = &row.why;
    row.why = match verdict {
        Verdict::Release(who) => format!("{why}; held for review and released by {who}"),
        Verdict::Drop(who, reason) => format!("dropped by {who}: {reason}"),
        Verdict::Cleared => format!("{why}; held for review until nothing was in doubt"),
    };
    if matches!(verdict, Verdict::Drop(..)) {
        row.state = AlertState::Suppressed;
        return Some(row);
    }
    for notice in &mut row.notices {
        match verdict {
            Verdict::Cleared => notice.doubts.clear(),
            _ => notice.notes.push(LOOKED_AT.to_owned()),
        }
    }
    row.created_at = now;
    (row.state, row.next_due) = match row.digest {
        Some(_) => (AlertState::HeldForDigest, None),
        None => (AlertState::Pending, Some(now)),
    };
    Some(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::render::sample::{notice, row};
    use crate::model::alert::AlertKind;

    fn held(digest: Option<&str>) -> AlertRow {
        let digest = digest.map(str::to_owned);
        let state = AlertState::HeldForReview;
        AlertRow { state, digest, ..row(AlertKind::Change, vec![notice()]) }
    }

    #[test]
    fn a_verdict_is_given_once_and_says_whose_it_is() {
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().expect("a moment");
        let sent = decide(&held(None), Verdict::Release("jo"), now).expect("was held");
        assert_eq!((sent.state, sent.next_due), (AlertState::Pending, Some(now)));
        assert_eq!(sent.created_at, now);
        assert!(sent.why.ends_with("; held for review and released by jo"), "{}", sent.why);
        assert_eq!(sent.notices[0].notes.last().map(String::as_str), Some(LOOKED_AT));
        assert_eq!(sent.notices[0].doubts.len(), 1);
        assert_eq!(decide(&sent, Verdict::Release("jo"), now), None);

        let waits = decide(&held(Some("monday")), Verdict::Cleared, now).expect("was held");
        assert_eq!((waits.state, waits.next_due), (AlertState::HeldForDigest, None));
        assert!(waits.notices[0].doubts.is_empty());
        assert_eq!(waits.id, held(None).id, "the same alert, so the same message");

        let gone = decide(&held(None), Verdict::Drop("jo", "a school"), now).expect("was held");
        assert_eq!(
            (gone.state, gone.why.as_str()),
            (AlertState::Suppressed, "dropped by jo: a school")
        );
    }
}
