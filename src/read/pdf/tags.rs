//! The structure tree of a tagged PDF.
//!
//! In:  the document catalogue. Out: an [`Element`] tree in reading order whose leaves point to marked
//! content (page and number).
//! Not here: what the elements mean for blocks (`tagged`), and the words themselves (`glyphs`).
//!
//! Bound: each object is entered once, depth and size are limited; a tree that loops ends.

use std::collections::{HashMap, HashSet};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, MaybeRef, Name, ObjRef, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;

/// More elements than any report has; the rest of a larger tree is left out.
const MAX_SIZE: usize = 2_000_000;
/// Deeper nesting is cut off.
const MAX_DEPTH: usize = 200;

/// What a structure element is, as far as reading cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A heading, level 1 to 6.
    Heading(u8),
    /// A list.
    List,
    /// One item of a list.
    ListItem,
    /// The marker of an item.
    Label,
    /// A table.
    Table,
    /// A table row.
    Row,
    /// A table cell.
    Cell,
    /// A footnote or endnote.
    Note,
    /// A contents list.
    Contents,
    /// A picture.
    Figure,
    /// Words of a picture or table.
    Caption,
    /// A quotation that stands alone.
    Quotation,
    /// Part of a line: spans, links, references.
    Inline,
    /// Anything that only groups.
    Group,
}

/// A structure element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// What it holds, in reading order.
    pub kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kid {
    /// A smaller element.
    Element(Element),
    /// The words of this marked content stand here.
    Content {
        /// Page from 0.
        page: u32,
        /// Marked-content number.
        mark: u32,
    },
}

/// Reads the structure tree; none where the file is not tagged.
pub fn tree(pdf: &Pdf) -> Option<Element> {
    let xref = pdf.xref();
    let root = xref.get::<Dict<'_>>(xref.root_id())?.get::<Dict<'_>>(b"StructTreeRoot")?;
    let pages = pdf.pages().iter().enumerate();
    let pages = pages.filter_map(|(i, p)| Some((p.raw().obj_id()?, i as u32))).collect();
    let roles = root.get::<Dict<'_>>(b"RoleMap");
    let mut walker = Walker { pages, roles, seen: HashSet::new(), xref, size: 0 };
    let kids = walker.kids(&root, None, 0);
    (!kids.is_empty()).then_some(Element { tag: Tag::Group, kids })
}

struct Walker<'a> {
    pages: HashMap<ObjectIdentifier, u32>,
    roles: Option<Dict<'a>>,
    seen: HashSet<ObjectIdentifier>,
    xref: &'a XRef,
    size: usize,
}

impl<'a> Walker<'a> {
    fn kids(&mut self, element: &Dict<'a>, page: Option<u32>, depth: usize) -> Vec<Kid> {
        if depth > MAX_DEPTH {
            return Vec::new();
        }
        match element.get_raw::<Object<'a>>(b"K") {
            Some(MaybeRef::NotRef(Object::Array(kids))) => {
                kids.raw_iter().filter_map(|kid| self.kid(kid, page, depth)).collect()
            }
            Some(MaybeRef::Ref(link)) => match self.follow(link) {
                Some(Object::Array(kids)) => {
                    kids.raw_iter().filter_map(|kid| self.kid(kid, page, depth)).collect()
                }
                kid => kid.and_then(|k| self.object(k, page, depth)).into_iter().collect(),
            },
            Some(kid) => self.kid(kid, page, depth).into_iter().collect(),
            None => Vec::new(),
        }
    }

    fn kid(&mut self, kid: MaybeRef<Object<'a>>, page: Option<u32>, depth: usize) -> Option<Kid> {
        let object = match kid {
            MaybeRef::Ref(link) => self.follow(link)?,
            MaybeRef::NotRef(object) => object,
        };
        self.object(object, page, depth)
    }

    /// The object behind a reference, the first time that it is met.
    fn follow(&mut self, link: ObjRef) -> Option<Object<'a>> {
        let id = link.into();
        if self.seen.insert(id) { self.xref.get(id) } else { None }
    }

    fn object(&mut self, object: Object<'a>, page: Option<u32>, depth: usize) -> Option<Kid> {
        self.size += 1;
        match object {
            _ if self.size > MAX_SIZE => None,
            Object::Number(number) => content(page, number.as_i64()),
            Object::Dict(dict) => self.dict(&dict, page, depth),
            _ => None,
        }
    }

    fn dict(&mut self, dict: &Dict<'a>, page: Option<u32>, depth: usize) -> Option<Kid> {
        let page = self.page(dict).or(page);
        let Some(name) = dict.get::<Name<'_>>(b"S") else {
            // A marked-content reference; one into a form's own stream is not numbered by the page.
            let mark = dict.get::<i64>(b"MCID").filter(|_| !dict.contains_key(b"Stm"))?;
            return content(page, mark);
        };
        let tag = self.tag(&name);
        let kids = self.kids(dict, page, depth + 1);
        (!kids.is_empty() || tag == Tag::Cell).then_some(Kid::Element(Element { tag, kids }))
    }

    fn page(&self, dict: &Dict<'a>) -> Option<u32> {
        let id: ObjectIdentifier = dict.get_ref(b"Pg")?.into();
        self.pages.get(&id).copied()
    }

    /// The tag of a structure type, custom names resolved through the role map.
    fn tag(&self, name: &Name<'_>) -> Tag {
        if let Some(tag) = standard(name) {
            return tag;
        }
        let mut role = name.as_str().to_owned();
        for _ in 0..8 {
            let Some(next) = self.roles.as_ref().and_then(|r| r.get::<Name<'_>>(role.as_bytes()))
            else {
                break;
            };
            if let Some(tag) = standard(&next) {
                return tag;
            }
            role = next.as_str().to_owned();
        }
        Tag::Group
    }
}

fn content(page: Option<u32>, mark: i64) -> Option<Kid> {
    Some(Kid::Content { page: page?, mark: u32::try_from(mark).ok()? })
}

fn standard(name: &Name<'_>) -> Option<Tag> {
    Some(match name.as_str() {
        "P" => Tag::Paragraph,
        "H" | "H1" | "Title" => Tag::Heading(1),
        "H2" => Tag::Heading(2),
        "H3" => Tag::Heading(3),
        "H4" => Tag::Heading(4),
        "H5" => Tag::Heading(5),
        "H6" => Tag::Heading(6),
        "L" => Tag::List,
        "LI" => Tag::ListItem,
        "Lbl" => Tag::Label,
        "Table" => Tag::Table,
        "TR" => Tag::Row,
        "TH" | "TD" => Tag::Cell,
        "Note" | "FENote" => Tag::Note,
        "TOC" | "TOCI" => Tag::Contents,
        "Figure" | "Formula" => Tag::Figure,
        "Caption" => Tag::Caption,
        "BlockQuote" => Tag::Quotation,
        "Span" | "Quote" | "Link" | "Reference" | "BibEntry" | "Code" | "Annot" | "Em"
        | "Strong" | "Sub" => Tag::Inline,
        "Document" | "Part" | "Art" | "Sect" | "Div" | "LBody" | "THead" | "TBody" | "TFoot"
        | "NonStruct" | "Private" | "Index" | "Textbox" | "Form" => Tag::Group,
        _ => return None,
    })
}
