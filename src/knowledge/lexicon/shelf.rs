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

    /// Gives the values of all wordings that `text` starts with as whole words, shortest first, each
    /// with its length in bytes.
    pub fn starting(&self, text: &str, mut known: impl FnMut(&V, usize)) {
        self.sorted[self.bare.clone()].iter().for_each(|w| known(&w.value, 0));
        // A wording may end in a space: any word may follow it.
        if text.starts_with(' ') {
            let open = self.sorted[self.open.clone()].iter().filter(|w| is_start(&w.words, text));
            open.for_each(|w| known(&w.value, w.words.len()));
        }
        if let Some(group) = self.by_step.get(step(text)) {
            // What the text starts with stands before it in order, and so does whatever lies
            // between, which starts with the same.
            let before = self.sorted[group.clone()].partition_point(|w| &*w.words <= text);
            let last = before.checked_sub(1).map(|at| group.start + at);
            self.with_shorter(last, text, &mut known);
        }
    }

    /// Those that `text` starts with among one and all that it starts with itself.
    fn with_shorter(&self, at: Option<usize>, text: &str, known: &mut impl FnMut(&V, usize)) {
        let Some(at) = at else { return };
        let wording = &self.sorted[at];
        self.with_shorter(wording.shorter, text, known);
        if is_start(&wording.words, text) {
            known(&wording.value, wording.words.len());
        }
    }
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

    #[track_caller]
    fn case(text: &str, wanted: &[&str]) {
        let known = [" rating of", "", " rating", ", then", " rating", " \u{a3}5", " "];
        let shelf = Shelf::new(known.into_iter().map(|words| (words.into(), words)));
        let mut found = Vec::new();
        shelf.starting(text, |words, end| found.push((*words, &text[..end])));
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
