//! Tables in plain text: lines that bars, tabs or wide gaps part into as many cells as the lines beside them.
//!
//! In:  text with lines ended by `\n`.
//! Out: its stretches in order, tables cut into rows of cells.
//! One line alone is no table: "Home | News | Contact" is a menu.

/// What parts columns that nothing else does.
const SPACES: &str = "   ";

/// Most bytes of a cell.
const WIDEST: usize = 240;

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch<'t> {
    /// Lines of anything else.
    Lines(&'t str),
    /// Rows of cells, two or more of each.
    Table(Vec<Vec<&'t str>>),
}

/// Cuts a text into stretches; a text without a table is one of them.
pub fn stretches(text: &str) -> Vec<Stretch<'_>> {
    if !text.contains(['|', '\t']) && !text.contains(SPACES) {
        return vec![Stretch::Lines(text)];
    }
    let mut found = Vec::new();
    let mut plain = 0;
    let mut table: Option<(usize, Vec<Vec<&str>>)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let row = cells(line);
        let goes_on = table.as_ref().is_some_and(|(_, rows)| match &row {
            Row::Cells(cells) => cells.len() == rows[0].len(),
            Row::Rule => true,
            Row::None => false,
        });
        if !goes_on && let Some((start, rows)) = table.take() {
            plain = close(text, plain, (start, at), rows, &mut found);
        }
        if let Row::Cells(cells) = row {
            table.get_or_insert((at, Vec::new())).1.push(cells);
        }
        at += line.len();
    }
    if let Some((start, rows)) = table {
        plain = close(text, plain, (start, at), rows, &mut found);
    }
    if plain < text.len() || found.is_empty() {
        found.push(Stretch::Lines(&text[plain..]));
    }
    found
}

/// Takes rows for a table where there are two at least; returns where what follows begins.
fn close<'t>(
    text: &'t str,
    plain: usize,
    (start, end): (usize, usize),
    rows: Vec<Vec<&'t str>>,
    found: &mut Vec<Stretch<'t>>,
) -> usize {
    if rows.len() < 2 {
        return plain;
    }
    if plain < start {
        found.push(Stretch::Lines(&text[plain..start]));
    }
    found.push(Stretch::Table(rows));
    end
}

/// What a line is to a table.
enum Row<'t> {
    Cells(Vec<&'t str>),
    /// "|---|---|".
    Rule,
    None,
}

fn cells(line: &str) -> Row<'_> {
    let line = line.trim_matches(['\n', '\r', ' ']);
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let marked = line.contains(['|', '\t']);
    let sign = if line.contains('|') { '|' } else { '\t' };
    let mut cells: Vec<&str> = match marked {
        true => inner.split(sign).map(str::trim).collect(),
        false => line.split(SPACES).map(str::trim).collect(),
    };
    let rule = |cell: &&str| !cell.is_empty() && cell.chars().all(|c| "-:=+ ".contains(c));
    // Spaces alone make a row of three: two may be a label and what it tells.
    if !marked {
        cells.retain(|cell| !cell.is_empty());
    }
    if cells.len() < 2 || (!marked && cells.len() < 3) {
        return Row::None;
    }
    if cells.iter().all(rule) {
        return Row::Rule;
    }
    // A list's mark before a tab begins no row.
    let told = |cell: &&str| cell.chars().any(char::is_alphabetic) && cell.len() > 2;
    let worded = cells.iter().all(|c| c.is_empty() || c.chars().any(char::is_alphanumeric));
    let first = cells.first().is_some_and(|c| told(c) || c.is_empty());
    let fits = cells.iter().all(|c| c.len() <= WIDEST) && cells[1..].iter().any(|c| !c.is_empty());
    if first && worded && fits { Row::Cells(cells) } else { Row::None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, want: &[Stretch]) {
        assert_eq!(stretches(text), want);
    }

    #[test]
    fn lines_of_as_many_cells_are_a_table() {
        case(
            "What they said\n\nArea | Grade\n---|---\nLeaders | Good\n\nMore soon.\n",
            &[
                Stretch::Lines("What they said\n\n"),
                Stretch::Table(vec![vec!["Area", "Grade"], vec!["Leaders", "Good"]]),
                Stretch::Lines("\nMore soon.\n"),
            ],
        );
        case(
            "| Area | 2019 | 2023 |\n| Leaders | Good | Good |",
            &[Stretch::Table(vec![vec!["Area", "2019", "2023"], vec!["Leaders", "Good", "Good"]])],
        );
        case(
            "Area       2019   2023\nLeaders    Good      Good",
            &[Stretch::Table(vec![vec!["Area", "2019", "2023"], vec!["Leaders", "Good", "Good"]])],
        );
        case(
            "Area\t2023\nLeaders\tGood",
            &[Stretch::Table(vec![vec!["Area", "2023"], vec!["Leaders", "Good"]])],
        );
    }

    #[test]
    fn menus_and_lists_are_none() {
        for text in [
            "Home | News | Contact\n\nOfsted came.",
            "•\tthe waits\n•\tthe plans",
            "Just | two\nA | b | c",
        ] {
            case(text, &[Stretch::Lines(text)]);
        }
    }
}
