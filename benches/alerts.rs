//! Alerts: what do deciding and queueing add to the recording of a release?
//!
//! For area after area a second inspection is recorded twice into a store on disk and rolled back:
//! once without alerts, once with a tree of routes and recipients. Prints the medians and what one
//! alert adds. `cargo bench --bench alerts`

use std::cell::Cell;
use std::time::{Duration, Instant};

use inspectwatch::alert::rules::{self, Decisions};
use inspectwatch::config::Config;
use inspectwatch::history::priority::matcher;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::alert::AlertState;
use inspectwatch::model::area::AreaRef;
use inspectwatch::model::date::DateRange;
use inspectwatch::model::framework::Event;
use inspectwatch::model::reading::{
    Basis, ImprovementArea, Judgement, PriorityKind, Reading, Source, Telling,
};
use inspectwatch::model::text::{Evidence, Text};
use inspectwatch::pipeline::{Decide, Incoming, Pipeline};
use inspectwatch::store::{Store, StoreError};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};

/// Recipients that the routes lead to, of so many.
const RECIPIENTS: usize = 30;
const TOLD: usize = 10;

fn main() {
    let knowledge = Knowledge::embedded().expect("well formed");
    let directory = tempfile::tempdir().expect("a temporary directory");
    let store = Store::open(&directory.path().join("store.sqlite")).expect("a store");
    let config = config();
    let areas: Vec<AreaRef> = knowledge.areas.iter().map(|area| area.reference()).collect();
    for area in &areas {
        let first = reading(area, date(2021, 6, 7), "good");
        record(&store, &knowledge, &|_| Decisions::default(), &first).expect("recorded");
    }
    let queued = Cell::new(0);
    let decide = |recorded: &rules::Recorded<'_>| {
        let decisions = rules::decide(recorded, &config, &knowledge, now());
        let told = decisions.rows.iter().filter(|row| row.state != AlertState::Suppressed);
        queued.set(queued.get() + told.count());
        decisions
    };
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for area in &areas {
        let second = reading(area, date(2025, 4, 7), "inadequate");
        without.push(time(&store, &knowledge, &|_| Decisions::default(), &second));
        with.push(time(&store, &knowledge, &decide, &second));
    }
    let (without, with) = (median(without), median(with));
    let alerts = queued.get() / areas.len();
    let added = with.saturating_sub(without);
    println!("recording a release: {without:?}; with {alerts} alerts: {with:?}");
    let one = added / u32::try_from(alerts.max(1)).expect("small");
    println!("deciding and queueing adds {added:?} to a release, {one:?} for each alert");
}

fn now() -> Timestamp {
    "2025-05-16T09:00:00Z".parse().expect("a moment")
}

/// A tree of routes of which some lead to everyone's change, and most to none.
fn config() -> Config {
    let mut toml = "[smtp]\nhost='m'\nfrom='a@example.test'\n[route]\nrecipients=[]\n".to_owned();
    for n in 0..RECIPIENTS {
        let matcher = match n < TOLD {
            true => "match.kind=['rating','priority']\nmatch.severity='normal'",
            false => "match.area=['Isles of Scilly','City of London']\nmatch.text=['nowhere']",
        };
        toml += &format!(
            "[[route.routes]]\nname='n{n}'\n{matcher}\nrecipients=['r{n}']\ncontinue=true\n"
        );
    }
    for n in 0..RECIPIENTS {
        toml +=
            &format!("[[recipient]]\nname='r{n}'\nchannel='email'\naddress='r{n}@example.test'\n");
    }
    Config::from_text(&toml).expect("well formed")
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn time(store: &Store, knowledge: &Knowledge, decide: &Decide<'_>, reading: &Reading) -> Duration {
    let start = Instant::now();
    let mut took = Duration::ZERO;
    let undone: Result<(), StoreError> = store.atomically(|store| {
        record(store, knowledge, decide, reading)?;
        took = start.elapsed();
        Err(StoreError::Query(rusqlite::Error::QueryReturnedNoRows))
    });
    assert!(undone.is_err());
    took
}

fn record(
    store: &Store,
    knowledge: &Knowledge,
    decide: &Decide<'_>,
    reading: &Reading,
) -> Result<(), StoreError> {
    let (text, original) = (Text::default(), reading.digest.as_bytes());
    let incoming = Incoming { original, reading, text: &text, container: None };
    let matcher = matcher(&knowledge.concerns);
    let pipeline =
        Pipeline { store, knowledge, matcher: &matcher, decide, reader: "bench", now: now() };
    pipeline.record(&incoming).map(|_| ())
}

fn reading(area: &AreaRef, from: Date, grade: &str) -> Reading {
    let evidence = |words: &str| vec![Evidence { start: 0, end: words.len(), quote: words.into() }];
    let judgements = ["overall", "leaders", "help-and-protection", "in-care"].map(|id| Judgement {
        id: id.into(),
        grade: grade.into(),
        basis: Basis::Stated,
        evidence: evidence(grade),
    });
    let items = (0..8).map(|n| ImprovementArea {
        kind: PriorityKind::Improvement,
        text: format!("Number {n} of what must improve since {}", from.year()),
        responsible: None,
        evidence: evidence("what must improve"),
    });
    let mark = format!("{} {from}", area.code);
    Reading {
        path: format!("in/{}-{from}.pdf", area.code),
        digest: format!("blake3:{}", blake3::hash(mark.as_bytes()).to_hex()),
        media_type: "application/pdf".into(),
        error: None,
        published: None,
        doubts: Vec::new(),
        inspections: vec![Telling {
            area: Some(area.clone()),
            programme: "childrens-services".into(),
            framework: Some("ilacs-2018".into()),
            event: Event::Inspection,
            inspected: Some(DateRange { from, to: from.saturating_add(4.days()) }),
            judgements: judgements.into(),
            improvement_areas: items.collect(),
            previous: Vec::new(),
            doubts: Vec::new(),
            source: Source::Report,
        }],
    }
}
