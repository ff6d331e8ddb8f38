//! Where links lead. A line that is all link leads to another story of the same site more often than not;
//! where it leads out of the site, the writer set it: the bar that a guide tells of, the report behind a story.

use super::flow::Run;
use super::roles::Page;
use super::tag::Tag;

/// Does the link that a run begins with lead out of the site? Not known where the page gives no address.
pub(super) fn lead_outside(page: &Page<'_>, run: &Run) -> bool {
    let Some(own) = page.data.address.as_deref().and_then(site) else {
        return false;
    };
    let mut id = run.first;
    while id > run.owner {
        let node = page.tree.node(id);
        if node.tag == Tag::A {
            let target = page.tree.attribute(id, "href").unwrap_or_default();
            return site(target).is_some_and(|other| !other.eq_ignore_ascii_case(own));
        }
        id = node.parent;
    }
    false
}

/// The name of the site in an address: the longest part of its host but for the last. `None` where it has no host.
fn site(address: &str) -> Option<&str> {
    let rest = address.trim().split_once("//")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    // The last part is the country's or the like.
    let parts = host.rsplit_once('.').map_or(host, |(parts, _)| parts);
    parts.split('.').max_by_key(|part| part.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_part_names_the_site() {
        assert_eq!(site("https://www.harbour-herald.co.uk/a?b"), Some("harbour-herald"));
        assert_eq!(site("//m.harbour-herald.com"), Some("harbour-herald"));
        assert_eq!(site("https://quay.example/"), Some("quay"));
        assert_eq!(site("/sport/1"), None);
    }
}
