//! What stands: the grades, since when, and the open priorities, how long each has been raised.

use std::io::{self, Write};

use inspectwatch::history::StandingGrade;
use inspectwatch::history::inspection::Inspection;
use inspectwatch::history::standing::OpenPriority;
use inspectwatch::model::reading::PriorityKind;

use super::{Told, count};

impl Told<'_> {
    pub(super) fn standing(&self, out: &mut impl Write) -> io::Result<()> {
        if !self.history.grades.is_empty() {
            writeln!(out, "\n  What stands")?;
        }
        for standing in &self.history.grades {
            writeln!(out, "      {}", self.grade(standing))?;
        }
        if self.history.open.is_empty() {
            return Ok(());
        }
        let open = count(self.history.open.len(), "open priority", "open priorities");
        writeln!(out, "\n  {open}, longest standing first (! priority action)")?;
        for open in &self.history.open {
            let mark = if open.item.kind == PriorityKind::PriorityAction { "!" } else { "-" };
            writeln!(out, "    {mark} {}", open.item.text)?;
            writeln!(out, "          {}", self.raised(open))?;
        }
        Ok(())
    }

    /// A grade, the inspection from which on it was given again each time, and what it was
    /// before.
    fn grade(&self, standing: &StandingGrade) -> String {
        let frameworks = &self.knowledge.frameworks;
        let (id, grade) = (&standing.judgement.id, &standing.judgement.grade);
        let label = |place: usize, grade| {
            let framework = self.history.inspections[place].telling.framework.as_ref();
            frameworks.grade_label(framework, id, grade)
        };
        let earlier = self.history.inspections[..standing.since].iter().enumerate().rev();
        // An inspection that graded, but not this, says nothing of it: what was before is not known.
        let graded = |inspection: &Inspection| {
            inspection.is_full() && !inspection.telling.judgements.is_empty()
        };
        let given = earlier.filter(|(_, inspection)| graded(inspection));
        let mut since = standing.since;
        let mut before = None;
        for (place, inspection) in given {
            match inspection.judgement(id) {
                Some(given) if given.grade == *grade => since = place,
                Some(given) => {
                    before = Some(format!(" ({} before)", label(place, &given.grade)));
                    break;
                }
                None => break,
            }
        }
        let framework = self.history.inspections[standing.since].telling.framework.as_ref();
        let judgement = frameworks.judgement_label(framework, id);
        let year = self.year(since).map_or(String::new(), |year| format!(", since {year}"));
        let grade = label(standing.since, grade);
        format!("{judgement}: {grade}{year}{}", before.unwrap_or_default())
    }

    /// Such as `raised in 3 inspections since 2016`, or when it was raised first.
    fn raised(&self, open: &OpenPriority) -> String {
        let first = open.raised_in.first().and_then(|place| self.year(*place));
        let times = open.raised_in.len();
        let visits = open.raised_in.iter().filter(|at| !self.history.inspections[**at].is_full());
        let what = if visits.count() == 0 { "inspections" } else { "inspections and visits" };
        match (times, first) {
            (1, Some(year)) => format!("raised in {year}"),
            (1, None) => "raised once".to_owned(),
            (_, Some(year)) => format!("raised in {times} {what} since {year}"),
            (_, None) => format!("raised in {times} {what}"),
        }
    }

    fn year(&self, place: usize) -> Option<i16> {
        self.history.inspections[place].placed.map(|range| range.from.year())
    }
}
