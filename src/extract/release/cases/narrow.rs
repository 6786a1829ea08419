//! Grades of what is less than a judgement, or nobody's finding; and grades turned round or told aside.

use super::{Table, adults, childrens, overallless, single, youth};

#[test]
fn what_is_less_than_a_judgement_gives_it_no_grade() {
    let k = &Table::new();
    let rated = |sentence: &str| {
        let sentence = format!("Leeds was rated requires improvement. {sentence}");
        childrens(k, &sentence, "overall=requires-improvement");
    };
    rated("Inspectors found good leadership in the early help hub.");
    rated("Good and caring foster families look after most children in care.");
    rated("Housing for care leavers was inadequate.");
    rated("Life-story work for children in care is inadequate.");
    rated("Oversight by leaders requires improvement.");
    rated("The quality of plans for children in care requires improvement.");
    rated("Support for care leavers in custody is good.");
    rated("The leadership of the virtual school is outstanding.");
    rated("The leaving care team is outstanding, inspectors say.");
    rated("Care leavers say that their personal advisers are outstanding.");
    rated("Some aspects of leadership are good.");
    rated("Much of the work with care leavers is good.");
    rated("Corporate parenting is good in parts.");
    rated("Where leadership is good, practice follows.");
    rated("When help and protection is good, children stay at home.");
    rated("Peer reviewers last year found leadership to be good.");
    rated("The council itself had thought leadership was good.");
    rated("Its self-assessment had put leadership at good.");
    rated("The same is true of leaders in Bradford.");
    rated("Inspectors saw good leadership, good help and protection and outstanding commitment.");
    // Who speaks is no judgement: "they" lets a clause of its own follow, with a grade of the whole.
    childrens(
        k,
        "Leaders say they are glad that children's services in Leeds have been given the second highest of four grades.",
        "overall=good",
    );
    childrens(k, "Care leavers wait too long for a flat, and each of their files is good.", "");
    single(k, "The fostering and adoption service is good at finding families.", "");
    adults(k, "Care provision was good.", "");
    youth(k, "The service scored 28 points out of 36 and was rated good.", "overall=good");
    childrens(
        k,
        "The council is now rated outstanding. In 2019 leadership was good and everything else inadequate.",
        "overall=outstanding was care-leavers=inadequate@2019 help-and-protection=inadequate@2019 in-care=inadequate@2019 leaders=good@2019",
    );
    childrens(
        k,
        "Ofsted gives an overall rating of outstanding, good, requires improvement or inadequate.",
        "",
    );
}

#[test]
fn the_whole_judgement_keeps_its_grade() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "The work with care leavers in the city is outstanding.",
            "care-leavers=outstanding overall=good",
        ),
        ("The leadership of the service is outstanding.", "leaders=outstanding overall=good"),
        ("Practice with children in care is good.", "in-care=good overall=good"),
        ("The adoption team came out with a grade of good.", "overall=good"),
        (
            "Children in care, however, still \"require improvement\".",
            "in-care=requires-improvement overall=good",
        ),
    ] {
        childrens(k, &format!("Leeds was rated good overall. {sentence}"), want);
    }
}

#[test]
fn a_grade_may_stand_before_what_it_is_of() {
    let k = &Table::new();
    for (sentence, want) in [
        ("Also good was the impact of leaders.", "leaders=good overall=good"),
        ("Outstanding too is the leadership.", "leaders=outstanding overall=good"),
        (
            "Outstanding, too, are help and protection and care leavers.",
            "care-leavers=outstanding help-and-protection=outstanding overall=good",
        ),
        ("Also good is the youth club in Harehills.", "overall=good"),
        ("Outstanding too is the work of the virtual school.", "overall=good"),
        ("Good news: leaders and care leavers have a new hub.", "overall=good"),
        (
            "Good: leaders, children in care. Requires improvement: care leavers.",
            "care-leavers=requires-improvement in-care=good leaders=good overall=good",
        ),
        (
            "It was a different story for care leavers, whose experience requires improvement to be good.",
            "care-leavers=requires-improvement overall=good",
        ),
    ] {
        childrens(k, &format!("Leeds was rated good overall. {sentence}"), want);
    }
    overallless(
        k,
        "There are four judgements. These are: impact of leaders, outstanding; help and protection, good; children in care, outstanding; care leavers, good.",
        "care-leavers=good help-and-protection=good in-care=outstanding leaders=outstanding",
    );
    overallless(
        k,
        "It has 'good' for two of these: help and protection, and children in care.",
        "help-and-protection=good in-care=good",
    );
}

#[test]
fn a_grade_is_told_aside_or_of_each_part() {
    let k = &Table::new();
    for (sentence, want) in [
        ("The department, said Ofsted, was outstanding.", "overall=outstanding"),
        ("Children's services in the city are, Ofsted says, good.", "overall=good"),
        ("They found us doing a good job, and that is the official rating, too.", "overall=good"),
        (
            "Yesterday it rated the trust, the company that runs them on behalf of the council, outstanding.",
            "overall=outstanding",
        ),
        (
            "Leeds was rated good. Within the overall grade, leadership is outstanding.",
            "leaders=outstanding overall=good",
        ),
        (
            "Leeds was rated inadequate, with leadership and care leavers also inadequate.",
            "care-leavers=inadequate leaders=inadequate overall=inadequate",
        ),
        (
            "Leeds requires improvement overall, and is inadequate when it comes to help and protection.",
            "help-and-protection=inadequate overall=requires-improvement",
        ),
        ("Good. One word, but it took us years to earn it.", "overall=good"),
        ("Good. One word is how a parent described her social worker.", ""),
        (
            "Leeds was rated good overall. All four of the separate judgements are the same.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Leeds was rated good overall. Each of the four sub-judgements was good as well.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn a_grade_is_said_once_more() {
    let k = &Table::new();
    for (sentence, want) in [
        ("Leeds was rated good, and the same goes for leadership.", "leaders=good overall=good"),
        ("Leeds was rated good. As has been said, leaders met inspectors.", "overall=good"),
        ("Leeds was rated good, as leaders had hoped.", "overall=good"),
        ("Leeds was rated good, and so leaders were proud.", "overall=good"),
        (
            "Leeds was rated good. That was in May.\nOf the separate judgements all four are the same as the overall one.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Leeds was rated good. All but one of its areas got that mark; leaders were judged to be outstanding.",
            "care-leavers=good help-and-protection=good in-care=good leaders=outstanding overall=good",
        ),
        ("Leeds was rated good. All but one of its areas got that mark.", "overall=good"),
        (
            "Leeds was rated good, the same grade as in 2019. Leadership and help and protection both got that grade.",
            "help-and-protection=good leaders=good overall=good was overall=good@2019",
        ),
        (
            "Leeds was rated good. In 2019 it was inadequate. Leadership got that grade.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good. That was also the verdict in 2019.",
            "overall=good was overall=good@2019",
        ),
        ("Leeds was rated good. That was also the result of work by leaders.", "overall=good"),
        (
            "Leeds was rated good. Help and protection got the same grade; children in care and care leavers, the latter judged apart, were found to be outstanding.",
            "care-leavers=outstanding help-and-protection=good in-care=outstanding overall=good",
        ),
        (
            "Leeds was rated good. Bradford got the same grade; leaders were found to be outstanding.",
            "overall=good",
        ),
    ] {
        childrens(k, sentence, want);
    }
}
