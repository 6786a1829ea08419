//! One concise core per concern, and what is no concern at all.

use crate::extract::release::priorities::tests::{case, items};

#[test]
fn what_names_nothing_without_the_sentence_before_is_left() {
    case(
        "However, the waiting list for cots is too long. All three must be tackled. It was fewer \
         than a third. Those delays are too long.",
        &["the waiting list for cots"],
    );
    case(
        "However, refuges are too few. You don't need to wait until then. If you were kept \
         waiting too long, ring us.",
        &["refuges"],
    );
    // A subject that names something is told.
    case(
        "However, all three hostels lack staff at night.",
        &["all three hostels lack staff at night"],
    );
}

#[test]
fn a_verb_keeps_the_subject_that_it_needs() {
    case(
        "Inspectors saw plans that were years out of date.",
        &["plans that were years out of date"],
    );
    case(
        "However, visits are too late. Nor have tutors been told where the children live.",
        &["visits", "Nor have tutors been told where the children live"],
    );
    case(
        "However, visits are too late. Team leaders, the report says, did not have a grip on rotas.",
        &["visits", "Team leaders, the report says, did not have a grip on rotas"],
    );
}

#[test]
fn who_says_so_is_left_off_whatever_the_verb() {
    case("The report counsels that some filing is inconsistent.", &["some filing is inconsistent"]);
    case(
        "By this week's account the night rota has been \"fragile\" for years.",
        &["the night rota has been \"fragile\" for years"],
    );
    case("The council has been told to keep a sharper eye on holiday lets.", &["holiday lets"]);
}

#[test]
fn what_is_done_badly_is_no_praise() {
    case(
        "However, school transport is too slow. Bed checks are taking far too long. Work with \
         fathers has started late.",
        &["school transport", "Bed checks are taking far too long", "Work with fathers"],
    );
    case("However, staff have worked hard. Reviews are now quick.", &[]);
}

#[test]
fn those_who_are_named_need_not_speak() {
    case(
        "However, bed checks are far too late, and scrutiny by councillors is too weak.",
        &["bed checks", "scrutiny by councillors"],
    );
    case("A councillor said that the hall was far too cold.", &[]);
    case(
        "However, boots are too few. Some who leave care were not prepared for lodgings.",
        &["boots", "Some who leave care were not prepared for lodgings"],
    );
}

#[test]
fn beside_criticism_going_without_is_criticism() {
    case(
        "However, boots are far too few. Children go without breakfast at the hostel.",
        &["boots", "Children go without breakfast at the hostel"],
    );
    case("Children at the hostel miss the sea.", &[]);
    case("However, boots are far too few. Checks are rarely missed.", &["boots"]);
}

#[test]
fn a_second_predicate_takes_the_subject_of_the_first() {
    case(
        "However, boots are too few. Rehearsals do take place but seldom help a drummer to improve.",
        &["boots", "Rehearsals seldom help a drummer to improve"],
    );
    case(
        "Inspectors found that kitchens are clean but have no rota for nights.",
        &["kitchens have no rota for nights"],
    );
    // What "they" are is not said.
    case("Inspectors came by bus. They were polite but had too few pens.", &[]);
}

#[test]
fn what_is_torn_from_its_words_is_none() {
    case(
        "There are four recommendations, to be taken up by the board, on which the police sit.",
        &[],
    );
    case("However, trust, though fragile, is growing.", &[]);
    case(
        "Inspectors found \"muddle and delay\" in the post room.",
        &["\"muddle and delay\" in the post room"],
    );
    case(
        "However, maps are commonly a year late, and out of date by Easter.",
        &["maps are commonly a year late, and out of date by Easter"],
    );
}

#[test]
fn what_stands_between_saying_and_said_is_left_off() {
    case(
        "Inspectors found during the visit, which ended in May, that bed checks were late.",
        &["bed checks"],
    );
    case(
        "The report says, rightly, that too much hangs on one clerk.",
        &["too much hangs on one clerk"],
    );
    case(
        "And, despite the number of drummers, there was no support for learners.",
        &["no support for learners"],
    );
    case("Bed checks took too long, the lead inspector wrote.", &["Bed checks took too long"]);
}

#[test]
fn what_is_asked_for_is_heard_under_any_heading() {
    case(
        "What next? We've been asked to look at how quickly letters are answered.",
        &["how quickly letters are answered"],
    );
    case("What next? We have asked the board to meet weekly.", &[]);
}

#[test]
fn others_and_shares_need_not_be_councils() {
    case(
        "However, boots are too few. Some drummers have waited two years for a stool; others are \
         still without a drum.",
        &["boots", "Some drummers have waited two years for a stool"],
    );
    case(
        "Checks on hostels were good enough in fewer than half of cases, inspectors said.",
        &["Checks on hostels were good enough in fewer than half of cases"],
    );
    case(
        "Inspectors found that drummers were too seldom asked what they wanted.",
        &["drummers were too seldom asked what they wanted"],
    );
    case("Inspectors found that drummers were asked what they wanted.", &[]);
}

#[test]
fn what_says_only_bad_after_that_is_left_off() {
    case("Inspectors found drum kits that were simply too big.", &["drum kits"]);
    case(
        "Inspectors found work which no drummer could be proud of, and too few stools.",
        &["work which no drummer could be proud of", "too few stools"],
    );
    case(
        "They were less happy with plans for hostels, a quarter of which were not good enough.",
        &["plans for hostels"],
    );
    case(
        "However, boots are too few. Delay was the thread running through the report.",
        &["boots"],
    );
}

#[test]
fn what_a_revisit_tells_after_saying_that_too_little_is_done_is_left() {
    let revisit = |lines: &str| {
        items(&format!(
            "# Ofsted revisit to Leeds\nPublished 9 May 2019\nOfsted and the CQC have revisited \
             Leeds to see what has become of four areas of significant weakness in services for \
             children with SEND.\n{lines}"
        ))
    };
    let told = revisit(
        "Sufficient progress has not been made. However, waiting lists for drums are still far \
         too long. No further revisit will be made.",
    );
    assert_eq!(told, ["waiting lists for drums"]);
    let told = revisit("Sufficient progress has been made in all four areas. Drums were too few.");
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn an_item_is_told_by_the_short_name_that_the_field_uses() {
    #[track_caller]
    fn one(item: &str, told: &str) {
        case(&format!("Areas for improvement:\n\n- {item}\n"), &[told]);
    }
    one("the quality of education, health and care plans", "the quality of EHC plans");
    one("how education and health care (EHC) plans are reviewed", "how EHC plans are reviewed");
    one("Education, Health & Care Plans (EHCPs) of under-fives", "EHC plans of under-fives");
    one("waits for an education health and care assessment", "waits for an EHC needs assessment");
    one("parents' part in an EHCP", "parents' part in an EHC plan");
    // No plan is meant, and other brackets say something.
    let together = "how education, health and care (all three) work together";
    one(together, together);
}
