//! Words of a text shown with their surroundings and a line of marks below them.

use inspectwatch::model::text::{Span, Text};

/// Characters shown before and after the words.
const AROUND: usize = 40;

/// Two lines: the words in their context, and `^` under each of their characters.
/// White space is one column each, so that the marks stand where they should.
pub fn underlined(text: &Text, span: Span) -> [String; 2] {
    let before: Vec<char> = text.content[..span.start].chars().rev().take(AROUND).collect();
    let before: String = before.into_iter().rev().map(plain).collect();
    let words: String = text.slice(span).chars().map(plain).collect();
    let after: String = text.content[span.end..].chars().take(AROUND).map(plain).collect();
    let marks = format!(
        "{}{}",
        " ".repeat(before.chars().count()),
        "^".repeat(words.chars().count().max(1))
    );
    [format!("{before}{words}{after}"), marks]
}

fn plain(c: char) -> char {
    if c.is_control() || c.is_whitespace() { ' ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;
    use inspectwatch::model::text::BlockKind;

    #[test]
    fn marks_stand_below_the_words_even_after_wide_quotes() {
        let mut text = Text::default();
        text.push(BlockKind::Paragraph, "The service is ‘good’ now", 0);
        let start = text.content.find("‘good’").expect("there");
        let [line, marks] = underlined(&text, Span { start, end: start + "‘good’".len() });
        assert_eq!(line, "The service is ‘good’ now");
        assert_eq!(marks, "               ^^^^^^");
    }
}
