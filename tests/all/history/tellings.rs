//! One inspection told by many releases.

use inspectwatch::model::doubt::DoubtCode;
use inspectwatch::model::framework::Event;

use super::scene::{Release, case, history_of, release, report};

/// The inspections that releases are about, as the digests that tell each, undated ones last.
#[track_caller]
fn told(releases: &[Release], want: &[&[&str]]) {
    let mut reversed = releases.to_vec();
    reversed.reverse();
    for releases in [releases, &reversed] {
        let history = history_of(releases, &[]);
        let all = history.inspections.iter().chain(&history.undated);
        let groups: Vec<_> = all.map(|inspection| inspection.releases()).collect();
        assert_eq!(groups, want);
    }
}

#[test]
fn report_council_release_and_newspaper_tell_one_inspection() {
    let report = report("report", "ilacs-2018", "2021-11-08").grade("overall", "good");
    told(
        &[
            release("council", "ilacs-2018").inspected("2021-11-01", 29).grade("overall", "good"),
            release("newspaper", "").published("2022-01-06").grade("overall", "good"),
            report.clone(),
        ],
        &[&["council", "newspaper", "report"]],
    );
    // A corrected version has the same days.
    let revised = report.clone().published("2022-02-01");
    let revised = Release(inspectwatch::model::series::Told {
        at: inspectwatch::model::series::TellingRef { release: "revised".into(), nth: 0 },
        ..revised.0
    });
    told(&[report, revised], &[&["report", "revised"]]);
}

#[test]
fn last_month_in_august_may_mean_fieldwork_in_march() {
    let report = report("report", "area-send-2023", "2024-03-18")
        .programme("send")
        .grade("outcome", "positive");
    let release = release("council", "area-send-2023")
        .programme("send")
        .inspected("2024-07-01", 30)
        .published("2024-08-02")
        .doubt(DoubtCode::DateInferred)
        .implied("outcome", "positive");
    told(&[report.clone(), release.clone()], &[&["council", "report"]]);
    let history = history_of(&[report, release], &[]);
    let days = history.inspections[0].telling.inspected.expect("the report's");
    assert_eq!(days.from.to_string(), "2024-03-18");
    assert!(history.inspections[0].contested.is_empty());
}

#[test]
fn a_release_without_any_date_joins_what_it_agrees_with() {
    let report = report("report", "ilacs-2018", "2021-11-08").grade("overall", "good");
    let undated = release("council", "ilacs-2018").grade("overall", "good");
    told(&[report.clone(), undated.clone()], &[&["council", "report"]]);
    // Not where it disagrees, has no framework, or could mean either of two.
    let other = release("council", "ilacs-2018").grade("overall", "inadequate");
    told(&[report.clone(), other], &[&["report"], &["council"]]);
    let vague = release("council", "").grade("overall", "good");
    told(&[report.clone(), vague], &[&["report"], &["council"]]);
    let second = self::report("second", "ilacs-2018", "2018-06-04").grade("overall", "good");
    told(&[report, second, undated], &[&["second"], &["report"], &["council"]]);
}

#[test]
fn a_release_of_another_framework_or_event_is_about_something_else() {
    let report = report("report", "ilacs-2018", "2021-11-08").grade("overall", "good");
    let visit = release("visit", "").event(Event::FocusedVisit).published("2021-12-20");
    let other = release("other", "ilacs-2023").published("2021-12-20").grade("overall", "good");
    told(&[report.clone(), visit], &[&["visit"], &["report"]]);
    told(&[report, other], &[&["other"], &["report"]]);
}

#[test]
fn two_releases_without_fieldwork_dates_tell_one_inspection_if_published_close_together() {
    let council = release("council", "").published("2022-01-05").grade("overall", "good");
    let paper = release("paper", "ilacs-2018").published("2022-01-19").grade("overall", "good");
    told(&[council.clone(), paper], &[&["council", "paper"]]);
    let years_later = release("later", "ilacs-2018").published("2024-01-19");
    told(&[council, years_later], &[&["council"], &["later"]]);
}

#[test]
fn visits_of_one_season_stay_apart() {
    let visit = |name, from| report(name, "", from).event(Event::MonitoringVisit);
    told(
        &[visit("v1", "2021-02-02"), visit("v2", "2021-04-20"), visit("v3", "2021-07-13")],
        &[&["v1"], &["v2"], &["v3"]],
    );
}

#[test]
fn the_report_outranks_releases_and_the_disagreement_is_kept() {
    let releases = [
        report("report", "ilacs-2018", "2021-11-08").grade("overall", "good"),
        release("paper", "ilacs-2018").published("2022-01-06").grade("overall", "outstanding"),
    ];
    let inspection = history_of(&releases, &[]).inspections.remove(0);
    assert_eq!(inspection.telling.judgements[0].grade.as_str(), "good");
    let doubts: Vec<_> = inspection.telling.doubts.iter().map(|d| d.code).collect();
    assert_eq!(doubts, [DoubtCode::ConflictingTellings]);
    // The report itself is not in doubt because of that.
    assert!(inspection.contested.is_empty());
}

#[test]
fn releases_that_contradict_each_other_leave_the_grade_open() {
    let one = release("p1", "ilacs-2018").published("2022-01-06").grade("overall", "good");
    let other = release("p2", "ilacs-2018").published("2022-01-06").grade("overall", "outstanding");
    let history = history_of(&[one.clone(), other.clone()], &[]);
    assert!(history.inspections[0].telling.judgements.is_empty());
    assert_eq!(history.inspections[0].contested.len(), 1);
    // A third that agrees with one of them decides, but the doubt remains.
    let third = release("p3", "ilacs-2018").published("2022-01-08").grade("overall", "good");
    let history = history_of(&[one.clone(), other, third], &[]);
    assert_eq!(history.inspections[0].telling.judgements[0].grade.as_str(), "good");
    assert_eq!(history.inspections[0].contested.len(), 1);
    // A paraphrase does not stand against plain words.
    let implied =
        release("p4", "ilacs-2018").published("2022-01-07").implied("overall", "outstanding");
    let history = history_of(&[one, implied], &[]);
    assert_eq!(history.inspections[0].telling.judgements[0].grade.as_str(), "good");
    assert!(history.inspections[0].contested.is_empty());
}

#[test]
fn of_two_versions_of_a_report_the_one_published_last_holds() {
    let first = report("r1", "ilacs-2018", "2021-11-08").grade("overall", "good");
    let revised = report("r2", "ilacs-2018", "2021-11-08").grade("overall", "inadequate");
    let releases = [first.published("2022-01-05"), revised.published("2022-02-09")];
    let history = history_of(&releases, &[]);
    assert_eq!(history.inspections[0].telling.judgements[0].grade.as_str(), "inadequate");
    case(&releases, &["2021-11-08 first"]);
}

#[test]
fn judgements_of_several_releases_are_put_together() {
    let one = release("p1", "ilacs-2018").published("2022-01-06").grade("overall", "good");
    let other = release("p2", "ilacs-2018").published("2022-01-07").grade("leaders", "outstanding");
    let history = history_of(&[one, other], &[]);
    assert_eq!(history.inspections[0].telling.judgements.len(), 2);
}
