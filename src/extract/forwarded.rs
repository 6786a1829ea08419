//! The head of a mail that was passed on: "From: …", "Sent: …", "To: …", "Subject: …".
//!
//! In:  a text. Out: the same text; such lines are furniture, the subject a heading, and the day the
//! mail was sent is metadata of the text, since what follows was news then.

use super::dates;
use crate::model::text::{BlockKind, Text};

/// What the lines of a head begin with.
const FIELDS: &[&str] = &[
    "from:",
    "sent:",
    "date:",
    "to:",
    "cc:",
    "bcc:",
    "subject:",
    "reply-to:",
    "importance:",
    "attachments:",
];
/// Longest line of a head, in bytes: it may name many people.
const LONGEST: usize = 2_000;

/// Marks the heads of passed-on mails.
pub fn mark(text: &mut Text) {
    let fields: Vec<Option<&str>> = text.blocks.iter().map(|b| field(text.slice(b.span))).collect();
    let mut at = 0;
    for run in fields.chunk_by(|a, b| a.is_some() == b.is_some()) {
        let from = at;
        at += run.len();
        let has = |name: &str| run.contains(&Some(name));
        let whole = run.len() == 1 && is_head_on_one_line(text.slice(text.blocks[from].span));
        let lines = run.len() >= 3 && has("from:") && (has("to:") || has("subject:"));
        if !(whole || lines) {
            continue;
        }
        for (block, name) in (from..at).zip(run) {
            let sent = whole || matches!(name, Some("sent:" | "date:"));
            let span = text.blocks[block].span;
            if let Some(day) =
                sent.then(|| dates::dates(text.slice(span)).into_iter().next()).flatten()
            {
                text.metadata.published = Some(day.range);
            }
            text.blocks[block].kind = match name {
                Some("subject:") if !whole => BlockKind::Heading { level: 2 },
                _ => BlockKind::Furniture,
            };
        }
    }
}

fn field(words: &str) -> Option<&'static str> {
    let starts =
        |name: &&&str| words.get(..name.len()).is_some_and(|w| w.eq_ignore_ascii_case(name));
    (words.len() <= LONGEST).then(|| FIELDS.iter().find(starts).copied()).flatten()
}

/// "From: A Sent: 3 May 2024 To: B Subject: C", whose line ends were lost.
fn is_head_on_one_line(words: &str) -> bool {
    let has = |name: &str| words.contains(name);
    words.starts_with("From: ") && has(" Subject: ") && (has(" Sent: ") || has(" Date: "))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn read(lines: &[&str]) -> (Vec<BlockKind>, Option<jiff::civil::Date>) {
        let mut text = Text::default();
        lines.iter().for_each(|line| {
            text.push(BlockKind::Paragraph, line, 0);
        });
        mark(&mut text);
        (text.blocks.iter().map(|b| b.kind).collect(), text.metadata.published.map(|p| p.from))
    }

    #[test]
    fn the_head_of_a_mail_is_furniture_and_its_day_that_of_the_news() {
        use BlockKind::{Furniture, Heading, Paragraph};
        let head = [
            "Have a look at this.",
            "From: Press Office <press@anyshire.example>",
            "Sent: 3 May 2024 09:12",
            "To: All members; Jo Bloggs",
            "Subject: Services rated good",
            "Inspectors came in March.",
        ];
        let kinds = [Paragraph, Furniture, Furniture, Furniture, Heading { level: 2 }, Paragraph];
        assert_eq!(read(&head), (kinds.to_vec(), Some(date(2024, 5, 3))));
        let line = "From: Press Office Sent: 3 May 2024 09:12 To: All members Subject: Services";
        assert_eq!(read(&[line]), (vec![Furniture], Some(date(2024, 5, 3))));
    }

    #[test]
    fn lines_that_only_look_like_one_stay() {
        let lines = ["From: good", "To: outstanding", "Inspectors came on 3 May 2024."];
        assert_eq!(read(&lines), (vec![BlockKind::Paragraph; 3], None));
        assert_eq!(read(&["Date: 3 May 2024"]), (vec![BlockKind::Paragraph], None));
    }
}
