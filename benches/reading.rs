//! CPU time and memory of reading reports, against `pdftotext -raw` on the same files in the same
//! run: `cargo bench --bench reading [DIR]`.
//!
//! Both are user and system time of their processes, over all PDFs of the directory: ours in one warm
//! process from bytes to text and on to findings, theirs one process per file, as both are used.
//! Exits with 1 where we need more than a quarter of their time or 40 MB.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use inspectwatch::extract;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::read::pdf;

/// Largest share of the time of `pdftotext -raw` that a report may take.
const MOST_TIME: f64 = 0.25;
/// Largest resident size in MB.
const MOST_MEMORY: f64 = 40.0;
/// Ticks of `/proc/PID/stat` per second, which Linux has fixed for programs.
const TICKS: f64 = 100.0;

fn main() -> ExitCode {
    let given = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let reports = reports(&given.map_or(corpus, PathBuf::from));
    if reports.is_empty() {
        println!("SKIPPED: no PDF files; name a directory of reports");
        return ExitCode::SUCCESS;
    }
    let knowledge = Knowledge::embedded().expect("the knowledge that is built in is sound");
    let before = memory();
    let start = cpu(11, 12);
    let texts: Vec<usize> = reports.iter().map(|path| read(path, None)).collect();
    let to_text = cpu(11, 12) - start;
    let start = cpu(11, 12);
    reports.iter().for_each(|path| _ = read(path, Some(&knowledge)));
    let to_findings = cpu(11, 12) - start;
    let peak = memory();
    let theirs = reports.iter().all(|path| pdftotext(path)).then(|| cpu(13, 14));

    let count = reports.len() as f64;
    let letters: usize = texts.iter().sum();
    println!("{count} reports, {:.1} MB of text", letters as f64 / 1e6);
    println!("bytes to text      {:6.2} ms CPU a report", 1e3 * to_text / count);
    println!("bytes to findings  {:6.2} ms CPU a report", 1e3 * to_findings / count);
    println!("peak memory        {peak:6.1} MB, {before:.1} MB before the first report");
    let Some(theirs) = theirs else {
        println!("SKIPPED the ratio: pdftotext is not installed");
        return ExitCode::SUCCESS;
    };
    println!("pdftotext -raw     {:6.2} ms CPU a report", 1e3 * theirs / count);
    println!(
        "ratio              {:6.3} to text, {:.3} to findings",
        to_text / theirs,
        to_findings / theirs
    );
    if to_findings / theirs > MOST_TIME || peak > MOST_MEMORY {
        println!("TOO SLOW OR TOO LARGE: the limits are {MOST_TIME} and {MOST_MEMORY} MB");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The PDF files of a directory, by content: one may be a web page with that name.
fn reports(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| {
        path.extension().is_some_and(|e| e == "pdf")
            && std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF"))
    });
    paths.sort();
    paths
}

/// Reads one report and returns the length of its text.
fn read(path: &Path, knowledge: Option<&Knowledge>) -> usize {
    let bytes = std::fs::read(path).expect("the file was read before");
    let Ok(text) = pdf::read(&bytes) else {
        return 0;
    };
    if let Some(knowledge) = knowledge {
        std::hint::black_box(extract::extract(&text, knowledge));
    }
    std::hint::black_box(text.content.len())
}

/// Runs `pdftotext -raw`; false where it is missing.
fn pdftotext(path: &Path) -> bool {
    let mut command = Command::new("pdftotext");
    command.arg("-raw").arg(path).arg("-").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}

/// Seconds of CPU in two fields of `/proc/self/stat`, counted from 0 after the process name: 11 and
/// 12 are our own, 13 and 14 those of finished children.
fn cpu(user: usize, system: usize) -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or("").split(' ').collect();
    let ticks = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(user) + ticks(system)) / TICKS
}

/// Largest resident size so far, in MB.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|l| l.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
