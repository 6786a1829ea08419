//! Comparison, rule by rule.

use inspectwatch::model::doubt::DoubtCode;
use inspectwatch::model::framework::Event;
use inspectwatch::model::reading::{PriorityKind, Source};

use super::scene::{case, history_of, release, report};

#[test]
fn a_grade_is_compared_with_the_inspection_before_by_fieldwork() {
    case(
        &[
            report("r1", "ilacs-2018", "2021-09-27")
                .grade("overall", "good")
                .published("2025-01-01"),
            report("r2", "ilacs-2023", "2025-03-17").grade("overall", "outstanding"),
        ],
        &[
            "2021-09-27 first",
            "2025-03-17 overall good > outstanding, improved, full, since 2021-09-27",
        ],
    );
}

#[test]
fn an_unchanged_grade_is_no_change() {
    case(
        &[
            report("r1", "ilacs-2018", "2019-06-03").grade("overall", "good"),
            report("r2", "ilacs-2018", "2022-06-06").grade("overall", "good"),
        ],
        &["2019-06-03 first"],
    );
}

#[test]
fn a_judgement_left_out_once_is_compared_with_the_last_time_it_was_given() {
    case(
        &[
            report("r1", "ilacs-2018", "2018-02-05").grade("leaders", "inadequate"),
            report("r2", "ilacs-2018", "2020-02-03").grade("overall", "good"),
            report("r3", "ilacs-2018", "2022-02-07").grade("leaders", "good"),
        ],
        &[
            "2018-02-05 first",
            "2022-02-07 leaders inadequate > good, improved, full, since 2018-02-05",
        ],
    );
}

#[test]
fn a_grade_that_nobody_told_is_not_skipped_over() {
    // The release of 2020 names the overall grade only; the inspection gave leaders one too.
    case(
        &[
            report("r1", "ilacs-2018", "2018-02-05").grade("leaders", "inadequate"),
            release("p2", "ilacs-2018").inspected("2020-02-03", 4).grade("overall", "good"),
            report("r3", "ilacs-2018", "2022-02-07").grade("leaders", "good"),
        ],
        &["2018-02-05 first"],
    );
}

#[test]
fn another_scope_compares_partly_and_says_so() {
    let releases = [
        report("r1", "sif-2013", "2016-05-09").grade("overall", "requires-improvement"),
        report("r2", "ilacs-2018", "2019-05-13").grade("overall", "inadequate"),
    ];
    case(
        &releases,
        &[
            "2016-05-09 first",
            "2019-05-13 overall requires-improvement > inadequate, declined, partly, since 2016-05-09",
        ],
    );
    let reason = history_of(&releases, &[]).changes[1].reason.clone().expect("says why");
    assert!(reason.contains("covers differs") || reason.contains("scope changed"), "{reason}");
}

#[test]
fn judgements_that_were_joined_compare_partly() {
    case(
        &[
            report("r1", "ilacs-2018", "2021-05-10").grade("in-care", "good"),
            report("r2", "ilacs-2023", "2024-05-13")
                .grade("in-care", "outstanding")
                .grade("care-leavers", "good"),
        ],
        &[
            "2021-05-10 first",
            "2024-05-13 in-care good > outstanding, improved, partly, since 2021-05-10",
        ],
    );
}

#[test]
fn a_judgement_that_is_no_longer_given_is_no_change() {
    case(
        &[
            report("r1", "ilacs-2023", "2023-05-08")
                .grade("overall", "good")
                .grade("leaders", "good"),
            report("r2", "ilacs-2026", "2026-05-11").grade("leaders", "inadequate"),
        ],
        &[
            "2023-05-08 first",
            "2026-05-11 leaders good > inadequate, declined, full, since 2023-05-08",
        ],
    );
    // An overall grade that a framework does not give is a misreading.
    case(
        &[
            report("r1", "ilacs-2023", "2023-05-08").grade("overall", "good"),
            report("r2", "ilacs-2026", "2026-05-11").grade("overall", "inadequate"),
        ],
        &["2023-05-08 first"],
    );
}

#[test]
fn other_scales_do_not_compare_and_are_said_once() {
    let send = |name, framework, from, grade| {
        report(name, framework, from).programme("send").grade("outcome", grade)
    };
    let releases = [
        send("r1", "local-area-send-2016", "2018-06-04", "wsoa"),
        send("r2", "area-send-2023", "2023-06-05", "inconsistent"),
        send("r3", "area-send-2023", "2026-06-08", "positive"),
    ];
    case(
        &releases,
        &[
            "2018-06-04 first",
            "2023-06-05 outcome wsoa | inconsistent, not comparable, since 2018-06-04",
            "2026-06-08 outcome inconsistent > positive, improved, full, since 2023-06-05",
        ],
    );
    let reason = history_of(&releases, &[]).changes[1].reason.clone().expect("says why");
    assert!(reason.contains("Local area SEND inspection"), "{reason}");
    case(
        &[
            report("r1", "older", "2012-05-14").grade("overall", "adequate"),
            report("r2", "sif-2013", "2015-05-11").grade("overall", "good"),
        ],
        &[
            "2012-05-14 first",
            "2015-05-11 overall adequate | good, not comparable, since 2012-05-14",
        ],
    );
}

#[test]
fn visits_and_narrative_inspections_change_no_grade() {
    let visit = |name, from| {
        report(name, "", from).event(Event::FocusedVisit).grade("overall", "inadequate")
    };
    case(
        &[
            report("r1", "ilacs-2018", "2019-06-03").grade("overall", "good"),
            visit("v1", "2020-06-01"),
            report("r2", "ilacs-2018", "2022-06-06").grade("overall", "good"),
        ],
        &["2019-06-03 first"],
    );
    // A revisit's grade is shown, but changes nothing that stands.
    let send = |name, from, grade| {
        report(name, "local-area-send-2016", from).programme("send").grade("outcome", grade)
    };
    case(
        &[
            send("r1", "2018-06-04", "wsoa"),
            send("r2", "2020-06-08", "insufficient-progress").event(Event::Revisit),
        ],
        &[
            "2018-06-04 first",
            "2020-06-08 outcome wsoa | insufficient-progress, not comparable, since 2018-06-04",
        ],
    );
}

#[test]
fn a_stated_grade_stands_in_until_the_inspection_is_recorded() {
    let later = report("r2", "ilacs-2018", "2021-11-08").grade("overall", "good").previous(
        "overall",
        "inadequate",
        Some(2018),
    );
    case(
        std::slice::from_ref(&later),
        &[
            "2021-11-08 first",
            "2021-11-08 overall inadequate > good, improved, partly, since stated 2018-01-01",
        ],
    );
    case(
        &[report("r1", "ilacs-2018", "2018-06-04").grade("overall", "inadequate"), later],
        &[
            "2018-06-04 first",
            "2021-11-08 overall inadequate > good, improved, full, since 2018-06-04",
        ],
    );
}

#[test]
fn a_stated_year_may_be_one_off_the_recorded_inspection() {
    // "Three years ago" is told of an inspection in the year before or after.
    for year in [2017, 2018, 2019] {
        let later = report("r2", "ilacs-2018", "2021-11-08").grade("overall", "good").previous(
            "overall",
            "requires-improvement",
            Some(year),
        );
        case(
            &[report("r1", "ilacs-2018", "2018-06-04").grade("overall", "inadequate"), later],
            &[
                "2018-06-04 first",
                "2021-11-08 overall inadequate > good, improved, full, since 2018-06-04",
            ],
        );
    }
}

#[test]
fn a_stated_grade_counts_only_with_its_year_and_on_the_same_scale() {
    let with = |grade, year| {
        [report("r", "ilacs-2018", "2019-11-11")
            .grade("overall", "good")
            .previous("overall", grade, year)]
    };
    case(&with("inadequate", None), &["2019-11-11 first"]);
    case(&with("good", Some(2016)), &["2019-11-11 first"]);
    case(
        &with("adequate", Some(2011)),
        &[
            "2019-11-11 first",
            "2019-11-11 overall adequate | good, not comparable, since stated 2011-01-01",
        ],
    );
    // A year that has not come yet is a misreading.
    case(&with("inadequate", Some(2023)), &["2019-11-11 first"]);
}

#[test]
fn a_stated_grade_of_an_inspection_that_is_missing_between_two_recorded_ones_counts() {
    case(
        &[
            report("r1", "sif-2013", "2014-06-02").grade("overall", "good"),
            report("r3", "ilacs-2018", "2022-06-06").grade("overall", "good").previous(
                "overall",
                "inadequate",
                Some(2018),
            ),
        ],
        &[
            "2014-06-02 first",
            "2022-06-06 overall inadequate > good, improved, partly, since stated 2018-01-01",
        ],
    );
}

#[test]
fn a_grade_of_a_predecessor_area_compares_with_nothing() {
    // Cumberland began in April 2023; what its report states of 2022 was Cumbria's.
    let later = report("r", "ilacs-2023", "2024-10-07")
        .area("E06000063", "Cumberland")
        .grade("overall", "inadequate")
        .previous("overall", "good", Some(2022));
    case(&[later], &["2024-10-07 first"]);
}

#[test]
fn each_item_of_each_inspection_stands_in_one_entry() {
    let releases = [
        report("r1", "ilacs-2018", "2019-06-03")
            .grade("overall", "good")
            .item("Supervision of social workers")
            .item("Timeliness of assessments")
            .item("Placements near home"),
        report("r2", "ilacs-2018", "2022-06-06")
            .grade("overall", "good")
            .item("Supervision of social workers")
            .item("Timeliness of all assessments and plans")
            .listed(PriorityKind::PriorityAction, "Response to missing children"),
    ];
    case(
        &releases,
        &[
            "2019-06-03 first",
            "2019-06-03 + Placements near home (since nothing)",
            "2019-06-03 + Supervision of social workers (since nothing)",
            "2019-06-03 + Timeliness of assessments (since nothing)",
            "2022-06-06 + Response to missing children (since 2019-06-03)",
            "2022-06-06 = Supervision of social workers (since 2019-06-03)",
            "2022-06-06 ~ Timeliness of all assessments and plans (since 2019-06-03)",
            "2022-06-06 - Placements near home (since 2019-06-03)",
        ],
    );
    let open = history_of(&releases, &[]).open;
    let raised: Vec<_> = open.iter().map(|o| (o.item.text.as_str(), o.raised_in.len())).collect();
    assert_eq!(raised[0], ("Supervision of social workers", 2));
    assert_eq!(raised.len(), 3);
}

#[test]
fn priority_actions_that_appear_or_end_are_marked() {
    let with = |name, from, kind| {
        report(name, "ilacs-2018", from).grade("overall", "good").listed(kind, "Thresholds")
    };
    let history = history_of(
        &[
            with("r1", "2019-06-03", PriorityKind::Improvement),
            with("r2", "2022-06-06", PriorityKind::PriorityAction),
        ],
        &[],
    );
    let carried = history.changes.last().expect("an entry");
    assert_eq!(carried.priority_kind, Some(PriorityKind::PriorityAction));
    assert_eq!(carried.earlier_kind, Some(PriorityKind::Improvement));
}

#[test]
fn visits_add_to_the_list_and_end_nothing() {
    case(
        &[
            report("r1", "ilacs-2018", "2019-06-03").grade("overall", "good").item("Supervision"),
            report("v1", "", "2020-06-01")
                .event(Event::FocusedVisit)
                .item("Thresholds at the front door"),
            report("r2", "ilacs-2018", "2022-06-06")
                .grade("overall", "good")
                .item("Supervision")
                .item("Thresholds"),
        ],
        &[
            "2019-06-03 first",
            "2019-06-03 + Supervision (since nothing)",
            "2020-06-01 + Thresholds at the front door (since 2019-06-03)",
            "2022-06-06 = Supervision (since 2019-06-03)",
            "2022-06-06 ~ Thresholds (since 2020-06-01)",
        ],
    );
    // Each JTAI is on another theme: what it does not name has not ended.
    let jtai = |name, from, item| report(name, "jtai", from).programme("jtai").item(item);
    case(
        &[jtai("j1", "2018-06-04", "Neglect"), jtai("j2", "2021-06-07", "Exploitation")],
        &[
            "2018-06-04 first",
            "2018-06-04 + Neglect (since nothing)",
            "2021-06-07 + Exploitation (since 2018-06-04)",
        ],
    );
}

#[test]
fn a_release_names_only_part_of_a_list_so_it_ends_nothing() {
    let releases = [
        report("r1", "ilacs-2018", "2019-06-03").grade("overall", "good").item("Supervision"),
        release("p2", "ilacs-2018")
            .inspected("2022-06-06", 11)
            .grade("overall", "good")
            .item("Plans"),
        report("r3", "ilacs-2023", "2025-06-09").grade("overall", "good").item("Plans"),
    ];
    case(
        &releases,
        &[
            "2019-06-03 first",
            "2019-06-03 + Supervision (since nothing)",
            "2022-06-06 + Plans (since 2019-06-03)",
            "2025-06-09 = Plans (since 2022-06-06)",
            "2025-06-09 - Supervision (since 2019-06-03)",
        ],
    );
    // Nor does a report in which no list was found.
    let bare = report("r2", "ilacs-2018", "2022-06-06").grade("overall", "good");
    assert_eq!(history_of(&[releases[0].clone(), bare], &[]).open.len(), 1);
    // Nor one of whose lists a part could not be read.
    let part = report("r2", "ilacs-2018", "2022-06-06").grade("overall", "good").item("Plans");
    let part = part.doubt(DoubtCode::ListNotRead);
    assert_eq!(history_of(&[releases[0].clone(), part], &[]).open.len(), 2);
}

#[test]
fn an_inspection_that_only_its_publication_dates_is_placed_before_it_and_says_so() {
    let releases = [
        report("r1", "ilacs-2018", "2019-06-03").grade("overall", "good"),
        release("p2", "ilacs-2018").published("2022-08-01").grade("overall", "inadequate"),
    ];
    case(
        &releases,
        &[
            "2019-06-03 first",
            "2022-02-02 overall good > inadequate, declined, full, since 2019-06-03",
        ],
    );
    let reason = history_of(&releases, &[]).changes[1].reason.clone().expect("says so");
    assert!(reason.contains("No release states"), "{reason}");
}

#[test]
fn what_nothing_dates_is_held_and_not_compared() {
    let releases = [
        report("r1", "ilacs-2018", "2019-06-03").grade("overall", "good"),
        release("p2", "ilacs-2023").grade("overall", "inadequate"),
    ];
    case(&releases, &["2019-06-03 first"]);
    assert_eq!(history_of(&releases, &[]).undated.len(), 1);
}

#[test]
fn an_inspection_that_is_alone_needs_no_date() {
    let told = release("p1", "ilacs-2018").grade("overall", "good").item("Plans");
    case(
        &[told.previous("overall", "inadequate", Some(2018))],
        &[
            "undated first",
            "undated overall inadequate > good, improved, partly, since stated 2018-01-01",
            "undated + Plans (since nothing)",
        ],
    );
    let one = release("p1", "ilacs-2018").grade("overall", "good");
    let other = release("p2", "ilacs-2023").grade("overall", "inadequate");
    case(&[one, other], &[]);
}

#[test]
fn a_framework_at_a_time_at_which_it_did_not_apply_compares_with_nothing() {
    case(
        &[
            report("r1", "ilacs-2018", "2019-06-03").grade("overall", "good"),
            release("p2", "ilacs-2026").inspected("2022-06-06", 4).grade("overall", "inadequate"),
            release("p3", "sif-2013").inspected("2024-06-03", 4).grade("overall", "inadequate"),
        ],
        &["2019-06-03 first"],
    );
}

#[test]
fn a_framework_that_is_not_told_is_one_of_those_that_applied() {
    // Early in 2018 both SIF and ILACS inspections began: the least that holds for either.
    case(
        &[
            release("p1", "")
                .by(Source::Report)
                .inspected("2018-03-05", 4)
                .grade("overall", "good"),
            report("r2", "ilacs-2018", "2021-06-07").grade("overall", "inadequate"),
        ],
        &[
            "2018-03-05 first",
            "2021-06-07 overall good > inadequate, declined, partly, since 2018-03-05",
        ],
    );
}
