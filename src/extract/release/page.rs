//! A release made ready for reading: folded, cut into sentences, with its hits, areas and dates.
//!
//! Headings, list items and cells are sentences of their own; running prose is cut at full stops.
//! Each sentence knows its voice: the release's own, or a person's quotation, which may repeat a
//! result but never establishes one against the release's own words.

use std::cell::OnceCell;

use crate::extract::area::{self, Mention};
use crate::extract::dates::{self, Dated, Yearless};
use crate::extract::furniture;
use crate::extract::release::folded::Folded;
use crate::extract::release::places::{Hits, OfEach, Words};
use crate::extract::release::priorities::{Announced, Zone};
use crate::extract::release::{lines, masthead, rows, voice};
use crate::knowledge::lexicon::{self, Found, Hit, Kind, Kinds};
use crate::knowledge::{Knowledge, Lexicon};
use crate::model::text::{BlockKind, Span, Text};

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The release, or an inspectorate that it quotes.
    Release,
    /// A councillor, director, parent or other person.
    Person,
}

/// What a sentence is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The title, or the first words where there is no title.
    Title,
    /// A heading, or a short line without a full stop.
    Heading,
    /// A list item.
    Item,
    /// A table cell.
    Cell,
    /// Prose.
    Prose,
}

/// One sentence; offsets are of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Index of its block in the text.
    pub block: usize,
    /// What it is on the page.
    pub role: Role,
    /// Who speaks.
    pub voice: Voice,
    /// Kinds of the wordings that begin in it.
    pub kinds: Kinds,
}

/// The release and all that was found in it.
#[derive(Debug)]
pub struct Page<'a> {
    /// The text itself.
    pub text: &'a Text,
    /// What is known.
    pub knowledge: &'a Knowledge,
    /// Its folding.
    pub folded: Folded,
    /// Sentences in order, furniture left out.
    pub sentences: Vec<Sentence>,
    /// Wordings found, by start.
    pub hits: Hits<'a>,
    /// Those that are too common to be hits.
    looked_up: Hits<'a>,
    each_word: Words,
    /// What headings make of each sentence, once somebody asked.
    pub zones: OnceCell<Vec<Zone>>,
    /// What each sentence announces.
    pub announced: OfEach<Option<Announced>>,
    /// The latest year in figures, once somebody asked.
    pub latest_in_figures: OnceCell<Option<i16>>,
    /// Areas mentioned, in order; spans of the original text.
    pub mentions: Vec<Mention>,
    /// Dates with a year, in order; spans of the original text.
    pub dates: Vec<Dated>,
    /// Dates without one.
    pub yearless: Vec<Yearless>,
}

impl<'a> Page<'a> {
    /// Prepares `text`.
    pub fn new(text: &'a Text, knowledge: &'a Knowledge) -> Self {
        let folded = Folded::new(&text.content);
        let Found { mut hits, looked_up } = knowledge.lexicon.found(&folded.text);
        hits.retain(|h| folded.is_meant(text, h));
        let hits = Hits::new(hits, folded.text.len());
        let mentions = area::mentions(&text.content, knowledge);
        let sentences = sentences(text, &folded, &hits, &mentions, &knowledge.lexicon);
        let dates = dates::dates(&text.content);
        Self {
            text,
            knowledge,
            hits,
            looked_up: Hits::new(looked_up, folded.text.len()),
            each_word: Words::new(&folded.text),
            zones: OnceCell::new(),
            announced: OfEach::new(sentences.len()),
            latest_in_figures: OnceCell::new(),
            sentences,
            mentions,
            yearless: dates::yearless(&text.content, &dates),
            dates,
            folded,
        }
    }

    /// Hits inside a range of the folded text.
    pub fn hits_in(&self, start: usize, end: usize) -> impl DoubleEndedIterator<Item = &Hit<'a>> {
        self.hits.beginning(start, end).iter().filter(move |h| h.end <= end)
    }

    /// Whether a wording of a kind stands before a place.
    pub fn told_before(&self, at: usize, kind: Kind) -> bool {
        self.hits.first(kind).is_some_and(|h| h.end <= at)
    }

    /// Hits of one kind inside a sentence.
    pub fn in_sentence(
        &self,
        s: &Sentence,
        kind: Kind,
    ) -> impl DoubleEndedIterator<Item = &Hit<'a>> {
        let end = if s.kinds.has(kind) { s.end } else { s.start };
        self.hits_in(s.start, end).filter(move |h| h.kind == kind)
    }

    /// Whether a sentence has a hit of the kind.
    pub fn has(&self, s: &Sentence, kind: Kind) -> bool {
        self.in_sentence(s, kind).next().is_some()
    }

    /// The folded words of a range; none where it is empty, as between wordings that overlap.
    pub fn words(&self, start: usize, end: usize) -> &str {
        self.folded.text.get(start..end).unwrap_or_default()
    }

    /// How many words a range has, marks not counted.
    pub fn count(&self, start: usize, end: usize) -> usize {
        self.each_word.count(&self.folded.text, start, end)
    }

    /// The words of a range, without marks around them, and where each begins.
    pub fn each_word(
        &self,
        start: usize,
        end: usize,
    ) -> impl DoubleEndedIterator<Item = (usize, &str)> {
        self.each_word.within(&self.folded.text, start, end)
    }

    /// The length of the longest wording of a kind that is looked up only, and with which a range
    /// begins.
    pub fn begins(&self, kind: Kind, start: usize, end: usize) -> Option<usize> {
        let edge = |at| lexicon::is_edge(&self.folded.text, at);
        // A word that is cut is another one.
        if !edge(start) || !edge(end) {
            return self.knowledge.lexicon.starts(kind, self.words(start, end));
        }
        self.beginning(kind, start, end).map(|h| h.end - h.start)
    }

    /// The longest wording of a kind that is looked up only, and with which a range of whole words
    /// begins.
    pub fn beginning(&self, kind: Kind, start: usize, end: usize) -> Option<&Hit<'a>> {
        let mut here = self.looked_up.beginning(start, start + 1).iter();
        here.rfind(|h| h.kind == kind && h.end <= end)
    }

    /// The original words of a sentence.
    pub fn span(&self, s: &Sentence) -> Span {
        self.folded.original(s.start, s.end)
    }

    /// Areas mentioned in a sentence.
    pub fn mentions_in(&self, s: &Sentence) -> impl Iterator<Item = &Mention> {
        let span = self.span(s);
        let first = self.mentions.partition_point(|m| m.span.start < span.start);
        let inside = self.mentions[first..].iter().take_while(move |m| m.span.start < span.end);
        inside.filter(move |m| span.contains(m.span))
    }

    /// Who speaks in the sentence of an index.
    pub fn voice_of(&self, index: usize) -> Voice {
        self.sentences[index].voice
    }

    /// The sentence that a place of the folded text lies in.
    pub fn sentence_at(&self, at: usize) -> Option<(usize, &Sentence)> {
        let index = self.sentences.partition_point(|s| s.end <= at);
        self.sentences.get(index).filter(|s| s.start <= at).map(|s| (index, s))
    }
}

fn sentences(
    text: &Text,
    folded: &Folded,
    hits: &Hits,
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut quotes = voice::Quotes::default();
    let (mut titled, mut listing) = (false, false);
    let (mut row_end, mut lines_end) = (0, 0);
    let counters = lines::counters(text, folded);
    let ends = rows::cards(text, folded, hits);
    let first = masthead::end(text, folded, hits, mentions);
    for (index, block) in text.blocks.iter().enumerate().skip(first) {
        if matches!(block.kind, BlockKind::Furniture | BlockKind::Caption) {
            continue;
        }
        if index < row_end {
            continue;
        }
        row_end = ends.get(&index).copied().unwrap_or_else(|| rows::row(text, index));
        let last = text.blocks[row_end - 1].span.end;
        let (start, end) = (folded.of_original(block.span.start), folded.of_original(last));
        // What a line counts itself by is no part of it.
        let start = start + counters[index];
        let words = &folded.text[start..end];
        if furniture::opens(words, lexicon) {
            continue;
        }
        let mut role = role(block.kind, words, &mut titled);
        if ends.contains_key(&index) {
            role = Role::Cell;
        }
        if role == Role::Item && is_numbered_heading(text, index) {
            role = Role::Heading;
        }
        if index < lines_end || counters[index] > 0 {
            role = Role::Item;
        } else if role == Role::Heading || words.ends_with(['?', ':']) {
            lines_end = lines::end(text, folded, hits, index);
        }
        // A list whose marks were lost or are letters: small letters or counters after a colon.
        let small = text.slice(block.span).starts_with(|c: char| c.is_lowercase() || c == '>')
            || lines::is_counted(words);
        listing = match role {
            Role::Prose | Role::Heading | Role::Item if small && listing => {
                role = Role::Item;
                true
            }
            _ => words.trim_end().ends_with(':') || lines::breaks_off(words),
        };
        let voices =
            quotes.block(folded, start, end, hits, block.kind == BlockKind::Quotation, lexicon);
        let cuts = if role == Role::Prose || role == Role::Item {
            cuts(text, folded, start, end)
        } else {
            vec![(start, end)]
        };
        for (start, end) in cuts {
            let kinds: Kinds = hits.beginning(start, end).iter().map(|h| h.kind).collect();
            let voice = voices.of(start, end);
            found.push(Sentence { start, end, block: index, role, voice, kinds });
        }
    }
    voice::own_speech(&mut found);
    found
}

/// "3. Findings": a numbered line of few words before a paragraph heads it.
fn is_numbered_heading(text: &Text, index: usize) -> bool {
    let block = &text.blocks[index];
    let words = text.slice(block.span);
    let prose = text.blocks.get(index + 1).is_some_and(|b| b.kind == BlockKind::Paragraph);
    let alone =
        !matches!(index.checked_sub(1).map(|i| text.blocks[i].kind), Some(BlockKind::Item { .. }));
    matches!(block.kind, BlockKind::Item { numbered: true, .. })
        && (prose && alone)
        && words.split_whitespace().count() <= 6
        && words.starts_with(char::is_uppercase)
        && !words.ends_with(['.', ';', ',', ':'])
}

fn role(kind: BlockKind, words: &str, titled: &mut bool) -> Role {
    let first = !std::mem::replace(titled, true);
    match kind {
        BlockKind::Heading { level: 1 } => Role::Title,
        BlockKind::Heading { .. } if first => Role::Title,
        BlockKind::Heading { .. } => Role::Heading,
        BlockKind::Item { .. } => Role::Item,
        BlockKind::Cell { .. } => Role::Cell,
        _ if words.len() <= 120 && !words.ends_with(['.', '!', '?', '"', '\'', ';', ',']) => {
            if first {
                Role::Title
            } else {
                Role::Heading
            }
        }
        _ => Role::Prose,
    }
}

/// Cuts prose after a full stop, question or exclamation mark that a capital, digit or quotation
/// mark follows; not after titles and initials.
fn cuts(text: &Text, folded: &Folded, start: usize, end: usize) -> Vec<(usize, usize)> {
    let words = &folded.text[start..end];
    let bytes = words.as_bytes();
    let mut cuts = Vec::new();
    let mut from = 0;
    for (at, c) in words.char_indices() {
        if !matches!(c, '.' | '!' | '?') || at < from {
            continue;
        }
        let mut next = at + 1;
        while bytes.get(next).is_some_and(|b| matches!(b, b'"' | b'\'' | b')')) {
            next += 1;
        }
        if bytes.get(next) != Some(&b' ') || is_abbreviation(&words[from..at]) {
            continue;
        }
        let origin = folded.original(start + next + 1, end).start;
        let opens = text.content[origin..].chars().next();
        if opens.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "\"'“‘£•".contains(c))
        {
            cuts.push((start + from, start + next));
            from = next + 1;
        }
    }
    if from < words.len() {
        cuts.push((start + from, end));
    }
    cuts
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    matches!(
        word,
        "cllr"
            | "mr"
            | "mrs"
            | "ms"
            | "dr"
            | "st"
            | "prof"
            | "rev"
            | "no"
            | "e.g"
            | "i.e"
            | "etc"
            | "coun"
    ) || (word.len() == 1 && word != "i" && !word.starts_with(|c: char| c.is_ascii_digit()))
}
