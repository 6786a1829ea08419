//! Wordings that begin alike, sorted, and found by their next step: common words begin thousands,
//! of which a text is compared with the few that go on as it does.

use std::collections::HashMap;
use std::ops::Range;

/// Wordings written out, each with a value.
#[derive(Debug)]
pub struct Shelf<V> {
    sorted: Vec<(Box<str>, V)>,
    /// Where those with one first step stand.
    by_step: HashMap<Box<str>, Range<usize>>,
}

impl<V> Shelf<V> {
    /// Sorts wordings; of those with the same words, the first stays first.
    pub fn new(wordings: impl Iterator<Item = (Box<str>, V)>) -> Self {
        let mut sorted: Vec<_> = wordings.collect();
        sorted.sort_by(|(a, _), (b, _)| (step(a), a).cmp(&(step(b), b)));
        let mut by_step = HashMap::new();
        let mut from = 0;
        for alike in sorted.chunk_by(|(a, _), (b, _)| step(a) == step(b)) {
            by_step.insert(step(&alike[0].0).into(), from..from + alike.len());
            from += alike.len();
        }
        Self { sorted, by_step }
    }

    /// The values of all wordings that `text` starts with as whole words, shortest first, each with
    /// its length in bytes.
    pub fn starting(&self, text: &str) -> impl Iterator<Item = (&V, usize)> {
        let own = step(text);
        // A wording may end in a space: any word may follow it.
        let open = Some(" ").filter(|open| own != *open && text.starts_with(*open));
        let own = Some(own).filter(|own| !own.is_empty());
        let steps = [Some(""), open, own].into_iter().flatten();
        let alike = steps.filter_map(|step| self.by_step.get(step));
        let known = alike.flat_map(|range| &self.sorted[range.clone()]);
        let fits = known.filter(move |(words, _)| is_start(words, text));
        fits.map(|(words, value)| (value, words.len()))
    }
}

/// Whether `text` starts with the words, and they end at a word's end.
fn is_start(words: &str, text: &str) -> bool {
    let closes =
        |others: &str| !others.starts_with(super::is_word) || !words.ends_with(super::is_word);
    text.strip_prefix(words).is_some_and(closes)
}

/// The first word with one space before it, or the first mark; nothing where there is none.
fn step(text: &str) -> &str {
    let word = text.strip_prefix(' ').unwrap_or(text);
    let first = super::first_word(word);
    if first.starts_with(super::is_word) {
        return &text[..text.len() - word.len() + first.len()];
    }
    &text[..text.chars().next().map_or(0, char::len_utf8)]
}

#[cfg(test)]
mod tests {
    use super::Shelf;

    #[track_caller]
    fn case(text: &str, wanted: &[&str]) {
        let known = [" rating of", "", " rating", ", then", " rating", " \u{a3}5", " "];
        let shelf = Shelf::new(known.into_iter().map(|words| (words.into(), words)));
        let found: Vec<_> =
            shelf.starting(text).map(|(words, end)| (*words, &text[..end])).collect();
        assert_eq!(found, wanted.iter().map(|w| (*w, *w)).collect::<Vec<_>>());
    }

    #[test]
    fn all_that_a_text_starts_with_is_found_as_whole_words() {
        case(" rating of good", &["", " ", " rating", " rating", " rating of"]);
        case(" ratings", &["", " "]);
        case(", then b", &["", ", then"]);
        case("  rating", &["", " "]);
        case(" \u{a3}5", &["", " ", " \u{a3}5"]);
        case("", &[""]);
    }
}
