//! What is asked of places of a text over and over, worked out once: where hits begin, how many words
//! stand before, and what is told of each sentence.

use std::cell::OnceCell;
use std::ops::Deref;

use crate::knowledge::lexicon::{Hit, Kind, Kinds};

/// Hits by start, found by place without a search.
#[derive(Debug)]
pub struct Hits<'k> {
    all: Vec<Hit<'k>>,
    /// For each byte of the text, and its end, how many begin before it.
    before: Vec<u32>,
    /// The first of each kind.
    first: [Option<usize>; Kinds::MOST],
}

impl<'k> Hits<'k> {
    /// Hits of a text of so many bytes; they come sorted by start.
    pub fn new(all: Vec<Hit<'k>>, length: usize) -> Self {
        let mut before = Vec::with_capacity(length + 1);
        let mut first = [None; Kinds::MOST];
        for (count, hit) in (0..).zip(&all) {
            before.resize(hit.start.min(length) + 1, count);
            first[hit.kind as usize].get_or_insert(count as usize);
        }
        before.resize(length + 1, u32::try_from(all.len()).unwrap_or(u32::MAX));
        Self { all, before, first }
    }

    /// The first of a kind.
    pub fn first(&self, kind: Kind) -> Option<&Hit<'k>> {
        self.first[kind as usize].map(|at| &self.all[at])
    }

    /// Those that begin inside a range.
    pub fn beginning(&self, start: usize, end: usize) -> &[Hit<'k>] {
        let to = self.before(end);
        &self.all[self.before(start).min(to)..to]
    }

    fn before(&self, at: usize) -> usize {
        self.before.get(at).map_or(self.all.len(), |count| *count as usize)
    }
}

impl<'k> Deref for Hits<'k> {
    type Target = [Hit<'k>];

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

/// Words of a text: what stands between spaces or lines, without the marks around it.
#[derive(Debug)]
pub struct Words {
    /// Where each begins and ends.
    all: Vec<(usize, usize)>,
    /// For each byte of the text, and its end, how many have begun before it.
    begun: Vec<u32>,
}

impl Words {
    /// Finds the words of a text.
    pub fn new(text: &str) -> Self {
        let mut begun = Vec::with_capacity(text.len() + 1);
        let mut all: Vec<(usize, usize)> = Vec::new();
        let (mut count, mut inside) = (0, false);
        for (at, c) in text.char_indices() {
            begun.resize(at, count);
            begun.push(count);
            if is_space(c) {
                inside = false;
            } else if c.is_alphanumeric() {
                match all.last_mut().filter(|_| inside) {
                    Some(word) => word.1 = at + c.len_utf8(),
                    None => {
                        all.push((at, at + c.len_utf8()));
                        count += 1;
                    }
                }
                inside = true;
            }
        }
        begun.resize(text.len() + 1, count);
        Self { all, begun }
    }

    /// How many words, whole or cut, a range of the text has; none where it is no range.
    pub fn count(&self, text: &str, start: usize, end: usize) -> usize {
        if text.get(start..end).is_none() {
            return 0;
        }
        let begun = self.begun[end] - self.begun[start];
        begun as usize + usize::from(self.cut(text, start, end).is_some())
    }

    /// The words, whole or cut, of a range of the text, and where each begins; none where it is no
    /// range.
    pub fn within<'t>(
        &'t self,
        text: &'t str,
        start: usize,
        end: usize,
    ) -> impl DoubleEndedIterator<Item = (usize, &'t str)> {
        let range = text.get(start..end).map(|_| start..end).unwrap_or_default();
        let begun = self.begun[range.start] as usize..self.begun[range.end] as usize;
        let whole = self.all[begun].iter().map(move |&(from, to)| {
            // The last may be cut, and then end on a mark.
            let word = &text[from..to.min(end)];
            (from, if to > end { word.trim_end_matches(is_mark) } else { word })
        });
        self.cut(text, range.start, range.end).into_iter().chain(whole)
    }

    /// The rest of a word that has begun before a range, and goes on in it.
    fn cut<'t>(&self, text: &'t str, start: usize, end: usize) -> Option<(usize, &'t str)> {
        let before = (self.begun[start] as usize).checked_sub(1)?;
        let part = text.get(start..self.all[before].1.min(end))?;
        let bare = part.trim_start_matches(is_mark);
        let word = (start + part.len() - bare.len(), bare.trim_end_matches(is_mark));
        (!bare.is_empty()).then_some(word)
    }
}

/// What is worked out of each sentence when somebody first asks, and kept.
#[derive(Debug)]
pub struct OfEach<T>(Vec<OnceCell<T>>);

impl<T: Copy> OfEach<T> {
    /// Of so many sentences; nothing is worked out yet.
    pub fn new(sentences: usize) -> Self {
        Self(std::iter::repeat_with(OnceCell::new).take(sentences).collect())
    }

    /// What is known of the sentence of an index, or else is found; the same for whoever asks.
    pub fn get(&self, index: usize, find: impl FnOnce() -> T) -> T {
        *self.0[index].get_or_init(find)
    }
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_splitting() {
        let text = "the \"caf\u{e9}'s\" - 'plans'\n- \u{a3}5, a-b \u{201c}\u{2014} x\u{2026} end.";
        let words = Words::new(text);
        for start in 0..=text.len() {
            for end in 0..=text.len() + 1 {
                let range = text.get(start..end).unwrap_or_default();
                let bare = range.split([' ', '\n']).map(|w| w.trim_matches(is_mark));
                let wanted: Vec<&str> = bare.filter(|w| !w.is_empty()).collect();
                let found: Vec<_> = words.within(text, start, end).collect();
                let told: Vec<&str> = found.iter().map(|(_, word)| *word).collect();
                assert_eq!(told, wanted, "{start}..{end}");
                assert_eq!(words.count(text, start, end), wanted.len(), "{start}..{end}");
                assert!(found.iter().all(|(at, word)| text[*at..].starts_with(word)));
            }
        }
    }

    #[test]
    fn hits_are_those_that_begin_in_a_range() {
        let hit = |start| Hit { kind: Kind::Grade, means: "", start, end: start + 1 };
        let hits = Hits::new([0, 2, 2, 5].map(hit).into(), 8);
        for (start, end, wanted) in
            [(0, 8, 4), (0, 2, 1), (1, 3, 2), (3, 5, 0), (5, 6, 1), (6, 3, 0), (9, 12, 0)]
        {
            assert_eq!(hits.beginning(start, end).len(), wanted, "{start}..{end}");
        }
        assert_eq!(hits.first(Kind::Grade), Some(&hit(0)));
        assert_eq!(hits.first(Kind::Place), None);
    }
}
