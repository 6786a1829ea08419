//! History: what does it cost to add one release to a large store?
//!
//! Two stores on disk hold 100 and 100,000 inspections, ten to a series. A report is recorded into
//! series after series: release, history, log and outbox, in one transaction, without and with its
//! commit to disk; what it reads is in memory, as on a machine that does this daily. Prints the
//! medians and their ratio. `cargo bench --bench history`

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use inspectwatch::alert::rules::Decisions;
use inspectwatch::history::priority::matcher;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::area::{AreaCode, AreaRef};
use inspectwatch::model::date::DateRange;
use inspectwatch::model::framework::Event;
use inspectwatch::model::reading::{
    Basis, ImprovementArea, Judgement, PriorityKind, Reading, Source, Telling,
};
use inspectwatch::model::text::{Evidence, Text};
use inspectwatch::pipeline::{Incoming, Pipeline};
use inspectwatch::store::{Store, StoreError};
use jiff::civil::Date;

const TO_A_SERIES: usize = 10;
const SIZES: [usize; 2] = [100, 100_000];
const ROUNDS: usize = 200;
/// Fewer, because each leaves its release behind: ten series must not grow much longer than the
/// thousands of the large store.
const COMMITS: usize = 20;

fn main() {
    let knowledge = Knowledge::embedded().expect("well formed");
    let directory = tempfile::tempdir().expect("a temporary directory");
    let stores: Vec<_> = SIZES.map(|size| open(directory.path(), size, &knowledge)).into();
    let work = measure(&stores, ROUNDS, |store, round, series| {
        time_rolled_back(store, &knowledge, round, series)
    });
    let all = measure(&stores, COMMITS, |store, round, series| {
        time_committed(store, &knowledge, round, series)
    });
    println!("inspections    MB   a release   with its commit");
    for (nth, (store, _)) in stores.iter().enumerate() {
        let bytes = store.path().and_then(|path| path.metadata().ok()).map_or(0, |m| m.len());
        let (work, all) = (millis(work[nth]), millis(all[nth]));
        println!("{:>11} {:>5}   {work:>6.2} ms   {all:>12.2} ms", SIZES[nth], bytes / 1_000_000);
    }
    let ratio = |medians: &[Duration]| medians[1].as_secs_f64() / medians[0].as_secs_f64();
    println!("      ratio         {:>6.2}      {:>12.2}", ratio(&work), ratio(&all));
}

/// A store of so many inspections, and the number of its series.
fn open(directory: &Path, inspections: usize, knowledge: &Knowledge) -> (Store, usize) {
    let path = directory.join(format!("{inspections}.sqlite"));
    let series = inspections / TO_A_SERIES;
    fill(&path, series, knowledge);
    let mut file = File::open(&path).expect("readable");
    io::copy(&mut file, &mut io::sink()).expect("read through");
    (Store::open(&path).expect("a store"), series)
}

/// The median time for each store, taken in turns, so that whatever else the machine does slows
/// both alike.
fn measure(
    stores: &[(Store, usize)],
    rounds: usize,
    time: impl Fn(&Store, usize, usize) -> Duration,
) -> Vec<Duration> {
    let mut times = vec![Vec::new(); stores.len()];
    for round in 0..rounds {
        for ((store, series), times) in stores.iter().zip(&mut times) {
            times.push(time(store, round, *series));
        }
    }
    times.iter_mut().for_each(|times| times.sort());
    times.iter().map(|times| times[rounds / 2]).collect()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn fill(path: &Path, series: usize, knowledge: &Knowledge) {
    let store = Store::open(path).expect("a store");
    for areas in (0..series).collect::<Vec<_>>().chunks(50) {
        let filled: Result<(), StoreError> = store.atomically(|store| {
            let mut pairs =
                areas.iter().flat_map(|area| (0..TO_A_SERIES).map(move |nth| (*area, nth)));
            pairs.try_for_each(|(area, nth)| record(store, knowledge, area, nth, "filled"))
        });
        filled.expect("filled");
    }
}

/// A series that the last rounds have not touched, as far as there are others.
fn area(round: usize, series: usize) -> usize {
    (round * 7919) % series
}

fn time_rolled_back(store: &Store, knowledge: &Knowledge, round: usize, series: usize) -> Duration {
    let start = Instant::now();
    let mut took = Duration::ZERO;
    let undone: Result<(), StoreError> = store.atomically(|store| {
        record(store, knowledge, area(round, series), TO_A_SERIES, &format!("undone {round}"))?;
        took = start.elapsed();
        Err(StoreError::Query(rusqlite::Error::QueryReturnedNoRows))
    });
    assert!(undone.is_err());
    took
}

fn time_committed(store: &Store, knowledge: &Knowledge, round: usize, series: usize) -> Duration {
    let start = Instant::now();
    // A release about an inspection that is recorded: series stay as long as they are.
    let place = area(round, series);
    record(store, knowledge, place, 5, &format!("again {round}")).expect("recorded");
    start.elapsed()
}

fn record(
    store: &Store,
    knowledge: &Knowledge,
    area: usize,
    nth: usize,
    mark: &str,
) -> Result<(), StoreError> {
    let reading = reading(area, nth, mark);
    let (text, original) = (Text::default(), reading.digest.as_bytes());
    let incoming = Incoming { original, reading: &reading, text: &text, container: None };
    let matcher = matcher(&knowledge.concerns);
    let pipeline = Pipeline {
        store,
        knowledge,
        matcher: &matcher,
        decide: &|_| Decisions::default(),
        reader: "bench",
        now: "2025-05-09T10:00:00Z".parse().expect("a time"),
    };
    pipeline.record(&incoming).map(|_| ())
}

fn reading(area: usize, nth: usize, mark: &str) -> Reading {
    let year = 1990 + 3 * i16::try_from(nth).expect("small");
    let from = Date::new(year, 6, 5).expect("a day");
    let evidence = |words: &str| vec![Evidence { start: 0, end: words.len(), quote: words.into() }];
    let grade = ["good", "requires-improvement", "inadequate"][(area + nth) % 3];
    let judgements = ["overall", "leaders", "help-and-protection", "in-care"].map(|id| Judgement {
        id: id.into(),
        grade: grade.into(),
        basis: Basis::Stated,
        evidence: evidence(grade),
    });
    let items = [
        "The timeliness and quality of assessments",
        "Management oversight of practice",
        "The sufficiency of placements for children in care",
    ];
    let items = items.iter().skip(nth % 2).map(|text| ImprovementArea {
        kind: PriorityKind::Improvement,
        text: format!("{text} for all children"),
        responsible: None,
        evidence: evidence(text),
    });
    Reading {
        path: format!("in/{area}-{nth}.pdf"),
        digest: format!(
            "blake3:{}",
            blake3::hash(format!("{area} {nth} {mark}").as_bytes()).to_hex()
        ),
        media_type: "application/pdf".into(),
        error: None,
        published: None,
        doubts: Vec::new(),
        inspections: vec![Telling {
            area: Some(AreaRef {
                code: AreaCode(format!("X{area:08}")),
                name: format!("Area {area}"),
            }),
            programme: "childrens-services".into(),
            framework: Some("ilacs-2018".into()),
            event: Event::Inspection,
            inspected: Some(DateRange { from, to: from.saturating_add(jiff::Span::new().days(4)) }),
            judgements: judgements.into(),
            improvement_areas: items.collect(),
            previous: Vec::new(),
            doubts: Vec::new(),
            source: Source::Report,
        }],
    }
}
