//! Words that a rule with a regular expression leaves alone.

use super::check::Page;
use super::compiler::Compiler;
use super::expression::{Expression, Manner};
use crate::rules::Spanned;
use crate::text::Span;

/// Exceptions of a rule: expressions in the letters of their author, whole words.
#[derive(Debug, Default)]
pub struct Exceptions(Option<Expression>);

impl Exceptions {
    /// Compiles exceptions; what is wrong with one is put on record.
    pub fn compile(written: &[Spanned<String>], compiler: &mut Compiler<'_>) -> Self {
        for one in written {
            compiler.expression(one, 0);
        }
        let mut ways: Vec<&str> = written.iter().map(|one| one.get_ref().as_str()).collect();
        // Of two exceptions that begin alike the longer says more.
        ways.sort_by_key(|way| std::cmp::Reverse(way.len()));
        let manner = Manner {
            case: true,
            exact: true,
        };
        Self((!ways.is_empty()).then(|| Expression::new(&any_of(&ways), manner)))
    }

    /// Takes out of the spans those that hold an exception, or stand inside one. All lie in the stretch, in
    /// order.
    pub fn spare(&self, page: &Page<'_>, stretch: Span, spans: &mut Vec<(Span, Option<Span>)>) {
        let Some(expression) = self.0.as_ref().filter(|_| !spans.is_empty()) else {
            return;
        };
        let mut spared = Vec::new();
        expression.find(page, stretch, 0, |span, _| spared.push(span));
        spans.retain(|(found, _)| {
            let first = spared.partition_point(|s| s.end <= found.start);
            let near = spared[first..].iter().take_while(|s| s.start < found.end);
            !near.into_iter().any(|s| s.contains(*found) || found.contains(*s))
        });
    }

    /// Is a word one of them, or does it hold one?
    #[must_use]
    pub fn hold(&self, word: &str) -> bool {
        self.0.as_ref().is_some_and(|expression| expression.is_in(word))
    }
}

/// One expression for several: what one of them sets, such as `(?i)`, holds for it alone.
fn any_of(ways: &[&str]) -> String {
    format!(r"\b(?:(?:{}))\b", ways.join(")|(?:"))
}

#[cfg(test)]
mod tests {
    use super::any_of;
    use regex::Regex;

    #[test]
    fn a_flag_of_one_exception_is_not_the_next_ones() {
        let all = Regex::new(&any_of(&["(?i)north harbour", "Mole"])).expect("it is an expression");
        for (text, held) in [
            ("the North Harbour", true),
            ("the Mole", true),
            ("a mole", false),
            ("Moles", false),
        ] {
            assert_eq!(all.is_match(text), held, "{text}");
        }
    }
}
