//! The check a newsroom runs before it publishes.

pub mod allow;
pub mod config;
pub mod engine;
pub mod facts;
pub mod finding;
#[cfg(feature = "cli")]
pub mod front;
pub mod gate;
pub mod render;
pub mod report;
pub mod rules;
pub mod score;
pub mod text;
