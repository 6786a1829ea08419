//! Which blocks are the page's furniture or belong to a picture, by what they say.
//!
//! In:  blocks in reading order. Out: the same blocks; some now furniture or captions.
//! Not here: what a page's markup says of its parts (`html`).
//! The phrases are those of web sites and mail programs, whatever the release is about.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::draft::Part;
use crate::model::text::BlockKind;

/// Longest line, in bytes, that is taken for furniture or a caption.
const LONGEST: usize = 260;
/// Longest phrase in bytes after which all the rest is furniture.
const LONGEST_SECTION: usize = 40;

/// Lines that say nothing but this.
static LINES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "skip to content|skip to main content|skip to navigation|skip navigation|jump to content|\
     skip to footer|share|share this|share this page|share this article|share this story|\
     share page|share via|email this page|print this page|print page|print|tweet|facebook|\
     twitter|linkedin|whatsapp|email|copy link|copy url|advertisement|advertising|\
     advertisement feature|ad|sponsored|promoted content|top|back to top|return to top|\
     back to news|back to all news|back to latest news|back to list|previous|next|previous page|\
     next page|previous article|next article|previous post|next post|older posts|newer posts|\
     menu|main menu|open menu|close menu|close|search|search this site|log in|login|sign in|\
     register|my account|contact us|accessibility|accessibility statement|privacy|\
     privacy policy|privacy notice|cookies|cookie policy|cookie settings|manage cookies|\
     accept cookies|accept all|accept all cookies|reject all|reject all cookies|\
     accept additional cookies|reject additional cookies|view cookies|hide this message|\
     terms and conditions|terms of use|site map|sitemap|subscribe|subscribe now|newsletter|\
     sign up|sign up now|follow us|listen to this article|read aloud|was this page helpful|\
     is this page useful|give feedback|rate this page|report a problem with this page|\
     already a subscriber? login|want full article access|most read|most popular|trending|\
     leave a reply|leave a comment|comments|no comments|add comment|view comments|\
     you are here|breadcrumb|loading|play video|this video can not be played|read more|\
     read full story|continue reading|view more|show more|see more|load more|more news|\
     more stories|getty images|pa media|image source|all rights reserved|table of contents|\
     on this page|in this section|page contents|download pdf|view all|unsubscribe|\
     view this email in your browser|view in browser|follow us on twitter|follow us on facebook|\
     this page was last updated"
        .split('|')
        .collect()
});

/// Lines that start with this.
const OPENINGS: &[&str] = &[
    "read more:",
    "read more -",
    "read more about",
    "read next",
    "read also:",
    "also read:",
    "more:",
    "more on this",
    "more from ",
    "see also:",
    "related:",
    "watch:",
    "listen:",
    "in pictures:",
    "recommended reading",
    "don't miss:",
    "don’t miss:",
    "sign up for ",
    "sign up to ",
    "subscribe to ",
    "follow us on",
    "follow bbc",
    "join our whatsapp",
    "get the latest news",
    "get all the latest",
    "like us on facebook",
    "share on ",
    "share this on ",
    "share to ",
    "tweet this",
    "skip to ",
    "this website uses cookies",
    "this site uses cookies",
    "our website uses cookies",
    "our site uses cookies",
    "we use cookies",
    "we use some essential cookies",
    "we'd like to use",
    "we’d like to use",
    "we'd like to set additional cookies",
    "we’d like to set additional cookies",
    "are you ok with cookies",
    "by continuing to use this",
    "by continuing to browse",
    "you've accepted all cookies",
    "you’ve accepted all cookies",
    "print this ",
    "copyright ©",
    "© ",
    "filed under",
    "posted in ",
    "tags:",
    "categories:",
    "you are here:",
    "home >",
    "home ›",
    "home »",
    "home /",
    "home |",
    "home →",
    "home chevron",
    "[ad_",
    "this email and any ",
    "this e-mail and any ",
    "this message contains confidential",
    "the information in this email",
    "to unsubscribe",
    "subscribe to receive",
    "got a story",
    "do you have a story",
    "comments are closed",
    "already a subscriber",
    "you can unsubscribe",
    "please enable javascript",
    "javascript is disabled",
    "your browser does not support",
    "to view this video",
    "this content is not available",
];

/// Headings of other stories and of what readers say; what follows them is not the release.
static SECTIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "related posts|related articles|related stories|related news|related content|related topics|\
     related links|related pages|related|more on this story|you may also like|you might also like|\
     you might also be interested in|you may also be interested in|recommended for you|\
     recommended|recommended stories|read next|most read|most popular|latest news|latest stories|\
     latest articles|latest posts|more news|other news|more stories|trending|trending now|\
     top stories|recent posts|recent news|recent articles|popular posts|popular articles|\
     around the web|from the web|leave a reply|leave a comment|join the conversation|\
     related tags|other stories|more like this|explore more|elsewhere on this site"
        .split('|')
        .collect()
});

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

const HONORIFICS: &[&str] = &[
    "Cllr",
    "Cllr.",
    "Councillor",
    "Coun",
    "Coun.",
    "Dr",
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Sir",
    "Dame",
    "Lord",
    "Lady",
    "Baroness",
    "Prof",
    "Professor",
];

/// Marks furniture and captions.
pub fn recognise(parts: &mut [Part]) {
    for part in parts.iter_mut() {
        if let Some(kind) = spoken_kind(part) {
            part.kind = kind;
        }
    }
    mark_repeated_title(parts);
    mark_names(parts);
    mark_trailing_sections(parts);
}

/// What a block is by its own words, if they tell.
fn spoken_kind(part: &Part) -> Option<BlockKind> {
    let open = matches!(
        part.kind,
        BlockKind::Heading { .. } | BlockKind::Paragraph | BlockKind::Item { .. }
    );
    if !open || part.words.len() > LONGEST {
        return None;
    }
    let words = plain(&part.words);
    if LINES.contains(bare(&words))
        || OPENINGS.iter().any(|o| words.starts_with(o))
        || is_trail(&words)
    {
        return Some(BlockKind::Furniture);
    }
    let logo = words.ends_with(" logo") && words.split(' ').count() <= 5;
    let pictured = PICTURED.iter().any(|word| words.contains(word));
    (logo || pictured && CAPTION.is_match(part.words.trim())).then_some(BlockKind::Caption)
}

/// Small letters, one space, no signs around.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn bare(words: &str) -> &str {
    words.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a line is a breadcrumb trail.
fn is_trail(words: &str) -> bool {
    let marks = words.matches(" > ").count() + words.matches(['›', '»']).count();
    let icons = words.matches("chevron_right").count() + words.matches("arrow_right").count();
    icons > 0 || marks >= 2 && !words.contains(". ")
}

/// A title that is printed twice is needed once.
fn mark_repeated_title(parts: &mut [Part]) {
    let titled = |part: &Part| matches!(part.kind, BlockKind::Heading { level: 1 });
    let Some(first) = parts.iter().position(titled) else { return };
    let title = plain(&parts[first].words);
    for part in parts.iter_mut().skip(first + 1).take(4) {
        let line = matches!(part.kind, BlockKind::Heading { .. } | BlockKind::Paragraph);
        if line && plain(&part.words) == title {
            part.kind = BlockKind::Furniture;
        }
    }
}

/// Marks lines that are only a person's name and style, and what repeats the name beside them.
fn mark_names(parts: &mut [Part]) {
    for i in 0..parts.len() {
        if !is_line(&parts[i]) || !is_styled_name(&parts[i].words) {
            continue;
        }
        let words: Vec<String> =
            parts[i].words.split_whitespace().skip(1).map(str::to_owned).collect();
        let name = words.join(" ");
        parts[i].kind = BlockKind::Caption;
        for beside in [i.checked_sub(1), Some(i + 1)].into_iter().flatten() {
            if let Some(part) = parts.get_mut(beside)
                && is_line(part)
                && part.words.split_whitespace().count() <= words.len() + 3
                && part.words.contains(&name)
            {
                part.kind = BlockKind::Caption;
            }
        }
    }
}

fn is_line(part: &Part) -> bool {
    let kind = matches!(part.kind, BlockKind::Heading { .. } | BlockKind::Paragraph);
    kind && part.words.len() <= 80
        && !part.words.trim_end().ends_with(['.', ':', ',', ';', '!', '?'])
}

fn is_styled_name(words: &str) -> bool {
    let mut words = words.split_whitespace();
    let styled = words.next().is_some_and(|first| HONORIFICS.contains(&first));
    let names: Vec<_> = words.collect();
    styled
        && (1..=4).contains(&names.len())
        && names.iter().all(|n| n.starts_with(char::is_uppercase))
}

/// In the second half of a text, everything after a heading of other stories is furniture.
fn mark_trailing_sections(parts: &mut [Part]) {
    let whole: usize = parts.iter().map(|p| p.words.len()).sum();
    let mut before = 0;
    let section = parts.iter().position(|part| {
        let opens =
            part.words.len() <= LONGEST_SECTION && SECTIONS.contains(bare(&plain(&part.words)));
        before += part.words.len();
        opens && before * 2 >= whole
    });
    let Some(section) = section else { return };
    for part in &mut parts[section..] {
        part.kind = BlockKind::Furniture;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(lines: &[&str]) -> Vec<Part> {
        let part = |words: &&str| Part { kind: BlockKind::Paragraph, words: (*words).to_owned() };
        lines.iter().map(part).collect()
    }

    #[track_caller]
    fn case(line: &str, kind: BlockKind) {
        let mut parts = parts(&[
            "The council was inspected in May and rated good overall.",
            line,
            "It said so.",
        ]);
        recognise(&mut parts);
        assert_eq!(parts[1].kind, kind, "{line}");
        assert_eq!((parts[0].kind, parts[2].kind), (BlockKind::Paragraph, BlockKind::Paragraph));
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
        let mut parts =
            parts(&["It was rated good.", "Jo Bloggs smiling", "Cllr Jo Bloggs", "He was glad."]);
        recognise(&mut parts);
        let kinds: Vec<_> = parts.iter().map(|p| p.kind).collect();
        use BlockKind::{Caption, Paragraph};
        assert_eq!(kinds, [Paragraph, Caption, Caption, Paragraph]);
    }

    #[test]
    fn what_follows_related_posts_is_furniture_only_near_the_end() {
        let long = "The council was inspected in May and rated good overall, which pleased it.";
        let mut end = parts(&[long, "Related Posts", "Another council rated inadequate"]);
        recognise(&mut end);
        assert_eq!(end[2].kind, BlockKind::Furniture);
        let mut start = parts(&["Latest news", "Council rated good", long, long]);
        recognise(&mut start);
        assert!(start[1..].iter().all(|p| p.kind == BlockKind::Paragraph));
    }
}
