//! Ways of telling grades, one table per class of sentence; the rows that must grade nothing stand
//! among the others.

use super::{Table, adults, childrens, local_area, send, told};

/// A children's services release under the single inspection framework.
fn single(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "Ofsted report on Leeds\n4 March 2017\nOfsted has published its report on children's services at Leeds City Council after an inspection in January 2017.\n{sentence}"
    );
    told(table, &lines, want);
}

/// A release about a revisit after a written statement of action.
fn revisit(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "Inspectors' letter about the SEND revisit to Leeds\n4 March 2021\nOfsted and the CQC have published the letter about their revisit to the local area of Leeds in January 2021.\n{sentence}"
    );
    told(table, &lines, want);
}

/// A youth justice release of 2023.
fn youth(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "Report on Leeds Youth Justice Service\n4 March 2023\nHM Inspectorate of Probation has published its report on Leeds Youth Justice Service, which it inspected in December 2022.\n{sentence}"
    );
    told(table, &lines, want);
}

#[test]
fn parts_of_a_service_keep_their_own_grades() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "The services are good overall, with its care leavers' service rated outstanding.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "Leeds was told it requires improvement overall, but inspectors said it was good for leaders.",
            "leaders=good overall=requires-improvement",
        ),
        (
            "The council was rated good overall, though its work with children in care requires improvement.",
            "in-care=requires-improvement overall=good",
        ),
        (
            "Ofsted gave Leeds a good rating overall and an outstanding one for its care leavers' service.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "Overall effectiveness was judged good, as were leadership, help and protection and care for children in care, while the service for care leavers was outstanding.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Leeds was rated inadequate overall, for leadership and for help and protection, and requires improvement for children in care and care leavers.",
            "care-leavers=requires-improvement help-and-protection=inadequate in-care=requires-improvement leaders=inadequate overall=inadequate",
        ),
        (
            "Leeds was graded good, and outstanding for children in care.",
            "in-care=outstanding overall=good",
        ),
        (
            "The council got a good, with an outstanding for leadership.",
            "leaders=outstanding overall=good",
        ),
        (
            "Services require improvement, although leadership is said to be good.",
            "leaders=good overall=requires-improvement",
        ),
        (
            "Children's services are good overall. The exception is support for care leavers, which requires improvement.",
            "care-leavers=requires-improvement overall=good",
        ),
        (
            "Leeds's services are judged good; help and protection, however, is found to require improvement.",
            "help-and-protection=requires-improvement overall=good",
        ),
        (
            "It grades services 'inadequate' both for the 'impact of leaders' and for 'overall effectiveness', and 'requires improvement' for 'children who need help and protection' and 'children in care'.",
            "help-and-protection=requires-improvement in-care=requires-improvement leaders=inadequate overall=inadequate",
        ),
        (
            "The borough scored 'good' for leadership, for help and protection and for overall effectiveness.",
            "help-and-protection=good leaders=good overall=good",
        ),
        (
            "Inspectors found outstanding leadership and outstanding services overall; help and protection is good.",
            "help-and-protection=good leaders=outstanding overall=outstanding",
        ),
        (
            "The overall grade is requires improvement. For help and protection it is inadequate.",
            "help-and-protection=inadequate overall=requires-improvement",
        ),
        (
            "Ofsted says the services are good overall. When it comes to help and protection, though, the grade is requires improvement to be good.",
            "help-and-protection=requires-improvement overall=good",
        ),
        (
            "Each of the judgements was good except for care leavers, where it was outstanding.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "Leeds is good in every area bar leadership, which is outstanding.",
            "leaders=outstanding overall=good",
        ),
        (
            "Its care leavers' service was singled out as outstanding, and the council is rated good overall.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "The council requires improvement overall. Its children in care fare better: that part of the service is good.",
            "in-care=good overall=requires-improvement",
        ),
        (
            "There is no overall grade any more. Leadership and children in care were each judged good; help and protection and care leavers each require improvement.",
            "care-leavers=requires-improvement help-and-protection=requires-improvement in-care=good leaders=good",
        ),
        (
            "Leeds children's services have been judged good. The impact that leaders have on social work practice was also good.",
            "leaders=good overall=good",
        ),
        (
            "Leeds children's services have been judged good. The difference that leaders make to social work practice is also graded good.",
            "leaders=good overall=good",
        ),
        (
            "Inspectors judged the services to be inadequate. So too was the leadership.",
            "leaders=inadequate overall=inadequate",
        ),
        (
            "Leeds was rated good overall by Ofsted, which said that the experiences and progress of children in care require improvement.",
            "in-care=requires-improvement overall=good",
        ),
        (
            "Leeds was rated good overall. Help and protection is good, but children in care wait too long, and their experiences and progress require improvement.",
            "help-and-protection=good in-care=requires-improvement overall=good",
        ),
        (
            "Leeds was rated good overall. Care leavers, though, are less well served: inspectors say that their experiences require improvement.",
            "care-leavers=requires-improvement overall=good",
        ),
        (
            "Leeds was rated good overall. Help and protection was good, and so was the support given to care leavers.",
            "care-leavers=good help-and-protection=good overall=good",
        ),
        (
            "Leeds was rated good overall. Help and protection was good, as was the support on offer to care leavers.",
            "care-leavers=good help-and-protection=good overall=good",
        ),
        (
            "Services are good overall. Care leavers have good access to housing and good advice on jobs.",
            "overall=good",
        ),
        (
            "Services are good overall. Leaders know that care leavers' housing needs to be good.",
            "overall=good",
        ),
        (
            "Services require improvement overall. Inspectors said that the support for care leavers was not yet good.",
            "overall=requires-improvement",
        ),
        (
            "Services require improvement overall. Leaders have a good understanding of what children in care need.",
            "overall=requires-improvement",
        ),
        (
            "Two of the four areas looked at, leadership and help and protection, were rated good, but the council requires improvement overall.",
            "help-and-protection=good leaders=good overall=requires-improvement",
        ),
        (
            "Overall: good. Leaders: outstanding. Help and protection: good. Children in care: good. Care leavers: outstanding.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=outstanding overall=good",
        ),
        (
            "The headline grade was good. Leadership and the care leaver service were outstanding, and help and protection and children in care good.",
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=outstanding overall=good",
        ),
        (
            "Ofsted's inspectors rated us good overall, good for help and protection, and outstanding for leadership.",
            "help-and-protection=good leaders=outstanding overall=good",
        ),
        (
            "The council achieved good for overall effectiveness, good for the experiences and progress of children who need help and protection and outstanding for the impact of leaders.",
            "help-and-protection=good leaders=outstanding overall=good",
        ),
        (
            "\"Good\" was the verdict overall and \"outstanding\" that for children in care.",
            "in-care=outstanding overall=good",
        ),
        (
            "The services were found to require improvement, and the leadership to be inadequate.",
            "leaders=inadequate overall=requires-improvement",
        ),
        (
            "Leeds has been rated good, with care leavers the only area that requires improvement.",
            "care-leavers=requires-improvement overall=good",
        ),
        (
            "Leeds has been rated good. Only one area, care leavers, requires improvement.",
            "care-leavers=requires-improvement overall=good",
        ),
        (
            "Leeds has been rated good overall. One area fell short: care leavers, where the grade was requires improvement.",
            "care-leavers=requires-improvement overall=good",
        ),
        (
            "Ofsted has rated Leeds inadequate. Help and protection was given the same grade.",
            "help-and-protection=inadequate overall=inadequate",
        ),
        (
            "Ofsted rates Leeds good. For its care of children in care it gets top marks: outstanding.",
            "in-care=outstanding overall=good",
        ),
        (
            "Leadership won a good, but that was not enough to stop an overall verdict of requires improvement.",
            "leaders=good overall=requires-improvement",
        ),
        ("Leeds was rated good, with leaders praised for their grip.", "overall=good"),
        (
            "Leeds was rated good, and care leavers told inspectors that they feel safe.",
            "overall=good",
        ),
        ("Leeds was rated good overall, and leadership drew praise.", "overall=good"),
        ("Leeds was rated good overall and for leadership.", "leaders=good overall=good"),
        (
            "Leeds was rated good. Children in care have good schools, and care leavers a good choice of homes.",
            "overall=good",
        ),
        (
            "The services require improvement, with children in care moved too often.",
            "overall=requires-improvement",
        ),
        (
            "The services require improvement. Leaders want help and protection to be good by the summer.",
            "overall=requires-improvement",
        ),
        ("The services were not rated good or outstanding.", ""),
        (
            "The services were rated requires improvement. To be judged good a council must show that help comes early.",
            "overall=requires-improvement",
        ),
        (
            "The services have been judged good overall; \"outstanding\" is the word for help and protection.",
            "help-and-protection=outstanding overall=good",
        ),
        (
            "Ofsted's grades: overall good; leaders good; help and protection requires improvement; children in care outstanding; care leavers good.",
            "care-leavers=good help-and-protection=requires-improvement in-care=outstanding leaders=good overall=good",
        ),
        (
            "Our results\nOverall effectiveness - Good\nLeadership - Good\nHelp and protection - Requires improvement\nChildren in care - Outstanding\nCare leavers - Good",
            "care-leavers=good help-and-protection=requires-improvement in-care=outstanding leaders=good overall=good",
        ),
        (
            "The council was rated good overall, with two outstanding judgements, for leadership and for children in care, and two good ones, for help and protection and for care leavers.",
            "care-leavers=good help-and-protection=good in-care=outstanding leaders=outstanding overall=good",
        ),
        (
            "Children in care and care leavers were the bright spots, each rated good; leadership, help and protection and overall effectiveness require improvement.",
            "care-leavers=good help-and-protection=requires-improvement in-care=good leaders=requires-improvement overall=requires-improvement",
        ),
        (
            "The council was rated good overall. Help and protection and children in care were good too. Care leavers fared worse, at requires improvement.",
            "care-leavers=requires-improvement help-and-protection=good in-care=good overall=good",
        ),
        (
            "The council was rated good overall. For care leavers the picture is different, and the grade is requires improvement.",
            "care-leavers=requires-improvement overall=good",
        ),
        (
            "Leeds is outstanding overall, and its leaders were judged outstanding as well.",
            "leaders=outstanding overall=outstanding",
        ),
        (
            "Inspectors rated the service inadequate, as they did help and protection.",
            "help-and-protection=inadequate overall=inadequate",
        ),
        (
            "The borough is good overall - and outstanding in the way it looks after children in care.",
            "in-care=outstanding overall=good",
        ),
        (
            "Ofsted has found that services are good and that the experiences of those leaving care are outstanding.",
            "care-leavers=outstanding overall=good",
        ),
        (
            "Services require improvement overall, but in the case of children in care they are inadequate.",
            "in-care=inadequate overall=requires-improvement",
        ),
        (
            "Leeds has been given a second successive good. Leaders, too, were graded good.",
            "leaders=good overall=good was overall=good",
        ),
    ] {
        childrens(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Leeds was rated requires improvement overall. Adoption was \"good\", and so was the help that care leavers are offered.",
            "adoption=good care-leavers=good overall=requires-improvement",
        ),
        (
            "Leeds was rated good. Leadership, management and governance is good, and so are adoption and the help given to care leavers. The experiences of children who are looked after still require improvement.",
            "adoption=good care-leavers=good in-care=requires-improvement leaders=good overall=good",
        ),
        (
            "The city requires improvement overall, adoption being the one area to be called good.",
            "adoption=good overall=requires-improvement",
        ),
        (
            "All judgements were inadequate but adoption and care leavers, which require improvement.",
            "adoption=requires-improvement care-leavers=requires-improvement overall=inadequate",
        ),
    ] {
        single(k, sentence, want);
    }
}

#[test]
fn results_in_plain_and_indirect_words() {
    let k = &Table::new();
    for (sentence, want) in [
        ("Leeds has been told that its adult social care is good.", "overall=good"),
        (
            "The CQC's rating for Leeds is requires improvement, with a score of 61.",
            "overall=requires-improvement",
        ),
        ("Leeds scored 74 out of 100, which is good.", "overall=good"),
        (
            "The watchdog said that the council's adult services require improvement.",
            "overall=requires-improvement",
        ),
        ("A 'good' was what the regulator gave Leeds.", "overall=good"),
        ("Good news for adult social care: the CQC says it is 'Good'.", "overall=good"),
        (
            "The authority just missed out on a good rating and was rated requires improvement.",
            "overall=requires-improvement",
        ),
        (
            "Leeds was two points short of a good rating. The regulator put it at requires improvement.",
            "overall=requires-improvement",
        ),
        ("The regulator's verdict? Good.", "overall=good"),
        ("The CQC has given Leeds its lowest rating.", "overall=inadequate"),
        (
            "The regulator could not have given Leeds a higher mark: outstanding.",
            "overall=outstanding",
        ),
        (
            "Adult social care in Leeds \"requires improvement\", according to the regulator.",
            "overall=requires-improvement",
        ),
        (
            "The council's overall rating is requires improvement, one mark away from good.",
            "overall=requires-improvement",
        ),
        (
            "Six of the nine areas were good but the overall rating was requires improvement.",
            "overall=requires-improvement",
        ),
        (
            "Seven of the nine quality statements were 'good', leading to a good rating overall.",
            "overall=good",
        ),
        ("Leeds hopes to be found good.", ""),
        (
            "How we work with people was rated good, and so was leadership. Taken together that makes us a good council, says the CQC.",
            "overall=good",
        ),
        ("Ratings of 3 in eight of nine areas added up to 'good' overall.", "overall=good"),
        ("The CQC decided that Leeds requires improvement.", "overall=requires-improvement"),
        (
            "Leeds needs to improve the care it offers adults, the regulator has said in a report that rates it 'requires improvement'.",
            "overall=requires-improvement",
        ),
    ] {
        adults(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Leeds Youth Justice Service is 'Outstanding', according to HM Inspectorate of Probation.\nOnly a handful of services have ever been given the top rating.\nOf the standards looked at, nine were 'Outstanding' and three were 'Good'.",
            "overall=outstanding",
        ),
        ("The service scored 26 out of 36, which makes it good.", "overall=good"),
        ("They put the service down as good.", "overall=good"),
        (
            "Youth justice workers in Leeds have been told to improve: the overall rating is 'requires improvement'.",
            "overall=requires-improvement",
        ),
        ("Inspectors gave it 'inadequate', the worst there is.", "overall=inadequate"),
        ("HMIP gave the service an overall 'Good'.", "overall=good"),
        (
            "The youth justice team has been awarded the inspectorate's top mark.",
            "overall=outstanding",
        ),
        (
            "Leeds earned a 'good' from the probation inspectors, its resettlement work having been rated outstanding.",
            "overall=good",
        ),
        (
            "Leeds was graded 'good'; resettlement policy was graded 'requires improvement'.",
            "overall=good",
        ),
        (
            "Leeds Youth Justice Service has been rated 'Requires improvement' overall. Its out-of-court work was 'Good', its court work 'Requires improvement' and its leadership 'Good'.",
            "overall=requires-improvement",
        ),
        (
            "The service is a good one, the inspectorate concluded in a report that awards the second-highest rating.",
            "overall=good",
        ),
    ] {
        youth(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Ofsted: services 'inadequate' and 'require improvement'? Not any more. Leeds is rated good.",
            "overall=good",
        ),
        (
            "Ofsted: Leeds's children's social care services are 'inadequate' and 'require improvement'\nThe services are rated inadequate overall and for leaders, and requires improvement for help and protection.",
            "help-and-protection=requires-improvement leaders=inadequate overall=inadequate",
        ),
        (
            "Leeds was rated requires improvement. \"My daughter's support was inadequate,\" said one mother.",
            "overall=requires-improvement",
        ),
        (
            "Leeds was rated requires improvement. \"It's outstanding what they do,\" said a resident.",
            "overall=requires-improvement",
        ),
        (
            "Leeds was rated good. A resident said: \"Good? I'd say it was inadequate.\"",
            "overall=good",
        ),
        ("The council is in the second-best band: good.", "overall=good"),
        (
            "Services were placed in the second-lowest of the four categories.",
            "overall=requires-improvement",
        ),
        (
            "Ofsted has failed Leeds, giving its children's services the lowest of four grades.",
            "overall=inadequate",
        ),
        ("Leeds joins the elite of councils rated outstanding.", "overall=outstanding"),
        (
            "Leeds has become one of only twenty councils to be rated outstanding.",
            "overall=outstanding",
        ),
        ("Leeds's children's services are good, and getting better.", "overall=good"),
        ("Leeds children's services are officially good.", "overall=good"),
        ("It's official: children's services in Leeds are good!", "overall=good"),
        (
            "Good: that is Ofsted's one-word verdict on children's services in Leeds.",
            "overall=good",
        ),
        (
            "Ofsted says children's services in Leeds must do better, and grades them requires improvement.",
            "overall=requires-improvement",
        ),
        ("Leeds \"requires improvement to be good\", Ofsted says.", "overall=requires-improvement"),
        ("Ofsted brands Leeds children's services 'inadequate'.", "overall=inadequate"),
        (
            "Ofsted inspectors have praised Leeds children's services, which they say are good.",
            "overall=good",
        ),
        ("Ofsted gives thumbs up to Leeds: good.", "overall=good"),
        ("Children's services in Leeds have been slammed as inadequate.", "overall=inadequate"),
    ] {
        childrens(k, sentence, want);
    }
}

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

#[test]
fn send_outcomes_in_other_words() {
    let k = &Table::new();
    for (sentence, want) in [
        ("The area must now write a Written Statement of Action.", "outcome=wsoa"),
        ("Inspectors did not ask for a written statement of action.", "outcome=no-wsoa"),
        ("No written statement was called for.", "outcome=no-wsoa"),
        ("Inspectors say if a Written Statement of Action is needed. One is.", "outcome=wsoa"),
        (
            "Inspectors say whether a written statement of action is needed. In our case it is not.",
            "outcome=no-wsoa",
        ),
        (
            "They could have asked for a written statement of action, but did not.",
            "outcome=no-wsoa",
        ),
        (
            "The chief inspector has decided that the council and CCG must set out in a written statement how they will tackle four areas of significant weakness.",
            "outcome=wsoa",
        ),
        (
            "There was no need for a Written Statement of Action, unlike in half of areas.",
            "outcome=no-wsoa",
        ),
        (
            "We are among the areas that were not told to write a statement of action.",
            "outcome=no-wsoa",
        ),
        (
            "We are among the areas that have been told to write a statement of action.",
            "outcome=wsoa",
        ),
        ("Four areas of significant weakness were identified.", "outcome=wsoa"),
        ("Inspectors found no areas of significant weakness.", "outcome=no-wsoa"),
        ("The inspectors did not find any areas of significant weakness.", "outcome=no-wsoa"),
        (
            "Leeds has 70 days to say how it will fix six serious weaknesses, in what is known as a written statement of action.",
            "outcome=wsoa",
        ),
        ("A Written Statement of Action (WSoA) will be drawn up with parents.", "outcome=wsoa"),
        ("Good news: no WSoA!", "outcome=no-wsoa"),
        (
            "The chief inspector said a written statement of action would be required because of significant weaknesses.",
            "outcome=wsoa",
        ),
        ("A written statement of action is not required.", "outcome=no-wsoa"),
        ("A written statement of action was not needed, said the council.", "outcome=no-wsoa"),
        (
            "Inspectors had to decide whether a statement of action was needed, and one was: it is due in 70 days.",
            "outcome=wsoa",
        ),
        (
            "A number of significant weaknesses in the area's practice mean that a Written Statement of Action is to be written.",
            "outcome=wsoa",
        ),
    ] {
        local_area(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Leeds has made sufficient progress in addressing all the significant weaknesses.",
            "outcome=sufficient-progress",
        ),
        ("Sufficient progress has been made in all five areas.", "outcome=sufficient-progress"),
        (
            "Leeds has moved forward on only two of the five weaknesses.",
            "outcome=insufficient-progress",
        ),
        (
            "Sufficient progress has not been made on the other three.",
            "outcome=insufficient-progress",
        ),
        (
            "Enough had been done about three of the five weaknesses.",
            "outcome=insufficient-progress",
        ),
        (
            "Inspectors were satisfied with progress on four of the six areas; on two they were not.",
            "outcome=insufficient-progress",
        ),
        ("The area has put right all four of the weaknesses.", "outcome=sufficient-progress"),
        (
            "Leeds has failed to put right all four of the weaknesses.",
            "outcome=insufficient-progress",
        ),
        (
            "Three of the four weaknesses have been dealt with; one has not.",
            "outcome=insufficient-progress",
        ),
        (
            "Inspectors are satisfied that all the weaknesses have been tackled.",
            "outcome=sufficient-progress",
        ),
        (
            "All seven weaknesses had been addressed, the inspectors found.",
            "outcome=sufficient-progress",
        ),
        (
            "Progress was sufficient in four areas, insufficient in one.",
            "outcome=insufficient-progress",
        ),
        ("Not enough had changed in two of the areas.", "outcome=insufficient-progress"),
        ("One weakness remains: joint commissioning.", "outcome=insufficient-progress"),
        ("Did we do enough? Yes: in all three areas.", "outcome=sufficient-progress"),
        (
            "The answer is yes: inspectors say that enough has been done in each of the five areas.",
            "outcome=sufficient-progress",
        ),
        (
            "The inspectors said the pace of change had been too slow in four of the five areas of weakness.",
            "outcome=insufficient-progress",
        ),
        ("Just one out of six areas had improved enough.", "outcome=insufficient-progress"),
        (
            "Five out of five: that is how many of the areas of weakness have seen sufficient progress.",
            "outcome=sufficient-progress",
        ),
        (
            "The area has not made sufficient progress in addressing any of the significant weaknesses.",
            "outcome=insufficient-progress",
        ),
        ("No progress to speak of was found in two of them.", "outcome=insufficient-progress"),
        (
            "Leeds had made sufficient progress in some but not all areas.",
            "outcome=insufficient-progress",
        ),
        (
            "Sufficient progress on four of the weaknesses, but not on the fifth.",
            "outcome=insufficient-progress",
        ),
        (
            "In three areas progress has been sufficient. In the other two it has not.",
            "outcome=insufficient-progress",
        ),
        (
            "The partnership has not done enough to fix three of the seven weaknesses.",
            "outcome=insufficient-progress",
        ),
        ("Of the seven weaknesses, four remain.", "outcome=insufficient-progress"),
        (
            "The inspectors were satisfied with the progress made in each of the five areas of weakness.",
            "outcome=sufficient-progress",
        ),
        (
            "All five areas of weakness had been addressed. Waiting times for therapy are still too long, the letter says.",
            "outcome=sufficient-progress",
        ),
        (
            "The letter says that one area of weakness still remains.",
            "outcome=insufficient-progress",
        ),
        ("None of the four weaknesses remain.", "outcome=sufficient-progress"),
        ("None of the four weaknesses had been dealt with.", "outcome=insufficient-progress"),
        ("Of the four weaknesses, none is left.", "outcome=sufficient-progress"),
        (
            "The inspectors found that the area had not moved on enough.",
            "outcome=insufficient-progress",
        ),
        (
            "It was two out of five for Leeds: inspectors said enough had been done about two of the weaknesses.",
            "outcome=insufficient-progress",
        ),
    ] {
        revisit(k, sentence, want);
    }
    for (sentence, want) in [
        ("The report gives Leeds the best of the three outcomes.", "outcome=positive"),
        (
            "Experiences and outcomes for children with SEND are inconsistent, says the report.",
            "outcome=inconsistent",
        ),
        (
            "Children's experiences and outcomes vary, the second of three possible judgements.",
            "outcome=inconsistent",
        ),
        ("Leeds got the middle outcome.", "outcome=inconsistent"),
        ("The verdict was the one in the middle of three.", "outcome=inconsistent"),
        (
            "There are widespread and systemic failings in the way the partnership works.",
            "outcome=systemic-failings",
        ),
        (
            "Inspectors found systemic failings that must be put right urgently.",
            "outcome=systemic-failings",
        ),
        (
            "Inspectors found widespread failings which give rise to significant concerns about the experiences and outcomes of children.",
            "outcome=systemic-failings",
        ),
        ("Leeds was given the worst of three possible outcomes.", "outcome=systemic-failings"),
        (
            "It is the most serious of the three findings that inspectors can make.",
            "outcome=systemic-failings",
        ),
        ("Outcomes for children were found to be inconsistent.", "outcome=inconsistent"),
        (
            "Arrangements typically lead to good experiences for children, the best of three findings.",
            "outcome=positive",
        ),
        (
            "Children with SEND typically have positive experiences and outcomes.",
            "outcome=positive",
        ),
        ("It is the second of the three possible conclusions.", "outcome=inconsistent"),
        ("It's the second highest of the three outcomes.", "outcome=inconsistent"),
        ("Leeds is one of a handful of areas to get the top outcome.", "outcome=positive"),
        ("The inspection resulted in outcome two.", "outcome=inconsistent"),
        (
            "The outcome falls into the second of three categories: inconsistent.",
            "outcome=inconsistent",
        ),
        ("The inspection outcome was 'inconsistent'.", "outcome=inconsistent"),
        (
            "The partnership's arrangements lead to experiences and outcomes that are inconsistent.",
            "outcome=inconsistent",
        ),
        (
            "Inspectors concluded that children's experiences are inconsistent, and so are their outcomes.",
            "outcome=inconsistent",
        ),
        (
            "Families' experiences of SEND services in Leeds are too inconsistent, inspectors have found. It is the middle of the three judgements.",
            "outcome=inconsistent",
        ),
        ("Ofsted and CQC gave the partnership the highest outcome.", "outcome=positive"),
        ("We were given outcome 1, the highest of the three.", "outcome=positive"),
        ("They've put us in the bottom band of the three.", "outcome=systemic-failings"),
        ("They've put us in the middle band.", "outcome=inconsistent"),
        (
            "Of the three judgements open to inspectors this is the bottom one.",
            "outcome=systemic-failings",
        ),
        ("Leaders must act urgently on widespread systemic failings.", "outcome=systemic-failings"),
    ] {
        send(k, sentence, want);
    }
}

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
        ("They made no request for a written statement of action.", "outcome=no-wsoa"),
        (
            "HMCI determined that a Written Statement of Action is required because of significant areas of weakness.",
            "outcome=wsoa",
        ),
    ] {
        local_area(k, sentence, want);
    }
}
