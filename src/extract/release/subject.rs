//! Which area a release is about, and whether it is about an area at all.
//!
//! The area is the one that the title, the first sentences and the councils named speak of; where
//! two share them the release is a round-up, and nothing is concluded.

mod address;

use std::collections::HashMap;

use crate::extract::area::{Mention, Naming};
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::programme;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::area::AreaCode;
use crate::model::date::{DateRange, MONTHS};
use crate::model::text::Span;

/// The area chosen, or why none is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// One area, with the mention that shows it best; the code of its series.
    One(AreaCode, Span),
    /// No area is named.
    Unnamed,
    /// It says itself that it is about several.
    RoundUp(Vec<Span>),
    /// Several areas share the release.
    Several(Vec<Span>),
}

#[derive(Debug, Clone)]
struct Weight {
    points: u32,
    titled: bool,
    inspected: bool,
    best: (Naming, Span),
}

/// Chooses the area. `day` is when the release or the inspection was, if known: it decides between
/// areas of one name and leaves out those that had ended.
pub fn place(page: &Page, day: Option<DateRange>) -> Place {
    let titles = page.sentences.iter().take(4).filter(|s| s.role == Role::Title);
    // "Wakefield: improvement in two areas" counts no councils.
    let counts = titles.flat_map(|s| {
        let named = page.mentions_in(s).next().is_some();
        page.in_sentence(s, Kind::RoundUp)
            .filter(move |h| !named || !page.words(h.start, h.end).ends_with(" areas"))
    });
    let digest = page.sentences.iter().take(3).flat_map(|s| page.in_sentence(s, Kind::RoundUp));
    let digest = digest.filter(|h| page.words(h.start, h.end).starts_with("round"));
    let counts = counts.chain(digest).filter(|h| !is_own_round_up(page, h));
    let counts: Vec<Span> = counts.map(|h| page.folded.original(h.start, h.end)).collect();
    if !counts.is_empty() {
        return Place::RoundUp(counts);
    }
    let mut weights: HashMap<AreaCode, Weight> = HashMap::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        let inspected = page
            .in_sentence(sentence, Kind::Inspectorate)
            .any(|h| h.means != "any" || page.words(h.start, h.end).starts_with("inspector"));
        for mention in page.mentions_in(sentence) {
            let Some(code) = standing(page, mention, day) else { continue };
            let mut points = match mention.naming {
                Naming::Initials => 1,
                Naming::Place => 4,
                Naming::Alias => 5,
                Naming::Body => 6,
            };
            // "Neighbouring Halton", "Leeds, a different authority": named for comparison.
            let aside = page.has(sentence, Kind::Elsewhere) && sentence.role != Role::Title
                || is_compared(page, sentence, mention.span)
                || is_behind(page, sentence, mention);
            if aside {
                points = 1;
            }
            // What inspectors looked at stands beside them; a place in brackets is explained.
            let told =
                page.in_sentence(sentence, Kind::Outcome).any(|h| programme::is_own(page, h));
            let inspected = inspected || told;
            points *= if told {
                3
            } else if inspected {
                2
            } else {
                1
            };
            points = if is_bracketed(page, sentence, mention.span) { 1 } else { points };
            let titled =
                sentence.role == Role::Title && !aside || is_dateline(page, index, mention.span);
            if titled {
                points *= 3;
            } else if index < 4 && !aside {
                points *= 2;
            }
            if sentence.voice == Voice::Person {
                points /= 2;
            }
            let weight = weights.entry(code).or_insert(Weight {
                points: 0,
                titled: false,
                inspected: false,
                best: (mention.naming, mention.span),
            });
            weight.points += points;
            weight.titled |= titled;
            weight.inspected |= inspected;
            if mention.naming > weight.best.0 {
                weight.best = (mention.naming, mention.span);
            }
        }
    }
    match choose(weights) {
        Place::Unnamed => address::area(page).map_or(Place::Unnamed, |(code, span)| {
            Place::One(page.knowledge.areas.series_code(&code).clone(), span)
        }),
        place => place,
    }
}

/// "Your April round-up": a council's own, of its news, where no other area is named.
fn is_own_round_up(page: &Page, hit: &Hit) -> bool {
    const OWN: [&str; 4] = ["your", "our", "weekly", "monthly"];
    let before = page.words(hit.start.saturating_sub(12), hit.start).trim_end();
    let own = page.words(hit.start, hit.end).starts_with("round")
        && before.rsplit(' ').next().is_some_and(|w| OWN.contains(&w) || MONTHS.contains(&w));
    let mut areas = page.mentions.iter().map(|m| page.knowledge.areas.series_code(&m.area));
    own && areas.next().is_some_and(|first| areas.all(|other| other == first))
}

/// "Split from Halton", "better than in Leeds".
fn is_compared(page: &Page, sentence: &Sentence, span: Span) -> bool {
    let before = page.words(sentence.start, page.folded.of_original(span.start));
    let before = before.trim_end();
    page.knowledge.names.beside.compared.iter().any(|words| {
        before.strip_suffix(words.as_str()).is_some_and(|b| b.is_empty() || b.ends_with(' '))
    })
}

/// "Leeds's services are rated good, two years after they were handed to Bradford": no grade is of an
/// area that comes behind the last one of its sentence where another stands before them.
fn is_behind(page: &Page, sentence: &Sentence, mention: &Mention) -> bool {
    let place = |m: &Mention| page.folded.of_original(m.span.start);
    let grades = || page.in_sentence(sentence, Kind::Grade).map(|h| h.start);
    let (Some(first), Some(last)) = (grades().min(), grades().max()) else { return false };
    place(mention) > last
        && page.mentions_in(sentence).any(|m| m.area != mention.area && place(m) < first)
}

fn is_bracketed(page: &Page, sentence: &Sentence, span: Span) -> bool {
    let before = page.words(sentence.start, page.folded.of_original(span.start));
    let after = page.words(page.folded.of_original(span.end), sentence.end);
    let open = before.rfind('(').is_some_and(|at| !before[at..].contains(')'));
    open && after.contains(')')
}

/// "YORK, 11 August 2023 - ...": the place that the release itself is from.
fn is_dateline(page: &Page, index: usize, span: Span) -> bool {
    let sentence = &page.sentences[index];
    let start = page.folded.of_original(span.start);
    let after = page.words(page.folded.of_original(span.end), sentence.end);
    let dated =
        page.dates.iter().any(|d| d.span.start >= span.end && d.span.start <= span.end + 16);
    index < 4
        && page.words(sentence.start, start).trim().is_empty()
        && ((after.starts_with(", ") && dated)
            || after.starts_with(" - ")
            || after.starts_with(": "))
}

fn choose(weights: HashMap<AreaCode, Weight>) -> Place {
    let mut ranked: Vec<_> = weights.into_iter().collect();
    ranked.sort_by(|(a, x), (b, y)| (y.titled, y.points, a).cmp(&(x.titled, x.points, b)));
    match ranked.as_slice() {
        [] => Place::Unnamed,
        [(code, weight)] => Place::One(code.clone(), weight.best.1),
        [(code, first), (_, second), ..] => {
            // A title that names one area settles it; otherwise the first must stand out.
            let settled = first.titled && !second.titled;
            let looked_at = first.inspected
                && !second.inspected
                && !second.titled
                && first.points * 2 >= second.points * 3;
            if settled || looked_at || first.points >= second.points * 2 {
                Place::One(code.clone(), first.best.1)
            } else {
                Place::Several(ranked.iter().take(4).map(|(_, w)| w.best.1).collect())
            }
        }
    }
}

/// The series of the area that bore the name on the day; none where it had ended by then.
fn standing(page: &Page, mention: &Mention, day: Option<DateRange>) -> Option<AreaCode> {
    let areas = &page.knowledge.areas;
    let (code, naming) = (&mention.area, mention.naming);
    let area = areas.get(code)?;
    let day = day.map(|d| d.to);
    let chosen = match day {
        Some(day) if !area.existed_on(day) => {
            let own = base(&area.name);
            let same = areas.iter().find(|other| base(&other.name) == own && other.existed_on(day));
            same.or_else(|| {
                areas
                    .predecessors(code)
                    .next()
                    .filter(|_| area.valid_from.is_some_and(|f| day < f))
                    .map(|_| area)
            })?
        }
        // A council that is gone may be told of by its own name only.
        None if naming != Naming::Body && area.valid_to.is_some_and(|end| end.year() < 2025) => {
            return None;
        }
        _ => area,
    };
    Some(areas.series_code(&chosen.code).clone())
}

/// An area's name without what tells it from another one of that name.
fn base(name: &str) -> &str {
    name.split(" (").next().unwrap_or_default()
}

/// Why the release tells no result of an area, if it does not.
pub fn no_result(page: &Page) -> Option<(&'static str, Span)> {
    let head = &page.sentences[..page.sentences.len().min(2)];
    let lead = &page.sentences[..page.sentences.len().min(4)];
    let count = |sentences: &[Sentence], kind: Kind, fits: &dyn Fn(&Hit) -> bool| {
        let hits = sentences.iter().flat_map(|s| page.in_sentence(s, kind));
        hits.filter(|h| fits(h)).count()
    };
    let strong = |h: &Hit| h.means.ends_with(" strong");
    let (own, providers) =
        (count(lead, Kind::Programme, &strong), count(lead, Kind::Provider, &|_| true));
    let first =
        count(head, Kind::Provider, &|_| true) > 0 && count(head, Kind::Programme, &strong) == 0;
    let visit = count(lead, Kind::Event, &|h| h.means == "focused-visit") > 0;
    let provider =
        !visit && !is_official(page) && (first || (providers > own && own < 2 && providers >= 2));
    let own = page.hits.iter().any(|h| h.kind == Kind::Provider && h.means == "own");
    let provider = provider || own && !is_official(page);
    let span = first_of(page, Kind::Provider).filter(|_| provider)?;
    Some(("it is about a school, home or other provider", span))
}

/// Whether the page tells what no school, home or other provider is given.
pub fn is_official(page: &Page) -> bool {
    page.hits.iter().any(|h| match h.kind {
        Kind::Outcome => programme::is_own(page, h),
        Kind::Place => h.means == "middle",
        Kind::Statement => h.means == "name",
        _ => false,
    })
}

/// The first words of a kind.
fn first_of(page: &Page, kind: Kind) -> Option<Span> {
    let hit = page.hits.iter().find(|h| h.kind == kind)?;
    Some(page.folded.original(hit.start, hit.end))
}
