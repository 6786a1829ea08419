//! Corrections by people, laid over what releases tell; a person outranks every release.
//!
//! A corrected field is set in the telling that was corrected, so that it finds the inspection it
//! belongs to, and again in that inspection, so that no other release overrules it.

use super::inspection::Inspection;
use super::priority::Link;
use crate::model::change::PriorityStatus;
use crate::model::correction::{Action, Correction, Field};
use crate::model::doubt::DoubtCode;
use crate::model::reading::{Basis, ImprovementArea, Judgement, Telling};
use crate::model::series::Told;

/// The tellings as people corrected them; dismissed ones are left out.
pub fn tellings(told: &[Told], corrections: &[Correction]) -> Vec<Told> {
    let mut amended = told.to_vec();
    for correction in corrections {
        match &correction.action {
            Action::Dismiss { of } => amended.retain(|told| told.at != *of),
            Action::Area { of, area } => {
                for told in amended.iter_mut().filter(|told| told.at == *of) {
                    told.telling.area = Some(area.clone());
                }
            }
            Action::Field { of, field } => {
                for told in amended.iter_mut().filter(|told| told.at == *of) {
                    set(&mut told.telling, field);
                }
            }
            _ => {}
        }
    }
    amended
}

/// Sets what people corrected of an inspection.
pub fn inspection(inspection: &mut Inspection, corrections: &[Correction]) {
    for correction in corrections {
        let Action::Field { of, field } = &correction.action else { continue };
        if !inspection.tellings.contains(of) {
            continue;
        }
        set(&mut inspection.telling, field);
        if let Field::Inspected(Some(days)) = field {
            inspection.placed = Some(*days);
            inspection.bounded = false;
        }
        if let Field::Grade(id, _) = field {
            // The person has looked.
            let about = format!("`{id}`");
            inspection.contested.retain(|doubt| !doubt.message.contains(&about));
        }
    }
}

/// The links as people corrected them. A person's link is `reworded`, or `carried` where the words
/// are the same.
pub fn links(
    mut links: Vec<Link>,
    earlier: &[ImprovementArea],
    later: &[ImprovementArea],
    corrections: &[Correction],
) -> Vec<Link> {
    for correction in corrections {
        let (linked, one, other) = match &correction.action {
            Action::Link { earlier, later } => (true, earlier, later),
            Action::Unlink { earlier, later } => (false, earlier, later),
            _ => continue,
        };
        let before = earlier.iter().position(|item| item.text == *one);
        let after = later.iter().position(|item| item.text == *other);
        if let (Some(before), Some(after)) = (before, after) {
            part(&mut links, before, after, linked);
            if linked {
                links.retain(|link| !alone(link, before, after));
                let same = one == other;
                links.push(Link {
                    earlier: Some(before),
                    later: Some(after),
                    status: if same { PriorityStatus::Carried } else { PriorityStatus::Reworded },
                    similarity: None,
                    reason: Some(format!("{} linked the two.", correction.who)),
                });
            }
        }
    }
    links
}

/// Parts the two items from each other or, where they are to be linked, from all others.
fn part(links: &mut Vec<Link>, before: usize, after: usize, from_all: bool) {
    let (apart, kept): (Vec<_>, Vec<_>) = links.drain(..).partition(|link| {
        let (one, other) = (link.earlier == Some(before), link.later == Some(after));
        let both = link.earlier.is_some() && link.later.is_some();
        both && if from_all { one || other } else { one && other }
    });
    *links = kept;
    for link in apart {
        let lone = |earlier, later, status| Link {
            earlier,
            later,
            status,
            similarity: None,
            reason: None,
        };
        links.push(lone(link.earlier, None, PriorityStatus::NoLongerRaised));
        links.push(lone(None, link.later, PriorityStatus::New));
    }
}

fn alone(link: &Link, before: usize, after: usize) -> bool {
    (link.earlier == Some(before) && link.later.is_none())
        || (link.later == Some(after) && link.earlier.is_none())
}

fn set(telling: &mut Telling, field: &Field) {
    match field {
        Field::Inspected(days) => {
            telling.inspected = *days;
            telling.doubts.retain(|doubt| !is_about_dates(doubt.code));
        }
        Field::Framework(framework) => telling.framework.clone_from(framework),
        Field::Event(event) => telling.event = *event,
        Field::Grade(id, grade) => {
            telling.judgements.retain(|judgement| judgement.id != *id);
            telling.judgements.extend(grade.iter().map(|grade| Judgement {
                id: id.clone(),
                grade: grade.clone(),
                basis: Basis::Stated,
                evidence: Vec::new(),
            }));
        }
        Field::Priority(kind, text) => {
            let mut items = telling.improvement_areas.iter_mut();
            match items.find(|item| item.text == *text) {
                Some(item) => item.kind = *kind,
                None => telling.improvement_areas.push(ImprovementArea {
                    kind: *kind,
                    text: text.clone(),
                    responsible: None,
                    evidence: Vec::new(),
                }),
            }
        }
        Field::NoPriority(text) => telling.improvement_areas.retain(|item| item.text != *text),
    }
}

fn is_about_dates(code: DoubtCode) -> bool {
    matches!(
        code,
        DoubtCode::DateInferred
            | DoubtCode::DateOutsideFramework
            | DoubtCode::ConflictingDates
            | DoubtCode::Undated
    )
}
