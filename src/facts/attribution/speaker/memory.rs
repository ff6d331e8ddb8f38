//! Who was named and who spoke so far.

mod meaning;
mod nature;
mod pronoun;

use super::super::{Attribution, Clause, Form, SourceKind};
use super::people::{Being, People, Sex};
use super::phrase::{self, Named, Phrase};
use super::{Speaker, Speakers};
use crate::facts::{Class, Facts, Lexicon, NameMention};
use crate::text::{Document, Span};
use rustc_hash::FxHashMap;

/// So many names or speakers are looked at on the way back: the time stays in bounds whatever stands there.
const MOST_LOOKS: usize = 32;

/// Titles that copy cuts short before a name and gives in full without it: "Sen. Moll", "the Oster senator".
const IN_FULL: [(&str, &str); 12] = [
    ("sen", "senator"),
    ("rep", "representative"),
    ("rep", "congressman"),
    ("rep", "congresswoman"),
    ("gov", "governor"),
    ("gen", "general"),
    ("prof", "professor"),
    ("capt", "captain"),
    ("sgt", "sergeant"),
    ("lt", "lieutenant"),
    ("supt", "superintendent"),
    ("cllr", "councillor"),
];

/// Of what party somebody is, before the name: "Republican Ida Moll".
const PARTISANS: [&str; 6] = [
    "Republican",
    "Democrat",
    "Conservative",
    "Liberal",
    "Independent",
    "Tory",
];

/// Somebody words can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The bearer of a name.
    Bearer(usize),
    /// Somebody without a name, by the number of the phrase.
    Phrase(usize),
}

/// Whom the words for a source mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Speakers(Vec<Who>),
    /// Somebody whom the article does not name.
    Unnamed,
    /// Nobody: the writer, or words that are no source.
    Nothing,
}

/// Words for somebody without a name.
#[derive(Debug)]
struct Unknown {
    words: Span,
    kind: SourceKind,
    plural: bool,
    /// Reports, figures: nobody whom "they" or "he" could mean.
    written: bool,
    /// One person, whom "he" or "she" can mean.
    person: bool,
    sex: Option<Sex>,
    row: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Memory<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    quoted: &'a [bool],
    people: &'a People,
    names: &'a [NameMention],
    /// By bearer number of the names: does a mention prove that it is a name?
    proved: Vec<bool>,
    by_office: FxHashMap<String, Vec<usize>>,
    unknown: Vec<Unknown>,
    by_words: FxHashMap<String, usize>,
    by_head: FxHashMap<String, usize>,
    rows: FxHashMap<usize, usize>,
    /// Who spoke in which sentence, in order.
    spoke: Vec<(usize, Who)>,
    /// Who last asked him or her something, and in which sentence: what comes next is the answer.
    asker: Option<(usize, Who)>,
    speakers: Speakers,
    pub(super) unnamed: Vec<usize>,
    linked: Vec<(usize, usize)>,
}

impl<'a> Memory<'a> {
    pub(super) fn new(
        document: &'a Document,
        lexicon: &'a Lexicon,
        quoted: &'a [bool],
        people: &'a People,
        facts: &'a Facts,
    ) -> Self {
        let names = facts.names.as_slice();
        let mut proved = vec![false; names.iter().map(|n| n.bearer + 1).max().unwrap_or(0)];
        for name in names {
            proved[name.bearer] |= !name.opens || name.len() > 1 || name.title.is_some();
        }
        let mut by_office: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (number, bearer) in people.all.iter().enumerate() {
            let Some(role) = bearer.role else { continue };
            for token in &document.tokens[document.tokens_in(role)] {
                if token.is_word() && lexicon.any(token.word, &[Class::Role, Class::Title]) {
                    let word = document.words(token.span).to_lowercase();
                    let full = IN_FULL.iter().filter(|(short, _)| *short == word);
                    let full = full.map(|(_, full)| (*full).to_owned());
                    for office in full.chain([word.clone()]) {
                        let bearers = by_office.entry(office).or_default();
                        if bearers.len() < MOST_LOOKS {
                            bearers.push(number);
                        }
                    }
                }
            }
        }
        Self {
            document,
            lexicon,
            quoted,
            people,
            names,
            proved,
            by_office,
            unknown: Vec::new(),
            by_words: FxHashMap::default(),
            by_head: FxHashMap::default(),
            rows: FxHashMap::default(),
            spoke: Vec::new(),
            asker: None,
            speakers: Speakers::default(),
            unnamed: Vec::new(),
            linked: Vec::new(),
        }
    }

    /// Whom the source of an attribution means.
    pub(super) fn who(&mut self, clause: &Clause<'_>, attribution: &Attribution) -> Found {
        let source = attribution.source.span;
        if source.is_empty() {
            return self.continued(attribution);
        }
        let named = Named {
            all: self.names,
            proved: &self.proved,
        };
        match phrase::read(clause, named, self.document.tokens_in(source)) {
            Phrase::Names(names) => self.named(clause, attribution, &names),
            Phrase::Pronoun(pronoun) => match self.meant(pronoun, attribution) {
                Some(who) => Found::Speakers(vec![who]),
                None => Found::Unnamed,
            },
            Phrase::Words { tokens, head } => self.words(clause, attribution, tokens, head),
            Phrase::Quantity => Found::Unnamed,
            Phrase::Writer | Phrase::Scrap => Found::Nothing,
        }
    }

    /// Keeps in mind who asks "him" or "her": "he said" behind it is the answer.
    pub(super) fn note_asker(&mut self, clause: &Clause<'_>, attribution: &Attribution, speakers: &[Who]) {
        let cue = self.document.tokens_in(attribution.cue);
        let asks = ["asked", "asks", "questioned", "pressed"]
            .iter()
            .any(|w| clause.reads(cue.start, w));
        if let [asker] = speakers
            && asks
            && ["him", "her"].iter().any(|w| clause.reads(cue.start + 1, w))
        {
            self.asker = Some((attribution.sentence, *asker));
        }
    }

    /// Keeps in mind who speaks, and gives them a line.
    pub(super) fn note(&mut self, attribution: usize, sentence: usize, speakers: &[Who], speaks: bool) {
        for who in speakers {
            self.spoke.push((sentence, *who));
            if speaks {
                let row = self.row(*who);
                self.speakers.lines.push((attribution, row));
            }
        }
        if let [Who::Bearer(bearer)] = speakers {
            self.linked.push((attribution, self.people.all[*bearer].name));
        }
    }

    /// All speakers, and for each attribution that has one the number of the name it stands for.
    pub(super) fn done(mut self) -> (Speakers, Vec<(usize, usize)>) {
        self.speakers.unnamed = self.unnamed;
        (self.speakers, self.linked)
    }

    fn row(&mut self, who: Who) -> usize {
        let fresh = self.speakers.all.len();
        let (row, speaker) = match who {
            Who::Bearer(bearer) => {
                let row = *self.rows.entry(bearer).or_insert(fresh);
                let known = &self.people.all[bearer];
                let kind = match known.being {
                    Being::Person => SourceKind::Named,
                    Being::Body | Being::Neither => SourceKind::Institution,
                };
                let (words, role) = self.spelled(bearer);
                (row, Speaker { words, role, kind })
            }
            Who::Phrase(phrase) => {
                let unknown = &mut self.unknown[phrase];
                let row = *unknown.row.get_or_insert(fresh);
                (
                    row,
                    Speaker {
                        words: unknown.words,
                        role: None,
                        kind: unknown.kind,
                    },
                )
            }
        };
        if row == fresh {
            self.speakers.all.push(speaker);
        }
        row
    }

    /// The name and the office of a bearer as they are shown: "Singer Ida Moll" is a singer, and "General
    /// Motors" is no general.
    fn spelled(&self, bearer: usize) -> (Span, Option<Span>) {
        let known = &self.people.all[bearer];
        let name = &self.names[known.name];
        if known.being != Being::Person {
            let whole = name
                .title
                .filter(|_| name.len() == 1)
                .map_or(name.span, |t| t.join(name.span));
            return (whole, None);
        }
        if let Some(parts) = self.office_within(name) {
            return (parts.1, known.role.or(Some(parts.0)));
        }
        let first = &self.document.tokens[name.tokens.start];
        let partisan = PARTISANS.contains(&self.document.words(first.span));
        let office = name.len() > 2 && (partisan || name.opens && self.lexicon.is(first, Class::Role));
        if office && let Some(next) = self.document.tokens.get(name.tokens.start + 1) {
            let rest = Span {
                start: next.span.start,
                end: name.span.end,
            };
            return (rest, known.role.or(Some(first.span)));
        }
        (name.span, known.role)
    }

    /// "Sorvik CEO Ida Moll" is written as one name: the office in it, with what it is an office of, and the
    /// name behind it, if that has two words.
    fn office_within(&self, name: &NameMention) -> Option<(Span, Span)> {
        let tokens = &self.document.tokens;
        let last = name.tokens.end.checked_sub(2)?;
        let office = (name.tokens.start..last)
            .rev()
            .find(|i| self.lexicon.is(&tokens[*i], Class::Role) && *i > name.tokens.start)?;
        let behind = Span {
            start: tokens[office + 1].span.start,
            end: name.span.end,
        };
        Some((tokens[name.tokens.start].span.join(tokens[office].span), behind))
    }

    /// A verb without a subject goes on with whoever spoke in the same sentence: "and added".
    fn continued(&self, attribution: &Attribution) -> Found {
        let last = self
            .spoke
            .last()
            .filter(|(sentence, _)| *sentence == attribution.sentence);
        match last {
            _ if matches!(attribution.form, Form::Passive | Form::Adverb) => Found::Unnamed,
            Some((_, who)) => Found::Speakers(vec![*who]),
            None => Found::Nothing,
        }
    }
}
