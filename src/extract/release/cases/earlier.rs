//! Grades of earlier inspections and their years. The rows that must grade nothing stand among the others.

use super::{Table, adults, childrens, send, youth};

#[test]
fn earlier_grades_and_their_years() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leeds was rated good. In 2019 it had required improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated good. In 2019 inspectors came and found services wanting. That year they were told they required improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds was rated good. It is a far cry from 2019, when services were called inadequate.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds has been rated good, five years after the services were found to be inadequate.\nThe 2019 inspection found children at risk.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good, up from inadequate.\nThe previous inspection was in 2019.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good. The services were inadequate at the inspection in 2019.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good. They were inadequate when inspectors last came, in 2019.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good. The same grade had been given at the previous inspection in 2019.",
            "overall=good was overall=good@2019",
        ),
        ("Leeds was rated good. It had the same in 2019.", "overall=good was overall=good@2019"),
        (
            "Leeds was rated good, four years after its last full inspection, in 2019, which had the same result.",
            "overall=good was overall=good@2019",
        ),
        (
            "Leeds was rated good, the grade it also received in 2019.",
            "overall=good was overall=good@2019",
        ),
        ("Leeds was again rated good, as it was in 2019.", "overall=good was overall=good@2019"),
        (
            "Leeds has kept its good rating. It was last inspected in 2019.",
            "overall=good was overall=good@2019",
        ),
        (
            "Leeds was rated good, little more than four years after the same inspectors called them inadequate.\nThe 2019 verdict led to a commissioner being sent in.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good overall, an improvement on its requires improvement grade of 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Ofsted's last report on Leeds, in 2019, said services required improvement. They are now good.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds, which was rated as requires improvement in 2019, is now good.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is now rated good. Its previous rating, from 2019, was requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is now rated good. At the time of the last inspection, which was in July 2019, the grade was requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is now rated good. Last time round it was requires improvement.",
            "overall=good was overall=requires-improvement",
        ),
        (
            "Leeds is now rated good. Under the previous framework, in 2019, the council required improvement overall.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds now requires improvement. In 2019, under a different director, Leeds was good overall.",
            "overall=requires-improvement was overall=good@2019",
        ),
        (
            "Leeds now requires improvement. The council had been good since 2019.",
            "overall=requires-improvement was overall=good@2019",
        ),
        ("Leeds has lost its good rating. It had held the grade since 2019.", " was overall=good"),
        (
            "Leeds has dropped from good, its grade in 2019, to requires improvement.",
            "overall=requires-improvement was overall=good@2019",
        ),
        (
            "Leeds is now rated good. \"In 2019 it was inadequate, so we have come a long way,\" said the director.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is now rated good. \"We were inadequate in 2019, and I would not want to go back,\" said the director.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is now rated good. Leaders promised in 2019 to make services outstanding.",
            "overall=good",
        ),
        (
            "Leeds is now rated good: the council was found to require improvement at the last inspection, five years ago in 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "From good in 2019 to outstanding in 2024: Leeds has done it.",
            "overall=outstanding was overall=good@2019",
        ),
        (
            "Leeds was judged inadequate in 2019. The council has now been rated good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Three years ago, in 2019, the same services were told that they require improvement. They are now rated good.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "In 2019, the year of the last inspection, they were said to require improvement; today they are rated good.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is now rated good, having been rated requires improvement five years earlier, in 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. It leaves behind the inadequate rating that Ofsted gave it in 2019.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is rated good. In June 2019 Ofsted handed it the lowest grade.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is rated good. It required improvement in 2017 and was inadequate in 2019.",
            "overall=good was overall=inadequate@2019 overall=requires-improvement@2017",
        ),
        ("Members noted that the council had been judged good overall.", "overall=good"),
        (
            "Members noted that the council had been judged good overall, having been judged to require improvement in 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        ("The Director told the committee that services had been rated good.", "overall=good"),
        (
            "The overall judgement had been requires improvement, the Director explained.",
            "overall=requires-improvement",
        ),
        (
            "The council said it had been rated inadequate before, and was now rated good.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds was rated good this week. It had been rated inadequate.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds was rated good. It had been judged inadequate last November.",
            "overall=good was overall=inadequate@2023",
        ),
        (
            "Leeds was rated good. It was rated as requires improvement last year.",
            "overall=good was overall=requires-improvement@2023",
        ),
        (
            "Leeds was rated good. Since last November staff have had smaller caseloads.",
            "overall=good",
        ),
        (
            "Leeds was rated good. It was inadequate in 2019, when a commissioner was sent in.",
            "overall=good was overall=inadequate@2019",
        ),
        ("Leeds was rated good, the same rating as in 2019.", "overall=good was overall=good@2019"),
        ("Leeds was rated good, the same as last time.", "overall=good was overall=good"),
        ("Leeds was rated good. The same was true of few other councils.", "overall=good"),
        ("Leeds was rated good. Since 2019 it has cut caseloads in half.", "overall=good"),
        (
            "Leeds was rated good, up from inadequate.\nIt set up an improvement board in 2019. A new director came in 2021.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds was rated good, up from inadequate.\nInspections in 2017 and 2019 had found the same faults.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds is now inadequate. At its last inspection in 2021 services were judged to be good.",
            "overall=inadequate was overall=good@2021",
        ),
        ("Members heard that inspectors had rated the services good.", "overall=good"),
        (
            "Members heard that the overall judgement had been good, and that staff had been praised.",
            "overall=good",
        ),
        (
            "Members heard that the services had required improvement. They are now rated good.",
            "overall=good was overall=requires-improvement",
        ),
        (
            "Members were told that services had been judged good overall and leadership outstanding.",
            "leaders=outstanding overall=good",
        ),
        (
            "In 2019 children's services in Leeds were found to be inadequate.",
            " was overall=inadequate@2019",
        ),
        (
            "How Leeds went from inadequate in 2019 to good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good. \"We want to go from good to outstanding,\" said the leader.",
            "overall=good",
        ),
    ] {
        childrens(k, sentence, want);
    }
    adults(k, "Leeds was rated good, its first rating under the new framework.", "overall=good");
    for (sentence, want) in [
        (
            "They have rated Leeds good. It required improvement in 2018.",
            "overall=good was overall=requires-improvement@2018",
        ),
        (
            "The service is rated good. When last inspected, in 2018, it was judged to require improvement.",
            "overall=good was overall=requires-improvement@2018",
        ),
        (
            "The service has moved from good in 2018 to outstanding.",
            "overall=outstanding was overall=good@2018",
        ),
    ] {
        youth(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "The partnership will be inspected again in about three years. Children with SEND have inconsistent experiences and outcomes.",
            "outcome=inconsistent",
        ),
        (
            "The Director said that the partnership had been given the second of the three outcomes.",
            "outcome=inconsistent",
        ),
        (
            "The Assistant Director said the partnership had been given outcome 2 of the three open to inspectors.",
            "outcome=inconsistent",
        ),
        (
            "Members heard that the partnership had received the best of three outcomes.",
            "outcome=positive",
        ),
        (
            "Officers reported that inspectors had found inconsistent experiences and outcomes, and that they would be back in three years.",
            "outcome=inconsistent",
        ),
        (
            "The Cabinet noted that inspectors had concluded that experiences and outcomes were inconsistent.",
            "outcome=inconsistent",
        ),
        (
            "The director advised that widespread and systemic failings had been found.",
            "outcome=systemic-failings",
        ),
    ] {
        send(k, sentence, want);
    }
}
