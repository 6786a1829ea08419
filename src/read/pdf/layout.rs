//! Untagged PDFs to drafts by the places of their glyphs.
//!
//! In:  runs and ruling lines. Out: drafts in content order, which keeps cells and columns whole where
//! order by height would mix them. Lines form a block as long as pitch, style and left edge hold, the
//! line before is full, and no bullet begins; words in a ruled box form one cell; lines that stand
//! on many pages at the same height are furniture.

use std::collections::HashMap;

use super::boxes::{self, Box};
use super::dots;
use super::draft::Draft;
use super::glyphs::{Run, Runs};
use super::lists;
use super::words::Words;
use crate::model::text::BlockKind;

/// How far behind its marker an item may begin, in font sizes.
const INDENT: f32 = 5.0;

/// Reads the runs that `keep` picks, all others being furniture or read elsewhere.
pub fn drafts(runs: &Runs, keep: impl Fn(&Run) -> bool) -> Vec<Draft> {
    let lines = lines(runs, keep);
    let cells = cells(&lines, &boxes::find(&runs.rules));
    let running = running(&lines, runs);
    let right = right_edges(&lines);
    let mut blocks = Blocks { drafts: Vec::new(), cells: HashMap::new(), pitch: None, open: false };
    for ((line, running), cell) in lines.into_iter().zip(running).zip(cells) {
        if running {
            blocks.drafts.push(Draft::new(BlockKind::Furniture, line));
        } else if let Some(cell) = cell {
            blocks.add_to_cell(cell, line, &runs.text);
        } else {
            blocks.add(line, right, &runs.text);
        }
    }
    blocks.drafts
}

/// The lines in content order. A gap wider than three letters ends a line, since it parts columns,
/// but for one behind a list marker.
fn lines(runs: &Runs, keep: impl Fn(&Run) -> bool) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    let mut last: Option<&Run> = None;
    for run in runs.runs.iter().filter(|r| keep(r) && !runs.words(r).trim().is_empty()) {
        let marker = lines.last().is_some_and(|line| lists::is_marker(&line.text));
        let widest = if marker { INDENT } else { 1.8 };
        let same = last.is_some_and(|last| {
            let gap = run.x0 - last.x1;
            last.page == run.page
                && (last.y - run.y).abs() < 0.7 * last.size.max(run.size)
                && (-0.5 * run.size..widest * run.size.max(last.size)).contains(&gap)
                && !parted(last, run, runs)
        });
        if !same {
            lines.push(Words::default());
        }
        if let Some(line) = lines.last_mut() {
            let words = runs.words(run);
            if !same && lists::marker(words).is_none() && dots::marks(&runs.dots, run) {
                line.write(run, &format!("• {words}"), &runs.text);
            } else {
                line.write(run, words, &runs.text);
            }
        }
        last = Some(run);
    }
    lines.retain(|line| !line.is_blank());
    lines
}

/// Whether a ruling line stands between two runs of a line.
fn parted(last: &Run, run: &Run, runs: &Runs) -> bool {
    if run.x0 - last.x1 < 0.5 * run.size {
        return false;
    }
    let from = runs.rules.partition_point(|rule| rule.page < run.page);
    let middle = run.y - 0.3 * run.size;
    runs.rules[from..].iter().take_while(|rule| rule.page == run.page).any(|rule| {
        !rule.horizontal
            && (last.x1..run.x0).contains(&rule.at)
            && (rule.from..rule.to).contains(&middle)
    })
}

/// Which lines are running headers, footers and page numbers.
fn running(lines: &[Words], runs: &Runs) -> Vec<bool> {
    let key = |line: &Words| {
        let place = line.lines.first()?;
        let (_, height) = runs.pages.get(place.page as usize)?;
        let marginal = place.y < 0.12 * height || place.y > 0.88 * height;
        let words: String = line.text.chars().filter(|c| !c.is_numeric()).collect();
        marginal.then(|| (place.y.round() as i32 / 3, words.trim().to_owned()))
    };
    let mut counts: HashMap<(i32, String), usize> = HashMap::new();
    let keys: Vec<_> = lines.iter().map(key).collect();
    keys.iter().flatten().for_each(|key| *counts.entry(key.clone()).or_default() += 1);
    let often = if runs.pages.len() > 3 { 3 } else { 2 };
    let runs_on = |key: &Option<(i32, String)>| {
        key.as_ref().is_some_and(|key| key.1.is_empty() || counts[key] >= often)
    };
    keys.iter().map(runs_on).collect()
}

/// The right edge of most full lines.
fn right_edges(lines: &[Words]) -> f32 {
    let mut edges: Vec<f32> = lines.iter().map(Words::end_x).collect();
    edges.sort_by(f32::total_cmp);
    edges.get(edges.len() * 9 / 10).copied().unwrap_or(f32::MAX)
}

/// The box of each line, none where a box only frames prose or a list.
fn cells(lines: &[Words], boxes: &[Box]) -> Vec<Option<Box>> {
    let mut found: Vec<Option<Box>> = lines.iter().map(|line| cell_of(line, boxes)).collect();
    let mut inside: HashMap<(u32, u32, u32), Vec<&Words>> = HashMap::new();
    for (line, cell) in lines.iter().zip(&found) {
        if let Some(cell) = cell {
            inside.entry(cell.key()).or_default().push(line);
        }
    }
    let wide = |cell: &Box| cell.column == 0 && !inside.contains_key(&(cell.table, cell.row, 1));
    let frame = |cell: &Box| wide(cell) && is_prose(&inside[&cell.key()]);
    found.iter_mut().for_each(|cell| *cell = cell.filter(|c| !frame(c)));
    found
}

/// Whether the lines of a box are a headed text, a bare list, or more than a cell holds.
fn is_prose(lines: &[&Words]) -> bool {
    let bold = lines.iter().filter(|l| l.is_bold()).count();
    let marked = lines.iter().filter(|l| lists::marker(&l.text).is_some()).count();
    let list = marked > 1 && lists::marker(&lines[0].text).is_some();
    lines.len() > 30 || list || (bold > 0 && bold < lines.len())
}

fn cell_of(line: &Words, boxes: &[Box]) -> Option<Box> {
    let place = line.lines.first()?;
    let from = boxes.partition_point(|b| b.page < place.page);
    let here = boxes[from..].iter().take_while(|b| b.page == place.page);
    let middle = place.y - 0.3 * line.size;
    // The smallest box: tables may stand in a framed page.
    let holding = here.filter(|b| b.holds(place.x, middle));
    holding.min_by(|a, b| area(a).total_cmp(&area(b))).copied()
}

fn area(cell: &Box) -> f32 {
    let [left, top, right, bottom] = cell.edges;
    (right - left) * (bottom - top)
}

struct Blocks {
    drafts: Vec<Draft>,
    cells: HashMap<(u32, u32, u32), usize>,
    /// Distance of the lines of the last block.
    pitch: Option<f32>,
    /// Whether the last draft may grow.
    open: bool,
}

impl Blocks {
    fn add_to_cell(&mut self, cell: Box, line: Words, all: &str) {
        self.open = false;
        let key = cell.key();
        if let Some(draft) = self.cells.get(&key).and_then(|at| self.drafts.get_mut(*at)) {
            let before = draft.words.text.len();
            draft.words.append(&line, all);
            if lists::bullet(&line.text).is_some() {
                draft.words.mark_bullet(before, "");
            }
            draft.gap = draft.words.lines.last().map(|l| cell.edges[3] - l.y);
            return;
        }
        let kind = BlockKind::Cell { table: cell.table, row: cell.row, column: cell.column };
        let gap = line.lines.last().map(|l| cell.edges[3] - l.y);
        self.cells.insert(key, self.drafts.len());
        self.drafts.push(Draft { gap, ..Draft::new(kind, line) });
    }

    fn add(&mut self, line: Words, right: f32, all: &str) {
        let distance = self.drafts.last().and_then(|d| distance(&d.words, &line));
        if let Some((last, distance)) = self.drafts.last_mut().zip(distance)
            && self.open
            && self.pitch.is_none_or(|pitch| (pitch - distance).abs() < 0.25 * line.size)
            && belongs(&last.words, &line, right)
        {
            last.words.append(&line, all);
            self.pitch = Some(distance);
            return;
        }
        self.drafts.push(Draft::new(BlockKind::Paragraph, line));
        self.pitch = None;
        self.open = true;
    }
}

/// How far below the last line of a block a line stands, if it may be its next.
fn distance(block: &Words, line: &Words) -> Option<f32> {
    let (above, below) = (block.lines.last()?, line.lines.first()?);
    let distance = below.y - above.y;
    let close = (0.5 * line.size..1.6 * line.size).contains(&distance);
    (above.page == below.page && close).then_some(distance)
}

/// Whether a line goes on with a block, by style, left edge and the room that the last line left.
fn belongs(block: &Words, line: &Words, right: f32) -> bool {
    let left = line.left();
    let starts = lists::bullet(&line.text).is_some()
        || (lists::marker(&line.text).is_some() && left < block.left() + 2.0);
    let above = block.lines.last().map_or(0.0, |l| l.x);
    let hangs = block.lines.len() == 1
        && lists::marker(&block.text).is_some()
        && (0.0..60.0).contains(&(left - above));
    let same_left = (left - above).abs() < 4.0;
    // A short line in bold above another is a heading above a subheading.
    let wraps = block.end_x() > 0.6 * right || line.text.starts_with(char::is_lowercase);
    let heading = wraps && block.is_bold() && line.is_bold() && block.lines.len() < 3;
    let first_word = line.text.split(' ').next().unwrap_or("").chars().count();
    let full = block.end_x() + 0.5 * line.size * (first_word + 1) as f32 > 0.97 * right;
    !starts
        && (block.size - line.size).abs() < 0.6
        && block.is_bold() == line.is_bold()
        && (same_left || hangs)
        && (full || heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bold(y: f32, x1: f32, text: &str) -> Words {
        let (mark, artifact, bold) = (0, false, true);
        let run =
            Run { page: 0, mark, artifact, x0: 60.0, x1, y, size: 12.0, bold, start: 0, end: 0 };
        let mut words = Words::default();
        words.write(&run, text, "");
        words
    }

    #[test]
    fn lines_in_bold_are_one_heading_where_the_first_is_long_or_goes_on_small() {
        let above = |x1| bold(80.0, x1, "What must be done at once");
        let visits = bold(94.0, 170.0, "Visits to children");
        assert!(!belongs(&above(210.0), &visits, 540.0));
        assert!(belongs(&above(400.0), &visits, 540.0));
        assert!(belongs(&above(210.0), &bold(94.0, 120.0, "by all"), 540.0));
    }
}
