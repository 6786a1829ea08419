//! Messages as HTML files under `target/looks`, for a person and a browser: `.ci/looks` takes pictures
//! of them at the width of a telephone and of a desk.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use inspectwatch::alert::render::Templates;
use inspectwatch::model::alert::{
    AlertKind, AlertRow, CorrectionLine, GradeLine, Notice, PriorityLine, Quote, Severity, Window,
};
use inspectwatch::model::area::AreaCode;
use inspectwatch::model::change::{Direction, PriorityStatus};
use inspectwatch::model::doubt::{Doubt, DoubtCode};
use inspectwatch::model::reading::PriorityKind;
use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::{notice, row, start};

fn grade(label: &str, from: &str, to: &str, direction: Direction, note: Option<&str>) -> GradeLine {
    let graded = |grade: &str| Some((grade.to_lowercase().as_str().into(), grade.to_owned()));
    GradeLine {
        change_id: "g".into(),
        judgement: label.to_lowercase().as_str().into(),
        label: label.into(),
        from: graded(from),
        to: graded(to),
        direction: Some(direction),
        comparability: None,
        note: note.map(str::to_owned),
    }
}

fn priority(
    status: PriorityStatus,
    kind: PriorityKind,
    earlier: Option<&str>,
    later: Option<&str>,
) -> PriorityLine {
    PriorityLine {
        change_id: "p".into(),
        status,
        kind,
        earlier_kind: None,
        earlier_text: earlier.map(str::to_owned),
        later_text: later.map(str::to_owned),
    }
}

/// An inspection with something in every part.
fn full() -> Notice {
    use PriorityKind::{Improvement, PriorityAction};
    use PriorityStatus::{Carried, New, NoLongerRaised, Reworded};
    let scope = Some("partly comparable: the scope of this judgement changed");
    let quote = |about: &str| Quote {
        about: about.into(),
        words: "Leaders have not grasped how long children wait before anyone decides".into(),
    };
    Notice {
        framework_name: Some("Inspection of local authority children's services (2023)".into()),
        severity: Severity::Urgent,
        grades: vec![
            grade("Overall effectiveness", "Good", "Inadequate", Direction::Declined, None),
            grade("Children in care", "Requires improvement", "Good", Direction::Improved, scope),
            grade(
                "Impact of leaders on social work practice with children and families",
                "Outstanding",
                "Requires improvement to be good",
                Direction::Declined,
                None,
            ),
        ],
        priorities: vec![
            priority(New, PriorityAction, None, Some("How soon strategy meetings are held")),
            priority(New, Improvement, None, Some("The offer to care leavers over 21")),
            priority(
                Reworded,
                Improvement,
                Some("The timeliness of initial health checks for children who come into care"),
                Some("The timeliness and quality of health checks for all children in care"),
            ),
            priority(Carried, Improvement, None, Some("Supervision that social workers can use")),
            priority(NoLongerRaised, Improvement, Some("Caseloads in the assessment teams"), None),
        ],
        notes: vec!["Also judged, without a change to report: Care leavers: Good".into()],
        quotes: vec![quote("Overall effectiveness"), quote("Impact of leaders")],
        releases: vec![format!("press-release-{}.pdf", "with-a-very-long-name-".repeat(4))],
        doubts: vec![Doubt {
            code: DoubtCode::DateInferred,
            message: "The day of the inspection was worked out, not stated.".into(),
        }],
        link: Some("http://127.0.0.1:8080/area/E00000001/childrens-services".into()),
        ..notice("Testshire")
    }
}

fn digest(notices: Vec<Notice>) -> AlertRow {
    AlertRow {
        kind: AlertKind::Digest,
        window: Some(Window { from: start() - 168.hours(), to: start() }),
        thread: String::new(),
        why: "digest monday: route all/south: region is South West".into(),
        notices,
        ..row(3, 0)
    }
}

fn messages() -> Vec<(&'static str, AlertRow)> {
    let mut first = Notice { first: true, ..notice("Isles of Example") };
    (first.grades[0].from, first.grades[0].direction) = (None, None);
    let corrected = CorrectionLine {
        change_id: "g".into(),
        now_ids: vec![],
        said: "Overall effectiveness: Inadequate → Good".into(),
        now: Some("Overall effectiveness: Requires improvement → Good".into()),
        reason: "The revised report gives another grade before.".into(),
    };
    let gone = CorrectionLine { now: None, ..corrected.clone() };
    let correction =
        Notice { grades: vec![], priorities: vec![], corrections: vec![corrected, gone], ..full() };
    let other = |n: usize| {
        let mut notice = notice(&format!("Area number {n}"));
        notice.area.code = AreaCode(format!("E{n:08}"));
        notice
    };
    let many = (0..200).map(other).collect();
    vec![
        ("immediate", AlertRow { notices: vec![full()], ..row(1, 0) }),
        ("first", AlertRow { notices: vec![first], ..row(1, 0) }),
        (
            "correction",
            AlertRow { kind: AlertKind::Correction, notices: vec![correction], ..row(2, 0) },
        ),
        ("digest", digest(vec![full(), notice("Exampleton"), notice("Llanfair-on-the-Moor")])),
        ("digest-200", digest(many)),
        ("digest-empty", digest(vec![])),
    ]
}

#[test]
fn messages_are_written_out_to_be_looked_at() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    fs::create_dir_all(&place).expect("created");
    let templates = Templates::new(&BTreeMap::new()).expect("well formed");
    let london = TimeZone::get("Europe/London").expect("known");
    for (name, row) in messages() {
        let message = templates.render(&row, &london).expect("renders");
        assert!(message.html.contains("Why you receive this") && message.html.contains("viewport"));
        fs::write(place.join(format!("{name}.html")), message.html).expect("written");
        fs::write(place.join(format!("{name}.txt")), message.text).expect("written");
    }
}
