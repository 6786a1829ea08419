//! What identifies an entry of the log: what it says, not when or from which file it came.

use super::inspection::Inspection;
use crate::model::change::{Change, ChangeKind, PriorityStatus, Side};

/// Hex digits of an id: 80 bits, so that two of a million entries clash with a chance below 10^-12.
const DIGITS: usize = 20;

/// An entry of a kind about an inspection, without id or content.
pub fn unnamed(kind: ChangeKind, later: &Inspection) -> Change {
    Change {
        id: String::new(),
        recorded_at: String::new(),
        kind,
        area: later.area.clone(),
        programme: later.telling.programme.clone(),
        judgement: None,
        from: None,
        to: None,
        direction: None,
        comparability: None,
        status: None,
        priority_kind: None,
        earlier_kind: None,
        earlier_text: None,
        later_text: None,
        similarity: None,
        reason: None,
        withdraws: Vec::new(),
        earlier: None,
        later: later.side(),
    }
}

/// The entry with the id that its words give. Releases, the moment of recording, likeness and
/// reason have no part in it, nor has the list against which a priority is new.
pub fn named(mut change: Change) -> Change {
    let bare = |side: &Side| Side { releases: Vec::new(), ..side.clone() };
    let compared = change.status != Some(PriorityStatus::New);
    let said = Change {
        id: String::new(),
        recorded_at: String::new(),
        similarity: None,
        reason: None,
        earlier: change.earlier.as_ref().filter(|_| compared).map(bare),
        later: bare(&change.later),
        ..change.clone()
    };
    let json = serde_json::to_vec(&said).expect("an entry has no keys but strings");
    change.id = blake3::hash(&json).to_hex().as_str()[..DIGITS].to_owned();
    change
}

/// The entry with an id of its own for each place in the log that it is about.
pub fn again(mut change: Change, seq: i64) -> Change {
    let hash = blake3::hash(format!("{} {seq}", change.id).as_bytes());
    change.id = hash.to_hex().as_str()[..DIGITS].to_owned();
    change
}
