//! Web pages to blocks, as councils, newspapers and inspectorates publish and people save them.
//!
//! In:  characters of a page.
//! Out: a [`Text`] whose body is the page's own story: navigation, notices, other stories and
//!      everything else around it is furniture; the page's publication date and title are metadata.
//! A page on which a web server reports an error is refused.

mod blocks;
mod dates;
mod elements;
mod error_page;
mod frame;
mod region;
mod table;

use scraper::{Html, Selector};

use super::charset::Decoded;
use super::draft::Draft;
use super::unsupported;
use crate::model::reading::ReadFailure;
use crate::model::text::{Metadata, Text};
use region::Regions;

/// Reads a web page.
///
/// # Errors
/// `unsupported` for a web server's error page.
pub fn read(decoded: &Decoded<'_>) -> Result<Text, ReadFailure> {
    let text = story(&decoded.text, decoded.doubtful);
    if error_page::is_error_page(&text) {
        return Err(unsupported("this is a web server's error page, not a release"));
    }
    Ok(text)
}

/// Reads a web page or the HTML of a mail, whatever it says.
pub fn story(source: &str, doubtful_charset: bool) -> Text {
    let page = Html::parse_document(source);
    let regions = Regions::find(&page);
    let title = title(&page);
    let mut draft = Draft::default();
    blocks::walk(&page, &regions, title.as_deref(), &mut draft);
    let published = dates::published(&page, &regions);
    draft.finish(Metadata { published, title, ..Metadata::default() }, doubtful_charset)
}

/// The title that a page gives itself; its `title` element, without line ends.
fn title(page: &Html) -> Option<String> {
    let selector = Selector::parse("title").expect("fixed selector");
    let title = page.select(&selector).next()?;
    let words: String = title.text().collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::super::charset;
    use super::*;
    use crate::model::reading::FailureCode;
    use crate::model::text::BlockKind;

    fn page(source: &str) -> Text {
        read(&charset::decode(source.as_bytes(), None)).expect("a page")
    }

    fn body(text: &Text) -> Vec<(BlockKind, &str)> {
        text.body().map(|block| (block.kind, text.slice(block.span))).collect()
    }

    const HEADING: BlockKind = BlockKind::Heading { level: 2 };
    const TITLE: BlockKind = BlockKind::Heading { level: 1 };
    const ITEM: BlockKind = BlockKind::Item { depth: 0, numbered: false };
    use BlockKind::{Caption, Paragraph, Quotation};

    #[test]
    fn a_council_page_keeps_its_story_and_nothing_around_it() {
        let text = page(
            r#"<!DOCTYPE html><html><head><title>Services rated good | Anyshire Council</title>
            <meta property="article:published_time" content="2024-05-03T10:00:00+01:00"></head>
            <body class="page with-sidebar"><a class="skip-link" href="/">Skip to content</a>
            <div id="cookie-banner"><p>We use cookies on this site, as most councils do.</p></div>
            <header role="banner"><h1>Anyshire Council</h1><nav><ul><li><a href="/">Home</a></li>
            <li><a href="/news">News</a></li></ul></nav></header>
            <div class="layout"><main><h1>Services rated good</h1>
            <div class="share-buttons"><a href="/">Facebook</a> <a href="/">Email</a></div>
            <p>Inspectors visited the county in
            March and rated its <a href="/care">children&rsquo;s services</a> good.</p>
            <figure><img src="a.jpg" alt="x"><figcaption>Jo Bloggs at the town hall</figcaption></figure>
            <h2>What must improve</h2>
            <ul><li><p>Waits for therapy,</p><p>which are long</p></li><li>Plans<ul><li>reviews</li></ul></li></ul>
            <blockquote><p>&ldquo;We are glad.&rdquo;</p></blockquote>
            <ul><li><a href="/1">Another council inadequate</a></li><li><a href="/2">Bins</a></li></ul>
            </main><div class="sidebar"><p>Latest: another council was rated inadequate by inspectors today.</p></div></div>
            <footer><p>Contact us</p></footer></body></html>"#,
        );
        assert_eq!(
            body(&text),
            [
                (TITLE, "Services rated good"),
                (
                    Paragraph,
                    "Inspectors visited the county in March and rated its children’s services good."
                ),
                (Caption, "Jo Bloggs at the town hall"),
                (HEADING, "What must improve"),
                (ITEM, "Waits for therapy, which are long"),
                (ITEM, "Plans"),
                (BlockKind::Item { depth: 1, numbered: false }, "reviews"),
                (Quotation, "“We are glad.”"),
            ]
        );
        let day = jiff::civil::date(2024, 5, 3);
        assert_eq!(text.metadata.published.map(|p| p.from), Some(day));
        assert!(text.content.contains("Skip to content"), "furniture stays in the text");
    }

    #[test]
    fn an_old_page_of_tables_and_line_breaks_is_read_too() {
        let text = page(
            "<html><body><table><tr><td><a href=1>Home</a><br><a href=2>News</a></td><td><div>\
             <p><b>Ofsted report</b></p>The council was inspected in May.<br><br>It was rated good and<br>its \
             staff are proud.<br>&bull; long waits<br>&bull; few homes</div></td></tr></table></body></html>",
        );
        assert_eq!(
            body(&text),
            [
                (BlockKind::Heading { level: 4 }, "Ofsted report"),
                (Paragraph, "The council was inspected in May."),
                (Paragraph, "It was rated good and its staff are proud."),
                (ITEM, "long waits"),
                (ITEM, "few homes"),
            ]
        );
    }

    #[test]
    fn tables_of_facts_become_cells() {
        let text = page(
            "<main><p>Grades are below, as the inspectors gave them.</p><table><caption>Grades</caption>\
             <tr><th>Judgement</th><th>Grade</th></tr><tr><td>Overall<br>effectiveness</td><td>Good</td></tr>\
             <tr><td colspan=2>All</td></tr></table><dl><dt>Visit</dt><dd>May 2024</dd></dl></main>",
        );
        let cell = |table, row, column| BlockKind::Cell { table, row, column };
        assert_eq!(
            body(&text)[1..],
            [
                (Paragraph, "Grades"),
                (cell(0, 0, 0), "Judgement"),
                (cell(0, 0, 1), "Grade"),
                (cell(0, 1, 0), "Overall effectiveness"),
                (cell(0, 1, 1), "Good"),
                (cell(0, 2, 0), "All"),
                (cell(1, 0, 0), "Visit"),
                (cell(1, 0, 1), "May 2024"),
            ]
        );
    }

    #[track_caller]
    fn published(head: &str, expected: Option<(i16, i8, i8)>) {
        let text =
            page(&format!("<html><body>{head}<main><p>Inspectors came.</p></main></body></html>"));
        let expected = expected.map(|(y, m, d)| jiff::civil::date(y, m, d));
        assert_eq!(text.metadata.published.map(|p| p.from), expected, "{head}");
    }

    #[test]
    fn dates_outside_the_words_are_metadata() {
        published("", None);
        published(
            r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","datePublished":"2020-01-01"},
               {"@type":"NewsArticle","datePublished":"2024-05-03T10:00:00Z","dateModified":"2024-06-01"}]}</script>"#,
            Some((2024, 5, 3)),
        );
        published(r#"<meta name="DC.date.issued" content="2024-05-03">"#, Some((2024, 5, 3)));
        published(r#"<meta itemprop="datePublished" content="3 May 2024">"#, Some((2024, 5, 3)));
        published(r#"<div><time datetime="2021-01-01">old</time></div>"#, None);
        let text = page("<main><p>date 2024-05-03 Inspectors came to the county.</p></main>");
        assert_eq!(text.metadata.published.map(|p| p.from), Some(jiff::civil::date(2024, 5, 3)));
        assert_eq!(body(&text), [(Paragraph, "Inspectors came to the county.")]);
        let text = page(
            r#"<article><p>Updated <time datetime="2024-06-01">1 June</time></p>
               <p>On <time datetime="2024-05-03">3 May</time> inspectors came.</p></article>"#,
        );
        assert_eq!(text.metadata.published.map(|p| p.from), Some(jiff::civil::date(2024, 5, 3)));
    }

    #[test]
    fn a_title_outside_the_story_is_kept() {
        let text = page(
            "<title>Services rated good - Anyshire</title><body><header><h1>Anyshire</h1></header>\
             <div class=hero><h1>Services rated good</h1></div><nav>News</nav><article><p>Inspectors visited in \
             March, and were pleased with what they saw there.</p></article></body>",
        );
        assert_eq!(body(&text)[0], (TITLE, "Services rated good"));
    }

    #[test]
    fn a_heading_that_nobody_closed_ends_with_the_next_paragraph() {
        let text = page(
            "<body><b><h1>Services rated good</b><p>Inspectors came in March.<p>It must improve:\
             <ul><li>waits<li>plans</ul><div>They left.</div>",
        );
        assert_eq!(
            body(&text),
            [
                (TITLE, "Services rated good"),
                (Paragraph, "Inspectors came in March."),
                (Paragraph, "It must improve:"),
                (ITEM, "waits"),
                (ITEM, "plans"),
                (Paragraph, "They left."),
            ]
        );
    }

    #[test]
    fn error_pages_are_refused() {
        let failure = read(&charset::decode(
            b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><hr>nginx</body></html>",
            None,
        ));
        assert_eq!(failure.map_err(|f| f.code), Err(FailureCode::Unsupported));
    }
}
