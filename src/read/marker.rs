//! List markers at the start of a line: bullets, numbers, letters.

/// What a line that opens a list item starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// A bullet that nothing else is written with.
    Bullet,
    /// A dash, asterisk or the letter o: a bullet only where its surroundings agree.
    Dash(char),
    /// `1.`, `1)`, `(1)`.
    Number(u32),
    /// `a)`, `(a)`, `ii)`.
    Letter,
}

impl Marker {
    /// Whether the marker counts.
    pub fn numbered(self) -> bool {
        matches!(self, Self::Number(_) | Self::Letter)
    }
}

/// Signs that only ever are bullets; the last are how Word's symbol fonts come out of a clipboard.
const BULLETS: &str =
    "•‣◦▪▫■□●○◆◇►▶➢➤➔✓✔✗✘✕☐☑☒★❖⁃∙·\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}\u{f0a8}";

/// Splits a list marker from the words behind it; both must be there, with white space between
/// (bullets need none).
pub fn split(line: &str) -> Option<(Marker, &str)> {
    let first = line.chars().next()?;
    let behind = &line[first.len_utf8()..];
    let words = behind.trim_start();
    let apart = words.len() < behind.len();
    if words.is_empty() {
        return None;
    }
    match first {
        _ if BULLETS.contains(first) => Some((Marker::Bullet, words)),
        '-' | '–' | '—' | '*' | '+' | '~' | 'o' | '§' if apart => {
            Some((Marker::Dash(first), words))
        }
        _ => counted(line),
    }
}

/// Whether a line is nothing but a bullet, its words being on the next line.
pub fn is_lone_bullet(line: &str) -> bool {
    let mut signs = line.chars();
    signs.next().is_some_and(|sign| BULLETS.contains(sign)) && signs.next().is_none()
}

fn counted(line: &str) -> Option<(Marker, &str)> {
    let opened = line.strip_prefix('(');
    let body = opened.unwrap_or(line);
    let length = body.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (label, behind) = body.split_at(length);
    let closed = behind.strip_prefix(')');
    let behind = match closed {
        Some(behind) => behind,
        None if opened.is_none() => behind.strip_prefix('.')?,
        None => return None,
    };
    let words = behind.trim_start();
    if words.is_empty() || words.len() == behind.len() {
        return None;
    }
    let marker = match label.len() {
        1..=2 if label.bytes().all(|b| b.is_ascii_digit()) => Marker::Number(label.parse().ok()?),
        1 if closed.is_some() && label.bytes().all(|b| b.is_ascii_alphabetic()) => Marker::Letter,
        1..=4 if closed.is_some() && label.bytes().all(|b| b"ivx".contains(&b)) => Marker::Letter,
        _ => return None,
    };
    Some((marker, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(line: &str, expected: Option<(Marker, &str)>) {
        assert_eq!(split(line), expected, "{line}");
    }

    #[test]
    fn markers_are_told_from_words() {
        case("• waits", Some((Marker::Bullet, "waits")));
        case("·waits", Some((Marker::Bullet, "waits")));
        case("- waits", Some((Marker::Dash('-'), "waits")));
        case("o  waits", Some((Marker::Dash('o'), "waits")));
        case("1.   waits", Some((Marker::Number(1), "waits")));
        case("(12) waits", Some((Marker::Number(12), "waits")));
        case("a) waits", Some((Marker::Letter, "waits")));
        case("iv) waits", Some((Marker::Letter, "waits")));
        case("-waits", None);
        case("of waits", None);
        case("2018. The visit", None);
        case("84.1  The cabinet", None);
        case("A. Smith wrote", None);
        case("1.", None);
        case("•", None);
        case("", None);
    }
}
