//! Pages, mails and documents as people save them: which blocks come out, whatever the wrapping.

use inspectwatch::model::text::{BlockKind, Text};
use inspectwatch::read::{Document, read};

fn document(bytes: &[u8]) -> Document {
    read(bytes).expect("readable")
}

/// The release's own blocks, one a line: `#` heading, `-` item, `1` numbered item, `|` cell,
/// `>` quotation, `c` caption, `p` paragraph. Furniture is left out: it is never evidence.
fn own(text: &Text) -> String {
    let line = |kind: BlockKind| match kind {
        BlockKind::Heading { .. } => "#",
        BlockKind::Item { numbered: true, .. } => "1",
        BlockKind::Item { .. } => "-",
        BlockKind::Cell { .. } => "|",
        BlockKind::Quotation => ">",
        BlockKind::Caption => "c",
        _ => "p",
    };
    let lines = text.body().map(|b| {
        let words = text.slice(b.span).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} {words}", line(b.kind))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn case(bytes: &[u8], want: &str) {
    let want: Vec<_> = want.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(own(&document(bytes).text), want.join("\n"));
}

const STORY: &str = "# Children's services are rated good
    p Inspectors from Ofsted visited Rutland in May 2024 and found services good overall.
    p What needs to improve:
    - how soon letters are answered
    - where older care leavers live
    p The report was published on 3 June 2024.";

const LIST: &str =
    "<ul><li>how soon letters are answered</li><li>where older care leavers live</li></ul>";
const FIRST: &str =
    "Inspectors from Ofsted visited Rutland in May 2024 and found services good overall.";

#[test]
fn a_council_page_gives_its_story() {
    let page = format!(
        "<!DOCTYPE html><html><head><title>Rated good | Rutland</title></head><body>\
         <div id='ccc-module' class='cookie-banner'><p>We use cookies to make this site work.</p><button>Accept all</button></div>\
         <a href='#content' class='skip'>Skip to main content</a>\
         <header><form role='search'><label>Search</label><input></form><nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav></header>\
         <div class='breadcrumbs'><a href='/'>Home</a> &gt; <a href='/news'>News</a> &gt; Rated good</div>\
         <main id='content'><h1>Children's services are rated good</h1>\
         <p class='date'>Published: <time datetime='2024-06-03T09:00:00+01:00'>3 June 2024</time></p>\
         <p>{FIRST}</p><p>What needs to improve:</p>{LIST}<p>The report was published on 3 June 2024.</p>\
         <div class='share-this'><h2>Share this page</h2><ul><li><a href='#'>Facebook</a></li><li><a href='#'>Email</a></li></ul></div>\
         <section class='related-news'><h2>Related news</h2><ul><li><a href='/a'>School rated inadequate</a></li><li><a href='/b'>Bins</a></li></ul></section>\
         <div class='feedback'><p>Is this page useful?</p></div></main>\
         <aside><h2>Latest news</h2><p>Libraries close early.</p></aside>\
         <footer><p>© Rutland County Council</p></footer></body></html>"
    );
    let want = STORY.replacen("p Inspectors", "p Published: 3 June 2024\np Inspectors", 1);
    case(page.as_bytes(), &want);
    let published = document(page.as_bytes()).text.metadata.published.expect("dated");
    assert_eq!(published.from.to_string(), "2024-06-03");
}

#[test]
fn a_newspaper_page_gives_its_story_without_captions_and_other_stories() {
    let page = format!(
        "<html><head><meta property='article:published_time' content='2024-06-03T10:00:00Z'><title>x</title></head><body>\
         <div class='ad-slot'>Advertisement</div><article><h1>Children's services are rated good</h1>\
         <div class='byline'>By A Reporter</div>\
         <figure><img src='a.jpg'><figcaption>The council's offices in Oakham (Image: A Person)</figcaption></figure>\
         <p>{FIRST}</p><div class='newsletter-signup'><p>Get our newsletter every day</p></div>\
         <p>What needs to improve:</p>{LIST}\
         <aside class='read-more'><h3>Read more</h3><ul><li><a href='/1'>Council next door is inadequate</a></li><li><a href='/2'>Fire</a></li></ul></aside>\
         <p>The report was published on 3 June 2024.</p>\
         <div class='comments'><h3>Comments</h3><p>Outstanding nonsense, says a reader.</p></div></article>\
         <div class='most-read'><h2>Most read</h2><p><a href='/3'>Trains</a></p></div></body></html>"
    );
    let text = document(page.as_bytes()).text;
    let own = own(&text);
    for absent in [
        "newsletter",
        "inadequate",
        "nonsense",
        "Trains",
        "p The council's offices",
        "Advertisement",
    ] {
        assert!(!own.contains(absent), "{absent} in:\n{own}");
    }
    assert!(
        own.replace("p By A Reporter\n", "")
            .contains("- where older care leavers live\np The report"),
        "{own}"
    );
    assert_eq!(text.metadata.published.expect("dated").from.to_string(), "2024-06-03");
}

#[test]
fn a_page_laid_out_with_tables_gives_paragraphs_and_lists() {
    let page = format!(
        "<html><body><table width='100%'><tr><td colspan=2><a href='/'>Home</a> | <a href='/n'>News</a></td></tr>\
         <tr><td width=150><a href='/a'>A to Z</a><br><a href='/b'>Contact us</a></td><td>\
         <table><tr><td><h1>Children's services are rated good</h1><p>{FIRST}</p><p>What needs to improve:</p>{LIST}\
         <p>The report was published on 3 June 2024.</p></td></tr></table></td></tr></table></body></html>"
    );
    case(page.as_bytes(), STORY);
}

#[test]
fn an_inspectorates_page_keeps_its_tables() {
    let page = "<html><body><main><h1>Rutland: assessment</h1><table><caption>Ratings</caption><thead><tr><th>Judgement</th><th>Grade</th></tr></thead>\
        <tbody><tr><th scope='row'>Overall effectiveness</th><td><span>Good</span></td></tr>\
        <tr><th scope='row'>Care leavers</th><td>Requires improvement<br>to be good</td></tr></tbody></table>\
        <ol><li>Answer letters.<ul><li>Soon</li></ul></li><li>Write plans.</li></ol>\
        <blockquote><p>We are glad.</p></blockquote><dl><dt>Published</dt><dd>3 June 2024</dd></dl></main></body></html>";
    let own = own(&document(page.as_bytes()).text);
    for line in [
        "| Overall effectiveness\n| Good\n",
        "| Care leavers\n| Requires improvement to be good",
        "1 Answer letters.\n- Soon\n1 Write plans.",
        "> We are glad.",
    ] {
        assert!(own.contains(line), "{line} not in:\n{own}");
    }
}

const PLAIN: &str = "Children's services are rated good\r\n\r\n\
    Inspectors from Ofsted visited Rutland in May 2024 and found services good\r\noverall.\r\n\r\n\
    What needs to improve:\r\n\r\n* how soon letters are answered\r\n* where older care leavers\r\n  live\r\n\r\n\
    The report was published on 3 June 2024.\r\n";

#[test]
fn mails_give_their_best_body() {
    let head = "From: Press office <press@example.org>\r\nTo: news@example.org\r\n\
        Date: Mon, 3 Jun 2024 09:00:00 +0100\r\nSubject: Rated good\r\nMIME-Version: 1.0\r\n";
    let plain = format!("{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{PLAIN}");
    let alternative = format!(
        "{head}Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the web version.\r\n\
         --b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         <h1>Children's services are rated good</h1><p>Inspectors from Ofsted visited Rutland in May =\r\n\
         2024 and found services good overall.</p><p>What needs to improve:</p><ul><li>how soon letters are =\r\n\
         answered</li><li>where older care leavers live</li></ul><p>The report was published on 3=20June=202024.</p>\r\n--b--\r\n"
    );
    for mail in [&plain, &alternative] {
        let document = document(mail.as_bytes());
        assert_eq!(document.media_type, "message/rfc822");
        let own = own(&document.text);
        for line in STORY.lines().skip(1).map(str::trim) {
            assert!(own.contains(line), "{line} not in:\n{own}");
        }
        assert!(!own.contains("web version"), "{own}");
        let published = document.text.metadata.published.expect("dated");
        assert_eq!(published.from.to_string(), "2024-06-03");
    }
}

#[test]
fn a_forwarded_mail_is_read_with_what_it_forwards() {
    let inline = format!(
        "From: a@example.org\r\nTo: b@example.org\r\nDate: Tue, 4 Jun 2024 09:00:00 +0100\r\nSubject: Fwd: Rated good\r\n\r\n\
         For information.\r\n\r\n-------- Forwarded message --------\r\nFrom: press@example.org\r\n\
         Date: Mon, 3 Jun 2024\r\nSubject: Rated good\r\nTo: news@example.org\r\n\r\n{PLAIN}"
    );
    let own_words = own(&document(inline.as_bytes()).text);
    assert!(own_words.contains("- where older care leavers live"), "{own_words}");
    let attached = format!(
        "From: a@example.org\r\nTo: b@example.org\r\nDate: Tue, 4 Jun 2024 09:00:00 +0100\r\nSubject: Fwd: Rated good\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nFor information.\r\n--m\r\n\
         Content-Type: message/rfc822\r\n\r\nFrom: press@example.org\r\nTo: news@example.org\r\nDate: Mon, 3 Jun 2024 09:00:00 +0100\r\n\
         Subject: Rated good\r\n\r\n{PLAIN}\r\n--m--\r\n"
    );
    let outer = document(attached.as_bytes());
    let inner = outer.attachments.first().expect("the forwarded mail is an attachment");
    assert!(own(&document(&inner.bytes).text).contains("- where older care leavers live"));
}

#[test]
fn character_sets_and_markdown_give_the_same() {
    let typographic = PLAIN.replace('\'', "’");
    let want = STORY.replace('\'', "’");
    case(typographic.as_bytes(), &want);
    let little: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(typographic.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    case(&little, &want);
    let big: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(typographic.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    case(&big, &want);
    let western: Vec<u8> = typographic
        .chars()
        .map(|c| if c == '’' { 0x92 } else { u8::try_from(c).expect("ASCII") })
        .collect();
    case(&western, &want);
    let markdown = format!(
        "# Children's services are rated good\n\n**{FIRST}**\n\nWhat needs to improve:\n\n\
         - how soon [letters](https://example.org) are answered\n- where *older* care leavers\n  live\n\n\
         ![Offices](a.jpg)\n\nThe report was published on 3 June 2024.\n"
    );
    case(markdown.as_bytes(), &STORY.replace("p The report", "c Offices\np The report"));
}
