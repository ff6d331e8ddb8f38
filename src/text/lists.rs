//! Named lists of words and phrases, as data.

mod entry;

pub(crate) use entry::entry;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Named lists: one entry a line in `rules/lists/<name>.txt`, with `#` for remarks.
///
/// Entries are in the notation of [`phrase`](super::phrase). Facts and rules share them, so that a
/// reporting verb is written down once.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// The entries of each, a line each: a string for each of thousands would take longer to make than to read.
    lists: BTreeMap<Cow<'static, str>, Cow<'static, str>>,
}

impl Lists {
    /// Adds the entries of a list's text to the list of that name.
    pub fn add(&mut self, name: &str, text: &str) {
        let list = self.lists.entry(Cow::Owned(name.to_owned())).or_default().to_mut();
        for entry in text.lines().filter_map(entry) {
            if !list.is_empty() {
                list.push('\n');
            }
            list.push_str(entry);
        }
    }

    /// Sets a list whose entries stand a line each, without remarks.
    pub(crate) fn set(&mut self, name: &'static str, entries: &'static str) {
        self.lists.insert(Cow::Borrowed(name), Cow::Borrowed(entries));
    }

    /// Is the list the one that was set, with nothing added to it?
    pub(crate) fn is_as_set(&self, name: &str, entries: &'static str) -> bool {
        let list = self.lists.get(name);
        list.is_some_and(|list| matches!(list, Cow::Borrowed(own) if std::ptr::eq(*own, entries)))
    }

    /// The entries of a list; `None` if there is no such list.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<impl Iterator<Item = &str>> {
        let list = self.lists.get(name)?;
        // An empty list is one empty line to `split`.
        Some(list.split('\n').filter(|entry| !entry.is_empty()))
    }

    /// The names of all lists, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(AsRef::as_ref)
    }
}
