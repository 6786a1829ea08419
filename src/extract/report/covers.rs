//! Covers and letter heads in our own words, for every area and the ways in which they name it.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::extract;
use crate::knowledge::{Area, Knowledge};
use crate::model::text::{BlockKind, Text};

/// Heads of documents; `@` is where the area is named, `|` ends a block, the rest is the same.
const HEADS: [&str; 12] = [
    "Inspection of @ local authority children’s services|Inspection dates: 6 to 10 June #|Lead inspector: A Person|The impact of leaders on social work practice Good",
    "@|Inspection of children’s social care services|Inspection dates: 6 to 10 June #|Lead inspector: A Person|The impact of leaders on social work practice Good",
    "@|Inspection of services for children in need of help and protection, children looked after and care leavers|Inspection date: 6 June # – 10 June #|Leadership, management and governance Good",
    "8 July #|A Person|Director of Children’s Services|Dear A|Focused visit to @ children’s services|This letter summarises the findings of the focused visit to @ on 6 and 7 June #. The inspectors were two.",
    "8 July #|A Person|Director of Children’s Services, @|1 High Street|Dear A|Focused visit|This letter summarises the findings of a visit on 6 and 7 June #.",
    "8 July #|Dear A|Monitoring visit of @ children’s services|This letter summarises the findings of the monitoring visit to @ on 6 and 7 June #.",
    "Area SEND inspection of @ Local Area Partnership|Inspection dates: 6 to 10 June #|Inspection outcome",
    "8 July #|A Person, Director|Dear local partnership|Joint targeted area inspection of the multi-agency response to neglect in @|This letter summarises our findings after the joint inspection took place from 6 to 10 June #, with the Care Quality Commission.",
    "8 July #|Dear A|Joint area SEND inspection in @|Between 6 June # and 10 June #, Ofsted and the Care Quality Commission inspected the area of @ to judge how well it does.",
    "8 July #|Dear A|Joint area SEND revisit in @|Between 6 June # and 8 June #, Ofsted and the Care Quality Commission revisited the area of @ to decide whether it has done enough.",
    "@: local authority assessment|How we assess local authorities|Overall summary",
    "An inspection of youth justice services in @|HM Inspectorate of Probation|Overall rating Good",
];

/// How texts name an area, beyond its names in `areas.csv`.
fn names(area: &Area) -> BTreeSet<String> {
    let name = area.name.split(" (").next().unwrap_or(&area.name);
    let kinds: &[&str] = match area.kind.split([' ', '(']).next() {
        Some("London") if name != "City of London" => &["London Borough of @", "@ Council"],
        Some("metropolitan") => {
            &["@ Metropolitan Borough Council", "@ City Council", "@ Borough Council", "@ Council"]
        }
        Some("county") => &["@ County Council", "@ Council"],
        Some("unitary") => &["@ Council", "@ Borough Council", "@ City Council"],
        _ => &[],
    };
    let bases = [name.to_owned(), area.council.clone()];
    let kinds = kinds.iter().map(|kind| kind.replace('@', name));
    let all: Vec<String> = bases.into_iter().chain(kinds).collect();
    let mut names = BTreeSet::new();
    for name in all {
        names.insert(name.replace('-', " "));
        names.insert(name.replace(" and ", " & "));
        names.insert(name.replace("St ", "St. "));
        names.insert(name.to_uppercase());
        names.insert(name.replace(" upon ", "-upon-"));
        names.insert(name);
    }
    names
}

/// A day on which the area existed.
fn day(area: &Area) -> Date {
    let since = area.valid_from.map_or(date(2018, 6, 6), |from| from.max(date(2018, 6, 6)));
    area.valid_to.map_or(since, |to| to.saturating_sub(1.year())).max(since.min(date(2018, 6, 6)))
}

#[test]
fn every_area_is_known_by_every_name_on_every_kind_of_head() {
    let knowledge = Knowledge::embedded().expect("embedded");
    let mut wrong = Vec::new();
    for area in knowledge.areas.iter() {
        let year = day(area).year() + i16::from(area.valid_to.is_none());
        for (n, head) in HEADS.iter().enumerate() {
            // Nobody assesses what is abolished; an address says which kind of council it is.
            let present = head.contains(" #") || area.valid_to.is_none();
            let addressed = head.contains("Services, @");
            let fits = |name: &String| !addressed || !name.eq_ignore_ascii_case(&area.name);
            // All ways of naming on four heads, the two plain ones on the others.
            let plain = |name: &String| [&area.name, &area.council].contains(&name);
            let asked = |name: &String| present && fits(name) && (n % 3 == 0 || plain(name));
            for name in names(area).into_iter().filter(asked) {
                let mut text = Text::default();
                for block in head.replace('@', &name).replace('#', &year.to_string()).split('|') {
                    text.push(BlockKind::Paragraph, block, 1);
                }
                let found = extract(&text, &knowledge)
                    .and_then(|e| e.inspections.into_iter().next())
                    .and_then(|telling| telling.area);
                if found.as_ref().map(|a| &a.code) != Some(knowledge.areas.series_code(&area.code))
                {
                    let found = found.map_or("none".to_owned(), |a| a.name);
                    wrong.push(format!("{n} {name} ({year}): {found}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} heads:\n{}", wrong.len(), wrong.join("\n"));
}
