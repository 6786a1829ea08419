//! The loop's side of sending: rows go to one courier per channel, answers come back.
//!
//! Invariants: a row that is being sent is not handed out again before its answer is noted; a
//! silent mail server delays no log line and no file.

use std::collections::{BTreeMap, HashMap, HashSet};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::event::{Ear, Event};
use crate::alert::deliver::{Courier, CourierError, Delivered};
use crate::alert::due::Outcome;
use crate::config::Config;
use crate::model::alert::{AlertRow, Channel};

/// Rows that are being sent.
pub struct Outbox {
    couriers: BTreeMap<Channel, UnboundedSender<Vec<AlertRow>>>,
    sending: HashSet<String>,
    ear: Ear,
}

impl Outbox {
    /// Nothing is being sent yet; answers will be told to `ear`.
    pub fn new(ear: Ear) -> Self {
        Self { couriers: BTreeMap::new(), sending: HashSet::new(), ear }
    }

    /// Sends rows, those excepted that are being sent.
    ///
    /// # Errors
    /// What the configuration names and cannot be used; checked before by `renew`.
    pub fn send(&mut self, rows: Vec<AlertRow>, config: &Config) -> Result<(), CourierError> {
        let mut by_channel: BTreeMap<Channel, Vec<AlertRow>> = BTreeMap::new();
        for row in rows {
            if self.sending.insert(row.id.clone()) {
                by_channel.entry(row.channel).or_default().push(row);
            }
        }
        for (channel, rows) in by_channel {
            let courier = match self.couriers.remove(&channel) {
                Some(courier) => courier,
                None => self.engage(config)?,
            };
            // A courier works until its end of the channel is dropped here.
            let _ = courier.send(rows);
            self.couriers.insert(channel, courier);
        }
        Ok(())
    }

    /// Notes that the answer for a row is in the store.
    pub fn noted(&mut self, id: &str) {
        self.sending.remove(id);
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

    fn engage(&self, config: &Config) -> Result<UnboundedSender<Vec<AlertRow>>, CourierError> {
        let courier = Courier::new(config)?;
        let (give, rows) = unbounded_channel();
        tokio::spawn(work(courier, rows, self.ear.clone()));
        Ok(give)
    }
}

async fn work(mut courier: Courier, mut rows: UnboundedReceiver<Vec<AlertRow>>, ear: Ear) {
    let (done, mut delivered) = unbounded_channel::<Delivered>();
    while let Some(rows) = rows.recv().await {
        let mut open: HashMap<String, AlertRow> =
            rows.iter().map(|row| (row.id.clone(), row.clone())).collect();
        let mut tell = |answer: Delivered| {
            open.remove(&answer.0.id);
            tell(&ear, answer);
        };
        let delivery = courier.deliver(rows, &done);
        tokio::pin!(delivery);
        loop {
            tokio::select! {
                biased;
                Some(answer) = delivered.recv() => tell(answer),
                () = &mut delivery => break,
            }
        }
        while let Ok(answer) = delivered.try_recv() {
            tell(answer);
        }
        for row in open.into_values() {
            self::tell(&ear, (row, Outcome::Temporary("the channel did not answer".to_owned())));
        }
    }
}

fn tell(ear: &Ear, (row, outcome): Delivered) {
    // Nobody hears only when the daemon has ended; the row is then sent again after the next start.
    let _ = ear.send(Event::Delivered(Box::new(row), outcome));
}
