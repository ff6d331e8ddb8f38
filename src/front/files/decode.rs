//! From bytes to text: newsroom files are not all UTF-8.

use super::guess::guess;
use crate::front::Failure;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A file's text, and what had to be done to get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What an editor should know about how it was read.
    pub note: Option<String>,
}

/// What is said of a file with nothing in it.
pub const EMPTY: &str = "is empty: there is nothing to check";

/// How far into a page its declared encoding is looked for; browsers look as far.
const DECLARED_WITHIN: usize = 1024;

/// Decodes the bytes of a file.
///
/// A byte order mark decides; then UTF-8, if all of it is; then UTF-16 without a mark; then the
/// encoding a page declares; then, if most of it is UTF-8, UTF-8 with the bad bytes shown as "�"; then
/// the likeliest old encoding.
///
/// # Errors
/// If nothing is in it, or it is no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Failure> {
    if bytes.starts_with(b"%PDF") {
        return Err(Failure::new("is a PDF, which keeps pages, not paragraphs")
            .help("Hand over the copy the page was made from, or export the PDF as .docx or text."));
    }
    let decoded = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        with(encoding, &bytes[mark..], None)
    } else if let Some(encoding) = utf_16_without_mark(bytes) {
        with(encoding, bytes, Some("it carries no byte order mark"))
    } else if bytes.contains(&0) {
        return Err(no_text(bytes));
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Decoded {
            text: text.to_owned(),
            note: None,
        }
    } else if let Some(encoding) = declared(bytes) {
        with(encoding, bytes, Some("as it declares"))
    } else if mostly_utf_8(bytes) {
        with(UTF_8, bytes, None)
    } else {
        with(
            guess(bytes),
            bytes,
            Some("a guess: it is not UTF-8 and declares nothing"),
        )
    };
    if decoded.text.contains('\0') {
        return Err(no_text(bytes));
    }
    if decoded.text.trim().is_empty() {
        return Err(Failure::new(EMPTY));
    }
    Ok(decoded)
}

fn with(encoding: &'static Encoding, bytes: &[u8], why: Option<&str>) -> Decoded {
    let (text, had_errors): (Cow<'_, str>, bool) = encoding.decode_without_bom_handling(bytes);
    let mut notes = Vec::new();
    if let Some(why) = why {
        notes.push(format!("read as {} ({why})", encoding.name()));
    }
    if had_errors {
        let bad = text.matches('\u{fffd}').count();
        notes.push(format!(
            "{bad} {} no {} and {} shown as “\u{fffd}”",
            if bad == 1 {
                "byte sequence is"
            } else {
                "byte sequences are"
            },
            encoding.name(),
            if bad == 1 { "is" } else { "are" },
        ));
    }
    Decoded {
        text: text.into_owned(),
        note: (!notes.is_empty()).then(|| notes.join("; ")),
    }
}

/// English in UTF-16 has a NUL in every other byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let half = bytes.len() / 2;
    // Four in five, so that curly quotes and dashes (which have none) do not hide it.
    match (zeros(0) * 5 >= half * 4, zeros(1) * 5 >= half * 4) {
        _ if half < 4 => None,
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// The encoding that a page declares of itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let after = ["charset=", "encoding="]
        .iter()
        .find_map(|key| head.split_once(key).map(|(_, tail)| tail))?;
    let name: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    // A page whose bytes are not UTF-8 does not become so by saying it.
    Encoding::for_label(name.as_bytes()).filter(|e| *e != UTF_8)
}

/// Is it UTF-8 with a few bad bytes, and not another encoding? Text in an old encoding has next to no
/// byte sequence that happens to be a character of UTF-8 above ASCII.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn no_text(bytes: &[u8]) -> Failure {
    let sort = match bytes {
        [b'P', b'K', 3, 4, ..] => "is a zip file, not text",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            return Failure::new("is an old Word file (.doc), or one locked with a password, not text")
                .help("Open it in Word and save it as .docx, without a password.");
        }
        _ => "holds NUL bytes, so it is not text",
    };
    Failure::new(sort).help("Save the copy as text, Markdown, HTML or .docx.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_utf_8_stays_as_it_is() {
        let decoded = decode("A “quote”\r\n".as_bytes()).expect("text");
        assert_eq!((decoded.text.as_str(), decoded.note), ("A “quote”\r\n", None));
    }

    #[test]
    fn marks_decide_and_are_left_out() {
        assert_eq!(decode(b"\xef\xbb\xbfHello").expect("text").text, "Hello");
        let utf_16: Vec<u8> = "\u{feff}“Hi”".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf_16).expect("text").text, "“Hi”");
        let utf_16: Vec<u8> = "Hello there".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&utf_16).expect("text").text, "Hello there");
    }

    #[test]
    fn old_files_are_guessed_and_noted() {
        let decoded = decode(b"The caf\xe9 said: \x93we are closed\x94 \x96 for good.").expect("text");
        assert_eq!(decoded.text, "The café said: “we are closed” – for good.");
        assert!(decoded.note.expect("a note").contains("windows-1252"));
        let page = b"<meta charset=\"iso-8859-2\"><p>\xb1</p>";
        assert_eq!(
            decode(page).expect("text").text,
            "<meta charset=\"iso-8859-2\"><p>ą</p>"
        );
    }

    #[test]
    fn a_slip_in_utf_8_is_shown() {
        let mut bytes = "“One” and “two” – ".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes).expect("text");
        assert!(decoded.text.ends_with('\u{fffd}'));
        assert_eq!(
            decoded.note.as_deref(),
            Some("1 byte sequence is no UTF-8 and is shown as “\u{fffd}”")
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(decode(b"").is_err());
        assert!(decode(b" \r\n").is_err());
        assert!(decode(b"Six\0 men").is_err());
        let word = decode(b"\xd0\xcf\x11\xe0\0\0").expect_err("no text");
        assert!(word.what.contains("Word"));
        assert!(decode(b"%PDF-1.7 text all through").is_err());
    }
}
