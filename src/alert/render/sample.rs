//! A made-up inspection that fills every part of a message: for trying templates, and for tests.

use jiff::Timestamp;
use jiff::civil::date;

use crate::model::alert::{
    AlertKind, AlertRow, AlertState, Channel, CorrectionLine, GradeLine, Notice, PriorityLine,
    Quote, Severity, Window,
};
use crate::model::area::{AreaCode, AreaRef};
use crate::model::change::{Comparability, Direction, PriorityStatus};
use crate::model::date::DateRange;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::reading::PriorityKind;

/// An alert, a correction, a digest and an empty digest.
pub(crate) fn rows() -> Vec<AlertRow> {
    let corrected = CorrectionLine {
        change_id: "c-overall".into(),
        now_ids: vec![],
        said: "Overall effectiveness: Inadequate → Good".into(),
        now: None,
        reason: "the revised report gives another grade".into(),
    };
    let correction = Notice { corrections: vec![corrected], ..notice() };
    vec![
        row(AlertKind::Change, vec![notice()]),
        row(AlertKind::Correction, vec![correction]),
        row(AlertKind::Digest, vec![notice(), notice()]),
        row(AlertKind::Digest, vec![]),
    ]
}

pub(crate) fn grade(
    judgement: &str,
    label: &str,
    from: &str,
    to: &str,
    direction: Direction,
) -> GradeLine {
    GradeLine {
        change_id: format!("c-{judgement}"),
        judgement: judgement.into(),
        label: label.into(),
        from: Some((from.into(), from.into())),
        to: Some((to.into(), to.into())),
        direction: Some(direction),
        comparability: Some(Comparability::Full),
        note: None,
    }
}

fn priority(status: PriorityStatus, earlier: Option<&str>, later: Option<&str>) -> PriorityLine {
    PriorityLine {
        change_id: "c-p".into(),
        status,
        kind: PriorityKind::Improvement,
        earlier_kind: None,
        earlier_text: earlier.map(str::to_owned),
        later_text: later.map(str::to_owned),
    }
}

/// An inspection with something in every part.
pub(crate) fn notice() -> Notice {
    Notice {
        area: AreaRef { code: AreaCode("E08000036".into()), name: "Wakefield".into() },
        region: "Yorkshire and the Humber".into(),
        programme: "childrens-services".into(),
        programme_name: "Children's services".into(),
        framework_name: Some("Inspection of local authority children's services (2018)".into()),
        inspected: Some(DateRange { from: date(2021, 11, 29), to: date(2021, 12, 10) }),
        published: Some(date(2022, 1, 28)),
        severity: Severity::Normal,
        first: false,
        grades: vec![grade(
            "overall",
            "Overall effectiveness",
            "Inadequate",
            "Good",
            Direction::Improved,
        )],
        priorities: vec![
            priority(PriorityStatus::New, None, Some("The offer to care leavers over 21")),
            priority(PriorityStatus::New, None, Some("Access to dentists")),
            priority(
                PriorityStatus::Reworded,
                Some("The speed of reviews"),
                Some("The quality of reviews"),
            ),
            priority(PriorityStatus::NoLongerRaised, Some("Caseloads"), None),
        ],
        notes: vec!["Also judged, without a change to report: Leaders: Good".into()],
        corrections: vec![],
        replies_to: None,
        quotes: vec![Quote {
            about: "Overall effectiveness".into(),
            words: "Children’s services are now good".into(),
        }],
        releases: vec!["wakefield-2022.pdf".into()],
        doubts: vec![Doubt {
            code: DoubtCode::DateInferred,
            message: "The day of the inspection was worked out, not stated.".into(),
        }],
        link: Some("http://127.0.0.1:8080/area/E08000036/childrens-services".into()),
    }
}

/// A row that holds notices.
pub(crate) fn row(kind: AlertKind, notices: Vec<Notice>) -> AlertRow {
    let moment = |seconds| Timestamp::from_second(seconds).unwrap_or_default();
    AlertRow {
        id: "al-0123456789abcdef0123".into(),
        kind,
        change_ids: vec!["c-overall".into()],
        recipient: "officer".into(),
        route: "all/yorkshire".into(),
        channel: Channel::Email,
        state: AlertState::Pending,
        attempts: 0,
        next_due: None,
        last_error: None,
        message_id: Some("al-0123456789abcdef0123@example.test".into()),
        created_at: moment(1_643_364_000),
        sent_at: None,
        why: "route all/yorkshire: region is Yorkshire and the Humber".into(),
        thread: match kind {
            AlertKind::Digest => String::new(),
            _ => "E08000036/childrens-services".into(),
        },
        digest: None,
        window: (kind == AlertKind::Digest)
            .then(|| Window { from: moment(1_643_011_200), to: moment(1_643_616_000) }),
        carrier: None,
        notices,
    }
}
