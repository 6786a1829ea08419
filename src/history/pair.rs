//! Two releases compared by themselves, without a series: `inspectwatch diff`.
//!
//! In:  what an earlier and a later release tell of one area and programme. Out: the entries that a
//! series of just these two would have, and every improvement area of both in exactly one of them:
//! here the reader has said which lists to compare, so that the later list ends what it lacks.

use super::inspection::{Inspection, combine};
use super::rating::{self, Rules};
use super::standing::{Matcher, Standing};
use crate::knowledge::Knowledge;
use crate::model::change::Change;
use crate::model::series::Told;

/// Compares two tellings.
pub fn compare(
    earlier: &Told,
    later: &Told,
    knowledge: &Knowledge,
    matcher: &Matcher<'_>,
) -> Vec<Change> {
    let series: Vec<Inspection> =
        [earlier, later].into_iter().map(|told| inspection(told, knowledge)).collect();
    let rules = Rules { knowledge };
    let mut changes = if series[1].is_full() {
        let full: Vec<_> = series[..1].iter().filter(|one| one.is_full()).collect();
        rating::entries(rules, &full, &series[1])
    } else {
        Vec::new()
    };
    let mut standing = Standing::default();
    standing.take_list(&series, 0, true, matcher);
    changes.extend(standing.take_list(&series, 1, true, matcher));
    changes
}

fn inspection(told: &Told, knowledge: &Knowledge) -> Inspection {
    let mut inspection = combine(vec![told]);
    let area = &mut inspection.area;
    *area = knowledge.areas.series(&area.code).unwrap_or_else(|| area.clone());
    inspection
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::priority::matcher;
    use crate::model::area::{AreaCode, AreaRef};
    use crate::model::change::PriorityStatus;
    use crate::model::framework::Event;
    use crate::model::reading::{ImprovementArea, PriorityKind, Source, Telling};
    use crate::model::series::TellingRef;

    fn told(release: &str, items: &[&str]) -> Told {
        let item = |text: &&str| ImprovementArea {
            kind: PriorityKind::Improvement,
            text: (*text).to_owned(),
            responsible: None,
            evidence: Vec::new(),
        };
        let area = AreaRef { code: AreaCode("E08000036".into()), name: "Wakefield".into() };
        Told {
            at: TellingRef { release: release.into(), nth: 0 },
            published: None,
            telling: Telling {
                area: Some(area),
                programme: "childrens-services".into(),
                framework: None,
                event: Event::FocusedVisit,
                inspected: None,
                judgements: Vec::new(),
                improvement_areas: items.iter().map(item).collect(),
                previous: Vec::new(),
                doubts: Vec::new(),
                source: Source::Release,
            },
        }
    }

    #[test]
    fn every_improvement_area_of_both_sides_stands_in_one_entry_even_of_visits() {
        let knowledge = Knowledge::embedded().expect("well formed");
        let matcher = matcher(&knowledge.concerns);
        let earlier = told("a", &["Supervision of social workers", "Life-story work"]);
        let later = told("b", &["Supervision of social workers", "Private fostering"]);
        let changes = compare(&earlier, &later, &knowledge, &matcher);
        let statuses: Vec<_> = changes.iter().filter_map(|change| change.status).collect();
        assert_eq!(
            statuses,
            [PriorityStatus::NoLongerRaised, PriorityStatus::Carried, PriorityStatus::New]
        );
        let none = compare(&earlier, &told("c", &[]), &knowledge, &matcher);
        assert_eq!(none.len(), 2);
    }
}
