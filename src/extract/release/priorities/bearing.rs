//! Which words bear on what must improve, and in which direction: a clause tells a shortcoming where
//! it has a word for one that nothing denies, or denies something good.

use crate::extract::release::claims::distance;
use crate::extract::release::page::Page;
use crate::knowledge::lexicon::{Hit, Kind};

/// So many words may stand between a denial and what it denies.
const REACH: usize = 5;

/// So many between a denial and a shortcoming that it takes back.
const DENIED: usize = 3;

/// So many between "neither" or "nor" and what it denies.
const NEITHER: usize = 12;

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
            let counts = |d: &&Hit| d.kind == kind && !["none", "more"].contains(&d.means);
            let mut next = page.hits_in(h.end, end).filter(counts);
            next.next().is_some_and(|d| distance(page, h.end, d.start) <= reach)
        };
        match (h.kind, h.means) {
            (Kind::Shortcoming, "") => {
                // "Families who cannot pay lose out": denied of them, not of what becomes of them.
                let of_whom = |d: &Hit| page.words(start, d.start).ends_with(" who ");
                denial(page, start, h).is_none_or(of_whom) && !describes(page, start, h)
            }
            (Kind::Shortcoming, "scarce") => !near(Kind::Shortcoming, DENIED),
            // "Supervision is rare"; not "delays are rare".
            (Kind::Shortcoming, "rare") => !is_bad(page, start, h.start),
            (Kind::Shortcoming, "more") => wants_more(page.words(start, h.start)),
            (Kind::Deny, "") => {
                // "Managers do not spot weak plans."
                let unhandled = near(Kind::Handling, 0) && near(Kind::Shortcoming, DENIED);
                let good = ear == Ear::Soft || near(Kind::Good, REACH) || denies_both(page, h, end);
                // "No child is left without a worker."
                let twice = page.words(h.start, h.end) == "without" && is_denied(page, start, h);
                !twice && (unhandled || good && !near(Kind::Shortcoming, DENIED))
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
    // "Did not know how late it was": what they did not know is so.
    let of_what = |d: &&Hit| {
        let between = page.words(d.end, hit.start);
        [" how", " why", " where", " what", " that", " when"].iter().any(|w| between.contains(w))
    };
    let near = |d: &&Hit| distance(page, d.end, hit.start) <= reach(page, d, DENIED);
    one.or(last.filter(|d| near(d) && !of_what(d)))
}

/// Whether "neither" or "nor" denies what is good from afar.
fn denies_both(page: &Page, denial: &Hit, end: usize) -> bool {
    let far = reach(page, denial, 0);
    let good = |g: &Hit| {
        let near = distance(page, denial.end, g.start) <= far;
        g.kind == Kind::Good && g.means.is_empty() && near
    };
    far > 0 && page.hits_in(denial.end, end).any(good)
}

/// "Neither the quality of plans nor the timeliness of visits is good": both deny from afar.
fn reach(page: &Page, denial: &Hit, near: usize) -> usize {
    let both = ["nor", "neither"].contains(&page.words(denial.start, denial.end));
    // "Did not think the work of the panel strong enough".
    let rest = page.words(denial.end, page.folded.text.len());
    let both = both || [" think ", " consider ", " believe "].iter().any(|w| rest.starts_with(w));
    if both { NEITHER } else { near }
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

/// Whether a range has a word for what is bad.
pub fn is_bad(page: &Page, start: usize, end: usize) -> bool {
    let bad = |h: &Hit| h.kind == Kind::Shortcoming && !["none", "more"].contains(&h.means);
    page.hits_in(start, end).any(bad)
}
