//! How often a rule is right, from how often it was.

use statrs::distribution::{ContinuousCDF, Normal};

/// The mean of Beta(`a`, `b`).
#[must_use]
pub fn estimate(a: f64, b: f64) -> f64 {
    a / (a + b)
}

/// The lower end of Wilson's interval for a share, one-sided at 95 %: with few findings counted, what can be
/// said with confidence is far below the share seen. (Wilson, J. Am. Stat. Assoc. 22, 1927, 209.)
#[must_use]
pub fn at_least(right: u32, wrong: u32) -> f64 {
    let n = f64::from(right) + f64::from(wrong);
    if n == 0.0 {
        return 0.0;
    }
    let z = Normal::standard().inverse_cdf(0.95);
    let share = f64::from(right) / n;
    let centre = share + z * z / (2.0 * n);
    let spread = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    ((centre - spread) / (1.0 + z * z / n)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_findings_say_little() {
        assert!((at_least(3, 17) - 0.0616).abs() < 5e-4, "{}", at_least(3, 17));
        assert!(at_least(2, 0) < 0.5);
        assert!(at_least(200, 0) > 0.98);
        assert!(at_least(0, 0) == 0.0 && at_least(0, 5) == 0.0);
    }
}
