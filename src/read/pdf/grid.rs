//! The cells of a tagged table: their words, and what kind of text they hold.
//!
//! Inner list items stay in the words of their cell as "• ...".
//! Not here: whether the table holds facts or only lays out a page (`tables`).

use super::lists;
use super::tagged::Reader;
use super::tags::{Element, Kid, Tag};
use super::words::Words;

/// Columns beyond are taken as they come.
const MOST_COLUMNS: u32 = 32;

/// One cell with its place in the grid.
#[derive(Default)]
pub struct Cell {
    /// From 0.
    pub row: u32,
    /// From 0.
    pub column: u32,
    /// Its words, which may be none.
    pub words: Words,
    /// Footnotes in it.
    pub notes: Vec<Words>,
    /// Whether it holds a table of its own.
    pub nests: bool,
    /// Paragraphs in it.
    pub paragraphs: usize,
    /// List items in it.
    pub items: usize,
    /// Paragraphs and items that are bold throughout.
    pub bold: usize,
    /// Whether one of its paragraphs is a heading, or bold beside plain ones.
    pub headed: bool,
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
            let mut cell = Cell { row, column, ..Cell::default() };
            fill(&element.kids, reader, &mut cell);
            cell.headed =
                cell.headed || (cell.bold > 0 && cell.bold < cell.paragraphs + cell.items);
            cells.push(cell);
        }
    }
    straighten(&mut cells);
    cells
}

fn fill(kids: &[Kid], reader: &Reader<'_>, cell: &mut Cell) {
    let mut marks = Vec::new();
    let mut later = Vec::new();
    reader.gather(kids, &mut marks, &mut later);
    let part = reader.index.words(&marks);
    if !part.is_blank() {
        let marked = lists::marker(&part.text).is_some();
        cell.paragraphs += usize::from(!marked);
        cell.items += usize::from(marked);
        append(&part, reader, cell);
    }
    for element in later {
        fill_element(element, reader, cell);
    }
}

fn fill_element(element: &Element, reader: &Reader<'_>, cell: &mut Cell) {
    match element.tag {
        Tag::Table => cell.nests = true,
        Tag::ListItem => item(element, reader, cell),
        Tag::Note => note(&element.kids, reader, cell),
        tag => {
            cell.headed |= matches!(tag, Tag::Heading(_)) && !cell.words.is_blank();
            fill(&element.kids, reader, cell);
        }
    }
}

/// Keeps a footnote apart from the words of the cell.
fn note(kids: &[Kid], reader: &Reader<'_>, cell: &mut Cell) {
    let mut marks = Vec::new();
    let mut later = Vec::new();
    reader.gather(kids, &mut marks, &mut later);
    cell.notes.push(reader.index.words(&marks));
    later.into_iter().for_each(|e| note(&e.kids, reader, cell));
}

fn item(element: &Element, reader: &Reader<'_>, cell: &mut Cell) {
    let mut later = Vec::new();
    let item = reader.read_item(element, &mut later);
    if !item.words.is_blank() {
        let before = cell.words.text.len();
        append(&item.words, reader, cell);
        if !item.label.is_blank() || lists::bullet(&item.words.text).is_some() {
            cell.words.mark_bullet(before, item.label.text.trim());
        }
        cell.items += 1;
    }
    for element in later {
        fill_element(element, reader, cell);
    }
}

fn append(part: &Words, reader: &Reader<'_>, cell: &mut Cell) {
    cell.bold += usize::from(part.is_bold());
    cell.words.append(part, &reader.index.runs().text);
}

/// Gives a cell the column that others at its left edge have: Word loses count in rows that a page
/// break splits and under cells that span rows.
fn straighten(cells: &mut [Cell]) {
    let columns = cells.iter().map(|c| c.column + 1).max().unwrap_or(0).min(MOST_COLUMNS);
    let edges: Vec<f32> = (0..columns).map(|column| median_left(cells, column)).collect();
    for cell in cells.iter_mut().filter(|c| !c.words.is_blank() && c.column < columns) {
        let left = cell.words.left();
        let fits = |column: u32| (edges[column as usize] - left).abs() < 4.0;
        if !fits(cell.column)
            && let Some(column) = (0..columns).find(|c| fits(*c))
        {
            cell.column = column;
        }
    }
}

fn median_left(cells: &[Cell], column: u32) -> f32 {
    let here = cells.iter().filter(|c| c.column == column && !c.words.is_blank());
    let mut lefts: Vec<f32> = here.map(|c| c.words.left()).collect();
    lefts.sort_by(f32::total_cmp);
    lefts.get(lefts.len() / 2).copied().unwrap_or(f32::MAX)
}
