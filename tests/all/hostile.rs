//! Input that cannot be read: each file costs itself only, one line of the log and one row.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;

use inspectwatch::model::reading::FailureCode;
use inspectwatch::model::sighting::Fate;

use crate::scene::{Daemon, Scene};

const RELEASE: &str = "Children's services in Leeds rated good\n\n\
    Ofsted has rated children's services in Leeds as good overall. \
    Inspectors visited from 6 to 17 May 2024.\n";

const ERROR_PAGE: &str = "<!DOCTYPE html><html><head><title>404 Not Found</title></head>\
    <body><h1>Not Found</h1><p>The requested URL was not found on this server.</p></body></html>";

/// A PDF of one empty page whose password is not the empty one.
fn locked() -> String {
    let key = "0123456789abcdef".repeat(4);
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned(),
        format!("<</Filter/Standard/V 2/R 3/Length 128/P -44/O<{key}>/U<{key}>>>"),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (number, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n \n", pdf.len());
        pdf += &format!("{number} 0 obj{object}endobj\n");
    }
    let start = pdf.len();
    pdf + &format!(
        "xref\n0 5\n{table}trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<01><01>]>>\n\
         startxref\n{start}\n%%EOF\n"
    )
}

#[test]
fn each_bad_file_has_one_line_and_one_row_and_harms_no_other() {
    let scene = Scene::with("[intake]\nmax_bytes = \"200 KB\"\n");
    let rubbish: Vec<u8> =
        (0..2000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let name = OsStr::from_bytes(b"odd \xff\x1b[31m name.bin").to_string_lossy().into_owned();
    let bad: Vec<(PathBuf, FailureCode)> = vec![
        (scene.drop_in("empty.pdf", ""), FailureCode::Empty),
        (scene.drop_in("rubbish.pdf", &rubbish), FailureCode::Unsupported),
        (scene.drop_in(&name, &rubbish[1..]), FailureCode::Unsupported),
        (scene.drop_in("huge.txt", " words".repeat(100_000)), FailureCode::TooLarge),
        (scene.drop_in("page.pdf", ERROR_PAGE), FailureCode::Unsupported),
        (scene.drop_in("locked.pdf", locked()), FailureCode::Encrypted),
        (scene.drop_in("cut.pdf", "%PDF-1.7\n1 0 obj\n<<"), FailureCode::Unreadable),
        // Not followed, but not passed over in silence either.
        (scene.path("in/outside.txt"), FailureCode::Unreadable),
    ];
    let good = scene.drop_in("good.txt", RELEASE);
    scene.drop_in("still-coming.pdf.part", "%PDF");
    symlink("/etc/hostname", scene.path("in/outside.txt")).expect("linked");
    symlink(scene.path("in/nothing.txt"), scene.path("in/dangling.txt")).expect("linked");
    let mut daemon = scene.start();
    daemon.wait_for("Absorbed what was there at the start.");
    for (path, code) in &bad {
        assert_eq!(daemon.lines_about(path), 1, "lines about {}", path.display());
        let row = scene.store().sighting(path).expect("a query").expect("a row");
        let Fate::Failed(failure) = row.fate else { panic!("{} was read", path.display()) };
        assert_eq!(failure.code, *code, "{}: {failure:?}", path.display());
        assert!(!failure.message.is_empty());
        assert!(path.exists());
    }
    assert_eq!(scene.store().failed_files().expect("a query").len(), bad.len());
    let row = scene.store().sighting(&good).expect("a query").expect("a row");
    assert_eq!(row.fate, Fate::Recorded);
    let (code, _) = daemon.stop();
    assert_eq!(code, Some(0));
    // A scan lists them again, and says so by its exit code.
    let scan = scene.scan();
    assert_eq!(scan.status.code(), Some(3));
    let said = String::from_utf8_lossy(&scan.stderr).into_owned();
    for (path, _) in &bad {
        assert!(said.contains(&path.display().to_string()), "{} is not listed", path.display());
    }
    // A link that leads to a file here is no trouble any more.
    fs::remove_file(scene.path("in/outside.txt")).expect("removed");
    symlink(&good, scene.path("in/outside.txt")).expect("linked");
    scene.scan();
    assert_eq!(scene.store().failed_files().expect("a query").len(), bad.len() - 1);
}

#[test]
fn a_directory_without_permission_is_told_once_and_passed_over() {
    let scene = Scene::new();
    scene.open_to_all();
    let good = scene.drop_in("good.txt", RELEASE);
    let shut = scene.path("in/shut");
    fs::create_dir(&shut).expect("created");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).expect("set");
    let mut command = scene.command();
    command.arg("run");
    if rustix::process::geteuid().is_root() {
        // Root may enter everything: nobody may not.
        command.uid(65_534).gid(65_534);
    }
    let mut daemon = Daemon::start(&mut command);
    daemon.wait_for("Absorbed what was there at the start.");
    assert_eq!(daemon.lines_about(&shut), 1);
    let row = scene.store().sighting(&shut).expect("a query").expect("a row");
    assert!(matches!(row.fate, Fate::Failed(why) if why.code == FailureCode::Unreadable));
    let row = scene.store().sighting(&good).expect("a query").expect("a row");
    assert_eq!(row.fate, Fate::Recorded);
    daemon.signal(rustix::process::Signal::HUP);
    daemon.wait_for("Config and knowledge were read again and hold from now on.");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).expect("set");
    let inside = shut.join("inside.txt");
    fs::write(&inside, RELEASE.replace("Leeds", "York")).expect("written");
    assert_eq!(daemon.lines_about(&shut), 1);
    daemon.stop();
}
