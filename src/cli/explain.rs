//! `inspectwatch read --explain`: why each field was or was not filled, and why each sentence that
//! told of something to improve was passed over.

use std::io::{self, Write};

use inspectwatch::extract;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::reading::{Decision, Weight};
use inspectwatch::release::Examined;

use super::summary;
use super::underline::underlined;

/// Prints the reading, then each decision with its words underlined.
pub fn print(out: &mut impl Write, examined: &Examined, knowledge: &Knowledge) -> io::Result<()> {
    summary::print(out, &examined.reading, knowledge)?;
    if examined.reading.error.is_some() {
        return Ok(());
    }
    let decisions = extract::explain(&examined.text, knowledge).decisions;
    let barring = |d: &&Decision| d.weight == Weight::Untold && d.value.is_none();
    if let Some(why) = decisions.iter().find(barring) {
        writeln!(out, "  because {}", why.reason)?;
        writeln!(
            out,
            "  What is marked as not told below was found before that, and is no result."
        )?;
    }
    for decision in decisions {
        let value = decision.value.as_deref().unwrap_or("left open");
        let weight = match decision.weight {
            Weight::Sure => ", sure",
            Weight::Untold if decision.value.is_some() => ", not told",
            Weight::Untold | Weight::Likely => "",
        };
        writeln!(out, "\n{}: {value}{weight}\n    because {}", decision.field, decision.reason)?;
        for span in decision.spans {
            for line in underlined(&examined.text, span) {
                writeln!(out, "    | {}", line.trim_end())?;
            }
        }
    }
    writeln!(out)
}
