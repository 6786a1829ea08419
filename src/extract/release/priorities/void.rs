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
    PARTIAL.is_match(words)
        || DONE.is_match(words)
        || ELSEWHERE.is_match(words)
        || page.hits_in(start, end).any(placed)
        || (waiting && !words.contains(','))
        || is_inspectorate(page, start, end)
        || (distance(page, start, end) <= FEW && STANDING.is_match(words))
        || is_minuted(page, start, words)
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

/// "On the third it has not", "others do not", "these are being agreed", "needs to change".
static PARTIAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:on|in|for|with|against) (?:the )?(?:first|second|third|fourth|fifth|sixth|others?|last|rest) (?:it|they|there|enough) [a-z]+(?: not|n't)?|others [a-z ]{0,40}(?:not|n't)|(?:these|those|them) (?:is|are|was|were|will|has|have) .*|(?:needs?|has|have|had|must) (?:to )?(?:change|stop|improve|be addressed|be tackled)|(?:the )?(?:report|letter|inspectors|they|it) (?:says?|said|finds?|found|adds?|notes?)(?: that)? (?:there|it|they|this)|no (?:serious |significant |real |major |great )?(?:weaknesses|concerns|shortcomings|failings|faults|gaps|problems|issues|delays)|(?:a |for )?(?:comment|response|statement)|once an? (?:problem|concern|worry|weakness)|(?:do|be|get|become) (?:much |far |even )?better)$")
        .expect("fixed grammar")
});

/// "ENDS", "- ends -".
pub fn is_end(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    sentence.end - sentence.start <= 12
        && matches!(words.trim_matches(|c: char| !c.is_ascii_alphabetic()), "ends" | "end")
}

/// "Concerns are dealt with swiftly", "Leeds is a city of many", "the report should be read with".
static DONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:is|are|was|were) (?:dealt with|acted on|answered|addressed|resolved|followed up|responded to) (?:swiftly|quickly|promptly|well|at once|in time|thoroughly|effectively)\b|^[a-z' -]{3,40} is an? (?:[a-z]+ )?(?:city|town|county|borough|district|place) of\b|^(?:the |this |its )?(?:full )?(?:report|letter|document|findings|summary) (?:should|must|can|may|could|is to) be (?:read|seen|found|viewed|downloaded)\b")
        .expect("fixed grammar")
});

/// "The government's reforms have yet to ...", "he denied that ...": of others than inspectors and area.
static ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:the )?(?:government|ministers|law|department for education|treasury|nhs england)\b|by law\b|(?:he|she) (?:denied|accepted|admitted|conceded|promised|insisted|apologised|hoped|wants|told (?:the|members|councillors|reporters))\b|apologies for absence\b)")
        .expect("fixed grammar")
});

/// "Queried the number of vacancies", as a line of minutes.
fn is_minuted(page: &Page, start: usize, words: &str) -> bool {
    MINUTED.is_match(words)
        && page.sentence_at(start).is_some_and(|(_, s)| s.role == Role::Item && s.start == start)
}

static MINUTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:asked|queried|enquired|inquired|welcomed|thanked|commended|congratulated|questioned|wondered|noted|observed|remarked|commented|praised|stressed|sought|expressed|suggested|requested|emphasised)\b")
        .expect("fixed grammar")
});

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
