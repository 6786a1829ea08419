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

    /// Lets nothing more pass: what is under way is finished, the rest stays as it is.
    pub fn stop(&self) {
        self.free.close();
    }

    /// Waits for the turn of a row; false where nothing more may pass.
    pub(super) async fn wait(brake: Option<&Self>) -> bool {
        let Some(Self { free, .. }) = brake else { return true };
        // Forgotten because the store gives it back.
        free.acquire().await.map(SemaphorePermit::forget).is_ok()
    }
}
