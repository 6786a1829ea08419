//! Bytes of a release to its text with structure, whatever the format. The name of a file is not
//! asked for: formats are recognised by their bytes.

pub mod pdf;

use crate::model::reading::ReadFailure;
use crate::model::text::Text;

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
pub fn read(_bytes: &[u8]) -> Result<Document, ReadFailure> {
    Err(ReadFailure {
        code: crate::model::reading::FailureCode::Unsupported,
        message: String::new(),
    })
}
