//! What is asked of places of a text over and over, worked out once: where hits begin, and how many
//! words stand before.

use std::ops::Deref;

use crate::knowledge::lexicon::Hit;

/// Hits by start, found by place without a search.
#[derive(Debug)]
pub struct Hits<'k> {
    all: Vec<Hit<'k>>,
    /// For each byte of the text, and its end, how many begin before it.
    before: Vec<u32>,
}

impl<'k> Hits<'k> {
    /// Hits of a text of so many bytes; they come sorted by start.
    pub fn new(all: Vec<Hit<'k>>, length: usize) -> Self {
        let mut before = Vec::with_capacity(length + 1);
        for (count, hit) in (0..).zip(&all) {
            before.resize(hit.start.min(length) + 1, count);
        }
        before.resize(length + 1, u32::try_from(all.len()).unwrap_or(u32::MAX));
        Self { all, before }
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

/// Words of a text, counted.
#[derive(Debug)]
pub struct Count {
    /// For each byte of the text, and its end, how many words have begun before it: with their first
    /// letter or digit.
    begun: Vec<u32>,
}

impl Count {
    /// Counts the words of a text.
    pub fn new(text: &str) -> Self {
        let mut begun = Vec::with_capacity(text.len() + 1);
        let (mut count, mut inside) = (0, false);
        for (at, c) in text.char_indices() {
            begun.resize(at + 1, count);
            if is_space(c) {
                inside = false;
            } else if !inside && c.is_alphanumeric() {
                inside = true;
                count += 1;
            }
        }
        begun.resize(text.len() + 1, count);
        Self { begun }
    }

    /// Words, whole or cut, of a range of the text; none where it is no range.
    pub fn within(&self, text: &str, start: usize, end: usize) -> usize {
        let Some(range) = text.get(start..end) else { return 0 };
        let begun = (self.begun[end] - self.begun[start]) as usize;
        // A word that is cut has begun before the range, and may go on in it.
        let rest = range.split(is_space).next().unwrap_or_default();
        let cut = !rest.is_empty() && rest.contains(char::is_alphanumeric) && {
            let before = text[..start].rsplit(is_space).next().unwrap_or_default();
            before.contains(char::is_alphanumeric)
        };
        begun + usize::from(cut)
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::lexicon::Kind;

    #[test]
    fn words_are_counted_as_splitting_counts_them() {
        let text = "the \"caf\u{e9}'s\" - 'plans'\n- \u{a3}5, a-b \u{201c}\u{2014} x\u{2026} end.";
        let count = Count::new(text);
        for start in 0..=text.len() {
            for end in 0..=text.len() + 1 {
                let words = text.get(start..end).unwrap_or_default().split([' ', '\n']);
                let wanted = words.filter(|w| w.chars().any(char::is_alphanumeric)).count();
                assert_eq!(count.within(text, start, end), wanted, "{start}..{end}");
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
    }
}
