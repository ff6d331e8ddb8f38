//! Where a Vale rule looks, in our words.

/// Where a rule looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The rule's `scope`; none is anywhere in the copy.
    pub(super) scope: Option<&'static str>,
    /// The stretch it is matched in, if the rule names one.
    pub(super) within: Option<&'static str>,
    /// Is it meant for the markup of the page?
    pub(super) raw: bool,
}

/// What a rule's `scope` means here: of several the first that can be had.
///
/// Vale's names are read from the left, "heading.h2" as "heading"; what is said after "&" narrows and is
/// left aside.
pub(super) fn place(scopes: &[&str]) -> Result<Place, String> {
    let mut refused = None;
    let mut best: Option<Place> = None;
    for scope in scopes {
        let name = scope.split('&').next().unwrap_or_default().trim();
        let name = name.strip_prefix("text.").unwrap_or(name);
        let first = name.split('.').next().unwrap_or_default();
        let place = |scope, within, raw| Place { scope, within, raw };
        let found = match first {
            "heading" | "title" => place(Some("headings"), None, false),
            "~heading" => place(Some("body"), None, false),
            "sentence" => place(None, Some("sentence"), false),
            "paragraph" => place(None, Some("paragraph"), false),
            "summary" => place(None, Some("article"), false),
            "raw" => place(None, Some("article"), true),
            "text" | "" => Place::default(),
            other if other.starts_with('~') => Place::default(),
            other => {
                refused = Some(other.to_owned());
                continue;
            }
        };
        // A rule for headings and for text is for both.
        best = Some(match best {
            Some(before) if before != found => Place::default(),
            _ => found,
        });
    }
    match (best, refused) {
        (Some(place), _) => Ok(place),
        (None, None) => Ok(Place::default()),
        (None, Some(scope)) => Err(format!(
            "it looks at “{scope}” of a page's markup, and presscheck reads the copy"
        )),
    }
}
