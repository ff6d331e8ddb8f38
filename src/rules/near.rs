//! Did you mean …?

/// How alike two names must be, 0–1 (Jaro-Winkler), before one is offered for the other. At 0.8
/// `mesage` finds `message` and `terns` finds `terms`; `colour` and `color` still do not find `check`.
const ALIKE: f64 = 0.8;

/// The name most like a misspelt one, if any is like it.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let alike = |name: &str| {
        let name = name.to_lowercase();
        // Singular for plural is a frequent slip, and an abbreviation another.
        strsim::jaro_winkler(&wrong, &name).max(if wrong.len() > 2 && name.contains(&wrong) {
            0.9
        } else {
            0.0
        })
    };
    names
        .into_iter()
        .map(|name| (alike(name), name))
        .filter(|(score, _)| *score >= ALIKE)
        // The first of equals, so that the order of the names decides and not the sort.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_find_their_name_and_strangers_do_not() {
        let names = ["summary", "message", "why", "advice", "severity", "check"];
        assert_eq!(nearest("mesage", names), Some("message"));
        assert_eq!(nearest("Severity", names), Some("severity"));
        assert_eq!(nearest("colour", names), None);
    }
}
