//! Table cells from ruling lines, where no structure tree tells of them.
//!
//! In:  ruling lines. Out: boxes. A table is a stack of at least two bands between horizontal lines
//! that begin and end at the same places; vertical lines, and breaks in the horizontal ones, cut a
//! band into columns. A single box counts when it has sides.

use super::glyphs::Rule;

/// Lines this close, in points, are one line.
const NEAR: f32 = 2.0;
/// Ends this close, in points, belong to one table.
const ALIGNED: f32 = 6.0;
/// Shorter lines underline words.
const SHORTEST: f32 = 60.0;

/// One cell of a ruled table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Box {
    /// Page from 0.
    pub page: u32,
    /// Left, top, right and bottom in points.
    pub edges: [f32; 4],
    /// Counts the tables from 0.
    pub table: u32,
    /// Row in its table.
    pub row: u32,
    /// Column in its row.
    pub column: u32,
}

impl Box {
    /// Its table, row and column.
    pub fn key(&self) -> (u32, u32, u32) {
        (self.table, self.row, self.column)
    }

    /// Whether a point on the page of the box lies in it.
    pub fn holds(&self, x: f32, y: f32) -> bool {
        let [left, top, right, bottom] = self.edges;
        (left - 1.0..right).contains(&x) && (top..bottom + 1.0).contains(&y)
    }
}

/// A horizontal line with the places where it is broken.
#[derive(Debug, Clone)]
struct Level {
    y: f32,
    left: f32,
    right: f32,
    breaks: Vec<f32>,
}

/// Finds the boxes of all pages; `rules` come page by page.
pub fn find(rules: &[Rule]) -> Vec<Box> {
    let mut boxes = Vec::new();
    let mut tables = 0;
    for page in rules.chunk_by(|a, b| a.page == b.page) {
        let levels = levels(page);
        for stack in stacks(&levels) {
            let cells = cut(&stack, page, &levels, tables);
            if !cells.is_empty() {
                boxes.extend(cells);
                tables += 1;
            }
        }
    }
    boxes
}

/// The horizontal lines of a page from top to bottom, pieces on one height put together.
fn levels(page: &[Rule]) -> Vec<Level> {
    let mut lines: Vec<&Rule> = page.iter().filter(|r| r.horizontal).collect();
    lines.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut levels: Vec<Level> = Vec::new();
    for line in lines {
        match levels.last_mut() {
            Some(level) if line.at - level.y < NEAR && line.from - level.right < ALIGNED => {
                if line.from > level.left + ALIGNED {
                    level.breaks.push(line.from);
                }
                level.right = level.right.max(line.to);
            }
            _ => levels.push(Level {
                y: line.at,
                left: line.from,
                right: line.to,
                breaks: Vec::new(),
            }),
        }
    }
    levels.retain(|level| level.right - level.left >= SHORTEST);
    levels
}

/// Lines that begin and end at the same places, each stack from top to bottom.
fn stacks(levels: &[Level]) -> Vec<Vec<Level>> {
    let mut stacks: Vec<Vec<Level>> = Vec::new();
    for level in levels {
        let same = |stack: &&mut Vec<Level>| {
            stack.last().is_some_and(|l| {
                (l.left - level.left).abs() < ALIGNED && (l.right - level.right).abs() < ALIGNED
            })
        };
        match stacks.iter_mut().rev().take(16).find(same) {
            Some(stack) => stack.push(level.clone()),
            None => stacks.push(vec![level.clone()]),
        }
    }
    stacks
}

/// Cuts the bands between the lines of a stack into cells. A line across some columns only, beside
/// a cell that spans rows, cuts those.
fn cut(stack: &[Level], page: &[Rule], levels: &[Level], table: u32) -> Vec<Box> {
    let mut cells = Vec::new();
    let mut row = 0;
    for band in stack.windows(2) {
        let [above, below] = band else { continue };
        let middle = (above.y + below.y) / 2.0;
        if below.y - above.y < 8.0 {
            continue;
        }
        let sides = page.iter().filter(|r| {
            !r.horizontal
                && (r.from..r.to).contains(&middle)
                && (above.left - ALIGNED..above.right + ALIGNED).contains(&r.at)
        });
        let sides: Vec<f32> = sides.map(|r| r.at).collect();
        if stack.len() < 3 && sides.len() < 2 {
            return Vec::new();
        }
        let mut edges = sides;
        edges.extend([above.left, above.right]);
        edges.extend(&above.breaks);
        edges.sort_by(f32::total_cmp);
        edges.dedup_by(|a, b| (*a - *b).abs() < ALIGNED);
        let inner: Vec<&Level> =
            levels.iter().filter(|l| above.y + 8.0 < l.y && l.y < below.y - 8.0).collect();
        let mut rows = 1;
        for (column, pair) in (0..).zip(edges.windows(2)) {
            let covers = |l: &&&Level| l.left < pair[0] + ALIGNED && l.right > pair[1] - ALIGNED;
            let cuts = inner.iter().filter(covers).map(|l| l.y).filter(|_| edges.len() > 2);
            let mut tops: Vec<f32> = std::iter::once(above.y).chain(cuts).collect();
            tops.dedup_by(|a, b| *a - *b < 8.0);
            rows = rows.max(tops.len() as u32);
            let bottoms = tops.iter().skip(1).copied().chain([below.y]);
            for (sub, (top, bottom)) in (row..).zip(tops.iter().zip(bottoms)) {
                let edges = [pair[0], *top, pair[1], bottom];
                cells.push(Box { page: page[0].page, edges, table, row: sub, column });
            }
        }
        row += rows;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn across(at: f32, from: f32, to: f32) -> Rule {
        Rule { page: 0, horizontal: true, at, from, to }
    }

    fn down(at: f32, from: f32, to: f32) -> Rule {
        Rule { page: 0, horizontal: false, at, from, to }
    }

    #[track_caller]
    fn case(rules: &[Rule], want: &[(u32, u32, [f32; 4])]) {
        let got: Vec<_> = find(rules).iter().map(|b| (b.row, b.column, b.edges)).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn cells_lie_between_lines() {
        // Lines across only: one column.
        let lines =
            [across(10.0, 50.0, 300.0), across(40.0, 50.0, 300.0), across(90.0, 50.0, 300.0)];
        case(&lines, &[(0, 0, [50.0, 10.0, 300.0, 40.0]), (1, 0, [50.0, 40.0, 300.0, 90.0])]);
        // Broken lines: two columns.
        let broken = [
            across(10.0, 50.0, 150.0),
            across(10.0, 150.5, 300.0),
            across(40.0, 50.0, 300.0),
            across(90.0, 50.0, 300.0),
        ];
        let want = [
            (0, 0, [50.0, 10.0, 150.5, 40.0]),
            (0, 1, [150.5, 10.0, 300.0, 40.0]),
            (1, 0, [50.0, 40.0, 300.0, 90.0]),
        ];
        case(&broken, &want);
        // A line across one column only: the cell beside it spans the rows.
        let part = [
            across(10.0, 50.0, 300.0),
            across(50.0, 150.0, 300.0),
            across(90.0, 50.0, 300.0),
            down(50.0, 10.0, 90.0),
            down(150.0, 10.0, 90.0),
            down(300.0, 10.0, 90.0),
        ];
        let want = [
            (0, 0, [50.0, 10.0, 150.0, 90.0]),
            (0, 1, [150.0, 10.0, 300.0, 50.0]),
            (1, 1, [150.0, 50.0, 300.0, 90.0]),
        ];
        case(&part, &want);
        // A single box counts with sides, not without.
        let open = [across(10.0, 50.0, 300.0), across(40.0, 50.0, 300.0)];
        case(&open, &[]);
        let closed = [open[0], open[1], down(50.0, 10.0, 40.0), down(300.0, 10.0, 40.0)];
        case(&closed, &[(0, 0, [50.0, 10.0, 300.0, 40.0])]);
        // Underlined words are no table.
        case(&[across(10.0, 50.0, 90.0), across(24.0, 50.0, 90.0), across(38.0, 50.0, 90.0)], &[]);
    }
}
