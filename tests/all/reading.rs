//! What holds for the reading of any bytes, and of any text however it is wrapped.

use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::reading::ReadFailure;
use inspectwatch::model::text::{BlockKind, Text};
use inspectwatch::read::{Document, MEDIA_TYPES, read};
use inspectwatch::release;
use proptest::prelude::*;

/// Starts of files that lead to each reader.
const STARTS: &[&[u8]] = &[
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<!DOCTYPE html>", b"<html><body><main>", b"# ", b" date 2024-05-03 ",
    b"From: a@example.org\nTo: b@example.org\nSubject: c\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0",
    b"From: a@example.org\nDate: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
];

/// Pieces that readers look for.
const PIECES: &[&str] = &[
    "word",
    "Rated good.",
    " ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "• ",
    "- ",
    "1. ",
    "a) ",
    "(ii) ",
    "o ",
    "> ",
    "| a | b |\n",
    "|---|",
    "## ",
    "===\n",
    "**",
    "[a](b)",
    "![c](d)\n",
    "<p>",
    "</p>",
    "<div class=related>",
    "<ul><li>",
    "</ul>",
    "<table><tr><td colspan=9 rowspan=9>",
    "</table>",
    "<h1>",
    "<nav>",
    "<b>",
    "<br>",
    "<article>",
    "<dl><dt>",
    "<dd>",
    "<blockquote>",
    "<figure><figcaption>",
    "&nbsp;",
    "&#8217;",
    "<!--",
    "<script>",
    "<time datetime=2024-05-03>",
    "\u{ad}",
    "\u{200b}",
    "’",
    "…",
    "é",
    "\u{0}",
    "Related Posts\n",
    "Cllr Jo Bloggs\n",
    "(Image: Jo)\n",
    "co-\n",
    "--b\n",
    "Content-Type: text/html\n\n",
    "Content-Transfer-Encoding: base64\n\n",
    "-- \n",
    "date 2024-05-03",
];

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        9 => prop::sample::select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    let start = prop::sample::select(STARTS).prop_map(<[u8]>::to_vec);
    (start, prop::collection::vec(piece, 0..120))
        .prop_map(|(start, rest)| [start, rest.concat()].concat())
}

fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let reading: Result<Document, ReadFailure> = read(bytes);
    prop_assert_eq!(&reading, &read(bytes), "the same bytes give the same reading");
    match reading {
        Ok(document) => {
            prop_assert!(MEDIA_TYPES.contains(&document.media_type));
            sound(&document.text)?;
        }
        Err(failure) => {
            prop_assert!(failure.message.starts_with(char::is_lowercase), "{}", failure.message)
        }
    }
    Ok(())
}

/// The invariants of a text.
fn sound(text: &Text) -> Result<(), TestCaseError> {
    prop_assert!(text.is_sound());
    let mut from = 0;
    for block in &text.blocks {
        let words = text.slice(block.span);
        prop_assert!(
            !words.is_empty() && words.trim() == words && !words.contains("  "),
            "{words:?}"
        );
        prop_assert!(!words.contains(['\n', '\t', '\u{ad}', '\u{a0}']), "{words:?}");
        let between = &text.content[from..block.span.start];
        prop_assert!(between == if from == 0 { "" } else { "\n" }, "{between:?}");
        from = block.span.end;
    }
    prop_assert_eq!(from, text.content.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_soundly_or_refused(start in prop::sample::select(STARTS), bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        holds(&[start, &bytes].concat())?;
    }

    #[test]
    fn any_pieces_of_formats_are_read_soundly_or_refused(bytes in pieces()) {
        holds(&bytes)?;
    }

    #[test]
    fn wrapping_changes_no_word_of_any_block(paragraphs in prop::collection::vec(paragraph(), 3..8), width in 60..=100_usize) {
        let whole: Vec<String> = paragraphs.iter().map(|p| format!("{}{}", p.marker, p.words)).collect();
        let wrapped: Vec<String> = paragraphs.iter().map(|p| wrap(p.marker, &p.words, width)).collect();
        prop_assert_eq!(blocks(&whole.join("\n\n")), blocks(&wrapped.join("\n\n")));
        prop_assert_eq!(blocks(&whole.join("\r\n\r\n")), blocks(&wrapped.join("\r\n \r\n").replace("\r\n", "\n")));
    }
}

/// What a release tells, offsets aside.
fn told(name: &str, text: &str, knowledge: &Knowledge) -> String {
    let examined = release::examine(name, text.as_bytes(), &|bytes| read(bytes), knowledge);
    let telling = &examined[0].reading.inspections[0];
    let grades: Vec<_> = telling
        .judgements
        .iter()
        .map(|j| (&j.id, &j.grade, j.evidence.iter().map(|e| &e.quote).collect::<Vec<_>>()))
        .collect();
    let items: Vec<_> = telling.improvement_areas.iter().map(|i| &i.text).collect();
    let before: Vec<_> = telling.previous.iter().map(|p| (&p.id, &p.grade, p.year)).collect();
    format!("{:?} {:?} {grades:?} {items:?} {before:?}", telling.area, telling.inspected)
}

#[test]
fn white_space_wrapping_and_the_file_name_never_change_a_reading() {
    let knowledge = Knowledge::embedded().expect("well formed");
    let paragraphs = [
        "Ofsted has published its report on children's services at Leeds City Council after an inspection from 8 to 19 January 2024, and has rated them good overall.",
        "The impact of leaders is outstanding, the report says, while help and protection requires improvement to be good; in 2019 the services were rated inadequate.",
        "Areas for improvement include the timeliness of visits to children, the quality of written plans and support for care leavers who live outside the city.",
    ];
    let want = told("a.txt", &paragraphs.join("\n\n"), &knowledge);
    assert!(want.contains("outstanding") && want.contains("2019"), "{want}");
    for width in [60, 72, 80, 99] {
        let wrapped: Vec<_> = paragraphs.iter().map(|p| wrap("", p, width)).collect();
        assert_eq!(
            told("bradford-inadequate.md", &wrapped.join("\n\n"), &knowledge),
            want,
            "{width}"
        );
    }
    let wide = paragraphs.map(|p| p.replace(' ', "  ").replace(", ", ",\u{a0}"));
    assert_eq!(told("c", &wide.join("\r\n\r\n\r\n"), &knowledge), want);
}

#[derive(Debug, Clone)]
struct Paragraph {
    marker: &'static str,
    words: String,
}

/// A paragraph or list item of a few sentences, enough to fill more than one line.
fn paragraph() -> impl Strategy<Value = Paragraph> {
    let word = prop_oneof![
        12 => "[a-z]{1,11}",
        1 => "[A-Z][a-z]{3,9}",
        1 => "[a-z]{2,7}-[a-z]{3,8}",
        1 => "[a-z]{2,7}’s",
    ];
    let sentence =
        prop::collection::vec(word, 6..24).prop_map(|words| format!("The {}.", words.join(" ")));
    let marker = prop::sample::select(vec!["", "", "", "• ", "  - ", "1. "]);
    (marker, prop::collection::vec(sentence, 2..5))
        .prop_map(|(marker, sentences)| Paragraph { marker, words: sentences.join(" ") })
}

/// Wraps as programs do: a line takes words while they fit; items hang.
fn wrap(marker: &str, words: &str, width: usize) -> String {
    let mut lines = vec![marker.to_owned()];
    let mut column = marker.chars().count();
    let mut first = true;
    for word in words.split(' ') {
        let length = word.chars().count();
        if !first && column + 1 + length > width {
            lines.push(" ".repeat(marker.chars().count()));
            column = marker.chars().count();
            first = true;
        }
        let line = lines.last_mut().expect("there is one");
        if !first {
            line.push(' ');
            column += 1;
        }
        line.push_str(word);
        column += length;
        first = false;
    }
    lines.join("\n")
}

fn blocks(text: &str) -> Vec<(bool, String)> {
    let document = read(text.as_bytes()).expect("words");
    let item = |kind| matches!(kind, BlockKind::Item { .. });
    document
        .text
        .blocks
        .iter()
        .map(|b| (item(b.kind), document.text.slice(b.span).to_owned()))
        .collect()
}
