//! Whose release it is where its words name no area: by the council that the page's furniture names,
//! its address on the web or in mails, or towns of one area.
//!
//! A page that says "our services" tells its area by where it stands. Addresses or towns of two
//! areas tell none.

use crate::extract::area::{Naming, mentions};
use crate::extract::release::page::Page;
use crate::model::area::AreaCode;
use crate::model::text::Span;

/// How many sentences may name a town that stands for its area.
const LEAD: usize = 8;

/// The ending of councils' addresses.
const COUNCIL: &str = ".gov.uk";

/// The one area whose address or town the release gives, with the words.
pub fn area(page: &Page) -> Option<(AreaCode, Span)> {
    only(headers(page))
        .or_else(|| only(senders(page)))
        .or_else(|| only(domains(page)))
        .or_else(|| only(towns(page)))
}

/// Councils by name in the page's furniture: "North Somerset Council > News".
fn headers(page: &Page) -> Vec<(AreaCode, Span)> {
    let named = page.mentions.iter().filter(|m| m.naming == Naming::Body);
    named.map(|m| (m.area.clone(), m.span)).collect()
}

/// Areas in the name that a mail is from.
fn senders(page: &Page) -> Vec<(AreaCode, Span)> {
    let name = page.text.metadata.sender_name.as_deref().unwrap_or_default();
    let found = mentions(name, page.knowledge);
    found.into_iter().map(|m| (m.area, Span { start: 0, end: 0 })).collect()
}

/// The first of what is found where all is of one area.
fn only(found: Vec<(AreaCode, Span)>) -> Option<(AreaCode, Span)> {
    let (code, _) = found.first()?;
    found.iter().all(|(other, _)| other == code).then(|| found[0].clone())
}

/// "press@leeds.gov.uk", "www.leeds.gov.uk/news"; a mail's sender stands in no text.
fn domains(page: &Page) -> Vec<(AreaCode, Span)> {
    let content = &page.text.content;
    let label = |before: &str| {
        let begins = before.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        begins.map_or(0, |at| at + 1)
    };
    let code = |label: &str| page.knowledge.names.by_domain(label, &page.knowledge.areas);
    let sender = page.text.metadata.sender.iter().filter_map(|sender| {
        let before = &sender[..sender.find(COUNCIL)?];
        Some((code(&before[label(before)..])?, Span { start: 0, end: 0 }))
    });
    let written = content.match_indices(COUNCIL).filter_map(|(at, _)| {
        let start = label(&content[..at]);
        let end = at + COUNCIL.len();
        Some((code(&content[start..at])?, Span { start, end }))
    });
    sender.chain(written).collect()
}

/// Towns that stand alone, not in the name of a body or a person.
fn towns(page: &Page) -> Vec<(AreaCode, Span)> {
    let content = &page.text.content;
    let lead = &page.sentences[..page.sentences.len().min(LEAD)];
    let upto = lead.last().map_or(0, |s| page.span(s).end);
    let mut found = Vec::new();
    for (town, code) in &page.knowledge.names.towns {
        for (start, _) in content[..upto].match_indices(town.as_str()) {
            let end = start + town.len();
            let before = content[..start].trim_end_matches(' ');
            let after = &content[end..];
            let inside = content[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-')
                || after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
            let named = after.strip_prefix(' ').is_some_and(|a| a.starts_with(char::is_uppercase));
            let word = before.rsplit([' ', '\n']).next().unwrap_or_default();
            let of = word.starts_with(char::is_uppercase) && !word.ends_with([',', '.', ':']);
            let of = of && content[..start].ends_with(' ');
            if !(inside || named || of) {
                found.push((code.clone(), Span { start, end }));
            }
        }
    }
    found
}
