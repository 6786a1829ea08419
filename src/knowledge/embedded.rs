//! The files of `config/` as they were at build time, and the overlay that may replace them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::KnowledgeError;

/// Files by name relative to `config/`, such as `frameworks/jtai.toml`.
pub type Files = BTreeMap<String, String>;

macro_rules! embed {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../config/", $name)))),*]
    };
}

const EMBEDDED: &[(&str, &str)] = embed![
    "areas.csv",
    "successions.csv",
    "concerns.toml",
    "programmes.toml",
    "scales.toml",
    "frameworks/area-send-2023.toml",
    "frameworks/cqc-la-2023.toml",
    "frameworks/hmip-yj.toml",
    "frameworks/ilacs-2018.toml",
    "frameworks/ilacs-2023.toml",
    "frameworks/ilacs-2026.toml",
    "frameworks/jtai.toml",
    "frameworks/local-area-send-2016.toml",
    "frameworks/older.toml",
    "frameworks/sif-2013.toml",
    "wording/classes.toml",
    "wording/clauses.toml",
    "wording/dates.toml",
    "wording/furniture.toml",
    "wording/grades.toml",
    "wording/improvement.toml",
    "wording/judgements.toml",
    "wording/links.toml",
    "wording/names.toml",
    "reports/area-send.toml",
    "reports/area-send-monitoring.toml",
    "reports/cqc-assessment.toml",
    "reports/focused-visit.toml",
    "reports/ilacs.toml",
    "reports/jtai.toml",
    "reports/local-area-send.toml",
    "reports/local-area-send-revisit.toml",
    "reports/monitoring-visit.toml",
    "reports/older.toml",
    "reports/sif.toml",
    "reports/youth-justice.toml",
    "wording/outcomes.toml",
    "wording/subjects.toml",
];

/// Whether a file is one of those at build time, unchanged: tests have proved them.
pub fn is_built_in(name: &str, text: &str) -> bool {
    EMBEDDED.iter().any(|(known, built_in)| *known == name && *built_in == text)
}

/// Directories below the overlay that are looked into.
const DIRECTORIES: &[&str] = &["", "frameworks", "reports", "wording"];

/// Returns the embedded files, replaced and extended by `.toml` and `.csv` files under `overlay`.
///
/// # Errors
/// An overlay that is missing, cannot be read, or has directories or files of other names, which
/// would go unread.
pub fn files(overlay: Option<&Path>) -> Result<Files, KnowledgeError> {
    let mut files: Files =
        EMBEDDED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    if let Some(root) = overlay {
        for directory in DIRECTORIES {
            overlay_directory(root, directory, &mut files)?;
        }
    }
    Ok(files)
}

fn overlay_directory(
    root: &Path,
    directory: &str,
    files: &mut Files,
) -> Result<(), KnowledgeError> {
    let path = root.join(directory);
    if !directory.is_empty() && !path.exists() {
        return Ok(());
    }
    let complain = |path: &Path| {
        let path = path.to_owned();
        move |source| KnowledgeError::Read { path, source }
    };
    for entry in fs::read_dir(&path).map_err(complain(&path))? {
        let file = entry.map_err(complain(&path))?.path();
        let known = file.extension().is_some_and(|e| e == "toml" || e == "csv");
        let shown = Path::new(directory).join(file.file_name().unwrap_or_default());
        if is_misnamed(&file, &shown) {
            return Err(KnowledgeError::Misnamed { path: shown });
        }
        if let (true, Some(name)) = (known && file.is_file(), file.file_name()) {
            let name = Path::new(directory).join(name).to_string_lossy().into_owned();
            if name == "inspectwatch.toml" {
                continue;
            }
            files.insert(name, fs::read_to_string(&file).map_err(complain(&file))?);
        }
    }
    Ok(())
}
/// Whether a directory or a file is none that is read, but may have been meant to be.
fn is_misnamed(file: &Path, shown: &Path) -> bool {
    let name = shown.to_string_lossy();
    let hidden = shown.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
    let ends = |e: &&str| name.ends_with(*e);
    let other = [".md", ".txt", ".bak", ".orig", "~"].iter().any(ends);
    let at_root = !name.contains('/') && name != "inspectwatch.toml";
    let known = match at_root {
        true => EMBEDDED.iter().any(|(file, _)| *file == name),
        false => name.ends_with(".toml") || name.ends_with(".csv"),
    };
    match file.is_dir() {
        _ if hidden => false,
        true => !DIRECTORIES.contains(&name.as_ref()) && name != "templates",
        false => !known && !other && !name.starts_with("templates"),
    }
}
