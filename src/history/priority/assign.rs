//! The one-to-one assignment with the largest total likeness (Kuhn-Munkres).

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::SAME;
use super::similarity::Likeness;

/// Parts into which likeness is cut: whole numbers make ties exact.
const PARTS: f64 = 1_000_000.0;

/// For each row of `likeness`, the column it is assigned, if any; a column at most once.
///
/// `rows` and `columns` are the indices in an order that does not depend on their position: it
/// decides ties. Pairs under [`SAME`] are never assigned.
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
            (Some(r), Some(c)) if likeness[*r][*c].total >= SAME => {
                (likeness[*r][*c].total * PARTS) as i64
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
    fn case(totals: &[&[f64]], want: &[Option<usize>]) {
        let like = |total: f64| Likeness { total, words: 0.0, reason: String::new() };
        let likeness: Vec<Vec<Likeness>> =
            totals.iter().map(|row| row.iter().map(|total| like(*total)).collect()).collect();
        let rows: Vec<usize> = (0..totals.len()).collect();
        let columns: Vec<usize> = (0..totals.first().map_or(0, |row| row.len())).collect();
        assert_eq!(best(&likeness, &rows, &columns), want);
    }

    #[test]
    fn takes_the_best_total_not_the_first_or_the_highest_pair() {
        case(&[&[0.9, 0.8], &[0.85, 0.0]], &[Some(1), Some(0)]);
        case(&[&[0.9, 0.8], &[0.85, 0.7]], &[Some(1), Some(0)]);
        case(&[&[0.9], &[0.95]], &[None, Some(0)]);
        case(&[&[0.49, 0.5]], &[Some(1)]);
        case(&[&[0.49], &[0.1]], &[None, None]);
        case(&[], &[]);
    }
}
