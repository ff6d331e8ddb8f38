//! The words of a quotation as they are compared: case and contractions aside.

use crate::facts::Quotation;
use crate::rules::Page;
use crate::text::TokenKind;
use crate::text::token::hash_of;
use crate::text::vocabulary::fold;

/// Longer quotations are compared by their first words only.
const MOST_WORDS: usize = 120;

/// What ends a contraction, and the word it stands for.
const CONTRACTIONS: &[(&str, &str)] = &[("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am")];

/// A folded word, and a second one where it is a contraction: taking one for the other is no new wording.
fn parted(word: &str) -> (&str, Option<&'static str>) {
    let mut contractions = CONTRACTIONS.iter();
    let found = contractions.find(|(short, _)| word.len() > short.len() && word.ends_with(short));
    found.map_or((word, None), |(short, long)| {
        (&word[..word.len() - short.len()], Some(*long))
    })
}

/// Tells the words of a quotation, nested marks left out: what each [hashes](crate::text::Token::hash) to, and its
/// letters, in small letters where they are not plain.
pub(super) fn each_word(page: &Page<'_>, quotation: &Quotation, mut told: impl FnMut(u32, &str)) {
    let tokens = &page.document.tokens[page.document.tokens_in(quotation.inner)];
    let said = tokens.iter().filter(|t| t.is_word() || t.kind == TokenKind::Number);
    let mut folded = String::new();
    for token in said.take(MOST_WORDS) {
        let word = page.words(token.span);
        if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
            told(token.hash, word);
            continue;
        }
        folded.clear();
        fold(word, &mut folded);
        let (first, second) = parted(&folded);
        told(hash_of(first), first);
        if let Some(second) = second {
            told(hash_of(second), second);
        }
    }
}
