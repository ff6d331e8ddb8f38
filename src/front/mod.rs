//! Floor 6: the only floor that opens files, prints and knows about processes.

pub mod allowed;
pub mod batch;
pub mod cli;
mod corpus;
pub mod failure;
pub mod files;
pub mod house;
mod measure;
pub mod schema;
pub mod shield;

pub use failure::Failure;
