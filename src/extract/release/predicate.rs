//! Grades that a plain sentence says of the service: "the services are good", "it requires
//! improvement", "the report gives a good". Its subject is the service, the council or a pronoun for
//! it, and the grade ends its clause: "the council is good at listening" grades nothing.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::claims::{distance, without_asides};
use crate::extract::release::page::{Page, Sentence, Voice};
use crate::knowledge::lexicon::{Hit, Kind};

/// Who is graded: the service, the council, a pronoun for it, or what people live through.
const SUBJECT: &str = "(?:services?|council|authority|department|trust|social care|city|county|borough|town|district|team|provision|(?:its|their|whose) (?:experiences?(?: and progress)?|support)|(?:that|this) part(?: of the service)?|it|they|we)";

/// A subject of the service's, and a verb that says the grade of it.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    let subject =
        format!("(?:{SUBJECT}|effectiveness|which (?:it|they|inspectors|ofsted) (?:says?|said))");
    let place =
        "(?: as a whole)?(?:,? (?:in|at|of|for|across|here|there|overall)(?: [^ ,;]+){0,6})?";
    let verb = "(?:'re|'s| is| are| was| were| remains?| became| has been| have been| had been)";
    let adverbs = "(?: (?:now|still|also|again|all|each|both|overall|found to be|therefore|then|already|once again|officially|only|at last|finally|once more|currently))*";
    Regex::new(&format!("(?:^|[^a-z'-]){subject}{place}{verb}{adverbs} [\"']?$"))
        .expect("fixed grammar")
});

/// A verb that says the grade of any subject.
static COPULA: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?: is| are| was| were| remains)(?: (?:now|still|also|again|currently|officially|already|once again))* [\"']?$")
        .expect("fixed grammar")
});

/// A subject right before a grade that is a verb itself.
static REQUIRES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!("(?:^|[^a-z'-]){SUBJECT}(?: (?:now|still|also|therefore|had|has|have|currently|overall|both|all))* [\"']?$"))
        .expect("fixed grammar")
});

/// A verb whose subject was named before.
static ELIDED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?: and| but| then|,)(?: then| now| again)? (?:is|are|was|were|became)(?: (?:now|still|again))? [\"']?$").expect("fixed grammar")
});

/// What may stand between a subject and a grade that is a verb itself.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?: (?:now|still|also|therefore|had|has|currently|overall))* [\"']?$")
        .expect("fixed grammar")
});

/// What may follow a grade that ends its clause.
static ENDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[\"']?(?:$|[.,;:!)]|[.,][\"']| overall| and[ ,]| but[ ,]| - | with | in (?:all|each|every|20)| all round| too[ .,]| as well| still| at (?:the|its|their|that|an?|our) | when | since | throughout| across | on (?:all|each|every) | - | again| already| today| now[ .,]| for (?:the|its|their|children|care|both)| just as )")
        .expect("fixed grammar")
});

/// "In its work with".
static WORK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[\"']? in (?:its|their|the) (?:work|support|care|help|services?)\\b")
        .expect("fixed grammar")
});

/// A grade used as a noun, and what may follow it.
static NOUN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("(?:^| )an? [\"']?$").expect("fixed grammar"));
static NOUN_ENDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[\"']?(?:$|[.,;!]| overall| for (?:the|its|their|help|children|care|leaders))")
        .expect("fixed grammar")
});

/// Whether a plain sentence of the release says the grade of the service; `more` says that it has said
/// one before.
pub fn is_said(page: &Page, sentence: &Sentence, hit: &Hit, more: bool) -> bool {
    // A person's "we are good" is a boast; "in 2018 it was good" is told.
    let dated = page.has(sentence, Kind::Earlier)
        || page.words(sentence.start, hit.start).contains("in 20")
        || page.words(hit.end, sentence.end).trim_start_matches(['"', '\'']).starts_with(" in 20");
    if sentence.voice == Voice::Person && !dated {
        return false;
    }
    let before = tail(page.words(sentence.start, hit.start));
    // "The city - a borough then - required improvement".
    let plain = before.trim_end_matches(['"', '\'', ' ']).strip_suffix(" -");
    let before = plain.and_then(|b| b.rfind(" - ").map(|at| &before[..=at])).unwrap_or(before);
    let plain = without_asides(before);
    let before = plain.as_ref();
    let after = page.words(hit.end, sentence.end);
    let served = [" service that ", " services that ", " service which "];
    let verb = hit.means == "requires-improvement"
        && !page.words(hit.start, hit.end).contains('\'')
        && (REQUIRES.is_match(before) || served.iter().any(|w| before.ends_with(w)));
    let named = page.hits_in(hit.end, sentence.end).find(|h| h.kind == Kind::Judgement);
    let named = named.is_some_and(|h| distance(page, hit.end, h.start) <= 2);
    let work = || {
        WORK.is_match(after)
            && page
                .hits_in(hit.end, sentence.end)
                .any(|h| h.kind == Kind::Judgement && distance(page, hit.end, h.start) <= 5)
    };
    let ends = ENDS.is_match(after)
        || work()
        || (named && after.trim_start_matches(['"', '\'']).starts_with(" for "));
    // "Required improvement in 2017 and was inadequate in 2019".
    let onward = || more && ELIDED.is_match(before);
    let said = || {
        onward() || verb || SAID.is_match(before) || is_said_of_area(page, sentence, hit, before)
    };
    if ends && said() {
        return true;
    }
    let overall = after.trim_start_matches(['"', '\'']).starts_with(" overall");
    if overall && COPULA.is_match(before) {
        return true;
    }
    let given = page
        .hits_in(sentence.start, hit.start)
        .any(|h| matches!(h.kind, Kind::Judging | Kind::Overall | Kind::Finding))
        || (named && after.starts_with(" for "));
    NOUN.is_match(before) && NOUN_ENDS.is_match(after) && given
}

/// "Leeds is outstanding", "Leeds requires improvement": the area's name right before the verb.
fn is_said_of_area(page: &Page, sentence: &Sentence, hit: &Hit, before: &str) -> bool {
    let verb = COPULA.find(before).map(|verb| before.len() - verb.start());
    let itself =
        hit.means == "requires-improvement" && !page.words(hit.start, hit.end).contains("ing");
    let bare = || itself.then(|| BARE.find(before).map(|m| before.len() - m.start())).flatten();
    let Some(back) = verb.or_else(bare).filter(|back| *back <= hit.start) else { return false };
    let subject = page.folded.original(sentence.start, hit.start - back);
    // "Leeds's was good".
    let own = page.text.slice(subject);
    let own = own.len() - own.trim_end_matches(['s', '\'', '’']).len();
    page.mentions_in(sentence).any(|m| {
        m.span.end == subject.end
            || (own > 0 && m.span.end + own >= subject.end && m.span.end < subject.end)
    })
}

/// The last words, few enough that matching them costs little.
fn tail(words: &str) -> &str {
    let from = words.len().saturating_sub(120);
    let from = (from..words.len()).find(|&i| words.is_char_boundary(i)).unwrap_or(words.len());
    &words[from..]
}
