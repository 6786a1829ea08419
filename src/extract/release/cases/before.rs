//! How releases tell the grade before: moves, comparisons, appositions, what stays the same. The rows
//! that must grade nothing stand among the others.

use super::{Table, childrens, overallless, told, youth};

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
    youth(
        k,
        "The service is rated good. In 2018 it got requires improvement.",
        "overall=good was overall=requires-improvement@2018",
    );
    overallless(
        k,
        "All four areas were rated good. In 2022 the service was rated requires improvement overall.",
        "care-leavers=good help-and-protection=good in-care=good leaders=good was overall=requires-improvement@2022",
    );
}

#[test]
fn moves_records_and_comparisons_tell_the_grade_before() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leeds City Council has been upgraded by Ofsted to good, four years after being slapped with an inadequate rating in 2020.",
            "overall=good was overall=inadequate@2020",
        ),
        (
            "The rating is a two-grade improvement on the inadequate judgement of 2019.",
            " was overall=inadequate@2019",
        ),
        (
            "Ofsted's good verdict marks a turnaround from 2019, when the department was branded inadequate.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds, rated inadequate in 2019, has been judged good.",
            "overall=good was overall=inadequate@2019",
        ),
        ("Once inadequate, Leeds is now good.", "overall=good was overall=inadequate"),
        (
            "Leeds is no longer inadequate. Ofsted has lifted it to requires improvement.",
            "overall=requires-improvement was overall=inadequate",
        ),
        (
            "Five years on from an inadequate rating, Leeds is good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Five years on from its 2019 inadequate rating, Leeds has been judged good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "The council had been graded inadequate in its previous two inspections. It is now good.",
            "overall=good was overall=inadequate",
        ),
        (
            "Its 2019 inspection saw it rated inadequate. This time it was good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "In 2019 the outcome was inadequate. This time it is good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Back then, in 2019, the judgement was inadequate. Now it is good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is good. Its predecessor judgement, from November 2019, was requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Ofsted upgraded Leeds from the requires improvement it was given in 2019 to good.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Ofsted has raised its rating of Leeds by one grade to good; the previous grade, in 2019, was requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "For a second successive inspection Leeds is outstanding.",
            "overall=outstanding was overall=outstanding",
        ),
        (
            "Leeds has maintained its outstanding rating, which it was first awarded in 2019.",
            "overall=outstanding was overall=outstanding@2019",
        ),
        ("Leeds stays outstanding.", "overall=outstanding was overall=outstanding"),
        (
            "The service has been inadequate since 2019, and inspectors see no reason to change that.",
            " was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good. Ofsted's last graded inspection of Leeds was in 2019, when it was also found to be good.",
            "overall=good was overall=good@2019",
        ),
        (
            "Leeds was rated good. Ofsted last inspected in 2019, finding services to require improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated good. Ofsted last inspected in 2019 and gave a requires improvement grade.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated good. A previous inspection, carried out in 2019, rated the service as requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated good. The requires improvement judgement that had stood since 2019 has gone.",
            "overall=good was overall=requires-improvement@2019",
        ),
        ("Leeds was rated good. It had previously been told to improve.", "overall=good"),
        (
            "Leeds was rated good. It was judged to require improvement in both 2016 and 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated good, having been inadequate in 2016 and requires improvement in 2019.",
            "overall=good was overall=inadequate@2016 overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated good. In 2016 it was inadequate; in 2019 it required improvement.",
            "overall=good was overall=inadequate@2016 overall=requires-improvement@2019",
        ),
        (
            "Leeds has climbed from inadequate in 2016, through requires improvement in 2019, to good.",
            "overall=good was overall=inadequate@2016 overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated inadequate. It had slipped from good to requires improvement in 2019.",
            "overall=inadequate was overall=good overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated inadequate. Two inspections ago it was outstanding.",
            "overall=inadequate was overall=outstanding",
        ),
        (
            "Leeds was rated inadequate. Only four years ago it was hailed as good.",
            "overall=inadequate was overall=good@2020",
        ),
        (
            "Leeds was rated inadequate. Less than four years ago it was hailed as good.",
            "overall=inadequate was overall=good",
        ),
        (
            "Leeds was rated inadequate. The council's services were considered good at their last inspection in October 2019.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds was rated inadequate, having been good last time around.",
            "overall=inadequate was overall=good",
        ),
        (
            "Leeds was rated inadequate, whereas in 2019 it was good.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds was rated inadequate. That compares with good in 2019.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds was rated inadequate - a long way from the good of 2019.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds was rated inadequate, two grades below where it stood in 2019, when it was good.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds was rated inadequate. The good it got in 2019 now looks generous.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds was rated inadequate. Councillors were told in 2019 that services were good.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds was rated inadequate. Its good rating, dating from 2019, is gone.",
            "overall=inadequate was overall=good@2019",
        ),
        (
            "Leeds was rated good, ending a five-year spell as inadequate.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds was rated good. That ends five years in the inadequate category.",
            "overall=good was overall=inadequate",
        ),
        (
            "2019 | Requires improvement\n2024 | Good",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Previous inspection (November 2019): Requires improvement\nThis inspection: Good",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Overall effectiveness: Good (previously Requires improvement, 2019)",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Last inspection: requires improvement (2019). This inspection: good.",
            "overall=good was overall=requires-improvement@2019",
        ),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn a_visit_gives_no_grade_so_one_that_stands_is_earlier() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Ofsted focused visit to Leeds\n4 March 2024\nInspectors from Ofsted made a focused visit to children's services at Leeds City Council in January 2024. They looked at the front door. The council's overall rating remains good.",
            " was overall=good",
        ),
        (
            "Ofsted focused visit to Leeds\n4 March 2024\nInspectors from Ofsted made a focused visit to children's services at Leeds City Council in January 2024. They looked at the front door. Leeds was rated requires improvement at its last full inspection in 2022.",
            " was overall=requires-improvement@2022",
        ),
        (
            "Ofsted monitoring visit to Leeds\n4 March 2024\nOfsted inspectors made a monitoring visit to children's services at Leeds City Council in January 2024. It was the third since the council was judged inadequate in 2022. They found that progress is good.",
            " was overall=inadequate@2022",
        ),
        (
            "Ofsted focused visit to Leeds\n4 March 2024\nInspectors from Ofsted made a focused visit to children's services at Leeds City Council in January 2024. No grade is given, so our current rating, good, stands.",
            " was overall=good",
        ),
        (
            "Ofsted focused visit to Leeds\n4 March 2024\nInspectors from Ofsted made a focused visit to children's services at Leeds City Council in January 2024. No grade is given and last year's 'good' isn't affected.",
            " was overall=good@2023",
        ),
    ] {
        told(k, sentence, want);
    }
}
