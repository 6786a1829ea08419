//! What words become by the elements around them.

use crate::model::text::BlockKind;

/// What the elements around some words make of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Frame {
    /// Not shown.
    pub unseen: bool,
    /// Within the story's root.
    pub in_root: bool,
    /// Within furniture.
    pub furniture: bool,
    /// Belonging to a picture.
    pub caption: bool,
    /// Level of the heading, 0 outside one.
    pub heading: u8,
    /// Table, row and column.
    pub cell: Option<(u32, u32, u32)>,
    /// Depth of lists, from 1.
    pub list: u8,
    /// Whether that list is numbered.
    pub numbered: bool,
    /// Within an item of the innermost list.
    pub item: bool,
    /// Set apart as somebody's words.
    pub quotation: bool,
    /// White space counts.
    pub preformatted: bool,
    /// In bold type.
    pub bold: bool,
}

impl Frame {
    /// The kind of block that the words become.
    pub fn kind(&self) -> BlockKind {
        if self.furniture || !self.in_root {
            BlockKind::Furniture
        } else if self.caption {
            BlockKind::Caption
        } else if self.heading > 0 {
            BlockKind::Heading { level: self.heading }
        } else if self.item {
            BlockKind::Item { depth: self.list.saturating_sub(1), numbered: self.numbered }
        } else if let Some((table, row, column)) = self.cell {
            BlockKind::Cell { table, row, column }
        } else if self.quotation {
            BlockKind::Quotation
        } else {
            BlockKind::Paragraph
        }
    }
}
