//! What goes through the pipes between parent and child.
//!
//! A request is the length of a release (8 bytes, least significant first) and its bytes. A reply
//! is a frame of JSON, and for each attachment that it names the bytes. The parent trusts no
//! reply: offsets, lengths and media types are checked.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::model::reading::ReadFailure;
use crate::model::text::Text;
use crate::read::{Attachment, Document, media_type};

/// Most bytes of a frame: 1 GiB. More is taken for garbage.
const LARGEST: u64 = 1 << 30;

/// A document without the bytes of its attachments.
#[derive(Serialize, Deserialize)]
struct Outline {
    media_type: String,
    text: Text,
    /// Names and numbers of bytes.
    attachments: Vec<(String, u64)>,
}

/// Writes one frame.
///
/// # Errors
/// A closed pipe.
pub fn write(output: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u64::try_from(bytes.len()).map_err(io::Error::other)?;
    output.write_all(&length.to_le_bytes())?;
    output.write_all(bytes)?;
    output.flush()
}

/// Reads one frame; `None` where the pipe has ended instead.
///
/// # Errors
/// A pipe that ends within the frame, or a length that cannot be.
pub fn read(input: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    match input.read(&mut length)? {
        0 => return Ok(None),
        read => input.read_exact(&mut length[read..])?,
    }
    let length = u64::from_le_bytes(length);
    if length > LARGEST {
        return Err(garbage("a frame is too long"));
    }
    exactly(input, length).map(Some)
}

fn exactly(input: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = input.take(length).read_to_end(&mut bytes)?;
    if u64::try_from(read).is_ok_and(|read| read == length) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// Writes a reply.
///
/// # Errors
/// A closed pipe.
pub fn write_reply(
    output: &mut impl Write,
    reply: &Result<Document, ReadFailure>,
) -> io::Result<()> {
    let size = |attachment: &Attachment| attachment.bytes.len() as u64;
    let outline = reply.as_ref().map(|document| Outline {
        media_type: document.media_type.to_owned(),
        text: document.text.clone(),
        attachments: document.attachments.iter().map(|a| (a.name.clone(), size(a))).collect(),
    });
    write(output, &serde_json::to_vec(&outline)?)?;
    for attachment in reply.iter().flat_map(|document| &document.attachments) {
        output.write_all(&attachment.bytes)?;
    }
    output.flush()
}

/// Reads a reply.
///
/// # Errors
/// A pipe that ends, or a reply that no honest child sends.
pub fn read_reply(input: &mut impl Read) -> io::Result<Result<Document, ReadFailure>> {
    let frame = read(input)?.ok_or(io::ErrorKind::UnexpectedEof)?;
    let outline: Result<Outline, ReadFailure> = serde_json::from_slice(&frame)?;
    let outline = match outline {
        Ok(outline) => outline,
        Err(failure) => return Ok(Err(failure)),
    };
    let media_type = media_type(&outline.media_type).ok_or_else(|| garbage("no media type"))?;
    if !outline.text.is_sound() {
        return Err(garbage("blocks do not fit the text"));
    }
    let mut attachments = Vec::new();
    let mut left = LARGEST;
    for (name, length) in outline.attachments {
        left = left.checked_sub(length).ok_or_else(|| garbage("attachments are too long"))?;
        attachments.push(Attachment { name, bytes: exactly(input, length)? });
    }
    Ok(Ok(Document { media_type, text: outline.text, attachments }))
}

fn garbage(message: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::{Block, BlockKind, Span};

    fn there_and_back(
        reply: &Result<Document, ReadFailure>,
    ) -> io::Result<Result<Document, ReadFailure>> {
        let mut pipe = Vec::new();
        write_reply(&mut pipe, reply)?;
        read_reply(&mut pipe.as_slice())
    }

    #[test]
    fn replies_come_back_as_they_went() {
        let good = crate::read::read("Council rated good\n\nIt was “pleased”.".as_bytes());
        assert_eq!(there_and_back(&good).expect("a reply"), good);
        let bad = crate::read::read(b"");
        assert_eq!(there_and_back(&bad).expect("a reply"), bad);
        let mut mail = good.expect("a document");
        mail.attachments = vec![
            Attachment { name: "a.pdf".into(), bytes: vec![0, 255, 10] },
            Attachment { name: "b.txt".into(), bytes: b"words".to_vec() },
        ];
        let mail = Ok(mail);
        assert_eq!(there_and_back(&mail).expect("a reply"), mail);
    }

    #[test]
    fn dishonest_replies_are_refused() {
        let mut document = crate::read::read("Rated “good”.".as_bytes()).expect("a document");
        let span = Span { start: 7, end: 9999 };
        document.text.blocks = vec![Block { kind: BlockKind::Paragraph, span, page: 0 }];
        assert!(there_and_back(&Ok(document)).is_err());
        assert!(read(&mut u64::MAX.to_le_bytes().as_slice()).is_err());
        assert!(read(&mut [5, 0, 0, 0, 0, 0, 0, 0, 1].as_slice()).is_err());
    }
}
