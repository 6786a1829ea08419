//! List markers: bullets in any font, numbers, letters.

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// Bytes of the text that are marker and space.
    pub length: usize,
    /// Whether it counts.
    pub numbered: bool,
}

/// The marker that a text begins with. Symbol fonts put their bullets into the private-use area.
pub fn marker(text: &str) -> Option<Marker> {
    bullet(text).or_else(|| number(text))
}

/// A bullet that a text begins with.
pub fn bullet(text: &str) -> Option<Marker> {
    let rest = text.trim_start();
    let first = rest.chars().next()?;
    let after = rest[first.len_utf8()..].trim_start();
    let spaced = rest[first.len_utf8()..].starts_with(char::is_whitespace);
    let is_bullet =
        is_bullet(first) || (spaced && matches!(first, '-' | '–' | '—' | '−' | 'o' | '*'));
    (is_bullet && !after.is_empty())
        .then_some(Marker { length: text.len() - after.len(), numbered: false })
}

/// Whether a text is a marker and nothing else.
pub fn is_marker(text: &str) -> bool {
    marker(&format!("{} x", text.trim())).is_some_and(|m| m.length > text.trim().len())
}

/// Whether a marker, standing alone, counts.
pub fn counts(text: &str) -> bool {
    number(&format!("{} x", text.trim())).is_some()
}

/// Whether a character serves as a bullet and as nothing else.
pub fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '‣'
            | '⁃'
            | '∙'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '●'
            | '○'
            | '◦'
            | '◆'
            | '◼'
            | '➢'
            | '❖'
            | '✓'
            | '\u{e000}'..='\u{f8ff}'
    )
}

/// A counting marker: `1.`, `12)`, `(a)`, `b.`, `iv)`; never a decimal such as `4.2`.
fn number(text: &str) -> Option<Marker> {
    let rest = text.trim_start();
    let inner = rest.strip_prefix('(').unwrap_or(rest);
    let count = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (word, tail) = inner.split_at(count);
    let counts = match word.len() {
        1 => !word.starts_with(|c: char| c.is_ascii_uppercase()) || tail.starts_with(')'),
        2 | 3 => {
            word.chars().all(|c| c.is_ascii_digit()) || word.chars().all(|c| "ivx".contains(c))
        }
        _ => false,
    };
    let after = tail.strip_prefix(['.', ')'])?;
    let words = after.trim_start();
    let closed = tail.starts_with(')') || !rest.starts_with('(');
    (counts && closed && after.starts_with(char::is_whitespace) && !words.is_empty())
        .then_some(Marker { length: text.len() - words.len(), numbered: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, want: Option<(&str, bool)>) {
        let got = marker(text).map(|m| (&text[m.length..], m.numbered));
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn markers_are_told_from_words() {
        case("• Visits are late.", Some(("Visits are late.", false)));
        case("\u{f0b7}  Visits are late.", Some(("Visits are late.", false)));
        case("\u{f0a7}Visits are late.", Some(("Visits are late.", false)));
        case("– the pace of change", Some(("the pace of change", false)));
        case("o  the pace of change", Some(("the pace of change", false)));
        case("12. Plans drift.", Some(("Plans drift.", true)));
        case("(a) plans drift", Some(("plans drift", true)));
        case("iv) plans drift", Some(("plans drift", true)));
        case("4.2 million pounds", None);
        case("On Monday", None);
        case("A good council", None);
        case("Mr. Smith wrote", None);
        case("(see annex) the rest", None);
        case("•", None);
    }
}
