use super::sample::{grade, notice, row};
use super::*;
use crate::model::alert::{CorrectionLine, Notice, Quote};
use crate::model::change::{Direction, PriorityStatus};
use crate::model::reading::PriorityKind;

fn render(row: &AlertRow) -> Message {
    let templates = Templates::new(&BTreeMap::new()).expect("built-in templates compile");
    let london = TimeZone::get("Europe/London").expect("known zone");
    templates.render(row, &london).expect("renders")
}

#[track_caller]
fn subject_case(change: impl FnOnce(&mut Notice), want: &str) {
    let mut notice = notice();
    change(&mut notice);
    assert_eq!(subject(&row(AlertKind::Change, vec![notice])), want);
}

#[test]
fn the_subject_tells_the_change() {
    subject_case(|_| {}, "Wakefield children's services: Inadequate → Good; 2 new priorities");
    subject_case(
        |n| {
            n.priorities[0].kind = PriorityKind::PriorityAction;
            let line = grade("leaders", "Leaders", "Good", "Outstanding", Direction::Improved);
            n.grades.push(line);
        },
        "Wakefield children's services: Inadequate → Good; 1 more grade changed; \
         2 new priorities, 1 for priority action",
    );
    subject_case(
        |n| {
            n.programme_name = "SEND".into();
            n.grades.clear();
            n.priorities.drain(..2);
        },
        "Wakefield SEND: 1 priority reworded; 1 priority no longer raised",
    );
    subject_case(
        |n| {
            let line =
                grade("care-leavers", "Care leavers", "Good", "Inadequate", Direction::Declined);
            n.grades = vec![line];
            n.priorities.clear();
        },
        "Wakefield children's services: Care leavers Good → Inadequate",
    );
    subject_case(
        |n| {
            n.grades[0].from = None;
            n.grades[0].direction = None;
            n.priorities.clear();
        },
        "Wakefield children's services: Good",
    );
    subject_case(
        |n| {
            n.first = true;
            n.grades[0].from = None;
            n.grades[0].direction = None;
        },
        "Wakefield children's services: first inspection: Good; 2 new priorities",
    );
    subject_case(
        |n| n.first = true,
        "Wakefield children's services: Inadequate → Good; 2 new priorities",
    );
    subject_case(
        |n| {
            n.corrections = vec![CorrectionLine {
                change_id: "c".into(),
                now_ids: vec![],
                said: "Overall effectiveness: Good → Outstanding".into(),
                now: None,
                reason: "x".into(),
            }];
            n.area.name = "A".repeat(400);
        },
        &format!("Correction: {}…", "A".repeat(167)),
    );
}

#[test]
fn an_alert_says_everything_in_text() {
    let text = render(&row(AlertKind::Change, vec![notice()])).text;
    insta::assert_snapshot!(text, @r"
    Wakefield: Children's services
    Inspection of local authority children's services (2018); Yorkshire and
    the Humber; inspected 29 November to 10 December 2021; published 28
    January 2022

    GRADES
      Overall effectiveness: Inadequate → Good (improved)

    NEW PRIORITIES
      * The offer to care leavers over 21
      * Access to dentists

    RAISED AGAIN IN OTHER WORDS ([-gone-] {+new+})
      * The [-speed-] {+quality+} of reviews

    NO LONGER RAISED
      * Caseloads

    Also judged, without a change to report: Leaders: Good

    PLEASE CHECK
      ! The day of the inspection was worked out, not stated.

    IN THE WORDS OF THE RELEASE
      Overall effectiveness: “Children’s services are now good”

    Release: wakefield-2022.pdf
    More: http://127.0.0.1:8080/area/E08000036/childrens-services

    --
    Why you receive this: route all/yorkshire: region is Yorkshire and the
    Humber.
    Recipient in the configuration: officer. Message
    al-0123456789abcdef0123.
    ");
}

#[test]
fn a_digest_counts_and_orders() {
    let message = render(&row(AlertKind::Digest, vec![notice(), notice()]));
    assert_eq!(message.subject, "Inspection digest: Wakefield");
    assert!(
        message.text.contains("1 area: 2 grades up, 0 down, 4 new priorities."),
        "{}",
        message.text
    );
    // Two inspections of one area are told apart in the overview.
    let dated = "(inspected 29 November to 10 December 2021)";
    let told = message.text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(told.matches(dated).count(), 2, "{told}");
    assert!(message.text.contains("From Monday 24 January 2022, 08:00 to Monday 31 January 2022"));
    let empty = render(&row(AlertKind::Digest, vec![]));
    assert!(empty.text.contains("Nothing changed in this time."));
    assert_eq!(empty.subject, "Inspection digest: nothing changed");
}

#[test]
fn words_of_a_release_cannot_break_out() {
    let evil = "x\r\nBcc: all@example.test\u{1b}[31m\u{202e}<script>alert('1')</script>\u{0}\"&";
    let mut notice = notice();
    notice.area.name = evil.into();
    notice.programme_name = evil.into();
    notice.framework_name = Some(evil.into());
    notice.grades[0].label = evil.into();
    notice.grades[0].note = Some(evil.into());
    notice.grades[0].to = Some((evil.into(), evil.into()));
    for line in &mut notice.priorities {
        line.earlier_text = line.earlier_text.as_ref().map(|_| evil.to_owned());
        line.later_text = line.later_text.as_ref().map(|_| evil.to_owned());
    }
    notice.notes = vec![evil.into()];
    notice.quotes = vec![Quote { about: evil.into(), words: evil.into() }];
    notice.releases = vec![evil.into()];
    notice.doubts[0].message = evil.into();
    notice.link = Some("javascript:\"><script>".into());
    notice.corrections = vec![CorrectionLine {
        change_id: String::new(),
        now_ids: vec![],
        said: evil.into(),
        now: Some(evil.into()),
        reason: evil.into(),
    }];
    for kind in [AlertKind::Change, AlertKind::Correction, AlertKind::Digest] {
        let mut row = row(kind, vec![notice.clone(), notice.clone()]);
        row.why = evil.into();
        row.recipient = evil.into();
        let message = render(&row);
        assert!(!message.subject.chars().any(char::is_control), "{}", message.subject);
        assert!(!message.html.contains("<script"), "{}", message.html);
        assert!(!message.html.contains("\"><"), "{}", message.html);
        let odd = |c: char| c == '\u{1b}' || c == '\u{202e}' || c == '\0' || c == '\r';
        assert!(!message.text.contains(odd) && !message.html.contains(odd));
    }
}

#[test]
fn templates_can_be_replaced_and_complaints_name_the_place() {
    let with = |name: &str, text: &str| {
        let overrides = BTreeMap::from([(name.to_owned(), text.to_owned())]);
        let templates = Templates::new(&overrides)?;
        templates.render(&row(AlertKind::Change, vec![notice()]), &TimeZone::UTC)
    };
    let message = with("alert.txt", "{{ subject }}!").expect("renders");
    assert_eq!(message.text, "Wakefield children's services: Inadequate → Good; 2 new priorities!");
    let error = |name, text| with(name, text).expect_err("must be refused").to_string();
    assert!(
        error("alert.txt", "\n{{ subjekt }}")
            .starts_with("render the template `alert.txt`, line 2")
    );
    assert!(error("alert.txt", "\n\n{% if %}").contains("line 3"));
    assert!(error("alrt.txt", "").contains("no such template; there are alert.html"));
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}";
    assert!(error("alert.txt", endless).contains("fuel"));
    assert!(error("alert.txt", "{% include '/etc/passwd' %}").contains("passwd"));
}

#[test]
fn words_that_prove_several_grades_are_quoted_once() {
    let mut notice = notice();
    let again = Quote { about: "Leaders".into(), ..notice.quotes[0].clone() };
    notice.quotes.push(again);
    let text = render(&row(AlertKind::Change, vec![notice])).text;
    let quoted = "  Overall effectiveness; Leaders: “Children’s services are now good”";
    assert!(text.contains(quoted), "{text}");
}

#[test]
fn a_wording_that_changed_throughout_stands_beside_the_one_before() {
    let mut much = notice();
    much.priorities.retain(|line| line.status == PriorityStatus::Reworded);
    let before = "The time that all families have to wait for a first visit of the team";
    much.priorities[0].earlier_text = Some(before.into());
    much.priorities[0].later_text = Some("Prompt visits to every family".into());
    much.quotes[0].about = "Impact of leaders on social work practice".into();
    much.quotes[0].words = "The impact of leaders on social work practice is good".into();
    let message = render(&row(AlertKind::Change, vec![much]));
    let both = "RAISED AGAIN IN OTHER WORDS\n  * Prompt visits to every family\n    (before: The time \
                that all families have to wait for a first visit\n    of the team)\n";
    assert!(message.text.contains(both), "{}", message.text);
    assert!(message.html.contains("<del>The time that all families have"), "{}", message.html);
    assert!(message.text.lines().all(|line| line.chars().count() <= COLUMNS), "{}", message.text);
}

#[test]
fn endless_words_are_cut() {
    let mut long = notice();
    long.quotes[0].words = "w".repeat(10_000);
    let message = render(&row(AlertKind::Change, vec![long]));
    assert!(message.text.len() < 4_000);
    assert!(message.text.contains("ww…"));
}

#[test]
fn a_template_is_tried_on_everything_before_it_is_used() {
    let with = |name: &str, text: &str| {
        let overrides = BTreeMap::from([(name.to_owned(), text.to_owned())]);
        check(&Templates::new(&overrides).expect("compiles"))
    };
    check(&Templates::new(&BTreeMap::new()).expect("compile")).expect("built-in templates work");
    let rare = "{% for notice in notices %}{% for line in notice.corrections %}{{ line.sayd }}";
    let error = with("alert.html", &format!("{rare}{{% endfor %}}{{% endfor %}}"));
    assert!(error.expect_err("must be refused").to_string().contains("`alert.html`, line 1"));
}
