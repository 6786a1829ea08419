//! Grades that several names share out, and grades that one name has in turn.
//!
//! "Leaders and care leavers were rated outstanding and good": as many grades as names, in the order
//! named. "Care leavers went from inadequate to good", "help and protection, inadequate in 2019, is
//! now good": the name of one grade is that of the other.

use std::sync::LazyLock;

use regex::Regex;

use super::super::{Bound, What};
use super::{Group, give};
use crate::extract::release::claims::{Candidate, distance};
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// What stands between grades of a row: "good, good and good".
static ROW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]?(?:,|,? and|,? then|, and then)(?: an?)? ?['"]?$"#).expect("fixed grammar")
});

/// Whether a grade goes on in a row from the one before it.
pub fn is_in_row(between: &str) -> bool {
    ROW.is_match(between)
}

/// The grades from `first` on that stand in a row.
fn row(page: &Page, candidates: &[Candidate], first: usize) -> std::ops::Range<usize> {
    let joined = |i: &usize| is_in_row(page.words(candidates[i - 1].at.1, candidates[*i].at.0));
    first..(first + 1..candidates.len()).take_while(joined).last().map_or(first + 1, |i| i + 1)
}

/// Shares a row of grades out over as many names; says whether it did.
pub fn share(
    page: &Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    group: &Group,
    bound: &mut [Bound],
) -> bool {
    // "Children in care and care leavers" are two where as many grades follow.
    let each: Vec<Hit> = group
        .names
        .iter()
        .flat_map(|name| name.means.split('+').map(|means| Hit { means, ..**name }))
        .collect();
    let counts = [each.len(), group.names.len()];
    if counts[1] < 2 || each.iter().any(|n| n.kind != Kind::Judgement) {
        return false;
    }
    let near = |from: usize, to: usize| {
        distance(page, from, to) <= 8 && !page.words(from, to).contains([';', '.'])
    };
    let after = candidates.iter().position(|c| group.end() <= c.at.0);
    let after = after.filter(|i| near(group.end(), candidates[*i].at.0));
    let following = after.map(|i| row(page, candidates, i)).filter(|r| counts.contains(&r.len()));
    let listed = || {
        let words = page.words(sentence.start, sentence.end);
        let said = [" respectively", " in that order"].iter().any(|w| words.contains(w));
        let last = candidates.iter().rposition(|c| c.at.1 <= group.start()).filter(|_| said)?;
        let first = (last + 1).checked_sub(counts[0])?;
        let near = near(candidates[last].at.1, group.start());
        (near && row(page, candidates, first).len() == counts[0]).then_some(first..last + 1)
    };
    let Some(grades) = following.or_else(listed) else { return false };
    let names: Vec<&Hit> =
        if grades.len() == each.len() { each.iter().collect() } else { group.names.clone() };
    for (i, name) in grades.zip(names) {
        give(bound, i, &[name]);
    }
    true
}

/// From the grade left behind to the one reached.
static ONWARD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]?(?: \(?(?:in|at|from|back in) [^,;.]{2,40})?,? (?:up |down |all the way |straight |and in)?to (?:an? |being |now )?(?:rated |judged |graded )?['"]?$"#)
        .expect("fixed grammar")
});
static BACK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]?,? (?:up |down )?from (?:an? |its |the |being )?['"]?$"#)
        .expect("fixed grammar")
});
/// "Inadequate in 2019, is now".
static APPOSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]?(?: (?:in|at|when|last|until|back) [^;.]{2,60})?[,)] (?:is|are|was|were|has|have)\b[^;.]{0,30}$"#)
        .expect("fixed grammar")
});

/// "Inadequate in 2019, it is now", "good (was": what the grade before is of goes on.
static STILL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^['"]?(?:(?: (?:in|back in) (?:[a-z]+ )?(?:19|20)\d\d| then| before| last time)?[,;]?(?: and| but)? (?:it|they) (?:is|are|was|were|has become|have become)(?: now| also| today)?| ?[(\[](?:it |they )?(?:(?:in )?(?:19|20)\d\d|was|were|previously|formerly|up from|down from|from|before|last time|had been)(?: rated| judged)?[:,]?) ?['"]?$"#)
        .expect("fixed grammar")
});

/// Whether two grades next to each other are the ends of one move: "from good to outstanding".
pub fn is_move(page: &Page, sentence: &Sentence, candidates: &[Candidate], second: usize) -> bool {
    let Some(first) = second.checked_sub(1).map(|i| candidates[i].at) else { return false };
    let between = page.words(first.1, candidates[second].at.0);
    let lead = page.words(sentence.start, first.0).trim_end_matches(['"', '\'', ' ']);
    let lead =
        [" a", " an", " its", " being"].iter().find_map(|w| lead.strip_suffix(w)).unwrap_or(lead);
    BACK.is_match(between)
        || (ONWARD.is_match(between)
            && lead.strip_suffix("from").is_some_and(|l| !l.ends_with(char::is_alphanumeric)))
}

/// Gives both ends of a move the name that one of them has.
pub fn carry(page: &Page, sentence: &Sentence, candidates: &[Candidate], bound: &mut [Bound]) {
    for second in 1..candidates.len() {
        let first = second - 1;
        let between = page.words(candidates[first].at.1, candidates[second].at.0);
        let apposed = APPOSED.is_match(between) || STILL.is_match(between);
        if !apposed && !is_move(page, sentence, candidates, second) {
            continue;
        }
        match (&bound[first].what, &bound[second].what) {
            (What::Named(_), What::Unnamed) => bound[second].what = bound[first].what.clone(),
            (What::Unnamed, What::Named(_)) if !apposed => {
                bound[first].what = bound[second].what.clone();
            }
            _ => {}
        }
    }
}

/// Leaves what is of nothing in a row of three or more to nobody: who knows whose they are?
pub fn leave(page: &Page, candidates: &[Candidate], bound: &mut [Bound]) {
    let mut first = 0;
    while first < candidates.len() {
        let row = row(page, candidates, first);
        first = row.end;
        if row.len() >= 3 {
            for one in bound[row].iter_mut().filter(|b| b.what == What::Unnamed) {
                one.what = What::Part;
            }
        }
    }
}
