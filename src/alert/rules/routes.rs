//! Walking the tree of routes, and mutes.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::severity;
use crate::config::route::IMMEDIATE;
use crate::config::{Config, Matcher, Mute, Route};
use crate::knowledge::{Area, Knowledge};
use crate::model::alert::Severity;
use crate::model::change::Change;
use crate::model::word::word;

/// A change with what matchers ask of it.
pub(super) struct Subject<'a> {
    change: &'a Change,
    area: Option<&'a Area>,
    severity: Severity,
    doubtful: bool,
    text: String,
}

/// A route that leads to a recipient.
#[derive(Debug, Clone)]
pub(super) struct Hit<'a> {
    /// Names from the root, joined by `/`.
    pub(super) path: String,
    /// `immediate` or the name of a digest.
    pub(super) deliver: &'a str,
    /// What fitted, in plain words.
    pub(super) why: String,
}

impl<'a> Subject<'a> {
    pub(super) fn new(change: &'a Change, doubtful: bool, knowledge: &'a Knowledge) -> Self {
        let sentence = super::sentence(change, knowledge);
        let texts = [change.earlier_text.as_deref(), change.later_text.as_deref(), Some(&sentence)];
        Self {
            change,
            area: knowledge.areas.get(&change.area.code),
            severity: severity(change, knowledge),
            doubtful,
            text: texts.into_iter().flatten().collect::<Vec<_>>().join("\n").to_lowercase(),
        }
    }

    fn is_area(&self, name: &str) -> bool {
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        let known = self.area.is_some_and(|area| {
            same(&area.council) || area.aliases.iter().any(|alias| same(alias))
        });
        known || same(&self.change.area.code.0) || same(&self.change.area.name)
    }

    /// What of `matcher` fits, in plain words; none if any key does not.
    fn fits(&self, matcher: &Matcher) -> Option<Vec<String>> {
        let change = self.change;
        let region = self.area.map(|area| area.region.as_str());
        let tests: [(&str, bool, Option<String>); 9] = [
            ("area", !matcher.area.is_empty(), {
                matcher.area.iter().any(|a| self.is_area(a)).then(|| change.area.name.clone())
            }),
            ("region", !matcher.region.is_empty(), one_of(&matcher.region, region)),
            ("programme", !matcher.programme.is_empty(), {
                one_of(&matcher.programme, Some(change.programme.as_str()))
            }),
            ("kind", !matcher.kind.is_empty(), {
                matcher.kind.contains(&change.kind).then(|| word(&change.kind))
            }),
            ("judgement", !matcher.judgement.is_empty(), {
                one_of(&matcher.judgement, change.judgement.as_ref().map(|j| j.as_str()))
            }),
            ("direction", !matcher.direction.is_empty(), {
                change.direction.filter(|d| matcher.direction.contains(d)).map(|d| word(&d))
            }),
            ("grade", !matcher.grade.is_empty(), {
                one_of(&matcher.grade, change.to.as_ref().map(|g| g.as_str()))
            }),
            ("status", !matcher.status.is_empty(), {
                change.status.filter(|s| matcher.status.contains(s)).map(|s| word(&s))
            }),
            ("text", !matcher.text.is_empty(), {
                let found = matcher.text.iter().find(|t| self.text.contains(&t.to_lowercase()));
                found.map(|t| format!("“{t}”"))
            }),
        ];
        let mut fitting = Vec::new();
        for (key, asked, value) in tests {
            match (asked, value) {
                (true, Some(value)) => fitting.push(format!("{key} is {value}")),
                (true, None) => return None,
                (false, _) => {}
            }
        }
        if let Some(least) = matcher.severity {
            if self.severity < least {
                return None;
            }
            fitting.push(format!("severity is {}", word(&self.severity)));
        }
        if let Some(doubtful) = matcher.doubtful {
            if self.doubtful != doubtful {
                return None;
            }
            fitting.push(if doubtful { "in doubt" } else { "not in doubt" }.to_owned());
        }
        Some(fitting)
    }
}

/// The time zone of mutes' end dates.
pub(super) fn london() -> TimeZone {
    TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC)
}

/// Recipients that routes lead to, each once; at once wins over a digest, then the first route.
pub(super) fn hits<'a>(config: &'a Config, subject: &Subject<'_>) -> Vec<(&'a str, Hit<'a>)> {
    let mut found = Vec::new();
    if let Some(why) = subject.fits(&config.route.matcher) {
        let root = Trail { path: String::new(), why, recipients: &[], deliver: None };
        walk(config, &config.route, subject, &root, &mut found);
    }
    let mut each: Vec<(&str, Hit<'_>)> = Vec::new();
    for (recipient, hit) in found {
        match each.iter_mut().find(|(name, _)| *name == recipient) {
            Some((_, before)) if before.deliver != IMMEDIATE && hit.deliver == IMMEDIATE => {
                *before = hit;
            }
            Some(_) => {}
            None => each.push((recipient, hit)),
        }
    }
    each
}

/// What a route inherits from the root down to it.
struct Trail<'a> {
    path: String,
    why: Vec<String>,
    recipients: &'a [toml::Spanned<String>],
    deliver: Option<&'a str>,
}

fn walk<'a>(
    config: &'a Config,
    route: &'a Route,
    subject: &Subject<'_>,
    above: &Trail<'a>,
    found: &mut Vec<(&'a str, Hit<'a>)>,
) {
    let slash = if above.path.is_empty() { "" } else { "/" };
    let here = Trail {
        path: format!("{}{slash}{}", above.path, route.name),
        why: above.why.clone(),
        recipients: route.recipients.as_deref().unwrap_or(above.recipients),
        deliver: route.deliver.as_ref().map(|d| d.get_ref().as_str()).or(above.deliver),
    };
    let mut any = false;
    for child in &route.routes {
        let Some(fitting) = subject.fits(&child.matcher) else { continue };
        any = true;
        let why = here.why.iter().cloned().chain(fitting).collect();
        let path = here.path.clone();
        let trail = Trail { path, why, recipients: here.recipients, deliver: here.deliver };
        walk(config, child, subject, &trail, found);
        if !child.continues {
            break;
        }
    }
    if any {
        return;
    }
    for name in here.recipients {
        let recipient = config.recipient(name.get_ref()).expect("configuration is checked");
        let own = recipient.deliver.as_ref().map(|d| d.get_ref().as_str());
        let fits =
            if here.why.is_empty() { "takes everything".into() } else { here.why.join(", ") };
        let hit = Hit {
            path: here.path.clone(),
            deliver: here.deliver.or(own).unwrap_or(IMMEDIATE),
            why: format!("route {}: {fits}", here.path),
        };
        found.push((recipient.name.get_ref(), hit));
    }
}

/// The mute that keeps a change from a recipient on a day, if any. One that goes by text never
/// covers a fall to the lowest grade.
pub(super) fn mute<'a>(
    config: &'a Config,
    recipient: &str,
    subject: &Subject<'_>,
    today: Date,
) -> Option<&'a Mute> {
    config.mutes.iter().find(|mute| {
        let whom = mute.recipients.is_empty()
            || mute.recipients.iter().any(|name| name.get_ref() == recipient);
        let may = mute.matcher.text.is_empty() || subject.severity < Severity::Urgent;
        whom && may && today <= mute.until.0 && subject.fits(&mute.matcher).is_some()
    })
}

fn one_of(list: &[String], value: Option<&str>) -> Option<String> {
    value.filter(|v| list.iter().any(|l| l.eq_ignore_ascii_case(v))).map(str::to_owned)
}
