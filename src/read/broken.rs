//! Paragraphs and list items that line breaks (`br`) make within one element.

use crate::model::text::BlockKind;
use crate::read::draft::Draft;
use crate::read::marker;
use crate::read::wrap::{ends_sentence, starts_small};

/// Adds the paragraphs and items of words whose line breaks are `\n`.
pub fn lines(words: &str, draft: &mut Draft) {
    let mut joined = String::new();
    for line in words.split('\n') {
        let line = line.trim();
        let item = marker::split(line);
        let apart = line.is_empty()
            || item.is_some()
            || (ends_sentence(&joined) || joined.ends_with(':')) && !starts_small(line);
        if apart && !joined.is_empty() {
            draft.push(BlockKind::Paragraph, std::mem::take(&mut joined));
        }
        if let Some((marker, words)) = item {
            draft.push(BlockKind::Item { depth: 0, numbered: marker.numbered() }, words);
        } else {
            joined.push(' ');
            joined.push_str(line);
        }
    }
    draft.push(BlockKind::Paragraph, joined);
}
