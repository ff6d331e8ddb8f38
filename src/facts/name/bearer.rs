//! Which mentions mean the same bearer.

use super::{NameKind, NameMention};
use crate::facts::{Class, Lexicon};
use crate::text::{Document, Token};
use rustc_hash::FxHashMap;

/// Bearers of one last word that are kept in mind: a family in one story is rarely larger, and the
/// look-up stays constant however often a name is repeated.
const MOST_NAMESAKES: usize = 8;

/// More words before a surname are no first names: "Trump International Golf Club Puerto Rico".
const MOST_FIRST_NAMES: usize = 2;

/// A bearer as far as it is known.
#[derive(Debug)]
struct Bearer<'a> {
    number: usize,
    first: Option<&'a str>,
    /// The name as it first stood in full.
    full: Option<Full<'a>>,
    kind: NameKind,
    sex: Option<Sex>,
    /// Was the bare surname used for it before?
    bare: bool,
}

/// A name of two words or more that is no body's and no place's.
#[derive(Clone, Copy, Debug)]
struct Full<'a> {
    words: &'a str,
    /// Is its first word a common first name?
    given: bool,
    /// Could its first word be no part of it, as in "Neither Ida Moll"?
    doubtful: bool,
}

impl<'a> Full<'a> {
    fn of(document: &'a Document, lexicon: &Lexicon, mention: &NameMention) -> Option<Self> {
        let person = !matches!(mention.kind, NameKind::Body | NameKind::Place);
        let given = lexicon.is(&document.tokens[mention.tokens.start], Class::GivenName);
        (mention.len() > 1 && person).then(|| Self {
            words: document.words(mention.span),
            given,
            doubtful: mention.opens && !given,
        })
    }

    /// Is one the surname of the other: "Abdel Holm" of "Rami Abdel Holm"? What begins with a first name is whole.
    fn is_one_with(self, other: Self) -> bool {
        let ends = |long: Self, short: Self| {
            let rest = long.words.strip_suffix(short.words);
            !long.doubtful
                && !short.given
                && rest
                    .is_some_and(|first| first.ends_with(' ') && first.split_whitespace().count() <= MOST_FIRST_NAMES)
        };
        ends(self, other) || ends(other, self)
    }
}

/// He or she.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Man,
    Woman,
}

/// Gives each mention the number of its bearer, and each bearer one kind.
pub(super) fn link(document: &Document, lexicon: &Lexicon, mentions: &mut [NameMention]) {
    let mut by_last: FxHashMap<&str, Vec<Bearer<'_>>> = FxHashMap::default();
    let mut kinds: Vec<NameKind> = Vec::new();
    for mention in mentions.iter_mut() {
        let last = document.words(mention.last(document));
        let first = (mention.len() > 1).then(|| document.words(mention.first(document)));
        let sex = sex(document, lexicon, mention);
        let namesakes = by_last.entry(last).or_default();
        let full = Full::of(document, lexicon, mention);
        // "Lyon said", behind "Garry Lyon": the bare surname is his, unless it tells where.
        let surname = first.is_none() && mention.kind == NameKind::Place && !is_where(document, lexicon, mention);
        let can_be = |b: &Bearer<'_>| {
            (same_first(b.first, first) || b.full.zip(full).is_some_and(|(a, b)| a.is_one_with(b)))
                && (kinds_agree(b.kind, mention.kind) || surname && b.kind == NameKind::Person && b.full.is_some())
                && (b.sex.is_none() || sex.is_none() || b.sex == sex)
        };
        // Where two bear a name, the bare surname stays with the one it was used for: the other is given in full.
        let stays = first
            .is_none()
            .then(|| namesakes.iter().rposition(|b| b.bare && can_be(b)));
        let known = stays.flatten().or_else(|| namesakes.iter().rposition(can_be));
        let mut bearer = if let Some(at) = known {
            namesakes.remove(at)
        } else {
            kinds.push(NameKind::Unknown);
            Bearer {
                number: kinds.len() - 1,
                first: None,
                full: None,
                kind: NameKind::Unknown,
                sex: None,
                bare: false,
            }
        };
        bearer.sex = bearer.sex.or(sex);
        bearer.bare |= first.is_none();
        bearer.first = bearer.first.or(first);
        bearer.full = bearer.full.or(full);
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

/// Does a preposition before it tell where: "in Lyon", "near Houston"?
fn is_where(document: &Document, lexicon: &Lexicon, mention: &NameMention) -> bool {
    let before = mention.tokens.start.checked_sub(1).map(|at| &document.tokens[at]);
    let behind = document.tokens.get(mention.tokens.end);
    before.is_some_and(|t| lexicon.is(t, Class::Preposition)) || behind.is_some_and(Token::is_capitalised)
}

fn initial_of(short: &str, long: &str) -> bool {
    let mut letters = short.chars();
    let first = letters.next();
    letters.next().is_none() && first == long.chars().next()
}

fn kinds_agree(a: NameKind, b: NameKind) -> bool {
    a == b || a == NameKind::Unknown || b == NameKind::Unknown
}

/// Whether a mention tells that its bearer is a he or a she: by "Mr" and "Mrs", or by the first name.
pub(crate) fn sex(document: &Document, lexicon: &Lexicon, name: &NameMention) -> Option<Sex> {
    if let Some(title) = name.title {
        for word in document.words(title).to_lowercase().split(|c: char| !c.is_alphabetic()) {
            match word {
                "mr" | "sir" | "lord" | "king" | "prince" | "duke" | "father" | "pope" | "brother" => {
                    return Some(Sex::Man);
                }
                "mrs" | "ms" | "miss" | "dame" | "lady" | "queen" | "princess" | "duchess" | "sister" => {
                    return Some(Sex::Woman);
                }
                _ if word.len() > 6 && word.ends_with("woman") => return Some(Sex::Woman),
                _ => {}
            }
        }
    }
    let first = &document.tokens[name.tokens.start];
    if name.len() < 2 || !lexicon.is(first, Class::GivenName) || lexicon.is(first, Class::EitherName) {
        None
    } else if lexicon.is(first, Class::WomanName) {
        Some(Sex::Woman)
    } else {
        Some(Sex::Man)
    }
}
