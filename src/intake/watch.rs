//! Native file system events, the only user of `notify`. Each event is a hint: a path to look at.
//!
//! Directories are watched one by one as a walk meets them, so that what is excluded or may not be
//! entered costs nothing and no link leads out of the root. Where events do not exist (network
//! file systems, see `must_poll`) or the system's limit is reached, the caller walks more often.

use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// What the system hints at.
#[derive(Debug, PartialEq, Eq)]
pub enum Hint {
    /// Something happened to this path.
    Look(PathBuf),
    /// This path is no longer there under this name.
    Left(PathBuf),
    /// Events were lost: only a walk of everything tells.
    Lost,
}

/// Why a directory is not watched.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The user's limit of watches or watchers is reached.
    #[error(
        "watch more directories: the system's limit is reached; raise it with `sysctl \
         fs.inotify.{setting}=N` (until then everything is walked at the `poll` interval)"
    )]
    Limit {
        /// Which limit.
        setting: &'static str,
    },
    /// This directory cannot be watched; walking it may still work.
    #[error("watch `{}`: {reason}", path.display())]
    Refused {
        /// The directory.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
}

/// The watched directories.
pub struct Watch {
    watcher: RecommendedWatcher,
    /// With device and inode, which tell a directory from one that was mounted in its place.
    watched: HashMap<PathBuf, (u64, u64)>,
}

impl Watch {
    /// Starts watching nothing yet; hints arrive on another thread.
    ///
    /// # Errors
    /// [`WatchError::Limit`] where the user has too many watchers already.
    pub fn new(mut hint: impl FnMut(Hint) + Send + 'static) -> Result<Self, WatchError> {
        let watcher =
            notify::recommended_watcher(move |event: notify::Result<Event>| match event {
                Ok(event) => hints(event).into_iter().for_each(&mut hint),
                Err(_) => hint(Hint::Lost),
            });
        let limit = |_| WatchError::Limit { setting: "max_user_instances" };
        Ok(Self { watcher: watcher.map_err(limit)?, watched: HashMap::new() })
    }

    /// Watches one directory, not those below it; does nothing if it is watched.
    ///
    /// # Errors
    /// [`WatchError`]; a directory that has gone is none.
    pub fn add(&mut self, directory: &Path) -> Result<(), WatchError> {
        let Ok(meta) = fs::metadata(directory) else {
            return Ok(());
        };
        let identity = (meta.dev(), meta.ino());
        match self.watched.get(directory) {
            Some(known) if *known == identity => return Ok(()),
            Some(_) => self.left(directory),
            None => {}
        }
        match self.watcher.watch(directory, RecursiveMode::NonRecursive) {
            Ok(()) => {
                self.watched.insert(directory.to_owned(), identity);
                Ok(())
            }
            Err(error) => refusal(directory, &error),
        }
    }

    /// Forgets a directory that left and all below it, so that what takes its place is watched.
    pub fn left(&mut self, path: &Path) {
        if self.watched.contains_key(path) {
            for (directory, _) in self.watched.extract_if(|known, _| known.starts_with(path)) {
                // Fails where the system dropped the watch together with the directory.
                let _ = self.watcher.unwatch(&directory);
            }
        }
    }

    /// Forgets everything, so that the next walk watches all anew.
    pub fn forget_all(&mut self) {
        self.watched.clear();
    }
}

fn hints(event: Event) -> Vec<Hint> {
    if event.need_rescan() {
        return vec![Hint::Lost];
    }
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => looks(event.paths),
        // Opening and reading, much of it our own.
        EventKind::Access(_) => Vec::new(),
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
            event.paths.into_iter().map(Hint::Left).collect()
        }
        // Follows the two events that tell its halves.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => Vec::new(),
        _ => looks(event.paths),
    }
}

fn looks(paths: Vec<PathBuf>) -> Vec<Hint> {
    paths.into_iter().map(Hint::Look).collect()
}

fn refusal(directory: &Path, error: &notify::Error) -> Result<(), WatchError> {
    match &error.kind {
        ErrorKind::PathNotFound => Ok(()),
        ErrorKind::MaxFilesWatch => Err(WatchError::Limit { setting: "max_user_watches" }),
        ErrorKind::Io(source) if source.kind() == std::io::ErrorKind::NotFound => Ok(()),
        ErrorKind::Io(source) => {
            Err(WatchError::Refused { path: directory.to_owned(), reason: source.to_string() })
        }
        _ => Err(WatchError::Refused { path: directory.to_owned(), reason: error.to_string() }),
    }
}

/// File systems whose events do not tell what other machines write, by their magic numbers
/// (statfs(2)): NFS, SMB, CIFS, SMB2, 9P, FUSE (sshfs and the like), Ceph, AFS, CODA, NCP.
const REMOTE: &[u64] = &[
    0x6969,
    0x517b,
    0xff53_4d42,
    0xfe53_4d42,
    0x0102_1997,
    0x6573_5546,
    0x00c3_6400,
    0x5346_414f,
    0x7375_7245,
    0x564c,
];

/// Whether events cannot be relied on in the file system of this directory.
pub fn must_poll(directory: &Path) -> bool {
    // The magic number's type differs between architectures; 32 bits hold them all.
    rustix::fs::statfs(directory)
        .is_ok_and(|stat| REMOTE.contains(&(u64::from(stat.f_type as u32))))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use notify::event::{CreateKind, DataChange, Flag};

    use super::*;

    #[track_caller]
    fn case(kind: EventKind, want: Option<Hint>) {
        let event = Event::new(kind).add_path(PathBuf::from("/in/a"));
        assert_eq!(hints(event), Vec::from_iter(want));
    }

    #[test]
    fn events_become_hints() {
        let path = || PathBuf::from("/in/a");
        case(EventKind::Create(CreateKind::File), Some(Hint::Look(path())));
        case(EventKind::Modify(ModifyKind::Data(DataChange::Any)), Some(Hint::Look(path())));
        case(EventKind::Access(AccessKind::Close(AccessMode::Write)), Some(Hint::Look(path())));
        case(EventKind::Access(AccessKind::Open(AccessMode::Any)), None);
        case(EventKind::Modify(ModifyKind::Name(RenameMode::From)), Some(Hint::Left(path())));
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(hints(overflow), [Hint::Lost]);
    }

    #[test]
    fn a_new_file_is_hinted_at() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let (sender, hints) = mpsc::channel();
        let mut watch = Watch::new(move |hint| {
            let _ = sender.send(hint);
        })
        .expect("a watcher");
        watch.add(directory.path()).expect("watched");
        watch.add(&directory.path().join("gone")).expect("nothing to watch is no error");
        std::fs::write(directory.path().join("a.txt"), b"text").expect("written");
        let hint = hints.recv_timeout(Duration::from_secs(10)).expect("a hint within the bound");
        assert_eq!(hint, Hint::Look(directory.path().join("a.txt")));
        assert!(!must_poll(directory.path()));
    }
}
