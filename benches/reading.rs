//! What reading costs, in one table: `cargo bench --bench reading [-- DIRECTORY]`.
//!
//! Reads the reports (PDF) and press releases (all else, also in `press/` below) of DIRECTORY, or of
//! `INSPECTWATCH_CORPUS`, or else of `seeds/`. CPU time is user and system time: ours in one warm
//! process from bytes to JSON, that of `pdftotext -raw` in one process per file, as both are used.
//! Memory is the largest resident size of a process of its own that reads all reports one by one.
//! Exits with 1 where a limit is exceeded that the directory can tell: those of time need reports.

use std::env;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use inspectwatch::knowledge::Knowledge;
use inspectwatch::{read, release};

/// Largest share of the time of `pdftotext -raw` that a report may take.
const MOST_TIME: f64 = 0.25;
/// Largest resident size in MB.
const MOST_MEMORY: f64 = 40.0;
/// Longest time of a press release in ms: of each, not only of all on average.
const MOST_RELEASE: f64 = 1.0;
/// Rounds in which each press release is measured once.
const ROUNDS: usize = 20;
/// As many where one of them is too long.
const MOST_ROUNDS: usize = 200;
/// Pages of one release, as it is repeated, and the most that one of them may cost by the one alone.
const PAGES: [(usize, f64); 2] = [(30, 1.3), (300, 1.6)];
/// Releases that are repeated, of those in plain text.
const REPEATED: usize = 8;
/// Longest time of loading the knowledge in ms.
const MOST_LOAD: f64 = 20.0;
/// Ticks of `/proc/PID/stat` per second, which Linux has fixed for programs.
const TICKS: f64 = 100.0;
/// Fewest ticks that a ratio is made of: below, the clock is too coarse.
const FEWEST_TICKS: f64 = 10.0;
/// Tells a copy of this program to read the reports and print its memory.
const MEASURE_MEMORY: &str = "--measure-memory";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let given = arguments.iter().find(|a| !a.starts_with('-')).map(PathBuf::from);
    let named = env::var_os("INSPECTWATCH_CORPUS").map(PathBuf::from);
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let directory = given.or(named).unwrap_or(seeds);
    if arguments.iter().any(|a| a == MEASURE_MEMORY) {
        measure_memory(&directory);
        return ExitCode::SUCCESS;
    }
    let (reports, releases) = files(&directory);
    println!(
        "reading {} ({} reports, {} others)\n",
        directory.display(),
        reports.len(),
        releases.len()
    );
    println!("{:<38} {:>10} {:>10}", "", "measured", "limit");
    let (load, first) = load();
    let mut right = row("knowledge: first load, ms CPU", first, Some(MOST_LOAD));
    right &= row("knowledge: load, mean, ms CPU", load, Some(MOST_LOAD));
    right &= press(&releases);
    right &= long(&releases);
    right &= of_reports(&reports, &directory);
    if right { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints a row; false where the limit is exceeded.
fn row(what: &str, measured: f64, limit: Option<f64>) -> bool {
    let right = limit.is_none_or(|limit| measured <= limit);
    let limit = limit.map_or(String::new(), |limit| format!("{limit:.2}"));
    let mark = if right { "" } else { "  EXCEEDED" };
    println!("{what:<38} {measured:>10.2} {limit:>10}{mark}");
    right
}

/// CPU ms of loading the knowledge: mean, and the first time in this process.
fn load() -> (f64, f64) {
    const TIMES: u32 = 20;
    let first = timed(|| drop(black_box(Knowledge::embedded())));
    let all = timed(|| (0..TIMES).for_each(|_| drop(black_box(Knowledge::embedded()))));
    (all / f64::from(TIMES), first)
}

/// Measures press releases: all once unmeasured, then the best of each in several rounds. What else
/// the machine does only adds to a time: where one is too long there are more rounds, up to a limit.
fn press(releases: &[PathBuf]) -> bool {
    let knowledge = knowledge();
    let read = |bytes: &[u8]| drop(black_box(to_json(bytes, &knowledge)));
    let file = |path| fs::read(path).expect("the file was read before");
    let mut all: Vec<(f64, Vec<u8>)> = releases.iter().map(|p| (f64::MAX, file(p))).collect();
    all.iter().for_each(|(_, bytes)| read(bytes));
    for round in 0..MOST_ROUNDS {
        if round >= ROUNDS && all.iter().all(|(best, _)| *best <= MOST_RELEASE) {
            break;
        }
        for (best, bytes) in &mut all {
            *best = best.min(timed(|| read(bytes)));
        }
    }
    let Some((longest, bytes)) = all.iter().max_by(|a, b| a.0.total_cmp(&b.0)) else {
        return true;
    };
    let mean = all.iter().map(|(time, _)| time).sum::<f64>() / all.len() as f64;
    let right = row("press release: mean, ms CPU", mean, Some(MOST_RELEASE));
    let size = bytes.len() / 1024;
    let longest =
        row(&format!("press release: longest ({size} kB), ms CPU"), *longest, Some(MOST_RELEASE));
    right && longest
}

/// Measures releases of many pages by the same words on one: what a page costs must not grow with
/// their number. Both are the best of several rounds, measured in turn.
fn long(releases: &[PathBuf]) -> bool {
    let knowledge = knowledge();
    let plain = releases.iter().filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let texts: Vec<_> = plain.take(REPEATED).filter_map(|p| fs::read_to_string(p).ok()).collect();
    let mut right = true;
    for (pages, most) in PAGES {
        let (mut one, mut many) = (0.0, 0.0);
        for text in &texts {
            let all = format!("{text}\n\n").repeat(pages);
            let mut best = (f64::MAX, f64::MAX);
            for _ in 0..ROUNDS {
                let read = |text: &str| drop(black_box(to_json(text.as_bytes(), &knowledge)));
                best.0 = best.0.min(timed(|| (0..10).for_each(|_| read(text))) / 10.0);
                best.1 = best.1.min(timed(|| read(&all)));
            }
            one += best.0;
            many += best.1;
        }
        if !texts.is_empty() {
            let growth = many / one / pages as f64;
            right &= row(&format!("press release: a page of {pages}, by one"), growth, Some(most));
        }
    }
    right
}

fn of_reports(reports: &[PathBuf], directory: &Path) -> bool {
    if reports.is_empty() {
        return true;
    }
    let knowledge = knowledge();
    let count = reports.len() as f64;
    let read_all = || reports.iter().for_each(|path| drop(black_box(read_file(path, &knowledge))));
    let decode = |path: &PathBuf| drop(black_box(read::read(&fs::read(path).unwrap_or_default())));
    read_all();
    let ours = timed(read_all);
    let text = timed(|| reports.iter().for_each(decode));
    let mut right = true;
    row("report: bytes to text, ms CPU", text / count, None);
    row("report: bytes to JSON, ms CPU", ours / count, None);
    let before = children();
    if reports.iter().all(|path| pdftotext(path)) {
        let theirs = children() - before;
        row("report: pdftotext -raw, ms CPU", theirs / count, None);
        let coarse = theirs * TICKS / 1e3 < FEWEST_TICKS;
        right &= row("report: ratio to pdftotext", ours / theirs, (!coarse).then_some(MOST_TIME));
    } else {
        println!("SKIPPED the ratio: pdftotext is not installed");
    }
    let output = env::current_exe().and_then(|program| {
        Command::new(program).arg(directory).arg(MEASURE_MEMORY).stderr(Stdio::inherit()).output()
    });
    for line in output.map(|o| o.stdout).unwrap_or_default().split(|b| *b == b'\n') {
        let line = String::from_utf8_lossy(line);
        if let Some((what, size)) = line.split_once('\t') {
            let limit = what.starts_with("report").then_some(MOST_MEMORY);
            right &= row(what, size.parse().unwrap_or(f64::NAN), limit);
        }
    }
    right
}

/// Reads all reports one by one, and prints the memory of this process.
fn measure_memory(directory: &Path) {
    let (reports, _) = files(directory);
    println!("memory: program, MB\t{}", memory());
    for path in &reports {
        drop(black_box(read::read(&fs::read(path).unwrap_or_default())));
    }
    println!("memory: peak of a worker, MB\t{}", memory());
    let knowledge = knowledge();
    println!("memory: the same with knowledge, MB\t{}", memory());
    reports.iter().for_each(|path| drop(black_box(read_file(path, &knowledge))));
    println!("report: peak memory, MB\t{}", memory());
}

fn knowledge() -> Knowledge {
    Knowledge::embedded().expect("the knowledge that is built in is sound")
}

fn read_file(path: &Path, knowledge: &Knowledge) -> String {
    to_json(&fs::read(path).expect("the file was read before"), knowledge)
}

fn to_json(bytes: &[u8], knowledge: &Knowledge) -> String {
    let examined = release::examine("release", bytes, &read::read, knowledge);
    examined.iter().filter_map(|e| serde_json::to_string(&e.reading).ok()).collect()
}

/// Reports, which are PDFs by their bytes, and all else.
fn files(directory: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let below = directory.join("press");
    let entries = [directory, &below].into_iter().filter_map(|d| fs::read_dir(d).ok());
    let mut paths: Vec<PathBuf> = entries.flatten().flatten().map(|entry| entry.path()).collect();
    let source = |path: &PathBuf| path.extension().is_some_and(|e| e == "jsonl");
    paths.retain(|path| path.is_file() && !source(path));
    paths.sort();
    let is_pdf = |path: &PathBuf| fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF"));
    paths.into_iter().partition(is_pdf)
}

/// Runs `pdftotext -raw`; false where it is missing.
fn pdftotext(path: &Path) -> bool {
    let mut command = Command::new("pdftotext");
    command.arg("-raw").arg(path).arg("-").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}

/// CPU ms that something takes in this thread; by the clock on the wall where the kernel does not
/// tell.
fn timed(what: impl FnOnce()) -> f64 {
    let cpu = || {
        // The kernel brings the figure up to date when it chooses what runs next.
        std::thread::yield_now();
        let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        told.split(' ').next()?.parse::<f64>().ok()
    };
    let (before, begun) = (cpu(), Instant::now());
    what();
    match (before, cpu()) {
        (Some(before), Some(after)) => (after - before) / 1e6,
        _ => begun.elapsed().as_secs_f64() * 1e3,
    }
}

/// CPU ms of finished children.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Counted from 0 after the process name.
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or("").split(' ').collect();
    let ticks = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(13) + ticks(14)) / TICKS * 1e3
}

/// Largest resident size so far, in MB.
fn memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|l| l.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
