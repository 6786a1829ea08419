//! Which part of a page is its story, and which elements are furniture wherever they stand.
//!
//! In:  a parsed page.
//! Out: [`Regions`]: the story's root and measures of every element.
//! The root is `main` or `article` if most prose stands there; else the innermost container that
//! holds nearly all prose that is no link. Linear: two passes over the page.

use std::collections::{HashMap, HashSet};

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::elements;

/// What an element holds, in bytes without white space.
#[derive(Debug, Clone, Copy, Default)]
struct Measure {
    /// All shown words.
    words: usize,
    /// Those inside links.
    linked: usize,
    /// Those of prose: in paragraphs, items, cells and headings, outside links and furniture.
    prose: usize,
    /// List items.
    items: usize,
}

/// The parts of a page.
#[derive(Debug)]
pub struct Regions {
    root: NodeId,
    measures: HashMap<NodeId, Measure>,
    /// Elements that hold a heading of the first level.
    titled: HashSet<NodeId>,
}

/// Containers that may be the root where no element says that it is.
const CONTAINERS: &[&str] = &["div", "section", "td", "center", "tbody", "table"];
/// Headings of the first level that are looked at.
const MOST_TITLES: usize = 32;
/// Elements whose words, outside links, are prose.
const PROSE: &[&str] = &["p", "li", "td", "blockquote", "dd", "h1", "h2", "h3", "h4", "pre"];

impl Regions {
    /// Measures a page and finds its story.
    pub fn find(page: &Html) -> Self {
        let mut this = Self {
            root: page.root_element().id(),
            measures: HashMap::new(),
            titled: HashSet::new(),
        };
        this.measure(page);
        this.narrow(
            page,
            |element| {
                matches!(element.name(), "main" | "article") || element.attr("role") == Some("main")
            },
            6,
        );
        if this.root == page.root_element().id() {
            this.narrow(page, |element| CONTAINERS.contains(&element.name()), 8);
        }
        this
    }

    /// The element that holds the story.
    pub fn root(&self) -> NodeId {
        self.root
    }

    /// Whether the root has a heading of the first level.
    pub fn root_has_title(&self) -> bool {
        self.titled.contains(&self.root)
    }

    /// Whether an element is furniture although it stands within the story's root: by its tag,
    /// role or names, or because it is a list of links. What holds the page's title or most of
    /// its prose is none.
    pub fn is_furniture(&self, id: NodeId, element: &Element) -> bool {
        let (measure, root) = (self.measured(id), self.measured(self.root));
        if id == self.root || measure.prose * 2 > root.prose && measure.prose > 0 {
            return false;
        }
        let list = matches!(element.name(), "ul" | "ol")
            && measure.items >= 2
            && measure.linked * 20 >= measure.words * 19;
        list || !self.titled.contains(&id) && elements::is_named_furniture(element)
    }

    fn measured(&self, id: NodeId) -> Measure {
        self.measures.get(&id).copied().unwrap_or_default()
    }

    fn measure(&mut self, page: &Html) {
        let mut titles = 0;
        let mut open: Vec<(Measure, State)> = vec![(Measure::default(), State::default())];
        for edge in page.root_element().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(element) => {
                        let state =
                            open.last().map_or_else(State::default, |(_, s)| s.within(element));
                        open.push((Measure::default(), state));
                    }
                    Node::Text(text) => {
                        if let Some((measure, state)) = open.last_mut() {
                            measure.add(text, *state);
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    let Node::Element(element) = node.value() else { continue };
                    let Some((mut measure, _)) = open.pop() else { continue };
                    if element.name() == "h1" && measure.words > 0 && titles < MOST_TITLES {
                        titles += 1;
                        self.titled.extend(node.ancestors().map(|a| a.id()));
                    }
                    self.measures.insert(node.id(), measure);
                    measure.items += usize::from(element.name() == "li");
                    if let Some((parent, _)) = open.last_mut() {
                        parent.include(measure);
                    }
                }
            }
        }
    }

    /// Moves the root inwards to elements that qualify and hold `tenths` of its prose.
    fn narrow(&mut self, page: &Html, qualifies: impl Fn(&Element) -> bool, tenths: usize) {
        for node in page.root_element().descendants() {
            let Node::Element(element) = node.value() else { continue };
            let (own, root) = (self.measured(node.id()), self.measured(self.root));
            let holds = own.prose > 0 && own.prose * 10 >= root.prose * tenths;
            if holds && qualifies(element) && node.ancestors().any(|a| a.id() == self.root) {
                self.root = node.id();
            }
        }
    }
}

impl Measure {
    fn add(&mut self, text: &str, state: State) {
        if state.unseen {
            return;
        }
        let bytes: usize = text.split_whitespace().map(str::len).sum();
        self.words += bytes;
        self.linked += if state.linked { bytes } else { 0 };
        self.prose += if state.prose && !state.linked && !state.furniture { bytes } else { 0 };
    }

    fn include(&mut self, inner: Measure) {
        self.words += inner.words;
        self.linked += inner.linked;
        self.prose += inner.prose;
        self.items += inner.items;
    }
}

/// What holds for the words of an element because of the elements around it.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    unseen: bool,
    linked: bool,
    furniture: bool,
    prose: bool,
}

impl State {
    fn within(self, element: &Element) -> Self {
        let name = element.name();
        Self {
            unseen: self.unseen || elements::is_unseen(element),
            linked: self.linked || name == "a",
            furniture: self.furniture || elements::is_tagged_furniture(element),
            prose: self.prose || PROSE.contains(&name),
        }
    }
}
