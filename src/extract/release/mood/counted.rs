//! Grades of parts that are counted or looked at apart: "three of the standards were good".

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::claims::{Candidate, GradeWords, breaks, distance};
use crate::extract::release::number;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::Kind;

static ONE_MORE: LazyLock<Regex> = LazyLock::new(|| {
    let number = number::pattern();
    Regex::new(&format!("^['\",]*(?: and|,) (?:the other |another )?(?:{number})(?: (?:was|were|are|is|others?|more|rated|judged|graded|marked))*,? ['\"]?$"))
        .expect("fixed grammar")
});

/// What adult social care is scored on one by one, and ways of doing that are told in a clause:
/// "how it assesses needs was judged good".
pub fn is_theme(
    page: &Page,
    sentence: &Sentence,
    from: usize,
    at: (usize, usize),
    care: bool,
) -> bool {
    let before = page.words(from, at.0);
    HOW.is_match(before)
        || care && (THEME.is_match(before) || FOR_THEME.is_match(page.words(at.1, sentence.end)))
}

static HOW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[,;] |\band |\bbut )(?:the way|how) (?:it|they|we|the council|[a-z]+) [^,;]{3,60} (?:is|are|was|were) [^,;]{0,30}$")
        .expect("fixed grammar")
});

const THEMES: &str = "(?:safeguarding|leadership|governance|commissioning|assessments|transitions|equity|support for (?:unpaid )?carers|carers'? support)";

static THEME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?:^|[,;] |\band |\bbut |\bfor )(?:its |the )?{THEMES} (?:is|are|was|were|as|rated|judged|scored|being)\b[^,;]{{0,30}}$"))
        .expect("fixed grammar")
});
static FOR_THEME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r#"^['"]? (?:for|in|on) (?:its |the )?{THEMES}\b"#)).expect("fixed grammar")
});

/// "Work to cut reoffending was good overall", "most audits were graded good": a part of practice
/// opens the clause.
pub fn is_of_part(page: &Page, from: usize, at: usize) -> bool {
    page.hits_in(from, at).filter(|h| h.kind == Kind::Count && h.means == "part").any(|h| {
        let lead = page.words(from, h.start);
        let clause =
            [", ", "; ", " and ", " but ", ": "].iter().filter_map(|m| lead.rfind(m)).max();
        let between = page.words(h.end, at);
        // "Inspectors judged early help to be good".
        let judged = page.hits_in(from, h.start).any(|j| {
            matches!(j.kind, Kind::Judging | Kind::Rating) && distance(page, j.end, h.start) <= 4
        });
        (judged || distance(page, from + clause.map_or(0, |at| at + 1), h.start) <= 3)
            && !breaks(page, h.end, at)
            && ![" and ", " but "].iter().any(|w| between.contains(w))
    })
}

/// "Statements got": what scores are given to one by one, whatever the place.
fn is_score(words: &str) -> bool {
    ["statement", "standard", "theme", "domain"].iter().any(|w| words.contains(w))
}

/// Whether a grade is of things that are counted: "three of the standards were good".
pub fn is_counted(page: &Page, sentence: &Sentence, all: &[Candidate], i: usize) -> bool {
    let at = all[i].at;
    let from = if i == 0 { sentence.start } else { all[i - 1].at.1 };
    // "Of the three judgements this is the bottom one" counts what there is to be had.
    let named = matches!(all[i].grade, GradeWords::Named(_));
    // "Three of the standards were good and one outstanding".
    let onward = i > 0
        && ONE_MORE.is_match(page.words(all[i - 1].at.1, at.0))
        && is_counted(page, sentence, all, i - 1);
    onward
        || page.hits_in(from, at.0).any(|h| {
            h.kind == Kind::Count
                && h.means != "part"
                && (named || is_score(page.words(h.start, h.end)))
                && distance(page, h.end, at.0) <= 10
                && !page.words(h.end, at.0).contains(';')
        })
        || page.hits_in(at.1, sentence.end).any(|h| {
            h.kind == Kind::Count
                && h.means != "part"
                && distance(page, at.1, h.start) <= 3
                && !page.words(at.1, h.start).contains([';', '.'])
                && (named || !page.words(at.1, h.start).contains(','))
        })
}
