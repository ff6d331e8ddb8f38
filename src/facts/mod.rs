//! Floor 2: what the article asserts, and on whose word.
//!
//! [`Facts`] are drawn once from a document whose furniture is already marked. They do not know that
//! rules exist.

pub mod accusation;
pub mod act;
pub mod attribution;
pub mod claim;
pub mod date;
pub mod event;
pub mod lexicon;
pub mod name;
pub mod quantity;
pub mod quotation;
pub mod relation;
mod speech;
pub mod voice;
pub mod wording;

pub use accusation::Accusation;
pub use act::{Act, Question, Stance};
pub use attribution::{Attribution, CueClass, Form, Source, SourceKind, Speaker, Speakers};
pub use claim::{Claim, ClaimType};
pub use date::DateMention;
pub use event::{EventMention, EventSort};
pub use lexicon::{Class, LIGHT, Lexicon};
pub use name::{NameKind, NameMention};
pub(crate) use name::{Sex, sex};
pub use quantity::Quantity;
pub use quotation::{Quotation, QuotationKind};
pub use relation::{Relation, RelationKind};
pub use voice::Voice;

use crate::text::Document;
use crate::text::phrase::{Match, Tag};

/// Everything that was drawn from one document.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Words between quotation marks, and block quotations.
    pub quotations: Vec<Quotation>,
    /// Who says what, sentence by sentence.
    pub attributions: Vec<Attribution>,
    /// In whose voice each token stands; one for each of the document's tokens.
    pub voices: Vec<Voice>,
    /// For each sentence the number of the attribution that covers it, if one does.
    pub covered_by: Vec<Option<usize>>,
    /// For each sentence what sort of source stands behind it. A quotation whose speaker the article
    /// does not name is [`SourceKind::Vague`], and so is a sentence about somebody's mind that no report
    /// covers: nobody vouches for it.
    pub behind: Vec<SourceKind>,
    /// Who speaks, each once, and in which attribution.
    pub speakers: Speakers,
    /// Who is accused by name, and whether they answer.
    pub accusations: Vec<Accusation>,
    /// Figures with what they count.
    pub quantities: Vec<Quantity>,
    /// How neighbouring figures stand to each other.
    pub relations: Vec<Relation>,
    /// Days, months, years and weekdays.
    pub dates: Vec<DateMention>,
    /// Names of people, places and bodies.
    pub names: Vec<NameMention>,
    /// Attacks, crashes, fires, schemes.
    pub events: Vec<EventMention>,
    /// Statements that want a source.
    pub claims: Vec<Claim>,
}

impl Facts {
    /// Draws the facts of a document.
    #[must_use]
    pub fn draw(document: &Document, lexicon: &Lexicon, matches: &Matches) -> Self {
        let mut facts = Self {
            quotations: quotation::find(document),
            ..Self::default()
        };
        facts.names = name::find(document, lexicon);
        facts.events = event::find(document, lexicon, &facts);
        facts.dates = date::find(document, lexicon);
        facts.quantities = quantity::find(document, lexicon, &facts.dates);
        facts.relations = relation::find(document, lexicon, &facts.quantities);
        attribution::find(document, lexicon, matches, &mut facts);
        facts.accusations = accusation::find(document, lexicon, &facts);
        facts.voices = voice::mark(document, &facts);
        facts.claims = claim::find(document, lexicon, matches, &facts);
        facts
    }

    /// What somebody alleges and somebody else denies. It is not drawn with the rest, because only a ledger
    /// asks for it, and most articles are checked without one.
    #[must_use]
    pub fn acts(&self, document: &Document, lexicon: &Lexicon, matches: &Matches) -> Vec<Act> {
        act::find(document, lexicon, matches, self)
    }

    /// The attribution that covers a sentence.
    #[must_use]
    pub fn attribution_of(&self, sentence: usize) -> Option<&Attribution> {
        self.attributions.get((*self.covered_by.get(sentence)?)?)
    }

    /// The figures of a run of sentences, in text order.
    #[must_use]
    pub fn quantities_in(&self, sentences: std::ops::Range<usize>) -> &[Quantity] {
        let start = self.quantities.partition_point(|q| q.sentence < sentences.start);
        let end = self.quantities.partition_point(|q| q.sentence < sentences.end);
        &self.quantities[start..end.max(start)]
    }

    /// The names of a sentence, in text order.
    pub fn names_in(&self, sentence: usize) -> impl Iterator<Item = &NameMention> {
        let first = self.names.partition_point(|n| n.sentence < sentence);
        self.names[first..].iter().take_while(move |n| n.sentence == sentence)
    }

    /// Does the token name an attack, a blast, a crash, a fire or a disaster, and stand as a noun? Then it is what
    /// happened, and no blow in words: "buildings fell in the blasts".
    #[must_use]
    pub fn is_event_noun(&self, token: usize) -> bool {
        let at = self.events.partition_point(|e| e.tokens.end <= token);
        self.events.get(at).is_some_and(|e| {
            let struck = !matches!(e.sort, EventSort::Scheme | EventSort::Any);
            e.tokens.end == token + 1 && struck && !e.acted
        })
    }

    /// How many events the article tells apart.
    #[must_use]
    pub fn distinct_events(&self) -> usize {
        self.events.iter().map(|e| e.event + 1).max().unwrap_or(0)
    }

    /// The event that most mentions are of.
    #[must_use]
    pub fn main_event(&self) -> Option<usize> {
        let mut counts: Vec<usize> = Vec::new();
        for event in &self.events {
            if counts.len() <= event.event {
                counts.resize(event.event + 1, 0);
            }
            counts[event.event] += 1;
        }
        // The first of those with most mentions.
        let most = counts.iter().copied().max()?;
        counts.iter().position(|c| *c == most)
    }

    /// The voice of the token at a number; the author's where there is none.
    #[must_use]
    #[inline]
    pub fn voice(&self, token: usize) -> Voice {
        self.voices.get(token).copied().unwrap_or(Voice::Author)
    }
}

/// All phrases found in a document, by tag.
#[derive(Clone, Debug, Default)]
pub struct Matches {
    /// By tag, then by place; what is left over of a tag's room is empty.
    all: Vec<Match>,
    /// For each tag where its matches begin in `all`, and where they end.
    starts: Vec<u32>,
    ends: Vec<u32>,
    /// The tags of which there are any, in the order in which they are first met.
    met: Vec<Tag>,
    /// Tokens of the longest.
    longest: usize,
}

impl Matches {
    /// Sorts what one pass over the document found, of `tags` tags; of two matches of one tag that
    /// begin together the longer stays.
    #[must_use]
    pub fn new(found: &[Match], tags: usize) -> Self {
        // A counting sort: there are few tags, and within one the pass kept the order of the text.
        let mut starts = vec![0_u32; tags + 1];
        for one in found {
            starts[one.tag.0 as usize + 1] += 1;
        }
        for tag in 0..tags {
            starts[tag + 1] += starts[tag];
        }
        let mut ends = starts.clone();
        let mut all = vec![Match::default(); found.len()];
        let (mut met, mut longest) = (Vec::new(), 0);
        for one in found {
            let tag = one.tag.0 as usize;
            let end = ends[tag] as usize;
            if ends[tag] == starts[tag] {
                met.push(one.tag);
            }
            longest = longest.max(one.tokens.len());
            match all[starts[tag] as usize..end].last_mut() {
                Some(last) if last.tokens.start == one.tokens.start => {
                    last.tokens.end = last.tokens.end.max(one.tokens.end);
                }
                _ => {
                    all[end] = one.clone();
                    ends[tag] += 1;
                }
            }
        }
        Self {
            all,
            starts,
            ends,
            met,
            longest,
        }
    }

    /// The matches of one tag, in text order.
    #[must_use]
    #[inline]
    pub fn of(&self, tag: Tag) -> &[Match] {
        let tag = tag.0 as usize;
        match (self.starts.get(tag), self.ends.get(tag)) {
            (Some(start), Some(end)) => &self.all[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// The tags of which a match begins before a token, in text order.
    pub fn met_before(&self, token: usize) -> impl Iterator<Item = Tag> {
        let first = move |tag: &Tag| self.of(*tag).first().is_some_and(|m| m.tokens.start < token);
        self.met.iter().copied().take_while(first)
    }

    /// The matches of one tag that begin in a range of tokens, in text order.
    #[must_use]
    #[inline]
    pub fn within(&self, tag: Tag, tokens: std::ops::Range<usize>) -> &[Match] {
        let all = self.of(tag);
        let start = all.partition_point(|m| m.tokens.start < tokens.start);
        let end = all.partition_point(|m| m.tokens.start < tokens.end);
        &all[start..end.max(start)]
    }

    /// Does a match of the tag begin with a token?
    #[must_use]
    pub fn begins_at(&self, tag: Tag, token: usize) -> bool {
        !self.within(tag, token..token + 1).is_empty()
    }

    /// Does a match of the tag hold a token?
    #[must_use]
    pub fn covers(&self, tag: Tag, token: usize) -> bool {
        let near = self.within(tag, (token + 1).saturating_sub(self.longest)..token + 1);
        near.iter().any(|m| m.tokens.contains(&token))
    }

    /// Does a match of the tag end right before a token?
    #[must_use]
    pub fn ends_at(&self, tag: Tag, token: usize) -> bool {
        let near = self.within(tag, token.saturating_sub(self.longest)..token);
        near.iter().any(|m| m.tokens.end == token)
    }
}
