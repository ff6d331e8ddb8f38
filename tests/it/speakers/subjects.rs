//! The subject of a verb of saying: behind the verb, before an apposition, and as a whole.

use super::{report, rows};

/// The rows of one paragraph behind a headline.
fn who(text: &str) -> Vec<String> {
    rows(&report(&format!("Storm hits Oster\n\n{text}")))
}

#[test]
fn an_office_in_small_letters_stands_behind_the_verb() {
    assert_eq!(
        who(
            "The bombs hit nine houses, said regional governor Serhii Lysak. Nobody left the cellar, said rights activist Mara Lund.\n\n\
             \"It is safe,\" said police spokesman Tom Reed. The bridge fell, said 43-year-old farmer Jon Pike."
        ),
        [
            "named Serhii Lysak (regional governor) 1",
            "named Mara Lund (rights activist) 1",
            "named Tom Reed (police spokesman) 1",
            "named Jon Pike (farmer) 1",
        ]
    );
}

#[test]
fn whoever_is_told_listens() {
    assert_eq!(
        who(
            "\"We fled,\" Ada Moll, 43, told Reuters. \"We came back,\" a nurse, Rosa Falk, told the media in Geneva.\n\n\
             \"It is a start,\" Selena Ling, an economist at Harrow Bank, told the newspaper."
        ),
        [
            "named Ada Moll 1",
            "named Rosa Falk (nurse) 1",
            "named Selena Ling (an economist at Harrow Bank) 1"
        ]
    );
}

#[test]
fn the_whole_phrase_speaks_and_not_the_nearest_noun() {
    assert_eq!(
        who(
            "Trooper Luis Sousa with the Oster Highway Patrol said the driver fled. A lawyer hired by the family said so too.\n\n\
             The family of a man shot dead by Harrow police accused the officers of lying. The road was cut, residents and a rescue worker said."
        ),
        [
            "named Trooper Luis Sousa 1",
            "anonymous a lawyer 1",
            "anonymous the family of a man 1",
            "anonymous residents 1",
        ]
    );
}

#[test]
fn whose_a_group_is_belongs_to_its_name() {
    assert_eq!(
        who(
            "A residents’ group in the Castle district said on Monday that the wall was cracked. The farmers’ union of Estry agreed."
        ),
        [
            "institution a residents’ group in the Castle district 1",
            "institution the farmers’ union of Estry 1",
        ]
    );
}
