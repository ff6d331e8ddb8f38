//! Which copy lies where.

/// A pattern of paths: `*` stands for anything within a folder, `**` for any folders.
#[derive(Clone, Debug)]
pub(super) struct PathPattern {
    /// As it was written.
    pub(super) written: String,
    parts: Vec<String>,
}

impl PathPattern {
    pub(super) fn new(written: &str) -> Self {
        Self {
            written: written.to_owned(),
            parts: written.trim_matches('/').split('/').map(str::to_owned).collect(),
        }
    }

    pub(super) fn fits(&self, path: &str) -> bool {
        let path: Vec<&str> = path
            .split('/')
            .filter(|part| !part.is_empty() && *part != ".")
            .collect();
        folders(&self.parts, &path)
    }
}

fn folders(pattern: &[String], path: &[&str]) -> bool {
    match pattern.split_first() {
        // A pattern that ends at a folder means all that lies in it.
        None => true,
        Some((any, rest)) if any == "**" => (0..=path.len()).any(|skip| folders(rest, &path[skip..])),
        Some((first, rest)) => path
            .split_first()
            .is_some_and(|(name, below)| within(first, name) && folders(rest, below)),
    }
}

fn within(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((head, rest)) => name.strip_prefix(head).is_some_and(|tail| {
            let mut starts = tail.char_indices().map(|(at, _)| at).chain([tail.len()]);
            starts.any(|at| within(rest, &tail[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::PathPattern;

    #[test]
    fn patterns_fit_what_they_say() {
        let fits = |pattern: &str, path: &str| PathPattern::new(pattern).fits(path);
        assert!(fits("sport", "sport/cup/final.txt"));
        assert!(fits("sport/**", "sport/cup/final.txt"));
        assert!(fits("**/opinion-*.md", "2026/11/opinion-budget.md"));
        assert!(fits("*.txt", "a.txt"));
        assert!(!fits("sport", "transport/bus.txt"));
        assert!(!fits("*.md", "a.txt"));
    }
}
