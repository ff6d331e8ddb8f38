//! Where in a parsed TOML table a span belongs.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A place in a table.
pub(super) struct Place<'a, 'i> {
    pub(super) node: Node<'a, 'i>,
    /// The table it stands in, as a header: `[check.lexicon]`; empty for the file itself.
    pub(super) table: String,
    /// The key it is the value of, or whose list it is an entry of.
    pub(super) key: Option<String>,
    /// Is it an entry of a list?
    pub(super) entry: bool,
}

/// What a span belongs to.
pub(super) enum Node<'a, 'i> {
    /// The table whose key it is.
    Key(&'a mut DeTable<'i>),
    Value(&'a mut Spanned<DeValue<'i>>),
}

/// The key or the value with this span.
pub(super) fn find<'a, 'i>(table: &'a mut Spanned<DeTable<'i>>, span: &Range<usize>) -> Option<Place<'a, 'i>> {
    in_table(table.get_mut(), span, "")
}

fn in_table<'a, 'i>(table: &'a mut DeTable<'i>, span: &Range<usize>, path: &str) -> Option<Place<'a, 'i>> {
    if table.keys().any(|k| k.span() == *span) {
        return Some(Place {
            node: Node::Key(table),
            table: header(path),
            key: None,
            entry: false,
        });
    }
    for (key, value) in table.iter_mut() {
        let key = key.get_ref().to_string();
        if let Some(place) = in_value(value, span, path, &key) {
            return Some(place);
        }
    }
    None
}

fn in_value<'a, 'i>(
    value: &'a mut Spanned<DeValue<'i>>,
    span: &Range<usize>,
    path: &str,
    key: &str,
) -> Option<Place<'a, 'i>> {
    let holds = holds(value.get_ref(), span);
    if value.span() == *span && !holds {
        return Some(Place {
            node: Node::Value(value),
            table: header(path),
            key: Some(key.to_owned()),
            entry: false,
        });
    }
    let below = if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    };
    match value.get_mut() {
        DeValue::Table(table) => in_table(table, span, &below),
        DeValue::Array(array) => array.iter_mut().find_map(|v| {
            let place = in_value(v, span, path, key)?;
            let entry = matches!(place.node, Node::Value(_)) && place.key.as_deref() == Some(key);
            Some(Place { entry, ..place })
        }),
        _ => None,
    }
}

/// Does something inside a value have this very span? (`[check.lexicon]` gives it to `check` too.)
fn holds(value: &DeValue<'_>, span: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => table
            .iter()
            .any(|(k, v)| k.span() == *span || v.span() == *span && v.get_ref().is_table() || holds(v.get_ref(), span)),
        DeValue::Array(array) => array.iter().any(|v| v.span() == *span || holds(v.get_ref(), span)),
        _ => false,
    }
}

/// The innermost table with this span that lacks a key, and its header.
pub(super) fn find_table<'a, 'i>(
    table: &'a mut Spanned<DeTable<'i>>,
    span: &Range<usize>,
    key: &str,
) -> Option<(&'a mut DeTable<'i>, String)> {
    let place = find(table, span)?;
    let title = match (&place.key, place.table.as_str()) {
        (Some(key), "") => header(key),
        (Some(key), table) => header(&format!("{}.{key}", table.trim_matches(['[', ']']))),
        (None, table) => table.to_owned(),
    };
    match place.node {
        Node::Value(value) => match value.get_mut() {
            DeValue::Table(table) if !table.contains_key(key) => Some((table, title)),
            _ => None,
        },
        Node::Key(_) => None,
    }
}

fn header(path: &str) -> String {
    match path {
        "" => String::new(),
        "example" => "[[example]]".to_owned(),
        path => format!("[{path}]"),
    }
}
