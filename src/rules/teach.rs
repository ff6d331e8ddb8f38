//! serde's and toml's errors in the words of somebody who writes rules and is no programmer.

use super::fault::Fault;
use super::letter;

/// A message and what to do about it.
type Lesson = (String, Option<String>);

/// Keys that must be there, and how each is written.
const WANTED: &[(&str, &str)] = &[
    (
        "summary",
        "say in a few words what it finds: summary = \"jargon of the water board\"",
    ),
    (
        "message",
        "say what is wrong, quoting the copy: message = \"{match} is jargon\"",
    ),
    (
        "why",
        "give a reason an editor can read aloud: why = \"Readers do not know the term.\"",
    ),
    (
        "advice",
        "say what to do about it: advice = \"Name the thing in plain words.\"",
    ),
    (
        "severity",
        "say how much it matters: severity = \"minor\" (or critical, major, info)",
    ),
    (
        "check",
        "say what to look for: a table [check.KIND]; `presscheck rules new` writes one",
    ),
    ("terms", "list the words: terms = [\"leverage\", \"utilis{e,es,ed}\"]"),
    (
        "regex",
        "give the pattern between single quotes: regex = '\\d+ percent'",
    ),
    ("title", "give the pack a name for readers: title = \"House style\""),
    ("version", "number its edition: version = \"1.0.0\""),
    (
        "about",
        "say what it is for: about = \"Words this paper does not use.\"",
    ),
    ("reason", "say why it may stand: reason = \"the court's own term\""),
    ("by", "sign with initials: by = \"mk\""),
];

/// The first name in backticks, and all names in backticks after "expected".
pub(super) fn ticked(message: &str) -> (String, Vec<String>) {
    let names = |text: &str| {
        text.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (before, after) = message.split_once(", expected").unwrap_or((message, ""));
    // The wrong name may itself hold a backtick or a comma; everything between the outer two is it.
    let wrong = before
        .split_once('`')
        .and_then(|(_, rest)| rest.rsplit_once('`'))
        .map_or("", |(wrong, _)| wrong);
    (wrong.to_owned(), names(after))
}

pub(super) fn unknown_key(
    wrong: &str,
    near: Option<&str>,
    known: &[String],
    table: &str,
    what: &str,
    kinds: bool,
) -> Lesson {
    let message = if kinds {
        format!("there is no kind of rule called `{wrong}`")
    } else if table.is_empty() {
        format!("`{wrong}` is not a key of {what}")
    } else {
        format!("`{wrong}` is not a key of {table}")
    };
    let help = match near {
        Some(near) => meant(wrong, &format!("`{near}`")),
        None if known.is_empty() => "nothing may stand here".to_owned(),
        None if kinds => format!("the kinds are {}", listed(known)),
        None => format!("the keys here are {}", listed(known)),
    };
    (message, Some(help))
}

pub(super) fn unknown_value(wrong: &str, near: Option<&str>, known: &[String], key: Option<&str>) -> Lesson {
    let message = match key {
        Some(key) => format!("`{key}` cannot be \"{wrong}\""),
        None => format!("\"{wrong}\" cannot stand here"),
    };
    let help = match near {
        Some(near) => meant(wrong, &format!("\"{near}\"")),
        None => format!("it is one of {}", listed(known)),
    };
    (message, Some(help))
}

/// Did you mean …? Of two that look the same it is said what makes them two.
fn meant(wrong: &str, near: &str) -> String {
    match letter::impostor(wrong) {
        Some(c) => format!("did you mean {near}? {}", letter::named(c)),
        None => format!("did you mean {near}?"),
    }
}

pub(super) fn missing_key(key: &str, table: &str, what: &str) -> Lesson {
    let place = if table.is_empty() { what } else { table };
    let hint = WANTED.iter().find(|(name, _)| *name == key);
    (
        format!("{place} needs `{key}`, which is missing"),
        hint.map(|(_, hint)| (*hint).to_owned()),
    )
}

pub(super) fn wrong_type(subject: &str, found: &str, source: &str, wanted: &str, message: &str) -> Lesson {
    let plain = !source.contains(['\n', '"', '[', '{']);
    let (sort, help) = match wanted {
        w if w.contains("names") && found == "boolean" => (
            "text in quotation marks",
            format!("write \"{}\"", if source == "true" { "on" } else { "off" }),
        ),
        w if w.contains("string") && plain => (
            "text in quotation marks",
            format!("put it in quotation marks: \"{source}\""),
        ),
        w if w.contains("string") => ("text in quotation marks", "write \"…\"".to_owned()),
        w if w.contains("sequence") && !source.contains('\n') => (
            "a list in square brackets",
            format!("put it in square brackets: [{source}]"),
        ),
        w if w.contains("sequence") => ("a list in square brackets", "write [\"…\", \"…\"]".to_owned()),
        w if w.contains("boolean") => (
            "true or false",
            "write true or false, without quotation marks".to_owned(),
        ),
        w if w.contains("number from") => (
            w,
            "look at what the key means: `presscheck schema rule` says it".to_owned(),
        ),
        w if w.starts_with('f') => ("a number", "write it in figures, without quotation marks".to_owned()),
        w if w.starts_with(['u', 'i']) => (
            "a whole number from 0 up",
            "write it in figures, without quotation marks".to_owned(),
        ),
        _ => ("a table of its own", "write { key = value }".to_owned()),
    };
    let found = match found {
        "string" => "text",
        "array" => "a list",
        "table" => "a table",
        "boolean" => "true or false",
        "datetime" => "a date",
        "integer" | "float" if message.starts_with("invalid value") => "this number",
        _ => "a number",
    };
    let message = if found == "this number" && wanted.contains("number from") {
        format!("{subject} must be {sort}")
    } else {
        format!("{subject} must be {sort}, not {found}")
    };
    (message, Some(help))
}

/// `kind = "lexicon"` in `[check]`.
pub(super) fn kind_as_key(kind: Option<&str>) -> Lesson {
    let kind = kind.filter(|kind| !kind.is_empty()).unwrap_or("KIND");
    (
        "the kind of a rule is the name of its table, and no key".to_owned(),
        Some(format!(
            "write [check.{kind}] in place of [check], and delete the line `kind`"
        )),
    )
}

/// A key of the whole file that stands in a table of rules.
pub(crate) fn misplaced(key: &str, table: &str) -> Lesson {
    (
        format!("`{key}` belongs to the whole file, and stands in {table} here"),
        Some(format!("put the line at the top of the file, above {table}")),
    )
}

pub(super) fn two_kinds(names: &[String]) -> Lesson {
    (
        format!("a rule looks for one thing, and this one has {}", listed(names)),
        Some("make a rule file of its own for each [check.…]".to_owned()),
    )
}

/// A fault in the TOML itself.
pub(super) fn syntax(file: &str, text: &str, error: &toml::de::Error) -> Fault {
    let raw = error.message();
    let start = text.floor_char_boundary(error.span().map_or(0, |s| s.start));
    let end = text.floor_char_boundary(error.span().map_or(0, |s| s.end)).max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let array = raw.contains("array");
    if let Some((at, c)) = letter::stray(line) {
        let span = line_start + at..line_start + at + c.len_utf8();
        return Fault::new(file, Some(span), letter::named(c)).with_help(Some(letter::instead(c).to_owned()));
    }
    let (span, message, help) = if raw.contains("duplicate key") {
        (
            start..end,
            "this key stands here twice".to_owned(),
            "a key stands once in a table: put the two together, or delete one",
        )
    } else if raw.contains("escape") {
        // The letter behind the backslash may be of more than one byte.
        let behind = text.ceil_char_boundary((start + 1).min(text.len()));
        let slash = text[..behind].rfind('\\').unwrap_or(start);
        let escape: String = text[slash..].chars().take(2).collect();
        (
            slash..slash + escape.len(),
            format!("`{escape}` means nothing between double quotation marks"),
            "put the text between single quotes, '…', where a backslash is a backslash",
        )
    } else if array && text[start..].starts_with(['"', '\'']) {
        (
            start..end,
            "a comma is missing before this entry".to_owned(),
            "entries of a list are parted by commas: [\"one\", \"two\"]",
        )
    } else if array && let Some(open) = text[..start].rfind("= [") {
        (
            open + 2..open + 3,
            "this list is never closed".to_owned(),
            "put a ] after its last entry",
        )
    } else if line.matches('"').count() % 2 == 1 {
        let open = line_start + line.find('"').unwrap_or(0);
        (
            open..line_start + line.len(),
            "the quotation marks on this line do not pair".to_owned(),
            "text stands between two of them; for copy that holds some, use '''three single quotes'''",
        )
    } else {
        (
            start..end,
            format!("this cannot be read as TOML: {raw}"),
            "text stands in quotation marks, lists in [square brackets], one `key = value` a line",
        )
    };
    Fault::new(file, Some(span), message).with_help(Some(help.to_owned()))
}

/// "a, b and c".
pub(super) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("`{}`", one.as_ref()),
        [init @ .., last] => {
            let init: Vec<String> = init.iter().map(|n| format!("`{}`", n.as_ref())).collect();
            format!("{} and `{}`", init.join(", "), last.as_ref())
        }
    }
}
