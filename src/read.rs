//! Bytes of a release to its text with structure, whatever the format. The name of a file is not
//! asked for: formats are recognised by their bytes.

mod broken;
pub mod charset;
mod columns;
mod draft;
mod html;
pub mod isolate;
mod mail;
mod markdown;
mod marker;
mod office;
mod paragraphs;
pub mod pdf;
mod plain;
mod sniff;
mod wrap;

use crate::model::reading::{FailureCode, ReadFailure};
use crate::model::text::Text;
use sniff::Format;

/// Bytes that a release may have unless the caller says otherwise: 64 MiB.
pub const MAX_BYTES: usize = 64 << 20;

/// Media types of the formats that are read.
pub const MEDIA_TYPES: [&str; 7] =
    [PDF, "text/html", "text/plain", "text/markdown", "message/rfc822", office::DOCX, office::ODT];

/// What the bytes of one release hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Media type found in the bytes.
    pub media_type: &'static str,
    /// Its text.
    pub text: Text,
    /// Attachments of a mail, each a release of its own.
    pub attachments: Vec<Attachment>,
}

impl Document {
    /// The document itself, if it holds words that may be evidence, or attachments.
    ///
    /// # Errors
    /// `empty` where it does not.
    pub fn or_empty(self) -> Result<Self, ReadFailure> {
        if self.text.body().next().is_none() && self.attachments.is_empty() {
            return Err(failure(FailureCode::Empty, "the file holds no words"));
        }
        Ok(self)
    }
}

/// The media type of PDF.
pub const PDF: &str = "application/pdf";

/// A file inside a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, for people only.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Reads the bytes of one release.
///
/// # Errors
/// [`ReadFailure`] with the reason that people and machines are shown.
pub fn read(bytes: &[u8]) -> Result<Document, ReadFailure> {
    read_within(bytes, MAX_BYTES)
}

/// Reads the bytes of one release of at most `limit` bytes.
///
/// # Errors
/// As [`read`]; `too-large` where there are more.
pub fn read_within(bytes: &[u8], limit: usize) -> Result<Document, ReadFailure> {
    if bytes.len() > limit {
        return Err(too_large(bytes.len(), limit));
    }
    let document = |media_type, text| Document { media_type, text, attachments: Vec::new() };
    let document = match sniff::sniff(bytes)? {
        Format::Plain(decoded) => document("text/plain", plain::read(&decoded)),
        Format::Markdown(decoded) => document("text/markdown", markdown::read(&decoded)),
        Format::Pdf => document(PDF, pdf::read(bytes)?),
        Format::Html(decoded) => document("text/html", html::read(&decoded)?),
        Format::Zip => {
            let (media_type, text) = office::read(bytes)?;
            document(media_type, text)
        }
        Format::Mail => mail::read(bytes)?,
    };
    document.or_empty()
}

/// The failure of a release of `bytes` bytes where only `limit` are read.
pub fn too_large(bytes: usize, limit: usize) -> ReadFailure {
    let mib = |n: usize| n.div_ceil(1 << 20);
    let message = format!("the file has {} MiB, more than the {} read", mib(bytes), mib(limit));
    failure(FailureCode::TooLarge, message)
}

/// The one of [`MEDIA_TYPES`] that equals a name.
fn media_type(name: &str) -> Option<&'static str> {
    MEDIA_TYPES.into_iter().find(|media_type| *media_type == name)
}

fn failure(code: FailureCode, message: impl Into<String>) -> ReadFailure {
    ReadFailure { code, message: message.into() }
}

fn unsupported(message: impl Into<String>) -> ReadFailure {
    failure(FailureCode::Unsupported, message)
}
