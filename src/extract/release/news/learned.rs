//! Sentences that tell the news of an inspection without a verb of finding: how those who were
//! inspected came to know, that they agree, that they were moved up or down.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::page::{Page, Sentence};
use crate::knowledge::lexicon::{Hit, Kind};

/// "On Tuesday we learned how we had done in our inspection", "we accept Ofsted's findings", "Ofsted
/// upgraded the council this week".
pub fn is_learned(page: &Page, sentence: &Sentence, hits: &[&Hit]) -> bool {
    let inspected = hits.iter().any(|h| h.kind == Kind::Inspectorate);
    let coming = hits.iter().any(|h| h.kind == Kind::Coming);
    let words = page.words(sentence.start, sentence.end);
    let told = LEARNED.find(words).filter(|_| inspected && !coming);
    told.is_some_and(|news| {
        let at = sentence.start + news.start();
        !page.in_sentence(sentence, Kind::Earlier).any(|h| h.start < at)
    })
}

static LEARNED: LazyLock<Regex> = LazyLock::new(|| {
    let what = "(?:how|what|the (?:outcome|result|verdict|findings|report)|our (?:outcome|result|verdict|grade|rating|report))";
    let news = format!(
        "(?:we|i)(?: have|'ve)?(?: just| finally| at last)? (?:learned|learnt|heard|found out|discovered|received|got) {what}"
    );
    let agree = "(?:we|i|the council|leaders) (?:fully |wholly |do )?(?:agree with|accept) (?:ofsted|the cqc|(?:the )?inspectors)(?: and (?:ofsted|the cqc|cqc))?(?:'s?)? (?:that|findings|report|letter|verdict|judgements?|conclusions?)";
    let moved = "(?:ofsted|the cqc|cqc|(?:the )?(?:inspectors|watchdog|regulator))(?: has| have)? (?:today |yesterday |this week |now )?(?:upgraded|downgraded|promoted|demoted|lifted|raised|marked (?:up|down)) (?:the|its|our|[a-z]+'s?)";
    Regex::new(&format!(r"\b(?:{news}|{agree}|{moved})\b")).expect("fixed grammar")
});

/// "Is to be inspected": told of what is to come, in the sentence that seems to report it.
pub fn is_to_come(page: &Page, sentence: &Sentence) -> bool {
    let planned = |h: &Hit| page.words(h.start, h.end).contains(" to be ");
    page.in_sentence(sentence, Kind::Coming).any(planned)
}
