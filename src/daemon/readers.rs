//! Reading threads: files to what they say, several at once.
//!
//! In:  jobs, a few per thread. Out: what came of each, told by the thread as it is done.
//! Not here: which file is next (`backlog`), any clock, any writing.
//!
//! Invariant: each job gets exactly one answer, whatever its file holds.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use crate::intake::file::{self, FileTrouble};
use crate::model::reading::ReadFailure;
use crate::model::sighting::Stamp;
use crate::read::Document;
use crate::release;
use crate::store::Store;

use super::Setting;
use super::backlog::Taken;

/// Jobs that lie ready at a thread, so that it need not wait for the next: the one being read and
/// one more.
const READY: usize = 2;

/// Bytes to document, as each thread does it.
pub type Decode = Box<dyn FnMut(&[u8]) -> Result<Document, ReadFailure> + Send>;

/// What to read, and with what.
#[derive(Debug)]
pub struct Job {
    /// The file.
    pub path: PathBuf,
    /// What holds: the knowledge and the limit of size.
    pub setting: Arc<Setting>,
}

/// What came of a job.
#[derive(Debug)]
pub enum Answer {
    /// The file was read; it may say nothing.
    Taken(Taken),
    /// The file cannot be opened.
    Failed(PathBuf, ReadFailure, Option<Stamp>),
    /// The file is gone.
    Vanished(PathBuf),
    /// The file is being written.
    Changing(PathBuf),
}

/// The threads and how much each has to do.
pub struct Readers {
    threads: Vec<(SyncSender<Job>, usize)>,
}

impl Readers {
    /// Starts `count` threads, each with a decoder of its own and, where there is a store file, a
    /// look into it that tells what is recorded already.
    pub fn start(
        count: usize,
        store: Option<&Path>,
        decoder: impl Fn() -> Decode,
        answer: impl Fn(usize, Answer) + Clone + Send + 'static,
    ) -> std::io::Result<Self> {
        let start_one = |index: usize| {
            let (give, jobs) = mpsc::sync_channel(READY);
            let (decode, answer) = (decoder(), answer.clone());
            let store = store.and_then(|path| Store::open_shared(path).ok());
            thread::Builder::new()
                .name(format!("reader-{index}"))
                .spawn(move || work(&jobs, store, decode, |given| answer(index, given)))?;
            std::io::Result::Ok((give, 0))
        };
        Ok(Self { threads: (0..count.max(1)).map(start_one).collect::<Result<_, _>>()? })
    }

    /// A thread that can take a job.
    pub fn free(&self) -> Option<usize> {
        let (index, (_, load)) = self.threads.iter().enumerate().min_by_key(|(_, t)| t.1)?;
        (*load < READY).then_some(index)
    }

    /// Gives a job to a thread that `free` named.
    pub fn give(&mut self, index: usize, job: Job) {
        let (thread, load) = &mut self.threads[index];
        *load += 1;
        // A thread ends only when this end of its channel is gone.
        let _ = thread.send(job);
    }

    /// Notes that a thread answered.
    pub fn answered(&mut self, index: usize) {
        self.threads[index].1 -= 1;
    }
}

fn work(
    jobs: &Receiver<Job>,
    store: Option<Store>,
    mut decode: Decode,
    mut answer: impl FnMut(Answer),
) {
    for job in jobs {
        let is_recorded = |digest: &str| {
            store.as_ref().is_some_and(|store| store.has_release(digest).unwrap_or(false))
        };
        answer(read(job, is_recorded, &mut decode));
    }
}

fn read(job: Job, is_recorded: impl Fn(&str) -> bool, decode: &mut Decode) -> Answer {
    let Job { path, setting } = job;
    let max_bytes = setting.config.intake.max_bytes.0;
    let (bytes, stamp) = match file::read(&path, max_bytes) {
        Ok(read) => read,
        Err(FileTrouble::Vanished) => return Answer::Vanished(path),
        Err(FileTrouble::Changing) => return Answer::Changing(path),
        Err(FileTrouble::Failed(failure, stamp)) => return Answer::Failed(path, failure, stamp),
    };
    let digest = release::digest(&bytes);
    let examined = if is_recorded(&digest) {
        Vec::new()
    } else {
        let decode = std::cell::RefCell::new(decode);
        let decode = |bytes: &[u8]| (decode.borrow_mut())(bytes);
        release::examine(&path.to_string_lossy(), &bytes, &decode, &setting.knowledge)
    };
    Answer::Taken(Taken { path, stamp, bytes, examined, digest })
}
