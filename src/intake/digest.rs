//! The name of bytes: the same bytes have the same digest wherever they lie and whatever their name.

/// Returns `blake3:` and the hash of the bytes in hex, as the contract prints it.
pub fn digest(bytes: &[u8]) -> String {
    format!("blake3:{}", blake3::hash(bytes).to_hex())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_names_its_method_and_tells_bytes_apart() {
        assert!(digest(b"one").starts_with("blake3:"));
        assert_eq!(digest(b"one").len(), "blake3:".len() + 64);
        assert_ne!(digest(b"one"), digest(b"two"));
    }
}
