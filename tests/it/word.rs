//! Word files, built here part by part, so that what is in them can be read in this file.

use presscheck::text::read::docx::{Parts, manuscript};
use presscheck::text::{Article, Body};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const CORE: &str = "<cp:coreProperties xmlns:cp='c' xmlns:dcterms='d'>\
<dcterms:created>2026-11-02T08:00:00Z</dcterms:created><dcterms:modified>2026-11-05T16:20:00Z</dcterms:modified>\
</cp:coreProperties>";

const STYLES: &str = "<w:styles xmlns:w='w'><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>\
<w:style w:styleId='Beschriftung'><w:name w:val='caption'/></w:style></w:styles>";

/// A paragraph in a style; `[-…-]` was deleted and `[+…+]` inserted with changes tracked.
fn paragraph(style: &str, words: &str) -> String {
    let tracked = words
        .replace("[-", "</w:t></w:r><w:del><w:r><w:delText>")
        .replace("-]", "</w:delText></w:r></w:del><w:r><w:t xml:space='preserve'>")
        .replace("[+", "</w:t></w:r><w:ins><w:r><w:t>")
        .replace("+]", "</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'>");
    let tracked = tracked.replace('|', "</w:t><w:br/><w:t>");
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t xml:space='preserve'>{tracked}</w:t></w:r></w:p>")
}

fn document() -> String {
    let paragraphs = [
        paragraph("Titel", "Bakers of Ostermark bring back the night shift"),
        paragraph("Normal", "By Lena Harrow"),
        paragraph(
            "Normal",
            "Bakers in Ostermark will work at night again from Monday, for the first time in nine years, their guild said on Thursday. The ban had been meant to last for [-ten-][+twelve+] years.",
        ),
        paragraph("Beschriftung", "A baker in Ostermark puts loaves into the oven."),
        paragraph(
            "Normal",
            "Of the guild&#8217;s 48 bakeries 31 voted for the shift and 17 against it, said its master, Tilda Brand. &#8220;Bread is bought at six,&#8221; she said.|&#8220;It has to be baked before.&#8221;",
        ),
        paragraph("Normal", "Sign up for our newsletter"),
        paragraph(
            "Normal",
            "The union put the number of bakers at 310. It will talk to the guild on Friday, November 7, it said in a letter to its members.",
        ),
        String::from("<w:p/>"),
        paragraph(
            "Normal",
            "The first loaves of the new shift are to be sold at half past five, R&amp;B Mills, which owns six of the bakeries, said.",
        ),
    ];
    format!(
        "<w:document xmlns:w='w'><w:body>{}</w:body></w:document>",
        paragraphs.concat()
    )
}

/// A zip archive of some parts.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part begins");
        zip.write_all(bytes).expect("it is packed");
    }
    zip.finish().expect("it ends").into_inner()
}

/// A Word file.
pub(crate) fn file() -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document().as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
    ])
}

/// The parts of it that are read: document, styles, properties.
pub(crate) fn parts() -> [String; 3] {
    [document(), STYLES.to_owned(), CORE.to_owned()]
}

/// The article in it.
pub(crate) fn article() -> Article {
    let [document, styles, core] = parts();
    let parts = Parts {
        document: &document,
        styles: Some(&styles),
        core: Some(&core),
    };
    Article {
        id: "formats/word-file.docx".to_owned(),
        body: Body::Docx(manuscript(parts).expect("it is a manuscript")),
        ..Article::default()
    }
}

#[test]
fn the_day_of_a_template_is_no_day_of_writing() {
    let changed = |times: &str| {
        let core = format!("<cp:coreProperties xmlns:cp='c' xmlns:dcterms='d'>{times}</cp:coreProperties>");
        let parts = Parts {
            document: &document(),
            core: Some(&core),
            ..Parts::default()
        };
        manuscript(parts)
            .expect("a manuscript")
            .changed
            .map(|day| day.to_string())
    };
    let created = "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>";
    let same = "<dcterms:modified>2013-12-23T23:15:00Z</dcterms:modified>";
    let later = "<dcterms:modified>2026-03-10T08:00:00Z</dcterms:modified>";
    assert_eq!(changed(created), None);
    assert_eq!(changed(&format!("{created}{same}")), None);
    assert_eq!(changed(&format!("{created}{later}")).as_deref(), Some("2026-03-10"));
    assert_eq!(changed(later).as_deref(), Some("2026-03-10"));
}
