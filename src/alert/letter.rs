//! A row as a mail: headers and parts, ready for the wire or an `.eml` file.
//!
//! Invariants: Message-ID, Date and boundary derive from the row, so that a repeated sending is the
//! same mail byte for byte (but for a DKIM signature's own time); mails of one series refer to one
//! root and thus form a thread; one recipient per mail.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use lettre::Message as Mail;
use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm,
    DkimSigningKey,
};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use thiserror::Error;

use super::render::{TemplateError, Templates};
use crate::config::{Config, Recipient};
use crate::model::alert::AlertRow;

/// Sender of mails that only go into files and need none configured.
const NOBODY: &str = "inspectwatch <inspectwatch@inspectwatch.invalid>";

/// Headers that a signature covers; one that a mail lacks must then stay absent. Not among them is
/// `Content-Type`, which lettre keeps with the body and would sign as absent.
const SIGNED: [&str; 12] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Auto-Submitted",
    "List-Id",
    "List-Unsubscribe",
    "MIME-Version",
    "Reply-To",
];

/// Why a row does not become a mail.
#[derive(Debug, Error)]
pub enum LetterError {
    /// A template.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// An address.
    #[error("understand the mail address `{address}`")]
    Address {
        /// As configured.
        address: String,
    },
    /// The parts do not form a mail.
    #[error("put the mail together: {0}")]
    Mail(#[from] lettre::error::Error),
}

/// Writes a row as a mail to a recipient.
///
/// # Errors
/// A template that fails, or an address that is none.
pub fn write(
    row: &AlertRow,
    recipient: &Recipient,
    config: &Config,
    templates: &Templates,
    zone: &TimeZone,
) -> Result<Mail, LetterError> {
    let message = templates.render(row, zone)?;
    let from = mailbox(config.smtp.from.as_deref().unwrap_or(NOBODY))?;
    let to = recipient.address.as_ref().map_or(NOBODY, |address| address.get_ref().as_str());
    let to = mailbox(to)?;
    let domain = from.email.domain().to_owned();
    let id = row.message_id.clone().unwrap_or_else(|| format!("{}@{domain}", row.id));
    let unsubscribe = config.smtp.unsubscribe.clone();
    let unsubscribe = unsubscribe.unwrap_or_else(|| {
        format!("mailto:{}?subject=unsubscribe%20{}", from.email, row.recipient)
    });
    let mut builder = Mail::builder()
        .from(from)
        .to(to)
        .subject(message.subject)
        .date(row.created_at.into())
        .message_id(Some(format!("<{id}>")))
        .raw_header(header("Auto-Submitted", "auto-generated")?)
        .raw_header(header("List-Id", &format!("Inspection alerts <alerts.{domain}>"))?)
        .raw_header(header("List-Unsubscribe", &format!("<{unsubscribe}>"))?);
    if let Some(root) = thread_root(row, &domain) {
        let answered = row.notices.iter().find_map(|notice| notice.replies_to.clone());
        let references = match &answered {
            Some(answered) => format!("<{root}> <{answered}>"),
            None => format!("<{root}>"),
        };
        builder =
            builder.in_reply_to(format!("<{}>", answered.unwrap_or(root))).references(references);
    }
    let boundary = format!("=_{}", row.id);
    let parts = MultiPart::alternative().boundary(boundary);
    let mut mail = builder.multipart(
        parts
            .singlepart(part(ContentType::TEXT_PLAIN, message.text)?)
            .singlepart(part(ContentType::TEXT_HTML, message.html)?),
    )?;
    // lettre adds a Bcc-free header set; nothing here names anyone but the one recipient.
    mail.headers_mut().remove_raw("Bcc");
    Ok(mail)
}

/// A test mail to any address, which shows that the way is open.
///
/// # Errors
/// An address that is none.
pub fn trial(address: &str, config: &Config, now: Timestamp) -> Result<Mail, LetterError> {
    let from = mailbox(config.smtp.from.as_deref().unwrap_or(NOBODY))?;
    let id = format!("trial-{}@{}", now.as_nanosecond(), from.email.domain());
    let words = "This mail shows that inspectwatch can send alerts from here to you.\r\n";
    let mail = Mail::builder()
        .from(from)
        .to(mailbox(address)?)
        .subject("Test mail from inspectwatch")
        .date(now.into())
        .message_id(Some(format!("<{id}>")))
        .raw_header(header("Auto-Submitted", "auto-generated")?);
    Ok(mail.singlepart(part(ContentType::TEXT_PLAIN, words.to_owned())?)?)
}

/// The key that signs mails, from its PEM text.
///
/// # Errors
/// What is wrong with the key, in words.
pub fn dkim(config: &Config, pem: &str) -> Result<Option<DkimConfig>, String> {
    let (Some(domain), Some(selector)) = (&config.smtp.dkim_domain, &config.smtp.dkim_selector)
    else {
        return Ok(None);
    };
    let key = DkimSigningKey::new(pem, DkimSigningAlgorithm::Rsa).map_err(|e| e.to_string())?;
    // Servers on the way fold lines anew and change white space.
    let canonicalization = DkimCanonicalization {
        header: DkimCanonicalizationType::Relaxed,
        body: DkimCanonicalizationType::Relaxed,
    };
    let headers = SIGNED.iter().map(|name| HeaderName::new_from_ascii_str(name)).collect();
    Ok(Some(DkimConfig::new(selector.clone(), domain.clone(), key, headers, canonicalization)))
}

/// The id that all mails of one series to one recipient refer to. No mail has it; mail programs
/// thread by it all the same.
fn thread_root(row: &AlertRow, domain: &str) -> Option<String> {
    if row.thread.is_empty() {
        return None;
    }
    let seed = format!("{}\0{}", row.recipient, row.thread);
    let hash = blake3::hash(seed.as_bytes()).to_hex();
    Some(format!("series-{}@{domain}", &hash[..20]))
}

fn mailbox(words: &str) -> Result<Mailbox, LetterError> {
    words.parse().map_err(|_| LetterError::Address { address: super::render::clean(words) })
}

fn header(name: &'static str, value: &str) -> Result<HeaderValue, LetterError> {
    let name = HeaderName::new_from_ascii_str(name);
    Ok(HeaderValue::new(name, super::render::clean(value)))
}

fn part(kind: ContentType, words: String) -> Result<SinglePart, LetterError> {
    let body = Body::new_with_encoding(words, ContentTransferEncoding::QuotedPrintable);
    // Every text can be written as quoted-printable.
    let body = body.unwrap_or_else(Body::new);
    Ok(SinglePart::builder().header(kind).body(body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::render::sample::{notice, row};
    use crate::model::alert::AlertKind;

    const CONFIG: &str = "[smtp]\nhost='m'\nfrom='Warnungen Ä <alerts@example.test>'\n\
        [[recipient]]\nname='officer'\nchannel='email'\naddress='Zoë <zoe@example.test>'\n\
        [route]\nname='r'\nrecipients=['officer']";

    fn mail(row: &AlertRow) -> String {
        let config = Config::from_text(CONFIG).expect("well formed");
        let templates = Templates::new(&Default::default()).expect("compile");
        let mail = write(row, &config.recipients[0], &config, &templates, &TimeZone::UTC);
        String::from_utf8(mail.expect("a mail").formatted()).expect("ASCII")
    }

    #[test]
    fn headers_are_those_of_an_automatic_message_in_a_thread() {
        let first = mail(&row(AlertKind::Change, vec![notice()]));
        for line in [
            "Message-ID: <al-0123456789abcdef0123@example.test>\r\n",
            "Date: Fri, 28 Jan 2022 10:00:00 +0000\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "List-Id: Inspection alerts <alerts.example.test>\r\n",
            "List-Unsubscribe: <mailto:alerts@example.test?subject=unsubscribe%20officer>\r\n",
            "References: <series-",
            "Content-Type: multipart/alternative",
        ] {
            assert!(first.contains(line), "{line} in {first}");
        }
        assert!(first.is_ascii() && first.lines().all(|line| line.len() < 998));
        assert_eq!(first, mail(&row(AlertKind::Change, vec![notice()])), "the same bytes again");
        let mut answer = notice();
        answer.replies_to = Some("al-1@example.test".into());
        let answer = mail(&row(AlertKind::Correction, vec![answer]));
        assert!(answer.contains("In-Reply-To: <al-1@example.test>\r\n"), "{answer}");
        assert!(!mail(&row(AlertKind::Digest, vec![])).contains("References"));
    }

    #[test]
    fn a_name_cannot_add_a_header() {
        let mut evil = notice();
        evil.area.name = "x\r\nBcc: all@example.test\r\n\r\n<b>".into();
        evil.replies_to = Some("a@b>\r\nBcc: all@example.test".into());
        let raw = mail(&row(AlertKind::Change, vec![evil]));
        let head = raw.split("\r\n\r\n").next().expect("a head");
        assert!(!head.contains("\r\nBcc"), "{head}");
    }
}
