//! The history of a series: what each rule makes of tellings of our own.

mod cases;
mod corpus;
mod late;
mod orders;
mod people;
mod scene;
mod tellings;
