//! What the attributes of an element say about its content.

use super::names::suggested;
use super::tag::Tag;
use super::tree::{NodeId, Tree};

/// A set of hints, one bit each. An element passes its hints on to all it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hints(u32);

impl Hints {
    pub(super) const NONE: Self = Self(0);
    /// Not shown, or no words at all (a script).
    pub(super) const HIDDEN: Self = Self(1);
    /// Inside a link.
    pub(super) const LINK: Self = Self(1 << 1);
    /// Navigation, page header or footer.
    pub(super) const FRAME: Self = Self(1 << 2);
    /// Beside the article: an `aside`, a sidebar, a box.
    pub(super) const ASIDE: Self = Self(1 << 3);
    /// Readers' comments.
    pub(super) const COMMENT: Self = Self(1 << 4);
    /// Related stories, sharing, newsletters, advertisements.
    pub(super) const PROMO: Self = Self(1 << 5);
    /// A caption, a credit, an embedded post.
    pub(super) const CAPTION: Self = Self(1 << 6);
    /// Who wrote it and when, its section, its tags.
    pub(super) const META: Self = Self(1 << 7);
    /// A form or a button.
    pub(super) const FORM: Self = Self(1 << 8);
    /// The body of the article, by name.
    pub(super) const BODY: Self = Self(1 << 9);
    /// A list.
    pub(super) const LIST: Self = Self(1 << 10);
    /// A block quotation.
    pub(super) const QUOTE: Self = Self(1 << 11);
    /// A table.
    pub(super) const TABLE: Self = Self(1 << 12);
    /// A headline, by name.
    pub(super) const HEADLINE: Self = Self(1 << 13);
    /// A standfirst, by name.
    pub(super) const STANDFIRST: Self = Self(1 << 14);
    /// Set in bold or italics.
    pub(super) const STRONG: Self = Self(1 << 15);
    /// Copy that only subscribers are shown, by name: it is the story's, hidden in the page or not, and the words
    /// in it are no offer to subscribe.
    pub(super) const WALLED: Self = Self(1 << 16);

    /// The hints that speak against the article's body, whatever the text looks like.
    pub(super) const AGAINST: Self =
        Self(Self::HIDDEN.0 | Self::FRAME.0 | Self::ASIDE.0 | Self::COMMENT.0 | Self::PROMO.0 | Self::FORM.0);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The single hints in it.
    pub(super) fn each(self) -> impl Iterator<Item = Self> {
        (0..u32::BITS)
            .map(|bit| Self(1 << bit))
            .filter(move |hint| self.has(*hint))
    }

    pub(super) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

/// The attributes whose values name a part of the page.
#[rustfmt::skip]
const NAMING: &[&str] = &[
    "class", "id", "role", "itemprop", "data-testid", "data-test-id", "data-component", "data-type",
    "data-module", "data-block", "data-name", "data-qa", "aria-label", "data-component-name",
];

/// What an element says about its content, by its name and its attributes.
pub(super) fn own(tree: &Tree<'_>, id: NodeId) -> Hints {
    let tag = tree.node(id).tag;
    let mut hints = of_tag(tag);
    if matches!(tag, Tag::Text | Tag::Html | Tag::Body) || hints.has(Hints::HIDDEN) {
        return hints;
    }
    if tag == Tag::A && !leads_elsewhere(tree, id) {
        hints = hints.without(Hints::LINK);
    }
    if tag == Tag::Custom {
        // Such elements are named by the newsroom, like classes: `related-links`, `media-video`.
        hints = hints.and(suggested(tree.name(id)));
    }
    for (name, value) in tree.attributes(id) {
        if value.is_empty() && !name.eq_ignore_ascii_case("hidden") {
            continue;
        }
        if NAMING.iter().any(|n| n.eq_ignore_ascii_case(name)) {
            hints = hints.and(suggested(value));
        } else if name.eq_ignore_ascii_case("style") {
            if hides(value) {
                hints = hints.and(Hints::HIDDEN);
            }
        } else if name.eq_ignore_ascii_case("hidden") && !value.eq_ignore_ascii_case("until-found") {
            hints = hints.and(Hints::HIDDEN);
        }
    }
    if hints.has(Hints::WALLED) {
        hints = hints
            .without(Hints::PROMO)
            .without(Hints::HIDDEN)
            .without(Hints::WALLED);
    }
    hints
}

/// Does an anchor lead to another place? One without a target is a mark, and so is a heading's link to itself.
fn leads_elsewhere(tree: &Tree<'_>, id: NodeId) -> bool {
    let heading = tree.node(tree.node(id).parent).tag.is_heading();
    match tree.attribute(id, "href") {
        Some(target) => !(heading && target.trim_start().starts_with('#')),
        None => tree.attribute(id, "name").or(tree.attribute(id, "id")).is_none(),
    }
}

/// What an element says by its name alone.
pub(super) fn of_tag(tag: Tag) -> Hints {
    match tag {
        _ if tag.is_wordless() => Hints::HIDDEN,
        Tag::A => Hints::LINK,
        Tag::Nav | Tag::Footer | Tag::Menu | Tag::Search => Hints::FRAME,
        Tag::Aside | Tag::Dialog => Hints::ASIDE,
        Tag::Form | Tag::Button | Tag::Label | Tag::Option | Tag::Fieldset => Hints::FORM,
        Tag::Figcaption | Tag::Caption | Tag::Figure => Hints::CAPTION,
        Tag::Address => Hints::META,
        Tag::Ul | Tag::Ol | Tag::Dl => Hints::LIST,
        Tag::Blockquote => Hints::QUOTE,
        Tag::Table => Hints::TABLE,
        Tag::B | Tag::Strong | Tag::I | Tag::Em => Hints::STRONG,
        _ => Hints::NONE,
    }
}

/// Does this inline style keep the element from being shown?
fn hides(style: &str) -> bool {
    let mut compact = [0; 64];
    style.split(';').any(|rule| {
        let mut len = 0;
        for byte in rule.bytes().filter(|b| !b.is_ascii_whitespace()).take(compact.len()) {
            compact[len] = byte.to_ascii_lowercase();
            len += 1;
        }
        compact[..len].starts_with(b"display:none") || compact[..len].starts_with(b"visibility:hidden")
    })
}
