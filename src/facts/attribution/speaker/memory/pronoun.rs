//! Whom a pronoun means: he, she, they, it.

use super::super::people::{Being, Sex};
use super::super::phrase::Pronoun;
use super::meaning::LONG_REACH;
use super::{MOST_LOOKS, Memory, Who};
use crate::facts::{Class, SourceKind};
use crate::text::Span;

/// A pronoun reaches back over so many sentences to a name.
const REACH: usize = 4;

impl Memory<'_> {
    pub(super) fn meant(&self, pronoun: Pronoun, sentence: usize, source: Span) -> Option<Who> {
        match pronoun {
            Pronoun::He => self.meant_person(Some(Sex::Man), sentence, source).map(Who::Bearer),
            Pronoun::She => self.meant_person(Some(Sex::Woman), sentence, source).map(Who::Bearer),
            Pronoun::They => self.spoke_near(pronoun, sentence, REACH),
            Pronoun::It => self.meant_body(sentence),
        }
    }

    /// Whoever spoke last and fits the pronoun, so many sentences back at most.
    fn spoke_near(&self, pronoun: Pronoun, sentence: usize, reach: usize) -> Option<Who> {
        let near = self.spoke.iter().rev().take(MOST_LOOKS);
        let mut near = near.take_while(|(at, _)| at + reach >= sentence);
        near.find(|(_, who)| self.fits(*who, pronoun)).map(|(_, who)| *who)
    }

    /// "It said": the body that spoke in this sentence or the last, else the one the last is about ("Sorvik
    /// has cut 40 jobs. It said …"), else whichever spoke before.
    fn meant_body(&self, sentence: usize) -> Option<Who> {
        self.spoke_near(Pronoun::It, sentence, 1)
            .or_else(|| self.subject(sentence.checked_sub(1)?).map(Who::Bearer))
            .or_else(|| self.spoke_near(Pronoun::It, sentence, REACH))
    }

    /// The body whose name opens a sentence of the copy, at its first word or behind "the".
    fn subject(&self, sentence: usize) -> Option<usize> {
        let whole = self.document.sentences.get(sentence)?;
        let from = self.names.partition_point(|n| n.sentence < sentence);
        let name = self.names.get(from).filter(|n| n.sentence == sentence)?;
        let opens = name.tokens.start <= whole.tokens.start + 1 && !name.possessive && !self.quoted[name.tokens.start];
        let bearer = self.people.bearer(name)?;
        let body = self.people.all[bearer].being == Being::Body && self.document.kind_of(whole).is_body();
        (opens && body && self.proved[name.bearer]).then_some(bearer)
    }

    /// Can the pronoun stand for it by number and nature?
    fn fits(&self, who: Who, pronoun: Pronoun) -> bool {
        match who {
            Who::Bearer(b) => self.people.all[b].being == Being::Body,
            Who::Phrase(p) => {
                let unknown = &self.unknown[p];
                match pronoun {
                    Pronoun::They => !unknown.written && (unknown.plural || unknown.kind == SourceKind::Institution),
                    _ => !unknown.plural && unknown.kind != SourceKind::Anonymous,
                }
            }
        }
    }

    /// Who of that sex was last spoken of: in each sentence on the way back whoever spoke last, else
    /// whoever is named first.
    pub(super) fn meant_person(&self, sex: Option<Sex>, sentence: usize, source: Span) -> Option<usize> {
        // A capital alone does not make a person: such a one must have spoken.
        let may = |bearer: usize| {
            let known = &self.people.all[bearer];
            let sexes = (known.sex, sex);
            known.being == Being::Person && !matches!(sexes, (Some(a), Some(b)) if a != b)
        };
        let fits = |bearer: usize| self.people.all[bearer].sure && may(bearer);
        let spoke = |within: &dyn Fn(usize) -> bool| {
            self.spoke
                .iter()
                .rev()
                .take(MOST_LOOKS)
                .find_map(|(at, who)| match who {
                    Who::Bearer(b) if within(*at) && may(*b) => Some(*b),
                    _ => None,
                })
        };
        for back in 0..=REACH {
            let Some(at) = sentence.checked_sub(back) else { break };
            if let Some(bearer) = spoke(&|s| s == at).or_else(|| self.first_named(at, source.start, &fits)) {
                return Some(bearer);
            }
        }
        spoke(&|s| s + LONG_REACH >= sentence)
    }

    /// The first person named in a sentence outside quotation marks, before a place.
    pub(super) fn first_named(&self, sentence: usize, before: u32, fits: &dyn Fn(usize) -> bool) -> Option<usize> {
        let from = self.names.partition_point(|n| n.sentence < sentence);
        let of = self.names[from..]
            .iter()
            .take(MOST_LOOKS)
            .take_while(|n| n.sentence == sentence);
        let seen = of.filter(|n| n.span.end <= before && !self.quoted[n.tokens.start] && self.proved[n.bearer]);
        let mut owner = None;
        for name in seen {
            let Some(bearer) = self.people.bearer(name).filter(|b| fits(*b)) else {
                continue;
            };
            if !name.possessive
                && !self
                    .lexicon
                    .is(&self.document.tokens[name.tokens.start], Class::Weekday)
            {
                return Some(bearer);
            }
            owner = owner.or(Some(bearer));
        }
        owner
    }
}
