//! Wordings that begin with one word, found by their next step: common words begin thousands, of which
//! a text is compared with the few that go on as it does, and only those are ever written out.

use std::sync::OnceLock;

use super::expand::{Part, write_out};
use super::first_word;
use crate::knowledge::quick::Quick;

/// The wordings that begin with one word, by their places in a list of all.
#[derive(Debug)]
pub struct Shelf {
    word: Box<str>,
    /// Those that are the first word and no more.
    bare: Vec<usize>,
    /// Those that end in a space behind it: any word may follow.
    open: Option<Group>,
    /// The others, by the step after it.
    by_step: Quick<Box<str>, Group>,
}

/// The wordings that share a word and the step after it.
#[derive(Debug, Default)]
struct Group {
    places: Vec<usize>,
    sorted: OnceLock<Vec<Written>>,
}

/// What one wording stands for, without the first word.
#[derive(Debug)]
struct Written {
    words: Box<str>,
    place: usize,
    /// The index of the longest other one that these words start with.
    shorter: Option<usize>,
}

impl Shelf {
    /// Puts together those of `all` wordings, given by their places in order, that begin with `word`.
    pub fn new(word: &str, places: &[usize], all: &[String]) -> Self {
        let mut shelf =
            Self { word: word.into(), bare: Vec::new(), open: None, by_step: Quick::default() };
        let asked = |written: &str| match written.get(word.len()..) {
            _ if !fits(written, word) => Part::Wrong,
            Some(rest) if step(rest).len() < rest.len() => Part::Enough,
            _ => Part::Open,
        };
        for &place in places {
            write_out(&all[place], &asked, &mut |written| {
                if first_word(written) == word {
                    shelf.add(step(&written[word.len()..]), place);
                }
            });
        }
        shelf
    }

    fn add(&mut self, step: &str, place: usize) {
        let places = match step {
            "" => &mut self.bare,
            " " => &mut self.open.get_or_insert_default().places,
            _ => match self.by_step.get_mut(step) {
                Some(group) => &mut group.places,
                None => &mut self.by_step.entry(step.into()).or_default().places,
            },
        };
        if places.last() != Some(&place) {
            places.push(place);
        }
    }

    /// Gives the places of all wordings that the word and then `text` start with as whole words,
    /// shortest first, each with its length in bytes behind the word; of those with the same words
    /// the first of all stays first.
    pub fn starting(&self, text: &str, all: &[String], mut known: impl FnMut(usize, usize)) {
        self.bare.iter().for_each(|place| known(*place, 0));
        let step = step(text);
        let open = self.open.iter().filter(|_| text.starts_with(' ')).map(|group| (" ", group));
        let next = self.by_step.get(step).map(|group| (step, group));
        for (step, group) in open.chain(next) {
            let sorted = group.sorted.get_or_init(|| self.sorted(step, &group.places, all));
            // What the text starts with stands before it in order, and so does whatever lies between,
            // which starts with the same.
            let before = sorted.partition_point(|w| &*w.words <= text);
            with_shorter(sorted, before.checked_sub(1), text, &mut known);
        }
    }

    /// Writes out what begins with the word and a step.
    fn sorted(&self, next: &str, places: &[usize], all: &[String]) -> Vec<Written> {
        let begin = format!("{}{next}", self.word);
        let asked = |written: &str| if fits(written, &begin) { Part::Open } else { Part::Wrong };
        let mut sorted: Vec<Written> = Vec::new();
        for &place in places {
            write_out(&all[place], &asked, &mut |written| {
                let (first, rest) = written.split_at(first_word(written).len());
                if *first == *self.word && step(rest) == next {
                    sorted.push(Written { words: rest.into(), place, shorter: None });
                }
            });
        }
        sorted.sort_by(|a, b| a.words.cmp(&b.words));
        for at in 1..sorted.len() {
            let mut shorter = Some(at - 1);
            let starts = |other: &usize| sorted[at].words.starts_with(&*sorted[*other].words);
            while let Some(other) = shorter.filter(|other| !starts(other)) {
                shorter = sorted[other].shorter;
            }
            sorted[at].shorter = shorter;
        }
        sorted
    }
}

/// Gives those that `text` starts with among one and all that it starts with itself.
fn with_shorter(
    sorted: &[Written],
    at: Option<usize>,
    text: &str,
    known: &mut impl FnMut(usize, usize),
) {
    let Some(at) = at else { return };
    let written = &sorted[at];
    with_shorter(sorted, written.shorter, text, known);
    if is_start(&written.words, text) {
        known(written.place, written.words.len());
    }
}

/// Whether what is written so far is, or may become, words with that beginning.
fn fits(written: &str, begin: &str) -> bool {
    written.starts_with(begin) || begin.starts_with(written)
}

/// Whether `text` starts with the words, and they end at a word's end.
fn is_start(words: &str, text: &str) -> bool {
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| super::is_word(*byte));
    text.starts_with(words)
        && !(is_word(text.as_bytes().get(words.len())) && is_word(words.as_bytes().last()))
}

/// The first word with one space before it, or the first mark; nothing where there is none.
fn step(text: &str) -> &str {
    let word = text.strip_prefix(' ').unwrap_or(text);
    let first = super::word_length(word);
    if first > 0 {
        return &text[..text.len() - word.len() + first];
    }
    &text[..text.chars().next().map_or(0, char::len_utf8)]
}

#[cfg(test)]
mod tests {
    use super::Shelf;

    const KNOWN: [&str; 8] = [
        "score rating of",
        "scores?",
        "score rating",
        "score, then",
        "score (rating|£5)",
        "(high |)score( |)",
        "scored",
        "score( rat|£)ed",
    ];

    #[track_caller]
    fn case(text: &str, wanted: &[(usize, &str)]) {
        let all = KNOWN.map(str::to_owned);
        let places: Vec<usize> = (0..all.len()).collect();
        let shelf = Shelf::new("score", &places, &all);
        let mut found = Vec::new();
        shelf.starting(text, &all, |place, end| found.push((place, &text[..end])));
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn all_that_a_text_starts_with_is_found_as_whole_words() {
        let bare = [(1, ""), (5, "")];
        let open = [(1, ""), (5, ""), (5, " ")];
        let with = |found: &[(usize, &'static str)]| [&open, found].concat();
        let rating = with(&[(2, " rating"), (4, " rating"), (0, " rating of")]);
        case(" rating of good", &rating);
        case(" ratings", &open);
        case(" rated", &with(&[(7, " rated")]));
        case(", then b", &[&bare, [(3, ", then")].as_slice()].concat());
        case("  rating", &open);
        case(" £5", &with(&[(4, " £5")]));
        case("", &bare);
    }
}
