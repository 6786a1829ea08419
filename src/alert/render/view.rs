//! What templates see: plain words, cleaned and grouped, with nothing left to work out.

use jiff::tz::TimeZone;
use minijinja::Value;
use serde::Serialize;

use super::COLUMNS;
use super::clean::clean;
use super::headline::{change, count, headline};
use super::when::{days, moment};
use crate::history::wording;
use crate::model::alert::{AlertRow, GradeLine, Notice, PriorityLine, Quote};
use crate::model::change::{Direction, PriorityStatus};
use crate::model::reading::PriorityKind;

#[derive(Serialize)]
pub(super) struct View {
    id: String,
    subject: String,
    recipient: String,
    why: String,
    told: bool,
    counts: String,
    window: Option<Ends>,
    notices: Vec<Item>,
}

#[derive(Serialize)]
struct Ends {
    from: String,
    to: String,
}

/// A notice as templates see it.
#[derive(Serialize)]
struct Item {
    title: String,
    headline: String,
    facts: String,
    corrections: Vec<Corrected>,
    grades: Vec<Graded>,
    groups: Vec<Group>,
    notes: Vec<String>,
    doubts: Vec<String>,
    quotes: Vec<Quoted>,
    releases: Vec<String>,
    link: Option<String>,
}

#[derive(Serialize)]
struct Corrected {
    said: String,
    now: Option<String>,
    reason: String,
}

#[derive(Serialize)]
struct Graded {
    label: String,
    change: String,
    sentence: String,
    direction: Option<&'static str>,
    note: Option<String>,
}

#[derive(Serialize)]
struct Group {
    heading: &'static str,
    reworded: bool,
    /// Whether the text of any item marks what is gone and what is new.
    marked: bool,
    items: Vec<Priority>,
}

#[derive(Serialize)]
struct Priority {
    text: String,
    /// The wording before, where marking each change would hide more than it shows.
    before: Option<String>,
    html: Value,
    note: Option<&'static str>,
}

#[derive(Serialize)]
struct Quoted {
    about: String,
    words: String,
}

/// Shows a row to the templates.
pub(super) fn view(row: &AlertRow, subject: &str, zone: &TimeZone) -> View {
    View {
        id: clean(&row.id),
        subject: subject.to_owned(),
        recipient: clean(&row.recipient),
        why: clean(&row.why),
        told: row.notices.iter().any(|notice| !notice.corrections.is_empty()),
        counts: counts(&row.notices),
        window: row.window.map(|w| Ends { from: moment(w.from, zone), to: moment(w.to, zone) }),
        notices: row.notices.iter().map(|notice| item(notice, &row.notices)).collect(),
    }
}

/// A notice among others: where these tell of its series too, its headline says which inspection.
fn item(notice: &Notice, all: &[Notice]) -> Item {
    let series = |other: &&Notice| {
        (&other.area.code, &other.programme) == (&notice.area.code, &notice.programme)
    };
    let several = all.iter().filter(series).count() > 1;
    let when = notice.inspected.filter(|_| several);
    let when = when.map_or(String::new(), |range| format!(" (inspected {})", days(range)));
    let corrected = |line: &crate::model::alert::CorrectionLine| Corrected {
        said: clean(&line.said),
        now: line.now.as_deref().map(clean),
        reason: clean(&line.reason),
    };
    Item {
        title: clean(&format!("{}: {}", notice.area.name, notice.programme_name)),
        headline: clean(&format!("{}{when}", headline(notice))),
        facts: clean(&facts(notice)),
        corrections: notice.corrections.iter().map(corrected).collect(),
        grades: notice.grades.iter().map(graded).collect(),
        groups: groups(&notice.priorities),
        notes: notice.notes.iter().map(|note| clean(note)).collect(),
        doubts: notice.doubts.iter().map(|doubt| clean(&doubt.message)).collect(),
        quotes: quotes(&notice.quotes),
        releases: notice.releases.iter().map(|name| clean(name)).collect(),
        link: notice.link.as_deref().map(clean),
    }
}

/// Quotations, those of the same words only once.
fn quotes(quotes: &[Quote]) -> Vec<Quoted> {
    let mut each: Vec<Quoted> = Vec::new();
    for quote in quotes {
        let (about, words) = (clean(&quote.about), clean(&quote.words));
        match each.iter_mut().find(|other| other.words == words) {
            Some(same) => same.about = format!("{}; {about}", same.about),
            None => each.push(Quoted { about, words }),
        }
    }
    each
}

fn facts(notice: &Notice) -> String {
    let mut facts = vec![notice.framework_name.clone().unwrap_or_default(), notice.region.clone()];
    facts.extend(notice.inspected.map(|range| format!("inspected {}", days(range))));
    facts.extend(notice.published.map(|day| format!("published {}", super::when::day(day))));
    facts.retain(|fact| !fact.is_empty());
    facts.join("; ")
}

fn graded(line: &GradeLine) -> Graded {
    let change = clean(&change(line));
    let direction = match line.direction {
        Some(Direction::Improved) => Some("improved"),
        Some(Direction::Declined) => Some("declined"),
        Some(Direction::Unchanged) | None => None,
    };
    let label = clean(&line.label);
    let suffix = direction.map(|d| format!(" ({d})")).unwrap_or_default();
    let sentence = format!("{label}: {change}{suffix}");
    Graded { sentence, label, change, direction, note: line.note.as_deref().map(clean) }
}

/// Priorities under the headings that say what became of them, the urgent ones apart.
fn groups(lines: &[PriorityLine]) -> Vec<Group> {
    use PriorityKind::{Improvement, PriorityAction};
    use PriorityStatus::{Carried, New, NoLongerRaised, Reworded};
    let headings = [
        ("New priority actions", New, Some(PriorityAction)),
        ("New priorities", New, Some(Improvement)),
        ("Raised again in other words", Reworded, None),
        ("Raised again", Carried, None),
        ("No longer raised", NoLongerRaised, None),
    ];
    let group = |(heading, status, kind): (&'static str, PriorityStatus, Option<PriorityKind>)| {
        let items: Vec<Priority> = lines
            .iter()
            .filter(|line| line.status == status && kind.is_none_or(|kind| line.kind == kind))
            .map(priority)
            .collect();
        (!items.is_empty()).then_some(Group {
            heading,
            reworded: status == PriorityStatus::Reworded,
            marked: status == PriorityStatus::Reworded && items.iter().any(|i| i.before.is_none()),
            items,
        })
    };
    headings.into_iter().filter_map(group).collect()
}

fn priority(line: &PriorityLine) -> Priority {
    let earlier = line.earlier_text.as_deref().map(clean).unwrap_or_default();
    let later = line.later_text.as_deref().map(clean).unwrap_or_default();
    let pieces = match line.status {
        PriorityStatus::Reworded => wording::diff(&earlier, &later),
        PriorityStatus::NoLongerRaised => wording::diff(&earlier, &earlier),
        PriorityStatus::New | PriorityStatus::Carried => wording::diff(&later, &later),
    };
    let urgent = line.kind == PriorityKind::PriorityAction;
    let note = match (urgent, line.earlier_kind.is_some(), line.status) {
        (true, true, _) => Some("now for priority action"),
        (false, true, _) => Some("was for priority action"),
        (true, false, PriorityStatus::New) | (false, false, _) => None,
        (true, false, _) => Some("for priority action"),
    };
    let whole = line.status == PriorityStatus::Reworded && !wording::is_slight(&pieces);
    Priority {
        text: if whole { later } else { wording::plain(&pieces) },
        before: whole.then_some(earlier),
        html: Value::from_safe_string(wording::html(&pieces)),
        note,
    }
}

fn counts(notices: &[Notice]) -> String {
    let mut areas: Vec<&str> = notices.iter().map(|n| n.area.code.0.as_str()).collect();
    areas.sort_unstable();
    areas.dedup();
    let grades = || notices.iter().flat_map(|n| &n.grades);
    let moved = |way| grades().filter(|line| line.direction == Some(way)).count();
    let new = notices.iter().flat_map(|n| &n.priorities);
    let new = new.filter(|line| line.status == PriorityStatus::New).count();
    format!(
        "{}: {} up, {} down, {}.",
        count(areas.len(), "area", "areas"),
        count(moved(Direction::Improved), "grade", "grades"),
        moved(Direction::Declined),
        count(new, "new priority", "new priorities"),
    )
}

/// Template filter: breaks words into lines of [`COLUMNS`], all but the first indented.
pub(super) fn wrap(words: &str, indent: Option<usize>) -> String {
    let indent = indent.unwrap_or(0).min(COLUMNS / 2);
    let mut lines = String::new();
    let mut column = indent;
    for word in words.split_whitespace() {
        let width = word.chars().count();
        if column > indent && column + 1 + width > COLUMNS {
            lines.push('\n');
            lines.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if column > indent {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += width;
    }
    lines
}
