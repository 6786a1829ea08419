//! How people word results, from `wording/*.toml`, looked up by the first word.
//!
//! In:  files of `[[wording]]` tables: a kind, what it means, and words. Words are lower case with
//!      straight quotes; `(a|b|)` stands for alternatives, expanded here.
//! Out: [`Lexicon::hits`] over text folded the same way (`extract::release::folded`).
//! Invariant: of one kind no two hits overlap; the one that starts first stands, then the longer.

mod expand;
mod kind;
mod kinds;
mod shelf;

use std::cmp::Reverse;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::embedded::Files;
use super::file;
use super::quick::Quick;
use super::{KnowledgeError, areas};
use expand::{Part, Slip, count, write_out};
pub use kind::Kind;
pub use kinds::Kinds;
use shelf::Shelf;

/// One table of a file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wording {
    /// What it is for.
    pub kind: Kind,
    /// What it means.
    #[serde(default)]
    pub means: String,
    /// The words.
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordingFile {
    /// Its tables.
    pub wording: Vec<Wording>,
    /// Read by [`super::cases`].
    #[serde(default, rename = "case")]
    _cases: IgnoredAny,
}

/// A wording found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<'k> {
    /// What it is for.
    pub kind: Kind,
    /// What it means.
    pub means: &'k str,
    /// First byte in the folded text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The wordings of a text, by start.
#[derive(Debug, Default)]
pub struct Found<'k> {
    /// Of one kind, no two overlap.
    pub hits: Vec<Hit<'k>>,
    /// Those of kinds that are looked up only: all, the shorter first.
    pub looked_up: Vec<Hit<'k>>,
}

/// All wordings, by their first word: few texts share one with many wordings, so that looking up
/// each word of a text is as fast as an automaton, and loading is far faster. What a wording stands
/// for in full is written out when a text first has its first two words.
#[derive(Debug, Default)]
pub struct Lexicon {
    by_word: Quick<String, Entry>,
    words: Vec<String>,
    /// The kind of each, and the place of its meaning.
    known: Vec<(Kind, usize)>,
    meanings: Vec<String>,
}

/// The wordings that may begin with one word.
#[derive(Debug, Default)]
struct Entry {
    /// Places in [`Lexicon::words`].
    places: Vec<usize>,
    /// Their kinds.
    kinds: Kinds,
    shelf: OnceLock<Shelf>,
}

impl Lexicon {
    /// Reads every `wording/*.toml` but `names.toml`.
    ///
    /// # Errors
    /// A file that is not well formed, or a wording with unbalanced or too many alternatives.
    pub fn parse(files: &Files) -> Result<Self, KnowledgeError> {
        let mut all = Self::default();
        let names =
            files.keys().filter(|f| f.starts_with("wording/") && *f != "wording/names.toml");
        for file in names {
            for wording in file::toml::<WordingFile>(files, file)?.wording {
                all.meanings.push(wording.means);
                for words in wording.words {
                    count(&words).map_err(|slip| refused(files, file, &words, slip))?;
                    all.add(wording.kind, words);
                }
            }
        }
        Ok(all)
    }

    /// Adds a well-formed wording of the last meaning.
    fn add(&mut self, kind: Kind, words: String) {
        let place = self.words.len();
        let asked = |written: &str| match first_word(written).len() < written.len() {
            true => Part::Enough,
            false => Part::Open,
        };
        write_out(&words, &asked, &mut |written| {
            let first = first_word(written);
            let entry = match self.by_word.get_mut(first) {
                Some(entry) => entry,
                None => self.by_word.entry(first.to_owned()).or_default(),
            };
            if entry.places.last() != Some(&place) {
                entry.places.push(place);
                entry.kinds.add(kind);
            }
        });
        self.words.push(words);
        self.known.push((kind, self.meanings.len() - 1));
    }

    /// Gives the wordings, looked up only or not, that `rest` starts with as whole words, shortest
    /// first: kind, meaning and length.
    fn at_start<'l>(&'l self, rest: &str, known: impl FnMut(Kind, &'l str, usize)) {
        if let Some(entry) = self.by_word.get(first_word(rest)) {
            self.going_on(entry, rest, known);
        }
    }

    fn going_on<'l>(
        &'l self,
        entry: &'l Entry,
        rest: &str,
        mut known: impl FnMut(Kind, &'l str, usize),
    ) {
        let (first, others) = rest.split_at(first_word(rest).len());
        let shelf = entry.shelf.get_or_init(|| Shelf::new(first, &entry.places, &self.words));
        shelf.starting(others, &self.words, |place, end| {
            let (kind, meaning) = self.known[place];
            known(kind, &self.meanings[meaning], first.len() + end);
        });
    }

    /// Finds wordings as whole words, by start; near linear in the text.
    pub fn hits(&self, folded: &str) -> Vec<Hit<'_>> {
        self.found(folded).hits
    }

    /// Finds wordings as whole words, by start, and those that are only looked up; near linear in
    /// the text.
    pub fn found(&self, folded: &str) -> Found<'_> {
        let (mut hits, mut looked_up): (Vec<Hit>, Vec<Hit>) = (Vec::new(), Vec::new());
        let mut here: Vec<Hit> = Vec::new();
        // Where the last hit of each kind ends.
        let mut ends = [0; Kinds::MOST];
        for start in openings(folded) {
            self.at_start(&folded[start..], |kind, means, length| {
                let of_kind = if kind.is_looked_up() { &mut looked_up } else { &mut here };
                of_kind.push(Hit { kind, means, start, end: start + length });
            });
            here.sort_by_key(|h| (h.kind, Reverse(h.end)));
            here.dedup_by_key(|h| h.kind);
            here.retain(|h| ends[h.kind as usize] <= h.start);
            here.iter().for_each(|h| ends[h.kind as usize] = h.end);
            here.sort_by_key(|h| h.end);
            hits.append(&mut here);
        }
        Found { hits, looked_up }
    }

    /// Whether words are a wording of a kind, and nothing else.
    pub fn is(&self, kind: Kind, words: &str) -> bool {
        self.starts(kind, words) == Some(words.len())
    }

    /// The length of the longest wording of a kind that `rest` starts with, as whole words.
    pub fn starts(&self, kind: Kind, rest: &str) -> Option<usize> {
        let mut longest = None;
        let entry = self.by_word.get(first_word(rest)).filter(|entry| entry.kinds.has(kind))?;
        self.going_on(entry, rest, |known, _, length| {
            longest = longest.max((known == kind).then_some(length))
        });
        longest
    }

    /// Whether a wording of a kind with that meaning stands anywhere in a folded text.
    pub fn has(&self, kind: Kind, means: &str, folded: &str) -> bool {
        let mut found = false;
        for at in openings(folded) {
            self.at_start(&folded[at..], |k, m, _| found |= k == kind && m == means);
        }
        found
    }
}

/// The complaint about a wording, with the line of its file.
fn refused(files: &Files, file: &str, words: &str, slip: Slip) -> KnowledgeError {
    let text = file::text(files, file);
    // Between quotation marks, as short words stand inside others, too.
    let quoted = ['"', '\''].iter().find_map(|mark| text.find(&format!("{mark}{words}{mark}")));
    let line = quoted.or_else(|| text.find(words)).map_or(1, |at| file::line_of(text, at));
    areas::invalid(file, &format!("line {line}, words `{words}`"), &slip.to_string())
}

/// Whether a place in a folded text parts two words, or a word from a mark.
pub fn is_edge(folded: &str, at: usize) -> bool {
    let is_word = |at: usize| folded.as_bytes().get(at).is_some_and(|b| is_word(*b));
    !at.checked_sub(1).is_some_and(is_word) || !is_word(at)
}

/// Where a wording may begin: at each word, and at each mark.
fn openings(folded: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    folded.bytes().enumerate().filter_map(move |(at, byte)| {
        let opens = byte != b' ' && !(inside && is_word(byte));
        inside = is_word(byte);
        opens.then_some(at)
    })
}

/// Whether a byte is part of a word: all of a character beyond ASCII is.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// How long the word is that a text starts with.
fn word_length(text: &str) -> usize {
    text.bytes().position(|byte| !is_word(byte)).unwrap_or(text.len())
}

/// The first word, or the first mark where the text begins with one.
fn first_word(text: &str) -> &str {
    let mark = usize::from(!text.is_empty());
    &text[..word_length(text).max(mark)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(toml: &str) -> Result<Lexicon, KnowledgeError> {
        Lexicon::parse(&Files::from([("wording/x.toml".to_owned(), toml.to_owned())]))
    }

    #[test]
    fn alternatives_expand_and_the_longest_of_a_kind_wins() {
        let lexicon = lexicon(
            "[[wording]]\nkind = 'place'\nmeans = 'best'\nwords = ['(highest|top)( possible|) ratings?']\n\
             [[wording]]\nkind = 'grade'\nmeans = 'good'\nwords = ['good']\n\
             [[wording]]\nkind = 'grade'\nmeans = 'ri'\nwords = ['requires improvement', 'requires improvement to be good']\n",
        )
        .expect("well formed");
        let text = "the top possible rating; goods; requires improvement to be good";
        let found: Vec<_> =
            lexicon.hits(text).iter().map(|h| (h.means, &text[h.start..h.end])).collect();
        assert_eq!(
            found,
            [("best", "top possible rating"), ("ri", "requires improvement to be good")]
        );
    }

    #[test]
    fn of_wordings_of_one_kind_that_overlap_the_first_stands_and_then_the_longer() {
        let place = |means: &str, words: &str| {
            format!("[[wording]]\nkind = 'place'\nmeans = '{means}'\nwords = [{words}]\n")
        };
        let toml = place("lowest", "'lowest of (the |)(four|three)( grades|)', 'lowest'")
            + &place("second-lowest", "'second(-| )lowest of', 'second lowest'")
            + "[[wording]]\nkind = 'count'\nwords = ['four grades']\n";
        let lexicon = lexicon(&toml).expect("well formed");
        #[track_caller]
        fn case(lexicon: &Lexicon, text: &str, want: &[(&str, &str)]) {
            let hits = lexicon.hits(text);
            let found: Vec<_> = hits.iter().map(|h| (h.means, &text[h.start..h.end])).collect();
            assert_eq!(found, want);
        }
        // The end of the later one is further on: it is not inside the one that stands.
        let second = ("second-lowest", "second lowest of");
        case(&lexicon, "the second lowest of four grades", &[second, ("", "four grades")]);
        case(&lexicon, "second-lowest of three", &[("second-lowest", "second-lowest of")]);
        case(
            &lexicon,
            "the lowest of the four grades",
            &[("lowest", "lowest of the four grades"), ("", "four grades")],
        );
        // What one has pushed out pushes nothing out; what follows stands.
        case(
            &lexicon,
            "second lowest of four, lowest of three",
            &[second, ("lowest", "lowest of three")],
        );
    }

    #[test]
    fn slips_in_a_file_are_complaints() {
        let file = |words: &str| format!("[[wording]]\nkind = 'grade'\nwords = ['{words}']\n");
        let said = |toml: &str| lexicon(toml).err().map(|e| e.to_string()).unwrap_or_default();
        assert_eq!(
            said(&file("(a|b")),
            "accept `wording/x.toml`, line 3, words `(a|b`: balance the brackets, 8 deep at most"
        );
        let many = said(&file(&"(a|b)".repeat(20)));
        assert!(many.ends_with("as it stands for 1048576 wordings and may for 2000"), "{many}");
        assert!(said("[[wording]]\nkind = 'gerade'\nwords = ['x']\n").contains("line 2"));
    }
}
