//! The inspections of a series, earliest first, with the releases that tell each and what people
//! corrected.

use std::io::Write;

use inspectwatch::history::inspection::Inspection;
use inspectwatch::knowledge::labels::humanise;
use inspectwatch::model::framework::Event;
use inspectwatch::model::reading::PriorityKind;

use super::{Told, count};
use crate::cli::correct::words;
use crate::cli::exit::Failure;
use crate::cli::naming;
use crate::cli::summary::days;

impl Told<'_> {
    pub(super) fn timeline(&self, out: &mut impl Write) -> Result<(), Failure> {
        for inspection in &self.history.inspections {
            let when = match (inspection.telling.inspected, inspection.placed) {
                (Some(range), _) => days(range),
                (None, Some(range)) => format!("before {}", range.to),
                (None, None) => "undated".to_owned(),
            };
            self.inspection(out, &when, inspection)?;
        }
        for inspection in &self.history.undated {
            self.inspection(out, "undated, not compared", inspection)?;
        }
        Ok(())
    }

    fn inspection(
        &self,
        out: &mut impl Write,
        when: &str,
        inspection: &Inspection,
    ) -> Result<(), Failure> {
        writeln!(out, "  {when:<26}{}", self.event(inspection))?;
        for line in self.grades(inspection).iter().chain(&list(inspection)) {
            writeln!(out, "      {line}")?;
        }
        for doubt in &inspection.telling.doubts {
            writeln!(out, "      ? {}", doubt.message)?;
        }
        let mut names = Vec::new();
        let mut corrected = Vec::new();
        for at in &inspection.tellings {
            names.push(naming::telling(self.store, at).map_err(Failure::other)?);
            corrected.extend(self.store.corrections_of(&at.release).map_err(Failure::other)?);
        }
        writeln!(out, "      told by {}", names.join(", "))?;
        corrected.dedup();
        for kept in corrected {
            let said = words::short(&kept.correction.action);
            writeln!(out, "      corrected: {said} ({})", words::signed(&kept))?;
        }
        Ok(())
    }

    fn event(&self, inspection: &Inspection) -> String {
        let telling = &inspection.telling;
        let framework = telling.framework.as_ref().and_then(|id| self.knowledge.frameworks.get(id));
        match (telling.event, framework) {
            (Event::Inspection, Some(framework)) => framework.name.clone(),
            (Event::Inspection, None) => "Inspection, framework not stated".to_owned(),
            (other, _) => humanise(other.as_str()),
        }
    }

    fn grades(&self, inspection: &Inspection) -> Vec<String> {
        let framework = inspection.telling.framework.as_ref();
        let frameworks = &self.knowledge.frameworks;
        let given = inspection.telling.judgements.iter().map(|given| {
            let judgement = frameworks.judgement_label(framework, &given.id);
            format!("{judgement}: {}", frameworks.grade_label(framework, &given.id, &given.grade))
        });
        given.collect()
    }
}

/// How many improvement areas are listed, and how many of them are priority actions.
fn list(inspection: &Inspection) -> Option<String> {
    let items = &inspection.telling.improvement_areas;
    let urgent = items.iter().filter(|item| item.kind == PriorityKind::PriorityAction).count();
    let all = count(items.len(), "improvement area", "improvement areas");
    match (items.len(), urgent) {
        (0, _) => None,
        (_, 0) => Some(all),
        (same, urgent) if same == urgent => {
            Some(count(urgent, "priority action", "priority actions"))
        }
        (_, 1) => Some(format!("{all}, 1 of them a priority action")),
        _ => Some(format!("{all}, {urgent} of them priority actions")),
    }
}
