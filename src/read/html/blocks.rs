//! A page's elements to blocks.
//!
//! In:  a parsed page and its regions. Out: blocks in a draft.
//! Words gather in a buffer that every block-level element empties; what the words become is what
//! the elements around them say. Linear; depth of nesting is no matter.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};

use super::elements;
use super::frame::Frame;
use super::region::Regions;
use super::table::{self, Grid};
use crate::model::text::BlockKind;
use crate::read::broken;
use crate::read::draft::{self, Draft};
use crate::read::plain;

/// Elements that end the block before them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Walks a page and adds its blocks.
pub fn walk(page: &Html, regions: &Regions, title: Option<&str>, draft: &mut Draft) {
    let mut walk = Walk {
        regions,
        outer_title: outer_title(page, regions, title),
        frames: vec![Frame::default()],
        grids: Vec::new(),
        tables: 0,
        buffer: String::new(),
        bold: 0,
        draft,
    };
    for edge in page.root_element().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => walk.open(node, element),
                Node::Text(text) => walk.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    walk.close(node.id(), element);
                }
            }
        }
    }
    walk.flush();
}

/// The page's title where it stands outside the story.
fn outer_title(page: &Html, regions: &Regions, title: Option<&str>) -> Option<NodeId> {
    if regions.root_has_title() {
        return None;
    }
    let title = title.unwrap_or_default();
    let headings = page
        .root_element()
        .descendants()
        .filter(|node| node.value().as_element().is_some_and(|element| element.name() == "h1"));
    // The longest: the site's own name may be such a heading and part of the title as well.
    let told = headings.take(8).map(|heading| (words_of(heading), heading.id()));
    let told = told.filter(|(words, _)| !words.is_empty() && title.contains(words));
    told.max_by_key(|(words, _)| words.len()).map(|(_, heading)| heading)
}

fn words_of(node: NodeRef<'_, Node>) -> String {
    let texts = node.descendants().filter_map(|n| n.value().as_text());
    let words: String = texts.map(|text| &**text).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Walk<'a> {
    regions: &'a Regions,
    outer_title: Option<NodeId>,
    frames: Vec<Frame>,
    /// Tables of facts that are open; none for one that lays out.
    grids: Vec<Option<Grid>>,
    tables: u32,
    buffer: String,
    /// Bytes of the buffer that are bold.
    bold: usize,
    draft: &'a mut Draft,
}

impl Walk<'_> {
    fn frame(&self) -> Frame {
        self.frames.last().copied().unwrap_or_default()
    }

    fn open(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let mut frame = self.frame();
        let name = element.name();
        if self.ends_heading(name, frame) {
            self.flush();
            frame.heading = 0;
            // The rest of the page may stand in a heading that nobody closed.
            self.frames.iter_mut().for_each(|outer| outer.heading = 0);
        }
        if self.is_block(name, frame) {
            self.flush();
        }
        frame.unseen |= elements::is_unseen(element);
        frame.bold |= matches!(name, "b" | "strong");
        if node.id() == self.regions.root() {
            frame.in_root = true;
        }
        if self.outer_title == Some(node.id()) {
            frame.in_root = true;
            frame.furniture = false;
        } else if frame.in_root && !frame.furniture {
            frame.furniture = self.regions.is_furniture(node.id(), element);
        }
        if frame.furniture != self.frame().furniture {
            self.flush();
        }
        self.enter(node, element, &mut frame);
        self.frames.push(frame);
    }

    /// Notes what an element makes of the words in it.
    fn enter(&mut self, node: NodeRef<'_, Node>, element: &Element, frame: &mut Frame) {
        match element.name() {
            "br" => self.buffer.push('\n'),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                frame.heading = element.name().bytes().last().map_or(0, |digit| digit - b'0');
            }
            "ul" | "ol" => {
                frame.list = frame.list.saturating_add(1);
                frame.numbered = element.name() == "ol";
                frame.item = false;
            }
            "li" => frame.item = true,
            "blockquote" => frame.quotation = true,
            "pre" => frame.preformatted = true,
            "table" => {
                frame.cell = None;
                let facts = !frame.unseen && table::holds_facts(node);
                self.open_grid(facts);
            }
            "dl" => self.open_grid(true),
            "tr" => self.with_grid(Grid::next_row),
            "dt" => {
                self.with_grid(Grid::next_row);
                frame.cell = self.place(element);
            }
            "td" | "th" | "dd" => frame.cell = self.place(element),
            _ => {}
        }
        if elements::is_caption(element) {
            self.flush();
            frame.caption = true;
        }
    }

    fn open_grid(&mut self, facts: bool) {
        self.grids.push(facts.then(|| Grid::new(self.tables)));
        self.tables += u32::from(facts);
    }

    fn with_grid(&mut self, act: impl FnOnce(&mut Grid)) {
        if let Some(Some(grid)) = self.grids.last_mut() {
            act(grid);
        }
    }

    fn place(&mut self, element: &Element) -> Option<(u32, u32, u32)> {
        let span = |name| element.attr(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
        let grid = self.grids.last_mut()?.as_mut()?;
        let (row, column) = grid.place(span("colspan"), span("rowspan"));
        Some((grid.table, row, column))
    }

    fn close(&mut self, id: NodeId, element: &Element) {
        let frame = self.frame();
        let outer = self.frames.len().checked_sub(2).and_then(|i| self.frames.get(i)).copied();
        let outer = outer.unwrap_or_default();
        let changes = frame.furniture != outer.furniture || frame.caption != outer.caption;
        if changes || self.is_block(element.name(), outer) || id == self.regions.root() {
            self.flush();
        }
        if matches!(element.name(), "table" | "dl") {
            self.grids.pop();
        }
        self.frames.pop();
    }

    /// Whether a paragraph, list or table ends a heading that was not closed.
    fn ends_heading(&self, name: &str, around: Frame) -> bool {
        let begins = matches!(name, "p" | "ul" | "ol" | "dl" | "table" | "blockquote" | "figure");
        begins && around.heading > 0 && !self.buffer.trim().is_empty()
    }

    /// Whether an element ends the block before it, or only a line of it: an item, a cell or a
    /// heading keeps its paragraphs together.
    fn is_block(&mut self, name: &str, around: Frame) -> bool {
        if !BLOCKS.contains(&name) {
            return false;
        }
        let together = around.item || around.cell.is_some() || around.heading > 0;
        let soft = matches!(name, "p" | "div" | "section" | "address" | "center");
        if together && soft {
            self.buffer.push(' ');
        }
        !(together && soft)
    }

    fn text(&mut self, text: &str) {
        let frame = self.frame();
        if frame.unseen {
            return;
        }
        let before = self.buffer.len();
        if frame.preformatted {
            self.buffer.push_str(text);
        } else {
            self.buffer.extend(text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
        }
        if frame.bold || text.trim().is_empty() {
            self.bold += self.buffer.len() - before;
        }
    }

    /// Makes a block of the buffer.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.buffer);
        let bold = std::mem::take(&mut self.bold);
        if words.trim().is_empty() {
            return;
        }
        let frame = self.frame();
        match frame.kind() {
            BlockKind::Paragraph if frame.preformatted => plain::blocks(&words, self.draft),
            BlockKind::Paragraph if draft::is_bold_heading(&words, bold) => {
                self.draft.push(BlockKind::Heading { level: 4 }, words);
            }
            BlockKind::Paragraph => broken::lines(&words, self.draft),
            kind => self.draft.push(kind, words),
        }
    }
}
