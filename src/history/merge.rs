//! Tellings to inspections: one inspection is told by its report, council releases, newspapers and
//! corrected versions.
//!
//! In:  all tellings of a series, in any order. Out: inspections in the order of their fieldwork.
//! Two full inspections of a series lie more than a year apart (677 days at least in the material
//! this was made with), visits a season; the limits below stay well under that.
//! Invariant: the result depends on what is told only, not on the order of the input.

use super::inspection::{Inspection, combine};
use super::when::{When, days_between, gap};
use crate::model::correction::Action;
use crate::model::date::DateRange;
use crate::model::framework::Event;
use crate::model::reading::Source;
use crate::model::series::{TellingRef, Told};

/// A release about a full inspection may date it wrongly by this many days.
const LOOSE_DAYS: i64 = 100;

/// Two reports, or any two tellings of a visit, are about the same days but for so many.
const TIGHT_DAYS: i64 = 7;

/// A release may follow the fieldwork by so many days and still be news about it.
const NEWS_DAYS: i64 = 270;

/// Two undated releases about a visit are about the same one if published so close together.
const VISIT_NEWS_DAYS: i64 = 31;

/// The inspections of a series.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspections {
    /// Those with a place in the series, earliest first.
    pub placed: Vec<Inspection>,
    /// Those that no release dates: not compared, held for a person.
    pub undated: Vec<Inspection>,
}

/// Finds the inspections that `told` is about; `actions` are what people merged and split.
pub fn merge<'a>(told: &[Told], actions: impl Iterator<Item = &'a Action>) -> Inspections {
    let mut groups = group(told);
    for action in actions {
        match action {
            Action::Merge { one, other } => join(&mut groups, one, other),
            Action::Split { one, other } => part(&mut groups, one, other),
            _ => {}
        }
    }
    let placed = groups.into_iter().map(combine).collect();
    Inspections { placed, undated: Vec::new() }.settle()
}

impl Inspections {
    /// The same inspections; one that is alone has its place without a date.
    pub fn or_alone(mut self) -> Self {
        if self.placed.is_empty() && self.undated.len() == 1 {
            self.placed.append(&mut self.undated);
        }
        self
    }

    /// The same inspections, each in its place.
    pub fn settle(self) -> Self {
        let mut all = self.placed;
        all.extend(self.undated);
        all.sort_by(|a, b| order(a).cmp(&order(b)));
        let (placed, undated) = all.into_iter().partition(|inspection| inspection.placed.is_some());
        Self { placed, undated }
    }
}

/// Key by which inspections are ordered.
pub fn order(inspection: &Inspection) -> impl Ord + use<'_> {
    (inspection.placed, inspection.telling.event, &inspection.tellings)
}

type Group<'a> = Vec<&'a Told>;

fn group(told: &[Told]) -> Vec<Group<'_>> {
    let mut sorted: Vec<_> = told.iter().collect();
    // Firm before bounded before unknown, so that each finds the anchors it may join; within
    // these, reports first.
    sorted.sort_by_key(|t| {
        let when = When::of(t);
        let class = match when {
            When::Firm(_) => 0,
            When::Bounded(_) => 1,
            When::Unknown => 2,
        };
        (class, std::cmp::Reverse(t.telling.source), when, t.at.clone())
    });
    let mut groups: Vec<Group<'_>> = Vec::new();
    for told in sorted {
        let home = match When::of(told) {
            When::Firm(days) => by_days(&groups, told, days),
            When::Bounded(window) => by_news(&groups, told, window),
            When::Unknown => by_content(&groups, told),
        };
        match home {
            Some(index) => groups[index].push(told),
            None => groups.push(vec![told]),
        }
    }
    groups
}

/// The group about the same days.
fn by_days(groups: &[Group<'_>], told: &Told, days: DateRange) -> Option<usize> {
    let near = |lead: &Told| {
        let When::Firm(other) = When::of(lead) else { return None };
        let reports = [lead, told].iter().all(|t| t.telling.source == Source::Report);
        let tight = reports || told.telling.event != Event::Inspection;
        let apart = gap(&days, &other);
        let limit = if tight { TIGHT_DAYS } else { LOOSE_DAYS };
        (same_event(lead, told) && apart <= limit).then_some(apart)
    };
    nearest(groups, near)
}

/// The group that a publication may be news about: the latest fieldwork before it, or an undated
/// inspection that another release told at about that time.
fn by_news(groups: &[Group<'_>], told: &Told, window: DateRange) -> Option<usize> {
    let dated = |lead: &Told| {
        let When::Firm(days) = When::of(lead) else { return None };
        let lag = days_between(days.to, window.to);
        let after = days.from <= window.to && lag <= NEWS_DAYS;
        (same_event(lead, told) && frameworks_agree(lead, told) && after).then_some(lag)
    };
    let undated = |lead: &Told| {
        let When::Bounded(other) = When::of(lead) else { return None };
        let full = told.telling.event == Event::Inspection;
        let limit = if full { LOOSE_DAYS } else { VISIT_NEWS_DAYS };
        let apart = days_between(other.to, window.to).abs();
        let close = apart <= limit && frameworks_agree(lead, told);
        (same_event(lead, told) && close).then_some(apart)
    };
    nearest(groups, dated).or_else(|| nearest(groups, undated))
}

/// The only group of the same framework that agrees in every grade both give, and in one at least.
fn by_content(groups: &[Group<'_>], told: &Told) -> Option<usize> {
    let agrees = |lead: &Told| {
        let known = lead.telling.framework.is_some();
        let same = known && lead.telling.framework == told.telling.framework;
        same && same_event(lead, told) && grades_agree(lead, told)
    };
    let dated = |lead: &Told| When::of(lead) != When::Unknown;
    let mut found =
        groups.iter().enumerate().filter(|(_, group)| dated(group[0]) && agrees(group[0]));
    let (index, _) = found.next()?;
    found.next().is_none().then_some(index)
}

fn nearest(groups: &[Group<'_>], distance: impl Fn(&Told) -> Option<i64>) -> Option<usize> {
    let distances = groups.iter().enumerate();
    let found = distances.filter_map(|(index, group)| Some((distance(group[0])?, index)));
    found.min().map(|(_, index)| index)
}

fn same_event(one: &Told, other: &Told) -> bool {
    one.telling.event == other.telling.event
}

fn frameworks_agree(one: &Told, other: &Told) -> bool {
    match (&one.telling.framework, &other.telling.framework) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn grades_agree(one: &Told, other: &Told) -> bool {
    let mut shared = one.telling.judgements.iter().filter_map(|a| {
        let b = other.telling.judgements.iter().find(|b| b.id == a.id)?;
        Some(a.grade == b.grade)
    });
    shared.next() == Some(true) && shared.all(|same| same)
}

fn position(groups: &[Group<'_>], at: &TellingRef) -> Option<usize> {
    groups.iter().position(|group| group.iter().any(|told| told.at == *at))
}

fn join(groups: &mut Vec<Group<'_>>, one: &TellingRef, other: &TellingRef) {
    if let (Some(a), Some(b)) = (position(groups, one), position(groups, other))
        && a != b
    {
        let moved = groups[b].clone();
        groups[a].extend(moved);
        groups.remove(b);
    }
}

fn part(groups: &mut Vec<Group<'_>>, one: &TellingRef, other: &TellingRef) {
    if let (Some(a), Some(b)) = (position(groups, one), position(groups, other))
        && a == b
        && let Some(place) = groups[b].iter().position(|told| told.at == *other)
    {
        let told = groups[b].remove(place);
        groups.push(vec![told]);
    }
}
