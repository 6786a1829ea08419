//! Mentions of local authority areas in a text.

use crate::knowledge::Knowledge;
use crate::model::area::AreaCode;
use crate::model::text::Span;

/// How surely a mention names the area and not something else of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// The bare place name.
    Place,
    /// An alias, a trust or a short form.
    Alias,
    /// The council, its children's services, its local area partnership.
    Body,
}

/// One mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The area meant.
    pub area: AreaCode,
    /// The words.
    pub span: Span,
    /// How surely.
    pub naming: Naming,
}

/// Finds mentions, longest name first, in order; names inside bodies that span areas (integrated
/// care boards, NHS trusts, police) are not mentions.
pub fn mentions(_content: &str, _knowledge: &Knowledge) -> Vec<Mention> {
    Vec::new()
}
