//! The publication date that a page carries outside its words.
//!
//! Order: JSON-LD `datePublished` of an article, `meta` elements, `itemprop`, JSON-LD of anything
//! else, the first `time` of the story that is not about an update.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::region::Regions;
use crate::model::date::{DateRange, month_of};

/// Deepest and widest JSON-LD that is looked into.
const MOST_VALUES: usize = 2_000;

const META_NAMES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article.published",
    "datepublished",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "publication_date",
    "publication-date",
    "date.published",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "govuk:first-published-at",
    "date",
];

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?:\b|T)|\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9}),?\s+((?:19|20)\d{2})\b|\b([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})\b")
        .expect("fixed pattern")
});

/// Finds the day a page was published; none where it does not say.
pub fn published(page: &Html, regions: &Regions) -> Option<DateRange> {
    let linked = linked_data(page);
    let article = linked.iter().find(|(is_article, _)| *is_article).map(|(_, day)| *day);
    let day = article
        .or_else(|| from_meta(page))
        .or_else(|| from_property(page))
        .or_else(|| linked.first().map(|(_, day)| *day))
        .or_else(|| from_time(page, regions));
    day.map(DateRange::day)
}

fn select<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    let selector = Selector::parse(selector).expect("fixed selector");
    page.select(&selector).collect()
}

fn from_meta(page: &Html) -> Option<Date> {
    let metas = select(page, "meta[content]");
    let named = |meta: &ElementRef<'_>, wanted: &str| {
        let name = meta.attr("property").or_else(|| meta.attr("name")).unwrap_or_default();
        name.eq_ignore_ascii_case(wanted)
    };
    let mut wanted = META_NAMES.iter().flat_map(|wanted| metas.iter().filter(|m| named(m, wanted)));
    wanted.find_map(|meta| day(meta.attr("content")?))
}

fn from_property(page: &Html) -> Option<Date> {
    select(page, "[itemprop~=datePublished]").into_iter().find_map(|element| {
        let said = element.attr("content").or_else(|| element.attr("datetime"));
        said.and_then(day).or_else(|| day(&element.text().collect::<String>()))
    })
}

fn from_time(page: &Html, regions: &Regions) -> Option<Date> {
    let times = select(page, "time[datetime]");
    let mut own = times.into_iter().filter(|time| {
        let elements = || time.ancestors().filter_map(ElementRef::wrap);
        let furniture = elements()
            .take_while(|e| e.id() != regions.root())
            .any(|e| regions.is_furniture(e.id(), e.value()));
        elements().any(|e| e.id() == regions.root()) && !furniture && !is_update(*time)
    });
    own.find_map(|time| day(time.attr("datetime")?))
}

/// Whether a time is of an update, by its own or its parent's names or the words before it.
fn is_update(time: ElementRef<'_>) -> bool {
    let parent = time.parent().and_then(ElementRef::wrap);
    let names = [Some(time), parent].into_iter().flatten().flat_map(|e| {
        [e.attr("class"), e.attr("itemprop")].into_iter().flatten().map(str::to_ascii_lowercase)
    });
    let before =
        time.prev_sibling().and_then(|node| node.value().as_text().map(|t| t.to_ascii_lowercase()));
    let told = |words: &str| ["updated", "modified", "edited"].iter().any(|w| words.contains(w));
    names.chain(before).any(|words| told(&words))
}

/// All `datePublished` of a page's JSON-LD, and whether each is an article's.
fn linked_data(page: &Html) -> Vec<(bool, Date)> {
    let mut found = Vec::new();
    for script in select(page, r#"script[type="application/ld+json"]"#) {
        let source: String = script.text().collect();
        let Ok(value) = serde_json::from_str::<Value>(source.trim()) else { continue };
        let mut open = vec![&value];
        for _ in 0..MOST_VALUES {
            let Some(value) = open.pop() else { break };
            match value {
                Value::Array(values) => open.extend(values.iter().rev()),
                Value::Object(fields) => {
                    if let Some(day) =
                        fields.get("datePublished").and_then(Value::as_str).and_then(day)
                    {
                        found.push((is_article(fields.get("@type")), day));
                    }
                    open.extend(fields.values().filter(|v| v.is_array() || v.is_object()));
                }
                _ => {}
            }
        }
    }
    found
}

fn is_article(kind: Option<&Value>) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            ["Article", "Posting", "PressRelease", "Report"].iter().any(|end| kind.ends_with(end))
        })
    };
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

/// The first day that some words write out: `2024-05-03T09:00`, `20240503`, `3 May 2024`,
/// `May 3, 2024`. Days in figures alone are not guessed at.
pub fn day(words: &str) -> Option<Date> {
    let found = DAY.captures(words)?;
    let number = |i: usize| found.get(i).and_then(|m| m.as_str().parse::<i16>().ok());
    let named = |i: usize| found.get(i).and_then(|m| month_of(m.as_str())).map(i16::from);
    let (year, month, day) = if let Some(year) = number(1) {
        (year, number(2)?, number(3)?)
    } else if let Some(year) = number(6) {
        (year, named(5)?, number(4)?)
    } else {
        (number(9)?, named(7)?, number(8)?)
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(words: &str, expected: Option<(i16, i8, i8)>) {
        assert_eq!(day(words), expected.and_then(|(y, m, d)| Date::new(y, m, d).ok()), "{words}");
    }

    #[test]
    fn days_in_every_usual_form() {
        case("2024-05-03T09:00:00Z", Some((2024, 5, 3)));
        case("2024-05-03", Some((2024, 5, 3)));
        case("20240503", Some((2024, 5, 3)));
        case("3rd May 2024", Some((2024, 5, 3)));
        case("Friday, May 3, 2024", Some((2024, 5, 3)));
        case("2024-13-03", None);
        case("3/5/2024", None);
        case("3 smarch 2024", None);
    }
}
