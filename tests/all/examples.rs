//! Each release of `seeds/` is read as a person reads it: no more and no less.

use std::fs;
use std::path::Path;

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::reading::Telling;
use inspectwatch::read;
use inspectwatch::release;

/// Reads an example and states it in one line: area, framework, event, days, grades, what was
/// before, how many priorities.
fn said(name: &str, knowledge: &Knowledge) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    let bytes = fs::read(path).expect("the example is there");
    let examined = release::examine(name, &bytes, &|bytes| read::read(bytes), knowledge);
    assert_eq!(examined[0].reading.error, None, "{name}");
    let told: Vec<_> = examined[0].reading.inspections.iter().map(line).collect();
    told.join(" | ")
}

fn line(telling: &Telling) -> String {
    let framework = telling.framework.as_ref().map_or("?", |f| f.as_str());
    let days =
        telling.inspected.map_or("?".into(), |range| format!("{}..{}", range.from, range.to));
    let mut grades: Vec<_> =
        telling.judgements.iter().map(|j| format!("{}={}", j.id, j.grade)).collect();
    grades.sort();
    let before: Vec<_> = telling
        .previous
        .iter()
        .map(|p| format!("{}={} {}", p.id, p.grade, p.year.map_or("?".into(), |y| y.to_string())))
        .collect();
    format!(
        "{} {framework} {} {days} [{}] before [{}] {} priorities",
        telling.area.as_ref().map_or("?", |area| area.name.as_str()),
        telling.event.as_str(),
        grades.join(", "),
        before.join(", "),
        telling.improvement_areas.len()
    )
}

const EXPECTED: &[(&str, &str)] = &[
    (
        "2016-10-12-wakefield-childrens-services.txt",
        "Wakefield sif-2013 inspection 2016-07-05..2016-07-27 [adoption=good, care-leavers=good, help-and-protection=requires-improvement, in-care=requires-improvement, leaders=requires-improvement, overall=requires-improvement] before [] 4 priorities",
    ),
    (
        "2018-07-18-wakefield-childrens-services.eml",
        "Wakefield ilacs-2018 inspection 2018-06-04..2018-06-15 [help-and-protection=inadequate, in-care=inadequate, leaders=inadequate, overall=inadequate] before [overall=requires-improvement 2016] 5 priorities",
    ),
    (
        "2019-01-21-blackpool-childrens-services.txt",
        "Blackpool ilacs-2018 inspection 2018-11-26..2018-12-07 [help-and-protection=inadequate, in-care=requires-improvement, leaders=inadequate, overall=inadequate] before [overall=requires-improvement 2014] 4 priorities",
    ),
    (
        "2019-08-20-warrington-childrens-services.docx",
        "Warrington ilacs-2018 inspection 2019-07-08..2019-07-19 [help-and-protection=good, in-care=good, leaders=good, overall=good] before [overall=requires-improvement 2015] 3 priorities",
    ),
    (
        "2020-12-09-wakefield-focused-visit.md",
        "Wakefield ilacs-2018 focused-visit 2020-11-03..2020-11-05 [] before [] 2 priorities",
    ),
    (
        "2021-11-30-wolverhampton-send.html",
        "Wolverhampton local-area-send-2016 inspection 2021-09-20..2021-09-24 [outcome=wsoa] before [] 2 priorities",
    ),
    (
        "2022-01-05-wakefield-childrens-services.html",
        "Wakefield ilacs-2018 inspection 2021-11-08..2021-11-19 [help-and-protection=good, in-care=good, leaders=outstanding, overall=good] before [overall=inadequate 2018] 2 priorities",
    ),
    (
        "2022-01-06-wakefield-newspaper.html",
        "Wakefield ilacs-2018 inspection 2021-11-01..2021-11-30 [leaders=outstanding, overall=good] before [overall=inadequate 2018] 0 priorities",
    ),
    (
        "2022-05-23-wolverhampton-childrens-services.pdf",
        "Wolverhampton ilacs-2018 inspection 2022-03-28..2022-04-01 [help-and-protection=good, in-care=good, leaders=outstanding, overall=good] before [] 4 priorities",
    ),
    (
        "2022-11-22-cumbria-childrens-services.txt",
        "Cumbria ilacs-2018 inspection 2022-09-01..2022-09-30 [overall=requires-improvement] before [] 0 priorities",
    ),
    (
        "2023-02-13-blackpool-childrens-services.md",
        "Blackpool ilacs-2018 inspection 2022-12-05..2022-12-16 [help-and-protection=requires-improvement, in-care=good, leaders=requires-improvement, overall=requires-improvement] before [overall=inadequate 2018] 4 priorities",
    ),
    (
        "2023-05-05-warrington-send.txt",
        "Warrington area-send-2023 inspection 2022-02-01..2022-02-28 [] before [] 2 priorities",
    ),
    (
        "2023-05-08-warrington-parent-forum.md",
        "Warrington area-send-2023 inspection 2023-02-06..2023-02-10 [outcome=inconsistent] before [] 4 priorities",
    ),
    (
        "2024-06-28-westmorland-and-furness-childrens-services.html",
        "Westmorland and Furness ilacs-2023 inspection 2024-04-22..2024-05-03 [care-leavers=requires-improvement, help-and-protection=good, in-care=good, leaders=good, overall=good] before [] 4 priorities",
    ),
    (
        "2024-07-22-warrington-childrens-services.odt",
        "Warrington ilacs-2023 inspection 2024-06-10..2024-06-14 [care-leavers=good, help-and-protection=good, in-care=outstanding, leaders=outstanding, overall=good] before [] 3 priorities",
    ),
    (
        "2024-07-26-wakefield-send.txt",
        "Wakefield area-send-2023 inspection 2024-03-18..2024-03-22 [outcome=positive] before [] 2 priorities",
    ),
    ("2025-02-14-school-rating.txt", ""),
    (
        "2025-04-09-westmorland-and-furness-send.txt",
        "Westmorland and Furness area-send-2023 inspection ? [outcome=inconsistent] before [] 4 priorities",
    ),
    (
        "2025-07-18-wakefield-childrens-services.pdf",
        "Wakefield ilacs-2023 inspection 2025-03-24..2025-03-28 [care-leavers=requires-improvement, help-and-protection=good, in-care=outstanding, leaders=good, overall=good] before [overall=good 2021] 2 priorities",
    ),
    (
        "2026-06-18-wolverhampton-childrens-services.eml",
        "Wolverhampton ilacs-2023 inspection 2026-01-26..2026-01-30 [care-leavers=outstanding, help-and-protection=requires-improvement, in-care=outstanding, leaders=good, overall=good] before [overall=good ?] 3 priorities",
    ),
    (
        "2026-08-10-blackpool-childrens-services.pdf",
        "Blackpool ilacs-2026 inspection 2026-06-08..2026-06-19 [care-leavers=outstanding, help-and-protection=good, in-care=outstanding, leaders=outstanding] before [] 1 priorities",
    ),
];

#[test]
fn every_example_is_read_as_a_person_reads_it() {
    let knowledge = Knowledge::embedded().expect("well formed");
    let wrong: Vec<_> = EXPECTED
        .iter()
        .filter_map(|(name, want)| {
            let got = said(name, &knowledge);
            (got != *want).then(|| format!("{name}\n  want {want}\n  got  {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}
