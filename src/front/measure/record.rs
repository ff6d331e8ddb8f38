//! A rule's record, written into its file with every other byte as it was.

use crate::finding::Precision;
use crate::front::Failure;
use crate::rules::Spanned;
use serde::Deserialize;

/// The part of a rule file that holds its record; the rest is not looked at.
#[derive(Deserialize)]
struct Recorded {
    measured: Option<Record>,
}

#[derive(Deserialize)]
struct Record {
    right: Spanned<u32>,
    wrong: Spanned<u32>,
    on: Spanned<String>,
}

/// A rule file's text with a new record: the three values changed where there is one, a table added to the
/// end where there is none. All else stays, byte for byte, comments and line ends too.
///
/// # Errors
/// If the text is not TOML, or its record lacks one of the three values.
pub(in crate::front) fn recorded(text: &str, judged: Precision, on: &str) -> Result<String, Failure> {
    let faulty = |e: toml::de::Error| Failure::new(e.message().to_owned()).help("`presscheck rules test` shows where.");
    let old: Recorded = toml::from_str(text).map_err(faulty)?;
    let on = toml::Value::String(on.to_owned()).to_string();
    let Some(old) = old.measured else {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let lines = [
            String::new(),
            "[measured]".to_owned(),
            format!("right = {}", judged.right),
            format!("wrong = {}", judged.wrong),
            format!("on    = {on}"),
            String::new(),
        ];
        return Ok(format!("{}{end}{}", text.trim_end(), lines.join(end)));
    };
    let mut values = [
        (old.right.span(), judged.right.to_string()),
        (old.wrong.span(), judged.wrong.to_string()),
        (old.on.span(), on),
    ];
    // From the back, so that the places before stay where they are.
    values.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut new = text.to_owned();
    for (span, value) in values {
        new.replace_range(span, &value);
    }
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: Precision = Precision { right: 12, wrong: 3 };

    #[test]
    fn a_record_is_changed_and_nothing_else() {
        let old = "# Ours.\r\nsummary  =   \"one\"  # two\r\n\r\n[measured] # by hand\r\nwrong = 1\r\nright=2 # so few\r\non = 'a'\r\n\r\n[check.lexicon]\r\n";
        let new = recorded(old, NEW, "the “desk” of\tMay").expect("it is TOML");
        assert_eq!(
            new,
            old.replace("wrong = 1", "wrong = 3")
                .replace("right=2", "right=12")
                .replace("'a'", "\"the “desk” of\\tMay\"")
        );
    }

    #[test]
    fn a_record_is_added_at_the_end() {
        let new = recorded("summary = \"one\"\n\n[[example]]\nflags = \"x\"\n\n\n", NEW, "b").expect("it is TOML");
        assert_eq!(
            new,
            "summary = \"one\"\n\n[[example]]\nflags = \"x\"\n\n[measured]\nright = 12\nwrong = 3\non    = \"b\"\n"
        );
        assert_eq!(
            recorded(&new, NEW, "b").expect("it is TOML"),
            new,
            "writing it again changes nothing"
        );
    }

    #[test]
    fn what_is_no_toml_is_left_alone() {
        assert!(recorded("summary = ", NEW, "b").is_err());
        assert!(recorded("[measured]\nright = 1\n", NEW, "b").is_err());
    }
}
