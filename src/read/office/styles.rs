//! Styles and lists of DOCX, as far as they tell what a paragraph is.

use std::collections::HashMap;

use super::xml::{self, Element, Step};
use crate::model::text::BlockKind;

/// Longest chain of styles that are based on each other.
const LONGEST_CHAIN: usize = 12;

/// What a style makes of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Style {
    /// Its role, where its name tells.
    pub kind: Option<BlockKind>,
    /// Outline level, from 0; 9 is none.
    pub outline: Option<u32>,
    /// List that its paragraphs are items of; 0 is none.
    pub list: Option<u32>,
    /// Depth in that list, from 0.
    pub depth: Option<u32>,
    based_on: Option<String>,
}

/// The styles of a document by identifier.
#[derive(Debug, Default)]
pub struct Styles(HashMap<String, Style>);

impl Styles {
    /// Reads the styles part.
    pub fn read(source: &str) -> Self {
        let mut styles = HashMap::new();
        let (mut id, mut style) = (String::new(), Style::default());
        xml::walk(source, |step| match step {
            Step::Open(element) if element.name() == "style" => {
                id = element.attribute("styleId").unwrap_or_default();
                style = Style::default();
            }
            Step::Open(element) => style.note(&element),
            Step::Close("style") => {
                styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
            }
            _ => {}
        });
        Self(styles)
    }

    /// The style of an identifier, completed by those that it is based on. Where the part lacks
    /// it, its identifier is taken for its name.
    pub fn of(&self, id: &str) -> Style {
        let Some(mut style) = self.0.get(id).cloned() else {
            return Style { kind: kind_of_name(id), ..Style::default() };
        };
        for _ in 0..LONGEST_CHAIN {
            let Some(base) = style.based_on.take().and_then(|id| self.0.get(&id)) else { break };
            style.kind = style.kind.or(base.kind);
            style.outline = style.outline.or(base.outline);
            style.list = style.list.or(base.list);
            style.depth = style.depth.or(base.depth);
            style.based_on.clone_from(&base.based_on);
        }
        style
    }
}

impl Style {
    fn note(&mut self, element: &Element<'_>) {
        match element.name() {
            "name" => self.kind = element.attribute("val").and_then(|name| kind_of_name(&name)),
            "basedOn" => self.based_on = element.attribute("val"),
            "outlineLvl" => self.outline = element.number("val"),
            "numId" => self.list = element.number("val"),
            "ilvl" => self.depth = element.number("val"),
            _ => {}
        }
    }
}

/// What a style is by the name that word processors give it.
pub fn kind_of_name(name: &str) -> Option<BlockKind> {
    let name = name.to_ascii_lowercase().replace("_20_", " ");
    let squeezed: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let after = |start: &str| squeezed.strip_prefix(start).map(str::to_owned);
    if let Some(level) = after("heading").and_then(|level| level.parse().ok()) {
        return Some(BlockKind::Heading { level: heading_level(level) });
    }
    if let Some(depth) = after("listbullet").or_else(|| after("listnumber")) {
        let numbered = squeezed.starts_with("listnumber");
        let depth = depth.parse::<u8>().unwrap_or(1).saturating_sub(1);
        return Some(BlockKind::Item { depth, numbered });
    }
    match squeezed.as_str() {
        "title" => Some(BlockKind::Heading { level: 1 }),
        "subtitle" => Some(BlockKind::Heading { level: 2 }),
        "caption" => Some(BlockKind::Caption),
        "quote" | "intensequote" | "quotations" => Some(BlockKind::Quotation),
        "tocheading" | "header" | "footer" | "footnotetext" => Some(BlockKind::Furniture),
        _ if squeezed.starts_with("toc") || squeezed.starts_with("contents") => {
            Some(BlockKind::Furniture)
        }
        _ => None,
    }
}

/// A level that a block may have.
pub fn heading_level(level: u32) -> u8 {
    u8::try_from(level.clamp(1, 6)).unwrap_or(6)
}

/// Which levels of which lists are numbered.
#[derive(Debug, Default)]
pub struct Lists {
    /// Pattern of each list.
    patterns: HashMap<u32, u32>,
    /// Levels of each pattern that have bullets.
    bullets: HashMap<(u32, u32), bool>,
}

impl Lists {
    /// Reads the numbering part.
    pub fn read(source: &str) -> Self {
        let mut lists = Self::default();
        let (mut pattern, mut level, mut list) = (0, 0, 0);
        xml::walk(source, |step| {
            let Step::Open(element) = step else { return };
            match element.name() {
                "abstractNum" => pattern = element.number("abstractNumId").unwrap_or_default(),
                "lvl" => level = element.number("ilvl").unwrap_or_default(),
                "numFmt" => {
                    let bullet =
                        matches!(element.attribute("val").as_deref(), Some("bullet" | "none"));
                    lists.bullets.entry((pattern, level)).or_insert(bullet);
                }
                "num" => list = element.number("numId").unwrap_or_default(),
                "abstractNumId" => {
                    lists.patterns.insert(list, element.number("val").unwrap_or_default());
                }
                _ => {}
            }
        });
        lists
    }

    /// Whether a list counts at a depth.
    pub fn is_numbered(&self, list: u32, depth: u32) -> bool {
        let pattern = self.patterns.get(&list).copied().unwrap_or_default();
        !self.bullets.get(&(pattern, depth)).copied().unwrap_or(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_styles_tell_roles() {
        assert_eq!(kind_of_name("heading 2"), Some(BlockKind::Heading { level: 2 }));
        assert_eq!(kind_of_name("Heading_20_9"), Some(BlockKind::Heading { level: 6 }));
        assert_eq!(
            kind_of_name("List Bullet 2"),
            Some(BlockKind::Item { depth: 1, numbered: false })
        );
        assert_eq!(kind_of_name("toc 1"), Some(BlockKind::Furniture));
        assert_eq!(kind_of_name("Normal"), None);
    }

    #[test]
    fn styles_inherit_and_circles_end() {
        let styles = Styles::read(
            r#"<s><style w:styleId="A"><basedOn w:val="B"/></style><style w:styleId="B"><name w:val="heading 1"/>
               <basedOn w:val="A"/></style></s>"#,
        );
        assert_eq!(styles.of("A").kind, Some(BlockKind::Heading { level: 1 }));
    }
}
