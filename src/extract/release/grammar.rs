//! Closed classes of English words, which no file needs to extend.
//!
//! In:  single words, or the start of a range, folded.
//! Not here: verbs, nouns and set phrases, which are knowledge (`config/wording`).

/// The present and past of "be".
pub const BE: [&str; 4] = ["is", "are", "was", "were"];

/// The present and past of "have".
pub const HAVE: [&str; 3] = ["has", "have", "had"];

/// The present and past of "do".
pub const DO: [&str; 3] = ["does", "do", "did"];

/// Verbs of duty, as they stand before what must be done.
pub const DUTIES: [&str; 5] = ["should", "must", "needs to", "need to", "ought to"];

/// Articles, and possessives of things.
pub const DETERMINERS: [&str; 5] = ["the", "a", "an", "its", "their"];

/// Pronouns that stand for something named before.
const BACK: [&str; 4] = ["it", "this", "they", "these"];

/// Words that open a subordinate clause.
const SUBORDINATING: [&str; 17] = [
    "that", "which", "who", "whom", "whose", "when", "where", "whether", "how", "what", "why",
    "because", "if", "unless", "until", "whatever", "wherever",
];

/// Prepositions.
const PREPOSITIONS: [&str; 23] = [
    "of", "to", "in", "on", "at", "by", "for", "with", "from", "about", "into", "over", "under",
    "among", "between", "without", "within", "across", "through", "during", "as", "than", "like",
];

/// A clause that begins with one of these has no subject of its own, or one that says nothing.
const NO_SUBJECT: [&str; 23] = [
    "since", "after", "before", "they", "it", "he", "she", "we", "you", "i", "this", "these",
    "one", "and", "or", "but", "nor", "so", "then", "rarely", "although", "though", "while",
];

/// Words on which nothing ends that was cut, besides those that open clauses and phrases.
const BINDING: [&str; 34] = [
    "a", "an", "the", "and", "or", "but", "nor", "they", "it", "he", "she", "we", "you", "i",
    "their", "its", "his", "her", "our", "your", "this", "these", "not", "too", "very", "so",
    "more", "most", "such", "while", "though", "although", "no", "some",
];

/// Plurals without "s" that a verb may follow.
const PLURAL: [&str; 14] = [
    "children", "people", "men", "women", "they", "we", "who", "staff", "them", "few", "many",
    "some", "most", "others",
];

/// The first word of a range.
pub fn first(words: &str) -> &str {
    words.split(' ').next().unwrap_or_default()
}

/// What follows the first word of a range where that is of a class, and something does.
pub fn after<'w>(words: &'w str, class: &[&str]) -> Option<&'w str> {
    words.split_once(' ').filter(|(first, _)| class.contains(first)).map(|(_, rest)| rest)
}

/// Whether a range begins with a word of a class, and goes on.
pub fn opens(words: &str, class: &[&str]) -> bool {
    after(words, class).is_some()
}

/// Whether a word opens a subordinate clause.
pub fn subordinates(word: &str) -> bool {
    SUBORDINATING.contains(&word)
}

/// Whether a word is a preposition.
pub fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
}

/// Whether a word binds what follows: nothing that was cut ends on it.
pub fn binds(word: &str) -> bool {
    BINDING.contains(&word) || subordinates(word) || is_preposition(word)
}

/// Whether a word, first in a clause, is a subject that names something.
pub fn is_subject(word: &str) -> bool {
    !NO_SUBJECT.contains(&word) && !subordinates(word) && !is_preposition(word)
}

/// Whether a word is a plural that does not look like one.
pub fn is_irregular_plural(word: &str) -> bool {
    PLURAL.contains(&word)
}

/// "It was ...", "they're ...": said of what was named before.
pub fn points_back(words: &str) -> bool {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    matches!(first, "it's" | "they're") || BACK.contains(&first) && opens(rest, &BE)
}

/// Whether words say again of others what was told: "so is", "as must"; not "nor were", which rather
/// denies something new.
fn repeats(first: &str, verb: &str) -> bool {
    match first {
        "nor" => matches!(verb, "is" | "are"),
        "so" | "as" => {
            BE.contains(&verb) || DO.contains(&verb) || matches!(verb, "must" | "should" | "could")
        }
        _ => false,
    }
}

/// What follows "so is", "so too did", "nor are", "as must": what was told holds of that, too.
pub fn after_likewise(words: &str) -> Option<&str> {
    let (first, rest) = words.split_once(' ')?;
    let rest = rest.strip_prefix("too ").filter(|_| first == "so").unwrap_or(rest);
    rest.split_once(' ').filter(|(verb, _)| repeats(first, verb)).map(|(_, rest)| rest)
}

/// What parts a clause from what is added to it: "late, as are reviews".
pub const ADDING: [&str; 4] = [", and so", " and so", ", as", " nor"];

/// What follows words that add to a clause, where a range begins with them.
pub fn after_adding(words: &str) -> Option<&str> {
    let (added, rest) =
        ADDING.iter().find_map(|a| Some((*a, words.strip_prefix(a)?.strip_prefix(' ')?)))?;
    rest.split_once(' ').filter(|(verb, _)| repeats(last(added), verb)).map(|(_, rest)| rest)
}

/// Whether a range ends with words that add to a clause.
pub fn ends_adding(words: &str) -> bool {
    words.strip_suffix(' ').and_then(|w| w.rsplit_once(' ')).is_some_and(|(rest, verb)| {
        repeats(last(rest), verb) && ADDING.iter().any(|a| rest.ends_with(a))
    })
}

fn last(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or_default()
}

/// Where "there is" and its like begin inside a range, after its first word.
pub fn there_is(words: &str) -> Option<usize> {
    let mut all = words.match_indices(" there ").map(|(at, _)| at + 1);
    all.find(|at| opens(&words[at + "there ".len()..], &BE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_holds_of_more() {
        #[track_caller]
        fn case(words: &str, rest: Option<&str>) {
            assert_eq!(after_likewise(words), rest, "{words}");
        }
        case("so is the work with leavers", Some("the work with leavers"));
        case("so too did reviews", Some("reviews"));
        case("as must the police", Some("the police"));
        case("nor are plans", Some("plans"));
        case("nor were they asked", None);
        case("as plans are", None);
        case("so", None);
    }

    #[test]
    fn what_is_added_to_a_clause_stands_after_a_comma_or_and() {
        #[track_caller]
        fn case(clause: &str, adding: &str, rest: &str, adds: bool) {
            let words = format!("{adding}{rest}");
            assert_eq!(after_adding(&words), adds.then_some(rest), "{words}");
            assert_eq!(ends_adding(&format!("{clause}{adding}")), adds, "{words}");
        }
        case("visits are late", ", as are ", "reviews", true);
        case("visits are late", " and so is ", "help", true);
        case("visits are not kept", " nor are ", "notes", true);
        case("visits are not kept", " nor were ", "notes", false);
        case("visits are as late", " as are ", "reviews", false);
        case("visits are late", ", and ", "reviews are", false);
    }

    #[test]
    fn a_sentence_points_back_with_a_pronoun_and_a_verb_of_being() {
        #[track_caller]
        fn case(words: &str, back: bool) {
            assert_eq!(points_back(words), back, "{words}");
        }
        case("it was rated good", true);
        case("they're good", true);
        case("these are the leaders", true);
        case("it has been rated good", false);
        case("this", false);
    }

    #[test]
    fn there_is_stands_inside_a_range() {
        assert_eq!(there_is("in two towns there are no beds"), Some("in two towns ".len()));
        assert_eq!(there_is("there are no beds"), None);
        assert_eq!(there_is("in two towns there may be none"), None);
    }
}
