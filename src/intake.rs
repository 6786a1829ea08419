//! Intake: from watched directories to the bytes of files that came to rest.
//!
//! `scout` looks at the disk (walks, native events through `watch`) and tells what it found;
//! `settle` (pure) says when a file that is still being written came to rest; `file` reads it
//! whole or says why not; `ledger` remembers what was dealt with, so that nothing is read twice.
//!
//! Invariant: nothing here moves, changes or deletes a file, and no link leads out of its root.
//! Events are hints and may be lost; the periodic walk is the truth.

pub mod file;
pub mod ledger;
pub mod patterns;
pub mod root;
pub mod scout;
pub mod settle;
pub mod stamp;
pub mod walk;
pub mod watch;
