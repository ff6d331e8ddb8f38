//! What each kind of Vale rule means, as a `[check.…]` table of ours.

use super::super::draft::{literal, plain, quoted};
use super::Style;
use super::dialect::{legible, lines, nothing_runs, sound};
use super::grade::{metric, readability};
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
