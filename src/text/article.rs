//! The input: one article as a newsroom hands it over.

use super::read::docx::Manuscript;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One article before it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// What the caller calls it; carried through to the report unread.
    pub id: String,
    /// The headline, where it is not part of the body.
    pub headline: Option<String>,
    /// The standfirst (deck, summary), where it is not part of the body.
    pub standfirst: Option<String>,
    /// The copy itself.
    pub body: Body,
    /// The day of publication: what "today" means for this article.
    pub published: Option<Date>,
    /// What sort of story it is, in the newsroom's own word ("sport", "opinion").
    pub genre: Option<String>,
    /// The places of a newsroom's settings that it lies in, as they are written there.
    pub sections: Vec<String>,
}

/// The copy in the form it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Plain text: lines are paragraphs.
    Text(String),
    /// `CommonMark`.
    Markdown(String),
    /// A whole page or a fragment.
    Html(String),
    /// A news item in XML: NewsML-G2, NITF, `NewsML` 1.
    Xml(String),
    /// RTF.
    Rtf(String),
    /// A Word file, taken out of its packing.
    Docx(Manuscript),
    /// A news item in JSON, which holds headline, copy and more in places of its own.
    Json(JsonForm, String),
}

/// The form of a news item in JSON: which keys hold its headline, copy and the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JsonForm {
    /// IPTC ninjs, versions 1 to 3.
    Ninjs,
    /// Arc XP's Article Native Specification.
    Ans,
    /// A post as `WordPress` serves it (`/wp-json/wp/v2/posts/…`).
    WordPress,
    /// schema.org in JSON-LD: a `NewsArticle` and its like.
    JsonLd,
    /// Other JSON with a headline and copy under their usual names.
    Json,
}

impl JsonForm {
    /// Its name as a reader of a message knows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ninjs => "ninjs",
            Self::Ans => "Arc ANS",
            Self::WordPress => "WordPress JSON",
            Self::JsonLd => "JSON-LD",
            Self::Json => "JSON",
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Body {
    /// The source as it came.
    #[must_use]
    pub fn source(&self) -> &str {
        match self {
            Self::Text(source)
            | Self::Markdown(source)
            | Self::Html(source)
            | Self::Xml(source)
            | Self::Rtf(source)
            | Self::Json(_, source) => source,
            Self::Docx(manuscript) => &manuscript.text,
        }
    }

    /// Which field of the article it is.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            Self::Text(_) => Field::Text,
            Self::Json(..) => Field::Json,
            Self::Markdown(_) => Field::Markdown,
            Self::Html(_) => Field::Html,
            Self::Xml(_) => Field::Xml,
            Self::Rtf(_) => Field::Rtf,
            Self::Docx(_) => Field::Docx,
        }
    }
}

/// A field of an article that text is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The headline, where it was handed over apart.
    Headline,
    /// The standfirst, where it was handed over apart.
    Standfirst,
    /// The copy, as plain text.
    Text,
    /// The copy, as HTML.
    Html,
    /// The copy, as Markdown.
    Markdown,
    /// The copy, as a news item in XML.
    Xml,
    /// The copy, as RTF.
    Rtf,
    /// The copy of a Word file: the text of the manuscript, where a line is a paragraph.
    Docx,
    /// The whole file, in JSON. The report knows files only as text.
    #[serde(rename(serialize = "text"))]
    #[cfg_attr(feature = "schema", schemars(skip))]
    Json,
}

impl Article {
    /// The source of a field; empty where the article lacks it.
    #[must_use]
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Headline => self.headline.as_deref().unwrap_or_default(),
            Field::Standfirst => self.standfirst.as_deref().unwrap_or_default(),
            _ => self.body.source(),
        }
    }
}
