//! Matching the improvement areas of one inspection with those of the next.
//!
//! In:  both lists, and what is known about concerns (`concerns.toml`).
//! Out: links in which every item of both sides stands exactly once.
//!
//! Two items continue one another where [`similarity`] is at least one half. Among those the
//! likeliest assignment as a whole is taken, one to one, not the first that fits: when an earlier
//! item goes on in two later ones, the nearer has it and the other is new; when two earlier ones go
//! on in one, the nearer is carried and the other is no longer raised, and the reason says where
//! its concern went. The order of the items decides nothing.
//! Cost: every pair is compared once; the assignment is cubic in the longer list.

mod assign;
mod profile;
mod similarity;

use crate::knowledge::concerns::Concerns;
use crate::model::change::PriorityStatus;
use crate::model::reading::ImprovementArea;
use profile::Profile;
use similarity::Likeness;

/// What became of one priority; every item of both sides stands in exactly one link.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Index on the earlier side.
    pub earlier: Option<usize>,
    /// Index on the later side.
    pub later: Option<usize>,
    /// What became of it.
    pub status: PriorityStatus,
    /// 0 to 1, at least one half where the two are linked; none where only one side has it.
    pub similarity: Option<f64>,
    /// What matched, in plain words.
    pub reason: Option<String>,
}

/// From here on two items are taken to be the same concern.
const SAME: f64 = 0.5;

/// Share of common words from which an item counts as carried, not reworded.
const NEARLY_THE_SAME_WORDS: f64 = 0.85;

/// The matching by what is known about concerns, as `history` takes it.
pub fn matcher(
    concerns: &Concerns,
) -> impl Fn(&[ImprovementArea], &[ImprovementArea]) -> Vec<Link> + '_ {
    move |earlier, later| match_priorities(earlier, later, concerns)
}

/// Says what became of each improvement area: the later ones in their order, then those that are
/// no longer raised.
pub fn match_priorities(
    earlier: &[ImprovementArea],
    later: &[ImprovementArea],
    concerns: &Concerns,
) -> Vec<Link> {
    let profiles = |items: &[ImprovementArea]| -> Vec<Profile> {
        items.iter().map(|item| Profile::of(&item.text, concerns)).collect()
    };
    let (before, now) = (profiles(earlier), profiles(later));
    let likeness: Vec<Vec<Likeness>> = now
        .iter()
        .map(|l| before.iter().map(|e| similarity::compare(e, l, concerns)).collect())
        .collect();
    let chosen = assign::best(&likeness, &order(later), &order(earlier));
    let mut links: Vec<Link> = (0..later.len())
        .map(|l| match chosen[l] {
            Some(e) => continued(e, l, &likeness[l][e]),
            None => appeared(l),
        })
        .collect();
    for e in (0..earlier.len()).filter(|e| !chosen.contains(&Some(*e))) {
        links.push(ended(e, &likeness, later));
    }
    links
}

/// Indices by text, so that ties do not depend on the order of the list.
fn order(items: &[ImprovementArea]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|i| (items[*i].text.as_str(), items[*i].kind));
    order
}

fn continued(earlier: usize, later: usize, likeness: &Likeness) -> Link {
    let nearly = likeness.words >= NEARLY_THE_SAME_WORDS;
    Link {
        earlier: Some(earlier),
        later: Some(later),
        status: if nearly { PriorityStatus::Carried } else { PriorityStatus::Reworded },
        similarity: Some(likeness.total),
        reason: Some(likeness.reason.clone()),
    }
}

fn appeared(later: usize) -> Link {
    Link {
        earlier: None,
        later: Some(later),
        status: PriorityStatus::New,
        similarity: None,
        reason: None,
    }
}

/// The concern of an item that no later item names may still go on in one that continues another.
fn ended(earlier: usize, likeness: &[Vec<Likeness>], later: &[ImprovementArea]) -> Link {
    let nearest = (0..later.len())
        .map(|l| (l, &likeness[l][earlier]))
        .filter(|(_, likeness)| likeness.total >= SAME)
        .max_by(|a, b| {
            let texts = || later[b.0].text.cmp(&later[a.0].text);
            a.1.total.total_cmp(&b.1.total).then_with(texts)
        });
    let reason = nearest.map(|(l, likeness)| {
        format!("goes on in another priority, “{}”: {}", later[l].text, likeness.reason)
    });
    Link {
        earlier: Some(earlier),
        later: None,
        status: PriorityStatus::NoLongerRaised,
        similarity: None,
        reason,
    }
}

#[cfg(test)]
mod tests;
