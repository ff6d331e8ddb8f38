//! What each kind of Vale rule means, as a `[check.…]` table of ours.

use super::super::draft::{literal, plain, quoted};
use super::Style;
use super::scope::{Place, place};
use crate::rules::expression::unsound;
use std::fmt::Write as _;

/// The check of a rule, with the examples that its words make.
pub(super) struct Checked {
    pub(super) table: String,
    pub(super) scope: Option<&'static str>,
    pub(super) examples: Vec<(&'static str, String)>,
}

/// What was left out or is done otherwise: the part, or nothing for the whole rule; and why.
pub(super) type Parts = Vec<(String, String)>;

type Table = Result<(String, Vec<(&'static str, String)>), String>;

/// The check for a rule, or why there is none.
pub(super) fn check(style: &Style, parts: &mut Parts) -> Result<Checked, String> {
    let place = place(&style.scope.all())?;
    if place.raw {
        parts.push((
            String::new(),
            "it is matched in the copy, where Vale looks at the markup too".to_owned(),
        ));
    }
    let without_examples = |table| Ok((table, Vec::new()));
    let (table, examples) = match style.extends.as_str() {
        "existence" => existence(style, place, parts),
        "substitution" => substitution(style, place, parts),
        "occurrence" => without_examples(occurrence(style, place, parts)?),
        "repetition" => without_examples(repetition(style)),
        "consistency" => without_examples(consistency(style, parts)?),
        "conditional" => without_examples(conditional(style)),
        "capitalization" => without_examples(capitalization(style, place, parts)?),
        "metric" => without_examples(metric(&style.formula, &style.condition, parts)?),
        "readability" => without_examples(readability(style, parts)?),
        "spelling" => {
            Err("it spells by a dictionary, and presscheck has none: a spelling checker does that".to_owned())
        }
        "sequence" => Err("it needs every word's part of speech, which presscheck does not tell".to_owned()),
        "script" => Err("it is a program of its own, and presscheck runs none".to_owned()),
        "" => Err("it does not say what it extends".to_owned()),
        other => Err(format!("there is no like of Vale's `{other}` here")),
    }?;
    Ok(Checked {
        table,
        scope: place.scope,
        examples,
    })
}

fn existence(style: &Style, place: Place, parts: &mut Parts) -> Table {
    let raw = legible(&style.raw.all().concat());
    let tokens: Vec<String> = style.tokens.all().into_iter().map(legible).collect();
    let ways = sound(&tokens, parts);
    if ways.is_empty() && (raw.is_empty() || !tokens.is_empty()) {
        return Err(nothing_runs(&tokens));
    }
    let group = match (ways.is_empty(), style.nonword) {
        (true, _) => String::new(),
        (false, true) => format!("(?:{})", ways.join("|")),
        (false, false) => format!(r"\b(?:{})\b", ways.join("|")),
    };
    let regex = if style.append {
        format!("{group}{raw}")
    } else {
        format!("{raw}{group}")
    };
    if let Some(reason) = unsound(&regex) {
        return Err(reason);
    }
    let table = format!(
        "[check.pattern]\nregex  = {}\n{}",
        literal(&lines(&regex)),
        manner(style, Some(place.within.unwrap_or("paragraph")))
    );
    Ok((table, examples(&ways, style)))
}

fn substitution(style: &Style, place: Place, parts: &mut Parts) -> Table {
    let pairs = style.swap.pairs();
    let keys: Vec<String> = pairs.iter().map(|(wrong, _)| legible(wrong)).collect();
    let ways = sound(&keys, parts);
    if ways.is_empty() {
        return Err(nothing_runs(&keys));
    }
    let mut table = format!(
        "[check.substitution]\n{}\n[check.substitution.patterns]\n",
        manner(style, Some(place.within.unwrap_or("paragraph")))
    );
    let edge = if style.nonword { "" } else { r"\b" };
    let mut written: Vec<&str> = Vec::new();
    for (key, (_, right)) in keys.iter().zip(&pairs) {
        if !ways.contains(&key.as_str()) || written.contains(&key.as_str()) {
            continue;
        }
        written.push(key);
        // Writing to a string cannot fail.
        let regex = lines(&format!("{edge}(?:{key}){edge}"));
        let _ = writeln!(table, "{} = {}", literal(&regex), quoted(right));
    }
    Ok((table, examples(&ways, style)))
}

fn occurrence(style: &Style, place: Place, parts: &mut Parts) -> Result<String, String> {
    let token = legible(&style.token);
    if let Some(reason) = unsound(&token) {
        return Err(reason);
    }
    let mut table = format!("[check.occurrence]\nregex  = {}\n", literal(&lines(&token)));
    // Writing to a string cannot fail. Vale takes a limit of 0 for none.
    let _ = style
        .max
        .filter(|max| *max > 0)
        .map(|max| writeln!(table, "most   = {max}"));
    let _ = style
        .min
        .filter(|min| *min > 0)
        .map(|min| writeln!(table, "least  = {min}"));
    let within = place
        .within
        .unwrap_or(if place.scope.is_some() { "paragraph" } else { "article" });
    if within != "article" {
        let whole = format!("the whole {within} is marked, where Vale marks the first thing it counted");
        parts.push((String::new(), whole));
    }
    let _ = write!(
        table,
        "case   = {}\nexact  = true\nwithin = \"{within}\"\n",
        !style.ignorecase
    );
    Ok(table)
}

fn repetition(style: &Style) -> String {
    let tokens: Vec<String> = style.tokens.all().into_iter().map(legible).collect();
    if tokens.is_empty() {
        return "[check.repetition]\n".to_owned();
    }
    format!(
        "[check.repetition]\nregex   = {}\ncase    = {}\nletters = {}\nmost    = {}\n",
        literal(&format!("(?:{})", tokens.join("|"))),
        !style.ignorecase,
        style.alpha,
        style.max.unwrap_or_default()
    )
}

fn consistency(style: &Style, parts: &mut Parts) -> Result<String, String> {
    let edge = if style.nonword { "" } else { r"\b" };
    let mut pairs = String::new();
    for (one, other) in &style.either {
        let ways = [legible(one), legible(other)];
        if sound(&ways, parts).len() == ways.len() {
            let [one, other] = ways.map(|way| lines(&format!("{edge}(?:{way}){edge}")));
            // Writing to a string cannot fail.
            let _ = writeln!(pairs, "{} = {}", literal(&one), literal(&other));
        }
    }
    if pairs.is_empty() {
        return Err("it holds no two spellings that can be compared".to_owned());
    }
    parts.push((
        String::new(),
        "all places of the rarer spelling are marked, where Vale marks one in each text".to_owned(),
    ));
    let case = !style.ignorecase;
    Ok(format!(
        "[check.spelling]\ncase = {case}\n\n[check.spelling.patterns]\n{pairs}"
    ))
}

fn conditional(style: &Style) -> String {
    format!(
        "[check.conditional]\nfirst  = {}\nsecond = {}\n{}",
        literal(&lines(&legible(&style.first))),
        literal(&lines(&legible(&style.second))),
        manner(style, None)
    )
}

fn capitalization(style: &Style, place: Place, parts: &mut Parts) -> Result<String, String> {
    if place.scope != Some("headings") {
        return Err("it asks for capitals outside headlines, and presscheck looks for them there only".to_owned());
    }
    let mut table = String::from("[check.capitalization]\n");
    // Writing to a string cannot fail, here and below.
    let _ = match style.match_.as_str() {
        "$title" | "$sentence" | "$lower" | "$upper" => {
            writeln!(table, "style  = \"{}\"", style.match_.trim_start_matches('$'))
        }
        pattern => writeln!(table, "regex  = {}", literal(&lines(&legible(pattern)))),
    };
    if style.match_ == "$title" {
        parts.push((
            String::new(),
            "which small words stay small follows their length, and no stylebook's list".to_owned(),
        ));
    }
    let listed = |texts: Vec<&str>| texts.into_iter().map(quoted).collect::<Vec<_>>().join(", ");
    let _ = write!(
        table,
        "except = [{}]\nafter  = [{}]\n",
        listed(style.exceptions.all()),
        listed(style.indicators.all())
    );
    let _ = style.threshold.map(|share| writeln!(table, "share  = {share}"));
    Ok(table)
}

fn metric(formula: &str, condition: &str, parts: &mut Parts) -> Result<String, String> {
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

fn readability(style: &Style, parts: &mut Parts) -> Result<String, String> {
    let wanted = style.metrics.all();
    let known = GRADES.iter().filter(|(name, _)| wanted.contains(name));
    let formulas: Vec<&str> = known.map(|(_, formula)| *formula).collect();
    let Some(grade) = style.grade.filter(|_| !formulas.is_empty()) else {
        return Err("it names no grade and no formula for it".to_owned());
    };
    let mean = format!("({}) / {}", formulas.join(" + "), formulas.len());
    metric(&mean, &format!("> {grade}"), parts)
}

/// The settings that patterns share.
fn manner(style: &Style, within: Option<&str>) -> String {
    let mut out = format!("case   = {}\nexact  = true\n", !style.ignorecase);
    // Writing to a string cannot fail.
    let _ = within.map(|within| writeln!(out, "within = \"{within}\""));
    let exceptions: Vec<String> = style
        .exceptions
        .all()
        .into_iter()
        .map(|e| literal(&legible(e)))
        .collect();
    if !exceptions.is_empty() {
        let _ = writeln!(out, "except = [{}]", exceptions.join(", "));
    }
    out
}

/// Two plain words make two examples.
fn examples(ways: &[&str], style: &Style) -> Vec<(&'static str, String)> {
    let excepted = style.exceptions.all();
    let bare = style.raw.all().is_empty() && !style.nonword && style.scope.all().is_empty();
    let plain = ways.iter().filter(|way| bare && plain(way) && !excepted.contains(way));
    plain
        .take(2)
        .map(|way| ("flags", format!("They spoke of [[{way}]]")))
        .collect()
}

/// The expressions that can be run; the others are put on record.
fn sound<'a>(all: &'a [String], parts: &mut Parts) -> Vec<&'a str> {
    let mut out = Vec::new();
    for one in all {
        match unsound(one) {
            None => out.push(one.as_str()),
            Some(reason) => parts.push((one.clone(), reason)),
        }
    }
    out
}

fn nothing_runs(all: &[String]) -> String {
    match all.iter().find_map(|one| unsound(one)) {
        Some(reason) => format!("none of its expressions can be run: {reason}"),
        None => "it names nothing to look for".to_owned(),
    }
}

/// An expression in which `^` and `$` mean the ends of lines, as they do in Vale.
fn lines(regex: &str) -> String {
    if regex.contains(['^', '$']) {
        format!("(?m){regex}")
    } else {
        regex.to_owned()
    }
}

/// An expression as Vale's engine reads it: there a `[` within a class is a bracket, and here it would
/// open a class in the class.
fn legible(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut chars = written.chars().peekable();
    let mut class = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                out.push(c);
                out.extend(chars.next());
                continue;
            }
            '[' if class && chars.peek() != Some(&':') => out.push('\\'),
            '[' if !class => {
                class = true;
                out.push(c);
                // A bracket that stands first in a class is itself.
                if chars.peek() == Some(&'^') {
                    out.extend(chars.next());
                }
                if chars.peek() == Some(&']') {
                    out.push('\\');
                    out.extend(chars.next());
                }
                continue;
            }
            ']' => class = false,
            _ => {}
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::legible;

    #[test]
    fn brackets_in_classes_are_brackets() {
        assert_eq!(legible(r"[[(]a\[[^]x]"), r"[\[(]a\[[^\]x]");
        assert_eq!(legible("[[:alpha:]]b"), "[[:alpha:]]b");
    }
}
