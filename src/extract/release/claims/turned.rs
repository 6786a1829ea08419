//! A grade before what it is of: "good: leaders, care leavers", "also good was the impact of leaders".

use std::sync::LazyLock;

use regex::Regex;

use super::distance;
use crate::extract::release::binding;
use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// "Good: leaders and care leavers": the label of those that follow it, and nothing else.
pub fn is_label(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let after = page.words(hit.end, sentence.end);
    let names: Vec<&Hit> =
        page.hits_in(hit.end, sentence.end).filter(|h| h.kind == Kind::Judgement).collect();
    let gaps = names.windows(2).all(|two| distance(page, two[0].end, two[1].start) <= 4);
    LABEL.is_match(after)
        && gaps
        && names.first().is_some_and(|h| distance(page, hit.end, h.start) <= 2)
        && names.last().is_some_and(|h| distance(page, h.end, sentence.end) <= 1)
}

static LABEL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^['\"]?(?::| -) ").expect("fixed grammar"));

/// "Also good was the impact of leaders", "outstanding, too, is leadership".
pub fn is_inverted(page: &Page, sentence: &Sentence, hit: &Hit) -> bool {
    let before = page.words(sentence.start, hit.start);
    let Some(verb) = INVERTED.find(page.words(hit.end, sentence.end)) else { return false };
    let end = hit.end + verb.end();
    INVERSION.is_match(before)
        && page
            .hits_in(end, sentence.end)
            .find(|h| matches!(h.kind, Kind::Judgement | Kind::Overall))
            .is_some_and(|h| {
                distance(page, end, h.start) <= 5
                    && binding::are_links(page, page.words(end, h.start), Kind::NameLink)
            })
}

static INVERSION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^|[;:-] |, (?:and|but) )(?:(?:also|equally|similarly|likewise|just as|only|and|rated|judged|graded) )*['\"]?$")
        .expect("fixed grammar")
});
/// What turns a grade and what it is of round.
pub static INVERTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^['\"]?,?(?: too| also| as well| overall)?,? (?:is|are|was|were)(?: (?:also )?(?:the|its|their|ofsted's) (?:word|grade|verdict|mark|rating|judgement|label) (?:for|on|of))?\\b")
        .expect("fixed grammar")
});
