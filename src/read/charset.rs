//! Bytes to characters, where a format leaves the character set open.
//!
//! In:  bytes, and the set that the format declares, if it does.
//! Out: the characters, and whether the set had to be guessed or did not fit.
//! Order: byte order mark, UTF-16 by its zero bytes, valid UTF-8, the declared set, Windows-1252
//! where only its usual signs occur, a guess.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that are looked at to tell UTF-16 without a byte order mark.
const UTF16_SAMPLE: usize = 4096;

/// Windows-1252 bytes that English texts have: quotation marks, dashes, bullet, ellipsis, euro,
/// trade marks, no-break space, pound, section, middle dot, fractions and the accents of names.
const ENGLISH_1252: &[u8] = b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\
\xb0\xb4\xb7\xbb\xbc\xbd\xbe\xc9\xe0\xe1\xe2\xe4\xe7\xe8\xe9\xea\xeb\xed\xef\xf1\xf3\xf4\xf6\xfa\xfc";

/// Decoded characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The characters.
    pub text: Cow<'b, str>,
    /// Whether the set was guessed, or some bytes did not fit it.
    pub doubtful: bool,
}

/// Decodes bytes whose character set may be anything that English releases come in.
pub fn decode<'b>(bytes: &'b [u8], declared: Option<&'static Encoding>) -> Decoded<'b> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return by(encoding, &bytes[mark..], false);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return by(encoding, bytes, false);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: Cow::Borrowed(text), doubtful: false },
        Err(error) if error.error_len().is_none() => by(UTF_8, bytes, true),
        Err(_) => undeclared(bytes, declared),
    }
}

/// Decodes bytes that are certainly not all UTF-8.
fn undeclared<'b>(bytes: &'b [u8], declared: Option<&'static Encoding>) -> Decoded<'b> {
    if mostly_utf8(bytes) {
        return by(UTF_8, bytes, true);
    }
    if let Some(encoding) = declared.filter(|e| *e != UTF_8) {
        return by(encoding, bytes, false);
    }
    if bytes.iter().all(|b| b.is_ascii() || ENGLISH_1252.contains(b)) {
        return by(WINDOWS_1252, bytes, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    by(detector.guess(Some(b"uk"), Utf8Detection::Deny), bytes, true)
}

fn by<'b>(encoding: &'static Encoding, bytes: &'b [u8], doubtful: bool) -> Decoded<'b> {
    let (text, errors) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, doubtful: doubtful || errors }
}

/// Latin text in UTF-16 has a zero in nearly every second byte and nowhere else.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(UTF16_SAMPLE) & !1];
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, units) = (zeros(0), zeros(1), sample.len() / 2);
    if units < 2 {
        None
    } else if odd * 10 >= units * 7 && even * 20 <= units {
        Some(UTF_16LE)
    } else if even * 10 >= units * 7 && odd * 20 <= units {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether a few stray bytes stand in what is else UTF-8 with characters beyond ASCII.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 3 * bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(bytes: &[u8], text: &str, doubtful: bool) {
        let decoded = decode(bytes, None);
        assert_eq!((decoded.text.as_ref(), decoded.doubtful), (text, doubtful));
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_usual_set_gives_the_same_characters() {
        let words = "The council’s services are “good” – £4m";
        case(words.as_bytes(), words, false);
        case(&[b"\xef\xbb\xbf", words.as_bytes()].concat(), words, false);
        case(&utf16(words, u16::to_le_bytes), words, false);
        case(&utf16(words, u16::to_be_bytes), words, false);
        case(&[b"\xff\xfe".to_vec(), utf16(words, u16::to_le_bytes)].concat(), words, false);
        case(&[b"\xfe\xff".to_vec(), utf16(words, u16::to_be_bytes)].concat(), words, false);
        case(b"The council\x92s services are \x93good\x94 \x96 \xa34m", words, false);
    }

    #[test]
    fn a_stray_byte_costs_one_character_and_raises_a_doubt() {
        let good = "“One” – “two” – ‘three’";
        let mut bytes = good.as_bytes().to_vec();
        bytes.push(0xff);
        case(&bytes, &format!("{good}\u{fffd}"), true);
    }

    #[test]
    fn a_declared_set_decides_where_the_bytes_are_not_utf8() {
        let latin2 = Encoding::for_label(b"iso-8859-2");
        assert_eq!(decode(b"na\xb3og", latin2).text, "nałog");
        assert_eq!(decode("nałog".as_bytes(), latin2).text, "nałog");
    }
}
