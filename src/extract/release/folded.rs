//! Text folded for matching: ASCII lower case, straight quotes and apostrophes, plain hyphens.
//!
//! Invariant: every byte of the folded text knows the byte of the original it came from, so that
//! whatever is found in it proves itself by exact words of the original.

use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::{Span, Text};

/// A folded text and where each byte came from.
#[derive(Debug)]
pub struct Folded {
    /// The folded words.
    pub text: String,
    origin: Vec<usize>,
}

impl Folded {
    /// Folds `content`.
    pub fn new(content: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(content.len()),
            origin: Vec::with_capacity(content.len() + 1),
        };
        for (at, c) in content.char_indices() {
            if c.is_ascii() {
                folded.text.push(c.to_ascii_lowercase());
                folded.origin.push(at);
                continue;
            }
            if c == '—' {
                folded.dash(at, content[at + c.len_utf8()..].starts_with(char::is_whitespace));
                continue;
            }
            let before = folded.text.len();
            folded.text.push(plain(c));
            // A multi-byte character that stays: each of its bytes has its own origin.
            folded.origin.extend((0..folded.text.len() - before).map(|i| at + i));
        }
        folded.origin.push(content.len());
        folded
    }

    /// An em dash, which some set without spaces, parts words as a spaced one does.
    fn dash(&mut self, at: usize, spaced: bool) {
        let before =
            if self.text.ends_with([' ', '\n']) || self.text.is_empty() { "" } else { " " };
        let after = if spaced { "" } else { " " };
        for part in [before, "-", after] {
            self.text.push_str(part);
            self.origin.extend(part.bytes().map(|_| at));
        }
    }

    /// Whether words that are also everyday ones are meant: "SEND" and, within a sentence, "Send" are a
    /// programme, "to send" is not; "earlier this spring" is of now.
    pub fn is_meant(&self, text: &Text, hit: &Hit) -> bool {
        let original = || self.original(hit.start, hit.end).of(&text.content);
        match (hit.kind, &self.text[hit.start..hit.end]) {
            (Kind::Programme, "send") => {
                let before = self.text[..hit.start].trim_end_matches(' ');
                let inside = before.ends_with(|c: char| c.is_alphanumeric() || c == ',');
                original() == "SEND" || inside && original() == "Send"
            }
            (Kind::Earlier, words) if words.ends_with("earlier") => {
                !self.text[hit.end..].starts_with(" this ")
            }
            _ => true,
        }
    }

    /// The bytes of the original that a range of the folded text came from.
    pub fn original(&self, start: usize, end: usize) -> Span {
        Span { start: self.origin[start], end: self.origin[end] }
    }

    /// The first byte of the folded text that came from `at` or later.
    pub fn of_original(&self, at: usize) -> usize {
        self.origin.partition_point(|&origin| origin < at).min(self.text.len())
    }
}

/// Folds words whose places do not matter.
pub fn fold(words: &str) -> String {
    words.chars().map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '″' | '«' | '»' => '"',
        '–' | '—' | '−' | '‑' | '‐' | '‒' => '-',
        '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        c => c.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_folded_proves_itself_by_the_original() {
        let text = "A café’s “Good” – rating";
        let folded = Folded::new(text);
        assert_eq!(folded.text, "a café's \"good\" - rating");
        let at = folded.text.find("good").expect("folded");
        let span = folded.original(at, at + 4);
        assert_eq!(span.of(text), "Good");
        assert_eq!(folded.of_original(span.start), at);
        assert_eq!(folded.original(0, folded.text.len()).of(text), text);
    }

    #[test]
    fn an_em_dash_parts_words_with_spaces_or_without() {
        for text in ["Care—Good", "Care — Good", "Care —Good", "Care— Good"] {
            let folded = Folded::new(text);
            assert_eq!(folded.text, "care - good", "{text}");
            assert_eq!(folded.original(7, 11).of(text), "Good", "{text}");
            assert_eq!(folded.original(0, 4).of(text), "Care", "{text}");
        }
    }
}
