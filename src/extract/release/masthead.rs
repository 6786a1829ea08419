//! What stands above the title and says nothing: "News", the subject "FW: press release".
//!
//! What a page is about shows in its first lines, so a line that only names a kind of page is not
//! counted among them.

use crate::extract::area::Mention;
use crate::extract::release::folded::Folded;
use crate::extract::release::places::Hits;
use crate::knowledge::lexicon::Kind;
use crate::model::text::{Block, BlockKind, Span, Text};

/// The index of the first block that is read: that of the title where a heading without matter
/// stands above it.
pub fn end(text: &Text, folded: &Folded, hits: &Hits, mentions: &[Mention]) -> usize {
    let silent = |span: Span| {
        let (start, end) = (folded.of_original(span.start), folded.of_original(span.end));
        let kinds = [Kind::Document, Kind::Published];
        hits.beginning(start, end).iter().all(|h| kinds.contains(&h.kind))
            && !mentions.iter().any(|m| span.contains(m.span))
    };
    let read = |b: &Block| !matches!(b.kind, BlockKind::Furniture | BlockKind::Caption);
    let title = |b: &Block| matches!(b.kind, BlockKind::Heading { .. });
    let mut blocks = text.blocks.iter().enumerate().filter(|(_, b)| read(b));
    match (blocks.next(), blocks.next()) {
        (Some((_, head)), Some((at, next))) if title(head) && title(next) && silent(head.span) => {
            at
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::area;
    use crate::knowledge::Knowledge;

    #[track_caller]
    fn case(lines: &[&str], expected: usize) {
        let knowledge = Knowledge::embedded().expect("well formed");
        let mut text = Text::default();
        for line in lines {
            let kind = match line.strip_prefix("# ") {
                Some(_) => BlockKind::Heading { level: 1 },
                None => BlockKind::Paragraph,
            };
            text.push(kind, line.trim_start_matches("# "), 0);
        }
        let folded = Folded::new(&text.content);
        let hits = Hits::new(knowledge.lexicon.found(&folded.text).hits, folded.text.len());
        let mentions = area::mentions(&text.content, &knowledge);
        assert_eq!(end(&text, &folded, &hits, &mentions), expected, "{lines:?}");
    }

    #[test]
    fn only_a_heading_without_matter_above_the_title_is_passed() {
        case(&["# News", "# Ofsted rates Leeds good", "It said so."], 1);
        case(&["# FW: press release", "# Inspectors praise care leavers' homes", "They came."], 1);
        case(&["# Ofsted rates Leeds good", "# What inspectors said", "They came."], 0);
        case(&["# Leeds City Council", "# Our inspection", "They came."], 0);
        case(&["# News", "Ofsted rates Leeds good."], 0);
        case(&[], 0);
    }
}
