//! A file of a pack, as the loader takes it.

use super::fault::Fault;
use super::reading;
use serde::de::DeserializeOwned;

/// A file of a pack: a rule, the pack's own file, or a scale.
#[derive(Clone, Copy, Debug)]
pub struct RuleFile<'a> {
    /// Its path below the folder of packs, without `.toml`.
    pub path: &'a str,
    /// What stands in it.
    pub text: &'a str,
    /// The same without its examples in `MessagePack`, for the built-in files: it is read in a fifth of the
    /// time, and knows no places, since nobody is shown a fault in them.
    pub packed: Option<&'a [u8]>,
    /// The packed form with a number for each set of phrases, for whoever has the phrases packed as well: it is read in
    /// half the time again.
    pub numbered: Option<&'a [u8]>,
}

impl<'a> From<(&'a str, &'a str)> for RuleFile<'a> {
    fn from((path, text): (&'a str, &'a str)) -> Self {
        Self {
            path,
            text,
            packed: None,
            numbered: None,
        }
    }
}

impl RuleFile<'_> {
    /// The same file, to be read as it is written: with its examples, and with places.
    #[must_use]
    pub fn as_written(self) -> Self {
        Self {
            packed: None,
            numbered: None,
            ..self
        }
    }

    /// The same file with its sets of phrases as they are written: those that are packed are of other lists.
    pub(super) fn spelt_out(self) -> Self {
        Self { numbered: None, ..self }
    }

    /// Its name in messages.
    pub(super) fn name(&self) -> String {
        format!("{}.toml", self.path)
    }

    /// Reads it. All its faults go to `faults`; the answer is `None` only if they leave nothing to go on with.
    /// `what` names the thing for messages: "a rule", "a pack".
    pub(super) fn read<T: DeserializeOwned>(&self, what: &str, faults: &mut Vec<Fault>) -> Option<T> {
        let packed = self.numbered.or(self.packed);
        let packed = packed.and_then(|packed| rmp_serde::from_slice(packed).ok());
        packed.or_else(|| reading::read(what, &self.name(), self.text, faults))
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::builtin;
    use crate::rules::written::{PackAsWritten, RuleAsWritten};

    /// What cannot be read packed is read as it is written, and nobody would notice but by the time it takes.
    #[test]
    fn every_built_in_rule_is_read_packed() {
        for file in builtin::files().iter().filter(|file| file.path.contains('/')) {
            for packed in [file.packed, file.numbered] {
                let packed = packed.expect("every built-in file is packed");
                let read = if file.path.ends_with("/pack") {
                    rmp_serde::from_slice::<PackAsWritten>(packed).map(drop)
                } else {
                    rmp_serde::from_slice::<RuleAsWritten>(packed).map(drop)
                };
                assert!(read.is_ok(), "{}: {read:?}", file.path);
            }
        }
    }
}
