//! Alerts: who is told what, in which words, when, and how it gets there.
//!
//! Decide, remember, send are three steps. `rules` decides (changes to rows or reasons for silence)
//! inside the recording transaction; the store remembers; `deliver` sends what `due` and `digest` say
//! is due, in the words of `render`. Only `deliver` touches network, disk or processes.
//! Promise: a crash repeats at worst one message, under the same id; nothing else is lost or doubled.

pub mod deliver;
pub mod digest;
pub mod due;
pub mod explain;
pub mod letter;
pub mod render;
pub mod review;
pub mod rules;
