//! The one integration-test binary; each module is a subject.

mod history;
mod layers;
mod mail;
mod scan;
mod worker;
