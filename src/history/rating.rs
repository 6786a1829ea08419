//! Grades of one inspection against the inspections before.
//!
//! For each judgement the latest earlier full inspection that gave it on a comparable scale counts,
//! however long ago; where one in between gave it and nobody told the grade, none does. Where none
//! is recorded, the grade and year that the later release itself states stand in, unless they are a
//! predecessor area's. Scales and scopes are knowledge.

use super::identity;
use super::inspection::Inspection;
use super::reason;
use crate::knowledge::{Framework, JudgementSpec, Knowledge};
use crate::model::change::{Change, ChangeKind, Comparability, Direction, EarlierBasis, Side};
use crate::model::date::DateRange;
use crate::model::framework::{Event, GradeId, JudgementId, ProgrammeId};
use crate::model::reading::{Judgement, Source};

/// What the rules of comparison look up.
#[derive(Clone, Copy)]
pub struct Rules<'k> {
    /// Frameworks, scales and areas.
    pub knowledge: &'k Knowledge,
}

/// Entries about the grades of `later`; `earlier` are the full inspections before it, latest last.
pub fn entries(rules: Rules<'_>, earlier: &[&Inspection], later: &Inspection) -> Vec<Change> {
    let judgements = &later.telling.judgements;
    judgements.iter().filter_map(|j| entry(rules, earlier, later, j)).collect()
}

fn entry(
    rules: Rules<'_>,
    earlier: &[&Inspection],
    later: &Inspection,
    judgement: &Judgement,
) -> Option<Change> {
    let specs = rules.specs(later, &judgement.id, later.telling.event);
    if specs.is_empty() {
        return None;
    }
    let now = Given { inspection: later, specs, judgement };
    let known = earlier.iter().rev().take_while(|past| !rules.is_untold(past, &judgement.id));
    let given: Vec<_> = known.filter_map(|past| rules.given(past, &judgement.id)).collect();
    let comparable =
        given.iter().find_map(|past| Some((past, rules.comparability(&past.specs, &now.specs)?)));
    let stated = rules.stated(&now, comparable.map(|(past, _)| past.inspection));
    if let Some((past, comparability)) = comparable.filter(|_| stated.is_none()) {
        return changed(rules, &now, &past.as_before(), comparability);
    }
    if let Some(before) = stated {
        return match rules.comparability(&before.specs, &now.specs) {
            Some(comparability) => changed(rules, &now, &before, comparability),
            None if given.is_empty() => Some(incomparable(rules, &now, &before)),
            None => Some(incomparable(rules, &now, &given[0].as_before())),
        };
    }
    given.first().map(|past| incomparable(rules, &now, &past.as_before()))
}

/// Entries that show grades of an area that `later`'s area took over from, for context.
pub fn context(rules: Rules<'_>, predecessor: &[&Inspection], later: &Inspection) -> Vec<Change> {
    let shown = later.telling.judgements.iter().filter_map(|judgement| {
        let past = predecessor.iter().rev().find_map(|p| rules.given(p, &judgement.id))?;
        let specs = rules.specs(later, &judgement.id, Event::Inspection);
        let now = Given { inspection: later, specs, judgement };
        let before = past.as_before();
        let mut change = blank(ChangeKind::NotComparable, &now, &before);
        change.reason = Some(reason::predecessor(&past.inspection.area));
        Some(identity::named(change))
    });
    shown.collect()
}

/// An entry for a revisit's grade: it answers a question of its own and changes no standing grade.
pub fn visit(rules: Rules<'_>, earlier: &[&Inspection], later: &Inspection) -> Vec<Change> {
    let shown = later.telling.judgements.iter().filter_map(|judgement| {
        let specs = rules.specs(later, &judgement.id, later.telling.event);
        let label = specs.first()?.label.clone();
        let now = Given { inspection: later, specs, judgement };
        let past = earlier.iter().rev().find_map(|p| rules.given(p, &judgement.id))?;
        let mut change = blank(ChangeKind::NotComparable, &now, &past.as_before());
        change.reason = Some(reason::visit(later.telling.event, &label));
        Some(identity::named(change))
    });
    shown.collect()
}

/// A grade that an inspection gave.
struct Given<'a> {
    inspection: &'a Inspection,
    specs: Vec<&'a JudgementSpec>,
    judgement: &'a Judgement,
}

/// The grade before, recorded or stated.
struct Before<'a> {
    grade: &'a GradeId,
    specs: Vec<&'a JudgementSpec>,
    side: Side,
}

impl<'a> Given<'a> {
    fn as_before(&self) -> Before<'a> {
        let side = Side { basis: Some(EarlierBasis::Recorded), ..self.inspection.side() };
        Before { grade: &self.judgement.grade, specs: self.specs.clone(), side }
    }
}

impl<'k> Rules<'k> {
    /// How the judgement may be defined: by the framework, or, where that is not told, by each one
    /// that the inspection may fall under.
    fn specs(self, of: &Inspection, id: &JudgementId, event: Event) -> Vec<&'k JudgementSpec> {
        match (&of.telling.framework, of.placed) {
            (Some(framework), days) => {
                let framework = self.knowledge.frameworks.get(framework);
                // A framework at a time at which it did not apply is a misreading of one of them.
                let applied = framework.filter(|f| days.is_none_or(|days| applied(f, days)));
                applied.and_then(|f| f.judgement(id, event)).into_iter().collect()
            }
            (None, Some(days)) => self.specs_within(&of.telling.programme, id, event, days),
            (None, None) => Vec::new(),
        }
    }

    fn specs_within(
        self,
        programme: &ProgrammeId,
        id: &JudgementId,
        event: Event,
        days: DateRange,
    ) -> Vec<&'k JudgementSpec> {
        let all = self.knowledge.frameworks.iter();
        let frameworks = all.filter(|f| f.programme == *programme && applied(f, days));
        frameworks.filter_map(|framework| framework.judgement(id, event)).collect()
    }

    fn given<'a>(self, inspection: &'a Inspection, id: &JudgementId) -> Option<Given<'a>>
    where
        'k: 'a,
    {
        let judgement = inspection.judgement(id)?;
        let specs = self.specs(inspection, id, Event::Inspection);
        (!specs.is_empty()).then_some(Given { inspection, specs, judgement })
    }

    /// Whether an inspection gave this judgement without anybody telling the grade: releases name
    /// only some, and contradictions leave one open. What came before it is then not the last.
    fn is_untold(self, inspection: &Inspection, id: &JudgementId) -> bool {
        let in_part = inspection.telling.source == Source::Release;
        let untold = inspection.judgement(id).is_none() && (in_part || inspection.is_contested(id));
        untold && !self.specs(inspection, id, Event::Inspection).is_empty()
    }

    /// The least that holds whichever definition applies; none where one does not compare.
    fn comparability(
        self,
        earlier: &[&JudgementSpec],
        later: &[&JudgementSpec],
    ) -> Option<Comparability> {
        let mut least = None;
        for one in earlier {
            for other in later {
                least = least.max(Some(self.knowledge.frameworks.comparability(one, other)?));
            }
        }
        least
    }

    /// The grade and year that the later release states of an inspection that is not recorded:
    /// where none is, or one at least two years older than the year stated.
    fn stated<'a>(self, now: &Given<'a>, recorded: Option<&Inspection>) -> Option<Before<'a>>
    where
        'k: 'a,
    {
        let previous = now.inspection.telling.previous.iter().find(|p| p.id == now.judgement.id)?;
        let (year, days) = (previous.year?, DateRange::year(previous.year?)?);
        let earlier = now.inspection.placed.is_none_or(|began| days.from < began.from);
        let area = self.knowledge.areas.get(&now.inspection.area.code);
        let own = area.is_none_or(|area| area.existed_on(days.from) || area.existed_on(days.to));
        let newer = recorded.and_then(|r| r.placed).is_none_or(|d| d.to.year() + 2 <= year);
        if !own || !newer || !earlier {
            return None;
        }
        let programme = &now.inspection.telling.programme;
        let specs = self.specs_within(programme, &previous.id, Event::Inspection, days);
        let side = Side {
            basis: Some(EarlierBasis::Stated),
            framework: None,
            inspected: Some(days),
            bounded: false,
            releases: Vec::new(),
        };
        (!specs.is_empty()).then_some(Before { grade: &previous.grade, specs, side })
    }
}

/// Whether inspections under a framework may have begun within these days.
fn applied(framework: &Framework, days: DateRange) -> bool {
    let ended = framework.last_day.is_some_and(|last| last < days.from);
    framework.first_day <= days.to && !ended
}

fn changed(
    rules: Rules<'_>,
    now: &Given<'_>,
    before: &Before<'_>,
    comparability: Comparability,
) -> Option<Change> {
    if *before.grade == now.judgement.grade {
        return None;
    }
    let mut change = blank(ChangeKind::Rating, now, before);
    let scale = rules.knowledge.frameworks.scale(&now.specs.first()?.scale);
    let place = |grade| scale.and_then(|scale| scale.place(grade));
    change.direction = match (place(before.grade), place(&now.judgement.grade)) {
        (Some(then), Some(now)) if now < then => Some(Direction::Improved),
        (Some(then), Some(now)) if now > then => Some(Direction::Declined),
        _ => None,
    };
    change.comparability = Some(comparability);
    if comparability == Comparability::Partly {
        change.reason = Some(reason::partly(&before.specs, &now.specs));
    }
    if now.inspection.bounded {
        let reason = change.reason.take();
        change.reason = Some(reason::bounded(reason));
    }
    Some(identity::named(change))
}

fn incomparable(rules: Rules<'_>, now: &Given<'_>, before: &Before<'_>) -> Change {
    let mut change = blank(ChangeKind::NotComparable, now, before);
    let frameworks = &rules.knowledge.frameworks;
    let earlier = change.earlier.as_ref().and_then(|side| side.framework.as_ref());
    let earlier = earlier.and_then(|id| frameworks.get(id));
    let later = change.later.framework.as_ref().and_then(|id| frameworks.get(id));
    change.reason = Some(reason::scales(earlier, later));
    identity::named(change)
}

fn blank(kind: ChangeKind, now: &Given<'_>, before: &Before<'_>) -> Change {
    Change {
        judgement: Some(now.judgement.id.clone()),
        from: Some(before.grade.clone()),
        to: Some(now.judgement.grade.clone()),
        earlier: Some(before.side.clone()),
        ..identity::unnamed(kind, now.inspection)
    }
}
