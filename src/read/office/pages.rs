//! Paragraphs and tables of a word processor file to blocks.
//!
//! In:  paragraphs with their roles, and where tables, rows and cells open and close.
//! Out: blocks in a draft. A table of facts becomes cells; one that only lays a page out, or that
//! holds another table, becomes its paragraphs.

use crate::model::text::BlockKind;
use crate::read::broken;
use crate::read::draft::{self, Draft, Part};

/// Longest cell of a table of facts, in bytes.
const LONGEST_CELL: usize = 4_000;
/// Most columns that one cell takes.
const MOST_COLUMNS: u32 = 64;
/// Deepest table in a table that is kept apart.
const DEEPEST: usize = 20;

/// Gathers blocks.
#[derive(Debug, Default)]
pub struct Pages {
    draft: Draft,
    open: Vec<Table>,
    /// Open tables beyond [`DEEPEST`]; their cells are taken for the outer table's.
    too_deep: usize,
    tables: u32,
}

#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    /// Next free column of the last row.
    column: u32,
    nested: bool,
}

#[derive(Debug, Default)]
struct Cell {
    column: u32,
    parts: Vec<Part>,
}

impl Pages {
    /// Adds a paragraph, `bold` of whose bytes are bold; its line breaks are `\n`.
    pub fn paragraph(&mut self, kind: BlockKind, words: String, bold: usize) {
        if words.trim().is_empty() {
            return;
        }
        if let Some(table) = self.open.last_mut() {
            return table.cell().parts.push(Part { kind, words });
        }
        match kind {
            BlockKind::Paragraph if draft::is_bold_heading(&words, bold) => {
                self.draft.push(BlockKind::Heading { level: 4 }, words);
            }
            BlockKind::Paragraph => broken::lines(&words, &mut self.draft),
            kind => self.draft.push(kind, words),
        }
    }

    /// Opens a table.
    pub fn open_table(&mut self) {
        if let Some(outer) = self.open.last_mut() {
            outer.nested = true;
        }
        if self.open.len() < DEEPEST {
            self.open.push(Table::default());
        } else {
            self.too_deep += 1;
        }
    }

    /// Goes to the next row.
    pub fn open_row(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.rows.push(Vec::new());
            table.column = 0;
        }
    }

    /// Opens a cell in the next free column.
    pub fn open_cell(&mut self) {
        if let Some(table) = self.open.last_mut() {
            let column = table.column;
            if let Some(row) = table.rows.last_mut() {
                row.push(Cell { column, parts: Vec::new() });
            }
        }
    }

    /// Takes columns of the row.
    pub fn take_columns(&mut self, columns: u32) {
        if let Some(table) = self.open.last_mut() {
            table.column += columns.clamp(1, MOST_COLUMNS);
        }
    }

    /// Closes what is open and returns all blocks.
    pub fn finish(mut self) -> Draft {
        while !self.open.is_empty() {
            self.close_table();
        }
        self.draft
    }

    /// Closes a table and adds what it holds.
    pub fn close_table(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(table) = self.open.pop() else { return };
        let facts = table.holds_facts();
        if let Some(outer) = self.open.last_mut() {
            let parts = table.rows.into_iter().flatten().flat_map(|cell| cell.parts);
            return outer.cell().parts.extend(parts);
        }
        if !facts {
            for part in table.rows.into_iter().flatten().flat_map(|cell| cell.parts) {
                self.paragraph(part.kind, part.words, 0);
            }
            return;
        }
        for (row, cells) in (0..).zip(table.rows) {
            for cell in cells {
                self.cell(row, cell);
            }
        }
        self.tables += 1;
    }

    /// Adds a cell of facts: its prose as one block, its list items as items.
    fn cell(&mut self, row: u32, cell: Cell) {
        let kind = BlockKind::Cell { table: self.tables, row, column: cell.column };
        let mut prose = String::new();
        for part in cell.parts {
            if matches!(part.kind, BlockKind::Item { .. }) {
                self.draft.push(kind, std::mem::take(&mut prose));
                self.draft.push(part.kind, part.words);
            } else {
                prose.push(' ');
                prose.push_str(&part.words);
            }
        }
        self.draft.push(kind, prose);
    }
}

impl Table {
    fn cell(&mut self) -> &mut Cell {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let row = self.rows.len() - 1;
        if self.rows[row].is_empty() {
            self.rows[row].push(Cell::default());
        }
        let last = self.rows[row].len() - 1;
        &mut self.rows[row][last]
    }

    fn holds_facts(&self) -> bool {
        let length = |cell: &Cell| cell.parts.iter().map(|part| part.words.len()).sum::<usize>();
        !self.nested
            && self.rows.iter().any(|row| row.len() >= 2)
            && self.rows.iter().flatten().all(|cell| length(cell) <= LONGEST_CELL)
    }
}
