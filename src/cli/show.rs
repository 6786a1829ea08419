//! `inspectwatch show AREA`: its inspections, what stands, and how long it has.

use std::io::{self, Write};

use inspectwatch::alert::rules::Decisions;
use inspectwatch::history::History;
use inspectwatch::history::inspection::Inspection;
use inspectwatch::history::priority::match_priorities;
use inspectwatch::knowledge::{Area, Knowledge};
use inspectwatch::model::framework::{Event, GradeId, JudgementId};
use inspectwatch::model::reading::PriorityKind;
use inspectwatch::model::series::SeriesKey;
use inspectwatch::pipeline::Pipeline;
use inspectwatch::store::Store;
use jiff::Timestamp;

use super::args::{Global, Show};
use super::exit::{DONE, Failure, Outcome};
use super::read::days;
use super::session;

/// Tells an area's history, programme by programme.
pub fn run(global: &Global, options: &Show) -> Outcome {
    let config = session::config(global)?;
    let knowledge = session::knowledge(&config)?;
    let store = session::store(&config)?;
    let area = session::area(&knowledge, &options.area)?;
    let programme =
        options.programme.as_deref().map(|id| session::programme(&knowledge, id)).transpose()?;
    let code = knowledge.areas.series_code(&area.code);
    let mut series = store.series(Some(code)).map_err(Failure::other)?;
    series.retain(|key| programme.as_ref().is_none_or(|wanted| key.programme == *wanted));
    let mut out = io::stdout().lock();
    heading(&mut out, area, &knowledge)?;
    if series.is_empty() {
        writeln!(out, "\nNothing is recorded.")?;
    }
    for key in series {
        let history = history(&store, &knowledge, &key)?;
        told(&mut out, &key, &history, &knowledge)?;
    }
    Ok(DONE)
}

fn history(store: &Store, knowledge: &Knowledge, key: &SeriesKey) -> Result<History, Failure> {
    let matcher = |a: &[_], b: &[_]| match_priorities(a, b, &knowledge.concerns);
    let pipeline = Pipeline {
        store,
        knowledge,
        matcher: &matcher,
        decide: &|_| Decisions::default(),
        reader: env!("CARGO_PKG_VERSION"),
        now: Timestamp::now(),
    };
    pipeline.history(key).map_err(Failure::other)
}

fn heading(out: &mut impl Write, area: &Area, knowledge: &Knowledge) -> io::Result<()> {
    writeln!(out, "{} ({}), {}", area.name, area.code, area.region)?;
    for succession in knowledge.areas.predecessors(&area.code) {
        if let Some(before) = knowledge.areas.get(&succession.predecessor) {
            writeln!(out, "Since {}; before that, {}.", succession.date, before.name)?;
        }
    }
    if let Some(last) = area.valid_to {
        writeln!(out, "Until {last}.")?;
    }
    Ok(())
}

fn told(
    out: &mut impl Write,
    key: &SeriesKey,
    history: &History,
    knowledge: &Knowledge,
) -> io::Result<()> {
    let name = knowledge.frameworks.programme(&key.programme).map_or("", |p| p.name.as_str());
    writeln!(out, "\n{name}")?;
    for inspection in &history.inspections {
        writeln!(out, "  {}", line(inspection, knowledge))?;
    }
    for inspection in &history.undated {
        writeln!(out, "  undated, not compared  {}", event(inspection))?;
    }
    standing(out, history, knowledge)?;
    open(out, history)
}

fn line(inspection: &Inspection, knowledge: &Knowledge) -> String {
    let when = match (inspection.telling.inspected, inspection.placed) {
        (Some(range), _) => days(range),
        (None, Some(range)) => format!("before {}", range.to),
        (None, None) => "undated".to_owned(),
    };
    let grades: Vec<String> = inspection
        .telling
        .judgements
        .iter()
        .map(|j| format!("{} {}", j.id, grade_label(&j.grade, &j.id, inspection, knowledge)))
        .collect();
    let count = inspection.telling.improvement_areas.len();
    let mut parts = vec![event(inspection)];
    if !grades.is_empty() {
        parts.push(grades.join(", "));
    }
    if count > 0 {
        parts.push(format!("{count} improvement area{}", if count == 1 { "" } else { "s" }));
    }
    let mut line = format!("{when:<26}{}", parts.join("; "));
    for doubt in &inspection.telling.doubts {
        line.push_str(&format!("\n      ? {}", doubt.message));
    }
    line
}

fn event(inspection: &Inspection) -> String {
    let framework = inspection.telling.framework.as_ref().map_or("", |f| f.as_str());
    match inspection.telling.event {
        Event::Inspection => framework.to_owned(),
        other => other.as_str().replace('-', " "),
    }
}

fn standing(out: &mut impl Write, history: &History, knowledge: &Knowledge) -> io::Result<()> {
    for standing in &history.grades {
        let inspection = &history.inspections[standing.since];
        let judgement = &standing.judgement;
        let grade = grade_label(&judgement.grade, &judgement.id, inspection, knowledge);
        let since = inspection.placed.map_or(String::new(), |r| format!(", {}", r.from.year()));
        writeln!(out, "  stands: {} {grade}{since}", judgement.id)?;
    }
    Ok(())
}

fn open(out: &mut impl Write, history: &History) -> io::Result<()> {
    for open in &history.open {
        let mark = if open.item.kind == PriorityKind::PriorityAction { "!" } else { "-" };
        writeln!(out, "  {mark} {}", open.item.text)?;
        let first = open.raised_in.first().and_then(|at| history.inspections[*at].placed);
        let times = open.raised_in.len();
        if let (true, Some(first)) = (times > 1, first) {
            writeln!(out, "      raised in {times} inspections since {}", first.from.year())?;
        }
    }
    Ok(())
}

fn grade_label(
    grade: &GradeId,
    judgement: &JudgementId,
    inspection: &Inspection,
    knowledge: &Knowledge,
) -> String {
    let frameworks = &knowledge.frameworks;
    let framework = inspection.telling.framework.as_ref().and_then(|id| frameworks.get(id));
    framework
        .and_then(|f| f.judgement(judgement, inspection.telling.event))
        .and_then(|spec| frameworks.scale(&spec.scale))
        .and_then(|scale| scale.grades.iter().find(|g| g.id == *grade))
        .map_or_else(|| grade.as_str().replace('-', " "), |g| g.label.clone())
}
