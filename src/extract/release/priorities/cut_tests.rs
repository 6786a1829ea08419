//! Which words of a sentence become an item: no more than name the concern, and no torn ones.

use crate::extract::release::priorities::tests::{case, told};

#[test]
fn who_says_so_is_left_off() {
    case(
        "Fathers are too rarely asked for their views, the Care Quality Commission has found.",
        &["Fathers are too rarely asked for their views"],
    );
    case(
        "Duty cover at night is \"too thin on the ground\", says the report, which runs to 20 pages.",
        &["Duty cover at night is \"too thin on the ground\""],
    );
    case(
        "The report of a two-week visit in the spring says that chairs lack training in neglect.",
        &["chairs lack training in neglect"],
    );
    case(
        "Nonetheless the letter cautions that advocates are introduced too late in care proceedings.",
        &["advocates are introduced too late in care proceedings"],
    );
    case(
        "Inspectors also pointed to slow progress in the joint buying of beds.",
        &["slow progress in the joint buying of beds"],
    );
}

#[test]
fn scenes_and_announcements_are_left_off() {
    case(
        "In two of the four offices, plans for older teenagers lack dates and names.",
        &["plans for older teenagers lack dates and names"],
    );
    case(
        "They did note some frustrations: carers waited too long for a first call back.",
        &["carers waited too long for a first call back"],
    );
    case(
        "However, a discussion took place on the lack of an interpreter at panel meetings.",
        &["the lack of an interpreter at panel meetings"],
    );
}

#[test]
fn a_predicate_that_only_says_bad_is_left_off() {
    case("Social workers' caseloads are \"far too high\".", &["Social workers' caseloads"]);
    case("Planning for brothers and sisters drifts.", &["Planning for brothers and sisters"]);
    case(
        "However, strategy meetings don't always happen as fast as they need to.",
        &["strategy meetings"],
    );
    case(
        "Supervision of night staff is weak, and in some cases non-existent.",
        &["Supervision of night staff"],
    );
    case(
        "Checking the homes of private carers was not done well enough.",
        &["Checking the homes of private carers"],
    );
}

#[test]
fn a_predicate_that_carries_the_topic_stays() {
    case(
        "Too many teenagers are taught at home who should not be.",
        &["Too many teenagers are taught at home who should not be"],
    );
    case(
        "Hearing tests, for which the wait is too long, are booked by post.",
        &["Hearing tests, for which the wait is too long, are booked by post"],
    );
    case(
        "Care plans take too long and are not good enough.",
        &["Care plans take too long and are not good enough"],
    );
    case("Plans for children in need vary.", &["Plans for children in need"]);
}

#[test]
fn clauses_with_subjects_of_their_own_are_parted() {
    case(
        "Meetings were held on Mondays and no one seemed to have oversight of early help.",
        &["no one seemed to have oversight of early help"],
    );
    case(
        "Births are registered too late, education, health and care plans lack detail, and those \
         waiting for a hearing test are left for two years.",
        &[
            "Births are registered too late",
            "EHC plans lack detail",
            "those waiting for a hearing test are left for two years",
        ],
    );
}

#[test]
fn joined_subjects_and_predicates_stay_together() {
    case(
        "Waiting times for hearing tests and eye tests are too long.",
        &["Waiting times for hearing tests and eye tests"],
    );
    case(
        "Staff do not always know when reports and reviews are due.",
        &["Staff do not always know when reports and reviews are due"],
    );
    case(
        "Too many letters are late and of poor quality.",
        &["Too many letters are late and of poor quality"],
    );
}

#[test]
fn what_a_report_says_in_passing_is_left_off() {
    case(
        "However, two offices closed after inspectors found that too many case files were lost.",
        &["too many case files were lost"],
    );
    case(
        "Carers who asked for advice often did not get it, the inspectorate's report says, and the \
         one helpline worker had too long a list.",
        &[
            "Carers who asked for advice often did not get it",
            "the one helpline worker had too long a list",
        ],
    );
    case(
        "In two of the three towns there are too few refuges for young mothers.",
        &["too few refuges for young mothers"],
    );
    case(
        "Many foster carers told inspectors that respite depends on which team they belong to.",
        &["respite depends on which team they belong to"],
    );
}

#[test]
fn words_between_dashes_are_an_aside() {
    case(
        "Travel grants - which pay for buses to college - were slow and unreliable.",
        &["Travel grants"],
    );
    case(
        "Visits are too short - and records of them are lost.",
        &["Visits are too short", "records of them are lost"],
    );
}

#[test]
fn a_thing_with_a_complement_needs_no_predicate() {
    case("Reviews of older plans are often not completed on time.", &["Reviews of older plans"]);
    case("Plans to keep babies safe are rarely checked.", &["Plans to keep babies safe"]);
    case(
        "Young people in lodgings were too rarely visited.",
        &["Young people in lodgings were too rarely visited"],
    );
    case("However, staff turnover in some teams had become unmanageable.", &["staff turnover"]);
    case("There is, however, still a long way to go.", &[]);
}

#[test]
fn consequences_and_shells_are_left_off() {
    case(
        "However, there are not enough foster homes, so children go to live miles away.",
        &["not enough foster homes"],
    );
    case(
        "The state of letters to parents is such that calls go unanswered for months.",
        &["The state of letters to parents"],
    );
    case(
        "Inspectors talk of a lack of clear plans, of visits that are far too short, and of \
         joint buying that barely exists.",
        &[
            "a lack of clear plans",
            "visits that are far too short",
            "joint buying that barely exists",
        ],
    );
    case(
        "It was candid at Leeds City Council, where too many babies are left in homes full of neglect and \
         abuse for too long.",
        &["too many babies are left in homes full of neglect and abuse for too long"],
    );
}

/// Every sentence made of these parts gives items of whole words that end on none that binds.
#[test]
fn no_cut_leaves_a_torn_end() {
    let leads = ["", "The report of a visit says that ", "However, in some offices, "];
    let subjects = [
        "plans for children in need",
        "speech, language and communication plans",
        "the help that families get",
        "waits for speech and language therapy",
        "young carers",
        "help for those who leave care",
    ];
    let predicates = [
        "are not as good as they should be",
        "come too late",
        "vary",
        "lack detail on what they need",
        "remain weak, and in some cases poor",
        "had been \"far too slow\"",
        "are missing from them",
        "are late, something that the council will look into",
        "do not say what they are for",
    ];
    let tails = [
        ".",
        ", inspectors have found.",
        ", according to the watchdog.",
        ", and records of them are poor.",
        " and nobody checks them.",
    ];
    let binding = [
        "in", "of", "for", "to", "as", "and", "they", "it", "the", "who", "that", "which", "than",
        "not", "a", "with",
    ];
    for lead in leads {
        for subject in subjects {
            for (predicate, tail) in predicates.iter().flat_map(|p| tails.map(|t| (p, t))) {
                let sentence = format!("{lead}{subject} {predicate}{tail}");
                for item in told(&sentence) {
                    let whole = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
                    let at = sentence.find(&item).expect("an item is words of the sentence");
                    assert!(whole(sentence[..at].chars().next_back()), "{sentence}: {item}");
                    assert!(
                        whole(sentence[at + item.len()..].chars().next()),
                        "{sentence}: {item}"
                    );
                    let last = item.rsplit(' ').next().expect("one word at least");
                    let legit = ["what they are for", "missing from them", "look into"]
                        .iter()
                        .any(|e| item.ends_with(e));
                    assert!(legit || !binding.contains(&last), "{sentence}: {item}");
                    let first = item.split(' ').next().expect("one word at least");
                    assert!(
                        !["of", "and", "that", "is", "are", "which", "in"].contains(&first),
                        "{sentence}: {item}"
                    );
                    assert!(!item.starts_with("health and care"), "{sentence}: {item}");
                    assert!(!item.ends_with("speech"), "{sentence}: {item}");
                }
            }
        }
    }
}
