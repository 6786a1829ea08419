//! Wordings that begin alike, sorted, and found by their next step: common words begin thousands,
//! of which a text is compared with the few that go on as it does.

use std::ops::Range;

use crate::knowledge::quick::Quick;

/// Wordings written out, each with a value.
#[derive(Debug)]
pub struct Shelf<V> {
    sorted: Vec<Wording<V>>,
    /// Those that are the first word and no more.
    bare: Range<usize>,
    /// Those that go on with a space that no word follows.
    open: Range<usize>,
    /// Where those with one first step stand.
    by_step: Quick<Box<str>, Range<usize>>,
}

#[derive(Debug)]
struct Wording<V> {
    words: Box<str>,
    value: V,
    /// The place of the longest other one that these words start with, among those of one step.
    shorter: Option<usize>,
}

impl<V> Shelf<V> {
    /// Sorts wordings; of those with the same words, the first stays first.
    pub fn new(wordings: impl Iterator<Item = (Box<str>, V)>) -> Self {
        let mut all: Vec<_> = wordings.collect();
        all.sort_by(|(a, _), (b, _)| (step(a), a).cmp(&(step(b), b)));
        let mut by_step = Quick::default();
        let mut from = 0;
        for alike in all.chunk_by(|(a, _), (b, _)| step(a) == step(b)) {
            by_step.insert(step(&alike[0].0).into(), from..from + alike.len());
            from += alike.len();
        }
        let mut sorted: Vec<Wording<V>> = Vec::with_capacity(all.len());
        for (words, value) in all {
            let mut shorter = sorted.len().checked_sub(1);
            while let Some(at) = shorter.filter(|at| !words.starts_with(&*sorted[*at].words)) {
                shorter = sorted[at].shorter;
            }
            let same = |at: &usize| step(&sorted[*at].words) == step(&words);
            let shorter = shorter.filter(same);
            sorted.push(Wording { words, value, shorter });
        }
        let mut group = |step: &str| by_step.remove(step).unwrap_or_default();
        Self { bare: group(""), open: group(" "), sorted, by_step }
    }

    /// The values of all wordings that `text` starts with as whole words, shortest first, each with
    /// its length in bytes.
    pub fn starting(&self, text: &str) -> impl Iterator<Item = (&V, usize)> {
        let bare = self.sorted[self.bare.clone()].iter();
        // A wording may end in a space: any word may follow it.
        let open = if text.starts_with(' ') { self.open.clone() } else { 0..0 };
        let open = self.sorted[open].iter().filter(|w| is_start(&w.words, text));
        let known = bare.chain(open).map(|w| (&w.value, w.words.len()));
        let own = self.by_step.get(step(text)).map(|group| self.among(group, text));
        let own = own.into_iter().flatten().rev().map(|at| &self.sorted[at]);
        known.chain(own.map(|w| (&w.value, w.words.len())))
    }

    /// Those of one step that `text` starts with, longest first: what it starts with stands before it
    /// in order, and so does whatever lies between, which starts with the same.
    fn among(&self, group: &Range<usize>, text: &str) -> Vec<usize> {
        let after = self.sorted[group.clone()].partition_point(|w| &*w.words <= text);
        let mut next = after.checked_sub(1).map(|at| group.start + at);
        let mut found = Vec::new();
        while let Some(at) = next {
            if is_start(&self.sorted[at].words, text) {
                found.push(at);
            }
            next = self.sorted[at].shorter;
        }
        found
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
