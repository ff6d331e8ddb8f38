//! Whole pages, made of the same copy and one thing that templates do to it.

use super::read;
use crate::text::BlockKind;
use crate::text::read::Reading;

const COPY: [&str; 4] = [
    "The quay was shut at six on Saturday, the port authority said, and boats had to wait outside the wall.",
    "A barge had struck its northern end in the night, and nobody on board was hurt, according to the coast guard.",
    "The ferry to the island went from the old lock instead, an hour late and full to the last of its benches.",
    "Divers are to look at the damage on Monday, the port authority said, and it will open again when they have.",
];

/// A page with the copy, and something between its second and third paragraph and at its end.
fn page(head: &str, between: &str, end: &str) -> Reading {
    let copy = COPY.map(|line| format!("<p>{line}</p>"));
    let source = format!(
        "<html><head><link rel=canonical href='https://herald.example/quay'>{head}</head><body><article>\
         <h1>Quay shut after barge strikes it</h1><div class=story-body>{}{}{between}{}{}{end}</div></article></body></html>",
        copy[0], copy[1], copy[2], copy[3]
    );
    let mut reading = Reading::default();
    read(&source, &mut reading);
    for line in COPY {
        assert!(body(&reading).contains(&line), "{between}{end}: {line} is lost");
    }
    reading
}

fn body(reading: &Reading) -> Vec<&str> {
    let body = reading
        .blocks
        .iter()
        .filter(|b| b.kind.is_body() || b.kind == BlockKind::Heading);
    body.map(|b| b.span.of(&reading.text)).collect()
}

#[test]
fn what_templates_set_among_the_copy_is_not_copy() {
    for between in [
        // A caption that no name gives away: by the picture's description, and by the credit under it.
        "<div><img alt='The northern end of the quay on Sunday'><div>The northern end of the quay on Sunday</div></div>",
        "<div><img><div>Boats wait outside the wall in the morning</div><span class=credit>Ilse Wren</span></div>",
        "<div><img><div><span>Boats wait outside the wall</span> <span>Credit: Ilse Wren</span></div></div>",
        // An element of the newsroom's own, named like a class.
        "<related-links><p>Ferry timetable cut for the third time this winter.</p></related-links>",
    ] {
        let reading = page("", between, "");
        assert_eq!(body(&reading).len(), COPY.len(), "{between}: {:?}", body(&reading));
    }
    let echo = format!("<p>{}</p>", COPY[1]);
    assert_eq!(body(&page("", &echo, "")).len(), COPY.len());
}

#[test]
fn what_looks_like_a_template_and_is_copy_stays() {
    for (between, words) in [
        // In a gallery the paragraph stands under the credit.
        (
            "<div><img><span class=credit>Ilse Wren</span><p>The barge lies at the old lock now.</p></div>",
            "The barge lies",
        ),
        // A word set apart at the beginning, or for screen readers, says nothing about the line.
        (
            "<blockquote><p><span class=pullquote>“</span>We heard a bang and then the lamps went out.”</p></blockquote>",
            "“We heard",
        ),
        (
            "<p><span class=sr-only>Opens here</span>The lamps went out for an hour.</p>",
            "The lamps went",
        ),
        // Marks to jump to, links out of the site, a made-up identifier that ends like a word.
        (
            "<h2><a name=x>The long way round</a></h2><p>Drivers took the lock.</p>",
            "The long way",
        ),
        (
            "<h2><a href='#y'>The long way round</a></h2><p>Drivers took the lock.</p>",
            "The long way",
        ),
        (
            "<h2><a href='https://lock.example/'>The Old Lock Inn</a></h2><p>It has nine beds.</p>",
            "The Old Lock",
        ),
        (
            "<section id='cb-8f1a2f5ad'><p>The lamps went out for an hour, and came on again at nine.</p></section>",
            "The lamps went",
        ),
    ] {
        let reading = page("", between, "");
        assert!(
            body(&reading).iter().any(|line| line.starts_with(words)),
            "{between}: {:?}",
            body(&reading)
        );
    }
    let own = "<h2><a href='https://www.herald.example/s'>Ferry timetable cut again</a></h2>";
    assert!(!body(&page("", own, "")).contains(&"Ferry timetable cut again"));
}

#[test]
fn what_stands_under_the_copy_is_told_by_what_it_says() {
    let author = "<meta name=author content='Mara Lind'>";
    for end in [
        "<p>Mara Lind lives in a lighthouse with two dogs.</p>",
        "<p>Tom Reed is a reporter for the Herald.</p>",
        "<p>Senior Editor</p>",
        "<p>Write to the desk at night@herald.example.</p>",
    ] {
        let reading = page(author, "", end);
        assert_eq!(body(&reading).len(), COPY.len(), "{end}: {:?}", body(&reading));
    }
    for end in [
        "<p>Anyone who saw the barge is asked to contact the coast guard.</p>",
        "<p>Dunmere: Lind, Wren</p><p>Harbour: Reed, Dale</p><p>Quay: Poole, Marsh</p>",
        "<p>The port authority’s director is a writer of long letters.</p>",
    ] {
        assert!(body(&page(author, "", end)).len() > COPY.len(), "{end}");
    }
}

#[test]
fn the_copy_that_linked_data_tells_is_held_against_the_page() {
    let data = |copy: &str| {
        format!("<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{copy}\"}}</script>")
    };
    let promo = "<p>Nine inns on the river, tried by our critic for you.</p>";
    assert_eq!(body(&page(&data(&COPY.join("\\n")), promo, "")).len(), COPY.len());
    // Copy that is cut off, or tells too little of what was found, is no witness.
    let cut = COPY.join("\\n");
    for told in [&cut[..cut.len() - 9], COPY[0]] {
        assert_eq!(body(&page(&data(told), promo, "")).len(), COPY.len() + 1, "{told}");
    }
}

#[test]
fn a_lead_that_the_description_repeats_is_a_paragraph() {
    let head = format!("<meta name=description content=\"{}\">", COPY[0]);
    let reading = page(&head, "", "");
    assert!(reading.blocks.iter().all(|b| b.kind != BlockKind::Standfirst));
}

#[test]
fn the_headline_that_a_fragment_begins_with_is_its_headline() {
    let mut reading = Reading::default();
    read(
        "<h1>Quay shut</h1><p>It was shut at six.</p><h1>Later</h1><p>It opened.</p>",
        &mut reading,
    );
    let kinds: Vec<BlockKind> = reading.blocks.iter().map(|b| b.kind).collect();
    let paragraph = BlockKind::Paragraph;
    assert_eq!(kinds, [BlockKind::Headline, paragraph, BlockKind::Heading, paragraph]);
}

#[test]
fn leftovers_are_copy_in_a_fragment_and_furniture_in_a_page() {
    let [one, two] = [COPY[0], COPY[1]].map(|copy| format!("<p>{copy}</p>"));
    let line = "<p>Share on Facebook</p>";
    let of = |source: &str| {
        let mut reading = Reading::default();
        read(source, &mut reading);
        reading.blocks.iter().map(|b| b.kind).collect::<Vec<_>>()
    };
    let [copied, noise] = [BlockKind::Paragraph, BlockKind::Noise];
    assert_eq!(of(&format!("{line}{one}{line}{two}{line}")), [copied; 5]);
    let page = |inner: &str| format!("<html><body><article>{inner}</article></body></html>");
    assert_eq!(
        of(&page(&format!("{one}{line}{two}{line}"))),
        [copied, noise, copied, noise]
    );
    // A template without the tags of a page is one all the same.
    assert_eq!(of(&format!("<nav>Home</nav>{one}{line}{two}")), [copied, noise, copied]);
}
