//! The letters of the notation: where parts end, and what braces stand for.

use super::{MOST_SPELLINGS, Part, PhraseFault, Row};

/// Letters alone: one word, and nothing of the notation.
pub(super) fn is_plain(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphabetic())
}

/// The elements as written: parted by spaces, except within braces and brackets.
pub(super) fn parts(written: &str) -> impl Iterator<Item = &str> {
    let mut rest = written;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let mut depth = 0_usize;
        let ends = |(at, byte): (usize, u8)| {
            match byte {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                // A first byte alone does not tell a foreign letter from a foreign space.
                0x80.. if depth == 0 => return rest[..].get(at..)?.starts_with(char::is_whitespace).then_some(at),
                _ => {}
            }
            (depth == 0 && byte.is_ascii_whitespace()).then_some(at)
        };
        let end = rest.bytes().enumerate().find_map(ends).unwrap_or(rest.len());
        let (part, behind) = rest.split_at(end);
        rest = behind;
        (!part.is_empty()).then_some(part)
    })
}

/// The strings that a word with braces stands for.
pub(super) fn spell_out(part: &str) -> Result<Vec<String>, PhraseFault> {
    let Some((before, rest)) = part.split_once('{') else {
        return if part.contains('}') {
            Err(PhraseFault::Unclosed(part.to_owned()))
        } else {
            Ok(vec![part.to_owned()])
        };
    };
    let (inside, after) = rest
        .split_once('}')
        .ok_or_else(|| PhraseFault::Unclosed(part.to_owned()))?;
    let tails = spell_out(after)?;
    // Checked at every brace, so that a row of braces cannot fill the memory first.
    if tails.len() * (inside.matches(',').count() + 1) > MOST_SPELLINGS {
        return Err(PhraseFault::TooMany);
    }
    Ok(inside
        .split(',')
        .flat_map(|way| tails.iter().map(move |tail| [before, way, tail].concat()))
        .collect())
}

/// All rows that a phrase of these parts stands for.
pub(super) fn spelt_out(parts: &[Part]) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![Vec::with_capacity(parts.len())];
    for part in parts {
        if let Part::One(element) = part {
            for row in &mut rows {
                row.push(*element);
            }
        } else {
            let longer = |row: &Row| {
                part.ways()
                    .map(|way| [row.as_slice(), way].concat())
                    .collect::<Vec<_>>()
            };
            rows = rows.iter().flat_map(longer).collect();
        }
    }
    rows
}
