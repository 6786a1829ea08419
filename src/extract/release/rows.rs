//! Blocks that are read as one line: the cells of a short table row, and the name of a judgement with
//! the grade that stands below it, as on cards that councils put on their pages.

use std::collections::HashMap;

use crate::extract::release::folded::Folded;
use crate::extract::release::places::Hits;
use crate::knowledge::lexicon::Kind;
use crate::model::text::{Block, BlockKind, Span, Text};

/// A row of more words is read cell by cell.
const ROW: usize = 16;

/// The name of a judgement has no more words.
const NAME: usize = 14;

/// One past the last block that belongs with a block: a short table row is read as one line.
pub fn row(text: &Text, index: usize) -> usize {
    let BlockKind::Cell { table, row, .. } = text.blocks[index].kind else { return index + 1 };
    let same = |b: &&Block| matches!(b.kind, BlockKind::Cell { table: t, row: r, .. } if t == table && r == row);
    let cells = text.blocks[index..].iter().take_while(same).count();
    let span =
        Span { start: text.blocks[index].span.start, end: text.blocks[index + cells - 1].span.end };
    let words = |b: &Block| text.slice(b.span).split_whitespace().count();
    // A long name and the grades it was given in turn.
    let grades = cells > 2 && text.blocks[index + 1..index + cells].iter().all(|b| words(b) <= 5);
    let short = text.slice(span).split_whitespace().count() <= ROW;
    if short || grades { index + cells } else { index + 1 }
}

/// What a block of a run of cards is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Name,
    Grade,
    Other,
}

/// For each name of a judgement whose grade stands alone in the next block, one past that block.
/// A run that does not begin with a name, or not end with a grade, may have its names below.
pub fn cards(text: &Text, folded: &Folded, hits: &Hits) -> HashMap<usize, usize> {
    let blocks: Vec<(usize, Part)> = text
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| !matches!(b.kind, BlockKind::Furniture | BlockKind::Caption))
        .map(|(i, b)| (i, part(text, folded, hits, b.span, b.kind)))
        .collect();
    let mut ends = HashMap::new();
    for run in blocks.chunk_by(|a, b| a.1 != Part::Other && b.1 != Part::Other) {
        let pairs = run
            .chunks(2)
            .all(|p| matches!(p, [(name, Part::Name), (grade, Part::Grade)] if grade - name == 1));
        if pairs {
            ends.extend(run.chunks(2).map(|pair| (pair[0].0, pair[1].0 + 1)));
        }
    }
    ends
}

fn part(text: &Text, folded: &Folded, hits: &Hits, span: Span, kind: BlockKind) -> Part {
    let words = text.slice(span);
    let few = words.len() <= 120 && words.split_whitespace().count() <= NAME;
    if !few || matches!(kind, BlockKind::Cell { .. }) || words.ends_with([',', ';', '?']) {
        return Part::Other;
    }
    let (start, end) = (folded.of_original(span.start), folded.of_original(span.end));
    let here = hits.beginning(start, end);
    if let Some(grade) = here.iter().find(|h| h.kind == Kind::Grade) {
        let around = [&folded.text[start..grade.start], &folded.text[grade.end.min(end)..end]];
        let alone = around.iter().all(|w| !w.contains(char::is_alphanumeric));
        return if alone { Part::Grade } else { Part::Other };
    }
    let named = here.iter().any(|h| matches!(h.kind, Kind::Judgement | Kind::Overall));
    if named && !words.ends_with(['.', '!']) { Part::Name } else { Part::Other }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[track_caller]
    fn case(lines: &[&str], expected: &[usize]) {
        let knowledge = Knowledge::embedded().expect("well formed");
        let mut text = Text::default();
        for line in lines {
            text.push(BlockKind::Paragraph, line, 0);
        }
        let folded = Folded::new(&text.content);
        let hits = Hits::new(knowledge.lexicon.found(&folded.text).hits, folded.text.len());
        let mut names: Vec<usize> = cards(&text, &folded, &hits).into_keys().collect();
        names.sort_unstable();
        assert_eq!(names, expected, "{lines:?}");
    }

    #[test]
    fn a_grade_alone_is_of_the_name_above_it() {
        case(
            &["Our result", "Overall effectiveness", "Good", "Care leavers", "Outstanding"],
            &[1, 3],
        );
        case(
            &["Children in care:", "Requires improvement to be good.", "The visit was long."],
            &[0],
        );
    }

    #[test]
    fn names_may_stand_below_their_grades() {
        case(&["Good", "Overall effectiveness", "Outstanding", "Care leavers"], &[]);
        case(&["Overall effectiveness", "Good", "Care leavers"], &[]);
        case(&["Overall effectiveness", "It was good."], &[]);
    }
}
