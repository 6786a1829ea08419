//! The words that name a concern: what leads in, who says so, and reasons at the end are left off.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{BE, DUTIES, after, is_preposition, there_is};
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::{Ear, at, signal};
use crate::extract::release::priorities::speech::{
    after_saying, before_attribution, is_attribution,
};
use crate::extract::release::priorities::verbs::{is_clause, main, words};
use crate::knowledge::lexicon::{Hit, Kind};

/// A core has at least so many words.
const LEAST: usize = 2;

/// What sets the scene of a clause has so many words at most.
const SETTING: usize = 12;

/// Marks that no item begins or ends with.
const MARKS: [char; 15] =
    [' ', '\n', ';', ',', ':', '-', '"', '\'', '•', '✗', '✘', '×', '■', '*', '>'];

/// How much is left off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trim {
    /// An item of the release's own list: "the need for" and "so that" belong to it.
    Listed,
    /// A clause of prose.
    Clause,
}

impl Trim {
    fn takes(self, hit: &Hit) -> bool {
        self == Self::Clause || hit.means.is_empty()
    }
}

/// The core of a range of the folded text; none where too little is left.
pub fn core(page: &Page, start: usize, end: usize, trim: Trim) -> Option<(usize, usize)> {
    let (start, end) = bare(page, start, end);
    let start = after_leads(page, start, end, trim);
    let end = before_attribution(page, start, end);
    let end = before_asides(page, start, end, trim);
    let (start, end) = bare(page, start, end);
    (distance(page, start, end) >= LEAST).then_some((start, end))
}

/// Leaves off marks and counters ("(a)", "1.") at both ends.
pub fn bare(page: &Page, start: usize, end: usize) -> (usize, usize) {
    let words = page.words(start, end);
    let mut kept = words.trim_start_matches(MARKS);
    // "2.2 Waits".
    let number = kept.split(' ').next().unwrap_or_default();
    let figures = number.chars().all(|c| c.is_ascii_digit() || c == '.');
    if figures && number.trim_end_matches('.').contains('.') && number.len() < kept.len() {
        kept = kept[number.len()..].trim_start();
    }
    if let Some((mark, rest)) = kept.split_once([')', '.']) {
        let counter = mark.trim_start_matches('(');
        let roman = counter.len() <= 4 && counter.chars().all(|c| "ivx".contains(c));
        let short = counter.len() <= 2 && counter.chars().all(|c| c.is_ascii_alphanumeric());
        let short = short || roman;
        if short && !counter.is_empty() && rest.starts_with([' ', '\u{9}']) {
            kept = rest.trim_start();
        }
    }
    let start = start + words.len() - kept.len();
    let ends = |c: char| c == '.' || (MARKS.contains(&c) && c != '\'');
    let mut kept = kept.trim_end_matches(ends);
    for tail in [" and", ", and", ", however", ", though", ", too", " either"] {
        kept = kept.strip_suffix(tail).unwrap_or(kept).trim_end_matches(ends);
    }
    // A quotation mark that opens outside, or one that closes nothing.
    if kept.ends_with('\'') && kept.matches('\'').count() == 1 && !kept.ends_with("s'") {
        kept = &kept[..kept.len() - 1];
    }
    closed(page, start, start + kept.len())
}

/// A quotation that only one mark stands in keeps the other one, where it is next to it.
fn closed(page: &Page, start: usize, end: usize) -> (usize, usize) {
    let odd = page.words(start, end).matches('"').count() % 2 == 1;
    if !odd {
        return (start, end);
    }
    let opens = start > 0 && page.words(start - 1, start) == "\"";
    let closes = page.words(end, end + 1) == "\"";
    (start - usize::from(opens), end + usize::from(closes && !opens))
}

/// Where the item begins after all that leads into it.
pub fn after_leads(page: &Page, start: usize, end: usize, trim: Trim) -> usize {
    let mut from = start;
    loop {
        let words = page.words(from, end);
        let here = from + words.len() - words.trim_start_matches(MARKS).len();
        let setting = (trim == Trim::Clause).then(|| after_setting(page, here, end)).flatten();
        let lead = || {
            let lead = at(page, Kind::Lead, here, end).filter(|h| trim.takes(h))?;
            (trim == Trim::Listed || !is_scene(page, here, lead.end, end)).then_some(lead.end)
        };
        let next = setting.or_else(lead).or_else(|| after_verb(page, here, end, trim));
        let next = next.or_else(|| after_subject(page, here, end));
        let next = next.or_else(|| after_bare_modal(page, here, end, trim));
        let Some(next) = next else { return here };
        if distance(page, next, end) < LEAST {
            return here;
        }
        from = next;
    }
}

/// After "in some schools," and "they did note some frustrations:": a clause follows that says all.
fn after_setting(page: &Page, here: usize, end: usize) -> Option<usize> {
    const WORDS: [&str; 8] =
        ["in ", "at ", "for ", "across ", "during ", "of ", "among ", "since "];
    let text = page.words(here, end);
    // "Improve after inspectors found that ...".
    let after = text.find(" after ").map(|at| here + at + " after ".len());
    let said = after
        .filter(|&at| distance(page, here, at) <= 5)
        .map(|at| (at, after_saying(page, at, end)));
    if let Some((at, said)) = said
        && said > at
    {
        return Some(said);
    }
    if text.contains(": ") {
        return after_said(page, here, end);
    }
    let set = WORDS.iter().any(|w| text.starts_with(w));
    // "In two towns there is no ...".
    let there = there_is(text).filter(|_| set).map(|at| here + at);
    if there.is_some_and(|at| distance(page, here, at) <= SETTING && main(page, here, at).is_none())
    {
        return there;
    }
    let at = text.find(", ")?;
    let (mark, next) = (here + at, here + at + 2);
    if is_attribution(page, here, mark) {
        return Some(next);
    }
    if !set {
        return None;
    }
    let set = distance(page, here, mark) <= SETTING && main(page, here, mark).is_none();
    (set && is_clause(page, next, end)).then_some(next)
}

/// After "they do not pretend that all is done:".
pub fn after_said(page: &Page, here: usize, end: usize) -> Option<usize> {
    let at = page.words(here, end).find(": ")?;
    let (mark, next) = (here + at, here + at + 2);
    let said = distance(page, here, mark) <= SETTING
        && main(page, here, mark).is_some()
        && signal(page, here, mark, Ear::Firm).is_none()
        && !page.hits_in(here, mark).any(|h| match h.kind {
            // "The report is blunt: ...".
            Kind::Excuse => h.means != "void",
            kind => kind == Kind::Progress,
        });
    (said && signal(page, next, end, Ear::Soft).is_some()).then_some(next)
}

/// "For leavers the town has too few rooms": a preposition that opens a sentence belongs to it.
fn is_scene(page: &Page, here: usize, after: usize, end: usize) -> bool {
    let opens = page.text.content[page.folded.original(here, here).start..]
        .starts_with(|c: char| c.is_uppercase());
    opens && is_preposition(page.words(here, after)) && main(page, after, end).is_some()
}

/// After the verb of "still to do, the letter says, are ...".
fn after_verb(page: &Page, here: usize, end: usize, trim: Trim) -> Option<usize> {
    let rest = after(page.words(here, end), &BE)?;
    let apart = page.words(here.saturating_sub(2), here) == ", ";
    (trim == Trim::Clause && apart).then_some(end - rest.len())
}

/// After "leaders must", "the council needs to": who must do it is said of all items alike.
pub fn after_subject(page: &Page, here: usize, end: usize) -> Option<usize> {
    let vague = at(page, Kind::Vague, here, end)?;
    let rest = page.words(vague.end, end);
    let wants = [" needs ", " need ", " requires "].iter().find_map(|n| rest.strip_prefix(n));
    if let Some(rest) = wants.filter(|r| !r.starts_with("to ")) {
        return Some(end - rest.len());
    }
    let need = page.hits_in(vague.end, end).find(|h| h.kind == Kind::Need)?;
    let between = page.words(vague.end, need.start).trim_start();
    let of_it = ["across ", "in ", "at ", "of ", "and "].iter().any(|w| between.starts_with(w));
    let near = distance(page, vague.end, need.start) <= if of_it { 4 } else { 1 };
    near.then(|| after_modal(page.words(need.start, need.end))).flatten().map(|n| need.start + n)
}

/// After "should" whose subject stands in the clause before.
fn after_bare_modal(page: &Page, here: usize, end: usize, trim: Trim) -> Option<usize> {
    let need = at(page, Kind::Need, here, end).filter(|_| trim == Trim::Clause)?;
    // "Had to fight for help" is what they suffered.
    if page.words(here, end).starts_with("had to ") {
        return None;
    }
    after_modal(page.words(here, need.end)).map(|n| here + n)
}

/// How much of "must", "needs to" and "should now" stands before what must be done.
fn after_modal(words: &str) -> Option<usize> {
    const OTHERS: [&str; 4] = ["needed to", "has to", "have to", "had to"];
    let rest = DUTIES.iter().chain(&OTHERS).find_map(|m| words.strip_prefix(m))?;
    let rest = ["now", "also", "still", "further"].iter().fold(rest, |rest, w| {
        rest.strip_prefix(' ').and_then(|r| r.strip_prefix(w)).unwrap_or(rest)
    });
    (rest.is_empty() || rest.starts_with(' ')).then_some(words.len() - rest.len())
}

/// Where the item ends before a reason, an aside or who says so; never before its signal.
fn before_asides(page: &Page, start: usize, end: usize, trim: Trim) -> usize {
    // "Steadier teams, as a high turnover means ...": the first word tells what is wanted.
    let wanted = is_comparative(page.words(start, end));
    let told = signal(page, start, end, Ear::Soft).filter(|_| !wanted);
    let told = told.map_or(start, |h| h.end);
    let asides = page.hits_in(start, end).filter(|h| h.kind == Kind::Aside && trim.takes(h));
    // "Plans, a quarter of which were late": said of some of them.
    let of_which = |h: &Hit| {
        let words = page.words(h.start, h.end);
        words.ends_with(" of which") || words.ends_with(" of whom")
    };
    // "..., Ofsted says, ...": words between commas end nothing.
    let inner = |h: &Hit| page.words(h.end, end).starts_with(',');
    let mut asides = asides.filter(|h| {
        (h.start >= told || of_which(h)) && distance(page, start, h.start) >= 3 && !inner(h)
    });
    let end = asides.next().map_or(end, |h| h.start);
    let end = before_consequence(page, start, end);
    before_theme(page, start, end).unwrap_or(end)
}

/// "A shortage of drivers is the thread that runs through the letter": what it is to the report.
fn before_theme(page: &Page, start: usize, end: usize) -> Option<usize> {
    const THEMES: [&str; 7] =
        ["thread", "theme", "refrain", "strand", "message", "complaint", "criticism"];
    let mut all = words(page, start, end).skip(LEAST);
    let verb = all.find(|(_, w)| BE.contains(w)).map(|(at, _)| at)?;
    let mut after = words(page, verb, end).skip(1);
    let article = after.next().is_some_and(|(_, w)| ["a", "the", "another", "one"].contains(&w));
    let theme = article && after.take(3).any(|(_, w)| THEMES.contains(&w));
    let kept = page.words(start, verb).trim_end();
    (theme && signal(page, start, verb, Ear::Soft).is_some()).then_some(start + kept.len())
}

fn is_comparative(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    ["more", "better"].contains(&first) || first.len() > 5 && first.ends_with("ier")
}

/// "Managers change so often that ...": what comes of it is no part of the concern.
fn before_consequence(page: &Page, start: usize, end: usize) -> usize {
    let words = page.words(start, end);
    // "Is such that letters go unanswered".
    if let Some(at) = words.find(" such that ")
        && let Some((before, verb)) = words[..at].rsplit_once(' ')
        && BE.contains(&verb)
    {
        return start + before.len();
    }
    let so = words.find(" so ").filter(|at| distance(page, start, start + at) >= 2);
    let that = so.and_then(|so| words[so + 4..].find(" that ").map(|at| (so, so + 4 + at)));
    let near = that.filter(|&(so, that)| distance(page, start + so, start + that) <= 3);
    near.map_or(end, |(_, that)| start + that)
}
