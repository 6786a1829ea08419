//! Documents of our own in the shapes that inspectorates use.

use std::sync::LazyLock;

use super::extract;
use crate::knowledge::Knowledge;
use crate::model::doubt::DoubtCode;
use crate::model::reading::{Basis, Extraction, PriorityKind, Telling};
use crate::model::text::{BlockKind, Text};

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::embedded().expect("embedded files are well formed"));

/// Builds a text; the first word of each line says what its block is: `#`, `##`, `p`, `-` (bullet),
/// `--` (bullet below), `1` (number), `f` (furniture), `c0:1` (cell of row 0, column 1).
fn text(lines: &[&str]) -> Text {
    let mut text = Text::default();
    for line in lines {
        let (mark, words) = line.split_once(' ').expect("a mark and words");
        let kind = match mark {
            "#" => BlockKind::Heading { level: 1 },
            "##" => BlockKind::Heading { level: 2 },
            "p" => BlockKind::Paragraph,
            "f" => BlockKind::Furniture,
            "-" => BlockKind::Item { depth: 0, numbered: false },
            "--" => BlockKind::Item { depth: 1, numbered: false },
            "1" => BlockKind::Item { depth: 0, numbered: true },
            cell => {
                let (row, column) = cell[1..].split_once(':').expect("row and column");
                let number = |s: &str| s.parse().expect("a number");
                BlockKind::Cell { table: 0, row: number(row), column: number(column) }
            }
        };
        text.push(kind, words, 1);
    }
    text
}

fn read(lines: &[&str]) -> Option<Extraction> {
    let text = text(lines);
    let extraction = extract(&text, &KNOWLEDGE)?;
    for telling in &extraction.inspections {
        let judgements = telling.judgements.iter().flat_map(|j| &j.evidence);
        let areas = telling.improvement_areas.iter().flat_map(|i| &i.evidence);
        for evidence in judgements.chain(areas) {
            assert_eq!(evidence.quote, text.content[evidence.start..evidence.end]);
        }
    }
    Some(extraction)
}

#[track_caller]
fn telling(lines: &[&str]) -> Telling {
    let extraction = read(lines).expect("an inspectorate's own document");
    let [telling] = extraction.inspections.try_into().expect("one inspection");
    telling
}

fn grades(telling: &Telling) -> String {
    let each = telling.judgements.iter().map(|j| format!("{}={}", j.id, j.grade));
    each.collect::<Vec<_>>().join(" ")
}

fn items(telling: &Telling) -> Vec<(bool, &str)> {
    let urgent = |kind| kind == PriorityKind::PriorityAction;
    telling.improvement_areas.iter().map(|i| (urgent(i.kind), i.text.as_str())).collect()
}

const COVER: [&str; 4] = [
    "# Inspection of Hartlepool local authority children’s services",
    "p Inspection dates: 9 to 20 May 2022",
    "p Lead inspector: A Person, Her Majesty’s Inspector",
    "c0:0 Judgement",
];

#[test]
fn a_report_is_read_by_its_cover_table_and_list() {
    let mut lines = COVER.to_vec();
    lines.extend([
        "c0:1 Grade",
        "c1:0 The impact of leaders on social work practice with children and families",
        "c1:1 Requires improvement to be good",
        "c2:0 The experiences and progress of children who need help and protection",
        "c2:1 Good",
        "c3:0 The experiences and progress of children in care and care leavers",
        "c3:1 Outstanding",
        "c4:0 Overall effectiveness",
        "c4:1 Good",
        "p Much has changed since the last inspection in 2018, when services were judged to be inadequate.",
        "f Inspection of Hartlepool local authority children’s services 2",
        "# What needs to improve?",
        "- How quickly letters are answered.",
        "- Records of visits, which",
        "p are often late.",
        "# The experiences and progress of children who need help and protection: good",
        "1 Families in Stockton-on-Tees are not meant here.",
    ]);
    let telling = telling(&lines);
    assert_eq!(telling.area.as_ref().map(|a| a.name.as_str()), Some("Hartlepool"));
    assert_eq!(telling.framework.as_ref().map(|f| f.as_str()), Some("ilacs-2018"));
    let days = telling.inspected.expect("dated");
    assert_eq!(
        (days.from.to_string(), days.to.to_string()),
        ("2022-05-09".into(), "2022-05-20".into())
    );
    assert_eq!(
        grades(&telling),
        "overall=good leaders=requires-improvement help-and-protection=good in-care=outstanding"
    );
    assert_eq!(
        items(&telling),
        [
            (false, "How quickly letters are answered."),
            (false, "Records of visits, which are often late.")
        ]
    );
    let previous: Vec<_> = telling.previous.iter().map(|p| (p.grade.as_str(), p.year)).collect();
    assert_eq!(previous, [("inadequate", Some(2018))]);
    assert_eq!(telling.doubts, []);
}

#[test]
fn the_first_day_decides_the_version_and_the_table_may_object() {
    let report = |dates: &str, rows: &[&'static str]| {
        let dates = format!("p Inspection dates: {dates}");
        let mut lines = vec![COVER[0], &dates, COVER[2]];
        lines.extend(rows);
        let telling = telling(&lines);
        let version = telling.framework.clone().map(|f| f.0).unwrap_or_default();
        let outside = telling.doubts.iter().any(|d| d.code == DoubtCode::DateOutsideFramework);
        (version, grades(&telling), outside)
    };
    let four = [
        "p The impact of leaders on social work practice with children and families Good",
        "p The experiences and progress of children who need help and protection Good",
        "p The experiences and progress of children in care Good",
        "p The experiences and progress of care leavers Inadequate",
    ];
    let five = [four[0], four[1], four[2], four[3], "p Overall effectiveness Good"];
    let rows = "leaders=good help-and-protection=good in-care=good care-leavers=inadequate";
    assert_eq!(report("4 to 8 May 2026", &four), ("ilacs-2026".into(), rows.into(), false));
    let all = format!("overall=good {rows}");
    assert_eq!(report("6 to 10 May 2024", &five), ("ilacs-2023".into(), all.clone(), false));
    // The rows of 2023 under a day of 2022: the table is right, the date is doubted.
    assert_eq!(report("3 to 7 October 2022", &five), ("ilacs-2023".into(), all, true));
    // A lost row does not make it another version.
    assert_eq!(report("6 to 10 May 2024", &four), ("ilacs-2023".into(), rows.into(), false));
}

#[test]
fn grades_behind_labels_that_were_run_together_stand_in_the_order_of_the_labels() {
    let report = |cells: &[&'static str]| {
        let mut lines = COVER.to_vec();
        lines.extend(["c1:0 The impact of leaders on social work practice", "c1:1 Good"]);
        lines.extend(cells);
        lines.extend(["c9:0 Overall effectiveness", "c9:1 Good"]);
        grades(&telling(&lines))
    };
    let label = "c2:0 The experiences and progress of children who need help and protection \
                 2. The experiences and progress of children in care and care leavers";
    let both = report(&[label, "c2:1 Inadequate Requires improvement to be good"]);
    assert_eq!(
        both,
        "overall=good leaders=good help-and-protection=inadequate in-care=requires-improvement"
    );
    // Whose grade the only one is, nothing tells.
    assert_eq!(report(&[label, "c2:1 Inadequate"]), "overall=good leaders=good");
}

#[test]
fn a_press_release_that_quotes_a_report_is_not_one() {
    let lines = [
        "# Inspection of Hartlepool children’s services praises staff",
        "p Ofsted published its Inspection of Hartlepool local authority children’s services today.",
        "p The impact of leaders on social work practice was rated good.",
    ];
    assert_eq!(read(&lines), None);
    let lines =
        ["p This letter summarises the findings of the focused visit to Hartlepool, they wrote."];
    assert_eq!(read(&lines), None);
}

fn letter(rest: &[&'static str]) -> Telling {
    let mut lines = vec![
        "p 8 August 2023",
        "p A Person, Director of Children’s Services",
        "p Dear A",
        "# Focused visit to Hartlepool children’s services",
        "p This letter summarises the findings of the focused visit to Hartlepool children’s services on \
         31 October and 1 November 2022. They looked at the front door.",
        "# Headline findings",
        "p Since the move from Darlington, practice has improved.",
    ];
    lines.extend(rest);
    telling(&lines)
}

#[test]
fn a_letter_lists_what_is_urgent_apart() {
    let telling = letter(&[
        "# Area for priority action",
        "p The council must act at once on the following:",
        "- Children wait too long to be seen.",
        "# What needs to improve in this area of social work practice?1",
        "- Plans, so that they:",
        "-- are short",
        "-- are kept",
        "- Supervision",
        "# Main findings",
        "- Nothing more is listed here.",
    ]);
    assert_eq!(telling.event.as_str(), "focused-visit");
    assert_eq!(telling.framework.as_ref().map(|f| f.as_str()), Some("ilacs-2018"));
    assert_eq!(telling.inspected.map(|d| d.from.to_string()).as_deref(), Some("2022-10-31"));
    assert_eq!(
        items(&telling),
        [
            (true, "Children wait too long to be seen."),
            (false, "Plans, so that they: • are short • are kept"),
            (false, "Supervision"),
        ]
    );
    assert!(telling.judgements.is_empty());
}

#[test]
fn small_letters_below_a_colon_belong_to_the_item_that_ends_in_it() {
    let telling = letter(&[
        "# What needs to improve in this area of social work practice",
        "- How soon plans are read, including:",
        "- by managers; and",
        "- by those who write them.",
        "- Supervision, which should:",
        "- Case records.",
        "- –",
    ]);
    assert_eq!(
        items(&telling),
        [
            (
                false,
                "How soon plans are read, including: • by managers; and • by those who write them."
            ),
            (false, "Supervision, which should:"),
            (false, "Case records."),
        ]
    );
}

#[test]
fn a_heading_over_nothing_lists_nothing() {
    let telling = letter(&[
        "# Areas for priority action",
        "p There are no areas for priority action.",
        "# What needs to improve in this area of social work practice",
        "p Assessments say too little about fathers.",
        "p Ofsted will take the findings into account.",
        "p Yours sincerely",
    ]);
    assert_eq!(items(&telling), [(false, "Assessments say too little about fathers.")]);
}

#[test]
fn a_heading_over_words_that_are_no_items_is_doubted() {
    let doubts = |telling: &Telling| -> Vec<DoubtCode> {
        telling.doubts.iter().map(|doubt| doubt.code).collect()
    };
    let unread = letter(&[
        "# Areas for priority action",
        "# What needs to improve in this area of social work practice",
        "- Supervision",
    ]);
    assert_eq!(items(&unread), [(false, "Supervision")]);
    assert_eq!(doubts(&unread), [DoubtCode::ListNotRead]);
    let none = letter(&[
        "# Areas for priority action",
        "p The inspectors did not find any areas for priority action.",
        "# What needs to improve in this area of social work practice",
        "p This visit found no further areas for priority action or improvement.",
    ]);
    assert_eq!((items(&none), doubts(&none)), (vec![], vec![]));
    let meant = letter(&[
        "# Areas for priority action",
        "- There has been no progress on the priority actions of last year.",
    ]);
    assert_eq!(items(&meant).len(), 1);
}

#[test]
fn headings_of_parts_divide_a_list_that_begins_with_one() {
    let telling = letter(&[
        "# What needs to improve in this area of social work practice",
        "## Plans",
        "p How soon plans are written.",
        "## Managers",
        "- How often managers read them.",
        "- What they ask.",
        "# Some other heading",
        "- Nothing more is listed here.",
    ]);
    let want = ["How soon plans are written.", "How often managers read them.", "What they ask."];
    assert_eq!(items(&telling), want.map(|item| (false, item)));
    let whole = letter(&[
        "# What needs to improve in this area of social work practice",
        "- Plans.",
        "## About this visit",
        "- Two inspectors came.",
    ]);
    assert_eq!(items(&whole), [(false, "Plans.")]);
}

#[test]
fn a_list_that_begins_with_a_number_goes_on_with_one() {
    let telling = letter(&[
        "# What needs to improve in this area of social work practice",
        "1 Plans, so that:",
        "- they are read",
        "1 Supervision.",
    ]);
    assert_eq!(
        items(&telling),
        [(false, "Plans, so that: • they are read"), (false, "Supervision.")]
    );
}

#[test]
fn a_letter_dated_before_the_visit_is_doubted() {
    let mut lines = vec!["p 8 August 2021"];
    lines.extend([
        "p Dear A",
        "# Focused visit to Hartlepool children’s services",
        "p This letter summarises the findings of the focused visit on 9 May 2022.",
    ]);
    let doubts: Vec<_> = telling(&lines).doubts.into_iter().map(|d| d.code).collect();
    assert_eq!(doubts, [DoubtCode::ConflictingDates]);
}

#[test]
fn the_safeguarding_boards_list_is_not_the_councils() {
    let telling = telling(&[
        "p Hartlepool Borough Council",
        "# Inspection of services for children in need of help and protection, children looked after \
         and care leavers",
        "p Inspection date: 2 July 2014 – 23 July 2014",
        "p Report published: 8 September 2014",
        "p The overall judgement is that children’s services require improvement.2",
        "p 1. Children who need help and protection Requires improvement",
        "p 2. Children looked after and achieving permanence Good",
        "p 2.1 Adoption performance Not judged",
        "p 2.2 Experiences and progress of care leavers Good",
        "p 3. Leadership, management and governance Inadequate",
        "p The effectiveness of the Local Safeguarding Children Board (LSCB) is outstanding",
        "# What does the local authority need to improve?",
        "## Priority and immediate action",
        "1 Review every closed case.",
        "## Areas for improvement",
        "1 Oversight by managers",
        "- Read files each month.",
        "- Talk to staff.",
        "1 Publish a plan which covers:",
        "- housing",
        "- health.",
        "# The local authority’s strengths",
        "1 Foster carers stay.",
        "# The effectiveness of the Local Safeguarding Children Board (LSCB)",
        "## Areas for improvement",
        "1 Meet more often.",
    ]);
    assert_eq!(telling.framework.as_ref().map(|f| f.as_str()), Some("sif-2013"));
    assert_eq!(
        grades(&telling),
        "overall=requires-improvement leaders=inadequate help-and-protection=requires-improvement \
         in-care=good care-leavers=good"
    );
    assert_eq!(
        items(&telling),
        [
            (true, "Review every closed case."),
            (false, "Read files each month."),
            (false, "Talk to staff."),
            (false, "Publish a plan which covers: • housing • health."),
        ]
    );
}

#[test]
fn rows_of_a_table_are_items_and_say_who_must_act() {
    let telling = telling(&[
        "# Area SEND inspection of Hartlepool Local Area Partnership",
        "p Inspection dates: 13 May 2024 to 17 May 2024",
        "# Inspection outcome",
        "p The arrangements lead to inconsistent experiences and outcomes. They must improve.",
        "# Areas for improvement",
        "c0:0 Responsible body",
        "c0:1 Areas for improvement",
        "c1:0 The council and the health board",
        "c1:1 Leaders should shorten waits.",
        "c2:0 The council",
        "c2:1 Plans should be: • clear • kept.",
        "# Local area partnership details",
        "c9:0 Hartlepool Borough Council",
    ]);
    assert_eq!(grades(&telling), "outcome=inconsistent");
    assert_eq!(
        telling.judgements[0].evidence[0].quote,
        "The arrangements lead to inconsistent experiences and outcomes."
    );
    assert_eq!(
        items(&telling),
        [(false, "Leaders should shorten waits."), (false, "Plans should be: • clear • kept.")]
    );
    let who = telling.improvement_areas[0].responsible.as_deref();
    assert_eq!(who, Some("The council and the health board"));
}

#[test]
fn one_table_may_hold_two_lists_and_rows_that_became_items() {
    let telling = telling(&[
        "# Area SEND inspection of Hartlepool Local Area Partnership",
        "p Inspection dates: 13 May 2024 to 17 May 2024",
        "# Inspection outcome",
        "p There are widespread and/or systemic failings.",
        "c0:0 Responsible bodies",
        "c0:1 Area for priority action",
        "c1:0 The council",
        "c1:1 Leaders must find the children who are missing.",
        "c2:0 Areas for improvement",
        "1 Plans should be kept.",
        "c3:0 Leaders should shorten waits, so that:",
        "- help comes early",
        "- nobody waits twice.",
        "c4:0 Leaders should listen.",
        "# Local area partnership details",
        "c9:0 Hartlepool Borough Council",
    ]);
    assert_eq!(
        items(&telling),
        [
            (true, "Leaders must find the children who are missing."),
            (false, "Plans should be kept."),
            (
                false,
                "Leaders should shorten waits, so that: • help comes early • nobody waits twice."
            ),
            (false, "Leaders should listen."),
        ]
    );
    let who: Vec<_> =
        telling.improvement_areas.iter().filter_map(|i| i.responsible.as_deref()).collect();
    assert_eq!(who, ["The council"]);
}

#[test]
fn a_heading_in_two_lines_opens_its_list() {
    let telling = letter(&[
        "# What needs to improve in this",
        "# area of social work practice",
        "- Supervision",
    ]);
    assert_eq!(items(&telling), [(false, "Supervision")]);
}

#[test]
fn a_joint_letter_has_lists_under_subheadings_and_stories_that_are_no_items() {
    let telling = telling(&[
        "p 9 November 2018",
        "p A Person, Director of Children’s Services, Hartlepool",
        "p Dear local partnership",
        "# Joint targeted area inspection of the multi-agency response to neglect in Hartlepool",
        "p Between 24 and 28 September 2018, Ofsted and the Care Quality Commission (CQC) undertook a \
         joint inspection. This letter says what they found.",
        "# Key strengths",
        "- Staff are kind.",
        "# Area for priority action",
        "p The health board should see all children who wait.",
        "# Areas for improvement",
        "## The front door",
        "- Police reports come late.",
        "## Leadership and management",
        "- Data is not shared.",
        "## Case study: area for improvement",
        "p One child waited.",
        "# Next steps",
        "p The director should prepare a statement.",
    ]);
    assert_eq!(telling.programme.as_str(), "jtai");
    assert_eq!(
        items(&telling),
        [
            (true, "The health board should see all children who wait."),
            (false, "Police reports come late."),
            (false, "Data is not shared."),
        ]
    );
}

fn send_letter(title: &str, rest: &[&'static str]) -> Telling {
    let mut lines = vec![
        "p 9 November 2021",
        "p Dear A and B",
        title,
        "p Between 20 September 2021 and 24 September 2021, Ofsted and the Care Quality Commission came.",
    ];
    lines.extend(rest);
    telling(&lines)
}

#[test]
fn a_local_area_letter_says_whether_a_statement_is_required() {
    let title = "# Joint local area SEND inspection in Hartlepool";
    let with = send_letter(
        title,
        &[
            "p As a result, a Written Statement of Action is required because of significant weakness.",
            "p It must explain how the local area will tackle the following areas of significant weakness:",
            "- waits for assessment",
            "p Yours sincerely",
        ],
    );
    assert_eq!(grades(&with), "outcome=wsoa");
    assert_eq!(items(&with), [(true, "waits for assessment")]);
    let without = send_letter(title, &["p Leaders know the area well.", "p Yours sincerely"]);
    assert_eq!(grades(&without), "outcome=no-wsoa");
    assert_eq!(without.judgements[0].basis, Basis::Implied);
    // Half a letter may have said it in the other half.
    assert_eq!(grades(&send_letter(title, &["p Leaders know the area well."])), "");
}

#[test]
fn a_revisit_letter_says_whether_progress_is_sufficient() {
    let title = "# Joint area SEND revisit in Hartlepool";
    let revisit = |words| send_letter(title, &[words, "p Yours sincerely"]);
    let all =
        revisit("p The area has made sufficient progress in addressing all of the weaknesses.");
    assert_eq!(
        (all.event.as_str(), grades(&all).as_str()),
        ("revisit", "outcome=sufficient-progress")
    );
    let some = revisit("p The area has made sufficient progress in addressing two of the four.");
    assert_eq!(grades(&some), "outcome=insufficient-progress");
}

#[test]
fn other_inspectorates_reports_are_known_too() {
    let cqc = telling(&[
        "# Hartlepool Borough Council: local authority assessment",
        "p How we assess local authorities",
        "p Assessment published: 17 May 2024",
        "# Overall summary",
        "p Local authority rating and score Hartlepool Good",
    ]);
    assert_eq!(
        (cqc.programme.as_str(), grades(&cqc).as_str()),
        ("adult-social-care", "overall=good")
    );
    let hmip = telling(&[
        "# An inspection of youth justice services in Hartlepool",
        "p HM Inspectorate of Probation, March 2022",
        "p Overall rating Requires improvement",
    ]);
    assert_eq!(grades(&hmip), "overall=requires-improvement");
}

#[test]
fn a_report_that_names_no_area_tells_no_inspection() {
    let mut lines = vec!["# Inspection of Somewhere local authority children’s services"];
    lines.extend(&COVER[1..]);
    lines.push("p The impact of leaders on social work practice Good");
    let extraction = read(&lines).expect("an inspectorate's own");
    assert!(extraction.inspections.is_empty());
    assert!(extraction.decisions.iter().any(|d| d.field == "area" && d.value.is_none()));
}

#[test]
fn only_the_whole_of_the_inspection_before_counts_as_previous() {
    let previous = |sentence: &str| {
        let summary = format!("p {sentence}");
        let rows = "p Overall effectiveness Good";
        let leaders = "p The impact of leaders on social work practice Good";
        let mut lines = COVER[..3].to_vec();
        lines.extend([leaders, rows, summary.as_str(), "# What needs to improve?", "- Letters."]);
        let found = telling(&lines).previous;
        found
            .iter()
            .map(|p| format!("{} {}", p.grade, p.year.unwrap_or(0)))
            .collect::<Vec<_>>()
            .join(";")
    };
    let cases = [
        ("Services were judged inadequate in 2014 and 2017.", "inadequate 2017"),
        (
            "In 2016, services were judged to require improvement to be good.",
            "requires-improvement 2016",
        ),
        ("Since the last inspection in 2019, services remain good.", "good 2019"),
        ("It builds on the outstanding judgement at the inspection in 2018.", "outstanding 2018"),
        ("Leaders moved on from the inadequate grade of May 2018.", "inadequate 2018"),
        (
            "Ofsted last came in June 2019. At that time, the council was rated ‘outstanding’.",
            "outstanding 2019",
        ),
        ("In 2017, inspectors found services to be inadequate.", "inadequate 2017"),
        ("The overall effectiveness was good at the inspection in 2019.", "good 2019"),
        (
            "Services have grown since the inspection in 2019, which graded them good, and the visit of 2020.",
            "good 2019",
        ),
        (
            "Judged good in 2014, the council was judged to require improvement in 2018.",
            "requires-improvement 2018;good 2014",
        ),
        ("Services were judged inadequate for the third time in 2019.", "inadequate 2019"),
        ("Services have moved from ‘inadequate’ in 2018 to good.", "inadequate 2018"),
        ("Services were graded ‘good’ in 2017, in other times.", "good 2017"),
        ("The council was judged inadequate in 2013, and again in 2018.", "inadequate 2018"),
        ("The council still requires improvement, as it did in 2018.", "requires-improvement 2018"),
        // One judgement, the present, a visit, an area of practice, good work: not the whole.
        ("Since 2019, when care leavers were judged to have good help, much has changed.", ""),
        ("Since the inspection in 2019, services have improved and are now good.", ""),
        ("Since the inspection in 2019, services for care leavers were judged good.", ""),
        (
            "Since the focused visit in 2020, which judged that good plans are rare, much is new.",
            "",
        ),
        (
            "Two areas found in 2019 are still inadequate, and in 2020 some required improvement.",
            "",
        ),
        ("Three things that were raised in 2019 still require improvement in many teams.", ""),
        ("Inspectors judged in 2019 that good practice was common.", ""),
        ("They will be judged good in 2031.", ""),
    ];
    for (sentence, want) in cases {
        assert_eq!(previous(sentence), want, "{sentence}");
    }
}

#[test]
fn letters_of_others_about_visits_are_no_reports() {
    for lines in [
        [
            "# Ofsted focused visit to Hartlepool",
            "p Dear colleagues",
            "p We had a focused visit in May 2024. This visit gave no grade.",
        ],
        [
            "# Local area SEND revisit in Hartlepool",
            "p Dear parents and carers",
            "p Ofsted and the Care Quality Commission came in May 2021.",
        ],
        [
            "# Monitoring visit to Hartlepool",
            "p Dear all",
            "p This letter sums up our monitoring visit.",
        ],
        [
            "p HM Inspectorate of Probation has today published its inspection of youth justice services in Hartlepool.",
            "p It gives an overall rating of Good.",
            "p Notes to editors",
        ],
    ] {
        assert!(read(&lines).is_none(), "{lines:?}");
    }
}
