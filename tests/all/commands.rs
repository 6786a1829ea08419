//! Commands through the real binary: what they print and how they exit.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn inspectwatch(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inspectwatch"))
        .args(arguments)
        .env_remove("INSPECTWATCH_CONFIG")
        .env_remove("INSPECTWATCH_STORE")
        .output()
        .expect("the binary runs")
}

fn words(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn seeds() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").to_string_lossy().into_owned()
}

#[test]
fn the_demo_shows_every_kind_of_change() {
    let place = tempfile::tempdir().expect("a directory");
    let output = inspectwatch(&["demo", "--directory", &place.path().to_string_lossy()]);
    let shown = words(&output);
    assert!(output.status.success(), "{shown}\n{}", complaint(&output));
    for part in [
        "ALERT",
        "▲ improved: Overall effectiveness: Inadequate → Good (before: 2018",
        "▼ declined: Impact of leaders on social work practice: Outstanding → Good (before: 2021)",
        "~ reworded priority",
        "- no longer raised priority",
        "first inspection of this series (The area took over from Cumbria",
        "not comparable",
        "+ new priority action",
        "Look further",
    ] {
        assert!(shown.contains(part), "the demo does not show `{part}`:\n{shown}");
    }
    let school = shown.split("── ").find(|part| part.starts_with("2025-02-14-school-rating.txt"));
    assert_eq!(school, Some("2025-02-14-school-rating.txt\n"), "a school is not an area");
    let mails = fs::read_dir(place.path().join("mail")).expect("there").count();
    assert!(mails >= 10, "only {mails} mails");
}

#[test]
fn exit_codes_say_how_it_went() {
    let place = tempfile::tempdir().expect("a directory");
    let store = place.path().join("store.db").to_string_lossy().into_owned();
    let good = inspectwatch(&["--store", &store, "scan", &seeds()]);
    assert_eq!(good.status.code(), Some(0), "{}", complaint(&good));
    fs::create_dir(place.path().join("in")).expect("created");
    fs::write(place.path().join("in/empty.txt"), "").expect("written");
    let folder = place.path().join("in").to_string_lossy().into_owned();
    let unreadable = inspectwatch(&["--store", &store, "scan", &folder]);
    assert_eq!(unreadable.status.code(), Some(3));
    assert!(complaint(&unreadable).contains("empty.txt"), "{}", complaint(&unreadable));
    let mistyped = inspectwatch(&["--store", &store, "scan", "no/such/folder"]);
    assert_eq!(mistyped.status.code(), Some(2));
    assert!(complaint(&mistyped).contains("there is no `no/such/folder` to scan"));
    assert_eq!(inspectwatch(&["log", "--kind", "wishes"]).status.code(), Some(2));
    let none = place.path().join("none.db");
    for command in [&["log"][..], &["alerts"], &["show", "Leeds"], &["metrics"], &["doubts"]] {
        let store = none.to_string_lossy().into_owned();
        let output = inspectwatch(&[&["--store", &store][..], command].concat());
        assert_eq!(output.status.code(), Some(1), "{command:?}");
        assert!(complaint(&output).contains("`run` and `scan` make it"), "{}", complaint(&output));
        assert!(!none.exists(), "{command:?} makes no store");
    }
    let nowhere = place.path().join("no/such/store.db").to_string_lossy().into_owned();
    let lost = inspectwatch(&["--store", &nowhere, "scan", &folder]);
    assert_eq!(lost.status.code(), Some(1));
    let said = complaint(&lost);
    assert!(said.starts_with("inspectwatch: cannot open the lock file `"), "{said}");
    let lost = inspectwatch(&["--config", &nowhere, "log"]);
    assert_eq!(lost.status.code(), Some(2));
    let said = complaint(&lost);
    assert!(said.starts_with("inspectwatch: cannot read the configuration `"), "{said}");
    assert!(said.contains("No such file"), "{said}");
    let copy = place.path().join("copy.db").to_string_lossy().into_owned();
    assert!(inspectwatch(&["--store", &store, "backup", &copy]).status.success());
    let log = |store: &str| words(&inspectwatch(&["--store", store, "log", "--format", "json"]));
    assert_eq!(log(&copy), log(&store));
    assert_eq!(inspectwatch(&["--store", &store, "backup", &copy]).status.code(), Some(1));
}

#[test]
fn whoever_stops_reading_the_output_hears_of_no_failure() {
    let place = tempfile::tempdir().expect("a directory");
    let store = place.path().join("store.db").to_string_lossy().into_owned();
    inspectwatch(&["--store", &store, "scan", &seeds()]);
    let log = words(&inspectwatch(&["--store", &store, "log", "--format", "json"]));
    let change: serde_json::Value = log.lines().next().and_then(|l| l.parse().ok()).expect("one");
    let id = change["id"].as_str().expect("an id").to_owned();
    for command in [
        &["log"][..],
        &["log", "--format", "json"],
        &["log", "--format", "csv"],
        &["alerts"],
        &["alerts", "--format", "json"],
        &["explain", &id],
        &["correct", "list"],
        &["metrics"],
        &["completions", "bash"],
    ] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = Command::new(env!("CARGO_BIN_EXE_inspectwatch"))
            .args(["--store", &store])
            .args(command)
            .stdout(writer)
            .output()
            .expect("the binary runs");
        assert_eq!(output.status.code(), Some(0), "{command:?}");
        assert_eq!(complaint(&output), "", "{command:?}");
    }
}

#[test]
fn a_wrong_configuration_is_named_with_file_line_and_key() {
    let place = tempfile::tempdir().expect("a directory");
    let config = place.path().join("wrong.toml");
    fs::write(&config, "[intake]\nsettle = \"2 seconds\"\nrescann = 3\n").expect("written");
    let output = inspectwatch(&["--config", &config.to_string_lossy(), "check"]);
    assert_eq!(output.status.code(), Some(2));
    let said = complaint(&output);
    for part in ["wrong.toml", "3", "rescann"] {
        assert!(said.contains(part), "`{part}` is not in:\n{said}");
    }
}

#[test]
fn the_log_is_one_json_object_or_one_row_for_each_entry() {
    let place = tempfile::tempdir().expect("a directory");
    let store = place.path().join("store.db").to_string_lossy().into_owned();
    inspectwatch(&["--store", &store, "scan", "--quiet", &seeds()]);
    let json = words(&inspectwatch(&["--store", &store, "log", "--format", "json"]));
    let entries: Vec<serde_json::Value> =
        json.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(entries.len() > 30);
    for entry in &entries {
        for key in ["id", "recorded_at", "kind", "area", "programme", "later"] {
            assert!(!entry[key].is_null(), "no `{key}` in {entry}");
        }
    }
    let csv = words(&inspectwatch(&["--store", &store, "log", "--format", "csv"]));
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_records().count();
    assert_eq!(rows, entries.len());
    let ratings = words(&inspectwatch(&[
        "--store",
        &store,
        "log",
        "--area",
        "Wakefield",
        "--kind",
        "rating",
        "--format",
        "json",
    ]));
    assert!(ratings.lines().count() >= 3);
    assert!(ratings.lines().all(|line| line.contains("\"E08000036\"") && line.contains("rating")));
}

#[test]
fn an_area_shows_its_history() {
    let place = tempfile::tempdir().expect("a directory");
    let store = place.path().join("store.db").to_string_lossy().into_owned();
    inspectwatch(&["--store", &store, "scan", "--quiet", &seeds()]);
    let shown = words(&inspectwatch(&["--store", &store, "show", "wakefield"]));
    for part in [
        "Children's services",
        "Inspection of local authority children's services (2023)",
        "SEND",
        "What stands",
        "open priorities",
        "told by 2025-07-18-wakefield-childrens-services.pdf (",
    ] {
        assert!(shown.contains(part), "`{part}` is not in:\n{shown}");
    }
}

#[test]
fn the_extracted_text_is_what_evidence_counts_in() {
    let file = format!("{}/2022-01-05-wakefield-childrens-services.html", seeds());
    let text = words(&inspectwatch(&["read", "--text", &file]));
    let reading: serde_json::Value =
        serde_json::from_str(&words(&inspectwatch(&["read", "--format", "json", &file])))
            .expect("JSON");
    let judgements = reading["inspections"][0]["judgements"].as_array().expect("judgements");
    assert!(!judgements.is_empty());
    for evidence in judgements.iter().flat_map(|j| j["evidence"].as_array().expect("evidence")) {
        let at = |key: &str| usize::try_from(evidence[key].as_u64().expect("an offset"));
        let (start, end) = (at("start").expect("fits"), at("end").expect("fits"));
        assert_eq!(evidence["quote"].as_str(), Some(&text[start..end]));
    }
    let explained = words(&inspectwatch(&["read", "--explain", &file]));
    assert!(explained.contains("because") && explained.contains("^^^"), "{explained}");
}

#[test]
fn two_releases_compare_without_a_store() {
    let at = |name: &str| format!("{}/{name}", seeds());
    let earlier = at("2018-07-18-wakefield-childrens-services.eml");
    let later = at("2022-01-05-wakefield-childrens-services.html");
    let output = inspectwatch(&["diff", &earlier, &later]);
    assert!(words(&output).contains("Inadequate → Good"), "{}", words(&output));
    let other = at("2024-07-26-wakefield-send.txt");
    let output = inspectwatch(&["diff", &earlier, &other]);
    assert_eq!(output.status.code(), Some(2), "series are never mixed");
}

#[test]
fn what_was_found_in_a_text_without_a_result_is_marked_as_not_told() {
    let place = tempfile::tempdir().expect("a directory");
    let file = place.path().join("release.txt");
    let release = "Rutland primary school rated good

14 March 2024

Ofsted has rated Example Hill Primary School in Rutland good overall after inspecting it in February 2024. Rutland
County Council's children's services congratulated the school.
";
    fs::write(&file, release).expect("written");
    let explained = words(&inspectwatch(&["read", "--explain", &file.to_string_lossy()]));
    let told: Vec<&str> = explained.lines().skip(1).take(4).collect();
    insta::assert_snapshot!(told.join("\n"), @"
      published     2024-03-14
      no inspection result of a local area
      because it is about a school, home or other provider
      What is marked as not told below was found before that, and is no result.
    ");
    assert!(explained.contains("\nprogramme: childrens-services, not told\n"), "{explained}");
    assert!(explained.contains("\npublished: 2024-03-14 to 2024-03-14\n"), "{explained}");
}

#[test]
fn sentences_passed_over_are_explained_with_their_words() {
    let place = tempfile::tempdir().expect("a directory");
    let file = place.path().join("release.txt");
    let release = "Inspectors report on Rutland's children's services

14 March 2024

Ofsted inspected children's services in Rutland from 5 to 9 February 2024 and rated them good overall.

Assessments are often late. Managers spot weak plans. Leicester's plans were weak as well.

The director said: \"We know that our plans are too slow.\"
";
    fs::write(&file, release).expect("written");
    let explained = words(&inspectwatch(&["read", "--explain", &file.to_string_lossy()]));
    let from = explained.find("improvement areas: 1").expect("one is found");
    let until = explained.find("report: told").expect("the report is found");
    insta::assert_snapshot!(explained[from..until].trim_end(), @r#"
    improvement areas: 1
        because lists and sentences of what must improve
        | ruary 2024 and rated them good overall. Assessments are often late. Managers spot weak plans. Leicester's
        |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^

    further improvement areas: left open
        because what is wrong is dealt with
        | od overall. Assessments are often late. Managers spot weak plans. Leicester's plans were weak as well. Th
        |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^

    further improvement areas: left open
        because said of another area
        | e often late. Managers spot weak plans. Leicester's plans were weak as well. The director said: "We know that our pl
        |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    further improvement areas: left open
        because said by a person, not by inspectors
        | s. Leicester's plans were weak as well. The director said: "We know that our plans are too slow."
        |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}
