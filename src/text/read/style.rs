//! What the paragraph styles of word processors say about a paragraph.

use crate::text::BlockKind;

/// What a paragraph of this style is; `None` where the name says nothing.
///
/// Names are those of Word in English with their variants, and the ones newsrooms give: "Title",
/// "heading 2", "Subtitle", "List Bullet", "Caption", "Quote", "Byline". Word writes the identifier
/// of a style without blanks ("`Heading1`"), hence the letters alone are compared.
pub(super) fn kind(style: &str) -> Option<BlockKind> {
    let letters: String = style
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect::<String>()
        .to_lowercase();
    Some(match letters.as_str() {
        "title" | "headline" | "hed" => BlockKind::Headline,
        "subtitle" | "standfirst" | "deck" | "dek" | "subhead" => BlockKind::Standfirst,
        "byline" | "author" => BlockKind::Byline,
        "dateline" => BlockKind::Dateline,
        "caption" | "cutline" => BlockKind::Caption,
        "quote" | "intensequote" | "blocktext" | "blockquote" => BlockKind::Quote,
        "heading" | "subheading" | "crosshead" => BlockKind::Heading,
        letters if letters.starts_with("list") => BlockKind::List,
        _ => return None,
    })
}
