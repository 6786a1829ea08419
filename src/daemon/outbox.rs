//! The loop's side of sending: rows go to one courier per channel, and to one per recipient where a
//! program or a server of the recipient's own is called; answers come back.
//!
//! Invariants: a row that is being sent is not handed out again before its answer is noted; a
//! silent mail server delays no log line and no file, a slow webhook or command no other.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::event::{Ear, Event};
use crate::alert::deliver::{Brake, Courier, CourierError, Delivered};
use crate::config::Config;
use crate::model::alert::{AlertRow, Channel};

/// A courier at work: where it gets rows, and what lets it go on once they are noted.
type Engaged = (UnboundedSender<Vec<AlertRow>>, Brake);

/// Whose work a courier does: a channel and, where it calls what is the recipient's own, a recipient.
type Beat = (Channel, Option<String>);

fn beat(row: &AlertRow) -> Beat {
    let own = matches!(row.channel, Channel::Command | Channel::Webhook);
    (row.channel, own.then(|| row.recipient.clone()))
}

/// Rows that are being sent.
pub struct Outbox {
    couriers: BTreeMap<Beat, Engaged>,
    sending: HashMap<String, Brake>,
    /// Couriers that have not come to their end.
    at_work: usize,
    ear: Ear,
}

impl Outbox {
    /// Nothing is being sent yet; answers will be told to `ear`.
    pub fn new(ear: Ear) -> Self {
        Self { couriers: BTreeMap::new(), sending: HashMap::new(), at_work: 0, ear }
    }

    /// Sends rows, those excepted that are being sent.
    ///
    /// # Errors
    /// What the configuration names and cannot be used; checked before by `renew`.
    pub fn send(&mut self, rows: Vec<AlertRow>, config: &Config) -> Result<(), CourierError> {
        let mut by_beat: BTreeMap<Beat, Vec<AlertRow>> = BTreeMap::new();
        for row in rows {
            by_beat.entry(beat(&row)).or_default().push(row);
        }
        for (beat, mut rows) in by_beat {
            let (courier, brake) = match self.couriers.remove(&beat) {
                Some(engaged) => engaged,
                None => self.engage(beat.0, config)?,
            };
            rows.retain(|row| match self.sending.entry(row.id.clone()) {
                Entry::Occupied(_) => false,
                Entry::Vacant(free) => {
                    free.insert(brake.clone());
                    true
                }
            });
            // A courier works until its end of the channel is dropped here.
            let _ = courier.send(rows);
            self.couriers.insert(beat, (courier, brake));
        }
        Ok(())
    }

    /// Notes that the answer for a row is in the store.
    pub fn noted(&mut self, id: &str) {
        if let Some(brake) = self.sending.remove(id) {
            brake.noted();
        }
    }

    /// Lets what is under way be finished, and starts nothing more.
    pub fn stop(&mut self) {
        self.sending.values().for_each(Brake::stop);
        self.couriers.clear();
    }

    /// A courier came to its end.
    pub fn rested(&mut self) {
        self.at_work -= 1;
    }

    /// Whether a courier may still have something under way.
    pub fn is_at_work(&self) -> bool {
        self.at_work > 0
    }

    /// How many rows are being sent.
    pub fn len(&self) -> usize {
        self.sending.len()
    }

    /// Whether nothing is being sent.
    pub fn is_empty(&self) -> bool {
        self.sending.is_empty()
    }

    /// From now on another configuration holds; what is being sent is finished under the old one.
    ///
    /// # Errors
    /// What the new configuration names and cannot be used; the old one then still holds.
    pub fn renew(&mut self, config: &Config) -> Result<(), CourierError> {
        Courier::new(config)?;
        self.couriers.clear();
        Ok(())
    }

    fn engage(&mut self, channel: Channel, config: &Config) -> Result<Engaged, CourierError> {
        let mut courier = Courier::new(config)?;
        let brake = courier.brake(channel);
        let (give, rows) = unbounded_channel();
        self.at_work += 1;
        tokio::spawn(work(courier, channel, rows, self.ear.clone()));
        Ok((give, brake))
    }
}

async fn work(
    mut courier: Courier,
    channel: Channel,
    mut rows: UnboundedReceiver<Vec<AlertRow>>,
    ear: Ear,
) {
    let (done, mut delivered) = unbounded_channel::<Delivered>();
    let attending = async move { courier.attend(channel, &mut rows, &done).await };
    let telling = async move {
        while let Some((row, outcome)) = delivered.recv().await {
            // Nobody hears only when the daemon has ended; the row is sent again after the next start.
            let _ = ear.send(Event::Delivered(Box::new(row), outcome));
        }
        let _ = ear.send(Event::Rested);
    };
    tokio::join!(attending, telling);
}
