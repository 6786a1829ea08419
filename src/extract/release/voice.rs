//! Who speaks in a release: quotations of persons, kept apart from the release's own words.
//!
//! Double quotes open and close; a paragraph that opens a quotation without closing it carries it
//! into the next one that opens again, as papers print. A run of fewer than six quoted words is the
//! release's own stress or a quotation from the report. Words quoted from an inspectorate are the
//! release's own. "X said: We are ..." without quotes is a person's, too.

use crate::extract::release::folded::Folded;
use crate::extract::release::page::{Role, Sentence, Voice};
use crate::extract::release::places::Hits;
use crate::knowledge::Lexicon;
use crate::knowledge::lexicon::{Hit, Kind};

/// Quotation state from block to block.
#[derive(Debug, Default)]
pub struct Quotes {
    open: bool,
    inspectorate: bool,
}

/// The persons' quotations of one block, as ranges of the folded text.
#[derive(Debug)]
pub struct Voices(Vec<(usize, usize)>);

const SHORT: usize = 6;

impl Voices {
    /// The voice of a range: a person's where most of it is quoted.
    pub fn of(&self, start: usize, end: usize) -> Voice {
        let quoted: usize =
            self.0.iter().map(|&(s, e)| e.min(end).saturating_sub(s.max(start))).sum();
        if quoted * 2 > end - start { Voice::Person } else { Voice::Release }
    }
}

impl Quotes {
    /// Finds the persons' quotations of the next block.
    pub fn block(
        &mut self,
        folded: &Folded,
        start: usize,
        end: usize,
        hits: &Hits,
        set_apart: bool,
        lexicon: &Lexicon,
    ) -> Voices {
        let words = &folded.text[start..end];
        let speaks_inspectorate = inspectorate_speaks(words, start, end, hits);
        if speaks_inspectorate || has_speaker(start, end, hits) {
            self.inspectorate = speaks_inspectorate;
        }
        let mut ranges = Vec::new();
        // A carried quotation goes on only where the paragraph opens with a mark or closes one.
        let carried = self.open && (words.starts_with('"') || words.contains('"'));
        let mut open = carried.then_some(start);
        for (at, _) in words.match_indices('"') {
            match open {
                Some(from) if !(at == 0 && carried) => {
                    ranges.push((from, start + at + 1));
                    open = None;
                }
                Some(_) => {}
                None => open = Some(start + at),
            }
        }
        self.open = open.is_some();
        ranges.extend(open.map(|from| (from, end)));
        ranges.retain(|&(s, e)| folded.text[s..e].split(' ').count() >= SHORT);
        ranges.retain(|&(s, e)| !cites(&folded.text, (start, end), (s, e), hits, lexicon));
        if set_apart {
            ranges = vec![(start, end)];
        }
        if ranges.is_empty() {
            ranges.extend(unmarked(words, lexicon).map(|at| (start + at, end)));
        }
        if self.inspectorate {
            ranges.clear();
        }
        Voices(ranges)
    }
}

/// Whether an inspectorate or its report is the one who says what is quoted.
fn inspectorate_speaks(words: &str, start: usize, end: usize, hits: &Hits) -> bool {
    let person = has_speaker(start, end, hits);
    words.contains('"')
        && !person
        && hits.beginning(start, end).iter().any(|h| h.kind == Kind::Finding && h.end <= end)
}

/// Whether a sentence quotes what its own words go on from: what an inspectorate says, or a few
/// words that nobody is named for.
fn cites(
    text: &str,
    block: (usize, usize),
    quote: (usize, usize),
    hits: &Hits,
    lexicon: &Lexicon,
) -> bool {
    let before = &text[block.0..quote.0];
    let from = block.0 + before.rfind(['.', '?', '!', '"']).map_or(0, |at| at + 1);
    let tail = &text[quote.1..block.1];
    let to = quote.1 + tail.find(['.', '?', '!', '"']).unwrap_or(tail.len());
    let within =
        |h: &&Hit| (from <= h.start && h.end <= quote.0) || (quote.1 <= h.start && h.end <= to);
    let near = hits.beginning(from, to);
    let has = |kind| near.iter().filter(within).any(|h| h.kind == kind);
    let lead = text[from..quote.0].trim();
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_ascii_alphabetic()).to_owned();
    let says = |w: &str| lexicon.is(Kind::Saying, &bare(w));
    let said = || lead.split(' ').chain(text[quote.1..to].split(' ')).any(says);
    // "The report is blunt: ...".
    let author = |h: &&Hit| matches!(h.kind, Kind::Author | Kind::Inspectorate) && h.end <= quote.0;
    let announced =
        lead.ends_with(':') && hits.beginning(from, from + 3).iter().any(|h| author(&h));
    let inside = !lead.is_empty() && !lead.ends_with([':', ',']);
    !has(Kind::Speaker) && (has(Kind::Finding) || announced || inside && !said())
}

/// A release that is one person's words from end to end tells its news in them.
pub fn own_speech(sentences: &mut [Sentence]) {
    let prose = || sentences.iter().filter(|s| s.role == Role::Prose);
    let speech = prose().count() >= 4 && prose().all(|s| s.voice == Voice::Person);
    if speech {
        for sentence in sentences {
            sentence.voice = Voice::Release;
        }
    }
}

fn has_speaker(start: usize, end: usize, hits: &Hits) -> bool {
    hits.beginning(start, end).iter().any(|h| h.kind == Kind::Speaker && h.end <= end)
}

/// "... said: We are" where the marks were lost: the place where the person begins.
fn unmarked(words: &str, lexicon: &Lexicon) -> Option<usize> {
    let mut colons = words.match_indices(": ").map(|(at, mark)| (&words[..at], at + mark.len()));
    let said =
        |before: &str| lexicon.is(Kind::Saying, before.rsplit(' ').next().unwrap_or_default());
    let (_, at) = colons.find(|(before, _)| said(before))?;
    Some(at).filter(|at| words.len() - at > 30)
}
