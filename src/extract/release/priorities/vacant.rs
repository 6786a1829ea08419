//! Words that name no concern whatever stands beside them: the whole of what was inspected, nobody
//! in danger, dates, places of a document and what the council is doing about it.

use std::sync::LazyLock;

use regex::Regex;

use crate::extract::release::page::Page;
use crate::extract::release::priorities::bearing::at;
use crate::extract::release::priorities::verbs::main;
use crate::knowledge::lexicon::Kind;

/// "Experiences of children with special needs", "every one of the weaknesses found": the whole
/// of what was inspected, or of what was found.
pub fn is_whole(words: &str) -> bool {
    WHOLE.is_match(words)
}

/// "No child was found at risk": nobody was in danger.
pub fn is_reassuring(page: &Page, start: usize, end: usize) -> bool {
    const NOBODY: [&str; 5] = ["no ", "nobody ", "not one ", "not a single ", "none of "];
    let nobody = NOBODY.iter().any(|w| page.words(start, end).starts_with(w));
    let verb = main(page, start, end).filter(|_| nobody);
    // "Nobody was found to ...".
    let found = ["was found ", "were found "];
    verb.map(|verb| page.words(verb, end))
        .is_some_and(|told| found.iter().any(|w| told.starts_with(w)) || SAFE.is_match(told))
}

static SAFE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:is|are|was|were|had been|has been)(?: found| judged| thought| seen)?(?: to (?:be|have been))?(?: left)? (?:unsafe|harmed|(?:at|in) (?:[a-z]+ ){0,2}(?:risk|danger|harm))$")
        .expect("fixed grammar")
});

static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:the |its |their |local )?(?:experiences?|outcomes|experiences and outcomes|provision|services|support|help|arrangements) (?:of|for) (?:local |all |its |many |some |these )?(?:children|children and young people|young people|pupils|families)(?: with (?:send|sen|special (?:educational )?needs(?: (?:and/or|and|or) disabilities)?))?|(?:any|all|each|every|none|not one|some|one|most)(?: one)? of (?:the |these |those )?(?:[a-z]+ ){0,3}(?:weaknesses|concerns|failings|shortcomings|areas|issues|points|problems|faults|criticisms)(?: .*)?|(?:too |very |so )?little (?:has |had )?(?:changed|improved|been done|happened)|(?:too |so )?(?:many |some |most |few )?(?:vulnerable )?(?:children(?:'s needs)?|people's needs|needs)(?: in [a-z -]+)? (?:are|were) (?:not|n't) (?:always |all )?(?:being )?(?:safe|protected|kept safe|met)(?: soon enough| well enough| in (?:good )?time| promptly)?|(?:quality|services|standards|things|practice|they) (?:has|have|had) (?:got|become|grown) (?:much |far )?(?:worse|weaker)\b.*|(?:special educational needs(?: and disabilities)?|special needs|send|(?:adult|children's) (?:social care|services))|no (?:overall |single )?(?:mark|score|grade|rating|judgement)s? .*|widespread (?:and/or |or |and )(?:systemic|serious)(?: [a-z]+)?|it (?:is|was) (?:in|with|on|for) .* (?:left|still) to do|(?:a|the|its|this) (?:service|council|department|team|partnership|authority) (?:that|which) .*|.*: none|other (?:trusts|councils|areas|authorities|boroughs))$")
        .expect("fixed grammar")
});

/// "Set out at appendix 1", "19 February", "we've started on this": what no list asks for.
pub fn is_beside(page: &Page, start: usize, end: usize) -> bool {
    // "The management board among others": who, and not what.
    let body = at(page, Kind::Vague, start, end).map(|h| page.words(h.end, end));
    BESIDE.is_match(page.words(start, end)) || body == Some(" among others")
}

static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:set out|listed|given|shown|described|attached|appended|summarised|detailed) (?:at|in|below|above|on|here|overleaf)\b.*|(?:we've|we have|we're|we are) (?:already |now |since )?(?:started|begun|working|acting|doing|done|made|taken)\b.*|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th)? [a-z]+(?: \d{4})?|(?:cabinet|members|(?:the )?(?:[a-z]+ ){0,3}(?:committee|board|panel|body|cabinet)) (?:is|are) (?:asked|invited|recommended|requested) to note\b.*|to (?:make sure|ensure)(?: that)?|(?:an? )?\x22[a-z]+(?: [a-z]+){0,2}\x22|in (?:answer|response|reply) to (?:a|an|the) (?:member|question|councillor)\b.*)$")
        .expect("fixed grammar")
});
