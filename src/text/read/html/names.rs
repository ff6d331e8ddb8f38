//! What class names, ids and roles suggest about the content of an element.
//!
//! The terms were collected by reading where the words of some hundred news pages stood; none names
//! a site. Vendors of comment and recommendation boxes are named, since their boxes name themselves.

use super::hints::Hints;
use aho_corasick::AhoCorasick;
use std::sync::OnceLock;

/// How much of a name has to agree with a term.
#[derive(Clone, Copy)]
enum Fit {
    /// A whole word of it: `ad` in `ad-slot` and `adSlot`, not in `thread`.
    Word,
    /// The beginning of a word.
    Start,
    /// Any part.
    Part,
    /// All of one name in a list of names.
    Name,
}
use Fit::{Name, Part, Start, Word};

/// Terms and what they suggest.
#[rustfmt::skip]
const TERMS: &[(Hints, Fit, &[&str])] = &[
    (Hints::BODY, Part, &[
        "articlebody", "article-body", "article_body", "article__body", "story-body", "storybody", "story_body",
        "story__body", "entry-content", "entry_content", "entrycontent", "post-content", "post_content",
        "postcontent", "post__content", "article-content", "article_content", "articlecontent", "article__content",
        "story-content", "story_content", "storycontent", "story__content", "article-text", "article_text",
        "articletext", "article__text", "story-text", "storytext", "post-body", "post_body", "postbody", "body-copy",
        "bodycopy", "body-text", "bodytext", "body-content", "bodycontent", "content-body", "content_body",
        "content__body", "contentbody", "news-content", "newscontent", "single-content", "blog-content", "news-body",
        "newsbody", "news-text", "article-main", "rich-text-body", "article-copy", "articlepage-body",
    ]),
    (Hints::HIDDEN, Name, &[
        "hidden", "hide", "visuallyhidden", "sr-only", "screen-reader-text", "screenreader", "offscreen",
        "print-only", "printonly", "visually-hidden",
    ]),
    (Hints::FRAME, Word, &[
        "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "footer", "masthead",
        "toolbar", "pagination", "pager", "sitemap", "topbar", "skip", "banner", "copyright", "modal", "popup",
        "overlay", "colophon", "contentinfo",
    ]),
    (Hints::ASIDE, Start, &[
        "sidebar", "rail", "infobox", "factbox",
    ]),
    (Hints::ASIDE, Word, &[
        "aside", "complementary", "widget", "widgets", "tooltip", "lightbox", "playlist", "pullquote", "pull-quote",
        "player",
    ]),
    (Hints::COMMENT, Start, &[
        "comment", "disqus", "livefyre", "respond", "viafoura", "spotim", "coral",
    ]),
    (Hints::PROMO, Part, &[
        "related", "recirc", "recommend", "newsletter", "sponsor", "advert", "subscri", "taboola", "outbrain",
        "trending", "readmore", "read-more", "read_more", "readnext", "read-next", "morestories", "more-stories",
        "more-from", "mostread", "most-read", "mostpopular", "most-popular", "alsolike", "also-like", "youmaylike",
        "upnext", "up-next", "signup", "sign-up", "sign_up", "sharing", "share-", "-share", "sharebar", "share_",
        "_share", "sharetools", "addthis", "sharedaddy", "teaser", "crosspromo", "inline-story", "authorbio",
        "author-bio", "author_bio", "about-author", "aboutauthor", "author-info", "author-box", "authorbox",
        "author-card", "author-desc", "bio-", "donat", "cookie", "consent", "gdpr", "disclaimer", "affiliate",
        "further-reading", "seealso", "see-also", "nextarticle", "prevnext", "next-prev", "post-nav", "topic-list",
        "trc_", "zergnet", "revcontent", "tag-list", "taglist", "tagcloud",
    ]),
    (Hints::PROMO, Start, &[
        "promo",
    ]),
    (Hints::PROMO, Word, &[
        "share", "social", "ad", "ads", "adslot", "adunit", "dfp", "tags", "tag-links", "topics", "keywords", "more",
        "poll", "quiz", "login", "register", "follow", "popular", "latest", "cta", "bio", "feedback", "survey",
        "rating", "ratings", "correction-form", "print", "bookmark", "contact",
    ]),
    (Hints::CAPTION, Part, &[
        "caption", "photo-credit", "photocredit", "image-credit", "imagecredit", "photo_credit", "image_credit",
        "media-credit", "img-credit", "twitter-tweet", "instagram-media", "tweet-blockquote",
    ]),
    (Hints::CAPTION, Word, &[
        "credit", "credits", "figcaption", "attribution", "copyright-holder",
    ]),
    (Hints::META, Part, &[
        "byline", "timestamp", "time-stamp", "dateline", "pubdate", "publish", "article-date", "post-date",
        "entry-date", "author", "kicker", "eyebrow", "read-time", "readtime", "reading-time", "entry-meta",
        "post-meta", "article-meta", "story-meta", "article-info", "articleinfo",
    ]),
    (Hints::META, Word, &[
        "meta", "metadata", "date", "time", "updated", "info", "labels", "label", "category", "categories",
        "section-name", "tag",
    ]),
    (Hints::HEADLINE, Part, &[
        "headline",
    ]),
    (Hints::HEADLINE, Word, &[
        "title",
    ]),
    (Hints::WALLED, Name, &[
        "subscriber-only", "subscribers-only", "subscriber-preview", "subscriber-content", "paywall-content",
        "paywalled-content", "paywall-body", "premium-content", "metered-content",
    ]),
    (Hints::STANDFIRST, Part, &[
        "standfirst", "subtitle", "sub-title", "subhead", "sub-head",
    ]),
    (Hints::STANDFIRST, Word, &[
        "dek", "deck", "summary", "description", "excerpt", "lede", "abstract", "strapline", "tagline",
    ]),
];

/// A name that holds one of these hides its element on some screens only.
const SHOWN: [&str; 4] = ["block", "flex", "grid", "visible"];

struct Matcher {
    terms: AhoCorasick,
    meanings: Vec<(Hints, Fit)>,
}

fn matcher() -> &'static Matcher {
    static MATCHER: OnceLock<Matcher> = OnceLock::new();
    MATCHER.get_or_init(|| {
        let all = TERMS
            .iter()
            .flat_map(|(hints, fit, terms)| terms.iter().map(|t| (*t, (*hints, *fit))));
        let (terms, meanings): (Vec<_>, Vec<_>) = all.unzip();
        let terms = AhoCorasick::builder().ascii_case_insensitive(true).build(terms);
        Matcher {
            terms: terms.expect("a short list of words makes a small automaton"),
            meanings,
        }
    })
}

/// What a name suggests (a list of class names, an id, a role).
pub(super) fn suggested(name: &str) -> Hints {
    let Matcher { terms, meanings } = matcher();
    let bytes = name.as_bytes();
    let mut hints = Hints::NONE;
    // Asked of the whole name, which may hold thousands: once.
    let mut shown = None;
    let mut is_shown = || *shown.get_or_insert_with(|| SHOWN.iter().any(|shown| name.contains(shown)));
    for found in terms.find_overlapping_iter(bytes) {
        let (hint, fit) = meanings[found.pattern().as_usize()];
        let (start, end) = (found.start(), found.end());
        let fits = match fit {
            Part => true,
            Start => starts_word(bytes, start),
            Word => starts_word(bytes, start) && ends_word(bytes, end),
            Name => {
                let whole = start
                    .checked_sub(1)
                    .is_none_or(|before| bytes[before].is_ascii_whitespace())
                    && bytes.get(end).is_none_or(u8::is_ascii_whitespace);
                whole && !(hint == Hints::HIDDEN && is_shown())
            }
        };
        if fits {
            hints = hints.and(hint);
        }
    }
    hints
}

fn starts_word(bytes: &[u8], at: usize) -> bool {
    at == 0 || is_edge(bytes[at - 1], bytes[at])
}

/// A number may stand behind a word (`ad2`), but letters behind that make it a piece of a made-up name.
fn ends_word(bytes: &[u8], at: usize) -> bool {
    let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    match bytes.get(at + digits) {
        None => true,
        Some(after) if digits > 0 => !after.is_ascii_lowercase(),
        Some(after) => is_edge(bytes[at - 1], *after),
    }
}

/// Does a word end between these two bytes? At every sign that is no letter or digit, and at `aB`.
fn is_edge(before: u8, after: u8) -> bool {
    let sign = |byte: u8| !byte.is_ascii_alphanumeric();
    sign(before) || sign(after) || (before.is_ascii_lowercase() && after.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_parts_of_words() {
        assert!(suggested("ad-slot").has(Hints::PROMO));
        assert!(suggested("topAd").has(Hints::PROMO));
        assert!(!suggested("thread").has(Hints::PROMO));
        assert!(!suggested("loadMore2 header").has(Hints::COMMENT));
        assert!(suggested("articleBody__text").has(Hints::BODY));
        assert!(suggested("hidden").has(Hints::HIDDEN));
        assert!(!suggested("hidden md:block").has(Hints::HIDDEN));
        assert!(!suggested("cb-8f1a2f6c2d8cf3586a5a828145a2c5ad").has(Hints::PROMO));
        assert!(!suggested("hidden-xs").has(Hints::HIDDEN));
    }
}
