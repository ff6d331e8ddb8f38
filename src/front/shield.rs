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

fn shielded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // The engine is only read, so nothing half-changed can be seen after a panic.
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
