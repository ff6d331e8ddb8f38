//! Which figure of the body is the one that the headline should have.

use super::beside::{announced, is_definite, opens_headline, slipped};
use super::{HeadlineFigureCheck, is_time, same_sort};
use crate::facts::Class;
use crate::facts::quantity::{Quantity, Stem, Unit};
use crate::rules::Page;

/// Times that two figures for one noun may differ before more than the noun must be the same: a digit
/// was missed or two were turned round, but a hundred games are not the seven of one collection.
const FAR: f64 = 10.0;

/// A figure of the body that the headline's may stand for.
pub(super) struct Twin<'a> {
    /// Does it count or measure the same thing?
    pub named: bool,
    /// How many words of the headline its sentence shares.
    pub context: usize,
    /// Is the headline's figure nowhere in the body?
    pub lost: bool,
    pub quantity: &'a Quantity,
}

impl HeadlineFigureCheck {
    /// Is a figure of the body the one that the headline should have? `best` is how many words the
    /// sentences that hold the headline's value share with it, if there are any.
    pub(super) fn is_twin(&self, page: &Page<'_>, figure: &Quantity, twin: &Twin<'_>, best: Option<usize>) -> bool {
        let subject = self.0.shared_words;
        let sort = (same_month(page, figure, twin) && leads(page, twin.quantity))
            || (same_sort(figure, twin.quantity)
                && matches!(figure.unit, Unit::Count | Unit::Money(_) | Unit::Measure(_)));
        if figure.unit == Unit::Count && announced(page, twin.quantity) {
            // The number of a bullet is no count of the bullets.
            let nearer = best.is_none_or(|best| twin.context > best);
            return (twin.named && opens_headline(page, figure)) || (nearer && twin.context > 0);
        }
        if figure.unit == Unit::Year {
            // A year stands for much; only the body's sentence for this one shows which it should be.
            return best.is_none() && twin.quantity.unit == Unit::Year && twin.context > subject;
        }
        if opens_headline(page, figure) {
            // "Five ways to …": the items are counted by whoever reads them, and the story may name others.
            let told = twin.named || (twin.context >= 2 * subject && leads(page, twin.quantity));
            return told && twin.context >= subject && best.is_none_or(|best| twin.context > best.max(subject));
        }
        // A nought too many or two digits turned round, and the figure as it stands is nowhere.
        if twin.named && twin.lost && slipped(figure, twin.quantity) {
            return true;
        }
        if is_time(figure) && twin.named {
            let opens = opens_body(page, twin.quantity) && best.is_none();
            return opens || twin.context >= best.unwrap_or(0) + subject && leads(page, twin.quantity);
        }
        // "Who are the four": a bare small count is not that of the first things that are counted.
        let things = twin.quantity.counted.is_some_and(|c| !c.person);
        if figure.counted.is_none() && things && figure.value < FAR && !is_definite(page, twin.quantity) {
            return false;
        }
        match best {
            None if !self.is_small(figure) => {
                // "The three platforms" were counted before, and a nought more or less is a slip of the hand.
                let definite = is_definite(page, twin.quantity);
                let known = leads(page, twin.quantity) || slipped(figure, twin.quantity);
                let other_noun = figure.counted.is_some() && twin.quantity.counted.is_some();
                // "Six women" are no bare 27, which may be somebody's age.
                let bare = figure.unit == Unit::Count
                    && figure.counted.is_some_and(|c| c.person)
                    && twin.quantity.counted.is_none();
                // Of small counts a story has many, and each of its own thing; but "the three news sites" are
                // the "news platforms" of the headline.
                if other_noun && !twin.named && figure.value < FAR && !(definite && is_kin(page, figure, twin.quantity))
                {
                    return false;
                }
                let nearer = usize::from(!definite && (!known || other_noun));
                let times = figure.value.max(twin.quantity.value) / figure.value.min(twin.quantity.value);
                (twin.named && twin.context > usize::from(times > FAR))
                    || (sort && !bare && twin.context >= subject + nearer)
            }
            None => twin.named && twin.context >= subject,
            Some(best) => {
                (twin.named && twin.context > best) || (sort && twin.context > best + 1 && leads(page, twin.quantity))
            }
        }
    }
}

/// Are they days of one month: "16 March" and "18 March"?
fn same_month(page: &Page<'_>, figure: &Quantity, twin: &Twin<'_>) -> bool {
    let month = |q: &Quantity| {
        let around = [q.tokens.start.checked_sub(1), Some(q.tokens.end)];
        around.into_iter().flatten().find_map(|i| {
            let token = page.document.tokens.get(i)?;
            page.lexicon.is(token, Class::Month).then_some(token.word)
        })
    };
    figure.unit != Unit::Year && month(figure).is_some_and(|m| month(twin.quantity) == Some(m))
}

/// Do the words before the two nouns have one in common: "online shops" and "online markets"?
fn is_kin(page: &Page<'_>, figure: &Quantity, body: &Quantity) -> bool {
    let words = |q: &Quantity| {
        let tokens = q.counted.map_or(0..0, |c| page.document.tokens_in(c.span));
        let words = tokens
            .map(|i| &page.document.tokens[i])
            .filter(|t| page.lexicon.is_content(t));
        words.map(|t| Stem::of(page.words(t.span))).collect::<Vec<_>>()
    };
    let there = words(body);
    words(figure).iter().any(|w| there.contains(w))
}

/// Does it stand in the first sentence of the body?
fn opens_body(page: &Page<'_>, figure: &Quantity) -> bool {
    let first = page.document.blocks.iter().find(|b| b.kind.is_body());
    first.is_some_and(|b| figure.sentence == b.sentences.start)
}

/// Does it stand in the first two sentences of the body?
pub(super) fn leads(page: &Page<'_>, figure: &Quantity) -> bool {
    let first = page.document.blocks.iter().find(|b| b.kind.is_body());
    first.is_some_and(|b| figure.sentence < b.sentences.start + 2)
}
