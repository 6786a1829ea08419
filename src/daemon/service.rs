//! What systemd is told: ready, reloading, stopping, alive, and a line on what is going on.
//! Without systemd (no `NOTIFY_SOCKET`) nothing happens; a failure to tell is not worth stopping.

use std::time::Duration;

use sd_notify::NotifyState;

/// Says that start-up is over.
pub fn ready() {
    tell(&[NotifyState::Ready]);
}

/// Says that the configuration is being read again; `ready` ends it.
pub fn reloading() {
    match NotifyState::monotonic_usec_now() {
        Ok(now) => tell(&[NotifyState::Reloading, now]),
        Err(_) => tell(&[NotifyState::Reloading]),
    }
}

/// Says that the end has begun.
pub fn stopping() {
    tell(&[NotifyState::Stopping, NotifyState::Status("finishing the release in hand")]);
}

/// Says what is going on, in one line.
pub fn status(line: &str) {
    tell(&[NotifyState::Status(line)]);
}

/// Says that the loop still turns.
pub fn alive() {
    tell(&[NotifyState::Watchdog]);
}

/// How often `alive` is to be said: twice within the time that systemd waits for it.
pub fn watchdog_interval() -> Option<Duration> {
    sd_notify::watchdog_enabled().map(|limit| limit / 2)
}

fn tell(states: &[NotifyState<'_>]) {
    let _ = sd_notify::notify(states);
}
