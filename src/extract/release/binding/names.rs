//! Names of judgements to their grades.
//!
//! Names that stand together ("leaders, help and protection and care leavers") are one group and
//! share a grade: the one before them that only linking words part from them ("good for ..."), or
//! the one that a verb after them says ("... were rated good"). Where both fit, a preposition or
//! "as was" holds to the grade before, and a clause of its own to the grade after.

use std::sync::LazyLock;

use regex::Regex;

use super::{Bound, What, extend, is_link};
use crate::extract::release::claims::{Candidate, GradeWords, distance};
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// What ties a grade to the names after it: "good for", "good: ", an adjective.
static DIRECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?(?: ?[:(]| - | ?$| (?:both |each |given |awarded )*(?:for|in|of|at|to|around|on)\\b| (?:rating|grade|judgement|judgment|mark|one|verdict)s?,? (?:for|in|of|on)\\b|,? (?:these being|those being|namely)\\b)")
        .expect("fixed grammar")
});

/// "..., as was", "and so are": the grade before is said once more.
static LIKEWISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?[,;]?['\"]? (?:and |just )?(?:as|so)(?: too| also)? (?:is|are|was|were|did|has|have|it was|it is|they were|(?:they|it|inspectors|ofsted) did)\\b")
        .expect("fixed grammar")
});

/// "Good in the way it looks after", "good is the word for".
static ROUND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?,? (?:the same (?:grade|rating|mark|judgement|result|verdict|score) (?:as )?(?:for|in|of|on)|(?:in|for|at|on) (?:the way|how)(?: [a-z']+){1,5}|(?:is|was) (?:the word|its grade|the grade|the verdict|the mark|the rating|the judgement) (?:for|on|of)) $")
        .expect("fixed grammar")
});

/// A verb that says the grade of the names before it.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^| )(?:is|are|was|were|gets?|receives?|being|fared|came out|ha(?:s|ve) been|ha(?:s|ve) an?|to be|wins?|won) |(?:was|is) '|: | - | (?:the|as the) (?:only|one|sole) (?:area|part|judgement|one|service|category)|experiences and progress")
        .expect("fixed grammar")
});

/// What leads the names of a grade that follows them.
static CASE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("in (?:the case of|respect of|regard to) (?:those for |the |its )?$")
        .expect("fixed grammar")
});

/// "Care leavers, ...: their experiences".
static PRONOUN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r" (?:their|they|it|its|whose)\b").expect("fixed grammar"));

/// A new clause about the service.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:services?|council|authority|department|it|they|we|us|its|our|area|trust|overall|inspectors|ofsted|rating|grade|judgement|verdict|report|said|says)\b")
        .expect("fixed grammar")
});

/// Names that stand together.
struct Group<'p> {
    names: Vec<&'p Hit<'p>>,
}

impl Group<'_> {
    fn start(&self) -> usize {
        self.names[0].start
    }

    fn end(&self) -> usize {
        self.names[self.names.len() - 1].end
    }
}

/// How a group holds to the grade before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// "Good for leaders".
    Direct,
    /// "Good, as were leaders".
    Likewise,
    /// "Good, and leaders ...".
    Joined,
}

/// How a group holds to the grade after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Right {
    /// "Leaders were rated good".
    Said,
    /// "Leaders good".
    Bare,
    /// "Leaders, good".
    Apart,
}

/// Binds the groups of a sentence.
pub fn bind(page: &Page, sentence: &Sentence, candidates: &[Candidate], bound: &mut [Bound]) {
    // What a grade is of besides those that it is said of once more.
    let mut own = vec![false; candidates.len()];
    let mut more = vec![false; candidates.len()];
    for group in groups(page, sentence, candidates) {
        let left = left(page, sentence, candidates, &group);
        let right = right(page, sentence, candidates, &group);
        let last = group.names.len() - 1;
        match (left, right) {
            (Some((i, Left::Likewise)), None) => more[i] = true,
            (Some((i, _)), None) | (None, Some((i, _))) | (Some(_), Some((i, _))) => own[i] = true,
            (None, None) => {}
        }
        match (left, right) {
            (None, None) => pronoun(page, sentence, candidates, &group, bound),
            (Some((i, _)), None) | (None, Some((i, _))) => give(bound, i, &group.names),
            // "Good for leaders, help and protection was inadequate".
            (Some((i, Left::Direct | Left::Likewise)), Some((j, Right::Said))) if last > 0 => {
                give(bound, i, &group.names[..last]);
                give(bound, j, &group.names[last..]);
            }
            // "Good and, in the case of care leavers, outstanding".
            (Some((_, Left::Joined)), Some((j, Right::Apart)))
                if CASE.is_match(page.words(sentence.start, group.start())) =>
            {
                give(bound, j, &group.names);
            }
            (Some((i, Left::Direct | Left::Likewise)), Some(_))
            | (Some((i, Left::Joined)), Some((_, Right::Apart))) => give(bound, i, &group.names),
            (Some((_, Left::Joined)), Some((j, _))) => give(bound, j, &group.names),
        }
    }
    // "Rated the service good, as they did adoption".
    for i in (0..bound.len()).filter(|i| more[*i] && !own[*i]) {
        let from = if i == 0 { sentence.start } else { candidates[i - 1].at.1 };
        let parts = page.hits_in(from, candidates[i].at.0).any(|h| h.kind == Kind::Judgement);
        if parts {
            bound[i].what = What::Part;
        } else if let What::Named(ids) = &mut bound[i].what {
            ids.push("overall".to_owned());
        }
    }
}

fn give(bound: &mut [Bound], i: usize, names: &[&Hit]) {
    for name in names {
        extend(&mut bound[i], name);
        let id = if name.kind == Kind::Overall { "overall" } else { name.means };
        match &mut bound[i].what {
            What::Named(ids) => ids.push(id.to_owned()),
            what => *what = What::Named(vec![id.to_owned()]),
        }
    }
}

/// Names parted by linking words only; the whole counts among them where a judgement's name is in
/// the group.
fn groups<'p>(page: &'p Page, sentence: &Sentence, candidates: &[Candidate]) -> Vec<Group<'p>> {
    let mut groups: Vec<Group> = Vec::new();
    let names: Vec<&Hit> = page
        .hits_in(sentence.start, sentence.end)
        .filter(|h| matches!(h.kind, Kind::Judgement | Kind::Overall))
        .collect();
    // "Services for children in need of help and protection, ... and care leavers" are the whole.
    let inside = |h: &Hit| {
        let mut whole = names.iter().filter(|o| o.kind == Kind::Overall);
        h.kind == Kind::Judgement && whole.any(|o| o.start <= h.start && h.end <= o.end)
    };
    for name in names.iter().copied().filter(|h| !inside(h)) {
        let joins = groups.last().is_some_and(|g| {
            let graded = candidates.iter().any(|c| g.end() <= c.at.0 && c.at.1 <= name.start);
            let last = g.names[g.names.len() - 1];
            let whole = candidates
                .iter()
                .any(|c| c.at.1 <= last.start && distance(page, c.at.1, last.start) == 0);
            !graded && is_joined(page, sentence, last, name, whole)
        });
        match groups.last_mut().filter(|_| joins) {
            Some(group) => group.names.push(name),
            None => groups.push(Group { names: vec![name] }),
        }
    }
    groups.retain(|g| g.names.iter().any(|n| n.kind == Kind::Judgement));
    groups
}

/// Whether two names stand together; `graded` says that the first follows its grade.
fn is_joined(page: &Page, sentence: &Sentence, before: &Hit, after: &Hit, graded: bool) -> bool {
    let between = page.words(before.end, after.start);
    if before.end > after.start || !is_link(page, between) || LIKEWISE.is_match(between) {
        return false;
    }
    if before.kind != Kind::Overall && after.kind != Kind::Overall {
        return true;
    }
    // "Overall, leadership is good" says nothing of the whole.
    let opens = before.kind == Kind::Overall && before.start <= sentence.start + 1;
    let comma = page.words(before.start, before.end).ends_with(',') || between.starts_with(',');
    // "Good overall, and leadership ...".
    if before.kind == Kind::Overall && graded {
        return [" for ", " in ", " of "].iter().any(|w| format!("{between} ").contains(w));
    }
    let parted = comma || between.contains([',', ':']) || between.contains("and ");
    parted && !(opens && comma)
}

/// The grade right before the names.
fn left(
    page: &Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    group: &Group,
) -> Option<(usize, Left)> {
    let i = candidates.iter().rposition(|c| c.at.1 <= group.start())?;
    let between = page.words(candidates[i].at.1, group.start());
    if let Some(found) = LIKEWISE.find(between) {
        let rest = &between[found.end()..];
        let own = !rest.contains([',', ';', ':'])
            && ![" - ", " but "].iter().any(|w| rest.contains(w))
            && !page.hits_in(candidates[i].at.1, group.start()).any(|h| h.kind == Kind::Judgement);
        let near = distance(page, candidates[i].at.1, group.start()) <= 8;
        return (own && near).then_some((i, Left::Likewise));
    }
    if ROUND.is_match(between) {
        return Some((i, Left::Direct));
    }
    if !is_link(page, between) {
        return None;
    }
    if DIRECT.is_match(between) {
        return Some((i, Left::Direct));
    }
    // "Good, with leaders praised for ..." says nothing of leaders.
    let to = candidates.get(i + 1).map_or(sentence.end, |c| c.at.0);
    let after = page.words(group.end(), to);
    let clause = after.find(['.', ',', ';', ':', '(']).map_or(after, |end| &after[..end]);
    let ends =
        is_link(page, clause) && distance(page, group.end(), group.end() + clause.len()) <= 3;
    (ends || to < sentence.end).then_some((i, Left::Joined))
}

/// The grade that is said of the names.
fn right(
    page: &Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    group: &Group,
) -> Option<(usize, Right)> {
    let end = group.end();
    let i = candidates.iter().position(|c| end <= c.at.0)?;
    let name = group.names[group.names.len() - 1];
    let between = page.words(end, candidates[i].at.0);
    let crossing = [";", " but ", ". ", " while "].iter().any(|w| between.contains(w));
    if crossing || distance(page, end, candidates[i].at.0) > 8 {
        return None;
    }
    let verb = page
        .hits_in(end, candidates[i].at.0)
        .any(|h| matches!(h.kind, Kind::Judging | Kind::Rating));
    let listed = matches!(between.trim_start_matches('"'), ": " | " - " | ": '");
    // "Leaders good at listening".
    let closed = page.words(candidates[i].at.1, sentence.end).trim_start_matches(['"', '\'']);
    let closed = closed.is_empty() || closed.starts_with([';', ',', '.']);
    if page.words(name.start, end) == "leaders" && !verb && !listed && !closed {
        return None;
    }
    if verb
        || SAID.is_match(between)
        || is_led(page, group, between)
        || is_required(page, between, &candidates[i])
        || is_given(page, name, between)
    {
        return Some((i, Right::Said));
    }
    let plain = between.trim() == "services"
        || between.trim_matches([' ', '\'', '"', ',', '|', '\n']).is_empty();
    let bare = if between.contains(',') { Right::Apart } else { Right::Bare };
    plain.then_some((i, bare))
}

/// "For help and protection, the council requires improvement".
fn is_led(page: &Page, group: &Group, between: &str) -> bool {
    let from = page.sentence_at(group.start()).map_or(group.start(), |(_, s)| s.start);
    let lead = page.words(from, group.start());
    let lead = lead.rfind(['.', ';', ',']).map_or(lead, |at| &lead[at + 1..]);
    let opens = ["for", "in", "on", "for the", "in the", "on the", "when it comes to"];
    opens.contains(&lead.trim())
        && between.strip_prefix(',').is_some_and(|b| !b.contains(',') && SUBJECT.is_match(b))
}

/// "Care leavers' experiences require improvement": the grade is the verb.
fn is_required(page: &Page, between: &str, candidate: &Candidate) -> bool {
    matches!(candidate.grade, GradeWords::Named("requires-improvement"))
        && is_link(page, between)
        && (!between.contains(',')
            || matches!(
                between.trim(),
                ", which" | ", both" | ", each" | ", all" | ", all of which"
            ))
}

/// "Gave leadership its top mark".
fn is_given(page: &Page, name: &Hit, between: &str) -> bool {
    let from = name.start.saturating_sub(40);
    let mut verbs = page.hits_in(from, name.start).filter(|h| h.kind == Kind::Judging);
    verbs.any(|h| distance(page, h.end, name.start) == 0)
        && is_link(page, between)
        && between.split(' ').filter(|w| !w.is_empty()).count() <= 2
}

/// "Children in care wait too long, and their experiences require improvement": names that open a
/// clause, and a pronoun for them before its only grade.
fn pronoun(
    page: &Page,
    sentence: &Sentence,
    candidates: &[Candidate],
    group: &Group,
    bound: &mut [Bound],
) {
    let Some(i) = candidates.iter().position(|c| group.end() <= c.at.0) else { return };
    let from = if i == 0 { sentence.start } else { candidates[i - 1].at.1 };
    let between = page.words(group.end(), candidates[i].at.0);
    let lead = page.words(from, group.start());
    let mark = [", ", "; ", " but ", " - ", " and "].iter().filter_map(|m| lead.rfind(m)).max();
    let stands = PRONOUN
        .find_iter(between)
        .last()
        .is_some_and(|m| distance(page, group.end() + m.end(), candidates[i].at.0) <= 4);
    let clause = match mark {
        Some(at) => from + at,
        None if i == 0 => from,
        None => return,
    };
    let opens = distance(page, clause, group.start()) <= 3;
    let other = page.hits_in(group.end(), candidates[i].at.0).any(|h| h.kind == Kind::Judgement);
    if !opens || other || bound[i].what != What::Unnamed {
        return;
    }
    // "Adoption alone escaped, needing improvement".
    let does = matches!(candidates[i].grade, GradeWords::Named("requires-improvement"))
        && between.trim_end_matches(['"', '\'', ' ']).ends_with(',')
        && page.words(candidates[i].at.0, candidates[i].at.1).contains("ing ");
    if stands || does {
        give(bound, i, &group.names);
    } else if matches!(candidates[i].grade, GradeWords::Named(_)) && !SUBJECT.is_match(between) {
        bound[i].what = What::Part;
    }
}
