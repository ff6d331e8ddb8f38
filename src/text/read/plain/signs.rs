//! What a line of plain text is by its own words: a byline, a dateline, an item of a list.

/// Does a mark that ends a sentence or leads to the next end the line?
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', ']']);
    line.ends_with(['.', '?', '!', '…', ':', ';'])
}

/// "By Jane Doe", "By Jane Doe and John Roe, Northwire".
pub(super) fn is_byline(line: &str, words: usize) -> bool {
    let Some(rest) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else {
        return false;
    };
    words <= 12
        && !ends_sentence(line)
        && rest.split([' ', ',', '|']).filter(|w| !w.is_empty()).all(|w| {
            w.starts_with(char::is_uppercase) || matches!(w, "and" | "in" | "for" | "de" | "van" | "von" | "al" | "&")
        })
}

/// "PORT SELWYN, Estry": a place on a line of its own. One that opens the first paragraph stays in it.
pub(super) fn is_dateline(line: &str, words: usize) -> bool {
    let place = line.split_once(',').map(|(place, _)| place);
    (2..=8).contains(&words)
        && !ends_sentence(line)
        && place.is_some_and(|p| {
            p.len() > 2
                && p.chars()
                    .all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '\'' | '-'))
        })
}

/// An item with its bullet or number, or a row of a table.
pub(super) fn is_list_item(line: &str) -> bool {
    let cells = line.matches('|').count();
    if cells > 2 || cells > 0 && line.starts_with('|') || line.ends_with('|') && line.len() < 24 {
        return true;
    }
    if let Some(rest) = line.strip_prefix(['-', '*', '•', '–', '·', '▪']) {
        return rest.starts_with(' ') && rest.len() > 1;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && line[digits..].starts_with([')', '.']) && line[digits + 1..].starts_with(' ')
}
