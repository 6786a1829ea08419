//! A block in the making: role, words, place.

use super::words::Words;

/// What a draft is to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A heading, level 1 to 6.
    Heading(u8),
    /// Prose.
    Paragraph,
    /// A list item.
    Item {
        /// 0 for the outer list.
        depth: u8,
        /// Whether its marker counts.
        numbered: bool,
    },
    /// A table cell.
    Cell {
        /// Counts the tables from 0.
        table: u32,
        /// From 0.
        row: u32,
        /// From 0.
        column: u32,
    },
    /// Words set apart.
    Quotation,
    /// Words of a picture.
    Caption,
    /// Anything that is never evidence.
    Furniture,
}

/// A block in the making.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is.
    pub role: Role,
    /// Its words.
    pub words: Words,
    /// Left edge, that of the marker where there is one.
    pub left: f32,
    /// Of a cell: distance from its last baseline to the ruling line below, if there is one.
    pub gap: Option<f32>,
    /// Whether a list marker stood before it, which says that it begins something.
    pub marked: bool,
}

impl Draft {
    /// A draft without a marker.
    pub fn new(role: Role, words: Words) -> Self {
        Self { role, left: words.left(), words, gap: None, marked: false }
    }
}
