//! Identifiers that `config/frameworks/` and `config/scales.toml` define. They are strings, not
//! enums, because a new framework is a new file, not new code.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

id! {
    /// A programme of inspection, such as `childrens-services` or `send`.
    ProgrammeId
}
id! {
    /// A version of an inspection framework, such as `ilacs-2023`.
    FrameworkId
}
id! {
    /// A judgement that a framework gives, such as `overall`.
    JudgementId
}
id! {
    /// A grade of a scale, such as `requires-improvement`.
    GradeId
}
id! {
    /// A scale; grades of different scales are never ordered.
    ScaleId
}

/// What kind of visit a release tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A full inspection: the only event that changes standing grades.
    Inspection,
    /// A return to an area with a written statement of action (local area SEND 2016).
    Revisit,
    /// An ILACS focused visit: no grades.
    FocusedVisit,
    /// A monitoring visit or inspection: no grades.
    MonitoringVisit,
}

impl Event {
    /// The contract's identifier.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inspection => "inspection",
            Self::Revisit => "revisit",
            Self::FocusedVisit => "focused-visit",
            Self::MonitoringVisit => "monitoring-visit",
        }
    }
}
