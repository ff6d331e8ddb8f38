//! The promises of the crate, one module each.

mod acts;
mod broken_configurations;
mod broken_packs;
mod catalogue;
mod cli;
mod compare;
mod coverage;
mod determinism;
mod diff;
mod endings;
mod examples;
mod first_rule;
mod fuzz;
mod guards;
mod items;
mod layers;
mod places;
mod properties;
mod reports;
mod schemas;
mod score;
mod sources;
mod speakers;
mod support;
mod word;
