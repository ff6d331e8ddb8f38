//! The promises of the crate, one module each.

mod broken_packs;
mod examples;
mod layers;
mod support;
