//! Words that a newsroom stands by, as written and as meant.

use super::written::AllowAsWritten;
use super::{Allowed, Origin, folded};
use crate::allow::{are_initials, signed_twice};
use crate::rules::Spanned;
use crate::rules::fault::Fault;
use crate::rules::guard::Words;
use crate::rules::reading::written_by_hand;
use std::ops::Range;
use std::sync::Arc;

/// An entry as meant; `None` if something is wrong with it.
pub(super) fn sound(written: AllowAsWritten, origin: &Origin, faults: &mut Vec<Fault>) -> Option<Allowed> {
    let before = faults.len();
    let mut fault = |span: Range<usize>, message: String, help: &str| {
        if written_by_hand(&span) {
            faults.push(Fault::new(&origin.file, Some(span), message).with_help(Some(help.to_owned())));
        }
    };
    if written.words.get_ref().is_empty() {
        fault(
            written.words.span(),
            "`words` is empty: this lets nothing stand".to_owned(),
            "name the words as the rule finds them, or delete the entry",
        );
    }
    for word in written
        .words
        .get_ref()
        .iter()
        .filter(|word| word.get_ref().trim().is_empty())
    {
        fault(
            word.span(),
            "an entry of `words` is empty".to_owned(),
            "name the words as the rule finds them, or delete the entry",
        );
    }
    if written.reason.get_ref().trim().is_empty() {
        fault(
            written.reason.span(),
            "`reason` is empty".to_owned(),
            "say why it may stand: whoever reads this next year will ask",
        );
    }
    let names = [("by", &written.by), ("second", &written.second)];
    for (key, name) in names {
        if let Some(name) = name.as_ref().filter(|name| !are_initials(name.get_ref())) {
            fault(
                name.span(),
                format!("`{key}` is no initials"),
                "write who decided, as in \"AB\"",
            );
        }
    }
    match (&written.by, &written.second) {
        (None, Some(second)) => fault(
            second.span(),
            "`second` agrees with nobody: `by` is missing".to_owned(),
            "sign with the initials of whoever decided, too: by = \"AB\"",
        ),
        (Some(by), Some(second)) if signed_twice(by.get_ref(), second.get_ref()) => fault(
            second.span(),
            "`second` is the same person as `by`".to_owned(),
            "a second name is that of somebody else",
        ),
        _ => {}
    }
    if faults.len() > before {
        return None;
    }
    let words = written.words.into_inner();
    Some(Allowed {
        rules: written.rules.into_inner(),
        words: Arc::new(Words {
            words: words.iter().map(|word| folded(word.get_ref())).collect(),
            reason: written.reason.into_inner(),
            by: written.by.map(Spanned::into_inner),
            second: written.second.map(Spanned::into_inner),
            from: format!("{}:{}", origin.file, origin.line),
        }),
    })
}
