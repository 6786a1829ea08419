use std::sync::LazyLock;

use super::*;
use crate::model::alert::{Channel, Severity};
use crate::model::area::{AreaCode, AreaRef};
use crate::model::change::{Comparability, Direction, Side};
use crate::model::date::DateRange;
use crate::model::doubt::DoubtCode;
use crate::model::reading::{Basis, PriorityKind};
use crate::model::text::Evidence;

/// A week after the inspection of the cases was published.
const NOW: &str = "2025-05-16T09:00:00Z";

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::embedded().expect("embedded knowledge loads"));

fn now() -> Timestamp {
    NOW.parse().expect("a moment")
}

fn config(toml: &str) -> Config {
    Config::from_text(toml).expect("a configuration")
}

fn later() -> Side {
    let inspected = DateRange {
        from: "2025-03-17".parse().expect("a day"),
        to: "2025-03-21".parse().expect("a day"),
    };
    Side {
        basis: None,
        framework: Some("ilacs-2023".into()),
        inspected: Some(inspected),
        bounded: false,
        releases: vec!["blake3:new".into()],
    }
}

fn change(id: &str, kind: ChangeKind) -> Change {
    Change {
        id: id.into(),
        recorded_at: String::new(),
        kind,
        area: AreaRef { code: AreaCode("E08000036".into()), name: "Wakefield".into() },
        programme: "childrens-services".into(),
        judgement: None,
        from: None,
        to: None,
        direction: None,
        comparability: None,
        status: None,
        priority_kind: None,
        earlier_kind: None,
        earlier_text: None,
        later_text: None,
        similarity: None,
        reason: None,
        withdraws: Vec::new(),
        earlier: None,
        later: later(),
    }
}

fn rating(id: &str, judgement: &str, from: &str, to: &str, direction: Direction) -> Change {
    Change {
        judgement: Some(judgement.into()),
        from: Some(from.into()),
        to: Some(to.into()),
        direction: Some(direction),
        comparability: Some(Comparability::Full),
        earlier: Some(Side { framework: Some("ilacs-2018".into()), ..later() }),
        ..change(id, ChangeKind::Rating)
    }
}

fn improved() -> Change {
    rating("r1", "overall", "good", "outstanding", Direction::Improved)
}

fn priority(id: &str, status: PriorityStatus, text: &str) -> Change {
    Change {
        status: Some(status),
        priority_kind: Some(PriorityKind::Improvement),
        later_text: Some(text.into()),
        ..change(id, ChangeKind::Priority)
    }
}

fn withdrawal(id: &str, withdraws: &str) -> Change {
    Change {
        withdraws: vec![withdraws.into()],
        reason: Some("a revised report gives another grade".into()),
        ..change(id, ChangeKind::Correction)
    }
}

fn about() -> About {
    About {
        releases: later().releases,
        names: vec!["wakefield-2025.pdf".into()],
        published: Some("2025-05-09".parse().expect("a day")),
        newest: true,
        judgements: vec![Judgement {
            id: "overall".into(),
            grade: "outstanding".into(),
            basis: Basis::Stated,
            evidence: vec![
                Evidence { start: 0, end: 21, quote: "Overall effectiveness".into() },
                Evidence { start: 22, end: 33, quote: "Outstanding".into() },
            ],
        }],
        doubts: Vec::new(),
    }
}

/// Decides a recording of the release that `later` names.
fn decide_with(toml: &str, appended: &[Change], about: About, told: &[AlertRow]) -> Decisions {
    decide_full(toml, appended, &[], about, told)
}

fn decide_full(
    toml: &str,
    appended: &[Change],
    withdrawn: &[Change],
    about: About,
    told: &[AlertRow],
) -> Decisions {
    let recorded = Recorded {
        arrived: &later().releases,
        appended,
        withdrawn,
        about: &[about],
        told,
        quiet: false,
    };
    decide(&recorded, &config(toml), &KNOWLEDGE, now())
}

/// `recipient: state: why` of each row.
fn outcome(decisions: &Decisions) -> Vec<String> {
    let word = |row: &AlertRow| format!("{}: {:?}: {}", row.recipient, row.state, row.why);
    decisions.rows.iter().map(word).collect()
}

#[test]
fn one_alert_groups_what_an_inspection_brings() {
    let appended = [
        improved(),
        priority("p1", PriorityStatus::New, "The offer to care leavers"),
        priority("p2", PriorityStatus::Carried, "Timeliness of health checks"),
    ];
    let decisions = decide_with("", &appended, about(), &[]);
    assert_eq!(outcome(&decisions), ["log: Pending: route default: takes everything"]);
    let row = &decisions.rows[0];
    assert_eq!(row.change_ids, ["p1", "p2", "r1"]);
    assert_eq!(row.thread, "E08000036/childrens-services");
    let notice = &row.notices[0];
    assert_eq!(notice.grades[0].label, "Overall effectiveness");
    assert_eq!(notice.grades[0].to.as_ref().map(|g| g.1.as_str()), Some("Outstanding"));
    assert_eq!(notice.priorities.len(), 2);
    assert_eq!(notice.quotes[0].words, "Overall effectiveness … Outstanding", "with the grade");
    let again = decide_with("", &appended, about(), &[]);
    assert_eq!(again, decisions, "the same input gives the same rows");
}

#[track_caller]
fn silent(appended: &[Change], about: About, toml: &str, want: &str) {
    let decisions = decide_with(toml, appended, about, &[]);
    let rows = &decisions.rows;
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0].state, AlertState::Suppressed, "{rows:?}");
    assert!(rows[0].why.starts_with(want), "{}", rows[0].why);
}

#[test]
fn silence_has_its_reason() {
    let day = |day: &str| Some(day.parse::<Date>().expect("a day"));
    let news = [improved()];
    let old = About { published: day("2025-04-01"), ..about() };
    silent(&news, old.clone(), "", "old news: of 2025-04-01, more than 30 days");
    // Without a day of publication three months count from the end of the inspection.
    let decisions = decide_with("", &news, About { published: None, ..about() }, &[]);
    assert_eq!(decisions.rows[0].state, AlertState::Pending);
    silent(&news, About { newest: false, ..about() }, "", "late arrival");
    let doubt = Doubt { code: DoubtCode::DateInferred, message: "the day is inferred".into() };
    let doubtful = About { doubts: vec![doubt], ..about() };
    let hold = format!("[alerts]\ndoubtful='hold'\n{TREE}");
    let rows = decide_with(&hold, &news, doubtful, &[]).rows;
    let states: Vec<_> = rows.iter().map(|r| (r.state, r.next_due, r.digest.is_some())).collect();
    let held = AlertState::HeldForReview;
    assert_eq!(states, [(held, None, false), (held, None, true)], "each keeps its way out");
    let carried = [priority("p", PriorityStatus::Carried, "Supervision")];
    silent(&carried, about(), "", "nothing new");
    silent(&news, about(), "[route]\nname='d'\nrecipients=[]", "no route");
    silent(&news, about(), "[alerts]\ndry_run=true", "dry run");
    let mute = "[[mute]]\nreason='known'\nuntil=2025-05-16\nmatch.area=['wakefield']";
    silent(&news, about(), mute, "muted until 2025-05-16: known");
    let undated = Change { later: Side { inspected: None, ..later() }, ..improved() };
    silent(&[undated], About { published: None, ..about() }, "", "the inspection has no date");
    let elsewhere = Side { releases: vec!["blake3:other".into()], ..later() };
    silent(&[Change { later: elsewhere, ..improved() }], about(), "", "a consequence");
}

#[test]
fn a_mute_ends_and_none_by_text_hides_a_fall_to_the_lowest_grade() {
    let ended = "[[mute]]\nreason='x'\nuntil='2025-05-15'\nmatch.area=['Wakefield']";
    assert_eq!(decide_with(ended, &[improved()], about(), &[]).rows[0].state, AlertState::Pending);
    let fall = [rating("r", "overall", "good", "inadequate", Direction::Declined)];
    let by_text = "[[mute]]\nreason='x'\nuntil=2026-01-01\nmatch.text=['inadequate']";
    let row = &decide_with(by_text, &fall, about(), &[]).rows[0];
    assert_eq!(row.state, AlertState::Pending);
    assert_eq!(row.notices[0].severity, Severity::Urgent);
    let decline = [rating("r", "overall", "outstanding", "good", Direction::Declined)];
    let by_text = "[[mute]]\nreason='x'\nuntil=2026-01-01\nmatch.text=['outstanding → good']";
    silent(&decline, about(), by_text, "muted");
}

/// Whether a route with this matcher, or a mute, takes a change.
#[track_caller]
fn matcher(toml: &str, change: &Change, about: &About, want: bool) {
    let route =
        format!("[route]\nname='r'\nrecipients=[]\n[[route.routes]]\nrecipients=['log']\n{toml}");
    let told = |toml: &str| {
        let rows = decide_with(toml, std::slice::from_ref(change), about.clone(), &[]).rows;
        rows.iter().any(|row| row.state == AlertState::Pending)
    };
    assert_eq!(told(&route), want, "as a route: {toml}");
    let mute = format!("[[mute]]\nreason='x'\nuntil=2026-01-01\n{toml}");
    assert_eq!(told(&mute), !want, "as a mute: {toml}");
}

#[test]
fn every_matcher_takes_what_fits_and_nothing_else() {
    let about = about();
    let decline = rating("r", "leaders", "good", "requires-improvement", Direction::Declined);
    let new = priority("p", PriorityStatus::New, "The offer to care leavers");
    let doubt = Doubt { code: DoubtCode::DateInferred, message: "worked out".into() };
    let doubtful = About { doubts: vec![doubt], ..about.clone() };
    for (fits, fails) in [
        ("match.area=['Leeds','wakefield']", "match.area=['Leeds']"),
        ("match.area=['E08000036']", "match.area=['E08000035']"),
        ("match.region=['Yorkshire and the Humber']", "match.region=['London']"),
        ("match.programme=['send','childrens-services']", "match.programme=['send']"),
        ("match.kind=['rating']", "match.kind=['priority','first']"),
        ("match.judgement=['leaders']", "match.judgement=['overall']"),
        ("match.direction=['declined']", "match.direction=['improved']"),
        ("match.grade=['requires-improvement']", "match.grade=['good','inadequate']"),
        ("match.severity='high'", "match.severity='urgent'"),
        ("match.doubtful=false", "match.doubtful=true"),
        ("match.text=['GOOD → requires']", "match.text=['care leavers']"),
        ("match.kind=['first','rating']", "match.status=['new']"),
        (
            "match.area=['Wakefield']\nmatch.direction=['declined']",
            "match.area=['Wakefield']\nmatch.direction=['improved']",
        ),
    ] {
        matcher(fits, &decline, &about, true);
        matcher(fails, &decline, &about, false);
    }
    matcher("match.status=['new']", &new, &about, true);
    matcher("match.status=['carried','reworded']", &new, &about, false);
    matcher("match.text=['CARE leavers']", &new, &about, true);
    matcher("match.doubtful=true", &new, &doubtful, true);
    matcher("match.doubtful=false", &new, &doubtful, false);
}

#[test]
fn only_what_names_no_words_can_mute_a_fall_to_the_lowest_grade() {
    let fall = rating("r", "leaders", "good", "inadequate", Direction::Declined);
    for (toml, muted) in [
        ("match.text=['inadequate']", false),
        ("match.text=['inadequate']\nmatch.area=['Wakefield']", false),
        ("match.text=['inadequate']\nmatch.grade=['inadequate']\nmatch.severity='urgent'", false),
        ("match.area=['Wakefield']", true),
        ("match.direction=['declined']", true),
    ] {
        let mute = format!("[[mute]]\nreason='x'\nuntil=2026-01-01\n{toml}");
        let row = &decide_with(&mute, std::slice::from_ref(&fall), about(), &[]).rows[0];
        assert_eq!(row.state == AlertState::Suppressed, muted, "{toml}: {}", row.why);
        assert!(!muted || row.why == "muted until 2026-01-01: x", "{}", row.why);
    }
}

const TREE: &str = r#"
[smtp]
host = "m"
from = "Alerts <alerts@example.test>"
[[digest]]
name = "monday"
every = "week"
on = "monday"
[[recipient]]
name = "log"
channel = "log"
[[recipient]]
name = "officer"
channel = "email"
address = "o@example.test"
deliver = "monday"
[[recipient]]
name = "chair"
channel = "email"
address = "c@example.test"
[route]
name = "all"
recipients = ["log"]
[[route.routes]]
name = "yorkshire"
match.region = ["Yorkshire and the Humber"]
recipients = ["officer"]
continue = true
[[route.routes]]
name = "declines"
match.direction = ["declined"]
recipients = ["officer", "chair"]
deliver = "immediate"
[[route.routes]]
name = "grades"
match.judgement = ["overall"]
match.severity = "normal"
recipients = ["chair"]
"#;

#[test]
fn routes_continue_inherit_and_prefer_at_once() {
    let routes = |change: Change| {
        let decisions = decide_with(TREE, &[change], about(), &[]);
        let word = |r: &AlertRow| format!("{} {} {:?}", r.recipient, r.route, r.digest.as_deref());
        decisions.rows.iter().map(word).collect::<Vec<_>>()
    };
    assert_eq!(
        routes(improved()),
        ["chair all/grades None", "officer all/yorkshire Some(\"monday\")"]
    );
    let decline = rating("r", "leaders", "good", "requires-improvement", Direction::Declined);
    assert_eq!(routes(decline), ["chair all/declines None", "officer all/declines None"]);
    let london = AreaRef { code: AreaCode("E09000003".into()), name: "Barnet".into() };
    let elsewhere = priority("p", PriorityStatus::New, "Supervision");
    assert_eq!(routes(Change { area: london, ..elsewhere }), ["log all None"]);
}

#[test]
fn trial_runs_mail_only_the_allowed() {
    let toml = format!("[alerts]\nallow=['C@Example.test']\n{TREE}");
    let decisions = decide_with(&toml, &[improved()], about(), &[]);
    let states: Vec<_> = decisions.rows.iter().map(|r| (r.recipient.as_str(), r.state)).collect();
    assert_eq!(states, [("chair", AlertState::Pending), ("officer", AlertState::Suppressed)]);
    assert!(decisions.rows[1].why.contains("alerts.allow"));
}

#[test]
fn what_waits_is_kept_back_by_the_configuration_in_force() {
    let mut row = decide_with(TREE, &[improved()], about(), &[]).rows.remove(0);
    assert_eq!((row.recipient.as_str(), row.channel), ("chair", Channel::Email));
    let kept = |alerts: &str, row: &AlertRow| {
        let config = Config::from_text(&format!("[alerts]\n{alerts}\n{TREE}")).expect("valid");
        kept_back(&config, row).is_some()
    };
    assert!(!kept("", &row));
    assert!(!kept("allow=['C@Example.test']", &row));
    assert!(kept("allow=['o@example.test']", &row));
    assert!(kept("dry_run=true", &row));
    for state in [AlertState::Sent, AlertState::Failed, AlertState::Suppressed] {
        row.state = state;
        assert!(!kept("allow=['o@example.test']", &row), "{state:?} is settled");
    }
    // The list is of addresses of mail.
    row.state = AlertState::Pending;
    row.channel = Channel::Log;
    assert!(!kept("allow=['o@example.test']", &row));
}

fn sent(mut row: AlertRow) -> AlertRow {
    row.state = AlertState::Sent;
    row.attempts = 1;
    row
}

#[test]
fn nobody_is_told_twice_of_what_stands() {
    let told = sent(decide_with("", &[improved()], about(), &[]).rows.remove(0));
    let more = [improved(), priority("p9", PriorityStatus::New, "Placements")];
    let decisions = decide_with("", &more, about(), &[told]);
    let about_changes: Vec<_> =
        decisions.rows.iter().map(|r| (r.state, r.change_ids.join(" "))).collect();
    assert_eq!(
        about_changes,
        [(AlertState::Pending, "p9".into()), (AlertState::Suppressed, "r1".into())]
    );
}

#[test]
fn those_who_were_told_get_a_correction_in_the_thread() {
    let first = decide_with(TREE, &[improved()], about(), &[]);
    let told: Vec<AlertRow> = first.rows.into_iter().map(sent).collect();
    let instead =
        rating("r2", "overall", "requires-improvement", "outstanding", Direction::Improved);
    let appended = [withdrawal("c1", "r1"), instead.clone()];
    let decisions = decide_full(TREE, &appended, &[improved()], about(), &told);
    let corrections: Vec<_> =
        decisions.rows.iter().filter(|r| r.kind == AlertKind::Correction).collect();
    assert_eq!(corrections.len(), 2, "{:#?}", decisions.rows);
    let officer = corrections.iter().find(|r| r.recipient == "officer").expect("told before");
    assert_eq!(officer.digest.as_deref(), Some("monday"));
    assert_eq!(officer.notices[0].replies_to, told[1].message_id);
    let line = &officer.notices[0].corrections[0];
    assert_eq!(line.said, "Overall effectiveness: Good → Outstanding");
    assert_eq!(
        line.now.as_deref(),
        Some("Overall effectiveness: Requires improvement → Outstanding")
    );
    assert_eq!(line.reason, "a revised report gives another grade");
    let others: Vec<_> =
        decisions.rows.iter().filter(|r| r.state != AlertState::Suppressed).collect();
    assert_eq!(others.len(), 2, "the correction tells what holds now, nothing else does");

    // The correction stands for telling: withdrawing what it said corrects again, in the end.
    let all: Vec<AlertRow> =
        told.into_iter().chain(decisions.rows.into_iter().map(later_sent)).collect();
    let back = decide_full(TREE, &[withdrawal("c2", "r2")], &[instead], about(), &all);
    assert_eq!(back.rows.iter().filter(|r| r.kind == AlertKind::Correction).count(), 2);
    assert_eq!(back.rows[0].notices[0].corrections[0].now, None);
}

fn later_sent(mut row: AlertRow) -> AlertRow {
    row.created_at += 1.hour();
    if row.state == AlertState::Suppressed { row } else { sent(row) }
}

#[test]
fn what_was_not_sent_is_withdrawn_and_what_still_holds_is_told() {
    let news = [improved(), priority("p1", PriorityStatus::New, "Placements")];
    let unsent = decide_with("", &news, about(), &[]).rows;
    let instead =
        rating("r2", "overall", "requires-improvement", "outstanding", Direction::Improved);
    let appended = [withdrawal("c1", "r1"), instead];
    let decisions = decide_full("", &appended, &[improved()], about(), &unsent);
    assert_eq!(decisions.updates.len(), 1);
    assert_eq!(decisions.updates[0].1.state, AlertState::Suppressed);
    let fresh = decisions.rows.iter().find(|r| r.state == AlertState::Pending).expect("told anew");
    assert_eq!(fresh.change_ids, ["p1", "r2"]);
    assert_eq!(fresh.notices[0].grades.len(), 1);
    assert_eq!(fresh.notices[0].priorities.len(), 1);
    assert!(decisions.rows.iter().all(|r| r.kind == AlertKind::Change));
}

#[test]
fn a_correction_that_reads_the_same_is_kept_quiet_but_remembered() {
    let told = vec![sent(decide_with("", &[improved()], about(), &[]).rows.remove(0))];
    let same = Change { id: "r2".into(), ..improved() };
    let appended = [withdrawal("c1", "r1"), same.clone()];
    let decisions = decide_full("", &appended, &[improved()], about(), &told);
    assert!(decisions.rows.iter().all(|r| r.state == AlertState::Suppressed), "{decisions:?}");
    // Withdrawing the replacement is a correction of what was said at first.
    let all: Vec<AlertRow> =
        told.into_iter().chain(decisions.rows.into_iter().map(later_sent)).collect();
    let back = decide_full("", &[withdrawal("c2", "r2")], &[same], about(), &all);
    assert_eq!(back.rows[0].state, AlertState::Pending);
    assert_eq!(back.rows[0].kind, AlertKind::Correction);
}

#[test]
fn a_correction_that_concerns_nobody_says_so() {
    let decisions = decide_full("", &[withdrawal("c1", "r1")], &[improved()], about(), &[]);
    assert_eq!(decisions.rows.len(), 1);
    assert!(decisions.rows[0].why.starts_with("nobody was told"));
    let recorded = Recorded {
        arrived: &[],
        appended: &[improved()],
        withdrawn: &[],
        about: &[about()],
        told: &[],
        quiet: true,
    };
    let rows = decide(&recorded, &Config::default(), &KNOWLEDGE, now()).rows;
    assert!(rows[0].why.starts_with("read again"));
}

#[test]
fn what_does_not_compare_is_context_and_never_a_move() {
    let apart = Change {
        kind: ChangeKind::NotComparable,
        direction: None,
        comparability: None,
        reason: Some("another area, before the council was made".into()),
        ..rating("n1", "overall", "requires-improvement", "outstanding", Direction::Improved)
    };
    let first = change("f1", ChangeKind::First);
    let row = decide_with("", &[first, apart], about(), &[]).rows.remove(0);
    assert_eq!(
        crate::alert::render::subject(&row),
        "Wakefield children's services: first inspection: Outstanding"
    );
    let notice = &row.notices[0];
    assert!(notice.grades.iter().all(|line| line.from.is_none() && line.direction.is_none()));
    assert!(notice.notes.iter().any(|note| {
        note == "For context, not comparable: Overall effectiveness was Requires improvement \
                 before; another area, before the council was made"
    }));
}
