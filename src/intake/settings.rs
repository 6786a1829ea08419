//! The `[intake]` table of the config. Its defaults stand in the embedded config, nowhere else.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Deserializer};

/// Where releases land and how they are taken in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Directories that are watched, each with all below it.
    pub directories: Vec<PathBuf>,
    /// Only files that match one of these are read; none means every file.
    pub include: Vec<String>,
    /// Files and directories that match one of these are passed over.
    pub exclude: Vec<String>,
    /// How long length and mtime of a file must hold still before it is read.
    #[serde(deserialize_with = "duration")]
    pub settle: Duration,
    /// After how long a file that keeps changing is reported.
    #[serde(deserialize_with = "duration")]
    pub max_wait: Duration,
    /// How often everything is walked, whatever events say.
    #[serde(deserialize_with = "duration")]
    pub rescan: Duration,
    /// How often directories without native events (network file systems) are walked.
    #[serde(deserialize_with = "duration")]
    pub poll: Duration,
    /// Files over so many bytes are not read.
    pub max_bytes: u64,
    /// How many files are read at once; 0 means one per processor.
    pub readers: usize,
}

impl Settings {
    /// How many reading threads to start.
    pub fn reader_count(&self) -> usize {
        match self.readers {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            count => count,
        }
    }
}

/// Reads a time such as `2s`, `5m` or `1h 30m`.
fn duration<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    let text = String::deserialize(from)?;
    let expected = || {
        serde::de::Error::custom(format!("`{text}` is not a time such as \"2s\", \"5m\" or \"1h\""))
    };
    let signed: jiff::SignedDuration = text.parse().map_err(|_| expected())?;
    Duration::try_from(signed).map_err(|_| expected())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct One {
        #[serde(deserialize_with = "duration")]
        wait: Duration,
    }

    #[track_caller]
    fn case(text: &str, want: Option<Duration>) {
        let read = toml::from_str::<One>(&format!("wait = {text:?}")).ok().map(|one| one.wait);
        assert_eq!(read, want);
    }

    #[test]
    fn times_carry_their_unit() {
        case("2s", Some(Duration::from_secs(2)));
        case("500ms", Some(Duration::from_millis(500)));
        case("1h 30m", Some(Duration::from_secs(5400)));
        case("2", None);
        case("-2s", None);
        case("soon", None);
    }
}
