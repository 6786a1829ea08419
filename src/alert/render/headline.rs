//! The news of a notice in one line, and the grade that stands for it.

use crate::model::alert::{GradeLine, Notice, PriorityLine};
use crate::model::change::PriorityStatus;
use crate::model::reading::PriorityKind;

/// The news of a notice in one line.
pub(super) fn headline(notice: &Notice) -> String {
    if !notice.corrections.is_empty() {
        return format!("Correction: {}", correction(notice));
    }
    let mut news: Vec<String> = Vec::new();
    if let Some(line) = headline_grade(notice) {
        // Where the release itself states the grade before, another inspection came before it.
        let first = if notice.first && line.from.is_none() { "first inspection: " } else { "" };
        news.push(format!("{first}{}", grade(notice, line)));
        let others = notice.grades.iter().filter(|l| l.from.is_some()).count();
        let more = others.saturating_sub(usize::from(line.from.is_some()));
        if more > 0 {
            news.push(format!("{} changed", count(more, "more grade", "more grades")));
        }
    }
    news.extend(priorities(notice));
    if news.is_empty() {
        news.extend(notice.notes.first().cloned());
    }
    let news = if news.is_empty() { "changes".to_owned() } else { news.join("; ") };
    format!("{}: {news}", series(notice))
}

/// Area and programme, such as `Wakefield children's services`.
fn series(notice: &Notice) -> String {
    let mut letters = notice.programme_name.chars();
    let (first, second) = (letters.next(), letters.next());
    let is_word = second.is_some_and(char::is_lowercase);
    let name = match first {
        Some(first) if is_word => {
            first.to_lowercase().chain(notice.programme_name.chars().skip(1)).collect()
        }
        _ => notice.programme_name.clone(),
    };
    format!("{} {name}", notice.area.name)
}

/// What became of a grade: `Inadequate → Good`, or the grade alone where none stood before.
pub(super) fn change(line: &GradeLine) -> String {
    let label = |grade: &Option<(_, String)>| {
        grade.as_ref().map_or("not graded".to_owned(), |(_, label): &(_, String)| label.clone())
    };
    match &line.from {
        Some(_) => format!("{} → {}", label(&line.from), label(&line.to)),
        None => label(&line.to),
    }
}

fn grade(notice: &Notice, line: &GradeLine) -> String {
    let change = change(line);
    // The headline judgement of a framework needs no name; it is what people mean by "the grade".
    if notice.grades.first().is_some_and(|first| first == line) && is_headline(line) {
        change
    } else {
        format!("{} {change}", line.label)
    }
}

fn is_headline(line: &GradeLine) -> bool {
    matches!(line.judgement.as_str(), "overall" | "outcome")
}

fn priorities(notice: &Notice) -> Vec<String> {
    let with = |test: &dyn Fn(&PriorityLine) -> bool| {
        notice.priorities.iter().filter(|line| test(line)).count()
    };
    let urgent = |line: &PriorityLine| line.kind == PriorityKind::PriorityAction;
    let new = with(&|line| line.status == PriorityStatus::New);
    let new_urgent = with(&|line| line.status == PriorityStatus::New && urgent(line));
    let risen = with(&|line| {
        line.status != PriorityStatus::New && urgent(line) && line.earlier_kind.is_some()
    });
    let mut said = Vec::new();
    match (new, new_urgent) {
        (0, _) => {}
        (new, 0) => said.push(count(new, "new priority", "new priorities")),
        (new, urgent) if new == urgent => {
            said.push(count(new, "new priority action", "new priority actions"));
        }
        (new, urgent) => {
            let new = count(new, "new priority", "new priorities");
            said.push(format!("{new}, {urgent} for priority action"));
        }
    }
    if risen > 0 {
        said.push(format!("{} now for priority action", count(risen, "priority", "priorities")));
    }
    if said.is_empty() {
        let reworded = with(&|line| line.status == PriorityStatus::Reworded);
        let gone = with(&|line| line.status == PriorityStatus::NoLongerRaised);
        if reworded > 0 {
            said.push(format!("{} reworded", count(reworded, "priority", "priorities")));
        }
        if gone > 0 {
            said.push(format!("{} no longer raised", count(gone, "priority", "priorities")));
        }
    }
    said
}

/// What a correction takes back.
pub(super) fn correction(notice: &Notice) -> String {
    let said = notice.corrections.first().map_or("", |line| line.said.as_str());
    let more = notice.corrections.len().saturating_sub(1);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}: we said “{said}”{more}", series(notice))
}

/// The grade that stands for all: the framework's overall judgement or outcome if it is told, else
/// the first.
pub(super) fn headline_grade(notice: &Notice) -> Option<&GradeLine> {
    notice.grades.iter().find(|line| is_headline(line)).or_else(|| notice.grades.first())
}

/// `1 new priority`, `2 new priorities`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
