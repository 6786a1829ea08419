//! "Some had lost touch with ...": of some of those that were told of just before.

use crate::extract::release::claims::distance;
use crate::extract::release::page::{Page, Sentence};
use crate::extract::release::priorities::bearing::{Ear, signal};
use crate::extract::release::priorities::verbs::{main, words};
use crate::knowledge::lexicon::{Hit, Kind};

/// Of some, fewer words tell nothing: "many feel unheard".
const TELLING: usize = 5;

/// "Some had lost touch with a warden": of some of those that stand before.
pub fn is_some_of(page: &Page, start: usize, end: usize) -> bool {
    const SOME: [&str; 4] = ["some", "many", "several", "most"];
    let mut inner = words(page, start, end).filter(|(_, w)| *w != "also");
    let some = inner.next().is_some_and(|(_, w)| SOME.contains(&w));
    let verb = inner.next().map(|(at, _)| at);
    let told = some && verb.is_some() && distance(page, start, end) >= TELLING;
    told && main(page, start, end) == verb
}

/// "Infants are at risk. Some have waited for months": the sentence before finds fault.
pub fn runs_on(page: &Page, sentence: &Sentence, start: usize) -> bool {
    let here = page.sentences.partition_point(|s| s.start < sentence.start);
    let before = here.checked_sub(1).map(|i| &page.sentences[i]);
    start == sentence.start
        && before.is_some_and(|s| {
            s.block == sentence.block && signal(page, s.start, s.end, Ear::Soft).is_some()
        })
}

/// "... and some had lost touch": of those before, and no praise.
pub fn is_some(page: &Page, (start, end): (usize, usize)) -> bool {
    let good = |h: &Hit| h.kind == Kind::Good && h.means.is_empty();
    is_some_of(page, start, end) && !page.hits_in(start, end).any(good)
}
