//! Local authority areas and successions, from `areas.csv` and `successions.csv`.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::KnowledgeError;
use super::embedded::Files;
use crate::model::area::{AreaCode, AreaRef};

/// One local authority area, present or abolished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// ONS code.
    pub code: AreaCode,
    /// Everyday name.
    pub name: String,
    /// Official name of the council.
    pub council: String,
    /// Other names: short forms, trusts, former names.
    pub aliases: Vec<String>,
    /// Region of England.
    pub region: String,
    /// Kind of authority.
    pub kind: String,
    /// First day, where it began after 2005.
    pub valid_from: Option<Date>,
    /// Last day, where it is abolished.
    pub valid_to: Option<Date>,
    /// Codes it had before, over the same or nearly the same area.
    pub old_codes: Vec<AreaCode>,
    /// Ofsted's unique reference number, where known.
    pub ofsted_urn: Option<String>,
}

impl Area {
    /// The area as the contract prints it.
    pub fn reference(&self) -> AreaRef {
        AreaRef { code: self.code.clone(), name: self.name.clone() }
    }

    /// Whether the area existed on `day`.
    pub fn existed_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// How one area followed another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SuccessionKind {
    /// Parts of the predecessor became several areas.
    Split,
    /// Several predecessors became one area.
    Merge,
    /// New council and code, same ground.
    SameArea,
}

/// One area following another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Succession {
    /// The area that ended.
    pub predecessor: AreaCode,
    /// The area that took over.
    pub successor: AreaCode,
    /// First day of the successor.
    pub date: Date,
    /// In which way.
    pub kind: SuccessionKind,
    /// For people.
    pub note: String,
}

/// All areas and successions.
#[derive(Debug, Default)]
pub struct Areas {
    areas: Vec<Area>,
    by_code: HashMap<String, usize>,
    successions: Vec<Succession>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    name: String,
    council: String,
    aliases: String,
    region: String,
    kind: String,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
    old_codes: String,
    ofsted_urn: Option<String>,
}

impl Areas {
    /// Reads `areas.csv` and `successions.csv`.
    ///
    /// # Errors
    /// A malformed row, a code that stands twice, or a succession between unknown areas.
    pub fn parse(files: &Files) -> Result<Self, KnowledgeError> {
        let mut areas = Self::default();
        for row in rows::<Row>(files, "areas.csv")? {
            let index = areas.areas.len();
            if areas.by_code.insert(row.code.clone(), index).is_some() {
                return Err(invalid(
                    "areas.csv",
                    &row.code,
                    "this code stands twice: keep one row",
                ));
            }
            areas.areas.push(Area {
                code: AreaCode(row.code),
                name: row.name,
                council: row.council,
                aliases: split(&row.aliases).map(str::to_owned).collect(),
                region: row.region,
                kind: row.kind,
                valid_from: row.valid_from,
                valid_to: row.valid_to,
                old_codes: split(&row.old_codes).map(|c| AreaCode(c.to_owned())).collect(),
                ofsted_urn: row.ofsted_urn,
            });
        }
        areas.successions = rows(files, "successions.csv")?;
        for succession in &areas.successions {
            for code in [&succession.predecessor, &succession.successor] {
                if areas.get(code).is_none() {
                    let problem = "no such area in areas.csv: add it there first";
                    return Err(invalid("successions.csv", &code.0, problem));
                }
            }
        }
        Ok(areas)
    }

    /// The area of a code.
    pub fn get(&self, code: &AreaCode) -> Option<&Area> {
        self.by_code.get(&code.0).map(|&i| &self.areas[i])
    }

    /// All areas, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Area> {
        self.areas.iter()
    }

    /// The area under whose code the series of `code` is kept: the first of a chain of areas on the
    /// same ground, so that a new council and code do not begin a new history. Other areas, and
    /// unknown codes, keep their own.
    pub fn series_code<'a>(&'a self, code: &'a AreaCode) -> &'a AreaCode {
        let mut first = code;
        // At most one step per succession, so that a circle in the data ends too.
        for _ in &self.successions {
            let same =
                |s: &&Succession| s.successor == *first && s.kind == SuccessionKind::SameArea;
            match self.successions.iter().find(same) {
                Some(succession) => first = &succession.predecessor,
                None => break,
            }
        }
        first
    }

    /// How the series of `code` is printed: under its first code and the name that it has now.
    pub fn series(&self, code: &AreaCode) -> Option<AreaRef> {
        let first = self.series_code(code);
        let mut last = first;
        for _ in &self.successions {
            let same =
                |s: &&Succession| s.predecessor == *last && s.kind == SuccessionKind::SameArea;
            match self.successions.iter().find(same) {
                Some(succession) => last = &succession.successor,
                None => break,
            }
        }
        Some(AreaRef { code: first.clone(), name: self.get(last)?.name.clone() })
    }

    /// All successions, in the order of the file.
    pub fn successions(&self) -> impl Iterator<Item = &Succession> {
        self.successions.iter()
    }

    /// Successions that ended in `code`.
    pub fn predecessors<'a>(&'a self, code: &'a AreaCode) -> impl Iterator<Item = &'a Succession> {
        self.successions.iter().filter(move |s| s.successor == *code)
    }
}

fn split(field: &str) -> impl Iterator<Item = &str> {
    field.split('|').map(str::trim).filter(|part| !part.is_empty())
}

pub(super) fn invalid(file: &str, place: &str, problem: &str) -> KnowledgeError {
    KnowledgeError::Invalid { file: file.into(), place: place.into(), problem: problem.into() }
}

fn rows<T: serde::de::DeserializeOwned>(
    files: &Files,
    file: &str,
) -> Result<Vec<T>, KnowledgeError> {
    let text = files.get(file).map(String::as_str).unwrap_or_default();
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|source| KnowledgeError::Csv { file: file.into(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn series(code: &str, want: &str) {
        let files = super::super::embedded::files(None).expect("embedded");
        let areas = Areas::parse(&files).expect("embedded areas are well formed");
        assert_eq!(areas.series_code(&AreaCode(code.into())).0, want);
    }

    #[test]
    fn a_series_keeps_the_code_of_the_first_council_on_the_same_ground() {
        series("E06000060", "E10000002");
        series("E10000002", "E10000002");
        series("E06000066", "E10000027");
        // A split begins new series.
        series("E06000061", "E06000061");
        series("X00000000", "X00000000");
    }

    #[test]
    fn a_series_is_printed_under_the_name_it_has_now() {
        let files = super::super::embedded::files(None).expect("embedded");
        let areas = Areas::parse(&files).expect("embedded areas are well formed");
        let now = areas.series(&AreaCode("E10000023".into())).expect("known");
        assert_eq!((now.code.0.as_str(), now.name.as_str()), ("E10000023", "North Yorkshire"));
    }
}
