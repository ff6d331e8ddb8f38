//! What is known of words before any article is read.

use crate::text::lists::Lists;
use crate::text::phrase::{Phrases, Tag};
use crate::text::table::Table;
use crate::text::{Token, Vocabulary, WordId};
use serde::{Deserialize, Serialize};

/// Declares the word classes and, for each, the list that holds its words.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $list:literal,)*) => {
        /// A class of words: each is a list in `rules/lists`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $class,)* }

        /// Each class with the list that holds its words.
        const CLASSES: &[(Class, &str)] = &[$((Class::$class, $list),)*];
    };
}

classes! {
    /// Reporting verbs without a tilt: said, told, added.
    CueNeutral = "cue-neutral",
    /// Reporting verbs that stress: argued, insisted.
    CueAssertive = "cue-assertive",
    /// Reporting verbs that doubt: claimed, alleged.
    CueDoubting = "cue-doubting",
    /// Reporting verbs that concede: admitted, acknowledged.
    CueConceding = "cue-conceding",
    /// Speech acts: accused, vowed, urged, denied.
    CueAct = "cue-act",
    /// Thought and feeling put in words: believes, fears, hopes.
    CueThought = "cue-thought",
    /// What documents and data do: showed, found, revealed.
    CueEvidence = "cue-evidence",
    /// Verbs of the mind, of taking sides and of dealing in words: supports, mocks, hesitates.
    CueStance = "cue-stance",
    /// Nouns of speech, thought and record: speech, doubt, poll.
    StanceNoun = "stance-noun",
    /// What people are in mind: sure, worried, willing.
    StanceAdjective = "stance-adjective",
    /// Verbs of an impression: seems, appears, looks.
    Seeming = "seeming",
    /// Verbs that report only beside a quotation: continued, responded.
    CueBesideQuotation = "cue-beside-quotation",
    /// Words that open a sentence and are no part of a name: however, meanwhile.
    Opener = "opener",
    /// Reporting verbs whose form is as often a noun: plans, calls, states.
    NounOrVerb = "noun-or-verb",
    /// Nouns that report: statement, claim, warning.
    CueNoun = "cue-noun",
    /// Documents and data that can be a source: report, figures, video.
    Document = "document",
    /// Roles a person speaks in: official, spokesman, analyst.
    Role = "role",
    /// Bodies that speak: police, ministry, court.
    Institution = "institution",
    /// Those who speak as the body they speak for.
    Spokesperson = "spokesperson",
    /// Those who answer for the person they stand beside: lawyer, campaign, office.
    Proxy = "proxy",
    /// States, and capitals that stand for their governments.
    State = "state",
    /// Groups without a name: experts, critics, observers.
    VagueGroup = "vague-group",
    /// He, she, they.
    PersonPronoun = "person-pronoun",
    /// Titles before a name: Mr, President, Gen.
    Title = "title",
    /// Not, never, no.
    Negation = "negation",
    /// May, might, reportedly, allegedly.
    Hedge = "hedge",
    /// If, would, planned: under them nothing is said to be so.
    LeavesOpen = "leaves-open",
    /// People, civilians, children.
    PersonNoun = "person-noun",
    /// Is, was, has, will and their kin.
    Auxiliary = "auxiliary",
    /// The, a, his, this.
    Determiner = "determiner",
    /// In, of, to, from.
    Preposition = "preposition",
    /// And, but, while, because.
    Conjunction = "conjunction",
    /// Common first names.
    GivenName = "given-name",
    /// First names that women bear.
    WomanName = "woman-name",
    /// First names that women and men bear.
    EitherName = "either-name",
    /// Last words of the names of bodies: News, Motors, Alliance.
    BodyEnding = "body-ending",
    /// Last words that make a name a body's: Agency, Times, United.
    BodyName = "body-name",
    /// Countries and large cities.
    PlaceName = "place-name",
    /// Adjectives of countries, which name nobody by themselves: "his Russian counterpart".
    Demonym = "demonym",
    /// Other words that open a sentence with a capital and are no names.
    SentenceOpener = "sentence-opener",
    /// Attacks, as nouns.
    EventAttack = "event-attack",
    /// Explosions, as nouns.
    EventBlast = "event-blast",
    /// Crashes, as nouns.
    EventCrash = "event-crash",
    /// Fires, as nouns.
    EventFire = "event-fire",
    /// Natural disasters, as nouns.
    EventDisaster = "event-disaster",
    /// Schemes and crimes, as nouns.
    EventScheme = "event-scheme",
    /// Incident, tragedy: nouns for any event.
    EventAny = "event-any",
    /// Alleged, attempted: words before an event that leave it open.
    EventHedge = "event-hedge",
    /// Words that end the words a figure counts: in, the, who, was.
    FigureStop = "figure-stop",
    /// Number words: two, dozen, million.
    NumberWord = "number-word",
    /// Past tenses and participles that do not end in -ed.
    Past = "past",
    /// Names of months, long and short.
    Month = "month",
    /// Names of weekdays, long and short.
    Weekday = "weekday",
}

/// Words that hold a sentence together and tell nothing by themselves.
pub const LIGHT: [Class; 5] = [
    Class::Determiner,
    Class::Preposition,
    Class::Conjunction,
    Class::Auxiliary,
    Class::PersonPronoun,
];

/// Two lists of classes as one; `N` is the number of both together.
pub(in crate::facts) const fn joined<const N: usize>(first: &[Class], more: &[Class]) -> [Class; N] {
    assert!(first.len() + more.len() == N, "the list holds both");
    let mut all = [Class::CueNeutral; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() {
            first[at]
        } else {
            more[at - first.len()]
        };
        at += 1;
    }
    all
}

/// The classes of a table, in its order.
pub(in crate::facts) const fn classes_of<T, const N: usize>(table: &[(Class, T); N]) -> [Class; N] {
    let mut all = [Class::CueNeutral; N];
    let mut at = 0;
    while at < N {
        all[at] = table[at].0;
        at += 1;
    }
    all
}

/// Word classes and the phrases that facts are drawn from.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Lexicon {
    /// A bit for each class, by word.
    classes: Table<u64>,
    /// The tag of each of the lists of phrases, in their order.
    tags: Vec<Tag>,
}

/// Lists of phrases (not of single words) that facts are drawn from.
const PHRASE_LISTS: &[&str] = &[
    "according-to",
    "not-a-cue",
    "cue-phrase",
    "claim-casualty",
    "claim-accusation",
    "claim-motive",
    "claim-cause",
    "claim-superlative",
    "claim-forecast",
    "claim-trend",
    "claim-damage",
    "act-denied",
    "act-not-denied",
    "act-denied-whole",
    "act-alleged",
    "act-doer",
    "act-did",
    "act-left-open",
    "act-owned",
    "act-killing",
    "act-crime",
    "verification",
];

impl Lexicon {
    /// Reads the lists. A list that is missing or holds an entry that cannot be read counts as empty
    /// there: the built-in lists are held by tests.
    pub fn build(lists: &Lists, vocabulary: &mut Vocabulary, phrases: &mut Phrases) -> Self {
        let mut lexicon = Self::default();
        let (mut classes, mut words) = (Vec::new(), Vec::new());
        let mut read = |list: &str, words: &mut Vec<WordId>| {
            words.clear();
            for entry in lists.get(list).into_iter().flatten() {
                crate::text::phrase::add_words(entry, vocabulary, words).unwrap_or_default();
            }
        };
        for (class, list) in CLASSES {
            read(list, &mut words);
            for word in &words {
                let slot = word.0 as usize;
                if classes.len() <= slot {
                    classes.resize(slot + 1, 0_u64);
                }
                classes[slot] |= 1 << *class as u8;
            }
        }
        lexicon.classes = classes.into_iter().collect();
        phrases.set_number_words(
            (1..lexicon.classes.len() as u32)
                .map(WordId)
                .filter(|w| lexicon.has(*w, Class::NumberWord))
                .collect(),
        );
        read("hiding-adverb", &mut words);
        phrases.set_passed_over(words);
        for list in PHRASE_LISTS {
            let tag = phrases.tag();
            let entries = lists.get(list).into_iter().flatten();
            let faults = phrases.add_all(entries, tag, lists, vocabulary);
            debug_assert!(faults.is_empty(), "{list}: {faults:?}");
            lexicon.tags.push(tag);
        }
        lexicon
    }

    /// Is the word of this class?
    #[must_use]
    #[inline]
    pub fn has(&self, word: WordId, class: Class) -> bool {
        self.bits(word) & (1 << class as u8) != 0
    }

    /// Is the word of any of these classes?
    #[must_use]
    #[inline]
    pub fn any(&self, word: WordId, classes: &[Class]) -> bool {
        let mask = classes.iter().fold(0_u64, |bits, c| bits | 1 << *c as u8);
        self.bits(word) & mask != 0
    }

    /// Is the token a word of this class?
    #[must_use]
    #[inline]
    pub fn is(&self, token: &Token, class: Class) -> bool {
        self.has(token.word, class)
    }

    /// Is the token a word that tells something, and none that only holds a sentence together?
    #[must_use]
    #[inline]
    pub fn is_content(&self, token: &Token) -> bool {
        token.is_word() && !self.any(token.word, &LIGHT)
    }

    #[inline]
    fn bits(&self, word: WordId) -> u64 {
        if word == WordId::UNKNOWN {
            0
        } else {
            self.classes.get(word.0 as usize).unwrap_or(0)
        }
    }

    /// The tag under which a list's phrases are found.
    ///
    /// # Panics
    /// If the list is not one that facts are drawn from: a slip in this crate, which a test would show.
    #[must_use]
    pub fn tag(&self, list: &str) -> Tag {
        let number = PHRASE_LISTS.iter().position(|name| *name == list);
        number
            .and_then(|number| self.tags.get(number).copied())
            .expect("facts ask only for their own lists")
    }
}
