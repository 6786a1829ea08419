//! Which line ends of a plain text are wraps, and which end a paragraph.
//!
//! In:  the runs of lines between empty lines.
//! Out: a judge that says of two lines that follow each other whether the break is a wrap.
//!
//! A program that wraps at a width breaks only where the next word would not have fitted. So a
//! width is learnt from breaks in mid-sentence: the one that most of them fit. Texts whose lines
//! are whole paragraphs have no such breaks, and no width. A full line that ends a sentence may
//! end a paragraph too: whether it does is what most other sentences of the text do.
//! Cost: widths tried times breaks.

use super::marker;

/// Longest line, in characters, that is taken for a wrapped one.
const WIDEST: usize = 130;
/// Shortest width, in characters, that is taken for a wrap.
const NARROWEST: usize = 44;
/// A break before a small letter is this much better evidence of a wrap than another one in
/// mid-sentence, which may be the end of a heading.
const SMALL_LETTER: usize = 3;
/// Most words on either side of the mark in a row of a table.
const ROW_WORDS: usize = 9;

/// One line that has words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'t> {
    /// Columns before the first word; a tab reaches the next multiple of 4.
    pub indent: usize,
    /// The words, trimmed.
    pub words: &'t str,
}

impl<'t> Line<'t> {
    /// Measures a line; `None` where it has no words.
    pub fn new(line: &'t str) -> Option<Self> {
        let words = line.trim();
        if words.is_empty() {
            return None;
        }
        let blank = line.chars().take_while(|c| c.is_whitespace());
        let indent = blank.fold(0, |at, c| if c == '\t' { (at / 4 + 1) * 4 } else { at + 1 });
        Some(Self { indent, words })
    }
}

/// What a width counts: characters, or bytes as some old tools do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Characters,
    Bytes,
}

impl Unit {
    fn of(self, words: &str) -> usize {
        match self {
            Self::Characters => words.chars().count(),
            Self::Bytes => words.len(),
        }
    }
}

/// The width that a text was wrapped at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width {
    columns: usize,
    unit: Unit,
    /// Whether most sentences that end a line end a paragraph with it.
    sentences_are_paragraphs: bool,
}

impl Width {
    /// Learns the width from the runs of lines between empty lines; `None` where the text is not
    /// wrapped.
    pub fn learn(runs: &[Vec<Line<'_>>]) -> Option<Self> {
        let (score, width) = match (best(runs, Unit::Characters), best(runs, Unit::Bytes)) {
            (Some(characters), Some(bytes)) if bytes.0 > characters.0 => bytes,
            (characters, bytes) => characters.or(bytes)?,
        };
        let whole_lines = runs.iter().flatten().any(|line| is_long(*line, width.unit));
        let needed = match runs.len() {
            _ if whole_lines => 2 * SMALL_LETTER,
            0..=2 => SMALL_LETTER,
            _ => 1,
        };
        let sentences_are_paragraphs = width.sentences_are_paragraphs(runs);
        (score >= needed).then_some(Self { sentences_are_paragraphs, ..width })
    }

    /// Whether the break between two lines is a wrap.
    pub fn wraps(self, line: Line<'_>, next: Line<'_>) -> bool {
        let between_sentences = ends_sentence(line.words) && !starts_small(next.words);
        self.is_full(line, next) && !(self.sentences_are_paragraphs && between_sentences)
    }

    /// Whether the next word would not have fitted.
    fn is_full(self, line: Line<'_>, next: Line<'_>) -> bool {
        let length = line.indent + self.unit.of(line.words);
        if length > self.columns {
            return !line.words.contains(char::is_whitespace);
        }
        length + 1 + self.unit.of(first_word(next.words)) > self.columns
    }

    /// Compares sentences that end a line early, and so a paragraph, with those that end within
    /// a line.
    fn sentences_are_paragraphs(self, runs: &[Vec<Line<'_>>]) -> bool {
        let breaks = runs.iter().flat_map(|run| run.windows(2));
        let early =
            |pair: &&[Line<'_>]| ends_sentence(pair[0].words) && !self.is_full(pair[0], pair[1]);
        let within = |line: &Line<'_>| {
            let words = line.words.split_whitespace().zip(line.words.split_whitespace().skip(1));
            words.filter(|(word, next)| ends_sentence(word) && !starts_small(next)).count()
        };
        let within: usize = runs.iter().flatten().map(within).sum();
        breaks.filter(early).count() > within
    }
}

fn is_long(line: Line<'_>, unit: Unit) -> bool {
    line.indent + unit.of(line.words) > WIDEST && line.words.contains(' ')
}

/// Whether words end in a full stop or the like, quoted or not.
pub fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?'])
}

/// Whether words start with a small letter.
pub fn starts_small(words: &str) -> bool {
    words.starts_with(char::is_lowercase)
}

/// Whether words are a row of a table that lost its rules: "Care leavers: good".
pub fn is_row(words: &str) -> bool {
    let mark = |m: &str| words.find(m).map(|at| (at, m.len()));
    let Some((at, length)) = [": ", " - ", " – ", " — "].into_iter().filter_map(mark).min()
    else {
        return false;
    };
    let short = |part: &str| (1..=ROW_WORDS).contains(&part.split_whitespace().count());
    words.starts_with(char::is_uppercase)
        && !words.contains(". ")
        && !ends_sentence(words)
        && !words.ends_with([',', ':', ';'])
        && short(&words[..at])
        && short(&words[at + length..])
}

/// A break between two lines of one run.
struct Break {
    length: usize,
    next_word: usize,
    weight: usize,
}

/// The width that explains most breaks in mid-sentence, and how much they weigh.
fn best(runs: &[Vec<Line<'_>>], unit: Unit) -> Option<(usize, Width)> {
    let mut breaks = Vec::new();
    for run in runs {
        let length = |line: &Line<'_>| line.indent + unit.of(line.words);
        if run.iter().any(|line| is_long(*line, unit)) {
            continue;
        }
        breaks.extend(run.windows(2).map(|pair| Break {
            length: length(&pair[0]),
            next_word: unit.of(first_word(pair[1].words)),
            weight: weight(pair[0], pair[1]),
        }));
    }
    let mut widths: Vec<usize> = breaks.iter().map(|b| b.length).collect();
    widths.sort_unstable();
    widths.dedup();
    widths.retain(|w| (NARROWEST..=WIDEST).contains(w));
    let scored = widths.into_iter().filter_map(|columns| Some((score(&breaks, columns)?, columns)));
    scored
        .max()
        .map(|(score, columns)| (score, Width { columns, unit, sentences_are_paragraphs: false }))
}

/// How much the breaks that a width explains weigh; `None` where it leaves too many unexplained.
fn score(breaks: &[Break], columns: usize) -> Option<usize> {
    let (mut explained, mut unexplained) = (0, 0);
    for b in breaks.iter().filter(|b| b.weight > 0) {
        if b.length <= columns && b.length + 1 + b.next_word > columns {
            explained += b.weight;
        } else if b.weight == SMALL_LETTER {
            unexplained += b.weight;
        }
    }
    (explained > 0 && explained >= unexplained).then_some(explained)
}

/// How surely a break stands in mid-sentence.
fn weight(line: Line<'_>, next: Line<'_>) -> usize {
    let last = line.words.chars().next_back();
    let unfinished = last.is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-'));
    let hangs = next.indent > line.indent;
    if !unfinished || marker::split(next.words).is_some() {
        0
    } else if starts_small(next.words) && !hangs {
        SMALL_LETTER
    } else {
        usize::from(line.words.len() > NARROWEST)
    }
}

fn first_word(words: &str) -> &str {
    words.split_whitespace().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(lines: &[&'static str]) -> Vec<Line<'static>> {
        lines.iter().filter_map(|l| Line::new(l)).collect()
    }

    #[test]
    fn a_wrapped_paragraph_shows_its_width() {
        let lines = run(&[
            "The council's services for children were visited in spring and the inspectors",
            "who came found that leaders know their services well. They said that social",
            "workers are proud of what they do and that children are heard.",
        ]);
        let width = Width::learn(std::slice::from_ref(&lines)).expect("wrapped");
        assert!(width.wraps(lines[0], lines[1]));
        assert!(width.wraps(lines[1], lines[2]));
        assert!(!width.wraps(lines[2], lines[0]));
    }

    #[test]
    fn rows_are_short_on_both_sides_of_a_mark() {
        assert!(is_row("Care leavers: good"));
        assert!(is_row("Leadership and governance – requires improvement to be good"));
        assert!(!is_row("improvement: more homes"));
        assert!(!is_row("The chief executive said: we are proud."));
        assert!(!is_row("What must improve:"));
    }

    #[test]
    fn lines_that_are_paragraphs_show_none() {
        let lines = run(&[
            "The council's services for children were visited in spring.",
            "Inspectors found that leaders know their services well.",
            "Social workers are proud of what they do and said so to the team.",
            "Children are heard.",
        ]);
        assert_eq!(Width::learn(&[lines]), None);
    }

    #[test]
    fn a_tab_indents_to_the_next_stop() {
        assert_eq!(Line::new(" \t one ").map(|l| (l.indent, l.words)), Some((5, "one")));
        assert_eq!(Line::new(" \u{a0}\t"), None);
    }
}
