//! Results in plain and indirect words, of every inspectorate. The rows that must grade nothing stand among the others.

use super::{Table, adults, childrens, youth};

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
        ("Services were handed the second lowest of four ratings.", "overall=requires-improvement"),
        ("Services landed in the second worst of its four bands.", "overall=requires-improvement"),
        ("Services were given the second highest of the watchdog's four marks.", "overall=good"),
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
