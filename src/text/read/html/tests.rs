//! Pages written for the purpose: what is read, and that it stood where the origin says.

use super::read;
use crate::text::read::Reading;
use crate::text::{BlockKind, Span};

fn reading(source: &str) -> Reading {
    let mut reading = Reading::default();
    read(source, &mut reading);
    assert_origin(source, &reading);
    reading
}

/// Every piece of the text is what its source bytes decode to.
fn assert_origin(source: &str, reading: &Reading) {
    for piece in reading.origin.pieces() {
        let text = &reading.text[piece.start as usize..][..piece.len as usize];
        let written = &source[piece.source as usize..][..piece.source_len as usize];
        let same = if piece.len == piece.source_len {
            // A line break in the source is a space on the page.
            text == written.replace(['\n', '\r', '\t', '\u{c}'], " ")
        } else if text == " " {
            written.split_whitespace().next().is_none()
                || written.starts_with('<')
                || htmlize::unescape(written).trim().is_empty()
        } else {
            text == "\n" && written.to_ascii_lowercase().starts_with("<br") || text == htmlize::unescape(written)
        };
        assert!(same, "{text:?} was read from {written:?}");
    }
}

fn kinds(reading: &Reading) -> Vec<(BlockKind, &str)> {
    reading
        .blocks
        .iter()
        .map(|b| (b.kind, b.span.of(&reading.text)))
        .collect()
}

fn body(reading: &Reading) -> Vec<&str> {
    let body = reading.blocks.iter().filter(|b| b.kind.is_body());
    body.map(|b| b.span.of(&reading.text)).collect()
}

const PAGE: &str = r#"<!DOCTYPE html>
<html><head><title>Harbour bridge shut after barge strikes pier | The Harbour Herald</title>
<meta property="article:published_time" content="2026-03-14T08:00:00Z">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour bridge shut after barge strikes pier","author":{"name":"Mara Lind"},"articleSection":"Local"}</script>
<style>p { color: red }</style></head>
<body class="has-sidebar"><nav><ul><li><a href="/">Home</a><li><a href="/s">Sport</a></ul></nav>
<main><h1>Harbour bridge shut after barge strikes pier</h1>
<p class="standfirst">Engineers say the eastern lane could stay closed until Friday evening.</p>
<div class="byline">By <a href="/mara">Mara Lind</a></div>
<div class="article-body">
<figure><img src=b.jpg><figcaption>The barge beside the pier. Photo: Herald</figcaption></figure>
<p>A barge carrying 400&nbsp;tonnes of gravel struck the harbour bridge early on Saturday, &quot;grazing&quot; one of its <b>pier</b>s, the port authority said.
<p>Nobody was hurt, but the crossing was shut to all traffic at 6&#46;15am while divers looked at the damage under water.</p>
<p>Advertisement</p>
<div class="related"><h3>Related</h3><ul><li><a href="/1">Ferry timetable cut for the third time this winter</a></ul></div>
<h2>Long way round</h2>
Drivers were sent over the old lock, a detour of eleven miles,<br>which the council called the least bad choice.<br><br>Schools on the island will open an hour later on Monday, the council said in a statement.
<blockquote>We heard a bang and then the lamps on the bridge went out, one after another.</blockquote>
</div></main>
<aside><h3>Most read</h3><p>The ten best places to eat a crab sandwich on the coast, tried by our readers.</p></aside>
<footer><p>The Harbour Herald is published by nobody in particular and printed nowhere at all.</p></footer>
</body></html>"#;

#[test]
fn a_page_is_read_into_its_article() {
    let reading = reading(PAGE);
    assert_eq!(
        kinds(&reading),
        [
            (BlockKind::Headline, "Harbour bridge shut after barge strikes pier"),
            (
                BlockKind::Standfirst,
                "Engineers say the eastern lane could stay closed until Friday evening."
            ),
            (BlockKind::Byline, "By Mara Lind"),
            (BlockKind::Caption, "The barge beside the pier. Photo: Herald"),
            (
                BlockKind::Paragraph,
                "A barge carrying 400\u{a0}tonnes of gravel struck the harbour bridge early on Saturday, \"grazing\" one of its piers, the port authority said."
            ),
            (
                BlockKind::Paragraph,
                "Nobody was hurt, but the crossing was shut to all traffic at 6.15am while divers looked at the damage under water."
            ),
            (BlockKind::Noise, "Advertisement"),
            (BlockKind::Heading, "Long way round"),
            (
                BlockKind::Paragraph,
                "Drivers were sent over the old lock, a detour of eleven miles,\nwhich the council called the least bad choice."
            ),
            (
                BlockKind::Paragraph,
                "Schools on the island will open an hour later on Monday, the council said in a statement."
            ),
            (
                BlockKind::Quote,
                "We heard a bang and then the lamps on the bridge went out, one after another."
            ),
        ]
    );
    assert_eq!(reading.meta.published, Some(jiff::civil::date(2026, 3, 14)));
    assert_eq!(reading.meta.byline.as_deref(), Some("Mara Lind"));
    assert_eq!(reading.meta.genre.as_deref(), Some("Local"));
}

#[test]
fn a_word_is_found_in_the_page() {
    let reading = reading(PAGE);
    for word in ["tonnes", "\"grazing\"", "piers", "6.15am"] {
        let start = reading.text.find(word).expect("it was read");
        let place = reading.origin.locate(Span::new(start, start + word.len()));
        let (_, place) = place.expect("it stood somewhere");
        let written = place.of(PAGE);
        let expected = match word {
            "\"grazing\"" => "&quot;grazing&quot;",
            "piers" => "pier</b>s",
            "6.15am" => "6&#46;15am",
            plain => plain,
        };
        assert_eq!(written, expected);
    }
}

#[test]
fn a_fragment_is_taken_whole() {
    let reading = reading("<p>Rain.</p>\n<h2>Later</h2><p>More rain,\n\t and <em>then</em><i> hail</i>.");
    assert_eq!(
        kinds(&reading),
        [
            (BlockKind::Paragraph, "Rain."),
            (BlockKind::Heading, "Later"),
            (BlockKind::Paragraph, "More rain, and then hail."),
        ]
    );
}

#[test]
fn a_short_sentence_after_a_box_is_copy_in_a_fragment() {
    let fragment = "<p>The quay was shut at six on Saturday, the port authority said.</p>\
        <p><b>Subscribe to our newsletter</b></p><ul><li><a href=/1>Ferry timetable cut</a></li><li>Weather</li></ul>\
        <p>It reopened on Sunday.</p><h2>Comments</h2><p>Nobody on board was hurt.</p>";
    let reading = reading(fragment);
    let body = body(&reading);
    assert!(body.contains(&"It reopened on Sunday."), "{body:?}");
    assert!(body.contains(&"Nobody on board was hurt."), "{body:?}");
    assert!(!body.iter().any(|line| line.contains("timetable")), "{body:?}");
    // Somebody left it there, and the rules are to say so.
    assert!(body.contains(&"Subscribe to our newsletter"), "{body:?}");
}

#[test]
fn a_short_page_is_taken_whole() {
    assert_eq!(
        body(&reading("<html><body><p>It rained.</p></body></html>")),
        ["It rained."]
    );
}

#[test]
fn what_only_looks_like_markup_is_text() {
    let source = "<p>Costs &lt;5% &amp; falling: 3 < 4 &unknown; AT&T &eacute 2026 <![CDATA[and <b>more</b>]]></p>";
    assert_eq!(
        body(&reading(source)),
        ["Costs <5% & falling: 3 < 4 &unknown; AT&T é 2026 and more"]
    );
}

#[test]
fn scripts_comments_and_hidden_parts_are_not_read() {
    let source = "<p>Before<!-- <p>never --> and<script>if (a<b) { '</p>' }</script> after.</p>\
        <p hidden>never</p><p style='color:red; display : none'>never</p><template><p>never</p></template>\
        <noscript><p>never</p></noscript><textarea><p>never</textarea><p>End.";
    assert_eq!(body(&reading(source)), ["Before and after.", "End."]);
}

#[test]
fn copy_for_subscribers_is_read() {
    let source = "<article><div class='subscriber-preview'><p>The ferry sank at noon.</p></div>\
        <div class='subscriber-offers'><p>Subscribe for one crown a week.</p></div>\
        <div class='subscriber-only' style='display:none'><p>Nobody was on board, the harbour office said.</p></div></article>";
    assert_eq!(
        body(&reading(source)),
        [
            "The ferry sank at noon.",
            "Nobody was on board, the harbour office said."
        ]
    );
}

#[test]
fn unclosed_and_misplaced_tags_lose_no_text() {
    let source = "<div><p>One <b>two <i>three</b> four</i><p>five</div></span>six<ul><li>seven<li>eight</ul>\
        <table><tr><td>nine<td>ten</table><a href=x>eleven <a href=y>twelve</a> thirteen <";
    let text = reading(source).text.replace(['\n', ' '], "");
    assert_eq!(
        text,
        "Onetwothreefourfivesixseveneightninetenéleventwelvethirteen<".replace('é', "e")
    );
}

#[test]
fn nothing_breaks_it() {
    let parts = [
        "<",
        ">",
        "</",
        "<p",
        "<p class=",
        "<p class='",
        "\"",
        "&",
        "&#",
        "&#x;",
        "&amp",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<script>",
        "</script",
        "\u{a0}",
        "é",
        "😀",
        " ",
        "\n",
        "x",
        "<br>",
        "</p>",
        "<a>",
        "</a>",
        "<b>",
        "<div>",
        "<svg/>",
        "=",
    ];
    // Every triple of parts, in a fixed order: small, but it goes everywhere.
    for a in parts {
        for b in parts {
            for c in parts {
                reading(&format!("{a}{b}{c}{b}word{a}"));
            }
        }
    }
}

#[test]
fn deep_nesting_takes_linear_time() {
    for tag in [
        "div",
        "b",
        "a",
        "p",
        "li",
        "table",
        "svg",
        "article",
        "blockquote",
        "x-y",
    ] {
        let source = format!("<{tag}>").repeat(50_000) + "The end of it all.";
        assert_eq!(
            reading(&source).text.trim(),
            if tag == "svg" { "" } else { "The end of it all." }
        );
    }
}

#[test]
fn a_page_that_shows_its_copy_by_script_is_read_from_its_metadata() {
    let sentence = "The tide came in at noon and took the last of the sandbags with it, \\u2014 again. ";
    let source = format!(
        "<html><body><div id=app></div><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\
        \"articleBody\":\"{}\\nThe \\\"end\\\".\"}}</script></body></html>",
        sentence.repeat(8)
    );
    let reading = reading_of_json(&source);
    let body = body(&reading);
    assert_eq!(body.len(), 2);
    assert!(body[0].ends_with("with it, \u{2014} again."));
    assert_eq!(body[1], "The \"end\".");
}

/// Escapes of JSON are not entities: only verbatim pieces are compared.
fn reading_of_json(source: &str) -> Reading {
    let mut reading = Reading::default();
    read(source, &mut reading);
    for piece in reading.origin.pieces().iter().filter(|p| p.len == p.source_len) {
        let text = &reading.text[piece.start as usize..][..piece.len as usize];
        assert_eq!(text, &source[piece.source as usize..][..piece.source_len as usize]);
    }
    reading
}
