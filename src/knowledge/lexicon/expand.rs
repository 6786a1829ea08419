//! What a wording with alternatives stands for: `(a|b|)`, which may nest, and `s?`.

use super::first_word;

/// A wording may stand for this many at most: a slip in brackets must not eat the memory.
const MAX_EXPANSION: usize = 2_000;

/// Expands `(a|b|)`, which may nest, and `s?` from left to right; none where brackets do not balance
/// or too much comes out.
pub fn expand(words: &str) -> Option<Vec<String>> {
    let mut all = expand_part(words, 0)?;
    all.retain(|words| !words.trim().is_empty());
    (!all.is_empty()).then_some(all)
}

fn expand_part(words: &str, depth: u8) -> Option<Vec<String>> {
    let mut all = vec![String::new()];
    let mut rest = words;
    while let Some(at) = rest.find(['(', ')', '?']) {
        append(&mut all, &[&rest[..at]]);
        match &rest[at..=at] {
            "(" if depth < 8 => {
                let close = at + matching(&rest[at..])?;
                let mut choices = Vec::new();
                for choice in split(&rest[at + 1..close]) {
                    choices.extend(expand_part(choice, depth + 1)?);
                }
                append(&mut all, &choices);
                rest = &rest[close + 1..];
            }
            "?" => {
                let last = rest[..at].chars().next_back()?;
                let without: Vec<_> =
                    all.iter().filter_map(|w| w.strip_suffix(last).map(str::to_owned)).collect();
                all.extend(without);
                rest = &rest[at + 1..];
            }
            _ => return None,
        }
        if all.len() > MAX_EXPANSION {
            return None;
        }
    }
    append(&mut all, &[rest]);
    Some(all)
}

/// Where the bracket that opens `words` closes.
fn matching(words: &str) -> Option<usize> {
    let mut depth = 0_usize;
    words.char_indices().find_map(|(at, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// Splits at the bars that stand outside brackets.
fn split(words: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0_i32, 0);
    for (at, c) in words.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '|' if depth == 0 => {
                parts.push(&words[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&words[from..]);
    parts
}

fn append<S: AsRef<str>>(all: &mut Vec<String>, choices: &[S]) {
    let with =
        |w: &String| choices.iter().map(|c| format!("{w}{}", c.as_ref())).collect::<Vec<_>>();
    *all = all.iter().flat_map(with).collect();
}

/// The first words of all that a wording stands for, without writing out the rest; none where the
/// brackets up to there do not balance.
pub fn first_words(words: &str) -> Option<Vec<String>> {
    let mut open = vec![String::new()];
    let mut firsts = Vec::new();
    let mut rest = words;
    while !open.is_empty() {
        let at = rest.find(['(', ')', '?']).unwrap_or(rest.len());
        append(&mut open, &[&rest[..at]]);
        close(&mut open, &mut firsts);
        match rest[at..].chars().next() {
            Some('(') => {
                let end = at + matching(&rest[at..])?;
                let mut choices = Vec::new();
                for choice in split(&rest[at + 1..end]) {
                    choices.extend(expand_part(choice, 1)?);
                }
                append(&mut open, &choices);
                close(&mut open, &mut firsts);
                rest = &rest[end + 1..];
            }
            Some('?') => {
                let last = rest[..at].chars().next_back()?;
                let without: Vec<_> =
                    open.iter().filter_map(|w| w.strip_suffix(last).map(str::to_owned)).collect();
                open.extend(without);
                rest = &rest[at + 1..];
            }
            Some(_) => return None,
            None => {
                firsts.extend(open.drain(..).filter(|w| !w.is_empty()));
            }
        }
    }
    firsts.sort_unstable();
    firsts.dedup();
    Some(firsts)
}

/// Moves those whose first word has ended to `firsts`.
fn close(open: &mut Vec<String>, firsts: &mut Vec<String>) {
    open.retain(|words| {
        let first = first_word(words);
        let ended = first.len() < words.len();
        if ended {
            firsts.push(first.to_owned());
        }
        !ended
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn firsts(words: &str, want: &str) {
        let found = first_words(words).expect("well formed");
        assert_eq!(found.join(","), want, "{words}");
        let mut full: Vec<_> =
            expand(words).expect("well formed").iter().map(|w| first_word(w).to_owned()).collect();
        full.sort();
        full.dedup();
        assert_eq!(found, full, "{words}");
    }

    #[test]
    fn first_words_are_those_of_the_wordings_in_full() {
        firsts("areas? of", "area,areas");
        firsts("(the |)impact( of leaders|)", "impact,the");
        firsts("(in|re|)visit(s|)( to|)", "invisit,invisits,revisit,revisits,visit,visits");
        firsts("care(-| )leavers?", "care");
        firsts("'(good|fair)'", "'");
        firsts("(a(b|c)|d) e", "ab,ac,d");
    }

    #[test]
    fn slips_are_told() {
        assert_eq!(first_words("(a|b"), None);
        assert_eq!(first_words("a)"), None);
        assert_eq!(expand("fine (until|"), None);
    }
}
