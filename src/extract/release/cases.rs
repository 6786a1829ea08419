//! Sentences of our own for each way of wording a result and each trap, as one table per class.

mod about;
#[cfg(test)]
mod before;
#[cfg(test)]
mod earlier;
#[cfg(test)]
mod hands;
#[cfg(test)]
mod indirect;
#[cfg(test)]
mod links;
#[cfg(test)]
mod narrow;
#[cfg(test)]
mod outcomes;
#[cfg(test)]
mod parts;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod several;
#[cfg(test)]
mod voices;

use std::cell::RefCell;
use std::sync::LazyLock;

use super::extract;
use crate::knowledge::Knowledge;
use crate::model::reading::Telling;
use crate::model::text::{BlockKind, Text};

/// Lines to blocks: `# ` titles, `## ` headings, `- ` items, else paragraphs.
pub fn text(lines: &str) -> Text {
    let mut text = Text::default();
    for line in lines.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let item = BlockKind::Item { depth: 0, numbered: false };
        let (kind, words) = if let Some(words) = line.strip_prefix("# ") {
            (BlockKind::Heading { level: 1 }, words)
        } else if let Some(words) = line.strip_prefix("## ") {
            (BlockKind::Heading { level: 2 }, words)
        } else if let Some(words) = line.strip_prefix("- ") {
            (item, words)
        } else {
            (BlockKind::Paragraph, line)
        };
        text.push(kind, words, 0);
    }
    text
}

/// Rows are all checked before the table fails, so that one run shows every fault.
struct Table {
    knowledge: &'static Knowledge,
    faults: RefCell<Vec<String>>,
}

impl Table {
    fn new() -> Self {
        Self { knowledge: &KNOWLEDGE, faults: RefCell::default() }
    }

    fn check(&self, found: &str, want: &str, lines: &str) {
        if found != want {
            let last = lines.lines().next_back().unwrap_or_default();
            self.faults.borrow_mut().push(format!("{last}\n   found {found}\n  wanted {want}"));
        }
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        let faults = self.faults.borrow();
        assert!(faults.is_empty() || std::thread::panicking(), "\n{}", faults.join("\n"));
    }
}

/// "outcome=wsoa | was overall=good@2018".
fn summary(telling: &Telling) -> String {
    let mut now: Vec<String> =
        telling.judgements.iter().map(|j| format!("{}={}", j.id, j.grade)).collect();
    now.sort();
    let mut was: Vec<String> = telling
        .previous
        .iter()
        .map(|p| match p.year {
            Some(year) => format!("{}={}@{year}", p.id, p.grade),
            None => format!("{}={}", p.id, p.grade),
        })
        .collect();
    was.sort();
    let was = if was.is_empty() { String::new() } else { format!(" was {}", was.join(" ")) };
    format!("{}{was}", now.join(" "))
}

fn told(table: &Table, lines: &str, want: &str) {
    let found = extract(&text(lines), table.knowledge).inspections;
    let summaries: Vec<String> = found.iter().map(summary).collect();
    table.check(&summaries.join(" + "), want, lines);
}

/// A children's services release of 2024 with one sentence of interest.
fn childrens(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "Ofsted report on Leeds\n\n4 March 2024\n\nOfsted has published its report on children's services at Leeds City Council after an inspection in January 2024.\n{sentence}"
    );
    told(table, &lines, want);
}

/// An area SEND release of 2024.
fn send(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "Report on SEND services in Leeds\n4 March 2024\nOfsted and the CQC have published their report on the Leeds local area partnership, which they inspected in January 2024.\n{sentence}"
    );
    told(table, &lines, want);
}

/// A local area SEND release of 2019.
fn local_area(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "Report on SEND services in Leeds\n4 March 2019\nOfsted and the CQC have published their findings on the local area of Leeds, which they inspected in January 2019.\n{sentence}"
    );
    told(table, &lines, want);
}

/// An adult social care release of 2025.
fn adults(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "CQC assesses adult social care in Leeds\n4 March 2025\nThe Care Quality Commission has published its assessment of adult social care at Leeds City Council.\n{sentence}"
    );
    told(table, &lines, want);
}

/// A children's services release under the single inspection framework.
fn single(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "Ofsted report on Leeds\n4 March 2017\nOfsted has published its report on children's services at Leeds City Council after an inspection in January 2017.\n{sentence}"
    );
    told(table, &lines, want);
}

/// A children's services release under the framework of 2026, which gives no overall grade.
fn overallless(table: &Table, sentence: &str, want: &str) {
    let lines = format!(
        "Ofsted report on Leeds\n4 July 2026\nOfsted has published its report on children's services at Leeds City Council after an inspection in May 2026.\n{sentence}"
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
fn grades_are_read_however_they_are_worded() {
    let k = &Table::new();
    childrens(k, "The services are rated good overall.", "overall=good");
    childrens(
        k,
        "Inspectors judged the council's services to be 'outstanding'.",
        "overall=outstanding",
    );
    childrens(k, "They were given an overall rating of Good.", "overall=good");
    childrens(k, "The watchdog graded them \"inadequate\".", "overall=inadequate");
    childrens(
        k,
        "Overall, the result was “requires improvement to be good”.",
        "overall=requires-improvement",
    );
    childrens(
        k,
        "The service has been rated as requires improvement.",
        "overall=requires-improvement",
    );
    childrens(k, "The department was handed the lowest possible rating.", "overall=inadequate");
    childrens(k, "It has been awarded the top grade available.", "overall=outstanding");
    childrens(
        k,
        "It has received the highest possible judgement from Ofsted.",
        "overall=outstanding",
    );
    childrens(k, "An ‘outstanding’ rating was awarded this week.", "overall=outstanding");
    childrens(k, "Overall effectiveness: Good", "overall=good");
    childrens(
        k,
        "Children's services in Leeds are now rated 'good' by inspectors.",
        "overall=good",
    );
    childrens(k, "The judgement is good overall.", "overall=good");
    childrens(k, "Ofsted found the services to be good.", "overall=good");
    childrens(k, "Inspectors have branded the department inadequate.", "overall=inadequate");
    childrens(k, "The rating is now 'good'.", "overall=good");
    for (sentence, want) in [
        ("The services have been upgraded to good.", "overall=good"),
        ("Leeds has become the latest council to be rated outstanding.", "overall=outstanding"),
        (
            "Ofsted says children's services in Leeds 'require improvement'.",
            "overall=requires-improvement",
        ),
        ("The regulator handed the council its lowest rating.", "overall=inadequate"),
        ("Once again, Ofsted has called our services outstanding.", "overall=outstanding"),
        ("The services in Leeds are good, says Ofsted.", "overall=good"),
        ("The report says that the council requires improvement.", "overall=requires-improvement"),
        ("On overall effectiveness the report gives a good.", "overall=good"),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn judgements_bind_to_their_own_grades() {
    let k = &Table::new();
    childrens(
        k,
        "Leaders were graded outstanding and help and protection was graded good.",
        "help-and-protection=good leaders=outstanding",
    );
    childrens(
        k,
        "Leaders and help and protection were graded inadequate.",
        "help-and-protection=inadequate leaders=inadequate",
    );
    childrens(
        k,
        "Leaders, and help and protection, were graded inadequate.",
        "help-and-protection=inadequate leaders=inadequate",
    );
    childrens(
        k,
        "Leadership, help and protection, and children in care were each judged good.",
        "help-and-protection=good in-care=good leaders=good",
    );
    childrens(
        k,
        "Services for children in care and care leavers were rated good.",
        "care-leavers=good in-care=good",
    );
    childrens(
        k,
        "It was rated 'good' for help and protection and 'outstanding' for care leavers.",
        "care-leavers=outstanding help-and-protection=good",
    );
    childrens(
        k,
        "Leadership was rated \"good\", as was support for care leavers.",
        "leaders=good care-leavers=good".split(' ').rev().collect::<Vec<_>>().join(" ").as_str(),
    );
    childrens(
        k,
        "The experiences and progress of care leavers: Requires improvement",
        "care-leavers=requires-improvement",
    );
    childrens(k, "Help and protection is now good, inspectors say.", "help-and-protection=good");
    childrens(
        k,
        "The services were rated good in every area, with outstanding leadership.",
        "care-leavers=good help-and-protection=good in-care=good leaders=outstanding overall=good",
    );
    childrens(
        k,
        "The council was rated outstanding across the board.",
        "care-leavers=outstanding help-and-protection=outstanding in-care=outstanding leaders=outstanding overall=outstanding",
    );
    childrens(
        k,
        "It is rated 'inadequate' both for the impact of leaders and for help and protection.",
        "help-and-protection=inadequate leaders=inadequate",
    );
    childrens(
        k,
        "Inspectors rated the service good, and praised the support for care leavers.",
        "overall=good",
    );
    childrens(
        k,
        "The service was rated good overall, but help and protection requires improvement.",
        "help-and-protection=requires-improvement overall=good",
    );
    childrens(
        k,
        "The overall effectiveness was judged good, with the judgement for help and protection being inadequate.",
        "help-and-protection=inadequate overall=good",
    );
    childrens(k, "Four of the five key areas were rated good.", "");
    childrens(k, "It gave leadership its top mark, 'outstanding'.", "leaders=outstanding");
    childrens(
        k,
        "The impact of leaders? Outstanding. Care leavers? Good.",
        "care-leavers=good leaders=outstanding",
    );
    childrens(
        k,
        "Services now require improvement to be good, with leadership and care leavers both awarded a good.",
        "care-leavers=good leaders=good overall=requires-improvement",
    );
    childrens(
        k,
        "Inspectors rated the council good overall and for children in care.",
        "in-care=good overall=good",
    );
    childrens(
        k,
        "The reason lay with help and protection. It was graded inadequate.",
        "help-and-protection=inadequate",
    );
    for (sentence, want) in [
        (
            "Overall judgement: good. Leaders: outstanding. Care leavers: requires improvement to be good.",
            "care-leavers=requires-improvement leaders=outstanding overall=good",
        ),
        (
            "Ofsted judged that overall effectiveness is good, that the impact of leaders is outstanding and that care leavers' experiences require improvement.",
            "care-leavers=requires-improvement leaders=outstanding overall=good",
        ),
        (
            "Every judgement was good.",
            "care-leavers=good help-and-protection=good in-care=good leaders=good overall=good",
        ),
        (
            "Three of the judgements are good; the fourth, for care leavers, is outstanding.",
            "care-leavers=outstanding",
        ),
        (
            "The services were graded good in all areas but one: help and protection, which requires improvement.",
            "care-leavers=good help-and-protection=requires-improvement in-care=good leaders=good overall=good",
        ),
        (
            "Help and protection was rated good. So is the work with care leavers.",
            "care-leavers=good help-and-protection=good",
        ),
        ("There is an outstanding for the impact of leaders.", "leaders=outstanding"),
        ("Leeds is good for the impact of leaders.", "leaders=good"),
        (
            "The services are rated requires improvement. 'Good' is the destination, said the chair.",
            "overall=requires-improvement",
        ),
        ("The services are rated good, the second best of four.", "overall=good"),
        (
            "The one part that requires improvement to be good is help and protection.",
            "help-and-protection=requires-improvement",
        ),
        (
            "The result is requires improvement to be good. That is what inspectors concluded about overall effectiveness and about leaders.",
            "leaders=requires-improvement overall=requires-improvement",
        ),
        (
            "Inspectors graded leadership outstanding and help and protection good.",
            "help-and-protection=good leaders=outstanding",
        ),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn what_was_before_is_not_now() {
    let k = &Table::new();
    childrens(
        k,
        "The services are rated good, up from requires improvement in 2021.",
        "overall=good was overall=requires-improvement@2021",
    );
    childrens(k, "They moved from 'inadequate' to 'good'.", "overall=good was overall=inadequate");
    childrens(
        k,
        "In 2018 they were rated inadequate, and now they are rated good.",
        "overall=good was overall=inadequate@2018",
    );
    childrens(k, "The services are no longer inadequate.", " was overall=inadequate");
    childrens(
        k,
        "Ofsted lifted the council out of 'inadequate'. It is now rated 'good'.",
        "overall=good was overall=inadequate",
    );
    childrens(
        k,
        "The council has been given a good rating. At its last inspection, in 2019, it was rated requires improvement.",
        "overall=good was overall=requires-improvement@2019",
    );
    childrens(
        k,
        "It is rated outstanding for the second time running, the first being in 2019.",
        "overall=outstanding was overall=outstanding@2019",
    );
    childrens(
        k,
        "The service retained its outstanding rating.",
        "overall=outstanding was overall=outstanding",
    );
    childrens(
        k,
        "The rating of good is an improvement on the previous rating of 'requires improvement'.",
        "overall=good was overall=requires-improvement",
    );
    childrens(
        k,
        "It has been rated good by Ofsted, which had called it 'inadequate' in 2018.",
        "overall=good was overall=inadequate@2018",
    );
    childrens(
        k,
        "Ofsted rated it good. The service had been judged inadequate across the board in 2018.",
        "overall=good was care-leavers=inadequate@2018 help-and-protection=inadequate@2018 in-care=inadequate@2018 leaders=inadequate@2018 overall=inadequate@2018",
    );
    childrens(
        k,
        "It is rated good. When inspected in 2019 it was 'inadequate'.",
        "overall=good was overall=inadequate@2019",
    );
    childrens(
        k,
        "It was graded good, an improvement from the 'adequate' rating of 2012.",
        "overall=good was overall=adequate@2012",
    );
    childrens(
        k,
        "Ofsted says the services dropped from outstanding to requires improvement.",
        "overall=requires-improvement was overall=outstanding",
    );
    childrens(
        k,
        "It has been rated good. The former Cumbria County Council was rated requires improvement in 2022.",
        "overall=good",
    );
}

#[test]
fn earlier_grades_are_told_in_plain_sentences_too() {
    let k = &Table::new();
    for (sentence, want) in [
        (
            "In 2018 they were inadequate. They are now good.",
            "overall=good was overall=inadequate@2018",
        ),
        ("The grade of good is the same as in 2017.", "overall=good was overall=good@2017"),
        (
            "It was the worst rating in 2017; the council is now good.",
            "overall=good was overall=inadequate@2017",
        ),
        (
            "Rated good in 2019, the services have been graded outstanding this time.",
            "overall=outstanding was overall=good@2019",
        ),
        (
            "Its rating remains at requires improvement, where it was in 2019.",
            "overall=requires-improvement was overall=requires-improvement@2019",
        ),
        (
            "They were rated outstanding. Five years ago the same service was good.",
            "overall=outstanding was overall=good@2019",
        ),
        (
            "It has shaken off the inadequate rating that it was given in 2019 and is now judged to require improvement.",
            "overall=requires-improvement was overall=inadequate@2019",
        ),
        (
            "They were rated good. Last time, in 2019, it was inadequate all round.",
            "overall=good was overall=inadequate@2019",
        ),
    ] {
        childrens(k, sentence, want);
    }
}

#[test]
fn hopes_denials_near_misses_and_praise_are_no_grades() {
    let k = &Table::new();
    for sentence in [
        "We want to be outstanding by our next inspection.",
        "The council's ambition is to be rated outstanding.",
        "It is working towards a good rating.",
        "None of the areas was judged to be inadequate.",
        "The services were not rated inadequate.",
        "The council was a whisker away from being rated good.",
        "It narrowly missed a 'good' rating.",
        "Inspectors saw good practice and outstanding commitment.",
        "Staff do a good job and children get good support.",
        "The progress has truly been outstanding.",
        "Recording requires improvement in some teams.",
        "Only 46 councils are currently rated good.",
        "Across England, three other councils were rated inadequate.",
        "Ratings range from outstanding through good and requires improvement to inadequate.",
        "Hill Street children's home was rated outstanding.",
        "A primary school in the city was rated good last week.",
        "Hampshire County Council was rated outstanding.",
        "The youth justice service was rated good.",
        "The council is determined to become outstanding.",
        "Good-quality plans and adequate resources help.",
        "Ofsted could have given a good rating had it come later.",
        "The council hopes to be rated good by 2026.",
        "Seven in ten homes in the city are rated good.",
        "A score of 39 would have made it good.",
        "Every child should get an outstanding service.",
        "\"Every child gets a good service,\" said Cllr Ann Example, who leads the council.",
        "Neighbouring Hampshire is good.",
        "Work with victims was strong, the latter being rated outstanding.",
        "Is it good or inadequate?",
    ] {
        childrens(k, sentence, "");
    }
}

#[test]
fn conflicting_grades_choose_nothing() {
    let k = &Table::new();
    childrens(k, "The overall rating is good.\nThe overall rating is outstanding.", "");
    childrens(
        k,
        "Children's services were rated good.\nChildren's services were rated inadequate.",
        "",
    );
}

#[test]
fn area_send_outcomes() {
    let k = &Table::new();
    send(k, "Services have been given the middle rating.", "outcome=inconsistent");
    send(k, "It is the second of three possible outcomes.", "outcome=inconsistent");
    send(k, "They have achieved the highest possible rating.", "outcome=positive");
    send(k, "This is the best possible outcome.", "outcome=positive");
    send(k, "It received the lowest possible judgement.", "outcome=systemic-failings");
    send(
        k,
        "Arrangements typically lead to positive experiences and outcomes.",
        "outcome=positive",
    );
    send(k, "Arrangements lead to inconsistent experiences and outcomes.", "outcome=inconsistent");
    send(
        k,
        "There are widespread and/or systemic failings leading to significant concerns.",
        "outcome=systemic-failings",
    );
    send(k, "The partnership was rated 'inconsistent'.", "outcome=inconsistent");
    for (sentence, want) in [
        ("There are three possible judgements, and ours is the second.", "outcome=inconsistent"),
        ("Leeds was given the second of three possible outcomes.", "outcome=inconsistent"),
        ("Children have experiences and outcomes that are inconsistent.", "outcome=inconsistent"),
        (
            "Arrangements typically lead to positive experiences and outcomes. Of the last ten inspections, six had an inconsistent outcome.",
            "outcome=positive",
        ),
        ("Did they find systemic failings?", ""),
    ] {
        send(k, sentence, want);
    }
    send(k, "Families described inconsistent support and positive experiences.", "");
    send(k, "Partners welcomed a positive report.", "");
    send(
        k,
        "Of the three judgements open to inspectors this is the bottom one.",
        "outcome=systemic-failings",
    );
    send(
        k,
        "Leaders must act urgently on widespread systemic failings.",
        "outcome=systemic-failings",
    );
}

#[test]
fn local_area_send_outcomes() {
    let k = &Table::new();
    local_area(k, "A Written Statement of Action is being prepared.", "outcome=wsoa");
    local_area(k, "The council now has to submit a written statement of action.", "outcome=wsoa");
    local_area(k, "No Written Statement of Action was required.", "outcome=no-wsoa");
    local_area(
        k,
        "The area was not asked to produce a Written Statement of Action.",
        "outcome=no-wsoa",
    );
    local_area(k, "Inspectors found five areas of significant weakness.", "outcome=wsoa");
    local_area(
        k,
        "Most areas are told to write a Written Statement of Action; we didn't receive one of these.",
        "outcome=no-wsoa",
    );
    local_area(k, "Inspectors praised the early years team.", "");
    let revisit = "Inspectors revisited the area in January 2019.";
    local_area(
        k,
        &format!(
            "{revisit} It had made sufficient progress in three of the five areas of significant weakness."
        ),
        "outcome=insufficient-progress",
    );
    local_area(
        k,
        &format!("{revisit} Sufficient progress has been made on all of the areas of weakness."),
        "outcome=sufficient-progress",
    );
    local_area(
        k,
        &format!("{revisit} Sufficient progress has been made in tackling all eight weaknesses!"),
        "outcome=sufficient-progress",
    );
    local_area(
        k,
        &format!(
            "{revisit} Of the weaknesses it asks if enough progress has been made. For most of them it's a no."
        ),
        "outcome=insufficient-progress",
    );
    local_area(
        k,
        &format!("{revisit} It has not made sufficient progress."),
        "outcome=insufficient-progress",
    );
    local_area(
        k,
        &format!("{revisit} It has made sufficient progress in each one of the four weaknesses."),
        "outcome=sufficient-progress",
    );
    local_area(
        k,
        &format!(
            "{revisit} \"The area has not made sufficient progress with its weaknesses,\" the director read out."
        ),
        "outcome=insufficient-progress",
    );
}

#[test]
fn other_inspectorates() {
    let k = &Table::new();
    adults(k, "The council was rated good.", "overall=good");
    // Who works beside the council has grades of their own.
    let beside = "The council was rated good. ";
    adults(k, &format!("{beside}The city's hospital trust was rated outstanding."), "overall=good");
    adults(
        k,
        &format!("{beside}The fire and rescue service got an outstanding grade."),
        "overall=good",
    );
    adults(k, "Its partner, the ambulance service, was rated good.", "");
    adults(k, "CQC has rated the council as requires improvement.", "overall=requires-improvement");
    adults(k, "A score of 59 per cent was four points below a 'good' rating.", "");
    adults(
        k,
        "How the council works with partners was a factor that was deemed 'outstanding'.",
        "",
    );
    told(
        k,
        "Youth justice in Leeds rated good\nHM Inspectorate of Probation has given Leeds Youth Justice Service an overall rating of 'Good'. When inspected in 2019 it was 'Inadequate'.",
        "overall=good was overall=inadequate@2019",
    );
    told(
        k,
        "# Joint targeted area inspection of Leeds\nInspectors from Ofsted, the CQC and the police inspectorate published the letter of the joint targeted area inspection of Leeds on 4 March 2024. They found strong partnerships.",
        "",
    );
}

#[test]
fn releases_without_a_result_tell_nothing() {
    let k = &Table::new();
    let none = |lines: &str| {
        let found = extract(&text(lines), k.knowledge).inspections;
        k.check(&found.iter().map(summary).collect::<String>(), "", lines);
        k.check(&found.len().to_string(), "0", lines);
    };
    none(
        "# Have your say on our SEND strategy\nLeeds City Council wants views on its new SEND strategy for 2024 to 2027. Families helped to write it.",
    );
    none(
        "# Inspectors are coming to Leeds\nOfsted inspectors will visit Leeds City Council's children's services next week. The report is expected to be published in May.",
    );
    none(
        "# School rated good\nPupils and the head teacher of Example Hill Primary School in Leeds celebrate a good rating from Ofsted. The school was praised for its SEND provision.",
    );
    none(
        "# Two councils told to improve\nChildren's services at Leeds City Council and Bradford Council were both rated inadequate by Ofsted.",
    );
    none(
        "# Peer review of children's services\nLeeds City Council asked for a peer review of children's services before an Ofsted inspection. Reviewers found good work.",
    );
    none(
        "# Possible outcomes\nOfsted and the CQC inspected SEND services in Leeds in July 2025. The report will be published shortly. There are three possible outcomes: typically lead to positive experiences and outcomes; lead to inconsistent experiences and outcomes; widespread and/or systemic failings.",
    );
    none(
        "# Children's homes rated outstanding\nTwo children's homes run by Leeds City Council were rated outstanding by Ofsted inspectors. The homes care for nine children.",
    );
    none(
        "# Government extends commissioner's term\nThe Department for Education has extended the term of the commissioner for children's services in Leeds. Ofsted is expected to return next year.",
    );
    none(
        "# Ombudsman criticises council over special needs\nLeeds City Council has apologised. The Ombudsman found that a boy with special educational needs missed a year of school. It failed to issue a plan. Ofsted inspected the area in 2022.",
    );
    none(
        "# Ofsted reviews preparation for adulthood\nOfsted and the CQC have published a thematic review of SEND. Inspectors visited six local areas, including Leeds. They found that too many young people do not get enough help.",
    );
    none(
        "# Improvement board meets\nThe Leeds SEND improvement board met on 3 May 2024. Waiting times remain too long and there are gaps in therapy.",
    );
    none(
        "# Three more councils rated\nOfsted rated children's services in Leeds good this week. Bradford was rated inadequate.",
    );
    none(
        "# They are coming\nOfsted and the CQC will be inspecting SEND services in Leeds. They want to know whether help comes early enough. Waits are too long.",
    );
    none(
        "# Join our outstanding children's services\nLeeds City Council is recruiting social workers. Our services have room for you. They were rated outstanding by Ofsted in 2018.",
    );
    none(
        "# Head of quality assurance\nJob title: Head of Quality (Children's Social Care). Leeds City Council. Our last Ofsted report was clear. Help us get to good.",
    );
    none(
        "# Your view sought\nLeeds City Council wants to hear from residents about its plan for children's services. It builds on what Ofsted has told us. Every child should get good services.",
    );
    none(
        "# Inspection outcomes explained\nWhen Ofsted and the CQC look at SEND in an area such as Leeds they may come to one of three conclusions. Inconsistent experiences and outcomes. Widespread and/or systemic failings.",
    );
    none(
        "# Get ready\nWe have had formal notice that Ofsted and the CQC will be carrying out an area SEND inspection in Leeds. The one we want says that arrangements typically lead to positive experiences and outcomes.",
    );
    none(
        "# Home is a proper family\nA children's home run by Leeds City Council has kept its outstanding rating from Ofsted. Of its seven homes five are good, the cabinet member for children's services said.",
    );
    none(
        "# Award for a team\nLeeds City Council has won a national award for its children's services. Ofsted rated it outstanding in 2018.",
    );
    none(
        "# Pre-school is outstanding\nA pre-school above a library was rated outstanding by Ofsted. Children with special educational needs make progress there.",
    );
    none(
        "# Youth services in England\nThe annual report of HM Inspectorate of Probation says half of youth justice services require improvement.",
    );
}

#[test]
fn a_result_whose_area_is_not_named_waits_for_a_person() {
    let k = &Table::new();
    let of = |lines: &str| {
        let found = extract(&text(lines), k.knowledge).inspections;
        let line = |t: &Telling| {
            let area = t.area.as_ref().map_or("nowhere", |area| area.name.as_str());
            let doubts: Vec<String> = t.doubts.iter().map(|d| format!("{:?}", d.code)).collect();
            format!("{area} {} {}", summary(t), doubts.join(","))
        };
        found.iter().map(line).collect::<Vec<_>>().join(" + ")
    };
    let case = |want: &str, lines: &str| k.check(&of(lines), want, lines);
    case(
        "nowhere outcome=wsoa AreaNotStated",
        "# Local area SEND inspection\nOfsted and the CQC inspected us in May 2019. A Written Statement of Action must be produced by the local area.",
    );
    case("", "# Local area SEND inspection\nOfsted and the CQC inspect every local area.");
    case(
        "",
        "# SEND inspections\nOfsted and the CQC found that half of all areas must produce a Written Statement of Action.",
    );
}

#[test]
fn visits_carry_no_grades() {
    let k = &Table::new();
    let event = |lines: &str| {
        let found = extract(&text(lines), k.knowledge).inspections;
        found.iter().map(|t| format!("{} {}", t.event.as_str(), summary(t))).collect::<String>()
    };
    k.check(&event("# Ofsted focused visit to Leeds\nOfsted wrote to Leeds City Council after a focused visit to its children's services in March 2024. Inspectors found that thresholds are clear. The council was rated good in 2022."), "focused-visit  was overall=good@2022", "# Ofsted focused visit to Leeds\nOfsted wrote to Leeds City Council after a focused visit to its children's services in March 2024. Inspectors found that thresholds are clear. The council was rated good in 2022.");
    k.check(&event("# First monitoring visit\nOfsted's first monitoring visit to Leeds City Council's children's services found progress. The service was judged inadequate last summer."), "monitoring-visit  was overall=inadequate", "# First monitoring visit\nOfsted's first monitoring visit to Leeds City Council's children's services found progress. The service was judged inadequate last summer.");
    k.check(&event("# Leeds rated good\nOfsted has rated children's services at Leeds City Council good. The inspection follows six monitoring visits."), "inspection overall=good", "# Leeds rated good\nOfsted has rated children's services at Leeds City Council good. The inspection follows six monitoring visits.");
    k.check(&event("# Inspectors see effective action\nOfsted and the CQC returned to Leeds in July 2025 for a monitoring inspection of SEND services. They found that the local area partnership had taken effective action."), "monitoring-visit ", "# Inspectors see effective action\nOfsted and the CQC returned to Leeds in July 2025 for a monitoring inspection of SEND services. They found that the local area partnership had taken effective action.");
}

/// Improvement items of a children's services release.
fn items(table: &Table, lines: &str, want: &[&str]) {
    let lines = format!(
        "# Ofsted report on Leeds\nOfsted has published its report on children's services at Leeds City Council. They were rated good.\n{lines}"
    );
    let found = extract(&text(&lines), table.knowledge).inspections;
    let texts: Vec<&str> =
        found.iter().flat_map(|t| &t.improvement_areas).map(|i| i.text.as_str()).collect();
    table.check(&texts.join(" / "), &want.join(" / "), &lines);
}

#[test]
fn improvement_areas_from_lists_and_prose() {
    let k = &Table::new();
    items(
        k,
        "The report names three areas for improvement:\n- the pace of planning\n- how often plans are checked; and\n- the choice of homes.\nThe director was pleased.",
        &["the pace of planning", "how often plans are checked", "the choice of homes"],
    );
    items(
        k,
        "## What needs to improve\n- Supervision of staff\n- Records of visits\n## Strengths\n- A stable workforce here",
        &["Supervision of staff", "Records of visits"],
    );
    items(
        k,
        "Areas for improvement include the quality of plans, the oversight of caseloads and support for care leavers.",
        &["the quality of plans", "the oversight of caseloads", "support for care leavers"],
    );
    items(
        k,
        "To improve: faster checks, better plans and more visits to homes.",
        &["faster checks", "better plans", "more visits to homes"],
    );
    items(
        k,
        "The report raises areas for improvement. These include better sharing of records between teams, so that nurses know.",
        &["better sharing of records between teams, so that nurses know"],
    );
    items(
        k,
        "The report also highlights the need for more foster homes near the city.",
        &["the need for more foster homes near the city"],
    );
    items(
        k,
        "Inspectors found that too many children wait for a social worker.",
        &["too many children wait for a social worker"],
    );
    items(k, "Inspectors praised the strong leadership and thorough planning.", &[]);
    items(
        k,
        "Cllr Ann Example said: \"We know the areas where we must improve, such as the speed of checks and the need to recruit more carers.\"",
        &["the speed of checks", "the need to recruit more carers"],
    );
    items(
        k,
        "Areas for improvement include the speed of checks and the need to recruit more carers.\nCllr Ann Example said: \"We will work on the areas for improvement, such as the speed of checks and the need to recruit carers.\"",
        &["the speed of checks", "the need to recruit more carers"],
    );
    items(
        k,
        "Two areas for improvement have been highlighted, however leaders had plans to further improve the response to risk for care leavers to ensure it is good.\nThe quality of records could be further improved so that it is high in all teams.\nThe full report is online.",
        &["response to risk for care leavers", "The quality of records could be further improved"],
    );
    items(k, "Strengths:\n- visits to families\n- teamwork across the city", &[]);
}

#[test]
fn framework_and_dates() {
    let k = &Table::new();
    let of = |lines: &str| {
        let found = extract(&text(lines), k.knowledge).inspections;
        let telling = found.first().expect("a result is told");
        let inspected = telling.inspected.map(|i| format!("{}..{}", i.from, i.to));
        let framework = telling.framework.as_ref().map(ToString::to_string);
        let doubts: Vec<String> = telling.doubts.iter().map(|d| format!("{:?}", d.code)).collect();
        format!(
            "{} {} {}",
            framework.unwrap_or_default(),
            inspected.unwrap_or_default(),
            doubts.join(",")
        )
    };
    k.check(&of("Children's services at Leeds City Council rated good\nOfsted rated them good overall after inspecting them from 8 to 19 July 2019."), "ilacs-2018 2019-07-08..2019-07-19 ", "Children's services at Leeds City Council rated good\nOfsted rated them good overall after inspecting them from 8 to 19 July 2019.");
    k.check(&of("Published 9 May 2025\nOfsted has rated children's services at Leeds City Council good overall."), "ilacs-2023  ", "Published 9 May 2025\nOfsted has rated children's services at Leeds City Council good overall.");
    k.check(&of("Published 9 May 2023\nOfsted rated children's services at Leeds City Council good overall."), "  FrameworkAmbiguous", "Published 9 May 2023\nOfsted rated children's services at Leeds City Council good overall.");
    k.check(&of("Area SEND report on Leeds\nOfsted and the CQC published the Area SEND inspection of Leeds local area partnership, inspected in February 2022. NHS West Yorkshire Integrated Care Board is part of it. It was given the middle rating."), "area-send-2023 2022-02-01..2022-02-28 DateOutsideFramework", "Area SEND report on Leeds\nOfsted and the CQC published the Area SEND inspection of Leeds local area partnership, inspected in February 2022. NHS West Yorkshire Integrated Care Board is part of it. It was given the middle rating.");
    k.check(&of("8 December 2023\nLeeds City Council's children's services were inspected in October. Ofsted rated them good overall."), "ilacs-2023 2023-10-01..2023-10-31 DateInferred", "8 December 2023\nLeeds City Council's children's services were inspected in October. Ofsted rated them good overall.");
    k.check(&of("9 May 2025\nOfsted rated children's services at Leeds City Council good overall. The inspection took place from 17 to 21 March 2026."), "ilacs-2023  ConflictingDates", "took place from 17 to 21 March 2026.");
    k.check(&of("9 May 2025\nOfsted rated children's services at Leeds City Council good overall. The next inspection will take place by March 2028."), "ilacs-2023  ", "will take place by March 2028.");
    k.check(&of("Ofsted rated children's services at Leeds City Council good overall under the single inspection framework in an inspection from 5 to 29 March 2018."), "sif-2013 2018-03-05..2018-03-29 ", "Ofsted rated children's services at Leeds City Council good overall under the single inspection framework in an inspection from 5 to 29 March 2018.");
    k.check(&of("Ofsted rated children's services at Leeds City Council good overall under ILACS in an inspection from 5 to 16 March 2018."), "ilacs-2018 2018-03-05..2018-03-16 ", "Ofsted rated children's services at Leeds City Council good overall under ILACS in an inspection from 5 to 16 March 2018.");
}

#[test]
fn lists_after_are_and_were_are_read() {
    let k = &Table::new();
    items(
        k,
        "Among areas highlighted for improvement are work to cut waits, quicker checks and clearer letters to families.",
        &["work to cut waits", "quicker checks", "clearer letters to families"],
    );
    items(k, "Areas for improvement are being worked on.", &[]);
    items(k, "Areas for improvement are matters that parents had already raised.", &[]);
}

/// Loaded once: loading takes longer than reading.
static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::embedded().expect("embedded knowledge is well formed"));

proptest::proptest! {
    /// Wordings in any order, overlapping and cut anywhere, with marks and quotes between them.
    #[test]
    fn no_text_panics_and_evidence_quotes_it(picks in proptest::collection::vec((0..PIECES.len(), 0..12_usize), 0..40)) {
        let knowledge = &*KNOWLEDGE;
        let mut lines = String::from("Ofsted report on children's services at Leeds City Council. ");
        for (piece, mark) in picks {
            lines.push_str(PIECES[piece]);
            lines.push_str([" ", ", ", ". ", "\n", ": ", " “", "” ", " ‘", "’ ", "; ", " but ", " and "][mark]);
        }
        let text = text(&lines);
        for telling in extract(&text, knowledge).inspections {
            let judged = telling.judgements.iter().flat_map(|j| &j.evidence);
            let improve = telling.improvement_areas.iter().flat_map(|i| &i.evidence);
            let previous = telling.previous.iter().flat_map(|p| &p.evidence);
            for e in judged.chain(improve).chain(previous) {
                assert_eq!(text.content.get(e.start..e.end), Some(e.quote.as_str()));
            }
        }
    }
}

const PIECES: [&str; 44] = [
    "Ofsted",
    "rated",
    "good",
    "Outstanding",
    "inadequate",
    "requires improvement to be good",
    "leaders",
    "the impact of leaders on social work practice with children and families",
    "help and protection",
    "children in care and care leavers",
    "children who need help and protection",
    "from",
    "to",
    "in 2018",
    "no longer",
    "the highest possible rating",
    "middle rating",
    "across the board",
    "in every area",
    "overall",
    "overall effectiveness",
    "areas for improvement include",
    "need to improve",
    "too many",
    "inspectors found that",
    "Cllr Ann Example said:",
    "adoption",
    "previously",
    "remains",
    "four of the five areas",
    "Bradford",
    "school",
    "SEND",
    "written statement of action",
    "sufficient progress",
    "areas of significant weakness",
    "last month",
    "9 April",
    "27 and 31 January 2025",
    "monitoring visit",
    "focused visit",
    "- item",
    "# é",
    "two areas for improvement",
];
