//! Words of others made fit for one line.

/// Characters of one item or quotation; longer ones are cut, for a mail is not the release.
const LONGEST: usize = 2_000;

/// Words of a release as they may stand in a message: one line, without characters that control a
/// terminal or turn the direction of writing, cut where they are endless.
pub fn clean(words: &str) -> String {
    let mut cleaned = String::with_capacity(words.len().min(LONGEST));
    let mut length = 0;
    for c in words.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        if c.is_control() || turns || (c == ' ' && cleaned.ends_with(' ')) {
            continue;
        }
        if length == LONGEST {
            cleaned.push('…');
            break;
        }
        cleaned.push(c);
        length += 1;
    }
    cleaned.trim().to_owned()
}
