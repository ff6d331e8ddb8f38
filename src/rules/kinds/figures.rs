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

/// Half of a last place, where decimals or a magnitude show that the figure was rounded there.
pub(super) fn half_a_place(figure: &Quantity) -> Option<f64> {
    (figure.magnitude || figure.step < 1.0).then_some(figure.step / 2.0)
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

/// How a set of figures is written, so that one worked out from them can be written alike: "£4.1m", "3.8 million".
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written<'a> {
    /// What stands before the digits: "£".
    before: &'a str,
    /// What stands behind them: "m", " million euros".
    behind: &'a str,
    /// What one of the digits' units is worth: a million.
    unit: f64,
}

impl<'a> Written<'a> {
    /// The common way; where "£4.1m" stands beside "£900,000" the sign alone, and the bare figure where they have none.
    pub(super) fn of<'q>(page: &Page<'a>, quantities: impl Iterator<Item = &'q Quantity>) -> Self {
        let bare = |before| Self {
            before,
            behind: "",
            unit: 1.0,
        };
        let ways: Vec<Option<Self>> = quantities.map(|q| Self::one(page.words(q.figure), q.value)).collect();
        let Some(Some(first)) = ways.first() else {
            return bare("");
        };
        if ways.iter().all(|way| way.as_ref() == Some(first)) {
            return first.clone();
        }
        let signed = |way: &Option<Self>| way.as_ref().is_some_and(|way| way.before == first.before);
        bare(if ways.iter().all(signed) { first.before } else { "" })
    }

    /// How one figure is written; `None` if it has no digits, or two sets of them.
    fn one(words: &'a str, value: f64) -> Option<Self> {
        let start = words.find(|c: char| c.is_ascii_digit())?;
        let rest = &words[start..];
        let digits = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
            .unwrap_or(rest.len());
        let number: f64 = rest[..digits].replace(',', "").parse().ok()?;
        let behind = &rest[digits..];
        let unit = (value / number).round();
        let whole = number > 0.0 && unit >= 1.0 && (unit * number - value).abs() <= value.abs() * 1e-9;
        // A unit that is no magnitude is left to the words: "9.2 miles" are no "miles" behind every term.
        let scaled = unit > 1.0 || !words[..start].is_empty();
        (whole && scaled && !behind.contains(|c: char| c.is_ascii_digit())).then_some(Self {
            before: &words[..start],
            behind,
            unit,
        })
    }

    /// A value, written so.
    pub(super) fn figure(&self, value: f64) -> String {
        format!("{}{}{}", self.before, plain(value / self.unit), self.behind)
    }
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

    #[test]
    fn a_sum_is_written_as_its_terms_are() {
        let way = Written::one("£4.1m", 4_100_000.0).expect("it has digits");
        assert_eq!(way.figure(10_200_000.0), "£10.2m");
        let way = Written::one("3.8 million euros", 3_800_000.0).expect("it has digits");
        assert_eq!(way.figure(900_000.0), "0.9 million euros");
        assert_eq!(Written::one("£1,250", 1250.0).expect("digits").figure(2500.0), "£2,500");
        for words in ["nine", "31", "$3-4m"] {
            assert_eq!(Written::one(words, 31.0), None, "{words}");
        }
    }
}
