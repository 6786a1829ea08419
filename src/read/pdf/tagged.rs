//! The structure tree and its words to drafts, in reading order.
//!
//! In:  the runs of all pages and the structure tree. Out: drafts, one per paragraph, heading, item or
//! table cell as the file says; artifacts as furniture before the first words of their page.
//! Not here: whether what the file says is so (`refine`), tables (`tables`), joins across pages.

use super::draft::{Draft, Role};
use super::glyphs::{NO_MARK, Run, Runs};
use super::lists;
use super::tables;
use super::tags::{Element, Kid, Tag};
use super::words::Words;

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

    /// Writes the words of a number.
    fn write(&self, page: u32, mark: u32, to: &mut Words) {
        for run in self.find(page, mark) {
            to.write(run, self.runs.words(run), &self.runs.text);
        }
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
        let mut loose = Words::default();
        for kid in kids {
            match kid {
                Kid::Content { page, mark } => self.index.write(*page, *mark, &mut loose),
                Kid::Element(e) if is_inline(e.tag) => {
                    let mut later = Vec::new();
                    self.gather(&e.kids, &mut loose, &mut later);
                    later.into_iter().for_each(|e| self.element(e, place));
                }
                Kid::Element(e) => {
                    self.push(Role::Paragraph, std::mem::take(&mut loose), place);
                    self.element(e, place);
                }
            }
        }
        self.push(Role::Paragraph, loose, place);
    }

    fn element(&mut self, element: &Element, place: Place) {
        match element.tag {
            Tag::Heading(level) => self.block(Role::Heading(level), element, place),
            Tag::Paragraph => self.block(Role::Paragraph, element, place),
            Tag::Quotation => self.block(Role::Quotation, element, place),
            Tag::Caption => self.block(Role::Caption, element, place),
            Tag::ListItem => self.item(element, place),
            Tag::List => {
                let depth = place.depth.saturating_add(1);
                self.kids(&element.kids, Place { depth, ..place });
            }
            Tag::Note | Tag::Contents => {
                self.kids(&element.kids, Place { furniture: true, ..place });
            }
            Tag::Table => self.table(element, place),
            _ => self.kids(&element.kids, place),
        }
    }

    fn block(&mut self, role: Role, element: &Element, place: Place) {
        let mut words = Words::default();
        let mut later = Vec::new();
        self.gather(&element.kids, &mut words, &mut later);
        self.push(role, words, place);
        later.into_iter().for_each(|e| self.element(e, place));
    }

    fn item(&mut self, element: &Element, place: Place) {
        let mut label = Words::default();
        let mut words = Words::default();
        let mut later = Vec::new();
        for kid in &element.kids {
            match kid {
                Kid::Element(e) if e.tag == Tag::Label => {
                    self.gather(&e.kids, &mut label, &mut later);
                }
                kid => self.gather(std::slice::from_ref(kid), &mut words, &mut later),
            }
        }
        let depth = place.depth.saturating_sub(1);
        let numbered = label.text.contains(|c: char| c.is_ascii_digit());
        if label.is_blank() && lists::marker(&words.text).is_none() {
            // Left to `refine`: the second half of an item, or one without a marker.
            self.push(Role::Item { depth, numbered }, words, place);
        } else {
            let found = lists::marker(&words.text).filter(|_| label.is_blank());
            let numbered = found.map_or(numbered, |m| m.numbered);
            words.cut(found.map_or(0, |m| m.length));
            let role =
                if place.furniture { Role::Furniture } else { Role::Item { depth, numbered } };
            if !words.is_blank() {
                self.drafts.push(Draft { role, words, marked: true });
            }
        }
        later.into_iter().for_each(|e| self.element(e, place));
    }

    fn table(&mut self, element: &Element, place: Place) {
        let rows = tables::rows(element);
        let cells = tables::cells(&rows, self);
        if !tables::is_data(&cells, self.index.runs()) {
            for cell in rows.iter().flatten() {
                self.kids(&cell.kids, place);
            }
            return;
        }
        let table = self.tables;
        self.tables += 1;
        for cell in cells {
            let role = Role::Cell { table, row: cell.row, column: cell.column };
            self.push(role, cell.words, place);
        }
    }

    /// Collects the words of a line-level element; block-level ones inside it wait in `later`.
    pub fn gather<'e>(&self, kids: &'e [Kid], words: &mut Words, later: &mut Vec<&'e Element>) {
        for kid in kids {
            match kid {
                Kid::Content { page, mark } => self.index.write(*page, *mark, words),
                Kid::Element(e) if is_inline(e.tag) || e.tag == Tag::Group => {
                    self.gather(&e.kids, words, later);
                }
                Kid::Element(e) if e.tag == Tag::Paragraph && words.is_blank() => {
                    self.gather(&e.kids, words, later);
                }
                Kid::Element(e) => later.push(e),
            }
        }
    }

    fn push(&mut self, role: Role, words: Words, place: Place) {
        if !words.is_blank() {
            let role = if place.furniture { Role::Furniture } else { role };
            self.drafts.push(Draft::new(role, words));
        }
    }
}

fn is_inline(tag: Tag) -> bool {
    matches!(tag, Tag::Inline | Tag::Label)
}
