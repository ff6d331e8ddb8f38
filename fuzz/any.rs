//! Any of the targets, chosen by its name in `TARGET`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use targets::{TARGETS, Target};

#[path = "../tests/it/places.rs"]
mod places;
#[path = "../tests/it/fuzz/targets.rs"]
mod targets;

static CHOSEN: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("TARGET").unwrap_or_default();
    let found = TARGETS.iter().find(|(known, _)| *known == name);
    let names: Vec<&str> = TARGETS.iter().map(|(known, _)| *known).collect();
    found.map(|(_, target)| *target).unwrap_or_else(|| panic!("TARGET is one of {}", names.join(", ")))
});

fuzz_target!(|input: &[u8]| CHOSEN(input));
