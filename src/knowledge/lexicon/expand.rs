//! What a wording with alternatives stands for: `(a|b|)`, which may nest, and `s?`.
//!
//! [`count`] says whether a wording is well formed; the others expect one that is.

use thiserror::Error;

use super::first_word;

/// A wording may stand for this many at most: a slip in brackets must not eat the memory.
const MOST: usize = 2_000;

/// Brackets may nest so deep.
const DEEPEST: usize = 8;

/// What is wrong with a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Slip {
    /// A bracket without its other half, or too many in each other.
    #[error("balance the brackets, {DEEPEST} deep at most")]
    Brackets,
    /// `?` where no letter stands before it.
    #[error("put `?` after the letter that may be missing")]
    NoLetter,
    /// `|` outside brackets.
    #[error("put the alternatives in brackets")]
    Bare,
    /// No words.
    #[error("give it words")]
    Empty,
    /// More than may be.
    #[error("part it into several, as it stands for {0} wordings and may for {MOST}")]
    TooMany(usize),
}

/// Counts what a wording stands for, without writing it out.
///
/// # Errors
/// Where it is not well formed or stands for too many.
pub fn count(words: &str) -> Result<usize, Slip> {
    // Of each open bracket: what its closed alternatives stand for, and the one that is open.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut here = 1_usize;
    let mut letter = false;
    for c in words.bytes() {
        match c {
            b'(' if open.len() < DEEPEST => {
                open.push((0, here));
                here = 1;
            }
            b'|' => {
                let closed = &mut open.last_mut().ok_or(Slip::Bare)?.0;
                *closed = closed.saturating_add(here);
                here = 1;
            }
            b')' => {
                let (closed, before) = open.pop().ok_or(Slip::Brackets)?;
                here = before.saturating_mul(closed.saturating_add(here));
            }
            b'(' => return Err(Slip::Brackets),
            b'?' if letter => here = here.saturating_mul(2),
            b'?' => return Err(Slip::NoLetter),
            _ => {}
        }
        letter = !matches!(c, b'(' | b'|' | b')' | b'?');
    }
    if !open.is_empty() {
        return Err(Slip::Brackets);
    }
    if words.bytes().all(|c| b"(|)? ".contains(&c)) {
        return Err(Slip::Empty);
    }
    if here > MOST { Err(Slip::TooMany(here)) } else { Ok(here) }
}

/// Writes out all that a well-formed wording stands for.
pub fn expand(words: &str) -> Vec<String> {
    let mut all = part(words);
    all.retain(|words| !words.trim().is_empty());
    all
}

fn part(words: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut rest = words;
    while let Some(at) = rest.find(['(', '?']) {
        append(&mut all, &[&rest[..at]]);
        rest = step(&mut all, rest, at);
    }
    append(&mut all, &[rest]);
    all
}

/// Takes the bracket or `?` that stands at `at` into all; gives what follows it.
fn step<'w>(all: &mut Vec<String>, rest: &'w str, at: usize) -> &'w str {
    if rest[at..].starts_with('?') {
        let last = rest[..at].chars().next_back();
        let without = |w: &String| last.and_then(|last| w.strip_suffix(last)).map(str::to_owned);
        let without: Vec<_> = all.iter().filter_map(without).collect();
        all.extend(without);
        return &rest[at + 1..];
    }
    let close = at + matching(&rest[at..]);
    let choices: Vec<_> = split(&rest[at + 1..close]).into_iter().flat_map(part).collect();
    append(all, &choices);
    &rest[close + 1..]
}

/// Where the bracket that opens `words` closes.
fn matching(words: &str) -> usize {
    let mut depth = 0_usize;
    let close = words.char_indices().find_map(|(at, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    });
    close.expect("`count` has balanced the brackets")
}

/// Splits at the bars that stand outside brackets.
fn split(words: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0_i32, 0);
    for (at, c) in words.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '|' if depth == 0 => {
                parts.push(&words[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&words[from..]);
    parts
}

fn append<S: AsRef<str>>(all: &mut Vec<String>, choices: &[S]) {
    let with =
        |w: &String| choices.iter().map(|c| format!("{w}{}", c.as_ref())).collect::<Vec<_>>();
    *all = all.iter().flat_map(with).collect();
}

/// The first words of all that a well-formed wording stands for, without writing out the rest.
pub fn first_words(words: &str) -> Vec<String> {
    let mut open = vec![String::new()];
    let mut firsts = Vec::new();
    let mut rest = words;
    while !open.is_empty() {
        let at = rest.find(['(', '?']).unwrap_or(rest.len());
        append(&mut open, &[&rest[..at]]);
        close(&mut open, &mut firsts);
        if at == rest.len() {
            firsts.extend(open.drain(..).filter(|w| !w.is_empty()));
        } else {
            rest = step(&mut open, rest, at);
            close(&mut open, &mut firsts);
        }
    }
    firsts.sort_unstable();
    firsts.dedup();
    firsts
}

/// Moves those whose first word has ended to `firsts`.
fn close(open: &mut Vec<String>, firsts: &mut Vec<String>) {
    open.retain(|words| {
        let first = first_word(words);
        let ended = first.len() < words.len();
        if ended {
            firsts.push(first.to_owned());
        }
        !ended
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn firsts(words: &str, want: &str) {
        let found = first_words(words);
        assert_eq!(found.join(","), want, "{words}");
        let mut full: Vec<_> = expand(words).iter().map(|w| first_word(w).to_owned()).collect();
        full.sort();
        full.dedup();
        assert_eq!(found, full, "{words}");
    }

    #[test]
    fn first_words_are_those_of_the_wordings_in_full() {
        firsts("areas? of", "area,areas");
        firsts("(the |)impact( of leaders|)", "impact,the");
        firsts("(in|re|)visit(s|)( to|)", "invisit,invisits,revisit,revisits,visit,visits");
        firsts("care(-| )leavers?", "care");
        firsts("'(good|fair)'", "'");
        firsts("(a(b|c)|d) e", "ab,ac,d");
    }

    #[test]
    fn what_is_counted_is_what_is_written_out() {
        #[track_caller]
        fn case(words: &str, want: usize) {
            assert_eq!(count(words), Ok(want), "{words}");
            assert_eq!(part(words).len(), want, "{words}");
        }
        case("good", 1);
        case("areas?( of|)", 4);
        case("(a(b|c)|d)(e|f)", 6);
        case("(visits?|calls?|)s?", 10);
        case(&"(a|b)".repeat(10), 1_024);
    }

    #[test]
    fn slips_are_told() {
        #[track_caller]
        fn case(words: &str, want: Slip) {
            assert_eq!(count(words), Err(want), "{words}");
        }
        case("(a|b", Slip::Brackets);
        case("a)", Slip::Brackets);
        case(&format!("{}a{}", "(".repeat(9), ")".repeat(9)), Slip::Brackets);
        case("fine (until|", Slip::Brackets);
        case("(a|b)? c", Slip::NoLetter);
        case("?a", Slip::NoLetter);
        case("a|b", Slip::Bare);
        case("( |)", Slip::Empty);
        case("", Slip::Empty);
        case(&"(a|b)".repeat(11), Slip::TooMany(2_048));
        case(&format!("({}|c)", "(a|b)".repeat(80)), Slip::TooMany(usize::MAX));
    }
}
