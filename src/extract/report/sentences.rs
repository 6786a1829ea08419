//! Where sentences begin and end in words that were read on as one line.

use std::ops::Range;

/// Sentences of `words`, without the space between them.
pub fn all(words: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + (words[from..].len() - words[from..].trim_start().len());
        if start >= words.len() {
            return None;
        }
        let end = end(words, start);
        from = end;
        Some(start..end)
    })
}

/// The sentence that holds `range`.
pub fn around(words: &str, range: Range<usize>) -> Range<usize> {
    all(words).find(|s| s.start <= range.start && range.end <= s.end).unwrap_or(range)
}

/// The end of the sentence that begins at `start`: a full stop, exclamation or question mark, closed
/// quotation marks behind it, then a space and a capital letter; or the end of the words.
fn end(words: &str, start: usize) -> usize {
    let mut chars = words[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let mut stop = start + at + c.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            if !matches!(c, '’' | '”' | '\'' | '"' | ')') {
                break;
            }
            stop = start + at + c.len_utf8();
            chars.next();
        }
        let mut rest = words[stop..].chars();
        let new = rest.next().is_none_or(char::is_whitespace)
            && rest.find(|c| !c.is_whitespace()).is_none_or(|c| !c.is_lowercase());
        if new {
            return stop;
        }
    }
    words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_new_one_can_begin() {
        let words = "It cost 3.5 million. “Good work.” She left";
        let found: Vec<_> = all(words).map(|s| &words[s]).collect();
        assert_eq!(found, ["It cost 3.5 million.", "“Good work.”", "She left"]);
        assert_eq!(around(words, 10..12), 0..20);
    }
}
