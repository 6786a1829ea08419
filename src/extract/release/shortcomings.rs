//! Shortcomings that inspectors are said to have found, clause by clause: what is left to read where
//! a release has neither list nor heading of improvement areas.

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::Item;
use crate::knowledge::lexicon::Kind;
use crate::model::reading::PriorityKind;

/// Shortcomings that inspectors are said to have found, clause by clause. "Too many" and its like
/// need nobody to say so.
pub fn items(page: &Page) -> Vec<Item> {
    let mut found = Vec::new();
    let mut inspectors = false;
    for (index, sentence) in page.sentences.iter().enumerate() {
        let release = sentence.voice == Voice::Release;
        inspectors = page.has(sentence, Kind::Finding) || (inspectors && release);
        let prose = matches!(sentence.role, Role::Prose | Role::Item);
        if !prose || !release || index == 0 || is_graded(page, sentence) {
            continue;
        }
        for (start, end) in clauses(page, sentence) {
            let mut weak = page.hits_in(start, end).filter(|h| h.kind == Kind::Shortcoming);
            let weak = weak.any(|h| inspectors || page.words(h.start, h.end).starts_with("too "));
            let excused = page.hits_in(start, end).any(|h| h.kind == Kind::Excuse);
            if weak && !excused && distance(page, start, end) >= 3 {
                found.push(Item { start, end, kind: PriorityKind::Improvement });
            }
        }
    }
    found
}

/// A sentence that tells a grade or an action plan tells no single shortcoming.
pub fn is_graded(page: &Page, sentence: &Sentence) -> bool {
    let everyday = ["good", "inconsistent", "positive"];
    page.has(sentence, Kind::Place)
        || page.has(sentence, Kind::Rating)
        || page.has(sentence, Kind::Statement)
            && page.words(sentence.start, sentence.end).contains("statement of action")
        || page.in_sentence(sentence, Kind::Grade).any(|h| !everyday.contains(&h.means))
}

/// Clauses of a sentence, parted by semicolons, "but", a comma before an aside, and by ", and" or a
/// comma before another shortcoming; joining words at the start are left off.
fn clauses(page: &Page, sentence: &Sentence) -> Vec<(usize, usize)> {
    const ASIDES: [&str; 17] = [
        "a ",
        "an ",
        "which ",
        "with ",
        "who ",
        "where ",
        "as ",
        "while ",
        "although ",
        "though ",
        "despite ",
        "because ",
        "inspectors ",
        "ofsted ",
        "it says",
        "the report",
        "so ",
    ];
    let words = page.words(sentence.start, sentence.end);
    let mut cuts = vec![(0, 0)];
    for separator in ["; ", ", but ", " but ", ", and ", " and ", ", "] {
        for (at, _) in words.match_indices(separator) {
            let from = sentence.start + at + separator.len();
            let next = &words[at + separator.len()..];
            let weak = page
                .hits_in(from, sentence.end)
                .find(|h| matches!(h.kind, Kind::Shortcoming | Kind::Need))
                .is_some_and(|h| distance(page, from, h.start) <= 3);
            let aside = separator == ", " && ASIDES.iter().any(|w| next.starts_with(w));
            let parts = separator.contains(';') || separator.contains("but");
            if parts || aside || (weak && next.len() > 12) {
                cuts.push((at, at + separator.len()));
            }
        }
    }
    cuts.sort_unstable();
    let ends = cuts.iter().skip(1).map(|c| c.0).chain([words.len()]);
    let parts = cuts.iter().map(|c| c.1).zip(ends).filter(|(from, to)| from < to);
    parts.map(|(from, to)| said(page, trim(sentence.start, words, from, to))).collect()
}

/// What inspectors are said to have found, without "inspectors found that".
fn said(page: &Page, (start, end): (usize, usize)) -> (usize, usize) {
    let finding = page.hits_in(start, end).find(|h| h.kind == Kind::Finding);
    let Some(at) = finding.filter(|h| distance(page, start, h.start) <= 2).map(|h| h.end) else {
        return (start, end);
    };
    let rest = page.words(at, end).trim_start_matches([' ', '"', '\'']);
    let rest = rest.strip_prefix("that ").unwrap_or(rest).trim_start_matches(['"', '\'']);
    if rest.split(' ').count() >= 3 { (end - rest.len(), end) } else { (start, end) }
}

fn trim(base: usize, words: &str, from: usize, to: usize) -> (usize, usize) {
    let part = words[from..to].trim_end_matches(['.', ' ', ',', ';', '"']);
    let lead = ["but ", "and ", "although ", "though ", "while ", "that "]
        .iter()
        .find(|w| part.trim_start().starts_with(**w))
        .map_or(0, |w| w.len());
    let lead = part.len() - part.trim_start().len() + lead;
    (base + from + lead.min(part.len()), base + from + part.len())
}
