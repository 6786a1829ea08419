//! Findings told in running prose, class by class, and what only sounds like them.

use crate::extract::release::priorities::tests::{case, items};

#[test]
fn short_findings_in_a_row_are_each_read() {
    case(
        "Logbooks were late. Handovers were missed. Team leaders did not check.",
        &["Logbooks", "Handovers were missed", "Team leaders did not check"],
    );
    case("Inspectors are plain. Plans drift.", &["Plans drift"]);
}

#[test]
fn what_families_told_inspectors_keeps_its_subject() {
    case(
        "Foster carers told assessors from the regulator in June that they felt shut out of reviews.",
        &["Foster carers felt shut out of reviews"],
    );
    case(
        "Parents told inspectors they had to fight for a bus pass.",
        &["Parents had to fight for a bus pass"],
    );
    case(
        "Carers had to wait too long for a bus pass.",
        &["Carers had to wait too long for a bus pass"],
    );
    case("Children are seen too rarely.", &["Children are seen too rarely"]);
    // Told to somebody else it is no finding.
    case("Parents told the Gazette they had to fight for a bus pass.", &[]);
    case("One grandmother told the radio that buses were late.", &[]);
}

#[test]
fn pronouns_stand_for_the_subject_before() {
    case(
        "Supervision happens, though it is rarely reflective.",
        &["Supervision is rarely reflective"],
    );
    case("Mentoring takes place, but its quality is too variable.", &["Mentoring quality"]);
    // It stands for what follows.
    case("The plan exists. It is good, and it is easy to read.", &[]);
}

#[test]
fn neither_of_two_is_two() {
    case(
        "Neither the speed of calls nor the quality of letters is good enough.",
        &["the speed of calls", "the quality of letters"],
    );
    case(
        "Neither the board nor its chair checks the rotas.",
        &["Neither the board nor its chair checks the rotas"],
    );
    case("Neither the council nor its partners were complacent.", &[]);
}

#[test]
fn distance_is_told_of_things_not_of_the_council() {
    case("Advice for leavers still has some way to go.", &["Advice for leavers"]);
    case("Housing for leavers, though, is another matter.", &["Housing for leavers"]);
    case("The council has a long way to go.", &[]);
    case("The service has come far and has some way to go, leaders admit.", &[]);
    case("It knows it has some way to go.", &[]);
}

#[test]
fn what_is_rare_is_bad_only_of_what_is_good() {
    case("Respite is few and far between.", &["Respite"]);
    case("Complaints about drivers are rare. Delays are rare.", &[]);
}

#[test]
fn exceptions_and_comparisons_lead_in() {
    case(
        "Calls are answered at once. The exception is the night desk, which is understaffed.",
        &["the night desk"],
    );
    case(
        "Help for toddlers is good; the same cannot be said of help for school leavers.",
        &["help for school leavers"],
    );
    case(
        "Inspectors were less impressed by the upkeep of the hostels.",
        &["the upkeep of the hostels"],
    );
}

#[test]
fn minutes_and_reports_lead_in() {
    case("It was noted that the upkeep of logbooks was patchy.", &["the upkeep of logbooks"]);
    case(
        "The letter goes on to say that tenancies are not always safe.",
        &["tenancies are not always safe"],
    );
    case(
        "It was recommended by inspectors that exit interviews be offered sooner.",
        &["exit interviews be offered sooner"],
    );
    case("They told us that rotas need to be clearer.", &["rotas"]);
    // Somebody else says so.
    case("Town Hall said it was sad that logbooks were late.", &[]);
    case("How had logbooks come to be late, one member wanted to know.", &[]);
}

#[test]
fn words_put_in_between_part_nothing() {
    case(
        "Risks were not spotted and mentoring, where it took place, did not bring work along.",
        &["Risks were not spotted", "mentoring, where it took place, did not bring work along"],
    );
    case(
        "Bus passes - by law to be sent within a week - are commonly a year late.",
        &["Bus passes - by law to be sent within a week - are commonly a year late"],
    );
    case(
        "There is work for us in early help, where the speed of first calls has slipped.",
        &["the speed of first calls"],
    );
}

#[test]
fn what_is_not_known_is_bad_all_the_same() {
    case(
        "Senior leaders did not know how poorly the night desk was run.",
        &["Senior leaders did not know how poorly the night desk was run"],
    );
    case("No child is left without a mentor.", &[]);
}

#[test]
fn a_degree_is_left_off_what_it_is_of() {
    case("Visits to hostels are not frequent enough.", &["Visits to hostels"]);
    case("Exit interviews are not always held on time.", &["Exit interviews"]);
    case("Older logbooks are not all up to standard.", &["Older logbooks"]);
    case(
        "Preparing teenagers for jobs does not start early enough.",
        &["Preparing teenagers for jobs"],
    );
    // What is not done says more.
    case("Exit interviews are not recorded.", &["Exit interviews are not recorded"]);
    case(
        "Young people in lodgings are not visited on time.",
        &["Young people in lodgings are not visited on time"],
    );
}

#[test]
fn the_year_of_a_law_is_no_earlier_time() {
    case(
        "The bringing in of reforms that came into force in 2014 has been too slow.",
        &["The bringing in of reforms that came into force in 2014"],
    );
    case("In 2014 the bringing in of reforms was too slow.", &[]);
}

#[test]
fn what_is_gone_or_better_is_no_concern() {
    case("Staff tried new ways, but these had been too slow to have an effect.", &[]);
    case("Waiting lists have gone. Turnover has slowed. Queues have shortened.", &[]);
    case("The town would like to thank every carer who waited so long.", &[]);
    case("Mentors stay when times are hard.", &[]);
    case("Foster carers should be better off under the new offer.", &[]);
    case("Young people told inspectors they did not want for anything.", &[]);
}

#[test]
fn some_of_those_before_are_told_of_beside_what_these_suffer() {
    case(
        "Too many lodgers live in damp rooms, and some had lost touch with their wardens.",
        &["Too many lodgers live in damp rooms", "some had lost touch with their wardens"],
    );
    case(
        "Too many carers wait for an answer, and many feel unheard.",
        &["Too many carers wait for an answer"],
    );
    // Praise, or nothing told before.
    case("Rotas were late, and some were always well kept.", &["Rotas"]);
    case("Wardens are kind, and some had lost touch with home.", &[]);
}

#[test]
fn nobody_in_danger_is_no_concern() {
    case("Rotas were late. No lodger was found to be at immediate risk.", &["Rotas"]);
    case("Rotas were late. None of the lodgers had been in any danger.", &["Rotas"]);
    case(
        "Rotas were late. Nobody in charge could say who was at risk.",
        &["Rotas", "Nobody in charge could say who was at risk"],
    );
}

#[test]
fn what_runs_through_a_report_is_what_it_finds() {
    case(
        "A shortage of drivers was the thread that ran through the report.",
        &["A shortage of drivers"],
    );
    case("Lost files are a recurring theme of the letter.", &["Lost files"]);
    case("Kindness was the thread that ran through the report.", &[]);
}

#[test]
fn scrutiny_by_those_in_charge_is_not_what_they_say() {
    case(
        "There was too little scrutiny by the chief executive and councillors.",
        &["too little scrutiny by the chief executive and councillors"],
    );
    case("The chief executive wanted more scrutiny by the council.", &[]);
}

#[test]
fn what_people_said_stands_without_them() {
    case("Families said that letters went unanswered.", &["letters went unanswered"]);
    case(
        "Foster carers said that letters went unanswered.",
        &["Foster carers said that letters went unanswered"],
    );
}

#[test]
fn dates_and_places_in_a_list_are_no_concern() {
    case(
        "Areas for improvement:\n\n- 19 February 2019\n- late rotas in hostels\n- missing files of lodgers",
        &["late rotas in hostels", "missing files of lodgers"],
    );
    case(
        "The team could do still better by writing down what was agreed.",
        &["writing down what was agreed"],
    );
}

#[test]
fn the_whole_of_what_was_inspected_is_no_concern() {
    case("Experiences of children with special educational needs are mixed.", &[]);
    case("Every one of the five weaknesses raised two years ago is too slow to mend.", &[]);
    case("Experiences of care leavers are too variable.", &["Experiences of care leavers"]);
}

#[test]
fn jobs_that_remain_and_what_comes_next_are_told_in_lists() {
    case(
        "Inspectors say that three jobs remain: shorter queues, fuller records and more drivers.",
        &["shorter queues", "fuller records", "more drivers"],
    );
    case(
        "Fuller records are one of the things the service will now concentrate on, along with \
         quicker answers.",
        &["Fuller records", "quicker answers"],
    );
    case(
        "The report makes recommendations for the police to keep notes, and for the trust to visit \
         sooner.",
        &["the police to keep notes", "the trust to visit sooner"],
    );
    case("Those who remain have good homes.", &[]);
}

#[test]
fn what_a_statement_must_cover_is_read_after_its_verb() {
    case(
        "A written statement of action is needed. It has to deal with the timing of reviews, with \
         high turnover of drivers, and with getting lodgers ready for work.",
        &["the timing of reviews", "high turnover of drivers", "getting lodgers ready for work"],
    );
}

#[test]
fn judged_badly_is_no_grade() {
    case("Waits for a wheelchair were judged too long.", &["Waits for a wheelchair"]);
    case("Hostels were judged good.", &[]);
    case(
        "Inspectors did not think the work of the night team strong enough to keep lodgers safe.",
        &["Inspectors did not think the work of the night team strong enough to keep lodgers safe"],
    );
}

#[test]
fn what_a_person_says_between_commas_is_hers() {
    case(
        "Rotas were late.\n\nThe cabinet member thanked the staff. It was no small thing, she said, \
         for a town that does not have deep pockets.",
        &["Rotas"],
    );
}

#[test]
fn summaries_of_need_and_safety_name_no_concern() {
    case("Too many children's needs are not met in good time. Rotas are late.", &["Rotas"]);
    case("Children in the town are not always protected. Rotas are late.", &["Rotas"]);
    case(
        "Progress on special educational needs was too slow. Rotas are late.",
        &["Progress on special educational needs", "Rotas"],
    );
}

#[test]
fn one_who_complains_and_she_who_spoke_are_persons() {
    case("Rotas were late. One described the depot as broken.", &["Rotas"]);
    case(
        "Rotas were late.\n\nThe cabinet member thanked the staff.\n\nShe said towns up and down the \
         country were struggling.",
        &["Rotas"],
    );
}

#[test]
fn after_however_the_whole_sentence_finds_fault() {
    case(
        "However, logbooks sat in a drawer and the quality of rotas is too variable.",
        &["logbooks sat in a drawer", "the quality of rotas"],
    );
    case(
        "However, drivers are valued and the quality of rotas is too variable.",
        &["the quality of rotas"],
    );
}

#[test]
fn the_one_that_is_left_is_named_by_its_number() {
    let release = "# Ofsted returns to Leeds\nPublished 9 May 2022\nOfsted and the Care Quality Commission \
         revisited the local area SEND services of Leeds in March 2022. Inspectors were satisfied with \
         progress in three of four areas of significant weakness.";
    let told = |line: &str| items(&format!("{release} {line}"));
    assert_eq!(
        told("In the fourth, waits for a wheelchair, they were not."),
        ["waits for a wheelchair"]
    );
    assert_eq!(
        told("Waits for a wheelchair are the fourth, where more work is needed."),
        ["Waits for a wheelchair"]
    );
    assert_eq!(told("In the fourth, the offer of transport, they were."), [""; 0]);
}
