//! Corrections by people: they outrank every release and survive reading again.

use inspectwatch::alert::rules::Decisions;
use inspectwatch::model::area::{AreaCode, AreaRef};
use inspectwatch::model::correction::{Action, Correction, Field, Undone};
use inspectwatch::model::date::DateRange;
use inspectwatch::model::reading::{PriorityKind, Reading};
use inspectwatch::model::series::SeriesKey;
use inspectwatch::model::text::Text;

use super::scene::{Release, Scene, day, release, report};

fn correct(scene: &Scene, of: &Release, action: Action) {
    scene.with(&|_| Decisions::default(), |pipeline| {
        let correction = Correction {
            series: pipeline.series_of(&of.0.telling).expect("its area is told"),
            made_at: "2025-01-01T00:00:00Z".parse().expect("a moment"),
            who: "J. Bloggs".into(),
            why: "I read the report".into(),
            action,
        };
        pipeline.correct(&correction).expect("corrected")
    });
}

fn field(of: &Release, field: Field) -> Action {
    Action::Field { of: of.at(), field }
}

fn two() -> (Scene, Release, Release) {
    let one = report("r1", "ilacs-2018", "2018-06-04").grade("overall", "good").item("Plans made");
    let other =
        report("r2", "ilacs-2018", "2021-06-07").grade("overall", "inadequate").item("Planning");
    let scene = Scene::new();
    scene.record(&one);
    scene.record(&other);
    (scene, one, other)
}

/// Reads the second release again, which now tells what `told` tells.
fn read_again(scene: &Scene, told: &Release) {
    let reading = Reading {
        path: "in/r2.pdf".into(),
        digest: "r2".into(),
        media_type: "application/pdf".into(),
        error: None,
        published: None,
        inspections: vec![told.0.telling.clone()],
        doubts: Vec::new(),
    };
    scene.with(&|_| Decisions::default(), |pipeline| {
        pipeline.reread(&reading, &Text::default()).expect("read again");
    });
}

#[test]
fn a_grade_that_a_person_sets_outranks_the_report_and_says_who_and_why() {
    let (scene, _, other) = two();
    correct(&scene, &other, field(&other, Field::Grade("overall".into(), Some("good".into()))));
    assert!(!scene.lines(true).iter().any(|line| line.contains("overall")));
    let log = scene.log(false);
    let reason = log.last().and_then(|c| c.reason.clone()).expect("says why");
    assert!(reason.starts_with("Corrected by J. Bloggs: I read the report."), "{reason}");
    // And cleared again.
    correct(&scene, &other, field(&other, Field::Grade("overall".into(), None)));
    assert!(!scene.lines(true).iter().any(|line| line.contains("overall")));
}

#[test]
fn a_date_that_a_person_sets_places_a_release() {
    let scene = Scene::new();
    let vague = release("p1", "").grade("overall", "good");
    scene.record(&vague);
    assert_eq!(scene.lines(true), ["undated first"]);
    let days = DateRange { from: day("2021-06-07"), to: day("2021-06-11") };
    correct(&scene, &vague, field(&vague, Field::Inspected(Some(days))));
    assert_eq!(scene.lines(true), ["2021-06-07 first"]);
    correct(&scene, &vague, field(&vague, Field::Framework(Some("ilacs-2018".into()))));
    let log = scene.log(true);
    assert_eq!(log[0].later.framework.as_ref().map(|f| f.as_str()), Some("ilacs-2018"));
}

#[test]
fn inspections_are_merged_and_split() {
    let (scene, one, other) = two();
    let (a, b) = (one.at(), other.at());
    correct(&scene, &one, Action::Merge { one: a.clone(), other: b.clone() });
    assert_eq!(scene.lines(true).iter().filter(|line| line.contains("first")).count(), 1);
    assert!(!scene.lines(true).iter().any(|line| line.contains("overall")));
    correct(&scene, &one, Action::Split { one: a, other: b });
    assert!(scene.lines(true).iter().any(|line| line.contains("overall good > inadequate")));
}

#[test]
fn priorities_are_linked_and_unlinked_and_changed() {
    let (scene, _, other) = two();
    let link = |earlier: &str, later: &str| (earlier.to_owned(), later.to_owned());
    let (earlier, later) = link("Plans made", "Planning");
    correct(&scene, &other, Action::Link { earlier: earlier.clone(), later: later.clone() });
    assert!(scene.lines(true).contains(&"2021-06-07 ~ Planning (since 2018-06-04)".to_owned()));
    correct(&scene, &other, Action::Unlink { earlier, later });
    assert!(scene.lines(true).contains(&"2021-06-07 + Planning (since 2018-06-04)".to_owned()));
    let kind = PriorityKind::PriorityAction;
    correct(&scene, &other, field(&other, Field::Priority(kind, "Missing children".into())));
    correct(&scene, &other, field(&other, Field::NoPriority("Planning".into())));
    let lines = scene.lines(true);
    assert!(lines.iter().any(|line| line.contains("+ Missing children")), "{lines:?}");
    assert!(!lines.iter().any(|line| line.contains("Planning")), "{lines:?}");
}

#[test]
fn a_telling_moves_to_the_area_that_a_person_names() {
    let (scene, _, other) = two();
    let area = AreaRef { code: AreaCode("E08000032".into()), name: "Bradford".into() };
    correct(&scene, &other, Action::Area { of: other.at(), area });
    let log = scene.log(true);
    let areas: Vec<_> = log.iter().map(|c| (c.area.name.as_str(), c.kind)).collect();
    assert_eq!(areas.iter().filter(|(name, _)| *name == "Bradford").count(), 2);
    assert!(!scene.lines(true).iter().any(|line| line.contains("overall")));
}

#[test]
fn what_is_dismissed_tells_nothing() {
    let (scene, one, other) = two();
    correct(&scene, &other, Action::Dismiss { of: other.at() });
    assert_eq!(scene.lines(true).len(), 2);
    correct(&scene, &one, Action::Dismiss { of: one.at() });
    assert!(scene.lines(true).is_empty());
}

#[test]
fn a_preview_says_what_would_change_and_changes_nothing() {
    let (scene, _, other) = two();
    let before = scene.lines(false);
    let previewed = scene.with(&|_| Decisions::default(), |pipeline| {
        let correction = Correction {
            series: pipeline.series_of(&other.0.telling).expect("its area is told"),
            made_at: "2025-01-01T00:00:00Z".parse().expect("a moment"),
            who: "J. Bloggs".into(),
            why: "a trial".into(),
            action: Action::Dismiss { of: other.at() },
        };
        pipeline.preview(|pipeline| pipeline.correct(&correction)).expect("previewed")
    });
    assert_eq!(previewed.appended.len(), 3);
    assert_eq!(scene.lines(false), before);
}

#[test]
fn corrections_survive_reading_again() {
    let (scene, _, other) = two();
    correct(&scene, &other, field(&other, Field::Grade("overall".into(), Some("good".into()))));
    let moved = AreaRef { code: AreaCode("E08000032".into()), name: "Bradford".into() };
    correct(&scene, &other, Action::Area { of: other.at(), area: moved });
    let before = scene.lines(true);
    let moved: Vec<_> = scene.log(true).into_iter().filter(|c| c.area.name == "Bradford").collect();
    let inspection = scene.with(&|_| Decisions::default(), |pipeline| {
        let series = pipeline.series_of(&other.0.telling).expect("its area is told");
        let series = SeriesKey { area: moved[0].area.code.clone(), ..series };
        pipeline.history(&series).expect("a history").inspections.remove(0)
    });
    // What was corrected before the move went along.
    assert_eq!(inspection.telling.judgements[0].grade.as_str(), "good");
    read_again(&scene, &other);
    assert_eq!(scene.lines(true), before);
}

#[test]
fn corrections_follow_a_release_that_reading_again_places_elsewhere() {
    let (scene, _, other) = two();
    correct(&scene, &other, field(&other, Field::Grade("overall".into(), Some("good".into()))));
    let elsewhere = other.clone().area("E08000032", "Bradford");
    read_again(&scene, &elsewhere);
    scene.with(&|_| Decisions::default(), |pipeline| {
        let series = pipeline.series_of(&elsewhere.0.telling).expect("an area");
        let inspection = pipeline.history(&series).expect("a history").inspections.remove(0);
        assert_eq!(inspection.telling.judgements[0].grade.as_str(), "good");
    });
}

#[test]
fn a_telling_that_was_moved_twice_goes_back_step_by_step() {
    let (scene, _, other) = two();
    let before = scene.lines(true);
    let areas = |scene: &Scene| -> Vec<String> {
        let mut names: Vec<_> = scene.log(true).into_iter().map(|c| c.area.name).collect();
        names.dedup();
        names
    };
    for (code, name) in [("E08000032", "Bradford"), ("E08000035", "Leeds")] {
        let area = AreaRef { code: AreaCode(code.into()), name: name.into() };
        correct(&scene, &other, Action::Area { of: other.at(), area });
        assert!(areas(&scene).contains(&name.to_owned()));
    }
    assert!(!areas(&scene).contains(&"Bradford".to_owned()));
    let undo = |number: usize| {
        let kept = scene.store.all_corrections().expect("a query").remove(number);
        let at = "2025-02-01T00:00:00Z".parse().expect("a moment");
        let undone = Undone { at, who: "J. Bloggs".into(), why: "it was right".into() };
        scene.with(&|_| Decisions::default(), |p| p.undo(&kept, &undone).expect("undone"));
    };
    undo(1);
    assert!(areas(&scene).contains(&"Bradford".to_owned()));
    undo(0);
    assert_eq!(scene.lines(true), before);
}
