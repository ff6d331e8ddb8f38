//! Word files: the paragraphs of `word/document.xml`, as Word shows them with all changes accepted.
//!
//! Offsets into compressed XML help nobody, so the copy gets a form of its own first, the
//! [`Manuscript`]: one paragraph a line. That text is what findings point into, and their line is
//! the number of the paragraph. Inserted text is kept, deleted text is not; footnotes, comments,
//! headers, field codes and hidden text are left out; the text of a box follows its paragraph.
//! Source: ECMA-376 part 1, chapter 17 (`WordprocessingML`).

use super::xml::{NodeId, Tree};
use super::{RawBlock, Reading, plain, style};
use crate::text::{BlockKind, Field, Span};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// The copy of a word-processor file: its text, one paragraph a line, and what each paragraph is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// The text. A line break inside a paragraph is U+2028, so that lines count paragraphs.
    pub text: String,
    /// The paragraphs with words in them, in order.
    pub paragraphs: Vec<RawBlock>,
    /// The day it was last changed: what "today" meant to its writer. None if it was not changed since it was made:
    /// both days may then be those of the template.
    pub changed: Option<Date>,
}

/// Elements whose text is not copy. Of a text box, `Fallback` is a second version for old programs.
const SILENT: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "Fallback",
    "pPr",
    "rPr",
    "tblPr",
    "tcPr",
    "sectPr",
    "footnote",
    "endnote",
    "comment",
    "rt",
];

/// The parts of a Word file that are needed, as XML.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts<'a> {
    /// `word/document.xml`
    pub document: &'a str,
    /// `word/styles.xml`: what styles are called.
    pub styles: Option<&'a str>,
    /// `docProps/core.xml`: when it was made and changed.
    pub core: Option<&'a str>,
}

/// Takes the copy out of a Word file's parts. If the XML is broken, the error says how.
///
/// # Errors
/// If the document is no XML to its end, or holds no paragraph with words.
pub fn manuscript(parts: Parts<'_>) -> Result<Manuscript, String> {
    let tree = Tree::new(parts.document);
    if let Some(broken) = &tree.broken {
        return Err(format!("its document is broken: {}", broken.why));
    }
    let mut manuscript = Manuscript {
        changed: parts.core.and_then(changed),
        ..Manuscript::default()
    };
    let names = parts.styles.map(style_names).unwrap_or_default();
    for (text, kind) in paragraphs(&tree, &names) {
        let start = manuscript.text.len();
        manuscript.text.push_str(&text);
        let span = Span::new(start, manuscript.text.len()).trim(&manuscript.text);
        if !span.is_empty() {
            manuscript.paragraphs.push(RawBlock { span, kind });
        }
        manuscript.text.push('\n');
    }
    if manuscript.paragraphs.is_empty() {
        return Err("there is no text in it".to_owned());
    }
    headline(&mut manuscript.paragraphs);
    plain::sort(&manuscript.text, &mut manuscript.paragraphs);
    Ok(manuscript)
}

/// Appends the copy of a manuscript.
pub fn read(manuscript: &Manuscript, reading: &mut Reading) {
    for paragraph in &manuscript.paragraphs {
        reading.part();
        let start = reading.text.len();
        let mut at = paragraph.span.start as usize;
        for (number, line) in paragraph.span.of(&manuscript.text).split('\u{2028}').enumerate() {
            if number > 0 {
                reading.replaced("\n", Field::Docx, at, '\u{2028}'.len_utf8());
                at += '\u{2028}'.len_utf8();
            }
            reading.verbatim(line, Field::Docx, at);
            at += line.len();
        }
        let span = Span::new(start, reading.text.len());
        reading.blocks.push(RawBlock {
            span,
            kind: paragraph.kind,
        });
    }
    reading.meta.published = reading.meta.published.or(manuscript.changed);
}

/// The text and kind of every paragraph, also those without words, in the order they begin.
fn paragraphs(tree: &Tree<'_>, names: &FxHashMap<String, BlockKind>) -> Vec<(String, BlockKind)> {
    let mut out: Vec<(String, BlockKind)> = Vec::new();
    // The paragraphs around this place: a text box stands inside one.
    let mut open: Vec<(NodeId, usize)> = Vec::new();
    let mut table_end = 0;
    let mut id = 1;
    while id < tree.nodes.len() {
        let node = tree.node(id);
        while open.last().is_some_and(|o| o.0 <= id) {
            open.pop();
        }
        if SILENT.contains(&node.name) || (node.name == "r" && is_hidden(tree, id)) {
            id = node.end;
            continue;
        }
        match node.name {
            "tbl" => table_end = table_end.max(node.end),
            "p" => {
                let kind = kind(tree, id, names, id < table_end);
                open.push((node.end, out.len()));
                out.push((String::new(), kind));
            }
            name => {
                if let Some((_, at)) = open.last()
                    && let Some((text, _)) = out.get_mut(*at)
                {
                    match name {
                        "" if tree.node(node.parent).name == "t" => text.push_str(&line(&tree.decoded(node))),
                        "tab" | "ptab" => text.push('\t'),
                        "br" if tree.attribute(id, "type").is_none_or(|t| t == "textWrapping") => text.push('\u{2028}'),
                        "cr" => text.push('\u{2028}'),
                        "noBreakHyphen" => text.push('\u{2011}'),
                        _ => {}
                    }
                }
            }
        }
        id += 1;
    }
    out
}

/// A line end in the XML is white space, not a new paragraph.
fn line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}

fn is_hidden(tree: &Tree<'_>, run: NodeId) -> bool {
    tree.path(run, &["rPr", "vanish"])
        .is_some_and(|id| !matches!(tree.attribute(id, "val").as_deref(), Some("0" | "false")))
}

/// What a paragraph is: by its style, its number, its place in a table.
fn kind(tree: &Tree<'_>, id: NodeId, names: &FxHashMap<String, BlockKind>, in_table: bool) -> BlockKind {
    let style = tree
        .path(id, &["pPr", "pStyle"])
        .and_then(|style| tree.attribute(style, "val"));
    let named = style.and_then(|style| names.get(style.as_ref()).copied().or_else(|| style::kind(&style)));
    let numbered = tree.path(id, &["pPr", "numPr"]).is_some();
    named.unwrap_or(if in_table || numbered {
        BlockKind::List
    } else if tree.path(id, &["pPr", "outlineLvl"]).is_some() {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    })
}

/// What styles are by their names, which are English in every edition of Word; identifiers are not.
fn style_names(styles: &str) -> FxHashMap<String, BlockKind> {
    let tree = Tree::new(styles);
    let mut names = FxHashMap::default();
    for id in tree.inside(0, "style") {
        let name = tree
            .named(id, "name")
            .next()
            .and_then(|name| tree.attribute(name, "val"));
        if let (Some(key), Some(kind)) = (tree.attribute(id, "styleId"), name.and_then(|n| style::kind(&n))) {
            names.insert(key.into_owned(), kind);
        }
    }
    names
}

/// Without a title, a heading that stands before all copy is the headline.
fn headline(paragraphs: &mut [RawBlock]) {
    if paragraphs.iter().all(|p| p.kind != BlockKind::Headline)
        && let Some(first) = paragraphs.first_mut()
        && first.kind == BlockKind::Heading
    {
        first.kind = BlockKind::Headline;
    }
}

fn changed(core: &str) -> Option<Date> {
    let tree = Tree::new(core);
    let told = |name| tree.inside(0, name).next().map(|id| tree.words(id));
    let modified = told("modified")?;
    // Programs that write Word files leave both times of their template in: that of python-docx is of 2013.
    let touched = told("created").is_none_or(|created| created != modified);
    modified.get(..10).filter(|_| touched)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Caption, Heading, Headline, List, Paragraph};

    fn told(body: &str) -> Vec<(BlockKind, String)> {
        let document = format!("<w:document xmlns:w='w' xmlns:mc='mc'><w:body>{body}</w:body></w:document>");
        let manuscript = manuscript(Parts {
            document: &document,
            ..Parts::default()
        })
        .expect("a manuscript");
        let mut reading = Reading::default();
        read(&manuscript, &mut reading);
        for piece in reading.origin.pieces() {
            let text = &reading.text[piece.start as usize..(piece.start + piece.len) as usize];
            let place = &manuscript.text[piece.source as usize..(piece.source + piece.source_len) as usize];
            assert_eq!(text, place.replace('\u{2028}', "\n"));
        }
        reading
            .blocks
            .iter()
            .map(|b| (b.kind, b.span.of(&reading.text).to_owned()))
            .collect()
    }

    fn p(style: &str, runs: &str) -> String {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{runs}</w:p>")
    }

    #[test]
    fn changes_are_read_as_accepted() {
        let runs = "<w:r><w:t>The council voted to raise </w:t></w:r><w:del><w:r><w:delText>two</w:delText></w:r></w:del>\
<w:ins><w:r><w:t>three</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom>\
<w:hyperlink><w:r><w:t xml:space='preserve'> walls</w:t></w:r></w:hyperlink>\
<w:r><w:footnoteReference/><w:br/><w:t>in R&amp;D.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>";
        let wanted = "The council voted to raise three walls\nin R&D.";
        assert_eq!(told(&p("Normal", runs)), [(Paragraph, wanted.to_owned())]);
    }

    #[test]
    fn styles_tables_and_boxes() {
        let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
        let picture = format!(
            "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>\
<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>",
            p("Caption", &run("The quay at dawn."))
        );
        let body = [
            p("Heading1", &run("Wall is raised")),
            p("Normal", &(run("Work begins in May, they said.") + &picture)),
            p("Heading2", &run("What is next")),
            format!(
                "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
                p("Normal", &run("One metre"))
            ),
        ];
        let told = told(&body.concat());
        let kinds: Vec<_> = told.iter().map(|t| t.0).collect();
        assert_eq!(kinds, [Headline, Paragraph, Caption, Heading, List], "{told:?}");
    }

    #[test]
    fn a_foreign_word_names_its_styles_in_english_all_the_same() {
        let styles = "<w:styles><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style></w:styles>";
        assert_eq!(style_names(styles).get("berschrift1"), Some(&Heading));
    }

    #[test]
    fn what_is_broken_or_empty_is_said() {
        for (document, says) in [
            ("<w:document><w:p>", "ends inside <p>"),
            ("<w:document/>", "no text"),
            ("", "no text"),
        ] {
            let error = manuscript(Parts {
                document,
                ..Parts::default()
            })
            .expect_err("refused");
            assert!(error.contains(says), "{error}");
        }
    }
}
