//! One line of a list. The build script reads the built-in lists with it too.

/// The entry on a line of a list, without what is remarked behind it; `None` if the line holds none.
pub(crate) fn entry(line: &str) -> Option<&str> {
    let entry = line.find(" #").map_or(line, |at| &line[..at]).trim();
    (!entry.is_empty() && !entry.starts_with('#')).then_some(entry)
}
