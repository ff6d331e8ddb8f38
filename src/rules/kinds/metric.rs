//! `metric`: a figure of the whole text, such as how long its words and sentences are, out of bounds.

mod formula;

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page, Spanned};
use formula::{Formula, NAMES};
use serde::Deserialize;

/// `[check.metric]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How the figure is made of words, sentences, paragraphs, characters, syllables, `long_words` (more than
    /// six letters) and `complex_words` (three syllables and more).
    formula: Spanned<String>,
    /// Above this it is too much.
    above: Option<f64>,
    /// Below this it is too little.
    below: Option<f64>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a figure of the whole text that is out of bounds: words a sentence on average";
    const VALUES: &'static [&'static str] = &["value"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        if self.above.is_none() && self.below.is_none() {
            let help = "write above = 20 or below = 50".to_owned();
            compiler.fault(self.formula.span(), "this measures and has no limit", Some(help));
        }
        let formula = Formula::read(self.formula.get_ref()).map_err(|what| {
            let help = format!(
                "it is made of figures, + - * / ( ), math.sqrt( ) and {}",
                NAMES.join(", ")
            );
            compiler.fault(self.formula.span(), what, Some(help));
        });
        Box::new(MetricCheck {
            formula: formula.ok(),
            above: self.above.unwrap_or(f64::INFINITY),
            below: self.below.unwrap_or(f64::NEG_INFINITY),
        })
    }
}

#[derive(Debug)]
struct MetricCheck {
    formula: Option<Formula>,
    above: f64,
    below: f64,
}

impl Check for MetricCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(formula) = &self.formula else { return };
        let counts = counts(page);
        let value = formula.value(&counts);
        let first = page
            .document
            .sentences
            .iter()
            .find(|s| page.document.kind_of(s).is_body());
        // A figure of no words is none: it is not finite, and lies within all bounds.
        let out_of_bounds = value.is_finite() && (value > self.above || value < self.below);
        if let Some(first) = first.filter(|_| out_of_bounds) {
            out.push(Hit::at(first.span).with("value", format!("{value:.1}")));
        }
    }
}

/// What a formula may name, counted in the body, in the order of [`NAMES`].
fn counts(page: &Page<'_>) -> [f64; NAMES.len()] {
    /// The bounds of the readability formulas themselves (LIX; Gunning and SMOG).
    const LONG: usize = 6;
    const COMPLEX: usize = 3;
    let document = page.document;
    let (mut words, mut characters, mut all_syllables, mut long, mut complex) = (0, 0, 0, 0, 0);
    let (mut sentences, mut paragraphs) = (0, 0);
    for block in document.blocks.iter().filter(|b| b.kind.is_body()) {
        paragraphs += 1;
        sentences += block.sentences.len();
        for token in document.tokens[block.tokens.clone()].iter().filter(|t| t.is_word()) {
            let word = page.words(token.span);
            let (letters, count) = (word.chars().count(), syllables(word));
            words += 1;
            characters += letters;
            all_syllables += count;
            long += usize::from(letters > LONG);
            complex += usize::from(count >= COMPLEX);
        }
    }
    [
        words,
        sentences,
        paragraphs,
        characters,
        all_syllables,
        long,
        complex,
        complex,
    ]
    .map(|count| count as f64)
}

/// About how many syllables a word has: groups of vowels, without an `e` that is not spoken.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count = 0;
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        count += usize::from(vowel(letter) && !before.is_some_and(vowel));
    }
    // "make", "makes", "asked" are one; "table" and "wanted" are two.
    let silent = match letters.as_slice() {
        [.., 'l', 'e'] | [.., 't' | 'd', 'e', 'd'] => false,
        [.., before, 'e'] | [.., before, 'e', 'd'] => !vowel(before),
        [.., before, 'e', 's'] => !vowel(before) && !matches!(before, 's' | 'c' | 'g' | 'z' | 'x' | 'h' | 'l'),
        _ => false,
    };
    (count - usize::from(silent && count > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn syllables_are_counted_by_ear() {
        let words = [
            "make",
            "makes",
            "asked",
            "wanted",
            "table",
            "council",
            "university",
            "houses",
            "a",
        ];
        let counted: Vec<usize> = words.iter().map(|word| syllables(word)).collect();
        assert_eq!(counted, [1, 1, 1, 2, 2, 2, 5, 2, 1]);
    }
}
