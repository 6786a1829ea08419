//! Things listed in running words: "X, Y and Z".
//!
//! Commas part where what follows can stand alone, and the last "and" after them; a lone "and"
//! parts only what is built alike. Asides, attributes of one thing and short lists inside an item
//! stay with it. Where the release says how many there are, that decides.

use crate::extract::release::claims::distance;
use crate::extract::release::grammar::{DETERMINERS, after};
use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::at;
use crate::extract::release::priorities::clauses::cut;
use crate::extract::release::priorities::counted;
use crate::extract::release::priorities::naming::{is_person, said_of};
use crate::knowledge::lexicon::Kind;

/// An item in running words has no more words.
const LONGEST: usize = 24;

/// First byte of the folded text, and one past the last.
pub type Part = (usize, usize);

/// Words that begin what belongs to the words before the comma.
const SUBORDINATE: [&str; 43] = [
    "among",
    "which",
    "who",
    "whose",
    "whom",
    "where",
    "when",
    "so",
    "because",
    "including",
    "such",
    "especially",
    "particularly",
    "notably",
    "leading",
    "meaning",
    "leaving",
    "making",
    "although",
    "though",
    "as",
    "if",
    "or",
    "often",
    "sometimes",
    "mostly",
    "mainly",
    "currently",
    "rather",
    "not",
    "from",
    "with",
    "at",
    "for",
    "despite",
    "while",
    "but",
    "even",
    "since",
    "after",
    "before",
    "than",
    "by",
];

/// Words that begin the name of a thing.
const ARTICLES: [&str; 16] = [
    "the", "a", "an", "its", "their", "how", "whether", "what", "more", "fewer", "less", "better",
    "too", "no", "some", "that",
];

/// The parts of a run; the whole where nothing parts it.
pub fn parts(page: &Page, start: usize, end: usize, count: Option<usize>) -> Vec<Part> {
    // "On one: how long they wait, and the help they get meanwhile."
    if count == Some(1) {
        return vec![(start, end)];
    }
    let careful = careful(page, start, end);
    let Some(count) = count.filter(|n| *n != careful.len()) else { return careful };
    let ways = [counted::every(page, start, end), counted::pair(page, start, end)];
    ways.into_iter().find(|parts| parts.len() == count).unwrap_or(careful)
}

/// Parts at commas that are not inside brackets or quotation marks.
pub fn at_commas(page: &Page, start: usize, end: usize) -> Vec<Part> {
    cut(page, start, end, |from, here| {
        let rest = page.words(here, end);
        let length = rest.starts_with(", ").then_some(2)?;
        let before = page.words(from, here);
        let inside = before.matches('(').count() > before.matches(')').count()
            || before.matches('"').count() % 2 == 1;
        (!inside).then_some(length)
    })
}

/// Where a part begins after "and"; none where no "and" begins it.
pub fn joined(page: &Page, (start, end): Part) -> Option<usize> {
    let words = page.words(start, end);
    [
        "and also ",
        "and ",
        "followed by ",
        "then ",
        "as well as ",
        "plus ",
        "along with ",
        "together with ",
    ]
    .iter()
    .find(|j| words.starts_with(**j))
    .map(|j| start + j.len())
}

/// Each place in a part where an "and" joins two, with what follows it; names stay whole.
pub fn joints(page: &Page, (start, end): Part) -> Vec<(usize, usize)> {
    let parts = cut(page, start, end, |_, here| {
        let rest = page.words(here, end);
        [" and ", " as well as ", " along with "]
            .iter()
            .find(|j| rest.starts_with(**j))
            .map(|j| j.len())
    });
    parts.windows(2).map(|w| (w[0].1, w[1].0)).collect()
}

fn first_word<'p>(page: &'p Page, (start, end): Part) -> &'p str {
    page.words(start, end).split(' ').next().unwrap_or_default()
}

/// Whether a part begins as the name of a thing or an act does.
fn opens(page: &Page, part: Part) -> bool {
    ARTICLES.contains(&first_word(page, part)) || begins(page, part, Kind::Opener)
}

fn begins(page: &Page, part: Part, kind: Kind) -> bool {
    at(page, kind, part.0, part.1).is_some()
}

/// How many words a part has besides an article.
fn bare_words(page: &Page, part: Part) -> usize {
    let article = DETERMINERS.contains(&first_word(page, part));
    distance(page, part.0, part.1).saturating_sub(usize::from(article))
}

/// Whether a part says of what it is: "plans for leavers".
fn has_complement(page: &Page, (start, end): Part) -> bool {
    const LINKS: [&str; 8] =
        [" of ", " for ", " in ", " with ", " to ", " by ", " between ", " at "];
    LINKS.iter().any(|l| page.words(start, end).contains(l))
}

/// Parts as a careful reader would, without knowing how many there are.
fn careful(page: &Page, start: usize, end: usize) -> Vec<Part> {
    let segments = at_commas(page, start, end);
    let mut parts: Vec<Part> = Vec::new();
    // A name with commas inside the part that is growing keeps what follows.
    let (mut bound, mut ended) = (false, false);
    for (i, &segment) in segments.iter().enumerate() {
        let next = segments.get(i + 1).copied();
        // "..., families and carers, and the recording of ...": a list inside ends before the next "and".
        let last = next.is_none_or(|next| joined(page, next).is_some());
        match parts.last_mut() {
            Some(known) if belongs(page, *known, segment, last) => {
                known.1 = segment.1;
                bound = last;
            }
            Some(known) if is_attribute(page, *known, segment) => known.1 = segment.1,
            _ => {
                let from = joined(page, segment).unwrap_or(segment.0);
                let first = parts.first().copied();
                parts.push((after_repeated(page, first, (from, segment.1)), segment.1));
                ended = joined(page, segment).is_some();
                bound = ended;
            }
        }
    }
    let closed = segments.last().is_some_and(|&s| joined(page, s).is_some());
    finish(page, parts, bound || closed, ended || closed)
}

/// Parts the last one at its "and"; `bound`: it has had its own. `closed`: the list has ended so.
fn finish(page: &Page, mut parts: Vec<Part>, bound: bool, closed: bool) -> Vec<Part> {
    let whole = |parts: &[Part]| vec![(parts[0].0, parts[parts.len() - 1].1)];
    if parts.len() == 1 {
        return alike(page, parts[0]);
    }
    let before = parts.len();
    if !bound && let Some(last) = parts.pop() {
        parts.extend(at_last_joint(page, last));
    }
    let ended = closed || parts.len() > before;
    let long = parts.iter().any(|&(s, e)| distance(page, s, e) > LONGEST);
    if long || (!ended && before == 2) { whole(&parts) } else { parts }
}

/// Parts at the "and" that ends the list: before what opens an item, else the first.
pub fn at_last_joint(page: &Page, part: Part) -> Vec<Part> {
    let joints = joints(page, part);
    let opening = joints.iter().find(|&&(_, next)| opens(page, (next, part.1)));
    match opening.or(joints.first()) {
        Some(&(left, right)) => vec![(part.0, left), (right, part.1)],
        None => vec![part],
    }
}

/// Whether what follows a comma belongs to the words before it: an aside, or the end of a short
/// list inside an item ("support for children, families and carers").
fn belongs(page: &Page, known: Part, segment: Part, last: bool) -> bool {
    let aside = segment.0 > 2 && at(page, Kind::Aside, segment.0 - 2, segment.1).is_some();
    let word = first_word(page, segment).trim_end_matches([',', '.']);
    if aside && !ARTICLES.contains(&word)
        || SUBORDINATE.contains(&word)
        || is_adverb(word)
        || page.words(segment.0, segment.1).trim_end_matches('.').ends_with(" included")
    {
        return true;
    }
    // "Groups, among them Roma, Gypsy and Traveller families": those among them.
    let among = page.words(known.0, known.1).split_once(", among them ");
    let group = among.and_then(|(groups, _)| groups.rsplit(' ').next());
    if group.is_some_and(|w| is_person(page, w) || ["groups", "communities"].contains(&w)) {
        return true;
    }
    let joints = joints(page, segment);
    let short = |part: Part| {
        let words = bare_words(page, part);
        words <= 1 || words == 2 && !opens(page, part)
    };
    match joints.first() {
        Some(&(left, right)) if last => {
            has_complement(page, known)
                && short((segment.0, left))
                && short((right, segment.1))
                && !has_complement(page, segment)
        }
        _ => false,
    }
}

fn is_adverb(word: &str) -> bool {
    // "Currently", but not "early".
    const NONE: [&str; 12] = [
        "early", "timely", "daily", "weekly", "monthly", "yearly", "elderly", "family", "friendly",
        "costly", "only", "supply",
    ];
    word.ends_with("ly") && !NONE.contains(&word)
}

/// "The quality" before "timeliness and tone of letters": attributes of one thing.
fn is_attribute(page: &Page, known: Part, segment: Part) -> bool {
    let whole = (joined(page, segment).unwrap_or(segment.0), segment.1);
    let words = page.words(known.0, known.1);
    let words = after(words, &DETERMINERS).unwrap_or(words);
    let single = words.split(", ").all(|w| !w.contains(' '));
    single && !ARTICLES.contains(&first_word(page, whole)) && has_complement(page, segment)
}

/// After a preposition that the first part has, too: "looks at X, Y and at Z".
fn after_repeated(page: &Page, first: Option<Part>, part: Part) -> usize {
    const WORDS: [&str; 9] = ["at", "on", "in", "for", "about", "over", "to", "with", "around"];
    let word = first_word(page, part);
    let again = |first: Part| page.words(first.0, first.1).split(' ').any(|w| w == word);
    let repeated = WORDS.contains(&word) && first.is_some_and(again);
    if repeated { part.0 + word.len() + 1 } else { part.0 }
}

/// Two things that are built alike, joined by "and".
fn alike(page: &Page, part: Part) -> Vec<Part> {
    let fits = |&&(left, right): &&(usize, usize)| {
        let (first, second) = ((part.0, left), (right, part.1));
        let words = page.words(part.0, left);
        let between = ["between ", "both "].iter().any(|w| words.contains(w));
        let doing = |p: Part| first_word(page, p).len() > 5 && first_word(page, p).ends_with("ing");
        let opener = begins(page, second, Kind::Opener)
            || doing(first) && doing(second)
            || begins(page, first, Kind::Act) && begins(page, second, Kind::Act);
        let article = |p: Part| ARTICLES.contains(&first_word(page, p));
        let both = article(first) && article(second) && distance(page, right, part.1) > 2;
        let said =
            distance(page, part.0, left) > 2 || opens(page, first) && bare_words(page, first) > 1;
        !between && said && (opener || both || said_of(page, first) && said_of(page, second))
    };
    match joints(page, part).iter().find(fits) {
        Some(&(left, right)) => {
            let mut parts = vec![(part.0, left)];
            parts.extend(alike(page, (right, part.1)));
            parts
        }
        None => vec![part],
    }
}
