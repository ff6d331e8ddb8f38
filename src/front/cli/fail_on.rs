//! What makes the exit code 1, as an argument: the words that a configuration has for it.

use crate::config::FailOn;
use clap::ValueEnum;
use clap::builder::PossibleValue;

impl ValueEnum for FailOn {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Critical, Self::Major, Self::Minor, Self::Info, Self::Never]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let value = PossibleValue::new(self.name());
        Some(match self {
            Self::Never => value.help("Nothing does"),
            _ => value,
        })
    }
}
