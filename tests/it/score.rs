//! The promises of the score, on whole articles: steady under length, hard to game, fair to quotations.
//! (That mending a finding never lowers it is held beside the formula, on random findings.)

use presscheck::engine::{Engine, Options};
use presscheck::finding::Family;
use presscheck::report::Report;
use presscheck::rules::Rules;
use presscheck::text::{Article, Body, Field};
use std::cmp::Ordering;
use std::fmt::Write as _;

/// What a trick may win, in points: less than one minor finding costs at 1,000 words.
const MARGIN: f64 = 1.0;

fn check(engine: &Engine, text: &str) -> Report {
    let article = Article {
        body: Body::Text(text.to_owned()),
        ..Article::default()
    };
    engine.check(&article, Options::default())
}

/// So many paragraphs of 66 words, no two alike, each as loaded and as badly sourced as the others.
fn story(paragraphs: usize) -> String {
    let towns = ["Harl", "Velna", "Brod", "Oster", "Kessin", "Tarn", "Lohme", "Sund"];
    let things = [
        "pool", "library", "ferry", "bridge", "clinic", "market", "school", "theatre",
    ];
    let loaded = [
        "disgraceful",
        "shameful",
        "pathetic",
        "ludicrous",
        "appalling",
        "despicable",
        "farcical",
        "idiotic",
    ];
    let mut out = String::new();
    for i in 0..paragraphs {
        let (town, thing, loaded) = (towns[i % 8], things[(i / 8 + i) % 8], loaded[i % 8]);
        let _ = write!(
            out,
            "The council of {town} voted on the {thing} by {} votes, the clerk said. The {loaded} plan for it was {} \
             pages long and hung in the hall for a week, where people could read it between nine and five. It will \
             be opened in spring, when the road along the river has been mended and the trees are planted.\n\n",
            20 + i,
            40 + i
        );
        if i % 2 == 0 {
            let _ = write!(
                out,
                "Critics say that the {thing} of {town} is too far from the station.\n\n"
            );
        }
    }
    out
}

#[test]
fn twice_the_copy_with_twice_the_faults_scores_the_same() {
    // The floors, which keep one slip in a brief from deciding the score, still show in short copy.
    const DOUBLING: f64 = 2.5;
    let engine = Engine::new(Rules::builtin());
    let values = [6, 12, 24, 48].map(|paragraphs| check(&engine, &story(paragraphs)).score.value);
    for pair in values.windows(2) {
        assert!((pair[0] - pair[1]).abs() <= DOUBLING, "{values:?}");
    }
}

/// The fixtures in plain text that are scored and lose something, each with its score.
fn faulty(engine: &Engine) -> Vec<(String, String, f64)> {
    let texts = super::support::articles().into_iter().filter_map(|a| match a.body {
        Body::Text(text) => Some((a.id, text.replace("\r\n", "\n"))),
        _ => None,
    });
    let scored: Vec<_> = texts
        .filter_map(|(id, text)| {
            let score = check(engine, &text).score;
            (score.scored && score.value < 100.0).then_some((id, text, score.value))
        })
        .collect();
    assert!(scored.len() > 20, "the fixtures are there");
    scored
}

/// Plays a trick on every faulty article and lists those in which it wins more than it may.
fn won(trick: impl Fn(&str) -> String) -> Vec<String> {
    let engine = Engine::new(Rules::builtin());
    let played = faulty(&engine).into_iter().filter_map(|(id, text, before)| {
        let after = check(&engine, &trick(&text)).score.value;
        (after > before + MARGIN).then(|| format!("{id}: {before} to {after}"))
    });
    played.collect()
}

#[test]
fn neutral_copy_put_in_wins_next_to_nothing() {
    let padding = "The hall has two doors. It is painted white, and the clock over it is old. A path leads from it \
                   to the river, where boats are moored in the summer.";
    let won = won(|text| {
        // Before the last paragraph: what an article ends on is a matter of its own.
        let paragraph = |at: usize| format!("{}\n\n{padding}\n{}", &text[..at], &text[at..]);
        text.trim_end().rfind('\n').map_or_else(|| text.to_owned(), paragraph)
    });
    assert!(won.is_empty(), "{}", won.join("\n"));
}

#[test]
fn splitting_sentences_wins_next_to_nothing() {
    let won = won(|text| text.replace(", and ", ". And ").replace(", but ", ". But "));
    assert!(won.is_empty(), "{}", won.join("\n"));
}

#[test]
fn reportedly_and_allegedly_win_nothing_on_loaded_words() {
    // In an accusation the word may be the hedge that is asked for; on wording it must not help.
    let engine = Engine::new(Rules::builtin());
    for (id, text, _) in faulty(&engine) {
        let tone = |text: &str| check(&engine, text).score.families.tone.loss;
        let before = tone(&text);
        for hedge in ["reportedly", "allegedly"] {
            let after = tone(&text.replace(" was ", &format!(" was {hedge} ")));
            assert!(after >= before - MARGIN, "{id}, {hedge}: {before} to {after}");
        }
    }
}

#[test]
fn a_hedge_without_a_source_wins_nothing_on_claims() {
    let engine = Engine::new(Rules::builtin());
    let report = |hedge: &str| {
        let deaths = format!(
            "A blast shook the mill of Harl on Monday. Six farm workers were {hedge}injured in the explosion, and two \
             women were {hedge}killed.\n\nThe silo and the mill were {hedge}destroyed. It was {hedge}claimed that a \
             valve had been left open, and experts {hedge}say that the dust is dangerous.\n\n"
        );
        check(&engine, &format!("{deaths}{}", story(6)))
    };
    let before = report("");
    assert!(before.score.families.sourcing.loss > 5.0, "{:?}", before.score.families);
    for hedge in ["reportedly ", "allegedly "] {
        let after = report(hedge).score.value;
        assert!(
            after <= before.score.value + MARGIN,
            "{hedge}: {} to {after}",
            before.score.value
        );
    }
}

/// The text with a hedge in front of what every sourcing finding is about, behind its auxiliary if it opens with one.
fn hedged(text: &str, report: &Report, hedge: &str) -> String {
    let mut text = text.to_owned();
    let sourcing = report.findings.iter().rev().filter(|f| f.family == Family::Sourcing);
    for place in sourcing.map(|f| &f.primary).filter(|p| p.field == Field::Text) {
        let auxiliary = ["was ", "were ", "had ", "has ", "have ", "is ", "are "];
        let opens = auxiliary.iter().find(|a| text[place.start..].starts_with(**a));
        let at = place.start + opens.map_or(0, |a| a.len());
        // At the beginning of a sentence it takes the capital over from what is no name: "Allegedly a clerk".
        let capital = text[at..].starts_with(char::is_uppercase);
        if ["A ", "An ", "The ", "People "]
            .iter()
            .any(|a| text[at..].starts_with(a))
        {
            text[at..=at].make_ascii_lowercase();
        }
        text.insert_str(at, hedge);
        if capital {
            text[at..=at].make_ascii_uppercase();
        }
    }
    text
}

#[test]
fn a_hedge_wins_no_more_than_it_softens() {
    // On an accusation the hedge is what a desk asks for, and may win some of its points. Nothing else is mended by it,
    // wherever it is put.
    const SOFTENED: f64 = 0.7;
    let engine = Engine::new(Rules::builtin());
    for (id, text, value) in faulty(&engine) {
        let before = check(&engine, &text);
        let accusations = before
            .findings
            .iter()
            .filter(|f| f.rule == "sourcing/accusation-as-fact");
        let most = value + MARGIN + SOFTENED * accusations.map(|f| f.points).sum::<f64>();
        for hedge in ["reportedly ", "allegedly ", "supposedly "] {
            let behind = |text: String, word: &str| text.replace(&format!(" {word} "), &format!(" {word} {hedge}"));
            let everywhere = ["was", "were", "had", "has", "have"]
                .into_iter()
                .fold(text.clone(), behind);
            for trick in [everywhere, hedged(&text, &before, hedge)] {
                let after = check(&engine, &trick).score.value;
                assert!(after <= most, "{id}, {hedge}: {value} to {after}, at most {most}");
            }
        }
    }
}

#[test]
fn plain_copy_scores_above_loaded_copy() {
    // Of all pairs of a clean fixture and one made for a rule of tone, the clean one scores higher in this share at
    // least. On news it is less: hostile outlets print plain copy too.
    const SHARE: f64 = 0.85;
    let engine = Engine::new(Rules::builtin());
    let scores = |folder: &str| -> Vec<f64> {
        let articles = super::support::articles().into_iter();
        let reports = articles.filter(|a| a.id.contains(folder));
        let reports = reports.map(|a| engine.check(&a, Options::default()));
        reports.filter(|r| r.score.scored).map(|r| r.score.value).collect()
    };
    let (clean, loaded) = (scores("clean/"), scores("tone/"));
    assert!(clean.len() > 8 && loaded.len() > 8, "the fixtures are there");
    let wins = |c: f64, l: f64| match c.total_cmp(&l) {
        Ordering::Greater => 1.0,
        Ordering::Equal => 0.5,
        Ordering::Less => 0.0,
    };
    let won: f64 = clean
        .iter()
        .map(|c| loaded.iter().map(|l| wins(*c, *l)).sum::<f64>())
        .sum();
    let share = won / (clean.len() * loaded.len()) as f64;
    assert!(share >= SHARE, "{share:.3}");
}

#[test]
fn a_loaded_sentence_costs_nothing_between_quotation_marks() {
    let engine = Engine::new(Rules::builtin());
    let with = |sentence: &str| check(&engine, &format!("{}\n\n{sentence}\n", story(6))).score.value;
    let without = with("");
    for loaded in [
        "It was a disgraceful and shameful farce, and the thugs behind it are liars.",
        "We must all stand up and be counted, and enough is enough.",
        "They slammed us, they torched our plan and they butchered the budget.",
        "How much longer must we put up with this madness?",
    ] {
        assert!(with(loaded) < without, "{loaded}");
        // Some archives open a quotation with its closing mark.
        for (open, close) in [('“', '”'), ('"', '"'), ('”', '”')] {
            let in_quotation = with(&format!("{open}{loaded}{close} Ida Moll, the mayor of Harl, said."));
            assert!(
                in_quotation >= without,
                "{open}{loaded}{close}: {without} to {in_quotation}"
            );
        }
    }
}
