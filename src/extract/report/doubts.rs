//! What a person should look at in a report.

use super::fieldwork;
use super::version::Version;
use crate::knowledge::reports::Shape;
use crate::model::date::Published;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::framework::JudgementId;
use crate::model::reading::{PriorityKind, Telling};
use crate::model::text::{BlockKind, Text, TextWarning};

/// How a table says that a judgement was left out on purpose.
const NOT_JUDGED: &str = "Not judged";

/// What is wrong with the grades.
#[derive(Debug)]
pub struct Flaws {
    /// Judgements that are given no grade.
    pub missing: Vec<JudgementId>,
    /// Judgements that are given two.
    pub conflicting: Vec<JudgementId>,
    /// Kinds of lists whose heading stands over nothing that could be read.
    pub unread: Vec<PriorityKind>,
}

/// Collects the doubts about a telling, in a fixed order.
pub fn doubts(
    telling: &Telling,
    shape: &Shape,
    text: &Text,
    version: &Version,
    flaws: &Flaws,
    published: Option<Published>,
) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut doubt = |code, message: String| doubts.push(Doubt { code, message });
    if version.outside {
        let message = "The inspection began when this version of the framework did not apply.";
        doubt(DoubtCode::DateOutsideFramework, message.to_owned());
    }
    if version.ambiguous {
        let message = "The inspection fits more than one version of the framework.";
        doubt(DoubtCode::FrameworkAmbiguous, message.to_owned());
    }
    for id in &flaws.conflicting {
        let message = format!("The report gives `{id}` more than one grade.");
        doubt(DoubtCode::ConflictingGrades, message);
    }
    let silent: Vec<&str> = flaws.missing.iter().map(JudgementId::as_str).collect();
    if !silent.is_empty() && !text.content.contains(NOT_JUDGED) {
        let message = format!("The report gives no grade for {}.", silent.join(", "));
        doubt(DoubtCode::GradeNotStated, message);
    }
    for kind in &flaws.unread {
        let what = match kind {
            PriorityKind::PriorityAction => "areas for priority action",
            PriorityKind::Improvement => "areas for improvement",
        };
        let message = format!("The report has a heading for {what}, but none could be read.");
        doubt(DoubtCode::ListNotRead, message);
    }
    match telling.inspected {
        None => {
            let message = "The report states no days of fieldwork.";
            doubt(DoubtCode::Undated, message.to_owned());
        }
        Some(days) => {
            if published.is_some_and(|p| p.to < days.from) {
                let message = "The report is dated before the inspection began.";
                doubt(DoubtCode::ConflictingDates, message.to_owned());
            }
            if let Some(other) = other_days(telling, shape, text) {
                let message = format!("The page headers give other dates: {other}.");
                doubt(DoubtCode::ConflictingDates, message);
            }
        }
    }
    if !text.warnings.is_empty() {
        doubt(DoubtCode::TextQuality, quality(&text.warnings));
    }
    doubts
}

/// Dates in page headers that are not the cover's.
fn other_days(telling: &Telling, shape: &Shape, text: &Text) -> Option<String> {
    let days = telling.inspected.filter(|_| shape.dated_furniture)?;
    let furniture = text.blocks.iter().filter(|b| b.kind == BlockKind::Furniture);
    furniture.filter_map(|b| fieldwork::days(text.slice(b.span))).find_map(|(other, _)| {
        (other != days && other.from != other.to).then(|| format!("{} to {}", other.from, other.to))
    })
}

fn quality(warnings: &[TextWarning]) -> String {
    let parts: Vec<_> = warnings
        .iter()
        .map(|warning| match warning {
            TextWarning::UnmappedGlyphs(n) => format!("{n} characters could not be read"),
            TextWarning::Truncated => "the file is cut short".to_owned(),
            TextWarning::DoubtfulCharset => "the character set was guessed".to_owned(),
        })
        .collect();
    format!("The text is damaged: {}.", parts.join(", "))
}
