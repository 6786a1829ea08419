//! What excuses a clause that has words for a shortcoming: it praises, plans, mends, looks back or
//! speaks of grades.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{BE, HAVE, opens};
use crate::extract::release::mood::Scope;
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::{has, is_bad, is_denied};
use crate::extract::release::time;
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::{Hit, Kind};

/// Why what was before is passed over.
pub const EARLIER: Reason = "said of an earlier time";

/// Why a clause is no telling of a shortcoming now: it praises, plans, mends, looks back, or speaks
/// of grades.
pub fn excuse(page: &Page, scope: &Scope, start: usize, end: usize) -> Option<Reason> {
    let excused = page.hits_in(start, end).find(|h| is_excuse(page, start, h, end));
    let past = || is_past(page, scope, start, end).then_some(EARLIER);
    excused.map(why).or_else(past)
}

/// What a word that excuses its clause tells of it.
fn why(excuse: &Hit) -> Reason {
    match (excuse.kind, excuse.means) {
        (Kind::Excuse, "opening") => "said on a condition",
        (Kind::Excuse, "plan") => "planned, or being done",
        (Kind::Excuse, "vague") => "it does not say what is wanting",
        (Kind::Excuse, "void") => "a set phrase that names no concern",
        (Kind::Excuse, _) => "praised, mended or in hand",
        (Kind::Handling, _) => "what is wrong is dealt with",
        (Kind::Statement, _) => "it speaks of a written statement of action",
        _ => "it speaks of a grade",
    }
}

/// Whether a word excuses the clause in which it stands.
fn is_excuse(page: &Page, start: usize, h: &Hit, end: usize) -> bool {
    let said = |h: &Hit| page.words(h.start, h.end);
    // "Could be" and "either" recite a scale only beside a grade.
    let scale = || has(page, Kind::Grade, start, end) || has(page, Kind::Place, start, end);
    match h.kind {
        Kind::Recital => scale(),
        Kind::Excuse if h.means.starts_with("past") => false,
        Kind::Excuse if h.means == "opening" => h.start <= start + 1,
        Kind::Excuse if h.means == "rare" => is_bad(page, start, h.start),
        // "The council has some way to go": with what, it does not say.
        Kind::Excuse if h.means == "distance" => !is_named(page, start, h.start),
        Kind::Handling => deals(page, start, h, end),
        Kind::Excuse => {
            let stands = !is_denied(page, start, h) && !is_taken_back(page, h, end);
            !h.means.is_empty()
                || stands && !turns_bad(page, start, h, end) && !is_aim(page, start, h)
        }
        Kind::Rating => is_grading(said(h)),
        Kind::Grade => !["good", "inconsistent", "positive"].contains(&h.means),
        // "Two points short of good" is no shortage.
        Kind::Near => ["short", "points", "away"].iter().any(|w| said(h).contains(w)),
        Kind::Outcome | Kind::Place => true,
        Kind::Statement => h.means == "name",
        _ => false,
    }
}

/// Whether a range names something: not "it", nor "the council".
fn is_named(page: &Page, start: usize, end: usize) -> bool {
    let nobody = |h: &Hit| {
        matches!(h.kind, Kind::Vague | Kind::Nobody)
            && h.start <= start + 1
            && (distance(page, h.end, end) <= 3
                || opens(page.words(h.end, end).trim_start(), &HAVE))
    };
    let words = page.words(start, end).trim();
    words.contains(' ') && !words.contains(" where ") && !page.hits_in(start, end).any(nobody)
}

/// "No strategy for improving outcomes", "nobody knows whether it is working": not told as a fact.
fn is_aim(page: &Page, start: usize, hit: &Hit) -> bool {
    let before = page.words(start, hit.start);
    let aim = [" for ", " in ", " of ", " to "].iter().any(|w| before.ends_with(w));
    aim && page.words(hit.start, hit.end) == "improving" || before.contains(" whether ")
}

/// "Managers spot weak plans": what is wrong is dealt with; unless it must be, or inspectors do.
fn deals(page: &Page, start: usize, hit: &Hit, end: usize) -> bool {
    const HOW: [&str; 5] = ["too ", "late", "slow", "only ", "at the last"];
    const PASSIVE: [&str; 8] =
        [" was ", " were ", " is ", " are ", " be ", " been ", " being ", "-"];
    let wrong = |h: &Hit| {
        h.kind == Kind::Shortcoming
            && h.means.is_empty()
            && distance(page, hit.end, h.start) <= 3
            && !page.words(hit.end, h.start).contains(" and ")
            && !HOW.iter().any(|w| page.words(h.start, h.end).starts_with(w))
    };
    let found = |h: &Hit| {
        h.kind == Kind::Need || h.kind == Kind::Finding && h.start <= hit.start && hit.end <= h.end
    };
    let before = page.words(start, hit.start);
    // "Failed to challenge weak plans."
    let failed = page.hits_in(start, hit.start).any(|h| {
        h.kind == Kind::Shortcoming
            && page.words(h.start, h.end).ends_with(" to")
            && h.end + 1 == hit.start
    });
    // Where it opens the clause it is asked for: "reduce the wait".
    !failed
        && hit.start > start + 1
        && page.hits_in(hit.end, end).any(wrong)
        && !page.hits_in(start, hit.end).any(found)
        && !is_denied(page, start, hit)
        && !PASSIVE.iter().any(|w| before.ends_with(w))
}

/// "Reforms have made no difference": praise that the next word takes back.
fn is_taken_back(page: &Page, hit: &Hit, end: usize) -> bool {
    let has = opens(page.words(hit.start, hit.end), &HAVE);
    let mut after = page.hits_in(hit.end, end).filter(|d| d.kind == Kind::Deny && has);
    after.next().is_some_and(|d| d.means.is_empty() && distance(page, hit.end, d.start) == 0)
}

/// "Plans are taking far too long", "work has started late": what is done is done badly.
fn turns_bad(page: &Page, start: usize, hit: &Hit, end: usize) -> bool {
    const HOW: [&str; 9] =
        ["too ", "far too", "all too", "late", "slow", "longer", "only ", "fewer ", "less than"];
    let said = page.words(hit.start, hit.end);
    // "Were judged too long."
    let before = page.words(start, hit.start).trim_end();
    let graded = ["judged", "rated", "graded", "scored"].contains(&said);
    let passive = graded && before.rsplit(' ').next().is_some_and(|w| BE.contains(&w));
    let helps = passive || opens(said, &BE) || opens(said, &HAVE);
    let badly = |h: &Hit| {
        let words = page.words(h.start, h.end);
        let after = if words.contains("er than") { 3 } else { 0 };
        let how =
            HOW.iter().any(|w| words.starts_with(w)) && distance(page, hit.end, h.start) <= after;
        h.kind == Kind::Shortcoming
            && h.means.is_empty()
            && h.end > hit.end
            && (h.start < hit.end || how)
    };
    helps && page.hits_in(hit.start, end).any(badly)
}

/// Of words of rating, those that are never said of anything else.
fn is_grading(words: &str) -> bool {
    ["rat", "grad", "judg", "verd", "scor"].iter().any(|w| words.starts_with(w))
}

/// Whether an earlier inspection, or a year before the one told, is named.
pub fn is_past(page: &Page, scope: &Scope, start: usize, end: usize) -> bool {
    // The whole text is asked only for a clause that names a year.
    let told = || scope.year.or_else(|| time::latest_in_figures(page));
    // "Until last year" looks back where it opens the clause, not where it closes it.
    let opens = |h: &Hit| h.means == "past opening" && h.start <= start + 1;
    // "Members heard that inspectors had found weaknesses": told later of what was just found.
    let retold = |h: &Hit| {
        let heard = ["heard that", "told that", "noted that", "advised that", "informed that"];
        let before = page.words(start, h.start);
        page.words(h.start, h.end).starts_with("had ") && heard.iter().any(|w| before.contains(w))
    };
    let earlier = |h: &Hit| h.kind == Kind::Excuse && (h.means == "past" && !retold(h) || opens(h));
    let words = page.words(start, end);
    time::in_figures(words)
        .any(|(at, _, y)| told().is_some_and(|told| y < told) && !time::is_of_law(&words[..at]))
        || page.hits_in(start, end).any(earlier)
}
