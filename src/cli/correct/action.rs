//! What a person wrote to the action that is kept; nonsense is refused with what would be right.

use inspectwatch::model::change::ChangeKind;
use inspectwatch::model::correction::{Action, Field};
use inspectwatch::model::date::DateRange;
use inspectwatch::model::framework::{Event, FrameworkId, GradeId, JudgementId};
use inspectwatch::model::reading::PriorityKind;
use inspectwatch::model::series::{SeriesKey, TellingRef};
use jiff::civil::Date;

use super::args::What;
use super::target::{self, Target};
use super::{Desk, session};
use crate::cli::exit::Failure;

/// How a field is cleared.
const NONE: &str = "none";

impl Desk<'_> {
    /// The series and the action that are meant.
    pub(super) fn action(self, what: &What) -> Result<(SeriesKey, Action), Failure> {
        match what {
            What::Grade { release, judgement, grade } => {
                self.field(release, |target| self.grade(target, judgement, grade))
            }
            What::Date { release, from, to } => self.field(release, |_| date(from, *to)),
            What::Framework { release, framework } => {
                self.field(release, |target| self.framework(target, framework))
            }
            What::Event { release, event: wanted } => self.field(release, |_| event(wanted)),
            What::Priority { release, text, urgent } => {
                self.field(release, |target| self.priority(target, text, *urgent))
            }
            What::NoPriority { release, text } => self.field(release, |target| {
                let item = self.item(target, text)?.ok_or_else(|| no_item(text))?;
                Ok(Field::NoPriority(item))
            }),
            What::Area { release, area } => {
                let target = self.target(release)?;
                let area = session::area(self.knowledge, area)?.reference();
                let series = target.series.unwrap_or_else(|| SeriesKey {
                    area: self.knowledge.areas.series_code(&area.code).clone(),
                    programme: target.telling.programme,
                });
                Ok((series, Action::Area { of: target.at, area }))
            }
            What::Dismiss { release } => {
                let target = self.target(release)?;
                Ok((target.placed()?.clone(), Action::Dismiss { of: target.at }))
            }
            What::Merge { one, other } => {
                let (series, one, other) = self.two(one, other)?;
                Ok((series, Action::Merge { one, other }))
            }
            What::Split { one, other } => {
                let (series, one, other) = self.two(one, other)?;
                Ok((series, Action::Split { one, other }))
            }
            What::Link { earlier, later } => self.link(earlier, later),
            What::Unlink { change } => self.unlink(change),
            What::List { .. } | What::Undo { .. } => Err(usage("this is no correction".to_owned())),
        }
    }

    fn target(self, words: &str) -> Result<Target, Failure> {
        target::release(self.store, words)
    }

    fn field(
        self,
        release: &str,
        field: impl FnOnce(&Target) -> Result<Field, Failure>,
    ) -> Result<(SeriesKey, Action), Failure> {
        let target = self.target(release)?;
        let series = target.placed()?.clone();
        let field = field(&target)?;
        Ok((series, Action::Field { of: target.at, field }))
    }

    fn grade(self, target: &Target, judgement: &str, grade: &str) -> Result<Field, Failure> {
        let frameworks = &self.knowledge.frameworks;
        let own = target.telling.framework.as_ref();
        let possible = frameworks.iter().filter(|framework| {
            framework.programme == target.telling.programme
                && own.is_none_or(|own| framework.id == *own)
        });
        let specs: Vec<_> = possible.flat_map(|framework| &framework.judgements).collect();
        let id = JudgementId::from(judgement);
        let fitting: Vec<_> = specs.iter().filter(|spec| spec.id == id).collect();
        if fitting.is_empty() {
            let known = list(specs.iter().map(|spec| spec.id.as_str()));
            return Err(usage(format!(
                "this framework gives no `{judgement}`: give one of {known}"
            )));
        }
        if grade == NONE {
            return Ok(Field::Grade(id, None));
        }
        let scales = fitting.iter().filter_map(|spec| frameworks.scale(&spec.scale));
        let grades: Vec<_> =
            scales.flat_map(|scale| &scale.grades).map(|g| g.id.as_str()).collect();
        if !grades.contains(&grade) {
            let known = list(grades.into_iter());
            return Err(usage(format!(
                "`{judgement}` has no grade `{grade}`: give one of {known}, or none to clear it"
            )));
        }
        Ok(Field::Grade(id, Some(GradeId::from(grade))))
    }

    fn framework(self, target: &Target, wanted: &str) -> Result<Field, Failure> {
        if wanted == NONE {
            return Ok(Field::Framework(None));
        }
        let frameworks = self.knowledge.frameworks.iter();
        let own: Vec<_> = frameworks
            .filter(|framework| framework.programme == target.telling.programme)
            .map(|framework| framework.id.as_str())
            .collect();
        if !own.contains(&wanted) {
            let known = list(own.into_iter());
            return Err(usage(format!(
                "this programme has no framework `{wanted}`: give one of {known}, or none to clear it"
            )));
        }
        Ok(Field::Framework(Some(FrameworkId::from(wanted))))
    }

    fn priority(self, target: &Target, text: &str, urgent: bool) -> Result<Field, Failure> {
        let kind = if urgent { PriorityKind::PriorityAction } else { PriorityKind::Improvement };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Err(usage("give the words of the improvement area".to_owned()));
        }
        let item = self.item(target, &text)?;
        Ok(Field::Priority(kind, item.unwrap_or(text)))
    }

    /// The item of the inspection's list that is meant; none where no item has these words.
    fn item(self, target: &Target, words: &str) -> Result<Option<String>, Failure> {
        let items = target::items(self, target)?;
        let same = |text: &str| text.to_lowercase() == words.trim().to_lowercase();
        if let Some(item) = items.iter().find(|item| same(item)) {
            return Ok(Some(item.clone()));
        }
        let part = words.trim().to_lowercase();
        let mut found = items.into_iter().filter(|item| item.to_lowercase().contains(&part));
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => {
                Err(usage(format!("several items have the words `{words}`: give more of them")))
            }
            (one, _) => Ok(one),
        }
    }

    fn two(self, one: &str, other: &str) -> Result<(SeriesKey, TellingRef, TellingRef), Failure> {
        let (one, other) = (self.target(one)?, self.target(other)?);
        if one.at == other.at {
            return Err(usage("give two different releases".to_owned()));
        }
        let series = one.placed()?.clone();
        if series != *other.placed()? {
            return Err(usage(
                "the two releases are about different areas or programmes: `correct area` comes \
                 first"
                    .to_owned(),
            ));
        }
        Ok((series, one.at, other.at))
    }

    fn link(self, earlier: &str, later: &str) -> Result<(SeriesKey, Action), Failure> {
        let (series, one) = target::entry(self, earlier, ChangeKind::Priority)?;
        let (other_series, other) = target::entry(self, later, ChangeKind::Priority)?;
        if series != other_series {
            return Err(usage("the two priorities are of different series".to_owned()));
        }
        let (earlier, later) = (one.later_text.or(one.earlier_text), other.later_text);
        match (earlier, later) {
            (Some(earlier), Some(later)) => Ok((series, Action::Link { earlier, later })),
            _ => Err(usage("the second entry must have a later priority".to_owned())),
        }
    }

    fn unlink(self, change: &str) -> Result<(SeriesKey, Action), Failure> {
        let (series, change) = target::entry(self, change, ChangeKind::Priority)?;
        match (change.earlier_text, change.later_text) {
            (Some(earlier), Some(later)) => Ok((series, Action::Unlink { earlier, later })),
            _ => Err(usage("this entry joins no two priorities".to_owned())),
        }
    }
}

fn date(from: &str, to: Option<Date>) -> Result<Field, Failure> {
    if from == NONE {
        return Ok(Field::Inspected(None));
    }
    let from: Date = from.parse().map_err(|_| {
        usage(format!(
            "`{from}` is no day: give one such as 2024-03-18, or none to clear the dates"
        ))
    })?;
    let to = to.unwrap_or(from);
    if to < from {
        return Err(usage(format!("the last day, {to}, is before the first, {from}")));
    }
    Ok(Field::Inspected(Some(DateRange { from, to })))
}

fn event(wanted: &str) -> Result<Field, Failure> {
    let all = [Event::Inspection, Event::Revisit, Event::FocusedVisit, Event::MonitoringVisit];
    let found = all.into_iter().find(|event| event.as_str() == wanted);
    found.map(Field::Event).ok_or_else(|| {
        let known = list(all.into_iter().map(Event::as_str));
        usage(format!("no kind of visit is called `{wanted}`: give one of {known}"))
    })
}

fn no_item(words: &str) -> Failure {
    usage(format!(
        "no item of this inspection has the words `{words}`: `inspectwatch log` shows them"
    ))
}

fn list<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let mut known: Vec<_> = all.collect();
    known.dedup();
    known.join(", ")
}

fn usage(words: String) -> Failure {
    Failure::Usage(miette::miette!("{words}"))
}
