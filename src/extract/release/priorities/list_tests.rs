//! How lists of what must improve are announced, told and parted.

use crate::extract::release::priorities::tests::{case, items};

#[test]
fn what_is_announced_in_other_words() {
    case(
        "What remains to be improved, according to inspectors, is the pace of assessments, the \
         checking of plans and how parents are told of changes.",
        &["the pace of assessments", "the checking of plans", "how parents are told of changes"],
    );
    case(
        "Still to improve are the availability of dentists, and the supervision of new staff.",
        &["the availability of dentists", "the supervision of new staff"],
    );
    case(
        "There were areas that inspectors wished to see developed:\n(a) parents' say in panels;\n\
         (b) the reach of youth clubs.",
        &["parents' say in panels", "the reach of youth clubs"],
    );
    case(
        "There is room for improvement, the inspectors say, in how calls are answered and in the \
         quality of chronologies.",
        &["how calls are answered", "the quality of chronologies"],
    );
    case(
        "Concerns were raised about the use of agency staff, the state of case records and delays \
         in court work.",
        &["the use of agency staff", "the state of case records", "delays in court work"],
    );
    case(
        "They said the partnership needed to act on three fronts: speech therapy, the quality of \
         plans and what is on offer after 16.",
        &["speech therapy", "the quality of plans", "what is on offer after 16"],
    );
    case(
        "One matter for improvement was raised: the recording of young people's views and wishes.",
        &["the recording of young people's views and wishes"],
    );
    case(
        "But the report is not all praise: it lists eleven recommendations, including clearer \
         plans for unborn babies and quicker police checks.",
        &["clearer plans for unborn babies", "quicker police checks"],
    );
}

#[test]
fn what_only_seems_to_announce() {
    case("Leaders will now work on three areas: recruitment, training and buildings.", &[]);
    case("Three areas were strong: fostering, early help and the virtual school.", &[]);
    case("Inspectors looked at four things: calls, plans, supervision and leadership.", &[]);
    case("The review covers four areas: help, care, leaving care and leadership.", &[]);
    case("The areas for improvement were known to us already, and we are working on plans.", &[]);
    case("The partnership must deal with these urgently, and a monitoring visit will follow.", &[]);
    case("The council hopes to open two more homes, recruit forty carers and shorten waits.", &[]);
    case("The council has been told to improve the way it runs its services.", &[]);
}

#[test]
fn what_inspectors_came_to_find_out_is_no_finding() {
    case("Inspectors wanted to know how well children are listened to, and by whom.", &[]);
    case("The team came to see whether changes required by the law have been made.", &[]);
}

#[test]
fn sentences_go_on_with_what_was_announced_or_told() {
    case(
        "Inspectors named three priorities. First, the council should speed up its checks on \
         carers. Second, partners should share what they know of risk outside the home. The third \
         is a better offer of advice for leavers.",
        &[
            "speed up its checks on carers",
            "share what they know of risk outside the home",
            "a better offer of advice for leavers",
        ],
    );
    case(
        "Inspectors said that advice for new tenants must improve. The same goes for help with \
         debts.",
        &["advice for new tenants", "help with debts"],
    );
    case(
        "The letter sets two priority actions. One concerns the long queue for hearing tests. The \
         other is about pupils who are taught for part of the week.",
        &["the long queue for hearing tests", "pupils who are taught for part of the week"],
    );
}

#[test]
fn who_is_asked_is_no_part_of_what_is_asked() {
    case(
        "The council has been told it must do more to protect children from gangs and to find homes \
         closer to family.",
        &["protect children from gangs", "find homes closer to family"],
    );
    case(
        "Inspectors recommended that the service should sharpen its planning for court, and that \
         police share notices sooner.",
        &["sharpen its planning for court", "police share notices sooner"],
    );
    case(
        "Inspectors would like better planning for births, and want grandparents to be paid what \
         other carers get.",
        &["better planning for births", "grandparents to be paid what other carers get"],
    );
}

#[test]
fn commas_and_the_last_and_part_a_list() {
    case(
        "Inspectors asked for better training and induction, a smaller span of control for \
         managers and more care in the choice of hostels.",
        &[
            "better training and induction",
            "a smaller span of control for managers",
            "more care in the choice of hostels",
        ],
    );
    case(
        "Five things are to be put right: the time taken to answer calls, weak plans for leavers, \
         supervision, the sharing of police notices, and checks on distant homes.",
        &[
            "the time taken to answer calls",
            "weak plans for leavers",
            "supervision",
            "the sharing of police notices",
            "checks on distant homes",
        ],
    );
    case(
        "Areas for improvement include support for children, families and carers.",
        &["support for children, families and carers"],
    );
    case(
        "Areas for improvement are the length of waits, which can be a year, and the take-up of \
         advocacy.",
        &["the length of waits", "the take-up of advocacy"],
    );
}

#[test]
fn a_colon_after_words_of_wanting_announces() {
    case(
        "The partnership is asked to improve: (a) the speed of advice from clinics; (b) joint \
         buying of aids; (c) checks on hostels.",
        &["the speed of advice from clinics", "joint buying of aids", "checks on hostels"],
    );
    case(
        "Actions for the council: speed up assessments; improve letters to parents.",
        &["speed up assessments", "improve letters to parents"],
    );
    case(
        "The report names three areas for improvement in all.\nParents were glad to read it.\nThe \
         three: late visits to homes; rushed plans; a shortage of beds.",
        &["late visits to homes", "rushed plans", "a shortage of beds"],
    );
}

#[test]
fn items_may_stand_before_what_they_are_said_to_be() {
    case(
        "The take-up of advocacy was one of the areas for improvement.",
        &["The take-up of advocacy"],
    );
    case("The partnership was given three areas for improvement.", &[]);
    case("These are among the weaknesses.", &[]);
}

#[test]
fn a_question_heads_what_answers_it() {
    case(
        "Where could things be sharper? Decisions took longer than they should. Consent was not \
         always written down.\nThe mayor was glad.\n- Court: man denies theft of bread",
        &["Decisions took longer than they should", "Consent was not always written down"],
    );
}

#[test]
fn homework_is_told_in_the_sentences_after_it() {
    case(
        "They also set the partners some homework. Clinics should write to schools. Forms are \
         far too long.",
        &["Clinics should write to schools", "Forms"],
    );
}

#[test]
fn acts_part_at_their_verbs() {
    case(
        "They recommended that the authority tighten the timescales for dental checks and make its \
         use of chronologies more systematic.",
        &[
            "tighten the timescales for dental checks",
            "make its use of chronologies more systematic",
        ],
    );
    case(
        "The council needs to strengthen its front door, recruit more carers and get a grip on \
         runaways.",
        &["strengthen its front door", "recruit more carers", "get a grip on runaways"],
    );
}

#[test]
fn what_an_answer_answers_was_found() {
    case(
        "The council will set out in a written statement of action how it will go further in two \
         areas, which are oversight of clinics; and help with travel.",
        &["oversight of clinics", "help with travel"],
    );
}

#[test]
fn asides_and_repeated_wants_part_nothing_and_something() {
    case(
        "Inspectors encourage the partnership, including the hospital, to see that forms carry \
         detail from clinics, and that older children get something meanwhile.",
        &["see that forms carry detail from clinics", "older children get something meanwhile"],
    );
    case(
        "They want senior staff to hold each other to account, and they want reliable data to do \
         it with.",
        &["senior staff to hold each other to account", "reliable data to do it with"],
    );
    case(
        "Four recommendations were made. They touch on the timeliness of dental checks, notes that \
         show thought, and planning for older children.",
        &[
            "the timeliness of dental checks",
            "notes that show thought",
            "planning for older children",
        ],
    );
}

#[test]
fn what_a_revisit_found_not_put_right() {
    let told = |line: &str| {
        let release = format!(
            "# Ofsted revisit to Leeds\nPublished 9 May 2019\nOfsted and the CQC have revisited \
             Leeds to see what has been done about weaknesses in services for children with SEND. \
             Sufficient progress was made in two of four areas.\n{line}"
        );
        items(&release)
    };
    assert_eq!(
        told(
            "On the other two, buying of aids and waits for dentists, progress was not yet sufficient."
        ),
        ["buying of aids", "waits for dentists"]
    );
    assert_eq!(
        told("Still to be cracked: access to clinics; and the number of pupils out of school."),
        ["access to clinics", "the number of pupils out of school"]
    );
    assert_eq!(
        told(
            "Work on the remaining two, which include joint buying and the helpline, will continue."
        ),
        ["joint buying", "the helpline"]
    );
}

#[test]
fn a_heading_that_says_who_wants_names_nothing() {
    case(
        "## What they want us to do next\nPolice notices should reach partners faster.",
        &["Police notices should reach partners faster"],
    );
}

#[test]
fn lines_that_count_themselves_are_items_without_their_counters() {
    let want = ["Speed of assessments", "Checks on agency staff", "Advice for tenants"];
    case(
        "Inspectors listed three areas for improvement\n\n1 Speed of assessments\n2 Checks on agency \
         staff\n3 Advice for tenants\n\nThe council has thanked them.",
        &want,
    );
    case(
        "Areas for improvement:\n\nArea 1: Speed of assessments\nArea 2: Checks on agency staff\n\
         Area 3: Advice for tenants",
        &want,
    );
    // What does not count on is no list.
    case("What must improve\n\n3 homes will open.\n\n2 managers have gone.", &[]);
}

#[test]
fn lines_that_say_what_they_are_about_are_items() {
    case(
        "What needs fixing\n\nAssessments – most of them start late\nRotas – nobody checks them\n\
         The panel: its members seldom meet.\n\nThe council has thanked them.",
        &[
            "Assessments – most of them start late",
            "Rotas – nobody checks them",
            "The panel: its members seldom meet.",
        ],
    );
    case("What went well\n\nAssessments – all start in time\nRotas – managers check them", &[]);
}

#[test]
fn a_list_is_that_which_was_counted_before() {
    let want = ["visits to new families", "rotas for nights", "advice for tenants"];
    let list = "- visits to new families\n- rotas for nights\n- advice for tenants";
    case(
        &format!(
            "Three areas of significant weakness were nevertheless identified. The letter came in \
             June.\n\nLeads have been named:\n\n{list}"
        ),
        &want,
    );
    case(&format!("There are three areas for improvement.\n\nWhich three?\n\n{list}"), &want);
    // As many as were counted, but of something else.
    case(
        &format!("There are three areas for improvement.\n\nThey praised our work on:\n\n{list}"),
        &[],
    );
    case(
        &format!("There are five areas for improvement.\n\nThe letter came in June.\n\n{list}"),
        &[],
    );
}

#[test]
fn who_leads_on_an_item_is_no_part_of_it() {
    case(
        "Areas for improvement:\n- visits to new families - Head of Safeguarding\n- rotas for \
         nights - Director of Nursing\n- advice for tenants - CCG",
        &["visits to new families", "rotas for nights", "advice for tenants"],
    );
    case(
        "Area for improvement | Lead\nVisits to new families | Head of Safeguarding\nRotas for \
         nights | Director of Nursing",
        &["Visits to new families", "Rotas for nights"],
    );
    case(
        "Areas for improvement:\n- rotas for nights - too few nurses\n- advice - too late",
        &["rotas for nights - too few nurses", "advice - too late"],
    );
}

#[test]
fn a_grade_in_a_list_is_no_concern() {
    case(
        "Areas for improvement:\n- rotas for nights\n- leadership was judged to be good\n- care \
         leavers: outstanding\n- help and protection requires improvement",
        &["rotas for nights"],
    );
    case("Areas for improvement:\n- plans that are good\n- rotas", &["plans that are good"]);
}

#[test]
fn what_minutes_say_is_to_be_done_is_told_without_that() {
    case(
        "Inspectors made these recommendations:\n(i) that rotas be checked\n(ii) that visits be \
         made sooner",
        &["rotas be checked", "visits be made sooner"],
    );
}
