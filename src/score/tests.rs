use super::*;
use crate::finding::{Confidence, Precision, Severity};

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        // Knuth's linear congruential generator; the high bits are good enough for a test.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

fn finding(family: Family, severity: Severity, right: u32, wrong: u32) -> Finding {
    Finding {
        rule: format!("{}/{right}-{wrong}", family.name()).into(),
        family,
        severity,
        confidence: Confidence::Low,
        precision: Precision { right, wrong },
        message: String::new(),
        why: "".into(),
        advice: "".into(),
        primary: crate::text::Span::default(),
        related: Vec::new(),
        also: Vec::new(),
        whole: false,
    }
}

fn some(dice: &mut Dice) -> (Vec<Finding>, Exposure) {
    let findings = (0..dice.below(40))
        .map(|_| {
            let family = Family::ALL[dice.below(4)];
            let severity = Severity::ALL[dice.below(4)];
            finding(family, severity, dice.below(3) as u32 * 20, dice.below(3) as u32)
        })
        .collect();
    let exposure = Exposure {
        words: dice.below(2000),
        claims: dice.below(60),
    };
    (findings, exposure)
}

fn tenths(points: f64) -> i64 {
    (points * 10.0).round() as i64
}

#[test]
fn printed_losses_add_up_to_what_the_score_lacks() {
    let (weights, mut dice) = (Weights::builtin(), Dice(1));
    for _ in 0..2000 {
        let (findings, exposure) = some(&mut dice);
        let (report, points) = score(&findings, exposure, &weights);
        let of_families: i64 = Family::ALL.iter().map(|f| tenths(report.families.of(*f).loss)).sum();
        assert_eq!(1000 - tenths(report.value), of_families);
        assert_eq!(points.iter().map(|p| tenths(*p)).sum::<i64>(), of_families);
        for (finding, points) in findings.iter().zip(&points) {
            assert!(
                finding.severity > Severity::Info || *points == 0.0,
                "a note costs nothing"
            );
        }
    }
}

#[test]
fn a_score_stays_on_its_scale_and_in_its_band() {
    let (weights, mut dice) = (Weights::builtin(), Dice(2));
    for _ in 0..2000 {
        let (findings, exposure) = some(&mut dice);
        let (report, _) = score(&findings, exposure, &weights);
        assert!((0.0..=100.0).contains(&report.value));
        assert!(0.0 <= report.low && report.low <= report.value);
        assert!(report.value <= report.high && report.high <= 100.0);
    }
}

#[test]
fn mending_a_finding_never_lowers_the_score() {
    let (weights, mut dice) = (Weights::builtin(), Dice(3));
    for _ in 0..500 {
        let (mut findings, exposure) = some(&mut dice);
        let mut before = score(&findings, exposure, &weights).0.value;
        while !findings.is_empty() {
            let gone = dice.below(findings.len());
            findings.remove(gone);
            let after = score(&findings, exposure, &weights).0.value;
            assert!(after >= before);
            before = after;
        }
        assert_eq!(tenths(before), 1000);
    }
}

#[test]
fn a_rule_that_was_often_wrong_costs_less_and_widens_the_band() {
    let weights = Weights::builtin();
    let exposure = Exposure { words: 400, claims: 20 };
    let of = |right, wrong| {
        score(
            &[finding(Family::Consistency, Severity::Major, right, wrong)],
            exposure,
            &weights,
        )
        .0
    };
    let (good, bad) = (of(200, 0), of(100, 100));
    assert!(good.value < bad.value);
    assert!(good.high - good.low < bad.high - bad.low);
}

#[test]
fn what_is_said_of_the_whole_article_costs_the_same_at_any_length() {
    let weights = Weights::builtin();
    for family in Family::ALL {
        let whole = Finding {
            whole: true,
            ..finding(family, Severity::Major, 20, 2)
        };
        let lost = |words| {
            let exposure = Exposure {
                words,
                claims: words / 20,
            };
            tenths(score(std::slice::from_ref(&whole), exposure, &weights).0.value)
        };
        assert!(lost(150) < 1000);
        assert_eq!(lost(150), lost(3000), "{family:?}");
    }
}

#[test]
fn little_copy_is_not_scored() {
    let weights = Weights::builtin();
    let scored = |words, claims| score(&[], Exposure { words, claims }, &weights).0.scored;
    assert!(scored(120, 5));
    assert!(!scored(119, 5) && !scored(120, 4));
}
