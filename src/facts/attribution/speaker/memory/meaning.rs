//! Whom the words for a source mean: names, offices, pronouns.

use super::super::super::{Attribution, Clause, Form, SourceKind};
use super::super::people::Being;
use super::nature::{DEPUTIES, PARTIES, UNNAMED, alike, is_person, kind, sex_of};
use super::{Found, MOST_LOOKS, Memory, Unknown, Who};
use crate::facts::{Class, NameKind};
use crate::text::{Case, Span, Token, TokenKind, lower_case};
use std::ops::Range;

/// A quotation may run over many sentences before "he added" takes up its speaker again.
pub(super) const LONG_REACH: usize = 12;

impl Memory<'_> {
    pub(super) fn named(&self, clause: &Clause<'_>, attribution: &Attribution, names: &[usize]) -> Found {
        // "The president of the Dock Union, Ida Moll, said", "said Sorvik CEO, Ida Moll": the body is hers.
        let source = clause.document.tokens_in(attribution.source.span);
        if is_office(clause, &source)
            && let Some(person) = self.beside(clause, source.end)
        {
            return Found::Speakers(vec![Who::Bearer(person)]);
        }
        let mut out = Vec::new();
        // "Ida Moll, 64, of Harrowby, said": the place is no subject of the verb behind it.
        let hangs = |from: usize| {
            let before = clause.before(from);
            before.is_some_and(|b| ["of", "from", "in", "near"].iter().any(|w| clause.reads(b, w)))
        };
        // "A letter from Ida Moll said": what somebody wrote says so.
        let written = |n: &usize| {
            let from = clause.before(self.names[*n].tokens.start);
            let from = from
                .filter(|f| !clause.is(*f, Class::Determiner))
                .or_else(|| clause.before(from?));
            from.and_then(|f| clause.before(f))
                .is_some_and(|d| clause.is(d, Class::Document))
        };
        let left = attribution.form == Form::Verb
            && attribution.source.span.end <= attribution.cue.start
            && !names.iter().any(written);
        let place = names.iter().any(|n| hangs(self.names[*n].tokens.start));
        // "Ida Moll of the Harrowby Post said": nor is the paper, if a person is named before.
        let body = hangs(clause.document.tokens_in(attribution.source.span).start);
        if left && (place || body) {
            let first = self.first_named(
                attribution.sentence,
                attribution.source.span.start,
                &|b| self.people.all[b].being == Being::Person,
                None,
            );
            match first {
                Some(bearer) => return Found::Speakers(vec![Who::Bearer(bearer)]),
                None if place => return Found::Unnamed,
                None => {}
            }
        }
        for name in names {
            let name = &self.names[*name];
            let Some(bearer) = self.people.bearer(name) else {
                continue;
            };
            let being = self.people.all[bearer].being;
            // "The Harrow Observatory" after "the Harrow Observatory for Rivers".
            if being == Being::Body
                && let Some(phrase) = self.body_in_full(self.names[self.people.all[bearer].name].span)
            {
                out.push(Who::Phrase(phrase));
                continue;
            }
            // "The mayor of Harrowby": a town says nothing; but "South Africa said" is its government.
            let governs = name.kind == NameKind::Place
                && left
                && clause.document.tokens_in(attribution.cue).start == name.tokens.end
                && clause.is(name.tokens.end - 1, Class::PlaceName);
            if being != Being::Neither || governs {
                out.push(Who::Bearer(bearer));
            }
        }
        if out.is_empty() {
            Found::Nothing
        } else {
            Found::Speakers(out)
        }
    }

    pub(super) fn words(
        &mut self,
        clause: &Clause<'_>,
        attribution: &Attribution,
        tokens: Range<usize>,
        head: usize,
    ) -> Found {
        let word = lower_case(clause.words(head));
        let is = |class: Class| clause.is(head, class);
        // "The mayor, Ida Moll, said": the name stands beside the office.
        let source = clause.document.tokens_in(attribution.source.span);
        if let Some(name) = self
            .beside(clause, tokens.end)
            .or_else(|| self.beside(clause, source.end))
        {
            return Found::Speakers(vec![Who::Bearer(name)]);
        }
        let definite = ["the", "this", "that"].iter().any(|w| clause.reads(tokens.start, w));
        let plural =
            word.ends_with('s') && !word.ends_with("ss") || matches!(&*word, "people" | "men" | "women" | "police");
        let own = tokens.clone().any(|i| clause.token(i).kind == TokenKind::Possessive);
        if definite && !plural && !own {
            if let Some(bearer) = self.in_office(&word, attribution.sentence)
                && self.is_so_called(bearer, head - 1)
            {
                return Found::Speakers(vec![Who::Bearer(bearer)]);
            }
            // "The sprinter", "the 27-year-old": whoever the story was just about.
            let known = [
                Class::Role,
                Class::Institution,
                Class::Document,
                Class::VagueGroup,
                Class::Spokesperson,
            ];
            if !known.iter().any(|c| is(*c)) {
                return match self.meant_person(None, attribution) {
                    Some(Who::Bearer(bearer)) => Found::Speakers(vec![Who::Bearer(bearer)]),
                    _ => Found::Unnamed,
                };
            }
            // "The former Harrow captain" is told from the captain, and so from whoever the story is about.
            let former = clause.reads(tokens.start + 1, "former")
                && (tokens.start + 2..head).any(|i| clause.token(i).is_capitalised());
            let hides = UNNAMED.contains(&&*word) || former;
            let first_time = !self.by_head.contains_key(&*word) && is(Class::Role) && !hides;
            if first_time && let Some(bearer) = self.without_office(attribution) {
                return Found::Speakers(vec![Who::Bearer(bearer)]);
            }
            if let Some(body) = self.body_called(&word, is(Class::Institution), tokens.len(), attribution.sentence) {
                return Found::Speakers(vec![body]);
            }
        }
        let short = tokens.len() <= 2;
        if definite
            && short
            && let Some(phrase) = self.by_head.get(&*word)
        {
            return Found::Speakers(vec![Who::Phrase(*phrase)]);
        }
        let words = self.document.span_of(tokens.clone());
        let key = plain(self.document.words(words));
        let fresh = self.unknown.len();
        let phrase = *self.by_words.entry(key).or_insert(fresh);
        if phrase == fresh {
            let kind = kind(clause, &tokens, head);
            self.unknown.push(Unknown {
                words,
                kind,
                plural,
                written: clause.is(head, Class::Document),
                // "The governor" who was not found is most likely somebody with a name.
                person: !plural && is_person(clause, head) && (!definite || UNNAMED.contains(&&*word)),
                sex: sex_of(&word),
                row: None,
            });
        }
        self.by_head.insert(word.into_owned(), phrase);
        Found::Speakers(vec![Who::Phrase(phrase)])
    }

    /// The person whose name stands between commas behind a phrase.
    fn beside(&self, clause: &Clause<'_>, end: usize) -> Option<usize> {
        if end + 1 >= clause.tokens.end || !clause.token(end).is(',') {
            return None;
        }
        let at = self.names.partition_point(|n| n.tokens.start < end + 1);
        let name = self
            .names
            .get(at)
            .filter(|n| n.tokens.start <= end + 3 && n.tokens.end < clause.tokens.end)?;
        let bearer = self.people.bearer(name)?;
        // "…, said another diver, Ida Moll.": the sentence may end with the name.
        // "Ida Moll KC": the letters behind a name are no part of it.
        let mut behind = name.tokens.end;
        while behind + 1 < clause.tokens.end && clause.token(behind).case == Case::Upper {
            behind += 1;
        }
        let ends = clause.token(behind).is('.') && behind + 1 == clause.tokens.end;
        let set_off = clause.token(behind).is(',') || ends;
        (set_off && self.people.all[bearer].being == Being::Person).then_some(bearer)
    }

    /// The body that was called by these words and more: what was told of one is told of the other.
    fn body_in_full(&self, name: Span) -> Option<usize> {
        let name = self.document.words(name);
        let bodies = self.unknown.iter().take(MOST_LOOKS);
        let longer = |words: &str| words.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
        bodies
            .enumerate()
            .find(|(_, body)| body.kind == SourceKind::Institution && longer(self.document.words(body.words)))
            .map(|(number, _)| number)
    }

    /// Who holds an office; of two, whoever spoke last.
    fn in_office(&self, office: &str, sentence: usize) -> Option<usize> {
        match self.by_office.get(office)?.as_slice() {
            [one] => Some(*one),
            several => self
                .spoke
                .iter()
                .rev()
                .take(MOST_LOOKS)
                .find_map(|(at, who)| match who {
                    Who::Bearer(b) if several.contains(b) && at + LONG_REACH >= sentence => Some(*b),
                    _ => None,
                }),
        }
    }

    /// Does what stands right before an office go with that of a bearer: "the Harrow captain" is not the Oster
    /// captain, and a deputy not the head?
    fn is_so_called(&self, bearer: usize, before: usize) -> bool {
        let role = self.people.all[bearer].role.map(|role| self.document.tokens_in(role));
        let own = role.unwrap_or_default().map(|at| &self.document.tokens[at]);
        let word = |t: &Token| self.document.words(t.span);
        let place = |t: &Token| {
            t.is_capitalised()
                && !self
                    .lexicon
                    .any(t.word, &[Class::Role, Class::Title, Class::Determiner])
        };
        let told = &self.document.tokens[before];
        if DEPUTIES.contains(&word(told).to_lowercase().as_str()) {
            return own.clone().any(|o| DEPUTIES.contains(&word(o).to_lowercase().as_str()));
        }
        // "The Mexican president" is the president of Mexico; a party tells nothing.
        let elsewhere = || own.clone().any(place) && !own.clone().any(|o| place(o) && alike(word(o), word(told)));
        !(place(told) && !PARTIES.contains(&word(told)) && elsewhere())
    }

    /// "The minister" where nobody is called so: whoever the story was just about, if no other office of
    /// theirs is known.
    fn without_office(&self, attribution: &Attribution) -> Option<usize> {
        let Who::Bearer(bearer) = self.meant_person(None, attribution)? else {
            return None;
        };
        let known = &self.people.all[bearer];
        (known.role.is_none() && known.sure).then_some(bearer)
    }

    /// "The council": the body that is called so, or for "the company" whatever body spoke last.
    fn body_called(&self, word: &str, institution: bool, length: usize, sentence: usize) -> Option<Who> {
        if !institution || length > 2 {
            return None;
        }
        let business = matches!(
            word,
            "company" | "firm" | "group" | "corporation" | "airline" | "bank" | "club"
        );
        self.spoke.iter().rev().take(MOST_LOOKS).find_map(|(at, who)| {
            let Who::Bearer(bearer) = who else { return None };
            let bearer = &self.people.all[*bearer];
            let name = self.document.words(self.names[bearer.name].span).to_lowercase();
            let sort = bearer.sort.map(|sort| self.document.words(sort).to_lowercase());
            let called = name.split_whitespace().any(|w| w == word)
                || sort.is_some_and(|sort| sort.split_whitespace().any(|w| w == word));
            let near = bearer.being == Being::Body && business && at + LONG_REACH >= sentence;
            (called || near).then_some(*who)
        })
    }
}

/// Do the words name an office of a body: "the president of the Dock Union", "Sorvik CEO"?
fn is_office(clause: &Clause<'_>, source: &Range<usize>) -> bool {
    let mut opens = source.clone().skip_while(|i| clause.is(*i, Class::Determiner));
    let of = |i: usize| ["of", "for"].iter().any(|w| clause.reads(i, w));
    let before_body = opens.any(|i| clause.is_office(i) && i + 1 < source.end && of(i + 1));
    before_body || !source.is_empty() && clause.is(source.end - 1, Class::Role)
}

/// "A police spokesman" and "the police spokesman" speak with one mouth.
fn plain(words: &str) -> String {
    let lower = words.to_lowercase().replace('\u{2019}', "'");
    let opened = ["the ", "a ", "an ", "one ", "another "];
    opened
        .iter()
        .find_map(|o| lower.strip_prefix(o))
        .unwrap_or(&lower)
        .to_owned()
}
