//! The archive that a newsroom's articles are placed among.

use super::{House, beside};
use crate::config::fault_at;
use crate::front::Failure;
use crate::front::files::trouble;
use crate::rules::builtin;
use crate::score::Reference;
use std::fs;
use std::path::Path;

impl House {
    /// The reference, if the command line or the settings name one.
    ///
    /// # Errors
    /// If it cannot be read, or is none.
    pub fn reference(&self) -> Result<Option<Reference>, Failure> {
        if let Some(path) = &self.asked {
            return read(path).map(Some).map_err(|what| {
                Failure::new(what)
                    .at(path.display())
                    .help("`presscheck reference ARCHIVE --output FILE` makes one.")
            });
        }
        let Some(set) = &self.config.reference else {
            return Ok(None);
        };
        let path = beside(Path::new(&set.origin.file), &set.value);
        let fault = |what: String| fault_at(&set.origin, format!("`{}`: {what}", set.value));
        let help = "the path is read from the folder of this file; `presscheck reference` makes the file";
        read(&path)
            .map(Some)
            .map_err(|what| self.failure(&[fault(what).with_help(Some(help.to_owned()))]))
    }

    /// The mark of the rules that hold here, built-in and own: a reference made with others does not fit.
    /// Settings are left aside, since a word that a house allows is no other rule.
    #[must_use]
    pub fn mark(&self) -> String {
        // FNV-1a: the same on every machine and in every version.
        let mut mark = 0xcbf2_9ce4_8422_2325_u64;
        let mut eat = |text: &str| {
            for byte in text.bytes().chain([0]) {
                mark = (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        for file in builtin::files() {
            eat(file.path);
            eat(file.text);
        }
        for (_, text) in builtin::LIST_FILES {
            eat(text);
        }
        for pack in &self.packs {
            for (name, _, text) in pack.files.iter().chain(&pack.lists) {
                eat(name);
                eat(text);
            }
        }
        format!("{mark:016x}")
    }
}

fn read(path: &Path) -> Result<Reference, String> {
    let text = fs::read_to_string(path).map_err(|e| trouble(&e).what)?;
    Reference::read(&text)
}
