//! Items of lists and requests whose words name no concern: an inspectorate's name, "act swiftly on
//! these", what a member of a committee did ("queried the number of vacancies").

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// So few words name nothing where one of them only stands for what was told before.
const FEW: usize = 5;

/// Whether an item names no concern.
pub fn is_void(page: &Page, start: usize, end: usize) -> bool {
    let words = page.words(start, end).trim_matches([' ', '.', '"', '\'']);
    let waiting = ["when there ", "when there's ", "whenever there "];
    let waiting = waiting.iter().any(|w| words.starts_with(w));
    let placed = |h: &Hit| h.kind == Kind::Place && distance(page, start, h.start) <= 1;
    is_set(page, start, end)
        || page.hits_in(start, end).any(placed)
        || (waiting && !words.contains(','))
        || is_inspectorate(page, start, end)
        || (distance(page, start, end) <= FEW && STANDING.is_match(words))
}

/// Whether set words that name no concern stand where they make an item void.
fn is_set(page: &Page, start: usize, end: usize) -> bool {
    let words = || page.each_word(start, end);
    let first = words().next().map_or(start, |(at, _)| at);
    let last = words().next_back().map_or(end, |(at, word)| at + word.len());
    let minuted =
        || page.sentence_at(start).is_some_and(|(_, s)| s.role == Role::Item && s.start == start);
    let mut set = words().filter_map(|(at, _)| page.beginning(Kind::Void, at, end));
    set.any(|h| match h.means {
        "within" => true,
        "opens" => h.start == first,
        "minuted" => h.start == start && minuted(),
        _ => h.start == first && h.end >= last,
    })
}

/// "The Care Quality Commission": who inspects.
fn is_inspectorate(page: &Page, start: usize, end: usize) -> bool {
    let article = if page.words(start, end).starts_with("the ") { 4 } else { 0 };
    page.hits_in(start + article, end)
        .any(|h| h.kind == Kind::Inspectorate && h.start == start + article && h.end + 1 >= end)
}

/// "Even these out", "do something about it", "any of the four".
static STANDING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:do|act|even|deal|look|work|build|put|get|set|address|tackle|turn|sort|keep|make|take|go|report|respond)\b[a-z ]* (?:these|those|them|it|this|that)\b[a-z ]*|(?:any|all|each|none|some|one|two|most) of (?:the )?(?:these|those|them|two|three|four|five|six|seven|eight|nine|ten))$")
        .expect("fixed grammar")
});

/// "ENDS", "- ends -".
pub fn is_end(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    sentence.end - sentence.start <= 12
        && matches!(words.trim_matches(|c: char| !c.is_ascii_alphabetic()), "ends" | "end")
}

#[cfg(test)]
mod tests {
    use crate::extract::release::priorities::tests::case;

    #[test]
    fn what_only_stands_for_something_told_names_nothing() {
        case(
            "Inspectors want more help for young carers. The report asks us to even these out.",
            &["more help for young carers"],
        );
        case("Ofsted asked the council to act swiftly on these.", &[]);
        case("Some plans are late. Others with the same needs do not.", &["Some plans are late"]);
        case(
            "Records of visits are late. These are being looked at, and others aren't.",
            &["Records of visits"],
        );
        case(
            "Areas for improvement are:\n- visits to new families\n- Comment.",
            &["visits to new families"],
        );
    }

    #[test]
    fn what_members_and_persons_said_is_no_finding() {
        case(
            "Inspectors asked for better records of visits.\nMembers:\n- queried the number of vacancies\n- welcomed the comments about morale",
            &["better records of visits"],
        );
        case(
            "Records of visits are late. One mother told the Mail that nobody rings back.",
            &["Records of visits"],
        );
        case(
            "Records of visits are late. The director of children's services was pleased. She said that nobody should think it finished.",
            &["Records of visits"],
        );
        case(
            "The report found much to like, and the council would like to thank every carer.",
            &[],
        );
    }

    #[test]
    fn notes_below_the_end_belong_to_no_list() {
        case(
            "Areas for improvement are:\n- the timeliness of visits\n- the quality of plans\n- ENDS -\n- The report is on the website",
            &["the timeliness of visits", "the quality of plans"],
        );
    }

    #[test]
    fn scores_and_what_has_eased_want_nothing() {
        case("The service scored 14 points out of a possible 36 in the report.", &[]);
        case(
            "However, records of visits are late. Waiting times have come down.",
            &["records of visits"],
        );
        case(
            "Records of visits are late. A monitoring visit should follow in the spring.",
            &["Records of visits"],
        );
    }

    #[test]
    fn others_and_courtesies_want_nothing_of_the_area() {
        for beside in [
            "One father, who asked not to be named, said he had waited two years for help.",
            "Parents told the Post that they had to fight for everything.",
            "The ombudsman last year criticised the council for delays.",
            "Most children do not have to move far from home.",
            "Staff turnover, once a problem, has fallen.",
            "The report does not name any children.",
            "The report should be read with the one before it.",
            "Anyone worried about a child should call the duty team.",
            "Homeless young people are never turned away.",
            "Concerns about children are dealt with swiftly.",
            "Leeds is a city of many thousands, some of them very poor.",
            "The government's reforms have yet to take effect.",
            "The law says that plans must be issued within 20 weeks.",
            "There are no serious weaknesses.",
            "The council is short of money.",
            "The council was asked for a comment.",
            "He denied that the council had failed.",
            "Residents should know that the council is listening.",
        ] {
            case(
                &format!("However, records of visits are often late. {beside}"),
                &["records of visits"],
            );
        }
    }
}
