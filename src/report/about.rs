//! What an article says about itself, where its form has a place for that.

use serde::Serialize;

/// What an article says about itself: in a page's metadata, in the fields of a news item. Headline,
/// standfirst and captions are blocks of the analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AboutReport {
    /// Who wrote it.
    pub byline: Option<String>,
    /// The day of publication, as YYYY-MM-DD.
    pub published: Option<String>,
    /// The day it was last changed.
    pub updated: Option<String>,
    /// The sort of story, or its section.
    pub genre: Option<String>,
    /// What was put right in it, in its own words.
    pub correction: Option<String>,
}
