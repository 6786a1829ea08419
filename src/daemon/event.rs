//! Everything that the loop hears, in one channel and so in one order.

use tokio::sync::mpsc::UnboundedSender;

use super::readers::Answer;
use super::recorder::Report;
use crate::alert::due::Outcome;
use crate::intake::scout::Sight;
use crate::model::alert::AlertRow;

/// What a thread or task tells the loop.
#[derive(Debug)]
pub enum Event {
    /// The scout saw something.
    Saw(Sight),
    /// A reader is done with a file.
    Read(usize, Answer),
    /// The recorder wrote something.
    Wrote(Report),
    /// A channel answered to an alert.
    Delivered(Box<AlertRow>, Outcome),
    /// The courier of a number came to its end: all that it sent was told before.
    Rested(u32),
}

/// Where threads and tasks tell the loop.
pub type Ear = UnboundedSender<Event>;
