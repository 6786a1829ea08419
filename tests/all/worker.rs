//! Reading in child processes of the real binary.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use inspectwatch::read::isolate::{Options, Pool};
use inspectwatch::read::{self, MAX_BYTES};

const LONG: Duration = Duration::from_secs(120);

fn pool(children: usize) -> Pool {
    Pool::new(Options {
        program: env!("CARGO_BIN_EXE_inspectwatch").into(),
        arguments: vec!["worker".into()],
        children,
        max_bytes: MAX_BYTES,
    })
}

#[test]
fn a_child_reads_as_this_process_does() {
    let pool = pool(1);
    for source in
        ["Council rated good\n\nIt is “pleased”.", "<p>Rated good.</p><ul><li>a<li>b</ul>", " "]
    {
        let bytes = source.as_bytes();
        assert_eq!(pool.read(bytes, LONG), read::read(bytes), "{source}");
    }
}

#[test]
fn many_threads_share_few_children() {
    let pool = pool(2);
    std::thread::scope(|scope| {
        for n in 0..8 {
            let pool = &pool;
            scope.spawn(move || {
                let words = format!("Area {n} was inspected in May.");
                for _ in 0..5 {
                    let document = pool.read(words.as_bytes(), LONG).expect("plain text");
                    assert_eq!(document.text.content, words);
                }
            });
        }
    });
}

#[test]
fn a_file_that_takes_too_long_costs_itself_only() {
    let pool = pool(1);
    let endless = vec![b'x'; 8 << 20];
    let failure = pool.read(&endless, Duration::from_nanos(1)).expect_err("no time");
    assert!(failure.message.contains("took longer than"), "{}", failure.message);
    assert!(pool.read(b"Rated good.", LONG).is_ok());
}

#[test]
fn a_child_ends_with_its_parent_and_may_not_write_files() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_inspectwatch"))
        .arg("worker")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary");
    let mut input = child.stdin.take().expect("a pipe");
    let words = b"Rated good.";
    input.write_all(&(words.len() as u64).to_le_bytes()).expect("a pipe");
    input.write_all(words).expect("a pipe");
    let mut answered = [0; 8];
    child.stdout.as_mut().expect("a pipe").read_exact(&mut answered).expect("a reply");
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).expect("proc");
    for limit in [
        "Max file size             0",
        "Max core file size        0",
        "Max address space         1073741824",
    ] {
        assert!(limits.contains(limit), "{limits}");
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("proc");
    assert!(status.contains("NoNewPrivs:\t1"), "{status}");
    drop(input);
    assert!(child.wait().expect("a child").success());
}
