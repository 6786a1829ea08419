//! Which blocks of a text are page furniture or belong to a picture, by what they say.
//!
//! In:  a text whose blocks know what markup said of them, and the words of `wording/furniture.toml`.
//! Out: the same text; some blocks now furniture or captions.
//! Not here: what a page's markup says of its parts (`read::html`).

use std::sync::LazyLock;

use regex::Regex;

use super::release::fold;
use crate::knowledge::Lexicon;
use crate::knowledge::lexicon::Kind;
use crate::model::text::{BlockKind, Text};

/// Longest line, in bytes, that is taken for furniture or a caption.
const LONGEST: usize = 260;
/// Longest phrase in bytes after which all the rest is furniture.
const LONGEST_SECTION: usize = 40;
/// Longest line, in bytes, that may be a person's name and style, or repeat them.
const LONGEST_NAME: usize = 80;

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) ^\(?(?:image|picture|pic|photo|photograph|caption|image\ caption|image\ source)s?
            (?:\ (?:credit|by|courtesy\ of))? \s?[:,]
        | (?:^|[.)\s|(]) (?i:image|picture|pic|photo|photograph|credit)s?
            (?:\ (?i:credit|by|courtesy\ of))? :\ ?\p{Lu}[\p{L}\d.'’&/,\ -]{2,48} \)?$
        | \b(?i:image\ source|image\ caption), | ^(?i:stock\ (?:image|photo)|library\ (?:image|picture)|file\ photo)\b",
    )
    .expect("fixed pattern")
});

/// Without one of these, no words are a caption by [`CAPTION`].
const PICTURED: &[&str] = &["image", "pic", "photo", "caption", "credit"];

/// Marks furniture and captions.
pub fn mark(text: &mut Text, lexicon: &Lexicon) {
    let mut page = Page { text, lexicon };
    for at in 0..page.text.blocks.len() {
        if let Some(kind) = page.spoken_kind(at) {
            page.text.blocks[at].kind = kind;
        }
    }
    page.mark_repeated_title();
    page.mark_names();
    page.mark_other_stories();
}

/// Whether folded words begin as a line of furniture does.
pub fn opens(words: &str, lexicon: &Lexicon) -> bool {
    lexicon.starts(Kind::FurnitureOpening, words).is_some()
}

struct Page<'p> {
    text: &'p mut Text,
    lexicon: &'p Lexicon,
}

impl Page<'_> {
    fn words(&self, at: usize) -> &str {
        self.text.slice(self.text.blocks[at].span)
    }

    fn kind(&self, at: usize) -> BlockKind {
        self.text.blocks[at].kind
    }

    /// What a block is by its own words, if they tell.
    fn spoken_kind(&self, at: usize) -> Option<BlockKind> {
        use BlockKind::{Caption, Furniture, Heading, Item, Paragraph};
        let open = matches!(self.kind(at), Heading { .. } | Paragraph | Item { .. });
        let words = self.words(at);
        if !open || words.len() > LONGEST {
            return None;
        }
        let folded = fold(words);
        let logo = folded.ends_with(" logo") && folded.split(' ').count() <= 5;
        let pictured = PICTURED.iter().any(|word| folded.contains(word));
        if logo || pictured && CAPTION.is_match(words) {
            return Some(Caption);
        }
        (self.is_button(&folded) || opens(&folded, self.lexicon) || is_trail(words))
            .then_some(Furniture)
    }

    /// Whether folded words say nothing else, or begin a row of such: "comments (3) | privacy".
    fn is_button(&self, folded: &str) -> bool {
        let first = folded.split(['|', '•', '·']).next().unwrap_or_default().trim_end();
        let counted = first.strip_suffix(')').and_then(|words| words.rsplit_once(" ("));
        let digits = |count: &str| count.chars().all(|c| c.is_ascii_digit());
        let name = counted.filter(|(_, count)| digits(count)).map_or(first, |(name, _)| name);
        self.is(Kind::FurnitureLine, name)
    }

    /// Whether folded words, without the marks around them, are a wording of the kind.
    fn is(&self, kind: Kind, folded: &str) -> bool {
        let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
        self.lexicon.is(kind, bare)
    }

    /// A title that is printed twice is needed once.
    fn mark_repeated_title(&mut self) {
        let blocks = &self.text.blocks;
        let titled = |at: &usize| matches!(blocks[*at].kind, BlockKind::Heading { level: 1 });
        let Some(first) = (0..blocks.len()).find(titled) else { return };
        let title = fold(self.words(first));
        for at in (first + 1..blocks.len()).take(4) {
            let line = matches!(self.kind(at), BlockKind::Heading { .. } | BlockKind::Paragraph);
            if line && fold(self.words(at)) == title {
                self.text.blocks[at].kind = BlockKind::Furniture;
            }
        }
    }

    /// Marks lines that are only a person's name and style, and what repeats the name beside them.
    fn mark_names(&mut self) {
        for at in 0..self.text.blocks.len() {
            let Some(name) = self.styled_name(at) else { continue };
            self.text.blocks[at].kind = BlockKind::Caption;
            let longest = name.split(' ').count() + 3;
            for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
                let repeats = |words: &str| {
                    words.split_whitespace().count() <= longest && words.contains(&name)
                };
                if self.is_line(beside) && repeats(self.words(beside)) {
                    self.text.blocks[beside].kind = BlockKind::Caption;
                }
            }
        }
    }

    fn is_line(&self, at: usize) -> bool {
        let lines = |kind| matches!(kind, BlockKind::Heading { .. } | BlockKind::Paragraph);
        self.text.blocks.get(at).is_some_and(|block| lines(block.kind))
            && self.words(at).len() <= LONGEST_NAME
            && !self.words(at).ends_with(['.', ':', ',', ';', '!', '?'])
    }

    /// The name of a line that is only a name after a style.
    fn styled_name(&self, at: usize) -> Option<String> {
        let line = Some(at).filter(|at| self.is_line(*at)).map(|at| self.words(at))?;
        let (style, name) = line.split_once(' ')?;
        let upper = |word: &str| word.starts_with(char::is_uppercase);
        let styled = upper(style) && self.lexicon.is(Kind::Style, &fold(style));
        let named = name.split(' ').count() <= 4 && name.split(' ').all(upper);
        (styled && named).then(|| name.to_owned())
    }

    /// In the second half of a text, everything after a heading of other stories is furniture.
    fn mark_other_stories(&mut self) {
        let lengths: Vec<usize> =
            self.text.blocks.iter().map(|b| b.span.end - b.span.start).collect();
        let whole: usize = lengths.iter().sum();
        let mut before = 0;
        let section = lengths.iter().enumerate().position(|(at, length)| {
            let late = before * 2 >= whole;
            before += length;
            if !late || *length > LONGEST_SECTION {
                return false;
            }
            let words = fold(self.words(at));
            // "More from this site", "Elsewhere in the county".
            let opens = ["more from ", "elsewhere in ", "in other news"]
                .iter()
                .any(|o| words.starts_with(o) && !words.ends_with(['.', '!', '?']));
            opens || self.is(Kind::OtherStories, &words)
        });
        let from = section.unwrap_or(self.text.blocks.len());
        for block in &mut self.text.blocks[from..] {
            block.kind = BlockKind::Furniture;
        }
    }
}

/// Whether a line is a breadcrumb trail.
fn is_trail(words: &str) -> bool {
    // All that is looked for below has one of these, or a mark beyond ASCII.
    if !words.bytes().any(|b| matches!(b, b'_' | b'>' | b'/' | b'|') || !b.is_ascii()) {
        return false;
    }
    let words = words.to_lowercase();
    let marks = words.matches(" > ").count() + words.matches(['›', '»']).count();
    let icons = words.matches("chevron_right").count() + words.matches("arrow_right").count();
    let home =
        words.strip_prefix("home ").is_some_and(|w| w.starts_with(['>', '›', '»', '/', '|', '→']));
    icons > 0 || home || marks >= 2 && !words.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::embedded;

    /// What the paragraphs become.
    fn kinds(lines: &[&str]) -> Vec<BlockKind> {
        kinds_with("", lines)
    }

    /// What they become where a user has a file of wordings more.
    fn kinds_with(file: &str, lines: &[&str]) -> Vec<BlockKind> {
        let mut text = Text::default();
        for line in lines {
            text.push(BlockKind::Paragraph, line, 0);
        }
        let mut files = embedded::files(None).expect("embedded");
        if !file.is_empty() {
            files.insert("wording/own.toml".into(), file.into());
        }
        mark(&mut text, &Lexicon::parse(&files).expect("well formed"));
        text.blocks.iter().map(|block| block.kind).collect()
    }

    #[test]
    fn a_user_adds_words_of_furniture() {
        use BlockKind::{Furniture, Paragraph};
        let lines = ["Our app has more: get it now.", "It was rated good."];
        assert_eq!(kinds(&lines), [Paragraph, Paragraph]);
        let own =
            "[[wording]]\nkind = 'furniture-opening'\nwords = ['our (app|podcast) has more']\n";
        assert_eq!(kinds_with(own, &lines), [Furniture, Paragraph]);
    }

    #[track_caller]
    fn case(line: &str, kind: BlockKind) {
        let found = kinds(&[
            "The council was inspected in May and rated good overall.",
            line,
            "It said so.",
        ]);
        assert_eq!(found, [BlockKind::Paragraph, kind, BlockKind::Paragraph], "{line}");
    }

    #[test]
    fn lines_of_the_page_are_furniture() {
        for line in [
            "Skip to content",
            "SHARE THIS PAGE",
            "Read more: Another council in trouble",
            "Home > News > May",
            "Home chevron_right News",
            "[ad_1]",
            "We use cookies to make this site work.",
            "Back to top ↑",
            "Home | News",
            "Comments (12)",
            "Accessibility | Privacy | Terms of use",
            "MORE: Call for a review",
        ] {
            case(line, BlockKind::Furniture);
        }
    }

    #[test]
    fn words_of_pictures_are_captions() {
        for line in [
            "(Image: Jo Bloggs)",
            "The town hall. Picture: Jo Bloggs",
            "County Hall (Image: LDRS)",
            "Image source, Agency",
            "Ofsted logo",
            "Cllr Jo Bloggs",
        ] {
            case(line, BlockKind::Caption);
        }
    }

    #[test]
    fn sentences_stay_what_they_are() {
        for line in [
            "Accessibility of services varies",
            "Comments from parents were heard.",
            "Read more records of visits.",
            "Sign up more foster carers",
            "Search teams were praised.",
            "Share of good services rises",
            "Back to back outstanding ratings",
            "Children get a clearer picture: plans are now in plain words.",
            "Cllr Jo Bloggs welcomed it.",
            "More than half of plans > 20 weeks",
            "Print and digital guides are good.",
        ] {
            case(line, BlockKind::Paragraph);
        }
    }

    #[test]
    fn a_name_beside_its_styled_double_is_a_caption_too() {
        let found =
            kinds(&["It was rated good.", "Jo Bloggs smiling", "Cllr Jo Bloggs", "He was glad."]);
        use BlockKind::{Caption, Paragraph};
        assert_eq!(found, [Paragraph, Caption, Caption, Paragraph]);
    }

    #[test]
    fn what_follows_related_posts_is_furniture_only_near_the_end() {
        let long = "The council was inspected in May and rated good overall, which pleased it.";
        let end = kinds(&[long, "Related Posts", "Another council rated inadequate"]);
        assert_eq!(end[2], BlockKind::Furniture);
        let start = kinds(&["Top stories", "Council rated good", long, long]);
        assert_eq!(start[1..], [BlockKind::Paragraph; 3]);
    }
}
