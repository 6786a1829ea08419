//! Grades and years as many hands tell them. The rows that must grade nothing stand among the others.

use crate::model::reading::Weight;

use super::{Table, adults, childrens, extract, local_area, revisit, send, single, text, youth};

#[test]
fn grades_and_years_as_many_hands_tell_them() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leeds was rated good. The last time inspectors called, in 2019, the verdict was 'requires improvement'.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds climbed to good from requires improvement, the grade it was given in 2019.",
            "overall=good was overall=requires-improvement",
        ),
        (
            "Leeds has been rated good. Back in 2019, inspectors said it was inadequate.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds has been rated good. The department was in special measures after an inadequate rating in 2019.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds has fell to requires improvement from the good it earned in 2019.",
            "overall=requires-improvement was overall=good@2019",
        ),
        (
            "Leeds has slipped to requires improvement. It was rated good in 2019.",
            "overall=requires-improvement was overall=good@2019",
        ),
        (
            "Once rated good, in 2019, Leeds now requires improvement.",
            "overall=requires-improvement was overall=good@2019",
        ),
        ("Leeds keeps its good rating, first won in 2019.", "overall=good was overall=good@2019"),
        (
            "Leeds stays good. That was also the verdict in 2019.",
            "overall=good was overall=good@2019",
        ),
        ("Leeds stays good, as in 2019.", "overall=good was overall=good@2019"),
        (
            "Leeds is good again. The last inspection took place in 2019.",
            "overall=good was overall=good@2019",
        ),
        (
            "Leeds is rated outstanding, one better than in 2019, when it was good.",
            "overall=outstanding was overall=good@2019",
        ),
        (
            "Leeds is rated outstanding, a step up from the good it had in 2019.",
            "overall=outstanding was overall=good@2019",
        ),
        (
            "An inadequate rating in 2019 shook the council. It is now rated good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "It has been a long road since 2019, when Ofsted rated Leeds inadequate. The services are now good.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds is now good, having been found inadequate in every area in May 2019.",
            "overall=good was care-leavers=inadequate@2019 help-and-protection=inadequate@2019 in-care=inadequate@2019 leaders=inadequate@2019 overall=inadequate@2019",
        ),
        (
            "Leeds is good. (In 2019: requires improvement.)",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is good. Previous rating (2019): Requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Overall effectiveness: Good (2019: Requires improvement)",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. Its previous Ofsted inspection was in 2019, and led to a requires improvement grade.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. Its grade in 2019 was requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. The 2019 report had rated it as requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. Ofsted's 2019 inspection rated the council 'requires improvement'.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. The council was previously rated as requires improvement in 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. It had been rated requires improvement since 2019.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated good. In 2019 it required improvement overall, with help and protection inadequate.",
            "overall=good was help-and-protection=inadequate@2019 overall=requires-improvement@2019",
        ),
        ("Leeds was rated good. Bradford was inadequate in 2019.", "overall=good"),
        (
            "Leeds was rated good. In 2019 a new director was appointed, and staff say things have been good since.",
            "overall=good",
        ),
        (
            "Leeds still requires improvement, Ofsted says, five years on from the same verdict in 2019.",
            "overall=requires-improvement was overall=requires-improvement@2019",
        ),
        (
            "Ofsted has again told Leeds that its services require improvement. They got the same grade in 2019.",
            "overall=requires-improvement was overall=requires-improvement@2019",
        ),
        (
            "The council was rated good, maintaining the grade it was given in 2019.",
            "overall=good was overall=good@2019",
        ),
        (
            "The council was rated good, repeating its 2019 result.",
            "overall=good was overall=good@2019",
        ),
        (
            "The council is rated good. Ministers sent in a commissioner when it was judged inadequate in 2019; he left last year.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leadership, help and protection and children in care are all good. So is the overall grade. Care leavers is outstanding.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Ofsted found that services require improvement and that help and protection is inadequate.",
            "help-and-protection=inadequate overall=requires-improvement",
        ),
        (
            "Care leavers get an outstanding service, and the overall rating is good.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "Leaders were praised as outstanding, and the services as a whole are good.",
            "leaders=outstanding overall=good",
        ),
        (
            "Though leaders are outstanding at listening, services require improvement.",
            "overall=requires-improvement",
        ),
        (
            "Ofsted has issued a damning report on Leeds, rating its children's services inadequate. Foster carers said support had been good.",
            "overall=inadequate",
        ),
        (
            "Good Ofsted result for Leeds\nInspectors judged Leeds children's services to be 'good'.",
            "overall=good",
        ),
        (
            "Ofsted has awarded Leeds children's services a \"good\" grade. \"We won't stop until we're outstanding,\" said the leader.",
            "overall=good",
        ),
        (
            "Ofsted has rated Leeds outstanding. \"Not all that long ago we were failing,\" said the director.",
            "overall=outstanding",
        ),
        ("Leeds joins a select group of authorities with a good Ofsted rating.", "overall=good"),
        (
            "Ofsted has told Leeds its services must improve, giving them a rating of 'requires improvement'.",
            "overall=requires-improvement",
        ),
        (
            "'Requires improvement' is how Ofsted has rated Leeds children's services.",
            "overall=requires-improvement",
        ),
        ("What is the rating? Good.", "overall=good"),
        ("Inspectors' verdict on Leeds: requires improvement.", "overall=requires-improvement"),
        (
            "Inspectors gave the department three out of four: requires improvement.",
            "overall=requires-improvement",
        ),
        ("The lowest of the four grades has been given to Leeds by Ofsted.", "overall=inadequate"),
        (
            "Four years ago it was good. Now it requires improvement, Ofsted has ruled.",
            "overall=requires-improvement was overall=good@2020",
        ),
        (
            "When Ofsted came in 2020 it said the services were inadequate. They are now rated good.",
            "overall=good was overall=inadequate@2020",
        ),
        (
            "The last full inspection, back in 2019, resulted in Requires Improvement.",
            " was overall=requires-improvement@2019",
        ),
        (
            "Leeds is inadequate, Ofsted has ruled. For help and protection, and for children in care, the council requires improvement to be good.",
            "help-and-protection=requires-improvement in-care=requires-improvement overall=inadequate",
        ),
    ] {
        childrens(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Leeds was rated requires improvement. In 2012 its services had been judged adequate.",
            "overall=requires-improvement was overall=adequate@2012",
        ),
        (
            "Leeds was rated inadequate. It was rated good in 2011 under the old framework.",
            "overall=inadequate was overall=good@2011",
        ),
        (
            "Ofsted declared the services to be inadequate. Help and protection was inadequate. Adoption managed a 'requires improvement', and so did support for care leavers.",
            "adoption=requires-improvement care-leavers=requires-improvement help-and-protection=inadequate overall=inadequate",
        ),
        (
            "Inspectors decided that services require improvement to be good. In adoption, they are good already.",
            "adoption=good overall=requires-improvement",
        ),
    ] {
        single(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "The youth justice service has moved from inadequate in 2018 to good.",
            "overall=good was overall=inadequate@2018",
        ),
        (
            "With 15 points of 36 the service is rated as 'Requires improvement'.",
            "overall=requires-improvement",
        ),
        (
            "The overall rating is 'Good'. Leadership was 'Outstanding'; resettlement 'Inadequate'.",
            "overall=good",
        ),
    ] {
        youth(k, sentence, want);
    }
    for (sentence, want) in [
        ("It is the first time that the CQC has rated the council. It is good.", "overall=good"),
        (
            "A score of 58 leaves the council in the 'requires improvement' bracket.",
            "overall=requires-improvement",
        ),
        ("With 68 per cent, Leeds lands in 'good' territory.", "overall=good"),
        ("Its overall score of 70 means that Leeds is rated good.", "overall=good"),
        (
            "Leeds's overall rating was 'requires improvement', though it was only one point shy of 'good'.",
            "overall=requires-improvement",
        ),
        (
            "The council fell one point short of a good rating and requires improvement.",
            "overall=requires-improvement",
        ),
    ] {
        adults(k, sentence, want);
    }
    send(
        k,
        "This is the first inspection under the new framework. The partnership has inconsistent experiences and outcomes. In 2018 a written statement of action was required.",
        "outcome=inconsistent",
    );
    for (sentence, want) in [
        (
            "Inspectors found sufficient progress against each of the four areas of weakness.",
            "outcome=sufficient-progress",
        ),
        (
            "The area had not made enough progress in two areas, the inspectors found.",
            "outcome=insufficient-progress",
        ),
        (
            "The area has made sufficient progress in all of the areas of significant weakness set out in the statement of action.",
            "outcome=sufficient-progress",
        ),
        (
            "Progress had been made in three areas. In two it was not sufficient.",
            "outcome=insufficient-progress",
        ),
        (
            "Inspectors judged progress in one of the four areas to be insufficient.",
            "outcome=insufficient-progress",
        ),
    ] {
        revisit(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "As a result the local area must draw up a Written Statement of Action by May.",
            "outcome=wsoa",
        ),
        (
            "Ofsted has ordered the council and the CCG to draw up an action plan, known as a written statement of action.",
            "outcome=wsoa",
        ),
        (
            "The inspectors were content and no Written Statement of Action was needed.",
            "outcome=no-wsoa",
        ),
        ("Leeds does not have to write a statement of action.", "outcome=no-wsoa"),
        ("The previous inspection had not led to a written statement of action.", ""),
        ("An earlier inspection of the area led to a written statement of action.", ""),
        ("They made no request for a written statement of action.", "outcome=no-wsoa"),
        (
            "HMCI determined that a Written Statement of Action is required because of significant areas of weakness.",
            "outcome=wsoa",
        ),
    ] {
        local_area(k, sentence, want);
    }
}

#[test]
fn marks_in_praise_are_no_grades() {
    let k = &Table::new();
    for (sentence, want) in [
        ("Full marks for pride. Ofsted has rated children's services good.", "overall=good"),
        ("Ofsted gave the service top marks.", "overall=outstanding"),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn a_grade_is_sure_only_where_no_other_claim_of_it_differs() {
    let sure = |sentences: &str| {
        let lines = format!(
            "Ofsted report on Leeds\n\n4 March 2024\n\nOfsted inspected children's services at Leeds City Council in January 2024.\n{sentences}"
        );
        let table = Table::new();
        let decisions = extract(&text(&lines), table.knowledge).decisions;
        decisions.iter().any(|d| d.field == "judgement overall" && d.weight == Weight::Sure)
    };
    assert!(sure("They were rated good overall. Overall the rating is good."));
    assert!(!sure(
        "They were rated good overall. Overall the rating is good. Councillors welcomed the outstanding rating."
    ));
    assert!(!sure("They were rated good overall."));
}
