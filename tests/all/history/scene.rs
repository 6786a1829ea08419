//! Tellings of our own, and the log as short lines.

use std::sync::LazyLock;

use inspectwatch::alert::rules::{Decisions, Recorded as ForRules};
use inspectwatch::history::priority::Link;
use inspectwatch::history::{self, History, Sources};
use inspectwatch::knowledge::Knowledge;
use inspectwatch::model::area::{AreaCode, AreaRef};
use inspectwatch::model::change::{Change, ChangeKind, EarlierBasis, PriorityStatus};
use inspectwatch::model::correction::Correction;
use inspectwatch::model::date::{DateBasis, DateRange, Published};
use inspectwatch::model::doubt::{Doubt, DoubtCode};
use inspectwatch::model::framework::Event;
use inspectwatch::model::reading::{
    Basis, ImprovementArea, Judgement, PreviousGrade, PriorityKind, Reading, Source, Telling,
};
use inspectwatch::model::series::{TellingRef, Told};
use inspectwatch::model::text::{Evidence, Text};
use inspectwatch::pipeline::{Incoming, Pipeline, Recorded};
use inspectwatch::store::Store;
use inspectwatch::store::changes::ChangeFilter;

pub fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: LazyLock<Knowledge> =
        LazyLock::new(|| Knowledge::embedded().expect("embedded files are well formed"));
    &KNOWLEDGE
}

pub fn day(text: &str) -> jiff::civil::Date {
    text.parse().expect("a day")
}

fn evidence(words: &str) -> Vec<Evidence> {
    vec![Evidence { start: 0, end: words.len(), quote: words.to_owned() }]
}

fn telling(source: Source, programme: &str, framework: Option<&str>) -> Telling {
    Telling {
        area: Some(AreaRef { code: AreaCode("E08000036".into()), name: "Wakefield".into() }),
        programme: programme.into(),
        framework: framework.map(Into::into),
        event: Event::Inspection,
        inspected: None,
        judgements: Vec::new(),
        improvement_areas: Vec::new(),
        previous: Vec::new(),
        doubts: Vec::new(),
        source,
    }
}

/// One release that tells one inspection. Its digest is its name.
#[derive(Clone)]
pub struct Release(pub Told);

/// An inspectorate's report on a children's services inspection that began on `from`.
pub fn report(name: &str, framework: &str, from: &str) -> Release {
    release(name, framework).by(Source::Report).inspected(from, 4)
}

/// A council's release about a children's services inspection that it does not date.
pub fn release(name: &str, framework: &str) -> Release {
    let known = Some(framework).filter(|f| !f.is_empty());
    let at = TellingRef { release: name.into(), nth: 0 };
    let telling = telling(Source::Release, "childrens-services", known);
    Release(Told { at, published: None, telling })
}

impl Release {
    pub fn by(mut self, source: Source) -> Self {
        self.0.telling.source = source;
        self
    }

    pub fn programme(mut self, programme: &str) -> Self {
        self.0.telling.programme = programme.into();
        self
    }

    pub fn area(mut self, code: &str, name: &str) -> Self {
        self.0.telling.area = Some(AreaRef { code: AreaCode(code.into()), name: name.into() });
        self
    }

    pub fn event(mut self, event: Event) -> Self {
        self.0.telling.event = event;
        self
    }

    /// From a day on, for so many days more.
    pub fn inspected(mut self, from: &str, days: i64) -> Self {
        let from = day(from);
        let to = from.saturating_add(jiff::Span::new().days(days));
        self.0.telling.inspected = Some(DateRange { from, to });
        self
    }

    pub fn published(mut self, on: &str) -> Self {
        let on = day(on);
        self.0.published = Some(Published { from: on, to: on, basis: DateBasis::Stated });
        self
    }

    pub fn grade(mut self, id: &str, grade: &str) -> Self {
        self.0.telling.judgements.push(Judgement {
            id: id.into(),
            grade: grade.into(),
            basis: Basis::Stated,
            evidence: evidence(grade),
        });
        self
    }

    pub fn implied(mut self, id: &str, grade: &str) -> Self {
        self = self.grade(id, grade);
        self.0.telling.judgements.last_mut().expect("just pushed").basis = Basis::Implied;
        self
    }

    pub fn previous(mut self, id: &str, grade: &str, year: Option<i16>) -> Self {
        let evidence = evidence(grade);
        let previous = PreviousGrade { id: id.into(), grade: grade.into(), year, evidence };
        self.0.telling.previous.push(previous);
        self
    }

    pub fn item(self, text: &str) -> Self {
        self.listed(PriorityKind::Improvement, text)
    }

    pub fn listed(mut self, kind: PriorityKind, text: &str) -> Self {
        let (text, evidence) = (text.to_owned(), evidence(text));
        let item = ImprovementArea { kind, text, responsible: None, evidence };
        self.0.telling.improvement_areas.push(item);
        self
    }

    pub fn doubt(mut self, code: DoubtCode) -> Self {
        self.0.telling.doubts.push(Doubt { code, message: "a doubt".into() });
        self
    }

    pub fn at(&self) -> TellingRef {
        self.0.at.clone()
    }
}

/// A matcher for cases: the first word is the topic; the same words are carried.
pub fn by_topic(earlier: &[ImprovementArea], later: &[ImprovementArea]) -> Vec<Link> {
    let topic = |item: &ImprovementArea| item.text.split(' ').next().map(str::to_owned);
    let link = |earlier: Option<usize>, later: Option<usize>, status| Link {
        earlier,
        later,
        status,
        similarity: earlier.and(later).map(|_| 0.9),
        reason: None,
    };
    let found = |item: &ImprovementArea| earlier.iter().position(|e| topic(e) == topic(item));
    let mut links: Vec<Link> = later
        .iter()
        .enumerate()
        .map(|(at, item)| match found(item) {
            Some(e) if earlier[e].text == item.text => {
                link(Some(e), Some(at), PriorityStatus::Carried)
            }
            Some(e) => link(Some(e), Some(at), PriorityStatus::Reworded),
            None => link(None, Some(at), PriorityStatus::New),
        })
        .collect();
    for e in 0..earlier.len() {
        if !links.iter().any(|link| link.earlier == Some(e)) {
            links.push(link(Some(e), None, PriorityStatus::NoLongerRaised));
        }
    }
    links
}

pub fn history_of(releases: &[Release], corrections: &[Correction]) -> History {
    let told: Vec<_> = releases.iter().map(|release| release.0.clone()).collect();
    let sources = Sources { told: &told, corrections, predecessors: &[] };
    history::history(sources, knowledge(), &by_topic)
}

/// The log that releases must give, whatever their order; priorities among them.
#[track_caller]
pub fn case(releases: &[Release], want: &[&str]) {
    let mut reversed = releases.to_vec();
    reversed.reverse();
    for releases in [releases, &reversed] {
        let lines: Vec<_> = history_of(releases, &[]).changes.iter().map(line).collect();
        assert_eq!(lines, want);
    }
}

/// An entry in one short line.
pub fn line(change: &Change) -> String {
    let on = |side: &inspectwatch::model::change::Side| match side.inspected {
        Some(days) => days.from.to_string(),
        None => "undated".to_owned(),
    };
    let when = on(&change.later);
    let judgement = change.judgement.as_ref().map_or("", |j| j.as_str());
    let from = change.from.as_ref().map_or("", |g| g.as_str());
    let to = change.to.as_ref().map_or("", |g| g.as_str());
    let since = change.earlier.as_ref().map_or("nothing".to_owned(), |side| {
        let stated = side.basis == Some(EarlierBasis::Stated);
        if stated { format!("stated {}", on(side)) } else { on(side) }
    });
    match change.kind {
        ChangeKind::First => format!("{when} first"),
        ChangeKind::Rating => format!(
            "{when} {judgement} {from} > {to}, {}, {}, since {since}",
            change.direction.map_or("unordered".to_owned(), |d| format!("{d:?}").to_lowercase()),
            change.comparability.map_or(String::new(), |c| format!("{c:?}").to_lowercase()),
        ),
        ChangeKind::NotComparable => {
            format!("{when} {judgement} {from} | {to}, not comparable, since {since}")
        }
        ChangeKind::Priority => {
            let mark = match change.status {
                Some(PriorityStatus::New) => "+",
                Some(PriorityStatus::Carried) => "=",
                Some(PriorityStatus::Reworded) => "~",
                Some(PriorityStatus::NoLongerRaised) => "-",
                None => "?",
            };
            let text = change.later_text.as_ref().or(change.earlier_text.as_ref());
            format!("{when} {mark} {} (since {since})", text.map_or("", String::as_str))
        }
        ChangeKind::Correction => format!("{when} correction"),
    }
}

/// A store, and releases recorded in it one after another.
pub struct Scene {
    pub store: Store,
}

impl Scene {
    pub fn new() -> Self {
        Self { store: Store::in_memory().expect("a store") }
    }

    pub fn with<T>(
        &self,
        decide: &dyn Fn(&ForRules<'_>) -> Decisions,
        work: impl FnOnce(&Pipeline<'_>) -> T,
    ) -> T {
        let now = "2025-06-01T09:00:00Z".parse().expect("a moment");
        work(&Pipeline {
            store: &self.store,
            knowledge: knowledge(),
            matcher: &by_topic,
            decide,
            reader: "test",
            now,
        })
    }

    pub fn record(&self, release: &Release) -> Recorded {
        self.record_and(release, &|_| Decisions::default())
    }

    pub fn record_and(
        &self,
        release: &Release,
        decide: &dyn Fn(&ForRules<'_>) -> Decisions,
    ) -> Recorded {
        self.record_under(&format!("in/{}.pdf", release.0.at.release), release, decide)
    }

    /// Records a release that lies under this path.
    pub fn record_as(&self, path: &str, release: &Release) -> Recorded {
        self.record_under(path, release, &|_| Decisions::default())
    }

    fn record_under(
        &self,
        path: &str,
        release: &Release,
        decide: &dyn Fn(&ForRules<'_>) -> Decisions,
    ) -> Recorded {
        let reading = Reading {
            path: path.to_owned(),
            digest: release.0.at.release.clone(),
            media_type: "application/pdf".into(),
            error: None,
            published: release.0.published,
            inspections: vec![release.0.telling.clone()],
            doubts: Vec::new(),
        };
        let text = Text::default();
        let incoming =
            Incoming { original: b"bytes", reading: &reading, text: &text, container: None };
        self.with(decide, |pipeline| pipeline.record(&incoming).expect("recorded"))
    }

    pub fn log(&self, current: bool) -> Vec<Change> {
        let filter = ChangeFilter { current, ..ChangeFilter::default() };
        self.store.changes(&filter).expect("the log")
    }

    pub fn lines(&self, current: bool) -> Vec<String> {
        self.log(current).iter().map(line).collect()
    }
}
