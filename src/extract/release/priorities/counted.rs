//! Ways of parting a run that a reader takes only where the release says how many there are.

use crate::extract::release::claims::distance;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::series::{Part, at_commas, at_last_joint, joined, joints};

/// Parts at each comma and at the last "and".
pub fn every(page: &Page, start: usize, end: usize) -> Vec<Part> {
    let mut parts = at_commas(page, start, end);
    let closed = parts.last().is_some_and(|&p| joined(page, p).is_some());
    for part in &mut parts {
        part.0 = joined(page, *part).unwrap_or(part.0);
    }
    if !closed && let Some(last) = parts.pop() {
        parts.extend(at_last_joint(page, last));
    }
    parts
}

/// Two items joined by the "and" nearest the middle that has enough words on both sides.
pub fn pair(page: &Page, start: usize, end: usize) -> Vec<Part> {
    let commas = at_commas(page, start, end);
    let parted = commas[1..].iter().filter_map(|&s| Some((s.0 - 2, joined(page, s)?)));
    let all: Vec<_> = parted.chain(joints(page, (start, end))).collect();
    let fits = all.iter().filter(|&&(left, right)| {
        left > start && distance(page, start, left) >= 2 && distance(page, right, end) >= 2
    });
    let middle = start + (end - start) / 2;
    match fits.min_by_key(|(left, _)| left.abs_diff(middle)) {
        Some(&(left, right)) => vec![(start, left), (right, end)],
        None => vec![(start, end)],
    }
}
