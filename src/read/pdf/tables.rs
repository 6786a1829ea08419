//! Which rows of a tagged table hold facts, and which only lay out a page.
//!
//! Word files put whole pages into borderless tables, often with a table of grades among the prose.
//! So rows are judged in stretches: those with several filled cells, and those with one, which hold
//! facts only between ruling lines (the items of area SEND reports). The rest dissolves into prose.

use super::draft::Draft;
use super::glyphs::{Rule, Runs};
use super::grid::Cell;
use super::words::Words;
use crate::model::text::BlockKind;

/// Consecutive rows of one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First row.
    pub from: u32,
    /// One past the last row.
    pub to: u32,
    /// Whether the rows hold facts, each cell a block of its own.
    pub facts: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Nest,
    Single,
    Multi,
}

/// Cuts a table of `rows` rows into stretches. `cells` come row by row; `last` is the draft before
/// the table, of which its first cell may be the rest.
pub fn stretches(rows: u32, cells: &[Cell], runs: &Runs, last: Option<&Draft>) -> Vec<Stretch> {
    let mut kinds: Vec<Kind> = (0..rows).map(|row| kind(between(cells, row, row + 1))).collect();
    let nests = kinds.contains(&Kind::Nest);
    // The last words of a row from the page before may be those of one column only.
    let overleaf = last.is_some_and(|last| is_overleaf(last, cells));
    if overleaf && kinds.first() == Some(&Kind::Single) && kinds.get(1) == Some(&Kind::Multi) {
        kinds[0] = Kind::Multi;
    }
    let mut stretches = Vec::new();
    let mut from = 0;
    while from < rows {
        let to = end_of_stretch(&kinds, from, cells);
        let here = between(cells, from, to);
        let filled: Vec<&Cell> = here.iter().filter(|c| !c.words.is_blank()).collect();
        let facts = match kinds[from as usize] {
            Kind::Blank | Kind::Nest => false,
            Kind::Multi => {
                let several = (from..to).filter(|r| kinds[*r as usize] == Kind::Multi).count() > 1;
                several || is_ruled(&filled, runs)
            }
            Kind::Single => {
                (from == 0 && overleaf && goes_on(last)) || (!nests && are_items(&filled, runs))
            }
        };
        stretches.push(Stretch { from, to, facts });
        from = to;
    }
    stretches
}

/// The cells of the rows `from..to`.
fn between(cells: &[Cell], from: u32, to: u32) -> &[Cell] {
    let start = cells.partition_point(|c| c.row < from);
    let end = cells.partition_point(|c| c.row < to);
    &cells[start..end]
}

fn kind(cells: &[Cell]) -> Kind {
    if cells.iter().any(|c| c.nests) {
        return Kind::Nest;
    }
    match cells.iter().filter(|c| !c.words.is_blank()).count() {
        0 => Kind::Blank,
        1 => Kind::Single,
        _ => Kind::Multi,
    }
}

/// The end of the stretch that begins at `from`. Blank rows within count; so does a short single
/// cell between rows of several, which is a label without a value, and one in a further column,
/// beside a cell that spans rows.
fn end_of_stretch(kinds: &[Kind], from: u32, cells: &[Cell]) -> u32 {
    let first = kinds[from as usize];
    let mut end = from + 1;
    if matches!(first, Kind::Blank | Kind::Nest) {
        return end;
    }
    let mut row = end;
    while let Some(kind) = kinds.get(row as usize) {
        let here = between(cells, row, row + 1);
        let beside = here.iter().any(|c| c.column > 0 && !c.words.is_blank());
        let short = here.iter().all(|c| c.items == 0 && c.words.text.len() < 120);
        let lone = first == Kind::Multi && *kind == Kind::Single;
        let label = lone && short;
        if *kind == first || (lone && beside) {
            end = row + 1;
        } else if *kind != Kind::Blank && !label {
            break;
        }
        row += 1;
    }
    end
}

/// Whether the table begins on the page after the cell before it ended.
fn is_overleaf(last: &Draft, cells: &[Cell]) -> bool {
    let first = cells.iter().find(|c| !c.words.is_blank());
    matches!(last.kind, BlockKind::Cell { .. })
        && first.is_some_and(|first| last.words.last_page() + 1 == first.words.page())
}

/// Whether the cell before is left open.
fn goes_on(last: Option<&Draft>) -> bool {
    last.is_some_and(|last| !last.words.text.trim_end().ends_with('.'))
}

/// Whether single cells are facts: ruled, and none a stretch of prose or a bare list. A lone cell
/// counts where a sentence in it leads into a list, which only a cell keeps together.
fn are_items(filled: &[&Cell], runs: &Runs) -> bool {
    let prose = |c: &&Cell| c.headed || c.paragraphs > 3 || (c.paragraphs == 0 && c.items > 1);
    let leads = |c: &&Cell| c.paragraphs == 1 && c.items > 0 && c.words.text.contains(": •");
    (filled.len() > 1 || filled.iter().any(leads))
        && !filled.iter().any(prose)
        && is_ruled(filled, runs)
}

/// Distance from the last baseline of a cell to the ruling line below it.
pub fn gap_below(words: &Words, runs: &Runs) -> Option<f32> {
    let line = words.lines.last()?;
    let from = runs.rules.partition_point(|r| r.page < line.page);
    let here = runs.rules[from..].iter().take_while(|r| r.page == line.page);
    let below = here.filter(|r| r.horizontal && r.from < line.x + 2.0 && r.to > words.right - 2.0);
    let gaps = below.map(|r| r.at - line.y).filter(|gap| *gap > 1.0);
    gaps.min_by(f32::total_cmp)
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
