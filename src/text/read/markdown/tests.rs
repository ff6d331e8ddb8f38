use super::*;

#[test]
fn only_clear_signs_make_copy_markdown() {
    for copy in [
        "---\ntitle: Bridge shut\n---\n\nThe bridge is shut.\n",
        "# Bridge shut\n\nThe bridge is [shut](https://a.example).\n",
        "# Bridge shut\n\n## What happens next\n",
        "# Bridge shut\n\n*Engineers found cracks*\n",
        "# Bridge shut\n\n- Oster\n- Velna\n",
    ] {
        assert!(is_markdown(copy), "{copy}");
    }
    for copy in [
        "Bridge shut\n\nThe bridge is shut.\n",
        "# Bridge shut\n\nThe bridge is shut, the mayor said.\n",
        "#harbour is shut\n\n- one\n- two\n",
        "# 1\n\n- one\n- two\n",
        "---\nThe bridge is shut: nobody knows why.\n---\nMore follows.\n",
        "---\nUpdate: the bridge is open.\n---\nMore follows.\n",
        "- one\n\n# two\n",
        "The *bridge* is [shut](https://a.example).\n",
    ] {
        assert!(!is_markdown(copy), "{copy}");
    }
}

#[test]
fn code_over_two_lines_is_a_piece_with_its_marks() {
    let source = "`“The quay\nrises`";
    let mut reading = Reading::default();
    read(source, &mut reading);
    let words = "“The quay rises";
    assert_eq!(reading.text, words);
    let (_, at) = reading
        .origin
        .locate(Span::new(0, words.len()))
        .expect("it stood somewhere");
    assert_eq!(at.of(source), source);
}

#[test]
fn every_piece_points_back() {
    let source =
        "---\ntitle: x\n---\n# Wall &amp; quay\n\nThe *harbour* wall\nrises.\n\n> Good, she said.\n\n* one\n* two\n";
    let mut reading = Reading::default();
    read(source, &mut reading);
    let kinds: Vec<_> = reading
        .blocks
        .iter()
        .map(|b| (b.kind, b.span.of(&reading.text)))
        .collect();
    assert_eq!(
        kinds,
        [
            (BlockKind::Headline, "Wall & quay"),
            (BlockKind::Paragraph, "The harbour wall rises."),
            (BlockKind::Quote, "Good, she said."),
            (BlockKind::List, "one"),
            (BlockKind::List, "two"),
        ]
    );
    for block in &reading.blocks {
        for word in block.span.of(&reading.text).split(' ') {
            let start = word.as_ptr() as usize - reading.text.as_ptr() as usize;
            let (_, at) = reading
                .origin
                .locate(Span::new(start, start + word.len()))
                .expect("it stood somewhere");
            let found = at.of(source);
            assert!(
                found == word || found == "&amp;" || found.contains('*'),
                "{word:?} came from {found:?}"
            );
        }
    }
}
