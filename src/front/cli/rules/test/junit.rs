//! What came of rules as XML for build servers.

use super::Tested;
use crate::engine::example::Proof;
use std::fmt::Write as _;

/// One suite a pack, one case an example or article.
pub(super) fn render(tested: &[Tested<'_>]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"presscheck rules\">\n");
    for pack in tested {
        let proofs: Vec<_> = pack
            .engine
            .proofs()
            .filter(|proof| proof.rule.id.split('/').next() == Some(&pack.pack))
            .collect();
        let mut cases = String::new();
        let (mut number, mut failures) = (0, 0);
        let mut case = |class: &str, name: &str, failure: Option<String>| {
            number += 1;
            // Writing to a string cannot fail.
            let _ = write!(
                cases,
                "    <testcase classname=\"{}\" name=\"{}\"",
                escape(class),
                escape(name)
            );
            match failure {
                None => cases.push_str("/>\n"),
                Some(text) => {
                    failures += 1;
                    let first = text.lines().next().unwrap_or_default();
                    let _ = writeln!(
                        cases,
                        ">\n      <failure message=\"{}\">{}</failure>\n    </testcase>",
                        escape(first),
                        escape(&text)
                    );
                }
            }
        };
        let (mut rule, mut nth) = ("", 0);
        for proof in &proofs {
            nth = if rule == &*proof.rule.id { nth + 1 } else { 1 };
            rule = &proof.rule.id;
            let failure = proof
                .fault()
                .map(|f| format!("{}\n{}", f.message, f.help.unwrap_or_default()));
            case(rule, &format!("example {nth}: {}", proof.example.wanted.key()), failure);
        }
        let of_examples: Vec<_> = proofs.iter().filter_map(Proof::fault).collect();
        for fault in pack.faults.iter().filter(|f| !of_examples.contains(f)) {
            let class = fault.file.trim_end_matches(".toml");
            let text = format!("{}\n{}", fault.message, fault.help.as_deref().unwrap_or_default());
            case(class, "proof", Some(text));
        }
        for trial in &pack.trials {
            let failure = (!trial.is_good()).then(|| trial.drawn(false));
            case(&pack.pack, &trial.path, failure);
        }
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{number}\" failures=\"{failures}\">\n{cases}  </testsuite>",
            escape(&pack.pack)
        );
    }
    out.push_str("</testsuites>\n");
    out
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            // XML 1.0 has no way to say any other control character.
            c if c.is_control() && c != '\t' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
