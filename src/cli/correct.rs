//! `inspectwatch correct`: a person sets right what was read, merged or matched.
//!
//! Each correction is kept with who and why, and replayed over every later reading; what it changes
//! in the log is shown, and those who were told otherwise are told.

mod action;
pub mod args;
pub mod target;
pub mod words;

use std::io;

use inspectwatch::alert::rules;
use inspectwatch::config::Config;
use inspectwatch::history::priority::matcher;
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::area::AreaCode;
use inspectwatch::model::correction::{Correction, KeptCorrection, Undone};
use inspectwatch::pipeline::{Pipeline, Recorded};
use inspectwatch::store::{Store, StoreError};
use jiff::Timestamp;

use super::args::Global;
use super::exit::{DONE, Failure, Outcome};
use super::{effect, session};
use args::{Correct, What};

/// Corrects, lists corrections, or takes one back.
pub fn run(global: &Global, options: &Correct) -> Outcome {
    let config = session::config(global)?;
    let knowledge = session::knowledge(&config)?;
    let store = session::store(&config)?;
    let desk = Desk { config: &config, knowledge: &knowledge, store: &store };
    match &options.what {
        What::List { area } => desk.list(area.as_deref()),
        What::Undo { number } => desk.undo(*number, options),
        what => desk.correct(what, options),
    }
}

/// What correcting needs.
#[derive(Clone, Copy)]
struct Desk<'a> {
    config: &'a Config,
    knowledge: &'a Knowledge,
    store: &'a Store,
}

/// Who corrects, and why.
struct Signed {
    who: String,
    why: String,
}

impl Desk<'_> {
    fn correct(self, what: &What, options: &Correct) -> Outcome {
        let signed = signed(options)?;
        let (series, action) = self.action(what)?;
        let said = words::of(&action, self.store, self.knowledge).map_err(Failure::other)?;
        let (made_at, Signed { who, why }) = (Timestamp::now(), signed);
        let correction = Correction { series, made_at, who, why, action };
        let recorded = self.work(options.dry_run, |pipeline| pipeline.correct(&correction))?;
        self.tell(&said, options.dry_run, &recorded)
    }

    fn undo(self, number: i64, options: &Correct) -> Outcome {
        let signed = signed(options)?;
        let kept = self.store.correction(number).map_err(Failure::other)?;
        let Some(kept) = kept.filter(|kept| kept.undone.is_none()) else {
            return Err(Failure::Usage(miette::miette!(
                "no correction {number} holds: `inspectwatch correct list` shows them"
            )));
        };
        let undone = Undone { at: Timestamp::now(), who: signed.who, why: signed.why };
        let said = words::of(&kept.correction.action, self.store, self.knowledge);
        let recorded = self.work(options.dry_run, |pipeline| pipeline.undo(&kept, &undone))?;
        self.tell(
            &format!("taken back: {}", said.map_err(Failure::other)?),
            options.dry_run,
            &recorded,
        )
    }

    fn work(
        self,
        dry_run: bool,
        work: impl FnOnce(&Pipeline<'_>) -> Result<Recorded, StoreError>,
    ) -> Result<Recorded, Failure> {
        let now = Timestamp::now();
        let decide = |recorded: &rules::Recorded<'_>| {
            rules::decide(recorded, self.config, self.knowledge, now)
        };
        let matcher = matcher(&self.knowledge.concerns);
        let pipeline = Pipeline {
            store: self.store,
            knowledge: self.knowledge,
            matcher: &matcher,
            decide: &decide,
            reader: env!("CARGO_PKG_VERSION"),
            now,
        };
        let done = if dry_run { pipeline.preview(work) } else { work(&pipeline) };
        done.map_err(Failure::other)
    }

    fn tell(self, said: &str, dry_run: bool, recorded: &Recorded) -> Outcome {
        let mut out = io::stdout().lock();
        effect::print(&mut out, said, dry_run, recorded, self.store, self.knowledge)?;
        Ok(DONE)
    }

    fn list(self, area: Option<&str>) -> Outcome {
        let area = area.map(|name| session::area(self.knowledge, name)).transpose()?;
        let code = area.map(|area| self.knowledge.areas.series_code(&area.code));
        let all = self.store.all_corrections().map_err(Failure::other)?;
        let found: Vec<_> = all.into_iter().filter(|kept| self.concerns(kept, code)).collect();
        if found.is_empty() {
            say!("Nothing was corrected.");
        }
        for kept in found {
            let said = words::entry(&kept, self.store, self.knowledge).map_err(Failure::other)?;
            say!("{:>4}  {said}", kept.number);
        }
        Ok(DONE)
    }

    fn concerns(self, kept: &KeptCorrection, area: Option<&AreaCode>) -> bool {
        area.is_none_or(|area| kept.correction.series.area == *area)
    }
}

/// Nobody corrects without a name and a reason; a dry run needs neither.
fn signed(options: &Correct) -> Result<Signed, Failure> {
    let given = |value: &Option<String>| {
        let value = value.as_deref().map(str::trim).filter(|words| !words.is_empty());
        value.map(str::to_owned).or_else(|| options.dry_run.then(|| "a trial".to_owned()))
    };
    match (given(&options.by), given(&options.why)) {
        (Some(who), Some(why)) => Ok(Signed { who, why }),
        _ => Err(Failure::Usage(miette::miette!(
            "say who corrects and why: --by NAME --why WORDS; or --dry-run to see what would change"
        ))),
    }
}
