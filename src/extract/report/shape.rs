//! Which kind of inspectorate's document a text is, if any.

use std::ops::Range;

use super::flow::Flow;
use crate::knowledge::reports::{Reports, Shape};

/// How far into the opening a title may begin, in bytes: letters have long lists of addressees.
const TITLE_REACH: usize = 3000;

/// A document whose kind is known.
#[derive(Debug)]
pub struct Known<'k> {
    /// Its kind.
    pub shape: &'k Shape,
    /// Where its title stands in the opening.
    pub title: Range<usize>,
}

/// Knows a document by its title and by marks that only the inspectorate's own words have; the
/// earliest title decides, since letters mention other visits.
pub fn known<'k>(opening: &Flow, reports: &'k Reports) -> Option<Known<'k>> {
    let words = opening.words();
    let fits = reports.possible(words).filter_map(|shape| {
        let title =
            shape.title.iter().filter_map(|title| title.find(words)).min_by_key(|m| m.start())?;
        let near = title.start() <= TITLE_REACH;
        let marked = || {
            shape.marks.iter().all(|mark| mark.is_in(words))
                && !shape.unless.iter().any(|mark| mark.is_in(words))
        };
        (near && marked()).then(|| Known { shape, title: title.range() })
    });
    fits.min_by_key(|known| known.title.start)
}
