//! The score, drawn as the sum it is.

use super::palette::{BOLD, FAINT};
use crate::finding::Family;
use crate::render::wording;
use crate::render::wrap::wrap;
use crate::report::Report;
use std::fmt::Write as _;

/// Columns that stand for a whole cap: the longest bar.
const BAR: usize = 24;
/// Windows narrower than this show the figures alone.
const ROOM: usize = 72;
/// The widest cap, which a full bar stands for.
const WIDEST: f64 = 45.0;

pub(super) fn draw(report: &Report, width: usize, out: &mut String) {
    let score = &report.score;
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{BOLD}{}{BOLD:#}", wording::score(score));
    if !score.scored {
        return;
    }
    let _ = writeln!(out, "   100.0");
    for family in Family::ALL {
        let part = score.families.of(family);
        let name = family.name();
        let _ = write!(out, "  \u{2212}{:>5.1}  {name:12}", part.loss);
        if width >= ROOM {
            let (bar, about) = (bar(part.loss), wording::about(family));
            let _ = write!(out, "{FAINT}{bar:BAR$}  {about}{FAINT:#}");
        }
        out.push('\n');
    }
    let _ = writeln!(out, "  ──────\n  ={:>5.1}", score.value);
    for standing in &score.standing {
        let line = format!("  {}", wording::standing(standing));
        let _ = writeln!(out, "{FAINT}{}{FAINT:#}", wrap(&line, width, "", "  "));
    }
}

fn bar(loss: f64) -> String {
    // Any loss is seen, however small.
    let wanted = (loss / WIDEST * BAR as f64).ceil();
    (0..BAR).take_while(|i| (*i as f64) < wanted).map(|_| '█').collect()
}
