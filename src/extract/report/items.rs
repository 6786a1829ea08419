//! The items of a list of what must improve, whole and as printed.
//!
//! In:  the blocks under a heading. Out: one entry per item, with every block it runs over.
//! Handles what reports do: items that go on in another block, items with sub-items, bullets under
//! numbered headings, tables with a column for who must act, and lists that are plain paragraphs.

use std::collections::{BTreeMap, BTreeSet};

use super::sections::{BULLETS, List, is_heading, listed};
use crate::model::reading::ImprovementArea;
use crate::model::text::{Block, BlockKind, Span, Text};

/// Longest heading of a group of entries, in words.
const LONGEST_GROUP: usize = 16;

/// An item in the making.
#[derive(Debug)]
struct Draft {
    spans: Vec<Span>,
    /// Number of leading spans that are the item itself; the rest are sub-items.
    own: usize,
    depth: u8,
    numbered: bool,
    page: u32,
    responsible: Option<String>,
}

impl Draft {
    fn new(span: Span, depth: u8, numbered: bool) -> Self {
        Self { spans: vec![span], own: 1, depth, numbered, page: 0, responsible: None }
    }

    fn own_words<'t>(&self, text: &'t Text) -> &'t str {
        self.spans[..self.own].last().map_or("", |span| text.slice(*span))
    }
}

/// Reads the items of a list.
pub fn items(list: &List, text: &Text, body: &[&Block]) -> Vec<ImprovementArea> {
    let cell = |b: &&Block| matches!(b.kind, BlockKind::Cell { .. });
    let drafts = if list.blocks.iter().any(cell) {
        table(list, text, body)
    } else if list.blocks.iter().any(|b| listed(text, b)) {
        bullets(list, list.blocks, text)
    } else {
        paragraphs(list, list.blocks, text)
    };
    let nothing = |d: &Draft| list.section.nothing.iter().any(|p| p.is_in(d.own_words(text)));
    let worded = |d: &Draft| d.own_words(text).contains(char::is_alphabetic);
    drafts
        .into_iter()
        .filter(|d| worded(d) && !nothing(d))
        .map(|d| finished(d, list, text))
        .collect()
}

fn finished(draft: Draft, list: &List, text: &Text) -> ImprovementArea {
    let mut words = String::new();
    for (n, span) in draft.spans.iter().enumerate() {
        if n > 0 {
            words.push_str(if n < draft.own { " " } else { " • " });
        }
        words.push_str(text.slice(*span));
    }
    ImprovementArea {
        kind: list.section.kind,
        text: words,
        responsible: draft.responsible,
        evidence: draft.spans.iter().map(|span| text.evidence(*span)).collect(),
    }
}

/// Reads a bulleted or numbered list, each part between subheadings by itself; one of them may be
/// plain paragraphs.
fn bullets(list: &List, blocks: &[&Block], text: &Text) -> Vec<Draft> {
    let parts = blocks.split(|b| matches!(b.kind, BlockKind::Heading { .. }));
    let read = |(at, part): (usize, &[&Block])| match part.iter().any(|b| listed(text, b)) {
        false if at > 0 => paragraphs(list, part, text),
        _ => nested(entries(part, text), text),
    };
    parts.enumerate().flat_map(read).collect()
}

/// Takes the items one by one; a paragraph that goes on an item belongs to it.
fn entries(blocks: &[&Block], text: &Text) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for block in blocks {
        match (block.kind, drafts.last_mut()) {
            (BlockKind::Item { numbered: false, .. }, Some(item)) if broken(item, block, text) => {
                item.spans.push(block.span);
                item.own += 1;
            }
            (BlockKind::Item { depth, numbered }, _) => {
                let draft = Draft::new(unmarked(block, text), depth, numbered);
                drafts.push(Draft { page: block.page, ..draft });
            }
            (BlockKind::Paragraph, _) if listed(text, block) => {
                let draft = Draft::new(unmarked(block, text), 0, false);
                drafts.push(Draft { page: block.page, ..draft });
            }
            (BlockKind::Paragraph, Some(item)) if goes_on(item, block, text) => {
                item.spans.push(block.span);
                item.own += 1;
            }
            _ => {}
        }
    }
    drafts
}

/// Whether a paragraph is the rest of the item before it.
fn goes_on(item: &Draft, block: &Block, text: &Text) -> bool {
    let open = !item.own_words(text).ends_with(['.', ';', '!', '?', ':']);
    open && text.slice(block.span).starts_with(char::is_lowercase)
}

/// Whether an entry is the rest of the item before it, which a page break cut: it begins in lower
/// case, as the item did not, and the item has no end.
fn broken(item: &Draft, block: &Block, text: &Text) -> bool {
    let low = item.spans.first().is_some_and(|s| text.slice(*s).starts_with(char::is_lowercase));
    block.page > item.page && !low && goes_on(item, block, text)
}

/// The words of an entry without the mark that a format may have left in them.
fn unmarked(block: &Block, text: &Text) -> Span {
    let words = text.slice(block.span);
    let rest = words.trim_start_matches(BULLETS).trim_start();
    Span { start: block.span.end - rest.len(), end: block.span.end }
}

/// Gives entries their sub-entries: those set deeper, and bullets under numbers. A numbered or
/// outer entry that only heads a group goes, and its sub-entries are the items.
fn nested(drafts: Vec<Draft>, text: &Text) -> Vec<Draft> {
    let mut all: Vec<Draft> = Vec::new();
    let mut rest = drafts.into_iter().peekable();
    while let Some(mut parent) = rest.next() {
        let mut children = Vec::new();
        let leads = leads_in(&parent, text);
        let below = |d: &Draft| {
            d.depth > parent.depth
                || (parent.numbered && !d.numbered)
                || (leads && d.own_words(text).starts_with(char::is_lowercase))
        };
        while let Some(child) = rest.next_if(below) {
            children.push(child);
        }
        if heads(&parent, &children, text) {
            all.extend(nested(children, text));
        } else {
            parent.spans.extend(children.into_iter().flat_map(|child| child.spans));
            all.push(parent);
        }
    }
    all
}

/// Whether an entry, itself begun with a capital, ends where small letters would go on with it.
fn leads_in(parent: &Draft, text: &Text) -> bool {
    let small =
        parent.spans.first().is_some_and(|s| text.slice(*s).starts_with(char::is_lowercase));
    !small && parent.own_words(text).ends_with(':')
}

/// Whether an entry is the heading of a group: short, unfinished, above entries that begin anew.
fn heads(parent: &Draft, children: &[Draft], text: &Text) -> bool {
    let words = parent.own_words(text);
    children.first().is_some_and(|child| !child.own_words(text).starts_with(char::is_lowercase))
        && !words.ends_with(['.', ';', ':', ','])
        && words.split_whitespace().count() <= LONGEST_GROUP
}

/// Reads a list of plain paragraphs, if the section may be one; sentences that only lead in are left.
fn paragraphs(list: &List, blocks: &[&Block], text: &Text) -> Vec<Draft> {
    if !list.section.prose {
        return Vec::new();
    }
    let prose = blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
    let leads_in = |b: &&&Block| text.slice(b.span).ends_with(':');
    prose.filter(|b| !leads_in(b)).map(|b| Draft::new(b.span, 0, false)).collect()
}

/// Reads a table, of which a format may have made some rows list items. Items in lower case behind
/// a row that is left open are its sub-items.
fn table(list: &List, text: &Text, body: &[&Block]) -> Vec<Draft> {
    let cell = |b: &Block| matches!(b.kind, BlockKind::Cell { .. });
    let mut drafts: Vec<Draft> = Vec::new();
    for part in list.blocks.chunk_by(|a, b| cell(a) == cell(b)) {
        if cell(part[0]) {
            drafts.extend(rows(list, part, text, body));
            continue;
        }
        let mut items = bullets(list, part, text).into_iter().peekable();
        if let Some(row) =
            drafts.last_mut().filter(|row| !row.own_words(text).ends_with(['.', '!', '?']))
        {
            let small = |d: &Draft| d.own_words(text).starts_with(char::is_lowercase);
            while let Some(item) = items.next_if(small) {
                row.spans.extend(item.spans);
            }
        }
        drafts.extend(items);
    }
    drafts
}

/// Reads rows of a table: one item per row, in the column that does not say who must act.
fn rows(list: &List, part: &[&Block], text: &Text, body: &[&Block]) -> Vec<Draft> {
    let mut rows: BTreeMap<(u32, u32), Vec<(u32, Span)>> = BTreeMap::new();
    let head = |b: &Block| is_heading(&list.section.heading, text, b);
    let who = |b: &Block| is_heading(&list.section.responsible, text, b);
    let heads: BTreeSet<(u32, u32)> =
        body.iter().filter(|b| head(b) || who(b)).filter_map(|b| row_of(b)).collect();
    for block in part {
        let BlockKind::Cell { table, row, column } = block.kind else { continue };
        if !heads.contains(&(table, row)) && text.slice(block.span).contains(char::is_alphabetic) {
            rows.entry((table, row)).or_default().push((column, block.span));
        }
    }
    // One table may hold several lists: the column that says who must act is that of this one's head.
    let after = |at: (u32, u32)| match list.heading.kind {
        BlockKind::Cell { table, row, .. } => at.0 != table || at.1 >= row,
        _ => true,
    };
    let responsible: BTreeMap<u32, u32> = body
        .iter()
        .filter(|b| who(b))
        .filter_map(|b| match b.kind {
            BlockKind::Cell { table, row, column } if after((table, row)) => Some((table, column)),
            _ => None,
        })
        .collect();
    rows.into_iter()
        .filter_map(|((table, _), cells)| row(&cells, responsible.get(&table), text))
        .collect()
}

fn row_of(block: &Block) -> Option<(u32, u32)> {
    if let BlockKind::Cell { table, row, .. } = block.kind { Some((table, row)) } else { None }
}

fn row(cells: &[(u32, Span)], responsible: Option<&u32>, text: &Text) -> Option<Draft> {
    let mut item: Option<Draft> = None;
    let mut who: Vec<&str> = Vec::new();
    for (column, span) in cells {
        match (&mut item, responsible == Some(column)) {
            (_, true) => who.push(text.slice(*span)),
            (Some(item), false) => {
                item.spans.push(*span);
                item.own += 1;
            }
            (None, false) => item = Some(Draft::new(*span, 0, false)),
        }
    }
    let mut item = item?;
    item.responsible = (!who.is_empty()).then(|| who.join(" "));
    Some(item)
}
