//! The catalogue as one page, to be read, searched and printed.

use super::{capitalised, notes, of_pack, status};
use crate::render::escape::Escaped;
use crate::render::page;
use crate::rules::example::{Example, Wanted};
use crate::rules::{Pack, Rule, Rules};
use std::fmt::Write as _;

const STYLES: &str = "\
nav ul{columns:2 20em}
.rule{border-top:1px solid #8886;margin:1.5em 0;padding-top:.5em;break-inside:avoid}
.rule h3{margin:.2em 0}
.rule .grade{font-size:.85em;opacity:.8}
.rule blockquote{margin:.3em 0 .6em;padding-left:.8em;border-left:3px solid #8886;white-space:pre-line}
.rule dt{font-weight:bold}
.rule dd{margin:0 0 .4em}
";

/// The catalogue of some packs as a page; `origin` says in a sentence what it was made from.
#[must_use]
pub fn render(rules: &Rules, packs: &[&Pack], origin: &str) -> String {
    let mut out = page::head("presscheck: the rules", STYLES);
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        out,
        "<main>\n<h1>The rules</h1>\n<p>{}</p>\n<nav aria-label=\"Rules\">\n",
        Escaped(origin)
    );
    for pack in packs {
        let _ = write!(
            out,
            "<h2><a href=\"#{0}\">{1}</a></h2>\n<p>{2}</p>\n<ul>\n",
            Escaped(&pack.name),
            Escaped(&pack.title),
            Escaped(&pack.about)
        );
        for rule in of_pack(rules, &pack.name) {
            let (id, summary) = (Escaped(&rule.id), Escaped(&rule.summary));
            let _ = writeln!(out, "<li><a href=\"#{id}\"><code>{id}</code></a> {summary}</li>");
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</nav>\n");
    for pack in packs {
        let (name, title) = (Escaped(&pack.name), Escaped(&pack.title));
        let _ = writeln!(
            out,
            "<section aria-labelledby=\"{name}\">\n<h2 id=\"{name}\">{title}</h2>"
        );
        for rule in of_pack(rules, &pack.name) {
            entry(rule, &mut out);
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n");
    out.push_str(page::FOOT);
    out
}

fn entry(rule: &Rule, out: &mut String) {
    let _ = write!(
        out,
        "<div class=\"rule\" id=\"{0}\">\n<h3><code>{0}</code></h3>\n<p>{1}. <span class=\"grade\">{2}{3}; kind \
         <code>{4}</code></span></p>\n<dl>\n<dt>Why</dt><dd>{5}</dd>\n<dt>What to do</dt><dd>{6}</dd>\n</dl>\n",
        Escaped(&rule.id),
        Escaped(&capitalised(&rule.summary)),
        rule.severity.name(),
        status(rule),
        rule.kind,
        Escaped(&rule.why),
        Escaped(&rule.advice)
    );
    for (head, wanted) in [("Finds", Wanted::Flags), ("Leaves alone", Wanted::Passes)] {
        let examples: Vec<&Example> = rule.examples.iter().filter(|e| e.wanted == wanted).collect();
        if !examples.is_empty() {
            let _ = writeln!(out, "<h4>{head}</h4>");
        }
        for example in examples {
            let _ = writeln!(out, "<blockquote>{}</blockquote>", marked(example));
        }
    }
    for note in notes(rule) {
        let _ = writeln!(out, "<p class=\"grade\">{}</p>", Escaped(&note));
    }
    out.push_str("</div>\n");
}

/// The copy with the words that are found marked; marks within marks are one.
fn marked(example: &Example) -> String {
    let copy = example.copy.trim_end();
    let words = |from: usize, to: usize| copy.get(from..to.min(copy.len())).unwrap_or_default();
    let (mut out, mut at) = (String::new(), 0);
    for mark in &example.marks {
        let (start, end) = ((mark.start as usize).max(at), mark.end as usize);
        if start < end {
            let _ = write!(
                out,
                "{}<mark>{}</mark>",
                Escaped(words(at, start)),
                Escaped(words(start, end))
            );
            at = end;
        }
    }
    let _ = write!(out, "{}", Escaped(words(at, copy.len())));
    out.trim_start().to_owned()
}
