//! Formats decoded in child processes, so that a hostile file costs itself only.
//!
//! In:  bytes of a release, and how long their reading may take.
//! Out: what [`read`](super::read_within) gives, or `unreadable` where the child crashed, ran out of
//!      memory or of time.
//! `frame` is what goes through the pipes, `worker` the child's side, `pool` the parent's. A
//! child holds no secret: its environment is empty, and it can open nothing worth having. It ends
//! when its standard input does, so it never outlives its parent.

mod frame;
mod pool;
mod worker;

pub use pool::{Options, Pool};
pub use worker::{MEMORY, serve, work};
