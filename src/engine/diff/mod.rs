//! Two drafts of one article: which findings the new one fixed, introduced and left, and which figures,
//! days, names and quotations are not what they were.

mod changes;
mod findings;
mod sentences;
mod told;

use super::place::Places;
use super::{Engine, Options};
use crate::report::Report;
use crate::report::difference::{DIFFERENCE_SCHEMA, Difference, Draft};
use crate::text::Article;

impl Engine {
    /// Holds a new draft against an old one, each with what was let stand in it. Pure: the same drafts give
    /// the same difference.
    #[must_use]
    pub fn diff(&self, old: (&Article, Options<'_>), new: (&Article, Options<'_>)) -> Difference {
        let (was, is) = (self.check(old.0, old.1), self.check(new.0, new.1));
        let readings = (self.read(old.0), self.read(new.0));
        let changes = changes::of(
            (&readings.0, Places::new(old.0, &readings.0.document)),
            (&readings.1, Places::new(new.0, &readings.1.document)),
        );
        let (before, after) = (draft(&was), draft(&is));
        let findings = findings::of(was.findings, is.findings);
        Difference {
            schema: DIFFERENCE_SCHEMA,
            old: before,
            new: after,
            fixed: findings.fixed,
            introduced: findings.introduced,
            left: findings.left,
            changes,
        }
    }
}

fn draft(report: &Report) -> Draft {
    Draft {
        id: report.id.clone(),
        score: report.score.value,
        scored: report.score.scored,
        verdict: report.gate.verdict,
    }
}
