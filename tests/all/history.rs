//! The history of a series: what each rule makes of tellings of our own.

mod cases;
mod scene;
mod tellings;
