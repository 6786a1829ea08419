//! Which words bear on what must improve, and in which direction.
//!
//! A clause tells a shortcoming where it has a word for one that nothing denies, or denies
//! something good. A clause that praises, plans, mends, looks back or speaks of grades tells none.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{BE, HAVE, opens};
use crate::extract::release::mood::Scope;
use crate::extract::release::page::Page;
use crate::extract::release::time;
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::{Hit, Kind};

/// So many words may stand between a denial and what it denies.
const REACH: usize = 5;

/// So many between a denial and a shortcoming that it takes back.
const DENIED: usize = 3;

/// Why what was before is passed over.
pub const EARLIER: Reason = "said of an earlier time";

/// The hit of a kind that begins at a place, the longest.
pub fn at<'a>(page: &'a Page, kind: Kind, start: usize, end: usize) -> Option<&'a Hit<'a>> {
    let here = page.hits.beginning(start, start + 1).iter().filter(|h| h.end <= end);
    here.filter(|h| h.kind == kind).max_by_key(|h| h.end)
}

/// Whether a range has a hit of the kind.
pub fn has(page: &Page, kind: Kind, start: usize, end: usize) -> bool {
    page.hits_in(start, end).any(|h| h.kind == kind)
}

/// Whether an inspectorate or its report is named as the one who says so.
pub fn says(page: &Page, start: usize, end: usize) -> bool {
    page.hits_in(start, end).any(|h| {
        let pronoun = ["they ", "it "].iter().any(|w| page.words(h.start, h.end).starts_with(w));
        h.kind == Kind::Finding && !pronoun
    })
}

/// How readily words are taken for a shortcoming.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ear {
    /// By words for one, or something good denied.
    Firm,
    /// By words of need, too.
    Needs,
    /// By any denial, too: all that stands here is criticism.
    Soft,
}

/// The words by which a clause tells a need or a shortcoming.
pub fn signal<'a>(page: &'a Page, start: usize, end: usize, ear: Ear) -> Option<&'a Hit<'a>> {
    page.hits_in(start, end).find(|h| {
        let near = |kind, reach| {
            let mut next = page.hits_in(h.end, end).filter(|d| d.kind == kind && d.means != "none");
            next.next().is_some_and(|d| distance(page, h.end, d.start) <= reach)
        };
        match (h.kind, h.means) {
            (Kind::Shortcoming, "") => {
                // "Families who cannot pay lose out": denied of them, not of what becomes of them.
                let of_whom = |d: &Hit| page.words(start, d.start).ends_with(" who ");
                denial(page, start, h).is_none_or(of_whom) && !describes(page, start, h)
            }
            (Kind::Shortcoming, "scarce") => !near(Kind::Shortcoming, DENIED),
            (Kind::Deny, "") => {
                // "Managers do not spot weak plans."
                let unhandled = near(Kind::Handling, 0) && near(Kind::Shortcoming, DENIED);
                let good = ear == Ear::Soft || near(Kind::Good, REACH);
                unhandled || good && !near(Kind::Shortcoming, DENIED)
            }
            (Kind::Need, _) => ear >= Ear::Needs || wants_more(page.words(start, h.start)),
            _ => false,
        }
    })
}

/// "Children go without therapies": what is bad only where all that stands beside it is criticism.
pub fn suffers(page: &Page, start: usize, end: usize) -> bool {
    const BAD: [&str; 6] = ["wait", "miss", "go without", "fail", "break", "overlook"];
    let denies = |h: &Hit| h.kind == Kind::Deny && h.means.is_empty() || h.means == "scarce";
    page.hits_in(start, end).any(|h| {
        let bad = h.kind == Kind::Shortcoming && h.means == "bad";
        let words = page.words(h.start, h.end);
        let apart = |d: &Hit| denies(d) && (d.end <= h.start || d.start >= h.end);
        bad && BAD.iter().any(|w| words.starts_with(w)) && !page.hits_in(start, end).any(apart)
    })
}

/// "Closer attention should be paid": a need that its first word tells.
fn wants_more(before: &str) -> bool {
    const MORE: [&str; 16] = [
        "more ",
        "closer ",
        "greater ",
        "better ",
        "clearer ",
        "stronger ",
        "fuller ",
        "earlier ",
        "quicker ",
        "faster ",
        "sharper ",
        "tighter ",
        "firmer ",
        "wider ",
        "improved ",
        "deeper ",
    ];
    MORE.iter().any(|w| before.starts_with(w))
}

/// Whether a denial stands before a hit.
pub fn is_denied(page: &Page, start: usize, hit: &Hit) -> bool {
    denial(page, start, hit).is_some()
}

fn denial<'a>(page: &'a Page, start: usize, hit: &Hit) -> Option<&'a Hit<'a>> {
    let denies = |d: &&Hit| match d.kind {
        Kind::Deny => d.means != "more",
        Kind::Shortcoming => {
            let words = page.words(d.start, d.end);
            d.means == "scarce" || ["too seldom", "too rarely"].contains(&words)
        }
        _ => false,
    };
    // "Not complacent": one wording, not a denial that only looks so.
    let mut all = page.hits_in(start, hit.end).filter(|d| d.kind == Kind::Deny);
    let one = all.find(|d| d.means == "none" && d.start < hit.start && d.end > hit.start);
    let last = page.hits_in(start, hit.start).rfind(denies);
    one.or(last.filter(|d| distance(page, d.end, hit.start) <= DENIED))
}

/// "Young people who struggle at school": said of who they are, not of what they get.
fn describes(page: &Page, start: usize, hit: &Hit) -> bool {
    const LINKS: [&str; 17] = [
        "are", "is", "was", "were", "have", "has", "had", "been", "be", "find", "finds", "found",
        "it", "go", "may", "might", "often",
    ];
    const LATE: [&str; 5] = ["wait", "too ", "late", "delay", "longer"];
    let before = page.words(start, hit.start);
    let Some(at) = before.rfind(" who ") else { return false };
    let waits = LATE.iter().any(|w| page.words(hit.start, hit.end).starts_with(w));
    !waits
        && !before.starts_with("there ")
        && before[at + 5..].split(' ').all(|w| w.is_empty() || LINKS.contains(&w))
}

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
        Kind::Handling => deals(page, start, h, end),
        Kind::Excuse => {
            let stands = !is_denied(page, start, h) && !is_taken_back(page, h, end);
            !h.means.is_empty() || stands && !turns_bad(page, h, end)
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
fn turns_bad(page: &Page, hit: &Hit, end: usize) -> bool {
    const HOW: [&str; 9] =
        ["too ", "far too", "all too", "late", "slow", "longer", "only ", "fewer ", "less than"];
    let said = page.words(hit.start, hit.end);
    let helps = opens(said, &BE) || opens(said, &HAVE);
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
    let latest = || time::in_figures(&page.folded.text).map(|(.., year)| year).max();
    let told = || scope.year.or_else(latest);
    // "Until last year" looks back where it opens the clause, not where it closes it.
    let opens = |h: &Hit| h.means == "past opening" && h.start <= start + 1;
    let earlier = |h: &Hit| h.kind == Kind::Excuse && (h.means == "past" || opens(h));
    time::in_figures(page.words(start, end)).any(|(.., y)| told().is_some_and(|told| y < told))
        || page.hits_in(start, end).any(earlier)
}
