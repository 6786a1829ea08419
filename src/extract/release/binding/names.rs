//! Names of judgements to their grades.
//!
//! Names that stand together ("leaders, help and protection and care leavers") are one group and
//! share a grade: the one before them that only linking words part from them ("good for ..."), or
//! the one that a verb after them says ("... were rated good"). Where both fit, a preposition or
//! "as was" holds to the grade before, and a clause of its own to the grade after.

mod hold;
pub mod narrow;
pub mod order;
mod pronouns;

use std::sync::LazyLock;

use regex::Regex;

use hold::{Left, Right, left, right};

use super::{Bound, What, extend, is_link};
use crate::extract::release::claims::{Candidate, GradeWords, distance};
use crate::extract::release::number;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// What leads names that have a grade of their own: "and, in the case of those leaving care, good".
static CASE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:(?:[,-] |and |but |and, |but, )(?P<own>in (?:the case of|respect of|regard to)|when it comes to)|[,-] (?:and|but|with|though|although),? (?:as )?(?:for|in|on)) (?:(?:those|services|support|work) (?:for|with|to) |those in |the |its |their )?$")
        .expect("fixed grammar")
});

/// Whether names are led so that the grade right after them, `right`, is theirs and none before.
fn is_case(page: &Page, sentence: &Sentence, names: usize, right: Option<Right>) -> bool {
    let led = CASE.captures(page.words(sentence.start, names));
    led.is_some_and(|led| match right {
        Some(Right::Apart) => true,
        Some(_) => false,
        None => led.name("own").is_some(),
    })
}

/// Whether names open a clause with a grade of its own: "good for leaders, with adoption outstanding".
fn is_beside(page: &Page, sentence: &Sentence, (start, end): (usize, usize)) -> bool {
    static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("[,-] with (?:both |the |its |their |our )?(?:(?:services|support|work|experiences) (?:for|of|with|to) )?$")
            .expect("fixed grammar")
    });
    let own = page.hits_in(end, sentence.end).find(|h| h.kind == Kind::Grade);
    own.is_some_and(|own| !page.words(end, own.start).contains([',', ';', ':']))
        && BESIDE.is_match(page.words(sentence.start, start))
}

/// Whether names that end right before a grade lead it: "good and, for care leavers, outstanding".
pub fn lead(page: &Page, sentence: &Sentence, name: &Hit, grade: usize) -> bool {
    let between = page.words(name.end, grade);
    between.starts_with(',')
        && !between.contains(char::is_alphanumeric)
        && is_case(page, sentence, name.start, Some(Right::Apart))
}

/// "..., and that", "..., which both".
static THAT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?:,|,? and|,? but|;) (?:even )?(?:that|both|both of (?:those|these|them)|each|these|they|it)(?: is| are| was| were| now| still| also)* ['"]?$"#)
        .expect("fixed grammar")
});

/// "Within the overall grade".
static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:within|under|behind|beneath|below|despite|besides|beyond|beside) (?:the|its|that|this|their|an?) $")
        .expect("fixed grammar")
});

/// Names that stand together.
pub struct Group<'p> {
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

/// Binds the groups of a sentence.
pub fn bind(page: &Page, sentence: &Sentence, candidates: &[Candidate], bound: &mut [Bound]) {
    // What a grade is of besides those that it is said of once more.
    let mut own = vec![false; candidates.len()];
    let mut more = vec![false; candidates.len()];
    for group in groups(page, sentence, candidates) {
        if order::share(page, sentence, candidates, &group, bound) {
            continue;
        }
        let mut right = right(page, sentence, candidates, &group);
        let less =
            right.filter(|(i, _)| narrow::is_less(page, sentence, &group, candidates[*i].at.0));
        // "Critical of leaders, whose impact was judged inadequate".
        let less = less.filter(|(i, _)| {
            hold::past_whose(page.words(group.end(), candidates[*i].at.0)).is_none()
        });
        if let Some((i, _)) = less {
            right = None;
            if bound[i].what == What::Unnamed {
                bound[i].what = What::Part;
            }
        }
        let case = is_case(page, sentence, group.start(), right.map(|(_, right)| right));
        let case = case || is_beside(page, sentence, (group.start(), group.end()));
        let left = left(page, sentence, candidates, &group).filter(|_| !case);
        // "One requires improvement: leaders and adoption were rated good ...".
        let said = right.is_some_and(|(_, right)| right == Right::Said);
        let told = |(i, _): &(usize, Left)| {
            said && page.words(candidates[*i].at.1, group.start()).starts_with(':')
        };
        if let Some((i, _)) = left.filter(told)
            && bound[i].what == What::Unnamed
            && is_numbered(page, sentence, &candidates[i])
        {
            bound[i].what = What::Part;
        }
        let left = left.filter(|left| !told(left));
        // "Found good leadership in the early help hub".
        let adjective = |i: usize| distance(page, candidates[i].at.1, group.start()) == 0;
        let lesser =
            |(i, _): &(usize, Left)| adjective(*i) && narrow::is_parted(page, sentence, &group);
        let lesser = left.filter(lesser);
        if let Some((i, _)) = lesser {
            bound[i].what = What::Part;
            continue;
        }
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
            (Some((i, Left::Direct | Left::Likewise)), Some(_))
            | (Some((i, Left::Joined)), Some((_, Right::Apart))) => give(bound, i, &group.names),
            (Some((_, Left::Joined)), Some((j, _))) => give(bound, j, &group.names),
        }
    }
    order::carry(page, sentence, candidates, bound);
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

/// "One requires improvement": so many judgements, not the whole.
fn is_numbered(page: &Page, sentence: &Sentence, grade: &Candidate) -> bool {
    let before = page.words(sentence.start, grade.at.0).trim_end_matches([' ', '"', '\'']);
    before.rsplit(' ').next().is_some_and(|word| number::of_word(word).is_some())
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
            let joined = !graded && is_joined(page, sentence, last, name, whole);
            joined && !is_beside(page, sentence, (name.start, name.end))
        });
        match groups.last_mut().filter(|_| joins) {
            Some(group) => group.names.push(name),
            None => groups.push(Group { names: vec![name] }),
        }
    }
    let likewise = |g: &Group| {
        let before = candidates.iter().rfind(|c| c.at.1 <= g.start());
        before.is_some_and(|c| hold::likewise(page, page.words(c.at.1, g.start())).is_some())
    };
    groups.retain(|g| g.names.iter().any(|n| n.kind == Kind::Judgement) || likewise(g));
    groups
}

/// Whether two names stand together; `graded` says that the first follows its grade.
fn is_joined(page: &Page, sentence: &Sentence, before: &Hit, after: &Hit, graded: bool) -> bool {
    let between = page.words(before.end, after.start);
    // "Two of them (leaders; care leavers)".
    let inside = || {
        let lead = page.words(sentence.start, before.start);
        lead.rfind('(').is_some_and(|open| !lead[open..].contains(')'))
    };
    let between = between.strip_prefix(';').filter(|_| inside()).unwrap_or(between);
    if before.end > after.start
        || !is_link(page, between)
        || hold::likewise(page, between).is_some()
    {
        return false;
    }
    if before.kind != Kind::Overall && after.kind != Kind::Overall {
        return true;
    }
    // "Within the overall grade, adoption is outstanding" says nothing of the whole.
    if before.kind == Kind::Overall && WITHIN.is_match(page.words(sentence.start, before.start)) {
        return false;
    }
    // "Overall, leadership is good" says nothing of the whole.
    let opens = before.kind == Kind::Overall
        && before.start <= sentence.start + 1
        && page.words(before.start, before.end).trim_end_matches(',') == "overall";
    let comma = page.words(before.start, before.end).ends_with(',') || between.starts_with(',');
    // "Good overall, and leadership ...".
    if before.kind == Kind::Overall && graded {
        return [" for ", " in ", " of "].iter().any(|w| format!("{between} ").contains(w));
    }
    let parted = comma || between.contains([',', ':']) || between.contains("and ");
    parted && !(opens && comma)
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
    let after = || (0..candidates.len()).filter(|i| group.end() <= candidates[*i].at.0);
    // "Only adoption escapes the worst mark, and that is good".
    let direct = after().find(|i| {
        let words = page.words(group.end(), candidates[*i].at.0);
        THAT.is_match(words)
    });
    let Some(i) = direct.or_else(|| after().next()) else { return };
    let before = candidates.iter().rposition(|c| c.at.1 <= group.start());
    let from = before.map_or(sentence.start, |i| candidates[i].at.1);
    let between = page.words(group.end(), candidates[i].at.0);
    let lead = page.words(from, group.start());
    let mark = [", ", "; ", " but ", " - ", " and "].iter().filter_map(|m| lead.rfind(m)).max();
    let stands = direct.is_some()
        || pronouns::last(page, group.end(), candidates[i].at.0).is_some_and(|end| {
            distance(page, end, candidates[i].at.0) <= 6
                && !hold::has_subject(page.words(end, candidates[i].at.0))
        });
    let clause = match mark {
        Some(at) => from + at,
        None if before.is_none() => from,
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
    } else if matches!(candidates[i].grade, GradeWords::Named(_)) && !hold::is_of_service(between) {
        bound[i].what = What::Part;
    }
}
