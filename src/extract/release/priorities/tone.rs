//! Whether a paragraph praises or finds fault, sentence by sentence.
//!
//! "However", "It was not all praise" and a shortcoming told turn the rest of their paragraph to
//! criticism; "There were positives" turns it to praise. A short sentence that only announces turns
//! the paragraph after it where it ends its own.

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::priorities::bearing::Ear;
use crate::extract::release::trace::Reason;
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

/// How readily each sentence is heard, or why not at all. `firm` says which told a
/// shortcoming by their own words: what stands beside these finds fault as well.
pub fn ears(page: &Page, told: &[&Sentence], firm: &[bool]) -> Vec<Result<Ear, Reason>> {
    let mut tone = Tone::Plain;
    let (mut block, mut announced) = (usize::MAX, None);
    let mut ears = Vec::with_capacity(told.len());
    for (index, sentence) in told.iter().enumerate() {
        let after_fault = index > 0 && firm[index - 1];
        let announcement: Option<Tone> = announced.take();
        if sentence.block != block {
            let runs_on = after_fault && sentence.block <= block.saturating_add(1);
            tone = announcement.unwrap_or(if runs_on { Tone::Critical } else { Tone::Plain });
        }
        block = sentence.block;
        if let Some(turned) = turn(page, sentence) {
            tone = turned;
            if distance(page, sentence.start, sentence.end) <= ANNOUNCEMENT {
                announced = Some(turned);
                ears.push(Err("it only announces what follows"));
                continue;
            }
        }
        let before_fault = firm.get(index + 1) == Some(&true) && told[index + 1].block == block;
        if opens_turn(page, sentence) || firm[index] {
            tone = Tone::Critical;
        }
        ears.push(match tone {
            Tone::Plain if !before_fault => Ok(Ear::Firm),
            Tone::Plain | Tone::Critical => Ok(Ear::Soft),
            Tone::Praising => Err("its paragraph praises"),
        });
    }
    ears
}

fn turn(page: &Page, sentence: &Sentence) -> Option<Tone> {
    let turn = page.in_sentence(sentence, Kind::Turn).next()?;
    Some(if turn.means == "praise" { Tone::Praising } else { Tone::Critical })
}

/// "However, ...", "But ...": what follows praise is criticism.
pub fn opens_turn(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let turns = ["however", "but ", "nor ", "yet "];
    turns.iter().any(|t| words.trim_start_matches('"').starts_with(t))
}
