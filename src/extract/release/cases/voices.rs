//! Grades in the voices of those who write: verdicts that stand alone, rows of grades, what all but one
//! got, grades whose verb is left out; and good things that are no grades.

use super::{Table, adults, childrens, local_area, overallless, revisit, send, single, youth};

#[test]
fn grades_are_told_in_many_voices() {
    let k = &Table::new();
    for (sentence, want) in [
        ("Good is how Ofsted sums up the services.", "overall=good"),
        ("Good. That's the verdict of Ofsted on children's services in Leeds.", "overall=good"),
        (
            "Overall effectiveness | Good\nThe impact of leaders on social work practice with children and families | Outstanding\nThe experiences and progress of children who need help and protection | Good\nThe experiences and progress of children in care | Good\nThe experiences and progress of care leavers | Requires improvement to be good",
            "care-leavers=requires-improvement help-and-protection=good in-care=good leaders=outstanding overall=good",
        ),
        (
            "- Outstanding for leadership\n- Good for help and protection\n- Good for children in care\n- Requires improvement for care leavers\n- Good overall",
            "care-leavers=requires-improvement help-and-protection=good in-care=good leaders=outstanding overall=good",
        ),
        (
            "The service was graded good across the board.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "All five judgements came back as good.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Leeds received good for everything but care leavers, which is outstanding.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "The council is good in all areas apart from care leavers, where it is outstanding.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "All areas were judged good bar one: care leavers, which requires improvement.",
            "care-leavers=requires-improvement help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "With the exception of care leavers, which requires improvement, every area was rated good.",
            "care-leavers=requires-improvement help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Good ratings were handed out for leadership, for help and protection and for children in care; care leavers was rated outstanding. Overall, good.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "The council was rated good overall, and outstanding for the impact of its leaders.",
            "leaders=outstanding overall=good",
        ),
        (
            "Care leavers are very well served, earning an outstanding judgement. Overall the service is good.",
            "care-leavers=outstanding overall=good",
        ),
        ("Ofsted says Leeds runs an outstanding service.", "overall=outstanding"),
        ("Leeds? Good, says Ofsted.", "overall=good"),
        ("The service falls into the good category.", "overall=good"),
        ("The service sits in the requires improvement band.", "overall=requires-improvement"),
        ("Leeds was handed the second-best of Ofsted's four grades.", "overall=good"),
        ("Leeds was given the worst of Ofsted's four ratings.", "overall=inadequate"),
        ("There is no higher grade than the one Leeds received.", "overall=outstanding"),
        ("No higher rating is available than the one Leeds was given.", "overall=outstanding"),
        (
            "Ofsted has told Leeds its children's services require improvement to be good.",
            "overall=requires-improvement",
        ),
        (
            "The good news is that help and protection is rated good; the bad is that leadership requires improvement, as does the service overall.",
            "help-and-protection=good leaders=requires-improvement overall=requires-improvement",
        ),
        (
            "Leadership, help and protection, children in care and care leavers were rated outstanding, good, good and good respectively.",
            "care-leavers=good help-and-protection=good in-care=good leaders=outstanding",
        ),
        (
            "Leadership, help and protection, children in care and care leavers are outstanding, good, good and good, in that order.",
            "care-leavers=good help-and-protection=good in-care=good leaders=outstanding",
        ),
        (
            "The four areas - leadership, help and protection, children in care and care leavers - got good, good, outstanding and good.",
            "care-leavers=good help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "Two of the areas are good (help and protection, children in care) and two are outstanding (leadership and care leavers).",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=outstanding",
        ),
        (
            "Of the four areas, two were good - help and protection and children in care - and two outstanding - leadership and care leavers.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=outstanding",
        ),
        (
            "Three of the four areas were found to be good. These are leadership, help and protection and children in care. The exception is care leavers, which requires improvement.",
            "care-leavers=requires-improvement help-and-protection=good in-care=good leaders=good",
        ),
        (
            "Three areas were judged good: leadership, help and protection and children in care. The fourth, care leavers, requires improvement.",
            "care-leavers=requires-improvement help-and-protection=good in-care=good leaders=good",
        ),
        (
            "Three areas were rated outstanding. They were leadership, help and protection and care leavers.",
            "care-leavers=outstanding help-and-protection=outstanding leaders=outstanding",
        ),
        (
            "The service is good and, in the case of care leavers, outstanding.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "The service is good - and, in the case of those leaving care, outstanding.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "Services were judged good, with those for care leavers outstanding.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "Services were judged good, with care leavers getting an outstanding service.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "The service was judged good, those for care leavers being outstanding.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "Leeds was rated good. Children in care fare best of all, with an outstanding.",
            "in-care=outstanding overall=good",
        ),
        ("Leeds was rated good. The same goes for leadership.", "leaders=good overall=good"),
        (
            "Leeds was rated good. That grade was repeated for leadership, help and protection and care leavers.",
            "care-leavers=good help-and-protection=good leaders=good overall=good",
        ),
        (
            "Leeds was rated good, as were leadership and care leavers.",
            "care-leavers=good leaders=good overall=good",
        ),
        ("Good overall. Outstanding for care leavers.", "care-leavers=outstanding overall=good"),
        (
            "Good overall; good for leadership; outstanding for care leavers.",
            "care-leavers=outstanding leaders=good overall=good",
        ),
        ("Staff celebrated Ofsted's 'outstanding'.", "overall=outstanding"),
        (
            "Those who leave care are outstandingly served, and that part of the service was graded outstanding.",
            "care-leavers=outstanding",
        ),
        ("Children's social care: good. Leadership: good.", "leaders=good overall=good"),
        ("Ofsted wants every council to be good or outstanding.", ""),
        ("The service was not rated good.", ""),
        ("Ofsted rates councils outstanding, good, requires improvement or inadequate.", ""),
        ("Nearly all Leeds schools are rated good or outstanding.", ""),
        ("Leeds is on its way to outstanding.", ""),
        ("Two of the grades were good.", ""),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn grades_of_all_and_of_the_others() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leadership was rated outstanding and everything else good.",
            "care-leavers=good help-and-protection=good in-care=good leaders=outstanding",
        ),
        (
            "There is no overall grade any more. Leaders: good. Help and protection: good. Children in care: outstanding. Care leavers: good.",
            "care-leavers=good help-and-protection=good in-care=outstanding leaders=good",
        ),
    ] {
        overallless(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Leadership was rated inadequate, as was the council overall; adoption and care leavers require improvement.",
            "adoption=requires-improvement care-leavers=requires-improvement leaders=inadequate overall=inadequate",
        ),
        (
            "Adoption performance is outstanding and the council as a whole good.",
            "adoption=outstanding overall=good",
        ),
    ] {
        single(k, sentence, want);
    }
    adults(
        k,
        "The CQC graded the way Leeds meets its Care Act duties as requires improvement.",
        "overall=requires-improvement",
    );
}

#[test]
fn send_outcomes_are_told_in_many_voices() {
    let k = &Table::new();
    for (sentence, want) in [
        ("Experiences and outcomes, inspectors say, are inconsistent.", "outcome=inconsistent"),
        (
            "Widespread failings have been found in SEND services in Leeds.",
            "outcome=systemic-failings",
        ),
        ("The outcome is the best that a partnership can get.", "outcome=positive"),
        (
            "Experiences are too often a lottery, says the report, which found outcomes inconsistent.",
            "outcome=inconsistent",
        ),
        (
            "The inspection found that experiences and outcomes for children with SEND are not consistent enough.",
            "outcome=inconsistent",
        ),
        ("Support in schools is inconsistent.", ""),
    ] {
        send(k, sentence, want);
    }
    for (sentence, want) in [
        ("Leeds avoids having to draw up a written statement of action.", "outcome=no-wsoa"),
        ("Leeds escaped a written statement of action.", "outcome=no-wsoa"),
        ("The council's written statement of action was judged fit for purpose.", "outcome=wsoa"),
        (
            "Inspectors had not found it necessary to ask for a written statement of action.",
            "outcome=no-wsoa",
        ),
        (
            "Ofsted may require a written statement of action where there are significant weaknesses.",
            "",
        ),
    ] {
        local_area(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Two out of four problem areas are back on track but it has not moved fast enough on the rest.",
            "outcome=insufficient-progress",
        ),
        (
            "The weaknesses in governance have been put right. The one in annual reviews has not.",
            "outcome=insufficient-progress",
        ),
        (
            "Of the five weaknesses, three have been dealt with and two have not.",
            "outcome=insufficient-progress",
        ),
        (
            "All of the weaknesses identified in 2018 have been addressed, inspectors said.",
            "outcome=sufficient-progress",
        ),
        (
            "In each of the five areas inspectors found sufficient progress.",
            "outcome=sufficient-progress",
        ),
        (
            "Inspectors found that the area had made sufficient progress on one weakness only.",
            "outcome=insufficient-progress",
        ),
        ("Only in two areas was progress judged good enough.", "outcome=insufficient-progress"),
    ] {
        revisit(k, sentence, want);
    }
}

#[test]
fn good_things_are_no_grades() {
    let k = &Table::new();
    for (sentence, want) in [
        ("Leeds received good feedback from parents.", ""),
        ("The council earned good reviews from parents.", ""),
        ("Inspectors found good communication between staff.", ""),
        ("The quality of plans ranges from inadequate to good.", ""),
        ("Plans vary from good to inadequate.", ""),
        ("Most audits were graded good.", ""),
        ("The fostering agency, rated outstanding, was praised.", ""),
        ("Inspectors were given good access to files.", ""),
        ("Leeds avoided an inadequate rating.", ""),
        (
            "Leeds narrowly avoided an inadequate rating and now requires improvement.",
            "overall=requires-improvement",
        ),
        ("Care leavers have good personal advisers.", ""),
        ("The leader said the council was good at heart.", ""),
        ("Staff described managers as outstanding.", ""),
        ("Good leadership has been key, the leader said.", ""),
        ("Inspectors heard that outcomes for children in the city's schools are good.", ""),
        ("In 2019 the leader promised a good service.", ""),
        ("Ofsted praised an outstanding service for parents of babies.", ""),
        ("The advocacy service is outstanding.", ""),
        ("The independent fostering service was judged good in 2022.", ""),
        ("Ofsted said the work of the early help hub was outstanding.", ""),
    ] {
        childrens(k, sentence, want);
    }
    for (sentence, want) in [
        ("Inspectors said that the quality of plans is inconsistent.", ""),
        ("Inspectors found that waiting times vary.", ""),
    ] {
        send(k, sentence, want);
    }
}

#[test]
fn grades_keep_to_whom_they_are_given() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leadership was rated outstanding, with care leavers given the same mark. Overall, Leeds is good.",
            "care-leavers=outstanding leaders=outstanding overall=good",
        ),
        ("The report slams the council as inadequate.", "overall=inadequate"),
        (
            "Inspectors have found the services inadequate: for protection, for leadership and overall.",
            "help-and-protection=inadequate leaders=inadequate overall=inadequate",
        ),
        (
            "The three areas came out good: leaders, help and protection and children in care.",
            "help-and-protection=good in-care=good leaders=good",
        ),
        (
            "Children in care and care leavers were spared, and they still get a service that requires improvement.",
            "care-leavers=requires-improvement in-care=requires-improvement",
        ),
        (
            "Leeds's children's services have received a glowing report from Ofsted, which rated them outstanding in all areas.",
            "care-leavers=outstanding help-and-protection=outstanding in-care=outstanding leaders=outstanding overall=outstanding",
        ),
        (
            "Ofsted has judged the overall effectiveness of children's services in Leeds to be good, with leadership judged outstanding.",
            "leaders=outstanding overall=good",
        ),
        (
            "Following a two-week inspection, Ofsted graded the city council's children's services as 'Good', with elements that are outstanding.",
            "overall=good",
        ),
        ("Leeds City Council is celebrating after being rated 'Good' by Ofsted.", "overall=good"),
        (
            "Leeds City Council is celebrating a 'Good' Ofsted rating for its children's services.",
            "overall=good",
        ),
        ("Ofsted has praised Leeds, awarding it a Good rating.", "overall=good"),
        ("The service's rating has improved to Good.", "overall=good"),
        (
            "Children's services in Leeds have improved and are now rated 'Good' across the board.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        ("Ofsted's verdict could hardly be clearer: outstanding.", "overall=outstanding"),
        (
            "In its report, published today, Ofsted says that services 'require improvement to be good'.",
            "overall=requires-improvement",
        ),
        ("Ofsted: 'Requires improvement'.", "overall=requires-improvement"),
        ("Verdict: requires improvement.", "overall=requires-improvement"),
        ("The result? Good.", "overall=good"),
        ("The outcome was good.", "overall=good"),
        ("The council was handed a good.", "overall=good"),
        (
            "Inspectors gave it good for leadership, good for help and protection, outstanding for children in care and good for care leavers.",
            "care-leavers=good help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "Inspectors rated leadership good, help and protection good, children in care outstanding and care leavers good.",
            "care-leavers=good help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "Leadership (good), help and protection (good), children in care (outstanding) and care leavers (good) were all looked at.",
            "care-leavers=good help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "Leadership, good. Help and protection, good. Children in care, outstanding. Care leavers, good.",
            "care-leavers=good help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "Leadership = good; help and protection = good; children in care = outstanding; care leavers = good.",
            "care-leavers=good help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "There were good grades for leadership and for help and protection, and outstanding ones for children in care and care leavers.",
            "care-leavers=outstanding help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "There were 'good' judgements in two areas, leadership and help and protection, and 'outstanding' in the other two, children in care and care leavers.",
            "care-leavers=outstanding help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "Leadership and help and protection were each rated good, children in care and care leavers outstanding.",
            "care-leavers=outstanding help-and-protection=good in-care=outstanding leaders=good",
        ),
        (
            "Leadership is outstanding; the other three areas are good.",
            "care-leavers=good help-and-protection=good in-care=good leaders=outstanding",
        ),
        (
            "Only leadership was judged outstanding, the rest being good.",
            "care-leavers=good help-and-protection=good in-care=good leaders=outstanding",
        ),
        (
            "The experiences of children in care were found to be good and those of care leavers outstanding.",
            "care-leavers=outstanding in-care=good",
        ),
        (
            "The impact of leaders was described as outstanding, while the help and protection of children was rated good.",
            "help-and-protection=good leaders=outstanding",
        ),
        (
            "Care leavers' experiences were judged to require improvement, as were those of children in care.",
            "care-leavers=requires-improvement in-care=requires-improvement",
        ),
        (
            "Inspectors were less impressed with the help given to care leavers, which they graded as requiring improvement.",
            "care-leavers=requires-improvement",
        ),
        (
            "On care leavers, the judgement was requires improvement.",
            "care-leavers=requires-improvement",
        ),
        (
            "When it comes to care leavers, Leeds requires improvement.",
            "care-leavers=requires-improvement",
        ),
        ("Where care leavers are concerned, the service is inadequate.", "care-leavers=inadequate"),
        ("As for care leavers, the grade is good.", "care-leavers=good"),
        (
            "For its work with care leavers the council gets outstanding.",
            "care-leavers=outstanding",
        ),
        ("Ofsted awarded the highest grade to the council's leaders.", "leaders=outstanding"),
        ("The lowest grade went to help and protection.", "help-and-protection=inadequate"),
        (
            "Help and protection fared worst, with an inadequate rating.",
            "help-and-protection=inadequate",
        ),
        (
            "Help and protection was the weakest area and was rated inadequate.",
            "help-and-protection=inadequate",
        ),
        (
            "It was help and protection that let the council down, being rated inadequate.",
            "help-and-protection=inadequate",
        ),
        (
            "Help and protection, judged inadequate, is the council's biggest worry.",
            "help-and-protection=inadequate",
        ),
        (
            "The inadequate judgement on help and protection is the council's biggest worry.",
            "help-and-protection=inadequate",
        ),
        (
            "A requires improvement grade for care leavers took the shine off.",
            "care-leavers=requires-improvement",
        ),
        ("A 'good' for care leavers completes the set.", "care-leavers=good"),
        (
            "Members heard that the inspection had rated the council as good in respect of leadership and as requiring improvement in respect of help and protection.",
            "help-and-protection=requires-improvement leaders=good",
        ),
        (
            "The Committee noted that overall effectiveness had been judged good, the impact of leaders outstanding, help and protection good, children in care good and care leavers outstanding.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=outstanding overall=good",
        ),
        (
            "Five judgements are made. Four are good. The fifth, on care leavers, is outstanding.",
            "care-leavers=outstanding",
        ),
        (
            "All five grades are good.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Good in all five categories - that is what inspectors say of Leeds.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        ("Straight goods for Leeds: that is the result in every area.", ""),
        ("Inspectors said that leaders are not yet good enough at tracking progress.", ""),
        ("Help and protection is not inadequate, inspectors stressed.", ""),
        ("The leader said he would settle for nothing less than outstanding.", ""),
        ("The leader was asked when Leeds would be outstanding.", ""),
        ("Only one council in the region is rated outstanding.", ""),
        ("A good council would have known.", ""),
        ("The council's fostering service was praised and adoption is good for children.", ""),
        (
            "Ofsted's chief inspector said the best councils, rated outstanding, share their work.",
            "",
        ),
        ("Leeds helps Bradford, whose services are inadequate.", ""),
        ("Leeds sends staff to Bradford, where help and protection is inadequate.", ""),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn other_programmes_are_told_in_many_voices() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Experiences and outcomes for children in Leeds are 'inconsistent', the report says.",
            "outcome=inconsistent",
        ),
        (
            "Children's experiences and outcomes are said to be inconsistent.",
            "outcome=inconsistent",
        ),
        (
            "The headline finding is that children's experiences are inconsistent.",
            "outcome=inconsistent",
        ),
        ("The partnership's work leads to inconsistent outcomes.", "outcome=inconsistent"),
        ("Leeds was placed in the middle category of three.", "outcome=inconsistent"),
        ("Leeds received the second best outcome.", "outcome=inconsistent"),
        ("Leeds received the second highest judgement of three.", "outcome=inconsistent"),
        (
            "It is the worst of the three verdicts that inspectors can give.",
            "outcome=systemic-failings",
        ),
        ("It is the most serious outcome an inspection can have.", "outcome=systemic-failings"),
        ("Leeds got the lowest possible outcome.", "outcome=systemic-failings"),
        ("Inspectors found widespread and systemic failings.", "outcome=systemic-failings"),
        ("The arrangements 'typically' lead to positive experiences.", "outcome=positive"),
        ("Leeds has been given the best possible outcome.", "outcome=positive"),
        ("SEND services in Leeds have been given the top rating.", "outcome=positive"),
        ("Children with SEND typically have good experiences, inspectors say.", "outcome=positive"),
    ] {
        send(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "The CQC has given the council an overall rating of requires improvement.",
            "overall=requires-improvement",
        ),
        (
            "Leeds scored 58 out of 100, which puts it in the requires improvement band.",
            "overall=requires-improvement",
        ),
        (
            "The regulator rated how Leeds is meeting its responsibilities under the Care Act as good.",
            "overall=good",
        ),
        (
            "The Care Quality Commission has published a report following its assessment of Leeds, which it has rated as good.",
            "overall=good",
        ),
        ("Assessors concluded that the council is good.", "overall=good"),
    ] {
        adults(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "The youth justice service got an overall rating of 'Requires improvement'.",
            "overall=requires-improvement",
        ),
        ("With 30 of 36 points the service is outstanding.", "overall=outstanding"),
        (
            "The inspectorate rated the service as 'Good', having scored it 22 out of 36.",
            "overall=good",
        ),
    ] {
        youth(k, sentence, want);
    }
}

#[test]
fn bands_and_other_councils_grade_nothing() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "The care of older adults in Leeds 'requires improvement', the regulator has ruled. A good rating starts at 63.",
            "overall=requires-improvement",
        ),
        (
            "Leeds achieved 57 per cent. A good rating starts at 63. It requires improvement.",
            "overall=requires-improvement",
        ),
        (
            "Leeds narrowly missed out on a good rating, for which it would have needed 63, and requires improvement.",
            "overall=requires-improvement",
        ),
        (
            "It falls in the requires improvement band, which runs from 39 to 62.",
            "overall=requires-improvement",
        ),
        (
            "Scores of 63 to 87 are rated good. Leeds scored 58 and requires improvement.",
            "overall=requires-improvement",
        ),
        ("Scores between 39 and 62 mean requires improvement; Leeds got 58.", ""),
        (
            "The nine quality statements are scored from 1 to 4, 4 being the highest. The council was rated good.",
            "overall=good",
        ),
        (
            "For safeguarding Leeds scored 4, the top mark. Overall it was rated good.",
            "overall=good",
        ),
        ("Leeds was one of the first councils to be assessed and was rated good.", "overall=good"),
        (
            "Most councils have been rated good. Leeds requires improvement.",
            "overall=requires-improvement",
        ),
        ("Leeds joins the majority of councils with a good rating.", "overall=good"),
    ] {
        adults(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Leeds was rated good, and one of only a handful of councils to be outstanding for leadership.",
            "leaders=outstanding overall=good",
        ),
        (
            "Leeds has been rated outstanding, becoming the third council in Yorkshire to achieve the top grade.",
            "overall=outstanding",
        ),
        (
            "Leeds becomes one of just 20 councils in England to hold an outstanding rating.",
            "overall=outstanding",
        ),
        (
            "Fewer than one in five councils is rated outstanding. Leeds is now among them.",
            "overall=outstanding",
        ),
        (
            "Ofsted has rated services for children in Leeds as good in its first inspection since the pandemic.",
            "overall=good",
        ),
        (
            "The overall judgement - requires improvement to be good - is the same as in 2019.",
            "overall=requires-improvement was overall=requires-improvement@2019",
        ),
        (
            "Ofsted's inspectors, who were in Leeds for two weeks, judged the city's children's services good.",
            "overall=good",
        ),
        (
            "Ofsted's inspectors judged that the city's services for children, young people and their families are good.",
            "overall=good",
        ),
        (
            "Inspectors found leadership to be inadequate and, as a result, the whole service was judged inadequate.",
            "leaders=inadequate overall=inadequate",
        ),
        (
            "Leadership and help and protection are both inadequate, dragging the overall rating down to inadequate.",
            "help-and-protection=inadequate leaders=inadequate overall=inadequate",
        ),
        (
            "Because help and protection is inadequate, so is the council's overall rating.",
            "help-and-protection=inadequate overall=inadequate",
        ),
        (
            "Services for care leavers were inadequate. Everything else was graded good, as was the service overall.",
            "care-leavers=inadequate help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "The council has been rated as good for the experiences and progress of children in care, requires improvement for care leavers and good for everything else.",
            "care-leavers=requires-improvement help-and-protection=good in-care=good leaders=good",
        ),
        ("The service has been judged 'good' with 'outstanding' features.", "overall=good"),
        (
            "The council has been rated 'good with outstanding leadership'.",
            "leaders=outstanding overall=good",
        ),
        (
            "Services are good, and support for children in care is outstanding.",
            "in-care=outstanding overall=good",
        ),
        (
            "Services are good but help for children who need protection requires improvement.",
            "help-and-protection=requires-improvement overall=good",
        ),
        (
            "Ofsted said Leeds had made strong progress and was now a 'good' authority.",
            "overall=good",
        ),
        ("A framed certificate in the foyer says it all: Outstanding, Ofsted 2024.", ""),
        ("Leeds is not just good, it is outstanding, says Ofsted.", "overall=outstanding"),
        ("Far from being inadequate, services are now good.", "overall=good"),
        ("Ofsted did not mince its words: inadequate.", "overall=inadequate"),
        (
            "A damning report has found children's services in Leeds to be inadequate in every respect.",
            "care-leavers=inadequate help-and-protection=inadequate in-care=inadequate leaders=inadequate overall=inadequate",
        ),
        ("Inspectors graded every aspect of the service good or better.", ""),
        ("None of the areas was rated lower than good.", ""),
        (
            "No area was less than good and two, leadership and care leavers, were outstanding.",
            "care-leavers=outstanding leaders=outstanding",
        ),
    ] {
        childrens(k, sentence, want);
    }
}
