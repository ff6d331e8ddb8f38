//! `direction`: a rise that its two figures make a fall, or a fall that they make a rise.

use super::Kind;
use super::change::ends::{Ends, ends};
use crate::facts::Class;
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{Span, TokenKind};
use serde::Deserialize;

/// `[check.direction]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Verbs of a rise, which stand right before "from", "to" or "by".
    rises: PhrasesAsWritten,
    /// Verbs of a fall.
    falls: PhrasesAsWritten,
    /// Verbs that move something else up, which stands between them and "from" or "to": "raise the age from".
    raises: PhrasesAsWritten,
    /// Verbs that move it down.
    lowers: PhrasesAsWritten,
    /// Words in the sentence by which more is less: places in a table, a currency against another.
    unless: PhrasesAsWritten,
    /// Phrases for the time before: "a year earlier".
    then: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a rise or a fall that from and to turn round";
    const VALUES: &'static [&'static str] = &["from", "to", "way"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(DirectionCheck {
            rises: compiler.phrases(&self.rises),
            falls: compiler.phrases(&self.falls),
            raises: compiler.phrases(&self.raises),
            lowers: compiler.phrases(&self.lowers),
            unless: compiler.phrases(&self.unless),
            then: compiler.phrases(&self.then),
        })
    }
}

#[derive(Debug)]
struct DirectionCheck {
    rises: Option<Tag>,
    falls: Option<Tag>,
    raises: Option<Tag>,
    lowers: Option<Tag>,
    unless: Option<Tag>,
    then: Option<Tag>,
}

impl Check for DirectionCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        // A year may stand between: "from 3,800 in 2024 to 4,100".
        let amounts: Vec<&Quantity> = figures::once(page).into_iter().filter(|q| q.is_amount()).collect();
        for pair in amounts.windows(2) {
            let [before, second] = *pair else { continue };
            let attached = |q: &Quantity| {
                page.document
                    .tokens
                    .get(q.tokens.end)
                    .is_some_and(|t| t.is_word() && !t.spaced)
            };
            // "From 5GiB to 50MiB": the units are not known.
            let known = !attached(before) && !attached(second);
            let Some(ends) = (known && told(before, second))
                .then(|| ends(page, before, second, self.then))
                .flatten()
            else {
                continue;
            };
            let verb = self.verb(page, before, second);
            let wrong =
                verb.is_some_and(|(up, _)| up && ends.to.high < ends.from.low || !up && ends.to.low > ends.from.high);
            let Some((up, span)) = verb.filter(|_| wrong && !self.is_spared(page, ends)) else {
                continue;
            };
            let both = ends.from.figure.join(ends.to.figure);
            out.push(
                Hit::pair(span, both)
                    .with("from", page.words(ends.from.figure))
                    .with("to", page.words(ends.to.figure))
                    .with("way", if up { "fall" } else { "rise" }),
            );
        }
    }
}

/// Figures that are written alike, counts too: "from 1.2 to 1.5 million" has its million only once. Points
/// are how far something rose.
fn told(first: &Quantity, second: &Quantity) -> bool {
    first.magnitude == second.magnitude && first.unit != Unit::Point
}

impl DirectionCheck {
    /// The verb in front of two figures, and whether it is one of a rise: "fell to 48 from 40", "rose by 3% from
    /// 40 to 48", "48, down from 40".
    fn verb(&self, page: &Page<'_>, first: &Quantity, second: &Quantity) -> Option<(bool, Span)> {
        let start = page.document.tokens_in(first.span).start;
        let way = page.document.tokens_in(second.span).start;
        // "up from" and "down from" say it between the figures.
        let between = (first.tokens.end..way).find(|at| {
            page.reads(*at, &["up", "down"]) && page.reads(at + 1, &["from"]) && *at <= first.tokens.end + 2
        });
        if let Some(at) = between {
            let marked = page.document.tokens[first.tokens.end..at].iter().any(|t| !t.is_word());
            let up = page.reads(at, &["up"]);
            return marked.then(|| (up, page.document.tokens[at].span));
        }
        let led = (start.saturating_sub(1)..start).find(|at| page.reads(*at, &["from", "to"]))?;
        // An adverb or the amount of the change may stand between: "fell sharply to", "rose by 3% to".
        for back in 1..=MOST_BETWEEN {
            let at = led.checked_sub(back)?;
            let token = page.document.tokens[at];
            for (up, tag) in [(true, self.rises), (false, self.falls)] {
                let found = tag.map(|tag| page.matches.within(tag, at..at + 1)).unwrap_or_default();
                if !found.is_empty() {
                    return Some((up, token.span));
                }
            }
            let passed = token.kind == TokenKind::Number
                || token.is('%')
                || page.reads(at, &["by", "percent", "per", "cent"])
                || token.is_word() && page.words(token.span).ends_with("ly");
            if !passed {
                return self.mover(page, led);
            }
        }
        None
    }

    /// The verb that moves what stands between it and "from" or "to": "cut its interest rate to 6.5%".
    fn mover(&self, page: &Page<'_>, led: usize) -> Option<(bool, Span)> {
        let tokens = &page.document.tokens;
        // The thing that is moved opens with an article, and no verb, name or mark stands in it.
        let verb = (1..=MOST_MOVED).map_while(|back| led.checked_sub(back)).find(|at| {
            let opens = page.lexicon.is(&tokens[*at], Class::Determiner);
            opens || !tokens[*at].is_word()
        })?;
        let opens = page.lexicon.is(&tokens[verb], Class::Determiner);
        let at = verb.checked_sub(1).filter(|_| opens)?;
        let within = |tag: Option<Tag>| tag.is_some_and(|t| !page.matches.within(t, at..at + 1).is_empty());
        let one = page.document.span_of(at..at + 1);
        if within(self.raises) {
            Some((true, one))
        } else if within(self.lowers) {
            Some((false, one))
        } else {
            None
        }
    }

    /// Is more less here, or a figure one below nought?
    fn is_spared(&self, page: &Page<'_>, ends: Ends<'_>) -> bool {
        let below = [ends.from, ends.to].iter().any(|q| {
            let at = page.document.tokens_in(q.span).start.wrapping_sub(1);
            let sign = page.document.tokens.get(at);
            page.reads(at, &["minus", "negative"]) || sign.is_some_and(|t| t.is('-') || t.is('−') || t.is('–'))
        });
        let less = self.unless.is_some_and(|tag| page.in_sentence(tag, ends.from.sentence));
        below || less
    }
}

/// Tokens of what is moved: "its benchmark interest rate".
const MOST_MOVED: usize = 5;
/// Tokens between the verb and "from" or "to": "rose by 3.5 per cent to".
const MOST_BETWEEN: usize = 5;
