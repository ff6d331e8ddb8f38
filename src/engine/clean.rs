//! The copy without its furniture.

mod copies;
mod copy;
mod markup;
mod stretches;
mod strings;

use crate::finding::{Confidence, Family, Severity};
use crate::report::Report;
use crate::text::read::{html, json};
use crate::text::{Article, BlockKind, Body, Field, one_line};
use std::ops::Range;
use stretches::Stretches;
use strings::Strings;

pub use copy::copy;

/// An article's source without its furniture, and what was done to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The source without the lines that went.
    pub copy: String,
    /// What went, in the order of the source.
    pub removed: Vec<Furniture>,
    /// What looks like furniture and stayed: the rule is too often wrong, or body text shares the line.
    pub suspect: Vec<Furniture>,
}

/// A stretch of furniture in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// The line it begins in, from 1.
    pub line: usize,
    /// Its words, or their beginning.
    pub words: String,
    /// The rule that found it.
    pub rule: String,
    /// Its words in the source, in bytes.
    pub place: Range<usize>,
}

/// Takes the furniture that a report names out of its article. All else stays, byte for byte.
///
/// Body text is never taken: a line goes only as a whole, and only on the word of a rule that was right in
/// nine cases of ten. A credit of the story (severity info) is left alone.
#[must_use]
pub fn clean(article: &Article, report: &Report) -> Cleaned {
    let source = article.body.source();
    let strings = matches!(article.body, Body::Json(..)).then(|| Strings::new(source));
    let mut cleaned = Cleaned::default();
    let lines: Vec<usize> = memchr::memchr_iter(b'\n', source.as_bytes()).collect();
    let range = |place| range(&article.body, place, strings.as_ref(), &lines);
    let mut goes = Vec::new();
    // Where somebody spoke already: what was found, and what was let stand.
    let mut known = Stretches::default();
    for finding in &report.findings {
        let ours = finding.family == Family::Noise && finding.severity != Severity::Info;
        // What somebody let stand, stays.
        if finding.allowed.is_some() {
            known.add(&(finding.primary.start..finding.primary.end));
            continue;
        }
        if !ours || finding.primary.field != article.body.field() {
            continue;
        }
        let place = finding.primary.start..finding.primary.end;
        let furniture = Furniture {
            line: finding.primary.line,
            words: words(article, &place),
            rule: finding.rule.clone(),
            place: place.clone(),
        };
        known.add(&place);
        match range(place).filter(|_| finding.confidence == Confidence::High) {
            Some(range) => {
                goes.push(range);
                cleaned.removed.push(furniture);
            }
            None => cleaned.suspect.push(furniture),
        }
    }
    for block in report.analysis.iter().flat_map(|a| &a.blocks) {
        // The reader of a page takes its template out before any rule sees it.
        let place = block.place.start..block.place.end;
        let read = matches!(block.place.field, Field::Html | Field::Json | Field::Xml);
        if block.kind != BlockKind::Noise || !read || known.overlap(&place) {
            continue;
        }
        let furniture = Furniture {
            line: block.place.line,
            words: words(article, &place),
            rule: "page furniture".to_owned(),
            place: place.clone(),
        };
        known.add(&place);
        let sure = html::is_furniture(&furniture.words);
        match range(place).filter(|_| sure) {
            Some(range) => {
                goes.push(range);
                cleaned.removed.push(furniture);
            }
            None => cleaned.suspect.push(furniture),
        }
    }
    if let Some(strings) = &strings {
        let mut gone: Stretches = goes.iter().collect();
        for (furniture, range) in copies::elsewhere(source, strings, &cleaned.removed) {
            if !gone.overlap(&furniture.place) {
                gone.add(&range);
                goes.push(range);
                cleaned.removed.push(furniture);
            }
        }
    }
    cleaned.removed.sort_by_key(|f| f.place.start);
    cleaned.suspect.sort_by_key(|f| f.place.start);
    cleaned.copy = match &article.body {
        Body::Html(_) | Body::Xml(_) | Body::Rtf(_) | Body::Json(..) => without_words(source, &mut goes),
        Body::Text(_) | Body::Markdown(_) | Body::Docx(_) => without_lines(source, &goes),
    };
    // Where nothing would be left of the copy, or the file would break, it stays as it is.
    if let Body::Json(form, _) = &article.body
        && json::refusal(*form, &cleaned.copy).is_some()
    {
        cleaned.suspect.append(&mut cleaned.removed);
        source.clone_into(&mut cleaned.copy);
    }
    cleaned
}

/// The words of a place without tags, or their beginning, for the list.
fn words(article: &Article, place: &Range<usize>) -> String {
    /// More is not needed to know a line again.
    const MOST: usize = 120;
    let written = article.body.source().get(place.clone()).unwrap_or_default();
    let text = match article.body {
        Body::Json(..) => json::unescaped(written).0,
        _ => written.to_owned(),
    };
    let mut tag = false;
    let shown = text.chars().filter(|c| {
        let inside = tag || *c == '<';
        tag = inside && *c != '>';
        !inside
    });
    let text: String = shown.collect();
    let mut words = one_line(&text);
    if let Some((cut, _)) = words.char_indices().nth(MOST) {
        words.truncate(cut);
        words.push('…');
    }
    words
}

/// What has to go for the words at a place; `None` if something else stands in the same lines, of which the ends are
/// given.
fn range(body: &Body, place: Range<usize>, strings: Option<&Strings>, lines: &[usize]) -> Option<Range<usize>> {
    let source = body.source();
    let (start, end) = (place.start, place.end);
    let words = source.get(place.clone())?;
    match body {
        Body::Html(_) | Body::Xml(_) => return markup::range(source, place, &(0..source.len())),
        Body::Json(..) => return strings?.range(source, place),
        // What a group opens inside the words would be closed outside them.
        Body::Rtf(_) => return (!words.contains(['\\', '{', '}'])).then_some(place),
        Body::Text(_) | Body::Markdown(_) | Body::Docx(_) => {}
    }
    let before = lines.partition_point(|at| *at < start);
    let first = before.checked_sub(1).map_or(0, |line| lines[line] + 1);
    let behind = lines.partition_point(|at| *at < end);
    let last = lines.get(behind).map_or(source.len(), |at| at + 1);
    let alone = [&source[first..start], &source[end..last]]
        .iter()
        .all(|rest| is_bare(rest, matches!(body, Body::Markdown(_))));
    alone.then_some(first..last)
}

/// Does a rest of a line hold no words? In Markdown the target of a link is none.
fn is_bare(rest: &str, markdown: bool) -> bool {
    let mut target = false;
    for (at, c) in rest.char_indices() {
        if markdown && c == '(' && rest[..at].ends_with(']') {
            target = true;
        } else if target && c == ')' {
            target = false;
        } else if !target && c.is_alphanumeric() {
            return false;
        }
    }
    true
}

/// The source without some ranges of whole lines. Of two blank lines that come to meet, one stays.
fn without_lines(source: &str, goes: &[Range<usize>]) -> String {
    let mut copy = String::with_capacity(source.len());
    let (mut at, mut gap, mut blank) = (0, false, true);
    let mut ranges = goes.iter().peekable();
    for line in source.split_inclusive('\n') {
        let start = at;
        at += line.len();
        while ranges.next_if(|r| r.end <= start).is_some() {}
        if ranges.peek().is_some_and(|r| r.start <= start) {
            gap = true;
            continue;
        }
        let empty = line.trim().is_empty();
        if gap && empty && blank {
            continue;
        }
        if !empty {
            gap = false;
        }
        blank = empty;
        copy.push_str(line);
    }
    if !goes.is_empty() {
        let kept = copy.trim_end().len();
        let end = copy[kept..].find('\n').map_or(copy.len(), |n| kept + n + 1);
        copy.truncate(end);
    }
    copy
}

/// The source without some ranges.
fn without_words(source: &str, goes: &mut [Range<usize>]) -> String {
    goes.sort_by_key(|r| (r.start, r.end));
    let mut copy = String::with_capacity(source.len());
    let mut at = 0;
    for range in goes.iter().filter(|r| r.start <= r.end) {
        if range.start >= at {
            copy.push_str(&source[at..range.start]);
        }
        at = at.max(range.end);
    }
    copy.push_str(&source[at..]);
    copy
}

#[cfg(test)]
mod tests;
