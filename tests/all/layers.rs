//! Who may import whom: the layer rule of ARCHITECTURE.md, read off the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the library and the modules of ours it may name. `model` is below all.
const ALLOWED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("knowledge", &["model"]),
    ("config", &["model"]),
    ("read", &["model"]),
    ("extract", &["model", "knowledge"]),
    ("history", &["model", "knowledge"]),
    ("release", &["model", "knowledge", "read", "extract"]),
    ("cases", &["model", "knowledge", "read", "release"]),
    ("store", &["model"]),
    ("alert", &["model", "knowledge", "config", "history"]),
    ("intake", &["model", "config"]),
    (
        "pipeline",
        &["model", "knowledge", "extract", "release", "history", "store", "alert", "config"],
    ),
];

/// Modules that are pure: no disk, clock, database, network or async.
const PURE: &[&str] = &[
    "model",
    "extract",
    "history",
    "alert/rules",
    "alert/digest",
    "alert/render",
    "alert/due",
    "alert/review",
    "alert/explain",
    "intake/settle",
];

/// What pure code must not name.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "rusqlite",
    "tokio",
    "async fn",
    "lettre",
    "notify::",
];

#[test]
fn each_module_names_only_what_it_may() {
    let mut wrong = Vec::new();
    for (file, source) in sources() {
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| module(&file) == *name) else {
            continue;
        };
        for named in named_modules(&code(&source)) {
            if named != module(&file) && named != "model" && !allowed.contains(&named.as_str()) {
                wrong.push(format!("{} names crate::{named}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "layer rule broken:\n{}", wrong.join("\n"));
}

#[test]
fn pure_code_names_no_edge() {
    let mut wrong = Vec::new();
    for (file, source) in sources() {
        let path = file.with_extension("").to_string_lossy().into_owned();
        if PURE.iter().any(|pure| path == *pure || path.starts_with(&format!("{pure}/"))) {
            let code = code(&source);
            for edge in IMPURE.iter().filter(|edge| code.contains(**edge)) {
                wrong.push(format!("{} names {edge}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "pure code touches an edge:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_store_speaks_sql_and_only_the_watcher_knows_notify() {
    for (file, source) in sources() {
        let code = code(&source);
        if code.contains("rusqlite") {
            assert_eq!(module(&file), "store", "{} uses rusqlite", file.display());
        }
        if code.contains("notify::") && !code.contains("sd_notify::") {
            assert!(file.starts_with("intake"), "{} uses notify", file.display());
        }
    }
}

#[test]
fn files_can_be_read_in_one_sitting() {
    let sources = sources();
    let tests = unit_tests(&sources);
    let long: Vec<_> = sources
        .into_iter()
        .filter(|(file, _)| !file.ends_with("tests.rs"))
        .filter(|(file, _)| !tests.contains(file))
        .map(|(file, source)| (file, code(&source).lines().count()))
        .filter(|(_, lines)| *lines > 320)
        .collect();
    assert!(long.is_empty(), "over 320 lines without tests: {long:?}");
}

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(&directory).expect("src is there") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).expect("below src").to_owned();
                found.push((name, fs::read_to_string(&path).expect("readable")));
            }
        }
    }
    assert!(found.len() > 20, "sources not found");
    found
}

/// Files that their parent declares for tests only.
fn unit_tests(sources: &[(PathBuf, String)]) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for (file, source) in sources {
        for declared in source.split("#[cfg(test)]\nmod ").skip(1) {
            let name: String =
                declared.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.insert(file.with_extension("").join(name).with_extension("rs"));
        }
    }
    found
}

/// The top-level module a file belongs to.
fn module(file: &Path) -> String {
    let first = file.components().next().expect("a name").as_os_str();
    Path::new(first).with_extension("").to_string_lossy().into_owned()
}

/// The source without comments and without its unit tests, which may name what they like.
fn code(source: &str) -> String {
    let body = source.split("#[cfg(test)]").next().unwrap_or_default();
    body.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| format!("{l}\n")).collect()
}

fn named_modules(code: &str) -> BTreeSet<String> {
    code.split("crate::")
        .skip(1)
        .filter_map(|rest| {
            let name: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            (!name.is_empty()).then_some(name)
        })
        .filter(|name| name.chars().all(|c| c.is_lowercase() || c == '_'))
        .collect()
}
