//! Two spellings one slip of a finger apart.

use crate::text::token::is_apostrophe;

/// Names that share a deletion are looked at in groups of at most this many: more is a list of codes,
/// and every pair of it would have to be compared.
const MOST_IN_GROUP: usize = 12;
/// Up to this many letters a changed consonant makes another name.
const SHORT: usize = 5;
/// A longer word is no name, and each of its letters would be left out in turn.
const MOST_LETTERS: usize = 40;

/// The letters by which two spellings are compared: the shape of an apostrophe and capitals inside do
/// not count.
pub(in crate::rules::kinds) fn letters(word: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if is_apostrophe(c) {
            out.push('\'');
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// Pairs of words one edit apart that begin with the same letter, by their numbers.
pub(super) fn neighbours(words: &[&[char]]) -> Vec<(usize, usize)> {
    let each = |add: &mut dyn FnMut(u64, usize)| {
        let of_usual_length = words.iter().enumerate().filter(|(_, w)| w.len() <= MOST_LETTERS);
        for (number, word) in of_usual_length {
            shortened(word, |hash| add(hash, number));
        }
    };
    // Nearly all of these stand alone. What may not is known from a small table of how often a hash came,
    // twice as large as there are letters.
    let letters: usize = words.iter().map(|w| w.len() + 1).sum();
    let slots = (letters * 2).next_power_of_two();
    let slot = |hash: u64| (hash >> 32) as usize & (slots - 1);
    let mut times = vec![0_u8; slots];
    each(&mut |hash, _| times[slot(hash)] = times[slot(hash)].saturating_add(1));
    let mut shared: Vec<(u64, usize)> = Vec::new();
    each(&mut |hash, number| {
        if times[slot(hash)] > 1 {
            shared.push((hash, number));
        }
    });
    shared.sort_unstable();
    shared.dedup();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for group in shared.chunk_by(|a, b| a.0 == b.0) {
        let group = &group[..group.len().min(MOST_IN_GROUP)];
        for (at, (_, a)) in group.iter().enumerate() {
            for (_, b) in &group[at + 1..] {
                if one_edit(words[*a], words[*b]) {
                    pairs.push((*a, *b));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Calls `add` with the hash of the letters, and of them without each in turn. The first letter stays: slips
/// rarely touch it, other names often differ in it.
fn shortened(letters: &[char], mut add: impl FnMut(u64)) {
    /// An odd number without pattern; a hash is a number to this base, one digit a letter, the first lowest.
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let Some((first, rest)) = letters.split_first() else {
        return;
    };
    let digit = |c: &char| u64::from(u32::from(*c));
    // What differs in one digit alone is to differ everywhere.
    let mix = |hash: u64| (hash ^ (hash >> 29)).wrapping_mul(BASE);
    let mut tail = rest
        .iter()
        .rev()
        .fold(0_u64, |hash, c| hash.wrapping_mul(BASE).wrapping_add(digit(c)));
    let mut head = digit(first);
    add(mix(head.wrapping_add(tail.wrapping_mul(BASE))));
    // Letters behind the one left out stand one place lower.
    let mut power = 1_u64;
    for c in rest {
        tail = tail.wrapping_sub(digit(c).wrapping_mul(power));
        add(mix(head.wrapping_add(tail)));
        power = power.wrapping_mul(BASE);
        head = head.wrapping_add(digit(c).wrapping_mul(power));
    }
}

/// Is one the other with one letter added, dropped, changed or swapped with its neighbour?
pub(in crate::rules::kinds) fn one_edit(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 || a == b || short.is_empty() || short[0] != long[0] {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let tail = short[head..]
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (left, right) = (&short[head..short.len() - tail], &long[head..long.len() - tail]);
    match (left, right) {
        ([], [_]) => true,
        // An accent that is left out is house style: Supré and Supre. Short names with another consonant
        // are mostly other names: Hall and Hale.
        ([l], [r]) => l.is_ascii() && r.is_ascii() && (short.len() > SHORT || (is_vowel(*l) && is_vowel(*r))),
        ([_, _], [_, _]) => left[0] == right[1] && left[1] == right[0],
        _ => false,
    }
}

pub(super) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Do the two differ in an i for a y at the end alone: Solanki and Solanky?
pub(super) fn is_i_for_y(a: &[char], b: &[char]) -> bool {
    let (Some((x, a)), Some((y, b))) = (a.split_last(), b.split_last()) else {
        return false;
    };
    a == b && matches!((x, y), ('i', 'y') | ('y', 'i'))
}

/// Is one the plural, the demonym or the feminine form of the other: Bush and Bushs, Iraq and Iraqi,
/// Karimov and Karimova?
pub(super) fn is_inflection(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let ending = |word: &[char]| matches!(word.last(), Some('s' | 'n' | 'i' | 'a' | 'y'));
    let added = long.len() == short.len() + 1 && long.starts_with(short) && ending(long);
    // "Syrias" for Syria's beside Syrian.
    let changed = a.len() == b.len() && a[..a.len() - 1] == b[..b.len() - 1] && ending(a) && ending(b);
    // Parties and partiers.
    let doer =
        short.ends_with(&['i', 'e', 's']) && long.ends_with(&['i', 'e', 'r', 's']) && short.len() + 1 == long.len();
    added || changed || doer
}
