//! inspectwatch: which ratings and priorities of English councils' inspections changed, with proof.
//!
//! Data flows one way; follow a release down this list:
//! `intake` (a file came to rest) → `read` (bytes to text with structure) → `extract` (text to
//! findings) → `pipeline` (record, compare, queue alerts; one transaction) → `alert` (deliver).
//! `history` compares, `store` is the only SQL, `knowledge` is what `config/` says, `model` the
//! nouns. `model`, `extract`, `history` and the rules of `alert` are pure: no disk, clock, network.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod alert;
pub mod cases;
pub mod config;
pub mod daemon;
pub mod extract;
pub mod history;
pub mod intake;
pub mod knowledge;
pub mod model;
pub mod pipeline;
pub mod read;
pub mod release;
pub mod store;
