//! Whom a pronoun means: he, she, they, it.

use super::super::people::{Being, Sex};
use super::super::phrase::Pronoun;
use super::meaning::LONG_REACH;
use super::{MOST_LOOKS, Memory, Who};
use crate::facts::attribution::Attribution;
use crate::facts::{Class, NameMention, SourceKind};

/// A pronoun reaches back over so many sentences to a name.
const REACH: usize = 4;

impl Memory<'_> {
    pub(super) fn meant(&self, pronoun: Pronoun, attribution: &Attribution) -> Option<Who> {
        match pronoun {
            Pronoun::He => self.meant_person(Some(Sex::Man), attribution),
            Pronoun::She => self.meant_person(Some(Sex::Woman), attribution),
            Pronoun::They => self.spoke_near(pronoun, attribution.sentence, REACH),
            Pronoun::It => self.meant_body(attribution.sentence),
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
        // "Russian officials did not say": of what country they are is no body.
        let first = &self.document.tokens[name.tokens.start];
        let adjective = name.len() == 1 && self.lexicon.is(first, Class::Demonym);
        let opens = name.tokens.start <= whole.tokens.start + 1
            && !name.possessive
            && !adjective
            && !self.quoted[name.tokens.start];
        let bearer = self.people.bearer(name)?;
        let body = self.people.all[bearer].being == Being::Body && self.document.kind_of(whole).is_body();
        (opens && body && self.proved[name.bearer]).then_some(bearer)
    }

    /// Can the pronoun stand for it by number and nature?
    fn fits(&self, who: Who, pronoun: Pronoun) -> bool {
        match who {
            // A place that spoke is its government.
            Who::Bearer(b) => self.people.all[b].being != Being::Person,
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
    /// whoever is named first. Somebody without a name can be meant as well: "a nurse said … She said".
    pub(super) fn meant_person(&self, sex: Option<Sex>, attribution: &Attribution) -> Option<Who> {
        let sentence = attribution.sentence;
        let agrees = |known: Option<Sex>| !matches!((known, sex), (Some(a), Some(b)) if a != b);
        // A capital alone does not make a person: such a one must have spoken.
        let may = |bearer: usize| {
            let known = &self.people.all[bearer];
            known.being == Being::Person && agrees(known.sex)
        };
        // "He told Falk that Moll would go": whoever is named in what "he" does or says is not he.
        let other = |bearer: usize| self.is_told_of(bearer, attribution);
        let fits = |bearer: usize| self.people.all[bearer].sure && may(bearer) && !other(bearer);
        let asker = self.asker.filter(|(at, _)| *at < sentence && at + 1 >= sentence);
        let spoke = |within: &dyn Fn(usize) -> bool| {
            let mut near = self.spoke.iter().rev().take(MOST_LOOKS);
            near.find_map(|(at, who)| {
                let may = match who {
                    Who::Bearer(b) => may(*b) && (*at == sentence || !other(*b)),
                    Who::Phrase(p) => self.unknown[*p].person && agrees(self.unknown[*p].sex),
                };
                let asked = asker.is_some_and(|(_, asker)| asker == *who);
                (may && !asked && within(*at)).then_some(*who)
            })
        };
        // Of two named with "and" neither is he or she, as long as anybody else can be.
        for alone in [true, false] {
            let fits = |bearer: usize| fits(bearer) && asker.is_none_or(|(_, asker)| asker != Who::Bearer(bearer));
            for back in 0..=REACH {
                let Some(at) = sentence.checked_sub(back) else { break };
                let pair: Option<&dyn Fn(usize) -> bool> = if alone { Some(&may) } else { None };
                let named = || self.first_named(at, attribution.source.span.start, &fits, pair);
                if let Some(who) = spoke(&|s| s == at).or_else(|| named().map(Who::Bearer)) {
                    return Some(who);
                }
            }
        }
        spoke(&|s| s + LONG_REACH >= sentence)
    }

    /// Is the bearer named in what an attribution tells?
    fn is_told_of(&self, bearer: usize, attribution: &Attribution) -> bool {
        let content = attribution.content;
        let from = self.names.partition_point(|n| n.span.start < content.start);
        let told = self.names[from..].iter().take(MOST_LOOKS);
        told.take_while(|n| n.span.end <= content.end)
            .any(|n| self.people.bearer(n) == Some(bearer))
    }

    /// The first person named in a sentence outside quotation marks, before a place; not one whom "and" joins to
    /// another that is a `partner` too.
    pub(super) fn first_named(
        &self,
        sentence: usize,
        before: u32,
        fits: &dyn Fn(usize) -> bool,
        partner: Option<&dyn Fn(usize) -> bool>,
    ) -> Option<usize> {
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
            let joined = |partner: &dyn Fn(usize) -> bool| {
                let mut others = self.names[from..].iter().take(MOST_LOOKS);
                others.any(|two| {
                    (self.are_joined(name, two) || self.are_joined(two, name))
                        && self.people.bearer(two).is_some_and(partner)
                })
            };
            if partner.is_some_and(joined) {
                continue;
            }
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

    /// "Abu Bakar and Mohamed Aliyu".
    fn are_joined(&self, one: &NameMention, two: &NameMention) -> bool {
        let and = &self.document.tokens[one.tokens.end.min(self.document.tokens.len() - 1)];
        one.tokens.end + 1 == two.tokens.start && self.document.words(and.span) == "and"
    }
}
