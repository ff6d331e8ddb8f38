//! What there is no report on.

/// A file that could not be read, for reports on many: one that is left out must not pass for checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The file.
    pub id: String,
    /// What is wrong with it, in lower case and without a full stop.
    pub what: String,
    /// How to mend it, as a sentence.
    pub help: Option<String>,
    /// Does the run fail for it? An empty file among others in a folder is only told.
    pub fails: bool,
}

impl Unread {
    /// In a sentence or two, without its name.
    #[must_use]
    pub fn told(&self) -> String {
        let help = self.help.as_ref().map_or_else(String::new, |help| format!(" {help}"));
        format!("not checked: {}.{help}", self.what)
    }
}
