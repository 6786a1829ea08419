//! Why a whole sentence is left aside: it stands where nothing to improve is told, speaks of
//! something else, or is somebody else's.

use crate::extract::release::claims::distance;
use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::bearing::{has, says};
use crate::extract::release::priorities::excuses::{EARLIER, is_past};
use crate::extract::release::priorities::lists::Zone;
use crate::extract::release::priorities::naming::is_person;
use crate::extract::release::priorities::verbs::{is_adverb, main, words};
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::area::AreaCode;

/// Who speaks takes so many words at most.
const SUBJECT: usize = 8;

/// Why what a person says is passed over.
pub const A_PERSON: Reason = "said by a person, not by inspectors";

/// Why what headings of strengths, plans and contacts introduce is passed over.
pub const OTHER: Reason = "it stands under a heading of something else";

/// Why a sentence is not asked what it introduces.
pub fn aside(
    page: &Page,
    scope: &Scope,
    sentence: &Sentence,
    zone: Zone,
    voice: Voice,
) -> Option<Reason> {
    if sentence.voice != voice {
        return Some(A_PERSON);
    }
    if zone == Zone::Other {
        return Some(OTHER);
    }
    if sentence.role == Role::Title {
        return Some("a title sums up what is told below");
    }
    let told = Some(sentence).filter(|_| voice == Voice::Release);
    told.and_then(|s| elsewhere(page, scope, s))
        .or_else(|| is_past(page, scope, sentence.start, sentence.end).then_some(EARLIER))
        .or_else(|| is_plan(page, sentence).then_some("planned, or being done"))
}

/// Why a whole sentence is about something else: another area, the nation, an inspection to come,
/// or what a person says.
pub fn elsewhere(page: &Page, scope: &Scope, sentence: &Sentence) -> Option<Reason> {
    let areas = &page.knowledge.areas;
    let foreign = |own: &AreaCode| {
        page.mentions_in(sentence).any(|m| areas.series_code(&m.area) != own && m.area != *own)
    };
    let nation = |h: &Hit| {
        let some = ["some", "half", "more than", "over half", "quarter", "several", "many"];
        !some.iter().any(|w| page.words(h.start, h.end).starts_with(w))
            && !is_share(page, h)
            && !is_of_people(page, sentence, h)
    };
    if scope.area.is_some_and(foreign) {
        Some("said of another area")
    } else if page.in_sentence(sentence, Kind::National).any(nation) {
        Some("said of many councils")
    } else if is_coming(page, sentence) {
        Some("said of an inspection to come")
    } else {
        reports_person(page, sentence).then_some(A_PERSON)
    }
}

/// Whether a sentence is about an inspection to come; "prepared for", "when they come" may be said
/// of others.
fn is_coming(page: &Page, sentence: &Sentence) -> bool {
    const VAGUE: [&str; 6] =
        ["when they ", "prepar", "ready ", "readiness ", "getting ready ", "they "];
    page.in_sentence(sentence, Kind::Coming).any(|h| {
        let words = page.words(h.start, h.end);
        let inspects =
            |i: &Hit| i.kind == Kind::Inspectorate && distance(page, h.end, i.start) <= 3;
        !VAGUE.iter().any(|w| words.starts_with(w))
            || has(page, Kind::Inspectorate, h.start, h.end)
            || page.hits_in(h.end, sentence.end).any(inspects)
    })
}

/// "A third of plans", but not "a third of councils".
fn is_share(page: &Page, share: &Hit) -> bool {
    let shares = ["a third of", "two thirds of", "three quarters of"];
    let rest = page.folded.text[share.end..].split(['.', ',']).next().unwrap_or_default();
    let others = ["council", "authorit", "area", "inspection", "partnership", "place", "england"];
    shares.contains(&page.words(share.start, share.end)) && !others.iter().any(|w| rest.contains(w))
}

/// "Others are still waiting": others than councils, where none are spoken of.
fn is_of_people(page: &Page, sentence: &Sentence, others: &Hit) -> bool {
    const PLACES: [&str; 10] = [
        "council",
        "authorit",
        "area",
        "inspection",
        "partnership",
        "borough",
        "place",
        "england",
        "department",
        "rated",
    ];
    let words = page.words(others.start, others.end);
    let apart = ["others ", "some "].iter().any(|w| words.starts_with(w))
        && words
            .split(' ')
            .nth(1)
            .is_some_and(|w| ["are", "were", "have", "got", "received"].contains(&w));
    let told = page.words(sentence.start, sentence.end);
    apart && !page.has(sentence, Kind::Grade) && !PLACES.iter().any(|w| told.contains(w))
        || apart && page.words(sentence.start, others.start).ends_with(" to ")
}

/// Reported speech of a person: "the director said that much was left to do".
fn reports_person(page: &Page, sentence: &Sentence) -> bool {
    let words = page.words(sentence.start, sentence.end);
    let quoted =
        words.starts_with('"') && [",\" ", "?\" ", ".\" "].iter().any(|m| words.contains(m));
    let speaks =
        |h: &Hit| h.kind == Kind::Speaker && (words.contains('"') || is_heard(page, sentence, h));
    // "She said that nobody should think it finished", after what a person said.
    let pronoun = ["she ", "he "]
        .iter()
        .find_map(|w| words.strip_prefix(w))
        .and_then(|rest| rest.split(' ').next())
        .is_some_and(|verb| page.knowledge.lexicon.is(Kind::Saying, verb));
    let before = page.sentences.partition_point(|s| s.start < sentence.start);
    let before = before.checked_sub(1).map(|i| &page.sentences[i]);
    // "It was a great result, she said, ...".
    let inner = [", she ", ", he "].iter().any(|w| {
        let rest = words.split_once(w).and_then(|(_, rest)| rest.split([' ', ',', '.']).next());
        rest.is_some_and(|verb| page.knowledge.lexicon.is(Kind::Saying, verb))
    });
    let spoke = |s: &Sentence| page.has(s, Kind::Speaker) && !page.has(s, Kind::Inspectorate);
    if (pronoun || inner) && before.is_some_and(spoke) {
        return true;
    }
    // "One described the system as broken": one of those who complain.
    let one = ["one ", "another "].iter().find_map(|w| words.strip_prefix(w));
    let verb = one.and_then(|rest| rest.split(' ').next());
    if verb.is_some_and(|verb| page.knowledge.lexicon.is(Kind::Saying, verb)) {
        return true;
    }
    let heard = quoted
        || page.hits_in(sentence.start, sentence.end).any(speaks)
        || is_told_by_another(page, sentence);
    heard && !says(page, sentence.start, sentence.end)
}

/// "County Hall said it was ...": neither inspectors say so nor the people who
/// told them.
fn is_told_by_another(page: &Page, sentence: &Sentence) -> bool {
    const SAID: [&str; 12] = [
        "said", "says", "added", "insisted", "admitted", "claimed", "argued", "told", "promised",
        "pledged", "accepted", "conceded",
    ];
    let mut begun = words(page, sentence.start, sentence.end).take(SUBJECT);
    let Some((verb, said)) = begun.find(|(_, w)| SAID.contains(w)) else { return false };
    // "Said to be lacking": by whom is not told.
    if page.words(verb + said.len(), sentence.end).starts_with(" to ") {
        return false;
    }
    // "Parents told the paper they ...".
    let noun = |h: &Hit| !["they", "it"].contains(&page.words(h.start, h.end));
    let hears = |h: &Hit| h.kind == Kind::Inspectorate || h.kind == Kind::Author && noun(h);
    let heard = |h: &Hit| hears(h) && distance(page, verb, h.start) <= SUBJECT;
    // "Families are not always told what ...".
    const PASSIVE: [&str; 6] = ["been", "being", "is", "are", "was", "were"];
    let before = words(page, sentence.start, verb).rfind(|(_, w)| !is_adverb(w) && *w != "not");
    if before.is_some_and(|(_, w)| PASSIVE.contains(&w)) {
        return false;
    }
    let first = page.words(sentence.start, verb).split(' ').next().unwrap_or_default();
    const COUNCIL: [&str; 3] = ["leaders", "managers", "staff"];
    let author = |h: &Hit| matches!(h.kind, Kind::Inspectorate | Kind::Author);
    let told = page.hits_in(sentence.start, verb).any(author);
    if said == "told" && !told && !page.hits_in(verb, sentence.end).any(heard) {
        return true;
    }
    let subject = page.words(sentence.start, verb).trim_end();
    let known = told
        || words(page, sentence.start, verb)
            .any(|(_, w)| is_person(page, w) && !COUNCIL.contains(&w));
    let plain = main(page, sentence.start, verb).is_none() && !subject.contains([',', ':', ';']);
    let pronoun = ["he", "she"].contains(&first);
    verb > sentence.start && plain && !known && !pronoun
}

/// Whether a person is named as saying something: not "scrutiny by councillors, which asks little".
fn is_heard(page: &Page, sentence: &Sentence, person: &Hit) -> bool {
    const OF: [&str; 7] = [" by", " of", " from", " with", " between", " for", " and"];
    let before = page.words(sentence.start, person.start).trim_end();
    let before = before.strip_suffix(" by the").map_or(before, |_| &before[..before.len() - 4]);
    let said = |(at, _): (usize, &str)| page.begins(Kind::Report, at, sentence.end).is_some();
    !OF.iter().any(|w| before.ends_with(w)) || words(page, sentence.start, sentence.end).any(said)
}

/// What the council will do with the findings is no finding.
fn is_plan(page: &Page, sentence: &Sentence) -> bool {
    page.in_sentence(sentence, Kind::Excuse).any(|h| h.means == "plan") || is_coming(page, sentence)
}
