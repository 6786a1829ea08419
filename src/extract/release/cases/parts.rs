//! Grades of the parts of a service, several in a sentence. The rows that must grade nothing stand among the others.

use super::{Table, childrens, single};

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
            "care-leavers=outstanding help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Leeds is good in every area bar leadership, which is outstanding.",
            "care-leavers=good help-and-protection=good in-care=good leaders=outstanding overall=good",
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
            "adoption=requires-improvement care-leavers=requires-improvement help-and-protection=inadequate in-care=inadequate leaders=inadequate overall=inadequate",
        ),
    ] {
        single(k, sentence, want);
    }
}

#[test]
fn names_beside_the_others_have_the_grade_of_their_own_clause() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Ofsted rated Leeds outstanding for leaders, with care leavers rated good.",
            "care-leavers=good leaders=outstanding",
        ),
        (
            "Leeds was judged good for leaders, help and protection, with services for care leavers outstanding.",
            "care-leavers=outstanding help-and-protection=good leaders=good",
        ),
        (
            "Inspectors rated leaders good, with care leavers and children in care judged inadequate.",
            "care-leavers=inadequate in-care=inadequate leaders=good",
        ),
        // A verb that is none of grading: nothing, least of all the grade before.
        (
            "Leeds is now good for leaders, with care leavers moving up to outstanding.",
            "leaders=good",
        ),
        // Told behind a colon in clauses of their own.
        (
            "We got two goods and one requires improvement: leaders and care leavers are good, help and protection requires improvement.",
            "care-leavers=good help-and-protection=requires-improvement leaders=good",
        ),
        (
            "Two judgements require improvement: leaders and care leavers.",
            "care-leavers=requires-improvement leaders=requires-improvement",
        ),
        (
            "Leeds was rated good overall and in every other area.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        // No grade of their own: they share the one before.
        (
            "Leeds was rated good for leaders, with care leavers and children in care.",
            "care-leavers=good in-care=good leaders=good",
        ),
    ] {
        childrens(k, sentence, want);
    }
}
