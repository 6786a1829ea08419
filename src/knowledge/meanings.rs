//! Proof that what wordings mean is known: a grade of a scale, a judgement, a programme, a framework.
//!
//! In:  files that somebody wrote or changed; the built-in ones are proved by a test.
//! A meaning that nothing knows would never be read, and nobody would be told.

use super::embedded::{self, Files};
use super::frameworks::Frameworks;
use super::lexicon::{Kind, Lexicon, Wording, WordingFile};
use super::{KnowledgeError, areas, file};

/// Proves the wordings of all files that are not built in, and who inspects by their frameworks.
///
/// # Errors
/// The first wording that is not in lower case or means nothing known; the first framework none
/// of whose inspectorates a wording names.
pub(super) fn prove(
    files: &Files,
    frameworks: &Frameworks,
    lexicon: &Lexicon,
) -> Result<(), KnowledgeError> {
    for (name, text) in files.iter().filter(|(name, text)| !embedded::is_built_in(name, text)) {
        if name.starts_with("wording/") && name != "wording/names.toml" {
            for wording in file::toml::<WordingFile>(files, name)?.wording {
                prove_wording(name, text, &wording, frameworks)?;
            }
        } else if name.starts_with("frameworks/") {
            prove_inspectorates(name, text, files, lexicon)?;
        }
    }
    Ok(())
}

fn prove_wording(
    name: &str,
    text: &str,
    wording: &Wording,
    frameworks: &Frameworks,
) -> Result<(), KnowledgeError> {
    let odd = |c: char| c.is_uppercase() || "’‘“”–—".contains(c);
    if let Some(words) = wording.words.iter().find(|words| words.contains(odd)) {
        let problem = "write words in lower case, with straight quotes and plain hyphens";
        return Err(refused(name, text, words, &format!("words `{words}`"), problem));
    }
    let means = wording.means.as_str();
    match unknown(wording.kind, means, frameworks) {
        Some(problem) => Err(refused(name, text, means, &format!("means `{means}`"), &problem)),
        None => Ok(()),
    }
}

/// What is wrong with a meaning, if something is.
fn unknown(kind: Kind, means: &str, frameworks: &Frameworks) -> Option<String> {
    let grades =
        || frameworks.scales().flat_map(|s| &s.grades).map(|g| g.id.as_str()).collect::<Vec<_>>();
    let of_frameworks = || frameworks.iter().map(|f| f.id.as_str()).collect::<Vec<_>>();
    let (what, said, known) = match kind {
        Kind::Grade => ("grade of a scale", vec![means], grades()),
        Kind::Judgement => {
            let judgements = frameworks.iter().flat_map(|f| &f.judgements).map(|j| j.id.as_str());
            ("judgement of a framework", means.split('+').collect(), judgements.collect())
        }
        Kind::Programme => {
            let id = means.strip_suffix(" strong").unwrap_or(means);
            ("programme", vec![id], frameworks.programmes().map(|p| p.id.as_str()).collect())
        }
        Kind::Framework => {
            let ids = means.strip_suffix('?').unwrap_or(means);
            ("framework", ids.split('|').collect(), of_frameworks())
        }
        Kind::Outcome => {
            let (framework, grade) = means.split_once('/').unwrap_or((means, ""));
            let known = of_frameworks().into_iter().chain(grades()).collect();
            ("framework and grade such as `area-send-2023/positive`", vec![framework, grade], known)
        }
        _ => return None,
    };
    let mut known: Vec<&str> = known;
    let wrong = said.into_iter().find(|id| !known.contains(id))?;
    known.sort_unstable();
    known.dedup();
    Some(format!("`{wrong}` is no {what}: write one of {}", known.join(", ")))
}

fn prove_inspectorates(
    name: &str,
    text: &str,
    files: &Files,
    lexicon: &Lexicon,
) -> Result<(), KnowledgeError> {
    #[derive(serde::Deserialize)]
    struct Inspected {
        inspectorates: Vec<String>,
    }
    let known = |inspectorate: &String| {
        let folded = inspectorate.to_lowercase();
        lexicon.hits(&folded).iter().any(|hit| hit.kind == Kind::Inspectorate)
    };
    let inspected: Inspected = file::toml(files, name)?;
    // Not all need be: the police's inspectorate never tells a result alone.
    match inspected.inspectorates.first() {
        Some(unknown) if !inspected.inspectorates.iter().any(known) => {
            let problem = "no wording of the kind `inspectorate` names it: correct it, or add one";
            Err(refused(name, text, unknown, &format!("inspectorate `{unknown}`"), problem))
        }
        _ => Ok(()),
    }
}

/// A complaint that names the line of what it is about.
fn refused(name: &str, text: &str, words: &str, place: &str, problem: &str) -> KnowledgeError {
    let quoted = ['"', '\''].iter().find_map(|mark| text.find(&format!("{mark}{words}{mark}")));
    let line = quoted.map_or(1, |at| file::line_of(text, at));
    areas::invalid(name, &format!("line {line}, {place}"), problem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    /// What is said of a file beside the built-in ones; nothing where it is accepted.
    fn said(name: &str, text: &str) -> String {
        let mut files = embedded::files(None).expect("embedded");
        files.insert(name.to_owned(), text.to_owned());
        Knowledge::parse(&files).err().map(|e| e.to_string()).unwrap_or_default()
    }

    #[test]
    fn built_in_meanings_are_known() {
        let mut files = embedded::files(None).expect("embedded");
        for text in files.values_mut() {
            text.push('\n');
        }
        Knowledge::parse(&files).expect("all meanings are known");
    }

    #[track_caller]
    fn case(table: &str, want: &str) {
        let said = said("wording/mine.toml", &format!("# Mine.\n[[wording]]\n{table}\n"));
        assert!(said.contains(want) && said.is_empty() == want.is_empty(), "{said}");
    }

    #[test]
    fn a_meaning_that_nothing_knows_is_refused_with_its_line() {
        case("kind = 'grade'\nmeans = 'good'\nwords = ['splendid']", "");
        case(
            "kind = 'grade'\nmeans = 'god'\nwords = ['x']",
            "line 4, means `god`: `god` is no grade",
        );
        case(
            "kind = 'judgement'\nmeans = 'in-care+leavers'\nwords = ['x']",
            "`leavers` is no judgement",
        );
        case(
            "kind = 'programme'\nmeans = 'schools strong'\nwords = ['x']",
            "`schools` is no programme",
        );
        case("kind = 'framework'\nmeans = 'sif-2013|sif'\nwords = ['x']", "`sif` is no framework");
        case("kind = 'outcome'\nmeans = 'area-send-2023/good'\nwords = ['x']", "");
        case("kind = 'outcome'\nmeans = 'good'\nwords = ['x']", "area-send-2023/positive");
        case(
            "kind = 'grade'\nmeans = 'good'\nwords = ['Good one']",
            "line 5, words `Good one`: write",
        );
    }

    #[test]
    fn an_inspectorate_that_no_wording_names_is_refused() {
        let framework = "id = 'x'\nprogramme = 'send'\nname = 'X'\ninspectorates = ['Ofsetd']\nfirst_day = '2031-01-01'\n";
        assert!(said("frameworks/x.toml", framework).contains("line 4, inspectorate `Ofsetd`"));
        let known = framework.replace("Ofsetd", "Ofsted");
        assert_eq!(said("frameworks/x.toml", &known), "");
        let ended = format!("{known}last_day = '2030-01-01'\n");
        assert!(said("frameworks/x.toml", &ended).contains("before `first_day`"));
        let judged = "[[judgement]]\nid = 'a'\nlabel = 'A'\nscale = 'four'\nscope = 'x'\n";
        let graded = "[[scale]]\nid = 'two'\ngrades = [{ id = 'b', label = 'B' }, { id = 'b', label = 'B' }]\n";
        let graded = said("frameworks/x.toml", &format!("{known}{graded}"));
        assert!(graded.contains("`b` is told twice"), "{graded}");
        let judged = judged.replace(
            "four",
            crate::knowledge::Knowledge::embedded()
                .expect("well formed")
                .frameworks
                .scales()
                .next()
                .expect("a scale")
                .id
                .as_str(),
        );
        let judged = said("frameworks/x.toml", &format!("{known}{judged}{judged}"));
        assert!(judged.contains("`a` is told twice"), "{judged}");
    }
}
