//! Which format some bytes are, by the bytes alone.
//!
//! In:  all bytes of a release. Out: the format, decoded characters with it where it is text.
//! Office files of the same kind of container are told apart where they are opened.

use std::sync::LazyLock;

use encoding_rs::Encoding;
use regex::Regex;

use super::charset::{self, Decoded};
use super::{failure, markdown, unsupported};
use crate::model::reading::{FailureCode, ReadFailure};

/// Bytes at the start within which a format must show.
const HEAD: usize = 1024;

/// A format that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format<'b> {
    /// A PDF file.
    Pdf,
    /// A ZIP container: DOCX or ODT, or nothing that is read.
    Zip,
    /// A web page.
    Html(Decoded<'b>),
    /// An e-mail, or a web page saved as one.
    Mail,
    /// Markdown.
    Markdown(Decoded<'b>),
    /// Any other text.
    Plain(Decoded<'b>),
}

/// First bytes of formats that are not read, and what to tell people.
const UNREAD: &[(&[u8], &str)] = &[
    (b"\x89PNG", "this is a PNG picture, not a text"),
    (b"\xff\xd8\xff", "this is a JPEG picture, not a text"),
    (b"GIF8", "this is a GIF picture, not a text"),
    (b"II*\0", "this is a TIFF picture, not a text"),
    (b"MM\0*", "this is a TIFF picture, not a text"),
    (b"{\\rtf", "this is a rich text (RTF) file: save it as .docx or PDF"),
    (b"\x1f\x8b", "this is a gzip archive: unpack it first"),
    (b"7z\xbc\xaf", "this is a 7-Zip archive: unpack it first"),
    (b"Rar!", "this is a RAR archive: unpack it first"),
    (b"%!PS", "this is a PostScript file: save it as PDF"),
    (b"\x7fELF", "this is a program, not a release"),
    (b"MZ\x90", "this is a program, not a release"),
];

static HTML: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix) ^ (?: \s+ | <\?xml[^>]*> | <!--(?s:.*?)--> )*
        (?: <!doctype\s+html | <(?:html|head|body|title|meta|div|article|section|main|h1|h2|p|table|script|style|link)\b )",
    )
    .expect("fixed pattern")
});
static CHARSET: LazyLock<regex::bytes::Regex> = LazyLock::new(|| {
    regex::bytes::Regex::new(r#"(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_-]{2,20})"#)
        .expect("fixed pattern")
});
static WEB_XML: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\s*<\?xml[^>]*>\s*<Error>").expect("fixed pattern"));
static MAIL_FIELD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[A-Za-z][A-Za-z0-9-]{0,60}:(?:\s|$)").expect("fixed pattern"));

/// Tells the format.
///
/// # Errors
/// `empty` where there is nothing but white space; `unsupported` where no format is recognised
/// that is read; `encrypted` for Office files with a password.
pub fn sniff(bytes: &[u8]) -> Result<Format<'_>, ReadFailure> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Format::Zip);
    }
    if is_pdf(head) {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound(bytes));
    }
    if let Some((_, message)) = UNREAD.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(unsupported(*message));
    }
    text_format(bytes)
}

/// PDF readers allow rubbish before the header, but a web page may speak of PDF headers.
fn is_pdf(head: &[u8]) -> bool {
    let at = head.windows(5).position(|w| w == b"%PDF-");
    at.is_some_and(|at| at < 16 || !head[..at].contains(&b'<'))
}

/// Old Office files, and new ones with a password, are compound files.
fn compound(bytes: &[u8]) -> ReadFailure {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|w| w == name) {
        return failure(
            FailureCode::Encrypted,
            "the Office file needs a password: save it without one",
        );
    }
    unsupported("this is an old Office or Outlook file: save it as .docx, .eml or PDF")
}

fn text_format(bytes: &[u8]) -> Result<Format<'_>, ReadFailure> {
    let head = &bytes[..bytes.len().min(4 * HEAD)];
    let declared = head.contains(&b'<').then(|| CHARSET.captures(head)).flatten();
    let declared = declared.and_then(|found| Encoding::for_label(found.get(1)?.as_bytes()));
    let decoded = charset::decode(bytes, declared);
    let text = decoded.text.as_ref();
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty() {
        return Err(failure(FailureCode::Empty, "the file is empty"));
    }
    if is_binary(text) {
        return Err(unsupported("this is no text and no format that is read"));
    }
    if HTML.is_match(text) {
        return Ok(Format::Html(decoded));
    }
    if is_mail(text) {
        return Ok(Format::Mail);
    }
    if WEB_XML.is_match(text) {
        return Err(unsupported("this is a web server's error page, not a release"));
    }
    if text.trim_start().starts_with("<?xml") {
        return Err(unsupported("this is an XML file, not a release"));
    }
    if text.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        return Err(unsupported("this is a JSON file, not a release"));
    }
    Ok(if markdown::is_markdown(text) { Format::Markdown(decoded) } else { Format::Plain(decoded) })
}

/// Whether too many characters are none that a text has.
fn is_binary(text: &str) -> bool {
    let odd = |c: &char| {
        *c == '\u{fffd}'
            || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
    };
    let (mut all, mut bad) = (0_usize, 0_usize);
    for c in text.chars().take(1 << 16) {
        all += 1;
        bad += usize::from(odd(&c));
    }
    bad * 50 > all
}

/// Whether a text starts with the header of a mail: a sender, and another field that only mails
/// have.
fn is_mail(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().take(200).peekable();
    if lines.peek().is_some_and(|line| line.starts_with("From ") && line.contains('@')) {
        lines.next();
    }
    let (mut sender, mut other) = (false, 0);
    for line in lines.take_while(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) && (sender || other > 0) {
            continue;
        }
        if !MAIL_FIELD.is_match(line) {
            return false;
        }
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "from" | "return-path" | "received" => sender = true,
            "date" | "subject" | "message-id" | "mime-version" | "content-type" | "to" => {
                other += 1
            }
            _ => {}
        }
    }
    sender && other >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> String {
        match sniff(bytes) {
            Ok(Format::Pdf) => "pdf".into(),
            Ok(Format::Zip) => "zip".into(),
            Ok(Format::Html(_)) => "html".into(),
            Ok(Format::Mail) => "mail".into(),
            Ok(Format::Markdown(_)) => "markdown".into(),
            Ok(Format::Plain(_)) => "plain".into(),
            Err(failure) => format!("{:?}", failure.code),
        }
    }

    #[track_caller]
    fn case(bytes: &[u8], expected: &str) {
        assert_eq!(name(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn formats_are_known_by_their_bytes() {
        case(b"%PDF-1.7\n", "pdf");
        case(b"\n\n%PDF-1.4\n", "pdf");
        case(b"PK\x03\x04rest", "zip");
        case(b"\xef\xbb\xbf<!DOCTYPE html><p>Good</p>", "html");
        case(b"<!-- saved -->\n<html><body>%PDF- is a header</body></html>", "html");
        case(b"From: a@example.org\nTo: b@example.org\nSubject: Good news\n\nRated good.", "mail");
        case(b"# Good news\n\nRated good.", "markdown");
        case(b"Good news\n\nRated good.", "plain");
        case(b"Subject: inspections\nFrom: our town hall\n\nRated good.", "plain");
    }

    #[test]
    fn what_is_not_read_is_named() {
        case(b"", "Empty");
        case(b" \r\n\t\xc2\xa0", "Empty");
        case(b"\0\0\0\0", "Empty");
        case(b"\x89PNG\r\n\x1a\n", "Unsupported");
        case(b"{\\rtf1 hello}", "Unsupported");
        case(b"{\"error\": \"not found\"}", "Unsupported");
        case(b"<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "Unsupported");
        case(&(0..=255).collect::<Vec<u8>>(), "Unsupported");
        case(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "Unsupported");
        let locked =
            [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"];
        case(locked[0], "Encrypted");
    }
}
