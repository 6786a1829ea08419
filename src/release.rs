//! One release from bytes to reading: decode, extract, and the same for what a mail carries.
//!
//! In:  a name for people, the bytes, and how to decode them (in this process or in a worker).
//! Out: one [`Examined`] for the release and one for each attachment.
//! Not here: files, limits, the store.

use crate::extract::{self, forwarded, furniture};
use crate::knowledge::Knowledge;
use crate::model::reading::{ReadFailure, Reading};
use crate::model::text::Text;
use crate::read::{self, Document};

/// How deep attachments of attachments are followed.
const MAX_DEPTH: usize = 3;

/// What examining one release gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// The contract's reading.
    pub reading: Reading,
    /// The extracted text; empty where the release could not be read.
    pub text: Text,
    /// The bytes of an attachment; none for the release itself, whose bytes the caller has.
    pub attached: Option<Vec<u8>>,
}

/// The digest that identifies a release: `blake3:` and the hash in hex.
pub fn digest(bytes: &[u8]) -> String {
    format!("blake3:{}", blake3::hash(bytes).to_hex())
}

/// Examines a release and its attachments; the release itself comes first.
pub fn examine(
    name: &str,
    bytes: &[u8],
    decode: &dyn Fn(&[u8]) -> Result<Document, ReadFailure>,
    knowledge: &Knowledge,
) -> Vec<Examined> {
    let mut found = Vec::new();
    examine_into(name, bytes, decode, knowledge, 0, &mut found);
    found
}

fn examine_into(
    name: &str,
    bytes: &[u8],
    decode: &dyn Fn(&[u8]) -> Result<Document, ReadFailure>,
    knowledge: &Knowledge,
    depth: usize,
    found: &mut Vec<Examined>,
) {
    let digest = digest(bytes);
    let document = match decode(bytes).and_then(|document| cleared(document, knowledge)) {
        Ok(document) => document,
        Err(failure) => return found.push(failed(name, digest, failure)),
    };
    let extraction = extract::extract(&document.text, knowledge);
    found.push(Examined {
        reading: Reading {
            path: name.to_owned(),
            digest,
            media_type: document.media_type.to_string(),
            error: None,
            published: extraction.published,
            inspections: extraction.inspections,
            doubts: extraction.doubts,
        },
        text: document.text,
        attached: (depth > 0).then(|| bytes.to_vec()),
    });
    if depth < MAX_DEPTH {
        for attachment in &document.attachments {
            let name = format!("{name}#{}", attachment.name);
            examine_into(&name, &attachment.bytes, decode, knowledge, depth + 1, found);
        }
    }
}

/// A document whose page furniture is marked. PDFs are printed: they have none but running lines,
/// which their reader knows by their place.
fn cleared(mut document: Document, knowledge: &Knowledge) -> Result<Document, ReadFailure> {
    if document.media_type != read::PDF {
        furniture::mark(&mut document.text, &knowledge.lexicon);
        forwarded::mark(&mut document.text);
    }
    document.or_empty()
}

/// What stands for a release that could not be read.
pub fn failed(name: &str, digest: String, failure: ReadFailure) -> Examined {
    Examined {
        reading: Reading {
            path: name.to_owned(),
            digest,
            media_type: "application/octet-stream".to_owned(),
            error: Some(failure),
            published: None,
            inspections: Vec::new(),
            doubts: Vec::new(),
        },
        text: Text::default(),
        attached: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::reading::FailureCode;
    use crate::read::Attachment;

    #[test]
    fn attachments_are_releases_of_their_own_and_failures_are_readings() {
        let decode = |bytes: &[u8]| match bytes {
            b"mail" => Ok(Document {
                media_type: "message/rfc822",
                text: Text::default(),
                attachments: vec![Attachment { name: "x.pdf".into(), bytes: b"bad".to_vec() }],
            }),
            _ => Err(ReadFailure { code: FailureCode::Unreadable, message: "damaged".into() }),
        };
        let knowledge = Knowledge::embedded().expect("well formed");
        let found = examine("a.eml", b"mail", &decode, &knowledge);
        let names: Vec<_> = found.iter().map(|e| e.reading.path.as_str()).collect();
        assert_eq!(names, ["a.eml", "a.eml#x.pdf"]);
        assert_eq!(found[1].reading.error.as_ref().map(|e| e.code), Some(FailureCode::Unreadable));
    }
}
