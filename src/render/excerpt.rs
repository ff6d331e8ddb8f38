//! Words of the article with the flagged ones marked, whatever form the article has.

use crate::report::Place;
use crate::text::read::{json, markdown, rtf};
use crate::text::{Article, Field};

/// One character as a reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) char: char,
    /// The first byte it was read from.
    pub(super) at: usize,
}

/// The characters a reader sees of some bytes of the article: tags are left out, entities decoded, and
/// runs of white space made one space. Strings of JSON may hold HTML.
pub(super) fn seen(article: &Article, field: Field, start: usize, end: usize) -> Vec<Seen> {
    let source = article.field(field);
    let Some(slice) = source.get(start..end.min(source.len())) else {
        return Vec::new();
    };
    if field == Field::Json {
        let (slice, places) = json::unescaped(slice);
        let mut out = marked_up(&slice, Field::Html, 0);
        for seen in &mut out {
            seen.at = start + places.get(seen.at).copied().unwrap_or_default();
        }
        return out;
    }
    if field == Field::Markdown {
        let shown = markdown::shown(source, start, end.min(source.len()));
        // A comment, or an address alone, is shown as it stands.
        if !shown.is_empty() {
            return spaced(shown.into_iter().map(|(char, at)| Seen { char, at }));
        }
    }
    marked_up(slice, field, start)
}

/// The words of a place as a reader sees them, on one line.
pub(super) fn words(article: &Article, place: &Place) -> String {
    let seen = seen(article, place.field, place.start, place.end);
    // What is longer than a quotation in a report is cut where that is.
    let most = place.quote.chars().count();
    let mut out: String = seen.iter().take(most).map(|s| s.char).collect();
    if place.quote.ends_with('…') && seen.len() > most {
        out.push('…');
    }
    out
}

/// Characters with runs of white space made one space, and none at the end.
fn spaced(chars: impl IntoIterator<Item = Seen>) -> Vec<Seen> {
    let mut out: Vec<Seen> = Vec::new();
    for Seen { char, at } in chars {
        if !char.is_whitespace() {
            out.push(Seen { char, at });
        } else if out.last().is_some_and(|s| s.char != ' ') {
            out.push(Seen { char: ' ', at });
        }
    }
    while out.last().is_some_and(|s| s.char == ' ') {
        out.pop();
    }
    out
}

/// The characters a reader sees of a text that begins at `start`.
fn marked_up(slice: &str, field: Field, start: usize) -> Vec<Seen> {
    let mut out: Vec<Seen> = Vec::with_capacity(slice.len());
    let mut rest = slice;
    // Where one "<" is never closed, no later one is: it is looked for once.
    let mut closes = true;
    while let Some(first) = rest.chars().next() {
        let at = start + (slice.len() - rest.len());
        let (char, len) = match (field, first) {
            (Field::Html | Field::Xml, '<') => {
                let close = closes.then(|| rest.find('>')).flatten();
                closes &= close.is_some();
                close.map_or((Some('<'), 1), |close| (None, close + 1))
            }
            (Field::Html | Field::Xml, '&') => entity(rest),
            (Field::Rtf, '\\' | '{' | '}') => rtf::shown(rest),
            (Field::Rtf, '\r' | '\n') => (None, 1),
            _ => (Some(first), first.len_utf8()),
        };
        if let Some(char) = char {
            out.push(Seen { char, at });
        }
        rest = &rest[len..];
    }
    spaced(out)
}

/// The character of the entity that `rest` begins with, and its length in bytes.
fn entity(rest: &str) -> (Option<char>, usize) {
    let plain = (Some('&'), 1);
    // The longest names are rare in copy; one that is not known is shown as it stands.
    let Some(end) = rest.bytes().take(12).position(|b| b == b';') else {
        return plain;
    };
    let name = &rest[1..end];
    let number = match name.strip_prefix('#') {
        Some(hex) if hex.starts_with(['x', 'X']) => u32::from_str_radix(&hex[1..], 16).ok(),
        Some(decimal) => decimal.parse().ok(),
        None => None,
    };
    let named = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "ldquo" => Some('\u{201c}'),
        "rdquo" => Some('\u{201d}'),
        "lsquo" => Some('\u{2018}'),
        "rsquo" => Some('\u{2019}'),
        "ndash" => Some('\u{2013}'),
        "mdash" => Some('\u{2014}'),
        "hellip" => Some('…'),
        "pound" => Some('£'),
        "euro" => Some('€'),
        _ => number.and_then(char::from_u32).filter(|c| !c.is_control()),
    };
    named.map_or(plain, |c| (Some(c), end + 1))
}

/// Do the bytes of a place hold this byte of that field?
pub(super) fn holds(place: &Place, field: Field, at: usize) -> bool {
    place.field == field && place.start <= at && at < place.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Body;

    #[test]
    fn strings_of_json_are_read_as_a_reader_sees_them() {
        let source = r#"<p>A \u201cflood\u201d\n\n of caf\u00e9s &amp; \"bars\"<\/p>"#;
        let article = Article {
            body: Body::Json(crate::text::JsonForm::Json, source.to_owned()),
            ..Article::default()
        };
        let seen = seen(&article, Field::Json, 0, source.len());
        let words: String = seen.iter().map(|s| s.char).collect();
        assert_eq!(words, "A \u{201c}flood\u{201d} of caf\u{e9}s & \"bars\"");
        for s in seen.iter().filter(|s| s.char.is_ascii_alphabetic()) {
            assert!(source[s.at..].starts_with(s.char));
        }
    }

    #[test]
    fn rtf_is_read_as_a_reader_sees_it() {
        // An apostrophe behind a backslash makes a byte only before two digits of one.
        let source = r"Moll\u8217\'92s \u8217?s \u8217\'€s \u8217\'zéd \u8217";
        let article = Article {
            body: Body::Rtf(source.to_owned()),
            ..Article::default()
        };
        let seen = seen(&article, Field::Rtf, 0, source.len());
        let words: String = seen.iter().map(|s| s.char).collect();
        assert_eq!(words, "Moll’s ’s ’€s ’zéd ’");
    }

    #[test]
    fn of_markdown_only_the_words_are_shown() {
        let source = "# Quay\n\nThe council **approved** it on [Wednesday](https://x.y), March 10.\n\n* One &amp; [two\nthree][z]\n\n[z]: /z\n";
        let article = Article {
            body: Body::Markdown(source.to_owned()),
            ..Article::default()
        };
        let seen = |from: &str, to: &str| {
            let start = source.find(from).expect("it is there");
            let end = source[start..].find(to).expect("it is there") + start + to.len();
            let seen = seen(&article, Field::Markdown, start, end);
            assert!(
                seen.iter()
                    .all(|s| s.char == '&' || s.char == ' ' || source[s.at..].starts_with(s.char))
            );
            seen.iter().map(|s| s.char).collect::<String>()
        };
        assert_eq!(
            seen("The council", "10."),
            "The council approved it on Wednesday, March 10."
        );
        assert_eq!(seen("Wednesday", "March"), "Wednesday, March");
        assert_eq!(seen("it on", "Wednes"), "it on Wednes");
        assert_eq!(seen("Quay", "Quay"), "Quay");
        assert_eq!(seen("[z]:", "/z"), "[z]: /z");
    }

    #[test]
    fn tags_and_entities_are_read_as_a_reader_sees_them() {
        let source = "<p>Six &amp; <b>seven</b>&nbsp;\n men &bogus; &#8217;</p>";
        let article = Article {
            body: Body::Html(source.to_owned()),
            ..Article::default()
        };
        let seen = seen(&article, Field::Html, 0, source.len());
        let words: String = seen.iter().map(|s| s.char).collect();
        assert_eq!(words, "Six & seven men &bogus; \u{2019}");
        for s in seen.iter().filter(|s| s.char.is_ascii_alphabetic()) {
            assert!(source[s.at..].starts_with(s.char));
        }
    }
}
