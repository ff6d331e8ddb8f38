//! Texts that no newsroom writes and that every program meets.

use super::Body;
use std::fs;
use std::path::Path;

/// The form of a text.
#[derive(Clone, Copy)]
enum Form {
    Plain,
    Html,
    Markdown,
}

/// A text of any length.
pub(super) struct Text {
    pub(super) name: String,
    form: Form,
    head: &'static str,
    /// Written again and again; `{}` in it is a number that goes up.
    piece: String,
}

impl Text {
    /// About `size` bytes of it.
    pub(super) fn body(&self, size: usize) -> Body {
        let mut out = String::with_capacity(size + self.piece.len());
        out.push_str(self.head);
        let mut number = 0_u32;
        while out.len() < size {
            number += 1;
            let mut parts = self.piece.split("{}");
            out.push_str(parts.next().unwrap_or_default());
            for part in parts {
                out.push_str(&number.to_string());
                out.push_str(part);
            }
        }
        match self.form {
            Form::Plain => Body::Text(out),
            Form::Html => Body::Html(out),
            Form::Markdown => Body::Markdown(out),
        }
    }
}

/// Plain text that is hard on tokens, sentences, quotations, figures and names.
const PLAIN: &[&str] = &[
    "a",
    "a\n",
    "a b ",
    "the council of the town said that houses by the river were sold and ",
    "\"",
    "\" ",
    "“",
    "”",
    "‘",
    "’",
    "' a",
    "“no” ",
    "“no” he said ",
    "\"a ",
    "“We will act now, and then again. ",
    "1",
    "1,",
    "14 ",
    "14, ",
    "{} ",
    "31 buses, 14 buses and ",
    "Of the 31 buses, 14 went to the depot. ",
    "Monday 3 May 2024 ",
    "Monday 3 May 2024. The ",
    "3/5/2024 ",
    "rose 5 per cent to 20 from 10. ",
    "5% ",
    "$5m (£4m) ",
    "Ada Fenwick, {}, ",
    "Ada Fenwick{}, 41, met Bo Fenwick, 42. ",
    "aged {} ",
    "On Tuesday the Council said that Road {} would close.\n\n",
    "John Smith ",
    "John Smith{} met Mary Cole{}. ",
    "Smith{} said. ",
    "John Smith said. ",
    "She said. ",
    "said ",
    "said that he said that ",
    "The mayor denied that he was dead. The mayor is dead. ",
    "experts say ",
    "Six people were killed in the attack on Velna. ",
    "{} people were killed in the attack on Velna. ",
    "The old red boat was sold for ${} at the auction in Velna. ",
    "The council of Velna voted 900-{} to keep the bridge. ",
    "The wedding of the rowers in Marrick{} was wet. ",
    "{} people were killed in the attack on Velna and ",
    "the attack in Velna{} and ",
    "an alleged attack ",
    "Share this\n",
    "Share this ",
    "Read more\n",
    "Read more: ",
    "Related\n\nA story about Velna and the river\n\n",
    "Photo: Ilse Wren\n",
    "Leave a Comment\n",
    "Advertisement\nThe town met on Monday and it spoke at length.\n",
    "The library on Mill Lane opens at nine on Monday.\n\n",
    "The library number {} on Mill Lane opens at {}.\n\n",
    "\n",
    " ",
    "\t",
    "x\n\n\n",
    ".",
    ". ",
    "...x",
    "-",
    "- ",
    "A.",
    "A. ",
    "Mr. ",
    "U.S. ",
    "!",
    "?! ",
    "(",
    ")",
    "(a) ",
    "[",
    "e\u{301}",
    "👩‍👩‍👧",
    "\u{200b}",
    "\u{202e}a ",
    "\u{0}",
    "\u{feff}",
    "SHOCK ",
    "not ",
    "no never not ",
    "don’t ",
    "mother-in-law-",
    "a/b/",
    "a_b@c.d ",
    "http://a.b/c?d=e&",
    "#tag ",
    "@name ",
];

/// Pages that are hard on the reader of HTML.
const HTML: &[&str] = &[
    "<",
    "<>",
    "<div>",
    "</div>",
    "<b>",
    "<p>a",
    "<a><p>",
    "<b><p></b>",
    "<ul><li>",
    "<li>",
    "<table><tr><td>",
    "<td>",
    "<div a=1 b='2' c=\"3\">",
    "<div class=\"a b c\">x",
    "<!--",
    "<!",
    "<script>",
    "<style>x</style>",
    "&amp",
    "&",
    "&#",
    "&#x41;",
    "&nbsp;",
    "<svg/><math>",
    "<select><option>",
    "<dl><dt>a<dd>b",
    "<h1>The library on Mill Lane</h1>",
    "<meta property=\"og:title\" content=\"The library\">",
    "<time datetime=\"2024-01-01\">",
    "<br>",
    "<img alt=\"x\">",
    "<p>The library on Mill Lane opens at nine on Monday, and closes at five.</p>\n",
    "<div><p>Some words here, with commas, for the score.</p><div>",
    "<p><a href=x>The library on Mill Lane</a></p>\n",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"a b c\"}</script>",
    "<blockquote><p>He said</p></blockquote>",
    "<template>",
    "<button><p>",
    "<font><i><p>",
    "<a href=\"",
    "<a b=",
];

/// Text that is hard on the reader of Markdown.
const MARKDOWN: &[&str] = &[
    "[",
    "![",
    "]",
    "*a ",
    "**a_b",
    "*",
    "_",
    ">",
    "> a\n",
    "- a\n",
    "  - a\n",
    "`",
    "` a",
    "<a",
    "[a](b",
    "[a]: b\n",
    "[a] ",
    "|a|b|\n|-|-|\n",
    "---\n",
    "# a\n",
    "\\",
    "&#",
    "```\n",
    "~",
    "1. a\n",
    "a  \n",
    "<div>\n\n",
    "^[",
    "The library on Mill Lane opens at nine on *Monday*, and closes at five.\n\n",
    "[a{}]: b\n[a{}]\n",
];

/// All texts: the made-up ones, the fixtures' articles, and the examples of every rule.
pub(super) fn texts() -> Vec<Text> {
    let mut out = Vec::new();
    let sets = [
        (PLAIN, Form::Plain, "text"),
        (HTML, Form::Html, "html"),
        (MARKDOWN, Form::Markdown, "markdown"),
    ];
    for (pieces, form, sort) in sets {
        for piece in pieces {
            let shown: String = piece.chars().take(40).collect();
            out.push(text(format!("{sort} {shown:?}"), form, "", piece));
        }
    }
    for (open, sort) in [
        ("<script type=\"application/ld+json\">", "html json"),
        ("<div ", "html tag"),
        ("<!--", "html comment"),
    ] {
        for piece in ["{\"a\":[", "\\\"", "a=1 ", "\"", "-->", "--"] {
            out.push(text(format!("{sort} {piece:?}"), Form::Html, open, piece));
        }
    }
    // One word without an end, as a name and as a figure, and dots that end before no word.
    for (head, piece) in [
        ("In Velna ", "Aa"),
        ("He was A", "a"),
        ("It cost $1", "0"),
        ("He left. Then..", "."),
    ] {
        out.push(text(format!("text {head:?} and {piece:?}"), Form::Plain, head, piece));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let news: String = files(&root.join("fixtures/articles"), "txt").concat();
    out.push(text("news".to_owned(), Form::Plain, "", &news));
    for rule in files(&root.join("rules"), "toml") {
        examples(&rule, &mut out);
    }
    out
}

fn text(name: String, form: Form, head: &'static str, piece: &str) -> Text {
    Text {
        name,
        form,
        head,
        piece: piece.to_owned(),
    }
}

/// What a rule looks for, over and over: as paragraphs, as one paragraph, as one sentence.
fn examples(rule: &str, out: &mut Vec<Text>) {
    let Ok(rule) = rule.parse::<toml::Table>() else { return };
    let Some(summary) = rule.get("summary").and_then(|s| s.as_str()) else {
        return;
    };
    let examples = rule.get("example").and_then(|e| e.as_array());
    let flags: Vec<&str> = examples
        .into_iter()
        .flatten()
        .filter_map(|e| e.get("flags")?.as_str())
        .collect();
    let all = flags.join("\n\n").replace("[[", "").replace("]]", "");
    if all.is_empty() {
        return;
    }
    let line = all.split_whitespace().collect::<Vec<_>>().join(" ");
    let endless = line.replace(['.', '!', '?'], "");
    for (form, piece) in [
        ("lines", all + "\n\n"),
        ("one line", line + " "),
        ("one sentence", endless + " "),
    ] {
        out.push(text(format!("{summary}, {form}"), Form::Plain, "", &piece));
    }
}

/// The files with this ending below a folder, in order of name.
fn files(folder: &Path, ending: &str) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .collect();
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            out.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            out.extend(fs::read_to_string(&path));
        }
    }
    out
}
