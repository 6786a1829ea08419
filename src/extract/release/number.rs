//! Numbers as releases write them: in words up to twenty, or in figures. All words are folded.

const WORDS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// The words for numbers, as alternatives of a pattern.
pub fn pattern() -> String {
    WORDS.join("|")
}

/// The number that one word spells: "three".
pub fn spelled(word: &str) -> Option<u8> {
    let index = WORDS.iter().position(|w| *w == word)?;
    u8::try_from(index + 1).ok()
}

/// The number that one word spells or writes in figures: "three", "3".
pub fn of_word(word: &str) -> Option<u8> {
    spelled(word).or_else(|| word.parse().ok())
}

/// How many things words speak of: "the other two"; an ordinal is one of them: "the third".
pub fn of_things(words: &str) -> Option<usize> {
    const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "last"];
    words.split_whitespace().find_map(|word| {
        let ordinal = || ORDINALS.contains(&word).then_some(1);
        spelled(word).map(usize::from).or_else(ordinal)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_a_number_in_words_or_figures() {
        #[track_caller]
        fn case(word: &str, in_words: Option<u8>, in_either: Option<u8>) {
            assert_eq!((spelled(word), of_word(word)), (in_words, in_either), "{word}");
        }
        case("one", Some(1), Some(1));
        case("thirteen", Some(13), Some(13));
        case("twenty", Some(20), Some(20));
        case("7", None, Some(7));
        case("2019", None, None);
        case("twenty-one", None, None);
        case("none", None, None);
        case("", None, None);
    }

    #[test]
    fn things_are_counted_by_the_first_number_or_ordinal() {
        #[track_caller]
        fn case(words: &str, want: Option<usize>) {
            assert_eq!(of_things(words), want, "{words}");
        }
        case("the other two", Some(2));
        case("the third", Some(1));
        case("the last of the four", Some(1));
        case("all eleven of them", Some(11));
        case("one of the others", Some(1));
        case("plans for children", None);
    }
}
