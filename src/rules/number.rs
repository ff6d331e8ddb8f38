//! Numbers of a rule that have bounds, held to them where they are written: for `deserialize_with`.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use std::fmt;

/// A part of a whole.
///
/// # Errors
/// If it is no number from 0 to 1.
pub fn share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    deserializer.deserialize_f64(Within(|number| (0.0..=1.0).contains(&number), "a number from 0 to 1"))
}

/// The same, of a key that may be left out.
///
/// # Errors
/// If it is no number from 0 to 1.
pub fn share_if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    #[derive(Deserialize)]
    struct Share(#[serde(deserialize_with = "share")] f64);
    Share::deserialize(deserializer).map(|Share(number)| Some(number))
}

/// How many times larger something is.
///
/// # Errors
/// If it is no number from 1 up.
pub fn times<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    deserializer.deserialize_f64(Within(
        |number| number >= 1.0 && number.is_finite(),
        "a number from 1 up",
    ))
}

/// Takes numbers that lie within bounds; what these are, in words.
struct Within(fn(f64) -> bool, &'static str);

impl Visitor<'_> for Within {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<f64, E> {
        if (self.0)(number) {
            Ok(number)
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<f64, E> {
        self.visit_f64(number as f64)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<f64, E> {
        self.visit_f64(number as f64)
    }
}
