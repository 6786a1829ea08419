use tokio::sync::mpsc::unbounded_channel;

use super::*;
use crate::alert::render::sample::{notice, row};
use crate::model::alert::AlertKind;

fn deliver(config: &str, rows: Vec<AlertRow>) -> Vec<Outcome> {
    let config = Config::from_text(config).expect("well formed");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let (done, mut outcomes) = unbounded_channel();
        Courier::new(&config).expect("nothing is missing").deliver(rows, &done).await;
        drop(done);
        let mut all = Vec::new();
        while let Some((_, outcome)) = outcomes.recv().await {
            all.push(outcome);
        }
        all
    })
}

fn alert(channel: Channel) -> AlertRow {
    AlertRow { recipient: "r".into(), channel, ..row(AlertKind::Change, vec![notice()]) }
}

fn config(recipient: &str) -> String {
    format!("[[recipient]]\nname='r'\n{recipient}\n[route]\nname='d'\nrecipients=['r']")
}

#[test]
fn a_file_is_written_once_however_often_it_is_asked_for() {
    let directory = tempfile::tempdir().expect("a directory");
    for (format, name) in [("eml", "al-0123456789abcdef0123.eml"), ("json", "alerts.jsonl")] {
        let place = directory.path().display();
        let config = config(&format!("channel='file'\ndirectory='{place}'\nformat='{format}'"));
        assert_eq!(deliver(&config, vec![alert(Channel::File)]), [Outcome::Accepted]);
        let path = directory.path().join(name);
        let first = fs::read(&path).expect("written");
        assert_eq!(deliver(&config, vec![alert(Channel::File)]), [Outcome::Accepted]);
        assert_eq!(fs::read(&path).expect("written"), first);
    }
    // A line that a crash cut short is written anew; other lines stay.
    let path = directory.path().join("alerts.jsonl");
    let whole = fs::read_to_string(&path).expect("written");
    fs::write(&path, format!("{{\"id\":\"al-other\"}}\n{}", &whole[..40])).expect("can be written");
    let place = directory.path().display();
    let config = config(&format!("channel='file'\ndirectory='{place}'\nformat='json'"));
    deliver(&config, vec![alert(Channel::File)]);
    let now = fs::read_to_string(&path).expect("written");
    assert_eq!(now, format!("{{\"id\":\"al-other\"}}\n{whole}"));
    let line: serde_json::Value = serde_json::from_str(&whole).expect("JSON");
    assert_eq!(
        line["subject"],
        "Wakefield children's services: Inadequate → Good; 2 new priorities"
    );
    assert_eq!(line["notices"][0]["grades"][0]["label"], "Overall effectiveness");
}

#[test]
fn a_directory_that_is_gone_is_tried_again() {
    let outcomes =
        deliver(&config("channel='file'\ndirectory='/nowhere'"), vec![alert(Channel::File)]);
    assert!(matches!(&outcomes[..], [Outcome::Temporary(words)] if words.contains("/nowhere")));
}

#[track_caller]
fn command(script: &str, want: fn(&Outcome) -> bool) {
    let config = config(&format!("channel='command'\ncommand=['/bin/sh', '-c', '{script}']"));
    let outcomes = deliver(&config, vec![alert(Channel::Command)]);
    assert!(want(&outcomes[0]), "{outcomes:?}");
}

#[test]
fn a_command_gets_json_and_its_exit_code_decides() {
    command("grep -q Wakefield", |o| *o == Outcome::Accepted);
    command("test $INSPECTWATCH_ALERT = al-0123456789abcdef0123", |o| *o == Outcome::Accepted);
    command("exit 0", |o| *o == Outcome::Accepted);
    command(
        "echo no room >&2; exit 75",
        |o| matches!(o, Outcome::Temporary(w) if w.contains("no room")),
    );
    command(
        "echo never >&2; exit 1",
        |o| matches!(o, Outcome::Permanent(w) if w.contains("never")),
    );
    command("kill -9 $$", |o| matches!(o, Outcome::Temporary(_)));
}

#[test]
fn who_is_gone_from_the_configuration_is_told_nothing() {
    let stranger = AlertRow { recipient: "gone".into(), ..alert(Channel::Email) };
    let outcomes = deliver(&config("channel='log'"), vec![stranger]);
    assert!(matches!(&outcomes[..], [Outcome::Permanent(words)] if words.contains("`gone`")));
}

#[test]
fn a_dry_run_tries_nothing() {
    let toml = format!("[alerts]\ndry_run=true\n{}", config("channel='log'"));
    assert_eq!(deliver(&toml, vec![alert(Channel::Log)]), []);
}
