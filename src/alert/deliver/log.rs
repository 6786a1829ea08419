//! The channel `log`: one structured event per alert, target `inspectwatch::alert`.

use crate::alert::render::subject;
use crate::model::alert::{AlertRow, Severity};

/// Writes the event: a warning from `high` on, so that a reader of warnings misses no decline.
pub(super) fn event(row: &AlertRow) {
    let subject = subject(row);
    let kind = row.kind;
    let areas: Vec<&str> = row.notices.iter().map(|n| n.area.code.0.as_str()).collect();
    let areas = areas.join(" ");
    let severity = row.notices.iter().map(|n| n.severity).max().unwrap_or_default();
    let doubtful = row.notices.iter().any(|n| !n.doubts.is_empty());
    let changes = row.change_ids.join(" ");
    macro_rules! event {
        ($level:ident) => {
            tracing::$level!(
                target: "inspectwatch::alert",
                alert = row.id,
                ?kind,
                recipient = row.recipient,
                route = row.route,
                areas,
                thread = row.thread,
                ?severity,
                doubtful,
                changes,
                "{subject}"
            )
        };
    }
    if severity >= Severity::High { event!(warn) } else { event!(info) }
}
