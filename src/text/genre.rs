//! The sort of a story where the copy itself prints it: "EDITORIAL: …", "Opinion | …", a line "Letters", "The views
//! expressed in this column are his own", the names of two speakers before their turns.

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

/// The genre that the copy prints.
pub(super) fn printed(document: &Document) -> Option<String> {
    in_front(document)
        .or_else(|| views_of_its_own(document).then(|| "personal view".to_owned()))
        .or_else(|| in_turns(document).then(|| "interview".to_owned()))
}

/// What the headline or one of the first lines says.
fn in_front(document: &Document) -> Option<String> {
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

/// "The views expressed in this article are the author's own." It stands below reports too: it tells whose the comment
/// is, and does not make every heated word a columnist's.
fn views_of_its_own(document: &Document) -> bool {
    let blocks = &document.blocks;
    let (front, foot) = (FRONT.min(blocks.len()), blocks.len().saturating_sub(FOOT));
    let ends = blocks[..front].iter().chain(&blocks[foot.max(front)..]);
    let sentences = ends.flat_map(|block| &document.sentences[block.sentences.clone()]);
    sentences.map(|sentence| document.words(sentence.span)).any(owns_up)
}

/// Does a sentence say whose the views of the piece are? What is said of the readers' comments below is said on
/// every page.
fn owns_up(sentence: &str) -> bool {
    if sentence.len() > LONGEST_DISCLAIMER {
        return false;
    }
    let start = begin(sentence, THE_PIECE);
    let Some(rest) = start
        .find("views")
        .or_else(|| start.find("pinions"))
        .map(|at| &sentence[at..])
    else {
        return false;
    };
    let rest = rest.to_lowercase().replace('\u{2019}', "'");
    let piece = ["commentary", "article", "column", "piece", "essay", "op-ed", "blog"];
    let words = || rest.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-');
    let (Some(expressed), Some(are)) = (rest.find("expressed"), rest.find(" are ")) else {
        return false;
    };
    let whose = rest.get(are..).unwrap_or_default();
    expressed < are
        && (words().any(|word| piece.contains(&word)) || rest[expressed..are].contains("here"))
        && !["reader", "user", "comments"].iter().any(|other| rest.contains(other))
        && [
            " his", " her", " their", " my", " own", "author", "writer", "those of", "solely",
        ]
        .iter()
        .any(|owner| whose.contains(owner))
}

/// Such a line stands at the top or among the last ones, before what else a page has there.
const FOOT: usize = 8;
/// "Opinions" is the first word or nearly so, in bytes: "Editor's note: The views …".
const THE_PIECE: usize = 40;
/// Such a sentence is not longer, in bytes.
const LONGEST_DISCLAIMER: usize = 240;

/// Do two speakers take turns, each named before what is said, in at least this many paragraphs of either?
fn in_turns(document: &Document) -> bool {
    let mut turns: Vec<(&str, usize)> = Vec::new();
    let paragraphs = document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph);
    for speaker in paragraphs.filter_map(|block| speaker(document.words(block.span))) {
        if let Some((_, count)) = turns.iter_mut().find(|(name, _)| *name == speaker) {
            *count += 1;
        } else if turns.len() < MOST_SPEAKERS {
            turns.push((speaker, 1));
        } else {
            // A page of labels is a list of something.
            return false;
        }
    }
    turns.iter().filter(|(_, count)| *count >= TURNS).count() >= 2
}

/// Once is a heading.
const TURNS: usize = 2;
/// So many people sit around one table.
const MOST_SPEAKERS: usize = 12;
/// A name has not more words, and no more bytes.
const NAME_WORDS: usize = 4;
const NAME_BYTES: usize = 40;

/// The name before a turn: "DW: …", "Ida Moll: …".
fn speaker(paragraph: &str) -> Option<&str> {
    let (name, rest) = begin(paragraph, NAME_BYTES).split_once(':')?;
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let named = rest.starts_with(' ') && name.split(' ').count() <= NAME_WORDS;
    (named && name.split(' ').all(capital)).then_some(name)
}

/// So many bytes from the first on, or a letter fewer.
fn begin(words: &str, bytes: usize) -> &str {
    &words[..words.floor_char_boundary(bytes)]
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

    #[test]
    fn a_piece_says_whose_its_views_are() {
        for own in [
            "The views expressed in this column are his own.",
            "The opinions expressed here are solely hers.",
            "Editor’s note: The views expressed in this piece are those of the author.",
            "The views expressed in this article are the author’s own and do not reflect those of the Post.",
        ] {
            assert!(owns_up(own), "{own}");
        }
        for other in [
            "The views expressed in the comments below are those of our readers.",
            "The views expressed at the meeting are not shared by the mayor.",
            "Opinions are divided.",
        ] {
            assert!(!owns_up(other), "{other}");
        }
    }

    #[test]
    fn a_speaker_stands_before_a_turn() {
        assert_eq!(speaker("Ida Moll: It was late."), Some("Ida Moll"));
        assert_eq!(speaker("The Post: Was it late?"), Some("The Post"));
        assert_eq!(speaker("The plan is simple: wait."), None);
        assert_eq!(speaker("“Ésta es la última vez que lo digo y no hay más”: no."), None);
    }
}
