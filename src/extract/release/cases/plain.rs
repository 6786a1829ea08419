//! Praise that grades nothing, what those who use a service say of it, grades that were missed, tables
//! of two inspections, and lists of judgements under their grade.

use super::{Table, adults, childrens, local_area, overallless, revisit, send, single, text};
use crate::extract::release::extract;
use crate::model::text::{BlockKind, Text};

#[test]
fn an_adjective_of_plain_praise_is_no_grade() {
    let k = &Table::new();
    let rated = |sentence: &str| {
        let sentence = format!("Leeds was rated requires improvement. {sentence}");
        childrens(k, &sentence, "overall=requires-improvement");
    };
    rated("Leaders are good, caring people.");
    rated("Inspectors saw them as outstanding managers and good leaders.");
    rated("The report says that staff are good at hearing what children mean.");
    rated("The council is a good, responsible parent.");
    rated("Children live with good and loving families.");
    rated("Its newest recruit is outstanding social worker of the year.");
    childrens(
        k,
        "Leaders are good, and care leavers get an outstanding service.",
        "care-leavers=outstanding leaders=good",
    );
    childrens(k, "Ofsted found the council to be good at keeping children safe.", "overall=good");
}

#[test]
fn what_those_say_who_use_a_service_is_no_inspectors_grade() {
    let k = &Table::new();
    let rated = |sentence: &str| {
        let sentence = format!("Leeds was rated requires improvement. {sentence}");
        childrens(k, &sentence, "overall=requires-improvement");
    };
    rated("One young man called the service outstanding.");
    rated("Two parents told inspectors that the council was \"outstanding\".");
    rated("Inspectors heard from local schools that the service is good.");
    rated("It was described as outstanding by a foster carer.");
    rated("Several partners said that leadership was inadequate.");
    rated("Campaigners branded the service inadequate.");
    rated("A serious case review found that the council was inadequate.");
    rated("The leader insisted that the service was good.");
    childrens(k, "Parents were told on Monday that the council is rated good.", "overall=good");
    childrens(k, "Ofsted told foster carers that the council is rated good.", "overall=good");
}

#[test]
fn a_grade_that_was_missed_is_not_given() {
    let k = &Table::new();
    adults(k, "Leeds missed out on a 'good' rating by one point.", "");
    adults(
        k,
        "Leeds lost out on a good rating: 62 points put it at requires improvement.",
        "overall=requires-improvement",
    );
    adults(k, "The council failed to reach 'good'.", "");
    adults(k, "It was denied a 'good' rating by its waiting lists.", "");
}

#[test]
fn a_part_of_the_service_that_is_judged_apart_is_not_the_whole() {
    let k = &Table::new();
    childrens(k, "Inspectors judged the front door to be good.", "");
    childrens(k, "Ofsted rated the work of the MASH as outstanding.", "");
    childrens(k, "Work with disabled children was judged good.", "");
    childrens(k, "Inspectors called its response to the floods outstanding.", "");
    childrens(k, "How the council answers referrals was judged good.", "");
    let want = "help-and-protection=good";
    childrens(k, "Help and protection is good and recording is inadequate.", want);
    adults(k, "The council was rated good for safeguarding.", "");
    adults(k, "Safeguarding was rated good.", "");
    adults(k, "The council was rated good for adult social care.", "overall=good");
    childrens(k, "Support for unaccompanied children in care was rated outstanding.", "");
}

/// A page with a table, whose cells are parted by bars.
fn table(k: &Table, rows: &[&str], want: &str) {
    let mut page: Text = text(
        "Ofsted report on Leeds\n4 March 2024\nOfsted has published its report on children's services at Leeds City Council after an inspection in January 2024.",
    );
    for (row, cells) in (0..).zip(rows) {
        for (column, words) in (0..).zip(cells.split('|')) {
            page.push(BlockKind::Cell { table: 0, row, column }, words.trim(), 0);
        }
    }
    let found = extract(&page, k.knowledge).inspections;
    let summaries: Vec<String> = found.iter().map(super::summary).collect();
    k.check(&summaries.join(" + "), want, rows[0]);
}

#[test]
fn the_heads_of_a_table_say_which_grade_is_of_now() {
    let k = &Table::new();
    let want = "leaders=good overall=good was leaders=inadequate@2019 overall=inadequate@2019";
    table(
        k,
        &["Area | 2019 | 2024", "Overall | Inadequate | Good", "Leaders | Inadequate | Good"],
        want,
    );
    table(
        k,
        &["Area | 2024 | 2019", "Overall | Good | Inadequate", "Leaders | Good | Inadequate"],
        want,
    );
    let want = "overall=good was overall=inadequate";
    table(k, &["Area | New grade | Last grade", "Overall | Good | Inadequate"], want);
    table(k, &["Area | Was | Is now", "Overall | Inadequate | Good"], want);
    // Who knows which of them is Leeds's?
    table(k, &["Area | Ours | Theirs", "Overall | Inadequate | Good"], "");
    table(
        k,
        &["Area | Grade", "Overall | Good", "Leaders | Inadequate"],
        "leaders=inadequate overall=good",
    );
}

#[test]
fn a_list_under_a_grade_has_it() {
    let k = &Table::new();
    childrens(
        k,
        "Leeds was rated good overall, and each of the following as outstanding:\n- the impact of leaders\n- care leavers",
        "care-leavers=outstanding leaders=outstanding overall=good",
    );
    childrens(
        k,
        "These were rated good:\n- leaders\n- help and protection\nThis was rated outstanding:\n- care leavers",
        "care-leavers=outstanding help-and-protection=good leaders=good",
    );
    childrens(
        k,
        "Leeds is rated good.\nOutstanding:\n- the impact of leaders\n- children in care",
        "in-care=outstanding leaders=outstanding overall=good",
    );
    childrens(
        k,
        "Leeds is rated good. Inspectors praised:\n- leaders\n- care leavers",
        "overall=good",
    );
    childrens(
        k,
        "Leeds is rated good overall. What is outstanding:\n- leaders who know every child\n- care leavers have a say",
        "overall=good",
    );
}

#[test]
fn a_grade_and_the_one_before_it_keep_to_one_name() {
    let k = &Table::new();
    let moved = "leaders=outstanding was leaders=good";
    childrens(k, "Leadership, previously good, is now outstanding.", moved);
    childrens(k, "Leadership: outstanding (was good)", moved);
    let moved = "care-leavers=good was care-leavers=inadequate@2019";
    childrens(k, "Support for care leavers (inadequate in 2019) is now good.", moved);
    childrens(k, "Where support for care leavers was inadequate in 2019 it is now good.", moved);
    childrens(k, "In 2019 support for care leavers was inadequate; it is good today.", moved);
    childrens(k, "Support for care leavers is now good (2019: inadequate).", moved);
    single(
        k,
        "Leeds is outstanding. In 2012 it was rated good, with adoption alone outstanding.",
        "overall=outstanding was adoption=outstanding@2012 overall=good@2012",
    );
}

#[test]
fn names_share_a_grade_and_places_stand_for_names() {
    let k = &Table::new();
    childrens(
        k,
        "The report grades leadership and work with care leavers as good, and help and protection as inadequate.",
        "care-leavers=good help-and-protection=inadequate leaders=good",
    );
    childrens(
        k,
        "Leeds is rated good. On help and protection more is to be done, and our grade there is requires improvement.",
        "help-and-protection=requires-improvement overall=good",
    );
    childrens(
        k,
        "Leeds is rated good. Leadership was outstanding, and the remaining three judgements were also good.",
        "care-leavers=good help-and-protection=good in-care=good leaders=outstanding overall=good",
    );
    childrens(
        k,
        "Ofsted has downgraded the city's services, which were outstanding in 2019, to good.",
        "overall=good was overall=outstanding@2019",
    );
    childrens(k, "Leeds is rated good. It is a long way from outstanding.", "overall=good");
}

#[test]
fn statements_and_progress_are_told_of_the_area_beside_many() {
    let k = &Table::new();
    local_area(
        k,
        "Leeds is the latest area to be told to write a plan for its weaknesses.",
        "outcome=wsoa",
    );
    local_area(
        k,
        "The city, in line with a third of areas inspected so far, was required to write a statement of action.",
        "outcome=wsoa",
    );
    local_area(k, "A written statement of action would be needed on two matters.", "outcome=wsoa");
    local_area(k, "A written statement of action would be needed if plans stayed late.", "");
    local_area(k, "A third of areas inspected so far were required to write a statement.", "");
    revisit(
        k,
        "They looked at five areas of weakness found in 2019, and concluded that progress was sufficient in four.",
        "outcome=insufficient-progress",
    );
    revisit(
        k,
        "The 2017 inspection had found six areas of weakness. Inspectors were satisfied with progress in five. In the sixth, the nurse's capacity and her advice for plans, they were not.",
        "outcome=insufficient-progress",
    );
}

#[test]
fn grades_of_neighbours_and_of_single_scores_are_theirs() {
    let k = &Table::new();
    adults(
        k,
        "Leeds is rated outstanding. Some neighbours have been rated good and others requires improvement.",
        "overall=outstanding",
    );
    adults(k, "Leeds is rated good. Two of nine statements got the top mark.", "overall=good");
}

#[test]
fn the_first_to_be_rated_so_is_rated_so() {
    let k = &Table::new();
    childrens(
        k,
        "Leeds is the first of the great northern cities to be rated good.",
        "overall=good",
    );
    childrens(k, "Leeds is the second council in the north to be judged good.", "overall=good");
    childrens(k, "Leeds is the first city that hopes in time to be rated good.", "");
}

#[test]
fn one_of_three_outcomes_is_told_in_many_ways() {
    let k = &Table::new();
    let middle = |sentence: &str| send(k, sentence, "outcome=inconsistent");
    middle("Of three outcomes they gave the middle one, where most areas stand.");
    middle("Of the three outcomes inspectors chose the middle one.");
    middle("The letter gives our partnership number 2 of the three outcomes.");
    middle("Experiences and outcomes for our children were judged to be inconsistent.");
    middle("Special needs support in Leeds was judged inconsistent by inspectors.");
    middle(
        "There are three conclusions. These range from typically positive experiences to widespread failings. For Leeds they found that the arrangements lead to inconsistent experiences.",
    );
    send(k, "Speech therapy was judged inconsistent by inspectors.", "");
}

#[test]
fn grades_are_told_of_every_judgement_or_of_names_turned_round() {
    let k = &Table::new();
    let all = |grade: &str| {
        let ids = ["care-leavers", "help-and-protection", "in-care", "leaders", "overall"];
        ids.map(|id| format!("{id}={grade}")).join(" ")
    };
    childrens(k, "Every one of the judgements is good.", &all("good"));
    childrens(
        k,
        "All four areas, including those for leaders and for care leavers, are inadequate.",
        &all("inadequate"),
    );
    childrens(
        k,
        "Leeds was given good for overall effectiveness and each of the other areas.",
        &all("good"),
    );
    childrens(
        k,
        "Good was the verdict on leaders, and on care leavers.",
        "care-leavers=good leaders=good",
    );
    childrens(k, "For its support for care leavers Leeds was awarded 'good'.", "care-leavers=good");
    childrens(
        k,
        "They were critical of leaders, whose impact on practice was judged inadequate.",
        "leaders=inadequate",
    );
    childrens(
        k,
        "Overall effectiveness is inadequate, inspectors said, as is leadership.",
        "leaders=inadequate overall=inadequate",
    );
    childrens(
        k,
        "The service was judged good, as were two of the parts (leaders; care leavers).",
        "care-leavers=good leaders=good overall=good",
    );
    childrens(k, "Leeds is good. That goes for leaders, too.", "leaders=good overall=good");
    childrens(
        k,
        "Leaders got a good, care leavers an outstanding.",
        "care-leavers=outstanding leaders=good",
    );
    single(k, "Adoption came out as good as well.", "adoption=good");
    overallless(
        k,
        "It is four goods for Leeds.",
        "care-leavers=good help-and-protection=good in-care=good leaders=good",
    );
    overallless(k, "It is three goods for Leeds.", "");
    send(
        k,
        "Leaders say they are glad that the partnership was given the middle one of three outcomes.",
        "outcome=inconsistent",
    );
}
