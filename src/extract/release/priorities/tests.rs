//! Each way in which a release tells what must improve, and each in which it only seems to.

use std::sync::LazyLock;

use crate::extract::release::cases::text;
use crate::extract::release::extract;
use crate::knowledge::Knowledge;

pub static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::embedded().expect("embedded knowledge is well formed"));

/// A children's services release of 2024 that goes on with `lines`.
#[track_caller]
pub fn case(lines: &str, want: &[&str]) {
    assert_eq!(told(lines), want, "{lines}");
}

/// The items of a children's services release of 2024 that goes on with `lines`.
pub fn told(lines: &str) -> Vec<String> {
    let release = format!(
        "# Ofsted report on Leeds\nPublished 9 May 2024\nOfsted has published its report on \
         children's services at Leeds City Council, inspected in March 2024. They were rated \
         good.\n{lines}"
    );
    items(&release)
}

/// The items of a whole release.
pub fn items(release: &str) -> Vec<String> {
    let found = extract(&text(release), &KNOWLEDGE).inspections;
    found.into_iter().flat_map(|t| t.improvement_areas).map(|a| a.text).collect()
}

#[test]
fn shortcomings_by_their_own_words() {
    case(
        "Inspectors found that visits to foster homes are often late and that records of meetings \
         were lost.",
        &["visits to foster homes", "records of meetings were lost"],
    );
    case(
        "Social workers' caseloads are far too high. The night team has too few drivers.",
        &["Social workers' caseloads", "The night team has too few drivers"],
    );
    case(
        "However, advice for new tenants is patchy, and families wait months for a first call.",
        &["advice for new tenants", "families wait months for a first call"],
    );
}

#[test]
fn something_good_denied_is_a_shortcoming() {
    case(
        "Young people in lodgings did not always know whom to ring.",
        &["Young people in lodgings did not always know whom to ring"],
    );
    case(
        "Nobody at the depot could say which cases were open.",
        &["Nobody at the depot could say which cases were open"],
    );
    case("There is no plan to train new panel members.", &["no plan to train new panel members"]);
}

#[test]
fn a_shortcoming_denied_is_none() {
    case("Inspectors found no delays and no gaps in records. Nobody waits too long.", &[]);
    case("Inspectors said that nobody has to wait for a bed.", &[]);
}

#[test]
fn what_inspectors_ask_for() {
    case(
        "Ofsted would like to see return interviews offered sooner, and the health passports of \
         leavers finished in time.",
        &["return interviews offered sooner", "the health passports of leavers finished in time"],
    );
    case(
        "Inspectors want neglect to be spotted sooner, carers to have fewer changes of manager and \
         private fostering to be better known.",
        &[
            "neglect to be spotted sooner",
            "carers to have fewer changes of manager",
            "private fostering to be better known",
        ],
    );
    case(
        "The council was told by inspectors that more needs to be done to find homes for teenagers.",
        &["find homes for teenagers"],
    );
    case(
        "They raised concerns over children who were missing, over a backlog of checks and over \
         weak oversight of both.",
        &["children who were missing", "a backlog of checks", "weak oversight of both"],
    );
}

#[test]
fn what_is_announced_by_number() {
    case(
        "Two such improvements are set out. Leavers over 21 should get the housing advice that \
         they ask for, and the quality of older plans ought to be checked more often.",
        &[
            "Leavers over 21 should get the housing advice that they ask for",
            "the quality of older plans ought to be checked more often",
        ],
    );
    case(
        "Inspectors left five recommendations. They include making sure that dental checks are \
         done each year, and that chairs speak up when plans drift.",
        &["dental checks are done each year", "chairs speak up when plans drift"],
    );
    case("The report names three areas for improvement.", &[]);
}

#[test]
fn headings_open_and_end_what_must_improve() {
    case(
        "## Not so good\nVisits start late. Plans for older children gather dust without review.\n\
         ## What happens next\nWe must write a plan, and too many forms await us.",
        &["Visits start late", "Plans for older children gather dust without review"],
    );
    case(
        "What was good?\n- short breaks without long waits\nWhat wasn't?\n- joint buying of beds\n- a website that few had heard of",
        &["joint buying of beds", "a website that few had heard of"],
    );
}

#[test]
fn runs_part_only_between_items() {
    case(
        "Areas for improvement were sharing news between teams, preparing for adult life and the \
         use of part-time tables.",
        &["sharing news between teams", "preparing for adult life", "the use of part-time tables"],
    );
    case(
        "Areas for improvement include the pace, reach and accuracy of education, health and care \
         plans.",
        &["the pace, reach and accuracy of EHC plans"],
    );
}

#[test]
fn what_is_said_of_others_or_of_then_is_left() {
    case("In 2018 inspectors found that visits were too often late.", &[]);
    case("In York, a neighbour, visits to homes were far too late.", &[]);
    case("Nationally, waits for a social worker are far too long.", &[]);
    case("A spokesman for the union said that caseloads were far too high.", &[]);
    case("The cabinet member said waits had been too long.", &[]);
    case("Waits for a first visit have already been cut from far too long to a week.", &[]);
    case("We know that our letters are too slow.", &[]);
    case("Inspectors said that staff were committed, praised and well supported.", &[]);
    case("Is the wait for a visit too long?", &[]);
}

#[test]
fn a_list_said_to_be_all_leaves_no_room_for_more() {
    case(
        "Letters were too slow.\nWhat needs to improve:\n- the pace of planning\n- how often plans are checked",
        &["the pace of planning", "how often plans are checked"],
    );
}

#[test]
fn a_person_is_heard_where_the_release_is_silent() {
    case(
        "The director said: \"We have to get better at seeing children sooner, at buying services \
         together, and at telling parents what goes on.\"",
        &["seeing children sooner", "buying services together", "telling parents what goes on"],
    );
}

#[test]
fn what_is_hardly_ever_bad_is_praise() {
    case("Risks are seldom overlooked. Few children have to move far.", &[]);
    case(
        "Health checks are seldom done. Few carers get a copy of the plan.",
        &["Health checks are seldom done", "Few carers get a copy of the plan"],
    );
    case("Staff try hard to keep brothers together. Nothing in the letter was new.", &[]);
    case("Inspectors called in late June. The report was published late on Friday.", &[]);
    case("Not only are visits on time, they are long.", &[]);
}

#[test]
fn who_somebody_is_tells_no_shortcoming() {
    case("Mentors sit with young people who struggle at school.", &[]);
    case(
        "Young people who wait too long for a bed are moved.",
        &["Young people who wait too long for a bed are moved"],
    );
}

#[test]
fn a_paragraph_keeps_its_tone() {
    case(
        "It was not all praise. Forms are dull. Parents were not phoned.",
        &["Parents were not phoned"],
    );
    case("There were bright spots. The nursery does not shut for lack of staff.", &[]);
    case("Foster carers are not phoned.", &[]);
    case(
        "Letters are far too long. Foster carers are not phoned.",
        &["Letters", "Foster carers are not phoned"],
    );
    case(
        "The office is warm, but foster carers are not phoned.",
        &["foster carers are not phoned"],
    );
    case("They did find some faults: passports were out of date.", &["passports were out of date"]);
}

#[test]
fn who_says_so_and_what_comes_of_it_are_left_off() {
    case(
        "Rooms for visits are in a poor state, the report says, and drivers come too late.",
        &["Rooms for visits are in a poor state", "drivers come too late"],
    );
    case(
        "Managers move on so often that nobody remembers the plan.",
        &["Managers move on so often"],
    );
    case(
        "Children in hostels wait too long for a nurse, and leadership requires improvement.",
        &["Children in hostels wait too long for a nurse"],
    );
    case("Too many passports are late.", &["Too many passports are late"]);
}

#[test]
fn what_news_sums_up_it_tells_once() {
    let release = "# Council under fire\nFamilies in Leeds wait too long for help, says Ofsted in a \
        report on children's services.\nPublished 9 May 2024\nLeeds City Council was inspected in \
        March 2024 and rated good.\nLetters are far too long. Carers are short of beds.";
    let found = extract(&text(release), &KNOWLEDGE).inspections;
    let areas: Vec<_> = found.iter().flat_map(|t| &t.improvement_areas).collect();
    let texts: Vec<&str> = areas.iter().map(|a| a.text.as_str()).collect();
    assert_eq!(texts, ["Letters", "Carers are short of beds"]);
}

#[test]
fn what_was_before_is_told_of_then_only_where_it_opens() {
    case("Until last year there was no strategy for neglect.", &[]);
    case(
        "There was no strategy for neglect until last year.",
        &["no strategy for neglect until last year"],
    );
}

#[test]
fn criticism_runs_on_into_the_next_paragraph() {
    case(
        "Letters to tenants are far too long.\nFoster carers are not phoned.\nThe canteen is warm.\n\
         Taxi drivers are not phoned.",
        &["Letters to tenants", "Foster carers are not phoned"],
    );
    case(
        "Foster carers are not phoned. Letters to tenants are far too long.",
        &["Foster carers are not phoned", "Letters to tenants"],
    );
}

#[test]
fn what_inspectors_did_not_do_is_none() {
    case("Visits were late. The inspectors had not seen the depot.", &["Visits"]);
}

#[test]
fn denials_and_years_bind_to_what_they_are_said_of() {
    case("Tenants who cannot pay lose out.", &["Tenants who cannot pay lose out"]);
    case(
        "The reforms have made no difference to rents.",
        &["The reforms have made no difference to rents"],
    );
    case(
        "The 2014 reforms came too slowly to hostels.",
        &["The 2014 reforms came too slowly to hostels"],
    );
    case("In 2014 help came too slowly to hostels.", &[]);
    case("If visits are late, the office is told.", &[]);
}

#[test]
fn quoted_words_without_a_person_are_the_releases_own() {
    case(
        "What is written in them can be \"basic to the point of being of no use\".",
        &["What is written in them can be \"basic to the point of being of no use\""],
    );
    case(
        "Ofsted said hostels \"do not keep to any of the rules on visits\". Cllr Day was told.",
        &["hostels \"do not keep to any of the rules on visits\""],
    );
    case("One mother told us \"visits are far too late for us to be able to work\".", &[]);
}

#[test]
fn a_last_line_that_breaks_off_is_heard() {
    case(
        "Visits depended on which town a person called home, and the",
        &["Visits depended on which town a person called home, and the"],
    );
}

#[test]
fn wants_none_and_shares_are_shortcomings() {
    case("The shelter has no cover at night.", &["The shelter has no cover at night"]);
    case("The shelter has no backlog of cases.", &[]);
    case(
        "Closer attention should be paid to lodgers.",
        &["Closer attention should be paid to lodgers"],
    );
    case("A third of check-ups were overdue.", &["A third of check-ups were overdue"]);
    case("A third of councils were overdue an inspection.", &[]);
    case("The hostel is not complacent. Lodgers no longer wait for a key.", &[]);
}

#[test]
fn what_is_dealt_with_is_not_wanting() {
    case("Managers spot weak plans. The new files replaced outdated ones.", &[]);
    case("Inspectors praised how the night team answered the shortage of beds.", &[]);
    case("Managers do not spot weak plans.", &["Managers do not spot weak plans"]);
    case("Neglect is spotted too late.", &["Neglect is spotted too late"]);
    case("No stone is left unturned. Nobody is left behind.", &[]);
    case("Fewer children are excluded than in other towns.", &[]);
}

#[test]
fn shares_of_nobody_in_particular_are_background() {
    case("Nearly half had been left by a parent. Most were poor.", &[]);
    case("Nearly half of letters had been lost.", &["Nearly half of letters had been lost"]);
}
