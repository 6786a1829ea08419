//! Signing as Standard Webhooks says: HMAC-SHA256 over `ID.TIMESTAMP.BODY`, in base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;

/// What a secret begins with that is written in base64.
const ENCODED: &str = "whsec_";

/// Fewer bytes than these can be guessed.
const SHORTEST: usize = 16;

/// The key that a secret stands for.
pub(super) fn key(secret: &str) -> Result<Vec<u8>, String> {
    let key = match secret.strip_prefix(ENCODED) {
        Some(encoded) => STANDARD
            .decode(encoded)
            .map_err(|_| format!("the secret after `{ENCODED}` is not base64"))?,
        None => secret.as_bytes().to_vec(),
    };
    if key.len() < SHORTEST {
        return Err(format!("the secret is too short: it needs {SHORTEST} bytes or more"));
    }
    Ok(key)
}

/// The value of the header `webhook-signature`; `seconds` since 1970.
pub(super) fn sign(key: &[u8], id: &str, seconds: i64, body: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key);
    let tag = hmac::sign(&key, format!("{id}.{seconds}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_those_of_rfc_4231_and_secrets_have_two_forms() {
        // RFC 4231, case 2, whose message holds no full stop but what joins the parts: the parts are
        // compared with a plain HMAC of the same bytes.
        let jefe = hmac::Key::new(hmac::HMAC_SHA256, b"Jefe");
        let tag = hmac::sign(&jefe, b"what do ya want for nothing?");
        assert_eq!(tag.as_ref()[..4], [0x5b, 0xdc, 0xc1, 0x46]);
        let whole = hmac::sign(&jefe, b"al-1.1700000000.{}");
        let want = format!("v1,{}", STANDARD.encode(whole));
        assert_eq!(sign(b"Jefe", "al-1", 1_700_000_000, "{}"), want);

        assert_eq!(key("whsec_MDEyMzQ1Njc4OWFiY2RlZg==").expect("base64"), b"0123456789abcdef");
        assert_eq!(key("0123456789abcdef").expect("words"), b"0123456789abcdef");
        for wrong in ["whsec_???", "short", "whsec_c2hvcnQ="] {
            key(wrong).expect_err("must be refused");
        }
    }
}
