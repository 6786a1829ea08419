//! The configuration: one TOML file over the built-in one, checked as a whole before use.
//!
//! In:  a path, or none for the built-in `config/inspectwatch.toml`, which is also the manual.
//! Out: [`Config`], an immutable value that is passed by reference.
//! Invariants: no default stands in code; an unknown key is an error; every complaint names file,
//! line and key; names that refer to each other do (recipients, digests); relative paths are
//! resolved. What knowledge must confirm (areas, programmes) is checked by [`Config::unknown_names`].

pub mod error;
pub mod measure;
pub mod route;
pub mod schedule;
pub mod section;
mod validate;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

pub use error::ConfigError;
pub use measure::{Bytes, Period};
pub use route::{DigestSpec, Every, FileFormat, Matcher, Mute, On, Recipient, Route};
pub use section::{
    Alerts, Doubtful, Intake, KnowledgeFiles, Log, LogFormat, Smtp, Store, Tls, Webhook,
};

use error::Origin;

/// The built-in file: defaults and manual in one.
pub const MANUAL: &str = include_str!("../config/inspectwatch.toml");

/// One tree to watch.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// The directory.
    pub path: PathBuf,
    /// Patterns of files to read; all if empty.
    #[serde(default)]
    pub include: Vec<String>,
    /// Patterns of files to leave out.
    #[serde(default)]
    pub exclude: Vec<String>,
    /// Whether to poll.
    #[serde(default)]
    pub poll: Poll,
}

/// How a tree is watched between rescans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Poll {
    /// As its file system needs.
    #[default]
    Auto,
    /// By polling.
    Always,
    /// By native events.
    Never,
}

/// All settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Where history is kept.
    pub store: Store,
    /// What is known.
    pub knowledge: KnowledgeFiles,
    /// Trees to watch.
    pub watch: Vec<Watch>,
    /// How files are taken in.
    pub intake: Intake,
    /// What the daemon says of itself.
    pub log: Log,
    /// When and how alerts go out.
    pub alerts: Alerts,
    /// The mail server.
    pub smtp: Smtp,
    /// What all webhooks have in common.
    pub webhook: Webhook,
    /// Who can be told.
    pub recipients: Vec<Recipient>,
    /// Root of the tree of routes.
    pub route: Route,
    /// When held alerts go out.
    pub digests: Vec<DigestSpec>,
    /// What not to tell.
    pub mutes: Vec<Mute>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    store: section::StoreFile,
    knowledge: section::KnowledgeFile,
    watch: Option<Vec<Watch>>,
    intake: section::IntakeFile,
    log: section::LogFile,
    alerts: section::AlertsFile,
    smtp: section::SmtpFile,
    webhook: section::WebhookFile,
    recipient: Option<Vec<Recipient>>,
    route: Option<Route>,
    digest: Option<Vec<DigestSpec>>,
    mute: Option<Vec<Mute>>,
}

impl Default for Config {
    fn default() -> Self {
        Self::parse(None, MANUAL, None).expect("a test loads the built-in file")
    }
}

impl Config {
    /// Reads the file at `path` over the built-in one; only the built-in one without a path.
    ///
    /// # Errors
    /// A file that cannot be read, is not well formed, or contradicts itself.
    pub fn load(path: Option<&Path>) -> Result<Self, ConfigError> {
        let Some(path) = path else { return Ok(Self::default()) };
        let text = fs::read_to_string(path)
            .map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
        Self::parse(Some(path), &text, Some(&Self::default()))
    }

    /// Reads settings from text over the built-in ones; relative paths stay as they are.
    ///
    /// # Errors
    /// Text that is not well formed or contradicts itself.
    pub fn from_text(text: &str) -> Result<Self, ConfigError> {
        Self::parse(None, text, Some(&Self::default()))
    }

    fn parse(path: Option<&Path>, text: &str, base: Option<&Self>) -> Result<Self, ConfigError> {
        let origin = Origin { path, text };
        let mut file: File = toml::from_str(text).map_err(|error| origin.parser(&error))?;
        if let Some(directory) = path.and_then(Path::parent) {
            file.resolve(directory);
        }
        let config = file
            .over(base)
            .map_err(|key| origin.complain(0..1, format!("the key `{key}` is missing")))?;
        validate::validate(&config, origin)?;
        Ok(config)
    }

    /// The recipient of a name.
    pub fn recipient(&self, name: &str) -> Option<&Recipient> {
        self.recipients.iter().find(|r| r.name.as_ref() == name)
    }

    /// The digest of a name.
    pub fn digest(&self, name: &str) -> Option<&DigestSpec> {
        self.digests.iter().find(|d| d.name.as_ref() == name)
    }

    /// Names in matchers that `known(key, name)` does not confirm, as `key, name`, for knowledge to
    /// complain about: keys `area`, `region`, `programme`, `judgement`, `grade`.
    pub fn unknown_names(&self, known: impl Fn(&str, &str) -> bool) -> Vec<(String, String)> {
        let mut matchers: Vec<&Matcher> = self.mutes.iter().map(|m| &m.matcher).collect();
        let mut routes = vec![&self.route];
        while let Some(route) = routes.pop() {
            matchers.push(&route.matcher);
            routes.extend(&route.routes);
        }
        let names = |m: &&Matcher| {
            let lists = [
                ("area", m.area.clone()),
                ("region", m.region.clone()),
                ("programme", m.programme.clone()),
                ("judgement", m.judgement.clone()),
                ("grade", m.grade.clone()),
            ];
            lists.into_iter().flat_map(|(key, names)| names.into_iter().map(move |n| (key, n)))
        };
        matchers
            .iter()
            .flat_map(names)
            .filter(|(key, name)| !known(key, name))
            .map(|(key, name)| (key.to_owned(), name))
            .collect()
    }
}

impl File {
    fn over(self, base: Option<&Config>) -> Result<Config, &'static str> {
        Ok(Config {
            store: self.store.over(base.map(|b| &b.store))?,
            knowledge: self.knowledge.over(base.map(|b| &b.knowledge))?,
            watch: self.watch.or_else(|| base.map(|b| b.watch.clone())).ok_or("watch")?,
            intake: self.intake.over(base.map(|b| &b.intake))?,
            log: self.log.over(base.map(|b| &b.log))?,
            alerts: self.alerts.over(base.map(|b| &b.alerts))?,
            smtp: self.smtp.over(base.map(|b| &b.smtp))?,
            webhook: self.webhook.over(base.map(|b| &b.webhook))?,
            recipients: self
                .recipient
                .or_else(|| base.map(|b| b.recipients.clone()))
                .ok_or("recipient")?,
            route: self.route.or_else(|| base.map(|b| b.route.clone())).ok_or("route")?,
            digests: self.digest.or_else(|| base.map(|b| b.digests.clone())).unwrap_or_default(),
            mutes: self.mute.or_else(|| base.map(|b| b.mutes.clone())).unwrap_or_default(),
        })
    }

    /// Makes relative paths count from `directory`.
    fn resolve(&mut self, directory: &Path) {
        let paths = [
            &mut self.store.path,
            &mut self.knowledge.overlay,
            &mut self.alerts.templates,
            &mut self.smtp.ca_file,
            &mut self.smtp.password_file,
            &mut self.smtp.dkim_key_file,
            &mut self.webhook.ca_file,
        ];
        for path in paths.into_iter().flatten() {
            *path = directory.join(&path);
        }
        for watch in self.watch.iter_mut().flatten() {
            watch.path = directory.join(&watch.path);
        }
        for recipient in self.recipient.iter_mut().flatten() {
            for path in [&mut recipient.directory, &mut recipient.secret_file].into_iter().flatten()
            {
                *path = directory.join(&path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_file_loads_and_has_the_promised_values() {
        let config = Config::default();
        assert_eq!(config.intake.settle.seconds(), 2);
        assert_eq!(config.intake.rescan.seconds(), 300);
        assert_eq!(config.alerts.max_age.seconds(), 30 * 86_400);
        assert_eq!(config.recipients.len(), 1);
        assert_eq!(config.watch[0].poll, Poll::Auto);
    }

    #[test]
    fn commented_keys_of_the_manual_are_understood_too() {
        let uncommented: String = MANUAL
            .lines()
            .map(|line| {
                let bare = line.strip_prefix("# ").unwrap_or(line);
                let starts_value = bare.split_once(" = ").is_some_and(|(key, _)| {
                    key.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '.')
                });
                let is_header = bare.starts_with("[[") && bare.ends_with("]]");
                if starts_value || is_header { bare } else { "#" }
            })
            .fold(String::new(), |text, line| text + line + "\n");
        let tables = MANUAL
            .lines()
            .filter(|line| line.starts_with('[') && !line.starts_with("[["))
            .collect::<Vec<_>>();
        // Single tables lost their headers above, for headers with one bracket are prose's links.
        let mut text = String::new();
        let mut manual = MANUAL.lines();
        for line in uncommented.lines() {
            let original = manual.next().expect("same number of lines");
            text.push_str(if tables.contains(&original) { original } else { line });
            text.push('\n');
        }
        // Each of these excludes the key that stands before it in the manual.
        let text = ["cron", "secret_credential", "dkim_key_credential"]
            .iter()
            .fold(text, |t, key| t.replace(&format!("\n{key} = "), &format!("\n# {key} = ")));
        let config = Config::parse(None, &text, None).expect("every key in the manual exists");
        assert_eq!(config.recipients.len(), 5);
        assert_eq!(config.digests.len(), 1);
        assert_eq!(config.mutes.len(), 1);
        assert_eq!(config.route.routes[0].matcher.area.len(), 2);
    }

    #[track_caller]
    fn complaint(text: &str, want: &str) {
        let error = Config::parse(Some(Path::new("/etc/i.toml")), text, Some(&Config::default()))
            .expect_err("must be refused");
        let words = error.to_string();
        assert!(words.contains(want), "{words}");
        assert!(words.contains("/etc/i.toml"), "{words}");
    }

    #[test]
    fn complaints_name_line_and_key() {
        complaint("[smtp]\nprot = 25", "line 2, key `smtp.prot`: unknown field `prot`");
        complaint("\n[intake]\nsettle = \"soon\"", "line 3, key `intake.settle`: invalid value");
        complaint(
            "[route]\nname='x'\nrecipients=['jo']",
            "line 3, key `route.recipients`: there is no",
        );
        complaint("[smtp]\ntls = 'ssl'", "key `smtp.tls`: unknown variant `ssl`");
        complaint(
            "[[recipient]]\nname='jo'\nchannel='email'\naddress='nobody'",
            "line 4, key `recipient.address`: `nobody` is not a mail address",
        );
        complaint("[[recipient]]\nname='jo'\nchannel='email'", "line 2, key `recipient.name`");
        complaint(
            "[[recipient]]\nname='jo'\nchannel='email'\naddress='jo@x.test'\n[route]\nname='d'",
            "`smtp.host`",
        );
        let hook = |more: &str| format!("[[recipient]]\nname='jo'\nchannel='webhook'\n{more}");
        complaint(&hook(""), "line 2, key `recipient.name`: this recipient needs the key `url`");
        let url = "url='https://hooks.example.test/a'\n";
        complaint(&hook(url), "needs `secret_file` or `secret_credential`");
        for (wrong, want) in [
            ("url='not an address'", "is not an address"),
            ("url='/path/only'", "is not an address"),
            ("url='ftp://a.test/'", "begin with `https://`"),
            ("url='http://a.test/'", "begin with `https://`"),
            ("url='https://jo:pw@a.test/'", "name or password"),
        ] {
            complaint(&hook(&format!("{wrong}\nsecret_file='s'")), "line 4, key `recipient.url`");
            complaint(&hook(&format!("{wrong}\nsecret_file='s'")), want);
        }
        complaint("[[digest]]\nname='d'", "line 2, key `digest.name`: say `every` or `cron`");
        complaint("[[digest]]\nname='d'\nevery='day'\ntime_zone='Mars/Base'", "`Mars/Base`");
        complaint("[[digest]]\nname='d'\ncron='61 * * * *'", "key `digest.cron`");
        complaint("[[digest]]\nname='d'\nevery='week'\non='mondag'", "key `digest.on`");
    }

    #[test]
    fn a_file_changes_only_the_keys_it_has_and_paths_count_from_it() {
        let text = "[store]\npath='a.db'\n[smtp]\nhost='m'\n[[watch]]\npath='in'\n[[recipient]]\n\
                    name='log'\nchannel='webhook'\nurl='http://127.0.0.1:9/'\nsecret_file='s'";
        let config = Config::parse(Some(Path::new("/etc/i.toml")), text, Some(&Config::default()))
            .expect("well formed");
        assert_eq!(config.store.path, Path::new("/etc/a.db"));
        assert_eq!(config.watch[0].path, Path::new("/etc/in"));
        assert_eq!(config.recipients[0].secret_file.as_deref(), Some(Path::new("/etc/s")));
        assert_eq!(config.smtp.port, 587);
        assert_eq!(config.alerts, Config::default().alerts);
    }
}
