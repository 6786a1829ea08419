//! Settling: when has a file that is still being written come to rest?
//!
//! In:  sightings of a path (length in bytes, mtime) and the caller's `now`.
//! Out: paths whose length and mtime held still for `quiet`, and when to look again.
//! Not here: watching (`watch`), the disk (`scout`), any clock.
//!
//! Invariant: a path is released once per run of changes.
//! Bound: one entry per unsettled path; past `max_wait` it is reported once, and read only when
//! it rests. Each call costs O(log n) for n unsettled paths.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::stamp::{Stamp, same_bytes};

/// What a sighting says about a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// It held still for `quiet` and is no longer waited for.
    Settled,
    /// It is waited for.
    Waiting,
    /// It is waited for, and has kept changing for `max_wait`; told once.
    Restless,
}

/// The files that have not come to rest.
#[derive(Debug)]
pub struct Settle {
    quiet: Duration,
    max_wait: Duration,
    waiting: HashMap<PathBuf, Waiting>,
    deadlines: BTreeSet<(Instant, PathBuf)>,
}

#[derive(Debug)]
struct Waiting {
    stamp: Stamp,
    first: Instant,
    since: Instant,
    deadline: Instant,
    reported: bool,
}

impl Settle {
    /// Waits `quiet` for a file to rest and reports it after `max_wait` of changes.
    pub fn new(quiet: Duration, max_wait: Duration) -> Self {
        Self { quiet, max_wait, waiting: HashMap::new(), deadlines: BTreeSet::new() }
    }

    /// From now on other times hold; deadlines that are set stay.
    pub fn set(&mut self, quiet: Duration, max_wait: Duration) {
        (self.quiet, self.max_wait) = (quiet, max_wait);
    }

    /// Takes note of how a file looked at `now`.
    pub fn sight(&mut self, path: &Path, stamp: Stamp, now: Instant) -> Rest {
        let Some(mut entry) = self.take(path) else {
            return self.wait_for(path, stamp, now);
        };
        if same_bytes(&entry.stamp, &stamp) {
            if now.saturating_duration_since(entry.since) >= self.quiet {
                return Rest::Settled;
            }
        } else {
            (entry.stamp, entry.since) = (stamp, now);
        }
        let restless = !entry.reported && now.duration_since(entry.first) >= self.max_wait;
        entry.reported |= restless;
        entry.deadline = entry.since + self.quiet;
        self.put(path, entry);
        if restless { Rest::Restless } else { Rest::Waiting }
    }

    /// Forgets a file that is gone.
    pub fn gone(&mut self, path: &Path) {
        self.take(path);
    }

    /// Returns the files that should be looked at now; each is due again after another `quiet`
    /// unless it is sighted or gone before.
    pub fn due(&mut self, now: Instant) -> Vec<PathBuf> {
        let mut due = Vec::new();
        while let Some((_, path)) = self.deadlines.first().filter(|(at, _)| *at <= now).cloned() {
            if let Some(mut entry) = self.take(&path) {
                entry.deadline = now + self.quiet.max(Duration::from_millis(1));
                self.put(&path, entry);
            }
            due.push(path);
        }
        due
    }

    /// When `due` next has something, if nothing is sighted before.
    pub fn next(&self) -> Option<Instant> {
        self.deadlines.first().map(|(at, _)| *at)
    }

    /// How many files are waited for.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether no file is waited for.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    fn wait_for(&mut self, path: &Path, stamp: Stamp, now: Instant) -> Rest {
        if self.quiet.is_zero() {
            return Rest::Settled;
        }
        let deadline = now + self.quiet;
        self.put(path, Waiting { stamp, first: now, since: now, deadline, reported: false });
        Rest::Waiting
    }

    fn put(&mut self, path: &Path, entry: Waiting) {
        self.deadlines.insert((entry.deadline, path.to_owned()));
        self.waiting.insert(path.to_owned(), entry);
    }

    fn take(&mut self, path: &Path) -> Option<Waiting> {
        let (path, entry) = self.waiting.remove_entry(path)?;
        self.deadlines.remove(&(entry.deadline, path));
        Some(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIET: u64 = 2_000;
    const MAX_WAIT: u64 = 10_000;

    /// One file's life: at each `(milliseconds, length)` it is sighted; the last answer counts.
    #[track_caller]
    fn case(sightings: &[(u64, u64)], want: Rest) {
        let start = Instant::now();
        let mut settle = Settle::new(Duration::from_millis(QUIET), Duration::from_millis(MAX_WAIT));
        let mut last = None;
        for (at, len) in sightings {
            last = Some(settle.sight(
                Path::new("a.txt"),
                stamp(*len),
                start + Duration::from_millis(*at),
            ));
        }
        assert_eq!(last, Some(want));
        assert_eq!(settle.is_empty(), want == Rest::Settled);
    }

    fn stamp(len: u64) -> Stamp {
        Stamp { len, mtime_ns: len as i64, ctime_ns: 0, inode: 1 }
    }

    #[test]
    fn a_file_settles_when_it_held_still() {
        case(&[(0, 5)], Rest::Waiting);
        case(&[(0, 5), (1_999, 5)], Rest::Waiting);
        case(&[(0, 5), (2_000, 5)], Rest::Settled);
        // Growth starts the wait again.
        case(&[(0, 5), (1_900, 6), (3_800, 6)], Rest::Waiting);
        case(&[(0, 5), (1_900, 6), (3_900, 6)], Rest::Settled);
        // A look that comes late finds it changed all the same.
        case(&[(0, 5), (9_000, 6)], Rest::Waiting);
    }

    #[test]
    fn a_file_that_keeps_changing_is_reported_once_and_read_when_it_rests() {
        case(&[(0, 1), (9_999, 2)], Rest::Waiting);
        case(&[(0, 1), (9_999, 2), (10_000, 3)], Rest::Restless);
        case(&[(0, 1), (10_000, 3), (11_000, 4)], Rest::Waiting);
        case(&[(0, 1), (10_000, 3), (12_000, 3)], Rest::Settled);
    }

    #[test]
    fn it_says_when_to_look_again() {
        let (start, path) = (Instant::now(), Path::new("a.txt"));
        let mut settle = Settle::new(Duration::from_secs(2), Duration::from_secs(60));
        assert_eq!(settle.next(), None);
        settle.sight(path, stamp(1), start);
        assert_eq!(settle.next(), Some(start + Duration::from_secs(2)));
        assert!(settle.due(start + Duration::from_secs(1)).is_empty());
        assert_eq!(settle.due(start + Duration::from_secs(2)), [path.to_owned()]);
        // Nobody looked: it is due again.
        assert_eq!(settle.due(start + Duration::from_secs(4)), [path.to_owned()]);
        settle.gone(path);
        assert_eq!((settle.next(), settle.len()), (None, 0));
    }

    #[test]
    fn without_a_settle_time_a_file_rests_at_once() {
        let mut settle = Settle::new(Duration::ZERO, Duration::from_secs(60));
        assert_eq!(settle.sight(Path::new("a.txt"), stamp(1), Instant::now()), Rest::Settled);
    }
}
