//! Which version of a framework.
//!
//! The version follows from the day of the inspection; failing that from the months before the
//! publication; failing that from what only one version has. Where what the text names contradicts
//! its date the names win and the date is doubted, never mended.

mod named;

use jiff::civil::Date;

use crate::extract::release::binding::What;
use crate::extract::release::claims::{Claim, Strength};
use crate::extract::release::mood::Mood;
use crate::extract::release::page::Page;
use crate::extract::release::time::{self, When};
use crate::extract::release::when::{self, Dates, earliest_inspection};
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::area::AreaCode;
use crate::model::doubt::DoubtCode;
use crate::model::framework::{FrameworkId, ProgrammeId};
use crate::model::text::Span;

/// The version decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// None where two fit.
    pub id: Option<FrameworkId>,
    /// The versions that fit.
    pub candidates: Vec<FrameworkId>,
    /// Why, in plain words.
    pub reason: String,
    /// The words it rests on.
    pub spans: Vec<Span>,
    /// A contradiction or ambiguity.
    pub doubt: Option<(DoubtCode, String)>,
}

/// Decides the version.
pub fn version(
    page: &Page,
    programme: &ProgrammeId,
    area: Option<&AreaCode>,
    dates: &Dates,
    claims: &[Claim],
) -> Version {
    let mut by_date = by_date_told(page, programme, dates, claims);
    // No area was inspected before it began.
    let began = area.and_then(|code| page.knowledge.areas.get(code)?.valid_from);
    let told = dates.day().is_none().then(|| when::told(page, claims)).flatten();
    let told = told.or_else(|| dates.day().is_none().then(|| when::since(page, claims)).flatten());
    let by_told = told.filter(|_| by_date.len() > 1);
    if let Some((range, _)) = by_told {
        by_date.retain(|id| in_force(page, id, earliest_inspection(range.from), range.to));
    }
    by_date.retain(|id| {
        let last = page.knowledge.frameworks.get(id).and_then(|f| f.last_day);
        began.is_none_or(|began| last.is_none_or(|last| began <= last))
    });
    by_date = hinted(page, giving(page, by_date, claims));
    let (past, now) = named::hits(page, programme);
    // What an earlier inspection alone had is of its version: this one has another.
    if now.is_empty() && by_date.len() > 1 {
        by_date.retain(|id| !past.iter().any(|(_, known)| *known == id.as_str()));
    }
    let (named, spans) = match named::alone(page, now) {
        // One grade among many decides nothing against the dates.
        (None, _) if by_date.len() != 1 => named::by_judgement(page, programme, claims),
        found => found,
    };
    let decided = |id: Option<FrameworkId>, reason: &str, spans: Vec<Span>| Version {
        candidates: id.iter().cloned().collect(),
        id,
        reason: reason.to_owned(),
        spans,
        doubt: None,
    };
    match (by_date.as_slice(), named) {
        ([only], Some(named)) if *only != named && dates.inspected.is_some() => Version {
            doubt: Some((
                DoubtCode::DateOutsideFramework,
                format!(
                    "The text names what only {named} has, but dates the inspection outside it."
                ),
            )),
            ..decided(Some(named), "names what only this version has, against its date", spans)
        },
        (_, Some(named))
            if by_date.is_empty() || by_date.len() > 1 || dates.inspected.is_none() =>
        {
            decided(Some(named), "names what only this version has", spans)
        }
        ([only], _) => {
            let span =
                dates.inspected.map(|i| i.span).or(dates.published.as_ref().and_then(|(_, s)| *s));
            let told = by_told.map(|(_, span)| span);
            Version {
                doubt: told.map(|span| {
                    let words = page.text.slice(span);
                    let message = format!("The version is resolved from \"{words}\".");
                    (DoubtCode::DateInferred, message)
                }),
                ..decided(
                    Some(only.clone()),
                    "the version in force at that date",
                    span.or(told).into_iter().collect(),
                )
            }
        }
        ([], _) => decided(None, "no version was in force at that date", Vec::new()),
        (several, _) => {
            let names: Vec<_> = several.iter().map(FrameworkId::as_str).collect();
            Version {
                candidates: several.to_vec(),
                doubt: Some((
                    DoubtCode::FrameworkAmbiguous,
                    format!("The inspection fits {}.", names.join(" and ")),
                )),
                ..decided(None, "the text fits more than one version", Vec::new())
            }
        }
    }
}

/// Versions that the dates allow, of the family that is named: by the publication where none was in
/// force at the day that seems the inspection's.
fn by_date_told(
    page: &Page,
    programme: &ProgrammeId,
    dates: &Dates,
    claims: &[Claim],
) -> Vec<FrameworkId> {
    let found = by_date(page, programme, dates, claims);
    let published = Dates { inspected: None, ..*dates };
    let found = match found.is_empty() && published.published.is_some() {
        true => by_date(page, programme, &published, claims),
        false => found,
    };
    family(page, found)
}

/// Versions that the dates allow; all of the programme where there is no date.
fn by_date(
    page: &Page,
    programme: &ProgrammeId,
    dates: &Dates,
    claims: &[Claim],
) -> Vec<FrameworkId> {
    let window = match (dates.inspected, &dates.published) {
        (Some(found), _) => Some((found.range.from, found.range.from)),
        (None, Some((published, _))) => Some((earliest_inspection(published.from), published.to)),
        (None, None) => None,
    };
    let earlier = |c: &Claim| match c.when {
        When::Before(year) => year,
        When::Now(_) => None,
    };
    let after = claims.iter().filter_map(earlier).max();
    let ahead = when::deadline(page);
    // A text that names a year of what has been was written in it or later.
    let written = time::latest_year(page)
        .and_then(|year| Date::new(year + 1, 1, 1).ok())
        .map(earliest_inspection);
    let all = page.knowledge.frameworks.iter().filter(|f| f.programme == *programme);
    all.filter(|f| match window {
        Some((from, to)) => in_force(page, &f.id, from, to),
        // Later than every earlier inspection that is told of.
        None => {
            let begun = ahead.is_none_or(|year| f.first_day.year() <= year);
            let open = f.last_day.is_none_or(|last| {
                let next = after.unwrap_or(2014);
                last.year() >= next
                    && after.and_then(soonest_after).is_none_or(|day| day <= last)
                    && written.is_none_or(|day| day <= last)
            });
            begun && open
        }
    })
    .map(|f| f.id.clone())
    .collect()
}

/// The first day on which a full inspection can follow one of a year: none comes sooner than a year
/// and a half after another.
fn soonest_after(year: i16) -> Option<Date> {
    Date::new(year + 1, 9, 1).ok()
}

/// Whether a version was in force on some day from `from` to `to`.
fn in_force(page: &Page, id: &FrameworkId, from: Date, to: Date) -> bool {
    page.knowledge
        .frameworks
        .get(id)
        .is_some_and(|f| f.first_day <= to && f.last_day.is_none_or(|last| from <= last))
}

/// Versions of several that a hint speaks for: a name that one of them gave a judgement, the monarch
/// whose inspectors came. All where there is none.
fn hinted(page: &Page, fitting: Vec<FrameworkId>) -> Vec<FrameworkId> {
    let hint = |h: &Hit<'_>| match h.kind {
        Kind::Framework => h.means.ends_with('?'),
        // Weaknesses are looked at again under the older framework, monitored under the newer one.
        Kind::Event => h.means.starts_with("revisit"),
        _ => false,
    };
    let hints = page.hits.iter().filter(|h| hint(h)).map(|h| match h.kind {
        Kind::Event => "local-area-send-2016",
        _ => h.means.trim_end_matches('?'),
    });
    let hints: Vec<&str> = hints.flat_map(|m| m.split('|')).collect();
    let kept: Vec<_> = fitting.iter().filter(|id| hints.contains(&id.as_str())).cloned().collect();
    if fitting.len() > 1 && !kept.is_empty() { kept } else { fitting }
}

/// Versions of those that a name common to several leaves; all where there is no such name.
fn family(page: &Page, by_date: Vec<FrameworkId>) -> Vec<FrameworkId> {
    let names = page.hits.iter().filter(|h| h.kind == Kind::Framework);
    let names = names.filter(|h| h.means.contains('|') && !h.means.ends_with('?'));
    let named: Vec<&str> = names.flat_map(|h| h.means.split('|')).collect();
    let kept: Vec<_> = by_date.iter().filter(|id| named.contains(&id.as_str())).cloned().collect();
    if kept.is_empty() { by_date } else { kept }
}

/// Versions of several that give each judgement which the release grades; all where none does.
fn giving(page: &Page, fitting: Vec<FrameworkId>, claims: &[Claim]) -> Vec<FrameworkId> {
    let now = claims
        .iter()
        .filter(|c| c.mood == Mood::Stated && matches!(c.when, When::Now(_)))
        .filter(|c| c.strength > Strength::Headline);
    let mut ids: Vec<&str> = Vec::new();
    for claim in now {
        match &claim.what {
            What::Overall | What::Unnamed => ids.push("overall"),
            // A joint name may be one judgement or two.
            What::Named(names) => {
                ids.extend(names.iter().map(String::as_str).filter(|n| !n.contains('+')));
            }
            What::Every | What::Others { .. } | What::Count(_) | What::Part => {}
        }
    }
    let gives = |id: &&FrameworkId| {
        let framework = page.knowledge.frameworks.get(id);
        framework.is_some_and(|f| {
            let known = |id: &str| f.judgements.iter().any(|j| j.id.as_str() == id);
            f.judgements.is_empty() || ids.iter().all(|id| known(id))
        })
    };
    let kept: Vec<FrameworkId> = fitting.iter().filter(gives).cloned().collect();
    if fitting.len() > 1 && !kept.is_empty() { kept } else { fitting }
}
