//! Characters that look like others: what word processors and other alphabets put into a TOML file.

/// A character that TOML has no use for outside quotation marks, as a person would name it.
pub(super) fn named(c: char) -> String {
    let name = match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' => {
            return format!("{c} is a curly quotation mark");
        }
        '\u{a0}' | '\u{2007}' | '\u{202f}' => "a no-break space",
        '\u{200b}' => "a space of no width",
        '\u{200c}' | '\u{200d}' | '\u{2060}' => "a joiner that nobody sees",
        '\u{feff}' => "a byte order mark",
        '\u{2000}'..='\u{200a}' | '\u{3000}' => "a space of another width",
        '–' | '—' | '−' | '‐' | '‑' => return format!("{c} is a dash and no hyphen"),
        _ => {
            return format!(
                "“{c}” is U+{:04X}, a letter of another alphabet or a mark",
                u32::from(c)
            );
        }
    };
    format!("there is {name} here, U+{:04X}", u32::from(c))
}

/// What to write for it.
pub(super) fn instead(c: char) -> &'static str {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' => {
            "straight marks, please: \"…\" or '…'"
        }
        '–' | '—' | '−' | '‐' | '‑' => "write a hyphen: -",
        c if c.is_whitespace() || named(c).starts_with("there is") => "delete it, or write a plain space",
        _ => "type the key again with the letters of the English alphabet",
    }
}

/// The first character of a line that is not plain ASCII and stands outside quotation marks and remarks.
pub(super) fn stray(line: &str) -> Option<(usize, char)> {
    let mut open = None;
    for (at, c) in line.char_indices() {
        match (open, c) {
            (None, '"' | '\'') => open = Some(c),
            (Some(mark), c) if mark == c => open = None,
            (None, '#') => return None,
            (None, c) if !c.is_ascii() => return Some((at, c)),
            _ => {}
        }
    }
    None
}

/// A letter in a name that only looks like one of the English alphabet, where all others are of it.
pub(super) fn impostor(name: &str) -> Option<char> {
    let odd = name.chars().find(|c| !c.is_ascii())?;
    name.chars().any(|c| c.is_ascii_alphabetic()).then_some(odd)
}

#[cfg(test)]
mod tests {
    use super::{impostor, named, stray};

    #[test]
    fn characters_are_named() {
        assert_eq!(stray("severity = “minor”"), Some((11, '“')));
        assert_eq!(stray("summary = \"“quoted”\" # “remark”"), None);
        assert_eq!(impostor("s\u{435}verity"), Some('\u{435}'));
        assert_eq!(named('\u{a0}'), "there is a no-break space here, U+00A0");
        assert_eq!(
            named('\u{435}'),
            "“\u{435}” is U+0435, a letter of another alphabet or a mark"
        );
    }
}
