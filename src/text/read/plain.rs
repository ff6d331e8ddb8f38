//! Plain text: lines are blocks, unless the file is wrapped at a fixed column.

mod signs;

use super::{RawBlock, Reading};
use crate::text::{Block, BlockKind, Document, Field, Span};
use signs::{ends_sentence, is_byline, is_dateline, is_list_item};

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
            } else if i == 0
                && headlines == 0
                && i < front
                && words[i] == LABEL_WORDS
                && is_over_copy(source, lines, &words, front)
            {
                headlines += 1;
                BlockKind::Headline
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

/// Are the two words of the first line a headline, right over the first paragraph or a byline? The name of a section
/// has the headline below it, and is written large: over a paragraph alone "Flood Warning" may be either.
fn is_over_copy(source: &str, lines: &[Span], words: &[usize], front: usize) -> bool {
    let signs = |i: usize| is_byline(lines[i].of(source), words[i]) || is_dateline(lines[i].of(source), words[i]);
    let mut label = lines[0].of(source).split_whitespace();
    let (Some(first), Some(second)) = (label.next(), label.next()) else {
        return false;
    };
    let worded = first.starts_with(char::is_uppercase) && second.starts_with(char::is_alphabetic);
    let small = second.starts_with(char::is_lowercase);
    worded && (small || front > 1) && (1..front).all(signs)
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

fn is_subhead(line: &str, words: usize) -> bool {
    words <= SUBHEAD_WORDS
        && !line.ends_with(['.', '!', ',', ';', '…', '"', '\u{201d}'])
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '\u{2018}' || c == '\u{201c}')
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
    fn a_headline_of_two_words_stands_over_the_copy() {
        use BlockKind::{Byline, Headline, Paragraph};
        let copy = "The council voted on Monday to raise the wall.";
        let kinds = |front: &str| kinds_of(&format!("{front}\n\n{copy}\n"));
        assert_eq!(kinds("Flood warning"), [Headline, Paragraph]);
        assert_eq!(kinds("Flood warning\n\nBy Ann Lee"), [Headline, Byline, Paragraph]);
        assert_eq!(
            kinds("Local news\n\nHarbour wall to be raised"),
            [Paragraph, Headline, Paragraph]
        );
        assert_eq!(kinds("Flood Warning\n\nBy Ann Lee"), [Headline, Byline, Paragraph]);
        assert_eq!(kinds("Trading Nation"), [Paragraph, Paragraph]);
        assert_eq!(kinds("News"), [Paragraph, Paragraph]);
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
