//! The sort of a story where the copy itself prints it: "EDITORIAL: …", "Opinion | …", a line "Letters".

use super::block::BlockKind;
use super::document::Document;

/// Labels before a headline, and alone on a line, with the genre they print.
const LABELS: [(&str, &str); 16] = [
    ("editorial", "editorial"),
    ("opinion", "opinion"),
    ("op-ed", "opinion"),
    ("column", "column"),
    ("commentary", "comment"),
    ("comment", "comment"),
    ("viewpoint", "opinion"),
    ("analysis", "analysis"),
    ("review", "review"),
    ("letter", "letter"),
    ("letters", "letter"),
    ("letter to the editor", "letter"),
    ("letters to the editor", "letter"),
    ("readers' letters", "letter"),
    ("obituary", "obituary"),
    ("q&a", "interview"),
];

/// A label stands among the first lines.
const FRONT: usize = 4;

/// The genre that the headline or one of the first lines prints.
pub(super) fn printed(document: &Document) -> Option<String> {
    document.blocks.iter().take(FRONT).find_map(|block| {
        let line = document.words(block.span);
        match block.kind {
            BlockKind::Headline => before_headline(line),
            BlockKind::Byline => line.to_lowercase().ends_with("columnist").then_some("column"),
            // "Comment" alone is a button.
            _ => label(line).filter(|genre| *genre != "comment"),
        }
        .map(str::to_owned)
    })
}

/// "EDITORIAL: The shame of …", "Opinion | …", "Q&A with Ida Moll".
fn before_headline(line: &str) -> Option<&'static str> {
    if line.starts_with("Q&A with ") || line.starts_with("Q&A: ") {
        return Some("interview");
    }
    let end = line.find([':', '|'])?;
    label(&line[..end])
}

/// No label is longer.
const LONGEST: usize = 24;

fn label(words: &str) -> Option<&'static str> {
    if words.len() > LONGEST {
        return None;
    }
    let words = words.trim().to_lowercase().replace('\u{2019}', "'");
    LABELS
        .iter()
        .find(|(label, _)| *label == words)
        .map(|(_, genre)| *genre)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_heard_only_where_they_are_labels() {
        assert_eq!(before_headline("EDITORIAL: The road to Oster"), Some("editorial"));
        assert_eq!(before_headline("Opinion | Mend the road"), Some("opinion"));
        assert_eq!(before_headline("Readers’ letters: Mend the road"), Some("letter"));
        assert_eq!(before_headline("Opinion is split on the road to Oster"), None);
        assert_eq!(before_headline("Mayor: letters will be answered"), None);
    }
}
