//! Formulas: figures of a text, put together by arithmetic.

/// What a formula may name.
pub(super) const NAMES: [&str; 8] = [
    "words",
    "sentences",
    "paragraphs",
    "characters",
    "syllables",
    "long_words",
    "complex_words",
    // Vale has two names for one thing.
    "polysyllabic_words",
];

/// Brackets within brackets, at most: a formula that a person wrote has three or four.
const DEEPEST: usize = 32;

/// A formula, read.
#[derive(Debug)]
pub(super) enum Formula {
    Number(f64),
    /// One of [`NAMES`].
    Count(usize),
    Root(Box<Formula>),
    Both(char, Box<Formula>, Box<Formula>),
}

impl Formula {
    /// Reads a formula.
    pub(super) fn read(written: &str) -> Result<Self, String> {
        let mut reader = Reader {
            rest: written.trim_start(),
            depth: 0,
        };
        let formula = reader.sum()?;
        if reader.rest.is_empty() {
            Ok(formula)
        } else {
            Err(reader.odd())
        }
    }

    /// Its value for these counts, one for each of [`NAMES`].
    pub(super) fn value(&self, counts: &[f64; NAMES.len()]) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Count(which) => counts.get(*which).copied().unwrap_or_default(),
            Self::Root(of) => of.value(counts).sqrt(),
            Self::Both(sign, one, other) => {
                let (one, other) = (one.value(counts), other.value(counts));
                match sign {
                    '+' => one + other,
                    '-' => one - other,
                    '*' => one * other,
                    _ => one / other,
                }
            }
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

impl Reader<'_> {
    fn sum(&mut self) -> Result<Formula, String> {
        let mut left = self.product()?;
        while let Some(sign) = self.sign(&['+', '-']) {
            left = Formula::Both(sign, Box::new(left), Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Formula, String> {
        let mut left = self.part()?;
        while let Some(sign) = self.sign(&['*', '/']) {
            left = Formula::Both(sign, Box::new(left), Box::new(self.part()?));
        }
        Ok(left)
    }

    fn part(&mut self) -> Result<Formula, String> {
        if self.depth > DEEPEST {
            return Err("this formula has too many brackets within brackets".to_owned());
        }
        if self.sign(&['-']).is_some() {
            self.depth += 1;
            let part = self.part()?;
            self.depth -= 1;
            return Ok(Formula::Both('-', Box::new(Formula::Number(0.0)), Box::new(part)));
        }
        if self.sign(&['(']).is_some() {
            return self.closed();
        }
        let of = |letters: fn(char) -> bool, rest: &str| rest.find(|c: char| !letters(c)).unwrap_or(rest.len());
        let digits = of(|c| c.is_ascii_digit() || c == '.', self.rest);
        if digits > 0 {
            let number = self.rest[..digits].parse().map_err(|_| self.odd())?;
            self.skip(digits);
            return Ok(Formula::Number(number));
        }
        let letters = of(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'), self.rest);
        let name = &self.rest[..letters];
        if matches!(name, "math.sqrt" | "sqrt") {
            self.skip(letters);
            return if self.sign(&['(']).is_some() {
                Ok(Formula::Root(Box::new(self.closed()?)))
            } else {
                Err(self.odd())
            };
        }
        let which = NAMES.iter().position(|known| *known == name);
        let count = which.map(Formula::Count).ok_or_else(|| {
            if name.is_empty() {
                self.odd()
            } else {
                format!("a formula cannot name `{name}`")
            }
        })?;
        self.skip(letters);
        Ok(count)
    }

    fn closed(&mut self) -> Result<Formula, String> {
        self.depth += 1;
        let inner = self.sum()?;
        self.depth -= 1;
        if self.sign(&[')']).is_some() {
            Ok(inner)
        } else {
            Err("a bracket is never closed in this formula".to_owned())
        }
    }

    fn sign(&mut self, wanted: &[char]) -> Option<char> {
        let sign = self.rest.chars().next().filter(|c| wanted.contains(c))?;
        self.skip(1);
        Some(sign)
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest[bytes..].trim_start();
    }

    fn odd(&self) -> String {
        match self.rest.chars().next() {
            None => "this formula breaks off".to_owned(),
            Some(_) => format!("this formula cannot be read from `{}` on", self.rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Formula;

    #[test]
    fn formulas_are_worked_out() {
        let counts = [100.0, 5.0, 2.0, 450.0, 150.0, 20.0, 9.0, 9.0];
        let value = |written: &str| Formula::read(written).map(|f| f.value(&counts));
        assert_eq!(value("(words / sentences) * 2 - 1"), Ok(39.0));
        assert_eq!(value("math.sqrt(complex_words) + 1.5"), Ok(4.5));
        assert_eq!(value("-words + 100"), Ok(0.0));
        for wrong in [
            "",
            "(words",
            "words +",
            "letters",
            "words words",
            "1.2.3",
            &"(".repeat(999),
        ] {
            assert!(value(wrong).is_err(), "{wrong}");
        }
    }
}
