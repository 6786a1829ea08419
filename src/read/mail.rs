//! E-mails: their words, sender and date, and their attachments, each a release of its own.
//!
//! In:  bytes of a message. Out: a document.
//! The HTML part is read where it says about as much as the plain one, because it has structure.
//! Quoted mails and signatures are furniture. A web page saved as a mail (MHTML) has no sender and
//! its date is when it was saved, so both are left out.

use jiff::civil::Date;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::draft::{self, Draft};
use super::{Attachment, Document, failure, html, plain};
use crate::model::date::{DateRange, month_of};
use crate::model::reading::{FailureCode, ReadFailure};
use crate::model::text::{BlockKind, Metadata, Text};

/// Most attachments of one mail that are handed on.
const MOST_ATTACHMENTS: usize = 100;
/// The HTML part is read if it has this share of the plain part's bytes, in tenths.
const ENOUGH_TENTHS: usize = 7;

/// Reads a mail.
///
/// # Errors
/// `encrypted` for encrypted mails, `unreadable` where there is no message in the bytes.
pub fn read(bytes: &[u8]) -> Result<Document, ReadFailure> {
    let damaged =
        || failure(FailureCode::Unreadable, "the mail is damaged: it has no readable header");
    let message = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
    if message.is_content_type("multipart", "encrypted")
        || message.is_content_type("application", "pkcs7-mime")
    {
        return Err(failure(FailureCode::Encrypted, "the mail is encrypted: save it decrypted"));
    }
    let body = body(&message);
    let saved_page = message.header_raw("Snapshot-Content-Location").is_some()
        || message.header_raw("From").is_some_and(|from| from.contains("<Saved by "));
    let metadata = if saved_page { body.metadata.clone() } else { header(&message) };
    let text = with_subject(if saved_page { None } else { message.subject() }, body, metadata);
    let attachments = attachments(&message);
    Ok(Document { media_type: "message/rfc822", text, attachments })
}

fn header(message: &Message<'_>) -> Metadata {
    let published = message.date().and_then(|date| {
        let (year, month, day) = (date.year.try_into(), date.month.try_into(), date.day.try_into());
        Date::new(year.ok()?, month.ok()?, day.ok()?).ok()
    });
    let published = published.or_else(|| written(message.header_raw("Date")?));
    let from = message.from().and_then(|from| from.first());
    // A header that a person typed may hold a name where the address should be.
    let (address, name) = from.map_or((None, None), |f| (f.address(), f.name()));
    let typed = address.filter(|address| !address.contains('@'));
    Metadata {
        published: published.map(DateRange::day),
        title: message.subject().map(str::to_owned),
        sender: address.map(str::to_owned),
        sender_name: name.or(typed).map(str::to_owned),
    }
}

/// "Monday 11 July 2022": the day that a person typed into a header.
fn written(header: &str) -> Option<Date> {
    let words: Vec<&str> = header.split([' ', ',', '\t']).filter(|w| !w.is_empty()).collect();
    let found = words.windows(3).find_map(|w| {
        let month = month_of(w[1])?;
        let day = w[0].trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()?;
        Some((w[2].trim().parse().ok()?, month, day))
    });
    let (year, month, day) = found?;
    Date::new(year, month, day).ok()
}

/// Puts the subject before the body as its title, unless the body starts with it.
fn with_subject(subject: Option<&str>, body: Text, metadata: Metadata) -> Text {
    let mut text = Text { metadata, warnings: body.warnings.clone(), ..Text::default() };
    let subject = subject.map(|s| s.split_whitespace().collect::<Vec<_>>().join(" "));
    let repeated =
        |s: &String| body.body().take(3).any(|b| body.slice(b.span).eq_ignore_ascii_case(s));
    if let Some(subject) = subject.filter(|s| !repeated(s)) {
        text.push(BlockKind::Heading { level: 1 }, &subject, 0);
    }
    for block in &body.blocks {
        text.push(block.kind, body.slice(block.span), 0);
    }
    text
}

/// The better of the plain and the HTML body.
fn body(message: &Message<'_>) -> Text {
    let mut plain_draft = Draft::default();
    for part in message.text_bodies() {
        if let PartType::Text(words) = &part.body {
            plain_body(&unfolded(part, words), &mut plain_draft);
        }
    }
    let plain = plain_draft.finish(Metadata::default(), false);
    let html = message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(source) => Some(html::story(source, part.is_encoding_problem)),
        _ => None,
    });
    let said = |text: &Text| text.body().map(|b| b.span.end - b.span.start).sum::<usize>();
    match html {
        Some(html) if said(&html) * 10 >= said(&plain) * ENOUGH_TENTHS => html,
        _ => plain,
    }
}

/// Adds a plain body; what it quotes, and all behind its signature line, as furniture.
fn plain_body(words: &str, draft: &mut Draft) {
    let words = draft::unix_lines(words);
    let quoted = |line: &&str| line.starts_with('>');
    let all_quoted = words.lines().filter(quoted).count() * 2 > words.lines().count();
    let mut own = String::new();
    let mut rest = words.lines().peekable();
    while let Some(line) = rest.next_if(|line| line.trim_end() != "--") {
        if all_quoted {
            own.push_str(line.trim_start_matches(['>', ' ']));
        } else if quoted(&line) {
            plain::blocks(&std::mem::take(&mut own), draft);
            draft.push(BlockKind::Furniture, line);
            continue;
        } else {
            own.push_str(line);
        }
        own.push('\n');
    }
    plain::blocks(&own, draft);
    for line in rest {
        draft.push(BlockKind::Furniture, line);
    }
}

/// Joins the lines of a part that says it is wrapped (`format=flowed`: a space before the wrap).
fn unfolded(part: &MessagePart<'_>, words: &str) -> String {
    let kind = part.content_type();
    let says = |name, value| {
        kind.and_then(|k| k.attribute(name)).is_some_and(|v| v.eq_ignore_ascii_case(value))
    };
    if !says("format", "flowed") {
        return words.to_owned();
    }
    let mut unfolded = String::with_capacity(words.len());
    for line in words.replace("\r\n", "\n").split('\n') {
        let wrapped = line.strip_suffix(' ').filter(|_| line.trim_end() != "--");
        unfolded.push_str(wrapped.unwrap_or(line));
        match wrapped {
            Some(_) if says("delsp", "yes") => {}
            Some(_) => unfolded.push(' '),
            None => unfolded.push('\n'),
        }
    }
    unfolded
}

fn attachments(message: &Message<'_>) -> Vec<Attachment> {
    let parts = message.attachments().filter(|part| may_be_release(part));
    let named = parts.take(MOST_ATTACHMENTS).enumerate().map(|(i, part)| Attachment {
        name: part.attachment_name().map_or_else(|| format!("attachment-{}", i + 1), str::to_owned),
        bytes: match &part.body {
            PartType::Message(inner) => inner.raw_message().to_vec(),
            _ => part.contents().to_vec(),
        },
    });
    named.filter(|attachment| !attachment.bytes.is_empty()).collect()
}

/// Pictures, signatures and invitations are parts of a mail, not releases.
fn may_be_release(part: &MessagePart<'_>) -> bool {
    let Some(kind) = part.content_type() else { return true };
    let (kind, subkind) = (kind.ctype().to_ascii_lowercase(), kind.subtype().unwrap_or_default());
    !matches!(kind.as_str(), "image" | "audio" | "video" | "font")
        && ![
            "css",
            "calendar",
            "pgp-signature",
            "pkcs7-signature",
            "x-pkcs7-signature",
            "javascript",
        ]
        .iter()
        .any(|unread| subkind.eq_ignore_ascii_case(unread))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
        document.text.blocks.iter().map(|b| (b.kind, document.text.slice(b.span))).collect()
    }

    const HEADER: &str = "From: Press Office <press@anyshire.example>\r\nTo: news@example.org\r\n\
                          Date: Fri, 3 May 2024 09:00:00 +0100\r\nSubject: Services rated good\r\n";

    #[test]
    fn header_fields_become_metadata_and_the_subject_the_title() {
        let source = format!(
            "{HEADER}Content-Type: text/plain; charset=windows-1252\r\n\r\nThe county\x27s services are good.\r\n\r\n\
             > Did inspectors come?\r\n\r\nThey did.\r\n\r\n-- \r\nPress Office\r\n"
        );
        let document = read(source.as_bytes()).expect("a mail");
        assert_eq!(
            blocks(&document),
            [
                (BlockKind::Heading { level: 1 }, "Services rated good"),
                (BlockKind::Paragraph, "The county's services are good."),
                (BlockKind::Furniture, "> Did inspectors come?"),
                (BlockKind::Paragraph, "They did."),
                (BlockKind::Furniture, "--"),
                (BlockKind::Furniture, "Press Office"),
            ]
        );
        let metadata = &document.text.metadata;
        assert_eq!(metadata.sender.as_deref(), Some("press@anyshire.example"));
        assert_eq!(metadata.published.map(|p| p.from), Some(jiff::civil::date(2024, 5, 3)));
        assert_eq!(metadata.title.as_deref(), Some("Services rated good"));
    }

    #[test]
    fn the_html_part_gives_structure_and_files_are_attachments() {
        let source = format!(
            "{HEADER}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n\
             Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\n\
             Good. Waits.\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>Good.</p><ul><li>Waits</li></ul>\r\n--a--\r\n\
             --m\r\nContent-Type: application/pdf; name=\"letter.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\
             JVBERi0xLjc=\r\n--m\r\nContent-Type: image/png\r\n\r\nx\r\n--m--\r\n"
        );
        let document = read(source.as_bytes()).expect("a mail");
        assert_eq!(
            blocks(&document)[1..],
            [
                (BlockKind::Paragraph, "Good."),
                (BlockKind::Item { depth: 0, numbered: false }, "Waits")
            ]
        );
        let pdf = Attachment { name: "letter.pdf".into(), bytes: b"%PDF-1.7".to_vec() };
        assert_eq!(document.attachments, [pdf]);
    }

    #[test]
    fn flowed_lines_are_joined() {
        let source = format!(
            "{HEADER}Content-Type: text/plain; format=flowed\r\n\r\nThe county's \r\nservices \r\nare good.\r\nSo it said.\r\n"
        );
        let document = read(source.as_bytes()).expect("a mail");
        assert_eq!(blocks(&document)[1].1, "The county's services are good.");
    }

    #[test]
    fn encrypted_mails_say_so() {
        let source =
            format!("{HEADER}Content-Type: multipart/encrypted; boundary=x\r\n\r\n--x--\r\n");
        assert_eq!(read(source.as_bytes()).map_err(|f| f.code), Err(FailureCode::Encrypted));
    }
}
