use super::*;
use crate::text::BlockKind::{self, Byline, Caption, Heading, Headline, List, Paragraph, Quote, Standfirst};

/// The blocks of a source; every piece of text that was read as it stands is where it says.
fn blocks(source: &str) -> Vec<(BlockKind, String)> {
    let mut reading = Reading::default();
    read(source, &mut reading);
    for piece in reading.origin.pieces() {
        let text = &reading.text[piece.start as usize..(piece.start + piece.len) as usize];
        let place = &source[piece.source as usize..(piece.source + piece.source_len) as usize];
        if piece.len == piece.source_len {
            assert_eq!(text.replace('\n', " "), place.replace(['\n', '\t'], " "));
        } else {
            let space = text.trim().is_empty() && (place.trim().is_empty() || place.starts_with('<'));
            assert!(
                space || htmlize::unescape(place).contains(text),
                "{text:?} from {place:?}"
            );
        }
    }
    reading
        .blocks
        .iter()
        .map(|b| (b.kind, b.span.of(&reading.text).to_owned()))
        .collect()
}

fn item(copy: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemMeta>\
<versionCreated>2026-11-20T10:00:00Z</versionCreated></itemMeta><contentMeta>\
<contentCreated>2026-11-19T08:00:00Z</contentCreated><genre qcode=\"genre:Opinion\"/>\
<headline>Quay &amp; wall</headline><description role=\"drol:summary\">Work begins in May</description>\
</contentMeta><contentSet>{copy}</contentSet></newsItem>"
    )
}

const NITF: &str = "<nitf><head><title>No</title></head><body><body.head><hedline><hl1>Wall is\n  raised</hl1>\
<hl2>Work begins</hl2></hedline><byline>By <person>Ann Lee</person></byline></body.head><body.content>\
<block><p>The wall&#8217;s <b>height</b> was agreed.</p><hl2>Next</hl2><media><media-reference source=\"a.jpg\"/>\
<media-caption>The quay.</media-caption></media><bq><block><p>We are glad.</p></block></bq>\
<ul><li>One metre</li></ul></block></body.content></body></nitf>";

#[test]
fn nitf_alone_and_inside_an_item() {
    let alone = blocks(NITF);
    let wanted = [
        (Headline, "Wall is raised"),
        (Standfirst, "Work begins"),
        (Byline, "By Ann Lee"),
        (Paragraph, "The wall’s height was agreed."),
        (Heading, "Next"),
        (Caption, "The quay."),
        (Quote, "We are glad."),
        (List, "One metre"),
    ];
    let told: Vec<_> = alone.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
    assert_eq!(told, wanted);
    assert_eq!(blocks(&item(&format!("<inlineXML>{NITF}</inlineXML>"))), alone);
}

#[test]
fn xhtml_and_the_item_around_it() {
    let source = item(
        "<inlineXML><html xmlns=\"x\"><head/><body><h1>Quay &amp; wall</h1><p>One.<br/>Two.</p>\
<h2>Next</h2><p>Three<!-- no -->.</p></body></html></inlineXML>",
    );
    let wanted = [
        (Headline, "Quay & wall"),
        (Standfirst, "Work begins in May"),
        (Paragraph, "One.\nTwo."),
        (Heading, "Next"),
        (Paragraph, "Three."),
    ];
    let told = blocks(&source);
    assert_eq!(told.iter().map(|(k, w)| (*k, w.as_str())).collect::<Vec<_>>(), wanted);
    let mut reading = Reading::default();
    read(&source, &mut reading);
    assert_eq!(reading.meta.genre.as_deref(), Some("Opinion"));
    assert_eq!(
        reading.meta.published.map(|d| d.to_string()).as_deref(),
        Some("2026-11-19")
    );
}

#[test]
fn plain_text_and_escaped_html() {
    let plain = item(
        "<inlineData contenttype=\"text/plain\">The wall &amp; the quay are to be raised in May.\n\nWork begins in May, they said.</inlineData>",
    );
    let escaped = item(
        "<inlineData contenttype=\"text/html\">&lt;p&gt;The wall &amp;amp; the quay are to be raised in May.&lt;/p&gt;<![CDATA[<p>Work begins in May, they said.</p>]]></inlineData>",
    );
    for source in [plain, escaped] {
        let told = blocks(&source);
        // The abstract is the copy's own words.
        let words: Vec<&str> = told.iter().map(|(_, w)| w.as_str()).collect();
        assert_eq!(
            words,
            [
                "Quay & wall",
                "The wall & the quay are to be raised in May.",
                "Work begins in May, they said."
            ]
        );
    }
}

#[test]
fn an_abstract_that_is_the_first_paragraph_is_left_out() {
    let told = blocks(&item(
        "<inlineXML><html><body><p>Work begins in May.</p></body></html></inlineXML>",
    ));
    assert_eq!(told.iter().map(|t| t.0).collect::<Vec<_>>(), [Headline, Paragraph]);
}

#[test]
fn what_is_no_article_is_refused_in_words() {
    let two = format!(
        "<newsMessage><itemSet>{0}{0}</itemSet></newsMessage>",
        &item("<inlineData>Words.</inlineData>")[22..]
    );
    for (source, says) in [
        (
            "<newsItem><contentSet><remoteContent href=\"a.xml\"/></contentSet></newsItem>",
            "(a.xml)",
        ),
        ("<newsItem></newsItem>", "without text"),
        ("<packageItem/>", "only names its items"),
        (two.as_str(), "holds 2 articles"),
        ("<rss><channel/></rss>", "a feed without items"),
        (
            "<nitf>\n<body>\n<p>Wall</body></nitf>",
            "at line 3: </body> stands where </p> is due",
        ),
        ("<nitf><body><body.content><p>The é", "ends inside <p>"),
        ("<nitf>\n<body>R&D", "line 2: an & begins no entity"),
    ] {
        let refusal = refusal(source).expect(source);
        assert!(refusal.what.contains(says), "{source}: {}", refusal.what);
    }
    assert_eq!(refusal(&item("<inlineData>Words.</inlineData>")), None);
    for at in (0..NITF.len()).filter(|at| NITF.is_char_boundary(*at)) {
        let _ = (blocks(&NITF[..at]), refusal(&NITF[..at]), is_news(&NITF[..at]));
    }
}

#[test]
fn a_feed_of_one_item_is_read() {
    let copy = "&lt;p&gt;The wall is to be raised by a metre, the council in Estry said.&lt;/p&gt;";
    let rss = format!(
        "<rss version='2.0' xmlns:content='c' xmlns:dc='d' xmlns:media='m'><channel><title>Estry Courier</title><item>\
         <title>Wall to be raised</title><media:description>A wall</media:description><dc:creator>Petra Novic</dc:creator>\
         <pubDate>Tue, 10 Mar 2026 04:00:00 GMT</pubDate><category>Region</category>\
         <description>It is high time.</description><content:encoded>{copy}</content:encoded></item></channel></rss>"
    );
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Courier</title><entry><title>Wall to be raised</title>\
         <author><name>Petra Novic</name></author><published>2026-03-10T04:00:00Z</published><category term='Region'/>\
         <summary>It is high time.</summary><content type='xhtml'><div><p>The wall is to be raised by a metre, the \
         council in Estry said.</p></div></content></entry></feed>";
    for source in [rss.as_str(), atom] {
        assert!(is_news(source));
        assert_eq!(refusal(source), None);
        assert_eq!(
            blocks(source),
            [
                (Headline, "Wall to be raised".to_owned()),
                (Standfirst, "It is high time.".to_owned()),
                (Byline, "Petra Novic".to_owned()),
                (
                    Paragraph,
                    "The wall is to be raised by a metre, the council in Estry said.".to_owned()
                ),
            ]
        );
        let mut reading = Reading::default();
        read(source, &mut reading);
        assert_eq!(reading.meta.published, Some(jiff::civil::date(2026, 3, 10)));
        assert_eq!(reading.meta.genre.as_deref(), Some("Region"));
    }
}

#[test]
fn a_feed_without_the_story_says_what_to_do() {
    let item = "<item><title>Wall to be raised</title><link>https://courier.example/1</link>\
                <description>It is high time.</description></item>";
    for (items, says, help) in [
        (
            item.to_owned(),
            "a summary of 4 words and a link",
            "https://courier.example/1",
        ),
        (item.repeat(4), "a feed of 4 items (“Wall to be raised”", "JSON lines"),
        (
            "<item><title>Wall</title><link>https://courier.example/1</link></item>".to_owned(),
            "only a link",
            "no network connection",
        ),
    ] {
        let refusal = refusal(&format!("<rss><channel>{items}</channel></rss>")).expect("a refusal");
        assert!(refusal.what.contains(says), "{}", refusal.what);
        assert!(refusal.help.contains(help), "{}", refusal.help);
    }
}

#[test]
fn news_is_known_by_its_first_element() {
    let typed = "<?xml version='1.0'?>\n<!-- x --><!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\"> <nitf>";
    assert!(
        is_news(typed) && is_news("<n:newsItem xmlns:n='x'>") && is_news("<!DOCTYPE nitf [<!ENTITY a \">\">]><nitf>")
    );
    assert!(!is_news("<?xml version='1.0'?><html>") && !is_news("Copy") && !is_news("<nitf"));
}
