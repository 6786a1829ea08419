//! Versions that a release names by what only they have, or by a judgement that only they give.

use crate::extract::release::binding::What;
use crate::extract::release::claims::{Claim, GradeWords};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::Page;
use crate::extract::release::time::When;
use crate::knowledge::Framework;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::framework::{FrameworkId, ProgrammeId};
use crate::model::text::Span;

/// Hits that name versions by what only one has, of earlier inspections and of now.
pub fn hits<'p>(page: &'p Page, programme: &ProgrammeId) -> (Vec<Named<'p>>, Vec<Named<'p>>) {
    let own = |id: &str| {
        page.knowledge.frameworks.get(&id.into()).is_some_and(|f| f.programme == *programme)
    };
    // "The top category of the three": only area SEND inspections have three outcomes.
    let of_three = |h: &Hit| {
        let after = page.words(h.start, page.folded.text.len());
        after.split([' ', ',', '.']).take(9).any(|w| w == "three")
    };
    let hits = page.hits.iter().filter_map(|h| match h.kind {
        Kind::Framework => Some((h, h.means)),
        Kind::Outcome => h.means.split_once('/').map(|(framework, _)| (h, framework)),
        Kind::Place if h.means == "middle" || of_three(h) => Some((h, "area-send-2023")),
        _ => None,
    });
    // "Back in 2017 it had to write a statement" names what an earlier inspection had.
    let is_past =
        |hit: &Hit| page.sentence_at(hit.start).is_some_and(|(_, s)| page.has(s, Kind::Earlier));
    hits.filter(|(_, id)| own(id)).partition(|(hit, _)| is_past(hit))
}

/// A hit and the version that it names.
pub type Named<'p> = (&'p Hit<'p>, &'p str);

/// The version that alone is named by what only it has.
pub fn alone(page: &Page, hits: Vec<Named>) -> (Option<FrameworkId>, Vec<Span>) {
    let mut named: Vec<(FrameworkId, Vec<Span>)> = Vec::new();
    for (hit, id) in hits {
        let span = page.folded.original(hit.start, hit.end);
        match named.iter_mut().find(|(known, _)| known.as_str() == id) {
            Some((_, spans)) => spans.push(span),
            None => named.push((id.into(), vec![span])),
        }
    }
    named.sort_by_key(|(_, spans)| std::cmp::Reverse(spans.len()));
    match named.as_slice() {
        [(id, spans)] => (Some(id.clone()), spans.clone()),
        // Both eras are spoken of: the inspection told is the one spoken of far more.
        [(id, spans), (_, fewer), ..] if spans.len() >= fewer.len() * 3 => {
            (Some(id.clone()), spans.clone())
        }
        _ => (None, Vec::new()),
    }
}

/// The version that alone gives a judgement which the release grades.
pub fn by_judgement(
    page: &Page,
    programme: &ProgrammeId,
    claims: &[Claim],
) -> (Option<FrameworkId>, Vec<Span>) {
    let versions: Vec<_> =
        page.knowledge.frameworks.iter().filter(|f| f.programme == *programme).collect();
    for claim in claims.iter().filter(|c| c.mood == Mood::Stated) {
        // "The top outcome": a place has a meaning on a scale of three or more.
        if matches!(claim.grade, GradeWords::Place(_)) && matches!(claim.when, When::Now(_)) {
            let mut ranked = versions.iter().filter(|f| is_ranked(page, f));
            if let (Some(only), None) = (ranked.next(), ranked.next()) {
                return (Some(only.id.clone()), vec![claim.span]);
            }
        }
        let What::Named(names) = &claim.what else { continue };
        for name in names {
            let mut giving =
                versions.iter().filter(|f| f.judgements.iter().any(|j| j.id.as_str() == name));
            if let (Some(only), None) = (giving.next(), giving.next()) {
                return (Some(only.id.clone()), vec![claim.span]);
            }
        }
    }
    (None, Vec::new())
}

/// Whether a version has a scale of three or more grades.
fn is_ranked(page: &Page, framework: &Framework) -> bool {
    let scale = |id| page.knowledge.frameworks.scale(id);
    framework.judgements.iter().filter_map(|j| scale(&j.scale)).any(|s| s.grades.len() > 2)
}
