//! Whether a paragraph praises or finds fault, sentence by sentence.
//!
//! "However", "It was not all praise" and a shortcoming told turn the rest of their paragraph to
//! criticism; "There were positives" turns it to praise. A short sentence that only announces turns
//! the paragraph after it where it ends its own.

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::priorities::bearing::Ear;
use crate::knowledge::lexicon::Kind;

/// A sentence of more words than these tells something besides the turn.
const ANNOUNCEMENT: usize = 9;

/// How a paragraph sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing says.
    Plain,
    /// It finds fault.
    Critical,
    /// It praises.
    Praising,
}

/// The tone as a release is read on.
#[derive(Debug)]
pub struct Tones {
    block: usize,
    tone: Tone,
    /// What was announced right before.
    announced: Option<Tone>,
}

impl Tones {
    /// Before the first sentence.
    pub fn new() -> Self {
        Self { block: usize::MAX, tone: Tone::Plain, announced: None }
    }

    /// How readily a sentence, the next one, is heard; none where it is heard not at all.
    pub fn hear(&mut self, page: &Page, sentence: &Sentence) -> Option<Ear> {
        let announced = self.announced.take();
        if sentence.block != self.block {
            self.block = sentence.block;
            self.tone = announced.unwrap_or(Tone::Plain);
        }
        if let Some(tone) = turn(page, sentence) {
            self.tone = tone;
            if distance(page, sentence.start, sentence.end) <= ANNOUNCEMENT {
                self.announced = Some(tone);
                return None;
            }
        }
        if opens_turn(page, sentence) {
            self.tone = Tone::Critical;
        }
        match self.tone {
            Tone::Plain => Some(Ear::Firm),
            Tone::Critical => Some(Ear::Soft),
            Tone::Praising => None,
        }
    }

    /// Takes note that the sentence told a shortcoming.
    pub fn told(&mut self) {
        self.tone = Tone::Critical;
    }
}

fn turn(page: &Page, sentence: &Sentence) -> Option<Tone> {
    let turn = page.in_sentence(sentence, Kind::Turn).next()?;
    Some(if turn.means == "praise" { Tone::Praising } else { Tone::Critical })
}

/// "However, ...", "But ...": what follows praise is criticism.
fn opens_turn(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let turns = ["however", "but ", "nor ", "yet "];
    turns.iter().any(|t| words.trim_start_matches('"').starts_with(t))
}
