//! A block in the making: kind, words, place.

use super::words::Words;
use crate::model::text::BlockKind;

/// A block in the making.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is. Of a cell, `table` tells tables apart and counts nothing yet.
    pub kind: BlockKind,
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
    pub fn new(kind: BlockKind, words: Words) -> Self {
        Self { kind, left: words.left(), words, gap: None, marked: false }
    }
}
