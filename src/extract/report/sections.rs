//! Where the lists of what must improve begin and end.
//!
//! In:  the blocks of the body and the shape's headings.
//! Out: for each list, the blocks between its heading and what closes it.
//! Headings are known by their words, whatever kind of block the format made of them.

use crate::knowledge::pattern::Whole;
use crate::knowledge::reports::{Section, Shape};
use crate::model::text::{Block, BlockKind, Text};

/// Longest heading in bytes: longer blocks are sentences that happen to begin like one.
const LONGEST_HEADING: usize = 140;

/// Marks of list entries, for formats that leave them in the words; some are symbol fonts' own.
pub const BULLETS: [char; 9] = ['•', '◼', '■', '▪', '●', '◾', '\u{f0b7}', '\u{f0a7}', '\u{f06e}'];

/// One list: the section it belongs to, its heading, and the blocks up to what closes it.
#[derive(Debug)]
pub struct List<'a> {
    /// The section.
    pub section: &'a Section,
    /// Its heading.
    pub heading: &'a Block,
    /// What stands under the heading.
    pub blocks: &'a [&'a Block],
    /// Whether that may be items.
    pub filled: bool,
}

impl List<'_> {
    /// Whether it says that there is nothing to list.
    pub fn says_nothing(&self, text: &Text) -> bool {
        let nothing = |words: &str| self.section.nothing.iter().any(|says| says.is_in(words));
        self.blocks.iter().any(|block| nothing(text.slice(block.span)))
    }
}

/// Finds all lists, in order; those under whose heading nothing can be read are among them.
pub fn lists<'a>(shape: &'a Shape, text: &'a Text, body: &'a [&'a Block]) -> Vec<List<'a>> {
    let mut lists: Vec<List> = Vec::new();
    let mut at = 0;
    while at < body.len() {
        let words = heading_words(text, body[at]);
        if lists.iter().any(|list| list.filled) && shape.ends.iter().any(|end| covers(end, words)) {
            break;
        }
        let heading = body[at];
        let opened = opened(shape, text, &body[at..]);
        at += 1;
        let Some((section, lines)) = opened else { continue };
        at += lines - 1;
        let end = at + length(shape, section, text, &body[at..], heading);
        let blocks = &body[at..end];
        let filled =
            blocks.iter().any(|b| listed(text, b)) || (section.prose && !blocks.is_empty());
        let again = |l: &List| l.filled && std::ptr::eq(l.section, section);
        if !section.first_only || !lists.iter().any(again) {
            lists.push(List { section, heading, blocks, filled });
        }
        at = end;
    }
    lists
}

/// The section that the first of these blocks opens, and how many blocks its heading runs over: a
/// format may hold the lines of a heading as two, of which the second begins in lower case.
fn opened<'a>(shape: &'a Shape, text: &Text, rest: &[&Block]) -> Option<(&'a Section, usize)> {
    let words = heading_words(text, rest.first()?);
    if words.is_empty() {
        return None;
    }
    let opens =
        |words: &str| shape.sections.iter().find(|s| s.heading.iter().any(|h| covers(h, words)));
    let next = rest.get(1).map_or("", |next| heading_words(text, next));
    let line = |b: &&Block| matches!(b.kind, BlockKind::Heading { .. } | BlockKind::Paragraph);
    let whole = format!("{words} {next}");
    let runs_on = next.starts_with(char::is_lowercase)
        && rest.iter().take(2).all(line)
        && !text.slice(rest[1].span).ends_with(['.', ':', ';', ','])
        && whole.len() <= LONGEST_HEADING;
    let joined = opens(&whole).filter(|_| runs_on).map(|section| (section, 2));
    joined.or_else(|| opens(words).map(|section| (section, 1)))
}

/// How many blocks belong to the list that `section` opened before `rest`.
fn length(shape: &Shape, section: &Section, text: &Text, rest: &[&Block], opener: &Block) -> usize {
    // A heading right below the list's own divides the list, and so do all of its kind.
    let first = rest.first().and_then(|b| level(b)).filter(|sub| level(opener) < Some(*sub));
    let mut bulleted = None;
    for (at, block) in rest.iter().enumerate() {
        // Numbered paragraphs behind a bulleted list are the findings.
        let findings = bulleted == Some(true) && !section.subheadings && is_item(block, true);
        if findings || closes(shape, text, block) {
            return at;
        }
        bulleted = bulleted.or(is_item(block, false).then_some(true));
        bulleted = bulleted.or(is_item(block, true).then_some(false));
        let Some(own) = level(block) else { continue };
        let outer = level(opener).is_some_and(|level| own < level);
        let next = rest.get(at + 1);
        let prose = |b: &&Block| section.prose && b.kind == BlockKind::Paragraph;
        let leads = next.is_some_and(|next| leads_on(text, next));
        let divides = section.subheadings && leads
            || first == Some(own) && (leads || next.is_some_and(prose));
        if outer || !divides {
            return at;
        }
    }
    rest.len()
}

fn level(block: &Block) -> Option<u8> {
    if let BlockKind::Heading { level } = block.kind { Some(level) } else { None }
}

fn closes(shape: &Shape, text: &Text, block: &Block) -> bool {
    let words = heading_words(text, block);
    let heading = |wholes: &[Whole]| wholes.iter().any(|whole| covers(whole, words));
    heading(&shape.closing)
        || heading(&shape.ends)
        || shape.sections.iter().any(|s| heading(&s.heading))
        || shape.closing_words.iter().any(|words| words.is_in(text.slice(block.span)))
}

/// Whether a list goes on behind a subheading that this block follows.
fn leads_on(text: &Text, next: &Block) -> bool {
    listed(text, next) || matches!(next.kind, BlockKind::Heading { .. })
}

fn is_item(block: &Block, with_number: bool) -> bool {
    matches!(block.kind, BlockKind::Item { numbered, .. } if numbered == with_number)
}

/// Whether the block is an item or a cell of a list, also where only its bullet shows it.
pub fn listed(text: &Text, block: &Block) -> bool {
    matches!(block.kind, BlockKind::Item { .. } | BlockKind::Cell { .. })
        || (block.kind == BlockKind::Paragraph && text.slice(block.span).starts_with(BULLETS))
}

/// Whether the words are a heading's.
pub fn is_heading(wholes: &[Whole], text: &Text, block: &Block) -> bool {
    let words = heading_words(text, block);
    wholes.iter().any(|whole| covers(whole, words))
}

fn covers(whole: &Whole, words: &str) -> bool {
    !words.is_empty() && whole.covers(words)
}

/// A block's words as a heading: without number, footnote mark and closing punctuation; empty
/// where the block is an item or too long for one.
fn heading_words<'t>(text: &'t Text, block: &Block) -> &'t str {
    let words = text.slice(block.span);
    if words.len() > LONGEST_HEADING || matches!(block.kind, BlockKind::Item { .. }) {
        return "";
    }
    let numbering = |c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.' || c == ')';
    let words = if words.starts_with(|c: char| c.is_ascii_digit()) {
        words.trim_start_matches(numbering)
    } else {
        words
    };
    let footnote = |c: char| c.is_ascii_digit() || c.is_whitespace() || "?:.!¹²³⁴".contains(c);
    words.trim_end_matches(footnote).trim()
}
