//! Priorities across the inspections of a series.
//!
//! There is one standing list per series. A full inspection that grades and whose report lists
//! improvement areas is matched against the whole list: what it does not raise again is no longer
//! raised. Visits, inspections without grades (JTAI, each on another theme) and inspections told by
//! releases only, whose lists are in part, add to the list and carry what they name, but end
//! nothing. Each item of each inspection stands in exactly one entry.

use super::identity;
use super::inspection::Inspection;
use super::priority::Link;
use super::reason;
use crate::knowledge::Knowledge;
use crate::model::change::{Change, ChangeKind, EarlierBasis, PriorityStatus, Side, Similarity};
use crate::model::reading::ImprovementArea;

/// Says what became of each priority, every item of both sides in exactly one link.
pub type Matcher<'m> = dyn Fn(&[ImprovementArea], &[ImprovementArea]) -> Vec<Link> + 'm;

/// A priority that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPriority {
    /// In its latest words.
    pub item: ImprovementArea,
    /// Places, in the series, of the inspections that raised it, earliest first; never empty.
    pub raised_in: Vec<usize>,
}

/// The list of priorities that stand.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    open: Vec<OpenPriority>,
    /// Place of the last inspection that listed anything.
    last: Option<usize>,
    /// Whether all that stands comes from whole lists.
    whole: bool,
}

impl Standing {
    /// What stands, longest standing first.
    pub fn into_open(self) -> Vec<OpenPriority> {
        self.open
    }

    /// Takes in the inspection at `place` and says what it changes.
    pub fn take(
        &mut self,
        series: &[Inspection],
        place: usize,
        knowledge: &Knowledge,
        matcher: &Matcher<'_>,
    ) -> Vec<Change> {
        let later = &series[place];
        let items = &later.telling.improvement_areas;
        if items.is_empty() {
            return Vec::new();
        }
        let ends = later.complete && later.is_full() && grades(later, knowledge);
        self.take_list(series, place, ends, matcher)
    }

    /// The same, where it is decided already whether the list `ends` what it does not raise again.
    pub fn take_list(
        &mut self,
        series: &[Inspection],
        place: usize,
        ends: bool,
        matcher: &Matcher<'_>,
    ) -> Vec<Change> {
        let later = &series[place];
        let items = &later.telling.improvement_areas;
        let earlier: Vec<_> = self.open.iter().map(|open| open.item.clone()).collect();
        let links = matcher(&earlier, items);
        let mut entries = Vec::new();
        let mut standing = Vec::new();
        for link in links.iter().filter(|link| link.later.is_none()) {
            let Some(open) = link.earlier.and_then(|at| self.open.get(at)) else { continue };
            if ends {
                entries.push(self.entry(series, place, link, Some(open), None));
            } else {
                standing.push(open.clone());
            }
        }
        for link in &links {
            let Some(item) = link.later.and_then(|at| items.get(at)) else { continue };
            let open = link.earlier.and_then(|at| self.open.get(at));
            entries.push(self.entry(series, place, link, open, Some(item)));
            let before = open.map(|open| open.raised_in.clone()).unwrap_or_default();
            let raised_in = before.into_iter().chain([place]).collect();
            standing.push(OpenPriority { item: item.clone(), raised_in });
        }
        standing.sort_by(|a, b| (&a.raised_in, &a.item.text).cmp(&(&b.raised_in, &b.item.text)));
        self.whole = later.complete && (ends || self.whole || self.last.is_none());
        self.last = Some(place);
        self.open = standing;
        entries
    }

    fn entry(
        &self,
        series: &[Inspection],
        place: usize,
        link: &Link,
        open: Option<&OpenPriority>,
        item: Option<&ImprovementArea>,
    ) -> Change {
        let against = open.and_then(|open| open.raised_in.last().copied()).or(self.last);
        let recorded =
            |at: usize| Side { basis: Some(EarlierBasis::Recorded), ..series[at].side() };
        let mut change = identity::unnamed(ChangeKind::Priority, &series[place]);
        change.status = Some(link.status);
        change.priority_kind = item.or(open.map(|open| &open.item)).map(|item| item.kind);
        change.earlier_kind = open.map(|open| open.item.kind).filter(|_| item.is_some());
        change.earlier_kind =
            change.earlier_kind.filter(|kind| Some(*kind) != change.priority_kind);
        change.earlier_text = open.map(|open| open.item.text.clone());
        change.later_text = item.map(|item| item.text.clone());
        change.similarity = link.similarity.map(Similarity::from);
        change.reason = link.reason.clone().or_else(|| self.reason(link.status));
        change.earlier = against.map(recorded);
        identity::named(change)
    }

    fn reason(&self, status: PriorityStatus) -> Option<String> {
        match status {
            PriorityStatus::New if self.last.is_none() => Some(reason::no_list_before()),
            PriorityStatus::New if !self.whole => Some(reason::part_of_list()),
            _ => None,
        }
    }
}

/// Whether the framework of an inspection grades at all; one that is not told is taken to, where
/// the inspection carries grades.
fn grades(inspection: &Inspection, knowledge: &Knowledge) -> bool {
    let framework = inspection.telling.framework.as_ref();
    match framework.and_then(|id| knowledge.frameworks.get(id)) {
        Some(framework) => !framework.judgements.is_empty(),
        None => !inspection.telling.judgements.is_empty(),
    }
}
