//! One improvement area as the comparison sees it.

use std::collections::BTreeMap;

use crate::knowledge::concerns::phrase::Mention;
use crate::knowledge::concerns::words::Stem;
use crate::knowledge::concerns::{Concerns, Index};

/// What an item raises, about whom, in which respect, in which words.
#[derive(Debug)]
pub(super) struct Profile {
    /// The item without letter case and white space: equal where only these differ.
    pub(super) plain: String,
    /// Concerns by index, with their share: 1, or less where only a purpose names them.
    pub(super) concerns: Vec<(Index, f64)>,
    /// Cohorts named, and those that contain them.
    pub(super) cohorts: Vec<Index>,
    /// Whether one of the cohorts named is a broad one.
    pub(super) broad: bool,
    /// Aspects named.
    pub(super) aspects: Vec<Index>,
    /// Telling words with their weights.
    pub(super) words: BTreeMap<Stem, f64>,
    /// Square root of the sum of squared word weights.
    pub(super) length: f64,
    /// Sum of the concerns' weights.
    pub(super) weight: f64,
}

impl Profile {
    pub(super) fn of(text: &str, knowledge: &Concerns) -> Self {
        let model = knowledge.model();
        let tokens = knowledge.tokens(text);
        let share = |main: bool| if main { 1.0 } else { model.purpose };
        let concerns = shares(&knowledge.concerns_in(&tokens), knowledge);
        let named = knowledge.cohorts_in(&tokens);
        // One that only contains another that is named too does not widen it.
        let contains = |c: Index| named.iter().any(|n| *n != c && knowledge.wider(*n).contains(&c));
        let broad = named.iter().any(|c| knowledge.cohorts()[*c].broad && !contains(*c));
        let mut cohorts: Vec<Index> =
            named.iter().flat_map(|c| knowledge.wider(*c)).copied().collect();
        cohorts.sort_unstable();
        cohorts.dedup();
        let mut words = BTreeMap::<Stem, f64>::new();
        for token in &tokens {
            let weight = share(token.depth == 0) * if token.weak { model.weak_word } else { 1.0 };
            let known = words.entry(token.stem).or_default();
            *known = known.max(weight);
        }
        let weight =
            concerns.iter().map(|(c, share)| knowledge.concerns()[*c].weight * share).sum();
        Self {
            plain: text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" "),
            aspects: knowledge.aspects_in(&tokens),
            length: words.values().map(|w| w * w).sum::<f64>().sqrt(),
            concerns,
            cohorts,
            broad,
            words,
            weight,
        }
    }
}

/// How much each concern counts: less in a purpose, and less where it only qualifies another.
fn shares(raised: &[Mention], knowledge: &Concerns) -> Vec<(Index, f64)> {
    let model = knowledge.model();
    let general = |m: &Mention| knowledge.concerns()[m.means].general;
    let specific = raised.iter().filter(|m| m.main && !general(m)).map(|m| m.place).min();
    let share = |m: &Mention| {
        let qualifies = general(m) && specific.is_some_and(|place| place < m.place);
        let main = if m.main { 1.0 } else { model.purpose };
        main * if qualifies { model.after_specific } else { 1.0 }
    };
    raised.iter().map(|m| (m.means, share(m))).collect()
}
