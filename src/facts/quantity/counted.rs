//! What a figure counts.

use super::scan::Scan;
use crate::facts::Class;
use crate::text::{Span, TokenKind};

/// What a figure counts: "six residential buildings".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// From the word after the figure to the head noun.
    pub span: Span,
    /// The head noun's token.
    pub token: usize,
    /// The head noun without its plural ending.
    pub head: Stem,
    /// Is the head a word for people?
    pub person: bool,
    /// Do the words say that these come on top: "six more", "two others"?
    pub further: bool,
}

/// A noun without its plural ending, as a number that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stem(u64);

impl Stem {
    /// The stem of a word; case does not matter.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let lower = super::scan::Lower::new(word);
        let word = match lower.as_str() {
            "" => word,
            "people" | "persons" => "person",
            "men" => "man",
            "women" => "woman",
            "children" => "child",
            other => other,
        };
        let (body, ending) = if let Some(body) = word.strip_suffix("ies").filter(|b| b.len() > 2) {
            (body, "y")
        } else if let Some(body) = ["ches", "shes", "sses", "xes"].iter().find_map(|e| {
            word.strip_suffix(&e[1..])
                .filter(|_| word.ends_with(e))
                .map(|_| &word[..word.len() - 2])
        }) {
            (body, "")
        } else if let Some(body) = word.strip_suffix('s').filter(|b| !b.ends_with(['s', 'u', 'i'])) {
            (body, "")
        } else if let Some(body) = word.strip_suffix("men") {
            (body, "man")
        } else {
            (word, "")
        };
        // FNV-1a: the same on every machine.
        let hash = body
            .bytes()
            .chain(ending.bytes())
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        Self(hash)
    }
}

/// The furthest a head noun stands from its figure, in words: "six newly built residential tower blocks".
const FURTHEST: usize = 5;

/// Does the word look like a plural?
pub(super) fn is_plural(word: &str) -> bool {
    let lower = super::scan::Lower::new(word);
    let word = lower.as_str();
    matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "police"
            | "personnel"
            | "staff"
            | "crew"
            | "feet"
            | "policemen"
            | "policewomen"
            | "servicemen"
            | "servicewomen"
            | "gunmen"
            | "firemen"
            | "fishermen"
            | "crewmen"
            | "businessmen"
            | "dead"
            | "cattle"
            | "sheep"
            | "aircraft"
    ) || (word.len() >= 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is"))
}

/// What the figure that ends before `at` counts.
pub(super) fn after(scan: &Scan<'_>, at: usize, value: f64) -> Option<Counted> {
    // "five-star ratings": the figure belongs to the adjective.
    if scan.is_joint(at) {
        return None;
    }
    // "dozens of people"
    let of = scan.lower(at).as_str() == "of" && !scan.has(at + 1, Class::FigureStop);
    let first = at + usize::from(of);
    let mut further = false;
    let mut words = 0;
    let mut i = first;
    let mut head = None;
    while words < FURTHEST {
        let Some(token) = scan.token(i) else { break };
        match token.kind {
            TokenKind::Word => {
                if scan.has(i, Class::FigureStop) {
                    break;
                }
                let text = scan.text(i);
                let lower = scan.lower(i);
                if matches!(
                    lower.as_str(),
                    "more" | "other" | "others" | "additional" | "further" | "new" | "extra"
                ) {
                    further |= lower.as_str() != "new";
                }
                words += 1;
                if is_plural(text) && lower.as_str() != "others" {
                    head = Some(i);
                    if !scan.token(i + 1).is_some_and(|t| {
                        t.is_word() && is_plural(scan.text(i + 1)) && !scan.has(i + 1, Class::FigureStop)
                    }) {
                        break;
                    }
                } else if value < 1.5 && scan.has(i, Class::PersonNoun) {
                    head = Some(i);
                    break;
                }
            }
            TokenKind::Mark('-') if scan.is_joint(i) => {}
            TokenKind::Possessive if words > 0 => {}
            _ => break,
        }
        i += 1;
    }
    let token = head?;
    Some(Counted {
        span: scan.document.span_of(first..token + 1),
        token,
        head: Stem::of(scan.text(token)),
        person: scan.has(token, Class::PersonNoun),
        further,
    })
}
