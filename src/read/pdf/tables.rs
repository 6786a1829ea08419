//! Tables of the structure tree: which hold facts, and which only lay out a page.
//!
//! Word files put whole pages into borderless tables; those dissolve into their paragraphs. A table
//! of facts has ruling lines or several filled columns; each of its cells becomes one draft, with
//! inner list items as "• ..." in its text.

use super::glyphs::{Rule, Runs};
use super::tagged::Reader;
use super::tags::{Element, Kid, Tag};
use super::words::Words;

/// One cell with its place in the grid.
pub struct Cell {
    /// From 0.
    pub row: u32,
    /// From 0.
    pub column: u32,
    /// Its words, which may be none.
    pub words: Words,
    /// Whether it holds a table of its own.
    pub nests: bool,
    /// Paragraphs and items in it.
    pub parts: usize,
}

/// The cells of a table row by row, without those of tables inside it.
pub fn rows(table: &Element) -> Vec<Vec<&Element>> {
    fn collect<'e>(kids: &'e [Kid], rows: &mut Vec<Vec<&'e Element>>) {
        for kid in kids {
            let Kid::Element(e) = kid else { continue };
            match e.tag {
                Tag::Row => rows.push(cells_of(e)),
                Tag::Cell => rows.push(vec![e]),
                Tag::Table => {}
                _ => collect(&e.kids, rows),
            }
        }
    }
    let mut rows = Vec::new();
    collect(&table.kids, &mut rows);
    rows
}

fn cells_of(row: &Element) -> Vec<&Element> {
    let cells = row.kids.iter().filter_map(|kid| match kid {
        Kid::Element(e) if e.tag == Tag::Cell => Some(e),
        _ => None,
    });
    cells.collect()
}

/// Reads the words of all cells.
pub fn cells(rows: &[Vec<&Element>], reader: &Reader<'_>) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (row, elements) in (0..).zip(rows) {
        for (column, element) in (0..).zip(elements) {
            let mut cell = Cell { row, column, words: Words::default(), nests: false, parts: 0 };
            fill(&element.kids, reader, &mut cell);
            cells.push(cell);
        }
    }
    cells
}

fn fill(kids: &[Kid], reader: &Reader<'_>, cell: &mut Cell) {
    let all = &reader.index.runs().text;
    let mut part = Words::default();
    let mut later = Vec::new();
    reader.gather(kids, &mut part, &mut later);
    if !part.is_blank() {
        cell.parts += 1;
        cell.words.append(&part, all);
    }
    for element in later {
        match element.tag {
            Tag::Table => cell.nests = true,
            Tag::ListItem => item(element, reader, cell),
            Tag::Note => {}
            _ => fill(&element.kids, reader, cell),
        }
    }
}

fn item(element: &Element, reader: &Reader<'_>, cell: &mut Cell) {
    let before = cell.words.text.len();
    fill(&element.kids, reader, cell);
    cell.words.mark_bullet(before);
}

/// Whether the cells hold facts: no table within, and lines around them or several full columns.
pub fn is_data(cells: &[Cell], runs: &Runs) -> bool {
    if cells.iter().any(|c| c.nests) {
        return false;
    }
    let filled: Vec<&Cell> = cells.iter().filter(|c| !c.words.is_blank()).collect();
    let full_rows = filled
        .iter()
        .filter(|c| c.column > 0)
        .filter(|c| filled.iter().any(|other| other.row == c.row && other.column < c.column));
    full_rows.count() >= 2 || (!filled.is_empty() && is_ruled(&filled, runs))
}

/// Whether at least two horizontal lines as wide as the cells stand above, between or below them.
fn is_ruled(cells: &[&Cell], runs: &Runs) -> bool {
    let lines = || cells.iter().flat_map(|c| &c.words.lines);
    let Some(first) = lines().next() else {
        return false;
    };
    let here = || lines().filter(|l| l.page == first.page);
    let top = here().map(|l| l.y).fold(f32::MAX, f32::min) - 30.0;
    let bottom = here().map(|l| l.y).fold(0.0, f32::max) + 20.0;
    let left = here().map(|l| l.x).fold(f32::MAX, f32::min);
    let right = cells.iter().map(|c| c.words.right).fold(0.0, f32::max);
    let spans = |r: &&Rule| {
        r.horizontal
            && r.page == first.page
            && (top..bottom).contains(&r.at)
            && r.to.min(right) - r.from.max(left) > 0.8 * (right - left)
    };
    let mut at: Vec<f32> = runs.rules.iter().filter(spans).map(|r| r.at).collect();
    at.sort_by(f32::total_cmp);
    at.dedup_by(|a, b| (*a - *b).abs() < 4.0);
    at.len() >= 2
}
