//! Lists of judgements under words that grade them: "each of the following was rated good:" or "Good:"
//! before items that name judgements and nothing else.

use super::{Claim, GradeWords, Strength};
use crate::extract::release::binding::{self, What};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::extract::release::time::When;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::Span;

/// Gives the grade that a sentence ends with, the last of `all`, to the judgements of the list under it;
/// `from` is where the claims of the sentence begin.
pub fn claims<'k>(page: &Page<'k>, index: usize, from: usize, all: &mut Vec<Claim<'k>>) {
    let sentence = &page.sentences[index];
    let opens = page.words(sentence.start, sentence.end).trim_end().ends_with(':');
    if !opens && sentence.role != Role::Heading {
        return;
    }
    let Some((names, end)) = names(page, index) else { return };
    let last = (from < all.len()).then(|| all.len() - 1);
    if let Some(last) = last {
        let told = page.folded.of_original(all[last].span.end);
        let after = page.words(told.min(sentence.end), sentence.end);
        // "This was rated good:" stands for what follows, not for what was named before.
        let ahead = page.in_sentence(sentence, Kind::Judgement).next().is_none();
        let own = ahead || matches!(all[last].what, What::Unnamed | What::Part | What::Every);
        if !opens || !own || after.contains([',', ';', '.']) {
            return;
        }
        if matches!(all[last].what, What::Unnamed | What::Named(_)) {
            all[last].what = What::Part;
        }
        let span = Span { start: all[last].span.start, end };
        all.push(Claim { what: What::Named(names), span, ..all[last].clone() });
    } else if let Some(hit) = only(page, sentence) {
        all.push(Claim {
            grade: GradeWords::Named(hit.means),
            what: What::Named(names),
            when: When::Now(None),
            again: false,
            reported: false,
            mood: Mood::Stated,
            strength: Strength::Judged,
            span: Span { start: page.span(sentence).start, end },
        });
    }
}

/// The grade that a line holds and nothing else.
fn only<'p, 'k>(page: &'p Page<'k>, sentence: &Sentence) -> Option<&'p Hit<'k>> {
    let hit = page.in_sentence(sentence, Kind::Grade).next()?;
    let rest = [page.words(sentence.start, hit.start), page.words(hit.end, sentence.end)];
    let everyday = matches!(hit.means, "positive" | "inconsistent");
    (!everyday && !rest.concat().contains(char::is_alphanumeric)).then_some(hit)
}

/// What the items under a sentence name, where each names judgements and nothing else, and the end of
/// the last of them.
fn names(page: &Page, index: usize) -> Option<(Vec<String>, usize)> {
    let mut found: Vec<String> = Vec::new();
    let mut end = None;
    for item in page.sentences[index + 1..].iter().take_while(|s| s.role == Role::Item) {
        let names: Vec<&Hit> = page
            .hits_in(item.start, item.end)
            .filter(|h| matches!(h.kind, Kind::Judgement | Kind::Overall))
            .collect();
        let (first, last) = (names.first()?, names.last()?);
        let mut gaps = vec![(item.start, first.start), (last.end, item.end)];
        gaps.extend(names.windows(2).map(|two| (two[0].end, two[1].start.max(two[0].end))));
        let links = |(from, to): &(usize, usize)| {
            binding::are_links(page, page.words(*from, *to), Kind::NameLink)
        };
        if !gaps.iter().all(links) || page.has(item, Kind::Judging) {
            return None;
        }
        let means = |h: &&Hit| match h.kind {
            Kind::Overall => "overall".to_owned(),
            _ => h.means.to_owned(),
        };
        found.extend(names.iter().map(means));
        end = Some(page.span(item).end);
    }
    Some((found, end?))
}
