//! Plain text: lines are blocks, unless the file is wrapped at a fixed column.

use super::{RawBlock, Reading};
use crate::text::{Block, BlockKind, Document, Field, Span};

/// A leading line longer than this is copy, not a headline.
const HEADLINE_WORDS: usize = 24;
/// A headline has a subject and a verb; shorter lines over a longer one are labels.
const LABEL_WORDS: usize = 2;
/// A line inside the body longer than this is copy, not a subhead.
const SUBHEAD_WORDS: usize = 10;
/// Lines before the first paragraph that may be headline, standfirst and byline.
const FRONT_LINES: usize = 7;
/// Text set at a fixed column is at most this wide; copy with a paragraph a line is far wider.
const WRAP_COLUMNS: usize = 100;

/// How U+2028 and U+2029, Unicode's own ends of lines and paragraphs, begin in UTF-8.
const SEPARATOR: &[u8] = &[0xe2, 0x80];

/// Appends the copy of a plain-text body.
pub fn read(source: &str, reading: &mut Reading) {
    reading.part();
    let has_headline = reading.blocks.iter().any(|b| b.kind == BlockKind::Headline);
    let base = reading.text.len();
    reading.verbatim(source, Field::Text, 0);
    let mut lines = lines(source);
    if is_wrapped(source, &lines) {
        lines = paragraphs(source, &lines);
    }
    let kinds = kinds(source, &lines, has_headline);
    for (line, kind) in lines.iter().zip(kinds) {
        let span = Span::new(base + line.start as usize, base + line.end as usize);
        reading.blocks.push(RawBlock { span, kind });
    }
}

/// Sorts the blocks of a plain-text body again, now that its furniture is marked: what stood behind a line
/// of furniture may be the headline. `fields` blocks before the body came in fields of their own.
pub fn settle(document: &mut Document, fields: usize, has_headline: bool) {
    let stays = |b: &Block| matches!(b.kind, BlockKind::Noise | BlockKind::Caption);
    let body = document.blocks.get_mut(fields..).unwrap_or_default();
    let lines: Vec<Span> = body.iter().filter(|b| !stays(b)).map(|b| b.span).collect();
    let kinds = kinds(&document.text, &lines, has_headline);
    for (block, kind) in body.iter_mut().filter(|b| !stays(b)).zip(kinds) {
        block.kind = kind;
    }
}

/// Sorts those paragraphs of a word processor's file of which no style says what they are.
pub(super) fn sort(text: &str, blocks: &mut [RawBlock]) {
    let has_headline = blocks.iter().any(|b| b.kind == BlockKind::Headline);
    let unknown = |b: &&RawBlock| b.kind == BlockKind::Paragraph;
    let lines: Vec<Span> = blocks.iter().filter(unknown).map(|b| b.span).collect();
    let kinds = kinds(text, &lines, has_headline);
    for (block, kind) in blocks.iter_mut().filter(|b| b.kind == BlockKind::Paragraph).zip(kinds) {
        block.kind = kind;
    }
}

/// Every line with something on it.
fn lines(source: &str) -> Vec<Span> {
    let bytes = source.as_bytes();
    let mut out = Vec::new();
    let mut start = 0;
    let mut line = |from: usize, to: usize| {
        let span = Span::new(from, to).trim(source);
        if !span.is_empty() {
            out.push(span);
        }
    };
    for at in memchr::memchr3_iter(b'\n', b'\r', SEPARATOR[0], bytes) {
        let len = match bytes[at] {
            b'\n' | b'\r' => 1,
            _ if bytes[at..].starts_with(SEPARATOR) && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)) => 3,
            _ => continue,
        };
        line(start, at);
        start = at + len;
    }
    line(start, source.len());
    out
}

/// Every run of lines between blank ones.
fn paragraphs(source: &str, lines: &[Span]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(last) if source[last.end as usize..line.start as usize].matches('\n').count() < 2 => {
                last.end = line.end;
            }
            _ => out.push(*line),
        }
    }
    out
}

/// Is the text wrapped at a fixed column? Then sentences run on over line ends in small letters.
fn is_wrapped(source: &str, lines: &[Span]) -> bool {
    if lines.len() < 4 || lines.iter().any(|l| l.len() > WRAP_COLUMNS) {
        return false;
    }
    let run_on = lines.windows(2).filter(|pair| {
        let adjacent = source[pair[0].end as usize..pair[1].start as usize]
            .matches('\n')
            .count()
            == 1;
        adjacent && pair[1].of(source).starts_with(char::is_lowercase) && !ends_sentence(pair[0].of(source))
    });
    run_on.count() * 4 >= lines.len()
}

fn kinds(source: &str, lines: &[Span], has_headline: bool) -> Vec<BlockKind> {
    let words: Vec<usize> = lines.iter().map(|line| words_of(line.of(source))).collect();
    let first_paragraph = lines
        .iter()
        .zip(&words)
        .position(|(l, w)| is_paragraph(l.of(source), *w));
    let front = first_paragraph.filter(|p| *p <= FRONT_LINES).unwrap_or(0);
    let mut headlines = usize::from(has_headline);
    let mut standfirsts = 0;
    lines
        .iter()
        .enumerate()
        .map(|(i, span)| {
            let line = span.of(source);
            if is_byline(line, words[i]) {
                BlockKind::Byline
            } else if i <= front && is_dateline(line, words[i]) {
                BlockKind::Dateline
            } else if is_list_item(line) {
                BlockKind::List
            } else if i < front && words[i] <= LABEL_WORDS {
                // The name of a section stands over the headline.
                BlockKind::Paragraph
            } else if i < front && words[i] <= HEADLINE_WORDS {
                if headlines == 0 || repeats(line, &lines[..i], source) {
                    headlines += 1;
                    BlockKind::Headline
                } else if standfirsts == 0 && words[i] > LABEL_WORDS {
                    standfirsts += 1;
                    BlockKind::Standfirst
                } else {
                    BlockKind::Paragraph
                }
            } else if i > front
                && is_subhead(line, words[i])
                && lines
                    .get(i + 1)
                    .is_some_and(|n| is_paragraph(n.of(source), words[i + 1]))
            {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            }
        })
        .collect()
}

/// How many words a line has; no more are told apart than a headline may have, and one.
fn words_of(line: &str) -> usize {
    // Most lines are copy, and longer: a letter or mark behind a plain space begins a word, whatever else does.
    let (mut least, mut spaced) = (0, true);
    for byte in line.bytes() {
        least += usize::from(spaced && byte.is_ascii_graphic());
        spaced = byte == b' ';
    }
    if least > HEADLINE_WORDS {
        return HEADLINE_WORDS + 1;
    }
    line.split_whitespace().take(HEADLINE_WORDS + 1).count()
}

/// Running copy: it ends a sentence, or is too long to be a headline.
fn is_paragraph(line: &str, words: usize) -> bool {
    words > HEADLINE_WORDS || (words >= 6 && ends_sentence(line))
}

fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', ']']);
    line.ends_with(['.', '?', '!', '…', ':', ';'])
}

fn is_subhead(line: &str, words: usize) -> bool {
    words <= SUBHEAD_WORDS
        && !line.ends_with(['.', '!', ',', ';', '…', '"', '\u{201d}'])
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '\u{2018}' || c == '\u{201c}')
}

/// "By Jane Doe", "By Jane Doe and John Roe, Northwire".
fn is_byline(line: &str, words: usize) -> bool {
    let Some(rest) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else {
        return false;
    };
    words <= 12
        && !ends_sentence(line)
        && rest.split([' ', ',', '|']).filter(|w| !w.is_empty()).all(|w| {
            w.starts_with(char::is_uppercase) || matches!(w, "and" | "in" | "for" | "de" | "van" | "von" | "al" | "&")
        })
}

/// "PORT SELWYN, Estry": a place on a line of its own. One that opens the first paragraph stays in it.
fn is_dateline(line: &str, words: usize) -> bool {
    let place = line.split_once(',').map(|(place, _)| place);
    (2..=8).contains(&words)
        && !ends_sentence(line)
        && place.is_some_and(|p| {
            p.len() > 2
                && p.chars()
                    .all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '\'' | '-'))
        })
}

/// An item with its bullet or number, or a row of a table.
fn is_list_item(line: &str) -> bool {
    let cells = line.matches('|').count();
    if cells > 2 || cells > 0 && line.starts_with('|') || line.ends_with('|') && line.len() < 24 {
        return true;
    }
    if let Some(rest) = line.strip_prefix(['-', '*', '•', '–', '·', '▪']) {
        return rest.starts_with(' ') && rest.len() > 1;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && line[digits..].starts_with([')', '.']) && line[digits + 1..].starts_with(' ')
}

/// Does a front line say again what one before it said? Two headlines are often left in the copy.
fn repeats(line: &str, before: &[Span], source: &str) -> bool {
    let long = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let words = long(line);
    !words.is_empty()
        && before.iter().any(|b| {
            let earlier = long(b.of(source));
            words.iter().filter(|w| earlier.contains(w)).count() * 2 >= words.len()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds_of(source: &str) -> Vec<BlockKind> {
        let mut reading = Reading::default();
        read(source, &mut reading);
        reading.blocks.iter().map(|b| b.kind).collect()
    }

    #[test]
    fn front_matter_subheads_and_lists() {
        use BlockKind::{Byline, Heading, Headline, List, Paragraph};
        let source = "Harbour wall to be raised by a metre\nBy Ann Lee\n\nThe council voted on Monday to raise the wall.\r\n\r\nWhat happens next\n\nWork begins in May, the council said in a statement.\n- Phase one: the quay\n";
        assert_eq!(
            kinds_of(source),
            [Headline, Byline, Paragraph, Heading, Paragraph, List]
        );
    }

    #[test]
    fn a_lone_line_is_copy() {
        assert_eq!(kinds_of("Six people were hurt"), [BlockKind::Paragraph]);
    }

    #[test]
    fn wrapped_copy_is_joined() {
        let source = "The council voted on Monday to raise the\nharbour wall by one metre after three\nwinters of floods in the old town.\n\nWork begins in May, the council said in\na statement that was read to members.\n";
        assert_eq!(kinds_of(source).len(), 2);
    }
}
