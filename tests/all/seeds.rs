//! The five seed releases, read as an expert reads them. They are not ours to publish, so this test
//! holds ranges of their characters, codes and grades, and runs where they lie beside the project.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::shared::shared;
use inspectwatch::extract;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::reading::{Extraction, PriorityKind, Telling};
use inspectwatch::read;

/// What one seed must give; ranges count characters of the file.
struct Seed {
    number: &'static str,
    area: &'static str,
    framework: &'static str,
    judgements: &'static [(&'static str, &'static str, Range<usize>)],
    previous: &'static [(&'static str, &'static str, i16)],
    items: &'static [Range<usize>],
    inspected: Option<(&'static str, &'static str)>,
    doubts: &'static [&'static str],
}

const SEEDS: [Seed; 5] = [
    Seed {
        number: "000",
        area: "E08000036",
        framework: "area-send-2023",
        judgements: &[("outcome", "positive", 140..163)],
        previous: &[],
        items: &[],
        inspected: None,
        doubts: &[],
    },
    Seed {
        number: "001",
        area: "E06000007",
        framework: "area-send-2023",
        judgements: &[],
        previous: &[],
        items: &[2024..2228, 2258..2411],
        inspected: Some(("2022-02-01", "2022-02-28")),
        doubts: &["date-outside-framework", "grade-not-stated"],
    },
    Seed {
        number: "002",
        area: "E08000036",
        framework: "ilacs-2018",
        judgements: &[
            ("overall", "good", 0..4),
            ("leaders", "outstanding", 153..164),
            ("help-and-protection", "good", 684..702),
            ("in-care", "good", 684..702),
        ],
        previous: &[
            ("overall", "inadequate", 2018),
            ("leaders", "inadequate", 2018),
            ("help-and-protection", "inadequate", 2018),
            ("in-care", "inadequate", 2018),
        ],
        items: &[3923..3971, 4034..4088],
        inspected: Some(("2021-11-01", "2021-11-30")),
        doubts: &[],
    },
    Seed {
        number: "003",
        area: "E08000031",
        framework: "local-area-send-2016",
        judgements: &[("outcome", "wsoa", 299..326)],
        previous: &[],
        items: &[2026..2101, 2106..2156],
        inspected: None,
        doubts: &[],
    },
    Seed {
        number: "004",
        area: "E06000064",
        framework: "area-send-2023",
        judgements: &[("outcome", "inconsistent", 351..364)],
        previous: &[],
        items: &[1670..1736, 1740..1998, 2002..2180, 2184..2411],
        inspected: None,
        doubts: &[],
    },
];

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds")
}

fn file(number: &str) -> Option<(Vec<u8>, Vec<char>)> {
    let entry = fs::read_dir(seeds())
        .ok()?
        .flatten()
        .find(|e| e.file_name().to_string_lossy().starts_with(number))?;
    let bytes = fs::read(entry.path()).ok()?;
    let characters = String::from_utf8_lossy(&bytes).chars().collect();
    Some((bytes, characters))
}

/// The words of a range with white space as texts have it.
fn words(characters: &[char], range: &Range<usize>) -> String {
    let raw: String = characters[range.clone()].iter().collect();
    raw.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_seeds_are_read_as_an_expert_reads_them() {
    if shared("seeds").is_none() {
        return;
    }
    let knowledge = Knowledge::embedded().expect("embedded");
    for seed in &SEEDS {
        let (bytes, characters) = file(seed.number).expect("the release is among the five");
        let document = read::read(&bytes).expect("a text file");
        let extraction = extract::extract(&document.text, &knowledge);
        check(seed, &extraction, &characters, &document.text.content);
    }
}

fn check(seed: &Seed, extraction: &Extraction, characters: &[char], content: &str) {
    let number = seed.number;
    let [telling] = extraction.inspections.as_slice() else {
        panic!("{number}: {} inspections", extraction.inspections.len());
    };
    assert_eq!(telling.area.as_ref().map(|a| a.code.0.as_str()), Some(seed.area), "{number}");
    assert_eq!(telling.framework.as_ref().map(|f| f.as_str()), Some(seed.framework), "{number}");
    assert_eq!(telling.event.as_str(), "inspection", "{number}");
    let inspected = telling.inspected.map(|i| (i.from.to_string(), i.to.to_string()));
    let wanted = seed.inspected.map(|(from, to)| (from.to_owned(), to.to_owned()));
    assert_eq!(inspected, wanted, "{number}");
    judgements(seed, telling, characters, content);
    let mut previous: Vec<_> = telling
        .previous
        .iter()
        .map(|p| (p.id.as_str(), p.grade.as_str(), p.year.unwrap_or(0)))
        .collect();
    previous.sort_unstable();
    let mut wanted = seed.previous.to_vec();
    wanted.sort_unstable();
    assert_eq!(previous, wanted, "{number}");
    let items: Vec<&str> = telling.improvement_areas.iter().map(|i| i.text.as_str()).collect();
    // Told by the short name, proved by the release's own words.
    let whole: Vec<String> = seed.items.iter().map(|r| words(characters, r)).collect();
    let wanted: Vec<String> =
        whole.iter().map(|w| w.replace("Education, Health and Care Plans", "EHC plans")).collect();
    assert_eq!(items, wanted, "{number}");
    for (item, whole) in telling.improvement_areas.iter().zip(&whole) {
        let proof: Vec<&str> = item.evidence.iter().map(|e| e.quote.as_str()).collect();
        let proof = proof.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(proof.contains(whole.as_str()), "{number}: {proof}");
    }
    assert!(
        telling.improvement_areas.iter().all(|i| i.kind == PriorityKind::Improvement),
        "{number}"
    );
    let doubts: Vec<String> =
        telling.doubts.iter().map(|d| serde_json::to_string(&d.code).expect("a word")).collect();
    let wanted: Vec<String> = seed.doubts.iter().map(|d| format!("\"{d}\"")).collect();
    assert_eq!(doubts, wanted, "{number}");
}

fn judgements(seed: &Seed, telling: &Telling, characters: &[char], content: &str) {
    let number = seed.number;
    let mut found: Vec<_> =
        telling.judgements.iter().map(|j| (j.id.as_str(), j.grade.as_str())).collect();
    found.sort_unstable();
    let mut wanted: Vec<_> = seed.judgements.iter().map(|(id, grade, _)| (*id, *grade)).collect();
    wanted.sort_unstable();
    assert_eq!(found, wanted, "{number}");
    for judgement in &telling.judgements {
        let range = seed.judgements.iter().find(|(id, _, _)| *id == judgement.id.as_str());
        let proof = range.map(|(_, _, r)| words(characters, r)).expect("compared above");
        assert!(judgement.evidence.iter().any(|e| e.quote.contains(&proof)), "{number} {proof}");
        assert!(judgement.evidence.iter().all(|e| content[e.start..e.end] == e.quote), "{number}");
    }
}
