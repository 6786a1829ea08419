//! Words put in between, which part no clauses: "grants - which few knew of - are late",
//! "supervision, where it happens, is thin".

use crate::extract::release::claims::distance;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::{Ear, signal};
use crate::extract::release::priorities::verbs::{is_clause, main};
use crate::knowledge::lexicon::Kind;

/// So many words may be put in between.
const LONGEST: usize = 12;

/// The first comma or semicolon that no name has inside, and that opens nothing put in between:
/// "supervision, where it happens, is thin".
pub fn stop(page: &Page, start: usize, end: usize) -> usize {
    const INSERTED: [&str; 5] = [", where ", ", when ", ", which ", ", who ", ", if "];
    let marks = page.words(start, end).match_indices([',', ';']);
    let names = || page.hits_in(start, end).filter(|h| h.kind == Kind::WholeName);
    let marks = marks.map(|(at, _)| start + at);
    let mut marks = marks.filter(|at| !names().any(|n| n.start < *at && *at < n.end));
    let Some(first) = marks.next() else { return end };
    let opens = INSERTED.iter().any(|w| page.words(first, end).starts_with(w));
    if opens && main(page, start, first).is_none() && marks.next().is_some() {
        return marks.next().unwrap_or(end);
    }
    first
}

/// "There is work to do in early help, where plans are late": the clause tells what the words before
/// it only point to.
pub fn opens_where(page: &Page, from: usize, here: usize, end: usize) -> bool {
    let next = here + ", where ".len();
    let stop = stop(page, next, end);
    stop == end
        && is_clause(page, next, stop)
        && signal(page, next, stop, Ear::Firm).is_some()
        && signal(page, from, here, Ear::Firm).is_none()
}

/// Whether a dash opens or closes words put in between: "grants - which few knew of - are late".
pub fn is_inserted(page: &Page, from: usize, here: usize, end: usize) -> bool {
    const OPENING: [&str; 10] = [
        "which ",
        "who ",
        "whose ",
        "where ",
        "such as ",
        "including ",
        "like ",
        "often ",
        "some ",
        "known ",
    ];
    const DASH: &str = " - ";
    let opens = |at: usize| OPENING.iter().any(|w| page.words(at, end).starts_with(w));
    match page.words(from, here).rfind(DASH) {
        Some(at) => {
            let next = here + DASH.len();
            let open = from + at;
            let goes_on = main(page, next, end) == Some(next);
            opens(open + DASH.len()) || goes_on && main(page, from, open).is_none()
        }
        None => {
            let next = here + DASH.len();
            let close = page.words(next, end).find(DASH).map(|at| next + at);
            let goes_on = |at: usize| {
                let after = at + DASH.len();
                main(page, from, here).is_none() && main(page, after, end) == Some(after)
            };
            close.is_some_and(|at| {
                distance(page, next, at) <= LONGEST && (opens(next) || goes_on(at))
            })
        }
    }
}
