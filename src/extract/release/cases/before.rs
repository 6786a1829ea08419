//! How releases tell the grade before: moves, comparisons, appositions, what stays the same. The rows
//! that must grade nothing stand among the others.

use super::{Table, childrens, overallless, youth};

#[test]
fn the_grade_before_is_told_in_many_ways() {
    let k = &Table::new();
    for (sentence, want) in [
        ("The service slid from outstanding to good.", "overall=good was overall=outstanding"),
        (
            "Leeds, outstanding in 2019, is now rated good.",
            "overall=good was overall=outstanding@2019",
        ),
        (
            "Leeds, which was outstanding in 2019, has been rated good.",
            "overall=good was overall=outstanding@2019",
        ),
        (
            "Leeds has shed the inadequate tag it was given in 2019. It is now rated good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "The good verdict is a big step on from 2019, when the service was deemed inadequate.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is rated good. That is two grades up on the inadequate handed down in 2019.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is rated good (previously requires improvement).",
            "overall=good was overall=requires-improvement",
        ),
        (
            "Leeds is rated good (was: requires improvement).",
            "overall=good was overall=requires-improvement",
        ),
        (
            "Leeds is rated good against requires improvement in 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good, where in 2019 it had been requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. At the last inspection, five years ago, it was inadequate.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is rated good. Its last inspection in 2019 resulted in a rating of requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. Ofsted's previous verdict, in 2019, was inadequate.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is rated good. The 2019 verdict was inadequate.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is rated good. The requires improvement of 2019 is behind it.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. Since being judged inadequate in 2019 it has doubled the number of social workers.",
            "overall=good was overall=inadequate@2019",
        ),
        ("Leeds is rated good. It is the first good rating since 2012.", "overall=good"),
        ("Leeds has held on to its good rating.", "overall=good was overall=good"),
        ("Leeds hangs on to its good rating from 2019.", "overall=good was overall=good@2019"),
        (
            "Leeds has been rated good for the second time in a row.",
            "overall=good was overall=good",
        ),
        (
            "Leeds is still inadequate, Ofsted has ruled.",
            "overall=inadequate was overall=inadequate",
        ),
        (
            "Leeds is still inadequate, the same word inspectors used in 2019.",
            "overall=inadequate was overall=inadequate@2019",
        ),
        (
            "Ofsted's verdict is inadequate - the grade Leeds also got in 2019.",
            "overall=inadequate was overall=inadequate@2019",
        ),
        (
            "The service requires improvement, unchanged from 2019.",
            "overall=requires-improvement was overall=requires-improvement@2019",
        ),
        (
            "The service requires improvement, no change on 2019.",
            "overall=requires-improvement was overall=requires-improvement@2019",
        ),
        (
            "The rating is unchanged from 2019: requires improvement.",
            "overall=requires-improvement was overall=requires-improvement@2019",
        ),
        ("Leeds continues to be rated good.", "overall=good was overall=good"),
        (
            "Leeds was rated good. It matches the rating given in 2019.",
            "overall=good was overall=good@2019",
        ),
        ("Leeds was rated good, matching its 2019 grade.", "overall=good was overall=good@2019"),
        (
            "Leeds was rated good. Nothing has changed since 2019, when it was also good.",
            "overall=good was overall=good@2019",
        ),
        (
            "The good grade improves on the requires improvement awarded in 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is now good, a sharp contrast with 2019 when it was inadequate.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds has been stripped of its good rating, held since 2019, and is now inadequate.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds requires improvement. It had been good at the last count, in 2019.",
            "overall=requires-improvement was overall=good@2019",
        ),
        (
            "Leeds is rated good. Care leavers has gone from requires improvement to outstanding.",
            "care-leavers=outstanding overall=good was care-leavers=requires-improvement",
        ),
        (
            "Leeds is rated good. Help and protection, inadequate in 2019, is now good as well.",
            "help-and-protection=good overall=good was help-and-protection=inadequate@2019",
        ),
        (
            "Leeds is rated good. Leadership has moved up from requires improvement to good.",
            "leaders=good overall=good was leaders=requires-improvement",
        ),
        (
            "Leeds is rated good. Bradford went from inadequate in 2019 to good in 2023.",
            "overall=good",
        ),
        (
            "Leeds is rated good. Only three councils have gone from inadequate to outstanding.",
            "overall=good",
        ),
        (
            "Leeds is rated good. In 2019 the director joined from a council rated outstanding.",
            "overall=good",
        ),
    ] {
        childrens(k, sentence, want);
    }
    for (sentence, want) in [(
        "The service is rated good. In 2018 it got requires improvement.",
        "overall=good was overall=requires-improvement@2018",
    )] {
        youth(k, sentence, want);
    }
    for (sentence, want) in [(
        "All four areas were rated good. In 2022 the service was rated requires improvement overall.",
        "care-leavers=good help-and-protection=good in-care=good leaders=good was overall=requires-improvement@2022",
    )] {
        overallless(k, sentence, want);
    }
}
