//! The scout: one thread that looks at the disk on behalf of the daemon.
//!
//! In:  orders (walk everything, look at these paths) and the hints of `watch`.
//! Out: sights: files that were not dealt with as they are now, troubles, the end of each walk.
//! Not here: any clock, any decision when to look or whether a file rests (`settle`, `daemon`).
//!
//! Invariant: a directory is watched before it is listed, so that nothing falls between the two.
//! What the ledger knows is never told; a trouble is told once until it is over.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::file::unreadable;
use super::ledger::{Ledger, Standing};
use super::root::Root;
use super::stamp::Stamp;
use super::walk::{Entry, look, walk};
use super::watch::{Hint, Watch, WatchError};
use crate::model::reading::ReadFailure;

/// How long hints are gathered before the disk is looked at: many events tell of one write.
const GATHER: Duration = Duration::from_millis(5);

/// So many hints are acted on even if more keep coming.
const GATHER_MOST: usize = 500;

/// What the scout is asked to do.
#[derive(Debug)]
pub enum Order {
    /// Walk the directories, all or only those without native events.
    Walk(Scope),
    /// Look at these paths.
    Look(Vec<PathBuf>),
    /// Something may have happened.
    Hint(Hint),
    /// From now on look at these directories.
    Roots(Vec<Root>),
    /// A file was dealt with as it was then.
    Note {
        /// The file.
        path: PathBuf,
        /// As it was when it was read.
        stamp: Stamp,
        /// Whether it could not be read.
        failed: bool,
    },
}

/// Which directories to walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    All,
    /// Those without native events.
    Polled,
}

/// What the scout saw.
#[derive(Debug)]
pub enum Sight {
    /// A file that was not dealt with as it is now.
    File(PathBuf, Stamp),
    /// A file that could not be read before and has not changed.
    StillFailed(PathBuf),
    /// A path that was asked for holds nothing to deal with.
    Nothing(PathBuf),
    /// Nothing stands at this path any more.
    Left(PathBuf),
    /// A directory or file that cannot be looked at.
    Trouble(PathBuf, ReadFailure),
    /// A trouble that was told is over.
    Over(PathBuf),
    /// Native events do not tell everything: walk more often.
    Unwatched(WatchError),
    /// Native events were lost; everything is being walked.
    Lost,
    /// A walk is over.
    Walked(Walk),
}

/// What a walk came across.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Walk {
    /// Files that the patterns admit.
    pub files: usize,
    /// Those of them that were dealt with before and have not changed.
    pub unchanged: usize,
    /// Whether some directory must be polled.
    pub polled: bool,
}

/// One thread's view of the disk.
pub struct Scout {
    roots: Vec<Root>,
    ledger: Ledger,
    watch: Option<Watch>,
    out_of_watches: bool,
    told: HashMap<PathBuf, String>,
}

impl Scout {
    /// Will look at `roots`; without `watch` only when asked to.
    pub fn new(roots: Vec<Root>, ledger: Ledger, watch: Option<Watch>) -> Self {
        let out_of_watches = watch.is_none();
        Self { roots, ledger, watch, out_of_watches, told: HashMap::new() }
    }

    /// Follows orders until there is nobody left to give them or to `tell`.
    pub fn run(mut self, orders: &Receiver<Order>, mut tell: impl FnMut(Sight) -> ControlFlow<()>) {
        let mut hinted = HashSet::new();
        let mut gathered = 0;
        let mut flow = ControlFlow::Continue(());
        while flow.is_continue() {
            let wait = if hinted.is_empty() { Duration::MAX } else { GATHER };
            let order = match orders.recv_timeout(wait) {
                Ok(Order::Hint(Hint::Look(path))) if gathered < GATHER_MOST => {
                    gathered += 1;
                    hinted.insert(path);
                    continue;
                }
                Ok(order) => Some(order),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            gathered = 0;
            flow = hinted.drain().try_for_each(|path| self.look(&path, &mut tell));
            if let (Some(order), ControlFlow::Continue(())) = (order, flow) {
                flow = self.follow(order, &mut tell);
            }
        }
    }

    fn follow(
        &mut self,
        order: Order,
        tell: &mut impl FnMut(Sight) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match order {
            Order::Walk(scope) => self.walk(scope, tell),
            Order::Look(paths) => paths.iter().try_for_each(|path| self.look(path, tell)),
            Order::Note { path, stamp, failed } => {
                self.ledger.note(&path, &stamp, failed);
                ControlFlow::Continue(())
            }
            Order::Hint(Hint::Look(path)) => self.look(&path, tell),
            Order::Hint(Hint::Left(path)) => {
                if let Some(watch) = &mut self.watch {
                    watch.left(&path);
                }
                self.ledger.forget(&path);
                tell(Sight::Left(path))
            }
            Order::Roots(roots) => {
                if let Some(watch) = &mut self.watch {
                    roots_left(&self.roots, watch);
                }
                self.roots = roots;
                self.walk(Scope::All, tell)
            }
            Order::Hint(Hint::Lost) => {
                if let Some(watch) = &mut self.watch {
                    watch.forget_all();
                }
                tell(Sight::Lost)?;
                self.walk(Scope::All, tell)
            }
        }
    }

    fn walk(
        &mut self,
        scope: Scope,
        tell: &mut impl FnMut(Sight) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut told_before = std::mem::take(&mut self.told);
        let mut count = Walk::default();
        for index in 0..self.roots.len() {
            if scope == Scope::All || self.is_polled(&self.roots[index]) {
                self.walk_root(index, &mut told_before, &mut count, tell)?;
            }
        }
        if scope == Scope::Polled {
            // What lies in the other directories was not looked at.
            self.told.extend(told_before);
        } else {
            told_before.into_keys().try_for_each(|path| tell(Sight::Over(path)))?;
        }
        count.polled = self.roots.iter().any(|root| self.is_polled(root));
        tell(Sight::Walked(count))
    }

    fn walk_root(
        &mut self,
        index: usize,
        told_before: &mut HashMap<PathBuf, String>,
        count: &mut Walk,
        tell: &mut impl FnMut(Sight) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match self.roots[index].find() {
            Ok(found) => self.explore(&found, true, told_before, Some(count), tell),
            Err(error) => {
                let failure = unreadable("watched directory", &error);
                let given = self.roots[index].given().to_owned();
                self.tell_trouble(given, failure, told_before, tell)
            }
        }
    }

    fn look(
        &mut self,
        path: &Path,
        tell: &mut impl FnMut(Sight) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut told_before = std::mem::take(&mut self.told);
        let flow = self.explore(path, false, &mut told_before, None, tell);
        self.told.extend(told_before);
        flow
    }

    /// Walks or looks, and tells what the ledger does not know.
    fn explore(
        &mut self,
        path: &Path,
        whole: bool,
        told_before: &mut HashMap<PathBuf, String>,
        mut count: Option<&mut Walk>,
        tell: &mut impl FnMut(Sight) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Some(root) = self.roots.iter().find(|root| root.contains(path)).cloned() else {
            return tell(Sight::Nothing(path.to_owned()));
        };
        let watched = !self.is_polled(&root);
        let bounds = root.bounds();
        let mut said = false;
        let mut on_entry = |entry| match entry {
            Entry::Directory(directory) => {
                said = true;
                if watched { self.watch_directory(&directory, tell) } else { CONTINUE }
            }
            Entry::File(file, stamp) => {
                let standing = self.ledger.standing(&file, &stamp);
                if let Some(count) = &mut count {
                    count.files += 1;
                    count.unchanged += usize::from(standing != Standing::Unknown);
                }
                said |= standing == Standing::Unknown && file == path;
                match standing {
                    Standing::Done => CONTINUE,
                    Standing::Failed => tell(Sight::StillFailed(file)),
                    Standing::Unknown => tell(Sight::File(file, stamp)),
                }
            }
            Entry::Trouble(path, failure) => {
                said = true;
                self.tell_trouble(path, failure, told_before, tell)
            }
        };
        if whole && !path.is_file() {
            return walk(bounds, path, &mut on_entry);
        }
        look(bounds, path, &mut on_entry)?;
        if said { CONTINUE } else { tell(Sight::Nothing(path.to_owned())) }
    }

    fn is_polled(&self, root: &Root) -> bool {
        self.out_of_watches || root.is_polled()
    }

    fn watch_directory(
        &mut self,
        directory: &Path,
        tell: &mut impl FnMut(Sight) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Some(watch) = self.watch.as_mut().filter(|_| !self.out_of_watches) else {
            return CONTINUE;
        };
        match watch.add(directory) {
            Ok(()) => CONTINUE,
            Err(error @ WatchError::Limit { .. }) => {
                self.out_of_watches = true;
                tell(Sight::Unwatched(error))
            }
            // Listing it will fail for the same reason and be told then; if not, walks reach it.
            Err(WatchError::Refused { .. }) => CONTINUE,
        }
    }

    fn tell_trouble(
        &mut self,
        path: PathBuf,
        failure: ReadFailure,
        told_before: &mut HashMap<PathBuf, String>,
        tell: &mut impl FnMut(Sight) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let known = told_before.remove(&path).is_some_and(|message| message == failure.message);
        self.told.insert(path.clone(), failure.message.clone());
        if known { CONTINUE } else { tell(Sight::Trouble(path, failure)) }
    }
}

/// Stops watching what `roots` hold.
fn roots_left(roots: &[Root], watch: &mut Watch) {
    for bounds in roots.iter().map(Root::bounds) {
        watch.left(bounds.root);
    }
}

const CONTINUE: ControlFlow<()> = ControlFlow::Continue(());

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::{self, Sender};
    use std::thread;

    use super::*;
    use crate::config::{Config, Poll};

    /// Gives `orders` to a scout of `root` and returns what it says of files and walks.
    #[track_caller]
    fn case(root: &Path, ledger: Ledger, orders: Vec<Order>, want: &[&str]) {
        let (give, given) = mpsc::channel();
        orders.into_iter().for_each(|order| give.send(order).expect("it listens"));
        drop(give);
        let mut said = Vec::new();
        scout(root, ledger, None).run(&given, |sight| {
            said.extend(words(root, sight));
            CONTINUE
        });
        said.sort();
        assert_eq!(said, want);
    }

    fn scout(root: &Path, ledger: Ledger, watch: Option<Watch>) -> Scout {
        let config = Config::default();
        let mut tree = config.watch[0].clone();
        (tree.path, tree.poll) = (root.to_owned(), Poll::Never);
        Scout::new(vec![Root::new(&tree, &config.intake).expect("well formed")], ledger, watch)
    }

    fn words(root: &Path, sight: Sight) -> Option<String> {
        let short = |path: &Path| path.strip_prefix(root).unwrap_or(path).display().to_string();
        Some(match sight {
            Sight::File(path, _) => format!("file {}", short(&path)),
            Sight::StillFailed(path) => format!("still failed {}", short(&path)),
            Sight::Nothing(path) => format!("nothing {}", short(&path)),
            Sight::Left(path) => format!("left {}", short(&path)),
            Sight::Trouble(path, _) => format!("trouble {}", short(&path)),
            Sight::Over(path) => format!("over {}", short(&path)),
            Sight::Walked(walk) => format!("walked {} {}", walk.files, walk.unchanged),
            Sight::Unwatched(_) | Sight::Lost => return None,
        })
    }

    fn directory() -> (tempfile::TempDir, PathBuf) {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let root = directory.path().canonicalize().expect("it exists");
        (directory, root)
    }

    fn stamp(path: &Path) -> Stamp {
        crate::intake::stamp::of(&fs::metadata(path).expect("it exists"))
    }

    fn note(path: &Path, failed: bool) -> Order {
        Order::Note { path: path.to_owned(), stamp: stamp(path), failed }
    }

    #[test]
    fn what_the_ledger_knows_is_not_told_again() {
        let (_keep, root) = directory();
        let at = |name: &str| root.join(name);
        for name in ["new.txt", "done.txt", "bad.pdf", "half.pdf.part"] {
            fs::write(at(name), name).expect("written");
        }
        let orders = || vec![note(&at("done.txt"), false), note(&at("bad.pdf"), true)];
        let walk = || Order::Walk(Scope::All);
        let want = ["file new.txt", "still failed bad.pdf", "walked 3 2"];
        case(&root, Ledger::default(), [orders(), vec![walk()]].concat_orders(), &want);
        let look = Order::Look(vec![at("done.txt"), at("gone.txt"), at("new.txt")]);
        let want = ["file new.txt", "nothing done.txt", "nothing gone.txt"];
        // Nothing is found before the first walk said where the tree is.
        case(
            &root,
            Ledger::default(),
            vec![Order::Look(vec![at("new.txt")])],
            &["nothing new.txt"],
        );
        let orders = [vec![walk()], orders(), vec![look]].concat_orders();
        let first = ["file bad.pdf", "file done.txt", "file new.txt"];
        let want: Vec<_> = first.into_iter().chain(want).chain(["walked 3 0"]).collect();
        let mut want = want;
        want.sort_unstable();
        case(&root, Ledger::default(), orders, &want);
    }

    #[test]
    fn a_trouble_is_told_once_until_it_is_over() {
        let (_keep, root) = directory();
        let missing = root.join("missing");
        let walk = || Order::Walk(Scope::All);
        let want = ["trouble ", "walked 0 0", "walked 0 0"];
        case(&missing, Ledger::default(), vec![walk(), walk()], &want);
        // Said again after it was over, by whoever put the directory there in between.
        let (give, given) = mpsc::channel();
        give.send(walk()).expect("it listens");
        let mut said = Vec::new();
        let mut give = Some(give);
        scout(&missing, Ledger::default(), None).run(&given, |sight| {
            said.extend(words(&missing, sight));
            match (said.len(), &give) {
                (2, Some(orders)) => fs::create_dir(&missing)
                    .and_then(|()| orders.send(walk()).map_err(std::io::Error::other))
                    .expect("created and told"),
                (3, _) => give = None,
                _ => {}
            }
            CONTINUE
        });
        assert_eq!(said, ["trouble ", "walked 0 0", "over ", "walked 0 0"]);
    }

    #[test]
    fn files_that_arrive_while_it_watches_are_told() {
        let (_keep, root) = directory();
        let (give, orders) = mpsc::channel();
        let (tell, told) = mpsc::channel();
        let hints: Sender<Order> = give.clone();
        let watch = Watch::new(move |hint| drop(hints.send(Order::Hint(hint)))).expect("a watcher");
        let scout = scout(&root, Ledger::default(), Some(watch));
        thread::spawn(move || {
            scout.run(&orders, |sight| match tell.send(sight) {
                Ok(()) => CONTINUE,
                Err(_) => ControlFlow::Break(()),
            });
        });
        let next = |wanted: &str| {
            let bound = Duration::from_secs(10);
            while let Ok(sight) = told.recv_timeout(bound) {
                if words(&root, sight).is_some_and(|words| words == wanted) {
                    return;
                }
            }
            panic!("not told within the bound: {wanted}");
        };
        give.send(Order::Walk(Scope::All)).expect("it listens");
        next("walked 0 0");
        fs::create_dir_all(root.join("2025/may")).expect("created");
        fs::write(root.join("2025/may/a.txt"), "text").expect("written");
        next("file 2025/may/a.txt");
        // A directory that moves in brings what it holds; what takes its place is watched again.
        fs::rename(root.join("2025"), root.join("2024")).expect("renamed");
        next("file 2024/may/a.txt");
        fs::create_dir_all(root.join("2025/may")).expect("created");
        fs::write(root.join("2025/may/b.txt"), "text").expect("written");
        next("file 2025/may/b.txt");
    }

    trait Concat {
        fn concat_orders(self) -> Vec<Order>;
    }

    impl<const N: usize> Concat for [Vec<Order>; N] {
        fn concat_orders(self) -> Vec<Order> {
            self.into_iter().flatten().collect()
        }
    }
}
