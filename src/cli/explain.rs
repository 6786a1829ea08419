//! `inspectwatch read --explain`: why each field was or was not filled, and why each sentence that
//! told of something to improve was passed over.

use std::io::{self, Write};

use inspectwatch::extract;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::release::Examined;

use super::summary;
use super::underline::underlined;

/// Prints the reading, then each decision with its words underlined.
pub fn print(out: &mut impl Write, examined: &Examined, knowledge: &Knowledge) -> io::Result<()> {
    summary::print(out, &examined.reading, knowledge)?;
    if examined.reading.error.is_some() {
        return Ok(());
    }
    for decision in extract::explain(&examined.text, knowledge).decisions {
        let value = decision.value.as_deref().unwrap_or("left open");
        let sure = if decision.sure { ", sure" } else { "" };
        writeln!(out, "\n{}: {value}{sure}\n    because {}", decision.field, decision.reason)?;
        for span in decision.spans {
            for line in underlined(&examined.text, span) {
                writeln!(out, "    | {}", line.trim_end())?;
            }
        }
    }
    writeln!(out)
}
