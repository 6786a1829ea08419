//! Which mail goes next, so that a recipient whose mails the server does not answer to holds up no
//! other. Pure.
//!
//! Invariants: one recipient never takes every connection, and those whose last mail was not answered
//! in time share a single one; rows of one recipient keep their order.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::LINES;
use crate::model::alert::AlertRow;

/// Connections that one recipient may take.
const MOST: usize = LINES - 1;

/// Mails that wait for a connection, and how many of whom have one.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: VecDeque<AlertRow>,
    under_way: BTreeMap<String, usize>,
    /// Recipients whose last mail was not answered in time.
    slow: BTreeSet<String>,
}

impl Queue {
    pub(super) fn add(&mut self, rows: Vec<AlertRow>) {
        self.waiting.extend(rows);
    }

    /// The next mail that may go; `answered` must be told what became of it.
    pub(super) fn next(&mut self) -> Option<AlertRow> {
        let at = self.waiting.iter().position(|row| self.may_go(&row.recipient))?;
        let row = self.waiting.remove(at)?;
        *self.under_way.entry(row.recipient.clone()).or_default() += 1;
        Some(row)
    }

    fn may_go(&self, recipient: &str) -> bool {
        if self.slow.contains(recipient) {
            return !self.slow.iter().any(|slow| self.under_way.contains_key(slow));
        }
        self.under_way.get(recipient).is_none_or(|lines| *lines < MOST)
    }

    /// Notes that a mail's turn is over. Returns, where it was not answered in time, the recipient's
    /// other mails: they are not worth the wait now.
    pub(super) fn answered(&mut self, recipient: &str, in_time: bool) -> Vec<AlertRow> {
        if let Some(lines) = self.under_way.get_mut(recipient) {
            *lines -= 1;
            if *lines == 0 {
                self.under_way.remove(recipient);
            }
        }
        if in_time {
            self.slow.remove(recipient);
            return Vec::new();
        }
        self.slow.insert(recipient.to_owned());
        let (others, waiting): (Vec<_>, Vec<_>) =
            self.waiting.drain(..).partition(|row| row.recipient == recipient);
        self.waiting = waiting.into();
        others
    }

    /// All that wait.
    pub(super) fn take(&mut self) -> Vec<AlertRow> {
        self.waiting.drain(..).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::render::sample::row;
    use crate::model::alert::AlertKind;

    fn rows(recipients: &str) -> Vec<AlertRow> {
        let to =
            |name: char| AlertRow { recipient: name.to_string(), ..row(AlertKind::Change, vec![]) };
        recipients.chars().map(to).collect()
    }

    fn next(queue: &mut Queue, most: usize) -> String {
        (0..most).map_while(|_| queue.next()).map(|row| row.recipient).collect()
    }

    #[test]
    fn no_recipient_holds_up_another() {
        let mut queue = Queue::default();
        queue.add(rows("aaaaabab"));
        assert_eq!(next(&mut queue, LINES), "aaab", "one line is left for others");
        assert_eq!(queue.answered("a", true).len(), 0);
        assert_eq!(next(&mut queue, 1), "a");
        // The server does not answer to `a`: its other mails wait for a later round.
        assert_eq!(queue.answered("a", false).len(), 2);
        assert_eq!(next(&mut queue, LINES), "b");
        assert_eq!(next(&mut queue, LINES), "");
    }

    #[test]
    fn the_slow_share_one_connection_until_they_are_answered() {
        let mut queue = Queue::default();
        queue.add(rows("ab"));
        assert_eq!(next(&mut queue, LINES), "ab");
        queue.answered("a", false);
        queue.answered("b", false);
        queue.add(rows("aabbc"));
        assert_eq!(next(&mut queue, LINES), "ac");
        queue.answered("a", true);
        assert_eq!(next(&mut queue, LINES), "ab", "`a` is as others again");
    }
}
