//! From a TOML file to a type as written, with all faults of the file and not only the first.
//!
//! serde stops at its first error. Here each error is put on record, mended in the parsed table (a
//! misspelt key gets its right name, a missing or mistyped value a stand-in) and the table is read
//! again, until it can be read. Stand-ins have spans that no file has, so that a fault found later in
//! a stand-in can be told from a fault in what somebody wrote; see [`written_by_hand`].

use super::fault::Fault;
use super::near::nearest;
use super::place::{Node, find, find_table};
use super::teach;
pub(crate) use super::teach::misplaced;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// Where the spans of stand-ins begin: far beyond the end of any file that can be read.
const STAND_INS: usize = usize::MAX / 2;
/// Errors mended in one file before reading is given up: more would be no help to anybody.
const MOST_MENDED: usize = 60;

/// What a configuration is called in messages.
pub const CONFIGURATION: &str = "presscheck.toml";
/// Keys of a configuration that stand above its tables.
pub const OF_THE_WHOLE_FILE: [&str; 6] = ["extends", "fail_on", "least", "packs", "profile", "reference"];

/// Does a span belong to something that stands in the file?
#[must_use]
pub fn written_by_hand(span: &Range<usize>) -> bool {
    span.start < STAND_INS
}

/// Reads a file. All its faults go to `faults`; the answer is `None` only if they leave nothing to go on
/// with. `what` names the thing for messages: "a rule", "a pack".
pub fn read<T: DeserializeOwned>(what: &str, file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<T> {
    // Almost every file is sound, and for those nothing needs to be copied.
    if let Ok(written) = toml::from_str(text) {
        return Some(written);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        // What follows the first slip is mostly its echo.
        faults.extend(errors.first().map(|error| teach::syntax(file, text, error)));
        return None;
    }
    let mut mender = Mender {
        what,
        file,
        text,
        table,
        stand_ins: 0,
        faults,
    };
    for _ in 0..MOST_MENDED {
        match T::deserialize(toml::Deserializer::from(mender.table.clone())) {
            Ok(written) => return Some(written),
            Err(error) => mender.mend(&error)?,
        }
    }
    None
}

struct Mender<'a, 'i> {
    what: &'a str,
    file: &'a str,
    text: &'a str,
    table: Spanned<DeTable<'i>>,
    stand_ins: usize,
    faults: &'a mut Vec<Fault>,
}

impl Mender<'_, '_> {
    /// Puts an error on record and mends the table; `None` if it cannot be mended.
    fn mend(&mut self, error: &toml::de::Error) -> Option<()> {
        let message = error.message();
        let Some(span) = error.span() else {
            return self.give_up(error);
        };
        let (problem, rest) = message.split_once(' ').unwrap_or((message, ""));
        match (problem, rest.split_once(' ').map_or("", |(word, _)| word)) {
            ("unknown", "field" | "variant") => self.unknown(&span, message).or_else(|| self.give_up(error)),
            ("missing", _) => self.missing(&span, message),
            ("invalid", _) | ("wanted" | "expected", "string") => {
                self.mistyped(&span, message).or_else(|| self.give_up(error))
            }
            ("wanted", "exactly") => self.crowded(&span).or_else(|| self.give_up(error)),
            _ => self.give_up(error),
        }
    }

    fn give_up(&mut self, error: &toml::de::Error) -> Option<()> {
        let span = error.span();
        if span.as_ref().is_none_or(written_by_hand) {
            self.faults
                .push(Fault::new(self.file, span, error.message().to_owned()));
        }
        None
    }

    /// A key or a value that is not among those that may stand there.
    fn unknown(&mut self, span: &Range<usize>, message: &str) -> Option<()> {
        let (wrong, known) = teach::ticked(message);
        let near = nearest(&wrong, known.iter().map(String::as_str));
        let stand_in = self.stand_in();
        let place = find(&mut self.table, span)?;
        let title = place.table.clone();
        match place.node {
            Node::Key(table) => {
                let (key, value) = table.remove_entry(wrong.as_str())?;
                let kinds = title == "[check]";
                let as_key = (kinds && wrong == "kind").then(|| teach::kind_as_key(value.get_ref().as_str()));
                let others = known.iter().filter(|k| !table.contains_key(k.as_str()));
                if let Some(near) = nearest(&wrong, others.map(String::as_str)) {
                    table.insert(Spanned::new(key.span(), near.to_owned().into()), value);
                } else if kinds && let Some(first) = known.first() {
                    let empty = DeValue::Table(DeTable::new());
                    let name = DeString::from(first.clone());
                    table.insert(
                        Spanned::new(stand_in.clone(), name),
                        Spanned::new(stand_in.clone(), empty),
                    );
                }
                let fault =
                    as_key.unwrap_or_else(|| teach::unknown_key(&wrong, near, &known, &title, self.what, kinds));
                self.record(span, fault);
            }
            Node::Value(value) => {
                let hand = written_by_hand(span);
                *value = Spanned::new(stand_in.clone(), first_variant(&known, &wrong, &stand_in));
                if hand && let Some(key) = place.key.as_deref().filter(|key| is_misplaced(key, &title, self.what)) {
                    let fault = misplaced(key, &title);
                    self.record(span, fault);
                } else if hand {
                    let fault = teach::unknown_value(&wrong, near, &known, place.key.as_deref());
                    self.record(span, fault);
                }
            }
        }
        Some(())
    }

    /// A key that has to be there and is not.
    fn missing(&mut self, span: &Range<usize>, message: &str) -> Option<()> {
        let (key, _) = teach::ticked(message);
        let stand_in = self.stand_in();
        let whole_file = *span == self.table.span();
        let title = if whole_file {
            self.table
                .get_mut()
                .insert(stand_in_key(&key, &stand_in), text(&stand_in));
            String::new()
        } else {
            let place = find_table(&mut self.table, span, &key)?;
            place.0.insert(stand_in_key(&key, &stand_in), text(&stand_in));
            place.1
        };
        if written_by_hand(span) {
            let fault = teach::missing_key(&key, &title, self.what);
            if whole_file {
                self.faults
                    .push(Fault::new(self.file, None, fault.0).with_help(fault.1));
            } else {
                self.record(span, fault);
            }
        }
        Some(())
    }

    /// A value of another sort than is wanted.
    fn mistyped(&mut self, span: &Range<usize>, message: &str) -> Option<()> {
        let wanted = if message.starts_with("wanted") {
            "one of its names, a string"
        } else {
            message.split_once("expected ")?.1
        };
        let stand_in = self.stand_in();
        let place = find(&mut self.table, span)?;
        let Node::Value(value) = place.node else { return None };
        let found = value.get_ref().type_str();
        let wrong_place = place
            .key
            .clone()
            .filter(|key| is_misplaced(key, &place.table, self.what));
        let next = match wanted {
            w if w.contains("string") => DeValue::String("".into()),
            w if w.contains("sequence") => DeValue::Array(toml::de::DeArray::new()),
            w if w.contains("boolean") => DeValue::Boolean(false),
            w if w.contains("number from") || w.starts_with(['u', 'i', 'f']) => {
                DeTable::parse("n = 1").ok()?.into_inner().remove("n")?.into_inner()
            }
            w if w.starts_with("struct") || w.contains("map") => DeValue::Table(DeTable::new()),
            _ => return None,
        };
        *value = Spanned::new(stand_in, next);
        if written_by_hand(span) {
            let subject = match (place.key.as_deref(), place.entry) {
                (Some(key), false) => format!("`{key}`"),
                (Some(key), true) => format!("an entry of `{key}`"),
                (None, _) => "this".to_owned(),
            };
            let source = self.text.get(span.clone()).unwrap_or_default();
            let fault = match wrong_place {
                Some(key) => misplaced(&key, &place.table),
                None => teach::wrong_type(&subject, found, source, wanted, message),
            };
            self.record(span, fault);
        }
        Some(())
    }

    /// A `[check]` without a kind, or with two.
    fn crowded(&mut self, span: &Range<usize>) -> Option<()> {
        let stand_in = self.stand_in();
        let place = find(&mut self.table, span)?;
        let value = match place.node {
            Node::Value(value) => value,
            Node::Key(table) => table.iter_mut().find(|(k, _)| k.span() == *span)?.1,
        };
        let DeValue::Table(table) = value.get_mut() else {
            return None;
        };
        let names: Vec<String> = table.keys().map(|k| k.get_ref().to_string()).collect();
        if let Some(kind) = table.remove("kind") {
            let kind = kind.get_ref().as_str().unwrap_or_default().to_owned();
            // What stands beside it was meant for the table of the kind.
            let settings = std::mem::take(table);
            table.insert(
                stand_in_key(&kind, &stand_in),
                Spanned::new(stand_in, DeValue::Table(settings)),
            );
            self.record(span, teach::kind_as_key(Some(&kind)));
            return Some(());
        }
        let (_, surplus) = names.split_first()?;
        for name in surplus {
            table.remove(name.as_str());
        }
        self.record(span, teach::two_kinds(&names));
        Some(())
    }

    fn record(&mut self, span: &Range<usize>, (message, help): (String, Option<String>)) {
        if written_by_hand(span) {
            self.faults
                .push(Fault::new(self.file, Some(span.clone()), message).with_help(help));
        }
    }

    fn stand_in(&mut self) -> Range<usize> {
        self.stand_ins += 1;
        let at = STAND_INS + self.stand_ins;
        at..at
    }
}

/// Is it a key of the whole configuration, written below the head of a table of rules?
fn is_misplaced(key: &str, table: &str, what: &str) -> bool {
    what == CONFIGURATION && table.ends_with("rules]") && OF_THE_WHOLE_FILE.contains(&key)
}

fn stand_in_key<'i>(key: &str, span: &Range<usize>) -> Spanned<DeString<'i>> {
    Spanned::new(span.clone(), DeString::from(key.to_owned()))
}

fn text<'i>(span: &Range<usize>) -> Spanned<DeValue<'i>> {
    Spanned::new(span.clone(), DeValue::String("".into()))
}

/// A value for an enum: the first name, or that name as a table where a name alone was refused before.
fn first_variant<'i>(known: &[String], refused: &str, span: &Range<usize>) -> DeValue<'i> {
    let first = known.first().cloned().unwrap_or_default();
    // Kinds are the only names that want a table of their own.
    if known.iter().any(|k| k == "lexicon") && refused.is_empty() {
        let mut table = DeTable::new();
        table.insert(
            stand_in_key(&first, span),
            Spanned::new(span.clone(), DeValue::Table(DeTable::new())),
        );
        return DeValue::Table(table);
    }
    DeValue::String(first.into())
}
