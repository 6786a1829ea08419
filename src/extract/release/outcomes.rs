//! Claims to judgements and previous grades, or to silence with a doubt.
//!
//! For each judgement the firmest claims about it decide: its own name before "in every area", the
//! release's own words before a person's, "rated good" before an adjective. Where the firmest
//! disagree nothing is chosen. A paraphrase is resolved by the scale; "middle" has a meaning only on
//! a scale with an odd number of grades.

use crate::extract::release::binding::What;
use crate::extract::release::claims::{Claim, GradeWords, Strength};
use crate::extract::release::earlier;
use crate::extract::release::framework::Version;
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::time::When;
use crate::knowledge::{Framework, JudgementSpec, Scale};
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::framework::{Event, GradeId, JudgementId};
use crate::model::reading::{Basis, Judgement, PreviousGrade};
use crate::model::text::Span;

/// What a release can be graded on.
#[derive(Debug)]
pub struct Grading<'k> {
    /// The version, where it is decided.
    pub framework: Option<&'k Framework>,
    /// Judgements of the version, or of all versions that fit.
    pub specs: Vec<&'k JudgementSpec>,
    /// Those that each version that fits gives.
    common: Vec<JudgementId>,
}

impl<'k> Grading<'k> {
    /// The judgements of the version, or of all that fit.
    pub fn new(page: &Page<'k>, version: &Version, event: Event) -> Self {
        let frameworks = &page.knowledge.frameworks;
        let fitting: Vec<&Framework> =
            version.candidates.iter().filter_map(|id| frameworks.get(id)).collect();
        let mut specs: Vec<&JudgementSpec> = Vec::new();
        for spec in fitting.iter().flat_map(|f| &f.judgements).filter(|s| s.event == event) {
            if !specs.iter().any(|known| known.id == spec.id) {
                specs.push(spec);
            }
        }
        let given = |id: &JudgementId| fitting.iter().all(|f| f.judgement(id, event).is_some());
        let common = specs.iter().map(|s| s.id.clone()).filter(given).collect();
        Self { framework: version.id.as_ref().and_then(|id| frameworks.get(id)), specs, common }
    }

    fn spec(&self, id: &str) -> Option<&'k JudgementSpec> {
        self.specs.iter().find(|s| s.id.as_str() == id).copied()
    }

    /// The ids that a claim is about.
    fn ids(&self, what: &What, main: &str) -> Vec<JudgementId> {
        match what {
            What::Overall | What::Unnamed => vec![main.into()],
            What::Part => Vec::new(),
            What::Every => {
                // Where one version that fits gives no overall grade, "all four" does not say it.
                let main = self.common.iter().find(|id| id.as_str() == main).cloned();
                let rest = self.common.iter().filter(|id| main.as_ref() != Some(id)).cloned();
                main.clone().into_iter().chain(rest).collect()
            }
            What::Count(count) => {
                let all = self.common.iter().filter(|id| id.as_str() != main);
                if all.clone().count() == *count { all.cloned().collect() } else { Vec::new() }
            }
            What::Others { but, whole } => {
                let but: Vec<JudgementId> = but.iter().flat_map(|n| self.named(n)).collect();
                let all = self.common.iter().filter(|id| id.as_str() != main || *whole);
                all.filter(|id| !but.contains(id)).cloned().collect()
            }
            What::Named(names) => names.iter().flat_map(|n| self.named(n)).collect(),
        }
    }

    fn named(&self, meaning: &str) -> Vec<JudgementId> {
        let ids: Vec<&str> = meaning.split('+').collect();
        let joint = ids.len() > 1;
        // Where care leavers have no judgement of their own, or it is unknown whether they have,
        // the joint name is the judgement of children in care.
        let separate = self.framework.is_some() && self.spec("care-leavers").is_some();
        let used = if joint && !separate { &ids[..1] } else { &ids[..] };
        used.iter().filter(|id| self.spec(id).is_some()).map(|id| (*id).into()).collect()
    }
}

/// The grade that words mean on a scale.
fn resolve(words: GradeWords, scale: &Scale, framework: Option<&Framework>) -> Option<GradeId> {
    let count = scale.grades.len();
    match words {
        GradeWords::Named(grade) => {
            scale.grades.iter().find(|g| g.id.as_str() == grade).map(|g| g.id.clone())
        }
        GradeWords::Sentence(sentence) => {
            let (id, grade) = sentence.split_once('/')?;
            let fits = framework.is_none_or(|f| f.id.as_str() == id);
            scale.grades.iter().find(|g| fits && g.id.as_str() == grade).map(|g| g.id.clone())
        }
        GradeWords::Place(place) => {
            let index = match place {
                "best" => Some(0),
                "second-best" => Some(1),
                "middle" if count % 2 == 1 => Some(count / 2),
                "second-lowest" => count.checked_sub(2),
                "lowest" => count.checked_sub(1),
                _ => None,
            };
            index.and_then(|i| scale.grades.get(i)).map(|g| g.id.clone())
        }
    }
}

/// The rank of a headline's adjective.
const HEADLINE: u8 = 2;

fn rank(claim: &Claim) -> u8 {
    let what = match claim.what {
        What::Named(_) => 8,
        What::Overall => 8,
        What::Every | What::Others { .. } | What::Count(_) => 6,
        What::Part => 0,
        What::Unnamed => match claim.strength {
            Strength::Rated => 6,
            Strength::Judged => 4,
            Strength::Headline => HEADLINE,
        },
    };
    what - u8::from(claim.mood == Mood::Told)
}

/// Chooses judgements. `main` is the id of the result as a whole.
pub fn judgements(
    page: &Page,
    claims: &[Claim],
    grading: &Grading,
    main: &str,
) -> (Vec<Judgement>, Vec<Doubt>) {
    let mut chosen = Vec::new();
    let mut doubts = Vec::new();
    for spec in &grading.specs {
        let Some(scale) = page.knowledge.frameworks.scale(&spec.scale) else { continue };
        let mut about: Vec<(u8, GradeId, &Claim)> = claims
            .iter()
            .filter(|c| is_result(c) && grading.ids(&c.what, main).contains(&spec.id))
            .filter_map(|c| Some((rank(c), resolve(c.grade, scale, grading.framework)?, c)))
            .collect();
        about.sort_by_key(|(rank, _, _)| std::cmp::Reverse(*rank));
        let Some(top) = about.first().map(|(rank, _, _)| *rank) else { continue };
        // "The county's inadequate services": a headline may name the grade that stands.
        let standing = |grade: &GradeId| {
            claims.iter().any(|c| {
                matches!(c.when, When::Before(_))
                    && grading.ids(&c.what, main).contains(&spec.id)
                    && resolve(c.grade, scale, grading.framework).as_ref() == Some(grade)
            })
        };
        if top <= HEADLINE && standing(&about[0].1) {
            continue;
        }
        let firmest: Vec<_> = about.iter().take_while(|(rank, _, _)| *rank == top).collect();
        let grade = firmest[0].1.clone();
        if firmest.iter().all(|(_, g, _)| *g == grade) {
            chosen.push(judgement(page, spec, grade, &about));
        } else {
            let message =
                format!("The release gives {} more than one grade.", spec.label.to_lowercase());
            doubts.push(Doubt { code: DoubtCode::ConflictingGrades, message });
        }
    }
    (chosen, doubts)
}

fn is_result(claim: &Claim) -> bool {
    matches!(claim.mood, Mood::Stated | Mood::Told) && matches!(claim.when, When::Now(_))
}

fn judgement(
    page: &Page,
    spec: &JudgementSpec,
    grade: GradeId,
    about: &[(u8, GradeId, &Claim)],
) -> Judgement {
    let agreeing: Vec<_> =
        about.iter().filter(|(_, g, _)| *g == grade).map(|(_, _, c)| *c).collect();
    let by_name = |c: &&Claim| {
        !matches!(c.grade, GradeWords::Place(_))
            && (!matches!(c.what, What::Every | What::Others { .. } | What::Count(_))
                || matches!(spec.id.as_str(), "overall" | "outcome"))
    };
    let stated = agreeing.iter().any(by_name);
    let mut spans: Vec<Span> = agreeing.iter().map(|c| c.span).take(3).collect();
    spans.sort();
    spans.dedup();
    Judgement {
        id: spec.id.clone(),
        grade,
        basis: if stated { Basis::Stated } else { Basis::Implied },
        evidence: spans.into_iter().map(|s| page.text.evidence(s)).collect(),
    }
}

/// Grades of earlier inspections that the release states, the last of them first; `visit` says that its own gives none.
pub fn previous(
    page: &Page,
    claims: &[Claim],
    grading: &Grading,
    main: &str,
    year: Option<i16>,
    visit: bool,
) -> Vec<PreviousGrade> {
    let mut found: Vec<PreviousGrade> = Vec::new();
    for claim in claims.iter().filter(|c| matches!(c.mood, Mood::Stated | Mood::Told)) {
        let given = match claim.when {
            When::Before(given) => given,
            When::Now(given) if claim.again => given.filter(|g| year.is_none_or(|y| *g < y)),
            // A visit gives no grade: one that stands is an earlier inspection's.
            When::Now(given)
                if visit
                    && claim.strength == Strength::Rated
                    && matches!(claim.what, What::Overall | What::Unnamed)
                    && names_rating(page, claim) =>
            {
                given.filter(|g| year.is_none_or(|y| *g < y))
            }
            When::Now(_) => continue,
        };
        for id in grading.ids(&claim.what, main) {
            let Some(grade) = earlier_grade(page, claim, grading, &id) else { continue };
            let evidence = vec![page.text.evidence(claim.span)];
            found.push(PreviousGrade { id, grade, year: given, evidence });
        }
    }
    let mut merged = merge(found);
    earlier::date(page, &mut merged, year);
    // The last comes first: one without a year may be that.
    merged.sort_by_key(|p| std::cmp::Reverse(p.year.unwrap_or(i16::MAX)));
    merged
}

/// "Our present rating, good, stands": not "progress was found good".
fn names_rating(page: &Page, claim: &Claim) -> bool {
    let inside = |s: &&Sentence| {
        let whole = page.span(s);
        whole.start <= claim.span.start && claim.span.end <= whole.end
    };
    let Some(sentence) = page.sentences.iter().find(inside) else { return false };
    let words = page.words(sentence.start, sentence.end);
    ["rating", "rated", "graded", "judged", "judgement"].iter().any(|w| words.contains(w))
}

/// On the judgement's own scale, or "adequate" as it was before November 2013.
fn earlier_grade(
    page: &Page,
    claim: &Claim,
    grading: &Grading,
    id: &JudgementId,
) -> Option<GradeId> {
    let frameworks = &page.knowledge.frameworks;
    let spec = grading.spec(id.as_str()).or_else(|| former(page, grading, id))?;
    let own = resolve(claim.grade, frameworks.scale(&spec.scale)?, grading.framework);
    let before_2013 = || {
        frameworks.scale(&"ofsted-4-adequate".into()).and_then(|s| resolve(claim.grade, s, None))
    };
    own.or_else(|| before_2013().filter(|_| matches!(claim.grade, GradeWords::Named("adequate"))))
}

/// The judgement of a version before, where the one in force no longer gives it.
fn former<'k>(page: &Page<'k>, grading: &Grading, id: &JudgementId) -> Option<&'k JudgementSpec> {
    let own = grading.framework?;
    let mut others = page.knowledge.frameworks.iter().filter(|f| f.programme == own.programme);
    others.find_map(|f| f.judgement(id, Event::Inspection))
}

/// One entry per judgement, grade and year; one without a year gives way to one with it.
fn merge(found: Vec<PreviousGrade>) -> Vec<PreviousGrade> {
    let mut merged: Vec<PreviousGrade> = Vec::new();
    for entry in found {
        let same = merged.iter_mut().find(|m| {
            m.id == entry.id
                && m.grade == entry.grade
                && (m.year == entry.year || m.year.is_none() || entry.year.is_none())
        });
        match same {
            Some(known) => {
                known.year = known.year.or(entry.year);
                for evidence in entry.evidence {
                    if !known.evidence.contains(&evidence) {
                        known.evidence.push(evidence);
                    }
                }
            }
            None => merged.push(entry),
        }
    }
    merged
}
