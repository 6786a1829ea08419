//! The date in a page's own address: "/news/2024/07/", "News > 2024 > July".
//!
//! Only at the head of a text: further down stand addresses of other pages.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::date::{DateRange, month_of};
use crate::model::text::Span;

/// How far the head of a page reaches, in bytes.
const HEAD: usize = 400;

static PATH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:/|[>\u{203a}\u{bb}|] ?)(?P<year>20[0-3]\d)(?: ?[>\u{203a}\u{bb}|] ?|[/-])(?:(?P<number>0[1-9]|1[0-2])(?:[/-](?P<day>[0-3]\d))?(?-u:\b)|(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?-u:\b))",
    )
    .expect("fixed grammar")
});

/// The month or the day of the first address at the head of a page.
pub fn date(content: &str) -> Option<(DateRange, Span)> {
    let head = (0..=HEAD.min(content.len())).rev().find(|&at| content.is_char_boundary(at))?;
    let found = PATH.captures(&content[..head])?;
    let whole = found.get(0)?;
    let year = found["year"].parse().ok()?;
    let month = match found.name("number") {
        Some(number) => number.as_str().parse().ok()?,
        None => month_of(found.name("name")?.as_str())?,
    };
    let day = found.name("day").and_then(|day| {
        jiff::civil::Date::new(year, month, day.as_str().parse().ok()?).ok().map(DateRange::day)
    });
    let range = day.or_else(|| DateRange::month(year, month))?;
    Some((range, Span { start: whole.start(), end: whole.end() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_at_the_head_date_a_page() {
        for (content, want) in [
            ("https://news.example/2024/07/ofsted-letter\nLetter", Some("2024-07-01 2024-07-31")),
            ("https://news.example/2024-07-09-ofsted\nLetter", Some("2024-07-09 2024-07-09")),
            (
                "Home \u{203a} News \u{203a} 2023 \u{203a} March\nLetter",
                Some("2023-03-01 2023-03-31"),
            ),
            ("News > 2023 > November > Letter", Some("2023-11-01 2023-11-30")),
            ("Report for 2023/24", None),
            ("The years 2019-21 were hard", None),
        ] {
            let found = date(content).map(|(range, _)| format!("{} {}", range.from, range.to));
            assert_eq!(found.as_deref(), want, "{content}");
        }
    }
}
