//! The loop's side of sending: rows go to one courier per channel, and to one per recipient where a
//! program or a server of the recipient's own is called; answers come back.
//!
//! Invariants: a row that is being sent is not handed out again before its answer is noted; a
//! silent mail server delays no log line and no file, a slow webhook or command no other; nothing
//! is begun that the configuration in force keeps back.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::event::{Ear, Event};
use crate::alert::deliver::{Brake, Courier, CourierError, Delivered};
use crate::alert::rules::kept_back;
use crate::config::Config;
use crate::model::alert::{AlertRow, Channel};

/// A courier at work.
struct Engaged {
    /// Tells it from others.
    number: u32,
    /// Where it gets rows.
    rows: UnboundedSender<Vec<AlertRow>>,
    /// What lets it go on once they are noted.
    brake: Brake,
}

/// A row that a courier has.
struct InHand {
    courier: u32,
    brake: Brake,
    /// The channel has answered; the store has not noted it yet.
    answered: bool,
}

/// Whose work a courier does: a channel and, where it calls what is the recipient's own, a recipient.
type Beat = (Channel, Option<String>);

fn beat(row: &AlertRow) -> Beat {
    let own = matches!(row.channel, Channel::Command | Channel::Webhook);
    (row.channel, own.then(|| row.recipient.clone()))
}

/// Rows that are being sent.
pub struct Outbox {
    couriers: BTreeMap<Beat, Engaged>,
    sending: HashMap<String, InHand>,
    /// Couriers that have not come to their end.
    at_work: usize,
    /// Couriers engaged so far.
    engaged: u32,
    ear: Ear,
}

impl Outbox {
    /// Nothing is being sent yet; answers will be told to `ear`.
    pub fn new(ear: Ear) -> Self {
        Self { couriers: BTreeMap::new(), sending: HashMap::new(), at_work: 0, engaged: 0, ear }
    }

    /// Sends rows, those excepted that are being sent or that the configuration keeps back, if they
    /// were found due under another one.
    ///
    /// # Errors
    /// What the configuration names and cannot be used; checked before by `renew`.
    pub fn send(&mut self, rows: Vec<AlertRow>, config: &Config) -> Result<(), CourierError> {
        let mut by_beat: BTreeMap<Beat, Vec<AlertRow>> = BTreeMap::new();
        for row in rows.into_iter().filter(|row| kept_back(config, row).is_none()) {
            by_beat.entry(beat(&row)).or_default().push(row);
        }
        for (beat, mut rows) in by_beat {
            let courier = match self.couriers.remove(&beat) {
                Some(engaged) => engaged,
                None => self.engage(beat.0, config)?,
            };
            rows.retain(|row| match self.sending.entry(row.id.clone()) {
                Entry::Occupied(_) => false,
                Entry::Vacant(free) => {
                    let brake = courier.brake.clone();
                    free.insert(InHand { courier: courier.number, brake, answered: false });
                    true
                }
            });
            // A courier works until its end of the channel is dropped here.
            let _ = courier.rows.send(rows);
            self.couriers.insert(beat, courier);
        }
        Ok(())
    }

    /// A channel has answered for a row.
    pub fn answered(&mut self, id: &str) {
        if let Some(row) = self.sending.get_mut(id) {
            row.answered = true;
        }
    }

    /// Notes that the answer for a row is in the store.
    pub fn noted(&mut self, id: &str) {
        if let Some(row) = self.sending.remove(id) {
            row.brake.noted();
        }
    }

    /// Lets what is under way be finished, and starts nothing more of what was handed out.
    pub fn stop(&mut self) {
        self.couriers.values().for_each(|courier| courier.brake.stop());
        self.couriers.clear();
    }

    /// A courier came to its end. Whether it left rows untried, which may be handed out again.
    pub fn rested(&mut self, courier: u32) -> bool {
        self.at_work -= 1;
        let before = self.sending.len();
        self.sending.retain(|_, row| row.courier != courier || row.answered);
        self.sending.len() < before
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

    /// From now on another configuration holds. What is under way is finished under the old one; what
    /// only waits its turn is to be handed out again.
    ///
    /// # Errors
    /// What the new configuration names and cannot be used; the old one then still holds.
    pub fn renew(&mut self, config: &Config) -> Result<(), CourierError> {
        Courier::new(config)?;
        self.stop();
        Ok(())
    }

    fn engage(&mut self, channel: Channel, config: &Config) -> Result<Engaged, CourierError> {
        let mut courier = Courier::new(config)?;
        let brake = courier.brake(channel);
        let (give, rows) = unbounded_channel();
        self.at_work += 1;
        self.engaged += 1;
        tokio::spawn(work(self.engaged, courier, channel, rows, self.ear.clone()));
        Ok(Engaged { number: self.engaged, rows: give, brake })
    }
}

async fn work(
    number: u32,
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
        let _ = ear.send(Event::Rested(number));
    };
    tokio::join!(attending, telling);
}
