//! Reads the test cases of knowledge files and tells which are read otherwise than they say.
//!
//! In:  cases and the knowledge they came with. Out: [`Failing`], with file, line and differences.
//! `inspectwatch check` runs those of an overlay too, so that adding a framework needs no compiler.

use std::collections::BTreeMap;
use std::fmt;

use crate::knowledge::Knowledge;
use crate::knowledge::cases::Case;
use crate::model::reading::{PriorityKind, Reading, Telling};
use crate::{read, release};

/// A case that is read otherwise than it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failing {
    /// Its file, below `config/`.
    pub file: String,
    /// The line of its text.
    pub line: usize,
    /// What differs, one line each.
    pub differences: Vec<String>,
}

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.differences.join("; "))
    }
}

/// The cases that fail.
pub fn failing(cases: &[Case], knowledge: &Knowledge) -> Vec<Failing> {
    let differing = |case: &Case| {
        let differences = differences(case, knowledge);
        let (file, line) = (case.file.clone(), case.line);
        (!differences.is_empty()).then_some(Failing { file, line, differences })
    };
    cases.iter().filter_map(differing).collect()
}

fn differences(case: &Case, knowledge: &Knowledge) -> Vec<String> {
    let examined = release::examine("case", case.text.get_ref().as_bytes(), &read::read, knowledge);
    let Some(reading) = examined.first().map(|e| &e.reading) else { return Vec::new() };
    match (&reading.error, reading.inspections.as_slice()) {
        (Some(error), _) => vec![format!("its text cannot be read: {error}")],
        (None, []) if case.nothing => Vec::new(),
        (None, [telling]) if !case.nothing => compared(case, telling),
        _ => vec![format!(
            "wanted {} inspection, read {}",
            if case.nothing { "no" } else { "one" },
            told(reading)
        )],
    }
}

fn told(reading: &Reading) -> String {
    let each = |t: &Telling| format!("{}, {}, {}", place(t), t.programme, written(&graded(t)));
    match reading.inspections.as_slice() {
        [] => "none".to_owned(),
        several => several.iter().map(each).collect::<Vec<_>>().join(" and "),
    }
}

fn compared(wanted: &Case, read: &Telling) -> Vec<String> {
    let mut differing = Vec::new();
    let mut compare = |what: &str, wanted: Option<String>, read: String| {
        if let Some(wanted) = wanted.filter(|wanted| *wanted != read) {
            differing.push(format!("{what}: wanted {}, read {}", shown(&wanted), shown(&read)));
        }
    };
    let framework = read.framework.as_ref().map_or("", |f| f.as_str());
    let days = read.inspected.map_or(String::new(), |d| format!("{}/{}", d.from, d.to));
    compare("area", wanted.area.clone(), place(read).to_owned());
    compare("programme", wanted.programme.clone(), read.programme.to_string());
    compare("framework", wanted.framework.clone(), framework.to_owned());
    compare("event", wanted.event.clone(), read.event.as_str().to_owned());
    compare("inspected", wanted.inspected.clone(), days);
    compare("judgements", wanted.judgements.as_ref().map(written), written(&graded(read)));
    let items = |kind| {
        let own = read.improvement_areas.iter().filter(move |item| item.kind == kind);
        listed(own.map(|item| item.text.as_str()))
    };
    let list = |all: &Option<Vec<String>>| all.as_ref().map(|l| listed(l.iter().map(|w| &**w)));
    let improvement = items(PriorityKind::Improvement);
    compare("improvement areas", list(&wanted.improvement_areas), improvement);
    let urgent = items(PriorityKind::PriorityAction);
    compare("priority actions", list(&wanted.priority_actions), urgent);
    let before = read.previous.iter().map(|p| (p.id.to_string(), p.grade.to_string())).collect();
    compare("previous", wanted.previous.as_ref().map(written), written(&before));
    differing
}

fn place(telling: &Telling) -> &str {
    telling.area.as_ref().map_or("", |area| &area.name)
}

fn graded(telling: &Telling) -> BTreeMap<String, String> {
    telling.judgements.iter().map(|j| (j.id.to_string(), j.grade.to_string())).collect()
}

fn written(grades: &BTreeMap<String, String>) -> String {
    grades.iter().map(|(id, grade)| format!("{id} {grade}")).collect::<Vec<_>>().join(", ")
}

fn listed<'w>(items: impl Iterator<Item = &'w str>) -> String {
    items.map(|item| format!("“{item}”")).collect::<Vec<_>>().join(", ")
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "none" } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::{cases, embedded};

    fn embedded_cases() -> (Vec<Case>, Knowledge) {
        let files = embedded::files(None).expect("embedded");
        let cases = cases::parse(&files).expect("well formed");
        (cases, Knowledge::embedded().expect("well formed"))
    }

    #[test]
    fn the_cases_of_all_built_in_files_hold() {
        let (cases, knowledge) = embedded_cases();
        let failing: Vec<_> = failing(&cases, &knowledge).iter().map(ToString::to_string).collect();
        assert!(failing.is_empty(), "{} fail:\n{}", failing.len(), failing.join("\n"));
    }

    #[test]
    fn every_framework_and_every_kind_of_report_has_a_case() {
        let (cases, knowledge) = embedded_cases();
        for framework in knowledge.frameworks.iter() {
            let id = Some(framework.id.as_str());
            let own = |case: &&Case| case.framework.as_deref() == id;
            let in_files = |folder: &str| {
                cases.iter().filter(own).filter(|c| c.file.starts_with(folder)).count()
            };
            assert!(in_files("frameworks/") > 0, "no case of a release in {}", framework.id);
        }
        for file in embedded::files(None).expect("embedded").keys() {
            if file.starts_with("reports/") {
                assert!(cases.iter().any(|c| c.file == *file), "{file} has no case");
            }
        }
    }

    #[test]
    fn a_difference_says_what_was_wanted_and_what_was_read() {
        let (mut cases, knowledge) = embedded_cases();
        let mut case = cases.remove(0);
        case.area = Some("Atlantis".into());
        let failing = failing(&[case], &knowledge);
        let said = failing.first().map(ToString::to_string).unwrap_or_default();
        assert!(said.contains("area: wanted Atlantis, read "), "{said}");
    }
}
