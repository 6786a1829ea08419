//! Pairs in sentences of our own, a group for each row of the rules on what is the same concern.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::knowledge::embedded;
use crate::model::reading::PriorityKind;

/// Read once: the file is large and every case needs it.
static CONCERNS: LazyLock<Concerns> = LazyLock::new(|| {
    let files = embedded::files(None).expect("embedded files are there");
    Concerns::parse(&files).expect("concerns.toml is well formed")
});

fn item(text: &str) -> ImprovementArea {
    ImprovementArea {
        kind: PriorityKind::Improvement,
        text: text.to_owned(),
        responsible: None,
        evidence: Vec::new(),
    }
}

fn items(texts: &[&str]) -> Vec<ImprovementArea> {
    texts.iter().map(|text| item(text)).collect()
}

fn statuses(
    earlier: &[&str],
    later: &[&str],
) -> Vec<(Option<usize>, Option<usize>, PriorityStatus)> {
    match_priorities(&items(earlier), &items(later), &CONCERNS)
        .into_iter()
        .map(|link| (link.earlier, link.later, link.status))
        .collect()
}

#[track_caller]
fn same(earlier: &str, later: &str) {
    let links = match_priorities(&items(&[earlier]), &items(&[later]), &CONCERNS);
    assert_eq!(links.len(), 1, "should be the same concern:\n  {earlier}\n  {later}");
}

#[track_caller]
fn differs(earlier: &str, later: &str) {
    let links = match_priorities(&items(&[earlier]), &items(&[later]), &CONCERNS);
    assert_eq!(links.len(), 2, "{:?}\n  {earlier}\n  {later}", links[0].reason);
}

#[test]
fn supervision_and_oversight() {
    same("Supervision of social workers", "How well managers oversee practice");
    same("Oversight by managers in the referral team", "Management oversight at all levels");
    differs("Supervision of social workers", "Scrutiny by elected members");
}

#[test]
fn reviewing_officers() {
    same(
        "The challenge that IROs offer when plans drift",
        "Scrutiny by independent reviewing officers and conference chairs",
    );
    differs("The challenge offered by reviewing officers", "Supervision of social workers");
}

#[test]
fn audit_and_performance() {
    same("Case file audits and what is learned from them", "The quality assurance framework");
    same("Audit and performance information", "Performance data for managers");
    differs("Learning from case audits", "The accuracy of performance data");
}

#[test]
fn assessments_and_plans() {
    same("The quality of assessments and plans", "The quality of children's plans");
    same("Assessment and planning are not good enough", "The standard of assessments");
    differs("The quality of assessments", "The quality of children's plans");
    differs("The quality of assessments", "The timeliness of assessments");
}

#[test]
fn plans_of_a_cohort() {
    same("Child in need plans lack timescales", "Plans for children are not specific");
    differs("Child protection plans", "Pathway plans");
    differs("The quality of all children's plans", "The quality of pathway plans");
    differs("Plans for children in need", "Plans for disabled children");
}

#[test]
fn care_leavers() {
    same("Support for care leavers", "Support for care leavers aged over 21");
    same("Services for care leavers", "The help given to vulnerable care leavers");
    differs("Support for care leavers", "Care leavers' knowledge of their health histories");
    differs("Support for care leavers", "Suitable accommodation for those leaving care");
}

#[test]
fn strategy_meetings_and_return_interviews() {
    same("Strategy meetings are not timely", "Delay in holding strategy discussions");
    differs("Police attendance at strategy meetings", "The recording of strategy discussions");
    same(
        "The take-up of return home interviews",
        "Interviews when a child returns from being missing",
    );
}

#[test]
fn placements() {
    same("Sufficient local placements", "The choice of places to live for children in care");
    differs("Sufficient local placements", "The use of unregistered children's homes");
    differs("Sufficient local placements", "The recruitment of foster carers");
    differs("Sufficient placements for children in care", "Housing options for care leavers");
}

#[test]
fn workforce() {
    same("Caseloads are too high", "The capacity of social workers");
    same("A stable workforce", "The retention of experienced social workers");
    differs("Caseloads are too high", "The retention of experienced social workers");
}

#[test]
fn pre_proceedings() {
    same("Drift in pre-proceedings work", "Letters before proceedings are unclear to parents");
    same("The use of the Public Law Outline", "The timeliness of pre-proceedings");
    differs("Drift in pre-proceedings work", "Permanence for children in long-term fostering");
    differs("Drift in pre-proceedings work", "The response to chronic neglect");
}

#[test]
fn compound_items_and_named_topics() {
    same("Private fostering, life-story work and homeless young people", "Life-story work");
    same("Assessments of privately fostered children", "Awareness of private fostering");
    same(
        "The response to homeless 16- and 17-year-olds",
        "Children aged 16 and 17 who are homeless",
    );
    differs("Life-story work", "Personal education plans");
}

#[test]
fn special_needs_and_adults() {
    same("Waits for autism assessments", "Children wait too long for neurodevelopmental diagnosis");
    same("Annual reviews of EHC plans are late", "The timeliness of annual reviews");
    differs("Alternative provision", "Speech and language therapy");
    same("Waiting for a Care Act assessment", "Delays to assessments under the Care Act");
}

#[test]
fn equal_words_are_carried_and_other_words_reworded() {
    let carried = statuses(
        &["The frequency of supervision. (Enabler 2, national framework)"],
        &["The frequency of  supervision."],
    );
    assert_eq!(carried, [(Some(0), Some(0), PriorityStatus::Carried)]);
    let reworded = statuses(&["The frequency of supervision"], &["How managers oversee practice"]);
    assert_eq!(reworded, [(Some(0), Some(0), PriorityStatus::Reworded)]);
    let unknown = statuses(&["The colour of the minibuses"], &["The colour of the minibuses"]);
    assert_eq!(unknown, [(Some(0), Some(0), PriorityStatus::Carried)]);
}

#[test]
fn of_two_sure_continuations_the_nearer_has_it() {
    let earlier = ["The visiting of care leavers who are in prison, and the help they get there"];
    let later = [
        "Staying in touch with care leavers aged 19 to 24 who need support.",
        "Help for care leavers who are in prison, and how often they are visited, above all abroad.",
    ];
    let statuses = statuses(&earlier, &later);
    assert_eq!((statuses[0].0, statuses[1].0), (None, Some(0)));
}

#[test]
fn what_goes_on_elsewhere_says_so() {
    let earlier = items(&["Supervision of staff", "The quality of supervision of staff"]);
    let later = items(&["The quality of supervision of staff"]);
    let links = match_priorities(&earlier, &later, &CONCERNS);
    assert_eq!(links[0].earlier, Some(1), "the nearest");
    assert_eq!(links[1].status, PriorityStatus::NoLongerRaised);
    let reason = links[1].reason.as_deref().unwrap_or_default();
    assert!(reason.contains("goes on in another priority"), "{reason}");
}

#[test]
fn nothing_on_one_side() {
    assert_eq!(statuses(&[], &[]), []);
    assert_eq!(statuses(&[], &["Neglect"]), [(None, Some(0), PriorityStatus::New)]);
    assert_eq!(statuses(&["Neglect"], &[]), [(Some(0), None, PriorityStatus::NoLongerRaised)]);
}

const TOPICS: &[&str] = &[
    "supervision of staff",
    "case audits",
    "the quality of plans",
    "timely assessments so that plans are better",
    "neglect",
    "life-story work for children in care",
    "",
    "care leavers' homes, including those over 21",
    "(paragraph 3)",
];

fn any_item() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(TOPICS), 1..3).prop_map(|t| t.join(" and ")),
        1 => "\\PC{0,40}",
    ]
}

fn any_side() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(any_item(), 0..6)
}

fn linked(earlier: &[String], later: &[String], concerns: &Concerns) -> Vec<(String, String)> {
    let side =
        |texts: &[String]| -> Vec<ImprovementArea> { texts.iter().map(|t| item(t)).collect() };
    let mut linked: Vec<_> = match_priorities(&side(earlier), &side(later), concerns)
        .into_iter()
        .filter_map(|link| Some((earlier[link.earlier?].clone(), later[link.later?].clone())))
        .collect();
    linked.sort();
    linked
}

#[test]
fn every_item_stands_once_and_order_decides_nothing() {
    proptest!(ProptestConfig::with_cases(64), |(earlier in any_side(), later in any_side())| {
        let side = |t: &[String]| -> Vec<ImprovementArea> { t.iter().map(|t| item(t)).collect() };
        let links = match_priorities(&side(&earlier), &side(&later), &CONCERNS);
        let mut seen: Vec<usize> = links.iter().filter_map(|l| l.earlier).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..earlier.len()).collect::<Vec<_>>());
        let mut seen: Vec<usize> = links.iter().filter_map(|l| l.later).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..later.len()).collect::<Vec<_>>());

        let forward = linked(&earlier, &later, &CONCERNS);
        let (mut turned_e, mut turned_l) = (earlier.clone(), later.clone());
        turned_e.reverse();
        turned_l.reverse();
        prop_assert_eq!(&forward, &linked(&turned_e, &turned_l, &CONCERNS));
        for (a, b) in earlier.iter().flat_map(|a| later.iter().map(move |b| (a, b))) {
            let (a, b) = (Profile::of(a, &CONCERNS), Profile::of(b, &CONCERNS));
            let there = similarity::compare(&a, &b, &CONCERNS).total;
            let back = similarity::compare(&b, &a, &CONCERNS).total;
            prop_assert!((there - back).abs() < 1e-9 && (0.0..=1.0).contains(&there));
        }
    });
}
