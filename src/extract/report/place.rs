//! The area that an inspectorate's document is about: the one its title or address names, or else
//! its running headers.
//!
//! Names in the findings are never asked: they may be a neighbour's or a health body's.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::flow::Flow;
use crate::extract::area::{Mention, mentions};
use crate::knowledge::reports::Shape;
use crate::knowledge::{Area, Knowledge};
use crate::model::area::{AreaCode, AreaRef};
use crate::model::reading::Weight;
use crate::model::text::{BlockKind, Span, Text};

/// The area found.
#[derive(Debug)]
pub struct Place {
    /// The area.
    pub area: AreaRef,
    /// The words that name it.
    pub spans: Vec<Span>,
    /// Sure where the surest of the places where it may stand names it.
    pub weight: Weight,
}

/// Why no area was taken.
#[derive(Debug)]
pub struct Nowhere {
    /// For people.
    pub reason: String,
}

/// Finds the area, trying the shape's places in their order.
///
/// # Errors
/// No place names exactly one area.
pub fn area(
    shape: &Shape,
    text: &Text,
    opening: &Flow,
    day: Option<Date>,
    knowledge: &Knowledge,
) -> Result<Place, Nowhere> {
    let mut several = BTreeSet::new();
    for (rank, pattern) in shape.area.iter().enumerate() {
        let Some(found) = pattern.captures(opening.words()).next() else { continue };
        let Some(group) = found.name("area") else { continue };
        let named = named(group.as_str(), knowledge);
        let codes = series(&named, day, knowledge);
        if let (1, Some(code), Some(first)) = (codes.len(), codes.first(), named.first()) {
            let at = group.start() + first.span.start..group.start() + first.span.end;
            if let Some(area) = knowledge.areas.series(code) {
                let weight = if rank == 0 { Weight::Sure } else { Weight::Likely };
                return Ok(Place { area, spans: opening.spans(at), weight });
            }
        }
        several.extend(codes);
    }
    if several.is_empty()
        && let Some(place) = running(text, day, knowledge)
    {
        return Ok(place);
    }
    let names: Vec<_> = several
        .iter()
        .filter_map(|code| knowledge.areas.series(code))
        .map(|area| area.name)
        .collect();
    Err(if names.is_empty() {
        let reason = "title, header and address name no area in areas.csv".to_owned();
        Nowhere { reason }
    } else {
        let reason = format!("title, header and address name {}", names.join(", "));
        Nowhere { reason }
    })
}

/// The series of the areas mentioned.
fn series(named: &[Mention], day: Option<Date>, knowledge: &Knowledge) -> BTreeSet<AreaCode> {
    let code = |m: &Mention| on_day(&m.area, day, knowledge).clone();
    named.iter().map(|m| knowledge.areas.series_code(&code(m)).clone()).collect()
}

/// The one area that running headers name.
fn running(text: &Text, day: Option<Date>, knowledge: &Knowledge) -> Option<Place> {
    let furniture = text.blocks.iter().filter(|b| b.kind == BlockKind::Furniture);
    let mut codes = BTreeSet::new();
    let mut at = None;
    for block in furniture {
        let named = named(text.slice(block.span), knowledge);
        at = at.or((!named.is_empty()).then_some(block.span));
        codes.extend(series(&named, day, knowledge));
    }
    let area = knowledge.areas.series(codes.first().filter(|_| codes.len() == 1)?)?;
    Some(Place { area, spans: at.into_iter().collect(), weight: Weight::Likely })
}

/// Areas that title words name. A name that is a word too may stand alone on a title's line, where
/// nothing beside it shows that the place is meant: there a title is read as "in" its words.
fn named(title: &str, knowledge: &Knowledge) -> Vec<Mention> {
    let found = mentions(title, knowledge);
    if !found.is_empty() {
        return found;
    }
    const LEAD: &str = "in ";
    let lead = |span: Span| Span { start: span.start - LEAD.len(), end: span.end - LEAD.len() };
    let found = mentions(&format!("{LEAD}{}", title.trim_start()), knowledge);
    let shift = title.len() - title.trim_start().len();
    let back = |m: Mention| {
        let span = lead(m.span);
        Mention { span: Span { start: span.start + shift, end: span.end + shift }, ..m }
    };
    found.into_iter().filter(|m| m.span.start >= LEAD.len()).map(back).collect()
}

/// The area of the same name that existed on the day, where the one mentioned did not.
fn on_day<'a>(code: &'a AreaCode, day: Option<Date>, knowledge: &'a Knowledge) -> &'a AreaCode {
    let areas = &knowledge.areas;
    let (Some(day), Some(area)) = (day, areas.get(code)) else { return code };
    if area.existed_on(day) {
        return code;
    }
    let namesake = |other: &&Area| bare(&other.name) == bare(&area.name) && other.existed_on(day);
    areas.iter().find(namesake).map_or(code, |other| &other.code)
}

/// A name without what was put in brackets to tell it from another.
fn bare(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}
