//! Bodies as sources, and what is no source.

use super::{report, rows};

#[test]
fn words_that_are_no_speech_have_no_speaker() {
    let report = report(
        "Friend and fellow pilot Ruben Beltz paid tribute, saying: \"She knew every rock.\"\n\n\
         In 1975 she landed her own family show, The Lamp. Films from the quay captured desperate shouts for help.\n\n\
         The toll was lower than earlier reports had said.",
    );
    assert_eq!(rows(&report), ["named Ruben Beltz 1", "vague reports 1"]);
}

#[test]
fn a_dateline_says_nothing() {
    let report = report(
        "PORT SELWYN, Estry (Northwire) -- A fire raced across the downs, threatening hundreds of homes. One blaze, dubbed the Harrow Fire, burned on.\n\n\
         \"Water! Water!\" chanted protesters before they were led away. Some 300 were ordered or urged to leave.\n\n\
         Reports say that the mayor fled. They say they fear for their farms.",
    );
    assert_eq!(rows(&report), ["anonymous protesters 2", "vague Reports 1"]);
}

#[test]
fn a_body_may_have_small_words_in_its_name() {
    let report = report(
        "He was taken to hospital, Velna and Estry Police said. The Harrow County Sheriff's Office said 400 homes stood empty.\n\n\
         The Sandry Department of Forests and Fire Watch said so. Officers said they found a knife. Ida Moll and Harrow Council said they would wait.",
    );
    assert_eq!(
        rows(&report),
        [
            "institution Velna and Estry Police 1",
            "institution Harrow County Sheriff's Office 1",
            "institution Sandry Department of Forests and Fire Watch 1",
            "institution Officers 2",
            "named Ida Moll 1",
            "institution Harrow Council 1"
        ]
    );
}

#[test]
fn it_is_the_body_that_the_sentence_before_is_about() {
    let report = report(
        "Ida Moll, the mayor, said on Monday that the yard was lost.\n\n\
         The Harbour Safety Authority has closed the quay. It said that the crane might fall.",
    );
    assert_eq!(
        rows(&report),
        ["named Ida Moll (the mayor) 1", "institution Harbour Safety Authority 1"]
    );
}

#[test]
fn a_body_may_begin_with_a_word_that_opens_sentences_and_end_with_a_crowd() {
    let report = report(
        "Its editor told the New Harrow Times that the presses would stop. The New Harrow Times said so on Monday.\n\n\
         The Liberal Democrats said they would vote for the bridge. The Police Federation warned of a queue.",
    );
    let bodies: Vec<String> = rows(&report)
        .into_iter()
        .filter(|r| r.starts_with("institution"))
        .collect();
    assert_eq!(
        bodies,
        [
            "institution New Harrow Times 1",
            "institution Liberal Democrats 1",
            "institution Police Federation 1"
        ]
    );
}

#[test]
fn a_surname_of_two_words_is_one_person() {
    let report = report(
        "The raid hit the market, Rami Abdel Holm said on Monday. Abdel Holm added that it was over.\n\n\
         According to Abdel Holm, three were hurt.",
    );
    assert_eq!(rows(&report), ["named Rami Abdel Holm 3"]);
}

#[test]
fn a_body_at_the_end_of_its_sentence_reports() {
    let report = report(
        "A raid on the market killed 17 people, the Estry Observatory for Human Rights reports. The Estry Observatory for Human Rights monitor said so.\n\n\
         Velnish state television said that the market was empty. It was empty, the Harrowby Post reports.",
    );
    assert_eq!(
        rows(&report),
        [
            "institution Estry Observatory for Human Rights 2",
            "institution Velnish state television 1",
            "institution Harrowby Post 1"
        ]
    );
}

#[test]
fn a_body_is_one_in_full_and_in_short() {
    assert_eq!(
        rows(&report(
            "The Estrian Observatory for Rivers said the dam would hold. The Estrian Observatory said on Monday it was dry. \
             SAG-BOFA, the actors’ union, called it a lie. The union said it would sue.\n\n\
             As Parliament’s Joint Committee on Ports and Rivers has pointed out, nobody asked. The independent Institute for River \
             Studies (IRS) said the same. South Africa said it had told the committee."
        )),
        [
            "institution Estrian Observatory for Rivers 2",
            "institution SAG-BOFA 2",
            "institution Parliament’s Joint Committee on Ports and Rivers 1",
            "institution Institute for River Studies 1",
            "institution South Africa 2",
        ]
    );
}

#[test]
fn an_office_is_the_same_in_short_and_by_another_word() {
    assert_eq!(
        rows(&report(
            "Sen. Ida Moll said the bill would fail. Vice Minister Piet Haan warned of costs.\n\n\
             The Oster senator told the Post that it was dead. The deputy minister said it was not."
        )),
        ["named Ida Moll (Sen) 2", "named Piet Haan (Vice Minister) 2",]
    );
}
