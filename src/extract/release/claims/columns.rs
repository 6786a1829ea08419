//! Rows of a table that give more than one grade: what its heads say of each column decides which of
//! them is of the inspection told. Where they do not say it, none is.

use super::{Claim, GradeWords, Strength};
use crate::extract::release::binding::What;
use crate::extract::release::mood::Mood;
use crate::extract::release::page::{Page, Role, Sentence};
use crate::extract::release::time::{self, When};
use crate::knowledge::lexicon::Kind;
use crate::model::text::{Block, BlockKind};

/// A cell that holds a grade and nothing else: its column and the grade.
type Graded<'k> = (u32, &'k str);

/// The claims of a row that gives two grades or more; none where the sentence is no such row.
pub fn claims<'k>(page: &Page<'k>, sentence: &Sentence) -> Option<Vec<Claim<'k>>> {
    if sentence.role != Role::Cell {
        return None;
    }
    let row = cells(page, sentence);
    let graded: Vec<Graded<'k>> = row.iter().filter_map(|b| grade(page, b)).collect();
    if graded.len() < 2 {
        return None;
    }
    let whens = whens(page, row[0], &graded);
    let what = name(page, row[0]);
    let claim = |(i, (_, grade)): (usize, &Graded<'k>)| Claim {
        grade: GradeWords::Named(grade),
        what: what.clone(),
        when: whens.as_ref().map_or(When::Now(None), |whens| whens[i]),
        again: false,
        reported: false,
        mood: if whens.is_some() { Mood::Stated } else { Mood::Recited },
        strength: Strength::Rated,
        span: page.span(sentence),
    };
    Some(graded.iter().enumerate().map(claim).collect())
}

/// The cells that a sentence holds.
fn cells<'p>(page: &'p Page, sentence: &Sentence) -> Vec<&'p Block> {
    let span = page.span(sentence);
    page.text.blocks[sentence.block..].iter().take_while(|b| span.contains(b.span)).collect()
}

/// The column and grade of a cell that holds nothing else.
fn grade<'k>(page: &Page<'k>, block: &Block) -> Option<Graded<'k>> {
    let BlockKind::Cell { column, .. } = block.kind else { return None };
    let (start, end) = folded(page, block);
    let hit = page.hits_in(start, end).find(|h| h.kind == Kind::Grade)?;
    let rest = [page.words(start, hit.start), page.words(hit.end, end)];
    (column > 0 && !rest.concat().contains(char::is_alphanumeric)).then_some((column, hit.means))
}

fn folded(page: &Page, block: &Block) -> (usize, usize) {
    (page.folded.of_original(block.span.start), page.folded.of_original(block.span.end))
}

/// What the row's first cell names.
fn name(page: &Page, first: &Block) -> What {
    let (start, end) = folded(page, first);
    let named = |h: &&crate::knowledge::lexicon::Hit| h.kind == Kind::Judgement;
    let names: Vec<String> =
        page.hits_in(start, end).filter(named).map(|h| h.means.to_owned()).collect();
    match names.is_empty() {
        false => What::Named(names),
        true if page.hits_in(start, end).any(|h| h.kind == Kind::Overall) => What::Overall,
        true => What::Part,
    }
}

/// What a column's head says of when its grades were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    Year(i16),
    Past,
    Present,
    Silent,
}

/// When the grades of a row were given, by the heads of their columns; none where these do not say.
fn whens(page: &Page, first: &Block, graded: &[Graded]) -> Option<Vec<When>> {
    let BlockKind::Cell { table, .. } = first.kind else { return None };
    let heads: Vec<Head> = graded.iter().map(|(column, _)| head(page, table, *column)).collect();
    let years = || heads.iter().filter_map(|h| if let Head::Year(y) = h { Some(*y) } else { None });
    let count = |head: Head| heads.iter().filter(|h| **h == head).count();
    let now = match () {
        () if years().count() == heads.len() => Head::Year(years().max()?),
        () if count(Head::Present) == 1 => Head::Present,
        () if count(Head::Past) + 1 == heads.len() => *heads.iter().find(|h| **h != Head::Past)?,
        () => return None,
    };
    if count(now) != 1 {
        return None;
    }
    let when = |head: &Head| match head {
        head if *head == now => When::Now(None),
        Head::Year(year) => When::Before(Some(*year)),
        _ => When::Before(None),
    };
    Some(heads.iter().map(when).collect())
}

/// What the cell of a table's first row says of its column.
fn head(page: &Page, number: u32, at: u32) -> Head {
    let is_head = |b: &&Block| matches!(b.kind, BlockKind::Cell { table, row: 0, column } if table == number && column == at);
    let Some(block) = page.text.blocks.iter().find(is_head) else { return Head::Silent };
    let (start, end) = folded(page, block);
    let words = page.words(start, end);
    if let Some((.., year)) = time::in_figures(words).last() {
        return Head::Year(year);
    }
    let has = |marks: &[&str]| words.split(' ').any(|word| marks.contains(&word));
    match () {
        () if has(&[
            "previous",
            "previously",
            "last",
            "was",
            "before",
            "old",
            "earlier",
            "from",
            "then",
        ]) =>
        {
            Head::Past
        }
        () if has(&["new", "now", "current", "latest", "this", "today", "to"]) => Head::Present,
        () => Head::Silent,
    }
}
