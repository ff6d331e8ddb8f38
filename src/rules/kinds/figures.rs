//! How the recomputing kinds read the figures of a page, and write those they work out.

use crate::facts::quantity::Quantity;
use crate::facts::relation::RelationKind;
use crate::rules::Page;

/// The figures that are not another one in a second unit: without the dollars of "58 billion crowns ($14.5 billion)".
pub(super) fn once<'a>(page: &Page<'a>) -> Vec<&'a Quantity> {
    let relations = page.facts.relations.iter();
    let mut again = relations
        .filter(|r| r.kind == RelationKind::Restated)
        .map(|r| r.other)
        .peekable();
    let mut out = Vec::with_capacity(page.facts.quantities.len());
    for (number, quantity) in page.facts.quantities.iter().enumerate() {
        while again.next_if(|other| *other < number).is_some() {}
        if again.peek() != Some(&number) {
            out.push(quantity);
        }
    }
    out
}

/// A figure to three places, without zeros that say nothing: 24.9, 1,610, 0.62.
#[must_use]
pub(super) fn rounded(value: f64) -> String {
    let size = value.abs();
    let places = if size >= 100.0 {
        0
    } else if size >= 10.0 {
        1
    } else {
        2
    };
    let value = if size >= 1000.0 {
        let unit = 10_f64.powf(size.log10().floor() - 2.0);
        (value / unit).round() * unit
    } else {
        value
    };
    let text = format!("{value:.places$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    grouped(text)
}

/// A whole figure with commas between thousands, or with its decimals as they are.
#[must_use]
pub(super) fn plain(value: f64) -> String {
    let text = if (value - value.round()).abs() < 1e-6 {
        format!("{:.0}", value.round())
    } else {
        format!("{value:.2}").trim_end_matches('0').to_owned()
    };
    grouped(&text)
}

fn grouped(text: &str) -> String {
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(w, d)| (w, Some(d)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals.filter(|d| !d.is_empty()) {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_an_editor_would() {
        assert_eq!(rounded(24.854), "24.9");
        assert_eq!(rounded(1609.344), "1,610");
        assert_eq!(rounded(0.6214), "0.62");
        assert_eq!(plain(1_234_567.0), "1,234,567");
        assert_eq!(plain(97.0), "97");
        assert_eq!(plain(2.5), "2.5");
    }
}
