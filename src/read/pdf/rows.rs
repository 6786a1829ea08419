//! Tables that break across pages: one table again, each row whole, each head once.
//!
//! A break inside a row shows in the space above the ruling line that closes the page: the space
//! after a finished paragraph is missing there. Where the spaces tell nothing, the words decide:
//! a long cell left open, a small letter overleaf.

use super::draft::{Draft, Role};

/// Cells of one row, as a range of the drafts joined so far.
struct Row {
    from: usize,
    to: usize,
}

/// How the numbers of a table change once it is joined to the one before.
struct Renumber {
    table: u32,
    to: u32,
    rows: i64,
}

/// Joins rows and tables over page breaks; `all` is the text of the whole file.
pub fn join(drafts: Vec<Draft>, all: &str) -> Vec<Draft> {
    let gaps = gaps(&drafts);
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut last: Option<Row> = None;
    let mut renumber: Option<Renumber> = None;
    let mut drafts = drafts.into_iter().peekable();
    while let Some(first) = drafts.next() {
        let Some((table, row)) = place(&first) else {
            out.push(first);
            last = None;
            continue;
        };
        let mut cells = vec![first];
        while let Some(cell) = drafts.next_if(|d| place(d) == Some((table, row))) {
            cells.push(cell);
        }
        if let Some(r) = renumber.as_ref().filter(|r| r.table == table) {
            cells.iter_mut().for_each(|cell| shift(cell, r));
        }
        let overleaf = last.as_ref().filter(|l| follows(&out[l.from..l.to], &cells));
        if let Some(above) = overleaf {
            let (to, at) = place(&out[above.from]).unwrap_or((table, row));
            let head = &out[first_row(&out, to)..];
            let is_head = repeats(head, &cells);
            let usual = usual_gap(&gaps, [to, table]);
            let joins = !is_head && row_goes_on(&out[above.from..above.to], &cells, usual);
            let now = place(&cells[0]).map_or(row, |(_, row)| row);
            let rows = i64::from(at) + i64::from(!joins && !is_head) - i64::from(now);
            let before = renumber.as_ref().filter(|r| r.table == table).map_or(0, |r| r.rows);
            let change = Renumber { table, to, rows };
            cells.iter_mut().for_each(|cell| shift(cell, &change));
            renumber = Some(Renumber { table, to, rows: rows + before });
            if is_head {
                continue;
            }
            if joins {
                let above = Row { from: above.from, to: above.to };
                merge(&mut out, &above, cells, all);
                last = Some(Row { from: above.from, to: out.len() });
                continue;
            }
        }
        let from = out.len();
        out.extend(cells);
        last = Some(Row { from, to: out.len() });
    }
    out
}

fn place(draft: &Draft) -> Option<(u32, u32)> {
    match draft.role {
        Role::Cell { table, row, .. } => Some((table, row)),
        _ => None,
    }
}

fn column(draft: &Draft) -> Option<u32> {
    match draft.role {
        Role::Cell { column, .. } => Some(column),
        _ => None,
    }
}

fn shift(cell: &mut Draft, by: &Renumber) {
    if let Role::Cell { table, row, .. } = &mut cell.role {
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
        Some((gap, usual)) if usual - gap > 2.5 => true,
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
fn merge(out: &mut Vec<Draft>, above: &Row, cells: Vec<Draft>, all: &str) {
    for cell in cells {
        let row = out[above.from..].iter_mut();
        match row.into_iter().find(|a| column(a) == column(&cell)) {
            Some(whole) => {
                whole.words.append(&cell.words, all);
                whole.gap = cell.gap;
            }
            None => out.push(cell),
        }
    }
}
