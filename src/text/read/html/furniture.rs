//! Lines that newsrooms' page templates put into or beside the copy, known by their words.
//!
//! Some of them stand in `rules/noise` too, and differ there on purpose: a page is read before any rule is, so that
//! no house can switch its reader off, and here a line may go on weaker words, since a template stands around it.
//! In copy that somebody pasted, “more” or “photos” may be all that is left of a sentence.

/// How a line has to agree with a phrase.
#[derive(Clone, Copy)]
enum Fit {
    /// It is the phrase and nothing else.
    Whole,
    /// It begins with the phrase and is short.
    ShortStart,
    /// It begins with the phrase.
    Start,
    /// The phrase stands in it, and it is short.
    ShortPart,
    /// The phrase stands in it.
    Part,
}
use Fit::{Part, ShortPart, ShortStart, Start, Whole};

/// Longer lines than this are copy unless a phrase for lines of any length fits.
const SHORT: u32 = 14;

#[rustfmt::skip]
const PHRASES: &[(Fit, &[&str])] = &[
    (Whole, &[
        "advertisement", "advertising", "ad", "sponsored", "sponsored content", "promoted", "share", "share this",
        "share this article", "share this story", "comments", "comment", "print", "email", "facebook", "twitter",
        "linkedin", "whatsapp", "reddit", "pinterest", "copy link", "save", "related", "related articles",
        "related stories", "related content", "related topics", "related news", "read more", "more", "see more",
        "show more", "load more", "view more", "learn more", "menu", "search", "close", "next", "previous", "loading",
        "loading...", "top stories", "latest news", "trending", "trending now", "most read", "most popular",
        "recommended", "recommended for you", "recommended stories", "you may also like", "you might also like",
        "more from", "more stories", "more news", "more on this story", "up next", "read next", "editor's picks",
        "editors' picks", "don't miss", "don’t miss", "in this article", "tags", "topics", "view comments",
        "leave a comment", "leave a reply", "post a comment", "follow us", "newsletter", "newsletters", "subscribe",
        "sign up", "about the author", "about the authors", "view all", "see all", "back to top", "scroll to top",
        "continue reading", "story continues", "popular", "text size", "play", "play video", "pause", "mute",
        "unmute", "listen", "watch", "photos", "gallery", "image", "toggle caption", "hide caption",
        "enlarge this image", "enlarge image", "now playing", "watch now", "watch next", "buy now", "report ad",
        "report this ad", "sign in", "log in", "register", "getty images", "getty", "reuters", "ap", "ap photo",
        "afp", "subscribe now", "what to read next", "keep reading", "sign up here", "transcript", "download",
        "embed", "thank you for reading", "thanks for reading",
    ]),
    (ShortStart, &[
        "advertisement", "article continues", "story continues", "scroll to continue", "continue reading below",
        "read more", "read also", "also read", "also see", "see also", "read:", "read next", "related:",
        "related story", "related article", "more:", "more from", "more on", "watch:", "watch more",
        "watch now", "listen:", "photo:", "photos:", "photo by", "photo credit", "photograph:", "image:",
        "image credit", "image source", "picture:", "credit:", "(photo", "(image", "[photo", "share on", "share this",
        "share via", "share to", "follow us", "follow @", "click here", "tap here", "sign up", "subscribe", "skip to",
        "filed under", "posted in", "tags:", "topics:", "categories:", "category:", "published:",
        "published on", "updated:", "updated on", "last updated", "last modified", "posted on",
        "posted by", "posted:", "written by", "reviewed by", "view gallery", "view comments", "view all",
        "view slideshow", "see the gallery", "see gallery", "gallery:", "slideshow:", "video:",
        "join the conversation", "have your say", "got a tip", "have a tip", "copyright 2", "copyright ©", "tagged with", "©", "(c) 20",
        "all rights reserved", "leave a comment", "comments (", "show comments", "don't miss:", "don’t miss:",
        "recommended:", "you may also like", "you might also like", "download the", "download our", "get the latest",
        "get our", "email this", "print this", "toggle", "previous article", "next article",
        "previous story", "next story", "estimated read", "reading time", "promoted stories", "most read",
        "save article", "report a correction", "report an error", "submit a correction", "report a typo",
        "find out more about", "buy it", "shop now", "buy now", "check out our", "enter your email", "your email",
        "by signing up", "this article is more than", "opens in a new", "originally published",
    ]),
    (Start, &[
        "the views expressed", "this website uses cookies", "this site uses", "we use cookies", "by clicking",
        "by subscribing", "by signing up", "by providing your email", "sign up for our", "sign up to our",
        "sign up for the", "sign up to receive", "subscribe to our", "follow us on", "like us on", "find us on",
        "click here to", "to view the full story", "for more information about our privacy", "copyright ©", "© 20",
        "copyright 20", "© copyright", "necessary cookies", "error! sorry", "an error occurred",
        "thank you for subscribing", "thanks for subscribing", "you must be logged in",
        "your email address will not be published", "required fields are marked",
    ]),
    (ShortPart, &[
        "min read", "minute read", "minutes read", "/getty", "getty images", "via getty", "ap photo", "/afp",
        "/reuters", "shutterstock", "all rights reserved", "/ap)", "photo:", "photo by",
        "image credit", "©", "contributed to this report", "can be reached at", "may be reached at",
        "reach the reporter", "follow him on", "follow her on", "follow them on", "image 1 of",
    ]),
    (Part, &[
        "may receive compensation", "may receive a commission", "earn a commission", "earn commission",
        "earn an affiliate", "affiliate commission", "affiliate links", "may earn a small commission",
        "may not be published, broadcast", "may not be reproduced", "may not be republished",
        "sign up for our newsletter", "sign up for the newsletter", "subscribe to our newsletter",
        "subscribe to the newsletter", "sign up to our newsletter", "newsletter, click here",
        "delivered to your inbox", "straight to your inbox", "in your inbox", "to your inbox",
        "unsubscribe at any time", "this website uses cookies", "cookies to improve your experience", "uses akismet",
        "protected by recaptcha", "you agree to our", "you are agreeing to our", "terms of use and privacy",
        "privacy policy and terms", "all rights reserved", "follow us on twitter", "follow us on facebook",
        "follow us on instagram", "like us on facebook", "download our app", "javascript is disabled",
        "enable javascript", "browser does not support", "if you’re already a subscriber", "already a subscriber",
        "you have been successfully", "to report a correction", "if you notice a mistake", "spotted an error",
        "additional terms apply",
    ]),
];

/// Is this line furniture, whatever stands around it? `words` is how many words it has.
pub(super) fn is_furniture(line: &str, words: u32) -> bool {
    let mut lower = line.to_lowercase();
    if lower.contains('\u{a0}') {
        lower = lower.replace('\u{a0}', " ");
    }
    let lower = lower.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '(' | '['));
    let short = words <= SHORT;
    PHRASES.iter().any(|(fit, phrases)| {
        phrases.iter().any(|phrase| match fit {
            Whole => lower == *phrase,
            ShortStart => short && lower.starts_with(phrase),
            Start => lower.starts_with(phrase),
            ShortPart => short && lower.contains(phrase),
            Part => lower.contains(phrase),
        })
    })
}

/// How surely a line opens a part of the page that is no longer the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// Other stories, a form: the copy may go on below.
    Box,
    /// Comments, the author: the copy is over.
    End,
}

/// Openers of boxes and of the end of the page.
#[rustfmt::skip]
const OPENERS: &[(Opener, Fit, &[&str])] = &[
    (Opener::Box, Whole, &[
        "popular", "more", "share", "tags", "sponsored", "promoted", "trending", "recommended", "subscribe",
        "newsletter", "sign up", "contact us", "latest", "topics", "top stories", "related", "follow us",
    ]),
    (Opener::Box, Start, &[
        "related stor", "related art", "related top", "related post", "related news", "related read", "related cont",
        "related:", "more from", "more stories", "more news", "more on ", "more in ", "more like this",
        "you may also", "you might also", "recommended for", "recommended by", "recommended stor", "recommended read",
        "read next", "up next", "most read", "most popular", "most viewed", "trending now", "trending stor",
        "popular stor", "popular post", "popular now", "latest news", "latest stories", "latest video",
        "what to read next", "keep reading", "from around the web", "around the web", "also on ", "sign up for",
        "sign up to", "subscribe to", "share this", "editor's picks", "editors' picks", "editor’s picks",
        "editors’ picks", "don't miss", "don’t miss", "see also", "explore more", "discover more", "in other news",
        "other stories", "other news", "similar stor", "similar art", "similar post", "further reading",
        "next article", "previous article", "read more", "promoted stor", "sponsored cont", "sponsored stor",
        "join the conversation",
    ]),
    (Opener::End, Whole, &[
        "comments", "comment", "about the author", "about the authors", "about author", "post navigation",
        "discussion", "references", "sources", "author", "footnotes", "view comments", "leave a comment",
        "leave a reply",
    ]),
    (Opener::End, Start, &[
        "leave a comment", "leave a reply", "post a comment", "comments (", "about the author", "view comments",
        "show comments", "write a comment", "add a comment", "article sources",
    ]),
];

/// Does this line open a part of the page that is not the article?
pub(super) fn opener(line: &str, words: u32) -> Option<Opener> {
    if words > 8 {
        return None;
    }
    let lower = line.to_lowercase();
    let lower = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '(');
    OPENERS
        .iter()
        .find(|(_, fit, phrases)| {
            phrases.iter().any(|phrase| match fit {
                Whole => lower == *phrase,
                _ => lower.starts_with(phrase),
            })
        })
        .map(|(opener, _, _)| *opener)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_lines_are_told_from_copy() {
        assert!(is_furniture("Advertisement", 1));
        assert!(is_furniture("• READ MORE: Two more bridges closed", 7));
        assert!(is_furniture("\u{a9} 2026 The Harbour Herald", 5));
        assert!(!is_furniture(
            "Comment from the ministry was not available on Sunday.",
            9
        ));
    }

    #[test]
    fn openers_are_short() {
        assert_eq!(opener("Related stories", 2), Some(Opener::Box));
        assert_eq!(opener("Comments (12)", 2), Some(Opener::End));
        assert_eq!(opener("Popular anger at the ministry grew", 6), None);
    }
}
