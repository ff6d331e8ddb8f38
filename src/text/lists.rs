//! Named lists of words and phrases, as data.

use std::collections::BTreeMap;

/// Named lists: one entry a line in `rules/lists/<name>.txt`, with `#` for remarks.
///
/// Entries are in the notation of [`phrase`](super::phrase). Facts and rules share them, so that a
/// reporting verb is written down once.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    entries: BTreeMap<String, Vec<String>>,
}

impl Lists {
    /// Adds the entries of a list's text to the list of that name.
    pub fn add(&mut self, name: &str, text: &str) {
        let entries = self.entries.entry(name.to_owned()).or_default();
        let lines = text.lines().map(|line| without_remark(line).trim());
        entries.extend(
            lines
                .filter(|l| !l.is_empty() && !l.starts_with('#'))
                .map(str::to_owned),
        );
    }

    /// The entries of a list; `None` if there is no such list.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[String]> {
        self.entries.get(name).map(Vec::as_slice)
    }

    /// The names of all lists, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }
}

/// A line up to a remark behind its entry.
fn without_remark(line: &str) -> &str {
    let bytes = line.as_bytes();
    let is_remark = |at: &usize| *at > 0 && bytes[at - 1] == b' ';
    match memchr::memchr_iter(b'#', bytes).find(is_remark) {
        Some(at) => &line[..at],
        None => line,
    }
}
