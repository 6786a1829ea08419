//! A framework added as `config/README.md` says, by files that are cut out of that page.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const FRAMEWORK: &str = "frameworks/school-report-card-2031.toml";

/// The block that the page shows under the name of a file.
fn shown(name: &str) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/README.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let (_, rest) = page.split_once(&format!("\n`{name}`\n")).expect("the page names the file");
    let (_, block) = rest.split_once("```").expect("a block follows");
    let (_, block) = block.split_once('\n').expect("the language stands alone");
    block.split_once("```").expect("the block ends").0.to_owned()
}

struct Place(tempfile::TempDir);

impl Place {
    /// A directory with the files of the page, and a configuration that names them.
    fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a directory"));
        for folder in ["in", "knowledge/frameworks", "knowledge/wording", "knowledge/reports"] {
            fs::create_dir_all(place.0.path().join(folder)).expect("created");
        }
        for name in
            [FRAMEWORK, "wording/school-report-card.toml", "reports/school-report-card.toml"]
        {
            place.write(&format!("knowledge/{name}"), &shown(name));
        }
        place.write("release.txt", &shown("release.txt"));
        let path = place.0.path().display();
        let config = format!(
            "[knowledge]\noverlay = \"{path}/knowledge\"\n[[watch]]\npath = \"{path}/in\"\n"
        );
        place.write("config.toml", &config);
        place
    }

    fn write(&self, name: &str, words: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("a directory")).expect("created");
        fs::write(path, words).expect("written");
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_inspectwatch"))
            .current_dir(self.0.path())
            .args(["--config", "config.toml", "--store", "store.sqlite"])
            .args(arguments)
            .output()
            .expect("the binary runs")
    }
}

#[test]
fn a_framework_is_added_as_the_page_says() {
    let place = Place::new();
    let checked = place.run(&["check"]);
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    assert!(said.contains("11 frameworks"), "{said}");
    let read = place.run(&["read", "--format", "json", "release.txt"]);
    let reading: Value = serde_json::from_slice(&read.stdout).expect("one line of JSON");
    let telling = &reading["inspections"][0];
    assert_eq!(telling["programme"], "school-services", "{reading}");
    assert_eq!(telling["framework"], "school-report-card-2031");
    let grades: Vec<_> = telling["judgements"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|judgement| (judgement["id"].as_str(), judgement["grade"].as_str()))
        .collect();
    let wanted = [("overall", "urgent"), ("inclusion", "expected")];
    assert_eq!(grades, wanted.map(|(id, grade)| (Some(id), Some(grade))));
    let read = place.run(&["read", "release.txt"]);
    let line = "  Rutland: School services, inspection (school-report-card-2031)\n";
    assert!(String::from_utf8_lossy(&read.stdout).contains(line));
}

#[test]
fn a_case_that_is_read_otherwise_fails_the_check_as_the_page_says() {
    let place = Place::new();
    let wrong = shown(FRAMEWORK).replacen("inclusion = \"attention\"", "inclusion = \"urgent\"", 1);
    place.write(&format!("knowledge/{FRAMEWORK}"), &wrong);
    let checked = place.run(&["check"]);
    assert_eq!(checked.status.code(), Some(2));
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/README.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let line = page.lines().find(|l| l.starts_with(&format!("{FRAMEWORK}, line "))).expect("shown");
    let said = String::from_utf8_lossy(&checked.stderr).into_owned();
    // Reports are wrapped to the terminal.
    let plain = |words: &str| words.replace('│', " ").split_whitespace().collect::<String>();
    assert!(plain(&said).contains(&plain(line)), "{said}");
}

#[test]
fn a_pattern_that_is_none_is_refused_with_its_file_and_line() {
    let place = Place::new();
    let broken = shown(FRAMEWORK).replacen("'overall report card'", "'overall (report'", 1);
    let line = 1 + broken.lines().position(|l| l.contains("(report'")).expect("replaced");
    place.write(&format!("knowledge/{FRAMEWORK}"), &broken);
    for command in [&["check"][..], &["read", "release.txt"], &["log"]] {
        let output = place.run(command);
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let plain = |words: &str| words.replace('│', " ").split_whitespace().collect::<String>();
        assert!(plain(&said).contains(&plain(&format!("`{FRAMEWORK}`, line {line}"))), "{said}");
    }
}

#[test]
fn a_broken_file_of_wordings_is_refused_with_its_file_and_line() {
    let name = "wording/school-report-card.toml";
    let words = r#"words = ["school report cards?"]"#;
    for (broken, said) in [
        // Brackets that do not close; far too many alternatives; no such kind; no words; not TOML.
        (
            r#"words = ["school (report|cards"]"#,
            "words `school (report|cards`: balance the brackets",
        ),
        (&many(), "may for 2000"),
        ("words = [\"school report cards?\"]\nkinds = 1", "kinds"),
        (r#"words = ["?"]"#, "put `?` after the letter that may be missing"),
        ("words = school report cards", "TOML parse error"),
    ] {
        let place = Place::new();
        let file = shown(name);
        let line = 1 + file.lines().position(|l| l == words).expect("the page shows it");
        place.write(&format!("knowledge/{name}"), &file.replacen(words, broken, 1));
        let checked = place.run(&["check"]);
        assert_eq!(checked.status.code(), Some(2), "{broken}");
        let told = String::from_utf8_lossy(&checked.stderr).into_owned();
        // Reports are wrapped to the terminal.
        let plain = |words: &str| words.replace('│', " ").split_whitespace().collect::<String>();
        let told = plain(&told);
        let near = (line..=line + 1).any(|l| told.contains(&format!("line{l},")));
        assert!(told.contains(&format!("`{name}`")) && near, "{broken}: {told}");
        assert!(told.contains(&plain(said)), "{broken}: {told}");
    }
}

#[test]
fn a_file_that_would_go_unread_is_refused() {
    for name in ["framework/mine.toml", "frameworks/mine.tml", "mine.toml"] {
        let place = Place::new();
        place.write(&format!("knowledge/{name}"), "");
        let checked = place.run(&["check"]);
        assert_eq!(checked.status.code(), Some(2), "{name}");
        let told = String::from_utf8_lossy(&checked.stderr).into_owned();
        let shown = name.split('/').next().unwrap_or_default();
        assert!(told.contains(&format!("`{shown}")), "{told}");
    }
    let place = Place::new();
    place.write("knowledge/frameworks/README.md", "Ours.");
    let checked = place.run(&["check"]);
    let told = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(!told.contains("README"), "{told}");
}

/// A wording that stands for 4,096.
fn many() -> String {
    format!("words = [\"{}\"]", "(a|b)".repeat(12))
}
