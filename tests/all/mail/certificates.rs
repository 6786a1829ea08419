//! A certificate for `localhost`, signed by an authority of our own: `cert.pem`, `key.pem`, `ca.pem`.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs a line without quotes in a directory; it must succeed.
pub fn run(directory: &Path, line: &str) {
    let mut words = line.split(' ');
    let program = words.next().expect("a program");
    let output = Command::new(program).args(words).current_dir(directory).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Puts the files into a directory. rustls takes no authority for a server, so a leaf is signed.
pub fn make(directory: &Path) {
    let ext = "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n";
    fs::write(directory.join("ext"), ext).expect("can be written");
    let new = "openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    run(directory, &format!("{new} -x509 -days 2 -keyout ca.key -out ca.pem -subj /CN=ca"));
    run(directory, &format!("{new} -keyout key.pem -out leaf.csr -subj /CN=localhost"));
    let sign = "openssl x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 2";
    run(directory, &format!("{sign} -in leaf.csr -extfile ext -out cert.pem"));
}
