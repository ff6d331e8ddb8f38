//! The copy without its furniture.

use crate::finding::{Confidence, Family, Severity};
use crate::report::{FindingReport, Report};
use crate::text::{Article, Body};

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
}

/// Takes the furniture that a report names out of its article.
///
/// Body text is never taken: a line goes only as a whole, and only on the word of a rule that was right in
/// nine cases of ten. A credit of the story (severity info) is left alone.
#[must_use]
pub fn clean(article: &Article, report: &Report) -> Cleaned {
    let source = article.body.source();
    let mut cleaned = Cleaned::default();
    let mut goes = Vec::new();
    for finding in &report.findings {
        let ours = finding.family == Family::Noise && finding.severity != Severity::Info;
        if !ours || finding.primary.field != article.body.field() {
            continue;
        }
        let furniture = Furniture {
            line: finding.primary.line,
            words: finding.primary.quote.clone(),
            rule: finding.rule.clone(),
        };
        match range(&article.body, finding).filter(|_| finding.confidence == Confidence::High) {
            Some(range) => {
                goes.push(range);
                cleaned.removed.push(furniture);
            }
            None => cleaned.suspect.push(furniture),
        }
    }
    cleaned.copy = match article.body {
        Body::Html(_) | Body::Xml(_) | Body::Rtf(_) | Body::Json(..) => without_words(source, &goes),
        Body::Text(_) | Body::Markdown(_) | Body::Docx(_) => without_lines(source, &goes),
    };
    cleaned
}

/// What has to go for a finding; `None` if something else stands in the same lines.
fn range(body: &Body, finding: &FindingReport) -> Option<std::ops::Range<usize>> {
    let source = body.source();
    let (start, end) = (finding.primary.start, finding.primary.end);
    let words = source.get(start..end)?;
    // What a tag or a group opens inside the words would be closed outside them.
    match body {
        Body::Html(_) | Body::Xml(_) | Body::Json(..) => return (!words.contains('<')).then_some(start..end),
        Body::Rtf(_) => return (!words.contains(['\\', '{', '}'])).then_some(start..end),
        Body::Text(_) | Body::Markdown(_) | Body::Docx(_) => {}
    }
    let first = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let last = source[end..].find('\n').map_or(source.len(), |at| end + at + 1);
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
fn without_lines(source: &str, goes: &[std::ops::Range<usize>]) -> String {
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
fn without_words(source: &str, goes: &[std::ops::Range<usize>]) -> String {
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
mod tests {
    use super::*;
    use crate::engine::{Engine, Options};
    use crate::rules::Rules;

    fn cleaned(body: Body) -> Cleaned {
        let article = Article {
            body,
            ..Article::default()
        };
        let report = Engine::new(Rules::builtin()).check(&article, Options::default());
        clean(&article, &report)
    }

    const COPY: &str = "Harbour wall to be raised by a metre\n\nThe council voted on Monday to raise the wall, the mayor said.\n\nWork is to begin in May, according to the engineer.\n";

    #[test]
    fn whole_lines_go_and_one_blank_line_stays() {
        let source = COPY.replace(
            "\n\nWork",
            "\n\nADVERTISEMENT\n\nRead more: Storm of 1953 remembered\n\nWork",
        ) + "\nLeave a Comment\n\nScroll to Top\n";
        let cleaned = cleaned(Body::Text(source));
        assert_eq!(cleaned.copy, COPY);
        let lines: Vec<usize> = cleaned.removed.iter().map(|f| f.line).collect();
        assert_eq!(lines, [5, 7, 11, 13]);
    }

    #[test]
    fn clean_copy_stays_as_it_is() {
        let cleaned = cleaned(Body::Text(COPY.to_owned()));
        assert_eq!((cleaned.copy.as_str(), cleaned.removed.len()), (COPY, 0));
    }

    #[test]
    fn a_link_goes_with_its_target() {
        let source = format!("# {COPY}\n[Subscribe to our newsletter](https://news.example/subscribe)\n");
        assert_eq!(cleaned(Body::Markdown(source)).copy, format!("# {COPY}"));
    }

    #[test]
    fn a_line_shared_with_copy_stays() {
        assert!(!is_bare("The mayor said so. ", false));
        assert!(is_bare("](https://news.example)\n", true));
        assert!(is_bare("  * \r\n", false));
    }
}
