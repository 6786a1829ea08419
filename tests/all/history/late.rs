//! Late arrivals, revised releases and repeats: what is appended, withdrawn and left alone.

use std::cell::RefCell;

use inspectwatch::alert::rules::{Decisions, Recorded as ForRules};
use inspectwatch::model::alert::{AlertKind, AlertRow, AlertState, Channel};
use inspectwatch::model::change::ChangeKind;
use inspectwatch::model::framework::Event;

use super::scene::{Release, Scene, line, release, report};

/// What the rules of `alert` were asked: whether the inspections concerned are the newest, and
/// what the entries say.
fn asked(scene: &Scene, release: &Release) -> Vec<(Vec<bool>, Vec<String>)> {
    let asked = RefCell::new(Vec::new());
    scene.record_and(release, &|recorded: &ForRules<'_>| {
        let newest = recorded.about.iter().map(|about| about.newest).collect();
        asked.borrow_mut().push((newest, recorded.appended.iter().map(line).collect()));
        Decisions::default()
    });
    asked.into_inner()
}

fn graded(name: &str, from: &str, grade: &str) -> Release {
    let framework = if from < "2023" { "ilacs-2018" } else { "ilacs-2023" };
    report(name, framework, from).grade("overall", grade)
}

#[test]
fn an_older_inspection_that_comes_late_corrects_its_neighbours() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "good"));
    scene.record(&graded("r3", "2024-06-03", "outstanding"));
    assert_eq!(
        scene.lines(true),
        [
            "2018-06-04 first",
            "2024-06-03 overall good > outstanding, improved, full, since 2018-06-04",
        ]
    );
    let late = asked(&scene, &graded("r2", "2021-06-07", "requires-improvement"));
    assert_eq!(
        late,
        [(
            vec![true, false],
            vec![
                "2024-06-03 correction".to_owned(),
                "2021-06-07 overall good > requires-improvement, declined, full, since 2018-06-04"
                    .to_owned(),
                "2024-06-03 overall requires-improvement > outstanding, improved, full, since 2021-06-07"
                    .to_owned(),
            ]
        )]
    );
    let log = scene.log(false);
    let correction = log.iter().find(|c| c.kind == ChangeKind::Correction).expect("one");
    assert_eq!(correction.withdraws, [log[1].id.clone()]);
    let reason = correction.reason.as_deref().expect("says why");
    assert!(reason.contains("inspection of 2021-06-07"), "{reason}");
    assert!(reason.contains("Now: overall requires-improvement"), "{reason}");
    // Append-only: the entry that was withdrawn still stands in the full log.
    assert_eq!(log.len(), 5);
}

#[test]
fn what_is_new_stays_new_whatever_it_is_compared_with() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "good").item("Plans"));
    scene.record(&graded("r3", "2021-06-07", "good").item("Plans").item("Thresholds"));
    let visit = report("v2", "", "2020-06-08").event(Event::FocusedVisit).item("Plans");
    scene.record(&visit);
    let log = scene.log(false);
    let new: Vec<_> = log.iter().filter(|c| line(c).contains("+ Thresholds")).collect();
    assert_eq!(new.len(), 1);
    assert_eq!(line(new[0]), "2021-06-07 + Thresholds (since 2020-06-08)");
}

#[test]
fn a_late_inspection_before_all_others_takes_over_as_the_first() {
    let scene = Scene::new();
    scene.record(&graded("r2", "2021-06-07", "good"));
    scene.record(&graded("r1", "2018-06-04", "good"));
    assert_eq!(scene.lines(true), ["2018-06-04 first"]);
    assert_eq!(scene.log(false).len(), 3);
}

#[test]
fn the_same_bytes_again_are_nothing_new() {
    let scene = Scene::new();
    let report = graded("r1", "2018-06-04", "good");
    assert!(!scene.record(&report).known);
    let again = scene.record(&report);
    assert!(again.known && again.appended.is_empty());
    assert_eq!(scene.log(false).len(), 1);
}

#[test]
fn another_release_about_a_recorded_inspection_appends_nothing_but_is_named() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "good"));
    scene.record(&graded("r2", "2021-06-07", "outstanding"));
    let paper =
        release("paper", "ilacs-2018").published("2021-08-02").grade("overall", "outstanding");
    assert!(scene.record(&paper).appended.is_empty());
    let log = scene.log(true);
    assert_eq!(log.last().expect("an entry").later.releases, ["paper", "r2"]);
    assert_eq!(log.len(), 2);
}

#[test]
fn a_report_that_dates_what_a_release_told_restates_it() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "good"));
    let paper =
        release("paper", "ilacs-2018").published("2021-08-02").grade("overall", "outstanding");
    scene.record(&paper);
    let asked = asked(&scene, &graded("r2", "2021-06-07", "outstanding"));
    assert_eq!(asked[0].1[0], "2021-02-03 correction");
    let corrections: Vec<_> =
        scene.log(false).into_iter().filter(|c| c.kind == ChangeKind::Correction).collect();
    let reason = corrections[0].reason.clone().expect("says why");
    assert!(reason.contains("same is said with other dates"), "{reason}");
}

#[test]
fn a_revised_release_yields_a_correction_with_what_differed() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "good"));
    scene.record(&graded("r2", "2021-06-07", "outstanding").published("2021-08-02"));
    scene.record(&graded("r2b", "2021-06-07", "inadequate").published("2021-08-30"));
    assert_eq!(
        scene.lines(true)[1..],
        ["2021-06-07 overall good > inadequate, declined, full, since 2018-06-04".to_owned()]
    );
    let log = scene.log(false);
    let correction = log.iter().find(|c| c.kind == ChangeKind::Correction).expect("one");
    let reason = correction.reason.as_deref().expect("says what differed");
    assert!(reason.contains("good (inspected from 2018-06-04) to outstanding"), "{reason}");
    assert!(reason.contains("to inadequate"), "{reason}");
}

#[test]
fn a_statement_that_comes_back_is_recorded_again() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "good"));
    scene.record(&graded("r2", "2021-06-07", "outstanding").published("2021-08-02"));
    let before = scene.lines(true);
    scene.record(&graded("r2b", "2021-06-07", "inadequate").published("2021-08-30"));
    scene.record(&graded("r2c", "2021-06-07", "outstanding").published("2021-09-30"));
    assert_eq!(scene.lines(true), before);
    let corrections = scene.log(false).into_iter().filter(|c| c.kind == ChangeKind::Correction);
    let ids: std::collections::BTreeSet<_> = corrections.map(|c| c.id).collect();
    assert_eq!(ids.len(), 2);
}

#[test]
fn a_report_published_after_a_later_visits_letter_is_news_still() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "good"));
    let visit = report("v1", "", "2021-09-06").event(Event::FocusedVisit).item("Thresholds");
    assert_eq!(asked(&scene, &visit)[0].0, [true]);
    let report = graded("r2", "2021-06-07", "outstanding");
    assert_eq!(asked(&scene, &report)[0].0, [true]);
    // A letter about an earlier visit is not.
    let older = self::report("v0", "", "2020-09-07").event(Event::FocusedVisit).item("Plans");
    assert!(asked(&scene, &older)[0].0.contains(&false));
}

#[test]
fn a_predecessor_that_comes_late_is_shown_as_context() {
    let scene = Scene::new();
    let area = |release: Release, code, name| release.area(code, name);
    scene.record(&area(
        report("new", "ilacs-2023", "2024-10-07").grade("overall", "inadequate"),
        "E06000063",
        "Cumberland",
    ));
    assert_eq!(scene.lines(true), ["2024-10-07 first"]);
    scene.record(&area(graded("old", "2022-10-03", "good"), "E10000006", "Cumbria"));
    assert_eq!(
        scene.lines(true),
        [
            "2022-10-03 first",
            "2024-10-07 first",
            "2024-10-07 overall good | inadequate, not comparable, since 2022-10-03",
        ]
    );
    let log = scene.log(true);
    let reason = log[2].reason.as_deref().expect("says why");
    assert!(reason.contains("Cumbria was another area"), "{reason}");
}

#[test]
fn the_outbox_is_written_with_the_log_and_the_rules_hear_who_was_told() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "good"));
    let tell = |recorded: &ForRules<'_>| Decisions {
        rows: recorded.appended.iter().map(|change| row(&change.id)).collect(),
        updates: Vec::new(),
    };
    let recorded = scene.record_and(&graded("r3", "2024-06-03", "outstanding"), &tell);
    assert_eq!(recorded.alerts, 1);
    let told = RefCell::new(Vec::new());
    scene.record_and(&graded("r2", "2021-06-07", "requires-improvement"), &|recorded| {
        told.borrow_mut().extend(recorded.told.iter().map(|row| row.id.clone()));
        assert_eq!(recorded.withdrawn.len(), 1);
        Decisions::default()
    });
    let change = &scene.log(false)[1].id;
    assert_eq!(told.into_inner(), [format!("row {change}")]);
}

fn row(change: &str) -> AlertRow {
    AlertRow {
        id: format!("row {change}"),
        kind: AlertKind::Change,
        change_ids: vec![change.to_owned()],
        recipient: "officer".into(),
        route: "default".into(),
        channel: Channel::Log,
        state: AlertState::Sent,
        attempts: 1,
        next_due: None,
        last_error: None,
        message_id: None,
        created_at: "2025-06-01T09:00:00Z".parse().expect("a moment"),
        sent_at: None,
        why: "a test".into(),
        thread: "E08000036/childrens-services".into(),
        digest: None,
        window: None,
        carrier: None,
        notices: Vec::new(),
    }
}
