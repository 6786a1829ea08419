//! Everything that the loop hears, in one channel and so in one order.

use tokio::sync::mpsc::UnboundedSender;

use super::readers::Answer;
use super::recorder::Report;
use crate::intake::scout::Sight;

/// What a thread or task tells the loop.
#[derive(Debug)]
pub enum Event {
    /// The scout saw something.
    Saw(Sight),
    /// A reader is done with a file.
    Read(usize, Answer),
    /// The recorder wrote something.
    Wrote(Report),
}

/// Where threads and tasks tell the loop.
pub type Ear = UnboundedSender<Event>;
