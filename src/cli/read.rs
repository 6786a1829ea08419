//! `inspectwatch read FILE...`: what releases say, without storing anything.

use std::io::{self, BufWriter, Write};

use inspectwatch::knowledge::Knowledge;
use inspectwatch::release::Examined;

use super::args::{Format, Global, Read};
use super::exit::{DONE, Failure, Outcome, SOME_UNREADABLE};
use super::{explain, session, summary};

/// Reads each file and prints what was asked for.
pub fn run(global: &Global, options: &Read) -> Outcome {
    let knowledge = session::knowledge(&session::config(global)?)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut unreadable = false;
    for path in &options.files {
        for examined in session::examine(path, &knowledge) {
            unreadable |= examined.reading.error.is_some();
            print(&mut out, options, &examined, &knowledge)?;
        }
    }
    out.flush()?;
    Ok(if unreadable { SOME_UNREADABLE } else { DONE })
}

fn print(
    out: &mut impl Write,
    options: &Read,
    examined: &Examined,
    knowledge: &Knowledge,
) -> Result<(), Failure> {
    if options.text {
        if let Some(failure) = &examined.reading.error {
            eprintln!("{}: {failure}", examined.reading.path);
        }
        out.write_all(examined.text.content.as_bytes())?;
    } else if options.explain {
        explain::print(out, examined, knowledge)?;
    } else if options.format == Format::Json {
        serde_json::to_writer(&mut *out, &examined.reading).map_err(Failure::other)?;
        writeln!(out)?;
    } else {
        summary::print(out, &examined.reading, knowledge)?;
    }
    Ok(())
}
