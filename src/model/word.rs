//! The words that the contract has for the values of enums: one place for all who print them.

use serde::Serialize;

/// The word for a value, as its JSON says it; empty for none, and JSON for what is no word.
pub fn word<T: Serialize + ?Sized>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(serde_json::Value::Null) | Err(_) => String::new(),
        Ok(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::alert::AlertState;

    #[test]
    fn words_are_those_of_the_json() {
        assert_eq!(word(&AlertState::HeldForReview), "held-for-review");
        assert_eq!(word(&None::<AlertState>), "");
        assert_eq!(word(&0.5), "0.5");
    }
}
