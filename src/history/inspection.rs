//! One inspection as all its releases tell it.
//!
//! In:  the tellings that `merge` found to be about one inspection. Out: [`Inspection`].
//! What outranks what: a report a release; among reports the one published last; among releases
//! words over paraphrase, then what most of them say, then the one published last. Where that
//! leaves a tie nothing is chosen. Each disagreement is a doubt.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::when::When;
use crate::model::area::AreaRef;
use crate::model::change::Side;
use crate::model::date::DateRange;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::framework::{Event, JudgementId};
use crate::model::reading::{Basis, ImprovementArea, Judgement, PreviousGrade, Source, Telling};
use crate::model::series::{TellingRef, Told};

/// One inspection or visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Its area: tellings that name none are in no series.
    pub area: AreaRef,
    /// What its releases tell, put together.
    pub telling: Telling,
    /// The days between which its fieldwork lay; none where no release gives any hold.
    pub placed: Option<DateRange>,
    /// Whether `placed` is only bounded by a publication date.
    pub bounded: bool,
    /// First day on which a release that tells it may have been published.
    pub published: Option<Date>,
    /// Its tellings, in order.
    pub tellings: Vec<TellingRef>,
    /// Whether the list of improvement areas is the inspectorate's own, so that what is missing
    /// from it was not raised.
    pub complete: bool,
    /// Where its own best releases contradict each other; a person should look before anybody is
    /// told.
    pub contested: Vec<Doubt>,
}

impl Inspection {
    /// Whether it is a full inspection, the only event that changes grades.
    pub fn is_full(&self) -> bool {
        self.telling.event == Event::Inspection
    }

    /// Whether its best releases contradict each other about a judgement.
    pub fn is_contested(&self, id: &JudgementId) -> bool {
        let about = format!("`{id}`");
        self.contested.iter().any(|doubt| doubt.message.contains(&about))
    }

    /// Digests of its releases, sorted.
    pub fn releases(&self) -> Vec<String> {
        let digests: BTreeSet<_> = self.tellings.iter().map(|t| t.release.clone()).collect();
        digests.into_iter().collect()
    }

    /// The grade of a judgement.
    pub fn judgement(&self, id: &JudgementId) -> Option<&Judgement> {
        self.telling.judgements.iter().find(|j| j.id == *id)
    }

    /// One side of a comparison. Where no release states the fieldwork, `inspected` is the time in
    /// which it must have been.
    pub fn side(&self) -> Side {
        Side {
            basis: None,
            framework: self.telling.framework.clone(),
            inspected: self.telling.inspected.or(self.placed),
            bounded: self.bounded && self.telling.inspected.is_none(),
            releases: self.releases(),
        }
    }
}

/// Puts the tellings of one inspection together. The order in which they are given does not matter.
pub fn combine(mut group: Vec<&Told>) -> Inspection {
    group.sort_by_key(|told| rank(told));
    let lead = group.first().expect("a group is never empty");
    let (judgements, mut doubts, contested) = grades(&group);
    let best: Vec<&Told> =
        group.iter().copied().filter(|t| t.telling.source == lead.telling.source).collect();
    let (inspected, placed, bounded) = dates(&group, &best);
    doubts.extend(best.iter().flat_map(|t| t.telling.doubts.iter().cloned()));
    let stated = inspected.is_some() && !bounded;
    doubts.retain(|d| !(stated && matches!(d.code, DoubtCode::DateInferred | DoubtCode::Undated)));
    doubts.extend(date_conflict(&group, inspected.filter(|_| !bounded)));
    doubts.extend(contested.iter().cloned());
    doubts.sort();
    doubts.dedup();
    let list = longest_list(&group);
    Inspection {
        area: lead.telling.area.clone().unwrap_or_default(),
        telling: Telling {
            area: lead.telling.area.clone(),
            programme: lead.telling.programme.clone(),
            framework: group.iter().find_map(|t| t.telling.framework.clone()),
            event: lead.telling.event,
            inspected,
            judgements,
            improvement_areas: list.map(distinct).unwrap_or_default(),
            previous: previous(&group),
            doubts,
            source: lead.telling.source,
        },
        placed,
        bounded,
        published: group.iter().filter_map(|t| t.published).map(|p| p.from).min(),
        tellings: group.iter().map(|t| t.at.clone()).collect::<BTreeSet<_>>().into_iter().collect(),
        complete: list.is_some_and(is_whole),
        contested,
    }
}

/// Whether a telling lists all that its inspection raised, as far as can be told.
fn is_whole(told: &Told) -> bool {
    let unread = told.telling.doubts.iter().any(|d| d.code == DoubtCode::ListNotRead);
    told.telling.source == Source::Report && !unread
}

/// Best first: reports, firm dates, published last; the reference only makes the order total.
fn rank(told: &Told) -> impl Ord + use<> {
    let firm = matches!(When::of(told), When::Firm(_));
    let published = told.published.map(|p| (p.to, p.from));
    let best_first = std::cmp::Reverse((told.telling.source, firm, published));
    (best_first, told.at.clone())
}

type Grades = (Vec<Judgement>, Vec<Doubt>, Vec<Doubt>);

/// The judgements, doubts about weaker tellings, and doubts about the best.
fn grades(group: &[&Told]) -> Grades {
    let mut votes: BTreeMap<&JudgementId, Vec<Vote<'_>>> = BTreeMap::new();
    for told in group {
        for judgement in &told.telling.judgements {
            votes.entry(&judgement.id).or_default().push(Vote { told, judgement });
        }
    }
    let (mut chosen, mut doubts, mut contested) = (Vec::new(), Vec::new(), Vec::new());
    for (id, votes) in votes {
        let best = votes.iter().map(Vote::weight).max().expect("an entry has votes");
        let (top, rest): (Vec<_>, Vec<_>) = votes.iter().partition(|v| v.weight() == best);
        let winner = elect(&top);
        let grade = winner.map(|w| &w.judgement.grade);
        if top.iter().any(|v| Some(&v.judgement.grade) != grade) {
            contested.push(conflict(id, &votes));
        } else if rest.iter().any(|v| Some(&v.judgement.grade) != grade) {
            doubts.push(conflict(id, &votes));
        }
        chosen.extend(winner.map(|w| w.judgement.clone()));
    }
    (in_order(chosen, group), doubts, contested)
}

/// A release's word on one judgement.
#[derive(Clone, Copy)]
struct Vote<'a> {
    told: &'a Told,
    judgement: &'a Judgement,
}

impl Vote<'_> {
    fn weight(&self) -> (Source, bool) {
        (self.told.telling.source, self.judgement.basis == Basis::Stated)
    }
}

/// The vote that holds among equals; none where they are tied.
fn elect<'v, 'a>(votes: &[&'v Vote<'a>]) -> Option<&'v Vote<'a>> {
    let standing = |vote: &Vote<'_>| {
        let grade = &vote.judgement.grade;
        let same = votes.iter().filter(|v| v.judgement.grade == *grade);
        let latest = same.clone().filter_map(|v| v.told.published).map(|p| p.to).max();
        // A corrected report stands against any number of copies of the one that it corrects.
        let count = if vote.told.telling.source == Source::Report { 0 } else { same.count() };
        (count, latest)
    };
    let best = votes.iter().map(|v| standing(v)).max()?;
    let mut winners = votes.iter().filter(|v| standing(v) == best);
    let first = winners.next()?;
    winners.all(|v| v.judgement.grade == first.judgement.grade).then_some(*first)
}

fn conflict(id: &JudgementId, votes: &[Vote<'_>]) -> Doubt {
    let grades: BTreeSet<_> = votes.iter().map(|v| v.judgement.grade.as_str()).collect();
    let grades: Vec<_> = grades.into_iter().collect();
    Doubt {
        code: DoubtCode::ConflictingTellings,
        message: format!("releases give `{id}` different grades: {}", grades.join(", ")),
    }
}

/// In the order of the best release that gives each; the rest by id.
fn in_order(mut judgements: Vec<Judgement>, group: &[&Told]) -> Vec<Judgement> {
    let place = |id: &JudgementId| {
        let mut all = group.iter().flat_map(|t| &t.telling.judgements);
        all.position(|j| j.id == *id)
    };
    judgements.sort_by_key(|j| place(&j.id));
    judgements
}

/// Fieldwork as stated, where the inspection stands in its series, and whether only a publication
/// bounds that.
fn dates(group: &[&Told], best: &[&Told]) -> (Option<DateRange>, Option<DateRange>, bool) {
    let firm = |told: &&&Told| matches!(When::of(told), When::Firm(_));
    let days = |told: &&&Told| told.telling.inspected.map(|d| d.from.duration_until(d.to));
    let is_report = best.first().is_some_and(|t| t.telling.source == Source::Report);
    let chosen = if is_report {
        best.iter().find(firm).or_else(|| group.iter().find(firm))
    } else {
        group.iter().filter(firm).min_by_key(days)
    };
    if let Some(told) = chosen {
        return (told.telling.inspected, told.telling.inspected, false);
    }
    let weak = group.iter().find_map(|t| t.telling.inspected);
    let bounds = group.iter().filter_map(|t| match When::of(t) {
        When::Bounded(window) => Some(window),
        _ => None,
    });
    (weak, bounds.min_by_key(|window| (window.to, window.from)), true)
}

/// A doubt where a release dates the inspection on other days than those that hold.
fn date_conflict(group: &[&Told], held: Option<DateRange>) -> Option<Doubt> {
    let held = held?;
    let other = group.iter().find_map(|told| match When::of(told) {
        When::Firm(days) if !days.overlaps(&held) => Some(days),
        _ => None,
    })?;
    let message = format!(
        "releases date the inspection differently: {} to {} and {} to {}",
        held.from, held.to, other.from, other.to
    );
    Some(Doubt { code: DoubtCode::ConflictingTellings, message })
}

/// The telling whose improvement areas hold: the best report that lists any, or the release that
/// lists most.
fn longest_list<'a>(group: &[&'a Told]) -> Option<&'a Told> {
    let lists = |told: &&&'a Told| !told.telling.improvement_areas.is_empty();
    let report = group.iter().find(|t| t.telling.source == Source::Report && lists(t));
    let longest = || {
        let place = |told: &&Told| std::cmp::Reverse(group.iter().position(|t| t.at == told.at));
        group.iter().filter(lists).max_by_key(|t| (t.telling.improvement_areas.len(), place(t)))
    };
    report.or_else(longest).copied()
}

/// The items of a list, each once.
fn distinct(told: &Told) -> Vec<ImprovementArea> {
    let mut seen = BTreeSet::new();
    let items = told.telling.improvement_areas.iter();
    items.filter(|item| seen.insert(item.text.clone())).cloned().collect()
}

/// The previous grades, each judgement once, from the best release that states it.
fn previous(group: &[&Told]) -> Vec<PreviousGrade> {
    let mut seen = BTreeSet::new();
    let all = group.iter().flat_map(|t| &t.telling.previous);
    all.filter(|p| seen.insert(p.id.clone())).cloned().collect()
}
