//! What wordings are for: the kinds that the files of `wording/` may name.
//!
//! Each says what its `means` may be; where it says nothing, `means` is empty.

use serde::Deserialize;

/// What a wording is for; the files say more about each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A grade by its name.
    Grade,
    /// A framework's own sentence for a grade; `means` is `framework/grade`.
    Outcome,
    /// A place on a scale: `best`, `middle`, `lowest`, `second-best`, `second-lowest`.
    Place,
    /// A grade word that is none here: praise, a quality of something.
    NotGrade,
    /// A judgement by one of its names.
    Judgement,
    /// The result as a whole.
    Overall,
    /// Each judgement.
    Every,
    /// A verb of judging.
    Judging,
    /// "Rating", "verdict" and their like.
    Rating,
    /// Not so.
    Negation,
    /// Wished for, planned or feared.
    Hope,
    /// Nearly.
    Near,
    /// A scale recited or explained.
    Recital,
    /// Figures about the nation or many councils.
    National,
    /// So many of so many things were graded so.
    Count,
    /// A school, home or other provider.
    Provider,
    /// The grade that follows is an earlier one.
    Before,
    /// What stands near is about an earlier inspection.
    Earlier,
    /// What stands near is about the inspection told.
    Now,
    /// The same grade as before.
    Again,
    /// "The same grade": the one just told, of something else or of an earlier inspection.
    Same,
    /// Somebody tells a meeting or a reporter: tenses move back.
    Reporting,
    /// A programme; `means` is `programme`, or `programme strong`.
    Programme,
    /// A framework version.
    Framework,
    /// A kind of visit; `means` is `focused-visit`, `monitoring-visit`, `revisit`, or `revisit came`
    /// where anybody may come back.
    Event,
    /// Said of a visit that is short or gives no grade.
    ShortVisit,
    /// Beside a visit: how it is told. `means` is `other` or `cause` right before it, `ahead` or
    /// `ongoing` after it, `planned` anywhere in its sentence, `home` where others than inspectors
    /// return, `ministry` where it is the government's.
    VisitTold,
    /// Areas of weakness, which a revisit counts; `means` is `count` for a count of them.
    Counted,
    /// An inspectorate.
    Inspectorate,
    /// An inspectorate or its report speaks; `means` is `person` where one who heads it may.
    Finding,
    /// No inspection has reported; `means` is `unpublished` where there is a report to come, else
    /// `planned`.
    Coming,
    /// Something that is not an inspection of an area; `means` is `body` where others were looked at,
    /// `job` where work is offered, else `matter`.
    OtherThing,
    /// Introduces improvement areas; `means` is the kind of item.
    ImproveHead,
    /// Introduces a list that is not of improvement areas, or ends one.
    OtherHead,
    /// Words of a shortcoming in prose; `means` is `scarce` ("rarely"), `bad` (only to be denied:
    /// "few children wait") or `none` (words that only look like one).
    Shortcoming,
    /// Words that introduce a need in prose; the need follows. `means` is `own` where a person of
    /// the council who says so owns to it.
    Need,
    /// Words with which inspectors ask or complain; what must improve follows.
    Ask,
    /// Who asks: "they", "the letter".
    Author,
    /// What a list is of: "areas", "points"; `means` is `fault` where the word itself says that they
    /// want improvement.
    Thing,
    /// Says of such things that they want improvement: "could be better".
    Wanting,
    /// What inspectors came to find out.
    Purpose,
    /// A verb that begins what is to be done: "reduce", "make".
    Act,
    /// Denies what follows; `means` is `none` where it only looks so ("not only").
    Deny,
    /// Turns what a paragraph tells; `means` is `criticism` or `praise`.
    Turn,
    /// Something good: a shortcoming where it is denied.
    Good,
    /// Leads into an item and is left off.
    Lead,
    /// Begins an aside or a reason at the end of an item, which is left off.
    Aside,
    /// Who must do it, where that says nothing: "leaders", "the council".
    Vague,
    /// Said of a concern without naming it; `means` is `verb` where it can open what is so said.
    Plain,
    /// A subject that alone names nothing: "many", "progress".
    Nobody,
    /// Opens an item of a list in prose.
    Opener,
    /// A name with commas or "and" inside.
    WholeName,
    /// A long name of what the field calls by a short one; `means` is the short name. One of a single
    /// word must stand in brackets behind it.
    LongName,
    /// Of all that a service does: at the head of a news item it sums up what is told below.
    Summary,
    /// Dealing with what is wrong: "spots", "reduces".
    Handling,
    /// What is done already, planned or praised: no improvement area.
    Excuse,
    /// Beside a date: the inspection's; `means` is `came` where it tells that inspectors did it.
    Inspected,
    /// Beside a date: the publication's; `means` is `landed` where only a report comes out so.
    Published,
    /// Beside a date: of something else.
    OtherDate,
    /// Up to some words before a date: an earlier inspection's.
    EarlierDate,
    /// What appears every so often: a title with a date says when it was published.
    Periodical,
    /// An area was formed; how long ago may follow.
    Formed,
    /// A plan or a wish for a year to come.
    Ahead,
    /// The day of the release, as news says it.
    Fresh,
    /// What inspectors publish: "report", "letter"; `means` is `result` for what stands in it.
    Document,
    /// A written statement of action; `means` is `yes` or `no`.
    Statement,
    /// Progress since an earlier inspection; `means` is `sufficient` or `insufficient`.
    Progress,
    /// The one who speaks is a person of the council or its partners.
    Speaker,
    /// Near a place: it is named for comparison, the release is not about it.
    Elsewhere,
    /// A sentence tells it as what stands behind its news; `means` says how far that reaches.
    Background,
    /// A count of areas that makes a title one of many areas.
    RoundUp,
    /// Looked up only: a word that may stand between a judgement's name and its grade.
    NameLink,
    /// Looked up only: a noun that, before "of" or "for" a judgement's name, narrows nothing.
    NameHead,
    /// Looked up only: a word that may stand between "rating" and the grade.
    RatingLink,
    /// Looked up only: a word after a grade that is no thing which the grade describes.
    AfterGrade,
    /// Looked up only: opens a sentence that says the grade before of something else.
    Likewise,
    /// Looked up only: a finite verb, after which the subject of a clause is told.
    Finite,
    /// Looked up only: a finite verb that is a noun as well.
    BareVerb,
    /// Looked up only: a verb of saying, finding or asking.
    Report,
    /// Looked up only: a verb by which news names who speaks.
    Saying,
    /// Looked up only: a verb of asking somebody to do something.
    Asking,
    /// Looked up only: persons.
    Person,
    /// Looked up only: how many are concerned.
    Quantity,
    /// Looked up only: stands between a verb and what must improve, of the things before the verb.
    HeadLink,
    /// Looked up only: a verb, besides "be", that joins what must improve and the words that say so.
    HeadVerb,
    /// Looked up only: adds others to those told.
    Added,
    /// Looked up only: stands before items that a heading introduces.
    Introducing,
    /// Looked up only: the same, said of the things that want improvement.
    Concerning,
    /// Looked up only: the same, after a comma.
    Namely,
    /// Looked up only: a line of page furniture.
    FurnitureLine,
    /// Looked up only: begins such a line.
    FurnitureOpening,
    /// Looked up only: a heading of other stories.
    OtherStories,
    /// Looked up only: a style before a person's name.
    Style,
    /// Looked up only: after a programme's name, a body of the council that bears it.
    Office,
    /// Looked up only: words that name no concern; `means` is where in an item they stand: `opens`,
    /// `within`, `minuted` where they begin a line of minutes, nothing where they are all of it.
    Void,
    /// Looked up only: whom a programme serves, where none is named; `means` is the programme.
    Served,
}

impl Kind {
    /// Whether the wordings are too common to be hits: they are looked up where they matter.
    pub(super) fn is_looked_up(self) -> bool {
        matches!(
            self,
            Self::NameLink
                | Self::NameHead
                | Self::RatingLink
                | Self::AfterGrade
                | Self::Likewise
                | Self::Finite
                | Self::BareVerb
                | Self::Report
                | Self::Saying
                | Self::Asking
                | Self::Person
                | Self::Quantity
                | Self::HeadLink
                | Self::HeadVerb
                | Self::Added
                | Self::Introducing
                | Self::Concerning
                | Self::Namely
                | Self::FurnitureLine
                | Self::FurnitureOpening
                | Self::OtherStories
                | Self::Style
                | Self::Office
                | Self::Served
                | Self::Void
        )
    }
}
