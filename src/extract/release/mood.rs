//! The mood of a claim: whether words that look like a result are one.

mod counted;
mod others;
mod recital;

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use counted::{is_counted, is_of_part, is_theme};
pub use others::is_elsewhere;

use crate::extract::release::binding::{Bound, What};
use crate::extract::release::claims::{Candidate, GradeWords, Strength, breaks, distance};
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::extract::release::time;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::area::AreaCode;

/// In what mood a grade is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mood {
    /// The release says so.
    Stated,
    /// A person who is quoted says so.
    Told,
    /// It is not so.
    Denied,
    /// Wished for or planned.
    Hoped,
    /// Nearly so.
    Near,
    /// Said in passing by a person, of no judgement by name.
    Remarked,
    /// The scale is explained, or a question asked.
    Recited,
    /// Of many councils.
    National,
    /// So many of so many things.
    Counted,
    /// Of a school, home or other provider.
    Provider,
    /// Of another area.
    OtherArea,
    /// Of another programme.
    OtherProgramme,
}

/// What the release is about.
#[derive(Debug, Clone)]
pub struct Scope<'a> {
    /// The area; none where the release names none.
    pub area: Option<&'a AreaCode>,
    /// The programme.
    pub programme: &'a str,
    /// A year that the inspection was not before, if known.
    pub year: Option<i16>,
    /// The year of the inspection or, failing that, of the release.
    pub known: Option<i16>,
    /// The last day on which the release can have been published, if known.
    pub published: Option<Date>,
}

/// Says in what mood a candidate stands.
pub fn of(
    page: &Page,
    index: usize,
    i: usize,
    all: &[Candidate],
    bound: &[Bound],
    scope: &Scope,
) -> Mood {
    let sentence = &page.sentences[index];
    // "Not good or outstanding": what is said of the first is said of both.
    let first =
        (0..i).rev().take_while(|j| is_or(page.words(all[*j].at.1, all[j + 1].at.0))).last();
    let from = match first.unwrap_or(i) {
        0 => sentence.start,
        first => all[first - 1].at.1,
    };
    let at = all[i].at;
    let before = |kind: Kind, limit: usize| {
        page.hits_in(from, at.0).any(|h| {
            h.kind == kind && distance(page, h.end, at.0) <= limit && !breaks(page, h.end, at.0)
        })
    };
    let asked = page.words(sentence.start, sentence.end).trim_end().ends_with('?');
    if asked
        || is_condition(page, sentence, at.0)
        || recital::is_recital(page, sentence, all, bound)
    {
        return Mood::Recited;
    }
    if is_denied(page, from, at.0) {
        return Mood::Denied;
    }
    // "To be judged good is a joy": what opens a sentence is no wish, unless it names a condition.
    let after = page.words(at.1, sentence.end);
    let joy = ![" must ", " has to ", " need", " would ", " should ", " will "]
        .iter()
        .any(|w| after.contains(w));
    let opens = |h: &Hit| joy && h.start <= sentence.start + 1;
    let hoped = page.hits_in(from, at.0).any(|h| {
        h.kind == Kind::Hope
            && distance(page, h.end, at.0) <= 10
            && !breaks(page, h.end, at.0)
            // "Continues to be rated good" wishes for nothing.
            && !page.words(sentence.start, h.start).trim_end().rsplit(' ').next().is_some_and(|w| w.starts_with("continu"))
            && !(page.words(h.start, h.end).starts_with("to be ")
                && (opens(h) || is_one_more(page.words(sentence.start, h.start))))
    });
    if hoped || hope_after(page, sentence, at.1) {
        return Mood::Hoped;
    }
    let far = FAR.is_match(page.words(sentence.start, at.0));
    if far || before(Kind::Near, 8) || near_after(page, sentence, at.1) {
        return Mood::Near;
    }
    if others::is_national(page, sentence, from, at) {
        return Mood::National;
    }
    if others::is_elsewhere(page, index, at, scope) {
        return Mood::OtherArea;
    }
    let own_words = matches!(all[i].grade, GradeWords::Sentence(_));
    let other = others::is_other_programme(page, sentence, from, at, scope)
        || others::is_other_inspectorate(page, sentence, scope);
    if !own_words && other {
        return Mood::OtherProgramme;
    }
    if others::is_of_others(page, sentence, from, at) || others::is_provider(page, sentence, at) {
        return Mood::Provider;
    }
    // "A 4, the top mark", "escapes the worst mark".
    if matches!(all[i].grade, GradeWords::Place(_)) {
        let before = page.words(sentence.start, at.0);
        if SCORED.is_match(before) {
            return Mood::Counted;
        }
        if ESCAPED.is_match(before) {
            return Mood::Denied;
        }
    }
    let unnamed = bound[i].what == What::Unnamed;
    let care = scope.programme == "adult-social-care";
    let part = || {
        (unnamed || bound[i].what == What::Overall)
            && (is_of_part(page, from, at.0) || is_theme(page, sentence, from, at, care))
    };
    if !own_words && ((unnamed && is_counted(page, sentence, all, i)) || part()) {
        return Mood::Counted;
    }
    let firm = all[i].strength == Strength::Rated || bound[i].what != What::Unnamed;
    match sentence.voice {
        Voice::Release => Mood::Stated,
        Voice::Person if firm => Mood::Told,
        Voice::Person => Mood::Remarked,
    }
}

static SCORED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^| )(?:a|an|of|by|score|scored|with) (?:[1-4]|one|two|three|four)(?:,| -) (?:the |its |which is the )?$")
        .expect("fixed grammar")
});
/// "A long way from outstanding".
static FAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^|[ '\"])(?:long way|some way|miles|far) (?:from|off|short of) (?:an? |being (?:rated |judged )?)?['\"]?$")
        .expect("fixed grammar")
});
static ESCAPED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^| )(?:escap(?:es?|ed|ing)|avoid(?:s|ed|ing)?|spared)(?: from)? (?:the |its |their )?['\"]?$")
        .expect("fixed grammar")
});

fn is_or(between: &str) -> bool {
    matches!(between.trim_matches(['"', '\'', ' ', ',']), "or" | "nor" | "or even" | "or be")
}

/// "Where leadership is good, practice follows": what holds then, whether or not it is so.
fn is_condition(page: &Page, sentence: &Sentence, at: usize) -> bool {
    let before = page.words(sentence.start, at);
    let opens =
        ["where ", "when ", "if ", "whenever ", "wherever ", "unless ", "as long as ", "until "]
            .iter()
            .any(|w| before.starts_with(w));
    let told = [Kind::Judging, Kind::Earlier, Kind::Before, Kind::Now, Kind::Place];
    opens
        && !before.contains([',', ';', '"'])
        && !page.hits_in(sentence.start, at).any(|h| told.contains(&h.kind))
        && time::in_figures(page.words(sentence.start, sentence.end)).next().is_none()
}

/// A negation before, which nothing between has used up: "not good enough and inadequate".
fn is_denied(page: &Page, from: usize, at: usize) -> bool {
    page.hits_in(from, at).any(|h| {
        let spent = page.hits_in(h.end, at).any(|n| n.kind == Kind::NotGrade);
        let spent = spent && page.words(h.end, at).contains(" and ");
        h.kind == Kind::Negation
            && distance(page, h.end, at) <= 6
            && !breaks(page, h.end, at)
            && !spent
    })
}

/// "The latest council" that came to be rated so.
fn is_one_more(before: &str) -> bool {
    let clause = before.rsplit([',', ';', '.']).next().unwrap_or_default();
    let last: Vec<&str> = clause.trim_end().rsplit(' ').take(8).collect();
    let one = ["latest", "first", "second", "third", "only", "one", "sole", "newest"];
    let of = |i: usize| i < 4 || matches!(last[i - 1], "of" | "council" | "authority" | "area");
    last.iter().enumerate().any(|(i, w)| one.contains(w) && of(i))
        || last.windows(2).any(|w| w == ["of", "one"])
}

fn hope_after(page: &Page, sentence: &Sentence, end: usize) -> bool {
    let after = page.words(end, sentence.end);
    let after = after.trim_start_matches(['\'', '"', ' ', ',']);
    [
        "by 20",
        "in future",
        "at the next inspection",
        "next time",
        "in the future",
        "by the next",
        "by its next",
        "by our next",
    ]
    .iter()
    .any(|p| after.starts_with(p))
        || is_goal(page, sentence, end)
}

/// "'Good' was the destination."
fn is_goal(page: &Page, sentence: &Sentence, end: usize) -> bool {
    page.hits_in(end, sentence.end).any(|h| {
        h.kind == Kind::Hope
            && distance(page, end, h.start) == 0
            && ["is ", "was ", "remains "].iter().any(|w| page.words(h.start, h.end).starts_with(w))
    })
}

/// "... a point away from", "'good' by a whisker was missed".
fn near_after(page: &Page, sentence: &Sentence, end: usize) -> bool {
    page.hits_in(end, sentence.end).any(|h| {
        h.kind == Kind::Near
            && distance(page, end, h.start) <= 2
            && !breaks(page, end, h.start)
            && page.words(h.start, h.end).contains("away")
    })
}
