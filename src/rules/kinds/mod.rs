//! The kinds of rule. A kind is one file here, its `mod` line and its line in `kinds!`.

pub mod accused_silent;
pub mod age;
mod around;
pub mod calendar;
pub mod capitalization;
pub mod capitals;
pub mod certainty;
pub mod change;
pub mod claim;
mod clock;
pub mod comment;
pub mod comment_share;
pub mod conditional;
pub mod conversion;
pub mod day_at_top;
pub mod direction;
pub mod duplicate;
pub mod duplicate_line;
pub mod elapsed;
pub mod ends_with;
pub mod exchange_range;
pub mod exchange_rate;
mod figures;
pub mod first_name;
pub mod headline_figure;
pub mod holder;
pub mod honorific;
pub mod interval;
pub mod lexicon;
pub mod line;
pub mod listed;
pub mod loaded;
pub mod made_of;
pub mod malformed;
pub mod margin;
pub mod metric;
pub mod multiple;
pub mod name_variant;
pub mod negated;
pub mod no_quotation;
pub mod no_such_day;
pub mod occurrence;
pub mod order;
pub mod pair;
pub mod part_whole;
pub mod pattern;
pub mod picture;
pub mod placed;
pub mod promise;
pub mod pronoun;
pub mod quote_drift;
pub mod relative_day;
pub mod repetition;
pub mod reprint;
pub mod responsibility;
pub mod reversal;
pub mod scare_quote;
pub mod share;
pub mod shares;
pub mod single_source;
pub mod slot;
pub mod source;
pub mod speakerless;
pub mod spelling;
pub mod stranger;
pub mod substitution;
pub mod sum;
pub mod swap;
pub mod taken_up;
pub mod teaser;
pub mod thread;
pub mod title;
pub mod twice;
pub mod unintroduced;
pub mod unreported_statement;
pub mod verb_balance;

use super::check::Check;
use super::compiler::Compiler;
use serde::Deserialize;

/// What a kind is: the settings a rule may give it, and the check they make.
pub trait Kind: Sized {
    /// What rules of this kind do, for those who write them.
    const SUMMARY: &'static str;
    /// The values a message may name beside `{match}` and `{other}`.
    const VALUES: &'static [&'static str] = &[];

    /// Makes the check. What is wrong goes to the compiler.
    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check>;
}

/// Declares the kinds: the name in a rule's `[check.NAME]`, and the settings as written.
macro_rules! kinds {
    ($($name:literal $variant:ident($settings:ty),)*) => {
        /// The `[check.KIND]` table of a rule.
        #[derive(Clone, Debug, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum CheckAsWritten {
            $(#[doc = concat!("`[check.", $name, "]`")] #[serde(rename = $name)] $variant($settings),)*
        }

        impl CheckAsWritten {
            /// The kind's name.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)* }
            }

            /// The values a message of this kind may name.
            #[must_use]
            pub fn values(&self) -> &'static [&'static str] {
                match self { $(Self::$variant(_) => <$settings as Kind>::VALUES,)* }
            }

            /// Makes the check.
            pub fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
                match self { $(Self::$variant(settings) => settings.compile(compiler),)* }
            }
        }

        /// Each kind's name with what it does.
        pub const KINDS: &[(&str, &str)] = &[$(($name, <$settings as Kind>::SUMMARY),)*];
    };
}

kinds! {
    "accused-silent" AccusedSilent(accused_silent::Settings),
    "age" Age(age::Settings),
    "calendar" Calendar(calendar::Settings),
    "capitalization" Capitalization(capitalization::Settings),
    "capitals" Capitals(capitals::Settings),
    "certainty" Certainty(certainty::Settings),
    "change" Change(change::Settings),
    "claim" Claim(claim::Settings),
    "comment" Comment(comment::Settings),
    "comment-share" CommentShare(comment_share::Settings),
    "conditional" Conditional(conditional::Settings),
    "conversion" Conversion(conversion::Settings),
    "day-at-top" DayAtTop(day_at_top::Settings),
    "direction" Direction(direction::Settings),
    "duplicate" Duplicate(duplicate::Settings),
    "duplicate-line" DuplicateLine(duplicate_line::Settings),
    "elapsed" Elapsed(elapsed::Settings),
    "ends-with" EndsWith(ends_with::Settings),
    "exchange-range" ExchangeRange(exchange_range::Settings),
    "exchange-rate" ExchangeRate(exchange_rate::Settings),
    "first-name" FirstName(first_name::Settings),
    "headline-figure" HeadlineFigure(headline_figure::Settings),
    "holder" Holder(holder::Settings),
    "honorific" Honorific(honorific::Settings),
    "interval" Interval(interval::Settings),
    "lexicon" Lexicon(lexicon::Settings),
    "line" Line(line::Settings),
    "listed" Listed(listed::Settings),
    "loaded" Loaded(loaded::Settings),
    "made-of" MadeOf(made_of::Settings),
    "malformed" Malformed(malformed::Settings),
    "margin" Margin(margin::Settings),
    "metric" Metric(metric::Settings),
    "multiple" Multiple(multiple::Settings),
    "name-variant" NameVariant(name_variant::Settings),
    "negated" Negated(negated::Settings),
    "no-quotation" NoQuotation(no_quotation::Settings),
    "no-such-day" NoSuchDay(no_such_day::Settings),
    "occurrence" Occurrence(occurrence::Settings),
    "order" Order(order::Settings),
    "pair" Pair(pair::Settings),
    "part-whole" PartWhole(part_whole::Settings),
    "pattern" Pattern(pattern::Settings),
    "picture" Picture(picture::Settings),
    "placed" Placed(placed::Settings),
    "promise" Promise(promise::Settings),
    "pronoun" Pronoun(pronoun::Settings),
    "quote-drift" QuoteDrift(quote_drift::Settings),
    "relative-day" RelativeDay(relative_day::Settings),
    "repetition" Repetition(repetition::Settings),
    "reprint" Reprint(reprint::Settings),
    "responsibility" Responsibility(responsibility::Settings),
    "reversal" Reversal(reversal::Settings),
    "scare-quote" ScareQuote(scare_quote::Settings),
    "share" Share(share::Settings),
    "shares" Shares(shares::Settings),
    "single-source" SingleSource(single_source::Settings),
    "slot" Slot(slot::Settings),
    "source" Source(source::Settings),
    "speakerless" Speakerless(speakerless::Settings),
    "spelling" Spelling(spelling::Settings),
    "stranger" Stranger(stranger::Settings),
    "substitution" Substitution(substitution::Settings),
    "sum" Sum(sum::Settings),
    "swap" Swap(swap::Settings),
    "taken-up" TakenUp(taken_up::Settings),
    "teaser" Teaser(teaser::Settings),
    "thread" Thread(thread::Settings),
    "title" Title(title::Settings),
    "twice" Twice(twice::Settings),
    "unintroduced" Unintroduced(unintroduced::Settings),
    "unreported-statement" UnreportedStatement(unreported_statement::Settings),
    "verb-balance" VerbBalance(verb_balance::Settings),
}
