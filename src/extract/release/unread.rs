//! Results that a release seems to tell, but that are not read: of one of several areas, or of a
//! programme beside the one that the release is about. They are told to a person, never guessed.

use crate::extract::release::claims::{Claim, Strength, claims};
use crate::extract::release::mood::{Mood, Scope};
use crate::extract::release::page::Page;
use crate::extract::release::subject;
use crate::extract::release::time::When;
use crate::knowledge::lexicon::Kind;
use crate::model::doubt::{Doubt, DoubtCode};
use crate::model::text::Span;

/// How many sentences, title and all, show that a release is of the nation.
const LEAD: usize = 5;

/// A doubt where a grade is told of one of the areas at `places`.
pub fn of_some_area(page: &Page, programme: &str, places: &[Span]) -> Option<Doubt> {
    let scope = Scope { area: None, programme, year: None, known: None, published: None };
    let all = claims(page, &scope);
    let told =
        all.iter().find(|c| is_firm(c) && matches!(c.mood, Mood::Stated | Mood::OtherArea))?;
    // Of the nation, or of so many councils, it is of none of them.
    let lead = page.sentences.iter().take(LEAD);
    let many = lead.flat_map(|s| page.in_sentence(s, Kind::National)).next().is_some();
    if many || subject::no_result(page).is_some() {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    let mut places = places.to_vec();
    places.sort_unstable();
    for name in places.into_iter().map(|place| page.text.slice(place)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let quote = page.text.slice(told.span);
    let message = format!("“{quote}” may be told of {}.", names.join(" or "));
    Some(Doubt { code: DoubtCode::AreaAmbiguous, message })
}

/// A doubt where a grade is told of another programme than the release is about.
pub fn of_another_programme(page: &Page, claims: &[Claim]) -> Option<Doubt> {
    let told = claims.iter().find(|c| is_firm(c) && c.mood == Mood::OtherProgramme)?;
    let quote = page.text.slice(told.span);
    let message = format!("“{quote}” is told of another programme, and not read.");
    Some(Doubt { code: DoubtCode::OtherResult, message })
}

fn is_firm(claim: &Claim) -> bool {
    claim.strength > Strength::Headline && matches!(claim.when, When::Now(_))
}

#[cfg(test)]
mod tests {
    use super::super::cases::text;
    use super::super::extract;
    use crate::knowledge::Knowledge;

    #[track_caller]
    fn case(knowledge: &Knowledge, page: &str, want: &[&str]) {
        let found = extract(&text(page), knowledge).doubts;
        let found: Vec<&str> = found.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(found, want, "{page}");
    }

    #[test]
    fn a_result_that_is_not_read_is_told_to_a_person() {
        let k = &Knowledge::embedded().expect("embedded");
        case(
            k,
            "# Report on children's services\nLeeds City Council and Bradford Council share a trust. Ofsted has rated the children's services good.\nLeeds City Council and Bradford Council are pleased.",
            &[
                "“Ofsted has rated the children's services good” may be told of Leeds City Council or Bradford Council.",
            ],
        );
        case(
            k,
            "# Children's services in Leeds rated good by Ofsted\nOfsted has published its report on children's services at Leeds City Council and rated them good.\nHM Inspectorate of Probation has rated the youth justice service outstanding.",
            &[
                "“HM Inspectorate of Probation has rated the youth justice service outstanding” is told of another programme, and not read.",
            ],
        );
        case(
            k,
            "# Ofsted rates Leeds good\nOfsted has published its report on children's services at Leeds City Council and rated them good.\nIn 2021 the youth justice service was rated outstanding.",
            &[],
        );
        case(
            k,
            "# Two councils rated good\nOfsted has rated the children's services of Leeds and Bradford good.",
            &[],
        );
        case(
            k,
            "# A walk from Leeds to Bradford\nThe children's services of Leeds City Council and Bradford Council will walk for Ofsted's charity.",
            &[],
        );
    }
}
