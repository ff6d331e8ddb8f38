//! Whom "he" and "the officer" mean, and whom they cannot mean.

use super::{report, rows};

fn who(text: &str) -> Vec<String> {
    rows(&report(&format!("Storm hits Oster\n\n{text}")))
}

#[test]
fn he_is_nobody_named_in_what_he_says_or_does() {
    assert_eq!(
        who(
            "Tom Reed, an officer, came to the quay. The police will arrest Peter Falk shortly, he said.\n\n\
             He told Falk that it was over, and went."
        ),
        ["named Tom Reed (an officer) 2"]
    );
}

#[test]
fn behind_a_question_the_answer_is_not_the_askers() {
    let rows = who("Mr Marr asked him if he had any questions. “Not at this time,” he said.");
    assert_eq!(rows, ["named Marr 1"]);
}

#[test]
fn of_two_who_are_joined_neither_is_he() {
    assert_eq!(
        who(
            "Police commissioner Tom Reed met reporters on Monday. He said two men were held.\n\n\
             The suspects are Adam Bakar and Peter Falk.\n\n\
             He said they had confessed."
        ),
        ["named Tom Reed (Police commissioner) 2"]
    );
}

#[test]
fn somebody_without_a_name_goes_on_as_he_or_she() {
    assert_eq!(
        who(
            "Robert Marr knows the truth. The whistleblower wrote to the board on Monday. “I saw it,” he says.\n\n\
             A mother in Harrow said she was angry. She said the road was shut."
        ),
        ["anonymous the whistleblower 2", "anonymous a mother in Harrow 2"]
    );
}

#[test]
fn an_office_of_another_place_is_somebody_else() {
    assert_eq!(
        who(
            "Oster captain Peter Falk said that he was hurt. The former Melbourne captain said it was a shame.\n\n\
             Tom Reed, the former president of Mexico, said it was late. The former Mexican president said he would wait."
        ),
        [
            "named Peter Falk (Oster captain) 1",
            "anonymous the former Melbourne captain 1",
            "named Tom Reed (the former president of Mexico) 2",
        ]
    );
}
