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

/// So many sentences at the top say most of what a release is about.
const LEAD: usize = 4;

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

/// How much a release speaks of an area.
#[derive(Debug, Clone)]
struct Weight {
    points: u32,
    titled: bool,
    inspected: bool,
    best: (Naming, Span),
}

/// How a mention stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// The sentence speaks of the area.
    Plain,
    /// In brackets: it explains another name.
    Bracketed,
    /// Beside the area that the sentence speaks of.
    Aside,
}

/// What a sentence tells of the areas that it names, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Regard {
    /// Nothing of an inspection.
    Named = 1,
    /// An inspectorate stands beside them.
    Inspected = 2,
    /// A result in the framework's own words does.
    Judged = 3,
}

/// Chooses the area. `day` is when the release or the inspection was, if known: it decides between
/// areas of one name and leaves out those that had ended.
pub fn place(page: &Page, day: Option<DateRange>) -> Place {
    let counts = round_up(page);
    if !counts.is_empty() {
        return Place::RoundUp(counts);
    }
    match choose(weights(page, day)) {
        Place::Unnamed => address::area(page).map_or(Place::Unnamed, |(code, span)| {
            Place::One(page.knowledge.areas.series_code(&code).clone(), span)
        }),
        place => place,
    }
}

/// The words at the top by which a release says that it is about several areas.
fn round_up(page: &Page) -> Vec<Span> {
    let titles = page.sentences.iter().take(LEAD).filter(|s| s.role == Role::Title);
    // "Wakefield: improvement in two areas" counts no councils.
    let counts = titles.flat_map(|s| {
        let named = page.mentions_in(s).next().is_some();
        page.in_sentence(s, Kind::RoundUp)
            .filter(move |h| !named || !page.words(h.start, h.end).ends_with(" areas"))
    });
    let digest = page.sentences.iter().take(3).flat_map(|s| page.in_sentence(s, Kind::RoundUp));
    let digest = digest.filter(|h| page.words(h.start, h.end).starts_with("round"));
    let counts = counts.chain(digest).filter(|h| !is_own_round_up(page, h));
    counts.map(|h| page.folded.original(h.start, h.end)).collect()
}

/// Weighs each area by all its mentions.
fn weights(page: &Page, day: Option<DateRange>) -> HashMap<AreaCode, Weight> {
    let mut weights: HashMap<AreaCode, Weight> = HashMap::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        let regard = regard(page, sentence);
        for mention in page.mentions_in(sentence) {
            let Some(code) = standing(page, mention, day) else { continue };
            let one = weight(page, index, mention, regard);
            match weights.get_mut(&code) {
                Some(known) => known.add(&one),
                None => _ = weights.insert(code, one),
            }
        }
    }
    weights
}

/// What one mention weighs.
fn weight(page: &Page, index: usize, mention: &Mention, regard: Regard) -> Weight {
    let sentence = &page.sentences[index];
    let stand = stand(page, sentence, mention);
    let naming = match mention.naming {
        Naming::Initials => 1,
        Naming::Place => 4,
        Naming::Alias => 5,
        Naming::Body => 6,
    };
    let points = match stand {
        Stand::Plain => naming * regard as u32,
        Stand::Bracketed => 1,
        Stand::Aside => regard as u32,
    };
    let title = sentence.role == Role::Title && stand != Stand::Aside;
    let titled = title || is_dateline(page, index, mention.span);
    let points = match stand {
        _ if titled => points * 3,
        Stand::Plain | Stand::Bracketed if index < LEAD => points * 2,
        _ => points,
    };
    Weight {
        points: if sentence.voice == Voice::Person { points / 2 } else { points },
        titled,
        inspected: regard > Regard::Named,
        best: (mention.naming, mention.span),
    }
}

impl Weight {
    /// Adds what another mention weighs; of two that show the area as well the first stays.
    fn add(&mut self, other: &Self) {
        self.points += other.points;
        self.titled |= other.titled;
        self.inspected |= other.inspected;
        if other.best.0 > self.best.0 {
            self.best = other.best;
        }
    }
}

/// What a sentence tells of the areas that it names.
fn regard(page: &Page, sentence: &Sentence) -> Regard {
    let judged = page.in_sentence(sentence, Kind::Outcome).any(|h| programme::is_own(page, h));
    let inspects =
        |h: &Hit| h.means != "any" || page.words(h.start, h.end).starts_with("inspector");
    if judged {
        Regard::Judged
    } else if page.in_sentence(sentence, Kind::Inspectorate).any(inspects) {
        Regard::Inspected
    } else {
        Regard::Named
    }
}

/// How a mention stands in its sentence.
fn stand(page: &Page, sentence: &Sentence, mention: &Mention) -> Stand {
    let at = |m: &Mention| page.folded.of_original(m.span.start);
    let before = page.words(sentence.start, at(mention));
    // "Neighbouring Halton", "Leeds, a different authority".
    let elsewhere = sentence.role != Role::Title && page.has(sentence, Kind::Elsewhere);
    // "Split from Halton", "better than in Leeds".
    let compared = page.knowledge.names.beside.compared.iter().any(|words| {
        let rest = before.trim_end().strip_suffix(words.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    });
    // "Leeds's services are rated good, two years after they were handed to Bradford": no grade is
    // of an area that comes behind the last one of its sentence where another stands before them.
    let grades = || page.in_sentence(sentence, Kind::Grade).map(|h| h.start);
    let behind = grades().max().is_some_and(|last| at(mention) > last)
        && page.mentions_in(sentence).any(|other| {
            other.area != mention.area && grades().min().is_some_and(|first| at(other) < first)
        });
    if elsewhere || compared || behind {
        return Stand::Aside;
    }
    let open = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
    let after = page.words(page.folded.of_original(mention.span.end), sentence.end);
    if open && after.contains(')') { Stand::Bracketed } else { Stand::Plain }
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

/// "YORK, 11 August 2023 - ...": the place that the release itself is from.
fn is_dateline(page: &Page, index: usize, span: Span) -> bool {
    let sentence = &page.sentences[index];
    let start = page.folded.of_original(span.start);
    let after = page.words(page.folded.of_original(span.end), sentence.end);
    let dated =
        page.dates.iter().any(|d| d.span.start >= span.end && d.span.start <= span.end + 16);
    index < LEAD
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
    let lead = &page.sentences[..page.sentences.len().min(LEAD)];
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
