//! Delivery by mail: against a server that misbehaves, and against a real one.

mod allowed;
pub mod certificates;
mod exim;
mod killed;
mod looks;
mod server;

use inspectwatch::alert::deliver::{Courier, Delivered};
use inspectwatch::alert::due::{self, Outcome};
use inspectwatch::config::Config;
use inspectwatch::model::alert::{
    AlertKind, AlertRow, AlertState, Channel, GradeLine, Notice, PriorityLine, Quote, Severity,
};
use inspectwatch::model::area::{AreaCode, AreaRef};
use inspectwatch::model::change::{Direction, PriorityStatus};
use inspectwatch::model::reading::PriorityKind;
use jiff::{Timestamp, ToSpan};
pub use server::closed_port;
use server::{Fault, Server};
use tokio::sync::mpsc::unbounded_channel;

/// A configuration with some recipients `r0`, `r1`, … at `example.test`.
fn config(host: &str, port: u16, recipients: usize, rate: u32) -> Config {
    let mut toml = format!(
        "[smtp]\nhost='{host}'\nport={port}\ntls='none'\nfrom='alerts@example.test'\n\
         timeout='1 second'\nmessages_per_minute={rate}\n"
    );
    for n in 0..recipients {
        toml +=
            &format!("[[recipient]]\nname='r{n}'\nchannel='email'\naddress='r{n}@example.test'\n");
    }
    toml += "[route]\nname='all'\nrecipients=['r0']\n";
    Config::from_text(&toml).expect("well formed")
}

fn notice(name: &str) -> Notice {
    let graded = |grade: &str| Some((grade.to_lowercase().as_str().into(), grade.to_owned()));
    let priority = |text: &str| PriorityLine {
        change_id: "p".into(),
        status: PriorityStatus::New,
        kind: PriorityKind::Improvement,
        earlier_kind: None,
        earlier_text: None,
        later_text: Some(text.into()),
    };
    Notice {
        area: AreaRef { code: AreaCode("E00000001".into()), name: name.into() },
        region: "South West".into(),
        programme: "childrens-services".into(),
        programme_name: "Children's services".into(),
        framework_name: None,
        inspected: None,
        published: None,
        severity: Severity::Normal,
        first: false,
        grades: vec![GradeLine {
            change_id: "g".into(),
            judgement: "overall".into(),
            label: "Overall effectiveness".into(),
            from: graded("Inadequate"),
            to: graded("Good"),
            direction: Some(Direction::Improved),
            comparability: None,
            note: None,
        }],
        priorities: vec![priority("Naïve plans — “œuvre”"), priority("Ŷ Gwasanaethau £")],
        notes: vec![],
        corrections: vec![],
        replies_to: None,
        quotes: vec![Quote {
            about: "Overall effectiveness".into(),
            words: "is good.\n.\n..".into(),
        }],
        releases: vec!["release.pdf".into()],
        doubts: vec![],
        link: None,
    }
}

pub fn start() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().expect("a moment")
}

pub fn row(number: usize, recipient: usize) -> AlertRow {
    let id = format!("al-{number:020}");
    AlertRow {
        message_id: Some(format!("{id}@example.test")),
        id,
        kind: AlertKind::Change,
        change_ids: vec![format!("c{number}")],
        recipient: format!("r{recipient}"),
        route: "all".into(),
        channel: Channel::Email,
        state: AlertState::Pending,
        attempts: 0,
        next_due: Some(start()),
        last_error: None,
        created_at: start(),
        sent_at: None,
        why: "route all: takes everything".into(),
        thread: "E00000001/childrens-services".into(),
        digest: None,
        window: None,
        carrier: None,
        notices: vec![notice("Testshire")],
    }
}

/// One round of delivery; outcomes in the order of the rows' ids.
pub fn deliver(config: &Config, rows: Vec<AlertRow>) -> Vec<Delivered> {
    runtime().block_on(round(&mut Courier::new(config).expect("nothing is missing"), rows))
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

async fn round(courier: &mut Courier, rows: Vec<AlertRow>) -> Vec<Delivered> {
    let (done, mut delivered) = unbounded_channel();
    courier.deliver(rows, &done).await;
    drop(done);
    let mut all = Vec::new();
    while let Some(one) = delivered.recv().await {
        all.push(one);
    }
    all.sort_by(|a, b| a.0.id.cmp(&b.0.id));
    all
}

/// A row is in a state after its first attempt, with such words for people.
#[track_caller]
pub fn becomes((row, outcome): &Delivered, config: &Config, want: AlertState, words: &str) {
    let update = due::after(row, outcome, &config.alerts, start());
    assert_eq!(update.state, want, "{outcome:?}");
    let said = update.last_error.unwrap_or_default();
    assert!(said.contains(words), "{said}");
}

/// Every one of so many rows is to be tried again, for such a reason.
#[track_caller]
pub fn all_wait(delivered: &[Delivered], rows: usize, words: &str) {
    assert_eq!(delivered.len(), rows, "every row has its outcome");
    for (_, outcome) in delivered {
        let waits = matches!(outcome, Outcome::Temporary(said) if said.contains(words));
        assert!(waits, "{outcome:?}");
    }
}

/// What becomes of one mail at a server with a fault: the outcome, and how often it was taken.
#[track_caller]
fn case(fault: Fault, want: AlertState, words: &str, taken: usize) {
    let server = Server::start(fault);
    let config = config("127.0.0.1", server.port, 1, 0);
    let delivered = deliver(&config, vec![row(1, 0)]);
    becomes(&delivered[0], &config, want, words);
    let id = delivered[0].0.message_id.clone().expect("a mail");
    assert_eq!(server.taken(), vec![id; taken]);
}

#[test]
fn each_fault_has_its_outcome() {
    case(Fault::None, AlertState::Sent, "", 1);
    case(Fault::Busy("r0"), AlertState::Pending, "greylisted", 0);
    case(Fault::Refuses("r0"), AlertState::Failed, "550", 0);
    case(Fault::DiskFull, AlertState::Pending, "insufficient system storage", 0);
    case(Fault::SilentAtConnect, AlertState::Pending, "no answer from the mail server", 0);
    case(Fault::SilentAfterData, AlertState::Pending, "no answer from the mail server", 0);
    case(Fault::Stuck("r0"), AlertState::Pending, "no answer from the mail server", 0);
    case(Fault::DroppedAfterDot, AlertState::Pending, "incomplete response", 1);
}

#[test]
fn a_server_that_cannot_be_found_or_refuses_is_tried_again() {
    for (host, port, words) in [
        ("127.0.0.1", closed_port(), "refused"),
        ("nowhere.invalid", 25, "connect to nowhere.invalid"),
    ] {
        let config = config(host, port, 1, 0);
        all_wait(&deliver(&config, (0..50).map(|n| row(n, 0)).collect()), 50, words);
    }
}

#[test]
fn what_was_refused_for_now_is_taken_later() {
    let busy = Server::start(Fault::Busy("r0"));
    let (first, outcome) =
        deliver(&config("127.0.0.1", busy.port, 1, 0), vec![row(1, 0)]).remove(0);
    let well = Server::start(Fault::None);
    let config = config("127.0.0.1", well.port, 1, 0);
    let update = due::after(&first, &outcome, &config.alerts, start());
    let wait = update.next_due.expect("tried again").duration_since(start());
    assert!(wait >= jiff::SignedDuration::from_secs(45));
    let again = AlertRow { attempts: update.attempts, ..first };
    let (again, outcome) = deliver(&config, vec![again]).remove(0);
    let update = due::after(&again, &outcome, &config.alerts, start() + 1.minute());
    assert_eq!((update.state, update.attempts), (AlertState::Sent, 2));
    assert_eq!(well.taken(), ["al-00000000000000000001@example.test"]);
}

#[test]
fn one_bad_recipient_delays_no_other() {
    for fault in [Fault::Refuses("r0@"), Fault::Busy("r0@"), Fault::Stuck("r0@")] {
        let server = Server::start(fault);
        let config = config("127.0.0.1", server.port, 10, 0);
        let rows = (0..100).map(|n| row(n, n % 10)).collect();
        let delivered = deliver(&config, rows);
        let taken = |recipient: usize| {
            let of = |(row, _): &&Delivered| row.recipient == format!("r{recipient}");
            delivered.iter().filter(of).filter(|(_, o)| *o == Outcome::Accepted).count()
        };
        assert_eq!((0..10).map(taken).collect::<Vec<_>>(), [0, 10, 10, 10, 10, 10, 10, 10, 10, 10]);
        assert_eq!(server.taken().len(), 90);
    }
}

#[test]
fn connections_are_reused_within_and_between_rounds() {
    let server = Server::start(Fault::Refuses("r9@"));
    let config = config("127.0.0.1", server.port, 10, 0);
    runtime().block_on(async {
        let mut courier = Courier::new(&config).expect("nothing is missing");
        courier.probe().await.expect("the server answers");
        courier.trial("someone@example.test", start()).await.expect("taken");
        let refused = courier.trial("r9@example.test", start()).await.expect_err("refused");
        assert!(refused.contains("no such user"), "{refused}");
        for n in 0..5 {
            let rows = (0..40).map(|i| row(n * 40 + i, i % 10)).collect();
            let accepted =
                round(&mut courier, rows).await.iter().filter(|d| d.1 == Outcome::Accepted).count();
            assert_eq!(accepted, 36);
        }
    });
    assert!(server.connections() <= 4, "a refused recipient costs no connection");
}

#[test]
fn a_connection_that_the_server_closed_costs_no_mail() {
    let server = Server::start(Fault::DroppedAfterDot);
    let config = config("127.0.0.1", server.port, 1, 0);
    runtime().block_on(async {
        let mut courier = Courier::new(&config).expect("nothing is missing");
        for n in 0..3 {
            let delivered = round(&mut courier, vec![row(n, 0)]).await;
            assert!(matches!(delivered[0].1, Outcome::Temporary(_)));
        }
    });
    assert_eq!(server.taken().len(), 3, "each was taken, and will repeat under its Message-ID");
}

#[test]
fn the_rate_is_limited() {
    let server = Server::start(Fault::None);
    let limited = config("127.0.0.1", server.port, 1, 600);
    let begun = std::time::Instant::now();
    deliver(&limited, (0..11).map(|n| row(n, 0)).collect());
    assert!(begun.elapsed() >= std::time::Duration::from_secs(1), "ten a second");
}
