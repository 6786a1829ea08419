//! Mentions of local authority areas in a text.
//!
//! Longest name first; "&", apostrophes, hyphens and capitals as texts vary them. A name inside a
//! body that spans areas (integrated care board, NHS trust, police, university, newspaper), inside a
//! person's name or inside the name of a part of the place is not a mention. Names that are also
//! everyday words count only beside words that show the place is meant.

use crate::knowledge::Knowledge;
use crate::knowledge::names::{Beside, Form, Spelling};
use crate::model::area::AreaCode;
use crate::model::text::Span;

/// How surely a mention names the area and not something else of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// A few capitals that other bodies may share.
    Initials,
    /// The bare place name.
    Place,
    /// An alias, a trust or a short form.
    Alias,
    /// The council, its children's services, its local area partnership.
    Body,
}

/// One mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The area meant: the present one of its name, or an abolished one that has a name of its own.
    pub area: AreaCode,
    /// The words.
    pub span: Span,
    /// How surely.
    pub naming: Naming,
}

/// Finds mentions, longest name first, in order; names inside bodies that span areas (integrated
/// care boards, NHS trusts, police) are not mentions.
pub fn mentions(content: &str, knowledge: &Knowledge) -> Vec<Mention> {
    let names = &knowledge.names;
    let mut found = Vec::new();
    let mut done = 0;
    let mut before = None;
    for (start, c) in content.char_indices() {
        let opens = c.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric);
        before = Some(c);
        if !opens || start < done || !names.may_begin(c) {
            continue;
        }
        let fits = names.at(&content[start..]).find(|spelling| {
            let span = Span { start, end: start + spelling.words.len() };
            is_word(content, span) && has_case(span.of(content), spelling)
        });
        let Some(spelling) = fits else { continue };
        let span = Span { start, end: start + spelling.words.len() };
        done = span.end;
        if let (Some(area), Some(naming)) =
            (&spelling.area, naming(content, span, spelling, &names.beside))
        {
            found.push(Mention { area: area.clone(), span, naming });
        }
    }
    found
}

/// Whether the span begins and ends at word bounds; a hyphen binds only to a capital or a particle
/// ("Newcastle-under-Lyme"), not in "Leeds-based".
fn is_word(content: &str, span: Span) -> bool {
    let before = content[..span.start].chars().next_back();
    let mut after = content[span.end..].chars();
    let next = after.next();
    let binds = |c: char| c.is_alphanumeric() || c == '@' || c == '_';
    let glued = next == Some('-')
        && (after.clone().next().is_some_and(char::is_uppercase)
            || ["under", "upon", "on-", "by-", "in-"]
                .iter()
                .any(|p| after.as_str().starts_with(p)));
    let domain = next == Some('.') && after.next().is_some_and(char::is_lowercase);
    !before.is_some_and(|c| binds(c) || c == '-' || c == '/' || c == '.')
        && !next.is_some_and(binds)
        && !glued
        && !domain
}

/// Whether each word that the spelling capitalises is capitalised, but for "council" and its like;
/// initials letter by letter.
fn has_case(found: &str, spelling: &Spelling) -> bool {
    const KINDS: [&str; 7] =
        ["council", "county", "city", "borough", "metropolitan", "district", "corporation"];
    if spelling.is_short() {
        return found == spelling.words;
    }
    let words = found.split([' ', '-']).zip(spelling.words.split([' ', '-']));
    found.starts_with(char::is_uppercase)
        && words.into_iter().all(|(found, wanted)| {
            !wanted.starts_with(char::is_uppercase)
                || found.starts_with(char::is_uppercase)
                || KINDS.contains(&found)
        })
}

/// What the mention is, or none where its surroundings show something else.
fn naming(content: &str, span: Span, spelling: &Spelling, beside: &Beside) -> Option<Naming> {
    let line_start = content[..span.start].rfind('\n').map_or(0, |i| i + 1);
    let line_end = content[span.end..].find('\n').map_or(content.len(), |i| span.end + i);
    let before = content[line_start..span.start].trim_end();
    let after = &content[span.end..line_end];
    if spelling.form == Form::Council {
        return Some(Naming::Body);
    }
    if is_other_before(before, beside) {
        return None;
    }
    let is_body = follows(after, &beside.services);
    let cautious = beside.cautious.contains(&spelling.words);
    if is_body
        && !(starts_sentence(before) && beside.words.contains(&spelling.words) && !body_noun(after))
    {
        return Some(Naming::Body);
    }
    if is_other_after(after, beside) || (cautious && !is_place(before, after, spelling, beside)) {
        return None;
    }
    if before.ends_with("local area of") || before.ends_with("council in") {
        return Some(Naming::Body);
    }
    Some(match spelling.form {
        Form::Initials => Naming::Initials,
        Form::Alias => Naming::Alias,
        _ => Naming::Place,
    })
}

/// After an everyday word at the start of a sentence only "council" and its like will do.
fn body_noun(after: &str) -> bool {
    let after = after.get(..floor(after, 60)).unwrap_or(after).to_lowercase();
    let after = after.trim_start_matches("'s").trim_start_matches("’s");
    [
        "council",
        "borough",
        "local",
        "children",
        "youth",
        "adult",
        "send",
        "health and wellbeing",
        "health & wellbeing",
        "safeguarding",
        "schools forum",
        "parent carer",
        "overview",
        "scrutiny",
    ]
    .iter()
    .any(|noun| after.trim_start().starts_with(noun))
}

fn starts_sentence(before: &str) -> bool {
    before.is_empty() || before.ends_with(['.', '!', '?', '“', '"', '‘', '\'', ':'])
}

/// Whether a cautious name stands where the place is meant.
fn is_place(before: &str, after: &str, spelling: &Spelling, beside: &Beside) -> bool {
    let last = before.rsplit([' ', '“', '"', '(']).next().unwrap_or_default();
    let listed = beside.before.contains(&last.to_lowercase());
    if beside.words.contains(&spelling.words) {
        let school_subject = after.starts_with(" and ") || after.starts_with(", writing");
        let own = after.starts_with("'s") || after.starts_with("’s");
        return (listed || own || is_subject(before, after)) && !school_subject;
    }
    // "Kids in care Rutland looks after": a first name would have a capital.
    let plain = !beside.strict.contains(&spelling.words)
        && last.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    // A heading, a list of places, a title's "Place: ..." or "Place's".
    listed
        || plain
        || starts_sentence(before)
        || before.ends_with([',', '-', '–', '—', '(', '|', '&'])
        || after.starts_with("'s")
        || after.starts_with("’s")
}

/// "About a place, Bury was told": in small letters before, and a verb after.
fn is_subject(before: &str, after: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    let verbs =
        [" was ", " is ", " has ", " had ", " must ", " will ", " should ", " did ", " does "];
    last.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        && !starts_sentence(before)
        && verbs.iter().any(|verb| after.starts_with(verb))
}

/// Whether one of `phrases` follows at once, an 's in between allowed.
fn follows(after: &str, phrases: &[String]) -> bool {
    let after =
        ["'s", "’s", "'S", "’S"].iter().find_map(|s| after.strip_prefix(s)).unwrap_or(after);
    let after = after.strip_prefix(['’', '\'']).unwrap_or(after);
    let Some(after) = after.strip_prefix(' ') else {
        return false;
    };
    let folded = after.get(..floor(after, 60)).unwrap_or(after).to_lowercase().replace('’', "'");
    phrases.iter().any(|phrase| {
        folded
            .strip_prefix(phrase.as_str())
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// Whether capitalised words after the name, joined by "and" or "of", name another body.
fn is_other_after(after: &str, beside: &Beside) -> bool {
    let mut rest = after;
    for step in 0..8 {
        let Some(next) = rest.strip_prefix(' ') else {
            return false;
        };
        if beside.other_after.iter().any(|body| starts_with_word(next, body)) {
            return step == 0 || !next.starts_with("NHS ") || !rest_joined(after, rest);
        }
        let word = next.split([' ', '\n']).next().unwrap_or_default();
        let joins = matches!(word, "and" | "&" | "of" | "upon" | "the");
        if !joins && !word.starts_with(char::is_uppercase) {
            return false;
        }
        if word.ends_with([',', '.', ';', ':', '?', '!', ')']) {
            return false;
        }
        rest = &next[word.len()..];
    }
    false
}

/// "Kent and NHS Kent": what follows the "and" begins a body of its own.
fn rest_joined(after: &str, rest: &str) -> bool {
    let so_far = &after[..after.len() - rest.len()];
    so_far.ends_with(" and") || so_far.ends_with(" the") || so_far.ends_with(" &")
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether the words before make it another body's name, a person's or a part of the place.
fn is_other_before(before: &str, beside: &Beside) -> bool {
    let mut rest = before;
    for step in 0..6 {
        if beside.other_before.iter().any(|body| ends_with_word(rest, body)) {
            // A title reaches over one first name, "NHS" and its like over a chain.
            return step <= 1 || ends_with_word(rest, "NHS");
        }
        if step == 0 && beside.directions.iter().any(|d| ends_with_word(rest, d)) {
            return true;
        }
        let word = rest.rsplit(' ').next().unwrap_or_default();
        let joins = matches!(word, "and" | "&" | "of" | "upon");
        if word.is_empty()
            || (!joins && !word.starts_with(char::is_uppercase))
            || word.ends_with([',', '.', ':', ')', ';'])
        {
            return false;
        }
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    false
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each wanted mention as `code words naming-initial`.
    #[track_caller]
    fn case(knowledge: &Knowledge, text: &str, want: &[&str]) {
        let found: Vec<_> = mentions(text, knowledge)
            .into_iter()
            .map(|m| {
                let naming = format!("{:?}", m.naming);
                format!("{} {} {}", m.area, m.span.of(text), &naming[..1])
            })
            .collect();
        assert_eq!(found, want, "{text}");
    }

    #[test]
    fn names_councils_aliases_and_partnerships_are_mentions() {
        let k = &Knowledge::embedded().expect("embedded");
        case(k, "Leeds City Council is pleased.", &["E08000035 Leeds City Council B"]);
        case(k, "The Leeds Local Area Partnership met.", &["E08000035 Leeds B"]);
        case(
            k,
            "people in Leeds and Telford & Wrekin",
            &["E08000035 Leeds P", "E06000020 Telford & Wrekin A"],
        );
        case(k, "LONDON BOROUGH OF BEXLEY praised", &["E09000004 LONDON BOROUGH OF BEXLEY B"]);
        case(k, "St Helens’ services", &["E08000013 St Helens P"]);
        case(k, "Birmingham Children’s Trust said", &["E08000025 Birmingham Children’s Trust A"]);
        case(k, "Trafford’s children’s services", &["E08000009 Trafford B"]);
        case(k, "BCP Council said", &["E06000058 BCP Council B"]);
        case(k, "Cumbria County Council, now gone", &["E10000006 Cumbria County Council B"]);
        case(k, "the local area of Bury", &["E08000002 Bury B"]);
        // The longest name, and a county is not the city in it.
        case(
            k,
            "North East Lincolnshire and Nottinghamshire",
            &["E06000012 North East Lincolnshire P", "E10000024 Nottinghamshire P"],
        );
        case(
            k,
            "Dorset Council and Buckinghamshire",
            &["E06000059 Dorset Council B", "E06000060 Buckinghamshire P"],
        );
    }

    #[test]
    fn bodies_that_only_bear_a_name_are_not_mentions() {
        let k = &Knowledge::embedded().expect("embedded");
        for text in [
            "NHS Cheshire and Merseyside Integrated Care Board",
            "NHS Kent and Medway",
            "the Black Country and Sandwell Clinical Commissioning Group",
            "Royal Wolverhampton NHS Trust",
            "Surrey and Sussex Police",
            "the University of Leeds and Essex University",
            "Greater Manchester leaders",
            "the Sheffield Star",
            "Northumberland Street",
            "Cllr Anna Kent said",
            "Manchester United won",
            "Sutton Coldfield",
            "Newcastle-under-Lyme",
            "the Achieving for Children company",
            "visit leeds.gov.uk",
            "South Norfolk villages",
            "kentish plums in kent",
        ] {
            case(k, text, &[]);
        }
        case(k, "Leeds and NHS West Yorkshire ICB", &["E08000035 Leeds P"]);
    }

    #[test]
    fn everyday_words_need_words_beside_them() {
        let k = &Knowledge::embedded().expect("embedded");
        case(k, "Reading case files, inspectors saw much.", &[]);
        case(k, "Progress in reading and in Reading and writing", &[]);
        case(k, "Reading Borough Council", &["E06000038 Reading Borough Council B"]);
        case(k, "services in Reading improved", &["E06000038 Reading P"]);
        case(k, "Bury the hatchet", &[]);
        case(k, "Bury council leaders", &["E08000002 Bury council B"]);
        case(k, "BURY'S local area partnership", &["E08000002 BURY B"]);
        case(k, "ministers said Westminster knows", &[]);
    }
}
