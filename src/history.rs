//! What is told of a series to its history, pure: which inspection follows which, and what differs.
//!
//! In:  all tellings of one area and programme in any order, what people corrected, the inspections
//!      of predecessor areas, and the knowledge. Out: [`History`]: the inspections in the order of
//!      their fieldwork, what stands, and the current change log.
//! Invariant: the same tellings always give the same history, however and whenever they arrived.

pub mod amend;
pub mod identity;
pub mod inspection;
pub mod merge;
pub mod pair;
pub mod priority;
pub mod rating;
pub mod reason;
pub mod revise;
pub mod standing;
pub mod when;
pub mod wording;

use std::collections::BTreeSet;

use crate::knowledge::Knowledge;
use crate::model::change::{Change, ChangeKind};
use crate::model::correction::Correction;
use crate::model::reading::Judgement;
use crate::model::series::Told;
use inspection::Inspection;
use rating::Rules;
use standing::{Matcher, OpenPriority, Standing};

/// The history of one series.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Inspections and visits, earliest first.
    pub inspections: Vec<Inspection>,
    /// Inspections that no release dates, beside others: not compared, held for a person.
    pub undated: Vec<Inspection>,
    /// The grades that stand, in the order of the latest inspection that gives grades.
    pub grades: Vec<StandingGrade>,
    /// The priorities that stand, longest standing first.
    pub open: Vec<OpenPriority>,
    /// The current change log, oldest inspection first; `recorded_at` is empty.
    pub changes: Vec<Change>,
}

/// A grade that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingGrade {
    /// The judgement.
    pub judgement: Judgement,
    /// Place of the inspection that gave it in [`History::inspections`].
    pub since: usize,
}

/// All that the history of a series rests on.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// What releases tell.
    pub told: &'a [Told],
    /// What people corrected, in the order in which they did.
    pub corrections: &'a [Correction],
    /// Inspections, of the same programme, of the areas that this one took over from, by area.
    pub predecessors: &'a [Vec<Inspection>],
}

/// Works out the history of a series.
pub fn history(sources: Sources<'_>, knowledge: &Knowledge, matcher: &Matcher<'_>) -> History {
    let mut found = inspections(sources.told, sources.corrections);
    for inspection in found.placed.iter_mut().chain(&mut found.undated) {
        let area = &mut inspection.area;
        *area = knowledge.areas.series(&area.code).unwrap_or_else(|| area.clone());
    }
    let merge::Inspections { placed, undated } = found.or_alone();
    let rules = Rules { knowledge };
    let matcher = |earlier: &[_], later: &[_]| {
        amend::links(matcher(earlier, later), earlier, later, sources.corrections)
    };
    let mut changes = Vec::new();
    let mut standing = Standing::default();
    let mut full: Vec<&Inspection> = Vec::new();
    for (place, inspection) in placed.iter().enumerate() {
        if inspection.is_full() {
            if full.is_empty() {
                changes.extend(first(rules, sources.predecessors, inspection));
            }
            changes.extend(rating::entries(rules, &full, inspection));
            full.push(inspection);
        } else {
            changes.extend(rating::visit(rules, &full, inspection));
        }
        changes.extend(standing.take(&placed, place, knowledge, &matcher));
    }
    let mut seen = BTreeSet::new();
    changes.retain(|change| seen.insert(change.id.clone()));
    changes.sort_by(|a, b| a.order().cmp(&b.order()));
    let grades = grades(&placed);
    History { grades, open: standing.into_open(), changes, inspections: placed, undated }
}

/// The inspections that tellings are about, as people corrected them.
pub fn inspections(told: &[Told], corrections: &[Correction]) -> merge::Inspections {
    let told = amend::tellings(told, corrections);
    let mut found = merge::merge(&told, corrections.iter().map(|c| &c.action));
    for inspection in found.placed.iter_mut().chain(&mut found.undated) {
        amend::inspection(inspection, corrections);
    }
    found.settle()
}

/// The entries that open a series: the first inspection, and what came before it elsewhere.
fn first(rules: Rules<'_>, predecessors: &[Vec<Inspection>], later: &Inspection) -> Vec<Change> {
    let before = |past: &&Inspection| past.is_full() && past.placed < later.placed;
    let elsewhere: Vec<Vec<_>> =
        predecessors.iter().map(|series| series.iter().filter(before).collect()).collect();
    let names: BTreeSet<_> =
        elsewhere.iter().flatten().map(|past| past.area.name.clone()).collect();
    let mut first = identity::unnamed(ChangeKind::First, later);
    first.reason = reason::first(&names.into_iter().collect::<Vec<_>>());
    let context = elsewhere.iter().flat_map(|series| rating::context(rules, series, later));
    std::iter::once(identity::named(first)).chain(context).collect()
}

/// The grades of the latest full inspection that gave any; those that it no longer gives do not
/// stand.
fn grades(placed: &[Inspection]) -> Vec<StandingGrade> {
    let latest =
        placed.iter().enumerate().rev().find(|(_, inspection)| {
            inspection.is_full() && !inspection.telling.judgements.is_empty()
        });
    let Some((since, inspection)) = latest else { return Vec::new() };
    let judgements = inspection.telling.judgements.iter().cloned();
    judgements.map(|judgement| StandingGrade { judgement, since }).collect()
}
