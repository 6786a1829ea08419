//! Which names are taken in: the config's `include` and `exclude` patterns.
//!
//! A pattern without a slash is compared with the name of a file or directory at any depth; one
//! with a slash with the whole path below the watched directory. `*` stands for any characters but
//! a slash, `**` for any at all, `?` for one. Letters match in either case.

use std::path::Path;

use regex::{RegexSet, RegexSetBuilder};

/// A pattern that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("compile the file patterns: {reason}; use `*`, `**` and `?` as wildcards")]
pub struct PatternError {
    reason: String,
}

/// Compiled patterns.
#[derive(Debug, Clone)]
pub struct Patterns {
    include: Option<Globs>,
    exclude: Globs,
}

#[derive(Debug, Clone)]
struct Globs {
    names: RegexSet,
    paths: RegexSet,
}

impl Patterns {
    /// Compiles the two lists; an empty `include` admits every file.
    ///
    /// # Errors
    /// A pattern that is too long to compile.
    pub fn new(include: &[String], exclude: &[String]) -> Result<Self, PatternError> {
        let include = if include.is_empty() { None } else { Some(Globs::new(include)?) };
        Ok(Self { include, exclude: Globs::new(exclude)? })
    }

    /// Whether a file is taken in; `path` is relative to its watched directory.
    pub fn admit_file(&self, path: &Path) -> bool {
        !self.exclude.matches(path) && self.include.as_ref().is_none_or(|globs| globs.matches(path))
    }

    /// Whether a directory is entered; `path` is relative to its watched directory.
    pub fn admit_directory(&self, path: &Path) -> bool {
        !self.exclude.matches(path)
    }

    /// Whether a file is taken in and all directories above it are entered.
    pub fn admit_all_the_way(&self, path: &Path) -> bool {
        let above = path.ancestors().skip(1).filter(|path| !path.as_os_str().is_empty());
        self.admit_file(path) && above.into_iter().all(|path| self.admit_directory(path))
    }
}

impl Globs {
    fn new(patterns: &[String]) -> Result<Self, PatternError> {
        let set = |with_slash: bool| {
            let chosen = patterns.iter().filter(|pattern| pattern.contains('/') == with_slash);
            RegexSetBuilder::new(chosen.map(|pattern| translate(pattern)))
                .case_insensitive(true)
                .build()
                .map_err(|error| PatternError { reason: error.to_string() })
        };
        Ok(Self { names: set(false)?, paths: set(true)? })
    }

    fn matches(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.names.is_match(&name)
            || (!self.paths.is_empty() && self.paths.is_match(&path.to_string_lossy()))
    }
}

/// Returns the regular expression for a pattern, anchored at both ends.
fn translate(pattern: &str) -> String {
    let mut regex = String::from("(?s)^");
    let mut rest = pattern.trim_start_matches('/').chars().peekable();
    while let Some(char) = rest.next() {
        match char {
            '*' if rest.next_if_eq(&'*').is_some() => {
                // `**/` also stands for no directory at all.
                regex.push_str(if rest.next_if_eq(&'/').is_some() { "(?:.*/)?" } else { ".*" });
            }
            '*' => regex.push_str("[^/]*"),
            '?' => regex.push_str("[^/]"),
            other => regex.push_str(&regex::escape(other.encode_utf8(&mut [0; 4]))),
        }
    }
    regex.push('$');
    regex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(include: &[&str], exclude: &[&str], path: &str, want: bool) {
        let owned = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let patterns = Patterns::new(&owned(include), &owned(exclude)).expect("well formed");
        assert_eq!(patterns.admit_all_the_way(Path::new(path)), want, "{path}");
    }

    #[test]
    fn names_match_at_any_depth_and_paths_as_a_whole() {
        case(&[], &[], "deep/down/a.pdf", true);
        case(&["*.pdf"], &[], "deep/down/a.PDF", true);
        case(&["*.pdf"], &[], "a.txt", false);
        case(&["2025/**"], &[], "2025/may/a.txt", true);
        case(&["2025/**"], &[], "2024/may/a.txt", false);
        case(&["2025/*"], &[], "2025/may/a.txt", false);
        case(&["**/may/*"], &[], "may/a.txt", true);
        case(&["a?.txt"], &[], "ab.txt", true);
        case(&["a?.txt"], &[], "a.txt", false);
        // Everything else stands for itself.
        case(&["a+(b).txt"], &[], "a+(b).txt", true);
    }

    #[test]
    fn what_is_excluded_stays_out_with_all_below_it() {
        case(&[], &["*.part"], "a.pdf.part", false);
        case(&[], &[".*"], ".hidden/a.pdf", false);
        case(&[], &["drafts/"], "drafts/a.pdf", true);
        case(&[], &["drafts"], "x/drafts/a.pdf", false);
        case(&["*.pdf"], &["old/**"], "old/a.pdf", false);
    }
}
