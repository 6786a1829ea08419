//! Alerts of readings in doubt, held back until a person has looked or the doubt is gone.

use std::fs;
use std::process::Output;

use serde_json::Value;

use crate::scene::Scene;

/// Its day of inspection has to be worked out, which is a doubt.
const VAGUE: &str = "Wakefield Council\n\nWakefield’s children’s services have been rated ‘Good’ \
    overall by Ofsted following an inspection of local authority children's services in March. The \
    services were rated ‘Inadequate’ in 2018.\n\nPublished 9 May 2025\n";

/// The same inspection, with its days.
const CLEAR: &str = "Wakefield Council\n\nWakefield’s children’s services have been rated ‘Good’ \
    overall by Ofsted following an inspection of local authority children's services between 3 and 14 \
    March 2025. The services were rated ‘Inadequate’ in 2018.\n\nPublished 9 May 2025\n";

/// A scene that holds what is in doubt, with a recipient for files, at once or in a digest.
fn scene(digest: bool) -> Scene {
    let scene = Scene::new();
    let path = scene.path("config.toml");
    let config = fs::read_to_string(&path).expect("written");
    let config = config.replace("[alerts]", "[alerts]\ndoubtful = \"hold\"");
    let config = config.replace("\"log\", \"files\"", "\"files\"");
    let config = match digest {
        true => config.replace("channel = \"file\"", "channel = \"file\"\ndeliver = \"often\""),
        false => config,
    };
    let more = "[[digest]]\nname = \"often\"\ncron = \"* * * * *\"\n";
    fs::write(path, format!("{config}\n{more}")).expect("written");
    scene
}

fn run(scene: &Scene, arguments: &[&str]) -> Output {
    scene.command().args(arguments).output().expect("the binary runs")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[track_caller]
fn held(scene: &Scene) -> Vec<Value> {
    let alerts = scene.alerts();
    alerts.into_iter().filter(|alert| alert["held_for_review"] == true).collect()
}

/// The scene after the vague release, and the id of the alert that is held.
#[track_caller]
fn holding(digest: bool) -> (Scene, String) {
    let scene = scene(digest);
    scene.move_in("vague.txt", VAGUE);
    scene.scan();
    let waiting = held(&scene);
    assert_eq!((waiting.len(), scene.mails().len()), (1, 0), "{:?}", scene.alerts());
    assert_eq!(waiting[0]["state"], "suppressed", "a word that programs know");
    let id = waiting[0]["id"].as_str().expect("an id").to_owned();
    (scene, id)
}

#[test]
fn what_is_held_is_shown_with_its_doubt() {
    let (scene, id) = holding(false);
    let shown = said(&run(&scene, &["alerts", "--state", "sent", "--state", "failed"]));
    assert_eq!(shown, "");
    let shown = said(&run(&scene, &["alerts", "--state", "held-for-review"]));
    assert_eq!(shown, said(&run(&scene, &["alerts"])));
    let doubt = "in doubt: The inspection date is resolved from \"March\"";
    for words in ["HELD FOR REVIEW", doubt, &format!("`alerts release {id}` sends it")] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    let figures = said(&run(&scene, &["metrics"]));
    assert!(figures.contains("state=\"held-for-review\"} 1\n"), "{figures}");
    assert!(figures.contains("inspectwatch_oldest_pending_seconds 0\n"), "{figures}");
    let change = scene.log()[0]["id"].as_str().expect("an id").to_owned();
    let explained = said(&run(&scene, &["explain", &change]));
    assert!(explained.contains(&format!("alert {id} is held for review")), "{explained}");
}

#[test]
fn what_a_person_releases_goes_out_once_and_says_so() {
    for digest in [false, true] {
        let (scene, id) = holding(digest);
        assert_eq!(run(&scene, &["alerts", "release", &id, "al-nothing"]).status.code(), Some(2));
        assert_eq!(held(&scene).len(), 1, "all that are named, or none");
        assert!(run(&scene, &["alerts", "release", &id]).status.success());
        assert_eq!(run(&scene, &["alerts", "release", &id]).status.code(), Some(2), "only once");
        let drop = ["alerts", "drop", &id, "--why", "too late", "--by", "Jo"];
        assert_eq!(run(&scene, &drop).status.code(), Some(2), "a verdict is final");
        if digest {
            let preview = said(&run(&scene, &["digest", "--preview"]));
            assert!(preview.contains("Wakefield"), "{preview}");
            continue;
        }
        scene.scan();
        scene.scan();
        assert_eq!(scene.mails().into_iter().collect::<Vec<_>>(), [format!("{id}.eml")]);
        let mail =
            fs::read_to_string(scene.path("mail").join(format!("{id}.eml"))).expect("a mail");
        assert!(mail.contains("A person has looked at this and let it go."), "{mail}");
        let why = scene.alerts()[0]["why"].to_string();
        assert!(why.contains("held for review and released by"), "{why}");
    }
}

#[test]
fn what_a_person_drops_is_never_sent_and_says_why() {
    let (scene, id) = holding(false);
    assert_eq!(run(&scene, &["alerts", "drop", &id]).status.code(), Some(2), "needs a reason");
    assert!(run(&scene, &["alerts", "drop", &id, "--why", "it is a school"]).status.success());
    scene.scan();
    assert!(scene.mails().is_empty() && held(&scene).is_empty());
    let change = scene.log()[0]["id"].as_str().expect("an id").to_owned();
    let explained = said(&run(&scene, &["explain", &change]));
    assert!(explained.contains("not told: dropped by "), "{explained}");
    assert!(explained.contains("it is a school"), "{explained}");
}

#[test]
fn a_release_that_clears_the_doubt_lets_it_go_once() {
    let (scene, _) = holding(false);
    scene.move_in("clear.txt", CLEAR);
    scene.scan();
    scene.scan();
    assert_eq!(scene.mails().len(), 1, "{:#?}", scene.alerts());
    assert!(held(&scene).is_empty());
    // What was in doubt is so no more.
    let mail = scene.mails().into_iter().next().expect("one");
    let mail = fs::read_to_string(scene.path("mail").join(mail)).expect("a mail");
    assert!(!mail.contains("PLEASE CHECK"), "{mail}");
}

#[test]
fn a_correction_that_clears_the_doubt_lets_it_go_once() {
    let (scene, _) = holding(false);
    let days = ["correct", "date", "vague.txt", "2025-03-03", "2025-03-14"];
    let who = ["--by", "J. Bloggs", "--why", "the letter says so"];
    let corrected = run(&scene, &[&days[..], &who[..]].concat());
    assert!(corrected.status.success(), "{}", String::from_utf8_lossy(&corrected.stderr));
    scene.scan();
    scene.scan();
    assert_eq!(scene.mails().len(), 1, "{:#?}", scene.alerts());
    assert!(held(&scene).is_empty());
}

#[test]
fn nothing_is_held_unless_asked() {
    let scene = Scene::new();
    scene.move_in("vague.txt", VAGUE);
    scene.scan();
    assert!(held(&scene).is_empty());
    let mails = scene.mails();
    let mail = mails.iter().next().expect("sent, with the doubt in plain words");
    let mail = fs::read_to_string(scene.path("mail").join(mail)).expect("a mail");
    assert!(mail.contains("PLEASE CHECK"), "{mail}");
}

/// A result of its own, and one of another programme that is not read.
const TWO_RESULTS: &str = "Wakefield Council\n\nWakefield’s children’s services have been rated \
    ‘Good’ overall by Ofsted following an inspection of local authority children's services between \
    3 and 14 March 2025. The services were rated ‘Inadequate’ in 2018.\n\nHM Inspectorate of \
    Probation has rated the youth justice service outstanding.\n\nPublished 9 May 2025\n";

/// A result of nobody knows which area.
const NOWHERE: &str = "Local area SEND inspection\n\nOfsted and the CQC inspected us in May 2019. A \
    Written Statement of Action must be produced by the local area.\n";

#[test]
fn a_release_in_doubt_is_shown_wherever_people_look_until_somebody_settles_it() {
    let scene = Scene::new();
    scene.move_in("two.txt", TWO_RESULTS);
    let scanned = scene.scan();
    let told = String::from_utf8_lossy(&scanned.stderr).into_owned();
    assert!(told.contains("1 release is in doubt"), "{told}");
    let doubt = "outstanding” is told of another programme, and not read.";
    for (arguments, wanted) in [
        (&["doubts"][..], doubt),
        (&["alerts"], doubt),
        (&["show", "Wakefield"], doubt),
        (&["log"], "1 release is in doubt: `inspectwatch doubts` says why."),
        (&["check"], "in doubt       two.txt ("),
        (&["metrics"], "inspectwatch_releases_in_doubt 1\n"),
    ] {
        let shown = said(&run(&scene, arguments));
        assert!(shown.contains(wanted), "{arguments:?} does not say `{wanted}`: {shown}");
    }
    let mail = scene.mails().into_iter().next().expect("an alert all the same");
    let mail = fs::read_to_string(scene.path("mail").join(mail)).expect("a mail");
    assert!(mail.contains("PLEASE CHECK") && mail.contains("told of another programme"), "{mail}");

    assert_eq!(run(&scene, &["doubts", "settle", "two.txt"]).status.code(), Some(2), "says why");
    let settle = ["doubts", "settle", "two.txt", "--why", "its own report is in", "--by", "Jo"];
    assert!(run(&scene, &settle).status.success());
    assert_eq!(run(&scene, &settle).status.code(), Some(2), "nothing is in doubt any more");
    assert_eq!(said(&run(&scene, &["doubts"])), "No release is in doubt.\n");
    assert!(!said(&run(&scene, &["log"])).contains("in doubt:"));
    let all = said(&run(&scene, &["doubts", "--all"]));
    assert!(all.contains("Jo has looked: its own report is in"), "{all}");
}

/// No date at all.
const UNDATED: &str = "Wakefield Council\n\nWakefield’s children’s services have been rated ‘Good’ \
    overall by Ofsted following an inspection of local authority children's services. The services \
    were rated ‘Inadequate’ in 2018.\n";

#[test]
fn what_gives_no_date_is_in_doubt_and_told_once_a_person_has_dated_it() {
    let scene = Scene::new();
    scene.move_in("undated.txt", UNDATED);
    let log = String::from_utf8_lossy(&scene.scan().stderr).into_owned();
    assert!(log.contains("It gives no date, so nobody is told; see `doubts`."), "{log}");
    assert!(scene.mails().is_empty(), "it may be old news");
    let shown = said(&run(&scene, &["doubts"]));
    assert!(shown.contains("gives no date") && shown.contains("`inspectwatch correct date "));
    let who = ["--by", "J. Bloggs", "--why", "they told me on the telephone"];
    let days = ["correct", "date", "undated.txt", "2025-03-03", "2025-03-14"];
    assert!(run(&scene, &[&days[..], &who[..]].concat()).status.success());
    scene.scan();
    scene.scan();
    assert_eq!(scene.mails().len(), 1, "{:#?}", scene.alerts());
    assert_eq!(said(&run(&scene, &["doubts"])), "No release is in doubt.\n");
}

#[test]
fn what_names_no_area_is_in_doubt_until_a_person_says_whose_it_is() {
    let scene = Scene::new();
    scene.move_in("nowhere.txt", NOWHERE);
    scene.scan();
    let shown = said(&run(&scene, &["doubts"]));
    assert!(shown.contains("names no local authority area"), "{shown}");
    assert!(shown.contains("`inspectwatch correct area "), "{shown}");
    let who = ["--by", "J. Bloggs", "--why", "from their letterhead"];
    let area = run(&scene, &[&["correct", "area", "nowhere.txt", "Leeds"][..], &who[..]].concat());
    assert!(area.status.success(), "{}", String::from_utf8_lossy(&area.stderr));
    assert_eq!(said(&run(&scene, &["doubts", "--all"])), "No release is in doubt.\n");
}
