//! A watched directory: where it was said to be, where it is now, and what is taken in.

use std::io;
use std::path::{Path, PathBuf};

use super::patterns::{PatternError, Patterns};
use super::walk::Bounds;
use super::watch::must_poll;
use crate::config::{Intake, Poll, Watch};

/// One tree.
#[derive(Debug, Clone)]
pub struct Root {
    given: PathBuf,
    found: Option<PathBuf>,
    patterns: Patterns,
    poll: Poll,
    polled: bool,
}

impl Root {
    /// The tree that a `[[watch]]` of the configuration names.
    ///
    /// # Errors
    /// A pattern that cannot be used.
    pub fn new(watch: &Watch, intake: &Intake) -> Result<Self, PatternError> {
        let exclude: Vec<_> = watch.exclude.iter().chain(&intake.temporary).cloned().collect();
        Ok(Self {
            given: watch.path.clone(),
            found: None,
            patterns: Patterns::new(&watch.include, &exclude)?,
            poll: watch.poll,
            polled: watch.poll == Poll::Always,
        })
    }

    /// The directory as it was given.
    pub fn given(&self) -> &Path {
        &self.given
    }

    /// Looks where the directory is now, and in what kind of file system; it may have been
    /// mounted or replaced.
    ///
    /// # Errors
    /// What the system says where it is missing.
    pub fn find(&mut self) -> io::Result<PathBuf> {
        self.found = None;
        let found = self.given.canonicalize()?;
        self.polled = match self.poll {
            Poll::Always => true,
            Poll::Never => false,
            Poll::Auto => must_poll(&found),
        };
        self.found = Some(found.clone());
        Ok(found)
    }

    /// Whether a path lies in the directory as it was last found.
    pub fn contains(&self, path: &Path) -> bool {
        self.found.as_ref().is_some_and(|found| path.starts_with(found))
    }

    /// Whether only walks tell what happens in it.
    pub fn is_polled(&self) -> bool {
        self.polled
    }

    /// Where a walk may go.
    pub fn bounds(&self) -> Bounds<'_> {
        Bounds { root: self.found.as_deref().unwrap_or(&self.given), patterns: &self.patterns }
    }
}
