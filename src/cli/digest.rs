//! `inspectwatch digest --preview`: what the next digest of each recipient would say now.

use inspectwatch::alert::{deliver, digest};
use inspectwatch::config::{Config, Recipient};
use inspectwatch::store::Store;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::args::{Digest, Global};
use super::exit::{DONE, Failure, Outcome};
use super::session;

/// Shows the next digests of one recipient, or of all.
pub fn run(global: &Global, options: &Digest) -> Outcome {
    let config = session::config(global)?;
    let store = session::store(&config)?;
    let wanted = options.preview.as_ref().and_then(Option::as_ref);
    if let Some(name) = wanted
        && config.recipient(name).is_none()
    {
        return Err(Failure::Usage(miette::miette!(
            "no recipient is called `{name}`: [[recipient]] in the configuration names them"
        )));
    }
    let mut shown = 0;
    for recipient in &config.recipients {
        let name = recipient.name.as_ref();
        if wanted.is_none_or(|wanted| wanted == name) {
            shown += preview(&config, &store, recipient)?;
        }
    }
    if shown == 0 {
        say!("No digest is held.");
    }
    Ok(DONE)
}

fn preview(config: &Config, store: &Store, recipient: &Recipient) -> Result<usize, Failure> {
    let templates = deliver::templates(config).map_err(Failure::usage)?;
    let (now, name) = (Timestamp::now(), recipient.name.as_ref());
    let mut shown = 0;
    for spec in &config.digests {
        let kind = spec.name.as_ref();
        let last = store.last_window(name, kind).map_err(Failure::other)?;
        let held = store.held_alerts(name, kind, Timestamp::MAX).map_err(Failure::other)?;
        let zone = TimeZone::get(spec.time_zone.as_ref()).map_err(Failure::usage)?;
        let Some(row) = digest::preview(config, spec, recipient, last, &held, now) else {
            continue;
        };
        let message = templates.render(&row, &zone).map_err(Failure::other)?;
        let due = row.window.map_or(now, |window| window.to).to_zoned(zone);
        say!("To {name}, {}:\n", due.strftime("%A %-d %B %Y, %H:%M"));
        say!("{}\n\n{}", message.subject, message.text);
        shown += 1;
    }
    Ok(shown)
}
