use super::*;
use crate::text::BlockKind::{self, Byline, Headline, List, Paragraph};

/// The blocks of a source; each piece that was read as it stands is where it says.
fn blocks(source: &str) -> Vec<(BlockKind, String)> {
    let mut reading = Reading::default();
    read(source, &mut reading);
    for piece in reading.origin.pieces() {
        let text = &reading.text[piece.start as usize..(piece.start + piece.len) as usize];
        let place = &source[piece.source as usize..(piece.source + piece.source_len) as usize];
        let control = place.starts_with('\\') || place.trim().is_empty();
        assert!(text == place || control, "{text:?} from {place:?}");
    }
    reading
        .blocks
        .iter()
        .map(|b| (b.kind, b.span.of(&reading.text).to_owned()))
        .collect()
}

fn words(source: &str) -> String {
    blocks(source).into_iter().map(|b| b.1).collect::<Vec<_>>().join("|")
}

#[test]
fn paragraphs_signs_and_code_pages() {
    let source = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red0;}\r\n\
{\\*\\generator Word}\\pard The caf\\'e9 said: \\ldblquote we {\\b close}\\rdblquote\\~\\emdash  for\r\n good.\\par\n\
{\\f1\\'cc\\'ee} \\u8217\\'92s{\\uc2\\u8211-- }x{\\v hidden}{\\deleted gone}\\{a\\}\\par}";
    assert_eq!(words(source), "The café said: “we close”\u{a0}— for good.|Мо ’s– x{a}");
    assert_eq!(words("{\\rtf1 A \\u-10179?\\u-8704?!\\par}"), "A 😀!");
}

#[test]
fn styles_tables_and_what_is_no_copy() {
    let source = "{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s5 Title;}{\\s6\\sbasedon0 List Bullet;}}{\\info{\\title No}\
{\\author No}{\\creatim\\yr2026\\mo11\\dy20}}{\\header No\\par}\\pard\\s5 Wall is raised by a metre\\par\\pard By Ann Lee\\par\
\\pard\\s0 The council voted{\\footnote No} on it on Monday.{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt  Here.}}\\par\
\\pard\\s6{\\listtext\\'b7\\tab}One metre\\par\\trowd\\pard\\intbl Two\\cell Three\\cell\\row}";
    let wanted = [
        (Headline, "Wall is raised by a metre"),
        (Byline, "By Ann Lee"),
        (Paragraph, "The council voted on it on Monday. Here."),
        (List, "One metre"),
        (List, "Two"),
        (List, "Three"),
    ];
    let told = blocks(source);
    assert_eq!(told.iter().map(|(k, w)| (*k, w.as_str())).collect::<Vec<_>>(), wanted);
    let mut reading = Reading::default();
    read(source, &mut reading);
    assert_eq!(
        reading.meta.published.map(|d| d.to_string()).as_deref(),
        Some("2026-11-20")
    );
}

#[test]
fn nothing_hostile_hurts() {
    let whole = "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\u8217\\'92 é\\'e9\\bin3 abc{\\*\\x y}\\par}";
    for at in (0..=whole.len()).filter(|at| whole.is_char_boundary(*at)) {
        let _ = (blocks(&whole[..at]), is_rtf(&whole[..at]));
    }
    for source in [
        "{\\rtf1\\bin99999999 a",
        "{\\rtf1\\bin-1 a}",
        "{\\rtf1\\u99999999999 a}",
        "{\\rtf1\\'",
        "}}}}{\\rtf",
        "\\",
    ] {
        let _ = blocks(source);
    }
    let deep = "{".repeat(100_000) + "\\rtf1 deep" + &"}".repeat(100_000);
    assert_eq!(words(&deep), "deep");
    assert!(is_cut_off(&whole[..whole.len() - 1]) && !is_cut_off(whole));
}
