//! The likeliest one-to-one assignment (Kuhn-Munkres over log odds).
//!
//! The sum of log odds is largest where all links together are likeliest: one sure link is worth
//! more than two that are hardly better than a coin.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::similarity::Likeness;

/// Parts into which log odds are cut: whole numbers make ties exact.
const PARTS: f64 = 1_000_000.0;

/// For each row of `likeness`, the column it is assigned, if any; a column at most once.
///
/// `rows` and `columns` are the indices in an order that does not depend on their position: it
/// decides ties. Pairs that are likelier not the same are never assigned.
pub(super) fn best(
    likeness: &[Vec<Likeness>],
    rows: &[usize],
    columns: &[usize],
) -> Vec<Option<usize>> {
    let mut chosen = vec![None; rows.len()];
    let size = rows.len().max(columns.len());
    if rows.is_empty() || columns.is_empty() {
        return chosen;
    }
    let value = |row: usize, column: usize| -> i64 {
        match (rows.get(row), columns.get(column)) {
            (Some(r), Some(c)) if likeness[*r][*c].odds >= 0.0 => {
                1 + (likeness[*r][*c].odds * PARTS) as i64
            }
            _ => 0,
        }
    };
    let matrix = Matrix::from_fn(size, size, |(row, column)| value(row, column));
    let (_, assigned) = kuhn_munkres(&matrix);
    for (row, column) in assigned.into_iter().enumerate() {
        if value(row, column) > 0 {
            chosen[rows[row]] = Some(columns[column]);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(odds: &[&[f64]], want: &[Option<usize>]) {
        let like = |odds: f64| Likeness { total: 0.0, odds, words: 0.0, reason: String::new() };
        let likeness: Vec<Vec<Likeness>> =
            odds.iter().map(|row| row.iter().map(|odds| like(*odds)).collect()).collect();
        let rows: Vec<usize> = (0..odds.len()).collect();
        let columns: Vec<usize> = (0..odds.first().map_or(0, |row| row.len())).collect();
        assert_eq!(best(&likeness, &rows, &columns), want);
    }

    #[test]
    fn takes_the_likeliest_whole_not_the_first_or_the_highest_pair() {
        case(&[&[3.0, 2.0], &[2.5, -4.0]], &[Some(1), Some(0)]);
        case(&[&[3.0, 2.0], &[2.5, 1.0]], &[Some(1), Some(0)]);
        case(&[&[3.0], &[3.5]], &[None, Some(0)]);
        case(&[&[-0.1, 0.0]], &[Some(1)]);
        case(&[&[-0.1], &[-2.0]], &[None, None]);
        case(&[], &[]);
    }

    #[test]
    fn one_sure_link_is_worth_more_than_two_doubtful_ones() {
        case(&[&[4.0, 0.5], &[0.6, -1.0]], &[Some(0), None]);
    }
}
