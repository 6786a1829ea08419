//! Small PDF files for the tests, tagged or not.

/// Height of the pages in points.
const HEIGHT: f32 = 800.0;

/// A node of a structure tree.
pub enum Node {
    /// An element of this type.
    Element(&'static str, Vec<Node>),
    /// Marked content on a page from 0.
    Mark(usize, usize),
}

/// An element.
pub fn element(tag: &'static str, kids: Vec<Node>) -> Node {
    Node::Element(tag, kids)
}

/// An element around one piece of marked content.
pub fn leaf(tag: &'static str, page: usize, mark: usize) -> Node {
    Node::Element(tag, vec![Node::Mark(page, mark)])
}

/// Shows a line of text; `y` counts from the top.
pub fn line(x: f32, y: f32, size: f32, text: &str) -> String {
    let hex: String = text.chars().map(|c| format!("{:02x}", windows(c))).collect();
    format!("BT /F1 {size} Tf 1 0 0 1 {x} {} Tm <{hex}> Tj ET\n", HEIGHT - y)
}

/// Draws a horizontal line.
pub fn rule(y: f32, from: f32, to: f32) -> String {
    format!("{from} {} m {to} {} l S\n", HEIGHT - y, HEIGHT - y)
}

/// Draws a filled bullet whose middle is at `x` and `y`.
pub fn dot(x: f32, y: f32) -> String {
    let (left, top, right, bottom) = (x - 2.0, HEIGHT - y + 2.0, x + 2.0, HEIGHT - y - 2.0);
    let y = HEIGHT - y;
    format!(
        "{left} {y} m {left} {top} {x} {top} {x} {top} c {right} {top} {right} {y} {right} {y} c \
         {right} {bottom} {x} {bottom} {x} {bottom} c {left} {bottom} {left} {y} {left} {y} c h f\n"
    )
}

/// Puts content under a marked-content number.
pub fn marked(mark: usize, content: &str) -> String {
    format!("/P <</MCID {mark}>> BDC\n{content}EMC\n")
}

/// Calls content an artifact.
pub fn artifact(content: &str) -> String {
    format!("/Artifact BMC\n{content}EMC\n")
}

/// Writes a file of pages with these content streams.
pub fn pdf(pages: &[String], tree: Option<Node>) -> Vec<u8> {
    pdf_with(pages, tree, "")
}

/// The same with further entries in the trailer.
pub fn pdf_with(pages: &[String], tree: Option<Node>, trailer: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 4 + 2 * i)).collect();
    let root = if tree.is_some() { "/StructTreeRoot 3 0 R" } else { "" };
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R {root}>>"),
        format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), kids.join(" ")),
        tree.map_or("null".to_owned(), |t| format!("<</Type/StructTreeRoot/K {}>>", node(&t))),
    ];
    for (i, content) in pages.iter().enumerate() {
        let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 {HEIGHT}]/Contents {} 0 R/Resources<</Font<</F1 {font}>>>>>>",
            5 + 2 * i
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    let mut file = "%PDF-1.7\n".to_owned();
    let mut offsets = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", i + 1);
    }
    let start = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    offsets.iter().for_each(|offset| file += &format!("{offset:010} 00000 n \n"));
    let size = objects.len() + 1;
    file += &format!("trailer<</Size {size}/Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

fn node(node: &Node) -> String {
    match node {
        Node::Mark(page, mark) => format!("<</Type/MCR/Pg {} 0 R/MCID {mark}>>", 4 + 2 * page),
        Node::Element(tag, kids) => {
            let kids: Vec<String> = kids.iter().map(self::node).collect();
            format!("<</Type/StructElem/S/{tag}/K[{}]>>", kids.join(" "))
        }
    }
}

/// The Windows-1252 byte of a character.
fn windows(c: char) -> u8 {
    match c {
        '•' => 0x95,
        '’' => 0x92,
        '–' => 0x96,
        c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
    }
}
