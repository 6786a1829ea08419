//! Word processor files: DOCX and ODT, both packages of XML parts.
//!
//! In:  bytes of a ZIP container. Out: the media type and a [`Text`].
//! Not here: spreadsheets, presentations and other archives; they are refused by name.

mod docx;
mod odt;
mod package;
mod pages;
mod styles;
mod xml;

use super::unsupported;
use crate::model::reading::ReadFailure;
use crate::model::text::Text;
use package::Package;

/// Media type of DOCX.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Media type of ODT.
pub const ODT: &str = "application/vnd.oasis.opendocument.text";

/// Reads a word processor file.
///
/// # Errors
/// `unsupported` for other packages, `unreadable` for damaged ones, `too-large` for those that
/// unpack to too much, `encrypted` for those with a password.
pub fn read(bytes: &[u8]) -> Result<(&'static str, Text), ReadFailure> {
    let mut package = Package::open(bytes)?;
    if let Some(kind) = package.part("mimetype")? {
        return match kind.trim() {
            ODT | "application/vnd.oasis.opendocument.text-template" => {
                Ok((ODT, odt::read(&mut package)?))
            }
            _ => Err(unsupported("this is no word processor file: save it as .docx, .odt or PDF")),
        };
    }
    if let Some(main) = docx::main_part(&mut package)? {
        return Ok((DOCX, docx::read(&mut package, &main)?));
    }
    Err(unsupported(if package.has("xl/workbook.xml") {
        "this is a spreadsheet: save it as PDF"
    } else if package.has("ppt/presentation.xml") {
        "this is a presentation: save it as PDF"
    } else {
        "this is an archive: unpack it first"
    }))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::model::reading::FailureCode;
    use crate::model::text::BlockKind;

    fn package(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, words) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(words.as_bytes()).expect("memory");
        }
        zip.finish().expect("memory").into_inner()
    }

    fn blocks(text: &Text) -> Vec<(BlockKind, &str)> {
        text.blocks.iter().map(|block| (block.kind, text.slice(block.span))).collect()
    }

    const ITEM: BlockKind = BlockKind::Item { depth: 0, numbered: false };
    const TITLE: BlockKind = BlockKind::Heading { level: 1 };
    use BlockKind::{Furniture, Paragraph};

    fn cell(row: u32, column: u32) -> BlockKind {
        BlockKind::Cell { table: 0, row, column }
    }

    #[test]
    fn docx_gives_headings_lists_and_tables() {
        let document = r#"<w:document><w:body>
            <w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Services rated </w:t></w:r><w:r><w:t>good</w:t></w:r></w:p>
            <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
            <w:p><w:r><w:t>Contents 1</w:t></w:r></w:p></w:sdt>
            <w:p><w:r><w:t xml:space="preserve">The county&#8217;s </w:t></w:r><w:del><w:r><w:delText>poor</w:delText></w:r></w:del>
              <w:ins><w:r><w:t>services &amp; staff</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>What must improve</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>Waits</w:t></w:r></w:p>
            <w:p><w:r><w:t>• Plans</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Judgement</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Grade</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>Overall</w:t></w:r></w:p><w:p><w:r><w:t>effectiveness</w:t></w:r></w:p></w:tc>
            <w:tc><w:p><w:r><w:t>Good</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"#;
        let styles =
            r#"<w:styles><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
        let lists = r#"<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
        let core = "<cp:coreProperties><dc:title>Press release</dc:title></cp:coreProperties>";
        let bytes = package(&[
            ("word/document.xml", document),
            ("word/styles.xml", styles),
            ("word/numbering.xml", lists),
            ("docProps/core.xml", core),
        ]);
        let (media_type, text) = read(&bytes).expect("a document");
        assert_eq!(media_type, DOCX);
        assert_eq!(text.metadata.title.as_deref(), Some("Press release"));
        assert_eq!(
            blocks(&text),
            [
                (TITLE, "Services rated good"),
                (Furniture, "Contents 1"),
                (Paragraph, "The county’s services & staff"),
                (BlockKind::Heading { level: 4 }, "What must improve"),
                (ITEM, "Waits"),
                (ITEM, "Plans"),
                (cell(0, 0), "Judgement"),
                (cell(0, 1), "Grade"),
                (cell(1, 0), "Overall effectiveness"),
                (cell(1, 1), "Good"),
            ]
        );
    }

    #[test]
    fn odt_gives_the_same() {
        let content = r#"<office:document-content><office:automatic-styles>
            <style:style style:name="P1" style:parent-style-name="Title"/>
            <text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>
            </office:automatic-styles><office:body><office:text>
            <text:p text:style-name="P1">Services<text:s/>rated <text:span>good</text:span></text:p>
            <text:p>The county’s<text:tab/>services<text:note><text:p>a note</text:p></text:note> are good.</text:p>
            <text:list text:style-name="L1"><text:list-item><text:p>Waits</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>Overall</text:p></table:table-cell>
            <table:table-cell><text:p>Good</text:p></table:table-cell></table:table-row></table:table>
            <text:h text:outline-level="1">Next steps</text:h></office:text></office:body></office:document-content>"#;
        let (media_type, text) =
            read(&package(&[("mimetype", ODT), ("content.xml", content)])).expect("a document");
        assert_eq!(media_type, ODT);
        assert_eq!(
            blocks(&text),
            [
                (TITLE, "Services rated good"),
                (Paragraph, "The county’s services are good."),
                (ITEM, "Waits"),
                (cell(0, 0), "Overall"),
                (cell(0, 1), "Good"),
                (TITLE, "Next steps"),
            ]
        );
    }

    #[track_caller]
    fn refused(bytes: &[u8], expected: FailureCode) {
        assert_eq!(read(bytes).map_err(|failure| failure.code), Err(expected));
    }

    #[test]
    fn other_packages_and_bombs_are_refused() {
        refused(&package(&[("notes.txt", "words")]), FailureCode::Unsupported);
        refused(&package(&[("xl/workbook.xml", "<x/>")]), FailureCode::Unsupported);
        refused(
            &package(&[("mimetype", "application/vnd.oasis.opendocument.graphics")]),
            FailureCode::Unsupported,
        );
        let document = package(&[("word/document.xml", "<w:document/>")]);
        refused(&document[..document.len() / 2], FailureCode::Unreadable);
        let bomb = " ".repeat(80 << 20);
        refused(&package(&[("word/document.xml", &bomb)]), FailureCode::TooLarge);
        let locked = "<manifest><encryption-data/></manifest>";
        refused(
            &package(&[("mimetype", ODT), ("META-INF/manifest.xml", locked)]),
            FailureCode::Encrypted,
        );
    }
}
