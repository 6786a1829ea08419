//! Subjects, links and lists of grades. The rows that must grade nothing stand among the others.

use super::{Table, adults, childrens, local_area, revisit, send, single, youth};

#[test]
fn subjects_links_and_lists_of_grades() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leeds was marked inadequate overall, for its help and protection of children, for looked-after children and for leadership.",
            "help-and-protection=inadequate in-care=inadequate leaders=inadequate overall=inadequate",
        ),
        (
            "Leeds has come out as good again. For leadership inspectors marked it outstanding.",
            "leaders=outstanding overall=good was overall=good",
        ),
        (
            "Services are good. Young people leaving care, those looked after, and families requiring help and protection all receive a good service.",
            "care-leavers=good help-and-protection=good in-care=good overall=good",
        ),
        (
            "Leeds is in the bottom category. The impact of leaders on social work is inadequate. Services for those who need help and protection, and for children in care, both require improvement.",
            "help-and-protection=requires-improvement in-care=requires-improvement leaders=inadequate overall=inadequate",
        ),
        (
            "Leeds is now rated inadequate. Ofsted, which in 2015 thought the service \"good\" with outstanding leadership, came in January.",
            "overall=inadequate was leaders=outstanding@2015 overall=good@2015",
        ),
        (
            "In 2018 Ofsted judged the services inadequate for the second time. They have now been given the highest grade of all.",
            "overall=outstanding was overall=inadequate@2018",
        ),
        (
            "Leeds is rated inadequate. Adoption workers were praised, and some of their work is outstanding.",
            "overall=inadequate",
        ),
        (
            "Leeds is rated requires improvement overall. Care leavers were full of praise for outstanding personal advisers.",
            "overall=requires-improvement",
        ),
        (
            "Leeds was rated good.\nAdult social care in the city was rated outstanding by the CQC.",
            "overall=good",
        ),
        (
            "Leeds was rated good. In 2019 Leeds's was requires improvement.",
            "overall=good was overall=requires-improvement@2019",
        ),
        (
            "Leeds is rated requires improvement overall. Care leavers were helped by outstanding mentors.",
            "overall=requires-improvement",
        ),
        (
            "Leeds is rated requires improvement overall. Children in care are in good schools.",
            "overall=requires-improvement",
        ),
        (
            "Leeds is rated good overall. Care leavers receive a good service.",
            "care-leavers=good overall=good",
        ),
        (
            "Inspectors conclude that services are outstanding overall, just as they were in 2018.",
            "overall=outstanding was overall=outstanding@2018",
        ),
        (
            "Leeds is rated good. For leadership the grade is outstanding. It is the same for how the city looks after children in care.",
            "in-care=outstanding leaders=outstanding overall=good",
        ),
        (
            "Leeds is in the lowest category. Protection had got worse, Ofsted said, and was now inadequate, as was leadership.",
            "leaders=inadequate overall=inadequate",
        ),
        (
            "Leeds is rated good. Looked after children and leadership? Both 'good'.",
            "in-care=good leaders=good overall=good",
        ),
        (
            "Leeds is rated good. The blemish is help and protection. It's rated 'requires improvement to be good'.",
            "help-and-protection=requires-improvement overall=good",
        ),
        (
            "Leeds was rated good. Leaders' impact on social work: good.",
            "leaders=good overall=good",
        ),
        (
            "Once rated good, at its last full inspection in 2015, Leeds has crashed to inadequate.",
            "overall=inadequate was overall=good@2015",
        ),
        (
            "Five years after it was judged 'good', the service now requires improvement.",
            "overall=requires-improvement was overall=good@2019",
        ),
        (
            "More than five years after it was judged 'good', the service now requires improvement.",
            "overall=requires-improvement was overall=good",
        ),
        (
            "Focused visits give no grade, so the good of November 2019 stood.",
            " was overall=good@2019",
        ),
        ("The word inspectors have used is good.", "overall=good"),
        (
            "Leeds was rated requires improvement. Whether your child gets a good assessment comes down to luck.",
            "overall=requires-improvement",
        ),
        (
            "The council was rated good overall, with help and protection, along with children in care, each given requires improvement.",
            "help-and-protection=requires-improvement in-care=requires-improvement overall=good",
        ),
        (
            "The director said that the service had recently been found inadequate. Leeds is now rated good.",
            "overall=good was overall=inadequate",
        ),
    ] {
        childrens(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Leeds is rated inadequate. Adoption alone escaped, needing improvement.",
            "adoption=requires-improvement overall=inadequate",
        ),
        (
            "Leeds is rated inadequate. Services for looked-after children require improvement. So too do services for care leavers.",
            "care-leavers=requires-improvement in-care=requires-improvement overall=inadequate",
        ),
        (
            "Ofsted considers Leeds's services for children in need of help and protection, children looked after and care leavers to be good. Adoption has achieved a judgement of outstanding.",
            "adoption=outstanding overall=good",
        ),
        (
            "Leeds is rated inadequate. Leadership is inadequate; so is the work with children in need of help and protection.",
            "help-and-protection=inadequate leaders=inadequate overall=inadequate",
        ),
        (
            "Leeds is rated inadequate. Looked-after children get a requires improvement, the same mark as for care leavers.",
            "care-leavers=requires-improvement in-care=requires-improvement overall=inadequate",
        ),
    ] {
        single(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "The CQC and Ofsted gave the city's local area partnership the middle of three possible outcomes, saying that arrangements lead to \"inconsistent experiences and outcomes\".",
            "outcome=inconsistent",
        ),
        (
            "Support in Leeds has been awarded the best outcome available.\nMost are rated inconsistent, and a handful have been found to have systemic failings.",
            "outcome=positive",
        ),
        (
            "Inspectors can decide that a partnership typically gives children positive experiences, that those are inconsistent, or that there are widespread systemic failings. It is the last of these that Leeds has been given.",
            "outcome=systemic-failings",
        ),
        (
            "Inspectors can find typically positive experiences and outcomes, inconsistent experiences and outcomes or widespread failings. Leeds got the second of these.",
            "outcome=inconsistent",
        ),
        (
            "The arrangements lead to inconsistent experiences and outcomes. There are three priorities. The first of these is joint commissioning.",
            "outcome=inconsistent",
        ),
        (
            "The framework offers three findings, and Leeds received the one in between.",
            "outcome=inconsistent",
        ),
    ] {
        send(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "The service has achieved the best rating that probation inspectors can give, scoring full marks in nine of the twelve areas.\nFor resettlement, which is rated on its own, the result was 'Good'.",
            "overall=outstanding",
        ),
        (
            "Probation inspectors have rated the service as 'Requires improvement'.\nOn the first count the service is good. On the second, inadequate.",
            "overall=requires-improvement",
        ),
        (
            "The service has been rated 'Inadequate'.\nOfsted rated the council's social care good two years ago.",
            "overall=inadequate",
        ),
        (
            "The service has been told it requires improvement.\nThree of the four standards there were marked good and one outstanding.",
            "overall=requires-improvement",
        ),
    ] {
        youth(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "The CQC rated the council good.\nFor partnerships it gave the top score of 4.",
            "overall=good",
        ),
        (
            "The Portfolio Holder observed that of the four ratings open to the Commission, Leeds had received the second highest.",
            "overall=good",
        ),
    ] {
        adults(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Nine weaknesses were named in 2017. Inspectors think enough progress has been made on six of these. On three they are not satisfied yet.",
            "outcome=insufficient-progress",
        ),
        (
            "Four weaknesses were named in 2018. Inspectors think enough progress has been made on all of these.",
            "outcome=sufficient-progress",
        ),
        (
            "They found that not one of the weaknesses had been dealt with well enough.",
            "outcome=insufficient-progress",
        ),
    ] {
        revisit(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "In 2016 another inspection had found significant weaknesses. No written statement of action was needed this time.",
            "outcome=no-wsoa",
        ),
        (
            "About a third of places have been sent away to write a Written Statement of Action. Leeds has not.",
            "outcome=no-wsoa",
        ),
        (
            "Unlike in half of the areas, no significant weaknesses were found, so no further action plan has to be written.",
            "outcome=no-wsoa",
        ),
        ("A first draft of the WSoA goes to the SEND Improvement Group next week.", "outcome=wsoa"),
    ] {
        local_area(k, sentence, want);
    }
}
