//! The backlog: files on their way from sighting to record, and the order in which they arrive there.
//!
//! In:  paths to read, and what reading them gave. Out: batches to record, in order.
//! Invariants: a path is on its way once at a time; what is sighted meanwhile is offered again
//! afterwards. Within a batch the order is that of the inspections, official reports before other
//! tellings, so that neither names nor the speed of reading decide what is told: a backlog found
//! in one go becomes one batch, whatever the order of its files.
//! Bound: a batch is closed at `MAX_HELD_BYTES`, whatever is still to come.

use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::model::reading::Source;
use crate::model::sighting::Stamp;
use crate::release::Examined;

/// So many bytes of originals and texts are held before a batch is closed.
pub const MAX_HELD_BYTES: usize = 128 << 20;

/// A file that was read, before it is recorded.
#[derive(Debug)]
pub struct Taken {
    /// Where it lies.
    pub path: PathBuf,
    /// As it was when it was read.
    pub stamp: Stamp,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it says, and what each attachment says; empty where its bytes are recorded already.
    pub examined: Vec<Examined>,
    /// Digest of its bytes.
    pub digest: String,
}

/// Files on their way.
#[derive(Debug, Default)]
pub struct Backlog {
    waiting: VecDeque<PathBuf>,
    /// All paths on their way, and whether they were sighted again meanwhile.
    in_hand: HashMap<PathBuf, bool>,
    reading: usize,
    held: Vec<Taken>,
    held_bytes: usize,
}

impl Backlog {
    /// Puts a file on its way, or notes that it was sighted again.
    pub fn offer(&mut self, path: PathBuf) {
        if let Some(again) = self.in_hand.get_mut(&path) {
            *again = true;
        } else {
            self.in_hand.insert(path.clone(), false);
            self.waiting.push_back(path);
        }
    }

    /// Whether a file is on its way.
    pub fn has(&self, path: &Path) -> bool {
        self.in_hand.contains_key(path)
    }

    /// The next file to read.
    pub fn next(&mut self) -> Option<PathBuf> {
        let path = self.waiting.pop_front()?;
        self.reading += 1;
        Some(path)
    }

    /// Notes that a file was read; it is held until its batch is closed.
    pub fn read(&mut self, taken: Taken) {
        self.reading -= 1;
        let texts: usize = taken.examined.iter().map(|one| one.text.content.len()).sum();
        self.held_bytes += taken.bytes.len() + texts;
        self.held.push(taken);
    }

    /// Notes that there was nothing to read. Whether it was sighted again meanwhile.
    pub fn unread(&mut self, path: &Path) -> bool {
        self.reading -= 1;
        self.done(path)
    }

    /// Closes a batch if it is time: everything was read, or too much is held. With `stragglers`
    /// it no longer waits for files that are still being read.
    pub fn batch(&mut self, stragglers: bool) -> Option<Vec<Taken>> {
        let all_read = self.waiting.is_empty() && (self.reading == 0 || stragglers);
        if self.held.is_empty() || !(all_read || self.is_full()) {
            return None;
        }
        self.held_bytes = 0;
        let mut batch = std::mem::take(&mut self.held);
        batch.sort_by_cached_key(place);
        Some(batch)
    }

    /// Notes that a file was recorded. Whether it was sighted again meanwhile.
    pub fn done(&mut self, path: &Path) -> bool {
        self.in_hand.remove(path).unwrap_or(false)
    }

    /// Whether so much is held that no more should be read.
    pub fn is_full(&self) -> bool {
        self.held_bytes > MAX_HELD_BYTES
    }

    /// Whether files are held that wait for others to be read.
    pub fn is_holding(&self) -> bool {
        !self.held.is_empty()
    }

    /// Whether no file is on its way.
    pub fn is_empty(&self) -> bool {
        self.in_hand.is_empty()
    }
}

type Place = (Option<Date>, Reverse<Option<Source>>, Option<Date>, String);

/// Where a file stands in its batch: by the last day of its latest inspection.
fn place(taken: &Taken) -> Place {
    let readings = || taken.examined.iter().map(|one| &one.reading);
    let tellings = || readings().flat_map(|reading| &reading.inspections);
    let published = readings().filter_map(|reading| Some(reading.published?.to)).max();
    let inspected = tellings().filter_map(|telling| Some(telling.inspected?.to)).max();
    let source = tellings().map(|telling| telling.source).max();
    (inspected.or(published), Reverse(source), published, taken.digest.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::model::date::{DateBasis, Published};
    use crate::release;

    fn taken(name: &str, published: Option<&str>, bytes: usize) -> Taken {
        let decode = |_: &[u8]| {
            Ok(crate::read::Document {
                media_type: "text/plain",
                text: Default::default(),
                attachments: Vec::new(),
            })
        };
        let knowledge = Knowledge::embedded().expect("well formed");
        let mut examined = release::examine(name, name.as_bytes(), &decode, &knowledge);
        examined[0].reading.published = published.map(|day| {
            let day = day.parse().expect("a day");
            Published { from: day, to: day, basis: DateBasis::Stated }
        });
        Taken {
            path: name.into(),
            stamp: Stamp { len: 1, mtime_ns: 0, ctime_ns: 0, inode: 0 },
            bytes: vec![0; bytes],
            examined,
            digest: name.to_owned(),
        }
    }

    fn names(batch: Option<Vec<Taken>>) -> Vec<String> {
        batch.into_iter().flatten().map(|taken| taken.digest).collect()
    }

    #[test]
    fn a_batch_is_closed_when_all_is_read_and_is_in_order_of_events() {
        let mut backlog = Backlog::default();
        for name in ["c", "a", "b"] {
            backlog.offer(name.into());
        }
        while backlog.next().is_some() {}
        backlog.read(taken("c", Some("2021-05-01"), 1));
        backlog.read(taken("b", Some("2020-05-01"), 1));
        assert_eq!(names(backlog.batch(false)), [""; 0]);
        backlog.read(taken("a", Some("2021-05-01"), 1));
        assert_eq!(names(backlog.batch(false)), ["b", "a", "c"]);
        assert!(!backlog.is_empty() && !backlog.is_holding());
    }

    #[test]
    fn a_straggler_or_too_many_bytes_do_not_hold_the_others_up() {
        let mut backlog = Backlog::default();
        ["slow", "a", "b"].into_iter().for_each(|name| backlog.offer(name.into()));
        while backlog.next().is_some() {}
        backlog.read(taken("a", None, 1));
        assert_eq!(names(backlog.batch(false)), [""; 0]);
        assert_eq!(names(backlog.batch(true)), ["a"]);
        backlog.read(taken("b", None, MAX_HELD_BYTES + 1));
        assert_eq!(names(backlog.batch(false)), ["b"]);
    }

    #[test]
    fn a_path_is_on_its_way_once_and_comes_again_if_sighted_meanwhile() {
        let mut backlog = Backlog::default();
        backlog.offer("a".into());
        assert_eq!(backlog.next(), Some("a".into()));
        backlog.offer("a".into());
        assert_eq!(backlog.next(), None);
        assert!(backlog.unread(Path::new("a")));
        backlog.offer("a".into());
        assert_eq!(backlog.next(), Some("a".into()));
        backlog.read(taken("a", None, 1));
        assert!(!backlog.done(Path::new("a")));
        assert!(backlog.is_empty());
    }
}
