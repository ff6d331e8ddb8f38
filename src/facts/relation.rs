//! How two figures stand to each other: part and whole, one unit and another, from and to.
//!
//! Only figures that stand next to each other are read, so that the work grows with their number.

use super::quantity::Quantity;
use super::{Class, Lexicon};
use crate::text::{Document, TokenKind};

/// Two figures and how they stand to each other; the numbers are those of the quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// How they stand to each other.
    pub kind: RelationKind,
    /// The first: the part, the figure before the bracket.
    pub one: usize,
    /// The second: the whole, the figure in the bracket.
    pub other: usize,
}

/// How two figures stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationKind {
    /// "52 of the 103 drones", "Of the 103 drones, 52 …": part, whole.
    PartOf,
    /// "six civilians, including three children": part (three), whole (six).
    Including,
    /// "40 kilometers (25 miles)", "40 kilometers, or 25 miles": first, second.
    Restated,
}

/// All relations of neighbouring figures, in text order.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon, quantities: &[Quantity]) -> Vec<Relation> {
    let mut out = Vec::new();
    for (one, pair) in quantities.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        if first.sentence != second.sentence {
            continue;
        }
        let reader = Reader { document, lexicon };
        let from = reader.token_at_end(first);
        let to = document.tokens_in(second.span).start;
        if reader.is_of(from, to) {
            out.push(Relation {
                kind: RelationKind::PartOf,
                one,
                other: one + 1,
            });
        } else if reader.opens_with_of(first) && reader.is_mark(to.wrapping_sub(1), ',')
            || reader.is_of_them(first, from, second)
        {
            out.push(Relation {
                kind: RelationKind::PartOf,
                one: one + 1,
                other: one,
            });
        } else if reader.is_restated(from, to) {
            let restated = |one: usize, other: usize| Relation {
                kind: RelationKind::Restated,
                one,
                other,
            };
            // "45 mph to 55 mph (72 kph to 88 kph)": the lower is the lower, and the upper the upper.
            let before = one.checked_sub(1).filter(|b| reader.are_ends(&quantities[*b], first));
            let behind = quantities.get(one + 2).filter(|q| reader.are_ends(second, q));
            if let Some(before) = before.filter(|_| behind.is_some()) {
                out.extend([restated(before, one + 1), restated(one, one + 2)]);
            } else {
                out.push(restated(one, one + 1));
            }
        } else if reader.is_including(first, from, to) {
            out.push(Relation {
                kind: RelationKind::Including,
                one: one + 1,
                other: one,
            });
        }
    }
    out
}

struct Reader<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    /// The first token after a figure with all that belongs to it.
    fn token_at_end(&self, quantity: &Quantity) -> usize {
        self.document.tokens_in(quantity.span).end
    }

    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.document.tokens.get(at).is_some_and(|t| {
            let text = t.span.of(&self.document.text);
            t.is_word() && words.iter().any(|w| w.eq_ignore_ascii_case(text))
        })
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.document.tokens.get(at).is_some_and(|t| t.is(mark))
    }

    /// "of", "of the", "out of", "of his", "of the company's" between two figures and nothing else.
    fn is_of(&self, from: usize, to: usize) -> bool {
        let from = from + usize::from(self.is_word(from, &["out"]));
        if !self.is_word(from, &["of"]) || to < from + 1 || to > from + 5 {
            return false;
        }
        let owned = self.document.tokens[to - 1].kind == TokenKind::Possessive;
        if owned && self.is_word(from + 1, &["the"]) && (from + 1..to - 1).all(|i| self.document.tokens[i].is_word()) {
            return true;
        }
        if to > from + 4 {
            return false;
        }
        (from + 1..to).all(|i| {
            let token = &self.document.tokens[i];
            self.is_word(
                i,
                &[
                    "the", "his", "her", "its", "their", "our", "my", "your", "these", "those", "all", "a", "total",
                ],
            ) || (token.kind == TokenKind::Possessive || token.is_capitalised())
        })
    }

    /// "Of the 42 trawlers that were inspected" at the start of a sentence or clause.
    fn opens_with_of(&self, quantity: &Quantity) -> bool {
        let at = self.document.tokens_in(quantity.span).start;
        let determined = self.is_word(
            at.wrapping_sub(1),
            &["the", "those", "these", "its", "their", "his", "her"],
        );
        let of = at.wrapping_sub(1 + usize::from(determined));
        let sentence = &self.document.sentences[quantity.sentence];
        let opens = of == sentence.tokens.start || (of > sentence.tokens.start && self.is_mark(of - 1, '“'));
        opens && self.is_word(of, &["of"])
    }

    /// "16,400 people, of whom 4,100", "30 lorries, 24 of them electric": the whole's noun stands right before the mark.
    /// People take "whom" and things take "which": "20 drivers in two towns, of whom 15 are new".
    fn is_of_them(&self, whole: &Quantity, from: usize, part: &Quantity) -> bool {
        let Some(counted) = whole.counted else { return false };
        let pause = counted.token + 1;
        let to = self.document.tokens_in(part.span).start;
        let marked = self.is_mark(pause, ',') || self.is_mark(pause, '(') || self.is_mark(pause, '–');
        let end = self.token_at_end(part);
        let whose = [if counted.person { "whom" } else { "which" }, "them"];
        let led = to == pause + 3 && self.is_word(pause + 1, &["of"]) && self.is_word(pause + 2, &whose);
        let followed = to == pause + 1 && self.is_word(end, &["of"]) && self.is_word(end + 1, &whose);
        from <= pause && marked && (led || followed)
    }

    /// "(" or ", or" between two figures.
    fn is_restated(&self, from: usize, to: usize) -> bool {
        match to.checked_sub(from) {
            Some(1) => self.is_mark(from, '('),
            Some(2) => {
                (self.is_mark(from, ',') && self.is_word(from + 1, &["or"]))
                    || (self.is_mark(from, '(') && self.is_word(from + 1, &["or"]))
            }
            _ => false,
        }
    }

    /// Are two figures, each with its unit, the ends of a range: "45 mph to 55 mph", "between 45C and 55C"?
    fn are_ends(&self, lower: &Quantity, upper: &Quantity) -> bool {
        let (from, to) = (self.token_at_end(lower), self.document.tokens_in(upper.span).start);
        lower.unit == upper.unit
            && lower.sentence == upper.sentence
            && to == from + 1
            && (self.is_word(from, &["to", "and", "or"]) || self.is_mark(from, '-') || self.is_mark(from, '–'))
    }

    /// "N people, including K children", "N people, K of them children": the whole's noun right before.
    fn is_including(&self, whole: &Quantity, from: usize, to: usize) -> bool {
        let Some(counted) = whole.counted else { return false };
        let after = counted.token + 1;
        if to <= after || from > after {
            return false;
        }
        let including = to - 1;
        if !self.is_word(including, &["including"]) {
            return false;
        }
        let between = after..including - usize::from(self.is_mark(including - 1, ','));
        // A verb may stand between ("were killed"), another noun phrase or clause may not.
        between.len() <= 8
            && between.clone().all(|i| {
                let token = &self.document.tokens[i];
                token.is_word() && !self.is_word(i, &["and", "or", "while", "as", "but", "after", "when"])
            })
            && between.clone().filter(|i| self.document.tokens[*i].is_word()).count() <= 8
            && !between
                .clone()
                .any(|i| self.lexicon.is(&self.document.tokens[i], Class::NumberWord))
    }
}
