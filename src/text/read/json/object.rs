//! Objects of a JSON file, asked for what they hold; strings decoded with the place of each piece.

use crate::text::Field;
use crate::text::read::Reading;
use jiff::civil::Date;
use jsonc_parser::ast::{self, StringLit, Value};
use memchr::memchr;
use rustc_hash::FxHashMap;

/// Where the text of an object stands that only wraps one: `{"rendered": "…"}`, `{"value": "…"}`.
const WRAPPED: &[&str] = &[
    "rendered", "value", "basic", "main", "text", "html", "content", "name", "@value",
];

/// An object and the source it was read from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Object<'a> {
    source: &'a str,
    object: &'a ast::Object<'a>,
}

impl<'a> Object<'a> {
    /// The objects in a value: itself, or those of an array.
    pub(super) fn values(source: &'a str, value: &'a Value<'a>) -> Vec<Self> {
        let alone = std::slice::from_ref(value);
        let all = if let Value::Array(array) = value {
            &array.elements
        } else {
            alone
        };
        let objects = all.iter().filter_map(Value::as_object);
        objects.map(|object| Self { source, object }).collect()
    }

    /// A value. Of two with the same key the later one counts, as in a browser.
    pub(super) fn get(&self, key: &str) -> Option<&'a Value<'a>> {
        let mut values = self.object.properties.iter().rev();
        values.find(|p| p.name.as_str() == key).map(|p| &p.value)
    }

    /// The keys of some sort in order, each once, with the text that the last of the key has.
    pub(super) fn texts_of(&self, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = (&'a str, Reading)> {
        let properties = &self.object.properties;
        let mut last: FxHashMap<&str, usize> = FxHashMap::default();
        for (at, property) in properties.iter().enumerate().filter(|(_, p)| wanted(p.name.as_str())) {
            last.insert(property.name.as_str(), at);
        }
        let own = *self;
        properties.iter().filter_map(move |property| {
            let key = property.name.as_str();
            // Asked for at its first place, so that the order is that of the keys.
            let at = last.remove(key)?;
            let text = literal(&properties[at].value)?;
            (!text.value.trim().is_empty()).then(|| (key, own.decode(text)))
        })
    }

    /// The keys in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.object.properties.iter().map(|p| p.name.as_str())
    }

    /// The objects under a key.
    pub(super) fn all(&self, key: &str) -> Vec<Self> {
        self.get(key)
            .map_or_else(Vec::new, |value| Self::values(self.source, value))
    }

    /// The object under a key.
    pub(super) fn object(&self, key: &str) -> Option<Self> {
        self.all(key).into_iter().next()
    }

    /// All objects right inside it.
    pub(super) fn inside(&self) -> impl Iterator<Item = Self> {
        let source = self.source;
        let values = self.object.properties.iter();
        values.flat_map(move |p| Self::values(source, &p.value))
    }

    /// The words of a string under a key.
    pub(super) fn string(&self, key: &str) -> Option<String> {
        let text = literal(self.get(key)?)?.value.trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The first of these keys that holds text, decoded.
    pub(super) fn text(&self, keys: &[&str]) -> Option<Reading> {
        let mut found = keys.iter().filter_map(|key| literal(self.get(key)?));
        found
            .find(|text| !text.value.trim().is_empty())
            .map(|text| self.decode(text))
    }

    /// All texts under a key that holds one, or an array of them.
    pub(super) fn texts(&self, key: &str) -> Vec<Reading> {
        let value = self.get(key);
        let all = match value {
            Some(Value::Array(array)) => array.elements.iter().collect(),
            other => Vec::from_iter(other),
        };
        let texts = all
            .into_iter()
            .filter_map(literal)
            .filter(|t| !t.value.trim().is_empty());
        texts.map(|text| self.decode(text)).collect()
    }

    /// The day at the beginning of the first of these times.
    pub(super) fn day(&self, keys: &[&str]) -> Option<Date> {
        keys.iter().find_map(|key| self.string(key)?.get(..10)?.parse().ok())
    }

    /// The key, line and sort of a value that is no text at all.
    pub(super) fn mistyped<'k>(&self, key: &'k str) -> Option<(&'k str, usize, &'static str)> {
        let value = self.get(key)?;
        let sort = match value {
            Value::NumberLit(_) => "a number",
            Value::BooleanLit(_) => "true or false",
            Value::NullKeyword(_) => "null",
            Value::StringLit(_) => "no words",
            Value::Array(array) if array.elements.is_empty() => "an empty list",
            Value::Array(_) => "a list without text",
            Value::Object(_) => "an object of another form",
        };
        Some((key, super::line(self.source, value), sort))
    }

    /// A string with the place of each of its pieces.
    pub(super) fn decode(&self, text: &StringLit<'_>) -> Reading {
        let mut layer = Reading::default();
        self.append(text, &mut layer);
        layer
    }

    /// Appends a string to a layer, piece by piece: an escape is a piece of its own.
    pub(super) fn append(&self, text: &StringLit<'_>, layer: &mut Reading) {
        let end = text.range.end.saturating_sub(1);
        let mut at = text.range.start + 1;
        while at < end {
            let Some(written) = self.source.get(at..end) else {
                return;
            };
            match memchr(b'\\', written.as_bytes()) {
                Some(0) => {
                    let (decoded, len) = escape(written);
                    layer.replaced(decoded.encode_utf8(&mut [0; 4]), Field::Json, at, len);
                    at += len;
                }
                plain => {
                    let len = plain.unwrap_or(written.len());
                    layer.verbatim(&written[..len], Field::Json, at);
                    at += len;
                }
            }
        }
    }
}

/// A string, or the one that an object of the usual sort wraps, or the first of a list.
pub(super) fn literal<'a>(value: &'a Value<'a>) -> Option<&'a StringLit<'a>> {
    match value {
        Value::StringLit(text) => Some(text),
        Value::Object(object) => WRAPPED.iter().find_map(|key| {
            let mut properties = object.properties.iter().rev();
            let found = properties.find(|p| p.name.as_str() == *key)?;
            found.value.as_string_lit()
        }),
        Value::Array(array) => array.elements.first().and_then(Value::as_string_lit),
        _ => None,
    }
}

/// The character of the escape that begins here, and its length. The parser has seen that it is one; half
/// of a pair without the other half is shown as "�".
pub(super) fn escape(written: &str) -> (char, usize) {
    let bytes = written.as_bytes();
    let unit = |at: usize| {
        let hex = written
            .get(at + 2..at + 6)
            .filter(|_| written[at..].starts_with("\\u"))?;
        u16::from_str_radix(hex, 16).ok()
    };
    let plain = match bytes.get(1) {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'u') => {
            let units = [unit(0), unit(6)];
            let first = char::decode_utf16(units.into_iter().flatten()).next();
            return match first {
                Some(Ok(c)) => (c, 6 * c.len_utf16()),
                _ => ('\u{fffd}', 6.min(written.len())),
            };
        }
        Some(byte) if byte.is_ascii() => char::from(*byte),
        _ => return ('\\', 1),
    };
    (plain, 2)
}
