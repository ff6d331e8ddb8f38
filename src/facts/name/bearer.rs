//! Which mentions mean the same bearer.

use super::{NameKind, NameMention};
use crate::facts::Lexicon;
use crate::text::Document;
use rustc_hash::FxHashMap;

/// Bearers of one last word that are kept in mind: a family in one story is rarely larger, and the
/// look-up stays constant however often a name is repeated.
const MOST_NAMESAKES: usize = 8;

/// A bearer as far as it is known.
#[derive(Debug)]
struct Bearer<'a> {
    number: usize,
    first: Option<&'a str>,
    kind: NameKind,
}

/// Gives each mention the number of its bearer, and each bearer one kind.
pub(super) fn link(document: &Document, _lexicon: &Lexicon, mentions: &mut [NameMention]) {
    let mut by_last: FxHashMap<&str, Vec<Bearer<'_>>> = FxHashMap::default();
    let mut kinds: Vec<NameKind> = Vec::new();
    for mention in mentions.iter_mut() {
        let last = document.words(mention.last(document));
        let first = (mention.len() > 1).then(|| document.words(mention.first(document)));
        let namesakes = by_last.entry(last).or_default();
        let known = namesakes
            .iter()
            .rposition(|b| same_first(b.first, first) && kinds_agree(b.kind, mention.kind));
        let mut bearer = if let Some(at) = known {
            namesakes.remove(at)
        } else {
            kinds.push(NameKind::Unknown);
            Bearer {
                number: kinds.len() - 1,
                first: None,
                kind: NameKind::Unknown,
            }
        };
        bearer.first = bearer.first.or(first);
        if bearer.kind == NameKind::Unknown {
            bearer.kind = mention.kind;
            kinds[bearer.number] = mention.kind;
        }
        mention.bearer = bearer.number;
        // The one named last stands last, so that a bare surname finds it first.
        namesakes.push(bearer);
        if namesakes.len() > MOST_NAMESAKES {
            namesakes.remove(0);
        }
    }
    for mention in mentions {
        mention.kind = kinds[mention.bearer];
    }
}

/// Can the two first names be one person's? A bare surname goes with any; an initial with its name.
fn same_first(known: Option<&str>, new: Option<&str>) -> bool {
    match (known, new) {
        (None, _) | (_, None) => true,
        (Some(a), Some(b)) => a == b || initial_of(a, b) || initial_of(b, a),
    }
}

fn initial_of(short: &str, long: &str) -> bool {
    let mut letters = short.chars();
    let first = letters.next();
    letters.next().is_none() && first == long.chars().next()
}

fn kinds_agree(a: NameKind, b: NameKind) -> bool {
    a == b || a == NameKind::Unknown || b == NameKind::Unknown
}
