//! The sections with one value per key. A file may leave keys out; the built-in file has them all.

use std::path::PathBuf;

use serde::Deserialize;

use super::measure::{Bytes, Period};

/// Defines a section as it is used (every key present) and as a file gives it (any key absent), and
/// how the second lies over the first. Keys under `optional` may be absent from both.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident, $file:ident {
        $($(#[$fdoc:meta])* $field:ident: $ty:ty,)*
    } optional {
        $($(#[$odoc:meta])* $option:ident: $oty:ty,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$fdoc])* pub $field: $ty,)*
            $($(#[$odoc])* pub $option: Option<$oty>,)*
        }

        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct $file {
            $(pub(super) $field: Option<$ty>,)*
            $(pub(super) $option: Option<$oty>,)*
        }

        impl $file {
            /// The section with this file's keys over `base`; an absent key's name if neither has it.
            pub(super) fn over(self, base: Option<&$name>) -> Result<$name, &'static str> {
                Ok($name {
                    $($field: self.$field
                        .or_else(|| base.map(|b| b.$field.clone()))
                        .ok_or(stringify!($field))?,)*
                    $($option: self.$option.or_else(|| base.and_then(|b| b.$option.clone())),)*
                })
            }
        }
    };
}

section! {
    /// Where history is kept.
    Store, StoreFile {
        /// The SQLite file.
        path: PathBuf,
    } optional {}
}

section! {
    /// What is known about areas and frameworks.
    KnowledgeFiles, KnowledgeFile {} optional {
        /// Directory whose files replace or extend the built-in ones.
        overlay: PathBuf,
    }
}

section! {
    /// How files are taken in.
    Intake, IntakeFile {
        /// Size and mtime must hold still for so long.
        settle: Period,
        /// A file that never settles is reported after so long.
        max_wait: Period,
        /// Every tree is scanned again so often.
        rescan: Period,
        /// A polled tree is looked at so often.
        poll_every: Period,
        /// Larger files are not read.
        max_bytes: Bytes,
        /// Names of temporary files and of directories that hold no releases.
        temporary: Vec<String>,
        /// Files read at once; 0 means one per processor.
        readers: usize,
    } optional {}
}

/// Form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogFormat {
    /// The journal under systemd, text on a terminal, else JSON lines.
    Auto,
    /// For people, on standard error.
    Text,
    /// JSON lines on standard error.
    Json,
    /// The systemd journal, with fields.
    Journal,
}

section! {
    /// What the daemon says of itself.
    Log, LogFile {
        /// Its form.
        format: LogFormat,
        /// A level or a filter of `tracing`.
        level: String,
    } optional {}
}

/// What becomes of readings in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubtful {
    /// Sent, the doubt in plain words.
    Send,
    /// Held back until a person has looked.
    Hold,
}

section! {
    /// When and how alerts go out.
    Alerts, AlertsFile {
        /// Older news makes history, but no alert.
        max_age: Period,
        /// What becomes of readings in doubt.
        doubtful: Doubtful,
        /// First wait after a failure.
        retry_first: Period,
        /// Longest wait after a failure.
        retry_most: Period,
        /// A message that cannot be sent for so long has failed.
        give_up_after: Period,
        /// Decide and record, send nothing.
        dry_run: bool,
        /// If not empty, mail goes to these addresses only.
        allow: Vec<String>,
    } optional {
        /// Directory whose templates replace the built-in ones.
        templates: PathBuf,
        /// Where the user's own pages about areas stand.
        link_base: String,
    }
}

/// Encryption of the way to the mail server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tls {
    /// Encrypted after the greeting, or nothing is sent.
    Starttls,
    /// Encrypted from the start.
    Implicit,
    /// Never encrypted.
    None,
}

section! {
    /// The mail server.
    Smtp, SmtpFile {
        /// TCP port.
        port: u16,
        /// Encryption.
        tls: Tls,
        /// One sending may take so long in all.
        timeout: Period,
        /// Rate limit; 0 for none.
        messages_per_minute: u32,
    } optional {
        /// Name of the server.
        host: String,
        /// Further certificate authorities, PEM.
        ca_file: PathBuf,
        /// Name to sign in with.
        user: String,
        /// File that holds the password.
        password_file: PathBuf,
        /// Name of the systemd credential that holds the password.
        password_credential: String,
        /// The sender.
        from: String,
        /// Address or URL for people who want no more messages.
        unsubscribe: String,
        /// Domain that signs.
        dkim_domain: String,
        /// Selector of the signing key.
        dkim_selector: String,
        /// The signing key, RSA in PEM form.
        dkim_key_file: PathBuf,
        /// Name of the systemd credential that holds the signing key.
        dkim_key_credential: String,
    }
}

section! {
    /// What all webhooks have in common.
    Webhook, WebhookFile {
        /// One post may take so long in all.
        timeout: Period,
    } optional {
        /// Further certificate authorities, PEM.
        ca_file: PathBuf,
    }
}
