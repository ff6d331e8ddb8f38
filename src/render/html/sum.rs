//! The score, drawn as what is left of a hundred.

use crate::finding::Family;
use crate::render::escape::Escaped;
use crate::render::wording;
use crate::report::Report;
use std::fmt::Write as _;

/// A segment narrower than this many points has no room for its figure.
const ROOM: f64 = 6.0;

pub(super) fn draw(report: &Report, prefix: &str, out: &mut String) {
    let score = &report.score;
    // Writing to a string cannot fail, here and below.
    if !score.scored {
        let _ = writeln!(out, "<p class=\"score\">{}</p>", wording::score(score));
        return;
    }
    let _ = write!(
        out,
        "<p class=\"score\"><strong>{:.1}</strong> copy score, <span class=\"band\">90% band {:.0}–{:.0}</span></p>\n\
         <svg viewBox=\"0 0 1000 84\" role=\"img\" aria-labelledby=\"{prefix}-sum\">\n<title id=\"{prefix}-sum\">{}</title>\n",
        score.value,
        score.low.floor(),
        score.high.ceil(),
        sentence(report)
    );
    segment(0.0, score.value, "left", out);
    let mut from = score.value;
    for family in Family::ALL {
        let loss = score.families.of(family).loss;
        segment(from, loss, family.name(), out);
        from += loss;
    }
    band(score.low, score.high, score.value, out);
    out.push_str("</svg>\n<ul class=\"parts\">\n<li><span class=\"number\">100.0</span></li>\n");
    for family in Family::ALL {
        let part = score.families.of(family);
        let name = family.name();
        let _ = writeln!(
            out,
            "<li><span class=\"number\">−{:.1}</span> <i class=\"key {name}\"></i> {name} <small>{}</small></li>",
            part.loss,
            wording::about(family)
        );
    }
    let _ = write!(
        out,
        "<li class=\"total\"><span class=\"number\">{:.1}</span> <i class=\"key left\"></i> copy score</li>\n</ul>\n",
        score.value
    );
    for standing in &score.standing {
        let _ = writeln!(
            out,
            "<p class=\"standing\">{}</p>",
            Escaped(&wording::standing(standing))
        );
    }
}

/// The sum in words, for those who do not see the drawing.
fn sentence(report: &Report) -> String {
    let parts = Family::ALL.map(|family| {
        let loss = report.score.families.of(family).loss;
        format!("minus {loss:.1} for {}", family.name())
    });
    format!("100 {} is {:.1}", parts.join(", "), report.score.value)
}

fn segment(from: f64, points: f64, class: &str, out: &mut String) {
    if points <= 0.0 {
        return;
    }
    let (x, width) = (from * 10.0, points * 10.0);
    let _ = writeln!(
        out,
        "<rect class=\"{class}\" x=\"{x:.0}\" y=\"8\" width=\"{width:.0}\" height=\"40\"/>"
    );
    if points >= ROOM {
        let middle = x + width / 2.0;
        let _ = writeln!(out, "<text x=\"{middle:.0}\" y=\"35\">{points:.1}</text>");
    }
}

/// The band, as a bracket under the bar.
fn band(low: f64, high: f64, value: f64, out: &mut String) {
    let (low, high, value) = (low * 10.0, high * 10.0, value * 10.0);
    let _ = writeln!(
        out,
        "<path class=\"bracket\" d=\"M{low:.0} 56v8H{high:.0}v-8M{value:.0} 50v14\"/>\n\
         <text class=\"scale\" x=\"0\" y=\"82\">0</text><text class=\"scale end\" x=\"1000\" y=\"82\">100</text>"
    );
}
