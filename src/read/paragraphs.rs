//! Lines of a plain text to paragraphs and list items, with wraps undone.
//!
//! In:  text with lines ended by `\n`.
//! Out: paragraphs in order, without list markers; what they are is said elsewhere (`plain`).
//! A dash, number or `o` at the start of a line may be there because of a wrap, so markers are
//! believed only where their surroundings agree.

use std::collections::HashSet;

use super::marker::{self, Marker};
use super::wrap::{Line, Width, ends_sentence, is_row, starts_small};

/// Fewest characters of a paragraph that may go on after a line end in mid-sentence.
const BROKEN_PARAGRAPH: usize = 40;

/// A paragraph or list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Marker and indent, if it is a list item.
    pub item: Option<(Marker, usize)>,
    /// Its words on one line, without the marker.
    pub words: String,
}

/// Which line ends are wraps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wraps {
    /// Those that the text itself shows to be.
    AsSeen,
    /// All that no empty line or list marker follows, as in Markdown.
    All,
}

/// Gathers the paragraphs of a text.
pub fn paragraphs(text: &str, wraps: Wraps) -> Vec<Paragraph> {
    let runs = runs(text);
    let mut gathering = Gathering {
        wraps,
        width: Width::learn(&runs),
        done: Vec::new(),
        in_company: in_company(&runs),
        vocabulary: HashSet::new(),
        text,
        last_number: 0,
    };
    let mut lone_bullet = false;
    for run in &runs {
        let mut before = None;
        for line in run {
            if marker::is_lone_bullet(line.words) {
                lone_bullet = true;
            } else if std::mem::take(&mut lone_bullet) {
                gathering.open(Some((Marker::Bullet, line.indent)), line.words);
            } else {
                gathering.add(before, *line);
            }
            before = Some(*line);
        }
    }
    join_broken(gathering.done)
}

/// Runs of lines between empty lines.
fn runs(text: &str) -> Vec<Vec<Line<'_>>> {
    let mut runs = vec![Vec::new()];
    for line in text.split('\n') {
        match (Line::new(line), runs.last_mut()) {
            (Some(line), Some(run)) => run.push(line),
            (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs
}

/// Dashes and the like that several lines start with: an `o` is a bullet only in company.
fn in_company(runs: &[Vec<Line<'_>>]) -> Vec<char> {
    let (mut once, mut twice) = (Vec::new(), Vec::new());
    for line in runs.iter().flatten() {
        if let Some((Marker::Dash(sign), _)) = marker::split(line.words) {
            if once.contains(&sign) && !twice.contains(&sign) {
                twice.push(sign);
            }
            once.push(sign);
        }
    }
    twice
}

struct Gathering<'t> {
    wraps: Wraps,
    width: Option<Width>,
    done: Vec<Paragraph>,
    in_company: Vec<char>,
    /// Words of the text, to tell a divided word from a compound; filled when first needed.
    vocabulary: HashSet<&'t str>,
    text: &'t str,
    last_number: u32,
}

impl<'t> Gathering<'t> {
    /// Adds a line; `before` is the line before it in the same run.
    fn add(&mut self, before: Option<Line<'t>>, line: Line<'t>) {
        let wrapped = self.wraps == Wraps::AsSeen
            && before.zip(self.width).is_some_and(|(before, width)| width.wraps(before, line));
        if let Some((marker, words)) = marker::split(line.words)
            && self.opens_item(marker, line.indent, before.is_some(), wrapped)
        {
            if let Marker::Number(number) = marker {
                self.last_number = number;
            }
            return self.open(Some((marker, line.indent)), words);
        }
        let item = self.done.last().and_then(|last| last.item);
        let hangs = before.is_some() && item.is_some_and(|(_, indent)| line.indent > indent);
        // A full stop ends an item sooner than it ends a line of one by chance.
        let wrapped = wrapped && !(item.is_some() && self.ends_here(line.words));
        let row = |last: &Paragraph| is_row(&last.words) && is_row(line.words);
        let wrapped = wrapped && !self.done.last().is_some_and(row);
        if wrapped || hangs || before.is_some() && self.wraps == Wraps::All {
            self.append(line.words);
        } else {
            self.open(None, line.words);
        }
    }

    fn ends_here(&self, next: &str) -> bool {
        self.done.last().is_some_and(|last| ends_sentence(&last.words)) && !starts_small(next)
    }

    fn open(&mut self, item: Option<(Marker, usize)>, words: &str) {
        self.done.push(Paragraph { item, words: single_spaced(words) });
    }

    /// Whether a marker opens an item here, rather than having come to the start of the line by a
    /// wrap.
    fn opens_item(&self, marker: Marker, indent: usize, in_run: bool, wrapped: bool) -> bool {
        let last = self.done.last();
        let unfinished = wrapped && last.is_some_and(|last| !ends_clause(&last.words));
        match marker {
            Marker::Bullet => true,
            Marker::Letter => !unfinished || last.is_some_and(|last| last.item.is_some()),
            Marker::Number(n) => !unfinished || n == 1 || n == self.last_number + 1,
            Marker::Dash(sign) => {
                let alike = in_run && last.is_some_and(|l| l.item == Some((marker, indent)));
                alike || !unfinished && ("-–—*".contains(sign) || self.in_company.contains(&sign))
            }
        }
    }

    /// Appends a line to the last paragraph; a word divided by the wrap is put together.
    fn append(&mut self, words: &str) {
        let Some(mut last) = self.done.pop() else { return };
        match divided(&last.words, words) {
            Some(whole) if self.knows(&whole) => drop(last.words.pop()),
            Some(_) => {}
            None => last.words.push(' '),
        }
        last.words.push_str(&single_spaced(words));
        self.done.push(last);
    }

    fn knows(&mut self, word: &str) -> bool {
        if self.vocabulary.is_empty() {
            self.vocabulary = self.text.split_whitespace().map(bare).collect();
        }
        self.vocabulary.contains(word)
    }
}

/// Words with one space between them: how far apart they stand says nothing.
fn single_spaced(words: &str) -> String {
    let mut spaced = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// The word that a hyphen at the end of a line divides, without the hyphen.
fn divided(before: &str, words: &str) -> Option<String> {
    let stem = before.strip_suffix('-')?.rsplit(char::is_whitespace).next()?;
    let rest = words.split_whitespace().next().map(bare)?;
    let divides = stem.ends_with(char::is_alphabetic) && words.starts_with(char::is_lowercase);
    let hangs = ["and", "or", "to"].contains(&rest);
    (divides && !hangs).then(|| format!("{}{rest}", bare(stem)))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether words end where a sentence or an announcement of a list may end.
fn ends_clause(words: &str) -> bool {
    ends_sentence(words) || words.ends_with([':', ';'])
}

/// Joins paragraphs that a stray line end cut in mid-sentence. The second must start with a small
/// letter and come to a full stop; the first must not look like an item of an unmarked list.
fn join_broken(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut joined: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        match joined.last_mut() {
            Some(last) if is_broken(last, &paragraph) => {
                last.words.push(' ');
                last.words.push_str(&paragraph.words);
            }
            _ => joined.push(paragraph),
        }
    }
    joined
}

fn is_broken(paragraph: &Paragraph, next: &Paragraph) -> bool {
    let cut = |words: &str| words.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    paragraph.item.is_none()
        && next.item.is_none()
        && next.words.starts_with(char::is_lowercase)
        && next.words.contains(['.', '!', '?'])
        && paragraph.words.len() >= BROKEN_PARAGRAPH
        && !paragraph.words.starts_with(char::is_lowercase)
        && cut(&paragraph.words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found = paragraphs(text, Wraps::AsSeen);
        let shown: Vec<String> = found
            .iter()
            .map(|p| if p.item.is_some() { format!("* {}", p.words) } else { p.words.clone() })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn items_run_on_where_they_hang() {
        case(
            "The report names:\n\n  •  waits for therapy, and help while waiting and\n     after it\n  • plans",
            &[
                "The report names:",
                "* waits for therapy, and help while waiting and after it",
                "* plans",
            ],
        );
    }

    #[test]
    fn every_line_is_a_paragraph_where_lines_are_whole() {
        case(
            "First said this.\nSecond said that.\n\nThird.",
            &["First said this.", "Second said that.", "Third."],
        );
    }

    #[test]
    fn rows_of_a_table_stay_apart_where_lines_are_wrapped() {
        let text = "The inspectors who came in spring looked at what is done for children\n\
                    at every stage and gave each of the following areas of the county's work\n\
                    one grade of its own.\n\n\
                    Help and protection of children and families: Requires improvement\n\
                    Impact of those who lead: Good\nYoung people who leave care: Outstanding";
        let found = paragraphs(text, Wraps::AsSeen);
        assert_eq!(found.len(), 4, "{found:?}");
        assert_eq!(found[2].words, "Impact of those who lead: Good");
    }

    #[test]
    fn how_far_apart_words_stand_says_nothing() {
        case("Services  are   good.\n\n1.  long   waits", &["Services are good.", "* long waits"]);
    }

    #[test]
    fn a_dash_that_a_wrap_brought_forward_is_no_bullet() {
        let text = "Leaders in the county know where their services are strong and where not\n\
                    – and they say so plainly. Social workers feel that they are listened to,\n\
                    which shows in their work with families.";
        assert_eq!(paragraphs(text, Wraps::AsSeen).len(), 1);
        case("What next\n- more homes\n- a plan", &["What next", "* more homes", "* a plan"]);
    }

    #[test]
    fn a_bullet_on_its_own_line_belongs_to_the_next_words() {
        case("•\nlong waits\n•\n\nweak plans", &["* long waits", "* weak plans"]);
    }

    #[test]
    fn the_letter_o_is_a_bullet_only_in_company() {
        case("o long waits\no weak plans", &["* long waits", "* weak plans"]);
        case("o long waits", &["o long waits"]);
    }

    #[test]
    fn words_divided_by_a_wrap_are_whole_again() {
        let text = "The partnership has set out how it will work with families in a co-\n\
                    production charter. The inspectors said that its leaders cooper-\n\
                    ate well, and that all who cooperate know why they do what they do.";
        let words = &paragraphs(text, Wraps::AsSeen)[0].words;
        assert!(
            words.contains("a co-production charter") && words.contains("leaders cooperate well"),
            "{words}"
        );
    }

    #[test]
    fn a_sentence_cut_by_an_empty_line_is_joined_but_a_list_is_not() {
        case(
            "The cabinet member said she was proud of the work done\n\nacross the county by everyone.",
            &[
                "The cabinet member said she was proud of the work done across the county by everyone.",
            ],
        );
        case(
            "What must improve\n\nlong waits\n\nweak plans",
            &["What must improve", "long waits", "weak plans"],
        );
    }
}
