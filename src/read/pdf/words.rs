//! Runs to running text: spaces, line breaks, hyphens and footnote marks.
//!
//! In:  runs in reading order. Out: [`Words`], their text with one space between words and the place
//! and style that later steps need.

use super::glyphs::Run;
use super::lists;

/// Where one line of a [`Words`] begins.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Byte offset in the text.
    pub start: usize,
    /// Page from 0.
    pub page: u32,
    /// Left edge.
    pub x: f32,
    /// Baseline.
    pub y: f32,
}

/// Text that belongs together, with its place and style.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Right edge of the widest line.
    pub right: f32,
    /// Font size of most letters.
    pub size: f32,
    /// How far that size leads, in letters.
    lead: usize,
    /// Letters and digits in bold.
    bold: usize,
    /// Letters and digits in all.
    letters: usize,
    end: Option<End>,
}

/// Where the last run ended.
#[derive(Debug, Clone, Copy)]
struct End {
    page: u32,
    x: f32,
    y: f32,
    size: f32,
}

impl Words {
    /// Whether nothing but space was written.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether every letter is bold.
    pub fn is_bold(&self) -> bool {
        self.letters > 0 && self.bold == self.letters
    }

    /// Page of the first line.
    pub fn page(&self) -> u32 {
        self.lines.first().map_or(0, |l| l.page)
    }

    /// Page of the last line.
    pub fn last_page(&self) -> u32 {
        self.lines.last().map_or(0, |l| l.page)
    }

    /// Left edge of the first line.
    pub fn left(&self) -> f32 {
        self.lines.first().map_or(0.0, |l| l.x)
    }

    /// Right edge of the last line.
    pub fn end_x(&self) -> f32 {
        self.end.map_or(0.0, |e| e.x)
    }

    /// Splits the words at the start of a line; the style counts stay shared.
    pub fn split_off(&mut self, at: usize) -> Words {
        let text = self.text.split_off(at);
        let lines = self.lines.iter().filter(|l| l.start >= at);
        let lines = lines.map(|l| Line { start: l.start - at, ..*l }).collect();
        self.lines.retain(|l| l.start < at);
        Words { text, lines, ..self.clone_style() }
    }

    fn clone_style(&self) -> Words {
        Words { text: String::new(), lines: Vec::new(), ..*self }
    }

    /// Adds a run. `all` is the text of the whole file, asked whether a word that a line break
    /// splits at a hyphen is written without it elsewhere.
    pub fn write(&mut self, run: &Run, words: &str, all: &str) {
        if words.trim().is_empty() {
            self.space();
            return;
        }
        if self.is_note_mark(run, words) {
            return;
        }
        let new_line = self.end.is_none_or(|end| {
            let apart = (run.y - end.y).abs() / run.size.max(end.size);
            let goes_on = run.x0 > end.x - 2.0 && run.y < end.y;
            end.page != run.page || apart > if goes_on { 0.7 } else { 0.45 }
        });
        if new_line {
            self.break_line(words, all);
            let start = self.text.len();
            self.lines.push(Line { start, page: run.page, x: run.x0, y: run.y });
        } else if self.end.is_some_and(|end| run.x0 - end.x > 0.17 * run.size.max(end.size)) {
            self.space();
        }
        self.add(run, if new_line { words.trim_start() } else { words });
    }

    /// Adds the text of another piece after this one, as its next line.
    pub fn append(&mut self, other: &Words, all: &str) {
        self.break_line(&other.text, all);
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.lines.extend(other.lines.iter().map(|l| Line { start: l.start + shift, ..*l }));
        self.right = self.right.max(other.right);
        self.vote(other.size, other.lead);
        self.bold += other.bold;
        self.letters += other.letters;
        self.end = other.end.or(self.end);
    }

    /// Marks the words that stand from byte `from` on as a list item inside a cell: "• " in place of
    /// whatever bullet they bring along, or the number that `label` is.
    pub fn mark_bullet(&mut self, from: usize, label: &str) {
        let item = self.text.get(from..).unwrap_or("").trim_start();
        let plain = lists::bullet(item).map_or(item, |m| &item[m.length..]);
        let counts = label.contains(|c: char| c.is_ascii_alphanumeric()) && label != "o";
        let space = if from == 0 || self.text[..from].ends_with(' ') { "" } else { " " };
        let marked = format!("{space}{} {plain}", if counts { label } else { "•" });
        self.text.truncate(from);
        self.text.push_str(&marked);
    }

    /// Drops the first `length` bytes, which were a list marker.
    pub fn cut(&mut self, length: usize) {
        self.text.drain(..length);
        self.lines.iter_mut().for_each(|l| l.start = l.start.saturating_sub(length));
    }

    fn add(&mut self, run: &Run, words: &str) {
        let words = if self.text.is_empty() || self.text.ends_with(' ') {
            words.trim_start()
        } else {
            words
        };
        self.text.push_str(words);
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        if run.bold {
            self.bold += letters;
        }
        self.vote(run.size, letters);
        self.right = self.right.max(run.x1);
        self.end = Some(End { page: run.page, x: run.x1, y: run.y, size: run.size });
    }

    /// Counts letters of a size: the size that most letters have stays on top.
    fn vote(&mut self, size: f32, letters: usize) {
        if (self.size - size).abs() < 0.3 {
            self.lead += letters;
        } else if letters > self.lead {
            self.size = size;
            self.lead = letters - self.lead;
        } else {
            self.lead -= letters;
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    /// Ends a line before `next`: with a space, or joining a word that was split at a hyphen.
    fn break_line(&mut self, next: &str, all: &str) {
        let line = self.text.trim_end();
        let Some(stem) = line.strip_suffix(['-', '\u{2010}', '\u{2011}', '\u{ad}']) else {
            self.space();
            return;
        };
        let before = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let after = next.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let suspended = matches!(after, "and" | "or" | "to");
        if after.is_empty() || suspended || !stem.ends_with(char::is_alphanumeric) {
            self.space();
            return;
        }
        let compound = stem[..stem.len() - before.len()].ends_with('-');
        let broken = line.ends_with('\u{ad}')
            || (before.len() > 1
                && !compound
                && has_word(all, &format!("{before}{after}"))
                && !all.contains(&format!("{before}-{after}")));
        let keep = if broken { stem.len() } else { line.len() };
        self.text.truncate(keep);
    }

    /// Whether a run is the raised number of a footnote.
    fn is_note_mark(&self, run: &Run, words: &str) -> bool {
        let Some(end) = self.end else {
            return false;
        };
        let raised = end.y - run.y;
        run.page == end.page
            && run.size < 0.8 * end.size
            && raised > 0.15 * end.size
            && raised < 0.8 * end.size
            && words.chars().all(|c| c.is_ascii_digit() || " ,*†‡".contains(c))
    }
}

/// Whether a text has a word, whole.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(char::is_alphabetic)
            && !text[at + word.len()..].starts_with(char::is_alphabetic)
    })
}
