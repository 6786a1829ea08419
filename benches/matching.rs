//! How long matching the priorities of two inspections takes: prints µs per pair of inspections.

use std::hint::black_box;
use std::time::{Duration, Instant};

use inspectwatch::history::priority::match_priorities;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::reading::{ImprovementArea, PriorityKind};

const SUBJECTS: &[&str] = &[
    "The quality and timeliness of assessments for children in need",
    "Supervision of social workers by their managers, which is not regular enough",
    "The challenge that reviewing officers offer when plans drift",
    "How well audits and performance data show what must improve",
    "The choice of local placements for older children in care",
    "Support for care leavers over 21, including their housing and training",
    "Life-story work and later-life letters",
    "The take-up of return home interviews and what is learned from them",
    "Decisions at the front door, including the recording of consent",
    "The response to homeless 16- and 17-year-olds",
];

const PURPOSES: &[&str] = &[
    ", so that children are safer sooner.",
    " to ensure that no child waits for a permanent home.",
    ". Leaders should know whether this makes a difference to children's lives.",
];

fn main() {
    let knowledge = Knowledge::embedded().expect("embedded knowledge loads");
    for size in [1, 5, 10, 30] {
        let (earlier, later) = (items(size, 0), items(size, 1));
        let begun = Instant::now();
        let mut rounds = 0_u32;
        while begun.elapsed() < Duration::from_secs(1) {
            let links = match_priorities(black_box(&earlier), &later, &knowledge.concerns);
            black_box(links);
            rounds += 1;
        }
        let micros = begun.elapsed().as_secs_f64() * 1e6 / f64::from(rounds);
        println!("matching {size:2} x {size:2} priorities: {micros:8.1} µs");
    }
}

/// Items of the length that reports have, other wordings on each side.
fn items(count: usize, side: usize) -> Vec<ImprovementArea> {
    (0..count)
        .map(|i| ImprovementArea {
            kind: PriorityKind::Improvement,
            text: format!(
                "{}{}",
                SUBJECTS[(i * (1 + 2 * side)) % SUBJECTS.len()],
                PURPOSES[(i + side) % PURPOSES.len()]
            ),
            responsible: None,
            evidence: Vec::new(),
        })
        .collect()
}
