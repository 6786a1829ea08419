//! Pages on which a web server says that there is no page.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::text::{BlockKind, Text};

/// Most bytes of words outside furniture that an error page has.
const LONGEST: usize = 1800;
/// Most bytes of a page that is so short that an error anywhere in it makes it an error page.
const TINY: usize = 300;

static ERROR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)
        ^\W*(?:http\ )?(?:error|status)?\W*(?:40\d|410|429|50\d)\W*$
        | \berror\ (?:code:?\ )?(?:40\d|50\d)\b
        | \b(?:40\d|410|429|50\d)\W{1,3}(?:bad\ request|unauthori[sz]ed|forbidden|not\ found|page|error
            |too\ many|internal|bad\ gateway|service|gateway)
        | \b(?:page|file|resource|document|url|site)\ (?:was\ |is\ |could\ |can\ ?)?(?:not|n['’]t|cannot)\ (?:be\ )?(?:found|available|exist)
        | \bpage\ (?:unavailable|doesn['’]t\ exist|does\ not\ exist|cannot\ be\ displayed)
        | \b(?:can['’]?t|cannot|could\ not|couldn['’]t)\ find\ (?:that|the|this|your)\ (?:page|file)
        | ^\W*(?:access\ (?:is\ )?denied|forbidden|not\ found|unauthori[sz]ed|bad\ (?:request|gateway))\b
        | \b(?:internal\ server\ error|gateway\ time-?out|service\ (?:is\ )?(?:temporarily\ )?unavailable)\b
        | ^\W*(?:just\ a\ moment|attention\ required|request\ (?:blocked|rejected)|one\ more\ step)\b
        | \b(?:enable\ javascript\ (?:and\ cookies\ )?to\ (?:continue|run)|checking\ (?:your\ browser|if\ the\ site)
            |the\ requested\ url\ was|you\ don['’]?t\ have\ permission\ to\ access|verify\ you\ are\ human)\b",
    )
    .expect("fixed pattern")
});

/// Whether a page reports an error: in its title or a heading of a short page, or anywhere in a
/// tiny one.
pub fn is_error_page(text: &Text) -> bool {
    let body: usize = text.body().map(|block| block.span.end - block.span.start).sum();
    if body > LONGEST {
        return false;
    }
    let heading = |kind: BlockKind| matches!(kind, BlockKind::Heading { .. });
    let mut telling = text.blocks.iter().filter(|b| heading(b.kind) || body <= TINY);
    text.metadata.title.as_deref().is_some_and(|title| ERROR.is_match(title))
        || telling.any(|block| ERROR.is_match(text.slice(block.span)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(title: &str, paragraph: &str, expected: bool) {
        let mut text = Text::default();
        text.push(BlockKind::Heading { level: 1 }, title, 0);
        text.push(BlockKind::Paragraph, paragraph, 0);
        assert_eq!(is_error_page(&text), expected, "{title}");
    }

    #[test]
    fn errors_are_told_from_short_news() {
        case("404 - Page not found", "Try the search.", true);
        case("403 Forbidden", "nginx", true);
        case("Page not found", "It may have moved.", true);
        case("Sorry, we can't find that page", "Start again.", true);
        case("Access Denied", "You don't have permission to access this.", true);
        case("Welcome", "Please enable JavaScript to run this app.", true);
        case("500 children helped by new service", "Inspectors praised it.", false);
        case("Council rated good", "Support was not found wanting in 404 cases.", false);
    }
}
