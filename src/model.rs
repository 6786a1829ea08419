//! Nouns of the product. Imports nothing of ours; pure values, serialised as the contract says.

pub mod alert;
pub mod area;
pub mod change;
pub mod correction;
pub mod date;
pub mod doubt;
pub mod framework;
pub mod reading;
pub mod series;
pub mod sighting;
pub mod text;
pub mod word;
