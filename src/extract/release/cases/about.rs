//! What a release is about where it does not say so outright: programme, area, version, kind of visit.

use super::{Table, text};
use crate::extract::release::extract;

/// "area programme framework event", with doubts of area and version.
fn about(table: &Table, lines: &str, want: &str) {
    let found = extract(&text(lines), table.knowledge).inspections;
    let line = |t: &crate::model::reading::Telling| {
        let area = t.area.as_ref().map_or("nowhere", |a| a.name.as_str());
        let framework = t.framework.as_ref().map_or("unknown", |f| f.as_str());
        format!("{area} {} {framework} {}", t.programme, t.event.as_str())
    };
    table.check(&found.iter().map(line).collect::<Vec<_>>().join(" + "), want, lines);
}

#[test]
fn versions_follow_from_what_else_is_settled() {
    let k = &Table::new();
    for (lines, want) in [
        // Only one version gives care leavers a judgement and an overall one.
        (
            "# Ofsted rates Leeds\nOfsted has published its ILACS report on children's services at Leeds City Council. It is rated good overall. Care leavers were graded outstanding.",
            "Leeds childrens-services ilacs-2023 inspection",
        ),
        // The council began in 2023.
        (
            "# Ofsted rates Cumberland\nOfsted has published its ILACS report on children's services at Cumberland Council. It is rated good overall.",
            "Cumberland childrens-services ilacs-2023 inspection",
        ),
        // Written in 2025 or later, and graded as a whole.
        (
            "# Ofsted rates Leeds\nOfsted has published its report on children's services at Leeds City Council. It is rated good overall. The service won a prize in 2025.",
            "Leeds childrens-services ilacs-2023 inspection",
        ),
        (
            "# Ofsted rates Leeds\nOfsted has published its report on children's services at Leeds City Council. There is no longer an overall grade. Help and protection was graded good.",
            "Leeds childrens-services ilacs-2026 inspection",
        ),
        (
            "# Ofsted rates Leeds\nOfsted has published its report on children's services at Leeds City Council. It is rated good overall.",
            "Leeds childrens-services unknown inspection",
        ),
        // What an earlier inspection had names no version.
        (
            "# SEND in Leeds\nOfsted and the CQC have published their report on SEND in Leeds. It tells of widespread and systemic failings. Back in 2017 Leeds had to write a statement of action.",
            "Leeds send area-send-2023 inspection",
        ),
        (
            "# SEND in Leeds\nOfsted and the CQC have published their report on special needs services in Leeds. Plans must say what children need. The previous inspection, in 2017, did not require a written statement of action.",
            "Leeds send area-send-2023 inspection",
        ),
        (
            "# SEND in Leeds\nOfsted and the CQC have published their report on SEND in Leeds, which puts it in the top category of the three.",
            "Leeds send area-send-2023 inspection",
        ),
        // Only one version ranks its outcomes.
        (
            "# SEND in Leeds\nSEND services in Leeds have been given the top outcome by Ofsted and the CQC.",
            "Leeds send area-send-2023 inspection",
        ),
        // Two years after the one inspection that is dated.
        (
            "# Ofsted rates Leeds\nTwo years after it was torn apart by inspectors, Ofsted has rated children's services at Leeds City Council good overall. They had been found inadequate in July 2017.",
            "Leeds childrens-services ilacs-2018 inspection",
        ),
        // None comes so soon after another.
        (
            "# Ofsted rates Leeds\nOfsted has rated children's services at Leeds City Council good overall. They were found inadequate in 2017. The council plans to be outstanding by 2022.",
            "Leeds childrens-services ilacs-2018 inspection",
        ),
        (
            "# Ofsted rates Leeds\nOfsted has published its report on children's services at Leeds City Council. We do not get an overall effectiveness grade any more. Help and protection was graded good.",
            "Leeds childrens-services ilacs-2026 inspection",
        ),
    ] {
        about(k, lines, want);
    }
}

#[test]
fn programmes_are_not_named_by_offices_and_moves() {
    let k = &Table::new();
    for (lines, want) in [
        (
            "# Children's Services Scrutiny Committee\nOfsted and the CQC have published their SEND report on the Leeds local area partnership. Arrangements lead to inconsistent experiences and outcomes. The director of children's services introduced it. The cabinet member for adult social care spoke.",
            "Leeds send area-send-2023 inspection",
        ),
        (
            "# Report on Leeds\nOfsted and the CQC have published their report on Leeds. Arrangements lead to inconsistent experiences and outcomes. Moving on to adult services is hard.",
            "Leeds send area-send-2023 inspection",
        ),
        (
            "# Leeds: joint inspection of help for babies\nOfsted, the CQC and HMICFRS have written to the partners in Leeds after an inspection in May 2025. They found that nurses should share records sooner. Children's services took part.",
            "Leeds jtai jtai inspection",
        ),
        (
            "# Front door in Leeds\nOfsted has published the letter on its focused visit to Leeds City Council in May 2024. Inspectors found that thresholds are clear.",
            "Leeds childrens-services ilacs-2023 focused-visit",
        ),
    ] {
        about(k, lines, want);
    }
}

#[test]
fn areas_named_beside_the_one_inspected_are_not_it() {
    let k = &Table::new();
    for (lines, want) in [
        (
            "# SEND update\nOfsted and the CQC inspected the Tameside local area in October 2021. (Glossop, which belongs to Derbyshire, was left out.) A written statement of action is required.",
            "Tameside send local-area-send-2016 inspection",
        ),
        (
            "# New council, first report\nOfsted has published its report on children's services in Cumberland. Westmorland and Furness has the other half of the old county. It says that services require improvement to be good.",
            "Cumberland childrens-services ilacs-2023 inspection",
        ),
        // Each has its own: nothing is told of one.
        (
            "# SEND letters\nIn Leeds, Ofsted and the CQC found in May 2018 that leaders are ambitious. No written statement of action is needed.\nBut Rochdale must write one, after inspectors found significant weaknesses.",
            "",
        ),
        (
            "# A promise\nOfsted and the CQC published their SEND report in May 2024. Of the three verdicts that inspectors can give a place, Bury was given the middle one.",
            "Bury send area-send-2023 inspection",
        ),
    ] {
        about(k, lines, want);
    }
}

#[test]
fn visits_are_told_not_foretold() {
    let k = &Table::new();
    let send = "# SEND letter on Leeds\nOfsted and the CQC have published their letter on SEND in the local area of Leeds, 4 March 2020.";
    for (sentence, want) in [
        (
            "Most of you will remember the revisit in January. Sufficient progress was made.",
            "revisit",
        ),
        ("When they went back, from 6 to 8 January 2020, there had been no progress.", "revisit"),
        (
            "Inspectors found significant weaknesses. A revisit is likely in two years.",
            "inspection",
        ),
        ("Inspectors found significant weaknesses. They will return in 2022.", "inspection"),
        ("Inspectors found that children went back to school late.", "inspection"),
        ("Their return was in January 2020. Sufficient progress has been made.", "revisit"),
    ] {
        let want = format!("Leeds send local-area-send-2016 {want}");
        about(k, &format!("{send}\n{sentence}"), &want);
    }
}

#[test]
fn visits_without_a_grade_are_told_in_other_words() {
    let k = &Table::new();
    for (lines, want) in [
        (
            "# Fifth check on Leeds\nOfsted has published its letter on children's services at Leeds City Council, 4 July 2024. Monitoring visits have been taking place since the service was rated inadequate in 2022. Caseloads have dropped.",
            "Leeds childrens-services ilacs-2023 monitoring-visit",
        ),
        (
            "# SEND in Leeds\nThe report has landed, 4 July 2024. Ofsted and the CQC say that the Leeds local area partnership's arrangements lead to inconsistent experiences and outcomes. A monitoring inspection should follow.",
            "Leeds send area-send-2023 inspection",
        ),
        (
            "# Leeds: the report is out\nInspectors name an area for priority action for our local area partnership: waits must come down at once. The priority action plan is due in June.",
            "Leeds send area-send-2023 inspection",
        ),
    ] {
        about(k, lines, want);
    }
}

#[test]
fn a_council_that_is_gone_is_told_of_by_its_own_name() {
    let k = &Table::new();
    for (lines, want) in [
        (
            "# Children deserve better\nOfsted and the CQC have demanded that Cumbria County Council produce a written statement of action for children with special educational needs.",
            "Cumbria send local-area-send-2016 inspection",
        ),
        (
            "# SEND in Cumberland\nOfsted and the CQC have published their report on the Cumberland local area partnership, which has the middle of three outcomes. The former Cumbria County Council had a revisit in 2022.",
            "Cumberland send area-send-2023 inspection",
        ),
    ] {
        about(k, lines, want);
    }
}

#[test]
fn versions_follow_from_what_is_told_beside_the_result() {
    let k = &Table::new();
    for (lines, want) in [
        // A day told beside the news.
        (
            "# Ofsted rates Leeds\nOfsted has published its report on children's services at Leeds City Council. It is rated good overall. An improvement board met for the first time on 14 May 2019.",
            "Leeds childrens-services ilacs-2018 inspection",
        ),
        (
            "# Ofsted rates Leeds\nOfsted has rated children's services at Leeds City Council good overall. Inspectors spent a fortnight there in the summer of 2021.",
            "Leeds childrens-services ilacs-2018 inspection",
        ),
        // A year of an earlier inspection tells nothing.
        (
            "# Ofsted rates Leeds\nOfsted has rated children's services at Leeds City Council good overall. In March 2019 it judged them inadequate.",
            "Leeds childrens-services unknown inspection",
        ),
        // The monarch whose inspectors came.
        (
            "# Ofsted rates Leeds\nHis Majesty's Inspectors from Ofsted have rated children's services at Leeds City Council good overall.",
            "Leeds childrens-services ilacs-2023 inspection",
        ),
        // The name of a judgement that one version gave.
        (
            "# Ofsted rates Leeds\nOfsted has published its ILACS report on children's services at Leeds City Council. It is rated good overall. The experiences and progress of children in care and care leavers were judged good.",
            "Leeds childrens-services ilacs-2018 inspection",
        ),
        // What it looks ahead to is not over.
        (
            "# SEND in Leeds\nOfsted and the CQC came to Leeds to look at help for children with special needs. They found much to like. All areas in England will be visited by 2021.",
            "Leeds send local-area-send-2016 inspection",
        ),
        // The page's own address.
        (
            "# Ofsted rates Leeds\nhttps://news.example/2024/07/leeds\nOfsted has published its report on children's services at Leeds City Council. It is rated good overall.",
            "Leeds childrens-services ilacs-2023 inspection",
        ),
        (
            "# SEND in Leeds\nOfsted and the CQC came back to Leeds for a follow-up inspection of SEND services. They found that little had changed since they were told of four big problems in 2018.",
            "Leeds send local-area-send-2016 revisit",
        ),
    ] {
        about(k, lines, want);
    }
}

#[test]
fn inspectorates_tell_the_programme_where_nothing_names_it() {
    let k = &Table::new();
    for (lines, want) in [
        (
            "# Two watchdogs, one letter\nOfsted and the Care Quality Commission spent a week in Leeds in May 2021. Their letter says that families are listened to.",
            "Leeds send local-area-send-2016 inspection",
        ),
        (
            "# Leeds City Council rated good by the CQC\nThe Care Quality Commission has rated the council good. Disabled people get help quickly, it says in its report of 3 May 2024.",
            "Leeds adult-social-care cqc-la-2023 inspection",
        ),
        (
            "# Ofsted: Leeds is good\nOfsted has rated Leeds City Council good for how it keeps children safe. Its report came out on 3 May 2024.",
            "Leeds childrens-services ilacs-2023 inspection",
        ),
        // Alone they look at schools and homes, too.
        (
            "# Ofsted: Leeds school is good\nOfsted has rated a school in Leeds good for how it keeps children safe. Its report came out on 3 May 2024.",
            "",
        ),
        (
            "# Four inspectorates, one letter on Leeds\nFour inspectorates came to Leeds in May 2024 to see how children are kept safe from violence. Ofsted and the others found that police share too little.",
            "Leeds jtai jtai inspection",
        ),
    ] {
        about(k, lines, want);
    }
}

#[test]
fn areas_are_told_by_addresses_and_towns_where_none_is_named() {
    let k = &Table::new();
    for (lines, want) in [
        (
            "# Our children's services are good\nOfsted has rated our services good overall. Its report came out on 3 May 2024. Write to press@northyorks.gov.uk for more.",
            "North Yorkshire childrens-services ilacs-2023 inspection",
        ),
        (
            "# Minutes of a meeting at County Hall, Morpeth\nOfsted has rated our children's services good overall. Its report came out on 3 May 2024.",
            "Northumberland childrens-services ilacs-2023 inspection",
        ),
        // Towns of two areas tell none.
        (
            "# Minutes of a meeting in Morpeth\nOfsted has rated our children's services good overall. Its report came out on 3 May 2024. The chair lives in Truro.",
            "nowhere childrens-services ilacs-2023 inspection",
        ),
        // Named for comparison.
        (
            "# Ofsted rates our island\nThe Isle of Wight Council has been rated good for children's services by Ofsted, a year after it split from Hampshire. The report came out on 3 May 2024.",
            "Isle of Wight childrens-services ilacs-2023 inspection",
        ),
        // Behind the grade, which is of the area before it.
        (
            "# Services for children are good, says Ofsted\n3 May 2024\nLeeds City Council's services for children have been rated good by Ofsted, six years after they were handed over to Bradford.",
            "Leeds childrens-services ilacs-2023 inspection",
        ),
        // Of two grades each has its area.
        (
            "# Services for children in the news\n3 May 2024\nServices for children in Leeds have been rated good by Ofsted and those in Bradford inadequate.",
            "",
        ),
    ] {
        about(k, lines, want);
    }
}

#[test]
fn progress_with_each_known_weakness_is_told_of_a_revisit() {
    let k = &Table::new();
    let page = |sentences: &str| format!("# SEND in Leeds\n3 June 2021\n{sentences}");
    for sentences in [
        "In 2018 Leeds was told of four significant weaknesses. Ofsted and the CQC came again in April and report today that sufficient progress has been made with every one of them.",
        "Ofsted and the CQC were in Leeds in April, three years after an inspection that listed five areas of significant weakness. In four of these, they say, sufficient progress has been made.",
        "Back in 2018 inspectors named five areas of concern. Ofsted and the CQC called on Leeds again in April, and say that enough has been done on each one.",
    ] {
        about(k, &page(sentences), "Leeds send local-area-send-2016 revisit");
    }
    for sentences in [
        "Ofsted and the CQC inspected SEND in Leeds in April. Leaders have not made sufficient progress in implementing the reforms, and there are significant weaknesses in plans.",
        "Ofsted and the CQC inspected SEND in Leeds in April. They found three significant weaknesses. Sufficient progress is made by children in the early years.",
    ] {
        about(k, &page(sentences), "Leeds send local-area-send-2016 inspection");
    }
}
