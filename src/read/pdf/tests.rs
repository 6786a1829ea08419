//! What PDFs of our own making are read into.

use proptest::prelude::*;

use super::sample::{Node, artifact, dot, element, leaf, line, marked, pdf, pdf_with, rule};
use super::*;

/// One line per block: kind, then words.
#[track_caller]
fn case(bytes: &[u8], want: &[&str]) {
    let text = read(bytes).expect("a readable file");
    let got: Vec<String> =
        text.blocks.iter().map(|b| format!("{} {}", name(b.kind), text.slice(b.span))).collect();
    assert_eq!(got, want);
}

fn name(kind: BlockKind) -> String {
    match kind {
        BlockKind::Heading { level } => format!("h{level}"),
        BlockKind::Paragraph => "p".into(),
        BlockKind::Item { depth, numbered: true } => format!("n{depth}"),
        BlockKind::Item { depth, numbered: false } => format!("i{depth}"),
        BlockKind::Cell { table, row, column } => format!("{table}.{row}.{column}"),
        BlockKind::Quotation => "q".into(),
        BlockKind::Caption => "c".into(),
        BlockKind::Furniture => "-".into(),
    }
}

fn document(kids: Vec<Node>) -> Option<Node> {
    Some(element("Document", kids))
}

#[test]
fn bullets_that_are_drawn_part_items_where_there_are_no_tags() {
    let bulleted = |y: f32, text: &str| dot(70.0, y - 4.0) + &line(80.0, y, 12.0, text);
    let page = line(60.0, 80.0, 12.0, "It must put right:")
        + &bulleted(94.0, "how long families wait for a plan that says what a child of theirs needs, and who")
        + &line(80.0, 108.0, 12.0, "reads it")
        + &bulleted(122.0, "the help for those who leave care before they have turned eighteen years old")
        // A chart's legend and a full stop of a logo are no bullets of these lines.
        + &dot(20.0, 200.0)
        + &line(60.0, 204.0, 12.0, "Leaders know this.");
    case(
        &pdf(&[page], None),
        &[
            "p It must put right:",
            "i0 how long families wait for a plan that says what a child of theirs needs, and who reads it",
            "i0 the help for those who leave care before they have turned eighteen years old",
            "p Leaders know this.",
        ],
    );
}

#[test]
fn a_paragraph_goes_on_overleaf_and_the_footer_does_not_interrupt_it() {
    let first = marked(0, &line(60.0, 80.0, 20.0, "Visit to Northmoor"))
        + &marked(
            1,
            &(line(60.0, 700.0, 12.0, "Plans are clear and the manag-")
                + &line(60.0, 714.0, 12.0, "ers who sign them know the")),
        )
        + &artifact(&line(60.0, 780.0, 9.0, "Northmoor, page 1"));
    let second = artifact(&line(60.0, 780.0, 9.0, "Northmoor, page 2"))
        + &marked(0, &line(60.0, 80.0, 12.0, "children well. Some managers listen."))
        + &marked(1, &line(60.0, 110.0, 12.0, "Visits are regular."));
    let tree = document(vec![leaf("H1", 0, 0), leaf("P", 0, 1), leaf("P", 1, 0), leaf("P", 1, 1)]);
    case(
        &pdf(&[first, second], tree),
        &[
            "- Northmoor, page 1",
            "h1 Visit to Northmoor",
            "p Plans are clear and the managers who sign them know the children well. Some managers listen.",
            "- Northmoor, page 2",
            "p Visits are regular.",
        ],
    );
}

#[test]
fn items_lose_their_markers_and_find_their_second_half() {
    let first = marked(0, &line(60.0, 600.0, 12.0, "•"))
        + &marked(
            1,
            &(line(78.0, 600.0, 12.0, "The pace of assessments.")
                + &line(96.0, 620.0, 12.0, "o  not now")),
        )
        + &marked(2, &line(60.0, 700.0, 12.0, "• Visits are late. Few are"))
        + &marked(3, &line(60.0, 640.0, 12.0, "1."))
        + &marked(4, &line(78.0, 640.0, 12.0, "Hear children."));
    let second = marked(0, &line(78.0, 80.0, 12.0, "recorded. None is checked."))
        + &marked(1, &line(60.0, 100.0, 12.0, "• Supervision of staff."));
    let item = |kids| element("LI", kids);
    let labelled = |label, body| item(vec![leaf("Lbl", 0, label), leaf("LBody", 0, body)]);
    let tree = document(vec![
        element("L", vec![labelled(3, 4), labelled(0, 1), item(vec![leaf("LBody", 0, 2)])]),
        element("L", vec![item(vec![leaf("LBody", 1, 0)]), item(vec![leaf("LBody", 1, 1)])]),
    ]);
    case(
        &pdf(&[first, second], tree),
        &[
            "n0 Hear children.",
            "i0 The pace of assessments. o not now",
            "i0 Visits are late. Few are recorded. None is checked.",
            "i0 Supervision of staff.",
        ],
    );
}

#[test]
fn a_marker_that_is_a_part_of_its_own_makes_an_item_of_the_words_beside_it() {
    let page = marked(0, &line(60.0, 100.0, 12.0, "•"))
        + &marked(1, &line(78.0, 100.0, 12.0, "The pace of assessments, so that:"))
        + &marked(2, &line(66.0, 120.0, 12.0, "–"))
        + &marked(3, &line(84.0, 120.0, 12.0, "visits are soon"))
        + &marked(4, &line(60.0, 140.0, 12.0, "2."))
        + &marked(5, &line(78.0, 140.0, 12.0, "Hear children."))
        + &marked(6, &line(60.0, 160.0, 12.0, "–"))
        + &marked(7, &line(60.0, 180.0, 12.0, "Nothing stands beside that dash."));
    let part = |mark| element("Div", vec![leaf("Div", 0, mark), leaf("NonStruct", 0, mark + 1)]);
    case(
        &pdf(&[page], document(vec![part(0), part(2), part(4), part(6)])),
        &[
            "i0 The pace of assessments, so that:",
            "i1 visits are soon",
            "n0 Hear children.",
            "p –",
            "p Nothing stands beside that dash.",
        ],
    );
}

#[test]
fn an_item_whose_marker_is_drawn_begins_anew_overleaf_and_in_the_next_column() {
    let long = "The pace at which all plans are made for the children who live in the far north";
    let item = |mark, x, y: f32, text: &str| {
        marked(mark, "0 0 m 1 1 l f\n") + &marked(mark + 1, &line(x, y, 12.0, text))
    };
    let first = item(0, 60.0, 600.0, "Visits.")
        + &item(2, 320.0, 100.0, "Letters.")
        + &marked(4, "")
        + &marked(5, &(line(60.0, 700.0, 12.0, long) + &line(60.0, 714.0, 12.0, long)));
    let second = item(0, 60.0, 80.0, "Supervision of staff");
    let li =
        |page, mark| element("LI", vec![leaf("Lbl", page, mark), leaf("LBody", page, mark + 1)]);
    let tree = document(vec![element("L", vec![li(0, 0), li(0, 2), li(0, 4), li(1, 0)])]);
    case(
        &pdf(&[first, second], tree),
        &["i0 Visits.", "i0 Letters.", &format!("i0 {long} {long}"), "i0 Supervision of staff"],
    );
}

#[test]
fn lines_of_a_paragraph_that_begin_with_its_own_dash_are_items() {
    let dashes = marked(
        0,
        &(line(60.0, 100.0, 12.0, "– The pace of plans;")
            + &line(60.0, 114.0, 12.0, "– Visits to children")
            + &line(60.0, 128.0, 12.0, "– all of them.")),
    );
    let tree = document(vec![leaf("P", 0, 0)]);
    case(&pdf(&[dashes], tree), &["i0 The pace of plans;", "i0 Visits to children – all of them."]);
}

#[test]
fn a_line_between_two_cells_parts_words_that_stand_close() {
    let side = |x: f32| format!("{x} 690 m {x} 750 l S\n");
    let page = rule(50.0, 50.0, 550.0)
        + &line(60.0, 70.0, 12.0, "Who must act")
        + &line(150.0, 70.0, 12.0, "What must be done")
        + &rule(80.0, 50.0, 550.0)
        + &line(60.0, 100.0, 12.0, "The council")
        + &line(150.0, 100.0, 12.0, "Leaders should listen.")
        + &rule(110.0, 50.0, 550.0)
        + &[50.0, 143.0, 550.0].map(side).concat();
    case(
        &pdf(&[page], None),
        &[
            "0.0.0 Who must act",
            "0.0.1 What must be done",
            "0.1.0 The council",
            "0.1.1 Leaders should listen.",
        ],
    );
}

/// A table of two columns whose second row breaks over the page; its head is repeated.
fn broken_table() -> Vec<u8> {
    let first = rule(590.0, 50.0, 550.0)
        + &marked(0, &line(60.0, 600.0, 12.0, "Who"))
        + &marked(1, &line(200.0, 600.0, 12.0, "What"))
        + &rule(610.0, 50.0, 550.0)
        + &marked(2, &line(60.0, 630.0, 12.0, "The council"))
        + &marked(3, &line(200.0, 630.0, 12.0, "Leaders should agree one plan."))
        + &rule(640.0, 50.0, 550.0)
        + &marked(4, &line(60.0, 700.0, 12.0, "The health"))
        + &marked(5, &line(200.0, 700.0, 12.0, "Leaders should shorten waits so that:"))
        + &rule(710.0, 50.0, 550.0);
    let second = rule(70.0, 50.0, 550.0)
        + &marked(0, &line(60.0, 80.0, 12.0, "Who"))
        + &marked(1, &line(200.0, 80.0, 12.0, "What"))
        + &rule(90.0, 50.0, 550.0)
        + &marked(2, &line(60.0, 100.0, 12.0, "board"))
        + &marked(3, &line(200.0, 100.0, 12.0, "•"))
        + &marked(4, &line(218.0, 100.0, 12.0, "children are seen."))
        + &rule(110.0, 50.0, 550.0);
    let row = |cells: Vec<Node>| {
        element("TR", cells.into_iter().map(|cell| element("TD", vec![cell])).collect())
    };
    let simple = |page, mark| row(vec![leaf("P", page, mark), leaf("P", page, mark + 1)]);
    let item = element("LI", vec![leaf("Lbl", 1, 3), leaf("LBody", 1, 4)]);
    let list = element("L", vec![item]);
    let tree = document(vec![
        element("Table", vec![simple(0, 0), simple(0, 2), simple(0, 4)]),
        element("Table", vec![simple(1, 0), row(vec![leaf("P", 1, 2), list])]),
    ]);
    pdf(&[first, second], tree)
}

#[test]
fn a_row_that_breaks_over_the_page_is_one_row() {
    case(
        &broken_table(),
        &[
            "0.0.0 Who",
            "0.0.1 What",
            "0.1.0 The council",
            "0.1.1 Leaders should agree one plan.",
            "0.2.0 The health board",
            "0.2.1 Leaders should shorten waits so that: • children are seen.",
            "- Who",
            "- What",
        ],
    );
}

#[test]
fn a_row_that_begins_overleaf_in_one_table_is_a_row_of_its_own() {
    let row = |y: f32, mark, who: &str, what: &str| {
        marked(mark, &line(60.0, y, 12.0, who))
            + &marked(mark + 1, &line(200.0, y, 12.0, what))
            + &rule(y + 10.0, 50.0, 550.0)
    };
    let first = rule(590.0, 50.0, 550.0)
        + &row(600.0, 0, "The council", "Leaders should agree one plan with")
        + &row(690.0, 2, "The council", "Leaders should shorten waits for");
    let second = rule(70.0, 50.0, 550.0) + &row(80.0, 0, "The health board", "all who wait");
    let cells = |page, mark| {
        let cell = |mark| element("TD", vec![leaf("P", page, mark)]);
        element("TR", vec![cell(mark), cell(mark + 1)])
    };
    let tree = document(vec![element("Table", vec![cells(0, 0), cells(0, 2), cells(1, 0)])]);
    case(
        &pdf(&[first, second], tree),
        &[
            "0.0.0 The council",
            "0.0.1 Leaders should agree one plan with",
            "0.1.0 The council",
            "0.1.1 Leaders should shorten waits for",
            "0.2.0 The health board",
            "0.2.1 all who wait",
        ],
    );
}

#[test]
fn a_table_that_only_lays_out_the_page_dissolves() {
    let page = marked(0, &line(60.0, 80.0, 12.0, "Leaders know the area well."))
        + &marked(1, &line(60.0, 110.0, 12.0, "• The offer to carers."));
    let cell = |mark| element("TR", vec![element("TD", vec![leaf("P", 0, mark)])]);
    let tree = document(vec![element("Table", vec![cell(0), cell(1)])]);
    case(&pdf(&[page], tree), &["p Leaders know the area well.", "i0 The offer to carers."]);
}

#[test]
fn notes_and_contents_are_furniture_and_note_marks_go() {
    let page = marked(0, &line(60.0, 80.0, 12.0, "Contents"))
        + &marked(1, &line(60.0, 100.0, 12.0, "Findings 3"))
        + &marked(
            2,
            &(line(60.0, 200.0, 12.0, "Most plans improve")
                + &line(162.0, 196.0, 7.0, "1")
                + &line(167.0, 200.0, 12.0, " lives.")),
        )
        + &marked(3, &line(60.0, 700.0, 9.0, "1 In this sample."))
        + &marked(4, &line(60.0, 230.0, 12.0, "All is well."));
    let tree = document(vec![
        leaf("P", 0, 0),
        leaf("P", 0, 1),
        element("P", vec![Node::Mark(0, 2), leaf("Note", 0, 3)]),
        leaf("P", 0, 4),
    ]);
    case(
        &pdf(&[page], tree),
        &[
            "- Contents",
            "- Findings 3",
            "- 1 In this sample.",
            "p Most plans improve lives.",
            "p All is well.",
        ],
    );
}

#[test]
fn without_tags_places_and_lines_decide() {
    let body = |page: usize| {
        line(60.0, 30.0, 9.0, "Northmoor council")
            + &line(60.0, 780.0, 9.0, &format!("Page {page}"))
    };
    let first = body(1)
        + &line(60.0, 80.0, 20.0, "Visit to Northmoor")
        + &line(
            60.0,
            120.0,
            12.0,
            "Leaders have made a plain and simple plan which all staff know, and which the",
        )
        + &line(60.0, 134.0, 12.0, "staff keep to.")
        + &line(
            60.0,
            160.0,
            12.0,
            "• The timeliness of visits to children who live far away from the county they are",
        )
        + &line(78.0, 174.0, 12.0, "known to.")
        + &line(60.0, 190.0, 12.0, "• The record of visits.")
        + &rule(290.0, 50.0, 550.0)
        + &line(60.0, 304.0, 12.0, "Leaders should agree on one plan.")
        + &rule(320.0, 50.0, 550.0)
        + &line(60.0, 334.0, 12.0, "Leaders should listen.")
        + &rule(350.0, 50.0, 550.0);
    let ends = ["Leaders nodded.", "Staff agreed.", "All was well."];
    let others = (2..).zip(ends).map(|(page, end)| body(page) + &line(60.0, 80.0, 12.0, end));
    let pages: Vec<String> = std::iter::once(first).chain(others).collect();
    let text = read(&pdf(&pages, None)).expect("a readable file");
    let body: Vec<String> =
        text.body().map(|b| format!("{} {}", name(b.kind), text.slice(b.span))).collect();
    let want = [
        "h1 Visit to Northmoor",
        "p Leaders have made a plain and simple plan which all staff know, and which the staff keep to.",
        "i0 The timeliness of visits to children who live far away from the county they are known to.",
        "i0 The record of visits.",
        "0.0.0 Leaders should agree on one plan.",
        "0.1.0 Leaders should listen.",
        "p Leaders nodded.",
        "p Staff agreed.",
        "p All was well.",
    ];
    assert_eq!(body, want);
}

#[test]
fn without_tags_gaps_behind_markers_shading_and_contents_mislead_nobody() {
    let shade = |y: f32| format!("1 g 60 {} 400 15 re f 0 g\n", 800.0 - y - 4.0);
    let page = line(60.0, 60.0, 16.0, "Contents")
        + &line(60.0, 80.0, 12.0, "Recommendations")
        + &line(410.0, 80.0, 12.0, "7")
        + &line(60.0, 100.0, 12.0, "What we found in Northmoor")
        + &line(410.0, 100.0, 12.0, "9")
        + &line(60.0, 200.0, 12.0, "1.")
        + &line(100.0, 200.0, 12.0, "Keep the plans of all the children who live in the county in")
        + &shade(214.0)
        + &line(100.0, 214.0, 12.0, "good order, and read them again as often as anything in the")
        + &shade(228.0)
        + &line(100.0, 228.0, 12.0, "lives of the children changes.")
        + &line(60.0, 250.0, 12.0, "2.")
        + &line(100.0, 250.0, 12.0, "Listen.");
    case(
        &pdf(&[page], None),
        &[
            "- Contents",
            "- Recommendations",
            "- 7",
            "- What we found in Northmoor",
            "- 9",
            "n0 Keep the plans of all the children who live in the county in good order, and read them \
             again as often as anything in the lives of the children changes.",
            "n0 Listen.",
        ],
    );
}

#[track_caller]
fn fails(bytes: &[u8], code: FailureCode) {
    assert_eq!(read(bytes).expect_err("a failure").code, code);
}

#[test]
fn what_cannot_be_read_says_why() {
    fails(b"%PDF-1.7 nonsense", FailureCode::Unreadable);
    fails(&pdf(&["0 0 m 10 10 l S".into()], None), FailureCode::NoText);
    fails(&pdf(&[], None), FailureCode::Empty);
    let lock = format!(
        "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{0}>/U<{0}>>>",
        "41".repeat(32)
    );
    fails(&pdf_with(&[line(60.0, 80.0, 12.0, "secret")], None, &lock), FailureCode::Encrypted);
}

#[test]
fn a_file_cut_short_is_read_with_a_warning() {
    let words = line(60.0, 80.0, 12.0, "Leaders know the area and its children well.");
    let bytes = pdf(&[words], None);
    let cut = &bytes[..bytes.len() - 8];
    let text = read(cut).expect("what is left of it");
    assert_eq!(text.warnings, [TextWarning::Truncated]);
    assert!(text.content.contains("Leaders know"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damaged_files_never_break_the_blocks(at in 0usize..4000, byte: u8, cut in 0usize..4000) {
        let mut bytes = broken_table();
        let end = bytes.len();
        bytes[at % end] = byte;
        bytes.truncate(end - (cut % end) / 4);
        if let Ok(text) = read(&bytes) {
            let mut last = 0;
            for block in &text.blocks {
                prop_assert!(block.span.start >= last && block.span.end > block.span.start);
                prop_assert!(text.content.get(block.span.start..block.span.end).is_some());
                last = block.span.end;
            }
        }
    }
}
