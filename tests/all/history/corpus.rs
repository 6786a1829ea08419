//! The rating changes that checked labels imply, where the labels are at hand. Readings are made
//! from the labels, so that only the history is judged. The figures are those of `score-changes`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use inspectwatch::model::change::{Change, ChangeKind, EarlierBasis};
use inspectwatch::model::framework::Event;
use inspectwatch::model::reading::Source;
use serde_json::Value;

use crate::shared::shared;

use super::scene::{Release, Scene, release};

/// Area, programme, judgement, from, to, first day.
type Implied = [String; 6];

/// Grades by judgement.
type Grades = BTreeMap<String, String>;

/// Framework and grades of each inspection of a series, by its first day.
type Series = BTreeMap<String, (String, Grades)>;

fn labels() -> Option<Vec<Value>> {
    let text = fs::read_to_string(shared("corpus/truth.jsonl")?).expect("readable");
    Some(text.lines().map(|line| serde_json::from_str(line).expect("a label")).collect())
}

fn word<'a>(label: &'a Value, key: &str) -> Option<&'a str> {
    label[key].as_str()
}

fn grades(label: &Value) -> Grades {
    let given = label["judgements"].as_object().into_iter().flatten();
    given.filter_map(|(id, g)| Some((id.clone(), g.as_str()?.to_owned()))).collect()
}

fn told(label: &Value) -> Option<Release> {
    let framework = word(label, "framework").unwrap_or_default();
    let programme = word(label, "programme").filter(|p| *p != "none")?;
    let mut told = release(word(label, "file")?, framework)
        .programme(programme)
        .area(word(label, "area_code")?, word(label, "area").unwrap_or_default());
    told = match word(label, "event")? {
        "focused-visit" => told.event(Event::FocusedVisit),
        "monitoring-visit" => told.event(Event::MonitoringVisit),
        "revisit" => told.event(Event::Revisit),
        _ => told,
    };
    if word(label, "kind") != Some("press") {
        told = told.by(Source::Report);
    }
    if let (Some(from), Some(to)) = (word(label, "inspection_start"), word(label, "inspection_end"))
    {
        told = told.inspected(from, 0);
        told.0.telling.inspected.as_mut().expect("just set").to = super::scene::day(to);
    }
    for (id, grade) in grades(label) {
        told = told.grade(&id, &grade);
    }
    for item in label["improvement_areas"].as_array().into_iter().flatten() {
        told = told.item(item.as_str().unwrap_or_default());
    }
    if let (Some(grade), Some(year)) =
        (word(&label["previous"], "grade"), label["previous"]["year"].as_i64())
    {
        told = told.previous("overall", grade, i16::try_from(year).ok());
    }
    Some(told)
}

fn scale(framework: &str) -> Option<&'static str> {
    match framework {
        "sif-2013" | "ilacs-2018" | "ilacs-2023" | "ilacs-2026" => Some("ofsted-4"),
        "area-send-2023" => Some("send-3"),
        "local-area-send-2016" => Some("wsoa"),
        _ => None,
    }
}

fn implied(labels: &[Value]) -> BTreeSet<Implied> {
    let mut series: BTreeMap<(String, String), Series> = BTreeMap::new();
    for label in labels {
        let graded = word(label, "event") == Some("inspection") && !grades(label).is_empty();
        let (Some(start), true) = (word(label, "inspection_start"), graded) else { continue };
        let key = ["area_code", "programme"].map(|k| word(label, k).unwrap_or_default().to_owned());
        let framework = word(label, "framework").unwrap_or_default().to_owned();
        let inspections = series.entry(key.into()).or_default();
        let inspection = inspections.entry(start.to_owned()).or_insert((framework, Grades::new()));
        inspection.1.extend(grades(label));
    }
    let mut changes = BTreeSet::new();
    for ((area, programme), inspections) in series {
        let mut last: BTreeMap<(String, &str), String> = BTreeMap::new();
        for (start, (framework, grades)) in inspections {
            for (judgement, grade) in grades {
                let Some(scale) = scale(&framework) else { continue };
                let before = last.insert((judgement.clone(), scale), grade.clone());
                if let Some(before) = before.filter(|b| *b != grade) {
                    let (area, programme) = (area.clone(), programme.clone());
                    changes.insert([area, programme, judgement, before, grade, start.clone()]);
                }
            }
        }
    }
    changes
}

fn given(log: &[Change]) -> BTreeSet<Implied> {
    let ratings = log.iter().filter(|change| {
        let earlier = change.earlier.as_ref();
        let recorded = earlier.is_some_and(|e| e.basis != Some(EarlierBasis::Stated));
        change.kind == ChangeKind::Rating && recorded
    });
    let text = |change: &Change| -> Option<Implied> {
        Some([
            change.area.code.0.clone(),
            change.programme.0.clone(),
            change.judgement.as_ref()?.0.clone(),
            change.from.as_ref()?.0.clone(),
            change.to.as_ref()?.0.clone(),
            change.later.inspected?.from.to_string(),
        ])
    };
    ratings.map(|change| text(change).expect("a rating change says all of this")).collect()
}

#[test]
fn changes_are_those_that_the_labels_imply() {
    let Some(labels) = labels() else { return };
    let scene = Scene::new();
    for release in labels.iter().filter_map(told) {
        scene.record(&release);
    }
    let (wanted, given) = (implied(&labels), given(&scene.log(true)));
    let hits = wanted.intersection(&given).count();
    let share = |of: usize| hits as f64 / of as f64;
    let (precision, recall) = (share(given.len()), share(wanted.len()));
    println!("rating changes: precision {precision:.4} recall {recall:.4} of {}", wanted.len());
    assert!(precision >= 0.995, "{:?}", given.difference(&wanted).collect::<Vec<_>>());
    assert!(recall >= 0.995, "{:?}", wanted.difference(&given).collect::<Vec<_>>());
}

#[test]
fn the_current_log_of_the_labels_does_not_depend_on_their_order() {
    let Some(labels) = labels() else { return };
    let releases: Vec<_> = labels.iter().filter_map(told).collect();
    let log = |order: &mut dyn Iterator<Item = &Release>| {
        let scene = Scene::new();
        order.for_each(|release| {
            scene.record(release);
        });
        super::orders::bare(scene.log(true))
    };
    assert!(log(&mut releases.iter()) == log(&mut releases.iter().rev()));
}
