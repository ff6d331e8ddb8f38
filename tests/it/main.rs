//! The promises of the crate, one module each.

mod broken_packs;
mod determinism;
mod examples;
mod first_rule;
mod layers;
mod support;
