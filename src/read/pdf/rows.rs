//! Tables that break across pages: one table again, each row whole, each head once.
//!
//! A break inside a row shows in the space above the ruling line that closes the page: the space
//! after a finished paragraph is missing there. Where the spaces tell nothing, the words decide:
//! a long cell left open, a small letter overleaf.

use std::ops::Range;

use super::draft::Draft;
use crate::model::text::BlockKind;

/// Least space after a paragraph, in points: what is missing below a row may be that of a list.
const PARAGRAPH_SPACE: f32 = 4.0;

/// How the numbers of a table change once it is joined to the one before.
struct Renumber {
    table: u32,
    to: u32,
    rows: i64,
}

struct Joiner<'a> {
    /// The text of the whole file.
    all: &'a str,
    gaps: Vec<(u32, f32)>,
    out: Vec<Draft>,
    /// The last row in `out`, if nothing stands behind it.
    last: Option<Range<usize>>,
    /// The table of the last row, as the file numbers it.
    table: Option<u32>,
    renumber: Option<Renumber>,
    heads: Vec<Draft>,
}

/// Joins rows and tables over page breaks, and returns the repeated heads apart, as furniture.
/// `all` is the text of the whole file.
pub fn join(drafts: Vec<Draft>, all: &str) -> (Vec<Draft>, Vec<Draft>) {
    let gaps = gaps(&drafts);
    let out = Vec::with_capacity(drafts.len());
    let mut joiner =
        Joiner { all, gaps, out, last: None, table: None, renumber: None, heads: Vec::new() };
    let mut drafts = drafts.into_iter().peekable();
    while let Some(first) = drafts.next() {
        let Some(at) = place(&first) else {
            joiner.out.push(first);
            joiner.last = None;
            continue;
        };
        let mut cells = vec![first];
        while let Some(cell) = drafts.next_if(|d| place(d) == Some(at)) {
            cells.push(cell);
        }
        joiner.row(at.0, cells);
    }
    (joiner.out, joiner.heads)
}

impl Joiner<'_> {
    /// Adds a row of a table.
    fn row(&mut self, table: u32, mut cells: Vec<Draft>) {
        if let Some(change) = self.renumber.as_ref().filter(|r| r.table == table) {
            cells.iter_mut().for_each(|cell| shift(cell, change));
        }
        if let Some(above) = self.last.clone().filter(|l| follows(&self.out[l.clone()], &cells)) {
            let Some(cells_left) = self.overleaf(table, above, cells) else {
                return;
            };
            cells = cells_left;
        }
        let from = self.out.len();
        self.table = Some(table);
        self.out.extend(cells);
        self.last = Some(from..self.out.len());
    }

    /// Joins a row at the top of a page to the table of the row above it; returns it, renumbered,
    /// where it is a new row.
    fn overleaf(
        &mut self,
        table: u32,
        above: Range<usize>,
        mut cells: Vec<Draft>,
    ) -> Option<Vec<Draft>> {
        let (to, at) = place(&self.out[above.start])?;
        let (_, now) = place(&cells[0])?;
        let is_head = repeats(&self.out[first_row(&self.out, to)..], &cells);
        let usual = usual_gap(&self.gaps, [to, table]);
        // What a break splits is a table on either side of it: within one, rows are whole.
        let split = self.table != Some(table);
        let joins = !is_head && split && row_goes_on(&self.out[above.clone()], &cells, usual);
        let rows = i64::from(at) + i64::from(!joins && !is_head) - i64::from(now);
        let before = self.renumber.as_ref().filter(|r| r.table == table).map_or(0, |r| r.rows);
        cells.iter_mut().for_each(|cell| shift(cell, &Renumber { table, to, rows }));
        self.renumber = Some(Renumber { table, to, rows: rows + before });
        if is_head {
            let heads = cells.into_iter().map(|head| Draft { kind: BlockKind::Furniture, ..head });
            self.heads.extend(heads);
            return None;
        }
        if joins {
            self.table = Some(table);
            merge(&mut self.out, above.start, cells, self.all);
            self.last = Some(above.start..self.out.len());
            return None;
        }
        Some(cells)
    }
}

fn place(draft: &Draft) -> Option<(u32, u32)> {
    match draft.kind {
        BlockKind::Cell { table, row, .. } => Some((table, row)),
        _ => None,
    }
}

fn column(draft: &Draft) -> Option<u32> {
    match draft.kind {
        BlockKind::Cell { column, .. } => Some(column),
        _ => None,
    }
}

fn shift(cell: &mut Draft, by: &Renumber) {
    if let BlockKind::Cell { table, row, .. } = &mut cell.kind {
        *table = by.to;
        *row = (i64::from(*row) + by.rows).max(0) as u32;
    }
}

/// Whether a row stands on the page after the row above it, in the same columns.
fn follows(above: &[Draft], cells: &[Draft]) -> bool {
    let page = above.iter().map(|d| d.words.last_page()).max().unwrap_or(0);
    let aligned = |cell: &Draft| {
        above
            .iter()
            .any(|a| column(a) == column(cell) && (-8.0..45.0).contains(&(cell.left - a.left)))
    };
    cells.iter().all(|c| c.words.page() == page + 1) && cells.iter().any(aligned)
}

fn first_row(out: &[Draft], table: u32) -> usize {
    out.iter().position(|d| place(d).is_some_and(|(t, _)| t == table)).unwrap_or(0)
}

/// Whether a row says what the head of its table says.
fn repeats(table: &[Draft], cells: &[Draft]) -> bool {
    let row = table.first().and_then(place);
    let head: Vec<&str> =
        table.iter().take_while(|d| place(d) == row).map(|d| d.words.text.trim()).collect();
    head.len() == cells.len() && head.iter().zip(cells).all(|(h, c)| *h == c.words.text.trim())
}

/// Whether the row at the foot of a page goes on overleaf.
fn row_goes_on(row: &[Draft], cells: &[Draft], usual: Option<f32>) -> bool {
    let small = |c: &Draft| c.words.text.starts_with(|c: char| c.is_lowercase());
    let pairs =
        || cells.iter().filter_map(|c| row.iter().find(|a| column(a) == column(c)).map(|a| (a, c)));
    let unfinished = |a: &Draft| a.words.text.trim_end().ends_with([':', ',', ';']);
    let bullet = |c: &Draft| c.words.text.starts_with('•');
    if pairs().any(|(a, c)| {
        unfinished(a) || bullet(c) || (small(c) && !a.words.text.trim_end().ends_with('.'))
    }) {
        return true;
    }
    match lowest_gap(row).zip(usual) {
        Some((gap, usual)) if usual - gap > PARAGRAPH_SPACE => true,
        Some((gap, usual)) if usual > 5.0 && (usual - gap).abs() < 1.5 => false,
        _ if cells.len() < row.len() => true,
        _ => pairs().any(|(a, _)| a.words.text.len() > 60 && is_open(&a.words.text)),
    }
}

fn is_open(text: &str) -> bool {
    !text.trim_end().trim_end_matches(['’', '”', '"', ')', '\'']).ends_with(['.', '!', '?'])
}

/// The space between the lowest words of a row and the line below it.
fn lowest_gap(row: &[Draft]) -> Option<f32> {
    let page = row.iter().map(|d| d.words.last_page()).max()?;
    let here = row.iter().filter(|d| d.words.last_page() == page);
    here.filter_map(|d| d.gap).min_by(f32::total_cmp)
}

/// The space below each row that has another row of its table below it on its page.
fn gaps(drafts: &[Draft]) -> Vec<(u32, f32)> {
    let rows: Vec<&[Draft]> = drafts.chunk_by(|a, b| place(a) == place(b)).collect();
    let inner = rows.windows(2).filter_map(|pair| {
        let (table, row) = place(&pair[0][0])?;
        let (below, _) = place(&pair[1][0])?;
        // A head row is often set tighter than the rest.
        let same = below == table && pair[0][0].words.page() == pair[1][0].words.page() && row > 0;
        Some((table, lowest_gap(pair[0]).filter(|_| same)?))
    });
    inner.collect()
}

fn usual_gap(gaps: &[(u32, f32)], tables: [u32; 2]) -> Option<f32> {
    let here = gaps.iter().filter(|(table, _)| tables.contains(table));
    let mut gaps: Vec<f32> = here.map(|(_, gap)| *gap).collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 2).copied()
}

/// Adds the cells to those of the row above in the same columns.
fn merge(out: &mut Vec<Draft>, above: usize, cells: Vec<Draft>, all: &str) {
    for cell in cells {
        let row = out[above..].iter_mut();
        match row.into_iter().find(|a| column(a) == column(&cell)) {
            Some(whole) => {
                whole.words.append(&cell.words, all);
                whole.gap = cell.gap;
            }
            None => out.push(cell),
        }
    }
}
