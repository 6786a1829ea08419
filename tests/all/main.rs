//! The one integration-test binary; each module is a subject.

mod commands;
mod correct;
mod crash;
mod digests;
mod examples;
mod formats;
mod full;
mod history;
mod hostile;
mod knowledge;
mod layers;
mod mail;
mod reading;
mod review;
mod scan;
mod scene;
mod seeds;
mod service;
mod shared;
mod watching;
mod webhook;
mod worker;
