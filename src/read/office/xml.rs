//! XML parts as a stream of elements and words. Damaged parts end where they are damaged.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// One step through a part.
pub enum Step<'x> {
    /// An element opens.
    Open(Element<'x>),
    /// An element of this local name closes.
    Close(&'x str),
    /// Words.
    Words(Cow<'x, str>),
}

/// An element that opens.
pub struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// Its name without prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Its prefix; empty if it has none.
    pub fn prefix(&self) -> &str {
        self.0.name().into_inner().split_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// The value of an attribute by its local name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut readable = attributes.with_checks(false).flatten();
        let found = readable.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The number that an attribute has.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// Elements within which nothing is read, and how many of them are open.
#[derive(Debug, Default)]
pub struct Unread {
    names: &'static [&'static str],
    open: u32,
}

impl Unread {
    /// Nothing is read within elements of these local names.
    pub fn within(names: &'static [&'static str]) -> Self {
        Self { names, open: 0 }
    }

    /// Whether a step is to be passed over; to be asked for every step.
    pub fn skips(&mut self, step: &Step<'_>) -> bool {
        match step {
            Step::Open(element) if self.names.contains(&element.name()) => self.open += 1,
            Step::Close(name) if self.names.contains(name) => {
                self.open = self.open.saturating_sub(1);
                return true;
            }
            _ => {}
        }
        self.open > 0
    }
}

/// Walks a part; `visit` sees every element open and close, empty ones too. Returns whether the
/// part is well-formed to its end.
pub fn walk(source: &str, mut visit: impl FnMut(Step<'_>)) -> bool {
    let mut reader = Reader::from_str(source);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().allow_dangling_amp = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => visit(Step::Open(Element(element))),
            Ok(Event::End(element)) => visit(Step::Close(element.local_name().into_inner())),
            Ok(Event::Text(words)) => visit(Step::Words(words.into_inner())),
            Ok(Event::CData(words)) => visit(Step::Words(words.into_inner())),
            Ok(Event::GeneralRef(reference)) => {
                if let Some(c) = character(&reference) {
                    visit(Step::Words(Cow::Owned(c.to_string())));
                }
            }
            Ok(Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// The words of the first element of a local name; `None` if it has none.
pub fn words_of(source: &str, name: &str) -> Option<String> {
    let (mut open, mut found) = (false, String::new());
    walk(source, |step| match step {
        Step::Open(element) => open = found.is_empty() && element.name() == name,
        Step::Close(_) => open = false,
        Step::Words(words) if open => found.push_str(&words),
        Step::Words(_) => {}
    });
    let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
    (!found.is_empty()).then_some(found)
}

fn character(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
