//! The promises of the crate, one module each.

mod examples;
mod layers;
