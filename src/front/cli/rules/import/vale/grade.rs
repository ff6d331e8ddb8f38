//! Vale's `metric` and `readability`: figures of an article, and the formulas of published grades.

use super::super::draft::quoted;
use super::Style;
use super::check::Parts;

pub(super) fn metric(formula: &str, condition: &str, parts: &mut Parts) -> Result<String, String> {
    let condition = condition.trim();
    let limit = |sign: &str| {
        condition
            .strip_prefix(sign)?
            .trim_start_matches('=')
            .trim()
            .parse::<f64>()
            .ok()
    };
    let limit = match (limit(">"), limit("<")) {
        (Some(above), _) => format!("above   = {above:?}"),
        (_, Some(below)) => format!("below   = {below:?}"),
        _ => {
            return Err(format!(
                "its condition “{condition}” is neither above nor below a figure"
            ));
        }
    };
    parts.push((
        String::new(),
        "the first sentence is marked, where Vale marks the file; syllables are counted by a rule of thumb".to_owned(),
    ));
    let formula = formula.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(format!("[check.metric]\nformula = {}\n{limit}\n", quoted(&formula)))
}

/// The grades that Vale's `readability` averages, with their published formulas.
const GRADES: [(&str, &str); 5] = [
    ("Gunning Fog", "0.4 * (words / sentences + 100 * complex_words / words)"),
    (
        "Coleman-Liau",
        "(0.0588 * (characters / words * 100) - 0.296 * (sentences / words * 100) - 15.8)",
    ),
    (
        "Flesch-Kincaid",
        "(0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59)",
    ),
    (
        "SMOG",
        "(1.0430 * math.sqrt(polysyllabic_words * 30.0 / sentences) + 3.1291)",
    ),
    (
        "Automated Readability",
        "(4.71 * (characters / words) + 0.5 * (words / sentences) - 21.43)",
    ),
];

pub(super) fn readability(style: &Style, parts: &mut Parts) -> Result<String, String> {
    let wanted = style.metrics.all();
    let known = GRADES.iter().filter(|(name, _)| wanted.contains(name));
    let formulas: Vec<&str> = known.map(|(_, formula)| *formula).collect();
    let Some(grade) = style.grade.filter(|_| !formulas.is_empty()) else {
        return Err("it names no grade and no formula for it".to_owned());
    };
    let mean = format!("({}) / {}", formulas.join(" + "), formulas.len());
    metric(&mean, &format!("> {grade}"), parts)
}
