//! What a configuration must agree on with itself.

use std::collections::HashSet;

use hyper::Uri;
use lettre::message::Mailbox;
use toml::Spanned;

use super::error::{ConfigError, Origin};
use super::route::IMMEDIATE;
use super::schedule::Schedule;
use super::{Config, DigestSpec, Recipient, Route, Tls};
use crate::model::alert::Channel;

/// Checks names, addresses, schedules and what goes together.
pub(super) fn validate(config: &Config, origin: Origin<'_>) -> Result<(), ConfigError> {
    unique(config.recipients.iter().map(|r| &r.name), origin)?;
    unique(config.digests.iter().map(|d| &d.name), origin)?;
    for digest in &config.digests {
        check_digest(digest, origin)?;
    }
    for recipient in &config.recipients {
        check_recipient(config, recipient, origin)?;
    }
    check_route(config, &config.route, origin)?;
    for name in config.mutes.iter().flat_map(|m| &m.recipients) {
        known_recipient(config, name, origin)?;
    }
    check_smtp(config, origin)
}

fn unique<'a>(
    names: impl Iterator<Item = &'a Spanned<String>>,
    origin: Origin<'_>,
) -> Result<(), ConfigError> {
    let mut seen = HashSet::new();
    for name in names {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.get_ref().is_empty() || !name.get_ref().chars().all(plain) {
            let problem = "a name has letters, digits, `-` and `_` only";
            return Err(origin.complain(name.span(), problem));
        }
        if !seen.insert(name.get_ref()) || name.get_ref() == IMMEDIATE {
            let problem = format!("the name `{}` is taken: choose another", name.get_ref());
            return Err(origin.complain(name.span(), problem));
        }
    }
    Ok(())
}

fn check_digest(digest: &DigestSpec, origin: Origin<'_>) -> Result<(), ConfigError> {
    Schedule::new(digest).map(|_| ()).map_err(|(span, problem)| origin.complain(span, problem))
}

fn check_recipient(
    config: &Config,
    recipient: &Recipient,
    origin: Origin<'_>,
) -> Result<(), ConfigError> {
    let lacks = |key: &str| {
        let problem = format!("this recipient needs the key `{key}`");
        Err(origin.complain(recipient.name.span(), problem))
    };
    match recipient.channel {
        Channel::Email => {
            let Some(address) = &recipient.address else { return lacks("address") };
            check_address(address, origin)?;
        }
        Channel::File if recipient.directory.is_none() => return lacks("directory"),
        Channel::Command if recipient.command.is_empty() => return lacks("command"),
        Channel::Webhook => {
            let Some(url) = &recipient.url else { return lacks("url") };
            check_url(url, origin)?;
            if recipient.secret_file.is_some() == recipient.secret_credential.is_some() {
                let problem = "a webhook needs `secret_file` or `secret_credential`, one of them";
                return Err(origin.complain(recipient.name.span(), problem));
            }
        }
        Channel::None => {
            let problem = "the channel is one of `email`, `log`, `file`, `command`, `webhook`";
            return Err(origin.complain(recipient.name.span(), problem));
        }
        Channel::Log | Channel::File | Channel::Command => {}
    }
    known_delivery(config, recipient.deliver.as_ref(), origin)
}

fn check_address(address: &Spanned<String>, origin: Origin<'_>) -> Result<(), ConfigError> {
    if address.get_ref().parse::<Mailbox>().is_err() {
        let problem = format!("`{}` is not a mail address", address.get_ref().escape_debug());
        return Err(origin.complain(address.span(), problem));
    }
    Ok(())
}

fn check_url(url: &Spanned<String>, origin: Origin<'_>) -> Result<(), ConfigError> {
    let complain = |problem: &str| Err(origin.complain(url.span(), problem));
    let Ok(uri) = url.get_ref().parse::<Uri>() else {
        return complain("this is not an address such as https://hooks.example.org/alerts");
    };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return complain("this is not an address such as https://hooks.example.org/alerts");
    };
    if authority.as_str().contains('@') {
        return complain("leave name or password out: the signature says who posts");
    }
    let here = ["localhost", "127.0.0.1", "[::1]"].contains(&authority.host());
    match scheme {
        "https" => Ok(()),
        "http" if here => Ok(()),
        _ => complain("an address must begin with `https://`, or name this very machine"),
    }
}

fn check_route(config: &Config, route: &Route, origin: Origin<'_>) -> Result<(), ConfigError> {
    for name in route.recipients.iter().flatten() {
        known_recipient(config, name, origin)?;
    }
    known_delivery(config, route.deliver.as_ref(), origin)?;
    route.routes.iter().try_for_each(|child| check_route(config, child, origin))
}

fn known_recipient(
    config: &Config,
    name: &Spanned<String>,
    origin: Origin<'_>,
) -> Result<(), ConfigError> {
    if config.recipient(name.get_ref()).is_none() {
        let problem = format!("there is no [[recipient]] with the name `{}`", name.get_ref());
        return Err(origin.complain(name.span(), problem));
    }
    Ok(())
}

fn known_delivery(
    config: &Config,
    name: Option<&Spanned<String>>,
    origin: Origin<'_>,
) -> Result<(), ConfigError> {
    let Some(name) = name else { return Ok(()) };
    if name.get_ref() != IMMEDIATE && config.digest(name.get_ref()).is_none() {
        let problem = format!("there is no [[digest]] with the name `{}`", name.get_ref());
        return Err(origin.complain(name.span(), problem));
    }
    Ok(())
}

fn check_smtp(config: &Config, origin: Origin<'_>) -> Result<(), ConfigError> {
    let smtp = &config.smtp;
    let complain = |problem: &str| {
        let at = origin.text.find("\n[smtp]").map_or(0, |i| i + 1);
        Err(origin.complain(at..at + 1, problem))
    };
    let mails = config.recipients.iter().any(|r| r.channel == Channel::Email);
    if mails && (smtp.host.is_none() || smtp.from.is_none()) {
        return complain("a recipient has the channel `email`: set `smtp.host` and `smtp.from`");
    }
    if let Some(address) = config.alerts.allow.iter().chain(&smtp.from).find(|a| !is_address(a)) {
        return complain(&format!("`{}` is not a mail address", address.escape_debug()));
    }
    let password = smtp.password_file.is_some() || smtp.password_credential.is_some();
    if smtp.user.is_some() != password {
        return complain(
            "`user` needs `password_file` or `password_credential`, and they need `user`",
        );
    }
    if smtp.tls == Tls::None && password {
        return complain("a password never travels in the clear: set `tls`");
    }
    let key = (smtp.dkim_key_file.is_some(), smtp.dkim_key_credential.is_some());
    let dkim = [smtp.dkim_domain.is_some(), smtp.dkim_selector.is_some(), key.0 != key.1];
    if key == (true, true) || (dkim.contains(&true) && dkim.contains(&false)) {
        return complain(
            "set all of `dkim_domain`, `dkim_selector` and either `dkim_key_file` or \
             `dkim_key_credential`, or none",
        );
    }
    Ok(())
}

fn is_address(words: &str) -> bool {
    words.parse::<Mailbox>().is_ok()
}
