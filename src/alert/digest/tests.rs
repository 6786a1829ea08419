use std::collections::BTreeMap;

use jiff::ToSpan;

use super::*;
use crate::model::alert::{CorrectionLine, GradeLine, Severity};
use crate::model::area::{AreaCode, AreaRef};
use crate::model::date::DateRange;

const RECIPIENT: &str =
    "[[recipient]]\nname='jo'\nchannel='log'\n[route]\nname='r'\nrecipients=['jo']";

fn config(digest: &str) -> Config {
    Config::from_text(&format!("{RECIPIENT}\n[[digest]]\nname='d'\n{digest}")).expect("well formed")
}

fn notice(area: &str, severity: Severity, to: &str) -> Notice {
    Notice {
        area: AreaRef { code: AreaCode(area.into()), name: area.into() },
        region: String::new(),
        programme: "send".into(),
        programme_name: "SEND".into(),
        framework_name: None,
        inspected: None,
        published: None,
        severity,
        first: false,
        grades: vec![GradeLine {
            change_id: format!("{area}-{to}"),
            judgement: "outcome".into(),
            label: "Outcome".into(),
            from: None,
            to: Some((to.into(), to.to_owned())),
            direction: None,
            comparability: None,
            note: None,
        }],
        priorities: vec![],
        notes: vec![],
        corrections: Vec::<CorrectionLine>::new(),
        replies_to: None,
        quotes: vec![],
        releases: vec![],
        doubts: vec![],
        link: None,
    }
}

fn held(id: usize, created_at: Timestamp) -> AlertRow {
    AlertRow {
        id: format!("al-{id}"),
        kind: AlertKind::Change,
        change_ids: vec![format!("c{id}")],
        recipient: "jo".into(),
        route: "r".into(),
        channel: Channel::Log,
        state: AlertState::HeldForDigest,
        attempts: 0,
        next_due: None,
        last_error: None,
        message_id: None,
        created_at,
        sent_at: None,
        why: "route r: takes everything".into(),
        thread: format!("area{id}/send"),
        digest: Some("d".into()),
        window: None,
        carrier: None,
        notices: vec![notice("A", Severity::Normal, "good")],
    }
}

/// A small generator with a fixed seed, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

/// Two years of days with changes at odd times, the daemon away for random spells and looking at odd
/// intervals: every change in exactly one digest, as soon as the daemon is there after its due time.
#[track_caller]
fn two_years(digest: &str, seed: u64) {
    let config = config(digest);
    let (spec, recipient) = (&config.digests[0], &config.recipients[0]);
    let schedule = Schedule::new(spec).expect("a schedule");
    let start: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a moment");
    let end = start + (2 * 366 * 24).hours();
    let mut dice = Dice(seed);
    let (mut now, mut made) = (start, 0);
    let mut waiting: Vec<AlertRow> = Vec::new();
    let mut first_due: BTreeMap<String, Timestamp> = BTreeMap::new();
    let mut last: Option<Window> = None;
    let mut told: BTreeMap<String, u32> = BTreeMap::new();
    let mut messages = std::collections::BTreeSet::new();
    while now < end || !waiting.is_empty() {
        if now < end && dice.below(3) == 0 {
            waiting.push(held(made, now));
            first_due.insert(format!("al-{made}"), schedule.next(now).expect("comes"));
            made += 1;
        }
        // Asking twice at the same moment must not tell twice.
        for _ in 0..2 {
            let Some(window) = due(&schedule, last, &waiting, start, now) else { continue };
            let Some((row, carried)) = compose(&config, spec, recipient, window, &waiting, now)
            else {
                continue;
            };
            assert!(messages.insert(row.id.clone()), "one message per window");
            for id in &carried {
                assert!(first_due[id] <= now, "told before it was due");
                *told.entry(id.clone()).or_default() += 1;
            }
            waiting.retain(|row| !carried.contains(&row.id));
            last = Some(window);
        }
        for row in &waiting {
            assert!(first_due[&row.id] > now, "late without a reason");
        }
        let asleep = dice.below(40) == 0;
        let minutes = if asleep { dice.below(9 * 24 * 60) } else { 1 + dice.below(170) };
        now += i64::try_from(minutes).expect("small").minutes();
    }
    assert_eq!(told.len(), made, "every change is told");
    assert!(told.values().all(|times| *times == 1), "no change is told twice");
}

#[test]
fn every_change_of_two_years_is_told_exactly_once() {
    for zone in ["Europe/London", "America/New_York"] {
        // Times that the clock changes of both zones skip and repeat are among them.
        for (seed, at) in [(1, "00:00"), (2, "01:30"), (3, "02:30"), (4, "08:00")] {
            two_years(&format!("every='day'\nat='{at}'\ntime_zone='{zone}'"), seed);
        }
        two_years(&format!("every='week'\non='sunday'\nat='01:00'\ntime_zone='{zone}'"), 5);
        two_years(&format!("every='month'\non='last'\nat='23:59'\ntime_zone='{zone}'"), 6);
        two_years(&format!("cron='*/45 * * * *'\ntime_zone='{zone}'"), 7);
    }
}

#[test]
fn no_empty_digest_unless_asked() {
    let (start, now) = ("2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z");
    let (start, now) = (start.parse().expect("a moment"), now.parse().expect("a moment"));
    for (when_empty, want) in [(false, false), (true, true)] {
        let config = config(&format!("every='day'\nat='08:00'\nwhen_empty={when_empty}"));
        let (spec, recipient) = (&config.digests[0], &config.recipients[0]);
        let schedule = Schedule::new(spec).expect("a schedule");
        let window = due(&schedule, None, &[], start, now).expect("a due moment passed");
        let message = compose(&config, spec, recipient, window, &[], now);
        assert_eq!(message.is_some(), want);
    }
}

#[test]
fn a_preview_shows_what_is_held_and_when_it_goes_out() {
    let now: Timestamp = "2026-03-03T09:00:00Z".parse().expect("a moment");
    let config = config("every='day'\nat='08:00'");
    let (spec, recipient) = (&config.digests[0], &config.recipients[0]);
    assert_eq!(preview(&config, spec, recipient, None, &[], now), None);
    let row = preview(&config, spec, recipient, None, &[held(1, now)], now).expect("held");
    assert_eq!(row.window.map(|w| w.to.to_string()).as_deref(), Some("2026-03-04T08:00:00Z"));
    assert_eq!(row.change_ids, ["c1"]);
}

#[test]
fn each_inspection_for_itself_the_newest_of_the_most_severe_first() {
    let day = |day: &str| {
        let day = day.parse().expect("a day");
        Some(DateRange { from: day, to: day })
    };
    let at: Timestamp = "2026-03-02T09:00:00Z".parse().expect("a moment");
    let row = |id, area: &str, notice: Notice| AlertRow {
        thread: format!("{area}/send"),
        notices: vec![notice],
        ..held(id, at)
    };
    let older =
        Notice { inspected: day("2025-12-01"), ..notice("B", Severity::High, "inconsistent") };
    let newer =
        Notice { inspected: day("2026-01-12"), ..notice("B", Severity::Normal, "positive") };
    let mut again = newer.clone();
    again.releases = vec!["report.pdf".into()];
    let rows = [
        row(1, "A", notice("A", Severity::Normal, "positive")),
        row(2, "B", newer),
        row(3, "B", older),
        row(4, "B", again),
    ];
    let merged = merge(&rows.iter().collect::<Vec<_>>());
    let said: Vec<_> = merged
        .iter()
        .map(|n| format!("{} {}", n.area.name, n.grades[0].to.as_ref().expect("graded").1))
        .collect();
    // What an earlier inspection found is not laid to the later one.
    assert_eq!(said, ["B positive", "B inconsistent", "A positive"]);
    assert_eq!((merged[0].grades.len(), merged[0].releases.len()), (1, 1), "told twice, once here");
}
