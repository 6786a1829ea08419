//! Series of concerns in running words: how they are announced, parted and pointed to.

use crate::extract::release::priorities::tests::case;

#[test]
fn one_is_this_and_another_that() {
    case(
        "Inspectors raised three concerns. One is the time that checks take, another the induction \
         of new staff, and the last is advice for tenants.",
        &["the time that checks take", "the induction of new staff", "advice for tenants"],
    );
    case(
        "The letter makes two recommendations. One is to visit new families sooner; the other is \
         to find more homes for leavers.",
        &["visit new families sooner", "find more homes for leavers"],
    );
    case(
        "Inspectors raised two concerns. One is that one worker after another leaves.",
        &["one worker after another leaves"],
    );
}

#[test]
fn all_clauses_of_what_was_announced_are_told() {
    case(
        "Areas to develop were noted too. More tenants could be reached, and the council needs to \
         know more about its travelling communities.",
        &["More tenants could be reached", "know more about its travelling communities"],
    );
    case(
        "There are points to work on too. Rotas are late, and apprentices sit in cold rooms at noon.",
        &["Rotas", "apprentices sit in cold rooms at noon"],
    );
    case(
        "There are points to work on too. Some rotas do not make enough of bank staff, but most \
         apprentices like their work.",
        &["Some rotas do not make enough of bank staff"],
    );
}

#[test]
fn inspectors_give_jobs_and_reasons() {
    case(
        "Ofsted has given us two jobs:\n- visit new families sooner\n- check rotas for nights",
        &["visit new families sooner", "check rotas for nights"],
    );
    case("Our managers have two jobs:\n- visit new families\n- check rotas for nights", &[]);
    case(
        "A written statement of action is required. The reasons given include: the lack of a shared \
         strategy for teenagers; limited checks on rotas; and the low regard in which the website \
         is held.",
        &[
            "the lack of a shared strategy for teenagers",
            "limited checks on rotas",
            "the low regard in which the website is held",
        ],
    );
    case("Reasons: to comply with the constitution.", &[]);
}

#[test]
fn what_only_points_to_a_list_heads_it() {
    let want = ["speed of assessments", "checks on agency staff"];
    let list = "- speed of assessments\n- checks on agency staff";
    case(
        &format!(
            "Two aspects of our work are not good enough yet, and that hurts. The two are:\n{list}"
        ),
        &want,
    );
    case(
        "The council was told about the things that worry inspectors the most. They are\n> speed of \
         assessments\n> Checks on agency staff",
        &["speed of assessments", "Checks on agency staff"],
    );
    // A label heads a list of its own.
    case(
        "There are areas for improvement.\nIndividual members:\n- queried the number of posts\n\
         - welcomed the comments",
        &[],
    );
}

#[test]
fn narration_before_a_list_heads_nothing() {
    case(
        "We have summed up their letter for members.\n- Rotas for nights are of variable quality.\n\
         - Families wait for long periods without news.\n- Apprentices have little choice.",
        &[
            "Rotas for nights are of variable quality",
            "Families wait for long periods without news",
            "Apprentices have little choice",
        ],
    );
}

#[test]
fn who_says_so_and_how_many_there_are_are_no_items() {
    case(
        "The council needs to improve the speed of visits, the quality of rotas and the oversight of \
         new staff, inspectors said.",
        &["improve the speed of visits", "the quality of rotas", "the oversight of new staff"],
    );
    case(
        "Inspectors found a number of weaknesses, among them the late checks on carers; a shortage \
         of beds; and drift in rotas for nights.",
        &["the late checks on carers", "a shortage of beds", "drift in rotas for nights"],
    );
    case(
        "Ofsted set out six areas where the council should improve, including the speed of visits \
         and support for unpaid carers.",
        &["the speed of visits", "support for unpaid carers"],
    );
    case(
        "There was criticism of late checks, the shortage of beds and patchy rotas.",
        &["late checks", "the shortage of beds", "patchy rotas"],
    );
    case(
        "Late checks, weak rotas and a lack of beds were among the weaknesses named.",
        &["Late checks", "weak rotas", "a lack of beds"],
    );
}

#[test]
fn a_list_inside_an_item_ends_before_the_next() {
    case(
        "Areas for improvement include support for children, families and carers, and the \
         recording of decisions.",
        &["support for children, families and carers", "the recording of decisions"],
    );
}

#[test]
fn the_answer_to_a_question_names_what_was_asked_for() {
    let want = ["Visit families sooner", "check rotas", "supervise new staff more often"];
    case(
        "What did inspectors say we need to do better? Visit families sooner, check rotas and \
         supervise new staff more often.",
        &want,
    );
    case("What must improve? Honestly, a lot. Our staff work hard.", &[]);
    case("What do we need to do better? We asked our staff.", &[]);
}

#[test]
fn persons_alone_are_no_concern_and_some_of_them_no_list() {
    case(
        "Assessments are not always done in good time, children are seen too rarely, and there are \
         delays in conferences.",
        &["Assessments", "children are seen too rarely", "delays in conferences"],
    );
    case(
        "The report said that more should be done to reach people from seldom heard groups, among \
         them boat and fairground families.",
        &["reach people from seldom heard groups, among them boat and fairground families"],
    );
}
