//! Furniture is found before anything else judges.

use crate::facts::{Facts, Matches};
use crate::rules::written::Status;
use crate::rules::{Hit, Line, Page, Rules, Stage};
use crate::text::read::plain;
use crate::text::{Article, BlockKind, Body, Document, Span};

/// What the furniture rules hit: the rule's number, and the hit. The blocks they hit are marked.
///
/// It takes three turns: lines that are furniture by their own words, lines beside those, and
/// lines at the margins. Each turn sees what the ones before it marked.
pub(super) fn find(
    rules: &Rules,
    article: &Article,
    document: &mut Document,
    matches: &Matches,
    lines: &[Line],
) -> Vec<(usize, Hit)> {
    let nothing = Facts::default();
    let mut out = Vec::new();
    for stage in Stage::OF_FURNITURE {
        let mut goes = Vec::new();
        let page = Page {
            document,
            facts: &nothing,
            matches,
            lexicon: &rules.lexicon,
            lines,
            tone: &[],
            personal: false,
        };
        for (number, rule) in rules.rules.iter().enumerate() {
            if rule.check.stage() == stage && rule.status_in(page.document) != Status::Retired {
                let mut hits = Vec::new();
                rule.check_in(page.document).find(&page, &mut hits);
                hits.retain(|hit| rule.guards.admit(hit, &page));
                // What the newsroom stands by is copy.
                let marked = hits
                    .iter()
                    .filter(|hit| rule.guards.stood_by(hit.primary, &page).is_none());
                goes.extend(marked.map(|hit| (rule.check.marks(), hit.primary)));
                out.extend(hits.into_iter().map(|hit| (number, hit)));
            }
        }
        mark(document, &goes);
        if stage == Stage::Furniture && !goes.is_empty() && matches!(article.body, Body::Text(_)) {
            let fields = usize::from(article.headline.is_some()) + usize::from(article.standfirst.is_some());
            plain::settle(document, fields, article.headline.is_some());
        }
    }
    out
}

fn mark(document: &mut Document, goes: &[(BlockKind, Span)]) {
    for (kind, span) in goes {
        let blocks = &mut document.blocks;
        let first = blocks.partition_point(|b| b.span.start < span.start);
        for block in blocks[first..].iter_mut().take_while(|b| b.span.end <= span.end) {
            block.kind = *kind;
        }
    }
}
