//! Tables of facts, told from tables that only lay a page out; and where their cells stand.

use ego_tree::NodeRef;
use scraper::Node;

/// Nodes of a table that are looked at to tell what it is.
const MOST_NODES: usize = 20_000;
/// Longest cell of a table of facts, in bytes.
const LONGEST_CELL: usize = 2_000;
/// Most columns and rows that one cell may span.
const WIDEST_SPAN: u32 = 64;

/// Whether a table holds facts: rows of several short cells and no table within.
pub fn holds_facts(table: NodeRef<'_, Node>) -> bool {
    let mut cells_of_row = 0;
    let (mut rows, mut most_cells) = (0, 0);
    for node in table.descendants().skip(1).take(MOST_NODES) {
        let Some(element) = node.value().as_element() else { continue };
        match element.name() {
            "table" | "h1" | "article" | "main" => return false,
            "tr" => {
                rows += 1;
                cells_of_row = 0;
            }
            "td" | "th" => {
                cells_of_row += 1;
                most_cells = most_cells.max(cells_of_row);
                if is_long(node) {
                    return false;
                }
            }
            _ => {}
        }
    }
    let role = table.value().as_element().and_then(|e| e.attr("role"));
    rows >= 2 && most_cells >= 2 && !matches!(role, Some("presentation" | "none"))
}

fn is_long(cell: NodeRef<'_, Node>) -> bool {
    let mut bytes = 0;
    let texts = cell.descendants().take(MOST_NODES).filter_map(|node| node.value().as_text());
    texts.into_iter().any(|text| {
        bytes += text.trim().len();
        bytes > LONGEST_CELL
    })
}

/// Counts rows and columns while a table is walked.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Number of the table in the text, from 0.
    pub table: u32,
    row: u32,
    column: u32,
    started: bool,
    /// For each column, rows that a cell from above still covers.
    covered: Vec<u32>,
}

impl Grid {
    /// A grid for the table of this number.
    pub fn new(table: u32) -> Self {
        Self { table, ..Self::default() }
    }

    /// Goes to the next row.
    pub fn next_row(&mut self) {
        if self.started {
            self.row += 1;
            self.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        }
        self.started = true;
        self.column = 0;
    }

    /// Places a cell that spans columns and rows; returns its row and column.
    pub fn place(&mut self, columns: u32, rows: u32) -> (u32, u32) {
        while self.covered.get(self.column as usize).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let place = (self.row, self.column);
        for column in self.column..self.column + columns.clamp(1, WIDEST_SPAN) {
            let column = column as usize;
            if self.covered.len() <= column {
                self.covered.resize(column + 1, 0);
            }
            self.covered[column] = rows.clamp(1, WIDEST_SPAN);
        }
        self.column += columns.clamp(1, WIDEST_SPAN);
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_span_rows_and_columns_push_the_others() {
        let mut grid = Grid::new(0);
        grid.next_row();
        assert_eq!(grid.place(1, 2), (0, 0));
        assert_eq!(grid.place(2, 1), (0, 1));
        grid.next_row();
        assert_eq!(grid.place(1, 1), (1, 1));
        assert_eq!(grid.place(1, 1), (1, 2));
        grid.next_row();
        assert_eq!(grid.place(1, 1), (2, 0));
    }
}
