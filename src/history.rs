//! Inspections to changes, pure: which inspection follows which, and what differs.

pub mod priority;
pub mod wording;
