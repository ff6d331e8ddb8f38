//! The frame of every page that is written: it loads nothing and runs nothing.

use super::escape::Escaped;

/// The page up to its first words. The style of reports is on every page; `styles` come behind it.
pub(super) fn head(title: &str, styles: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{}{styles}</style>\n</head>\n<body>\n",
        Escaped(title),
        include_str!("html/style.css"),
    )
}

/// The end of the page.
pub(super) const FOOT: &str = "</body>\n</html>\n";
