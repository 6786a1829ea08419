//! Sending no faster than is noted.

use std::sync::Arc;

use tokio::sync::{Semaphore, SemaphorePermit};

/// Holds a channel back until the store has noted what was delivered, so that a crash repeats no more
/// than a mail for each connection, and one alert of any other channel.
#[derive(Debug, Clone)]
pub struct Brake {
    free: Arc<Semaphore>,
    most: usize,
}

impl Brake {
    pub(super) fn new(most: usize) -> Self {
        Self { free: Arc::new(Semaphore::new(most)), most }
    }

    /// Says that what became of one row is in the store.
    pub fn noted(&self) {
        // Rows that were not tried at all took nothing, so nothing is given back beyond the bound.
        if self.free.available_permits() < self.most {
            self.free.add_permits(1);
        }
    }

    pub(super) async fn wait(brake: Option<&Self>) {
        if let Some(Self { free, .. }) = brake {
            // Never closed; forgotten because the store gives it back.
            free.acquire().await.into_iter().for_each(SemaphorePermit::forget);
        }
    }
}
