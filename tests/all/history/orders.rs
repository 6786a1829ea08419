//! The current log is the same in whatever order, and over however many scans, releases arrive.

use std::collections::BTreeSet;

use inspectwatch::model::change::Change;
use inspectwatch::model::correction::{Action, Correction, Field};
use inspectwatch::model::framework::Event;
use inspectwatch::model::reading::{PriorityKind, Source};
use inspectwatch::store::{Store, StoreError};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::scene::{Release, Scene, release, report};

/// Entries without the moment in which they were recorded.
pub fn bare(log: Vec<Change>) -> Vec<Change> {
    log.into_iter().map(|change| Change { recorded_at: String::new(), ..change }).collect()
}

/// Forty releases about four series: reports, releases with and without dates, corrected versions,
/// contradictions, visits, an area that another took over from.
fn forty() -> Vec<Release> {
    let mut all = Vec::new();
    for (area, name) in [("E08000036", "Wakefield"), ("E10000006", "Cumbria")] {
        for (nth, (framework, from, grade)) in [
            ("older", "2011-05-09", "adequate"),
            ("sif-2013", "2014-06-02", "inadequate"),
            ("ilacs-2018", "2018-06-04", "requires-improvement"),
            ("ilacs-2018", "2021-11-08", "good"),
        ]
        .into_iter()
        .enumerate()
        {
            let digest = |what: &str| format!("{what}-{area}-{nth}");
            let item = ["Supervision", "Supervision of all", "Plans", "Plans and visits"][nth];
            let full = report(&digest("report"), framework, from)
                .area(area, name)
                .grade("overall", grade)
                .item(item)
                .item("Placements");
            let published = format!("{}-{}", &from[..4], ["08-01", "08-20", "09-03", "12-20"][nth]);
            all.push(full.clone().grade("leaders", grade).published(&published));
            all.push(
                release(&digest("council"), framework)
                    .area(area, name)
                    .published(&published)
                    .grade("overall", if nth == 2 { "good" } else { grade })
                    .item("Supervision somehow")
                    .previous("overall", "inadequate", Some(2014)),
            );
            let visit = report(&digest("visit"), "", &format!("{}-12-03", &from[..4]))
                .area(area, name)
                .event(Event::FocusedVisit)
                .listed(PriorityKind::PriorityAction, "Thresholds");
            all.push(visit);
            all.push(release(&digest("vague"), framework).area(area, name).grade("overall", grade));
        }
    }
    for (nth, (framework, from, grade)) in [
        ("local-area-send-2016", "2018-06-04", "wsoa"),
        ("area-send-2023", "2024-03-18", "positive"),
    ]
    .into_iter()
    .enumerate()
    {
        let send = |what: &str| {
            release(&format!("{what}-{nth}"), framework).programme("send").grade("outcome", grade)
        };
        all.push(send("send-report").by(Source::Report).inspected(from, 4).item("Waiting times"));
        all.push(send("send-council").published(&format!("{}-08-02", &from[..4])));
        all.push(send("send-paper").published(&format!("{}-08-09", &from[..4])));
    }
    all.push(
        report("cumberland", "ilacs-2023", "2024-10-07")
            .area("E06000063", "Cumberland")
            .grade("overall", "inadequate")
            .previous("overall", "good", Some(2021)),
    );
    all.push(release("cumberland-paper", "ilacs-2023").area("E06000063", "Cumberland"));
    assert_eq!(all.len(), 40);
    all
}

fn log(releases: &[Release]) -> Vec<Change> {
    let scene = Scene::new();
    for release in releases {
        scene.record(release);
    }
    bare(scene.log(true))
}

/// Orders in which the forty may arrive.
fn orders() -> impl Strategy<Value = Vec<usize>> {
    Just((0..40).collect::<Vec<_>>()).prop_shuffle()
}

fn in_order(order: &[usize]) -> Vec<Release> {
    let releases = forty();
    order.iter().map(|at| releases[*at].clone()).collect()
}

/// Runs `check` on so many values that `strategy` makes.
fn check<S: Strategy>(
    cases: u32,
    strategy: &S,
    check: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    runner.run(strategy, check).unwrap_or_else(|error| panic!("{error}"));
}

/// What happens beside a release's arrival.
#[derive(Debug, Clone, Copy)]
struct Trouble {
    /// The process is killed before what it did of this release is written.
    killed: bool,
    /// A copy of the release lies there under another name.
    renamed: bool,
    /// The scan ends after it.
    ends: bool,
}

fn troubles() -> impl Strategy<Value = Vec<Trouble>> {
    let one = (any::<bool>(), any::<bool>(), any::<bool>());
    let one = one.prop_map(|(killed, renamed, ends)| Trouble { killed, renamed, ends });
    proptest::collection::vec(one, 40)
}

/// The current log after releases arrived with troubles; `open` opens the store of a scan.
fn troubled(
    order: &[usize],
    troubles: &[Trouble],
    open: Option<&dyn Fn() -> Scene>,
) -> Result<Vec<Change>, TestCaseError> {
    let mut scene = open.map_or_else(Scene::new, |open| open());
    for (release, trouble) in in_order(order).iter().zip(troubles) {
        if trouble.killed {
            let killed: Result<(), StoreError> = scene.store.atomically(|_| {
                scene.record(release);
                Err(StoreError::Query(rusqlite::Error::QueryReturnedNoRows))
            });
            prop_assert!(killed.is_err());
        }
        prop_assert!(!scene.record(release).known);
        if let (true, Some(open)) = (trouble.ends, open) {
            drop(scene);
            scene = open();
        }
        if trouble.renamed {
            prop_assert!(scene.record_as("in/a-copy.pdf", release).known);
        }
    }
    Ok(bare(scene.log(true)))
}

#[test]
fn any_order_with_copies_and_kills_gives_the_same_current_log() {
    let want = log(&forty());
    let kinds: BTreeSet<_> = want.iter().map(|change| change.kind).collect();
    assert_eq!((kinds.len(), want.len()), (4, 50), "the set no longer shows every kind of entry");
    check(200, &(orders(), troubles()), |(order, troubles)| {
        prop_assert_eq!(troubled(&order, &troubles, None)?, want.clone());
        Ok(())
    });
}

/// The store is closed and opened again between releases.
#[test]
fn any_split_over_scans_gives_the_same_current_log() {
    let want = log(&forty());
    check(5, &(orders(), troubles()), |(order, troubles)| {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("store.db");
        let open = || Scene { store: Store::open(&path).expect("the store") };
        prop_assert_eq!(troubled(&order, &troubles, Some(&open))?, want.clone());
        Ok(())
    });
}

#[test]
fn corrections_by_people_hold_whenever_the_releases_arrive() {
    let releases = forty();
    let report = &releases[8];
    let correction = |scene: &Scene| {
        let of = report.at();
        let field = Field::Grade("overall".into(), Some("good".into()));
        let correction = Correction {
            series: scene.with(&|_| Default::default(), |p| {
                p.series_of(&report.0.telling).expect("its area is told")
            }),
            made_at: "2025-01-01T00:00:00Z".parse().expect("a moment"),
            who: "a person".into(),
            why: "the table is right".into(),
            action: Action::Field { of, field },
        };
        scene.with(&|_| Default::default(), |p| p.correct(&correction).expect("corrected"));
    };
    let mut logs = Vec::new();
    for early in [true, false] {
        let scene = Scene::new();
        if early {
            correction(&scene);
        }
        for release in &releases {
            scene.record(release);
        }
        if !early {
            correction(&scene);
        }
        logs.push(bare(scene.log(true)));
    }
    assert_eq!(logs[0], logs[1]);
    assert_ne!(logs[0], log(&releases));
}
