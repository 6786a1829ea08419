//! What single elements are by tag, role, class and id: unseen, furniture, captions.
//!
//! The names are those that web site programs give the parts of their pages: they belong to the format
//! as its tags do (ARCHITECTURE.md says why they are no knowledge).

use scraper::node::Element;

/// Elements whose words are not shown or not read.
const UNSEEN: &[&str] = &[
    "head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select",
    "textarea", "button", "canvas", "audio", "video", "math", "map", "datalist", "dialog",
];
/// Elements that are furniture by their tag.
const FURNITURE: &[&str] = &["nav", "footer", "aside", "form", "menu", "search"];
/// Roles that are furniture.
const FURNITURE_ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
    "tablist",
];
/// Words in class names, and ids of one or two words, that tell furniture.
const FURNITURE_NAMES: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "menus",
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "share",
    "sharing",
    "sharer",
    "social",
    "addthis",
    "addtoany",
    "sharedaddy",
    "related",
    "sidebar",
    "newsletter",
    "subscribe",
    "subscription",
    "signup",
    "advert",
    "adverts",
    "advertisement",
    "advertising",
    "ad",
    "ads",
    "adslot",
    "promo",
    "promoted",
    "sponsored",
    "comments",
    "disqus",
    "respond",
    "pagination",
    "pager",
    "tags",
    "taglist",
    "tagcloud",
    "skip",
    "skiplink",
    "skiplinks",
    "footer",
    "masthead",
    "recommended",
    "recommendations",
    "trending",
    "mostread",
    "popular",
    "outbrain",
    "taboola",
    "modal",
    "popup",
    "feedback",
    "toolbar",
    "readmore",
    "paywall",
    "jumplinks",
    "toc",
    "onthispage",
];
/// Words beside "social" that name what a page is about: "social-care", "social-work".
const SUBJECT_NAMES: &[&str] = &["care", "work"];
/// Words in class names that tell captions.
const CAPTION_NAMES: &[&str] = &["caption", "captions", "figcaption", "photocredit", "imagecredit"];
/// Whether the words of an element are not shown.
pub fn is_unseen(element: &Element) -> bool {
    let hidden = element.attr("hidden").is_some_and(|value| value != "until-found");
    let decoration = element.attr("aria-hidden") == Some("true")
        && matches!(element.name(), "span" | "i" | "em" | "b" | "sup" | "a" | "img");
    UNSEEN.contains(&element.name()) || hidden || decoration || is_for_screen_readers(element)
}

fn is_for_screen_readers(element: &Element) -> bool {
    element.classes().any(|class| {
        class.ends_with("visually-hidden")
            || matches!(class, "sr-only" | "screen-reader-text" | "visuallyhidden" | "offscreen")
    })
}

/// Whether an element is furniture by tag or role, wherever it stands.
pub fn is_tagged_furniture(element: &Element) -> bool {
    FURNITURE.contains(&element.name())
        || element.attr("role").is_some_and(|role| FURNITURE_ROLES.contains(&role))
}

/// Whether an element within a story is furniture by its tag, role, class or id.
pub fn is_named_furniture(element: &Element) -> bool {
    if is_tagged_furniture(element) {
        return true;
    }
    if matches!(
        element.name(),
        "body" | "html" | "main" | "article" | "p" | "h1" | "h2" | "h3" | "strong"
    ) {
        return false;
    }
    let furniture =
        |names: &[String]| has_any(names, FURNITURE_NAMES) && !has_any(names, SUBJECT_NAMES);
    let id = element.id().map(words_of_name).filter(|words| words.len() <= 2);
    element.classes().any(|class| furniture(&words_of_name(class)))
        || id.is_some_and(|id| furniture(&id))
}

fn has_any(names: &[String], known: &[&str]) -> bool {
    names.iter().any(|name| known.contains(&name.as_str()))
}

/// Whether an element belongs to a picture.
pub fn is_caption(element: &Element) -> bool {
    let named = |class| has_any(&words_of_name(class), CAPTION_NAMES);
    match element.name() {
        "figcaption" => true,
        "p" | "div" | "span" | "small" | "em" | "figure" | "cite" => element.classes().any(named),
        _ => false,
    }
}

/// Splits `mostRead-list_item` into small words: `most`, `read`, `list`, `item`, and `mostread`.
fn words_of_name(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()) {
        let starts = part.char_indices().filter(|(i, c)| {
            *i > 0
                && c.is_ascii_uppercase()
                && !part[..*i].ends_with(|p: char| p.is_ascii_uppercase())
        });
        let mut from = 0;
        for (start, _) in starts {
            words.push(part[from..start].to_ascii_lowercase());
            from = start;
        }
        words.push(part[from..].to_ascii_lowercase());
        if from > 0 {
            words.push(part.to_ascii_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_into_words() {
        assert_eq!(words_of_name("mostRead-list"), ["most", "read", "mostread", "list"]);
        assert_eq!(words_of_name("c-nav__item"), ["c", "nav", "item"]);
    }
}
