//! The trace of decisions that `read --explain` shows: each field filled or left, and why.

use crate::extract::release::binding::What;
use crate::extract::release::claims::Claim;
use crate::extract::release::framework::Version;
use crate::extract::release::mood::Mood;
use crate::extract::release::page::Page;
use crate::extract::release::time::When;
use crate::extract::release::when::Dates;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::reading::{Basis, Decision, Judgement, Weight};
use crate::model::text::Span;

/// Why something was left, in plain words for people.
pub type Reason = &'static str;

/// Decisions in the order they were made.
#[derive(Debug, Default)]
pub struct Trace {
    decisions: Vec<Decision>,
    /// Whether each sentence that was passed over is told, too.
    each_sentence: bool,
}

impl Trace {
    /// A trace that also tells why each sentence of something to improve was passed over.
    pub fn of_each_sentence() -> Self {
        Self { each_sentence: true, ..Self::default() }
    }

    /// Sentences that were passed over: asked for only where somebody wants to know.
    pub fn passed(&mut self, passed: impl FnOnce() -> Vec<(Span, Reason)>) {
        if !self.each_sentence {
            return;
        }
        let mut all = passed();
        let mut order: Vec<Reason> = Vec::new();
        for (_, reason) in &all {
            if !order.contains(reason) {
                order.push(reason);
            }
        }
        for reason in order {
            let same = all.extract_if(.., |(_, r)| *r == reason).map(|(span, _)| span);
            let spans = same.collect();
            self.none("further improvement areas", reason, spans);
        }
    }

    /// A field that was filled.
    pub fn some(&mut self, field: &str, value: &str, reason: &str, spans: Vec<Span>) {
        self.push(field, Some(value.to_owned()), reason, spans, Weight::Likely);
    }

    /// A field that was left, and why.
    pub fn none(&mut self, field: &str, reason: &str, spans: Vec<Span>) {
        self.push(field, None, reason, spans, Weight::Likely);
    }

    /// Why the text tells no inspection: what was found of one so far is told to nobody.
    pub fn untold(&mut self, field: &str, reason: &str, spans: Vec<Span>) {
        Decision::leave_untold(&mut self.decisions);
        self.push(field, None, reason, spans, Weight::Untold);
    }

    fn push(
        &mut self,
        field: &str,
        value: Option<String>,
        reason: &str,
        spans: Vec<Span>,
        weight: Weight,
    ) {
        let (field, reason) = (field.to_owned(), reason.to_owned());
        self.decisions.push(Decision { field, value, reason, spans, weight });
    }

    /// Both dates.
    pub fn dates(&mut self, dates: &Dates) {
        match dates.inspected {
            Some(found) => {
                let value = format!("{} to {}", found.range.from, found.range.to);
                let reason = if found.inferred {
                    "resolved against the stated publication date"
                } else {
                    "the date beside words of inspecting"
                };
                self.some("inspected", &value, reason, vec![found.span]);
            }
            None => self.none("inspected", "no date of the inspection is established", Vec::new()),
        }
        match &dates.published {
            Some((published, span)) => {
                let value = format!("{} to {}", published.from, published.to);
                self.some(
                    "published",
                    &value,
                    "stated, carried by the format, or inferred as its basis says",
                    span.iter().copied().collect(),
                );
            }
            None => self.none("published", "no publication date is established", Vec::new()),
        }
    }

    /// The sentence that reports an inspection.
    pub fn report(&mut self, page: &Page, anchor: Option<usize>) {
        match anchor.and_then(|index| page.sentences.get(index)) {
            Some(sentence) => {
                let reason = "the first sentence that tells what inspectors found or came for";
                self.some("report", "told", reason, vec![page.span(sentence)]);
            }
            None => self.none("report", "no sentence near the top reports an inspection", vec![]),
        }
    }

    /// The framework version.
    pub fn version(&mut self, version: &Version) {
        let value = version.id.as_ref().map(|id| id.as_str().to_owned());
        self.push("framework", value, &version.reason, version.spans.clone(), Weight::Likely);
    }

    /// Judgements chosen, then every claim that was not.
    pub fn judgements(&mut self, judgements: &[Judgement], claims: &[Claim], page: &Page) {
        for judgement in judgements {
            let spans =
                judgement.evidence.iter().map(|e| Span { start: e.start, end: e.end }).collect();
            let reason = match judgement.basis {
                Basis::Stated => "the firmest claims agree",
                Basis::Implied => "a paraphrase that the scale resolves",
            };
            let firm = judgement.basis == Basis::Stated
                && judgement.evidence.len() > 1
                && !claims.iter().any(|claim| rivals(claim, judgement));
            self.push(
                &format!("judgement {}", judgement.id),
                Some(judgement.grade.to_string()),
                reason,
                spans,
                if firm { Weight::Sure } else { Weight::Likely },
            );
        }
        for claim in claims {
            let told = |j: &Judgement| {
                j.evidence.iter().any(|e| e.start <= claim.span.start && claim.span.end <= e.end)
            };
            let reason = set_aside(claim).or_else(|| {
                let beside = !judgements.iter().any(told);
                beside.then_some("another claim says it firmer, or one as firm says otherwise")
            });
            if let Some(reason) = reason {
                let words = page.text.slice(claim.span);
                self.none(&format!("claim \"{words}\""), reason, vec![claim.span]);
            }
        }
    }

    /// Doubts.
    pub fn doubts(&mut self, doubts: &[Doubt]) {
        for doubt in doubts {
            let reason = doubt.message.trim_end_matches('.');
            let field = match doubt.code {
                DoubtCode::DateOutsideFramework
                | DoubtCode::DateInferred
                | DoubtCode::ConflictingDates => "inspected",
                DoubtCode::FrameworkAmbiguous => "framework",
                DoubtCode::AreaNotStated | DoubtCode::AreaAmbiguous => "area",
                DoubtCode::OtherResult => "programme",
                _ => "judgements",
            };
            self.none(field, reason, Vec::new());
        }
    }

    /// The decisions.
    pub fn into_decisions(self) -> Vec<Decision> {
        self.decisions
    }
}

/// Whether a claim about the same thing, of the inspection told, does not bear the judgement out.
fn rivals(claim: &Claim, judgement: &Judgement) -> bool {
    let id = judgement.id.as_str();
    let about = match &claim.what {
        What::Overall | What::Every | What::Others { .. } | What::Unnamed => {
            matches!(id, "overall" | "outcome")
        }
        What::Named(names) => names.iter().any(|name| name.split('+').any(|part| part == id)),
        What::Part | What::Count(_) => false,
    };
    about
        && set_aside(claim).is_none()
        && !judgement
            .evidence
            .iter()
            .any(|e| e.start <= claim.span.start && claim.span.end <= e.end)
}

/// Why a claim is no result.
fn set_aside(claim: &Claim) -> Option<Reason> {
    let reason = match claim.mood {
        Mood::Stated | Mood::Told if matches!(claim.when, When::Before(_)) => {
            "said of an earlier inspection"
        }
        Mood::Stated | Mood::Told => return None,
        Mood::Denied => "denied",
        Mood::Remarked => "said in passing by a person",
        Mood::Hoped => "hoped for or planned",
        Mood::Near => "missed narrowly",
        Mood::Recited => "the scale is explained",
        Mood::National => "said of many councils",
        Mood::Counted => "a count of parts, which are not named",
        Mood::Provider => "said of a school, home or other provider",
        Mood::OtherArea => "said of another area",
        Mood::OtherProgramme => "said of another programme",
    };
    Some(reason)
}
