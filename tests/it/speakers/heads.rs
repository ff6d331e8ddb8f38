//! Who a phrase is about, however much hangs on it, and how a name is read.

use super::{report, rows};

fn who(text: &str) -> Vec<String> {
    rows(&report(&format!("Storm hits Oster\n\n{text}")))
}

#[test]
fn whoever_opens_the_clause_speaks_and_not_the_place_before_the_verb() {
    assert_eq!(
        who(
            "Wardens on Harrow Hill say the path is lost. A fisherman rescued from the River Sill said he was cold.\n\n\
             A rafter who was swept into the Orle River, in the island's south-west, says he is lucky to be alive. Drivers stuck on the M25 said they had no water.\n\n\
             Staff at the Royal Infirmary said they were tired. An Estrian commander in charge in the Velna Oster caves region said the fight was over."
        ),
        [
            "institution Wardens 1",
            "anonymous a fisherman 1",
            "anonymous a rafter 1",
            "anonymous Drivers 1",
            "anonymous Staff 1",
            "anonymous an Estrian commander 1",
        ]
    );
}

#[test]
fn what_hangs_on_a_name_or_a_document_is_not_the_speaker() {
    assert_eq!(
        who(
            "Constable Tom Reed of Falcarrow Garden station said the road was shut. A letter from the Warden to the families, dated July 20th, said so.\n\n\
             Jan Beltz loyalists held prisoner in Estry have told the court that he is dead. A statement from Sonia Nic Garth said she was sad.\n\n\
             The bill went to the house on the hill, which former prime minister Tony Marr said would be its end."
        ),
        [
            "named Tom Reed (Constable) 1",
            "institution a letter from the Warden to the families 1",
            "anonymous Jan Beltz loyalists 1",
            "named Sonia Nic Garth 1",
            "named Tony Marr (former prime minister) 1",
        ]
    );
}

#[test]
fn a_clause_behind_the_source_is_no_part_of_it() {
    assert_eq!(
        who(
            "According to the Oster police a man had fled over the wall. The family were informed and were being supported by officers from Velna.\n\n\
             The manager of the house, Anthony Marr, accused Mr Falk of lying. Five people were still in the clinic on Monday, Beltz said at a briefing, adding that two were critical."
        ),
        [
            "institution the Oster police 1",
            "named Anthony Marr (manager of the house) 1",
            "institution Beltz 2",
        ]
    );
}

#[test]
fn the_office_before_the_comma_is_shown() {
    assert_eq!(
        who(
            "The coroner, Joseph Kelly, said the death was an accident. The Rangers manager, Paul Dent, dropped two men and said so.\n\n\
             The minister, Kojo Mensah, praised the judge's good sense. He said it was fine. His brother, Peter Mensah, said so too."
        ),
        [
            "named Joseph Kelly (coroner) 1",
            "named Paul Dent (Rangers manager) 1",
            "named Kojo Mensah (minister) 2",
            "named Peter Mensah 1",
        ]
    );
}

#[test]
fn surnames_may_be_months_titles_places_and_end_in_s() {
    assert_eq!(
        who(
            "Anthony May said that it was late. Mayor Duke Ellis said so. The yard's spokesman Earl Weaver said so.\n\n\
             Garry Lyon said that the cup was lost. Lyon said he was tired. Tom Chad said that it was not.\n\n\
             Salisbury's said it was closing its stores. One of Sheffield's supporters said he was sad."
        ),
        [
            "named Anthony May 1",
            "named Duke Ellis (Mayor) 1",
            "named Earl Weaver (spokesman) 1",
            "named Garry Lyon 2",
            "named Tom Chad 1",
            "institution Salisbury's 1",
            "anonymous one of Sheffield's supporters 1",
        ]
    );
}

#[test]
fn three_officers_by_name_are_three_speakers() {
    assert_eq!(
        who(
            "Dock union officers Adrian Jones and Matt Draper and national officer for food Julia Long said the plan was dead."
        ),
        [
            "named Adrian Jones (Dock union officers) 1",
            "named Matt Draper 1",
            "named Julia Long 1",
        ]
    );
}

#[test]
fn an_office_is_no_unknown_and_a_report_is_its_publishers() {
    let report = report(
        "The mayor said the quay would close in May. The port's chief executive said trade would suffer.\n\n\
         An official said the crane was rusty. The manager said nothing of it was new.\n\n\
         Repairs will cost £3m, according to a report published by the harbour council. A study said it could be more.",
    );
    assert_eq!(
        rows(&report),
        [
            "office the mayor 1",
            "office the port's chief executive 1",
            "anonymous an official 1",
            "anonymous the manager 1",
            "institution a report by the harbour council 1",
            "vague a study 1"
        ]
    );
}

#[test]
fn a_witness_is_introduced_at_length() {
    assert_eq!(
        who(
            "Hanna Wirth, 74, a resident who saw the gate fall from the window of her kitchen, said it was over in a minute. Marta \
             Ilves, director of planning at the Harrow Rivers Institute said so too.\n\n\
             Sister Nora Pell, the head of the order, who stood alone on the quay that day, told reporters that nothing was left. \
             \"It went,\" Piet Haan, founder & chairman of Haan Boats told the Post."
        ),
        [
            "named Hanna Wirth 1",
            "named Marta Ilves 1",
            "named Nora Pell (Sister) 1",
            "named Piet Haan 1",
        ]
    );
}

#[test]
fn of_what_country_somebody_is_names_nobody() {
    assert_eq!(
        who(
            "His Russian counterpart denied it. Russian and Iranian officials said on Friday that fuel would be loaded. Russian \
             officials gave no date. It agreed that the plant was late."
        ),
        [
            "anonymous his Russian counterpart 1",
            "anonymous Russian and Iranian officials 1",
        ]
    );
}

#[test]
fn whoever_stands_with_a_participle_does_what_it_tells() {
    assert_eq!(
        who(
            "New Harrow leads the list, with residents citing high rents. According to Estrian government sources the army took the \
             bridge. The Harrow Bank opened in May, and the bank at the time said it would lend."
        ),
        [
            "anonymous residents 1",
            "anonymous Estrian government sources 1",
            "institution the bank 1",
        ]
    );
}

#[test]
fn what_will_be_done_and_what_a_thing_is_called_is_no_report() {
    assert_eq!(
        who(
            "Both companies agreed to sign a decree. A news site called the Estry Local gave no source. The bank is to report its \
             results on Friday. A tender expected next week will show more. Questioned by reporters, Ida Moll said no."
        ),
        ["named Ida Moll 1"]
    );
}
