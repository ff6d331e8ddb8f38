//! The promises of the crate, one module each.

mod broken_configurations;
mod broken_packs;
mod cli;
mod determinism;
mod examples;
mod first_rule;
mod layers;
mod support;
