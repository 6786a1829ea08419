//! What a report's summary says of the inspection before it.
//!
//! Only the overall grade with its year counts; sentences about one service, another visit or the
//! present are left alone, and so is a year that is not past.

use regex::Captures;

use super::flow::Flow;
use super::sections::is_heading;
use super::sentences;
use super::trace::{Trace, span};
use crate::knowledge::reports::{Shape, Summary};
use crate::knowledge::{Framework, Knowledge, Scale};
use crate::model::date::DateRange;
use crate::model::framework::{Event, JudgementId};
use crate::model::reading::PreviousGrade;
use crate::model::text::{Block, Text};

/// How much of the summary is read, in bytes.
const LENGTH: usize = 9000;
/// The judgement that such sentences tell.
const OVERALL: &str = "overall";

/// Reads the grades given before, from what stands behind the judgement table, which ends at `table`.
pub fn previous(
    (shape, framework): (&Shape, Option<&Framework>),
    (text, body, table): (&Text, &[&Block], usize),
    inspected: Option<DateRange>,
    knowledge: &Knowledge,
    trace: &mut Trace,
) -> Vec<PreviousGrade> {
    let Some(summary) = &shape.summary else { return Vec::new() };
    let Some(scale) = scale(shape, framework, knowledge) else { return Vec::new() };
    let behind = body.iter().copied().skip_while(|b| b.span.start < table);
    let blocks = behind.take_while(|b| !is_heading(&summary.before, text, b));
    let flow = Flow::of(text, blocks, LENGTH);
    let mut found: Vec<PreviousGrade> = Vec::new();
    for sentence in sentences::all(flow.words()) {
        let words = &flow.words()[sentence.clone()];
        // Without a year of this century nothing can match.
        if !words.contains("20") {
            continue;
        }
        let Some((grade, year)) = told(words, summary, scale) else { continue };
        let past = inspected.is_none_or(|days| year < days.from.year());
        if past && !found.iter().any(|p| p.year == Some(year)) {
            let evidence = flow.evidence(sentence);
            let value = format!("{grade} in {year}");
            let spans: Vec<_> = evidence.iter().map(span).collect();
            trace.likely("previous overall", &value, "the summary tells it with its year", &spans);
            let id = JudgementId::from(OVERALL);
            found.push(PreviousGrade { id, grade: grade.into(), year: Some(year), evidence });
        }
    }
    if found.is_empty() {
        trace.nothing("previous", "the summary tells no overall grade with a year before this one");
    }
    found
}

/// The scale of the overall judgement, also where the version at hand no longer gives one.
fn scale<'k>(
    shape: &Shape,
    framework: Option<&'k Framework>,
    knowledge: &'k Knowledge,
) -> Option<&'k Scale> {
    let others = shape.frameworks.iter().filter_map(|id| knowledge.frameworks.get(id));
    let spec = framework
        .into_iter()
        .chain(others)
        .find_map(|f| f.judgement(&JudgementId::from(OVERALL), Event::Inspection))?;
    knowledge.frameworks.scale(&spec.scale)
}

fn told<'k>(words: &str, summary: &Summary, scale: &'k Scale) -> Option<(&'k str, i16)> {
    summary.says.iter().flat_map(|says| says.captures(words)).find_map(|found| {
        let grade = found.name("grade")?;
        let year: i16 = found.name("year")?.as_str().parse().ok()?;
        let (known, _) = scale.first_in(grade.as_str())?;
        (!about_else(words, &found, summary)).then_some((known.id.as_str(), year))
    })
}

/// Whether the words up to the grade, or those it is given for, name something else than the whole.
fn about_else(words: &str, found: &Captures, summary: &Summary) -> bool {
    let Some(all) = found.get(0) else { return true };
    let rest = &words[all.end()..];
    let partial = rest.trim_start().starts_with("for ") && !rest.contains("overall");
    partial || summary.unless.iter().any(|unless| unless.is_in(all.as_str()))
}
