//! What a news item says about itself, where its standard puts it.

use super::feed;
use super::item::Item;
use super::pour::Pour;
use crate::text::read::Reading;
use crate::text::read::xml::{NodeId, Tree};
use crate::text::{BlockKind, one_line};
use jiff::civil::Date;

/// Appends headline, standfirst, byline and dateline, and notes the day and the genre.
pub(super) fn read(tree: &Tree<'_>, item: &Item, reading: &mut Reading) {
    let place = Place { tree, item: item.whole };
    let given = |kind| reading.blocks.iter().any(|b| b.kind == kind);
    let (has_headline, has_standfirst) = (given(BlockKind::Headline), given(BlockKind::Standfirst));
    let headline = place.headline();
    let standfirst = place.standfirst(item.copy);
    let byline = place.first(&[
        &["body.head", "byline"],
        &["contentMeta", "by"],
        &["NewsLines", "ByLine"],
    ]);
    let of_feed = feed::is_item(tree, item.whole).then_some(item.whole);
    let byline = byline.or_else(|| feed::byline(tree, of_feed?));
    let dateline = place.first(&[
        &["body.head", "dateline"],
        &["contentMeta", "dateline"],
        &["NewsLines", "DateLine"],
    ]);
    for (part, kind) in [
        (headline.filter(|_| !has_headline), BlockKind::Headline),
        (standfirst.filter(|_| !has_standfirst), BlockKind::Standfirst),
        (byline, BlockKind::Byline),
        (dateline, BlockKind::Dateline),
    ] {
        if let Some(id) = part {
            Pour::new(tree, reading).whole(id, kind);
        }
    }
    let meta = &mut reading.meta;
    let creator = || place.first(&[&["contentMeta", "creator", "name"]]);
    meta.byline = byline.or_else(creator).map(|id| tree.words(id));
    meta.published = place.published();
    meta.updated = place.updated();
    meta.genre = place.genre();
    meta.correction = place.correction();
}

/// An item whose parts are looked for.
struct Place<'a> {
    tree: &'a Tree<'a>,
    item: NodeId,
}

impl Place<'_> {
    /// The first element at the end of one of these paths, which may begin anywhere in the item.
    fn first(&self, paths: &[&[&str]]) -> Option<NodeId> {
        paths.iter().find_map(|path| {
            let (first, rest) = path.split_first()?;
            let mut starts = self.tree.inside(self.item, first);
            let found = starts.find_map(|start| self.tree.path(start, rest));
            found.filter(|id| !self.tree.words(*id).is_empty())
        })
    }

    fn headline(&self) -> Option<NodeId> {
        if feed::is_item(self.tree, self.item) {
            return feed::part(self.tree, self.item, &["title"]);
        }
        let copy = self.first(&[&["body.head", "hedline", "hl1"], &["body.head", "hedline"]]);
        copy.or_else(|| self.in_role("headline", |role| role.is_none_or(|r| r.contains("main"))))
            .or_else(|| {
                self.first(&[
                    &["contentMeta", "headline"],
                    &["NewsLines", "HeadLine"],
                    &["head", "title"],
                ])
            })
    }

    /// The deck under the headline, or the abstract. An abstract is often the first paragraph once more:
    /// then it is not part of the copy, and would only repeat it.
    fn standfirst(&self, copy: NodeId) -> Option<NodeId> {
        const ROLES: &[&str] = &["summary", "abstract", "standfirst", "deck"];
        let deck = self.first(&[&["body.head", "hedline", "hl2"], &["body.head", "abstract"]]);
        let told = |role: Option<&str>| role.is_some_and(|r| ROLES.iter().any(|known| r.contains(known)));
        deck.or_else(|| self.in_role("headline", |role| role.is_some_and(|r| r.contains("sub"))))
            .or_else(|| self.in_role("description", told))
            .or_else(|| self.first(&[&["NewsLines", "SubHeadLine"]]))
            .or_else(|| {
                feed::summary(
                    self.tree,
                    Some(self.item).filter(|id| feed::is_item(self.tree, *id))?,
                    copy,
                )
            })
            .filter(|id| {
                let own = self.tree.words(*id);
                !self.body(copy).contains(own.trim_end_matches(['.', '…', ' ']))
            })
    }

    /// The words of the copy, without those of its head.
    fn body(&self, copy: NodeId) -> String {
        let mut body = String::new();
        let mut id = copy;
        while id < self.tree.node(copy).end {
            let node = self.tree.node(id);
            if node.name == "body.head" {
                id = node.end;
                continue;
            }
            if node.is_text() {
                body.push_str(&self.tree.decoded(node));
            } else {
                body.push(' ');
            }
            id += 1;
        }
        one_line(&body)
    }

    /// An element of the content's metadata whose role (its last part, in small letters) fits.
    fn in_role(&self, name: &str, fits: impl Fn(Option<&str>) -> bool) -> Option<NodeId> {
        let mut metas = self.tree.inside(self.item, "contentMeta");
        metas.find_map(|meta| {
            self.tree.named(meta, name).find(|id| {
                let role = self
                    .tree
                    .attribute(*id, "role")
                    .map(|role| suffix(&role).to_lowercase());
                fits(role.as_deref()) && !self.tree.words(*id).is_empty()
            })
        })
    }

    /// The day of publication: when the content was created, else when its first version was, else this one.
    fn published(&self) -> Option<Date> {
        let told = |path: &[&str]| self.first(&[path]).and_then(|id| day(&self.tree.words(id)));
        let noted = |name: &str, key: &str| {
            let mut all = self.tree.inside(self.item, name);
            all.find_map(|id| day(&self.tree.attribute(id, key)?))
        };
        told(&["contentMeta", "contentCreated"])
            .or_else(|| told(&["itemMeta", "firstCreated"]))
            .or_else(|| told(&["itemMeta", "versionCreated"]))
            .or_else(|| noted("date.issue", "norm"))
            .or_else(|| noted("date.release", "norm"))
            .or_else(|| noted("pubdata", "date.publication"))
            .or_else(|| noted("story.date", "norm"))
            .or_else(|| told(&["published"]))
            .or_else(|| {
                self.first(&[&["pubDate"]])
                    .and_then(|id| feed::day(&self.tree.words(id)))
            })
            .or_else(|| told(&["date"]))
            .or_else(|| told(&["NewsManagement", "FirstCreated"]))
            .or_else(|| told(&["NewsManagement", "ThisRevisionCreated"]))
    }

    /// The day of this version.
    fn updated(&self) -> Option<Date> {
        let version = self.first(&[
            &["itemMeta", "versionCreated"],
            &["NewsManagement", "ThisRevisionCreated"],
            &["updated"],
        ]);
        version.and_then(|id| day(&self.tree.words(id)))
    }

    fn genre(&self) -> Option<String> {
        let mut genres = self
            .tree
            .inside(self.item, "contentMeta")
            .flat_map(|meta| self.tree.named(meta, "genre"));
        let named = |id: NodeId| {
            let name = self.tree.named(id, "name").next().map(|name| self.tree.words(name));
            name.filter(|n| !n.is_empty())
                .or_else(|| Some(suffix(&self.tree.attribute(id, "qcode")?).to_owned()))
        };
        let noted = |name: &str, key: &str| {
            let mut all = self.tree.inside(self.item, name);
            all.find_map(|id| self.tree.attribute(id, key).map(std::borrow::Cow::into_owned))
        };
        genres
            .find_map(named)
            .or_else(|| noted("tobject.property", "tobject.property.type"))
            .or_else(|| noted("Genre", "FormalName"))
            .or_else(|| {
                let category = feed::part(self.tree, self.item, &["category"]);
                category
                    .map(|id| self.tree.words(id))
                    .or_else(|| noted("category", "term"))
            })
    }

    fn correction(&self) -> Option<String> {
        let notes = ["edNote", "ed-msg", "correction"]
            .iter()
            .flat_map(|name| self.tree.inside(self.item, name));
        let mut told = notes.map(|id| {
            let info = self.tree.attribute(id, "info").map(std::borrow::Cow::into_owned);
            (self.tree.node(id).name, info.unwrap_or_else(|| self.tree.words(id)))
        });
        let found = told.find(|(name, note)| {
            let small = note.to_lowercase();
            *name == "correction" || small.contains("correct") || small.contains("clarif")
        });
        found.map(|(_, note)| note).filter(|note| !note.is_empty())
    }
}

/// The code without the name of its list: "genre:Opinion" is "Opinion".
fn suffix(code: &str) -> &str {
    code.rsplit([':', '/']).next().unwrap_or(code)
}

/// The day at the beginning of a time, written 2026-11-22… or 20261122….
fn day(written: &str) -> Option<Date> {
    let written = written.trim();
    written.get(..10).and_then(|day| day.parse().ok()).or_else(|| {
        let digits = written.get(..8).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
        Date::new(
            digits[..4].parse().ok()?,
            digits[4..6].parse().ok()?,
            digits[6..].parse().ok()?,
        )
        .ok()
    })
}
