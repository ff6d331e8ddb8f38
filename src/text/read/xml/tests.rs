use super::*;

#[test]
fn elements_know_their_places() {
    let source = "<?xml version='1.0'?><n:a xmlns:n='x'><b k='1 &amp; 2'>R&amp;D<![CDATA[ & more]]></b><c/></n:a>";
    let tree = Tree::new(source);
    assert_eq!(tree.broken, None);
    let root = tree.root().expect("a root");
    assert_eq!(tree.node(root).name, "a");
    let b = tree.path(root, &["b"]).expect("b");
    assert_eq!(tree.attribute(b, "k").as_deref(), Some("1 & 2"));
    assert_eq!(tree.words(b), "R&D & more");
    assert_eq!(&source[tree.node(b).inside.clone()], "R&amp;D<![CDATA[ & more]]>");
    assert_eq!(tree.children(root).count(), 2);
}

#[test]
fn broken_sources_say_why_and_keep_what_stood_before() {
    for (source, why) in [
        ("<a><b>one</a>", "</a> stands where </b> is due"),
        ("<a><b>one", "it ends inside <b>"),
        ("<a>one</a></b>", "</b> closes what was never opened"),
        ("<a>one <!-- two", "not closed"),
        ("<a>R&D one</a>", "an & begins no entity"),
    ] {
        let tree = Tree::new(source);
        let broken = tree.broken.clone().expect("broken");
        assert!(broken.why.contains(why), "{source}: {}", broken.why);
        assert_eq!(tree.node(1).name, "a");
    }
    let deep = "<a>".repeat(100_000);
    assert!(Tree::new(&deep).broken.expect("broken").why.contains("deep"));
}

#[test]
fn entities_of_its_own_are_not_expanded() {
    let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><a>&y; &nbsp;&#8217;</a>";
    let tree = Tree::new(bomb);
    assert_eq!(tree.words(1), "&y; ’");
}
