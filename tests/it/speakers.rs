//! Who says so: the table of sources, read off whole articles.

mod bodies;
mod heads;
mod pronouns;
mod subjects;

use presscheck::engine::{Engine, Options};
use presscheck::report::Report;
use presscheck::rules::Rules;
use presscheck::text::{Article, Body};

fn report(text: &str) -> Report {
    let article = Article {
        body: Body::Text(text.to_owned()),
        ..Article::default()
    };
    Engine::new(Rules::builtin()).check(&article, Options::default())
}

/// Each row as "kind who (role) times".
fn rows(report: &Report) -> Vec<String> {
    let rows = report.sources.iter();
    rows.map(|s| {
        let role = s.role.as_deref().map_or(String::new(), |r| format!(" ({r})"));
        format!("{} {}{role} {}", s.kind, s.who, s.count)
    })
    .collect()
}

#[test]
fn one_row_for_each_whatever_words_stand_for_it() {
    let report = report(
        "Harbour minister Ida Moll said the quay would close in May. She added that the crane was older than the port.\n\n\
         \"We have no choice,\" said the minister. Ms Moll, who has warned of rust before, told reporters the rest would follow.\n\n\
         Ruben Falk, the head of the dock union, called the plan a farce. Moll and Falk said they would meet on Friday.",
    );
    assert_eq!(
        rows(&report),
        [
            "named Ida Moll (Harbour minister) 6",
            "named Ruben Falk (the head of the dock union) 2"
        ]
    );
}

#[test]
fn bodies_roles_and_groups_are_told_apart() {
    let report = report(
        "The Harbour Safety Authority said the crane was checked in spring. The HSA warned in June that it was not safe, it said.\n\n\
         A police spokesman said nobody was on the quay. The spokesman added that the road was open again.\n\n\
         Local experts believe the crane can be saved.",
    );
    assert_eq!(
        rows(&report),
        [
            "institution Harbour Safety Authority 3",
            "institution a police spokesman 2",
            "vague Local experts 1"
        ]
    );
}

#[test]
fn a_lawmaker_with_party_and_state_is_the_lawmaker() {
    let report = report(
        "Committee leader Tom McRae, R-Est., who backed the crane in May, said it was rusty. At least one senator said that he \
         had seen it fall.",
    );
    assert_eq!(
        rows(&report),
        [
            "named Tom McRae (Committee leader) 1",
            "anonymous at least one senator 1"
        ]
    );
}

#[test]
fn a_mayor_who_is_called_like_a_newspaper_is_a_mayor() {
    let report = report(
        "Harbour Mayor Ned Herald said the quay was lost. “It is gone,” Herald said.\n\n\
         Paula Ortega, a weaver in the old town, said it was a shame to lose the crane.",
    );
    let named = rows(&report);
    assert!(named[0].starts_with("named Ned Herald"), "{named:?}");
    assert!(named[1].starts_with("named Paula Ortega"), "{named:?}");
}

#[test]
fn a_lawmaker_who_is_called_like_a_country_is_a_lawmaker() {
    let report =
        report("“We saw it fall,” Rep. Tom Jordan said in May.\n\n“So did I,” said E. M. Sloan, a crane driver.");
    let named = rows(&report);
    assert!(named[0].starts_with("named Tom Jordan"), "{named:?}");
    assert!(named[1].starts_with("named Sloan"), "{named:?}");
}

#[test]
fn scraps_and_amounts_are_no_sources() {
    let report = report(
        "Some say the crane will fall. If you are on the quay you should know that it was reported to be rusty.\n\n\
         Two weeks of work added to the bill, and the noise of the repairs told on everyone there.",
    );
    assert_eq!(rows(&report), [] as [&str; 0]);
    assert_eq!(report.sourcing.unnamed, 2);
}

#[test]
fn the_accused_and_their_answers_stand_beside_the_table() {
    let report = report(
        "Residents accused the developer Karsten Holm of felling the trees at night. Holm said he had a permit.\n\n\
         They also blamed the architect Velna Rask for the plans. The video could not be independently verified.",
    );
    let accused = &report.sourcing.accused;
    assert_eq!(accused.len(), 2);
    assert_eq!(
        (accused[0].who.as_str(), accused[0].answer.is_some()),
        ("Karsten Holm", true)
    );
    assert_eq!(
        (accused[1].who.as_str(), accused[1].answer.is_some()),
        ("Velna Rask", false)
    );
    let checked: Vec<&str> = report.sourcing.verified.iter().map(|p| p.quote.as_str()).collect();
    assert_eq!(checked, ["could not be independently verified"]);
}

#[test]
fn a_name_beside_the_speaker_is_not_the_speaker() {
    let report = report(
        "Nadia Orsk of the Harrowby Post said the crane was older than the port.\n\n\
         Falk fans told the paper that they were angry. A member of the dock union who supports Ruben Falk said he was not for it.\n\n\
         The song was especially written for her by Jan Beltz.",
    );
    assert_eq!(
        rows(&report),
        [
            "named Nadia Orsk 1",
            "anonymous Falk fans 1",
            "anonymous a member of the dock union 1"
        ]
    );
}

#[test]
fn an_office_inside_a_name_is_an_office() {
    let report = report("Sorvik CEO Ida Moll said the yard would close. She said that 40 people would go.");
    assert_eq!(rows(&report), ["named Ida Moll (Sorvik CEO) 2"]);
}

#[test]
fn two_of_one_surname_stay_apart() {
    let report = report(
        "Anna Moll said on Monday that the yard would close. Moll added that 40 people would go.\n\n\
         Her brother, Peter Moll, said he would buy it. Moll warned that the price was too low, and Mr Moll said he would wait.",
    );
    assert_eq!(rows(&report), ["named Anna Moll 3", "named Peter Moll 2"]);
}

/// Each named or speaking party with the verbs that report it.
fn verbs(report: &Report) -> Vec<String> {
    let rows = report.sources.iter();
    rows.map(|s| format!("{}: {}", s.who, s.verbs.join(", "))).collect()
}

fn uneven(report: &Report) -> Vec<(&str, &str)> {
    let found = report.findings.iter().filter(|f| f.rule == "tone/uneven-verbs");
    found
        .map(|f| {
            (
                f.primary.quote.as_str(),
                f.related.first().map_or("", |p| p.quote.as_str()),
            )
        })
        .collect()
}

#[test]
fn the_verbs_of_each_party_are_told_and_weighed() {
    let text = include_str!("../../fixtures/articles/tone/uneven-verbs-for-two-parties.txt");
    let report = report(text);
    assert_eq!(
        verbs(&report),
        [
            "the Kessian navy: said, reported, warned, noted",
            "Varland: claimed, insisted, alleged",
            "Ruben Stahl: said",
            "Yngve Moe: purported, claimed",
            "the river commission: according to, said"
        ]
    );
    assert_eq!(uneven(&report), [("claimed", "said")]);
}

#[test]
fn like_verbs_for_two_parties_are_even_handed() {
    let report = report(
        "The Kessian navy said that it had stopped three boats. It claimed that they had carried no papers.\n\n\
         Varland said that the boats had been in its own waters. It claimed that a shot had been fired.",
    );
    assert_eq!(
        verbs(&report),
        ["the Kessian navy: said, claimed", "Varland: said, claimed"]
    );
    assert_eq!(uneven(&report), []);
}

#[test]
fn a_party_before_a_name_is_no_part_of_it_and_none_of_them_says_nothing() {
    let report = report(
        "Back home, Republican Ida Maria Moll said the yard would close. None of the directors said why.\n\n\
         It was a phrase critics have said is unfair. \"We wait,\" said another diver, Karsten Holm.",
    );
    assert_eq!(
        rows(&report),
        [
            "named Ida Maria Moll (Republican) 1",
            "vague critics 1",
            "named Karsten Holm 1"
        ]
    );
}

#[test]
fn a_name_goes_on_behind_its_hyphen_and_a_surname_may_come_first() {
    let report = report(
        "Harbour minister Han Tae-won said the quay would close. The New Town-led council said it would sue. \
         The rapper Ray-D said he would sing there.\n\n\
         “The crane stays,” Mr Han said, referring to the Old Crane Trust.",
    );
    assert_eq!(
        rows(&report),
        [
            "named Han Tae-won (Harbour minister) 3",
            "institution the New Town-led council 1",
            "named Ray-D 1"
        ]
    );
}

#[test]
fn an_officer_of_police_is_the_person_named_and_who_must_not_testify_says_nothing() {
    let report = report(
        "Deputy Commissioner of Police Asha Verrin said the crane was stolen. It was found by camera, the officer said.\n\n\
         The clerk defied the board's instructions not to testify.",
    );
    assert_eq!(rows(&report), ["named Asha Verrin 2"]);
}
