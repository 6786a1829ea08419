//! Word diff: what changed between two wordings of one priority.
//!
//! In:  two wordings. Out: pieces in reading order, and their rendering as plain text and HTML.
//! Words are compared as they are printed; white space does not count.
//! Bound: the comparison is quadratic in the worst case, so wordings over [`LONGEST`] words are
//! shown as wholly replaced.

use similar::{Algorithm, ChangeTag, capture_diff_slices};

/// More words than any priority has; beyond it a word diff helps nobody.
const LONGEST: usize = 2_000;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// In both wordings.
    Kept,
    /// Only in the earlier wording.
    Removed,
    /// Only in the later wording.
    Added,
}

/// Consecutive words that share a fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Their fate.
    pub tag: Tag,
    /// The words, one space between them.
    pub words: String,
}

/// Says word by word how `later` differs from `earlier`; neighbouring pieces differ in tag.
///
/// The kept and removed pieces give the earlier wording, the kept and added ones the later.
pub fn diff(earlier: &str, later: &str) -> Vec<Piece> {
    let before: Vec<&str> = earlier.split_whitespace().collect();
    let now: Vec<&str> = later.split_whitespace().collect();
    let mut pieces = Vec::new();
    if before.len().max(now.len()) > LONGEST {
        push(&mut pieces, Tag::Removed, &before);
        push(&mut pieces, Tag::Added, &now);
        return pieces;
    }
    for op in capture_diff_slices(Algorithm::Myers, &before, &now) {
        for (tag, words) in op.iter_slices(&before, &now) {
            let tag = match tag {
                ChangeTag::Equal => Tag::Kept,
                ChangeTag::Delete => Tag::Removed,
                ChangeTag::Insert => Tag::Added,
            };
            push(&mut pieces, tag, words);
        }
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, tag: Tag, words: &[&str]) {
    let words = words.join(" ");
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.tag == tag => {
            last.words.push(' ');
            last.words.push_str(&words);
        }
        _ => pieces.push(Piece { tag, words }),
    }
}

/// Whether so much stays, most of both wordings, that marks within the sentence can be read.
pub fn is_slight(pieces: &[Piece]) -> bool {
    let count = |tag| {
        let of = pieces.iter().filter(|piece| piece.tag == tag);
        of.map(|piece| piece.words.split(' ').count()).sum::<usize>()
    };
    count(Tag::Kept) > count(Tag::Removed).max(count(Tag::Added))
}

/// Shows pieces without colour: `The [-speed-] {+quality+} of reviews`.
pub fn plain(pieces: &[Piece]) -> String {
    render(pieces, |piece| match piece.tag {
        Tag::Kept => piece.words.clone(),
        Tag::Removed => format!("[-{}-]", piece.words),
        Tag::Added => format!("{{+{}+}}", piece.words),
    })
}

/// Shows pieces as HTML: `<del>` and `<ins>`, the words escaped.
pub fn html(pieces: &[Piece]) -> String {
    render(pieces, |piece| {
        let words = escape(&piece.words);
        match piece.tag {
            Tag::Kept => words,
            Tag::Removed => format!("<del>{words}</del>"),
            Tag::Added => format!("<ins>{words}</ins>"),
        }
    })
}

fn render(pieces: &[Piece], one: impl Fn(&Piece) -> String) -> String {
    pieces.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn case(earlier: &str, later: &str, want: &str) {
        assert_eq!(plain(&diff(earlier, later)), want);
    }

    #[test]
    fn shows_what_changed_word_by_word() {
        case("Visits to children", "Visits to children", "Visits to children");
        case("Visits  to\nchildren", "Visits to children", "Visits to children");
        case(
            "The speed of reviews",
            "The quality of reviews",
            "The [-speed-] {+quality+} of reviews",
        );
        case("Reviews", "Reviews, and their minutes", "[-Reviews-] {+Reviews, and their minutes+}");
        case("", "New words", "{+New words+}");
        case("Old words", "", "[-Old words-]");
        case("", "", "");
    }

    #[test]
    fn html_of_a_release_cannot_break_out() {
        let pieces = diff("safe <b>", "safe & \"sound\"");
        assert_eq!(html(&pieces), "safe <del>&lt;b&gt;</del> <ins>&amp; &quot;sound&quot;</ins>");
    }

    #[test]
    fn a_wording_of_absurd_length_is_replaced_as_a_whole() {
        let long = "word ".repeat(LONGEST + 1);
        let tags: Vec<Tag> = diff(&long, "word").iter().map(|piece| piece.tag).collect();
        assert_eq!(tags, [Tag::Removed, Tag::Added]);
    }

    fn side(pieces: &[Piece], without: Tag) -> String {
        let words: Vec<&str> =
            pieces.iter().filter(|p| p.tag != without).map(|p| p.words.as_str()).collect();
        words.join(" ")
    }

    proptest! {
        #[test]
        fn the_pieces_give_both_wordings_back(a in "([a-c<&]{1,2} ){0,12}", b in "([a-c<&]{1,2} ){0,12}") {
            let pieces = diff(&a, &b);
            prop_assert_eq!(side(&pieces, Tag::Added), a.trim_end());
            prop_assert_eq!(side(&pieces, Tag::Removed), b.trim_end());
            prop_assert!(pieces.windows(2).all(|pair| pair[0].tag != pair[1].tag));
        }
    }
}
