//! Counts of what the daemon or a scan dealt with.

use super::record::Noted;
use crate::model::sighting::Fate;

/// Files by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Files that were read and tell an inspection.
    pub recorded: usize,
    /// Files that were read and tell none.
    pub set_aside: usize,
    /// Files whose bytes were recorded before.
    pub known: usize,
    /// Files and directories that cannot be read.
    pub failed: usize,
    /// Changes appended to the log.
    pub changes: usize,
    /// Alerts that are to be sent.
    pub alerts: usize,
}

impl Tally {
    /// Counts one file.
    pub fn count(&mut self, noted: &Noted) {
        match &noted.fate {
            Fate::Failed(_) => self.failed += 1,
            _ if noted.known => self.known += 1,
            Fate::Recorded => self.recorded += 1,
            Fate::SetAside => self.set_aside += 1,
        }
        self.changes += noted.changes;
        self.alerts += noted.alerts;
    }
}
