//! What goes with a line of furniture in HTML, in XML and in the strings of JSON.
//!
//! The element around the line goes too, if nothing else is in it; what else shares its paragraph keeps
//! both in place.

use std::ops::Range;

/// A tag further than this from its end is no tag but a stray sign.
const TAG_BYTES: usize = 2000;

/// Elements that stay, even empty: they are the page's or hold a table together.
const KEPT: &[&str] = &[
    "html", "body", "main", "article", "table", "tbody", "thead", "tr", "td", "th", "nitf", "block", "newsItem",
];

/// Elements that stand inside a line: next to one, the line goes on.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "u",
];

/// Elements without an end.
const VOID: &[&str] = &["br", "hr", "img", "input", "source", "wbr"];

#[derive(Debug)]
struct Tag<'a> {
    name: &'a str,
    closing: bool,
    void: bool,
    place: Range<usize>,
}

/// What has to go for words at a place, within the part of the source they stand in; `None` if other words
/// share their paragraph.
pub(super) fn range(source: &str, words: Range<usize>, within: &Range<usize>) -> Option<Range<usize>> {
    let page = source.get(..within.end)?;
    let mut range = balanced(page, words, within.start)?;
    while let Some(wider) = widened(page, &range, within.start) {
        range = wider;
    }
    let ends = |tag: Option<Tag<'_>>, at_edge: bool| tag.map_or(at_edge, |t| !INLINE.contains(&t.name));
    let left = skip_back(page, range.start, within.start) == within.start;
    let right = skip(page, range.end) == page.len();
    let before = tag_before(page, range.start, within.start);
    let set_off = ends(before, left) && ends(tag_after(page, range.end), right);
    set_off.then_some(range)
}

/// Takes in the tags outside that belong to tags inside.
fn balanced(page: &str, words: Range<usize>, from: usize) -> Option<Range<usize>> {
    let mut open: Vec<&str> = Vec::new();
    let mut closed: Vec<&str> = Vec::new();
    let mut range = words.clone();
    let mut at = words.start;
    while let Some(found) = page.get(at..words.end)?.find('<') {
        let Some(tag) = tag_at(page, at + found) else {
            at += found + 1;
            continue;
        };
        at = tag.place.end.min(words.end);
        range.end = range.end.max(tag.place.end);
        if tag.closing {
            match open.pop() {
                Some(name) if name == tag.name => {}
                Some(_) => return None,
                None => closed.push(tag.name),
            }
        } else if !tag.void {
            open.push(tag.name);
        }
    }
    while let Some(name) = open.pop() {
        let tag = tag_after(page, range.end).filter(|t| t.closing && t.name == name)?;
        range.end = tag.place.end;
    }
    for name in closed {
        let tag = tag_before(page, range.start, from).filter(|t| !t.closing && t.name == name)?;
        range.start = tag.place.start;
    }
    Some(range)
}

/// The element that holds the range and nothing else.
fn widened(page: &str, range: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let before = tag_before(page, range.start, from).filter(|t| !t.closing && !t.void)?;
    let after = tag_after(page, range.end).filter(|t| t.closing && t.name == before.name)?;
    let goes = !before.name.is_empty() && !KEPT.contains(&before.name);
    goes.then_some(before.place.start..after.place.end)
}

/// The tag that ends here, white space aside.
fn tag_before(page: &str, at: usize, from: usize) -> Option<Tag<'_>> {
    let end = skip_back(page, at, from);
    let from = page.ceil_char_boundary(from.max(end.saturating_sub(TAG_BYTES)));
    let text = page.get(from..end).filter(|t| t.ends_with('>'))?;
    let start = from + text.rfind('<')?;
    tag_at(page, start).filter(|t| t.place.end == end)
}

/// The tag that begins here, white space aside.
fn tag_after(page: &str, at: usize) -> Option<Tag<'_>> {
    tag_at(page, skip(page, at))
}

fn tag_at(page: &str, at: usize) -> Option<Tag<'_>> {
    let text = page.get(at..)?.strip_prefix('<')?;
    let len = text.bytes().take(TAG_BYTES).position(|b| b == b'>')?;
    let inside = &text[..len];
    // In JSON the slash is often escaped.
    let name = inside.trim_start_matches('\\');
    let closing = name.starts_with('/');
    let name = name.trim_start_matches('/');
    let end = name
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-'))
        .count();
    let name = &name[..end];
    Some(Tag {
        name,
        closing,
        void: VOID.contains(&name) || inside.ends_with('/'),
        place: at..at + 1 + len + 1,
    })
}

/// The first place at or after `at` without white space, also such as is escaped in JSON.
fn skip(page: &str, mut at: usize) -> usize {
    let bytes = page.as_bytes();
    loop {
        match bytes.get(at..) {
            Some([b' ' | b'\n' | b'\r' | b'\t', ..]) => at += 1,
            Some([b'\\', b'n' | b'r' | b't', ..]) => at += 2,
            _ => return at,
        }
    }
}

/// The end of what stands before `at`, without white space.
fn skip_back(page: &str, mut at: usize, from: usize) -> usize {
    let bytes = page.as_bytes();
    loop {
        match bytes.get(from..at) {
            Some([.., b' ' | b'\n' | b'\r' | b'\t']) => at -= 1,
            // After another backslash the letter is one.
            Some([.., b'\\', b'\\', b'n' | b'r' | b't']) => return at,
            Some([.., b'\\', b'n' | b'r' | b't']) => at -= 2,
            _ => return at,
        }
    }
}
