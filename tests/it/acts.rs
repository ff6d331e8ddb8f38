//! The ledger of disputed acts: which sentences speak of them, and how they stand to them.

use presscheck::engine::{Engine, Options};
use presscheck::rules::Rules;
use presscheck::text::{Article, Body};

/// Each line of each act of a text: what is in dispute, how the sentence stands to it, and on whose word.
fn acts(text: &str) -> Vec<Vec<String>> {
    let article = Article {
        body: Body::Text(format!("News of the day from Oster\n\n{text}\n")),
        ..Article::default()
    };
    let report = Engine::new(Rules::builtin()).check(&article, Options::with_analysis());
    let acts = report.analysis.expect("it was asked for").acts;
    let line = |question: &str, line: &presscheck::report::ActLineReport| {
        let who = line.who.as_deref().unwrap_or("nobody");
        format!("{question}: {}, {who}", line.stance)
    };
    let lines = acts
        .iter()
        .map(|a| a.lines.iter().map(|l| line(a.question, l)).collect());
    lines.collect()
}

#[test]
fn an_allegation_that_the_last_line_drops() {
    let found = acts(
        "An alleged plot against the harbour master was found out on Friday, the police said. Nobody was held. \
         The harbour was shut for a day after the plot against the harbour master.",
    );
    assert_eq!(found, [["happened: alleged, the police", "happened: asserted, nobody"]]);
}

#[test]
fn who_did_it_with_a_denial_that_names_no_act() {
    let found = acts(
        "Kessia insists that Varland was behind the raid on Oster. The ministry of Varland denied the accusation. \
         No group has claimed responsibility for the raid.",
    );
    let expected = [
        "doer: attributed, Kessia",
        "doer: denied, The ministry of Varland",
        "doer: left open, nobody",
    ];
    assert_eq!(found, [expected]);
}

#[test]
fn a_crime_that_is_told_by_its_verb() {
    let found = acts(
        "Piet Haan is accused of stabbing the ferryman Jonas Pell. Haan has denied murdering Pell. \
         Nobody was on the pier. Haan killed Pell on the last boat, the prosecutor said.",
    );
    let expected = [
        "doer: alleged, nobody",
        "doer: denied, Haan",
        "doer: attributed, the prosecutor",
    ];
    assert_eq!(found, [expected]);
}

#[test]
fn what_nobody_disputes_is_no_act_of_the_ledger() {
    let quiet = [
        "The fire in Oster killed a horse, the police said. The fire began in the stables. Rain put the fire out.",
        // Refused, not denied.
        "The fire in Oster was put out. Piet Haan was denied bail over the fire. He rejected a call for an inquiry into the fire.",
        // Only planned.
        "A planned attack on the bridge would fail, the mayor said. If the attack came, the bridge would be shut.",
        // Two crimes, and one that nobody is said to have denied.
        "Piet Haan is accused of killing a night watchman. He denied robbing the bank. A storm killed 12 people in Oster.",
        // Two events.
        "An alleged attack in Marrick was looked into. The attack in Sandry killed a horse.",
    ];
    for text in quiet {
        assert_eq!(acts(text), [[""; 0]; 0], "{text}");
    }
}
