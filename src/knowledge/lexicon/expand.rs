//! What a wording with alternatives stands for: `(a|b|)`, which may nest, and `s?`.
//!
//! [`count`] says whether a wording is well formed; [`write_out`] expects one that is.

use thiserror::Error;

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

/// What to do with a part that is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Write on.
    Open,
    /// Give it as it is: what follows does not matter.
    Enough,
    /// Leave all that begins so.
    Wrong,
}

/// Writes out what a well-formed wording stands for, one after another: each is given where it is
/// whole, or `asked` has enough of it, the same perhaps twice.
pub fn write_out(words: &str, asked: &impl Fn(&str) -> Part, give: &mut impl FnMut(&str)) {
    write_on(words, None, &mut String::new(), asked, give);
}

/// What follows the bracket that words stand in.
struct Behind<'b> {
    words: &'b str,
    next: Option<&'b Behind<'b>>,
}

/// Writes words, and what follows their bracket, behind what is written.
fn write_on<'b>(
    mut words: &'b str,
    mut behind: Option<&'b Behind<'b>>,
    written: &mut String,
    asked: &impl Fn(&str) -> Part,
    give: &mut impl FnMut(&str),
) {
    let before = written.len();
    loop {
        let mark = words.bytes().position(|c| matches!(c, b'(' | b'?')).unwrap_or(words.len());
        let optional = words[mark..].starts_with('?');
        let last = words[..mark].char_indices().next_back().filter(|_| optional);
        let sure = last.map_or(mark, |(at, _)| at);
        written.push_str(&words[..sure]);
        match asked(written) {
            Part::Open => {}
            Part::Enough => break give(written),
            Part::Wrong => break,
        }
        if optional {
            let length = written.len();
            written.push_str(&words[sure..mark]);
            write_on(&words[mark + 1..], behind, written, asked, give);
            written.truncate(length);
            words = &words[mark + 1..];
        } else if mark < words.len() {
            let (choices, rest) = bracket(&words[mark + 1..]);
            let behind = Behind { words: rest, next: behind };
            choices.iter().for_each(|c| write_on(c, Some(&behind), written, asked, give));
            break;
        } else if let Some(rest) = behind {
            (words, behind) = (rest.words, rest.next);
        } else if !written.trim().is_empty() {
            break give(written);
        } else {
            break;
        }
    }
    written.truncate(before);
}

/// The alternatives of a bracket that is open, and what follows it.
fn bracket(open: &str) -> (Vec<&str>, &str) {
    let (mut choices, mut depth, mut from) = (Vec::new(), 0_u32, 0);
    for (at, c) in open.bytes().enumerate() {
        match c {
            b'(' => depth += 1,
            b'|' | b')' if depth == 0 => {
                choices.push(&open[from..at]);
                from = at + 1;
                if c == b')' {
                    break;
                }
            }
            b')' => depth -= 1,
            _ => {}
        }
    }
    (choices, &open[from..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(words: &str, asked: impl Fn(&str) -> Part, want: &[&str]) {
        let mut found = Vec::new();
        write_out(words, &asked, &mut |words| found.push(words.to_owned()));
        assert_eq!(found, want, "{words}");
    }

    #[test]
    fn what_a_wording_stands_for_is_written_out() {
        let all = |words: &str, want: &[&str]| case(words, |_| Part::Open, want);
        all("good", &["good"]);
        all("areas?( of|)", &["areas of", "areas", "area of", "area"]);
        all("(a(b|c)|d) e", &["ab e", "ac e", "d e"]);
        all("(|a(|b(c|)))x", &["x", "ax", "abcx", "abx"]);
        all("caf\u{e9}?s", &["caf\u{e9}s", "cafs"]);
        all("( |a)", &["a"]);
    }

    #[test]
    fn no_more_is_written_than_is_asked() {
        let two = |words: &str| if words.len() < 2 { Part::Open } else { Part::Enough };
        case("(a|bc)(d|e)(f|g)", two, &["ad", "ae", "bc"]);
        let no_b = |words: &str| if words.contains('b') { Part::Wrong } else { Part::Open };
        case("(a|b)(b|c)", no_b, &["ac"]);
    }

    #[test]
    fn what_is_counted_is_what_is_written_out() {
        #[track_caller]
        fn case(words: &str, want: usize) {
            assert_eq!(count(words), Ok(want), "{words}");
            let mut found = 0;
            write_out(words, &|_| Part::Open, &mut |_| found += 1);
            assert_eq!(found, want, "{words}");
        }
        case("good", 1);
        case("areas?( of|)", 4);
        case("(a(b|c)|d)(e|f)", 6);
        case("x(visits?|calls?|)s?", 10);
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
