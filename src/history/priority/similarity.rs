//! How alike two improvement areas are: common concerns, weighed by whom and what they are about,
//! and common words. A logistic model of three features; `concerns.toml` has its weights and says
//! how they were found and how well they do.

use super::profile::Profile;
use crate::knowledge::concerns::{Concern, Concerns, Index};

/// The comparison of an earlier with a later item; the same in both directions.
#[derive(Debug, Clone)]
pub(super) struct Likeness {
    /// 0 to 1; from one half on the two are the same concern.
    pub(super) total: f64,
    /// Natural logarithm of the odds that they are: 0 at one half.
    pub(super) odds: f64,
    /// Share of common telling words, 0 to 1.
    pub(super) words: f64,
    /// Why, for people.
    pub(super) reason: String,
}

/// What the model weighs, each 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Features {
    /// Weight of the weightiest common concern, and which.
    pub(super) concern: (f64, Option<Index>),
    /// Share of the common concerns in the item that raises fewer.
    pub(super) overlap: f64,
    /// Cosine of the weighted words, less where the weightiest common concern does not agree in
    /// cohort or aspect.
    pub(super) wording: f64,
}

/// Log odds of two items in the same words.
const CERTAIN: f64 = 30.0;

/// The most that the model may claim, whatever weights a user sets.
const SUREST: f64 = 20.0;

pub(super) fn compare(a: &Profile, b: &Profile, knowledge: &Concerns) -> Likeness {
    let model = knowledge.model();
    let features = features(a, b, knowledge);
    let words = common_words(a, b);
    let known = !a.concerns.is_empty() && !b.concerns.is_empty();
    let logit = model.base
        + model.concern * features.concern.0
        + model.overlap * features.overlap
        + model.wording * features.wording;
    let logit = logit.clamp(-SUREST, SUREST);
    // Words alone count from a limit on, which is lower where they are all there is.
    let limit = if known { model.same_words } else { model.unknown_concern };
    let plain = cosine(a, b);
    let odds = match () {
        () if a.plain == b.plain => CERTAIN,
        () if plain >= limit => logit.max(log_odds(plain.max(words).max(0.5))),
        () => logit,
    };
    let total = if odds >= CERTAIN { 1.0 } else { (1.0 / (1.0 + (-odds).exp())).min(0.99) };
    Likeness { total, odds, words, reason: reason(&features, words, knowledge) }
}

pub(super) fn features(a: &Profile, b: &Profile, knowledge: &Concerns) -> Features {
    let mut concern = (0.0, None);
    let mut shared = 0.0;
    // Common words about other children, or in another respect, count for as much less.
    let mut weightiest = (0.0, 1.0);
    for (index, share) in &a.concerns {
        let Some((_, other)) = b.concerns.iter().find(|(i, _)| i == index) else {
            continue;
        };
        let known = &knowledge.concerns()[*index];
        let (full, agreement) = (known.weight * share * other, agreement(known, a, b, knowledge));
        let weight = full * agreement;
        shared += weight;
        if full > weightiest.0 {
            weightiest = (full, agreement);
        }
        if weight > concern.0 {
            concern = (weight, Some(*index));
        }
    }
    let fewer = a.weight.min(b.weight);
    Features {
        concern,
        overlap: if fewer > 0.0 { (shared / fewer).min(1.0) } else { 0.0 },
        wording: weightiest.1 * cosine(a, b),
    }
}

fn log_odds(share: f64) -> f64 {
    let share = share.min(0.99);
    (share / (1.0 - share)).ln()
}

/// What remains of a common concern after asking whom it is about and in which respect.
fn agreement(concern: &Concern, a: &Profile, b: &Profile, knowledge: &Concerns) -> f64 {
    let model = knowledge.model();
    let mut factor = 1.0;
    if concern.cohort {
        factor *= match (a.cohorts.is_empty(), b.cohorts.is_empty()) {
            (true, true) => 1.0,
            (false, false) if meet(&a.cohorts, &b.cohorts) => 1.0,
            (false, false) => model.other_cohort,
            _ if a.broad || b.broad => model.broad_cohort,
            _ => model.narrow_cohort,
        };
    }
    let named = !a.aspects.is_empty() && !b.aspects.is_empty();
    if concern.aspect && named && !meet(&a.aspects, &b.aspects) {
        factor *= model.other_aspect;
    }
    factor
}

fn meet(a: &[Index], b: &[Index]) -> bool {
    a.iter().any(|index| b.contains(index))
}

fn cosine(a: &Profile, b: &Profile) -> f64 {
    let (few, many) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    let dot: f64 =
        few.words.iter().filter_map(|(stem, w)| many.words.get(stem).map(|v| w * v)).sum();
    if dot > 0.0 { (dot / (a.length * b.length)).min(1.0) } else { 0.0 }
}

/// Dice coefficient of the telling words, purposes and weak words included.
fn common_words(a: &Profile, b: &Profile) -> f64 {
    let all = a.words.len() + b.words.len();
    let both = a.words.keys().filter(|stem| b.words.contains_key(stem)).count();
    if all == 0 { 0.0 } else { 2.0 * both as f64 / all as f64 }
}

fn reason(features: &Features, words: f64, knowledge: &Concerns) -> String {
    let percent = (words * 100.0).round();
    match features.concern.1 {
        Some(concern) => {
            let name = &knowledge.concerns()[concern].name;
            format!("both raise {name}; {percent} % of the telling words are the same")
        }
        None => format!("{percent} % of the telling words are the same"),
    }
}
