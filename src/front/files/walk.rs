//! Which files of a folder are articles, and in what form.

use super::{trouble, word};
use crate::front::Failure;
use crate::text::read::{json, markdown, news, rtf};
use crate::text::{Body, JsonForm};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The form an article is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// Plain text: one paragraph a line.
    Text,
    /// Markdown.
    Markdown,
    /// An HTML page or a piece of one.
    Html,
    /// A news item in XML: NewsML-G2 or NITF.
    Xml,
    /// RTF.
    Rtf,
    /// A Word file (.docx).
    Docx,
    /// JSON: one of the forms below, or a headline and copy under their usual names.
    Json,
    /// IPTC ninjs.
    Ninjs,
    /// Arc XP's Article Native Specification.
    Ans,
    /// A post as `WordPress` serves it.
    #[value(help = "A post as WordPress serves it")]
    Wordpress,
    /// A schema.org article in JSON-LD.
    JsonLd,
}

impl Form {
    /// The form that a file's ending promises.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        let known = Self::ENDINGS.iter().find(|(known, _)| *known == ending);
        known.map(|(_, form)| *form)
    }

    /// Each ending that promises a form.
    const ENDINGS: [(&str, Self); 15] = [
        ("txt", Self::Text),
        ("text", Self::Text),
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("htm", Self::Html),
        ("xhtml", Self::Html),
        ("json", Self::Json),
        ("jsonld", Self::Json),
        ("ninjs", Self::Json),
        ("xml", Self::Xml),
        ("nitf", Self::Xml),
        ("newsml", Self::Xml),
        ("rtf", Self::Rtf),
        ("docx", Self::Docx),
    ];

    /// The form that a file's beginning shows beyond doubt.
    #[must_use]
    pub fn shown(source: &str) -> Option<Self> {
        if rtf::is_rtf(source) {
            Some(Self::Rtf)
        } else if news::is_news(source) {
            Some(Self::Xml)
        } else if let Some(form) = json::detect(source) {
            Some(Self::of_json(form))
        } else if is_page(source) {
            Some(Self::Html)
        } else {
            None
        }
    }

    /// The form of copy that shows none beyond doubt, and whose name promises none.
    #[must_use]
    pub fn likely(source: &str) -> Self {
        if markdown::is_markdown(source) {
            Self::Markdown
        } else {
            Self::Text
        }
    }

    /// The form that another draft of the story is likely to have: what shows itself needs no promise.
    #[must_use]
    pub fn beside(path: &Path) -> Option<Self> {
        Self::of(path).filter(|form| matches!(form, Self::Text | Self::Markdown | Self::Html))
    }

    fn of_json(form: JsonForm) -> Self {
        match form {
            JsonForm::Ninjs => Self::Ninjs,
            JsonForm::Ans => Self::Ans,
            JsonForm::WordPress => Self::Wordpress,
            JsonForm::JsonLd => Self::JsonLd,
            JsonForm::Json => Self::Json,
        }
    }

    /// Copy of this form.
    ///
    /// # Errors
    /// If it is not of this form, or no article is to be had from it.
    pub fn body(self, source: String) -> Result<Body, Failure> {
        let read = |form: JsonForm, source: String| match json::refusal(form, &source) {
            None => Ok(Body::Json(form, source)),
            Some(refusal) => Err(Failure::new(refusal.what).help(refusal.help)),
        };
        Ok(match self {
            Self::Text => Body::Text(source),
            Self::Markdown => Body::Markdown(source),
            Self::Html => Body::Html(source),
            Self::Xml => match news::refusal(&source) {
                None => Body::Xml(source),
                Some(refusal) => return Err(Failure::new(refusal.what).help(refusal.help)),
            },
            Self::Rtf if !rtf::is_rtf(&source) => {
                return Err(Failure::new("is no RTF: it does not begin with {\\rtf")
                    .help("Leave --input-format out, or name the form the copy has."));
            }
            Self::Rtf if rtf::is_cut_off(&source) => {
                return Err(Failure::new("is RTF that is cut off: its last group is never closed")
                    .help("Save it again; words may be missing at its end."));
            }
            Self::Rtf => Body::Rtf(source),
            Self::Docx => return Err(word::no_word_file()),
            Self::Json => read(JsonForm::Json, source)?,
            Self::Ninjs => read(JsonForm::Ninjs, source)?,
            Self::Ans => read(JsonForm::Ans, source)?,
            Self::Wordpress => read(JsonForm::WordPress, source)?,
            Self::JsonLd => read(JsonForm::JsonLd, source)?,
        })
    }
}

/// Does it begin as a whole page of HTML does?
fn is_page(source: &str) -> bool {
    let start = source.trim_start();
    ["<!doctype html", "<html"].iter().any(|known| {
        let begun = start.get(..known.len());
        begun.is_some_and(|begun| begun.eq_ignore_ascii_case(known))
    })
}

/// The articles below a folder, by their endings, in order of name. Hidden files and folders are left
/// out, and links to folders are not followed, since they may lead in a circle.
///
/// # Errors
/// If a folder cannot be read or holds no article.
pub fn articles(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut out = Vec::new();
    collect(folder, &|path| Form::of(path).is_some(), &mut out)?;
    if out.is_empty() {
        return Err(Failure::new("holds no article")
            .at(folder.display())
            .help(format!("{}; name others one by one.", looked_for(""))));
    }
    Ok(out)
}

/// How many files of each ending below a folder are no articles, in order of the endings: what a desk keeps there
/// and nobody checks. Settings and what presscheck writes itself are left out.
#[must_use]
pub fn unread(folder: &Path) -> BTreeMap<String, usize> {
    let ending = |path: &Path| {
        path.extension()
            .map(|e| format!(".{}", e.to_string_lossy().to_lowercase()))
    };
    let ours = |path: &Path| ending(path).is_some_and(|e| [".toml", ".report", ".baseline"].contains(&e.as_str()));
    let mut found = Vec::new();
    // What cannot be read is told where the articles are looked for.
    let _ = collect(folder, &|path| Form::of(path).is_none() && !ours(path), &mut found);
    let mut out = BTreeMap::new();
    for path in found {
        let sort = ending(&path).unwrap_or_else(|| "without an ending".to_owned());
        *out.entry(sort).or_default() += 1;
    }
    out
}

/// All files below a folder with this ending, in order of name.
///
/// # Errors
/// If a folder cannot be read.
pub fn ending_in(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut out = Vec::new();
    collect(folder, &|path| path.extension().is_some_and(|e| e == ending), &mut out)?;
    Ok(out)
}

/// Likewise with files of JSON lines.
///
/// # Errors
/// If a folder cannot be read or holds no story.
pub fn stories(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut out = Vec::new();
    collect(folder, &|path| is_lines(path) || Form::of(path).is_some(), &mut out)?;
    if out.is_empty() {
        return Err(Failure::new("holds no story")
            .at(folder.display())
            .help(format!("{}.", looked_for(".jsonl, .ndjson, "))));
    }
    Ok(out)
}

/// Which files are looked for, those of some more endings before those of the forms.
fn looked_for(more: &str) -> String {
    let endings: Vec<String> = Form::ENDINGS.iter().map(|(ending, _)| format!(".{ending}")).collect();
    let (last, rest) = endings
        .split_last()
        .map_or(("", &[][..]), |(last, rest)| (last.as_str(), rest));
    format!("Files ending in {more}{} and {last} are looked for", rest.join(", "))
}

/// Does the file's ending promise a story a line?
#[must_use]
pub fn is_lines(path: &Path) -> bool {
    let ending = path.extension().and_then(|e| e.to_str());
    ending.is_some_and(|e| e.eq_ignore_ascii_case("jsonl") || e.eq_ignore_ascii_case("ndjson"))
}

fn collect(folder: &Path, wanted: &dyn Fn(&Path) -> bool, out: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failed = |e: std::io::Error| trouble(&e).at(folder.display());
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut entries = entries.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            collect(&path, wanted, out)?;
        } else if wanted(&path) {
            out.push(path);
        }
    }
    Ok(())
}
