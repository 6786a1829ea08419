//! The history of a series: what each rule makes of tellings of our own.

mod arrivals;
mod cases;
mod corpus;
mod late;
mod news;
mod orders;
mod people;
mod scene;
mod tellings;
