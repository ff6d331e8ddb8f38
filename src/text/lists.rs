//! Named lists of words and phrases, as data.

use std::collections::BTreeMap;
use std::ops::Range;

/// Named lists: one entry a line in `rules/lists/<name>.txt`, with `#` for remarks.
///
/// Entries are in the notation of [`phrase`](super::phrase). Facts and rules share them, so that a
/// reporting verb is written down once.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    lists: BTreeMap<String, List>,
}

/// The text of a list and where its entries stand in it: a string for each of thousands of entries would
/// take longer to make than to read.
#[derive(Clone, Debug, Default)]
struct List {
    text: String,
    entries: Vec<Range<usize>>,
}

impl Lists {
    /// Adds the entries of a list's text to the list of that name.
    pub fn add(&mut self, name: &str, text: &str) {
        let list = self.lists.entry(name.to_owned()).or_default();
        for line in text.lines() {
            let entry = without_remark(line).trim();
            if !entry.is_empty() && !entry.starts_with('#') {
                let start = list.text.len();
                list.text.push_str(entry);
                list.entries.push(start..list.text.len());
            }
        }
    }

    /// The entries of a list; `None` if there is no such list.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<impl Iterator<Item = &str>> {
        let list = self.lists.get(name)?;
        Some(list.entries.iter().map(|entry| &list.text[entry.clone()]))
    }

    /// The names of all lists, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
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
