//! What people hear of late, newer, revised and deleted releases, decided by the alert rules
//! themselves.

use std::fs;

use inspectwatch::alert::rules;
use inspectwatch::config::Config;
use inspectwatch::model::alert::AlertState;
use inspectwatch::model::change::PriorityStatus;
use inspectwatch::model::doubt::DoubtCode;
use inspectwatch::model::framework::Event;
use inspectwatch::model::reading::PriorityKind;

use super::scene::{Release, Scene, case, history_of, knowledge, line, release, report};
use crate::scene;

/// Inspections of all times are news: only their order decides.
const CONFIG: &str = r#"
[alerts]
max_age = "36500 days"
[[recipient]]
name = "officer"
channel = "log"
[route]
name = "all"
recipients = ["officer"]
"#;

/// Records a release; says what the log gained and whether anybody is alerted.
#[track_caller]
fn arrives(scene: &Scene, release: &Release, alerts: bool, want: &[&str]) {
    let config = Config::from_text(CONFIG).expect("a configuration");
    let now = "2025-06-01T09:00:00Z".parse().expect("a moment");
    let told = std::cell::Cell::new(false);
    let recorded = scene.record_and(release, &|recorded| {
        let decisions = rules::decide(recorded, &config, knowledge(), now);
        let goes_out = |state| matches!(state, AlertState::Pending | AlertState::HeldForDigest);
        told.set(told.get() || decisions.rows.iter().any(|row| goes_out(row.state)));
        decisions
    });
    let lines: Vec<_> = recorded.appended.iter().map(line).collect();
    assert_eq!(lines, want);
    assert_eq!(told.get(), alerts, "whether anybody is alerted");
}

fn graded(name: &str, from: &str, published: &str, grade: &str) -> Release {
    let framework = if from < "2023" { "ilacs-2018" } else { "ilacs-2023" };
    report(name, framework, from).grade("overall", grade).published(published)
}

#[test]
fn a_newer_inspection_alerts_and_an_older_one_that_comes_late_alerts_nobody() {
    let scene = Scene::new();
    arrives(&scene, &graded("r1", "2018-06-04", "2018-08-01", "good"), true, &["2018-06-04 first"]);
    arrives(
        &scene,
        &graded("r3", "2025-03-10", "2025-05-09", "outstanding"),
        true,
        &["2025-03-10 overall good > outstanding, improved, full, since 2018-06-04"],
    );
    // It fills the gap and corrects its neighbour, in silence: what was told of that inspection was
    // its grade, and that stands.
    let scene_of_late = Scene::new();
    scene_of_late.record(&graded("r1", "2018-06-04", "2018-08-01", "good"));
    scene_of_late.record(&graded("r3", "2025-03-10", "2025-05-09", "outstanding"));
    arrives(
        &scene_of_late,
        &graded("r2", "2021-06-07", "2021-08-02", "requires-improvement"),
        false,
        &[
            "2025-03-10 correction",
            "2021-06-07 overall good > requires-improvement, declined, full, since 2018-06-04",
            "2025-03-10 overall requires-improvement > outstanding, improved, full, since 2021-06-07",
        ],
    );
}

#[test]
fn a_copy_of_a_release_alerts_nobody() {
    let scene = Scene::new();
    let report = graded("r1", "2025-03-10", "2025-05-09", "good");
    scene.record(&report);
    arrives(&scene, &report, false, &[]);
    let council = release("council", "ilacs-2023").published("2025-05-12").grade("overall", "good");
    arrives(&scene, &council, false, &[]);
}

#[test]
fn a_revised_release_corrects_what_was_told() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "2018-08-01", "good"));
    let first = graded("r2", "2025-03-10", "2025-05-09", "outstanding");
    let change = "2025-03-10 overall good > outstanding, improved, full, since 2018-06-04";
    arrives(&scene, &first, true, &[change]);
    let revised = graded("r2b", "2025-03-10", "2025-05-20", "inadequate");
    arrives(
        &scene,
        &revised,
        true,
        &[
            "2025-03-10 correction",
            "2025-03-10 overall good > inadequate, declined, full, since 2018-06-04",
        ],
    );
}

#[test]
fn last_month_in_august_for_fieldwork_in_march_is_one_inspection_in_the_log() {
    let send = |told: Release| told.programme("send");
    let council = release("council", "area-send-2023")
        .inspected("2024-07-01", 30)
        .published("2024-08-02")
        .doubt(DoubtCode::DateInferred)
        .implied("outcome", "positive");
    let report = report("report", "area-send-2023", "2024-03-18").grade("outcome", "positive");
    case(&[send(council.clone()), send(report.clone())], &["2024-03-18 first"]);
    // Where the report never comes, the publication bounds it, and the log says no more.
    case(&[send(council)], &["2024-07-01 first"]);
}

#[test]
fn the_report_outranks_what_releases_say_in_the_log_too() {
    let before = report("r1", "ilacs-2018", "2018-06-04").grade("overall", "good");
    let paper =
        |name, grade| release(name, "ilacs-2018").published("2021-08-02").grade("overall", grade);
    let report = report("r2", "ilacs-2018", "2021-06-07").grade("overall", "inadequate");
    case(
        &[before.clone(), paper("p1", "outstanding"), paper("p2", "outstanding"), report],
        &[
            "2018-06-04 first",
            "2021-06-07 overall good > inadequate, declined, full, since 2018-06-04",
        ],
    );
    // Releases that contradict each other change nothing; a person is asked to look.
    let torn = [before, paper("p1", "outstanding"), paper("p2", "inadequate")];
    case(&torn, &["2018-06-04 first"]);
    let history = history_of(&torn, &[]);
    let doubts = &history.inspections[1].telling.doubts;
    assert_eq!(doubts.last().map(|doubt| doubt.code), Some(DoubtCode::ConflictingTellings));
}

#[test]
fn priority_actions_that_appear_cease_or_end_are_marked() {
    let with = |name, from, kind| {
        report(name, "ilacs-2018", from).grade("overall", "good").listed(kind, "Thresholds")
    };
    let last =
        |releases: &[Release]| history_of(releases, &[]).changes.last().expect("an entry").clone();
    let urgent = with("r1", "2019-06-03", PriorityKind::PriorityAction);
    let appeared = last(std::slice::from_ref(&urgent));
    assert_eq!(appeared.status, Some(PriorityStatus::New));
    assert_eq!(appeared.priority_kind, Some(PriorityKind::PriorityAction));
    let eased = with("r2", "2022-06-06", PriorityKind::Improvement);
    let eased = last(&[urgent.clone(), eased]);
    assert_eq!(eased.status, Some(PriorityStatus::Carried));
    assert_eq!(eased.priority_kind, Some(PriorityKind::Improvement));
    assert_eq!(eased.earlier_kind, Some(PriorityKind::PriorityAction));
    let other = report("r2", "ilacs-2018", "2022-06-06").grade("overall", "good").item("Plans");
    let ended = last(&[urgent, other]);
    assert_eq!(ended.status, Some(PriorityStatus::NoLongerRaised));
    assert_eq!(ended.priority_kind, Some(PriorityKind::PriorityAction));
}

#[test]
fn a_visit_never_grades_but_raises_priorities_and_alerts() {
    let scene = Scene::new();
    scene.record(&graded("r1", "2018-06-04", "2018-08-01", "good").item("Plans"));
    let visit = report("v1", "", "2025-03-10")
        .event(Event::FocusedVisit)
        .grade("overall", "inadequate")
        .listed(PriorityKind::PriorityAction, "Thresholds");
    arrives(&scene, &visit, true, &["2025-03-10 + Thresholds (since 2018-06-04)"]);
}

#[test]
fn a_deleted_file_changes_nothing() {
    let scene = scene::Scene::new();
    scene.drop_seeds();
    assert!(scene.scan().status.success());
    let (log, alerts) = (scene.log(), scene.alerts());
    for entry in fs::read_dir(scene.path("in")).expect("a directory").step_by(2) {
        fs::remove_file(entry.expect("an entry").path()).expect("removed");
    }
    assert!(scene.scan().status.success());
    assert_eq!(scene.log(), log);
    assert_eq!(scene.alerts(), alerts);
}
