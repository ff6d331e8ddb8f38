//! A bug in one article must not end a run over ten thousand.

use crate::engine::{Engine, Options};
use crate::report::Report;
use crate::report::comparison::Comparison;
use crate::report::difference::Difference;
use crate::score::Story;
use crate::text::Article;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Checks an article; a panic becomes a message.
///
/// # Errors
/// If the engine panicked, which is a bug in it.
pub fn check(engine: &Engine, article: &Article, options: Options<'_>) -> Result<Report, String> {
    shielded(|| engine.check(article, options))
}

/// What a reference keeps of an article; a panic becomes a message.
///
/// # Errors
/// If the engine panicked, which is a bug in it.
pub fn story(engine: &Engine, article: &Article, options: Options<'_>) -> Result<Option<Story>, String> {
    shielded(|| engine.story(article, options))
}

/// Does some work on an article, such as setting its report; a panic becomes a message.
///
/// # Errors
/// If the work panicked, which is a bug in it.
pub fn shielded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // The engine and reports are only read, so nothing half-changed can be seen after a panic.
    catch_unwind(AssertUnwindSafe(work)).map_err(|p| message(p.as_ref()))
}

/// Compares copies, all of them with each other if they are known to tell one story; a panic becomes a message.
///
/// # Errors
/// If the engine panicked, which is a bug in it.
pub fn compare(engine: &Engine, articles: &[Article], one_story: bool) -> Result<Comparison, String> {
    shielded(|| {
        if one_story {
            engine.compare_as_one_story(articles)
        } else {
            engine.compare(articles)
        }
    })
}

/// Holds two drafts against each other; a panic becomes a message.
///
/// # Errors
/// If the engine panicked, which is a bug in it.
pub fn diff(engine: &Engine, old: (&Article, Options<'_>), new: (&Article, Options<'_>)) -> Result<Difference, String> {
    shielded(|| engine.diff(old, new))
}

/// Articles that could not be set, each with what went wrong.
pub type LeftOut<'a, T> = Vec<(&'a T, String)>;

/// Sets one document of many articles; where it cannot be set, those that cannot be set alone are left out and given
/// back with what went wrong.
///
/// # Errors
/// If it cannot be set of those that can be set alone either, which is a bug.
pub fn together<'a, T>(
    articles: &'a [T],
    set: impl Fn(&[&'a T]) -> String,
) -> Result<(String, LeftOut<'a, T>), String> {
    let mut good: Vec<&T> = articles.iter().collect();
    if let Ok(document) = shielded(|| set(&good)) {
        return Ok((document, Vec::new()));
    }
    let mut bad = Vec::new();
    good.retain(|article| match shielded(|| set(&[*article])) {
        Ok(_) => true,
        Err(message) => {
            bad.push((*article, message));
            false
        }
    });
    Ok((shielded(|| set(&good))?, bad))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let said = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!(
        "presscheck itself failed on this article ({}); please report it with the article",
        said.unwrap_or("no message")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_article_that_cannot_be_set_stops_no_other() {
        let set = |names: &[&&str]| {
            assert!(!names.contains(&&"two"), "two breaks it");
            names.iter().map(|name| ["<", name, ">"].concat()).collect()
        };
        let (document, bad) = together(&["one", "two", "three"], set).expect("the others can be set");
        assert_eq!(document, "<one><three>");
        assert_eq!(bad.iter().map(|(name, _)| **name).collect::<Vec<_>>(), ["two"]);
        assert!(bad[0].1.contains("two breaks it"), "{}", bad[0].1);
        assert_eq!(together(&["one"], set), Ok(("<one>".to_owned(), Vec::new())));
    }
}
