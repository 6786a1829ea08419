//! The structure tree and its words to drafts, in reading order.
//!
//! In:  the runs of all pages and the structure tree. Out: drafts, one per paragraph, heading, item or
//! table cell as the file says; artifacts as furniture before the first words of their page.
//! Not here: whether what the file says is so (`refine`), tables (`tables`), joins across pages.

use std::collections::HashSet;

use super::draft::Draft;
use super::glyphs::{NO_MARK, Run, Runs};
use super::grid::{self, Cell};
use super::lists;
use super::tables;
use super::tags::{Element, Kid, Tag};
use super::words::Words;
use crate::model::text::BlockKind;

/// A page from 0 and the number of marked content on it.
pub type Mark = (u32, u32);

/// Finds the runs of a marked-content number.
pub struct Index<'a> {
    runs: &'a Runs,
    order: Vec<(u32, u32, u32)>,
}

impl<'a> Index<'a> {
    /// Sorts the runs by page and number.
    pub fn new(runs: &'a Runs) -> Self {
        let marked = runs.runs.iter().enumerate().filter(|(_, r)| r.mark != NO_MARK && !r.artifact);
        let mut order: Vec<_> = marked.map(|(i, r)| (r.page, r.mark, i as u32)).collect();
        order.sort_unstable();
        Self { runs, order }
    }

    /// The runs of a number, in content order.
    pub fn find(&self, page: u32, mark: u32) -> impl Iterator<Item = &'a Run> + '_ {
        let from = self.order.partition_point(|&(p, m, _)| (p, m) < (page, mark));
        let rest = self.order[from..].iter().take_while(move |&&(p, m, _)| (p, m) == (page, mark));
        rest.map(|&(_, _, i)| &self.runs.runs[i as usize])
    }

    /// The words of several numbers, one after the other.
    pub fn words(&self, marks: &[Mark]) -> Words {
        let mut words = Words::default();
        for run in marks.iter().flat_map(|&(page, mark)| self.find(page, mark)) {
            words.write(run, self.runs.words(run), &self.runs.text);
        }
        words
    }

    fn is_blank(&self, marks: &[Mark]) -> bool {
        let mut runs = marks.iter().flat_map(|&(page, mark)| self.find(page, mark));
        runs.all(|run| self.runs.words(run).trim().is_empty())
    }

    /// The runs that `index` was made of.
    pub fn runs(&self) -> &'a Runs {
        self.runs
    }
}

/// Reads the whole tree.
pub fn drafts(runs: &Runs, tree: &Element) -> Vec<Draft> {
    let mut reader = Reader { index: Index::new(runs), drafts: Vec::new(), tables: 0 };
    reader.kids(&tree.kids, Place { depth: 0, furniture: false });
    reader.drafts
}

/// A list item as the tree has it.
pub struct Item {
    /// Its marker.
    pub label: Words,
    /// Its words, which may begin with a marker of their own.
    pub words: Words,
    /// Whether its marker is drawn, not written.
    pub drawn: bool,
}

/// All marked content that a tree points to.
pub fn reached(tree: &Element) -> HashSet<Mark> {
    fn collect(kids: &[Kid], marks: &mut HashSet<Mark>) {
        for kid in kids {
            match kid {
                Kid::Content { page, mark } => {
                    marks.insert((*page, *mark));
                }
                Kid::Element(e) => collect(&e.kids, marks),
            }
        }
    }
    let mut marks = HashSet::new();
    collect(&tree.kids, &mut marks);
    marks
}

/// What surrounds an element.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    depth: u8,
    furniture: bool,
}

/// Walks the tree and collects drafts.
pub struct Reader<'a> {
    /// Finds the words.
    pub index: Index<'a>,
    drafts: Vec<Draft>,
    tables: u32,
}

impl<'a> Reader<'a> {
    /// Reads what an element holds; words that stand in it directly form a paragraph.
    pub fn kids(&mut self, kids: &[Kid], place: Place) {
        let mut loose = Vec::new();
        for kid in kids {
            match kid {
                Kid::Content { page, mark } => loose.push((*page, *mark)),
                Kid::Element(e) if is_inline(e.tag) => {
                    let mut later = Vec::new();
                    self.gather(&e.kids, &mut loose, &mut later);
                    later.into_iter().for_each(|e| self.element(e, place));
                }
                Kid::Element(e) => {
                    self.push(
                        BlockKind::Paragraph,
                        self.index.words(&std::mem::take(&mut loose)),
                        place,
                    );
                    self.element(e, place);
                }
            }
        }
        self.push(BlockKind::Paragraph, self.index.words(&loose), place);
    }

    fn element(&mut self, element: &Element, place: Place) {
        match element.tag {
            Tag::Heading(level) => self.block(BlockKind::Heading { level }, element, place),
            Tag::Paragraph => self.block(BlockKind::Paragraph, element, place),
            Tag::Quotation => self.block(BlockKind::Quotation, element, place),
            Tag::Caption => self.block(BlockKind::Caption, element, place),
            Tag::ListItem => self.item(element, place),
            Tag::List => {
                let depth = place.depth.saturating_add(1);
                self.kids(&element.kids, Place { depth, ..place });
            }
            Tag::Note | Tag::Contents => {
                self.kids(&element.kids, Place { furniture: true, ..place });
            }
            Tag::Figure => self.block(BlockKind::Caption, element, place),
            Tag::Table => self.table(element, place),
            _ => self.kids(&element.kids, place),
        }
    }

    fn block(&mut self, kind: BlockKind, element: &Element, place: Place) {
        let mut marks = Vec::new();
        let mut later = Vec::new();
        self.gather(&element.kids, &mut marks, &mut later);
        self.push(kind, self.index.words(&marks), place);
        later.into_iter().for_each(|e| self.element(e, place));
    }

    fn item(&mut self, element: &Element, place: Place) {
        let mut later = Vec::new();
        let Item { label, mut words, drawn } = self.read_item(element, &mut later);
        let depth = place.depth.saturating_sub(1);
        let counted = label.text.contains(|c: char| c.is_ascii_alphanumeric());
        let marker = lists::marker(&words.text).filter(|_| label.is_blank());
        let numbered = marker.map_or(counted && label.text.trim() != "o", |m| m.numbered);
        words.cut(marker.map_or(0, |m| m.length));
        let kind = if place.furniture {
            BlockKind::Furniture
        } else {
            BlockKind::Item { depth, numbered }
        };
        if !words.is_blank() {
            // Without a marker it may be the rest of an item: `pages` finds out.
            let marked = drawn || marker.is_some() || !label.is_blank();
            let left = if label.is_blank() { words.left() } else { label.left() };
            self.drafts.push(Draft { left, marked, ..Draft::new(kind, words) });
        }
        later.into_iter().for_each(|e| self.element(e, place));
    }

    /// Reads the marker and the words of an item. Where a page break splits an item, Word calls its
    /// first words overleaf a label: then all of it is words, in the order of the page.
    pub fn read_item<'e>(&self, element: &'e Element, later: &mut Vec<&'e Element>) -> Item {
        let mut label = Vec::new();
        let mut marks = Vec::new();
        for kid in &element.kids {
            match kid {
                Kid::Element(e) if e.tag == Tag::Label => self.gather(&e.kids, &mut label, later),
                kid => self.gather(std::slice::from_ref(kid), &mut marks, later),
            }
        }
        let read = self.index.words(&label);
        let drawn = read.is_blank() && !label.is_empty();
        if read.is_blank() || lists::is_marker(&read.text) {
            return Item { label: read, words: self.index.words(&marks), drawn };
        }
        marks.extend(label);
        marks.sort_unstable();
        Item { label: Words::default(), words: self.index.words(&marks), drawn }
    }

    fn table(&mut self, element: &Element, place: Place) {
        let rows = grid::rows(element);
        let cells = grid::cells(&rows, self);
        let runs = self.index.runs();
        let stretches = tables::stretches(rows.len() as u32, &cells, runs, self.drafts.last());
        let mut cells = cells.into_iter().peekable();
        for stretch in stretches {
            if !stretch.facts {
                let elements = &rows[stretch.from as usize..stretch.to as usize];
                elements.iter().flatten().for_each(|cell| self.kids(&cell.kids, place));
                while cells.next_if(|c| c.row < stretch.to).is_some() {}
                continue;
            }
            while let Some(mut cell) = cells.next_if(|c| c.row < stretch.to) {
                cell.row -= stretch.from;
                self.cell(cell, place);
            }
            self.tables += 1;
        }
    }

    fn cell(&mut self, cell: Cell, place: Place) {
        if cell.words.is_blank() {
            return;
        }
        let fact = BlockKind::Cell { table: self.tables, row: cell.row, column: cell.column };
        let kind = if place.furniture { BlockKind::Furniture } else { fact };
        let gap = tables::gap_below(&cell.words, self.index.runs());
        self.drafts.push(Draft { gap, ..Draft::new(kind, cell.words) });
        for note in cell.notes {
            self.drafts.push(Draft::new(BlockKind::Furniture, note));
        }
    }

    /// Collects the words of a line-level element; block-level ones inside it wait in `later`.
    pub fn gather<'e>(&self, kids: &'e [Kid], marks: &mut Vec<Mark>, later: &mut Vec<&'e Element>) {
        for kid in kids {
            match kid {
                Kid::Content { page, mark } => marks.push((*page, *mark)),
                Kid::Element(e) if is_inline(e.tag) || e.tag == Tag::Group => {
                    self.gather(&e.kids, marks, later);
                }
                Kid::Element(e) if e.tag == Tag::Paragraph && self.index.is_blank(marks) => {
                    self.gather(&e.kids, marks, later);
                }
                Kid::Element(e) => later.push(e),
            }
        }
    }

    fn push(&mut self, kind: BlockKind, words: Words, place: Place) {
        if !words.is_blank() {
            let kind = if place.furniture { BlockKind::Furniture } else { kind };
            self.drafts.push(Draft::new(kind, words));
        }
    }
}

fn is_inline(tag: Tag) -> bool {
    matches!(tag, Tag::Inline | Tag::Label)
}
