//! Walking a directory tree: every file that is taken in, with its stamp, without opening any.
//!
//! Symbolic links to directories are not entered: what lies inside the root is reached anyway.
//! A link to a file stands for its target if that lies inside the root; one that leads out is
//! named, not followed. Cost: one listing per directory and one `lstat` per file that the patterns admit.

use std::fs::{self, DirEntry};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::file::unreadable;
use super::patterns::Patterns;
use super::stamp::{self, Stamp};
use crate::model::reading::{FailureCode, ReadFailure};

/// What a walk meets.
#[derive(Debug, PartialEq, Eq)]
pub enum Entry {
    /// A directory that is about to be listed.
    Directory(PathBuf),
    /// A regular file that the patterns admit.
    File(PathBuf, Stamp),
    /// A directory or file that cannot be looked at.
    Trouble(PathBuf, ReadFailure),
}

/// Where a walk may go.
#[derive(Debug, Clone, Copy)]
pub struct Bounds<'a> {
    /// The watched directory, canonical.
    pub root: &'a Path,
    /// What is taken in.
    pub patterns: &'a Patterns,
}

impl Bounds<'_> {
    fn relative<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(self.root).unwrap_or(path)
    }
}

/// Walks all below `start`, which is the root or a directory in it; ends early when told to.
pub fn walk(
    bounds: Bounds<'_>,
    start: &Path,
    tell: &mut impl FnMut(Entry) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut directories = vec![start.to_owned()];
    while let Some(directory) = directories.pop() {
        tell(Entry::Directory(directory.clone()))?;
        let entries = match fs::read_dir(&directory) {
            Ok(entries) => entries,
            Err(error) => {
                tell_trouble(directory, "directory", &error, tell)?;
                continue;
            }
        };
        for entry in entries {
            match entry {
                Ok(entry) => visit(bounds, &entry, &mut directories, tell)?,
                Err(error) => tell_trouble(directory.clone(), "directory", &error, tell)?,
            }
        }
    }
    ControlFlow::Continue(())
}

fn visit(
    bounds: Bounds<'_>,
    entry: &DirEntry,
    directories: &mut Vec<PathBuf>,
    tell: &mut impl FnMut(Entry) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let path = entry.path();
    let kind = match entry.file_type() {
        Ok(kind) => kind,
        Err(error) => return tell_trouble(path, "file", &error, tell),
    };
    if kind.is_dir() {
        if bounds.patterns.admit_directory(bounds.relative(&path)) {
            directories.push(path);
        }
    } else if kind.is_symlink() {
        return look(bounds, &path, tell);
    } else if kind.is_file() && bounds.patterns.admit_file(bounds.relative(&path)) {
        return match entry.metadata() {
            Ok(meta) => tell(Entry::File(path, stamp::of(&meta))),
            Err(error) => tell_trouble(path, "file", &error, tell),
        };
    }
    ControlFlow::Continue(())
}

/// Looks at one path in the root, of which only the name is known: a directory is walked.
pub fn look(
    bounds: Bounds<'_>,
    path: &Path,
    tell: &mut impl FnMut(Entry) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let relative = bounds.relative(path);
    let meta = match fs::symlink_metadata(path) {
        Ok(meta) => meta,
        Err(error) => return tell_trouble(path.to_owned(), "file", &error, tell),
    };
    if meta.is_dir() {
        let above = relative.ancestors().filter(|path| !path.as_os_str().is_empty());
        if above.into_iter().all(|path| bounds.patterns.admit_directory(path)) {
            return walk(bounds, path, tell);
        }
    } else if relative.as_os_str().is_empty() || bounds.patterns.admit_all_the_way(relative) {
        // A root that is a file was named by a person.
        if meta.is_file() {
            return tell(Entry::File(path.to_owned(), stamp::of(&meta)));
        } else if meta.is_symlink() {
            return follow(bounds, path, tell);
        }
    }
    ControlFlow::Continue(())
}

/// Tells the file that a link leads to, if it lies in the root, and names a link that leads out of it:
/// whoever may put a link there must not choose what the service reads. A dangling link is nothing.
fn follow(
    bounds: Bounds<'_>,
    link: &Path,
    tell: &mut impl FnMut(Entry) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let Ok(target) = link.canonicalize() else {
        return ControlFlow::Continue(());
    };
    if !target.starts_with(bounds.root) {
        let message = "a link that leads out of the watched directory is not followed: put what it \
                       leads to here, or watch the directory where that lies";
        let code = FailureCode::Unreadable;
        return tell(Entry::Trouble(
            link.to_owned(),
            ReadFailure { code, message: message.into() },
        ));
    }
    match fs::symlink_metadata(&target) {
        Ok(meta) if meta.is_file() => tell(Entry::File(target, stamp::of(&meta))),
        _ => ControlFlow::Continue(()),
    }
}

/// Tells what is wrong with a path, unless it has just gone.
fn tell_trouble(
    path: PathBuf,
    what: &str,
    error: &io::Error,
    tell: &mut impl FnMut(Entry) -> ControlFlow<()>,
) -> ControlFlow<()> {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ControlFlow::Continue(()),
        _ => tell(Entry::Trouble(path, unreadable(what, error))),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// Lays out `files` and `links` (name, target) and compares the files that a walk tells.
    #[track_caller]
    fn case(files: &[&str], links: &[(&str, &str)], exclude: &[&str], want: &[&str]) {
        let base = tempfile::tempdir().expect("a temporary directory");
        let base = base.path().canonicalize().expect("it exists");
        let root = base.join("root");
        fs::create_dir(&root).expect("created");
        for file in files {
            let path = root.join(file);
            fs::create_dir_all(path.parent().expect("below the root")).expect("created");
            fs::write(path, file).expect("written");
        }
        for (name, target) in links {
            symlink(target, root.join(name)).expect("linked");
        }
        let exclude: Vec<_> = exclude.iter().map(|s| (*s).to_owned()).collect();
        let patterns = Patterns::new(&[], &exclude).expect("well formed");
        let mut told = Vec::new();
        let bounds = Bounds { root: &root, patterns: &patterns };
        let flow = walk(bounds, &root, &mut |entry| {
            let short =
                |path: &Path| path.strip_prefix(&base).expect("below").display().to_string();
            match entry {
                Entry::File(path, _) => told.push(short(&path)),
                Entry::Trouble(path, _) => told.push(format!("{}!", short(&path))),
                Entry::Directory(_) => {}
            }
            ControlFlow::Continue(())
        });
        told.sort();
        assert_eq!((flow, told), (ControlFlow::Continue(()), strings(want)));
    }

    fn strings(list: &[&str]) -> Vec<String> {
        list.iter().map(|s| format!("root/{s}")).collect()
    }

    #[test]
    fn a_tree_is_walked_whole_but_for_what_is_excluded() {
        case(&["a.txt", "x/y/b.pdf"], &[], &[], &["a.txt", "x/y/b.pdf"]);
        case(&["a.txt", "a.txt~", ".h/b.txt"], &[], &[".*", "*~"], &["a.txt"]);
    }

    #[test]
    fn links_lead_to_files_inside_the_root_only() {
        case(
            &["a.txt"],
            &[("out", "/etc/hostname"), ("up", ".."), ("gone", "no"), ("x~", "/etc/hostname")],
            &["*~"],
            &["a.txt", "out!", "up!"],
        );
        case(&["x/a.txt"], &[("loop", ".")], &[], &["x/a.txt"]);
        // As mounted secrets and config maps are laid out: a link to a file in a hidden directory.
        case(&[".data/a.txt"], &[("a.txt", ".data/a.txt")], &[".*"], &[".data/a.txt"]);
    }

    #[test]
    fn a_walk_ends_when_it_is_told_to() {
        let root = tempfile::tempdir().expect("a temporary directory");
        let patterns = Patterns::new(&[], &[]).expect("well formed");
        let bounds = Bounds { root: root.path(), patterns: &patterns };
        let flow = walk(bounds, root.path(), &mut |_| ControlFlow::Break(()));
        assert_eq!(flow, ControlFlow::Break(()));
    }
}
