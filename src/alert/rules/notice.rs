//! From changes to what a recipient is told: labels for people, quotes, notes.

use super::{About, severity};
use crate::config::Config;
use crate::knowledge::Knowledge;
use crate::knowledge::labels::humanise;
use crate::model::alert::{GradeLine, Notice, PriorityLine, Quote};
use crate::model::change::{Change, ChangeKind, Comparability, EarlierBasis, PriorityStatus, Side};
use crate::model::framework::{GradeId, JudgementId};
use crate::model::reading::PriorityKind;

/// Words that stand for a grade where there is none.
const NOTHING: &str = "not graded";

/// Quotations of one grade; more say the same again.
const MOST_QUOTES: usize = 2;

/// What the changes of one inspection say. Invariant: every change stands in it at least once.
pub(super) fn compose(
    changes: &[&Change],
    about: &About,
    knowledge: &Knowledge,
    config: &Config,
) -> Notice {
    let first = changes.first().expect("a notice is about a change");
    let mut grades: Vec<GradeLine> =
        changes.iter().filter_map(|change| grade_line(change, knowledge)).collect();
    let is_first = changes.iter().any(|c| c.kind == ChangeKind::First);
    if is_first {
        let mut given = given(&first.later, about, knowledge);
        given.retain(|line| !grades.iter().any(|g| g.judgement == line.judgement));
        grades.extend(given);
    }
    let notes = notes(changes, &grades, about, knowledge);
    grades.sort_by_key(|line| place(&line.judgement, &first.later, knowledge));
    let mut priorities: Vec<PriorityLine> =
        changes.iter().filter_map(|change| priority_line(change)).collect();
    priorities.sort_by_key(|line| (line.status, line.kind));
    Notice {
        area: first.area.clone(),
        region: region(first, knowledge),
        programme: first.programme.clone(),
        programme_name: programme_name(first, knowledge),
        framework_name: framework_name(&first.later, knowledge),
        inspected: first.later.inspected,
        published: about.published,
        severity: changes.iter().map(|c| severity(c, knowledge)).max().unwrap_or_default(),
        first: is_first,
        quotes: quotes(&grades, about),
        grades,
        priorities,
        notes,
        corrections: Vec::new(),
        replies_to: None,
        releases: about.names.clone(),
        doubts: about.doubts.clone(),
        link: config.alerts.link_base.as_ref().map(|base| {
            format!("{}/area/{}/{}", base.trim_end_matches('/'), first.area.code, first.programme)
        }),
    }
}

/// A change in one line, such as `Overall effectiveness: Good → Outstanding`.
pub fn sentence(change: &Change, knowledge: &Knowledge) -> String {
    if let Some(line) = grade_line(change, knowledge) {
        let word = |grade: &Option<(GradeId, String)>| {
            grade.as_ref().map_or(NOTHING.to_owned(), |(_, label)| label.clone())
        };
        return match &line.from {
            Some(_) => format!("{}: {} → {}", line.label, word(&line.from), word(&line.to)),
            None => format!("{}: {}", line.label, word(&line.to)),
        };
    }
    if let Some(line) = priority_line(change) {
        let what = match (line.kind, line.status) {
            (PriorityKind::PriorityAction, PriorityStatus::New) => "New priority action",
            (PriorityKind::Improvement, PriorityStatus::New) => "New area for improvement",
            (_, PriorityStatus::Carried) => "Still raised",
            (_, PriorityStatus::Reworded) => "Raised in other words",
            (_, PriorityStatus::NoLongerRaised) => "No longer raised",
        };
        let text = line.later_text.or(line.earlier_text).unwrap_or_default();
        return format!("{what}: {text}");
    }
    let reason = change.reason.clone();
    match change.kind {
        ChangeKind::First => "First inspection on record".into(),
        ChangeKind::NotComparable => reason.unwrap_or_else(|| "The grades do not compare".into()),
        _ => reason.unwrap_or_else(|| "The record was corrected".into()),
    }
}

fn grade_line(change: &Change, knowledge: &Knowledge) -> Option<GradeLine> {
    let judgement = change.judgement.clone()?;
    // What does not compare is context, never a move.
    let from = change.from.as_ref().filter(|_| change.kind != ChangeKind::NotComparable);
    if from.is_none() && change.to.is_none() {
        return None;
    }
    let graded = |side: &Side, grade: &GradeId| {
        (grade.clone(), grade_label(side, &judgement, grade, knowledge))
    };
    let earlier = change.earlier.as_ref().unwrap_or(&change.later);
    Some(GradeLine {
        change_id: change.id.clone(),
        label: judgement_label(&change.later, &judgement, knowledge),
        from: from.map(|grade| graded(earlier, grade)),
        to: change.to.as_ref().map(|grade| graded(&change.later, grade)),
        direction: change.direction,
        comparability: change.comparability,
        note: grade_note(change),
        judgement,
    })
}

fn grade_note(change: &Change) -> Option<String> {
    let stated = change.earlier.as_ref().is_some_and(|e| e.basis == Some(EarlierBasis::Stated));
    let mut notes = Vec::new();
    if stated {
        notes.push("the grade before is as the later release states it".to_owned());
    }
    if change.comparability == Some(Comparability::Partly) {
        notes.push("partly comparable: the scope of this judgement changed".to_owned());
    }
    (!notes.is_empty()).then(|| notes.join("; "))
}

fn priority_line(change: &Change) -> Option<PriorityLine> {
    Some(PriorityLine {
        change_id: change.id.clone(),
        status: change.status?,
        kind: change.priority_kind.unwrap_or(PriorityKind::Improvement),
        earlier_kind: change.earlier_kind.filter(|kind| Some(*kind) != change.priority_kind),
        earlier_text: change.earlier_text.clone(),
        later_text: change.later_text.clone(),
    })
}

/// The grades of a first inspection, which are all there is to tell.
fn given(later: &Side, about: &About, knowledge: &Knowledge) -> Vec<GradeLine> {
    let line = |judgement: &crate::model::reading::Judgement| GradeLine {
        change_id: String::new(),
        label: judgement_label(later, &judgement.id, knowledge),
        from: None,
        to: Some((
            judgement.grade.clone(),
            grade_label(later, &judgement.id, &judgement.grade, knowledge),
        )),
        direction: None,
        comparability: None,
        note: None,
        judgement: judgement.id.clone(),
    };
    about.judgements.iter().map(line).collect()
}

fn notes(
    changes: &[&Change],
    grades: &[GradeLine],
    about: &About,
    knowledge: &Knowledge,
) -> Vec<String> {
    let mut notes: Vec<String> = changes
        .iter()
        .filter(|change| {
            change.kind == ChangeKind::NotComparable
                || (change.judgement.is_none() && change.status.is_none())
        })
        .map(|change| match (&change.kind, &change.reason) {
            (ChangeKind::NotComparable, _) => context(change, knowledge),
            (ChangeKind::First, Some(reason)) => format!("First inspection on record: {reason}"),
            _ => sentence(change, knowledge),
        })
        .collect();
    notes.dedup();
    let also: Vec<String> = given(&changes[0].later, about, knowledge)
        .into_iter()
        .filter(|line| !grades.is_empty() && !grades.iter().any(|g| g.judgement == line.judgement))
        .filter_map(|line| Some(format!("{}: {}", line.label, line.to?.1)))
        .collect();
    if !also.is_empty() {
        notes.push(format!("Also judged, without a change to report: {}", also.join("; ")));
    }
    notes
}

/// What was before and does not compare, in words.
fn context(change: &Change, knowledge: &Knowledge) -> String {
    let before = change.judgement.as_ref().zip(change.from.as_ref()).map(|(judgement, grade)| {
        let earlier = change.earlier.as_ref().unwrap_or(&change.later);
        let grade = grade_label(earlier, judgement, grade, knowledge);
        format!("{} was {grade} before", judgement_label(earlier, judgement, knowledge))
    });
    let parts: Vec<String> = before.into_iter().chain(change.reason.clone()).collect();
    match parts.is_empty() {
        true => "Not comparable with what was before".into(),
        false => format!("For context, not comparable: {}", parts.join("; ")),
    }
}

/// The words that prove each grade that is told: in a table the judgement's, then the grade's.
fn quotes(grades: &[GradeLine], about: &About) -> Vec<Quote> {
    grades
        .iter()
        .filter_map(|line| {
            let judgement = about.judgements.iter().find(|j| j.id == line.judgement)?;
            let quotes = judgement.evidence.iter().take(MOST_QUOTES).map(|e| e.quote.as_str());
            let words = quotes.collect::<Vec<_>>().join(" … ");
            (!words.is_empty()).then(|| Quote { about: line.label.clone(), words })
        })
        .collect()
}

fn region(change: &Change, knowledge: &Knowledge) -> String {
    knowledge.areas.get(&change.area.code).map(|area| area.region.clone()).unwrap_or_default()
}

fn programme_name(change: &Change, knowledge: &Knowledge) -> String {
    let known = knowledge.frameworks.programme(&change.programme);
    known.map_or_else(|| humanise(change.programme.as_str()), |p| p.name.clone())
}

fn framework_name(side: &Side, knowledge: &Knowledge) -> Option<String> {
    let id = side.framework.as_ref()?;
    Some(knowledge.frameworks.get(id).map_or_else(|| humanise(id.as_str()), |f| f.name.clone()))
}

fn place(judgement: &JudgementId, side: &Side, knowledge: &Knowledge) -> usize {
    let framework = side.framework.as_ref().and_then(|id| knowledge.frameworks.get(id));
    framework
        .and_then(|f| f.judgements.iter().position(|spec| spec.id == *judgement))
        .unwrap_or(usize::MAX)
}

fn judgement_label(side: &Side, judgement: &JudgementId, knowledge: &Knowledge) -> String {
    knowledge.frameworks.judgement_label(side.framework.as_ref(), judgement)
}

fn grade_label(
    side: &Side,
    judgement: &JudgementId,
    grade: &GradeId,
    knowledge: &Knowledge,
) -> String {
    knowledge.frameworks.grade_label(side.framework.as_ref(), judgement, grade)
}
