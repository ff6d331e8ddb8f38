//! The ledger of disputed acts: who denies, alleges, reports or asserts them, sentence by sentence.

use crate::render::escape::Escaped;
use crate::render::wording::{at, question, stance};
use crate::report::Report;
use std::fmt::Write as _;

/// The ledger of a report that carries its analysis; nothing where nothing is in dispute.
pub(super) fn draw(report: &Report, out: &mut String) {
    let acts = report.analysis.iter().flat_map(|a| &a.acts);
    let mut acts = acts.peekable();
    if acts.peek().is_none() {
        return;
    }
    out.push_str("<h2>What is in dispute</h2>\n");
    for act in acts {
        // Writing to a string cannot fail, here and below.
        let _ = write!(
            out,
            "<h3>“{}”: {}</h3>\n<table>\n<thead><tr><th scope=\"col\">Where</th><th scope=\"col\">Stance</th>\
             <th scope=\"col\">Sentence</th></tr></thead>\n<tbody>\n",
            Escaped(&act.name),
            question(act)
        );
        for line in &act.lines {
            let _ = writeln!(
                out,
                "<tr><td>{}</td><th scope=\"row\">{}</th><td>{}</td></tr>",
                at(&line.place),
                Escaped(&stance(line)),
                Escaped(&crate::text::one_line(&line.place.quote))
            );
        }
        out.push_str("</tbody>\n</table>\n");
    }
}
