//! Several earlier inspections in one release, and which of them `previous` begins with: the one
//! directly before. The rows that must grade nothing stand among the others.

use super::{Table, childrens, extract, send, text, youth};

#[test]
fn of_several_years_the_last_counts() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leeds was rated good. Ofsted had found services inadequate in 2016, again in 2018 and most recently in May 2021.",
            "overall=good was overall=inadequate@2021",
        ),
        (
            "Leeds was rated good, up from the bottom mark in 2017 and again in 2020.",
            "overall=good was overall=inadequate@2020",
        ),
        (
            "Leeds was rated good. It had been inadequate in 2016 and 2019.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good. Three years ago inspectors rated the service good, and before that, in 2018, it required improvement.",
            "overall=good was overall=good@2021 overall=requires-improvement@2018",
        ),
        (
            "Leeds was rated good. It was inadequate in 2018 before rising to requires improvement in 2021.",
            "overall=good was overall=inadequate@2018 overall=requires-improvement@2021",
        ),
        (
            "It was inadequate in 2019 and in 2024 it was rated good.",
            "overall=good was overall=inadequate@2019",
        ),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn the_inspection_directly_before_comes_first() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leeds is rated good. It was inadequate in 2018 before rising to requires improvement in 2021.",
            "requires-improvement@2021 inadequate@2018",
        ),
        (
            "Leeds is rated good. It required improvement in 2021 and was inadequate in 2018.",
            "requires-improvement@2021 inadequate@2018",
        ),
        (
            "Leeds has climbed from inadequate in 2018, through requires improvement in 2021, to good.",
            "requires-improvement@2021 inadequate@2018",
        ),
    ] {
        let page = format!(
            "Ofsted report on Leeds\n\n4 March 2024\n\nOfsted has published its report on children's services at Leeds City Council after an inspection in January 2024.\n{sentence}"
        );
        let found = extract(&text(&page), k.knowledge).inspections;
        let previous = found.iter().flat_map(|t| &t.previous);
        let told: Vec<String> =
            previous.map(|p| format!("{}@{}", p.grade, p.year.unwrap_or_default())).collect();
        k.check(&told.join(" "), want, sentence);
    }
}

#[test]
fn what_is_left_behind_or_stays_was_before() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "Leeds has left 'inadequate' behind. It is now rated good.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds has put its inadequate rating behind it. It is now rated good.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds has thrown off the inadequate label. It is now good.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds has emerged from inadequate and is now rated good.",
            "overall=good was overall=inadequate",
        ),
        ("Leeds was rated good, as in 2019.", "overall=good was overall=good@2019"),
        ("Leeds was rated good, just as it was last time.", "overall=good was overall=good"),
        (
            "Leeds was rated good. The rating is the same as before.",
            "overall=good was overall=good",
        ),
        (
            "Leeds has been rated good for the second inspection running.",
            "overall=good was overall=good",
        ),
        (
            "Leeds was rated good. That rating has not moved since 2019, when inspectors were last here.",
            "overall=good was overall=good@2019",
        ),
        (
            "Leeds was rated good - exactly what it got in 2019.",
            "overall=good was overall=good@2019",
        ),
        (
            "For the third time in a row - 2016, 2020 and now - Leeds has been rated good.",
            "overall=good was overall=good@2020",
        ),
        (
            "The Director reported that Ofsted had come in January. Services had been judged good overall.",
            "overall=good",
        ),
        (
            "Leeds is an inadequate authority no more. It is now rated good.",
            "overall=good was overall=inadequate",
        ),
        (
            "Ofsted has again rated Leeds outstanding. It was first given the top grade in 2018 and is one of few councils to have kept it.",
            "overall=outstanding was overall=outstanding@2018",
        ),
        (
            "Leeds was rated good. In 2019 inspectors had decided the city was inadequate, and for a time the service was run with Bradford.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good. When I joined we'd just been rated inadequate.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds is no longer inadequate: it is rated good. Each body that ran it had failed, most recently in 2019.",
            "overall=good was overall=inadequate@2019",
        ),
        (
            "Leeds was rated good; last time it was requires improvement.",
            "overall=good was overall=requires-improvement",
        ),
        (
            "Last time it was inadequate; this time Leeds is good.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds was rated good. Before this inspection Leeds was inadequate.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds was rated good. Until this week it was inadequate.",
            "overall=good was overall=inadequate",
        ),
        (
            "Leeds was rated good. It is four years since Ofsted found services inadequate.",
            "overall=good was overall=inadequate@2020",
        ),
        (
            "In just three years services in Leeds have gone from inadequate to good.",
            "overall=good was overall=inadequate@2021",
        ),
        (
            "Ofsted had inspected the services in January 2024 and had judged them good overall.",
            "overall=good",
        ),
        (
            "Leeds was rated good, three years after an inspection which called it inadequate, just as it had been before the new board was set up.",
            "overall=good was overall=inadequate@2021",
        ),
        ("Leeds was rated good. It is the best result since 2012.", "overall=good"),
        ("Leeds was rated good. Leaders put good plans behind every promise.", "overall=good"),
    ] {
        childrens(k, sentence, want);
    }
    for (sentence, want) in [
        ("The service tops its own score with 'Outstanding'.", "overall=outstanding"),
        (
            "The service is rated outstanding. Five years ago children's social care was rated good.",
            "overall=outstanding",
        ),
    ] {
        youth(k, sentence, want);
    }
    send(
        k,
        "The partnership's arrangements lead to inconsistent experiences and outcomes. In 2018 the area was told to write a Written Statement of Action.",
        "outcome=inconsistent",
    );
}
