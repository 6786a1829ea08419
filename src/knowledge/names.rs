//! Names of areas as texts write them, looked up by their first word.
//!
//! In:  areas (official names, aliases, abolished ones) and `wording/names.toml`.
//! Out: [`Names`], which knows each spelling ("&" and "and", straight and typographic apostrophes,
//!      hyphens and spaces) and which words beside a name change what it means.
//! Not here: what a text says; that is `extract::area`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::KnowledgeError;
use super::areas::{Area, Areas};
use super::embedded::Files;
use super::file;
use super::quick::Quick;
use crate::model::area::AreaCode;

/// What a spelling is of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A few capitals, such as `BCP`: letters that other bodies use too.
    Initials,
    /// The place.
    Place,
    /// Another name, a trust or a short form.
    Alias,
    /// The council by name.
    Council,
}

/// One spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// As the files or their variants spell it.
    pub words: String,
    /// The area; none where several share the spelling (it then only hides shorter names).
    pub area: Option<AreaCode>,
    /// What it is of the area.
    pub form: Form,
}

impl Spelling {
    /// Whether it is too short to be told from a word but by its very letters.
    pub fn is_short(&self) -> bool {
        self.words.chars().filter(|c| c.is_lowercase()).count() < 2
    }
}

/// Words beside a name, from `wording/names.toml`; the file explains each list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beside {
    /// Names that are also a word, a surname or a metonym.
    pub cautious: HashSet<String>,
    /// Those of them that are everyday words.
    pub words: HashSet<String>,
    /// Those of them that are something else too often to count after any word in small letters.
    #[serde(default)]
    pub strict: HashSet<String>,
    /// Words before a name of another area that show it is named for comparison.
    #[serde(default)]
    pub compared: Vec<String>,
    /// Words before a cautious name that show the place is meant.
    pub before: HashSet<String>,
    /// Words after a name that show the council is meant.
    pub services: Vec<String>,
    /// Words after a name that show another body is meant.
    pub other_after: Vec<String>,
    /// Words before a name that show another body or a person is meant.
    pub other_before: Vec<String>,
    /// Capitalised directions, which make a part of the place.
    pub directions: Vec<String>,
    /// Towns by the area that they lie in.
    #[serde(default)]
    pub towns: HashMap<String, Vec<String>>,
}

/// All spellings of all areas.
#[derive(Debug)]
pub struct Names {
    /// By the first word in small letters, the longest first.
    by_word: Quick<String, Vec<Spelling>>,
    /// What short forms begin with, besides capitals.
    small: Vec<char>,
    /// Areas by how addresses on the web spell them, once a text has one.
    by_domain: OnceLock<Quick<String, AreaCode>>,
    /// Towns that lie in one area and do not bear its name.
    pub towns: Vec<(String, AreaCode)>,
    /// Words beside names.
    pub beside: Beside,
}

impl Names {
    /// Compiles the names of `areas`.
    ///
    /// # Errors
    /// A `wording/names.toml` that is not well formed.
    pub fn parse(files: &Files, areas: &Areas) -> Result<Self, KnowledgeError> {
        let mut beside: Beside = file::toml(files, FILE)?;
        // "local area partnership" before "local area": the longest continuation is tried first.
        for list in [&mut beside.services, &mut beside.other_after, &mut beside.other_before] {
            list.sort_by_key(|words| std::cmp::Reverse(words.len()));
        }
        let mut by_word: Quick<String, Vec<Spelling>> = Quick::default();
        let mut small = Vec::new();
        let towns = towns(&beside, areas)?;
        for spelling in spellings(areas) {
            let first = spelling.words.chars().next().filter(|_| spelling.is_short());
            small.extend(first.filter(|c| !c.is_uppercase()));
            by_word.entry(first_word(&spelling.words)).or_default().push(spelling);
        }
        for spellings in by_word.values_mut() {
            spellings.sort_by(|a, b| (b.words.len(), &a.words).cmp(&(a.words.len(), &b.words)));
        }
        Ok(Self { by_word, small, towns, beside, by_domain: OnceLock::new() })
    }

    /// The one of the areas whose council's address on the web has `label` before `.gov.uk`.
    pub fn by_domain(&self, label: &str, areas: &Areas) -> Option<AreaCode> {
        let label = squeezed(label);
        let known = self.by_domain.get_or_init(|| domains(areas));
        let ends = ["", "council", "cc", "mbc", "gov"];
        let found = ends.iter().find_map(|end| known.get(label.strip_suffix(end)?));
        found.cloned()
    }

    /// Whether a name may begin with a letter where a text gives it: names have capitals.
    pub fn may_begin(&self, letter: char) -> bool {
        letter.is_uppercase() || self.small.contains(&letter)
    }

    /// Spellings that `rest` begins with, ASCII case ignored, the longest first: the caller checks
    /// case and word bounds.
    pub fn at<'n>(&'n self, rest: &'n str) -> impl Iterator<Item = &'n Spelling> {
        let begins = |s: &&Spelling| {
            rest.get(..s.words.len()).is_some_and(|r| r.eq_ignore_ascii_case(&s.words))
        };
        self.by_word.get(&first_word(rest)).into_iter().flatten().filter(begins)
    }
}

/// Towns with their areas, in one order.
fn towns(beside: &Beside, areas: &Areas) -> Result<Vec<(String, AreaCode)>, KnowledgeError> {
    let mut found = Vec::new();
    for (name, towns) in &beside.towns {
        let area = areas.iter().find(|a| a.name == *name);
        let unknown = || super::areas::invalid(FILE, name, "name an area of areas.csv");
        let code = &area.ok_or_else(unknown)?.code;
        found.extend(towns.iter().map(|town| (town.clone(), code.clone())));
    }
    found.sort();
    Ok(found)
}

/// Areas by their names without spaces and capitals.
fn domains(areas: &Areas) -> Quick<String, AreaCode> {
    let mut found = Quick::default();
    let (present, ended): (Vec<_>, Vec<_>) = areas.iter().partition(|a| a.valid_to.is_none());
    for area in present.into_iter().chain(ended) {
        let names = area.aliases.iter().chain([&area.name, &area.council]);
        for name in names.map(|name| squeezed(base(name))) {
            found.entry(name).or_insert_with(|| area.code.clone());
        }
    }
    found
}

fn squeezed(name: &str) -> String {
    let name = name.replace('&', "and");
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn first_word(text: &str) -> String {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text[..end].to_ascii_lowercase()
}

const FILE: &str = "wording/names.toml";

/// Kinds of council, as names of councils end.
const COUNCILS: [&str; 9] = [
    "Council",
    "County Council",
    "City Council",
    "Borough Council",
    "Metropolitan Borough Council",
    "District Council",
    "Metropolitan District Council",
    "MBC",
    "CC",
];

fn spellings(areas: &Areas) -> impl Iterator<Item = Spelling> {
    let mut found: Quick<String, Spelling> = Quick::default();
    // Present areas first: an abolished one never takes a name that a present one bears.
    let (present, abolished): (Vec<_>, Vec<_>) = areas.iter().partition(|a| a.valid_to.is_none());
    for (area, is_present) in
        present.iter().map(|a| (a, true)).chain(abolished.iter().map(|a| (a, false)))
    {
        for (words, form) in own_names(area) {
            for words in variants(words) {
                let key = words.to_lowercase();
                let spelling = Spelling { words, area: Some(area.code.clone()), form };
                match found.get_mut(&key) {
                    Some(known) => share(known, &spelling, is_present),
                    None => drop(found.insert(key, spelling)),
                }
            }
        }
    }
    found.into_values()
}

/// Two areas under one spelling: the better form wins, a tie of present areas belongs to neither.
fn share(known: &mut Spelling, other: &Spelling, is_present: bool) {
    if known.area == other.area || !is_present {
        known.form = if known.area == other.area { known.form.max(other.form) } else { known.form };
    } else if known.form == other.form {
        known.area = None;
    } else if other.form == Form::Council || known.form == Form::Initials {
        *known = other.clone();
    }
}

fn own_names(area: &Area) -> Vec<(String, Form)> {
    let name = base(&area.name);
    let mut names = vec![(name.to_owned(), Form::Place), (area.council.clone(), Form::Council)];
    for kind in COUNCILS {
        names.push((format!("{name} {kind}"), Form::Council));
    }
    for kind in ["London Borough of", "Royal Borough of", "Borough of", "LB", "Council of"] {
        names.push((format!("{kind} {name}"), Form::Council));
    }
    for alias in &area.aliases {
        let alias = base(alias);
        names.push((alias.to_owned(), form_of(alias)));
    }
    if area.valid_to.is_some() && area.kind.contains("same area") {
        // The unitary council of the same name has the plain names.
        names.retain(|(words, _)| words.contains("County Council"));
    }
    names
}

fn form_of(alias: &str) -> Form {
    let capitals = !alias.contains(' ') && alias.chars().filter(|c| c.is_uppercase()).count() > 1;
    let council = ["Council", "Borough", "Corporation", "LB ", "MBC", "MDC", " CC", "City of"];
    if capitals && alias.len() <= 6 {
        Form::Initials
    } else if council.iter().any(|word| alias.contains(word)) {
        Form::Council
    } else {
        Form::Alias
    }
}

/// The name without a note in brackets.
fn base(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name).trim()
}

fn variants(name: String) -> Vec<String> {
    let mut all = Vec::new();
    for (from, to) in [(" and ", " & "), (" & ", " and "), ("'", "’"), ("-", " "), ("-", "‑")] {
        if name.contains(from) {
            all.push(name.replace(from, to));
        }
    }
    all.push(name);
    all
}
