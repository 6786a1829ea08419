//! What a person names: a release by its file or digest, an entry of the log by its id.

use inspectwatch::model::change::{Change, ChangeKind};
use inspectwatch::model::reading::Telling;
use inspectwatch::model::series::{SeriesKey, TellingRef};
use inspectwatch::store::Store;

use super::Desk;
use crate::cli::exit::Failure;
use crate::cli::why;

/// What a release tells of one inspection.
pub struct Target {
    /// Its name in the store.
    pub at: TellingRef,
    /// The series in which it stands; none where nobody has said whose inspection it is.
    pub series: Option<SeriesKey>,
    /// What it tells.
    pub telling: Telling,
}

impl Target {
    /// The series in which it stands.
    pub fn placed(&self) -> Result<&SeriesKey, Failure> {
        self.series.as_ref().ok_or_else(|| {
            usage(
                "the release does not say whose inspection it tells: `correct area` comes first"
                    .into(),
            )
        })
    }
}

/// The release that `words` name, such as `letter.pdf`, `3f2a91c0` or `letter.pdf:2`.
pub fn release(store: &Store, words: &str) -> Result<Target, Failure> {
    let (digest, nth) = match digests(store, words)? {
        Some(digest) => (digest, None),
        None => match words.rsplit_once(':').map(|(name, nth)| (name, nth.parse::<usize>())) {
            Some((name, Ok(nth))) => {
                (digests(store, name)?.ok_or_else(|| unknown(words))?, nth.checked_sub(1))
            }
            _ => return Err(unknown(words)),
        },
    };
    let kept = store.release(&digest).map_err(Failure::other)?.ok_or_else(|| unknown(words))?;
    let mut told = kept.reading.inspections;
    let count = told.len();
    let place = match (count, nth) {
        (0, _) => return Err(usage(format!("`{words}` tells no inspection"))),
        (1, None) => 0,
        (_, None) => {
            return Err(usage(format!(
                "`{words}` tells {count} inspections: name one as {words}:1 to {words}:{count}"
            )));
        }
        (_, Some(nth)) if nth >= count => {
            return Err(usage(format!("the release tells {count} inspections only")));
        }
        (_, Some(nth)) => nth,
    };
    let at = TellingRef { release: digest, nth: u32::try_from(place).unwrap_or(u32::MAX) };
    let series = store.series_of(&at).map_err(Failure::other)?;
    Ok(Target { at, series, telling: told.swap_remove(place) })
}

fn digests(store: &Store, words: &str) -> Result<Option<String>, Failure> {
    let mut found = store.releases_named(words).map_err(Failure::other)?;
    match found.len() {
        0 | 1 => Ok(found.pop()),
        _ => {
            let found = found.join(", ");
            Err(usage(format!("several releases are called `{words}`: name one of {found}")))
        }
    }
}

/// The improvement areas of the inspection that a release tells, as they stand.
pub(super) fn items(desk: Desk<'_>, target: &Target) -> Result<Vec<String>, Failure> {
    let history = crate::cli::show::history(desk.store, desk.knowledge, target.placed()?)?;
    let all = history.inspections.iter().chain(&history.undated);
    let found = all.filter(|inspection| inspection.tellings.contains(&target.at));
    let items = found.flat_map(|inspection| &inspection.telling.improvement_areas);
    Ok(items.map(|item| item.text.clone()).collect())
}

/// The entry of the log that an id, or its first characters, names, and its series.
pub(super) fn entry(
    desk: Desk<'_>,
    id: &str,
    kind: ChangeKind,
) -> Result<(SeriesKey, Change), Failure> {
    let id = why::full_id(desk.store, id)?;
    let found = desk.store.change(&id).map_err(Failure::other)?;
    let change = found.map(|entry| entry.change).filter(|change| change.kind == kind);
    let change = change.ok_or_else(|| usage(format!("entry {id} is about no priority")))?;
    let area = desk.knowledge.areas.series_code(&change.area.code).clone();
    Ok((SeriesKey { area, programme: change.programme.clone() }, change))
}

fn unknown(words: &str) -> Failure {
    usage(format!(
        "no release is called `{words}`: give a file's name or the first characters of its digest, \
         as `inspectwatch show AREA` prints them"
    ))
}

fn usage(words: String) -> Failure {
    Failure::Usage(miette::miette!("{words}"))
}
