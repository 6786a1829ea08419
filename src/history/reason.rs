//! Why an entry says what it says, in plain words.

use crate::knowledge::{Framework, JudgementSpec};
use crate::model::area::AreaRef;
use crate::model::framework::Event;

/// The words are the same but the scope changed.
pub fn partly(earlier: &[&JudgementSpec], later: &[&JudgementSpec]) -> String {
    match (earlier, later) {
        ([one], [other]) if one.label != other.label => format!(
            "The scope changed: \"{}\" then, \"{}\" now. The grades are in the same words.",
            one.label, other.label
        ),
        ([_], [_]) => {
            "The framework changed: the grades are in the same words, but what they cover differs."
                .to_owned()
        }
        _ => "The frameworks are not known exactly: the grades are in the same words, but what \
              they cover may differ."
            .to_owned(),
    }
}

/// The scales do not compare.
pub fn scales(earlier: Option<&Framework>, later: Option<&Framework>) -> String {
    match (earlier, later) {
        (Some(earlier), Some(later)) => format!(
            "{} and {} answer different questions on different scales.",
            earlier.name, later.name
        ),
        (None, Some(later)) => {
            format!("The earlier grade is on another scale than that of {}.", later.name)
        }
        _ => "The two grades are not on one scale.".to_owned(),
    }
}

/// The earlier grade is that of an area that ended.
pub fn predecessor(area: &AreaRef) -> String {
    format!(
        "{} was another area, of which this one took over all or part: its grades are shown for \
         context only.",
        area.name
    )
}

/// A visit's grade changes no standing grade.
pub fn visit(event: Event, label: &str) -> String {
    let visit = match event {
        Event::Revisit => "A revisit",
        Event::FocusedVisit => "A focused visit",
        Event::MonitoringVisit => "A monitoring visit",
        Event::Inspection => "An inspection",
    };
    format!("{visit} answers a question of its own (\"{label}\"): the standing grade remains.")
}

/// The inspection is only dated by its publication.
pub fn bounded(other: Option<String>) -> String {
    let dates = "No release states when the inspectors came: the dates are the time before its \
                 publication in which they must have.";
    match other {
        Some(other) => format!("{other} {dates}"),
        None => dates.to_owned(),
    }
}

/// The first full inspection of a series.
pub fn first(predecessors: &[String]) -> Option<String> {
    match predecessors {
        [] => None,
        [one] => Some(format!("The area took over from {one}, whose inspections do not compare.")),
        many => Some(format!(
            "The area took over from {}, whose inspections do not compare.",
            many.join(" and ")
        )),
    }
}

/// A priority that nothing came before.
pub fn no_list_before() -> String {
    "No earlier list of improvement areas is recorded for this series.".to_owned()
}

/// A priority that is new against a list known only in part.
pub fn part_of_list() -> String {
    "The earlier list is known only from releases, not from a report, so it may not be whole."
        .to_owned()
}
