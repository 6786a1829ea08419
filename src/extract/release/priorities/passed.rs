//! Why each sentence that told of something to improve was passed over: for those who ask only.

use crate::extract::release::mood::Scope;
use crate::extract::release::page::{Page, Role, Sentence, Voice};
use crate::extract::release::priorities::aside::aside;
use crate::extract::release::priorities::bearing::{Ear, signal};
use crate::extract::release::priorities::lists::zones;
use crate::extract::release::priorities::{Improvement, shortcomings, spans};
use crate::extract::release::trace::Reason;
use crate::knowledge::lexicon::{Hit, Kind};
use crate::model::text::Span;

/// The sentences that have words of improvement or of a shortcoming but gave no item, and why.
pub fn over(page: &Page, scope: &Scope, found: &Improvement) -> Vec<(Span, Reason)> {
    let told = spans(&found.areas);
    let crosses = |span: Span| told.iter().any(|t| t.start < span.end && span.start < t.end);
    let zones = zones(page);
    let heard = shortcomings::heard(page, scope);
    let all = page.sentences.iter().zip(zones).zip(heard);
    let passed = all.filter_map(|((sentence, zone), heard)| {
        let speaks = announces(page, sentence) || has_fault(page, sentence);
        let span = Some(page.span(sentence)).filter(|span| speaks && !crosses(*span))?;
        let reason = aside(page, scope, sentence, *zone, Voice::Release)
            .or(found.closed)
            .unwrap_or_else(|| unheard(page, sentence, heard));
        Some((span, reason))
    });
    passed.collect()
}

/// Whether it has words, not those of a grade, that announce or ask for what must improve; a heading
/// does so for what stands below.
fn announces(page: &Page, sentence: &Sentence) -> bool {
    if matches!(sentence.role, Role::Title | Role::Heading) {
        return false;
    }
    let grade = |h: &Hit| {
        let mut grades = page.in_sentence(sentence, Kind::Grade);
        grades.any(|g| g.start < h.end && h.start < g.end)
    };
    page.hits_in(sentence.start, sentence.end)
        .any(|h| matches!(h.kind, Kind::ImproveHead | Kind::Ask | Kind::Wanting) && !grade(h))
}

/// Whether it has words for a shortcoming or a need, be they denied.
fn has_fault(page: &Page, sentence: &Sentence) -> bool {
    page.in_sentence(sentence, Kind::Shortcoming).any(|h| h.means.is_empty())
        || signal(page, sentence.start, sentence.end, Ear::Needs).is_some()
}

/// Why a sentence that may be heard told nothing.
fn unheard(
    page: &Page,
    sentence: &Sentence,
    heard: Result<Vec<shortcomings::Weighed>, Reason>,
) -> Reason {
    let weighed = match heard {
        Err(reason) => return reason,
        Ok(weighed) => weighed,
    };
    match weighed.iter().find_map(|clause| clause.err()) {
        Some(reason) => reason,
        None if !weighed.is_empty() => "told elsewhere in the release",
        None if announces(page, sentence) => "it announces what must improve, and names nothing",
        None if page.has(sentence, Kind::Shortcoming) => {
            "what would be wanting is denied, or says who somebody is"
        }
        None => "a need or a denial, where nothing near it finds fault",
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::release::cases::text;
    use crate::extract::release::priorities::tests::KNOWLEDGE;
    use crate::extract::release::{explain, extract};

    /// The reasons for which sentences of a release that goes on with `lines` are passed over, and
    /// their words.
    fn passed(lines: &str) -> Vec<(String, String)> {
        let release = format!(
            "# Ofsted report on Leeds\nPublished 9 May 2024\nOfsted has published its report on \
             children's services at Leeds City Council, inspected in March 2024. They were rated \
             good.\n{lines}"
        );
        let text = text(&release);
        let decisions = explain(&text, &KNOWLEDGE).decisions.into_iter();
        let left = decisions.filter(|d| d.field == "further improvement areas");
        let each = left.flat_map(|d| {
            let words = d.spans.into_iter().map(|span| text.slice(span).to_owned());
            words.map(move |words| (d.reason.clone(), words)).collect::<Vec<_>>()
        });
        each.collect()
    }

    #[test]
    fn each_sentence_passed_over_has_its_reason() {
        #[track_caller]
        fn case(lines: &str, reason: &str, words: &str) {
            assert_eq!(passed(lines), [(reason.to_owned(), words.to_owned())], "{lines}");
        }
        let late = "Records of visits are late.";
        case(
            "The mayor said: \"Our own plans are too slow and we must do better.\"",
            "said by a person, not by inspectors",
            "The mayor said: \"Our own plans are too slow and we must do better.\"",
        );
        case(
            &format!("{late} Bradford's plans are weak."),
            "said of another area",
            "Bradford's plans are weak.",
        );
        case(
            "Managers spot weak plans.",
            "what is wrong is dealt with",
            "Managers spot weak plans.",
        );
        case(
            "No child waits too long for a school place.",
            "what would be wanting is denied, or says who somebody is",
            "No child waits too long for a school place.",
        );
        case(
            &format!("{late} Until last year plans for care leavers were poor."),
            "said of an earlier time",
            "Until last year plans for care leavers were poor.",
        );
        case(
            "# Areas for improvement\n- the timeliness of reviews\n- the quality of plans\n# More\n\
             Records of visits are late.",
            "the list of what must improve is told as the whole",
            late,
        );
    }

    #[test]
    fn what_is_told_or_speaks_of_nothing_to_improve_is_not_passed_over() {
        assert_eq!(passed("Records of visits are late. Social workers know children well."), []);
    }

    #[test]
    fn only_who_asks_is_told() {
        let text =
            text("Ofsted rated children's services in Leeds good. Managers spot weak plans.");
        let plain = extract(&text, &KNOWLEDGE).decisions;
        assert!(plain.iter().all(|d| d.field != "further improvement areas"), "{plain:?}");
    }
}
