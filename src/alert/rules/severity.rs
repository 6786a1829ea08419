//! How much a change matters.

use crate::knowledge::Knowledge;
use crate::model::alert::Severity;
use crate::model::change::{Change, ChangeKind, Direction, PriorityStatus};
use crate::model::framework::{FrameworkId, GradeId, JudgementId};
use crate::model::reading::PriorityKind;

/// The severity of a change. See [`Severity`] for the steps.
pub fn severity(change: &Change, knowledge: &Knowledge) -> Severity {
    match change.kind {
        ChangeKind::Rating => match change.direction {
            Some(Direction::Declined) if reached_lowest(change, knowledge) => Severity::Urgent,
            Some(Direction::Declined) => Severity::High,
            _ => Severity::Normal,
        },
        ChangeKind::Priority => priority(change),
        ChangeKind::First | ChangeKind::NotComparable if reached_lowest(change, knowledge) => {
            Severity::High
        }
        ChangeKind::First => Severity::Normal,
        ChangeKind::NotComparable => Severity::Low,
        ChangeKind::Correction => Severity::Normal,
    }
}

fn priority(change: &Change) -> Severity {
    let urgent = change.priority_kind == Some(PriorityKind::PriorityAction);
    let became_urgent = urgent && change.earlier_kind == Some(PriorityKind::Improvement);
    match change.status {
        Some(PriorityStatus::New) if urgent => Severity::High,
        Some(PriorityStatus::New) => Severity::Normal,
        _ if became_urgent => Severity::High,
        _ => Severity::Low,
    }
}

/// Whether the grade now is the lowest of its scale.
fn reached_lowest(change: &Change, knowledge: &Knowledge) -> bool {
    let (Some(framework), Some(judgement), Some(grade)) =
        (&change.later.framework, &change.judgement, &change.to)
    else {
        return false;
    };
    is_lowest(framework, judgement, grade, knowledge)
}

fn is_lowest(
    framework: &FrameworkId,
    judgement: &JudgementId,
    grade: &GradeId,
    knowledge: &Knowledge,
) -> bool {
    let frameworks = &knowledge.frameworks;
    let scales = frameworks.get(framework).into_iter().flat_map(|f| &f.judgements);
    scales
        .filter(|spec| spec.id == *judgement)
        .filter_map(|spec| frameworks.scale(&spec.scale)?.grades.last())
        .any(|last| last.id == *grade)
}
