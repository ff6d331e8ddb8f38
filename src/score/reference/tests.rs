use super::*;

/// Stories of 500 words and ten claims, the number i with i loaded words.
fn archive(number: usize) -> Vec<Story> {
    let story = |i| Story {
        genre: (i % 2 == 0).then(|| "sport".to_owned()),
        words: 500,
        claims: 10,
        loaded: i,
        unsourced: 1,
    };
    (0..number).map(story).collect()
}

#[test]
fn a_story_is_placed_among_others() {
    let reference = Reference::of("archive", "mark", archive(100)).expect("enough");
    let of = |loaded| {
        reference.standing(&Story {
            loaded,
            genre: None,
            ..archive(1).remove(0)
        })
    };
    assert!((96..=99).contains(&of(97)[0].more_than), "{:?}", of(97));
    assert!(of(97)[0].at_least < of(97)[0].more_than);
    assert_eq!(of(0)[0].more_than, 0);
    assert_eq!(of(500)[0].more_than, 100);
    assert_eq!(of(3)[1].more_than, 0, "all stories are alike in their sources");
    assert_eq!(of(3)[0].genre, None);
}

#[test]
fn a_genre_has_percentiles_of_its_own_where_it_has_stories_enough() {
    let reference = Reference::of("archive", "mark", archive(60)).expect("enough");
    let standing = reference.standing(&archive(11)[10]);
    assert_eq!(standing[0].genre.as_deref(), Some("sport"));
    assert_eq!(standing[0].stories, 30);
    assert!(Reference::of("archive", "mark", archive(LEAST_STORIES - 1)).is_none());
    assert!(
        Reference::of("archive", "mark", archive(30))
            .expect("enough")
            .genre
            .is_empty()
    );
}

#[test]
fn the_order_of_the_stories_changes_nothing_and_a_file_is_read_as_written() {
    let mut turned = archive(50);
    turned.reverse();
    let (one, other) = (Reference::of("a", "m", archive(50)), Reference::of("a", "m", turned));
    let one = one.expect("enough");
    assert_eq!(Some(&one), other.as_ref());
    assert_eq!(Reference::read(&one.write()), Ok(one));
}

#[test]
fn short_copy_is_drawn_to_the_mean() {
    let reference = Reference::of("a", "m", archive(100)).expect("enough");
    let of = |words, loaded| {
        let story = Story {
            words,
            loaded,
            claims: 1,
            ..Story::default()
        };
        reference.standing(&story)[0].more_than
    };
    assert!(of(20, 4) < of(1000, 200), "the same rate says less of twenty words");
}
