//! The check a newsroom runs before it publishes.

pub mod text;
