//! What a rule may be called.

use crate::rules::Fault;

/// A rule's id is its path: two names in kebab-case.
pub(super) fn fault(path: &str, file: &str) -> Option<Fault> {
    let names: Vec<&str> = path.split('/').collect();
    if names.len() > 2 {
        return Some(
            Fault::new(file, None, format!("`{path}` lies too deep")).with_help(Some(
                "a rule stands in its pack's folder, and a pack has no folders below it".to_owned(),
            )),
        );
    }
    let odd = names.iter().find(|name| !is_kebab(name))?;
    let better: String = odd
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join("-");
    Some(
        Fault::new(file, None, format!("`{odd}` cannot be part of a rule's id"))
            .with_help(Some(format!("small letters, digits and hyphens: call it `{better}`"))),
    )
}

fn is_kebab(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .split('-')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}
