//! Corrections and reading again through the real binary: what they print, change, and leave alone.

use std::path::Path;
use std::process::{Command, Output};

use inspectwatch::alert::rules::Decisions;
use inspectwatch::history::priority::matcher;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::reading::ImprovementArea;
use inspectwatch::pipeline::Pipeline;
use inspectwatch::store::Store;
use serde_json::Value;
use tempfile::TempDir;

const SIGNED: [&str; 4] = ["--by", "J. Bloggs", "--why", "I read the report"];
const REPORT: &str = "2025-07-18-wakefield-childrens-services.pdf";
const COUNCIL: &str = "2022-01-05-wakefield-childrens-services.html";
const NEWSPAPER: &str = "2022-01-06-wakefield-newspaper.html";

/// A store filled from the example releases.
struct Shelf {
    place: TempDir,
}

impl Shelf {
    fn new() -> Self {
        let shelf = Self { place: tempfile::tempdir().expect("a directory") };
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        shelf.tells(&["scan", "--quiet", &seeds.to_string_lossy()]);
        shelf
    }

    fn store(&self) -> std::path::PathBuf {
        self.place.path().join("store.db")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_inspectwatch"))
            .arg("--store")
            .arg(self.store())
            .args(arguments)
            .current_dir(self.place.path())
            .env_remove("INSPECTWATCH_CONFIG")
            .env_remove("INSPECTWATCH_STORE")
            .output()
            .expect("the binary runs")
    }

    /// What a command prints that must succeed.
    #[track_caller]
    fn tells(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stdout).expect("UTF-8");
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}\n{complaint}");
        said
    }

    #[track_caller]
    fn corrects(&self, arguments: &[&str]) -> String {
        self.tells(&[&["correct"], arguments, &SIGNED].concat())
    }

    /// What a command that must be refused as wrongly used says.
    #[track_caller]
    fn refuses(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(output.stderr).expect("UTF-8")
    }

    /// The current log, without the moments of recording.
    fn log(&self) -> Vec<Value> {
        let said = self.tells(&["log", "--current", "--format", "json"]);
        let mut entries: Vec<Value> =
            said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        entries.iter_mut().for_each(|entry| {
            entry.as_object_mut().expect("an object").remove("recorded_at");
        });
        entries
    }

    /// Ids of the current entries of an area that say this of a priority.
    fn priorities(&self, area: &str, status: &str) -> Vec<String> {
        let log = self.log().into_iter();
        let found = log.filter(|e| e["area"]["name"] == area && e["status"] == status);
        found.map(|entry| entry["id"].as_str().expect("an id").to_owned()).collect()
    }
}

#[track_caller]
fn has(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "`{part}` is not in:\n{said}");
    }
}

#[test]
fn a_person_sets_a_grade_sees_what_follows_and_takes_it_back() {
    let shelf = Shelf::new();
    let before = shelf.log();
    let change = ["correct", "grade", REPORT, "care-leavers", "good"];
    has(&shelf.refuses(&change), &["--by", "--why"]);
    let trial = shelf.tells(&[&change[..], &["--dry-run"]].concat());
    has(
        &trial,
        &["Would be corrected: care-leavers: good", "No longer holds", "Nothing was changed"],
    );
    assert_eq!(shelf.log(), before);

    has(&shelf.corrects(&change[1..]), &["Corrected: care-leavers: good", REPORT]);
    assert_ne!(shelf.log(), before);
    has(&shelf.tells(&["log"]), &["Corrected by J. Bloggs: I read the report."]);
    let shown = shelf.tells(&["show", "Wakefield"]);
    has(&shown, &["corrected: care-leavers: good (J. Bloggs on ", ": I read the report)"]);
    let rating = shelf.log().into_iter().rfind(|e| e["kind"] == "rating").expect("one");
    assert_eq!(rating["area"]["name"], before.last().expect("one")["area"]["name"]);

    let listed = shelf.tells(&["correct", "list", "--area", "Wakefield"]);
    has(&listed, &["   1  Wakefield, childrens-services: care-leavers: good", "J. Bloggs on "]);
    has(&shelf.tells(&["correct", "list", "--area", "Leeds"]), &["Nothing was corrected"]);
    has(&shelf.corrects(&["undo", "1"]), &["taken back", "Holds now"]);
    assert_eq!(shelf.log(), before);
    has(&shelf.tells(&["correct", "list"]), &["taken back by J. Bloggs on "]);
    has(&shelf.refuses(&[&["correct", "undo", "1"], &SIGNED[..]].concat()), &["no correction 1"]);
}

#[test]
fn explaining_a_change_tells_what_people_corrected_of_it() {
    let shelf = Shelf::new();
    shelf.corrects(&["grade", REPORT, "overall", "inadequate"]);
    let is_it = |e: &Value| e["judgement"] == "overall" && e["to"] == "inadequate";
    let overall = shelf.log().into_iter().rfind(is_it);
    let id = overall.expect("the change")["id"].as_str().expect("an id").to_owned();
    let said = shelf.tells(&["explain", &id]);
    has(&said, &["Good → Inadequate", "corrected: overall: inadequate", "by J. Bloggs on "]);
}

#[test]
fn every_field_can_be_set_and_the_correction_taken_back() {
    let shelf = Shelf::new();
    let before = shelf.log();
    for (number, correction) in [
        &["grade", REPORT, "leaders", "none"][..],
        &["date", REPORT, "2025-01-13", "2025-01-17"],
        &["event", REPORT, "focused-visit"],
        &["framework", REPORT, "ilacs-2018"],
        &["priority", REPORT, "Visits to children placed far from home", "--urgent"],
        &["area", REPORT, "Leeds"],
        &["dismiss", REPORT],
        &["split", COUNCIL, NEWSPAPER],
    ]
    .into_iter()
    .enumerate()
    {
        shelf.corrects(correction);
        assert_ne!(shelf.log(), before, "{correction:?} changed nothing");
        shelf.corrects(&["undo", &(number + 1).to_string()]);
        assert_eq!(shelf.log(), before, "{correction:?} left something behind");
    }
}

#[test]
fn improvement_areas_are_named_by_their_words() {
    let shelf = Shelf::new();
    let ids = shelf.priorities("Wakefield", "new");
    let log = shelf.log();
    let last = log.iter().rfind(|e| e["id"] == ids[ids.len() - 1].as_str()).expect("it");
    let text = last["later_text"].as_str().expect("words");
    let of = last["later"]["releases"][0].as_str().expect("a digest");
    let of = of.get("blake3:".len()..20).expect("a digest");
    has(&shelf.corrects(&["priority", of, text, "--urgent"]), &["priority action: “", text]);
    has(&shelf.corrects(&["no-priority", of, text]), &["no improvement area: “", text]);
    assert!(!shelf.log().iter().any(|entry| entry["later_text"] == text));
    let none = [&["correct", "no-priority", of, "words of no item"], &SIGNED[..]].concat();
    has(&shelf.refuses(&none), &["no item of this inspection"]);
}

#[test]
fn priorities_are_parted_and_joined_by_the_ids_of_the_log() {
    let shelf = Shelf::new();
    let before = shelf.log();
    let reworded = shelf.priorities("Wakefield", "reworded");
    has(&shelf.corrects(&["unlink", &reworded[0]]), &["does not continue", "new priority"]);
    assert!(!shelf.priorities("Wakefield", "reworded").contains(&reworded[0]));
    let parted = shelf.log();
    let entry = before.iter().find(|e| e["id"] == reworded[0].as_str()).expect("it");
    let id = |key: &str, status: &str| {
        let found = parted.iter().find(|e| e["status"] == status && e[key] == entry[key]);
        found.expect("an entry")["id"].as_str().expect("an id").to_owned()
    };
    let (ended, new) = (id("earlier_text", "no-longer-raised"), id("later_text", "new"));
    has(&shelf.corrects(&["link", &ended[..8], &new[..8]]), &["continues", "Holds now"]);
    assert!(shelf.priorities("Wakefield", "reworded").contains(&reworded[0]));
}

#[test]
fn what_makes_no_sense_is_refused_with_what_would() {
    let shelf = Shelf::new();
    for (arguments, say) in [
        (&["grade", REPORT, "overall", "splendid"][..], "requires-improvement"),
        (&["grade", REPORT, "outcome", "positive"], "help-and-protection"),
        (&["grade", "no-such-file.pdf", "overall", "good"], "inspectwatch show AREA"),
        (&["grade", &format!("{REPORT}:7"), "overall", "good"], "1 inspection"),
        (&["date", REPORT, "yesterday"], "2024-03-18"),
        (&["date", REPORT, "2025-02-02", "2025-02-01"], "before the first"),
        (&["framework", REPORT, "area-send-2023"], "ilacs-2018"),
        (&["event", REPORT, "party"], "focused-visit"),
        (&["area", REPORT, "Atlantis"], "Atlantis"),
        (&["merge", REPORT, REPORT], "two different"),
        (&["merge", REPORT, "2024-07-26-wakefield-send.txt"], "different areas or programmes"),
        (&["unlink", "ffffffffffff"], "no change"),
    ] {
        has(&shelf.refuses(&[&["correct"], arguments, &SIGNED].concat()), &[say]);
    }
    has(&shelf.tells(&["correct", "list"]), &["Nothing was corrected"]);
}

/// Puts a reading in the store as an older version might have made it.
fn age(shelf: &Shelf) {
    let store = Store::open(&shelf.store()).expect("the store");
    let knowledge = Knowledge::embedded().expect("well formed");
    let matcher = matcher(&knowledge.concerns);
    let pipeline = Pipeline {
        store: &store,
        knowledge: &knowledge,
        matcher: &matcher,
        decide: &|_| Decisions::default(),
        reader: "0.0.1",
        now: "2025-01-01T00:00:00Z".parse().expect("a moment"),
    };
    let digest = store.releases_named(REPORT).expect("a query").remove(0);
    let mut reading = store.release(&digest).expect("a query").expect("there").reading;
    let text = store.text(&digest).expect("a query").expect("there");
    let telling = &mut reading.inspections[0];
    telling.judgements.retain(|judgement| judgement.id.as_str() != "leaders");
    telling.improvement_areas.truncate(1);
    let item: &mut ImprovementArea = &mut telling.improvement_areas[0];
    item.text = "Something that the old version made up".into();
    pipeline.reread(&reading, &text).expect("recorded");
}

#[test]
fn reading_again_lists_what_differs_and_applies_it_on_request_only() {
    let shelf = Shelf::new();
    let right = shelf.log();
    has(&shelf.tells(&["reread"]), &["has read every release: nothing to do"]);
    age(&shelf);
    let old = shelf.log();
    assert_ne!(old, right);
    let alerts = shelf.tells(&["alerts"]);
    let listed = shelf.tells(&["reread"]);
    let parts = [
        REPORT,
        "+ grade: leaders",
        "- improvement area: Something that the old version made up",
        "Holds now",
        "1 of 1 releases would differ",
    ];
    has(&listed, &parts);
    assert_eq!(shelf.log(), old, "nothing is applied unasked");

    shelf.corrects(&["grade", REPORT, "overall", "good"]);
    let applied = shelf.tells(&["reread", "--apply"]);
    has(&applied, &["1 of 1 releases differed: applied"]);
    has(&shelf.tells(&["show", "Wakefield"]), &["corrected: overall: good"]);
    shelf.corrects(&["undo", "1"]);
    assert_eq!(shelf.log(), right);
    let told = |said: &str| said.lines().filter(|line| line.contains("sent")).count();
    assert_eq!(told(&alerts), told(&shelf.tells(&["alerts"])), "nobody is alerted");
    has(&shelf.tells(&["reread", "--all"]), &["0 of ", "would differ"]);
    has(&shelf.refuses(&["reread", "no-such-file.pdf"]), &["no release is called"]);
}

#[test]
fn a_release_that_names_no_area_finds_its_series_when_a_person_names_it() {
    let shelf = Shelf::new();
    let before = shelf.log();
    let folder = shelf.place.path().join("in");
    std::fs::create_dir(&folder).expect("created");
    let words = "Ofsted rates children's services good\n\nPublished 12 March 2024\n\n\
                 Ofsted has rated the council's services for children good overall after its \
                 inspection of local authority children's services in January 2024.\n";
    std::fs::write(folder.join("unnamed.txt"), words).expect("written");
    shelf.tells(&["scan", "--quiet", &folder.to_string_lossy()]);
    assert_eq!(shelf.log(), before);
    let grade =
        [&["correct", "grade", "unnamed.txt", "overall", "inadequate"], &SIGNED[..]].concat();
    has(&shelf.refuses(&grade), &["`correct area` comes first"]);
    shelf.corrects(&["area", "unnamed.txt", "Leeds"]);
    shelf.corrects(&["grade", "unnamed.txt", "overall", "inadequate"]);
    has(
        &shelf.tells(&["show", "Leeds"]),
        &["Overall effectiveness: Inadequate", "it is about Leeds"],
    );
    shelf.corrects(&["undo", "2"]);
    shelf.corrects(&["undo", "1"]);
    assert_eq!(shelf.log(), before);
}
