//! Rendering: from a row of the outbox to subject, text and HTML.
//!
//! Templates are data (`config/templates`), built in and replaceable file by file. They see only what
//! `view` shows them, cannot read files, and run with a bounded number of steps.
//! Invariants: words of a release reach the subject without control characters and HTML only
//! escaped; the same row gives the same bytes.

mod clean;
mod headline;
pub(crate) mod sample;
mod subject;
mod view;
mod when;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use thiserror::Error;

pub use clean::clean;
pub use subject::subject;

use crate::model::alert::{AlertKind, AlertRow};

macro_rules! embed {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../config/templates/", $name)))),*]
    };
}

/// Names and texts of the built-in templates.
pub const BUILT_IN: &[(&str, &str)] = embed![
    "alert.html",
    "alert.txt",
    "digest.html",
    "digest.txt",
    "layout.html",
    "notice.html",
    "notice.txt",
];

/// Steps that one rendering may take: a digest of 1,000 changes takes about a tenth of it.
const FUEL: u64 = 20_000_000;

/// Columns of the text part.
const COLUMNS: usize = 72;

/// Why a template is not usable.
#[derive(Debug, Error)]
#[error("render the template `{name}`, line {line}: {problem}")]
pub struct TemplateError {
    /// Its file name.
    pub name: String,
    /// Line, from 1; 0 where it is not known.
    pub line: usize,
    /// What is wrong there.
    pub problem: String,
}

/// A message in words, before it becomes a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// One line without control characters.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

/// Compiled templates.
#[derive(Debug)]
pub struct Templates {
    environment: Environment<'static>,
}

impl Templates {
    /// Compiles the built-in templates, `overrides` (by file name) taking their place.
    ///
    /// # Errors
    /// The first template that is not well formed, or a name that is not one of the built-in ones.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| {
            if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None }
        });
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.map_err(|error| complaint("", &error))?);
        environment.set_fuel(Some(FUEL));
        environment.add_filter("wrap", view::wrap);
        for (name, text) in BUILT_IN {
            let text = overrides.get(*name).map_or(*text, String::as_str).to_owned();
            let added = environment.add_template_owned(*name, text);
            added.map_err(|error| complaint(name, &error))?;
        }
        if let Some(name) = overrides.keys().find(|n| !BUILT_IN.iter().any(|(b, _)| b == n)) {
            let known = BUILT_IN.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
            let problem = format!("there is no such template; there are {known}");
            return Err(TemplateError { name: name.clone(), line: 0, problem });
        }
        Ok(Self { environment })
    }

    /// Renders a row. `zone` is for moments such as the ends of a digest's window.
    ///
    /// # Errors
    /// A template that asks for something that is not there, or runs too long.
    pub fn render(&self, row: &AlertRow, zone: &TimeZone) -> Result<Message, TemplateError> {
        let subject = subject(row);
        let view = view::view(row, &subject, zone);
        let name = if row.kind == AlertKind::Digest { "digest" } else { "alert" };
        let part = |ending: &str| {
            let name = format!("{name}.{ending}");
            let template = self.environment.get_template(&name);
            let rendered = template.and_then(|t| t.render(minijinja::value::Serde(&view)));
            rendered.map_err(|error| complaint(&name, &error))
        };
        Ok(Message { text: part("txt")?, html: part("html")?, subject })
    }
}

/// Renders a made-up alert, correction and digest, so that a template that fails does so now.
///
/// # Errors
/// The first template that fails, with its file and line.
pub fn check(templates: &Templates) -> Result<(), TemplateError> {
    for row in sample::rows() {
        templates.render(&row, &TimeZone::UTC)?;
    }
    Ok(())
}

fn complaint(name: &str, error: &minijinja::Error) -> TemplateError {
    let mut cause: &dyn std::error::Error = error;
    let mut problem = error.to_string();
    while let Some(source) = cause.source() {
        cause = source;
        problem = format!("{problem}: {source}");
    }
    TemplateError {
        name: error.name().unwrap_or(name).to_owned(),
        line: error.line().unwrap_or(0),
        problem,
    }
}

#[cfg(test)]
mod tests;
